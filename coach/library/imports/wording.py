"""Sentences of bounded length made of a list, and small rules of wording that all sources share."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from coach.library.paragraphs import MAX_PASSAGE_TOKENS, cut
from coach.tokens import estimate_tokens

MOST_WORDS = 110
"""The longest enumeration in one passage, in words; beyond it nobody reads on."""


def join_words(items: Iterable[str]) -> str:
    """The items as one would say them: "a, b and c"."""
    words = list(items)
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def lower_first(text: str) -> str:
    """The text with a small first letter, unless its first word is written in capitals or with a figure."""
    first = text.split(" ", 1)[0]
    return text if first[1:] != first[1:].lower() or first.isupper() else text[:1].lower() + text[1:]


def raise_first(text: str) -> str:
    """The text with a capital at its beginning; the rest is left as it is."""
    return text[:1].upper() + text[1:]


def pack(lead: str, items: Iterable[str], *, most: int = 0) -> tuple[str, ...]:
    """The items behind the lead, parted by semicolons, in as few passages as their bounds allow; at most `most` where that is not 0.

    Each passage begins with the lead, so that each can be understood alone. Items that would begin a passage too many are left out.
    """
    pieces: list[str] = []
    for item in items:
        longer = f"{pieces[-1]}; {item}" if pieces else f"{lead} {item}"
        if not pieces or _fits(longer):
            pieces[-1:] = [longer]
        elif len(pieces) == most:
            break
        else:
            pieces.append(f"{lead} {item}")
    return tuple(part for piece in pieces for part in cut(f"{piece.rstrip('.;')}."))


def _fits(text: str) -> bool:
    return len(text.split()) <= MOST_WORDS and estimate_tokens(text) < MAX_PASSAGE_TOKENS


def keep_once(titles: Iterable[str], *, but: str) -> tuple[str, ...]:
    """The titles in their order, each once whatever its capitals, without empty ones and without `but`."""
    seen = {"", but.casefold()}
    kept: list[str] = []
    for title in titles:
        plain = title.casefold()
        if plain not in seen:
            seen.add(plain)
            kept.append(title)
    return tuple(kept)


def make_slug(title: str) -> str:
    """The title in small letters and hyphens; a title without a Latin letter becomes eight digits of its digest."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or hashlib.sha256(title.encode()).hexdigest()[:8]


def tidy(text: str) -> str:
    """The text on one line with single spaces."""
    return " ".join(text.split())
