"""Advertisements of other places in the notes: a job ad pasted to learn about the work says nothing of where the one to be met works."""

from __future__ import annotations

import re

from coach.engines.offline.dossier.layout import Page
from coach.engines.offline.dossier.places import find_organisation, has_organisation_word

_OF_AN_AD = re.compile(
    r"\b(?:\d\.\d+ ?fte|fte\b|closes?\b.{0,12}\d|closing date|apply (?:to|by|now|online|before)|applications?\b|you(?:'|’)ll bring|we offer|ref[.: ]+\w*\d|listed \d|per annum|pro rata|successful (?:applicant|candidate)"
    r"|about the role|about us|key responsibilities|essential criteria|>+ ?ad\b|job ad\b)",
    re.IGNORECASE,
)
_LEAST = 2
"""How many of these a stretch holds before it is taken for an advertisement."""


def find_other_adverts(page: Page, employer: str) -> tuple[range, ...]:
    """The stretches without a blank line that are an advertisement of an organisation that is not the employer."""
    core = [word for word in re.findall(r"[^\W\d_]{3,}", employer.lower()) if not has_organisation_word(word)]
    found = []
    for start, end in _stretches(page):
        text = page.flat[start:end]
        if len({match[0].lower() for match in _OF_AN_AD.finditer(text)}) < _LEAST or not core or any(word in text.lower() for word in core):
            continue
        if any(
            (name := find_organisation(page.flat, at.start(), end)) and has_organisation_word(page.flat[name.start : name.stop])
            for at in _capitals(page, start, end)
        ):
            found.append(range(start, end))
    return tuple(found)


def _capitals(page: Page, start: int, end: int) -> list[re.Match[str]]:
    return list(re.compile(r"(?<![\w'’-])[A-ZĀĒĪŌŪ]").finditer(page.flat, start, end))


def _stretches(page: Page) -> list[tuple[int, int]]:
    """The stretches of lines between blank ones."""
    found: list[tuple[int, int]] = []
    open_at = -1
    for line in page.lines:
        if line.kind == "blank":
            if open_at >= 0:
                found.append((open_at, line.start))
            open_at = -1
        elif open_at < 0:
            open_at = line.start
    return [*found, (open_at, len(page.flat))] if open_at >= 0 else found
