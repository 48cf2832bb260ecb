"""Facts that cannot both be right: two years for one beginning, two sizes of one organisation, two moments for one meeting."""

from __future__ import annotations

import re
from itertools import combinations

from coach.engines.offline.dossier.layout import Page
from coach.engines.offline.dossier.trimming import Finding
from coach.records import About, DraftContradiction

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BEGINNING = re.compile(r"\b(?:join\w*|since|start\w*|began|begin\w*|came to|arriv\w*|hired|appointed)\b", re.IGNORECASE)
_OTHER_STEP = re.compile(
    r"\b(?:senior|promoted|lead|head|manager|partner|qualified|registered|finished|graduated|moved onto|became|then|later|now|volunteer\w*|intern\w*"
    r"|as an? (?:student|temp\w*|casual)|permanent|full[- ]time|the staff(?! page))\b",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"\b(\d[\d,.]*)\s?(?:ish)?\+?\s+((?:[\w'-]+\s){0,2}?)(staff|employees|people|persons?|workers|members|of (?:them|us|em)|kaimahi|strong)\b", re.IGNORECASE
)
_SIZE_OF = re.compile(r"\b(?:team|staff|crew|workforce) of (?:about |around |over |nearly )?(\d[\d,.]*)", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:of them|of which|including|plus|in (?:summer|winter)|at (?:the|this) (?:site|branch)|here|volunteers?|apprentices?|per site)\b", re.IGNORECASE
)
_TENURE = re.compile(r"\b(\d{1,2})\s*\+?\s*(?:years?|yrs?)\b", re.IGNORECASE)
_FOUNDED = re.compile(r"\b(?:founded|established|since|started|set up|began|opened)\b", re.IGNORECASE)


def find_contradictions(page: Page, findings: list[Finding]) -> tuple[DraftContradiction, ...]:
    """The pairs of facts that disagree, each with a sentence that says on what."""
    found = []
    for first, second in combinations(findings, 2):
        if first.about is not second.about or (first.start < second.end and second.start < first.end):
            continue
        one, other = page.text[first.start : first.end], page.text[second.start : second.end]
        key = _disagreement(first, second, one, other)
        if key:
            found.append(DraftContradiction(quotes=(one, other), about=first.about, key=key, explanation=_EXPLANATIONS[key]))
    return tuple(found)


_EXPLANATIONS = {
    "start_year": "The notes give different years for when this began.",
    "size": "The notes give different sizes.",
    "founded": "The notes give different years for when this was founded.",
    "tenure": "The notes give different lengths of time.",
}


def _disagreement(first: Finding, second: Finding, one: str, other: str) -> str:
    if (
        first.about is About.PERSON
        and {first.key, second.key} <= {"start_year", "tenure", "previous_role", "work_focus", "path", "detail"}
        and "start_year" in {first.key, second.key}
    ):
        begins = first.key == second.key or bool(_BEGINNING.search(one) and _BEGINNING.search(other))
        return "start_year" if begins and _years_differ(one, other) else ""
    if first.about is About.ORGANISATION and first.key == second.key == "size" and _sizes_differ(one, other):
        return "size"
    if (
        first.about is About.ORGANISATION
        and {first.key, second.key} <= {"founded", "history", "purpose"}
        and _FOUNDED.search(one)
        and _FOUNDED.search(other)
        and _different(_YEAR, one, other)
    ):
        return "founded"
    if first.key == second.key == "tenure" and _different(_TENURE, one, other):
        return "tenure"
    return ""


def _years_differ(one: str, other: str) -> bool:
    """Neither tells of a later step, and no year is shared."""
    return not _OTHER_STEP.search(one) and not _OTHER_STEP.search(other) and _different(_YEAR, one, other)


def _sizes_differ(one: str, other: str) -> bool:
    if _PART.search(one) or _PART.search(other):
        return False
    sizes = [{match[1].replace(",", "") for pattern in (_SIZE, _SIZE_OF) for match in pattern.finditer(text)} for text in (one, other)]
    return bool(sizes[0]) and bool(sizes[1]) and not sizes[0] & sizes[1]


def _different(pattern: re.Pattern[str], one: str, other: str) -> bool:
    first, second = set(pattern.findall(one)), set(pattern.findall(other))
    return bool(first) and bool(second) and not first & second
