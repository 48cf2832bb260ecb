"""The employer of the person to be met: every place in the notes that could name it, with what speaks for each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.engines.offline.dossier.candidates import Candidate, overlaps
from coach.engines.offline.dossier.cards import find_small_firm
from coach.engines.offline.dossier.clauses import find_sentences
from coach.engines.offline.dossier.firms import find_firms, sounds_like_firm, speaks_against
from coach.engines.offline.dossier.forms import EMPLOYER, Answer, find_answers
from coach.engines.offline.dossier.layout import Line, Page, Unit
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.places import find_organisation, find_small_organisation, has_organisation_word, is_moment_word
from coach.engines.offline.dossier.profiles import find_entries
from coach.engines.offline.dossier.roles import match_employer_cue
from coach.engines.offline.dossier.smallnames import is_caseless
from coach.engines.offline.dossier.someone import People, Someone
from coach.engines.offline.dossier.titles import is_department, is_role, is_role_head
from coach.engines.offline.dossier.words import HONORIFICS, ORG_WORDS

_LABEL = re.compile(
    r"^(?:(?:current )?employer|company|organi[sz]ation|works? (?:at|for)|working (?:at|for)|workplace|firm|business|where(?: (?:she|he|they) works?)?"
    r"|place of work|agency|institution|studio|hospital|school|whare|rōpū|te rōpū"
    r"|kei(?: hea)?|shop|station|club)$",
    re.IGNORECASE,
)
_WORKS_AT = re.compile(
    r"\b(?:works?|working|employed|job|is|she's|he's|shes|hes|they're|both|now|currently|based|been|placed|started|joined|part of)\s+(?:there\s+)?(?:at|for"
    r"|with|by|in the|@)\s+(?:the\s+(?:company|firm)\s+)?"
    r"|\bjoined\s+(?=[A-Z])|\bboth\s+(?=(?-i:[A-Z]))|\bworks?\s+in\s+(?=(?-i:[A-Z])\w+\s+(?-i:[A-Z]))|\bin the company\s+|\bsame place as\s+|\b(?:company|firm|shop|bakery|place|studio|clinic|business|farm|school|practice|workshop"
    r"|employer|zoo|boat|station) (?:is|is called|called|named)\s+"
    r"|\bwith us at\s+|\bfrom the open day at\s+|\bkei\s+|\b(?:same|this|the) [a-z]+ \((?=[A-Z])",
    re.IGNORECASE,
)
_STUDIED = re.compile(
    r"\b(?:stud(?:y|ied|ies)|degree|diploma|trained|graduat\w+|bachelor\w*|master\w*|phd|school|taught|course|apprentice\w*|certificate|tohu|previously"
    r"|before|formerly|used to|lecture|talk|spoke)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:20\d\d)?\s*[|,]?\s*", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(\s*(?=[A-Z])")
_DOES = re.compile(r"(?!(?:is|was|has)\b)[a-z]+s\b|[a-z]+(?:s|ed) and |\d")
_SPEAKS = re.compile(r"\s+(?:has|is|was|[a-zāēīōū]+s)\s")


def find_employer(page: Page, people: People, thread: Thread, *, role: range | None, roles: list[Candidate]) -> range | None:
    """The name with most support; the same name said again adds to it, a longer wording of it wins over a shorter one."""
    names = {
        part
        for someone in people.everybody()
        if someone is people.target or ((someone.acts or someone.heads) and not sounds_like_firm(someone.name))
        for part in (someone.name.lower(), *someone.name.lower().split())
    } | {someone.name.split()[0].lower() for someone in people.others if " " in someone.name and not sounds_like_firm(someone.name)}
    scores: dict[str, float] = {}
    weighed: dict[str, float] = {}
    seen: list[range] = []
    places: dict[str, range] = {}
    for candidate in (*list_candidates(page, people, role, roles), *find_firms(page, people, thread, role)):
        text = re.sub(r"^the\s+", "", page.flat[candidate.place.start : candidate.place.stop].lower())
        if (
            not text
            or text in names
            or (people.target is not None and " " in people.target.name and people.target.name.lower() in text)
            or text.split()[0].rstrip(".") in HONORIFICS
            or (role is not None and (overlaps(candidate.place, role) or re.search(rf"\b{re.escape(text)}\b", page.flat[role.start : role.stop].lower())))
            or (is_role_head(text.split()[-1]) and not sounds_like_firm(text))
        ):
            continue
        if candidate.weight < 3.5 and not candidate.weighed and is_department(text) and text.split()[-1] not in ORG_WORDS:
            continue
        weight = candidate.weight - speaks_against(page, candidate.place) - 1.0 * is_department(text)
        if weight <= 0:
            continue
        if candidate.weighed:
            weighed[text] = max(weighed.get(text, 0.0), weight)
        else:
            scores[text] = max(scores.get(text, 0.0), weight) + (0.4 if text in scores and candidate.place not in seen else 0.0)
            seen.append(candidate.place)
        places.setdefault(text, candidate.place)
    for text, weight in weighed.items():
        scores[text] = max(scores.get(text, 0.0), weight) + 0.3 * min(scores.get(text, 0.0), weight)
    if not scores:
        return None
    best = max(scores, key=lambda name: (scores[name], len(name)))
    longer = [name for name in scores if name != best and re.search(rf"\b{re.escape(best)}\b", name) and scores[name] >= 1.0 and len(name.split()) <= 7]
    return places[max(longer, key=lambda name: scores[name])] if longer and len(best.split()) < 3 else places[best]


def list_candidates(page: Page, people: People, role: range | None, roles: list[Candidate]) -> Iterator[Candidate]:
    """Every place that a rule takes for the employer's name, with what speaks for it by that rule alone."""
    yield from _beside_roles(page, role, roles)
    yield from (Candidate(entry.employer, 4.5) for entry in find_entries(page) if entry.now and entry.employer is not None)
    yield from _beside_name(page, people)
    if people.target is not None:
        yield from _told_with_name(page, people.target)
        yield from (Candidate(card.employer, card.firm) for card in people.target.cards if card.employer is not None)
    for answer in find_answers(page):
        named = _answered(page, answer) if answer.kind == EMPLOYER else None
        words = page.flat[named.start : named.stop] if named is not None else ""
        if named is not None and not is_moment_word(words.split()[0]) and not (is_role(words) and not has_organisation_word(words)):
            yield Candidate(named, 2.5 if answer.below else 4.5)
    foreign = {someone.name.split()[0].lower() for someone in people.others if someone.card}
    for unit in page.units:
        yield from _in_unit(page, unit, foreign)
    yield from _page_names(page)
    if role is not None:
        yield from _around_role(page, role)


