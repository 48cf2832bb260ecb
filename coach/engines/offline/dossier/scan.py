"""The notes clause by clause, each with what its place tells: heading, label, who was spoken of, who speaks, what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from coach.engines.offline.dossier.clauses import Piece, find_clauses, find_sentences
from coach.engines.offline.dossier.headings import LEARNER, NOBODY, ORGANISATION, OTHER, PERSON
from coach.engines.offline.dossier.labels import LabelKey, find_heading_key, find_label_key
from coach.engines.offline.dossier.layout import Page, Unit
from coach.engines.offline.dossier.subjects import Scene, Subjects
from coach.engines.offline.dossier.trimming import count_content

_QUESTION = re.compile(r"\?\s*[\"”')]*\s*$")
_ASKS = re.compile(
    r"^\W*(?:and |but |so |also )?(?:what|how|is|are|do|does|did|can|could|why|when|where|who|which|would|should|has|have|will|was|were|if|whether|maybe|am"
    r"|ask)\b",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"^[\W\d_]*$|^\([^()]{0,60}\)\.?$|^(?:yes|no|ok|okay|thanks|thank you|cheers|best|regards|hi|hello|kia ora|happy to|of course|no worries|sorry|see you"
    r"|good luck|love|ngā mihi)\b.{0,25}$",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"^\W*(?:(?:and|but|so|still)\s+)*(?:nothing\b(?! (?:like|beats|better))|(?:there (?:is|was|were|are)|i found|found|says?) (?:nothing|no\b)|no (?:idea|clue|info\w*|news (?:of|on|about|yet)|word (?:of|on)|mention)\b"
    r"|(?:i |we )?(?:did ?n[o'’]?t|have ?n[o'’]?t|could ?n[o'’]?t|can ?n[o'’]?t|do ?n[o'’]?t|dont) (?:really )?(?:find|found|know|see|say|look|understand|get|have)\b|dunno|idk|not (?:sure|found|known|clear|yet)\b"
    r"|unknown|tb[acd]\b|n/?a\b|\?+\W*$|(?:still )?(?:need )?to find out)"
    r"|^[^.!\n]{0,60}(?::|=|-|\|)?\s*(?:\?{2,}|\?+)\W*(?:nothing found|not found|no idea)?[\w ]{0,12}$",
    re.IGNORECASE,
)
"""A clause that says what is not known."""
_WISHES = re.compile(
    r"^\W*(?:(?:and|but|so|also|maybe|mainly|basically)\s+)*(?:(?:do(?:es)?|did|can|could|would|will|should|am|is|are|was|were|have|has|cld|wld)\s+(?:i|u|you|ya|they|she|he|it|we"
    r"|someone|somebody|anyone)\b|(?:do(?:es)?|can|could|would|will|should|are|cld|wld)\s+(?:one|there|this|that|a|an|the)\b|(?:(?:i|we)\s+)?(?:(?:would|d)\s+)?(?:want|wanna|wish|hope|like|love|need)(?:ed|ing)?\s*(?:to|2|wanna)?\s+(?:know|understand|find|see|hear|learn|ask|work out|figure|talk)\b"
    r"|(?:to )?(?:understand|find out|see|know|learn|hear|ask) (?:if|whether|how|what|why|her|him|them|about)\b|(?:if|whether) (?:i|one|the|a|an|you|u|it|they)\b[^,]{0,80}$)",
    re.IGNORECASE,
)
"""A sentence that says what the learner would like to know, with or without a question mark."""
_PRIVATE = re.compile(
    r"^\W*(?:private|personal|secret|confidential|gossip|between us|not for|do(?:n'?t| not) (?:mention|say|ask|repeat|tell))\b", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"\S@\S+\.\w|https?:|www\.|\b\w+\.example\b|\[left out\]|^=\w+\(|\bapply (?:now|by|to|before|online)\b|\bref(?:erence)? [\w-]*\d", re.IGNORECASE
)
_SAID = re.compile(r"(?:\w+ ){0,2}(?:says?|said|reckons?|writes?|wrote|told \w+|thinks?)(?: (?:in|on|to|at|about) [\w' ]{2,30})?[.!,]*", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:i|i'm|im|she|he|they|we|it|you|u)\b", re.IGNORECASE)
_LONGEST_INLINE = 4
_ASIDE = re.compile(r"\W*(?:(?:and|but|because|coz|since|when|where|that|which)\s+)?(?:her|his|their)\b", re.IGNORECASE)
_OWN_WORD = re.compile(r"^\W*(?:and |but |so )?(?:me|my|we|our|us)\b", re.IGNORECASE)
_TELLING = frozenset({PERSON, ORGANISATION, "occupation"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in its place.

    `placed` is the subject of its unit by heading or label, `named` the one it names itself, `subject` the one spoken of; `label` what its label says, `speaker` whose words
    they are where not the learner's (PERSON, ORGANISATION or OTHER), `mark` what stands between it and the clause before, empty at the beginning of a sentence; `sentence` is
    the whole of that, `question` what was asked right before the unit or in it.
    """

    start: int
    end: int
    text: str
    unit: Unit
    placed: str
    named: str
    subject: str
    speaker: str
    label: LabelKey | None
    mark: str
    number: int
    relevant: bool
    copied: bool
    sentence: str = ""
    question: str = ""


