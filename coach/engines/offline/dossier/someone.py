"""The people of the notes, as records in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from coach.engines.offline.dossier.cards import Card
from coach.engines.offline.dossier.names import Mention


@dataclass(slots=True)
class Someone:
    """One person of the notes: the fullest form of the name, where it first stands, the evidence that this is the one to be met, job and pronoun if told.

    `roles` are ranges of the page's flat text; `card` is true where the name heads a block of its own, as on a page of staff; `acts` where somebody by this
    name does or says something, which no place and no firm does, `heads` where the name is a heading. `turns` counts lines that are theirs, as in a transcript; `cards` are the jobs and employers beside the name.
    """

    name: str
    start: int
    end: int
    score: float = 0.0
    roles: list[range] = field(default_factory=list)
    pronoun: str = ""
    card: bool = False
    acts: bool = False
    heads: bool = False
    turns: int = 0
    cards: list[Card] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    @property
    def parts(self) -> frozenset[str]:
        """Every word of the name by which the person may be called, in lower case."""
        return frozenset(word.lower().strip(".") for word in self.name.split() if len(word) > 2) | {
            part.lower() for part in self.name.split()[0].split("-")[:1]
        }


@dataclass(frozen=True, slots=True)
class People:
    """The person to be met, None where the notes do not tell, and everybody else."""

    target: Someone | None = None
    others: tuple[Someone, ...] = ()

    def everybody(self) -> tuple[Someone, ...]:
        """The person to be met first, then the others."""
        return (*((self.target,) if self.target else ()), *self.others)


def without_firm(people: People, firm: str) -> People:
    """The people without those whose name turned out to be that of the organisation."""
    words = set(firm.lower().split())
    return People(people.target, tuple(someone for someone in people.others if not firm or not set(someone.name.lower().split()) <= words))
