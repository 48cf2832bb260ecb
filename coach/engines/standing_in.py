"""An engine around one whose answers may not be readable: then the rules answer in its place, and whoever asked can tell."""

from __future__ import annotations

from collections.abc import Generator

from coach.engines import Engine, EngineCard, R
from coach.errors import UnreadableReply
from coach.prompts import Rendered

NOTE = "The language model's answer could not be read, so the built-in coach did this."


class StandInEngine:
    """Answers like `engine`; where a draft of it cannot be read, also after one repair, like `reserve`, and `stood_in` and the card say so from then on."""

    def __init__(self, engine: Engine, reserve: Engine) -> None:
        self._engine = engine
        self._reserve = reserve
        self.stood_in = False

    @property
    def card(self) -> EngineCard:
        """Who spoke: the engine within, or the one that stood in for it."""
        return (self._reserve if self.stood_in else self._engine).card

    def draft(self, prompt: Rendered, returns: type[R]) -> R:
        """The engine's own answer, else the reserve's. Raises `EngineUnavailable` and `EngineRefused` as the engine does."""
        try:
            return self._engine.draft(prompt, returns)
        except UnreadableReply:
            self.stood_in = True
            return self._reserve.draft(prompt, returns)

    def stream(self, prompt: Rendered) -> Generator[str, None, None]:
        """The engine's own pieces; nobody stands in where somebody speaks."""
        return self._engine.stream(prompt)

    @property
    def notes(self) -> tuple[str, ...]:
        """What is to be told of it."""
        return (NOTE,) if self.stood_in else ()
