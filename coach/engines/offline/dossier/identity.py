"""What the person to be met does and for whom: role, occupation, employer and place, each as it stands in the notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.engines.offline.dossier.layout import Page, Unit
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.people import People, Someone
from coach.engines.offline.dossier.places import (
    find_organisation,
    find_place,
    find_small_organisation,
    find_small_place,
    has_organisation_word,
)
from coach.engines.offline.dossier.profiles import find_entries
from coach.engines.offline.dossier.titles import find_role, is_role, split_title

_ROLE_LABEL = re.compile(
    r"^(?:current )?(?:job|role|position|title|job title|occupation|profession|works as|trade|mahi|tūranga|what (?:she|he|they) (?:is|does|do))(?: title)?$",
    re.IGNORECASE,
)
_ORG_LABEL = re.compile(
    r"^(?:(?:current )?employer|company|organi[sz]ation|works? (?:at|for)|working (?:at|for)|workplace|firm|business|where(?: (?:she|he|they) works?)?|place of work|agency|institution|studio|hospital|school|whare|rōpū|te rōpū)$",
    re.IGNORECASE,
)
_PLACE_LABEL = re.compile(r"^(?:location|based|base|city|town|office|address|tari|kei)$", re.IGNORECASE)
_IS_A = re.compile(
    r"\b(?:(?:she|he|they|who|ia)(?:'s|'re|s| is| are) (?:now |currently |actually |also )?(?:working (?:as|like)|works? (?:as|like)|employed as|(?<=s )|(?<=s)|(?<=e ))?\s*(?:an?|the|our)?\s*|works? (?:as|like) (?:an?|the)?\s*"
    r"|is working (?:as|like) (?:an?|the)?\s*|(?:she|he|they) (?:do|does) |is an? |is the |is our |\bhe (?=kai))[\"“]?",
    re.IGNORECASE,
)
_FORMERLY = re.compile(r"\b(?:before|first|used to|previously|formerly|once|then|until|if|whether|what|not)\W*$", re.IGNORECASE)
_AT = re.compile(
    r"[\"”]?\s*(?:\([^)\n]{1,40}\)\s*)?,?\s*(?:at|with|for|@|in the|in|of|from|bei|im|chez|ki|kei|i|,|\||·|[-–—])\s+(?:the\s+)?(?:(?:company|firm|organisation|organization|business)\s+)?",
    re.IGNORECASE,
)
_WORKS_AT = re.compile(
    r"\b(?:works?|working|employed|job|is|she's|he's|shes|hes|they're|both|now|currently|based|been|placed|started|joined|been part of|part of)\s+(?:there\s+)?(?:at|for|with|by|in the|@)\s+(?:the\s+(?:company|firm)\s+)?|\bjoined\s+(?=[A-Z])"
    r"|\bin the company\s+|\bsame place as\s+|\b(?:company|firm|shop|bakery|place|studio|clinic|business|farm|school|practice|workshop|employer) (?:is|is called|called|named)\s+|\bkei\s+|\bwith us at\s+|\bfrom the open day at\s+",
    re.IGNORECASE,
)
_STUDIED = re.compile(
    r"\b(?:stud(?:y|ied|ies)|degree|diploma|trained|graduat\w+|bachelor\w*|master\w*|phd|school|taught|course|apprentice\w*|certificate|tohu|previously|before|formerly|used to|lecture|talk|spoke)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:20\d\d)?\s*[|,]?\s*", re.IGNORECASE)
_AFTER_ORG = re.compile(r"\s*(?:,\s*(?:in\s+)?|\(\s*|\s(?:up |down |over |out )?in\s+|\s+(?:near|out of|based in)\s+|\s+(?=[A-Z]))", re.IGNORECASE)
_OFFICE_IN = re.compile(
    r"\b(?:office|offices|tari|based|located|site|workshop|studio|clinic|headquarters|hq|branch|depot|base)\s+(?:is\s+|are\s+)?(?:in|at|i|kei)\s+(?:the heart of\s+)?|\bin the heart of\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Identity:
    """Role, employer and place as ranges of the page's flat text, None where the notes do not tell; `title` is the occupation within the role."""

    role: range | None = None
    employer: range | None = None
    place: range | None = None
    place_of_person: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: range
    weight: float


