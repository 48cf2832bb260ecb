"""The words that stand on every sheet beside the learner's, and learner text made fit for paper."""

from __future__ import annotations

import unicodedata

from coach.records import SheetLookUp, SheetPhase

GOALS = "My goals"
LOOK_UP = "Look up first"
WHEN = "When:"
WHERE = "Where:"
NOTES = "Notes:"
BOX = "\u2610"
BLANK = "_" * 20

_JOINERS = frozenset("\u200c\u200d")
_VOID = frozenset("\ufffe\uffff")


def clean(text: str) -> str:
    """The text on one line without what cannot be printed: control characters, direction marks, private and void characters. Visible signs stay as they are."""
    kept = (mark for mark in text if mark.isspace() or mark in _JOINERS or not (unicodedata.category(mark) in {"Cc", "Cf", "Co"} or mark in _VOID))
    return " ".join("".join(kept).split())


def say_look_up(one: SheetLookUp) -> str:
    """What is to be looked up, ready for the place where it stands to follow."""
    text = clean(one.text)
    return text if text.endswith("?") else f"{text}:"


def say_minutes(minutes: float) -> str:
    """Minutes as one writes them by hand, halves as such: "9", "4½"."""
    whole, half = divmod(round(minutes * 2), 2)
    return f"{whole or ''}½" if half else str(whole)


def say_length(minutes: float) -> str:
    """How long something lasts, "1 minute" or "4½ minutes"."""
    said = say_minutes(minutes)
    return f"{said} minute" if said in {"1", "½"} else f"{said} minutes"


def say_clock(phase: SheetPhase) -> str:
    """When a phase begins and how long it lasts."""
    return f"from minute {say_minutes(phase.starts)}, {say_length(phase.minutes)}"
