"""Setting learner text with Typst: the text goes to the template as data, and letters that no font has stay in the file as the text that is read out for them.

Letters that none of Typst's own fonts has (Chinese, emoji) are printed in a font of the machine; where it has none either, an empty box stands for each on paper.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from coach.documents.sheets.wording import clean

if TYPE_CHECKING:
    from typst import PDFStandard

_SURE_END = "\u0250"
"""All letters before it (Basic Latin to Latin Extended-B, macrons included) are in Libertinus Serif."""

_LONGEST_WORD = 40
"""Characters after which an endless word may be broken."""

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


def typeset(template: bytes, name: str, shape: Callable[[frozenset[str]], dict[str, Any]], *, texts: Any) -> bytes:
    """A PDF/UA-1 of the template with what `shape` makes for it under `name`; where signs cannot be drawn even so, the same without the promise of that standard.

    `shape` is given the signs that no font has; they are looked for in `texts` (any nesting of lists and dictionaries).
    """
    import typst

    try:
        return _compile(template, {name: shape(frozenset())}, standards=["ua-1"])
    except typst.TypstError:
        made = {name: shape(_find_missing(texts))}
    try:
        return _compile(template, made, standards=["ua-1"], machine_fonts=True)
    except typst.TypstError:
        return _compile(template, made, standards=[], machine_fonts=True)


def to_pieces(text: str, missing: frozenset[str]) -> list[Piece]:
    """A text in pieces: those that can be drawn, and between them those that cannot."""
    found: list[Piece] = []
    for is_missing, signs in groupby(_SIGN.findall(clean(text)), key=lambda sign: sign in missing):
        part = list(signs)
        found.append({"alt": "".join(part), "signs": len(part)} if is_missing else _break_long("".join(part)))
    return found


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


def _find_missing(texts: Any) -> frozenset[str]:
    """The signs that no font has: all that are not plainly Latin are set once, and those that could not be drawn come back as nulls."""
    from pypdf import PdfReader

    signs = sorted({sign for text in _texts(texts) for sign in _SIGN.findall(clean(text)) if max(sign) >= _SURE_END})
    made = _compile(_PROBE.encode(), {"signs": signs}, standards=[], machine_fonts=True)
    said = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    return frozenset(signs[int(match[1])] for match in _ANSWER.finditer(said) if "\0" in match[2])


def _texts(value: Any) -> Iterator[str]:
    """Every text in what may be nested."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list, tuple)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _break_long(text: str) -> str:
    """The text with places at which an endless word may go on in the next line."""
    return re.sub(rf"\S{{{_LONGEST_WORD}}}(?=\S)", lambda match: match[0] + "\u200b", text)
