"""A language model at the tasks of every stage, by the same scorers and beside the built-in coach: `make evals ENGINE=openai:NAME`, with COACH_BASE_URL or a key as for the coach.

Notes (what of the annotation is found), questions (annotated hooks taken up), rehearsals (expectations of the scripts met), and judging (one narrow yes or no at a time on
labelled transcripts, told as agreement with the labels). Printed are mean, 95 % interval (bootstrap over the items), items, failures apart, calls, tokens and seconds. `--most N`
takes the first N cases of each task, `--report FILE` writes every judged conversation as a page to read.
"""

from __future__ import annotations

import html
import sys
import time
from collections.abc import Callable, Generator, Iterable
from functools import partial
from pathlib import Path

import numpy as np

from coach.dossier import draft_dossier
from coach.engines import Engine, EngineCard, R, open_engine
from coach.engines.offline import OfflineEngine
from coach.errors import CoachError
from coach.library.corpus import corpus_folder, read_corpus
from coach.prompts import Rendered, render
from coach.questions import draft_questions
from coach.records import Dossier, Judgement, Note, QuestionList, Record, Speaker, Transcript, Verdict
from coach.settings import open_settings
from coach.tokens import estimate_tokens
from evals import manner, notes, questions, rehearsals

MOST = 12
RESAMPLES = 1000
_OFFLINE = OfflineEngine()

ITEMS = {
    "no_introduction": "Do the learner's first two turns lack both their name and any word on who they are (study, work, situation)?",
    "no_purpose_stated": "Does the learner nowhere say what they want to find out or decide by this talk?",
    "no_referral_ask": "Does the learner never ask for people to talk to, for an introduction, or for a group where such people meet?",
    "asks_for_job": "Does the learner ask for a job, a placement, or a favour towards one, however softly?",
    "leading_question": "Does the learner put at least one question that states or presumes its own answer?",
    "answerable_by_search": "Does the learner ask a public fact that a minute's search would settle?",
    "next_step_agreed": "Do the two agree on a specific contact between them later, or on an introduction that the host undertakes to make?",
    "researched_question": "Does the learner ask at least one question that cites something they found out beforehand about this person or place?",
}
"""Narrow questions by the label they answer to; the wording is ours, the rules are those of the labelled transcripts."""


class Outcome(Record):
    """A task done by one engine: the scores of its items from 0 to 1, and how many items came to nothing because the engine failed."""

    scores: tuple[float, ...] = ()
    failed: int = 0

    def tell(self) -> str:
        """Mean, interval and number of items."""
        if not self.scores:
            return "nothing"
        values = np.array(self.scores)
        resampled = np.random.default_rng(0).choice(values, (RESAMPLES, len(values))).mean(axis=1)
        low, high = np.percentile(resampled, (2.5, 97.5))
        return f"{values.mean():.2f} [{low:.2f}, {high:.2f}] of {len(values)}"


class Verdictline(Record):
    """One judged item for the report: the label it answers to, whether the label holds, and what was answered."""

    label: str
    holds: bool
    said: Judgement | None = None
    failed: str = ""


class Judged(Record):
    """One transcript with its judged items."""

    id: str
    transcript: Transcript
    lines: tuple[Verdictline, ...]


class Tallied:
    """An engine that counts its calls, estimated tokens and seconds."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.calls, self.tokens, self.seconds = 0, 0, 0.0

    @property
    def card(self) -> EngineCard:
        """That of the engine within."""
        return self._engine.card

    def draft(self, prompt: Rendered, returns: type[R]) -> R:
        """The engine's own answer."""
        began = time.perf_counter()
        self._count(prompt)
        try:
            answer = self._engine.draft(prompt, returns)
        finally:
            self.seconds += time.perf_counter() - began
        self.tokens += estimate_tokens(answer.model_dump_json())
        return answer

    def stream(self, prompt: Rendered) -> Generator[str, None, None]:
        """The engine's own pieces."""
        self._count(prompt)
        began = time.perf_counter()
        for piece in self._engine.stream(prompt):
            self.tokens += estimate_tokens(piece)
            yield piece
        self.seconds += time.perf_counter() - began

    def _count(self, prompt: Rendered) -> None:
        self.calls += 1
        self.tokens += estimate_tokens(f"{prompt.system}{prompt.user}")


def gather(items: Iterable[Callable[[], Iterable[float]]]) -> Outcome:
    """The scores of all items; one whose engine fails counts apart."""
    scores: list[float] = []
    failed = 0
    for item in items:
        try:
            scores += item()
        except CoachError:
            failed += 1
    return Outcome(scores=tuple(scores), failed=failed)


def try_notes(engine: Engine, most: int) -> Outcome:
    """Of everything a case's annotation holds (name, role, employer, facts), the share found."""

    def read(note: Note) -> Dossier:
        return draft_dossier(note, engine)

    def item(path: Path) -> list[float]:
        found = notes.score_case(path, read)
        parts = (found.name, found.role, found.employer, found.facts)
        return [sum(part.hits for part in parts) / (sum(part.of for part in parts) or 1)]

    return gather(partial(item, path) for path in notes.list_cases("dev-")[:most])


def try_questions(engine: Engine, most: int) -> Outcome:
    """The share of annotated hooks that a list takes up."""

    def make(dossier: Dossier, seed: int) -> QuestionList:
        return draft_questions(dossier, engine, occupation=None, passages=(), minutes=questions.MINUTES, seed=seed, reserve=_OFFLINE)

    return gather(partial(lambda case: [questions.score(make, [case]).hooks], case) for case in questions.load_cases()[:most])


