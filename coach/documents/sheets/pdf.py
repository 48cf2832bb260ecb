"""The sheet as a PDF: one A4 page, tagged for screen readers, with the fonts that come with Typst.

Learner text goes to the template as data. Letters that none of those fonts has (Chinese, emoji) are printed in a font of the machine; where it has none either, an
empty box stands for each on paper, and the letters stay in the file as the text that is read out for it.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import count, groupby
from typing import TYPE_CHECKING, Any

from coach.documents.sheets.wording import BOX, GOALS, LOOK_UP, WHEN, WHERE, clean, say_length, say_look_up, say_minutes
from coach.records import Phase, Sheet

if TYPE_CHECKING:
    from typst import PDFStandard

_SURE_END = "\u0250"
"""All letters before it (Basic Latin to Latin Extended-B, macrons included) are in Libertinus Serif."""

_LONGEST_WORD = 40
"""Characters after which an endless word may be broken."""

_LONG = 600
"""A question of more characters may run over to the next page."""

_PROBE = """
#set page(width: 60cm, height: auto)
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"), dir: ltr)
#for (n, sign) in json(bytes(sys.inputs.signs)).enumerate() [\\##n: #sign #text(weight: "bold", sign) #text(style: "italic", sign) #parbreak()]
"""
_SIGN = re.compile(
    r"(?:\u200d|.)(?:[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff]|\u200d.)*",
    re.DOTALL,
)
"""A letter with its marks, which are drawn together; an emoji with its tone and what is joined to it."""

_ANSWER = re.compile(r"#(\d+):(.*?)(?=#\d+:|$)", re.DOTALL)

Piece = str | dict[str, Any]


def write_pdf(sheet: Sheet) -> bytes:
    """The sheet as PDF/UA-1; the room for notes shrinks first, then the type down to 9 points, before a second page is begun.

    Where signs cannot be drawn even so, the same PDF without the promise of that standard.
    """
    import typst

    template = files("coach.documents.sheets").joinpath("sheet.typ").read_bytes()
    try:
        return _compile(template, {"sheet": _Shape(frozenset()).shape(sheet)}, standards=["ua-1"])
    except typst.TypstError:
        shape = {"sheet": _Shape(_find_missing(sheet)).shape(sheet)}
    try:
        return _compile(template, shape, standards=["ua-1"], machine_fonts=True)
    except typst.TypstError:
        return _compile(template, shape, standards=[], machine_fonts=True)


def _compile(template: bytes, inputs: dict[str, Any], *, standards: list[PDFStandard], machine_fonts: bool = False) -> bytes:
    import typst

    made = typst.compile(
        template,
        format="pdf",
        sys_inputs={name: json.dumps(value, ensure_ascii=False) for name, value in inputs.items()},
        ignore_system_fonts=not machine_fonts,
        pdf_standards=standards,
    )
    assert isinstance(made, bytes)
    return made


def _find_missing(sheet: Sheet) -> frozenset[str]:
    """The signs of the sheet that no font has: all that are not plainly Latin are set once, and those that could not be drawn come back as nulls."""
    from pypdf import PdfReader

    texts = (*_texts(sheet.model_dump()),)
    signs = sorted({sign for text in texts for sign in _SIGN.findall(clean(text)) if max(sign) >= _SURE_END})
    made = _compile(_PROBE.encode(), {"signs": signs}, standards=[], machine_fonts=True)
    said = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    return frozenset(signs[int(match[1])] for match in _ANSWER.finditer(said) if "\0" in match[2])


def _texts(value: Any) -> Iterator[str]:
    """Every text in a record that was dumped."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list, tuple)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


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
        found: list[Piece] = []
        for is_missing, signs in groupby(_SIGN.findall(clean(text)), key=lambda sign: sign in self._missing):
            part = list(signs)
            found.append({"alt": "".join(part), "signs": len(part)} if is_missing else _break_long("".join(part)))
        return found


def _break_long(text: str) -> str:
    """The text with places at which an endless word may go on in the next line."""
    return re.sub(rf"\S{{{_LONGEST_WORD}}}(?=\S)", lambda match: match[0] + "\u200b", text)
