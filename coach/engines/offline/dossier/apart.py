"""Clauses that are told of somebody else than the one to be met, by the initial their line begins with or by the name right before them."""

from __future__ import annotations

import re
from collections import Counter

from coach.engines.offline.dossier.layout import Page
from coach.engines.offline.dossier.someone import People

_INITIAL = re.compile(r"(?P<letter>[A-Z])(?:\.|'s)? (?=[a-z\d(])")
_NAMED = re.compile(r"(?P<name>[A-ZĀĒĪŌŪ][\w'’-]+ [A-ZĀĒĪŌŪ][\w'’-]+),\s*$")
_TELLS = re.compile(r"(?:who )?(?:was|is|has|had|used|did|does|came|works?|went|runs?)\b")
_NO_INITIALS = frozenset("AI")
"""Letters that are words."""
_FEWEST = 2


def find_foreign_initials(page: Page, people: People) -> frozenset[str]:
    """The letters that stand for somebody else at the beginning of lines, where the one to be met is written with an initial as well."""
    if people.target is None:
        return frozenset()
    found = (_INITIAL.match(page.flat, line.body, line.end) for line in page.lines if line.kind == "text")
    counts = Counter(match["letter"] for match in found if match is not None and match["letter"] not in _NO_INITIALS)
    own = people.target.name[:1].upper()
    return frozenset(letter for letter, count in counts.items() if letter != own and count >= _FEWEST) if counts[own] >= _FEWEST else frozenset()


def is_of_another(page: Page, start: int, people: People, foreign: frozenset[str]) -> bool:
    """Whether what begins at a place is told of somebody else: its line opens with their initial, or their full name stands right before it."""
    line = page.line_at(start)
    opening = _INITIAL.match(page.flat, line.body, line.end)
    if opening is not None and opening["letter"] in foreign:
        return True
    named = _NAMED.search(page.flat, line.body, start)
    if named is None or page.flat[named.end() : start].strip() or people.target is None or not _TELLS.match(page.flat, start):
        return False
    return not {word.lower() for word in named["name"].split()} & people.target.parts
