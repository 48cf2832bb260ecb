"""Imports that go on by themselves while the learner does something else: one at a time, each with how far it is and what came of it."""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable
from functools import partial
from multiprocessing.pool import ThreadPool
from typing import NamedTuple

from coach.clock import Clock
from coach.errors import CoachError, InputRejected, LibraryError
from coach.library import Library, Material
from coach.records import LibrarySource

FULL_LIBRARY = ("onet", "https://www.onetcenter.org/dl_files/database/db_30_1_text.zip")
"""Kind and official address of O*NET's present release: about a thousand occupations in about 10 MB."""

LITTLE, EARLY_S = 0.02, 5.0
"""Before this share is done and so many seconds have passed, nothing is said about the time that is left."""

Work = Callable[[Callable[[float, str], None]], Material]
"""What an import does: it tells a function how far it is, 0 to 1, and what is being done, and returns the material."""


class _Told(NamedTuple):
    done: float
    what: str


class Import:
    """One import, going on in a thread of its own from the start. May be looked at from any thread."""

    def __init__(self, work: Work, *, clock: Clock) -> None:
        self.source: LibrarySource | None = None
        self.notices: tuple[str, ...] = ()
        self.error: CoachError | None = None
        self.id = secrets.token_hex(4)
        self._clock = clock
        self._began_s = clock.seconds()
        self._told = _Told(0.0, "Getting ready")
        self._pool = ThreadPool(1)  # its threads end with the program, and what goes wrong in them is handed on
        self._result = self._pool.apply_async(self._run, (work,), error_callback=self._fail)
        self._pool.close()

    @property
    def done(self) -> float:
        """The share that is done, 0 to 1."""
        return self._told.done

    @property
    def what(self) -> str:
        """What is being done."""
        return self._told.what

    @property
    def seconds_left(self) -> float | None:
        """How long it will still take at the rate so far, which falls while nothing moves; None where too little is done to tell."""
        done = self.done
        spent_s = self._clock.seconds() - self._began_s
        if done < LITTLE or spent_s < EARLY_S or self.finished:
            return None
        return spent_s * (1 - done) / done

    @property
    def finished(self) -> bool:
        """Whether it is over: then `source` says what the library holds now, or `error` why it did not come."""
        return self._result.ready()

    def wait(self, timeout_s: float) -> bool:
        """Wait until it is over, at most so many seconds; whether it is."""
        self._result.wait(timeout_s)
        return self.finished

    def _run(self, work: Work) -> None:
        material = work(self._tell)
        self.notices = material.notices
        self.source = _describe(material)

    def _fail(self, error: BaseException) -> None:
        self.error = error if isinstance(error, CoachError) else _as_ours(error)

    def _tell(self, done: float, what: str) -> None:
        self._told = _Told(min(max(done, 0.0), 1.0), what)


class Imports:
    """The present import, or the last one. Safe to share between threads."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._latest: Import | None = None

    def start(self, library: Library, kind: str, where: str) -> Import:
        """Begin an import and come back at once. Raises `InputRejected` where no place is named, `LibraryError` while another import is going on."""
        place = where.strip().strip("\"'")
        if not place:
            raise InputRejected("No file, folder or address was given.", mend="Write where the material lies.")
        with self._lock:
            if self._latest is not None and not self._latest.finished:
                raise LibraryError("Another import is going on.", mend="Wait until it is done, then try again.")
            self._latest = Import(partial(library.add, kind, place), clock=self._clock)
            return self._latest

    def get(self) -> Import | None:
        """The present import, or the last one; None where there was none."""
        return self._latest

    def take_out(self, library: Library, name: str) -> None:
        """Take a source out, and say no more about the last import. Raises `LibraryError` where it is not held, or while an import is going on."""
        library.remove(name)
        with self._lock:
            if self._latest is not None and self._latest.finished:
                self._latest = None


def _describe(material: Material) -> LibrarySource:
    return LibrarySource(
        name=material.name,
        version=material.version,
        licence=material.source.licence,
        attribution=material.attribution,
        occupations=len(material.occupations),
        passages=sum(len(occupation.passages) for occupation in material.occupations),
        titles=sum(1 + len(occupation.alternate_titles) for occupation in material.occupations),
    )


def _as_ours(error: BaseException) -> LibraryError:
    """An unknown error as a sentence with a code; the code and the kind of error, no text of the learner, go to the log."""
    code = secrets.token_hex(3)
    logging.getLogger("coach").error("code %s: %s in an import", code, type(error).__name__)
    return LibraryError(f"Something went wrong inside the program (code {code}).", mend="The library is as it was; try again.")
