"""The tables of `corpus/people.yaml`: names, places, employers and a general career path, from which fictional people are composed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import Field, ValidationError

from coach.errors import LibraryError
from coach.records import CareerPath, PrivateFact, Record, Text, Tier, Topic


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


class General(Record):
    """Career paths and facts for an occupation that has none of its own; `facts` are tier, topic, text."""

    paths: tuple[CareerPath, ...]
    facts: tuple[tuple[Tier, Topic, Text], ...]

    def private_facts(self) -> tuple[PrivateFact, ...]:
        """The general facts with ids."""
        return tuple(PrivateFact(id=f"general/{topic}/{n}", tier=tier, topic=topic, text=text) for n, (tier, topic, text) in enumerate(self.facts, start=1))


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
