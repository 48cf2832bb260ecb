"""Quotes back to their place in the notes: a quote that does not stand there is dropped and counted."""

from __future__ import annotations

import re
from functools import lru_cache

from coach.records import Note, Span

_ALIKE = {
    "'": "['’‘`´]",
    "’": "['’‘`´]",
    "‘": "['’‘`´]",
    '"': '["“”„«»]',
    "“": '["“”„«»]',
    "”": '["“”„«»]',
    "-": "[-–—‑]",
    "–": "[-–—‑]",
    "—": "[-–—‑]",
    "…": r"(?:…|\.{3})",
}
_SHORTEST = 2
_MARKS = frozenset("\"“”„«»'‘’")


def find_quote(note: Note, quote: str, *, line: int = 0) -> Span | None:
    """Where the quote stands, on the named line if it stands there, else at its first place; None where it stands nowhere.

    An engine may have changed the spaces, the kind of quotation marks and dashes or the capitals of a quote; the span holds the words as the notes have them.
    A quote that runs over a line end is cut to the line that holds most of it.
    """
    words = quote.strip()
    if words[:1] in _MARKS and words[-1:] in _MARKS and len(words) > 2 and _pattern(words).search(note.text) is None:
        words = words[1:-1].strip()
    if len(words) < _SHORTEST:
        return None
    places = [(match.start(), match.end()) for match in _pattern(words).finditer(note.text)]
    if not places:
        return None
    numbered = [(note.text.count("\n", 0, start) + 1, start, end) for start, end in places]
    number, start, end = next((place for place in numbered if place[0] == line), numbered[0])
    return _on_one_line(note.text, number, start, end)


def find_line(note: Note, at: int) -> int:
    """The line, from 1, on which an offset lies."""
    return note.text.count("\n", 0, at) + 1


@lru_cache(maxsize=1024)
def _pattern(words: str) -> re.Pattern[str]:
    parts = ("".join(_ALIKE.get(mark, re.escape(mark)) for mark in word) for word in words.split())
    return re.compile(r"[\s>]+".join(parts), re.IGNORECASE)


def _on_one_line(text: str, number: int, start: int, end: int) -> Span:
    best_line, best_start, best_end = number, start, start
    offset = start
    for count, piece in enumerate(text[start:end].split("\n")):
        lead = len(piece) - len(piece.lstrip(" >\t")) if count else 0
        if len(piece.rstrip()) - lead > best_end - best_start:
            best_line, best_start, best_end = number + count, offset + lead, offset + len(piece.rstrip())
        offset += len(piece) + 1
    return Span(text=text[best_start:best_end], line=best_line, start=best_start, end=best_end)