@dataclass(slots=True)
class _Place:
    """A unit being read: the subject it has by its place, the label key, the subject spoken of just now."""

    unit: Unit
    placed: str
    label: LabelKey | None
    subject: str
    number: int = 0
    sentence: str = ""


class Scanner:
    """Reads the units of a page in order and remembers who was spoken of."""

    def __init__(self, page: Page, subjects: Subjects) -> None:
        self.page, self.subjects, self.scene = page, subjects, Scene()
        self._question, self._asked = "", -9

    def scan(self) -> Iterator[Clause]:
        """Every clause that could tell something: no question, no greeting, no mail of the learner's; of a go-between's what is told of the person or the firm."""
        for count, unit in enumerate(self.page.units):
            if count > self._asked + 1:
                self._question = ""
            yield from self._scan_unit(unit)
            asked = next((text for sentence in reversed(find_sentences(self.page, unit)) if _asks(text := sentence.text, unit)), "")
            if asked:
                self._question, self._asked = asked, count

    def _scan_unit(self, unit: Unit) -> Iterator[Clause]:
        placed = self.subjects.of_unit(unit)
        self._move_on(unit, placed)
        author = self.subjects.thread.author_at(unit.start)
        if placed == OTHER or (author and author == self.subjects.thread.learner != self.subjects.thread.host):
            return
        if _PRIVATE.match(unit.label) or _PRIVATE.match(unit.heading):
            return
        speaker = self._speaker(unit)
        between = self.subjects.is_between(unit)
        place = _Place(unit, placed, find_label_key(unit), OTHER if speaker == OTHER else placed or self._standing_subject(unit))
        if find_heading_key(unit) and unit.end - unit.content <= 160 and not re.search(r"[.!?]\s+[A-Z]", self.page.flat[unit.content : unit.end]):
            whole = Piece(unit.content, unit.end, self.page.flat[unit.content : unit.end])
            yield self._clause(whole, place, NOBODY, mark="")
            return
        for sentence in find_sentences(self.page, unit):
            place.subject = (
                self._told_between() if between else OTHER if speaker == OTHER else placed or (place.subject if place.subject != OTHER else self.scene.last)
            )
            labelled = place.label is not None or (bool(unit.label) and bool(re.search(r"\d", sentence.text)))
            if (labelled or not _EMPTY.match(sentence.text)) and not _is_open(sentence.text, place):
                place.sentence = sentence.text
                yield from self._scan_sentence(sentence, place)
        if not unit.bullet and self.scene.intro == NOBODY and self.scene.last in _TELLING:
            self.scene.intro = PERSON if self.subjects.speaks_of_person(unit) else self.scene.last

    def _scan_sentence(self, sentence: Piece, place: _Place) -> Iterator[Clause]:
        end, told = sentence.start, place
        for count, piece in enumerate(find_clauses(self.page, sentence)):
            if self._is_inline_label(piece, sentence):
                told, end = self._relabelled(place, piece), piece.end
                continue
            named = self._name_subject(piece, told, first=count == 0)
            spoken = self.scene.speaker != OTHER or told.subject in {PERSON, ORGANISATION}
            if spoken and not (self._is_identity(piece) or _ADDRESS.search(piece.text) or _SAID.fullmatch(piece.text)):
                yield self._clause(piece, told, named, mark=self.page.flat[end : piece.start].strip() or "," if count else "")
                place.number += 1
            end = piece.end

    def _is_inline_label(self, piece: Piece, sentence: Piece) -> bool:
        """Whether a few words before a colon inside a line say what follows: "... To get in: a science degree"."""
        colon = self.page.flat[piece.end : piece.end + 2] == ": " and piece.end < sentence.end - 2
        return colon and len(piece.text.split()) <= _LONGEST_INLINE and not _PRONOUN.search(piece.text) and not re.search(r"\d", piece.text)

    def _relabelled(self, place: _Place, piece: Piece) -> _Place:
        unit = replace(place.unit, label=piece.text)
        placed = self.subjects.of_unit(unit)
        return _Place(unit, placed, find_label_key(unit), placed or place.subject, place.number, place.sentence)

    def _clause(self, piece: Piece, place: _Place, named: str, *, mark: str) -> Clause:
        unit = place.unit
        return Clause(
            piece.start,
            piece.end,
            piece.text,
            unit,
            place.placed,
            named,
            place.subject,
            self._speaker(unit),
            place.label,
            mark,
            place.number,
            self.subjects.is_relevant(unit),
            self.subjects.page_is_copied(unit),
            place.sentence,
            self._question,
        )

    def _told_between(self) -> str:
        """Whom a go-between's sentence speaks of that names nobody: whoever was spoken of last."""
        return self.scene.last if self.scene.last in {PERSON, ORGANISATION} else OTHER

    def _speaker(self, unit: Unit) -> str:
        if self.subjects.is_between(unit):
            return OTHER
        if self.subjects.thread.author_at(unit.start):
            return PERSON
        return self.scene.speaker

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
        copied = (placed if placed == PERSON else ORGANISATION) if self.subjects.page_is_copied(unit) else NOBODY
        scene.speaker = (OTHER if self.subjects.is_between(unit) else NOBODY) or self.subjects.speaker_of(unit) or copied

    def _standing_subject(self, unit: Unit) -> str:
        """Whom a clause speaks of that names nobody: whoever was spoken of last in the paragraph, else, in short notes, the person."""
        default = NOBODY if self.subjects.long or self.subjects.page_is_copied(unit) else PERSON
        if self.subjects.thread.messages and not self.subjects.thread.author_at(unit.start):
            return NOBODY
        if unit.bullet:
            return self.scene.intro or default
        return self.scene.last if self.scene.last not in {NOBODY, LEARNER} else default

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

    def _is_identity(self, clause: Piece) -> bool:
        """Whether a clause is only the name, the role or the employer, which the dossier holds anyway."""
        identity = self.subjects.identity
        if not any(place is not None and clause.start < place.stop and place.start < clause.end for place in (identity.role, identity.employer)):
            return False
        return count_content(self.page, clause.text, self.subjects.people, identity) < 2


def _asks(text: str, unit: Unit) -> bool:
    """Whether a sentence asks; in a talk that is written down also without a question mark."""
    return bool(_QUESTION.search(text) or (unit.speaker and len(text.split()) <= 12 and _ASKS.match(text)))


def _is_open(text: str, place: _Place) -> bool:
    """Whether a sentence asks, or says that something is not known."""
    return _is_question(text, place) or (text[:1] not in '"“' and bool(_UNKNOWN.match(text) or _WISHES.match(text) or _PRIVATE.match(text)))


def _is_question(text: str, place: _Place) -> bool:
    """A sentence with a question mark, unless it is a quotation or a longer statement with a mark of doubt at its end ("a diploma at RMIT i reckon??")."""
    if not _QUESTION.search(text) or re.search(r"[\"”]\s*$", text) or re.search(r"\bi (?:think|reckon)\W*$", text, re.IGNORECASE):
        return False
    doubtful = "??" in text or place.label is not None
    return not doubtful or len(text.split()) < 5 or bool(_ASKS.match(text))
