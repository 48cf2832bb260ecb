"""What a clause states of one attribute: when somebody began, how many work there, where, for whom, how long it takes.

The same attribute of the same thing stated twice with values that cannot both be right is a contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.engines.offline.dossier.attributes import NUMBER, PATTERNS, VALUES
from coach.engines.offline.dossier.layout import Page
from coach.records import About


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one attribute: where it stands in the page, the clause around it, and what it says of (`subject` empty where nothing is named)."""

    start: int
    end: int
    key: str
    about: About
    value: str
    subject: str
    clause: str
    line: str
    at: int


_OF_YEARS = frozenset(
    {
        "start_year",
        "start_range",
        "start_label",
        "start_role",
        "start_bare",
        "trained_since",
        "year_bare",
        "founded",
        "since",
        "meeting_time",
        "meeting_day",
        "pay",
        "any_year",
        "any_money",
    }
)
_OF_NUMBERS = frozenset({"tenure", "age", "size", "sites", "training", "length_bare", "count", "any_length"})
_FIGURE = re.compile(r"\d")
_COUNTS = re.compile(rf"\b{NUMBER}\b", re.IGNORECASE)
_CROWD = re.compile(r"\b(?:people|ppl|persons|folks?|souls)\b", re.IGNORECASE)
_STAFFED = re.compile(
    r"\b(?:work\w*|staff|team|company|firm|employ\w*|us|we|we're|our|here|size|offices?|crew|business|whole|in all"
    r"|altogether)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[;|()\[\]\"“”\n]|[.!?](?=\s|$)|,\s|\s/\s|\s[-–—]\s|->|→|\s(?=(?:but|and|&|while|whereas|though|however)\s)"
    r"|:\s(?=\w)",
    re.IGNORECASE,
)


def find_statements(page: Page) -> Iterator[Statement]:
    """Everything the notes state of the attributes known here: line by line, then also over the line ends of running paragraphs."""
    seen: set[tuple[str, int]] = set()
    lines = [(line.body, line.end) for line in page.lines if line.kind not in {"blank", "rule", "header"}]
    ends = {end for _, end in lines}
    wrapped = [(unit.start, unit.end) for unit in page.units if any(unit.start < end < unit.end for end in ends)]
    for start, end in [*lines, *wrapped]:
        text = page.flat[start:end]
        counts, dates = bool(_COUNTS.search(text)), bool(_FIGURE.search(text))
        for about, key, pattern in PATTERNS:
            if (key in _OF_YEARS and not dates) or (key in _OF_NUMBERS and not counts):
                continue
            for match in pattern.finditer(text):
                state = _state(page, (start, end), match, about, key)
                if (key, state.at) not in seen and not (
                    key == "size" and _CROWD.search(match[0]) and not _STAFFED.search(text[max(0, match.start() - 40) : match.end() + 40])
                ):
                    seen.add((key, state.at))
                    yield state


def _state(page: Page, place: tuple[int, int], match: re.Match[str], about: About, key: str) -> Statement:
    start, end = place
    groups = match.groupdict()
    name = "value2" if groups.get("value2") else "value"
    at, line = start + match.start(name), page.flat[start:end]
    low, high = _on_one_line(page, *_clause(page, start, end, match), at)
    value = match[name].strip() + (" " + groups["unit"] if groups.get("unit") else "")
    return Statement(low, high, key, about, value, (groups.get("subject") or "").lower(), page.flat[low:high], line, at)


def _clause(page: Page, start: int, end: int, match: re.Match[str]) -> tuple[int, int]:
    """The clause around a match, no further than the text it was found in."""
    first = start + match.start() + re.match(r"\W*", match[0]).end()  # type: ignore[union-attr]
    before = [cut.end() for cut in _CLAUSE_END.finditer(page.flat, start, first)]
    after = _CLAUSE_END.search(page.flat, start + match.end(), end)
    return (before[-1] if before else start), (after.start() if after else end)


def _on_one_line(page: Page, start: int, end: int, at: int) -> tuple[int, int]:
    line = page.line_at(at)
    start, end = max(start, line.body), min(end, line.end)
    text = page.text[start:end]
    lead = re.match(r"(?:[\W_]*\b(?:and|but|&|also|so)\b\s+|[^\w\"“(+~$£€#'’‘]+)*", text)
    start += lead.end() if lead else 0
    return start, start + len(page.text[start:end].rstrip(" ,;:-–—(&"))


def as_number(value: str) -> float:
    """The number that a value begins with, in figures or words; 0 where there is none."""
    words = value.lower().strip()
    for name in sorted(VALUES, key=len, reverse=True):
        if words.startswith(name):
            return float(VALUES[name])
    figure = re.search(r"\d[\d,]*(?:\.\d+)?", words)
    return float(figure[0].replace(",", "")) if figure else 0.0


def as_year(value: str) -> int:
    """A year in four digits."""
    digits = int(re.sub(r"\D", "", value)[-4:])
    return digits if digits > 100 else 2000 + digits if digits < 40 else 1900 + digits