def find_identity(page: Page, people: People, thread: Thread) -> Identity:
    """Who the person is in the world of work; the best supported reading of each part."""
    roles = list(_role_candidates(page, people))
    role = max(roles, key=lambda candidate: candidate.weight).place if roles else _lone_title(page)
    organisations = list(_organisation_candidates(page, people, role, roles))
    employer = _best_organisation(page, organisations, people)
    names = frozenset(someone.name for someone in people.everybody())
    place = next((found for found in _places(page, employer, role) if not _overlaps_name(page, found, names)), None)
    own = _card_place(page, people) if place is None else None
    own = own if own is None or not _overlaps_name(page, own, names) else None
    text = page.flat[role.start : role.stop] if role else ""
    return Identity(role, employer, place or own, place_of_person=place is None and own is not None, title=split_title(text) if text else "")


def _overlaps_name(page: Page, place: range, names: frozenset[str]) -> bool:
    text = page.flat[place.start : place.stop]
    return any(name in text or text in name for name in names)


def _role_candidates(page: Page, people: People) -> Iterator[_Candidate]:
    target = people.target
    foreign = [role for someone in people.others for role in someone.roles]
    for found, weight in _roles_found(page, target):
        if any(found.start < other.stop and other.start < found.stop for other in foreign):
            continue
        at = _AT.match(page.flat, found.stop, min(len(page.flat), found.stop + 80))
        beside = 1.5 if at and find_organisation(page.flat, at.end(), page.line_at(found.stop - 1).end) else 0.0
        yield _Candidate(found, weight + beside + min(1.2, 0.3 * len(page.flat[found.start : found.stop].split())))


def _roles_found(page: Page, target: Someone | None) -> Iterator[tuple[range, float]]:
    yield from ((entry.role, 3.5) for entry in find_entries(page) if entry.now and entry.role is not None)
    if target is not None:
        yield from ((role, 3.0) for role in target.roles)
    for unit in page.units:
        if _ROLE_LABEL.match(unit.label):
            yield from ((found, 5.0) for found in [find_role(page.flat[: unit.end], unit.content)] if found)
        own = _names(page, unit, target)
        if target is not None and target.parts & set(unit.label.lower().split()):
            yield from ((found, 3.0) for found in _pieces_that_are_roles(page, unit))
        for match in _IS_A.finditer(page.flat, unit.start, unit.end):
            found = find_role(page.flat[: unit.end], match.end())
            if found is not None and not _FORMERLY.search(page.flat[max(unit.start, match.start() - 25) : match.start()]):
                yield found, 2.5 + own
        if unit.bullet or own or unit.label:
            found = find_role(page.flat[: unit.end], unit.content)
            at = _AT.match(page.flat, found.stop, unit.end) if found else None
            firm = bool(at and re.match(r"\s*(?:\(.*?\)\s*)?,?\s*(?:at|with|for|@)", at[0]) and _organisation_at(page, at.end(), unit.end))
            if found is not None and at and (firm or _names_organisation(page, at.end(), unit.end)):
                yield found, 2.0 + own


def _names_organisation(page: Page, at: int, end: int) -> bool:
    found = find_organisation(page.flat, at, end)
    return found is not None and has_organisation_word(page.flat[found.start : found.stop])


def _pieces_that_are_roles(page: Page, unit: Unit) -> Iterator[range]:
    """After a label with the person's name: pieces between marks that are a job and nothing else ("Ines: ultrasound. Sonographer.")."""
    for piece in re.finditer(r"[^.,;(\n]+", page.flat[unit.content : min(unit.end, unit.content + 80)]):
        start = unit.content + piece.start() + len(piece[0]) - len(piece[0].lstrip())
        found = find_role(page.flat[: unit.content + piece.end()], start)
        if found is not None and found.start == start and found.stop >= start + len(piece[0].strip()):
            yield found


