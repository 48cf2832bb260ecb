"""By which pronoun the notes speak of somebody."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.engines.offline.dossier.layout import Page
from coach.engines.offline.dossier.someone import Someone

_REACH = 400
"""How far behind a name, in characters, a pronoun is still taken to be about it."""

_FEMALE = re.compile(r"\b(?:she|she's|shes|she'll|her|hers|herself)\b", re.IGNORECASE)
_MALE = re.compile(r"\b(?:he|he's|hes|he'll|his|him|himself)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Pronoun:
    word: str
    weight: float
    at: int


def find_pronoun(page: Page, someone: Someone, people: list[Someone]) -> str:
    """How the notes speak of somebody: the pronoun at the head of the next sentence counts most, one in the same sentence less, after a comma hardly."""
    others = sorted(mention.start for other in people if other is not someone for mention in other.mentions)
    counts = {"she": 0.0, "he": 0.0}
    for mention in someone.mentions:
        line = page.line_at(mention.start)
        limit = min([start for start in others if start > mention.end] + [line.end])
        below = page.lines[line.number] if someone.card and line.number < len(page.lines) and mention.end >= line.end - 2 else None
        reach = page.flat[mention.end : min(limit, mention.end + _REACH)] + (". " + page.flat[below.body : below.end] if below is not None else "")
        for found in _pronouns_in(reach):
            counts[found.word] += found.weight
            break
    if counts["she"] == counts["he"]:
        return ""
    return "she" if counts["she"] > counts["he"] else "he"


def find_only_pronoun(text: str) -> str:
    """The pronoun of notes that hardly use the other one: it is most likely the person's."""
    she, he = len(_FEMALE.findall(text)), len(_MALE.findall(text))
    if she >= 2 and she > 3 * he:
        return "she"
    return "he" if he >= 2 and he > 3 * she else ""


def _pronouns_in(text: str) -> list[_Pronoun]:
    """The pronouns of a stretch, those that head a sentence first."""
    found = []
    for word, pattern in (("she", _FEMALE), ("he", _MALE)):
        for match in pattern.finditer(text):
            before = text[: match.start()].rstrip(" \"“'")
            weight = 2.0 if before.endswith((".", "!", "?", ":")) else 0.4 if before.endswith(",") else 1.0
            found.append(_Pronoun(word, weight, match.start()))
    return sorted(found, key=lambda pronoun: (-pronoun.weight, pronoun.at))
