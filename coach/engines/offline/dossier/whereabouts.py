"""Where the organisation or the person is: right after a name, under a label, in a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.engines.offline.dossier.candidates import overlaps
from coach.engines.offline.dossier.layout import Page, Unit
from coach.engines.offline.dossier.places import find_place, find_small_place
from coach.engines.offline.dossier.someone import People

_LABEL = re.compile(r"^(?:location|based|base|city|town|office|address|tari|kei|where)$", re.IGNORECASE)
_AFTER_NAME = re.compile(
    r"\s*(?:,\s*(?:(?:in|kei|i|place|city|town|near)\s+)?|\(\s*|\s(?:up |down |over |out )?in\s+|\s+(?:near|out of|based in|at)\s+|\s*\|\s*|\s+(?=[A-Z]))",
    re.IGNORECASE,
)
_OFFICE_IN = re.compile(
    r"\b(?:office|offices|tari|based|located|site|workshop|studio|clinic|headquarters|hq|branch|depot|base)\s+(?:is\s+|are\s+)?(?:in|at|i"
    r"|kei)\s+(?:the heart of\s+)?|\bin the heart of\s+"
    r"|\b(?:place|workshop|shop|studio|boat|trawler|business) (?:in|out of|at)\s+|\bout of\s+|\b(?:headquarters|head office|hq|main office)\s*:\s*|\b(?:people|staff|team|us|of them) in\s+",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:^|(?<=[.!?] ))([^.!?]{4,40})\.")


def find_place_of_organisation(page: Page, people: People, *, employer: range | None, role: range | None) -> range | None:
    """The best supported place, None where the notes name none; names of people are no places."""
    names = frozenset(someone.name for someone in people.everybody())
    for found in (*_after_name(page, employer), *_in_units(page), *_below(page, employer)):
        text = page.flat[found.start : found.stop]
        if not any(name in text or text in name for name in names) and (role is None or not overlaps(found, role)):
            return found
    return None


def find_place_of_person(page: Page, people: People) -> range | None:
    """In a profile: the line of town, region, country near the name."""
    target = people.target
    if target is None:
        return None
    line = page.line_at(target.start)
    for following in page.lines[line.number : line.number + 6]:
        found = find_place(page.flat, following.body, following.end)
        if found is not None and "," in page.flat[found.start : found.stop] and target.name not in page.flat[found.start : found.stop]:
            return found
    return None


def _after_name(page: Page, employer: range | None) -> Iterator[range]:
    if employer is None:
        return
    name = page.flat[employer.start : employer.stop]
    for match in re.finditer(re.escape(name), page.flat):
        end = page.line_at(match.start()).end
        cue = _AFTER_NAME.match(page.flat, match.end(), end)
        if cue is None or (cue[0].isspace() and not page.lower):
            continue
        found = find_place(page.flat, cue.end(), end)
        if found is not None and "|" in cue[0] and not re.match(r"\s*(?:$|[|,·]|\[left out\])", page.flat[found.stop : end]):
            continue
        if found is None and page.lower and re.search(r"\b(?:in|of|near)\b", cue[0]):
            found = find_small_place(page.flat, cue.end(), end)
        if found is not None:
            yield found


def _in_units(page: Page) -> Iterator[range]:
    for unit in page.units:
        if _LABEL.match(unit.label):
            yield from _at(page, unit, unit.content)
        for office in _OFFICE_IN.finditer(page.flat, unit.start, unit.end):
            yield from _at(page, unit, office.end())
        for sentence in _SENTENCE.finditer(page.flat[unit.start : unit.end]):
            alone = find_place(page.flat, unit.start + sentence.start(1), unit.start + sentence.end(1))
            whole = alone is not None and alone.stop == unit.start + sentence.end(1)
            if alone is not None and whole and ("," in sentence[1] or len(page.flat[unit.start : unit.end].split()) > 40):
                yield alone


def _at(page: Page, unit: Unit, at: int) -> Iterator[range]:
    found = find_place(page.flat, at, unit.end)
    if found is None and page.lower:
        found = find_small_place(page.flat, at, unit.end)
    if found is not None:
        yield found


def _below(page: Page, employer: range | None) -> Iterator[range]:
    """The line under the employer, as in a signature, where it is a place and nothing else or a place before a bar."""
    if employer is None:
        return
    line = page.line_at(employer.start)
    following = page.lines[line.number] if line.number < len(page.lines) else None
    if following is None or following.kind != "text" or page.flat[employer.stop : line.end].strip():
        return
    found = find_place(page.flat, following.body, following.end)
    rest = page.flat[found.stop : following.end].strip() if found is not None else "x"
    if found is not None and (not rest or rest[0] in "|·" or rest.isupper()):
        yield found
