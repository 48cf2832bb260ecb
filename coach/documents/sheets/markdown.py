"""The sheet as Markdown, every sign of the learner's that Markdown would read as markup escaped."""

from __future__ import annotations

import re
from itertools import count

from coach.documents.sheets.wording import BLANK, GOALS, LOOK_UP, NOTES, WHEN, WHERE, clean, say_clock, say_length, say_look_up
from coach.records import Phase, Sheet, SheetPhase

_MARKUP = re.compile(r"((?<!\w)_{4,}(?!\w))|([\\`*_\[\]<>|~])")
"""A blank to be filled in, which stays as it is, or a sign to be escaped."""

_LEADING = re.compile(r"^(#{1,6}|[-+=>]|\d{1,9}[.)])(?=\s|$|[-+=])")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def write_markdown(sheet: Sheet) -> bytes:
    """The sheet as Markdown in UTF-8, with task boxes for what is to be done and a place for notes under each question."""
    lines = [f"# {escape(sheet.title)}", ""]
    if sheet.about:
        lines += [f"*{escape(sheet.about)}*", ""]
    lines += [f"{WHEN} {escape(sheet.when) or BLANK}  ", f"{WHERE} {escape(sheet.where) or BLANK}  ", say_length(sheet.minutes), ""]
    lines += [f"## {GOALS}", "", *(f"- {escape(goal)}" for goal in sheet.goals), ""]
    if sheet.look_up_first:
        lines += [f"## {LOOK_UP}", "", *(f"- [ ] {escape(say_look_up(one))} {escape(one.where)}" for one in sheet.look_up_first), ""]
    numbers = count(1)
    for phase in sheet.phases:
        lines += [f"## {phase.title} ({say_clock(phase)})", "", *_phase_lines(sheet, phase, numbers)]
    lines += [line for notice in sheet.notices for line in (escape(notice), "")]
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8")


def _phase_lines(sheet: Sheet, phase: SheetPhase, numbers: count[int]) -> list[str]:
    lines: list[str] = []
    if phase.phase is Phase.OPEN:
        lines += ["\n>\n".join(f"> {escape(said)}" for said in sheet.opening), ""]
    for question in phase.questions:
        number = f"{next(numbers)}. "
        lines += [f"{number}{escape(question)}", "", f"{' ' * len(number)}{NOTES}", ""]
    if phase.phase is Phase.CLOSE:
        lines += [*(f"- [ ] {escape(check)}" for check in sheet.checklist), ""]
    return lines


def escape(text: str) -> str:
    """The text on one line, to be read as it stands: whatever Markdown would take for markup has a backslash before it.

    Dollar signs are escaped where there are two, between which some readers see a formula.
    """
    plain = _ENTITY.sub(r"\\&", _MARKUP.sub(lambda match: match[1] or f"\\{match[2]}", clean(text)))
    plain = _LEADING.sub(_escape_last, plain)
    return plain.replace("$", r"\$") if plain.count("$") > 1 else plain


def _escape_last(match: re.Match[str]) -> str:
    """A mark that would begin a list or a heading, made harmless: of a number the backslash stands before the dot, of all others before the mark."""
    mark = match[1]
    return f"{mark[:-1]}\\{mark[-1]}" if mark[0].isdigit() else f"\\{mark}"
