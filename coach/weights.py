"""Fitted weights that come with the package, opened once, and others in their place while something is measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

T = TypeVar("T")


class Held(Generic[T]):
    """Weights of one kind: `get` gives those of the package, opened at first use, or the ones that `use` has put in their place."""

    def __init__(self, open_packaged: Callable[[], T]) -> None:
        self._open = open_packaged
        self._packaged: list[T] = []
        self._others: list[T] = []

    def get(self) -> T:
        """The weights to weigh with."""
        if self._others:
            return self._others[-1]
        if not self._packaged:
            self._packaged.append(self._open())
        return self._packaged[0]

    @contextmanager
    def use(self, weights: T) -> Iterator[None]:
        """Within it, these weights are held instead."""
        self._others.append(weights)
        try:
            yield
        finally:
            self._others.pop()
