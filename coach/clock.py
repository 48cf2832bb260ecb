"""Time: what the calendar and the meeting's clock say. The only module that asks the machine for the time."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol

WORDS_PER_MINUTE = 150
"""Speaking rate for turning words into seconds; the usual figure for conversational English."""


class Clock(Protocol):
    """Something that knows the time."""

    def now(self) -> datetime:
        """The present moment, with a time zone."""

    def seconds(self) -> float:
        """Seconds from an arbitrary start, never going backwards."""


class WallClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(tz=UTC)

    def seconds(self) -> float:
        """Seconds since the machine started."""
        return time.monotonic()


class StoppedClock:
    """A clock that moves only when told to; for tests and scripted runs."""

    def __init__(self, start: datetime | None = None) -> None:
        self._start = start or datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
        self._elapsed = 0.0

    def now(self) -> datetime:
        """Start plus what was added."""
        return self._start + timedelta(seconds=self._elapsed)

    def seconds(self) -> float:
        """What was added so far."""
        return self._elapsed

    def move(self, seconds: float) -> None:
        """Go forward by `seconds`."""
        self._elapsed += seconds


def speaking_seconds(text: str) -> float:
    """How long it takes to say `text`, in seconds, at 150 words a minute."""
    return len(text.split()) * 60.0 / WORDS_PER_MINUTE