def try_rehearsals(engine: Engine, most: int) -> Outcome:
    """Each expectation of the scripts: met or not."""
    corpus = read_corpus(corpus_folder()).occupations.values()

    def item(script: rehearsals.Script) -> list[float]:
        run = rehearsals.play(script, rehearsals.find_occupation(script.occupation, corpus), seed=0, engine=engine)
        found = (rehearsals.passes(run, expected, {}) for expected in script.expect if not expected.check.startswith("discloses"))
        return [float(met) for met in found if met is not None]

    return gather(partial(item, script) for script in rehearsals.read_scripts()[:most])


def judge(engine: Engine, most: int) -> tuple[Judged, ...]:
    """The narrow items on the first labelled transcripts; `engine` answers each by itself."""
    return tuple(
        Judged(id=case.id, transcript=case.transcript, lines=tuple(_ask(engine, case, label) for label in ITEMS)) for case in manner.list_cases()[:most]
    )


def _ask(engine: Engine, case: manner.Case, label: str) -> Verdictline:
    text = "\n".join(f"{'LEARNER' if turn.speaker is Speaker.INTERVIEWER else 'HOST'}: {turn.text}" for turn in case.transcript.turns)
    try:
        said = engine.draft(render("feedback/judge", question=ITEMS[label], candidate="(none)", transcript=text), Judgement)
    except CoachError as error:
        return Verdictline(label=label, holds=label in case.labels, failed=error.happened)
    return Verdictline(label=label, holds=label in case.labels, said=said)


def agree(judged: Iterable[Judged]) -> Outcome:
    """The share of items on which verdict and label agree."""
    lines = [line for one in judged for line in one.lines]
    scores = tuple(float((line.said.verdict is Verdict.MET) == line.holds) for line in lines if line.said is not None)
    return Outcome(scores=scores, failed=sum(line.said is None for line in lines))


def agree_by_rules(most: int) -> Outcome:
    """The same for the rules, which answer all items at once."""
    cases = manner.list_cases()[:most]
    found = [(manner.judge_by_rules(case.transcript), case.labels) for case in cases]
    return Outcome(scores=tuple(float((label in mine) == (label in theirs)) for mine, theirs in found for label in ITEMS))


def render_page(judged: Iterable[Judged], *, model: str) -> str:
    """Every judged conversation as a page: what was said, and each item with its label, verdict, quote and explanation."""
    parts = [
        f"<!doctype html><html lang='en'><meta charset='utf-8'><title>Judged by {html.escape(model)}</title><style>{_STYLE}</style><h1>Judged by {html.escape(model)}</h1>"
    ]
    for one in judged:
        rows = "".join(_row(line) for line in one.lines)
        turns = "".join(f"<p><b>{turn.speaker.value.replace('_', ' ')}</b> {html.escape(turn.text)}</p>" for turn in one.transcript.turns)
        parts.append(f"<section><h2>{html.escape(one.id)}</h2><details><summary>The talk</summary>{turns}</details><table>{_HEAD}{rows}</table></section>")
    return "\n".join(parts)


_STYLE = "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;padding:.3rem;text-align:left;vertical-align:top}.no{background:#fde7e7}"
_HEAD = "<tr><th>Item</th><th>Label</th><th>Verdict</th><th>Quote</th><th>Explanation</th></tr>"


def _row(line: Verdictline) -> str:
    said = line.said
    agrees = said is not None and (said.verdict is Verdict.MET) == line.holds
    cells = (
        line.label,
        "yes" if line.holds else "no",
        said.verdict.value if said else "failed",
        said.quote if said else "",
        said.explanation if said else line.failed,
    )
    return f"<tr{'' if agrees else ' class=no'}>{''.join(f'<td>{html.escape(cell)}</td>' for cell in cells)}</tr>"


def main(arguments: list[str]) -> int:
    """Print the table, and write the report where one is asked for."""
    most = int(_option(arguments, "--most") or MOST)
    try:
        engine = Tallied(open_engine(open_settings(engine="language_model")))
    except CoachError as error:
        print(f"{error.happened} {error.mend}")
        return 2
    print(f"{engine.card.name} beside the built-in coach: mean [95 % interval] of items")
    tasks: dict[str, Callable[[Engine, int], Outcome]] = {"notes": try_notes, "questions": try_questions, "rehearsals": try_rehearsals}
    for name, task in tasks.items():
        _print_row(name, task(_OFFLINE, most), partial(task, engine, most), engine)
    judged: list[Judged] = []

    def judging() -> Outcome:
        judged.extend(judge(engine, most))
        return agree(judged)

    _print_row("judging", agree_by_rules(most), judging, engine)
    if report := _option(arguments, "--report"):
        Path(report).write_text(render_page(judged, model=engine.card.name), encoding="utf-8")
        print(f"Every judged conversation stands in {report}.")
    return 0


def _print_row(name: str, offline: Outcome, run: Callable[[], Outcome], engine: Tallied) -> None:
    calls, tokens, seconds = engine.calls, engine.tokens, engine.seconds
    mine = run()
    took = f"{engine.calls - calls} calls, about {engine.tokens - tokens:,} tokens, {engine.seconds - seconds:.1f} s"
    print(f"{name:12} built-in {offline.tell():28} language model {mine.tell():28} failed {mine.failed}; {took}", flush=True)


def _option(arguments: list[str], name: str) -> str:
    return arguments[arguments.index(name) + 1] if name in arguments[:-1] else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
