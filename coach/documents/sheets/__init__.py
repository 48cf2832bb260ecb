"""The sheet to take along as a file: PDF and Word for paper, Markdown for a note program, JSON for other programs; the same content in each."""

from __future__ import annotations

from collections.abc import Callable

from coach.documents.sheets.markdown import write_markdown
from coach.documents.sheets.pdf import write_pdf
from coach.documents.sheets.word import write_word
from coach.errors import InputRejected
from coach.records import Sheet

__all__ = ["FORMS", "write_sheet"]


def _write_json(sheet: Sheet) -> bytes:
    return (sheet.model_dump_json(indent=1) + "\n").encode("utf-8")


_WRITERS: dict[str, Callable[[Sheet], bytes]] = {"pdf": write_pdf, "docx": write_word, "md": write_markdown, "json": _write_json}

FORMS = tuple(_WRITERS)
"""The forms in which a sheet can be written, named as their files end."""


def write_sheet(sheet: Sheet, form: str) -> bytes:
    """The sheet as the bytes of a file of that form (`FORMS`; upper case and a leading dot are no matter). Raises `InputRejected` on another."""
    writer = _WRITERS.get(form.lower().removeprefix("."))
    if writer is None:
        named = f".{form.lower().removeprefix('.')}" if form else "a file without ending"
        raise InputRejected(f"A sheet cannot be written as {named}.", mend="Choose a name ending in .pdf, .docx, .md or .json.")
    return writer(sheet)
