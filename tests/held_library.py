"""A small library whose imports wait until a test lets them go on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coach.clock import StoppedClock
from coach.coaching import Coach
from coach.library import Library, Material
from coach.library.embeddings import StaticEmbedder
from coach.library.places import FolderPlace
from tests.library.samples import write_corpus

LONG_S = 60.0
"""How long, in seconds, a test waits at most for what takes a moment."""


class HeldLibrary(Library):
    """Imports like any library, but first says that 40 per cent took 20 seconds, and waits for `go`. `instead` leads from an address to a file."""

    def __init__(self, folder: Path, clock: StoppedClock) -> None:
        super().__init__(write_corpus(folder), place=FolderPlace(folder / "data" / "library"), embedder=StaticEmbedder(), folder=folder / "data" / "library")
        self.go = threading.Event()
        self.waiting = threading.Event()
        self.asked: list[tuple[str, str]] = []
        self.instead: dict[str, Path] = {}
        self.breaks: Exception | None = None
        self._clock = clock

    def add(self, kind, where, progress=None) -> Material:
        self.asked.append((kind, where))
        self._clock.move(20)
        if progress:
            progress(0.4, "4 of 10 MB, *fast*")
        self.waiting.set()
        assert self.go.wait(LONG_S)
        if self.breaks is not None:
            raise self.breaks
        return super().add(kind, str(self.instead.get(where, where)), progress)


@contextmanager
def hold_library(coach: Coach, folder: Path, clock: StoppedClock) -> Iterator[HeldLibrary]:
    """Such a library in place of the coach's; whatever still waits at the end is let go."""
    library = HeldLibrary(folder, clock)
    coach.__dict__["library"] = library
    try:
        yield library
    finally:
        library.go.set()
        job = coach.get_import()
        assert job is None or job.wait(LONG_S)
        library.close()
