"""The sheet as a PDF: one A4 page, tagged for screen readers, with the fonts that come with Typst."""

from __future__ import annotations

from importlib.resources import files
from itertools import count
from typing import Any

from coach.documents.sheets.wording import BOX, GOALS, LOOK_UP, WHEN, WHERE, clean, say_length, say_look_up, say_minutes
from coach.documents.typesetting import Piece, to_pieces, typeset
from coach.records import Phase, Sheet

_LONG = 600
"""A question of more characters may run over to the next page."""


def write_pdf(sheet: Sheet) -> bytes:
    """The sheet as PDF/UA-1; the room for notes shrinks first, then the type down to 9 points, before a second page is begun."""
    template = files("coach.documents.sheets").joinpath("sheet.typ").read_bytes()
    return typeset(template, "sheet", lambda missing: _Shape(missing).shape(sheet), texts=sheet.model_dump())


class _Shape:
    """Makes of a sheet what the template reads; `missing` are the signs that cannot be drawn."""

    def __init__(self, missing: frozenset[str]) -> None:
        self._missing = missing

    def shape(self, sheet: Sheet) -> dict[str, Any]:
        """Every text in pieces, every number as it is printed."""
        numbers = count(1)
        return {
            "name": clean(sheet.title),
            "title": self._pieces(sheet.title),
            "about": self._pieces(sheet.about),
            "when": self._pieces(sheet.when),
            "where": self._pieces(sheet.where),
            "words": {"when": WHEN, "where": WHERE, "length": say_length(sheet.minutes), "goals": GOALS, "look_up": LOOK_UP, "box": BOX, "minute": "minute"},
            "goals": [self._pieces(goal) for goal in sheet.goals],
            "look_up_first": [{"text": self._pieces(say_look_up(one)), "where": self._pieces(one.where)} for one in sheet.look_up_first],
            "phases": [
                {
                    "title": phase.title,
                    "starts": say_minutes(phase.starts),
                    "length": say_length(phase.minutes),
                    "questions": [{"number": f"{next(numbers)}.", "text": self._pieces(text), "long": len(text) > _LONG} for text in phase.questions],
                    "say": [self._pieces(line) for line in sheet.opening] if phase.phase is Phase.OPEN else [],
                    "checks": [self._pieces(line) for line in sheet.checklist] if phase.phase is Phase.CLOSE else [],
                }
                for phase in sheet.phases
            ],
            "notices": [self._pieces(notice) for notice in sheet.notices],
        }

    def _pieces(self, text: str) -> list[Piece]:
        return to_pieces(text, self._missing)
