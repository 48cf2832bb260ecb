"""An engine around another one that does not ask the same thing twice: a record drafted before for the very same text is given again."""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from typing import Protocol

from pydantic import ValidationError

from coach.engines import Engine, EngineCard, R
from coach.prompts import Rendered

REMEMBERED = frozenset({"dossier/read", "questions/draft", "feedback/judge"})
"""Prompts of which the same text has the same answer: another list of questions has another number in its text."""


class Memory(Protocol):
    """Where answers are kept by their digests."""

    def get_answer(self, digest: str) -> str | None:
        """The answer kept for this digest, as JSON."""

    def save_answer(self, digest: str, answer: str) -> None:
        """Keep an answer."""


class RememberingEngine:
    """Answers like `engine`, and for a draft it was asked for before from `memory`; `fresh` asks anew and keeps the new answer."""

    def __init__(self, engine: Engine, memory: Memory, *, fresh: bool = False) -> None:
        self._engine = engine
        self._memory = memory
        self._fresh = fresh

    @property
    def card(self) -> EngineCard:
        """That of the engine within."""
        return self._engine.card

    def draft(self, prompt: Rendered, returns: type[R]) -> R:
        """The answer kept for this text, else the engine's own. Raises what engine and memory raise."""
        if prompt.name not in REMEMBERED:
            return self._engine.draft(prompt, returns)
        digest = find_digest(prompt, model_id=self.card.name, returns=returns.__name__)
        kept = None if self._fresh else self._memory.get_answer(digest)
        if kept is not None:
            try:
                return returns.model_validate_json(kept)
            except ValidationError:
                kept = None  # the record has another form by now
        answer = self._engine.draft(prompt, returns)
        self._memory.save_answer(digest, answer.model_dump_json())
        return answer

    def stream(self, prompt: Rendered) -> Generator[str, None, None]:
        """The engine's own pieces; what is said in a talk is never kept."""
        return self._engine.stream(prompt)


def find_digest(prompt: Rendered, *, model_id: str, returns: str) -> str:
    """The digest of model, prompt file, both texts and the record asked for."""
    parts = (model_id, prompt.digest, returns, prompt.system, prompt.user, prompt.settings.model_dump_json())
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
