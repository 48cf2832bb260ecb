"""Feedback: verbatim evidence, honest silence where there is too little, and the rules standing whatever an engine says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.engines.offline import OfflineEngine
from coach.engines.scripted import ScriptedEngine
from coach.errors import EngineUnavailable
from coach.feedback import give_feedback, judge_again
from coach.feedback.rubric import get_rubric
from coach.feedback.wording import FAULT_TITLES, FAULTS, STRENGTH_TITLES, STRENGTHS, is_better
from coach.manner.faults import FAULTS as FAULT_RULES
from coach.manner.strengths import STRENGTHS as STRENGTH_RULES
from coach.records import Feedback, Judgement, Rewording, Transcript, TranscriptTurn, Verdict

CASES = [json.loads(line) for line in (Path(__file__).parents[2] / "evals" / "cases" / "manner" / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
OFFLINE = OfflineEngine()

GOOD = [
    ("interviewer", "Kia ora, I'm Tia Brown, in my last year at school. Thank you for making time for me."),
    ("career_model", "Kia ora Tia. Where would you like to start?"),
    ("interviewer", "I'm trying to decide between an apprenticeship and a degree. We said half an hour, is that still all right?"),
    (
        "career_model",
        "That is fine, I kept the hour free. I came to it by way of a timber yard, where the big saw broke down every week and nobody could get any work done until noon.",
    ),
    ("interviewer", "What was it about that saw that made you curious?"),
    ("career_model", "Nobody could say why it stopped. I wanted to be the one who could."),
    ("interviewer", "How did your first year change that picture?"),
    (
        "career_model",
        "It was mostly sweeping, to be honest. I learned who leaves a place tidy, and how much you can see of somebody's wiring before you ever open the box.",
    ),
    ("interviewer", "What would you try first if you were in my place?"),
    (
        "career_model",
        "Take a dead toaster apart, unplugged, and see whether you want to know why it is built like that. If you only want it to be finished, that tells you something as well.",
    ),
    ("interviewer", "Who else would be good for me to talk to about the degree way?"),
    ("career_model", "Somebody in controls. They sit by a machine with a laptop."),
    ("interviewer", "Our half hour is nearly up. I'll remember the toaster. Thank you very much, goodbye."),
]


def make(turns, *, minutes=30, step=120) -> Transcript:
    spoken = tuple(TranscriptTurn(speaker=speaker, text=text, at_s=n * step) for n, (speaker, text) in enumerate(turns))
    return Transcript(occupation="electrician", planned_minutes=minutes, turns=spoken)


def judge(turns, engine=OFFLINE, **more) -> Feedback:
    return give_feedback(make(turns, **more), engine, reserve=OFFLINE)


def assert_evidence(feedback: Feedback, transcript: Transcript) -> None:
    """Every quote stands verbatim in the turn it names, and that turn is the learner's unless it is a next step that the host offered."""
    for item in (*feedback.faults, *feedback.strengths, *feedback.criteria):
        if item.quote:
            assert item.turn is not None
            assert item.quote in transcript.turns[item.turn - 1].text


def test_a_good_talk_has_no_fault_and_two_strengths_first():
    feedback = judge(GOOD)
    assert feedback.judged
    assert feedback.faults == ()
    assert len(feedback.strengths) >= 5
    assert all(finding.explanation for finding in feedback.strengths)


def test_the_thirteen_criteria_come_in_order_and_the_note_is_not_judged():
    feedback = judge(GOOD)
    assert [one.id for one in feedback.criteria] == [f"D{number}" for number in range(1, 14)]
    assert feedback.criteria[-1].verdict is Verdict.NOT_APPLICABLE
    assert all(one.score is None or 1 <= one.score <= 5 for one in feedback.criteria)


