"""What the notes tell in two ways without the rules of `contradictions` seeing it: pairs of statements that are likely to be of one thing."""

from __future__ import annotations

from coach.engines.offline.dossier.layout import Page
from coach.engines.offline.dossier.rivals import CLOCK, COUNT, LENGTH, MONEY, SCHOOL, YEAR, likeliest_rivals, list_pairs
from coach.engines.offline.dossier.subjects import Subjects
from coach.records import DraftContradiction


def find_rivals(page: Page, subjects: Subjects, found: tuple[DraftContradiction, ...]) -> tuple[DraftContradiction, ...]:
    """Statements far apart in the notes that are likely to tell one thing differently and that the rules did not find."""
    ruled = frozenset(tuple(sorted(page.text.find(quote) for quote in pair.quotes)[:2]) for pair in found)
    chosen = likeliest_rivals(list_pairs(page, subjects, ruled=ruled))
    new = []
    for pair in chosen:
        sides = tuple(_side(page, told.start, told.end) for told in (pair.first, pair.second))
        if not any(quote in side or side in quote for contradiction in found for quote in contradiction.quotes for side in sides) and sides[0] != sides[1]:
            new.append(DraftContradiction(quotes=sides, about=pair.about, key=_RIVAL_KEYS[pair.first.sort], explanation=_RIVAL_SENTENCES[pair.first.sort]))
    return tuple(new)


def _side(page: Page, start: int, end: int) -> str:
    """The words of a statement on one line of the notes."""
    return page.text[start:end].split("\n")[0].strip(" \t>*-•,;:.|")


_RIVAL_KEYS = {YEAR: "start_year", LENGTH: "tenure", MONEY: "pay", COUNT: "size", CLOCK: "meeting_time", SCHOOL: "education"}
_RIVAL_SENTENCES = {
    YEAR: "The notes may give different years for one thing.",
    LENGTH: "The notes may give different lengths of time for one thing.",
    MONEY: "The notes name different sums for what may be one thing.",
    COUNT: "The notes give different numbers for what may be one thing.",
    CLOCK: "The notes give different times for what may be one meeting.",
    SCHOOL: "The notes may tell differently where this was learned.",
}
