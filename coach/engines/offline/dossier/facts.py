"""Facts: clauses about the person, the occupation or the organisation, joined where they say one thing and parted where they say two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from coach.engines.offline.dossier.cues import find_key
from coach.engines.offline.dossier.headings import LEARNER, OTHER
from coach.engines.offline.dossier.identity import Identity
from coach.engines.offline.dossier.labels import find_heading_key
from coach.engines.offline.dossier.layout import Page
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.profiles import Entry, find_entries
from coach.engines.offline.dossier.scan import Clause, Scanner
from coach.engines.offline.dossier.signs import content_words, find_signs, heading_words
from coach.engines.offline.dossier.someone import People
from coach.engines.offline.dossier.subjects import Subjects
from coach.engines.offline.dossier.titles import is_role
from coach.engines.offline.dossier.trimming import Finding, trim_facts
from coach.engines.offline.dossier.weighing import NONE, open_weights
from coach.records import About

DOUBT = 0.6
"""Where no kind is likelier than this to be told, a clause is no fact."""
DOUBT_OF_OTHERS = 0.3
"""The same where the rules hold that the clause speaks of somebody else or of the learner: a fact of the wrong person is worse than none."""
DOUBT_IN_PROFILE = 0.85
"""The same under a heading of a profile, where each line says one thing."""
LIKELY = 0.22
"""A clause that is this likely to be of a kind is taken for it where nothing else in the notes is."""
FEWEST = 4
"""Fewer words than these, without a label, are taken for nothing that is not plain."""
EXPECTED = (
    "person:path",
    "person:education",
    "person:focus",
    "organisation:purpose",
    "organisation:news",
    "organisation:size",
    "occupation:tasks",
    "occupation:entry",
    "occupation:outlook",
)
"""The kinds that most notes tell."""
LONGEST = 170
"""Characters of one fact; a longer sentence is told in two."""

KINDS: dict[str, dict[str, tuple[str, ...]]] = {
    "person": {
        "path": ("previous_role", "previous_employer", "path"),
        "origin": ("origin",),
        "education": ("education", "qualification"),
        "start": ("start_year", "tenure"),
        "focus": ("work_focus", "workload", "team", "arrangement"),
        "project": ("project", "award", "talk", "publication"),
        "voice": ("quote", "value"),
        "interest": ("interest", "skill"),
        "location": ("location",),
    },
    "organisation": {
        "purpose": ("purpose", "volume", "value", "history"),
        "news": ("news",),
        "size": ("size",),
        "founded": ("founded",),
        "location": ("location",),
    },
    "occupation": {
        "tasks": ("tasks", "hours", "hard", "skill"),
        "entry": ("entry_route",),
        "outlook": ("outlook",),
        "pay": ("pay",),
    },
}
"""The kinds of clauses for each `about`, each with the keys of facts it stands for, the usual one first."""

_BESIDE = re.compile(r"\s*\(([^()\n]{6,70})\)")
_WHAT_IT_IS = re.compile(
    r"\s*(?:,|\(|[-–—=])\s*((?:the|an?) [\w' -]{3,60}(?:company|firm|charity|agency|maker|provider|manufacturer|retailer|start-?up|studio|collective|co-op"
    r"|consultancy|brand|platform|school|hospital|museum|shop))\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(r"\b(?:of them|of which|of whom|plus|including|in (?:summer|winter)|in two|in \d|over both|over \d)\b", re.IGNORECASE)
_BESIDE_THE_POINT = re.compile(
    r"\b(?:ir|not |isn'?t )relevant\b|^\W*(?:she|he|they)(?:'s|'re| is| are)? (?:my |our |(?:\w+ ){0,2}\w+['’]s )(?:neighbour|neighbor|friend|mate|cousin|aunt\w*|uncle)\b",
    re.IGNORECASE,
)
_TEACHES_ONE = re.compile(
    r"\b(?:has|have|got|runs?|leads?|trains?|teach(?:es)?|looks? after|with|supervises?)\b[^.;]{0,20}\bapprentices?\b(?!hip)", re.IGNORECASE
)
_BETWEEN = re.compile(r"[\s,;:()/\"“”'*>–—-]*(?:and|but|so|then|where|who|which)?[\s,;:()/\"“”'*>–—-]*")


@dataclass(slots=True)
class _Reading:
    """A clause with how likely each kind is and the kind it is taken for; `closed` where the rules hold that it speaks of somebody else or of the learner."""

    clause: Clause
    odds: dict[str, float]
    closed: bool
    kind: str

    @property
    def is_scrap(self) -> bool:
        """Whether it is a few words without a label."""
        return not self.clause.unit.label and len(self.clause.text.split()) < FEWEST


def name_kind(about: str, key: str) -> str:
    """The kind to which a key belongs; empty for a key of none."""
    return next((f"{about}:{kind}" for kind, keys in KINDS[about].items() if key in keys), "")


def find_facts(page: Page, people: People, identity: Identity, thread: Thread, *, taken: tuple[range, ...] = ()) -> list[Finding]:
    """The facts of the notes in order; each lies on one line. What stands in `taken` (the meeting's time and purpose) is no fact."""
    entries = find_entries(page)
    found = [finding for finding in _read(page, Subjects(page, people, identity, thread)) if not any(_touches(finding, entry) for entry in entries)]
    found += [
        *_facts_of_entries(entries),
        *(_focus_beside_role(page, identity) if people.target is not None else ()),
        *_purpose_beside_employer(page, identity),
    ]
    if identity.place is not None:
        about = About.PERSON if identity.place_of_person else About.ORGANISATION
        found.append(Finding(identity.place.start, identity.place.stop, about, "location"))
    free = [finding for finding in found if not any(finding.start < place.stop and place.start < finding.end for place in taken)]
    return trim_facts(page, free, people=people, identity=identity)


def _read(page: Page, subjects: Subjects) -> list[Finding]:
    """The clauses that tell something, each of the kind that is likeliest, joined where one goes on with the other."""
    found: list[Finding] = []
    last = None
    for reading in _second_look(_weigh(page, subjects)):
        clause, kind = reading.clause, reading.kind
        fresh = last is None or clause.unit.line != last.unit.line
        if kind != NONE and not _BESIDE_THE_POINT.search(clause.text):
            about, kind = kind.split(":")
            start = clause.unit.start if _is_bare(clause, page) else clause.start
            _add(found, page, Finding(start, clause.end, About(about), _key_of(clause.text, about, kind)), clause, fresh=fresh)
        last = clause
    return found


def _is_bare(clause: Clause, page: Page) -> bool:
    """Whether a clause is hardly more than a figure, which says nothing without its label: "founded | 1987"."""
    unit = clause.unit
    row = clause.start == unit.content and re.search(r"\s[|=]\s+$|\t\s*$", page.flat[unit.start : clause.start])
    return bool(row) and bool(re.search(r"\d", clause.text)) and len(clause.text.split()) <= 3


def _weigh(page: Page, subjects: Subjects) -> list[_Reading]:
    """Every clause with how likely each kind is, in the light of the kind of the clause before it."""
    weights = open_weights()
    readings: list[_Reading] = []
    for clause in Scanner(page, subjects).scan():
        last = readings[-1] if readings else None
        before = last.kind if last is not None and clause.unit.line == last.clause.unit.line else ""
        signs = find_signs(clause, page, subjects, before=before)
        odds = weights.weigh(signs, content_words(clause, subjects), heading_words(clause, subjects))
        closed = clause.subject in {OTHER, LEARNER}
        readings.append(_Reading(clause, odds, closed, _choose(odds, clause, closed=closed)))
    return readings


def _second_look(readings: list[_Reading]) -> list[_Reading]:
    """Where the notes seem to tell nothing of a kind that most notes tell, the likeliest clause is taken for it, if it is likely enough and not needed for its own kind."""
    for wanted in EXPECTED:
        told = Counter(reading.kind for reading in readings)
        free = [reading for reading in readings if (reading.kind == NONE or told[reading.kind] > 1) and not reading.closed and not reading.is_scrap]
        best = max(free, key=lambda reading: reading.odds.get(wanted, 0.0), default=None)
        if not told[wanted] and best is not None and best.odds.get(wanted, 0.0) >= LIKELY:
            best.kind = wanted
    return readings


def _choose(odds: dict[str, float], clause: Clause, *, closed: bool) -> str:
    """The likeliest kind; none where the clause is too likely to tell nothing. What is told of the occupation is nobody's, whoever the clause speaks of."""
    kind = max((kind for kind in odds if kind != NONE), key=lambda kind: odds[kind])
    doubt = DOUBT_OF_OTHERS if closed and not kind.startswith("occupation:") else DOUBT
    if not closed and find_heading_key(clause.unit):
        doubt = DOUBT_IN_PROFILE
    return kind if odds.get(NONE, 0.0) <= doubt else NONE


def _key_of(text: str, about: str, kind: str) -> str:
    """The key within a kind: the one that the wording shows, else the usual one."""
    keys = KINDS[about][kind]
    if kind == "voice":
        return "quote" if text.lstrip()[:1] in '"“' else "value"
    if kind == "start":
        return (
            "start_year" if re.search(r"(?:19|20)\d\d|'\d\d\b", text) or not re.search(r"\b(?:years?|yrs?|months|seasons)\b", text, re.IGNORECASE) else "tenure"
        )
    if _TEACHES_ONE.search(text):
        return "work_focus"
    shown = find_key(text, About(about))
    return shown if shown in keys else keys[0]


def _add(found: list[Finding], page: Page, finding: Finding, clause: Clause, *, fresh: bool) -> None:
    """Join a clause to the fact before it where both are of one kind, or begin a new one."""
    last = found[-1] if found else None
    if last is not None and not fresh and clause.mark and _goes_on(last, finding, page):
        last.end = finding.end
        return
    found.append(finding)


def _goes_on(last: Finding, finding: Finding, page: Page) -> bool:
    if last.about is not finding.about or not _BETWEEN.fullmatch(page.flat[last.end : finding.start]) or finding.end - last.start > LONGEST:
        return False
    return name_kind(last.about.value, last.key) == name_kind(finding.about.value, finding.key) and not _clashes(last, finding, page)


def _clashes(last: Finding, finding: Finding, page: Page) -> bool:
    """Two figures for one thing are two facts, so that a contradiction between them can be seen; a part of a whole is no second figure."""
    text = page.flat[finding.start : finding.end]
    if last.key not in {"size", "start_year", "founded", "tenure"} or _PARTIAL.search(text) or re.match(r"(?:and|plus)\b", text):
        return False
    return bool(re.search(r"\d\d", text)) and bool(re.search(r"\d\d", page.flat[last.start : last.end]))


def _focus_beside_role(page: Page, identity: Identity) -> list[Finding]:
    """What stands in brackets right after the role, where it is no other word for it: "air traffic controller (approach control)"."""
    beside = _BESIDE.match(page.flat, identity.role.stop) if identity.role is not None else None
    if (
        beside is None
        or re.search(r"\b(?:i|i'm|my|me|not|haven't|maybe|don't|yet)\b", beside[1], re.IGNORECASE)
        or is_role(beside[1])
        or len(beside[1].split()) < 2
        or find_key(beside[1], About.PERSON) in {"education", "start_year"}
    ):
        return []
    return [Finding(beside.start(1), beside.end(1), About.PERSON, "work_focus")]


def _purpose_beside_employer(page: Page, identity: Identity) -> list[Finding]:
    """What the organisation is, right after its name: "at Patchbay, the open-source synthesizer company"."""
    name = page.flat[identity.employer.start : identity.employer.stop] if identity.employer is not None else ""
    places = [_WHAT_IT_IS.match(page.flat, match.end()) for match in re.finditer(re.escape(name), page.flat)] if name else []
    return [Finding(beside.start(1), beside.end(1), About.ORGANISATION, "purpose") for beside in places if beside is not None]


def _facts_of_entries(entries: tuple[Entry, ...]) -> Iterator[Finding]:
    """The stations of a profile: what was studied, what was done before and where, since when the present job."""
    for entry in entries:
        if entry.now:
            yield Finding(entry.dates.start, entry.dates.stop, About.PERSON, "start_year")
            continue
        for place, key in ((entry.role, "previous_role"), (entry.employer, "previous_employer")):
            if place is not None:
                yield Finding(place.start, place.stop, About.PERSON, "education" if entry.study else key)


def _touches(finding: Finding, entry: Entry) -> bool:
    return any(place is not None and finding.start < place.stop and place.start < finding.end for place in (entry.role, entry.employer, entry.dates))
