"""An engine that plays queued replies and remembers what it was asked; public, for tests and demonstrations."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable

from coach.engines import EngineCard, R
from coach.errors import CoachError, EngineUnavailable
from coach.prompts import Rendered
from coach.records import Record

Reply = Record | str | CoachError


class ScriptedEngine:
    """Plays `replies` in order: a record for `draft`, a string for `stream`, an error to be raised. `asked` keeps every prompt."""

    def __init__(self, replies: Iterable[Reply] = (), *, pieces: int = 8) -> None:
        self.replies: deque[Reply] = deque(replies)
        self.asked: list[Rendered] = []
        self._pieces = pieces

    @property
    def card(self) -> EngineCard:
        """Says that replies are scripted and that nothing leaves."""
        return EngineCard(name="scripted", says="Scripted replies", leaves="Nothing leaves this machine.")

    def draft(self, prompt: Rendered, returns: type[R]) -> R:
        """The next reply, which must be of the kind asked for."""
        reply = self._next(prompt)
        if isinstance(reply, str):
            return returns.model_validate_json(reply)
        if not isinstance(reply, returns):
            raise EngineUnavailable(f"The script holds a {type(reply).__name__} where {returns.__name__} is asked for.", mend="Queue the right record.")
        return reply

    def stream(self, prompt: Rendered) -> Generator[str, None, None]:
        """The next reply in pieces of a few characters."""
        reply = self._next(prompt)
        text = reply if isinstance(reply, str) else reply.model_dump_json()
        for start in range(0, len(text), self._pieces):
            yield text[start : start + self._pieces]

    def _next(self, prompt: Rendered) -> Record | str:
        self.asked.append(prompt)
        if not self.replies:
            raise EngineUnavailable(f"The script has no reply left for {prompt.name}.", mend="Queue one more reply.")
        reply = self.replies.popleft()
        if isinstance(reply, CoachError):
            raise reply
        return reply
