"""The notes marked up: each line in pieces that say what a piece is to the dossier, so that the learner sees what was read and what is kept apart."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from coach.documents import find_orders
from coach.dossier.places import find_places
from coach.records import About, Dossier, Fact, Mark, MarkedLine, MarkedPiece, Note, Span

_OF_ABOUT = {
    About.PERSON: Mark.PERSON,
    About.ORGANISATION: Mark.ORGANISATION,
    About.OCCUPATION: Mark.OCCUPATION,
    About.MEETING: Mark.MEETING,
}
_CLOSED = frozenset({Mark.PRIVATE, Mark.ORDER})


def mark_note(note: Note, dossier: Dossier) -> tuple[MarkedLine, ...]:
    """Every line of the notes in pieces that make it up exactly; an empty line has none. `dossier` is one of these notes.

    Where marks meet, private comes before an order, an order before what disagrees, that before the facts, of facts the longer one first, and a fact before the bare
    name, role, employer, time or purpose. A piece that rests on a fact names it, but for what is private or an order. A span that no longer stands at its place is
    marked wherever its text stands.
    """
    marks: list[Mark] = [Mark.PLAIN] * len(note.text)
    facts: list[str] = [""] * len(note.text)
    for text, mark in _parts(dossier):
        _paint(marks, find_places(note, text), mark)
    for fact in sorted(dossier.facts, key=_shortest_first):
        places = _stand(note, fact.source)
        _paint(marks, places, _OF_ABOUT[fact.about])
        for place in places:
            facts[place.start : place.end] = [fact.id] * (place.end - place.start)
    for item in dossier.contradictions:
        for span in item.spans:
            _paint(marks, _stand(note, span), Mark.DISAGREES)
    _paint(marks, find_orders(note.text), Mark.ORDER)
    for span in dossier.sensitive:
        _paint(marks, _stand(note, span), Mark.PRIVATE)
    return _in_lines(note.text, marks, facts)


def _parts(dossier: Dossier) -> tuple[tuple[str, Mark], ...]:
    person = dossier.person
    return (
        (dossier.meeting_purpose, Mark.MEETING),
        (dossier.meeting_time, Mark.MEETING),
        (dossier.organisation.name, Mark.ORGANISATION),
        (person.employer, Mark.ORGANISATION),
        (person.role, Mark.PERSON),
        (person.name, Mark.PERSON),
    )


def _shortest_first(fact: Fact) -> tuple[int, int]:
    """The longest is painted last and so lies on top; of two as long, the first in the notes."""
    return fact.source.end - fact.source.start, -fact.source.start


def _stand(note: Note, span: Span) -> tuple[Span, ...]:
    return (span,) if note.text[span.start : span.end] == span.text else find_places(note, span.text)


def _paint(marks: list[Mark], places: Iterable[Span], mark: Mark) -> None:
    for place in places:
        marks[place.start : place.end] = [mark] * (place.end - place.start)


def _in_lines(text: str, marks: list[Mark], facts: list[str]) -> tuple[MarkedLine, ...]:
    lines, start = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        end = start + len(line)
        kinds = [(mark, "" if mark in _CLOSED else fact) for mark, fact in zip(marks[start:end], facts[start:end], strict=True)]
        pieces, at = [], start
        for (mark, fact), run in groupby(kinds):
            end = at + sum(1 for _ in run)
            pieces.append(MarkedPiece(text=text[at:end], mark=mark, fact=fact))
            at = end
        lines.append(MarkedLine(line=number, pieces=tuple(pieces)))
        start += len(line) + 1
    return tuple(lines)
