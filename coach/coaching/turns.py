"""Whose turn it is: in each rehearsal one reply at a time is spoken, whichever window asks for it, and it can be stopped."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

WAIT_S = 5.0
"""How long, in seconds, stopping waits until what was said so far is saved."""


class Turns:
    """The replies being spoken just now, by the ids of their rehearsals. Safe to share between threads."""

    def __init__(self) -> None:
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._stops: dict[str, threading.Event] = {}

    @contextmanager
    def one_at_a_time(self, rehearsal_id: str) -> Iterator[threading.Event]:
        """Hold the floor of this rehearsal; waits while somebody else holds it. What is yielded is set when the speaker has been asked to stop."""
        with self._locks[rehearsal_id]:
            stopped = self._stops[rehearsal_id] = threading.Event()
            try:
                yield stopped
            finally:
                del self._stops[rehearsal_id]

    def stop(self, rehearsal_id: str) -> None:
        """Ask whoever speaks in this rehearsal to stop, and wait until they have, at most `WAIT_S`; nothing where nobody does."""
        speaking = self._stops.get(rehearsal_id)
        if speaking is None:
            return
        speaking.set()
        if self._locks[rehearsal_id].acquire(timeout=WAIT_S):
            self._locks[rehearsal_id].release()
