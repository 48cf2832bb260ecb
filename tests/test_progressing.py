"""Coming along, through the whole coach: check-ins, real conversations with consent, the own view, and progress over time."""

from __future__ import annotations

import pytest

from coach.clock import StoppedClock
from coach.coaching import open_coach
from coach.engines.offline import OfflineEngine
from coach.errors import InputRejected, NotReady
from coach.records import ClockKind
from coach.settings import open_settings

TALK = b"""Jo: Hi, I'm Jo Park, a student. Thanks for making time. I'd like to find out what the work is really like.
Ana: Happy to.
Jo: How did you come to it?
Ana: I was a cleaner on the ward first, and a nurse told me to try.
Jo: What was it about the ward that kept you?
Ana: The nights. You hear everything.
Jo: What would you tell somebody who starts now?
Ana: Visit first.
Jo: Thank you so much for your time. Goodbye.
Ana: Bye.
"""
LINES = (
    "Kia ora, I'm Tia Brown, in year 13. Thank you for making time; I'd like to learn what the days are like.",
    "How did you come to this work?",
    "What was that first year like?",
    "What does an ordinary week look like?",
    "Who else would it be good to talk to?",
    "Thank you for your time. Goodbye.",
)
DAY = 86_400


@pytest.fixture
def clock():
    return StoppedClock()


@pytest.fixture
def coach(library, tmp_path, clock):
    opened = open_coach(open_settings(engine="offline", data=tmp_path), clock=clock, engine=OfflineEngine())
    opened.__dict__["library"] = library
    yield opened
    opened.__dict__.pop("library")
    opened.close()


def finish_one(coach, *, scored=True):
    rehearsal = coach.open_rehearsal(occupation="electrician", clock=ClockKind.EXCHANGE, scored=scored)
    for line in LINES:
        list(coach.say(rehearsal.id, line))
    coach.give_feedback(rehearsal.id)
    return rehearsal.id


def test_a_check_in_is_kept_at_most_weekly(coach, clock):
    coach.save_check_in([4] * 12)
    clock.move(6 * DAY)
    with pytest.raises(NotReady, match="less than a week"):
        coach.save_check_in([5] * 12)
    clock.move(DAY)
    coach.save_check_in([6] * 12)
    assert [point.value for point in coach.draw_progress().confidence[0].points] == [4, 6]


def test_looking_back_may_be_done_once_and_at_any_time(coach):
    coach.save_check_in([6] * 12)
    coach.save_check_in([3] * 12, looking_back=True)
    with pytest.raises(NotReady, match="once"):
        coach.save_check_in([3] * 12, looking_back=True)


@pytest.mark.parametrize("ratings", [[], [5] * 11, [5] * 13, [5] * 11 + [11], [5] * 11 + [-1], [5] * 11 + [2.5]])
def test_other_ratings_are_refused(coach, ratings):
    with pytest.raises(InputRejected, match="twelve whole numbers"):
        coach.save_check_in(ratings)
    assert coach.store.list_check_ins() == ()


def test_a_real_conversation_needs_the_other_persons_agreement(coach):
    transcript = coach.read_conversation(TALK, learner="Jo", planned_minutes=30)
    with pytest.raises(NotReady, match="agreement"):
        coach.keep_conversation(transcript, real=True, agreed=False)
    assert coach.list_conversations() == ()
    kept = coach.keep_conversation(transcript, title="talk", real=True, agreed=True)
    assert kept.feedback.judged
    assert coach.list_conversations() == (kept,)
    assert coach.draw_progress().conversations == 1
    coach.remove_conversation(kept.id)
    assert coach.draw_progress().conversations == 0


def test_who_asks_is_taken_to_be_the_learner(coach):
    assert coach.read_conversation(TALK).turns[0].speaker == "interviewer"
    assert coach.read_conversation(TALK, learner="Ana").turns[0].speaker == "career_model"


def test_progress_counts_finished_rehearsals_with_scores(coach):
    finish_one(coach)
    finish_one(coach, scored=False)
    open_one = coach.open_rehearsal(occupation="electrician")
    list(coach.say(open_one.id, LINES[0]))
    drawn = coach.draw_progress()
    assert drawn.rehearsals == 1
    assert {trend.id for trend in drawn.behaviour} >= {"talk_share", "open_share", "topics"}


def test_the_own_view_is_kept_with_the_rehearsal(coach):
    held = finish_one(coach)
    assert coach.get_self_view(held) is None
    coach.save_self_view(held, {"D4": 4, "D6": 2})
    assert coach.get_self_view(held).ratings == {"D4": 4, "D6": 2}
    for wrong in ({}, {"D4": 0}, {"D4": 6}, {"nothing": 3}):
        with pytest.raises(InputRejected):
            coach.save_self_view(held, wrong)
    assert coach.get_self_view(held).ratings == {"D4": 4, "D6": 2}
