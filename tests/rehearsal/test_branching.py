"""Going back to a moment: what the second try shares with the first, and how the two compare."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coach.errors import NotReady
from coach.records import EndReason, Speaker, Usage
from coach.rehearsal import branch_rehearsal, compare_attempts

NOW = datetime(2026, 5, 1, 9, 30, tzinfo=UTC)
TALK = ("Hello, I'm Ana.", "How did you come to this work?", "Is it hard?", "Do you like it?")


def _again(rehearsal, n):
    return branch_rehearsal(rehearsal, n, rehearsal_id="second", now=NOW)


def test_a_learners_turn_is_said_anew_and_everything_before_it_is_shared(opened, play):
    first = play(opened(), TALK)
    branch = _again(first, 5)
    assert branch.turns == first.turns[:4]
    assert (branch.id, branch.branch_of, branch.branched_at) == ("second", "r", 5)
    assert branch.career_model == first.career_model
    assert branch.fact_sheet == first.fact_sheet
    assert branch.state == first.turns[3].state
    assert first.turns[4].text == "Is it hard?"


def test_after_a_turn_of_the_career_model_the_learner_goes_on(opened, play):
    first = play(opened(), TALK)
    assert _again(first, 4).turns == first.turns[:4]
    assert _again(first, 4).branched_at == 5


def test_an_ended_talk_goes_on_and_its_clock_stands_where_it_stood(opened, play):
    first = play(opened(), (*TALK, "Thank you, goodbye."))
    assert first.ended is EndReason.LEARNER
    branch = _again(first, 5)
    assert branch.ended is None
    assert branch.started_at == NOW - timedelta(seconds=first.turns[3].state.elapsed_s)


def test_the_first_turn_can_be_said_anew(opened, play):
    branch = _again(play(opened(), TALK), 1)
    assert branch.turns == ()
    assert branch.started_at == NOW


def test_what_the_shared_part_took_is_counted_once(opened, play):
    first = play(opened(), TALK)
    counted = first.model_copy(update={"turns": tuple(turn.model_copy(update={"usage": Usage(calls=1)}) for turn in first.turns)})
    assert all(turn.usage is None for turn in _again(counted, 5).turns)


@pytest.mark.parametrize("n", [0, -1, 99])
def test_a_turn_that_is_not_there_is_said_to_be_missing(opened, play, n):
    with pytest.raises(NotReady, match=f"no turn {n}"):
        _again(play(opened(), TALK), n)


def test_a_talk_stopped_for_the_learners_sake_goes_on_only_from_before(opened, play):
    first = play(opened(), (*TALK[:2], "I don't want to live any more."))
    assert first.ended is EndReason.HARM
    assert _again(first, 5).ended is None
    with pytest.raises(NotReady, match="spoke for itself"):
        _again(first, 6)


def test_two_tries_are_laid_side_by_side_from_where_they_differ(opened, play):
    first = play(opened(), TALK)
    second = play(_again(first, 5), ("What wears you out, and how do you notice?", "How did that come about?"))
    comparison = compare_attempts((first, second))
    assert comparison.at == 5
    assert comparison.before == first.turns[2:4]
    one, other = comparison.attempts
    assert [turn.text for turn in one.turns if turn.speaker is Speaker.INTERVIEWER] == list(TALK[2:])
    assert other.turns[0].text == "What wears you out, and how do you notice?"
    assert {fact.id for fact in other.told} == {told for turn in second.turns[4:] for told in turn.disclosed}
    assert len(other.told) > len(one.told)
    assert other.told_in_all == len({told for turn in second.turns for told in turn.disclosed})


def test_tries_that_do_not_differ_are_not_compared(opened, play):
    first = play(opened(), TALK)
    assert compare_attempts((first,)) is None
    assert compare_attempts((first, first)) is None


def test_a_second_try_that_has_not_begun_is_compared_with_what_came_the_first_time(opened, play):
    first = play(opened(), TALK)
    comparison = compare_attempts((first, _again(first, 5)))
    assert comparison.at == 5
    assert comparison.attempts[1].turns == ()
