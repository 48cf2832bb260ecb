"""What a prompt shows of the talk so far: grows at its end only, stays short, and keeps what the checks and the built-in engine need."""

from __future__ import annotations

import pytest

from coach.records import Speaker
from coach.rehearsal.remembering import EVERY, KEPT, recall
from evals.budget import LONG, measure, play
from evals.rehearsals import read_scripts


@pytest.fixture(scope="module")
def played():
    """A talk of 45 exchanges with every prompt it took, replies as long as those of somebody talkative."""
    return play(read_scripts(LONG)[0], at_least=90)


def _after(rehearsal, turns):
    return rehearsal.model_copy(update={"turns": rehearsal.turns[:turns]})


def test_every_reply_is_either_in_the_recap_or_word_for_word(played):
    rehearsal, _ = played
    for turns in range(1, len(rehearsal.turns), 2):
        recap, recent = recall(_after(rehearsal, turns))
        replies = [turn.n for turn in rehearsal.turns[: turns - 1] if turn.speaker is Speaker.CAREER_MODEL]
        assert [said.n for said in recap.said] == replies
        shown = [said.n for said in recap.said[: recap.shown]]
        assert shown + [turn.n for turn in recent if turn.speaker is Speaker.CAREER_MODEL] == replies
        assert min(turns // 2, KEPT) <= sum(turn.speaker is Speaker.INTERVIEWER for turn in recent) < KEPT + EVERY


def test_recap_and_turns_grow_at_their_end_only(played):
    rehearsal, _ = played
    before, before_turns = recall(_after(rehearsal, 1))
    passed = 0
    for turns in range(3, len(rehearsal.turns), 2):
        now, now_turns = recall(_after(rehearsal, turns))
        assert now.shown == 0 or now.as_text().startswith(before.as_text() if before.shown else "")
        if now.shown == before.shown:
            assert now_turns[: len(before_turns)] == before_turns
        passed += now.shown != before.shown
        before, before_turns = now, now_turns
    assert passed >= 5


def test_a_long_utterance_is_shown_by_its_last_words(played):
    rehearsal, _ = played
    long = rehearsal.turns[0].model_copy(update={"text": "word " * 4000 + "the question"})
    _, recent = recall(rehearsal.model_copy(update={"turns": (long, *rehearsal.turns[1:3])}))
    assert len(recent[0].text.split()) < 150
    assert recent[0].text.endswith("the question")


def test_a_long_talk_costs_little_more_a_turn_than_a_short_one(played):
    _, calls = played
    budget = measure(calls, folder=None)
    assert budget.exchanges == 45
    assert budget.growth <= 1.3
    assert budget.total <= 0.45 * budget.everything
    assert budget.unchanged >= 0.6 * budget.total
