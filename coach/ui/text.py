"""Showing text of learners, notes and engines as text: nothing in it is read as markup, link, picture or formula."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


_LINKED = re.compile(r"(?=@)|(?<=://)|(?<=www)(?=\.)", re.IGNORECASE)
_JOINER = "\u2060"
"""A word joiner, which nobody sees: between the parts of an address it keeps the browser from making a link of it."""


def plain(text: str) -> str:
    """The text with every Markdown character escaped, addresses unlinked, line breaks kept, for `st.markdown`."""
    clean = _LINKED.sub(_JOINER, _CONTROL.sub("", text))
    escaped = _SPECIAL.sub(r"\\\1", clean)
    return escaped.replace("\n", "  \n")


def quiet(markdown: str) -> str:
    """Markdown in small grey letters that can still be read by everybody: those of `st.caption` are paler than the 4.5 to 1 that WCAG asks for."""
    return f":small[:gray[{markdown}]]"


def percent(share: float | None) -> str:
    """A share as whole per cent."""
    return "not known" if share is None else f"{share:.0%}"


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds."""
    minutes, rest = divmod(int(max(0.0, seconds)), 60)
    return f"{minutes}:{rest:02d}"


def count(number: int, noun: str) -> str:
    """A number with its noun, as "1 passage" and "1,016 passages"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def time_left(seconds: float | None) -> str:
    """Roughly how long it still takes, or "" where that is not known."""
    if seconds is None:
        return ""
    if seconds < 10:
        return "a few seconds left"
    if seconds < 90:
        return f"about {round(seconds / 5) * 5} seconds left"
    return f"about {round(seconds / 60)} minutes left"
