"""What an import comes to: the occupations of one source with its licence, its wording and its notices."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coach.records import Occupation, Record, Source, Text

Progress = Callable[[float, str], None]
"""Told how far a piece of work is, 0 to 1, and what is being done."""


class Release(Record):
    """Which material lies at a place, told without reading it; both as in `Material`."""

    name: Text
    digest: Text


class Material(Record):
    """Everything one import brought: `name` is onet, ooh, esco or folder-<name>; `digest` identifies every byte that was read.

    `version` is the release's own number or date, or the first eight digits of the digest. `attribution` is the sentence that the licence asks for. `notices`
    are sentences for the learner about what was missing or passed over.
    """

    name: Text
    version: Text
    source: Source
    attribution: str = ""
    occupations: Sequence[Occupation]
    notices: tuple[str, ...] = ()
    digest: Text


def be_silent(done: float, what: str) -> None:
    """The progress of a caller who does not want to know."""
