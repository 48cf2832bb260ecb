"""Bytes to text without loss: UTF-8 with or without a mark, UTF-16 and UTF-32, Windows-1252, and files that mix the first with the last."""

from __future__ import annotations

import codecs
import re

from coach.errors import InputRejected

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_WIDE_SHARE = 0.3
_BINARY_SHARE = 0.02


def decode_text(raw: bytes) -> str:
    """The text of a plain file, every character kept, without its byte-order mark.

    A mark decides; then valid UTF-8; then UTF-16 recognised by its zero bytes; then, line by line, UTF-8 where it is valid and Windows-1252 where it is not.
    Raises `InputRejected` where the bytes are not text at all.
    """
    text = _decode(raw)
    if _is_binary(text):
        raise InputRejected("This file does not hold text.", mend="Copy the words into a .txt or .docx file, or paste them in.")
    return text


def _decode(raw: bytes) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, errors="replace")
    wide = _wide_encoding(raw)
    if wide:
        return raw.decode(wide, errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(_decode_line(line) for line in raw.splitlines(keepends=True))


def _wide_encoding(raw: bytes) -> str:
    """UTF-16 without a mark shows as zero bytes on every second place, since most letters of our languages need one byte only."""
    sample = raw[:4096]
    pairs = len(sample) // 2
    if pairs < 2:
        return ""
    low, high = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    if high > pairs * _WIDE_SHARE and low == 0:
        return "utf-16-le"
    if low > pairs * _WIDE_SHARE and high == 0:
        return "utf-16-be"
    return ""


def _decode_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; browsers read them as Latin-1, and so do we.
        return "".join(_decode_byte(byte) for byte in line)


def _decode_byte(byte: int) -> str:
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _is_binary(text: str) -> bool:
    sample = text[:8192]
    if not sample:
        return False
    odd = len(_CONTROL.findall(sample)) + sample.count("�")
    return odd > max(1, len(sample) * _BINARY_SHARE)