def test_what_was_not_observed_has_no_score():
    turns = [(speaker, "Mm." if speaker == "career_model" else text) for speaker, text in GOOD[:4] * 2]
    feedback = judge(turns)
    assert any(one.verdict is Verdict.NOT_SHOWN and one.score is None for one in feedback.criteria)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_evidence_is_verbatim_and_every_fault_has_a_better_wording(case):
    transcript = Transcript.model_validate(case)
    feedback = give_feedback(transcript, OFFLINE, reserve=OFFLINE)
    assert_evidence(feedback, transcript)
    for fault in feedback.faults:
        assert fault.explanation
        if fault.better and fault.quote and fault.id != "interrupts_or_ignores_answer":
            assert is_better(fault.better, fault.quote)
    assert feedback.priority is None or feedback.priority in feedback.faults or feedback.faults == ()


def test_nine_in_ten_quoted_faults_come_with_a_better_wording():
    found = [fault for case in CASES for fault in give_feedback(Transcript.model_validate(case), OFFLINE, reserve=OFFLINE).faults]
    assert sum(bool(fault.better) for fault in found) >= 0.9 * len(found)


def test_feedback_is_the_same_each_time():
    assert judge(GOOD) == judge(GOOD)


@pytest.mark.parametrize(
    ("turns", "word"),
    [
        ([], "no conversation"),
        (GOOD[:4], "too little"),
        ([("interviewer", "Hello.")] * 5, "one side"),
        ([("career_model", "Hello.")] * 5, "marked as yours"),
        ([({"interviewer": "career_model", "career_model": "interviewer"}[who], text) for who, text in GOOD], "swapped"),
        ([("interviewer", "asdfgh qwrtz zxcvb"), ("career_model", "Pardon?")] * 5, "no words"),
        ([("interviewer", "Ich möchte gern wissen wie der Beruf heute wirklich aussieht"), ("career_model", "Pardon?")] * 5, "language"),
    ],
)
def test_too_little_is_not_judged_and_says_why(turns, word):
    feedback = judge(turns)
    assert not feedback.judged
    assert word in feedback.why_not
    assert feedback.criteria == ()
    assert feedback.faults == ()


def test_strange_times_and_markup_and_thousands_of_turns_are_survived():
    turns = tuple(
        TranscriptTurn(speaker=["interviewer", "career_model"][n % 2], text="<b>How was **that**?</b>" if n % 4 else "", at_s=None if n % 3 else -5.0 * n)
        for n in range(2000)
    )
    transcript = Transcript(turns=turns)
    assert_evidence(give_feedback(transcript, OFFLINE, reserve=OFFLINE), transcript)


def test_second_language_grammar_greetings_and_names_change_nothing():
    plain = judge(GOOD)
    for old, new in (
        ("Tia Brown", "Nguyen Thi Hoa"),
        ("Kia ora", "Talofa lava"),
        ("What would you try", "What you would try"),
        ("Thank you very much", "Ngā mihi nui, thank you"),
    ):
        swapped = judge([(speaker, text.replace(old, new)) for speaker, text in GOOD])
        assert [fault.id for fault in swapped.faults] == [fault.id for fault in plain.faults]
        assert [(one.id, one.score) for one in swapped.criteria] == [(one.id, one.score) for one in plain.criteria]


def test_an_engine_that_fails_costs_a_notice_and_nothing_else():
    rude = [*GOOD[:-1], ("interviewer", "Could you give me a job here, or pass on my CV?")]
    trouble = EngineUnavailable("The language model is too busy just now.", mend="Wait.")
    feedback = judge(rude, ScriptedEngine([trouble] * 20))
    offline = judge(rude)
    assert feedback.faults == offline.faults
    assert tuple(one.model_copy(update={"missed": False}) for one in feedback.criteria) == offline.criteria
    assert any("too busy" in notice for notice in feedback.notices)


def answers(feedback_engine_verdict: Verdict, quote: str) -> list[Judgement]:
    return [Judgement(quote=quote, explanation="You did what it asks.", verdict=feedback_engine_verdict)] * 3


