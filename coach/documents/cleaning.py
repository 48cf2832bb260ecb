"""Cleaning of notes: hidden characters and web-page markup go, the learner's lines and words stay where they are.

Everything taken out is told in a warning. Line numbers never change, so that a fact can name the line of the learner's own file.
"""

from __future__ import annotations

import re
import unicodedata

from coach.documents.markup import strip_markup
from coach.orders import find_orders
from coach.records import Note

EMPTY = "There is nothing in these notes yet, so everything made from them will be general. Add what you know about the person, the job and the place."

_LINE_ENDS = re.compile(r"\r\n|[\r\u2028\u2029\x85\x0b\x0c]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# Zero width, direction marks, fillers, the tag alphabet and the second set of variation selectors: nobody can see any of them.
# U+200C and U+200D join letters of some scripts and parts of emoji: between those they are visible in their effect and stay.
_HIDDEN = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_JOINERS = re.compile("[\u200c\u200d]")
_SOFT_HYPHEN = "\u00ad"
_LATIN_END = 0x0590
_MARK_OF_EMOJI = {"\ufe0f", "\u20e3"}


def clean_note(text: str, *, name: str) -> Note:
    """The notes without hidden characters and markup, each original line on its own line, with a warning for all that was taken out or looks like an order.

    Cleaning clean notes changes nothing. Text that gives orders to a program stays in the notes, as material; `find_orders` finds it again.
    """
    lines = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    seen = find_hidden(lines)
    bare = _drop_hidden(lines)
    stripped = strip_markup(bare)
    done = _compose(stripped.text).rstrip()
    warnings = []
    if not done.strip():
        done = ""
        warnings.append(EMPTY)
    if seen:
        warnings.append(f"Hidden characters were taken out on {_name_lines(seen)}. Somebody may have put text there that you were not meant to see.")
    if stripped.lines:
        warnings.append(f"Scripts, pictures or hidden parts of a web page were taken out on {_name_lines(stripped.lines)}.")
    orders = sorted({span.line for span in find_orders(done)})
    if orders:
        warnings.append(f"Text on {_name_lines(tuple(orders))} tries to give orders to a computer program. It is left out of the dossier and nothing obeys it.")
    return Note(name=_clean_name(name), text=done, warnings=tuple(warnings))


def find_hidden(text: str) -> tuple[int, ...]:
    """The lines, from 1, that hold characters nobody can see (zero width, direction marks, tag letters, control characters)."""
    return tuple(n for n, line in enumerate(text.split("\n"), start=1) if _HIDDEN.search(line) or _CONTROL.search(line) or _lone_joiner(line))


def _drop_hidden(text: str) -> str:
    text = _CONTROL.sub("", _HIDDEN.sub("", text)).replace(_SOFT_HYPHEN, "")
    return _JOINERS.sub(lambda match: match[0] if _joins(text, match.start()) else "", text)


def _lone_joiner(line: str) -> bool:
    return any(not _joins(line, match.start()) for match in _JOINERS.finditer(line))


def _joins(text: str, at: int) -> bool:
    if at == 0 or at + 1 >= len(text):
        return False
    return all(ord(mark) > _LATIN_END or mark in _MARK_OF_EMOJI for mark in (text[at - 1], text[at + 1])) and not text[at + 1].isspace()


def _compose(text: str) -> str:
    """Letters and their accents as one character, as nearly every keyboard writes them; some systems store them apart."""
    return unicodedata.normalize("NFC", text) if any(unicodedata.combining(mark) for mark in text) else text


def _clean_name(name: str) -> str:
    bare = _CONTROL.sub("", _HIDDEN.sub("", name)).replace("\\", "/").rsplit("/", 1)[-1].replace("\n", " ").strip()
    return bare[:120] or "notes"


def _name_lines(numbers: tuple[int, ...]) -> str:
    shown = ", ".join(str(n) for n in numbers[:5])
    more = "" if len(numbers) <= 5 else f" and {len(numbers) - 5} more"
    return f"line {shown}" if len(numbers) == 1 else f"lines {shown}{more}"
