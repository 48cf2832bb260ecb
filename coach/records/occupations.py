"""Occupation material and what the library holds of it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

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


class FactDetail(Record):
    """What a career model says when a listener asks on about something told: the question as it would be put, and the answer; also read from one line with both."""

    question: Text
    text: Text

    @model_validator(mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        question, mark, text = value.partition("?")
        return {"question": f"{question.strip()}{mark}", "text": text.strip()}


class PrivateFact(Record):
    """Something a career model knows from the inside and tells only at its tier; `origin` is a passage id or "invented", `details` are told when asked about, after the fact."""

    id: Text
    tier: Tier
    topic: Topic
    text: Text
    origin: str = "invented"
    details: tuple[FactDetail, ...] = ()

    def as_text(self) -> str:
        """One line for a prompt."""
        return f"({self.topic}) {self.text}"

    def all_texts(self) -> tuple[str, ...]:
        """The fact and its details."""
        return self.text, *(detail.text for detail in self.details)


PathPiece = Literal["story", "turning_point", "doubt", "pride"]


class CareerPath(Record):
    """A fictional way through an occupation, from which a career model is composed; texts in the first person.

    `details` are those of the four pieces `story`, `turning_point`, `doubt` and `pride`, by their names.
    """

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
    details: dict[PathPiece, tuple[FactDetail, ...]] = {}  # noqa: RUF012  (pydantic copies it)


class Occupation(Record):
    """All the library holds on one occupation, from one corpus file or one imported source; `answers` are a career model's to the usual questions, by their names."""

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
    answers: dict[str, Text] = {}  # noqa: RUF012  (pydantic copies it)

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
