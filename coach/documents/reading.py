"""Files of notes to a `Note`: what a file is, its content says, and its name only where the content leaves it open."""

from __future__ import annotations

import io
import re
import zipfile

from coach.documents.cleaning import clean_note
from coach.documents.decoding import decode_text
from coach.documents.html import find_charset, read_html
from coach.documents.office import read_docx, read_pdf
from coach.errors import InputRejected
from coach.records import Note

MAX_BYTES = 20_000_000
"""The largest file, in bytes; PDF and Word files carry pictures."""

MAX_CHARACTERS = 200_000
"""The longest notes, in characters: about 35,000 words, ten times a long set of notes."""

HIDDEN = "Hidden parts of the file (scripts, comments or invisible words) were taken out."
_HTML = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "This is a file of an old office program.", "Open it there and save it as .docx."),
    (b"{\\rtf", "This is a rich-text file.", "Save it as .docx or .txt and try again."),
    (b"\x89PNG", "This is a picture.", "Type or paste the words you need."),
    (b"\xff\xd8\xff", "This is a picture.", "Type or paste the words you need."),
    (b"GIF8", "This is a picture.", "Type or paste the words you need."),
    (b"RIFF", "This is a sound or picture file.", "Type or paste the words you need."),
    (b"ID3", "This is a sound file.", "Type or paste the words you need."),
    (b"\x7fELF", "This is a program, not notes.", "Choose the file that holds your notes."),
    (b"MZ\x90", "This is a program, not notes.", "Choose the file that holds your notes."),
    (b"\x1f\x8b", "This is a packed file.", "Unpack it and choose the file that holds your notes."),
)


def read_note(raw: bytes, *, name: str) -> Note:
    """The notes in a .md, .txt, .pdf, .docx or .html file, told apart by content; an empty file gives empty notes with a warning.

    Raises `InputRejected`, with the step that mends it, where the file is too large, damaged, locked, a picture, or of a kind that cannot be read.
    """
    if len(raw) > MAX_BYTES:
        raise InputRejected(
            f"This file is too large: {len(raw) / 1_000_000:.0f} MB, and {MAX_BYTES // 1_000_000} MB is the most that can be read.",
            mend="Keep the parts about the person, the job and the place in a smaller file.",
        )
    text, hidden = _text_of(raw, name.lower())
    if len(text) > MAX_CHARACTERS:
        raise InputRejected(
            f"These notes are too long: {len(text):,} characters, and {MAX_CHARACTERS:,} is the most that can be read.",
            mend="Keep the parts about the person, the job and the place, and leave the rest out.",
        )
    note = clean_note(text, name=name)
    return note.model_copy(update={"warnings": (HIDDEN, *note.warnings)}) if hidden else note


def _text_of(raw: bytes, name: str) -> tuple[str, bool]:
    if raw[:1024].lstrip().startswith(b"%PDF-"):
        pdf = read_pdf(raw)
        return pdf.text, pdf.hidden
    if raw.startswith(b"PK\x03\x04"):
        return _unpack(raw)
    for start, happened, mend in _FOREIGN:
        if raw.startswith(start):
            raise InputRejected(happened, mend=mend)
    if name.endswith((".pdf", ".docx")) and raw.strip():
        kind = "PDF" if name.endswith(".pdf") else "Word file"
        if b"\x00" in raw[:4096]:
            raise InputRejected(f"This {kind} is damaged and cannot be read.", mend="Open it elsewhere, copy the text and paste it in.")
    if name.endswith((".html", ".htm", ".xhtml")) or _HTML.match(raw[:2048]):
        page = read_html(_decode_page(raw))
        return page.text, page.hidden
    return decode_text(raw), False


def _unpack(raw: bytes) -> tuple[str, bool]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError) as error:
        raise InputRejected(
            "This file is damaged and cannot be read.", mend="Open it in the program that made it and save it anew, or paste the text in."
        ) from error
    if "word/document.xml" not in names:
        raise InputRejected("This is a packed file or a document of another kind, and only .docx can be read.", mend="Save your notes as .docx, .txt or .pdf.")
    document = read_docx(raw)
    return document.text, document.hidden


def _decode_page(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        charset = find_charset(raw)
    try:
        return raw.decode(charset) if charset else decode_text(raw)
    except (LookupError, UnicodeDecodeError):
        return decode_text(raw)
