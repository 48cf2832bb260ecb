"""The tables of `corpus/people.yaml`: names, places, employers and a general career path, from which fictional people are composed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import Field, ValidationError, model_validator

from coach.errors import LibraryError
from coach.records import CareerPath, FactDetail, PrivateFact, Record, Text, Tier, Topic


class NameTable(Record):
    """Given names by pronoun and family names that go together."""

    she: tuple[Text, ...]
    he: tuple[Text, ...]
    they: tuple[Text, ...]
    family: tuple[Text, ...]


class EmployerTable(Record):
    """How an employer may be called whose kind holds one of these words; {place}, {stem} and {family} are filled in."""

    words: tuple[str, ...]
    names: tuple[Text, ...]


class GeneralFact(Record):
    """A fact that fits any occupation; also read from a list of tier, topic, text and, if there are any, details."""

    tier: Tier
    topic: Topic
    text: Text
    details: tuple[FactDetail, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _name(cls, value: object) -> object:
        return dict(zip(("tier", "topic", "text", "details"), value, strict=False)) if isinstance(value, list) else value


class General(Record):
    """Career paths, facts and answers to the usual questions for an occupation that has none of its own."""

    paths: tuple[CareerPath, ...]
    facts: tuple[GeneralFact, ...]
    answers: dict[str, Text] = {}  # noqa: RUF012  (pydantic copies it)

    def private_facts(self) -> tuple[PrivateFact, ...]:
        """The general facts with ids."""
        return tuple(PrivateFact(id=f"general/{fact.topic}/{n}", **dict(fact)) for n, fact in enumerate(self.facts, start=1))


class People(Record):
    """All tables."""

    names: tuple[NameTable, ...] = Field(min_length=1)
    places: tuple[Text, ...] = Field(min_length=1)
    employers: tuple[EmployerTable, ...] = Field(min_length=1)
    stems: tuple[Text, ...] = Field(min_length=1)
    backgrounds: tuple[Text, ...] = Field(min_length=1)
    general: General


def _file() -> Path:
    """Beside the package in a checkout, inside it when installed from a wheel (as the prompts)."""
    package = Path(__file__).resolve().parent.parent
    beside = package.parent / "corpus" / "people.yaml"
    return beside if beside.is_file() else package / "material" / "corpus" / "people.yaml"


@cache
def get_people() -> People:
    """The tables, read once. Raises `LibraryError` where the file is missing or wrong."""
    try:
        raw = _file().read_text(encoding="utf-8")
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return People.model_validate(yaml.load(raw, Loader=loader))  # noqa: S506  (both are safe loaders)
    except OSError as error:
        raise LibraryError("The name tables for the rehearsal are missing.", mend="Restore corpus/people.yaml, or install the program again.") from error
    except (yaml.YAMLError, ValidationError) as error:
        raise LibraryError("The name tables for the rehearsal are wrong.", mend=f"Mend corpus/people.yaml: {error}") from error
