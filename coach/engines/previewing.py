"""An engine that answers nothing and shows what it was asked: the very text that another one would have been sent."""

from __future__ import annotations

from collections.abc import Generator

from coach.engines import EngineCard, R
from coach.prompts import Rendered


class Shown(Exception):
    """What would be sent was seen; nothing was."""


class PreviewEngine:
    """Keeps the prompt it is asked with in `prompt`, and raises `Shown` instead of answering; `card` is that of the engine it stands for."""

    def __init__(self, card: EngineCard) -> None:
        self._card = card
        self.prompt: Rendered | None = None

    @property
    def card(self) -> EngineCard:
        """That of the engine it stands for."""
        return self._card

    def draft(self, prompt: Rendered, returns: type[R]) -> R:
        """Raises `Shown`."""
        self.prompt = prompt
        raise Shown(returns.__name__)

    def stream(self, prompt: Rendered) -> Generator[str, None, None]:
        """Raises `Shown`."""
        self.prompt = prompt
        raise Shown("text")
