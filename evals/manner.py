"""How well manner is judged: the rules and a plain baseline on labelled mock interviews, `python -m evals.manner`.

Cases: `evals/cases/manner/dev.jsonl`, sixty invented transcripts labelled by the labelling rules. The split is fixed: every third transcript (by the number in its id) is kept back for
the report, the rules are tuned on the other forty; the twenty are looked at as a figure only. Precision, recall and F1 per label with counts, macro averages over the labels that occur.
`blind.jsonl` is by another hand; its transcripts in odd places have been looked at and mended for, those in even places not: they stand apart.
The baseline gives every transcript the labels that most of the forty have. (`sentences.jsonl` beside it holds sentences of our own, by family of rules; they are checked in the tests.)
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from coach.manner.faults import FAULTS, find_faults
from coach.manner.reading import read_transcript
from coach.manner.strengths import STRENGTHS, find_strengths
from coach.records import Record, Transcript

CASES = Path(__file__).parent / "cases" / "manner" / "dev.jsonl"
BLIND = CASES.with_name("blind.jsonl")
"""Thirty transcripts written and labelled by somebody who did not know the rules' code."""
SECOND_LANGUAGE = frozenset({"dev-002", "dev-003", "dev-022", "dev-032", "dev-056"})
"""Transcripts of relaxed or second-language English, by the README of the labels."""
KEPT_BACK = 3
"""Every so many-th transcript belongs to the report."""
ALL_FAULTS = tuple(FAULTS)
ALL_STRENGTHS = (*STRENGTHS, "polite_register")


class Case(Record):
    """One labelled transcript."""

    id: str
    transcript: Transcript
    labels: frozenset[str]

    @property
    def is_kept_back(self) -> bool:
        """Whether it belongs to the report and not to the tuning."""
        return int(self.id.rsplit("-", 1)[-1]) % KEPT_BACK == 0


class Tally(Record):
    """Right, wrong and missed predictions of one label."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of the predictions that are right; where nothing was predicted, 1 if nothing was to be found and else 0."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else float(not self.missed)

    @property
    def recall(self) -> float:
        """Share of the labels that were predicted; 1 where there is none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right + self.wrong + self.missed else 1.0


Judge = Callable[[Transcript], frozenset[str]]


def list_cases(path: Path = CASES) -> tuple[Case, ...]:
    """All labelled transcripts of a file."""
    return tuple(_read_case(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def _read_case(item: dict[str, Any]) -> Case:
    labels = frozenset((*item["labels"]["faults"], *item["labels"]["strengths"]))
    return Case(id=item["id"], transcript=Transcript.model_validate({key: item[key] for key in ("occupation", "planned_minutes", "turns")}), labels=labels)


def judge_by_rules(transcript: Transcript) -> frozenset[str]:
    """The labels that the rules find."""
    reading = read_transcript(transcript)
    faults = find_faults(reading)
    return frozenset(finding.id for finding in (*faults, *find_strengths(reading, faults)))


def make_majority(cases: Iterable[Case]) -> Judge:
    """A judge that always gives the labels which most of these cases have."""
    seen = tuple(cases)
    usual = frozenset(label for label in (*ALL_FAULTS, *ALL_STRENGTHS) if sum(label in case.labels for case in seen) * 2 > len(seen))
    return lambda _: usual


def score_judge(cases: Iterable[Case], judge: Judge) -> dict[str, Tally]:
    """The tally of every label over these cases."""
    tallies = {label: Tally() for label in (*ALL_FAULTS, *ALL_STRENGTHS)}
    for case in cases:
        found = judge(case.transcript)
        for label, tally in tallies.items():
            mine, theirs = label in found, label in case.labels
            tallies[label] = Tally(
                right=tally.right + (mine and theirs), wrong=tally.wrong + (mine and not theirs), missed=tally.missed + (theirs and not mine)
            )
    return tallies


def average(tallies: Iterable[Tally]) -> str:
    """Macro precision, recall and F1 over the labels that occur or were predicted."""
    seen = [tally for tally in tallies if tally.right + tally.wrong + tally.missed]
    count = len(seen) or 1
    return f"{sum(t.precision for t in seen) / count:6.2f} {sum(t.recall for t in seen) / count:6.2f} {sum(t.f1 for t in seen) / count:6.2f}"


def print_table(name: str, tallies: dict[str, Tally]) -> None:
    """One line a label, then the macro averages."""
    print(f"\n{name}\n{'label':<36} {'prec':>6} {'rec':>6} {'F1':>6}  right wrong missed")
    for label, tally in tallies.items():
        print(f"{label:<36} {tally.precision:6.2f} {tally.recall:6.2f} {tally.f1:6.2f}  {tally.right:5d} {tally.wrong:5d} {tally.missed:6d}")
    print(f"{'macro over faults':<36} {average(tallies[label] for label in ALL_FAULTS)}")
    print(f"{'macro over strengths':<36} {average(tallies[label] for label in ALL_STRENGTHS)}")


def main() -> None:
    """Print the tables of both halves, and the baseline beside the report."""
    cases = list_cases()
    tuned = [case for case in cases if not case.is_kept_back]
    kept = [case for case in cases if case.is_kept_back]
    print_table(f"Rules, the {len(tuned)} transcripts they were tuned on", score_judge(tuned, judge_by_rules))
    report = score_judge(kept, judge_by_rules)
    print_table(f"Rules, the {len(kept)} transcripts kept back", report)
    blind = list_cases(BLIND)
    print_table(f"Rules, {len(blind)} transcripts by another hand", score_judge(blind, judge_by_rules))
    baseline = score_judge(kept, make_majority(tuned))
    print_table(f"Baseline (the labels most of the {len(tuned)} have), the {len(kept)} kept back", baseline)
    unseen = [case for place, case in enumerate(blind) if place % 2 == 1]
    print_table(
        f"Rules, the {len(unseen)} of these that nobody has read; one threshold was chosen with their figures in view", score_judge(unseen, judge_by_rules)
    )
    for name, some in (("kept back", kept), ("all", cases), ("by another hand", blind)):
        clean = [case for case in some if not case.labels & set(ALL_FAULTS)]
        print(f"Without any fault, {name}: {len(clean)} of {len(some)}; left unflagged: {sum(not count_false(case) for case in clean)}")
    second = [case for case in cases if case.id in SECOND_LANGUAGE]
    rest = [case for case in cases if case.id not in SECOND_LANGUAGE]
    print(
        f"False flags of all that could be raised: second-language English {rate_false(second):.1%} ({len(second)}), the rest {rate_false(rest):.1%} ({len(rest)})"
    )


def count_false(case: Case) -> int:
    """Faults found that are not there."""
    return len((judge_by_rules(case.transcript) & set(ALL_FAULTS)) - case.labels)


def rate_false(cases: Iterable[Case]) -> float:
    """Faults found that are not there, by all that could be: sixteen a transcript, less those that are there."""
    seen = tuple(cases)
    return sum(map(count_false, seen)) / (sum(len(set(ALL_FAULTS) - case.labels) for case in seen) or 1)


if __name__ == "__main__":
    main()
