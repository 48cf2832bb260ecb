"""PDF and Word files to plain text."""

from __future__ import annotations

import io
import logging
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from coach.errors import InputRejected
from coach.records import Record

MAX_PAGES = 300
MAX_UNPACKED = 60_000_000
"""A Word file is an archive: no more than this many bytes are unpacked, so that a tiny file cannot fill the memory."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# What the two libraries let out on damaged input, besides their own errors.
_BROKEN = (
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    OSError,
    ArithmeticError,
    RuntimeError,
    AssertionError,
    zlib.error,
)


class OfficeText(Record):
    """The text of a file, and whether it held hidden words that were left out."""

    text: str
    hidden: bool = False


def read_pdf(raw: bytes) -> OfficeText:
    """The text of a PDF, page after page. Raises `InputRejected` where it is damaged, locked, too long or holds pictures only."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings speak of the file's inside and mean nothing to a learner
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked()
        _check_length(len(reader.pages))
        text = "\n".join(page.extract_text() for page in reader.pages)
    except (PyPdfError, ImportError, *_BROKEN) as error:
        if b"/Encrypt" in raw:
            raise _locked() from error
        raise InputRejected("This PDF is damaged and cannot be read.", mend="Open it elsewhere, copy the text and paste it in.") from error
    if not text.strip():
        raise InputRejected("This PDF holds pictures of text and no text.", mend="Type or paste the words you need into your notes.")
    return OfficeText(text=text.translate(_LIGATURES))


def _check_length(pages: int) -> None:
    if pages > MAX_PAGES:
        raise InputRejected(f"This PDF has {pages} pages, and {MAX_PAGES} is the most that can be read.", mend="Save only the pages you need.")


def _locked() -> InputRejected:
    return InputRejected("This PDF is locked with a password.", mend="Save a copy without the password, or copy the text and paste it in.")


def read_docx(raw: bytes) -> OfficeText:
    """The text of a Word file, tables and text boxes included: headings marked `#`, list items `-`, cells parted by `|`; deleted and hidden words left out.

    Raises `InputRejected` where it is damaged or unpacks to more than 60 MB.
    """
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            _check_unpacked(sum(item.file_size for item in archive.infolist()))
        body = docx.Document(io.BytesIO(raw)).element.body
    except (OpcError, LxmlError, zipfile.BadZipFile, *_BROKEN) as error:
        raise InputRejected("This Word file is damaged and cannot be read.", mend="Open it elsewhere and save it anew, or paste the text in.") from error
    text = "\n".join(_blocks(body))
    hidden = any(_is_vanished(run) and "".join(part.text or "" for part in run.iter(f"{_W}t")).strip() for run in body.iter(f"{_W}r"))
    return OfficeText(text=text, hidden=hidden)


def _check_unpacked(size: int) -> None:
    if size > MAX_UNPACKED:
        raise InputRejected("This Word file is too large to be read.", mend="Take the pictures out, or paste the text in.")


def _blocks(element: Any) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag == f"{_W}tbl":
            yield from _table(child)
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"}:
            yield from _blocks(child)


def _table(table: Any) -> Iterator[str]:
    for row in table.iter(f"{_W}tr"):
        cells = (" ".join(line for line in _blocks(cell) if line.strip()) for cell in row.iterchildren(f"{_W}tc"))
        yield " | ".join(cells)


def _paragraph(paragraph: Any) -> Iterator[str]:
    boxes: list[Any] = []
    text = "".join(_words(paragraph, boxes))
    yield _mark(paragraph) + text.rstrip() if text.strip() else ""
    for box in boxes:
        yield from _blocks(box)


def _words(element: Any, boxes: list[Any]) -> Iterator[str]:
    for child in element.iterchildren():
        tag = child.tag
        if tag == f"{_W}t":
            yield child.text or ""
        elif tag == f"{_W}tab":
            yield "\t"
        elif tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif tag == f"{_W}txbxContent":
            boxes.append(child)
        elif tag in {f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _FALLBACK} or (tag == f"{_W}r" and _is_vanished(child)):
            continue
        else:
            yield from _words(child, boxes)


def _is_vanished(run: Any) -> bool:
    for mark in run.findall(f"{_W}rPr/{_W}vanish"):
        return mark.get(f"{_W}val") not in {"0", "false", "off"}
    return False


def _mark(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = (style.get(f"{_W}val") if style is not None else "") or ""
    if name.lower().startswith(("heading", "title")):
        return "# "
    numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or name.lower().startswith("list")
    return "- " if numbered else ""
