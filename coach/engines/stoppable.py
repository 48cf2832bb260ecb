"""An engine around another one whose streamed answer can be stopped at any moment, also while the other one waits for its server."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import closing
from multiprocessing.pool import ThreadPool
from queue import Empty, SimpleQueue
from typing import Protocol, runtime_checkable

from coach.engines import Engine, EngineCard, R
from coach.prompts import Rendered

LOOK_S = 0.05
"""How often, in seconds, a waiting stream looks whether it has been stopped."""


class Stopped(Exception):
    """The answer was stopped. Not an error of a learner's: whoever stops it knows."""


@runtime_checkable
class Cuttable(Protocol):
    """An answer that can be hung up on from any thread, also while it waits for its server."""

    def cut(self) -> None:
        """Hang up."""


class _End:
    """Stands after the last piece."""


class StoppableEngine:
    """Answers like `engine`; once `stopped` is set, a stream raises `Stopped` within a tenth of a second and lets go of the other engine's answer."""

    def __init__(self, engine: Engine, stopped: threading.Event) -> None:
        self._engine = engine
        self._stopped = stopped

    @property
    def card(self) -> EngineCard:
        """That of the engine within."""
        return self._engine.card

    def draft(self, prompt: Rendered, returns: type[R]) -> R:
        """The engine's own answer. Raises what the engine raises."""
        return self._engine.draft(prompt, returns)

    def stream(self, prompt: Rendered) -> Generator[str, None, None]:
        """The engine's pieces. Raises `Stopped`, and what the engine raises."""
        pieces: SimpleQueue[str | BaseException | _End] = SimpleQueue()
        left = threading.Event()
        answer = self._engine.stream(prompt)
        reader = ThreadPool(1)
        reader.apply_async(self._read, (answer, pieces, left), callback=pieces.put, error_callback=pieces.put)
        reader.close()
        try:
            while True:
                if self._stopped.is_set():
                    raise Stopped
                try:
                    piece = pieces.get(timeout=LOOK_S)
                except Empty:
                    continue
                if isinstance(piece, _End):
                    return
                if isinstance(piece, BaseException):
                    raise piece
                yield piece
        finally:
            left.set()
            if isinstance(answer, Cuttable):
                answer.cut()

    def _read(self, answer: Generator[str, None, None], pieces: SimpleQueue[str | BaseException | _End], left: threading.Event) -> _End:
        """Pass the engine's pieces on until nobody wants them; then close its answer, and with it the connection."""
        with closing(answer):
            for piece in answer:
                if left.is_set():
                    break
                pieces.put(piece)
        return _End()
