"""An engine around another one that keeps what was sent and what came back, so that it can be counted afterwards."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

from coach.engines import Engine, EngineCard, R
from coach.prompts import Rendered
from coach.records import Usage
from coach.tokens import count_tokens


class CountingEngine:
    """Answers like `engine`, and remembers the text of each call until it is counted. Counting takes time and is left until the answer is out."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._calls: list[tuple[str, list[str]]] = []

    @property
    def card(self) -> EngineCard:
        """That of the engine within."""
        return self._engine.card

    def draft(self, prompt: Rendered, returns: type[R]) -> R:
        """The engine's own answer. Raises what the engine raises."""
        answer = self._engine.draft(prompt, returns)
        self._calls.append((_sent(prompt), [answer.model_dump_json()]))
        return answer

    def stream(self, prompt: Rendered) -> Generator[str, None, None]:
        """The engine's pieces. Raises what the engine raises."""
        came: list[str] = []
        self._calls.append((_sent(prompt), came))
        for piece in self._engine.stream(prompt):
            came.append(piece)
            yield piece

    def measure_usage(self, *, folder: Path | None) -> Usage | None:
        """What the calls so far took; `folder` is tiktoken's cache folder. None where no language model was asked."""
        if not self._calls or not self.card.model_name:
            return None
        sent = [count_tokens(text, folder=folder) for text, _ in self._calls]
        came = [count_tokens("".join(pieces), folder=folder) for _, pieces in self._calls]
        return Usage(
            calls=len(self._calls),
            tokens_in=sum(count.tokens for count in sent),
            tokens_out=sum(count.tokens for count in came),
            estimated=any(count.estimated for count in (*sent, *came)),
        )


def _sent(prompt: Rendered) -> str:
    return f"{prompt.system}\n{prompt.user}"


def add_usage(parts: Iterator[Usage | None]) -> Usage | None:
    """Several together; None where there is none."""
    known = [usage for usage in parts if usage is not None]
    if not known:
        return None
    return Usage(
        calls=sum(usage.calls for usage in known),
        tokens_in=sum(usage.tokens_in for usage in known),
        tokens_out=sum(usage.tokens_out for usage in known),
        estimated=any(usage.estimated for usage in known),
    )
