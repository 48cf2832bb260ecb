"""A rehearsal with its feedback as a file: PDF and Word for people, Markdown for a note program, JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from coach.documents.reports.building import Block, Report, build_report
from coach.documents.reports.word import write_word
from coach.documents.typesetting import to_pieces, typeset
from coach.errors import InputRejected
from coach.records import Feedback, Rehearsal

__all__ = ["FORMS", "save_report", "write_report"]


def write_report(rehearsal: Rehearsal, feedback: Feedback | None, form: str) -> bytes:
    """The rehearsal and its feedback as the bytes of a file of that form (`FORMS`; upper case and a leading dot are no matter). Raises `InputRejected` on another."""
    ending = form.lower().removeprefix(".")
    writer = _WRITERS.get(ending)
    if writer is None:
        named = f".{ending}" if form else "a file without ending"
        raise InputRejected(f"A rehearsal cannot be written as {named}.", mend="Choose a name ending in .pdf, .docx, .md or .json.")
    return writer(rehearsal, feedback)


def save_report(rehearsal: Rehearsal, feedback: Feedback | None, *, to: Path) -> None:
    """Write the report to a file, in the form that its name ends in. Raises `InputRejected` on another ending, and where the file cannot be written."""
    made = write_report(rehearsal, feedback, to.suffix)
    try:
        to.write_bytes(made)
    except OSError as error:
        raise InputRejected(f"The file {to.name} cannot be written.", mend="Choose another folder, or free some space.") from error


def _write_markdown(rehearsal: Rehearsal, feedback: Feedback | None) -> bytes:
    report = build_report(rehearsal, feedback)
    lines = [f"# {report.title}", "", report.about]
    before = ""
    for block in report.blocks:
        lines += [] if block.kind == before == "item" else [""]
        lines.append(_as_markdown(block))
        before = block.kind
    return ("\n".join(lines) + "\n").encode()


def _as_markdown(block: Block) -> str:
    forms = {"heading": "## {text}", "text": "{text}", "item": "- **{first}.** {text}", "turn": "**{first}** ({when}): {text}", "small": "{text}"}
    return forms[block.kind].format(text=block.text, first=block.first, when=block.when)


def _write_pdf(rehearsal: Rehearsal, feedback: Feedback | None) -> bytes:
    report = build_report(rehearsal, feedback)
    template = files("coach.documents.reports").joinpath("report.typ").read_bytes()
    return typeset(template, "report", lambda missing: _shape(report, missing), texts=report.model_dump())


def _shape(report: Report, missing: frozenset[str]) -> dict[str, Any]:
    return {
        "title": to_pieces(report.title, missing),
        "name": report.title,
        "about": to_pieces(report.about, missing),
        "blocks": [
            {"kind": block.kind, "text": to_pieces(block.text, missing), "first": to_pieces(block.first, missing), "when": block.when}
            for block in report.blocks
        ],
    }


def _write_docx(rehearsal: Rehearsal, feedback: Feedback | None) -> bytes:
    return write_word(build_report(rehearsal, feedback))


def _write_json(rehearsal: Rehearsal, feedback: Feedback | None) -> bytes:
    """The transcript in the shape that `coach feedback` reads, with the rehearsal's id, how it ended and its feedback."""
    shape = rehearsal.as_transcript().model_dump(mode="json")
    more = {"id": rehearsal.id, "ended": rehearsal.ended, "feedback": feedback.model_dump(mode="json") if feedback else None}
    return (json.dumps({**shape, **more}, ensure_ascii=False, indent=1) + "\n").encode()


_WRITERS: dict[str, Callable[[Rehearsal, Feedback | None], bytes]] = {"pdf": _write_pdf, "docx": _write_docx, "md": _write_markdown, "json": _write_json}

FORMS = tuple(_WRITERS)
"""The forms in which a rehearsal can be written, named as their files end."""
