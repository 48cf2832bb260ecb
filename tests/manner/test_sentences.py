"""Sentences of our own, labelled by hand: each family of rules finds what it should and leaves the rest alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.manner.closing import has_close
from coach.manner.courtesy import find_unprofessional
from coach.manner.faults import find_leading
from coach.manner.jobs import is_job_request
from coach.manner.opening import find_name, find_purpose, has_situation
from coach.manner.personal import is_blunt_personal
from coach.manner.questions import find_questions, is_double_barrelled
from coach.manner.reading import Spoken
from coach.manner.referral import is_referral_ask
from coach.manner.time import mentions_time

FILE = Path(__file__).parents[2] / "evals" / "cases" / "manner" / "sentences.jsonl"
SENTENCES = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
RULES = {
    "asks_for_job": is_job_request,
    "answerable_by_search": lambda text: any(question.search for question in find_questions(text)),
    "personal_or_salary_question_blunt": is_blunt_personal,
    "unprofessional_language": lambda text: find_unprofessional(text) is not None,
    "leading_question": lambda text: find_leading(Spoken(n=1, learner=True, text=text, questions=find_questions(text))) is not None,
    "double_barrelled": is_double_barrelled,
    "referral_asked": is_referral_ask,
    "open_question": lambda text: any(question.open for question in find_questions(text)),
    "name": lambda text: find_name(text) is not None,
    "situation": has_situation,
    "purpose": lambda text: find_purpose(text) is not None,
    "time": mentions_time,
    "close": has_close,
}


def test_there_is_a_rule_for_every_label_and_enough_sentences_for_every_rule():
    for label in RULES:
        assert sum(item["label"] == label and item["holds"] for item in SENTENCES) >= 20
        assert sum(item["label"] == label and not item["holds"] for item in SENTENCES) >= 12
    assert {item["label"] for item in SENTENCES} == set(RULES)


@pytest.mark.parametrize("label", RULES)
def test_a_rule_finds_at_least_nine_in_ten_of_what_it_should(label):
    wanted = [item["text"] for item in SENTENCES if item["label"] == label and item["holds"]]
    missed = [text for text in wanted if not RULES[label](text)]
    assert len(missed) <= len(wanted) // 10, missed


@pytest.mark.parametrize("label", RULES)
def test_a_rule_raises_at_most_one_false_alarm_in_twenty(label):
    harmless = [item["text"] for item in SENTENCES if item["label"] == label and not item["holds"]]
    alarms = [text for text in harmless if RULES[label](text)]
    assert len(alarms) <= max(1, len(harmless) // 20), alarms
