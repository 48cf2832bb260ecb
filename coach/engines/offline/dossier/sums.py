"""The weights of signs by which a choice is made: employer and role among their candidates, pairs of statements that contradict each other. Fitted by `evals.fit_choices`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import resources

WEIGHTS = "choices.json"

_OTHERS: list[Mapping[str, Mapping[str, float]]] = []


@contextmanager
def use_sums(weights: Mapping[str, Mapping[str, float]]) -> Iterator[None]:
    """Within it, candidates are weighed with these weights instead of those that come with the package."""
    _OTHERS.append(weights)
    try:
        yield
    finally:
        _OTHERS.pop()


def open_sums() -> Mapping[str, Mapping[str, float]]:
    """The weights by kind and sign: those that come with the package, unless others are in use."""
    return _OTHERS[-1] if _OTHERS else _open_packaged()


@cache
def _open_packaged() -> dict[str, dict[str, float]]:
    stored: dict[str, dict[str, float]] = json.loads(resources.files(__package__).joinpath(WEIGHTS).read_text(encoding="utf-8"))
    return stored