def _told_with_name(page: Page, target: Someone) -> Iterator[Candidate]:
    """In a sentence that speaks of the person: what stands behind "at" or "for", or further off what is named by its kind."""
    parts = "|".join(sorted(map(re.escape, target.parts), key=len, reverse=True))
    speaks = re.compile(rf"\b(?:{parts})\b|^\W*(?:he|she|they)\b", re.IGNORECASE)
    for unit in page.units:
        for sentence in find_sentences(page, unit):
            if not speaks.search(sentence.text) or _STUDIED.search(sentence.text):
                continue
            for cue in re.finditer(r"\b(?:for|at|from|with|of)\s+(?:the\s+)?(?=[A-Z])", sentence.text):
                if _STUDIED.search(sentence.text[: cue.start()] + " "):
                    continue
                found = find_organisation(page.flat, sentence.start + cue.end(), sentence.end)
                known = found is not None and has_organisation_word(page.flat[found.start : found.stop])
                several = found is not None and len(page.flat[found.start : found.stop].split()) > 1
                if found is not None and (known or (several and cue[0].startswith("at"))):
                    yield Candidate(found, 1.6 if known else 1.1)


def _answered(page: Page, answer: Answer) -> range | None:
    """The organisation under a label that asks for it, written with capitals or not."""
    named = find_organisation(page.flat, answer.start, answer.end)
    caseless = is_caseless(page, page.line_at(answer.start))
    small = find_small_firm(page.flat, answer.start, answer.end) if named is None and caseless else None
    whole = small is not None and (small.stop >= answer.end - 1 or has_organisation_word(page.flat[small.start : small.stop]) or page.flat[small.stop] in ",")
    return small if whole and not _DOES.match(page.flat, answer.start, answer.end) else named