def _names(page: Page, unit: Unit, target: Someone | None) -> float:
    if target is None:
        return 0.0
    text = page.flat[unit.start : unit.end].lower()
    return 1.0 if any(re.search(rf"\b{re.escape(part)}\b", text) for part in target.parts) else 0.0


def _lone_title(page: Page) -> range | None:
    """Notes that are little more than a job title: the first words that could be one."""
    if len(page.flat.split()) > 22 or not page.units:
        return None
    unit = page.units[0]
    for start in (
        match.end()
        for other in page.units
        for match in re.finditer(r"(?:^|[.!?,:;(]\s*|\b(?:be|an?|as|is|maybe|job)\s+)(?=\w)", page.flat[other.content : other.end])
    ):
        found = find_role(page.flat[: unit.end], unit.content + start)
        if found is not None:
            return found
    words = re.match(r"[^\W\d_][\w'’&/ -]{2,40}?(?=\s*(?:[?!.,(:]|\s-\s|$|\s(?:at|in|for|with)\s))", page.flat[unit.content : unit.end])
    if words is None or not all(_is_pronounceable(word) for word in words[0].split()) or len(page.units) > 2 or len(words[0].split()) > 4:
        return None
    return range(unit.content, unit.content + len(words[0].rstrip()))


def _is_pronounceable(word: str) -> bool:
    """Whether a word could be one of a language: vowels in it, no long run of consonants, no letter three times over, no row of the keyboard."""
    plain = re.sub(r"[^\w]", "", word.lower())
    vowels = "aeiouyāēīōūäöüéèêáíóúàâîôûæø"
    if not plain or re.search(r"(.)\1\1|\d", plain) or not any(mark in vowels for mark in plain):
        return False
    if re.search(rf"[^{vowels}]{{5,}}", plain) or re.search(r"qwe|wert|asdf|sdfg|zxcv|hjkl|uiop|vbnm|fjdk|jkl", plain):
        return False
    return plain not in {
        "test",
        "blah",
        "asd",
        "lol",
        "idk",
        "notes",
        "todo",
        "untitled",
        "name",
        "job",
        "lorem",
        "ipsum",
        "hello",
        "hi",
        "xx",
        "foo",
        "bar",
        "nothing",
        "none",
    }


def _organisation_candidates(page: Page, people: People, role: range | None, roles: list[_Candidate]) -> Iterator[_Candidate]:
    yield from _beside_roles(page, role, roles)
    foreign = [someone for someone in people.others if someone.card]
    for unit in page.units:
        if _ORG_LABEL.match(unit.label):
            found = _organisation_at(page, unit.content, unit.end)
            if found is not None:
                yield _Candidate(found, 4.0)
        if page.lower:
            yield from (_Candidate(found, 2.5) for found in _small_firms(page, unit))
        for match in _WORKS_AT.finditer(page.flat, unit.start, unit.end):
            found = _organisation_at(page, match.end(), unit.end)
            if found is not None and not _STUDIED.search(page.flat[unit.start : match.end()]) and not _speaks_of(page, unit, foreign):
                yield _Candidate(found, 3.0)
    yield from (_Candidate(entry.employer, 4.5) for entry in find_entries(page) if entry.now and entry.employer is not None)
    yield from _page_names(page)
    yield from _below_role(page, role, people)


def _small_firms(page: Page, unit: Unit) -> Iterator[range]:
    """In notes without capitals: "at coombara dental lab", told by a word for a kind of organisation."""
    for match in re.finditer(r"\b(?:at|with|for)\s+(?=[a-z])", page.flat[unit.start : unit.end]):
        found = find_small_organisation(page.flat, unit.start + match.end(), unit.end)
        if found is not None and len(page.flat[found.start : found.stop].split()) > 1 and has_organisation_word(page.flat[found.start : found.stop]):
            yield found


def _speaks_of(page: Page, unit: Unit, others: list[Someone]) -> bool:
    text = page.flat[unit.start : unit.end].lower()
    return any(someone.name.split()[0].lower() in text for someone in others)


