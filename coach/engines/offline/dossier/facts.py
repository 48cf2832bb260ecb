"""Facts: clauses about the person, the occupation or the organisation, joined where they say one thing and parted where they say two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.engines.offline.dossier.clauses import Piece, find_clauses, find_sentences
from coach.engines.offline.dossier.cues import find_default_key, find_key
from coach.engines.offline.dossier.headings import LEARNER, MEETING, NOBODY, OCCUPATION, ORGANISATION, OTHER, PERSON
from coach.engines.offline.dossier.identity import Identity
from coach.engines.offline.dossier.labels import NEWS, LabelKey, find_heading_key, find_label_key
from coach.engines.offline.dossier.layout import Page, Unit
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.profiles import Entry, find_entries
from coach.engines.offline.dossier.someone import People
from coach.engines.offline.dossier.subjects import Scene, Subjects
from coach.engines.offline.dossier.titles import is_role, is_role_plural
from coach.engines.offline.dossier.trimming import Finding, count_content, trim_facts
from coach.records import About

_ABOUT = {PERSON: About.PERSON, OCCUPATION: About.OCCUPATION, ORGANISATION: About.ORGANISATION}
_QUESTION = re.compile(r"\?\s*[\"”')]*\s*$")
_ASKS = re.compile(
    r"^\W*(?:and |but |so |also )?(?:what|how|is|are|do|does|did|can|could|why|when|where|who|which|would|should|has|have|will|was|were|if|whether|maybe|am"
    r"|ask)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*\(([^()\n]{6,70})\)")
_WHAT_IT_IS = re.compile(
    r"\s*(?:,|\(|[-–—=])\s*((?:the|an?) [\w' -]{3,60}(?:company|firm|charity|agency|maker|provider|manufacturer|retailer|start-?up|studio|collective|co-op"
    r"|consultancy|brand|platform|school|hospital|museum|shop))\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"^(?:(?:and|plus|its|it's|theres|there's|there are|about|around|like|only|roughly|on the \w+|has|have)\s+)*(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|a hundred|a dozen)\b)",
    re.IGNORECASE,
)
_QUOTES_SOMEBODY = re.compile(r"\b(?:said|says|told|wrote|writes|quote)\b.{0,30}[\"“][^\"”]{12,}", re.IGNORECASE)
_OF_SOMEBODY = re.compile(r"(?:and |but |so |now )*(?:he|she|hes|shes|he's|she's)\b")
_IN_POST = re.compile(r"^(?:(?:been )?(?:at|with) )?(?:the )?(?:[\w'’&.-]+ ){1,5}(?:since|from) (?:\w+ )?(?:19|20)\d\d\W*$", re.IGNORECASE)
_PARTIAL = re.compile(r"\b(?:of them|of which|of whom|plus|including|in (?:summer|winter)|in two|in \d|over both|over \d)\b", re.IGNORECASE)
_SOURCE_OF = re.compile(
    r"\s*\b(?:(?<=\w )(?:according to|as per) .*$|on (?:the|her|his|their|its) (?:\w+ )?(?:page|website|site|profile|homepage|linkedin|blog)\b)", re.IGNORECASE
)
_OUTLOOK = re.compile(
    r"\b(?:demand (?:is|for)|shortages?\b|short of|job (?:openings|prospects|outlook|market)|not many jobs|fewer jobs|jobs are (?:going|drying|hard|scarce)"
    r"|expected to (?:grow|fall|rise)|skills? (?:shortage )?list)\b",
    re.IGNORECASE,
)
_FRESH = re.compile(r"20[23]\d|\b(?:opens|opened|new|now|moves|moved|launch\w*|wins|won|joins)\b", re.IGNORECASE)
_STRONG = frozenset({"size", "founded", "news", "entry_route", "outlook", "pay", "volume"})
_EMPTY = re.compile(
    r"^[\W\d_]*$|^\([^()]{0,60}\)\.?$|^(?:yes|no|ok|okay|thanks|thank you|cheers|best|regards|hi|hello|kia ora|happy to|of course|no worries|sorry|see you"
    r"|good luck|love|ngā mihi)\b.{0,25}$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\W*(?:(?:and|but|because|coz|since|when|where|that|which)\s+)?(?:her|his|their)\b", re.IGNORECASE)
_OWN_WORD = re.compile(r"^\W*(?:and |but |so )?(?:me|my|we|our|us)\b", re.IGNORECASE)
_ANEW = (
    "has|had|have|is|was|were|did|does|do|been|joined|started|began|left|went|worked|moved|studied|trained|completed|graduated|built|wrote|led|won|runs?"
    "|leads?|looks|speaks|ran|made|came|got|spent|drove"
    "|used|before|now|currently|mostly|mainly|since|after|outside|previously|retrained|passed|holds?|works|likes?|loves?|born|grew|supplies|supply|employs?"
    "|opened|moving|new|about|around|over"
)
_STARTS_ANEW = re.compile(
    rf"^(?:(?:and|then|but|plus|also|so|where|while|although)\s+)*(?:(?:she|he|they|i|we|it|her|his|hes|shes|its|theres|you|u)\b|(?:{_ANEW}|\d+)\b|\w+(?:ed"
    rf"|es)\b)",
    re.IGNORECASE,
)
_SERVES_MANY = re.compile(r"^(?!.*\b(?:staff|employ|team|work)).*\d\d,?\d{3}", re.IGNORECASE)


def find_facts(page: Page, people: People, identity: Identity, thread: Thread, *, taken: tuple[range, ...] = ()) -> list[Finding]:
    """The facts of the notes in order; each lies on one line. What stands in `taken` (the meeting's time and purpose) is no fact."""
    reader = _Reader(page, Subjects(page, people, identity, thread))
    entries = find_entries(page)
    found = [finding for unit in page.units for finding in reader.read_unit(unit) if not any(_touches(finding, entry) for entry in entries)]
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


@dataclass(slots=True)
class _Place:
    """A unit being read: the subject it has by its place, the label key, the subject spoken of just now."""

    unit: Unit
    placed: str
    label: LabelKey | None
    subject: str


class _Reader:
    """Reads the units of a page in order and remembers who was spoken of."""

    def __init__(self, page: Page, subjects: Subjects) -> None:
        self.page, self.subjects, self.scene = page, subjects, Scene()

    def read_unit(self, unit: Unit) -> list[Finding]:
        """The facts of one unit."""
        placed = self.subjects.of_unit(unit)
        self._move_on(unit, placed)
        speaker = self.subjects.thread.author_at(unit.start)
        if placed in {MEETING, OTHER} or (speaker and speaker != self.subjects.thread.host):
            return []
        heading = find_heading_key(unit) if placed == PERSON else ""
        if heading and unit.end - unit.content <= 160 and not re.search(r"[.!?]\s+[A-Z]", self.page.flat[unit.content : unit.end]):
            return [Finding(unit.content, unit.end, About.PERSON, heading)]
        place = _Place(unit, placed, find_label_key(unit), placed or self._standing_subject(unit))
        found: list[Finding] = []
        for sentence in find_sentences(self.page, unit):
            place.subject = placed or (place.subject if place.subject != OTHER else self.scene.last)
            if (place.label is not None or not _EMPTY.match(sentence.text)) and not _is_question(sentence.text, place):
                found += self._read_sentence(sentence, place)
        if not unit.bullet and self.scene.intro == NOBODY and self.scene.last in _ABOUT:
            self.scene.intro = PERSON if self.subjects.speaks_of_person(unit) else self.scene.last
        return found

    def _move_on(self, unit: Unit, placed: str) -> None:
        """A new section forgets who was spoken of, a new paragraph forgets somebody else; a list remembers its introduction."""
        scene = self.scene
        if unit.section != scene.section or (unit.paragraph != scene.paragraph and scene.last == OTHER):
            scene.last = NOBODY
        if unit.bullet and scene.last == OTHER and not self.subjects.has_rival:
            scene.last = NOBODY
        if not unit.bullet or unit.section != scene.section:
            scene.intro = NOBODY
        scene.section, scene.paragraph = unit.section, unit.paragraph
        scene.speaker = (placed if placed == PERSON else ORGANISATION) if self.subjects.page_is_copied(unit) else NOBODY

    def _standing_subject(self, unit: Unit) -> str:
        """Whom a clause speaks of that names nobody: whoever was spoken of last in the paragraph, else, in short notes, the person."""
        default = NOBODY if self.subjects.long or self.subjects.page_is_copied(unit) else PERSON
        if self.subjects.thread.messages and not self.subjects.thread.author_at(unit.start):
            return NOBODY
        if unit.bullet:
            return self.scene.intro or default
        return self.scene.last if self.scene.last not in {NOBODY, LEARNER} else default

    def _read_sentence(self, sentence: Piece, place: _Place) -> list[Finding]:
        found: list[Finding] = []
        waiting: Piece | None = None
        for count, clause in enumerate(find_clauses(self.page, sentence)):
            named = self._name_subject(clause, place, first=count == 0)
            if place.subject not in _ABOUT or self._is_identity(clause) or not self._is_relevant(place, named):
                continue
            label = None if named and sentence.start > place.unit.content + 1 else place.label
            finding = self._read_clause(clause, place, named, label, first=not found)
            if label is not None and label.key == NEWS and not finding.key and not found:
                continue
            if waiting is not None and not named and finding.key:
                finding.start = waiting.start
            before = len(found)
            self._add(found, clause, finding, place)
            waiting = clause if not found and before == 0 and not finding.key and place.unit.bullet else None
        return found

    def _name_subject(self, clause: Piece, place: _Place, *, first: bool) -> str:
        """The subject that the clause itself names, which then goes on to be spoken of."""
        named = self.subjects.of_clause(clause.text, unit=place.unit, scene=self.scene, placed=place.placed)
        if named == LEARNER and not first and place.subject != LEARNER and _OWN_WORD.match(clause.text):
            named = NOBODY
        if named:
            place.subject = named
            aside = named == LEARNER or (named == OTHER and _ASIDE.match(clause.text))
            self.scene.last = self.scene.last if aside else named
        return named

    def _is_relevant(self, place: _Place, named: str) -> bool:
        """In long notes and in what was pasted from elsewhere: whether the clause names its subject, or stands where the person or the place is named."""
        if self.page.line_at(place.unit.start).pasted:
            return named in {PERSON, ORGANISATION}
        return not self.subjects.long or named in _ABOUT or self.subjects.is_relevant(place.unit)

    def _is_identity(self, clause: Piece) -> bool:
        """Whether a clause is only the name, the role or the employer, which the dossier holds anyway."""
        identity = self.subjects.identity
        if not any(place is not None and clause.start < place.stop and place.start < clause.end for place in (identity.role, identity.employer)):
            return False
        return count_content(self.page, clause.text, self.subjects.people, identity) < 2

    def _read_clause(self, clause: Piece, place: _Place, named: str, label: LabelKey | None, *, first: bool) -> Finding:
        """The key of a clause and whom it is about: a label decides, then the subject, then what only one of them can be; the key may be empty."""
        if label is not None and not (named and named != label.subject):
            near = clause.start <= place.unit.content + 90
            if near or not find_key(clause.text, _ABOUT[label.subject]):
                key = _news_key(clause.text) if label.key == NEWS else label.key
                return Finding(clause.start, clause.end, _ABOUT[label.subject], key)
        about, key = _ABOUT[place.subject], ""
        words = self._bare_words(clause.text)
        if _OUTLOOK.search(clause.text) and named != ORGANISATION:
            about, key = About.OCCUPATION, "outlook"
        elif about is About.PERSON:
            about, key = self._key_of_person(clause, words, free=not named and label is None)
        else:
            about, key = self._key_of_other(clause, words, about, place, named, first=first)
        if not key and first and (named or place.placed or place.unit.bullet or not self.subjects.long):
            key = find_default_key(words, about)
        return Finding(clause.start, clause.end, about, key)

    def _key_of_person(self, clause: Piece, words: str, *, free: bool) -> tuple[About, str]:
        if free and _COUNTED.match(clause.text) and (find_key(clause.text, About.ORGANISATION) == "size" or _counts_staff(clause.text)):
            return About.ORGANISATION, "size"
        quoted = (clause.text[:1] in '"“' and len(words.split()) > 4) or bool(_QUOTES_SOMEBODY.search(clause.text))
        return About.PERSON, find_key(words, About.PERSON) or ("quote" if quoted else "")

    def _key_of_other(self, clause: Piece, words: str, about: About, place: _Place, named: str, *, first: bool) -> tuple[About, str]:
        """The organisation or the occupation; a clause that goes on without naming them may still be about the person."""
        key = "size" if about is About.ORGANISATION and _counts_staff(clause.text) else find_key(words, about)
        if about is About.ORGANISATION and place.placed != ORGANISATION and _IN_POST.match(_SOURCE_OF.sub("", clause.text)):
            return About.PERSON, "start_year"
        of_person = find_key(words, About.PERSON)
        if not named and not place.placed and key not in _STRONG and of_person:
            return About.PERSON, of_person
        if about is About.OCCUPATION and key in {"hours", "hard", "skill"} and len(words.split()) > 9:
            key = "tasks"  # a whole list of duties that also names a roster
        if key or not first:
            return about, key
        if about is About.ORGANISATION:
            return about, "purpose" if place.placed == ORGANISATION and place.unit.label else ""
        running = not place.unit.bullet and not self.subjects.long and not place.unit.label
        return about, "tasks" if place.placed == OCCUPATION or named or running else ""

    def _bare_words(self, text: str) -> str:
        """A clause without its source and without the employer's name, whose words say nothing of the fact's kind."""
        text = _SOURCE_OF.sub("", text) or text
        employer = self.subjects.identity.employer
        name = self.page.flat[employer.start : employer.stop] if employer is not None else ""
        return text.replace(name, "Orgname") if name else text

    def _add(self, found: list[Finding], clause: Piece, finding: Finding, place: _Place) -> None:
        """Join the clause to the fact before it or begin a new one."""
        last = found[-1] if found else None
        if last is not None and last.about is finding.about and self._is_near(last, clause) and self._goes_on(last, clause, finding.key):
            last.end = clause.end
            last.key = finding.key or last.key if last.key == "detail" else last.key
            return
        told = self.page.lower and finding.about is About.PERSON and len(clause.text.split()) > 4 and _OF_SOMEBODY.match(clause.text) is not None
        explicit = told or (bool(place.placed or place.label or place.unit.bullet) and not self.subjects.long)
        if finding.key or (explicit and len(clause.text.split()) >= 3):
            found.append(Finding(finding.start, finding.end, finding.about, finding.key or "detail"))

    def _is_near(self, last: Finding, clause: Piece) -> bool:
        """Whether only marks and "and" stand between a fact and the clause."""
        return not self.page.text[last.end : clause.start].strip(" ,;:-–—()/\n\"“”'*>").removeprefix("and").strip()

    def _goes_on(self, last: Finding, clause: Piece, key: str) -> bool:
        """Whether the clause says more of the same: no key of its own, the same key, or too little to stand alone."""
        if not key or (key == last.key and not self._clashes(last, clause)):
            return True
        anew = bool(_STARTS_ANEW.match(clause.text))
        if last.key == "detail" and not anew:
            return True
        if key == "size" and last.key == "purpose" and _SERVES_MANY.match(clause.text):
            return True  # whom it serves, not how many work there
        return key != last.key and not anew and len(clause.text.split()) < 4

    def _clashes(self, last: Finding, clause: Piece) -> bool:
        """Two figures for one thing are two facts, so that a contradiction between them can be seen; a part of a whole is no second figure."""
        if last.key not in {"size", "start_year", "founded", "tenure"} or _PARTIAL.search(clause.text) or re.match(r"(?:and|plus)\b", clause.text):
            return False
        return bool(re.search(r"\d\d", clause.text)) and bool(re.search(r"\d\d", self.page.text[last.start : last.end]))


def _counts_staff(text: str) -> bool:
    """Whether a clause begins with a number of people who do a job ("140 keepers and vets")."""
    match = re.match(
        r"(?:about |around |over )?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\s+((?:[\w-]+\s?){1,4})", text, re.IGNORECASE
    )
    return match is not None and any(is_role_plural(word) for word in match[1].split()[:3])


def _news_key(text: str) -> str:
    return "news" if _FRESH.search(text) else find_key(text, About.ORGANISATION)


def _is_question(text: str, place: _Place) -> bool:
    """A sentence with a question mark, unless it is a quotation or a longer statement with a mark of doubt at its end ("a diploma at RMIT i reckon??")."""
    if not _QUESTION.search(text) or re.search(r"[\"”]\s*$", text) or re.search(r"\bi (?:think|reckon)\W*$", text, re.IGNORECASE):
        return False
    doubtful = "??" in text or place.label is not None
    return not doubtful or len(text.split()) < 5 or bool(_ASKS.match(text))
