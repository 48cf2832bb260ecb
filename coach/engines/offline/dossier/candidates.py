"""A reading among several, with the weight of what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in the page's flat text that may be the role or the employer, and how much speaks for it."""

    place: range
    weight: float
    weighed: bool = False
    """Whether the weight comes from many small signs together."""


def overlaps(one: range, other: range) -> bool:
    """Whether two places share a character."""
    return one.start < other.stop and other.start < one.stop
