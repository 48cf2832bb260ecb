"""Facts: clauses about the person, the occupation or the organisation, joined where they say one thing and parted where they say two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.engines.offline.dossier.cues import find_key
from coach.engines.offline.dossier.headings import LEARNER, OTHER
from coach.engines.offline.dossier.identity import Identity
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
DOUBT_OF_OTHERS = 0.2
"""The same where the rules hold that the clause speaks of somebody else or of the learner, or nobody is told of at all: a fact of the wrong person is worse than none."""
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
_BETWEEN = re.compile(r"[\s,;:()/\"“”'*>–—-]*(?:and|but|so|then|where|who|which)?[\s,;:()/\"“”'*>–—-]*")


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
    weights = open_weights()
    nobody = subjects.people.target is None and subjects.identity.role is None and subjects.identity.employer is None
    found: list[Finding] = []
    before, last = "", None
    for clause in Scanner(page, subjects).scan():
        fresh = last is None or clause.unit.line != last.unit.line
        signs = find_signs(clause, page, subjects, before="" if fresh else before)
        odds = weights.weigh(signs, content_words(clause, subjects), heading_words(clause, subjects))
        before = _choose(odds, DOUBT_OF_OTHERS if nobody or clause.subject in {OTHER, LEARNER} else DOUBT)
        if before != NONE:
            about, kind = before.split(":")
            _add(found, page, Finding(clause.start, clause.end, About(about), _key_of(clause.text, about, kind)), clause, fresh=fresh)
        last = clause
    return found


def _choose(odds: dict[str, float], doubt: float) -> str:
    """The likeliest kind; none where it is likelier than `doubt` that the clause tells nothing."""
    if odds.get(NONE, 0.0) > doubt:
        return NONE
    return max((kind for kind in odds if kind != NONE), key=lambda kind: odds[kind])


def _key_of(text: str, about: str, kind: str) -> str:
    """The key within a kind: the one that the wording shows, else the usual one."""
    keys = KINDS[about][kind]
    if kind == "voice":
        return "quote" if text.lstrip()[:1] in '"“' else "value"
    if kind == "start":
        return (
            "start_year" if re.search(r"(?:19|20)\d\d|'\d\d\b", text) or not re.search(r"\b(?:years?|yrs?|months|seasons)\b", text, re.IGNORECASE) else "tenure"
        )
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