def _beside_name(page: Page, people: People) -> Iterator[Candidate]:
    """What follows the name after a comma or a dash: "Sorcha Delahunty, Midland Bogs Trust"."""
    for mention in people.target.mentions if people.target is not None else ():
        end = page.line_at(mention.start).end
        cue = re.compile(r"(?:,|\s[-–—]|\s\()\s*").match(page.flat, mention.end, end)
        found = find_organisation(page.flat, cue.end(), end) if cue is not None else None
        if found is not None and has_organisation_word(page.flat[found.start : found.stop]) and not is_role(page.flat[found.start : found.stop]):
            yield Candidate(found, 2.5)


def _in_unit(page: Page, unit: Unit, foreign: set[str]) -> Iterator[Candidate]:
    named = find_organisation(page.flat, unit.start, unit.content) if unit.label else None
    if named is not None and len(unit.label.split()) > 1 and page.flat[named.start : named.stop] == unit.label and _DOES.match(page.flat, unit.content):
        yield Candidate(named, 2.0)  # "Border Paws: trains dogs"
    labelled = organisation_at(page, unit.content, unit.end) if _LABEL.match(unit.label) else None
    if labelled is not None:
        yield Candidate(labelled, 4.0)
    if page.lower:
        yield from (Candidate(found, weight) for found, weight in _small_firms(page, unit))
    if foreign & set(re.findall(r"\w+", page.flat[unit.start : unit.end].lower())):
        return
    for match in _WORKS_AT.finditer(page.flat, unit.start, unit.end):
        found = organisation_at(page, match.end(), unit.end)
        if page.lower and "in the" in match[0] and found is not None and not has_organisation_word(page.flat[found.start : found.stop]):
            continue
        if found is not None and not _STUDIED.search(page.flat[unit.start : match.end()]):
            yield Candidate(found, 3.0)


def _small_firms(page: Page, unit: Unit) -> Iterator[tuple[range, float]]:
    """In notes without capitals: "at coombara dental lab", told by a word for a kind of organisation, or "for gulfline seafoods" by two words that are no everyday ones."""
    for match in re.finditer(r"\b(at|with|for|its|called|as|,)\s+(?=[^\W\d_])", page.flat[unit.start : unit.end]):
        found = find_small_organisation(page.flat, unit.start + match.end(), unit.end)
        words = page.flat[found.start : found.stop].split() if found is not None else []
        if found is None or len(words) < 2 or words[0][0].isdigit():
            continue
        if has_organisation_word(" ".join(words)) and not is_role_head(words[-1]):
            yield found, 2.5 if match[1] != "," else 2.0
        elif match[1] in {"for", "its", "called"} and words[0] not in {"all", "mostly"} and not any(is_role(word) for word in words):
            yield found, 1.5


def organisation_at(page: Page, at: int, end: int) -> range | None:
    """The organisation that begins at a place, in notes with or without capitals."""
    found = find_organisation(page.flat, at, end)
    if found is not None or (page.flat[at : at + 1].isupper() and not page.lower):
        return found
    small = find_small_organisation(page.flat, at, end)
    known = small is not None and has_organisation_word(page.flat[small.start : small.stop])
    return small if page.lower or known else None


