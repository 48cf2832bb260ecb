"""The signs around a name or a job title in the notes: what leads to it, what follows, whom its sentence speaks of, how near the person and the job stand.

They are weighed by `choosing`; a sign is named in a few letters and has the strength 1 unless said otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.engines.offline.dossier import firms
from coach.engines.offline.dossier.layout import Line, Page
from coach.engines.offline.dossier.people import find_names
from coach.engines.offline.dossier.someone import People, Someone

_TOKEN = re.compile(r"[\w'@&]+|[^\w\s]")
_AT = re.compile(r"(?:@|\b(?:at|for|with|w/|kei)\b)\s*(?:the )?\W*$", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|near|from|to)\s+(?:the )?$", re.IGNORECASE)
_OF = re.compile(r"\bof\s+(?:the )?$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:an?|the)\s+$", re.IGNORECASE)
_BE = re.compile(r"\b(?:is|'s|s|are|was|were|as|be|become|becoming|am|'m|im)\s+(?:now |still |also |the |an? |our )*$", re.IGNORECASE)
_TELLS = re.compile(
    r"\s+(?:is an?|has (?:about )?\d|was (?:founded|started|set up)|employs|makes|runs|helps|builds|provides|carries|looks after|sells|does|do|are|have)\b"
)
_WE, _I = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE), re.compile(r"\b(?:I|i|my|My|me)\b")
_SINCE = re.compile(r"[^.;\n]{0,25}\b(?:since|from|joined)\b[^.;\n]{0,12}\b(?:19|20)\d\d", re.IGNORECASE)
_SPAN_AFTER, _SPAN_BEFORE = re.compile(r"[^.;\n]{0,20}(?:19|20)?\d\d\s*[-–]\s*(?:(?:19|20)?\d\d)\b"), re.compile(r"\d\d\s*[-–]\s*\d\d+\W*$")
_YEARS = re.compile(r"[^.;\n]{0,25}\b\d+ (?:years|yrs)")
_OVER = re.compile(r"[^.;\n]{0,30}\b(?:until|till|before|then)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:^|[.!?]\s+)(?:the )?$", re.IGNORECASE)
_HEAD_ORG = re.compile(r"\b(?:place|firm|company|employer|org|work|where|shop|school|them)\b", re.IGNORECASE)
_HEAD_JOB = re.compile(r"\b(?:job|work|role|what)\b", re.IGNORECASE)
_HEAD_PERSON = re.compile(r"\b(?:her|him|who|person|she|he)\b", re.IGNORECASE)
_LAST_LINES = 6


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the notes when their names are weighed: the people, everybody gathered by name, where the one to be met is named, and the job taken for theirs."""

    page: Page
    people: People
    known: firms.Signs
    gathered: dict[str, Someone]
    named_at: tuple[int, ...]
    role: range | None


def read_setting(page: Page, people: People, known: firms.Signs, role: range | None) -> Setting:
    """The setting of a page, once its people are known."""
    gathered = {someone.name.lower(): someone for someone in (*find_names(page), *people.everybody())}
    named = tuple(mention.start for mention in people.target.mentions) if people.target is not None else ()
    return Setting(page, people, known, gathered, named, role)


def find_surroundings(setting: Setting, place: range, core: frozenset[str]) -> Iterator[tuple[str, float]]:
    """The signs around one place; `core` are the words of weight of what stands there."""
    page = setting.page
    line = page.line_at(place.start)
    before, after, clause = firms.find_around(page, line, place)
    yield from _neighbours(before, after)
    yield from _leads(before, after)
    yield from _speaks(clause, core, setting)
    yield from _nearness(place, line, setting)
    yield from _of_place(page, place, line, before, after)


def _neighbours(before: str, after: str) -> Iterator[tuple[str, float]]:
    """The two words or marks before it and the two behind."""
    yield from ((f"p{n}:{token}", 1.0) for n, token in enumerate(reversed(_TOKEN.findall(before.lower())[-2:])))
    yield from ((f"q{n}:{token}", 1.0) for n, token in enumerate(_TOKEN.findall(after.lower())[:2]))


