"""The notes as the learner wrote them, each piece marked with what it was taken for: by colour, by the style of its line, and in words for who listens."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from coach.records import Mark, MarkedLine, MarkedPiece, Preparation
from coach.ui.notes_parts.words import MARKS

if TYPE_CHECKING:
    from coach.coaching import Coach

_STYLE = """<style>
.cn-lines { margin: 0; padding-left: 2.6rem; line-height: 1.75; }
.cn-lines li { overflow-wrap: anywhere; margin: 0; padding-left: .2rem; }
.cn-lines li::marker { font-size: .8rem; font-variant-numeric: tabular-nums; opacity: .65; }
.cn-lines li.cn-gap { margin-top: .8rem; }
.cn-legend { list-style: none !important; display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin: 0 0 1rem !important; padding: 0 !important; font-size: .875rem; line-height: 1.75; }
.cn-legend li { margin: 0 !important; padding: 0 !important; }
.cn { color: inherit; border-radius: 2px; padding: .1em .1em; text-decoration-line: underline; text-decoration-thickness: 2px; text-underline-offset: 3px;
  text-decoration-skip-ink: none; -webkit-box-decoration-break: clone; box-decoration-break: clone;
  background: color-mix(in srgb, var(--cn) 17%, transparent); text-decoration-color: var(--cn); }
.cn-person { --cn: #23917f; text-decoration-style: solid; }
.cn-organisation { --cn: #4a80d4; text-decoration-style: dashed; }
.cn-occupation { --cn: #b67a1c; text-decoration-style: dotted; text-decoration-thickness: 3px; }
.cn-meeting { --cn: #9a6bd0; text-decoration-style: double; }
.cn-disagrees { --cn: #d4525f; text-decoration-style: wavy; text-decoration-thickness: 1.5px; }
.cn-order { --cn: #808a87; text-decoration-line: line-through; }
.cn-private { --cn: #808a87; text-decoration-line: none; border: 1px dashed var(--cn); padding: 0 .35em;
  background: repeating-linear-gradient(135deg, color-mix(in srgb, var(--cn) 32%, transparent) 0 3px, transparent 3px 8px); }
.cn-private.cn-shown { background: color-mix(in srgb, var(--cn) 18%, transparent); }
.cn-why { font-size: .8rem; font-style: italic; opacity: .8; }
.cn-quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
</style>"""
"""Translucent colours, so that the text keeps its own colour in the light and in the dark."""

_HIDDEN = "private detail"
_TITLE = "#"


def render_marks(coach: Coach, preparation: Preparation) -> None:
    """The legend, the switch for private details and every line."""
    lines = coach.mark_note(preparation)
    marks = {piece.mark for line in lines for piece in line.pieces}
    shown = Mark.PRIVATE in marks and st.toggle("Show private details", key="notes_show_private")
    st.html(_STYLE + draw_legend(marks) + draw_lines(lines, shown=shown))


def draw_legend(marks: Iterable[Mark]) -> str:
    """The marks that occur, each drawn as it is in the notes."""
    found = set(marks)
    items = (f"<li>{_draw_name(mark)}</li>" for mark in MARKS if mark in found)
    return f"<ul class='cn-legend'>{''.join(items)}</ul>"


def _draw_name(mark: Mark) -> str:
    """The first words as they look in the notes; what is said after them stays easy to read."""
    name, comma, rest = MARKS[mark].partition(",")
    return f"<mark class='cn cn-{mark}'>{escape(name)}</mark>{comma}{escape(rest)}"


def draw_lines(lines: Iterable[MarkedLine], *, shown: bool = False) -> str:
    """The lines with their numbers, every text escaped; private pieces are not in it at all unless `shown`. Empty lines are a little room."""
    rows, gap = [], False
    for line in lines:
        text = "".join(piece.text for piece in line.pieces)
        if text.strip():
            inner = "".join(_draw_piece(piece, shown=shown) for piece in line.pieces)
            inner = f"<strong>{inner}</strong>" if text.startswith(_TITLE) else inner
            room = " class='cn-gap'" if gap else ""
            rows.append(f"<li value='{line.line}'{room}>{inner}</li>")
        gap = not text.strip()
    return f"<ol class='cn-lines'>{''.join(rows)}</ol>"


def _draw_piece(piece: MarkedPiece, *, shown: bool) -> str:
    if piece.mark is Mark.PLAIN or not piece.text.strip():
        return escape(piece.text)
    name = escape(MARKS[piece.mark])
    if piece.mark is Mark.PRIVATE and not shown:
        return f"<mark class='cn cn-private' title='{name}'>{_HIDDEN}</mark>"
    marked = f"<mark class='cn cn-{piece.mark} cn-shown' title='{name}'>{escape(piece.text)}<span class='cn-quiet'> ({name})</span></mark>"
    return f"{marked} <span class='cn-why' aria-hidden='true'>an order to a program, not followed</span>" if piece.mark is Mark.ORDER else marked
