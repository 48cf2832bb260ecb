"""Clocks and speaking time."""

from __future__ import annotations

from datetime import timedelta

from coach.clock import StoppedClock, WallClock, speaking_seconds


def test_a_stopped_clock_moves_only_when_told():
    clock = StoppedClock()
    start = clock.now()
    assert clock.now() == start
    clock.move(90)
    assert clock.now() - start == timedelta(seconds=90)
    assert clock.seconds() == 90


def test_the_wall_clock_knows_its_time_zone_and_never_goes_back():
    clock = WallClock()
    assert clock.now().tzinfo is not None
    assert clock.seconds() <= clock.seconds()


def test_a_hundred_and_fifty_words_take_a_minute():
    assert speaking_seconds("word " * 150) == 60
    assert speaking_seconds("") == 0
