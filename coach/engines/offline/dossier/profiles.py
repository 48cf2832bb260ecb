"""Profiles copied from a network: the entries of a working life, told by their lines of dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.engines.offline.dossier.layout import Line, Page
from coach.engines.offline.dossier.titles import is_role

_YEARS = r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+)?(?:19|20)\d\d"
_DATES = re.compile(
    rf"^(?:(?:full|part)[- ]time\b[^·|]*[·|]\s*|(?:contract|permanent|freelance|casual|seasonal|internship)\b[^·|]*[·|]\s*)?(?P<dates>{_YEARS}\s*(?:-|–|—|to|until)\s*(?:(?P<now>present|now|current|today)|{_YEARS}))(?:\s*[·|,(].*)?$",
    re.IGNORECASE,
)
_IN_LINE = re.compile(
    rf"^(?P<head>\S.*?)\s*[,(|·:–—-]\s*(?P<dates>{_YEARS}\s*(?:-|–|—|to|until)\s*(?:(?P<now>present|now|current|today)|{_YEARS}))\)?(?:\s*[·|].*)?$",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"^(?:\d+\s*(?:yrs?|years?|mos?|months?)\s*)+$", re.IGNORECASE)
_KIND = re.compile(
    r"\s*(?:[·|]\s*(?:full|part)[- ]time|[·|]\s*(?:contract|freelance|permanent|internship|apprenticeship|casual|seasonal|self-employed)|[·|]\s*(?:hybrid"
    r"|remote|on-?site)).*$",
    re.IGNORECASE,
)
_STUDIES = re.compile(r"^(?:education|studies|academic background|qualifications)$", re.IGNORECASE)
_WORK = re.compile(r"^(?:experience|work (?:history|experience)|employment(?: history)?|career(?: history)?|volunteer.*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One station of a working life: ranges of the page for job, employer and dates, None where a line is missing; `now` where it goes on."""

    role: range | None
    employer: range | None
    dates: range
    now: bool
    study: bool


def find_entries(page: Page) -> tuple[Entry, ...]:
    """The entries of a profile, in page order; empty where the notes hold no lines of dates under other lines."""
    entries = []
    heading, employer = "", None
    for index, line in enumerate(page.lines):
        if line.kind == "heading":
            heading, employer = line.title, None
            continue
        words = page.flat[line.body : line.end].strip()
        if line.kind == "text" and _LENGTH.match(words):
            above = _lines_above(page, index)
            employer = _bare(page, above[-1]) if above else None
        single = _one_line(page, line, heading) if line.kind == "text" else None
        if single is not None:
            entries.append(single)
            continue
        dates = _DATES.match(words) if line.kind == "text" else None
        if dates is not None and not line.bullet:
            entries.append(_entry(page, line, dates, above=_lines_above(page, index), heading=heading, employer=employer))
    return tuple(entry for entry in entries if entry.role is not None or entry.employer is not None)


def _one_line(page: Page, line: Line, heading: str) -> Entry | None:
    """A station in one line under a heading of work or study: "All India Radio, Pune - Announcer, 2014 to 2022"."""
    match = _IN_LINE.match(page.flat[line.body : line.end].rstrip())
    if match is None or not (_WORK.match(heading) or _STUDIES.match(heading)):
        return None
    dates = range(line.body + match.start("dates"), line.body + match.end("dates"))
    parts = [range(line.body + part.start(), line.body + part.end()) for part in re.finditer(r"(?:(?!\s+(?:[-–—|]|at|@)\s+).)+", match["head"])]
    parts = [
        range(part.start + len(text) - len(text.lstrip(" -–—|@")), part.start + len(text.rstrip(" -–—|,")))
        for part in parts
        if (text := re.sub(r"^\s*at\s", lambda gap: " " * len(gap[0]), page.flat[part.start : part.stop])).strip()
    ]
    if _STUDIES.match(heading):
        return Entry(parts[1] if len(parts) > 1 else None, parts[0], dates, now=False, study=True)
    role = next((part for part in parts if is_role(re.sub(r"\(.*?\)", "", page.flat[part.start : part.stop]))), None)
    rest = [part for part in parts if part is not role]
    return Entry(role, rest[0] if rest else None, dates, now=bool(match["now"]), study=False)


def _lines_above(page: Page, index: int) -> list[Line]:
    """The lines that belong to a line of dates: up to three just above it, back to a blank, a bullet or other dates."""
    above: list[Line] = []
    for line in reversed(page.lines[max(0, index - 3) : index]):
        words = page.flat[line.body : line.end].strip()
        if line.kind != "text" or line.bullet or _DATES.match(words) or _LENGTH.match(words) or len(words.split()) > 10:
            break
        above.insert(0, line)
    return above


def _entry(page: Page, line: Line, dates: re.Match[str], *, above: list[Line], heading: str, employer: range | None) -> Entry:
    start = line.body + dates.start("dates") + len(page.flat[line.body : line.end]) - len(page.flat[line.body : line.end].lstrip())
    span = range(start, start + len(dates["dates"]))
    study = bool(_STUDIES.match(heading)) or (
        not _WORK.match(heading)
        and any(
            re.search(r"\b(?:university|college|school|polytechnic|b\.|degree|diploma)\b", page.flat[other.body : other.end], re.IGNORECASE) for other in above
        )
    )
    bare = [part for other in above for part in _parts(page, _bare(page, other))]
    if study:
        return Entry(bare[1] if len(bare) > 1 else None, bare[0] if bare else None, span, now=False, study=True)
    role = next((place for place in bare if is_role(page.flat[place.start : place.stop])), None)
    rest = [place for place in bare if place is not role]
    if role is None and rest and employer is not None:
        role, rest = rest[0], rest[1:]
    return Entry(role, rest[0] if rest else employer, span, now=bool(dates["now"]), study=False)


def _parts(page: Page, place: range) -> list[range]:
    """A line that holds job and employer in one ("Technician, Humber Pest Services") as two."""
    text = page.flat[place.start : place.stop]
    comma = text.find(", ")
    if comma < 0 or not is_role(text[:comma]) or is_role(text[comma + 2 :]):
        return [place]
    return [range(place.start, place.start + comma), range(place.start + comma + 2, place.stop)]


def _bare(page: Page, line: Line) -> range:
    """The words of a line without the kind of contract."""
    text = page.flat[line.body : line.end].rstrip()
    cut = _KIND.search(text)
    return range(line.body, line.body + (cut.start() if cut else len(text)))