def _beside_roles(page: Page, role: range | None, roles: list[Candidate]) -> Iterator[Candidate]:
    """What comes right after a job: "Sonographer at Plenty Gorge Imaging", "agronomist, Tarnfell", "sparky for whirrburn"."""
    seen = {(candidate.place.start, candidate.place.stop): candidate.weight for candidate in roles}
    for start, stop in seen:
        line = page.line_at(max(0, stop - 1))
        end = next((unit.end for unit in page.units if unit.start <= stop <= unit.end), line.end)
        at = match_employer_cue(page, stop, end) or _BRACKET.match(page.flat, stop, end)
        found = organisation_at(page, at.end(), end) if at is not None else None
        if at is None or found is None:
            continue
        words = page.flat[found.start : found.stop]
        firm, known = bool(re.search(r"(?:@|\b(?:at|with|w/?|for|in the|kei|ki))\s", at[0], re.IGNORECASE)), has_organisation_word(words)
        settled = len(words.split()) > 1 and bool(re.match(r"(?:\s*,\s+[A-Z][\w ,]+)?\.?\s*$|\s*\([A-Z]|\.\s", page.flat[found.stop : line.end]))
        if firm or known or settled:
            chosen = role is not None and (start, stop) == (role.start, role.stop)
            yield Candidate(found, (3.5 if firm else 2.5) + 0.5 * known + 1.0 * chosen)


def _around_role(page: Page, role: range) -> Iterator[Candidate]:
    """In a signature or a profile: behind a bar in the line of the job, or in the line under it."""
    line = page.line_at(role.start)
    at = role.stop
    for part in re.split(r"(?<=\|)|(?<= / )", page.flat[role.stop : line.end])[1:]:
        at = page.flat.index(part, at)
        found = find_organisation(page.flat, at + len(part) - len(part.lstrip()), line.end)
        if found is not None and (has_organisation_word(page.flat[found.start : found.stop]) or len(page.flat[found.start : found.stop].split()) > 1):
            yield Candidate(found, 3.5 if has_organisation_word(page.flat[found.start : found.stop]) else 2.5)
    begins = not page.flat[line.body : role.start].strip(" *_#")
    if not begins and page.flat[role.stop : line.end].strip(" *_#.)"):
        return
    following = next((other for other in page.lines[line.number : line.number + 2] if other.kind == "text"), None)
    below = _whole_line(page, following) if following is not None else None
    if below is not None:
        known = has_organisation_word(page.flat[below.start : below.stop])
        if known or begins:
            yield Candidate(below, 3.5 if known else 2.0)


def _whole_line(page: Page, line: Line) -> range | None:
    """The organisation that a line holds, alone or before a bar, a comma or a bracket."""
    found = find_organisation(page.flat, line.body, line.end)
    rest = page.flat[found.stop : line.end] if found is not None else ""
    fits = found is not None and (not rest.strip() or re.match(r"\s*(?:[·|,(–—-]|\s-\s)", rest)) and not is_role(page.flat[found.start : found.stop])
    return found if fits else None


def _page_names(page: Page) -> Iterator[Candidate]:
    """The owner of a copied page: in its footer, and where a capitalised name with an organisation word stands alone or begins a sentence."""
    for line in page.lines:
        owner = _COPYRIGHT.search(page.flat, line.start, line.end)
        found = find_organisation(page.flat, owner.end(), line.end) if owner is not None else None
        if found is not None:
            yield Candidate(found, 1.5)
        before = re.compile(r"(?P<name>[^|.\n]{3,60}?)\s*(?:©|\(c\)|copyright)", re.IGNORECASE).match(page.flat, line.body, line.end)
        found = find_organisation(page.flat, line.body, before.end("name")) if before is not None else None
        if found is not None:
            yield Candidate(found, 1.5)
        if line.kind in {"text", "heading", "furniture"}:
            yield from _heading_a_line(page, line)


def _heading_a_line(page: Page, line: Line) -> Iterator[Candidate]:
    found = find_organisation(page.flat, line.body, line.end)
    if found is None or not has_organisation_word(page.flat[found.start : found.stop]) or len(page.flat[found.start : found.stop].split()) < 2:
        return
    rest = page.flat[found.stop : line.end]
    if not rest.strip(" .|*#:"):
        yield Candidate(found, 1.5)
    elif _SPEAKS.match(rest):
        yield Candidate(found, 2.0)
    elif re.match(r"\s{2,}|:", rest):
        yield Candidate(found, 1.5)
