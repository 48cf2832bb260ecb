"""Leaving a dead server in peace: after some calls in a row that it did not answer, the next ones are not made for a while."""

from __future__ import annotations

import threading
from collections.abc import Callable

from coach.clock import WallClock
from coach.errors import EngineUnavailable

FAILURES, REST_S = 3, 20.0
"""So many failed calls in a row open the circuit, for so many seconds; then one call may try again, and the next failure opens it anew."""


class Circuit:
    """Counts failures in a row; shared by all calls of an engine, from any thread. `now` is a clock in seconds that only runs forward."""

    def __init__(self, now: Callable[[], float] | None = None) -> None:
        self._now = now or WallClock().seconds
        self._lock = threading.Lock()
        self._failures = 0
        self._closed_from = 0.0

    def check(self) -> None:
        """Raises `EngineUnavailable` while the server is left in peace."""
        with self._lock:
            left = self._closed_from - self._now()
            if self._failures >= FAILURES and left > 0:
                raise EngineUnavailable(
                    "The language model's server did not answer the last few times, so it is left in peace for a moment.",
                    mend=f"Try again in {max(1, round(left))} seconds, or use the built-in coach.",
                )
            if self._failures >= FAILURES:
                self._closed_from = self._now() + REST_S  # this one call tries; the others wait for what it finds

    def note_failure(self) -> None:
        """A call failed that the server should have answered."""
        with self._lock:
            self._failures += 1
            self._closed_from = self._now() + REST_S

    def note_answer(self) -> None:
        """The server answered, be it with a refusal."""
        with self._lock:
            self._failures = 0