def _organisation_at(page: Page, at: int, end: int) -> range | None:
    found = find_organisation(page.flat, at, end)
    if found is None and page.lower:
        found = find_small_organisation(page.flat, at, end)
    elif found is None and not page.flat[at : at + 1].isupper():
        small = find_small_organisation(page.flat, at, end)
        found = small if small is not None and has_organisation_word(page.flat[small.start : small.stop]) else None
    return found


def _beside_roles(page: Page, role: range | None, roles: list[_Candidate]) -> Iterator[_Candidate]:
    """ "Sonographer at Plenty Gorge Imaging", "agronomist, Tarnfell", "sparky ... works for": what comes right after a job."""
    seen = {(candidate.place.start, candidate.place.stop): candidate.weight for candidate in roles}
    if role is not None:
        seen[role.start, role.stop] = 9.0
    best = max(seen.values(), default=0.0)
    for (_, stop), weight in seen.items():
        line = page.line_at(max(0, stop - 1))
        unit_end = next((unit.end for unit in page.units if unit.start <= stop <= unit.end), line.end)
        at = _AT.match(page.flat, stop, unit_end)
        if at is None:
            continue
        found = _organisation_at(page, at.end(), unit_end)
        if found is None:
            continue
        firm = bool(re.search(r"\b(?:at|with|for|@|in the)\s", at[0], re.IGNORECASE))
        known = has_organisation_word(page.flat[found.start : found.stop])
        settled = (
            bool(re.match(r"(?:\s*,\s+[A-Z][\w ]+)?\s*$|\s*\([A-Z]", page.flat[found.stop : line.end])) and len(page.flat[found.start : found.stop].split()) > 1
        )
        if firm or known or settled:
            yield _Candidate(found, (3.5 if firm else 2.5) + (0.5 if known else 0.0) + (1.0 if weight == best else 0.0))


def _below_role(page: Page, role: range | None, people: People) -> Iterator[_Candidate]:
    """The line under a job title in a signature or a profile."""
    target = people.target
    if role is None or target is None:
        return
    line = page.line_at(role.start)
    bars = re.split(r"\s*\|\s*", page.flat[role.stop : line.end])
    for part in bars[1:] if len(bars) > 1 else ():
        at = page.flat.index(part, role.stop) if part else role.stop
        found = find_organisation(page.flat, at, line.end) if part else None
        if found is not None and (has_organisation_word(part) or part == bars[1]) and role.start - line.body < 60 and has_organisation_word(part):
            yield _Candidate(found, 3.5)
    if page.flat[line.body : role.start].strip(" *_#") and page.flat[role.stop : line.end].strip(" *_#.)"):
        return
    following = next((other for other in page.lines[line.number : line.number + 2] if other.kind == "text"), None)
    if following is None:
        return
    found = find_organisation(page.flat, following.body, following.end)
    rest = page.flat[found.stop : following.end] if found else ""
    if found is not None and (not rest.strip() or re.match(r"\s*(?:[·|,(–-]|\s-\s)", rest)) and not is_role(page.flat[found.start : found.stop]):
        known = has_organisation_word(page.flat[found.start : found.stop])
        if known or not page.flat[line.body : role.start].strip(" *_#"):
            yield _Candidate(found, 3.5 if known else 2.0)


def _page_names(page: Page) -> Iterator[_Candidate]:
    """The owner of a copied page: in its footer, and where a capitalised name with an organisation word stands alone or begins a sentence."""
    for line in page.lines:
        words = page.flat[line.body : line.end]
        owner = _COPYRIGHT.search(words)
        if owner:
            found = find_organisation(page.flat, line.body + owner.end(), line.end)
            if found is not None:
                yield _Candidate(found, 1.5)
        if line.kind in {"text", "heading", "furniture"}:
            found = find_organisation(page.flat, line.body, line.end)
            if found is not None and has_organisation_word(page.flat[found.start : found.stop]) and len(page.flat[found.start : found.stop].split()) > 1:
                alone = not page.flat[found.stop : line.end].strip(" .|")
                speaks = bool(
                    re.match(
                        r"\s+(?:has|is|was|cares?|provides?|makes?|tells?|does|runs?|acts?|helps?|looks?|moves?|sends?|keeps?|opens?|[a-z]+s)\s",
                        page.flat[found.stop : line.end],
                    )
                )
                if alone or speaks or re.match(r"\s{2,}", page.flat[found.stop : line.end]):
                    yield _Candidate(found, 1.5 if alone else 2.0)