def _leads(before: str, after: str) -> Iterator[tuple[str, float]]:
    """What leads to it and what is said behind it."""
    bare = before.rstrip()
    stripped = before.strip(' *_#>-•|"“')
    for name, found in (
        ("at", _AT.search(before)),
        ("in", _IN.search(before)),
        ("of", _OF.search(before)),
        ("article", _ARTICLE.search(before)),
        ("be", _BE.search(before)),
        ("comma", bare.endswith(",")),
        ("bar", bare.endswith(("|", "-", "–", "—", "/", "·", "•", ":", "="))),
        ("bracket", bare.endswith("(")),
        ("starts", not bare.strip(" *_#>-•")),
        ("alone", not stripped and not after.strip(' *_#.|"”:,')),
        ("next,", after.startswith(",")),
        ("next:", after.lstrip().startswith((":", "="))),
        ("tells", _TELLS.match(after)),
        ("since", _SINCE.match(after) or re.search(r"\bsince\b", before[-30:], re.IGNORECASE)),
        ("range", _SPAN_AFTER.match(after) or _SPAN_BEFORE.search(before)),
        ("years", _YEARS.match(after)),
        ("over", _OVER.match(after)),
        ("opens", _SENTENCE.search(before) and re.match(r"\s+[a-z]+s\b", after)),
        *((f"lead:{name}", pattern.search(before)) for name, pattern in firms.LEADS.items()),
    ):
        if found:
            yield name, 1.0


def _speaks(clause: str, core: frozenset[str], setting: Setting) -> Iterator[tuple[str, float]]:
    """Whom its sentence speaks of."""
    words = set(re.findall(r"[^\W_]+", clause.lower()))
    known = setting.known
    for name, found in (
        ("we", _WE.search(clause)),
        ("i", _I.search(clause)),
        ("pronoun", firms.PRONOUN.search(clause)),
        ("with target", words & known.target),
        ("with other", words & (known.others - core) and not words & known.target),
    ):
        if found:
            yield name, 1.0


def _nearness(place: range, line: Line, setting: Setting) -> Iterator[tuple[str, float]]:
    """How near the one to be met and their job stand, in lines."""
    lines = [setting.page.line_at(at).number for at in setting.named_at]
    for name, found in (
        ("line of target", any(at == line.number for at in lines)),
        ("below target", any(0 < line.number - at <= 2 for at in lines)),
        ("above target", any(0 < at - line.number <= 3 for at in lines)),
    ):
        if found:
            yield name, 1.0
    if setting.role is None or (place.start, place.stop) == (setting.role.start, setting.role.stop):
        return
    at = setting.page.line_at(setting.role.start).number
    for name, found in (
        ("line of role", at == line.number),
        ("after role", 0 <= place.start - setting.role.stop < 25),
        ("below role", 0 < line.number - at <= 2),
        ("above role", 0 < at - line.number <= 2),
    ):
        if found:
            yield name, 1.0


def _of_place(page: Page, place: range, line: Line, before: str, after: str) -> Iterator[tuple[str, float]]:
    """Where in the notes it stands."""
    heading = next((unit.heading for unit in page.units if unit.start <= place.start < unit.end), "")
    yield "early", 1 - place.start / max(1, len(page.flat))
    for name, found in (
        ("heading", line.kind == "heading"),
        ("furniture", line.kind == "furniture"),
        ("top", line.number <= 2),
        ("signature", not before.rstrip() and line.number > len(page.lines) - _LAST_LINES),
        ("under place", _HEAD_ORG.search(heading)),
        ("under job", _HEAD_JOB.search(heading)),
        ("under person", _HEAD_PERSON.search(heading)),
        ("bullet", line.bullet),
        ("short line", len(page.flat[line.body : line.end].split()) <= 6),
        ("ends line", not after.strip(" .*_)")),
    ):
        if found:
            yield name, 1.0
