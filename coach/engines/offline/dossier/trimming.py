"""Facts made presentable: cut to one line, freed of sources and chatter, dropped where nothing is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.engines.offline.dossier.adverts import find_other_adverts
from coach.engines.offline.dossier.apart import find_foreign_initials, is_of_another
from coach.engines.offline.dossier.identity import Identity
from coach.engines.offline.dossier.layout import Page
from coach.engines.offline.dossier.someone import People
from coach.records import About

_SOURCE = re.compile(
    r"\s*[(\[]\s*(?:from |via |see |source:? )?(?:[\w' ]{0,25}\b(?:website|site|page|homepage|newspaper|newsletter|magazine|video|podcast|programme|program"
    r"|pdf|ad|saved|library|blog|linkedin|report"
    r"|annual plan|plan|article|online|book|check|not sure|i think|ask|radio piece)\b[\w' ,]*)[)\]?!. ]*$",
    re.IGNORECASE,
)
_CHATTER = re.compile(r"[\s,]*(?:\b(?:lol|haha|tbh|idk|i think|i reckon|apparently|i found it on.*|[\w]+ (?:says|reckons|said))\s*[?.!]*)$", re.IGNORECASE)
_LEAD = re.compile(r"(?:\W*\b(?:and|but|then|also|so|plus|although|while|because|coz)\b\s+|[^\w\"“(+~$£€#]+)*", re.IGNORECASE)
_REPORTER = re.compile(
    r"(?:my |his |her )?[\w'’-]+ (?:says?|said|reckons?|told (?:me|us)|thinks)(?: that)? (?=(?:she|he|they|it|you|there|hes|shes|its|he's|she's|it's)\b)",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"(?:\d+\s*(?:yrs?|years?|mos?|months?)\s*)+", re.IGNORECASE)
_HOLLOW = frozenset(("a an the is at in for of and she he s works mr mrs ms miss dr with person same place company both who meeting talk interview").split())
_ONE_WORD = frozenset({"start_year", "education", "previous_role", "previous_employer", "skill", "interest", "location", "pay"})


@dataclass(slots=True)
class Finding:
    """A fact while it is being put together: its place in the page, whom it is about, its key."""

    start: int
    end: int
    about: About
    key: str


def trim_facts(page: Page, findings: list[Finding], *, people: People, identity: Identity) -> list[Finding]:
    """The facts in page order, each on one line, none twice, none that only repeats the name, the role and the employer."""
    employer = page.flat[identity.employer.start : identity.employer.stop] if identity.employer is not None else ""
    adverts = find_other_adverts(page, employer)
    initials = find_foreign_initials(page, people)
    own = (
        finding
        for finding in findings
        if not (finding.about is About.ORGANISATION and any(finding.start in advert for advert in adverts))
        and not (finding.about is About.PERSON and is_of_another(page, finding.start, people, initials))
    )
    trimmed = (_cut(page, finding) for finding in own)
    kept = [finding for finding in trimmed if _tells_something(page, finding, people, identity)]
    return sorted(_without_doubles(kept), key=lambda finding: finding.start)


def count_content(page: Page, text: str, people: People, identity: Identity) -> int:
    """How many telling words are left of a text without names, role, employer and place."""
    known = [page.flat[place.start : place.stop] for place in (identity.role, identity.employer, identity.place) if place is not None]
    known += [word for someone in people.everybody() for word in (someone.name, *someone.name.split())]
    rest = text.lower()
    for words in sorted(known, key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(words.lower())}(?!\w)", " ", rest)
    return sum(word not in _HOLLOW for word in re.findall(r"[^\W_]+", rest))


def _cut(page: Page, finding: Finding) -> Finding:
    """The fact without trailing sources and chatter, on the line that holds most of it."""
    lines = [(max(line.body, finding.start), min(line.end, finding.end)) for line in page.lines if line.start < finding.end and line.end > finding.start]
    start, end = max(lines, key=lambda place: place[1] - place[0]) if lines else (finding.start, finding.end)
    text = page.text[start:end]
    for pattern in (_SOURCE, _CHATTER):
        cut = pattern.search(text)
        if cut and cut.start() > 8:
            text = text[: cut.start()]
    skipped = 0
    for pattern in (_LEAD, _REPORTER):
        lead = pattern.match(text, skipped)
        skipped = lead.end() if lead else skipped
    start += skipped
    text = _close(page, start, text[skipped:].rstrip(" ,;:|-–—(\t→>"))
    return Finding(start, start + len(text), finding.about, finding.key)


def _close(page: Page, start: int, text: str) -> str:
    """The text with the bracket, quotation mark or full stop that belongs to it."""
    for mark, open_ in ((")", text.count("(") > text.count(")")), ('"', text.count('"') % 2 == 1), ("”", text.count("“") > text.count("”"))):
        if open_ and page.text[start + len(text) : start + len(text) + 1] == mark:
            text += mark
    follows = page.text[start + len(text) : start + len(text) + 1]
    return text + follows if follows in {".", "!"} and text[:1].isupper() else text


def _tells_something(page: Page, finding: Finding, people: People, identity: Identity) -> bool:
    text = page.text[finding.start : finding.end]
    if "[left out]" in text or _LENGTH.fullmatch(text) or (len(text.split()) < 2 and finding.key not in _ONE_WORD):
        return False
    if finding.key in {"location", "previous_employer"} or (finding.key in {"previous_role", "education", "start_year"} and len(text.split()) <= 3):
        return not (
            finding.key == "previous_employer" and identity.employer is not None and text in page.flat[identity.employer.start : identity.employer.stop]
        )
    if identity.role is not None and finding.start >= identity.role.start and finding.end <= identity.role.stop:
        return False
    if finding.key == "detail" and finding.about is About.PERSON and re.search(r"\bmy \w+", text) and text[:1] not in '"“':
        return False  # how the learner knows the person
    content = count_content(page, text, people, identity)
    if finding.key in {"detail", "work_focus", "purpose", "news"} and _repeats_identity(page, text, identity):
        return content > 6
    return content >= (2 if finding.key != "detail" else 3)


def _repeats_identity(page: Page, text: str, identity: Identity) -> bool:
    """Whether a text holds both the role and the employer."""
    if identity.role is None or identity.employer is None:
        return False
    return all(page.flat[place.start : place.stop].lower() in text.lower() for place in (identity.role, identity.employer))


def _without_doubles(findings: list[Finding]) -> Iterator[Finding]:
    """No fact twice, none inside another of the same kind."""
    seen: set[tuple[int, int]] = set()
    for finding in findings:
        place = (finding.start, finding.end)
        if place not in seen and not any(_holds(other, finding) for other in findings):
            seen.add(place)
            yield finding


def _holds(other: Finding, finding: Finding) -> bool:
    same_kind = other.about is finding.about and other.key == finding.key
    wider = other.start <= finding.start and finding.end <= other.end and (other.start, other.end) != (finding.start, finding.end)
    return same_kind and wider
