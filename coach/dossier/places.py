"""Where a text stands in the notes, and what is kept apart there: private matters as they were found, less what the learner opened, with what they closed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from coach.records import Corrections, Note, Span

_ALIKE = str.maketrans("’‘`´“”„«»–—‑\u00a0", '\'\'\'\'"""""--- ')
_EDGE = " \t>,;:.-–—"


def plain(text: str) -> str:
    """A text as it is compared with another: one space between words, capitals, quotation marks and dashes made alike."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_ALIKE).split()).casefold()


def find_places(note: Note, text: str) -> tuple[Span, ...]:
    """Every place where a text stands in the notes, in order, each on one line; spaces, capitals and the kind of quotation marks and dashes may differ.

    Whole words only; where it stands nowhere so, also inside of words. A place that runs over a line end gives one span for each of its lines.
    """
    return tuple(span for run in find_runs(note, text) for span in run)


def find_runs(note: Note, text: str) -> tuple[tuple[Span, ...], ...]:
    """The same with the spans of each place together: one, or as many as it has lines."""
    words = unicodedata.normalize("NFC", text).translate(_ALIKE).split()
    if not words:
        return ()
    folded = note.text.translate(_ALIKE)
    inner = r"[\s>]+".join(re.escape(word) for word in words)
    before, after = (r"(?<!\w)" if words[0][0].isalnum() else ""), (r"(?!\w)" if words[-1][-1].isalnum() else "")
    found = [match.span() for match in re.finditer(f"{before}{inner}{after}", folded, re.IGNORECASE)]
    found = found or [match.span() for match in re.finditer(inner, folded, re.IGNORECASE)]
    return tuple(_by_line(note.text, start, end) for start, end in found)


def cover(text: str, start: int, end: int) -> Span | None:
    """The span of this part of a text without the spaces and marks at its edges; None where nothing that says something is left."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(_EDGE))
    end -= len(piece) - len(piece.rstrip(_EDGE))
    if start >= end or not any(mark.isalnum() for mark in text[start:end]):
        return None
    return Span(text=text[start:end], line=text.count("\n", 0, start) + 1, start=start, end=end)


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans have a character in common."""
    return one.start < other.end and other.start < one.end


def lies_within(span: Span, places: Iterable[Span]) -> bool:
    """Whether a span overlaps any of these places."""
    return any(overlap(span, place) for place in places)


def leave_out(note: Note, span: Span, holes: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of a span when these places are cut out of it, in order; the span itself where none touches it."""
    cuts = sorted((hole.start, hole.end) for hole in holes if overlap(span, hole))
    if not cuts:
        return (span,)
    edges = [(0, span.start), *cuts, (span.end, span.end)]
    reached, left = span.start, []
    for (_, end), (start, _) in pairwise(edges):
        reached = max(reached, end)
        if reached < start and (piece := cover(note.text, reached, start)) is not None:
            left.append(piece)
    return tuple(left)


def set_apart(note: Note, found: Iterable[Span], corrections: Corrections) -> tuple[Span, ...]:
    """What is kept out of everything: the private places found, less those the learner opened, and every place of the texts they marked as private.

    In the order of the notes, none overlapping another. Where an opened and a private text overlap, it stays private.
    """
    opened = [place for text in corrections.open for place in find_places(note, text)]
    private = [place for text in corrections.private for place in find_places(note, text)]
    left = [piece for span in found for piece in leave_out(note, span, opened)]
    merged: list[Span] = []
    for span in sorted((*left, *private), key=lambda item: (item.start, -item.end)):
        last = merged[-1] if merged else None
        if last is None or span.start >= last.end:
            merged.append(span)
        elif span.end > last.end:
            merged[-1] = Span(text=note.text[last.start : span.end] or last.text, line=last.line, start=last.start, end=span.end)
    return tuple(merged)


def find_opened(note: Note, found: tuple[Span, ...], *, before: Corrections, after: Corrections) -> tuple[Span, ...]:
    """The places that were kept apart as the learner had it before, and are not any more."""
    closed = set_apart(note, found, after)
    return tuple(piece for span in set_apart(note, found, before) for piece in leave_out(note, span, closed))


def _by_line(text: str, start: int, end: int) -> tuple[Span, ...]:
    spans, at = [], start
    for count, line in enumerate(text[start:end].split("\n")):
        lead = len(line) - len(line.lstrip(" >\t")) if count else 0
        piece = line[lead:].rstrip()
        if piece:
            spans.append(Span(text=piece, line=text.count("\n", 0, at) + 1, start=at + lead, end=at + lead + len(piece)))
        at += len(line) + 1
    return tuple(spans)
