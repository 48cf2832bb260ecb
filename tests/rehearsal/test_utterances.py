"""What is said may be typed, or transcribed with the seconds from which to which it was spoken."""

from __future__ import annotations

import pytest

from coach.records import ClockKind, Utterance
from coach.rehearsal import hear_learner

WORDS = "What does a normal day look like for you?"


@pytest.fixture
def on(opened):
    return lambda clock: opened().model_copy(update={"clock": clock})


@pytest.mark.parametrize("clock", [ClockKind.SPEAKING, ClockKind.WALL])
def test_a_transcribed_utterance_moves_the_clock_by_its_own_times(on, clock):
    heard = hear_learner(on(clock), Utterance(text=WORDS, started_s=12.5, ended_s=19.0))
    assert heard.turns[-1].at_s == 12.5
    assert heard.state.elapsed_s == 19.0


def test_a_clock_that_counts_exchanges_is_not_moved_by_times(on):
    before = on(ClockKind.EXCHANGE)
    heard = hear_learner(before, Utterance(text=WORDS, started_s=500, ended_s=510))
    assert heard.state.elapsed_s == before.state.elapsed_s


def test_times_never_run_backwards(on):
    first = hear_learner(on(ClockKind.SPEAKING), Utterance(text=WORDS, started_s=30, ended_s=36))
    second = hear_learner(first, Utterance(text="And after that?", started_s=10, ended_s=11))
    assert second.turns[-1].at_s == 36
    assert second.state.elapsed_s == 36


def test_typed_and_transcribed_words_are_read_alike(on):
    typed = hear_learner(on(ClockKind.SPEAKING), WORDS)
    spoken = hear_learner(on(ClockKind.SPEAKING), Utterance(text=WORDS, started_s=0, ended_s=4))
    assert typed.state.model_copy(update={"elapsed_s": 0.0}) == spoken.state.model_copy(update={"elapsed_s": 0.0})
