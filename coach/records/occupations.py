"""Occupation material and what the library holds of it."""

from __future__ import annotations

from pydantic import Field

from coach.records.notes import Source
from coach.records.words import Record, Text, Tier, Topic


class Passage(Record):
    """A piece of occupation material of bounded length with its source; `score` is set by a search, 0 to 1.

    `asks` are questions to a career model that build on it, written with the material; there may be none.
    """

    id: Text
    occupation: Text
    text: Text
    topic: Topic | None = None
    source: Source
    line: int = 0
    asks: tuple[Text, ...] = ()
    score: float = 0.0

    def as_text(self) -> str:
        """One line for a prompt, with the id by which it is cited."""
        return f"[{self.id}] ({self.topic or 'general'}; {self.source.title}) {self.text}"


class Figure(Record):
    """A sentence with one figure, its country, year and source id."""

    text: Text
    topic: Topic
    country: str
    year: int
    source: Text


class PrivateFact(Record):
    """Something a career model knows from the inside and tells only at its tier; `origin` is a passage id or "invented"."""

    id: Text
    tier: Tier
    topic: Topic
    text: Text
    origin: str = "invented"

    def as_text(self) -> str:
        """One line for a prompt."""
        return f"({self.topic}) {self.text}"


class CareerPath(Record):
    """A fictional way through an occupation, from which a career model is composed; texts in the first person."""

    role: Text
    employer_kind: Text
    team: Text
    training: Text
    years: int = Field(ge=1, le=60)
    before: Text
    steps: tuple[Text, ...]
    works_with: tuple[Text, ...]
    story: Text
    turning_point: Text
    doubt: Text
    pride: Text


class Occupation(Record):
    """All the library holds on one occupation, from one corpus file or one imported source."""

    code: Text
    title: Text
    alternate_titles: tuple[str, ...] = ()
    codes: dict[str, str] = {}  # noqa: RUF012  (pydantic copies it)
    major_group: str = ""
    summary: str = ""
    sources: tuple[Source, ...] = ()
    figures: tuple[Figure, ...] = ()
    passages: tuple[Passage, ...] = ()
    career_paths: tuple[CareerPath, ...] = ()
    private_facts: tuple[PrivateFact, ...] = ()

    def as_text(self) -> str:
        """Title and summary."""
        return f"{self.title}: {self.summary}"


class LibrarySource(Record):
    """One source of occupation material as it is indexed."""

    name: Text
    version: str = ""
    licence: str = ""
    attribution: str = ""
    occupations: int = 0
    passages: int = 0
    titles: int = 0


class LibraryStatus(Record):
    """What the library holds, with which embedding and which vector store."""

    sources: tuple[LibrarySource, ...]
    embedding: str
    backend: str
