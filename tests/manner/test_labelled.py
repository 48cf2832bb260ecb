"""The labelled transcripts: the transcripts kept back are judged well, and no sentence of any of them stands in our rules, prompts or tests."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from coach.manner.faults import FAULTS
from evals.manner import ALL_STRENGTHS, CASES, Tally, judge_by_rules, list_cases, make_majority, score_judge

ROOT = Path(__file__).parents[2]
FEWEST_WORDS = 8
"""Shorter sentences are everyday phrases that anybody says."""


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


@pytest.fixture(scope="module")
def report() -> dict[str, Tally]:
    return score_judge([case for case in list_cases() if case.is_kept_back], judge_by_rules)


def occurring(report: dict[str, Tally], labels) -> list[Tally]:
    return [report[label] for label in labels if report[label].right + report[label].wrong + report[label].missed]


def test_the_split_is_forty_to_twenty():
    assert sum(case.is_kept_back for case in list_cases()) == 20
    assert len(list_cases()) == 60


def test_faults_of_the_transcripts_kept_back_are_found(report):
    tallies = occurring(report, FAULTS)
    assert mean([tally.precision for tally in tallies]) >= 0.88
    assert mean([tally.recall for tally in tallies]) >= 0.85


def test_strengths_of_the_transcripts_kept_back_are_found(report):
    assert mean([tally.f1 for tally in occurring(report, ALL_STRENGTHS)]) >= 0.85


def test_transcripts_without_a_fault_are_left_unflagged():
    clean = [case for case in list_cases() if not case.labels & set(FAULTS)]
    assert sum(not judge_by_rules(case.transcript) & set(FAULTS) for case in clean) >= len(clean) * 7 / 8


def test_the_rules_are_far_better_than_giving_everybody_the_usual_labels(report):
    cases = list_cases()
    baseline = score_judge([case for case in cases if case.is_kept_back], make_majority(case for case in cases if not case.is_kept_back))
    assert mean([tally.f1 for tally in report.values()]) > mean([tally.f1 for tally in baseline.values()]) + 0.3


def test_no_sentence_of_a_labelled_transcript_stands_in_rules_prompts_or_tests():
    texts = [turn["text"] for line in CASES.read_text(encoding="utf-8").splitlines() for turn in json.loads(line)["turns"]]
    sentences = {clean(sentence) for text in texts for sentence in re.split(r"(?<=[.?!])\s+", text)}
    long = {sentence for sentence in sentences if len(sentence.split()) >= FEWEST_WORDS}
    files = [path for folder in ("coach", "prompts", "tests") for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".md", ".yaml"}]
    ours = " | ".join(clean(path.read_text(encoding="utf-8")) for path in files)
    assert sorted(sentence for sentence in long if sentence in ours) == []


def clean(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", text.lower().replace("’", "'")))