def _best_organisation(page: Page, candidates: list[_Candidate], people: People) -> range | None:
    """The name with most support; the same name said again adds to it, and the longest wording of it wins."""
    names = {part for someone in people.everybody() for part in (someone.name.lower(), *someone.name.lower().split())}
    scores: dict[str, float] = {}
    places: dict[str, range] = {}
    for candidate in candidates:
        text = re.sub(r"^the\s+", "", page.flat[candidate.place.start : candidate.place.stop].lower())
        if text in names or not text:
            continue
        scores[text] = max(scores.get(text, 0.0), candidate.weight) + (0.4 if text in scores else 0.0)
        places.setdefault(text, candidate.place)
    if not scores:
        return None
    best = max(scores, key=lambda name: (scores[name], len(name)))
    longer = [name for name in scores if best in name and name != best and scores[name] >= 1.5 and len(name.split()) <= 7]
    return places[max(longer, key=lambda name: scores[name])] if longer and len(best.split()) == 1 else places[best]


def _places(page: Page, employer: range | None, role: range | None) -> Iterator[range]:
    """Where the organisation is: right after its name, under a label, or after "office in"."""
    spots: list[tuple[int, int]] = []
    if employer is not None:
        name = page.flat[employer.start : employer.stop]
        spots = [(match.end(), page.line_at(match.start()).end) for match in re.finditer(re.escape(name), page.flat)]
    for at, end in spots:
        cue = _AFTER_ORG.match(page.flat, at, end)
        if cue is None or (cue[0].isspace() and not page.lower):
            continue
        found = find_place(page.flat, cue.end(), end)
        if found is None and page.lower and re.search(r"\b(?:in|of|near)\b", cue[0]):
            found = find_small_place(page.flat, cue.end(), end)
        if found is not None and not (role and found.start < role.stop and role.start < found.stop):
            yield found
    for unit in page.units:
        if _PLACE_LABEL.match(unit.label):
            found = find_place(page.flat, unit.content, unit.end)
            if found is not None:
                yield found
        office = _OFFICE_IN.search(page.flat, unit.start, unit.end)
        if office:
            found = find_place(page.flat, office.end(), unit.end)
            if found is not None:
                yield found
        for sentence in re.finditer(r"(?:^|(?<=[.!?] ))([^.!?]{4,40})\.", page.flat[unit.start : unit.end]):
            found = find_place(page.flat, unit.start + sentence.start(1), unit.start + sentence.end(1))
            if found is not None and found.stop == unit.start + sentence.end(1) and "," in sentence[1]:
                yield found
    below = _below_employer(page, employer)
    if below is not None:
        yield below


def _below_employer(page: Page, employer: range | None) -> range | None:
    """The line under the employer, as in a signature, where it is a place and nothing else or a place before a bar."""
    if employer is None:
        return None
    line = page.line_at(employer.start)
    following = page.lines[line.number] if line.number < len(page.lines) else None
    if following is None or following.kind != "text" or page.flat[employer.stop : line.end].strip():
        return None
    found = find_place(page.flat, following.body, following.end)
    rest = page.flat[found.stop : following.end].strip() if found else "x"
    return found if found is not None and (not rest or rest[0] in "|·") else None


def _card_place(page: Page, people: People) -> range | None:
    """In a profile: the line of town, region, country near the name."""
    target = people.target
    if target is None:
        return None
    line = page.line_at(target.start)
    for following in page.lines[line.number : line.number + 6]:
        found = find_place(page.flat, following.body, following.end)
        if found is not None and "," in page.flat[found.start : found.stop]:
            return found
    return None
