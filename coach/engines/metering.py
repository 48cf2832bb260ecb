"""An engine around another one that keeps account: each call with its tokens, and a clear stop where the day's limit is reached."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from typing import Protocol

from coach.clock import Clock
from coach.engines import Engine, EngineCard, R
from coach.pricing import Price
from coach.prompts import Rendered
from coach.records import Spent


class Ledger(Protocol):
    """Where calls are written down."""

    def check(self) -> None:
        """Raises `EngineRefused` where the day's limit is reached."""

    def note(self, spent: Spent) -> None:
        """Write a call down."""


class MeteredEngine:
    """Answers like `engine`, and tells `ledger` of each call. Raises what ledger and engine raise.

    `heads` holds what was sent last by stage, and outlives the engine; `count` gives a text's tokens and whether they were guessed.
    """

    def __init__(
        self, engine: Engine, ledger: Ledger, *, clock: Clock, price: Price | None, heads: dict[str, str], count: Callable[[str], tuple[int, bool]]
    ) -> None:
        self._engine = engine
        self._ledger = ledger
        self._clock = clock
        self._price = price
        self._count = count
        self._heads = heads

    @property
    def card(self) -> EngineCard:
        """That of the engine within."""
        return self._engine.card

    def draft(self, prompt: Rendered, returns: type[R]) -> R:
        """The engine's own answer."""
        self._ledger.check()
        came = ""
        try:
            answer = self._engine.draft(prompt, returns)
            came = answer.model_dump_json()
        finally:
            self._note(prompt, came)
        return answer

    def stream(self, prompt: Rendered) -> Generator[str, None, None]:
        """The engine's own pieces."""
        self._ledger.check()
        came: list[str] = []
        try:
            with closing(self._engine.stream(prompt)) as pieces:
                for piece in pieces:
                    came.append(piece)
                    yield piece
        finally:
            self._note(prompt, "".join(came))

    def _note(self, prompt: Rendered, came: str) -> None:
        sent = f"{prompt.system}\n{prompt.user}"
        before = self._heads.get(prompt.name, "")
        self._heads[prompt.name] = sent
        shared = next((n for n, (one, other) in enumerate(zip(before, sent, strict=False)) if one != other), min(len(before), len(sent)))
        tokens_in, guessed = self._count(sent)
        tokens_out, _ = self._count(came)
        repeated = min(tokens_in, self._count(sent[:shared])[0]) if shared else 0
        cost = self._price.cost(tokens_in=tokens_in, tokens_out=tokens_out, tokens_repeated=repeated) if self._price else None
        self._ledger.note(
            Spent(
                made_at=self._clock.now(),
                stage=prompt.name,
                model_id=self.card.name,
                tokens_in=tokens_in,
                tokens_out=tokens_out,
                tokens_repeated=repeated,
                cost=cost,
                estimated=guessed,
                failed=not came,
            )
        )