def test_a_quote_that_is_not_verbatim_is_dropped_and_counted():
    feedback = judge(GOOD, ScriptedEngine(answers(Verdict.MET, "I never said this")))
    assert feedback.dropped_quotes == 3
    assert all(one.quote != "I never said this" for one in feedback.criteria)


def test_where_rule_and_engine_disagree_the_rule_stands_and_it_is_counted():
    feedback = judge(GOOD, ScriptedEngine(answers(Verdict.NOT_MET, "")))
    assert feedback.criteria == judge(GOOD).criteria
    assert feedback.disagreements >= 2


def test_an_engine_may_show_what_the_rules_did_not_see():
    quote = "What was it about that saw that made you curious?"
    feedback = judge(GOOD, ScriptedEngine(answers(Verdict.MET, quote)))
    shown = next(one for one in feedback.criteria if one.id == "D3")
    assert shown.how == "engine"
    assert shown.quote == quote


def test_an_engines_wording_is_used_only_where_it_passes_the_rules():
    asked = [*GOOD[:8], ("interviewer", "Surely the hours are terrible, aren't they?"), *GOOD[9:]]
    good, bad = Rewording(text="How do you find the hours?"), Rewording(text="Do you hate the hours and would you hire me?")
    notes = answers(Verdict.NOT_SHOWN, "")
    assert judge(asked, ScriptedEngine([good, *notes])).faults[0].better == "How do you find the hours?"
    assert judge(asked, ScriptedEngine([bad, *notes])).faults[0].better == judge(asked).faults[0].better


def test_every_rule_has_its_words():
    assert set(FAULTS) == set(FAULT_TITLES) == set(FAULT_RULES)
    assert set(STRENGTHS) == set(STRENGTH_TITLES) == {*STRENGTH_RULES, "polite_register"}


SENTENCES = st.sampled_from(
    [text for _, text in GOOD]
    + ["", "?", "Do you like it?", "You must hate it, right?", "Give me a job.", "What do you earn?", "ok", "\u200b<script>", "¿Qué?"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["interviewer", "career_model"]), SENTENCES), max_size=24))
def test_whatever_is_said_every_quote_is_verbatim(turns):
    transcript = make(turns)
    assert_evidence(give_feedback(transcript, OFFLINE, reserve=OFFLINE), transcript)


class Unsteady:
    """The built-in engine, which cannot be reached for one item until it is steady."""

    def __init__(self, word: str) -> None:
        self.card, self.word, self.steady = OFFLINE.card, word, False

    def draft(self, prompt, returns):
        if not self.steady and self.word in prompt.user:
            raise EngineUnavailable("The line is down.", mend="Try again.")
        return OFFLINE.draft(prompt, returns)

    def stream(self, prompt):
        return OFFLINE.stream(prompt)


def test_items_are_counted_while_they_run_side_by_side():
    heard = []
    give_feedback(make(GOOD), OFFLINE, reserve=OFFLINE, told=lambda done, of: heard.append((done, of)))
    asked = [dimension for dimension in get_rubric().dimensions if dimension.asks]
    assert heard == [(n, len(asked)) for n in range(1, len(asked) + 1)]


def test_one_item_that_failed_is_marked_and_can_be_asked_again_by_itself():
    dimension = [one for one in get_rubric().dimensions if one.asks][1]
    engine = Unsteady(dimension.asks)
    first = judge(GOOD, engine)
    assert [one.id for one in first.criteria if one.missed] == [dimension.id]
    assert [dimension.title in notice for notice in first.notices] == [True]
    assert judge_again(first, make(GOOD), dimension.id, engine) == first
    engine.steady = True
    assert judge_again(first, make(GOOD), dimension.id, engine) == judge(GOOD)


def test_the_disagreement_is_logged_without_what_was_said(caplog):
    caplog.set_level("INFO", logger="coach")
    feedback = judge(GOOD, ScriptedEngine(answers(Verdict.NOT_MET, "")))
    assert feedback.disagreements
    assert "the rules stand" in caplog.text
    assert "Tia" not in caplog.text
