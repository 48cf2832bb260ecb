"""From an engine's drafts to candidates that passed every test: grounded in their sources, kind to the host, not asked before."""

from __future__ import annotations

import re

from coach.manner.form import find_heads
from coach.manner.questions import faults_of_question, find_questions, is_referral_ask
from coach.manner.strays import find_stray
from coach.manner.wording import split_sentences
from coach.questions.classics import find_classic
from coach.questions.plan import PHASE_OF
from coach.questions.shield import Shield
from coach.records import Dossier, Passage, Phase, Question, QuestionDraft, QuestionDrafts, QuestionSource, Record, Topic

PURPOSE_ID = "purpose"
"""The id by which a draft cites what the learner wants to find out."""

LONGEST_WHY = 30
"""Words of the longest reason; a longer one is replaced."""

_WHY = {
    Topic.PATH: "You hear how a working life really goes.",
    Topic.WORK: "You can picture the days.",
    Topic.SKILL: "You learn what to get good at.",
    Topic.HARD: "You meet the difficult side before you choose.",
    Topic.JOY: "You find out whether their good days would be yours.",
    Topic.ORG: "You see how the place works.",
    Topic.FIELD: "You see where the work is going.",
    Topic.ENTRY: "You learn how people get in.",
    Topic.ADVICE: "You leave with something to do.",
    Topic.LINKS: "You get a name you could not have found alone.",
}
_LIGHT_TEXT = """
a an the and or but of to in on at by for from with as is are was were be been being do does did have has had would could should will can may might
i me my you your yours we us our they them their it its this that these those what how why when where who which whether if so than then not no yes
about into out up over after before more most very own there here one some any all tell hear read gather understand find look like want know say
said came across words work
"""
_LIGHT = frozenset(_LIGHT_TEXT.split())
_WORD = re.compile(r"[^\W_][\w'%-]*")
_NUMBERING = re.compile(r"^(?:\(?\d{1,2}[.):]|[-*•])\s+")


class Candidate(Record):
    """A draft that passed the tests. `groups` are the things of the notes it builds on, no two of which may stand in one list; empty for a general question.

    `moved_to` is set for a question of the learner's list that stands in another phase than that of its topic.
    """

    text: str
    topic: Topic
    why: str
    open: bool
    sources: tuple[QuestionSource, ...] = ()
    groups: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    engine: str = ""
    moved_to: Phase | None = None

    @property
    def phase(self) -> Phase:
        """Where in the meeting it is asked."""
        return self.moved_to or PHASE_OF[self.topic]

    @property
    def is_tailored(self) -> bool:
        """Whether it builds on the notes."""
        return any(source.kind == "note" for source in self.sources)


class Desk:
    """Checks drafts for one dossier: knows its sources, what must not be said, and which classic questions are answered."""

    def __init__(self, dossier: Dossier, passages: tuple[Passage, ...], *, answered: frozenset[str]) -> None:
        self._shield = Shield(dossier)
        self._answered = answered
        self._sources = {fact.id: QuestionSource(kind="note", id=fact.id, text=fact.text) for fact in dossier.facts if not self._shield.blocks_fact(fact)}
        purpose = self._shield.clear(dossier).meeting_purpose
        if purpose:
            self._sources[PURPOSE_ID] = QuestionSource(kind="note", id=PURPOSE_ID, text=purpose)
        self._sources |= {p.id: QuestionSource(kind="passage", id=p.id, text=p.text, title=p.source.title, licence=p.source.licence) for p in passages}
        self._groups = _group_facts(dossier)

    def check_drafts(self, drafts: QuestionDrafts, *, engine: str) -> tuple[Candidate, ...]:
        """The drafts that pass, repaired where a source only had to be named, in the engine's order."""
        found = (self._check(draft, engine=engine) for draft in drafts.drafts)
        return tuple(candidate for candidate in found if candidate is not None)

    def recall(self, question: Question) -> Candidate:
        """A question that stands on a list already, for comparing others with it; whatever its faults."""
        return Candidate(
            text=question.text,
            topic=question.topic,
            why=question.why,
            open=question.open,
            sources=question.sources,
            groups=frozenset(self._groups.get(source.id, source.id) for source in question.sources),
            stems=find_stems(question.text),
            moved_to=question.phase,
        )

    def recall_text(self, text: str) -> Candidate:
        """A question that stands on no list any more, for comparing others with it."""
        return Candidate(text=text, topic=Topic.WORK, why="", open=True, stems=find_stems(text))

    def _check(self, draft: QuestionDraft, *, engine: str) -> Candidate | None:
        text = tidy_text(draft.text)
        if text.count("?") != 1 or not text.endswith("?") or self._shield.blocks(text) or find_stray(text):
            return None
        if find_classic(text) in self._answered - {""}:
            return None
        sources = tuple(s for s in (self._sources.get(i) for i in dict.fromkeys(draft.source_ids)) if s and shares_content(text, s.text))
        faults = faults_of_question(text, grounded_in=tuple(source.text for source in sources))
        if faults == ("ungrounded",):
            sources = self._ground(text, sources)
            faults = faults_of_question(text, grounded_in=tuple(source.text for source in sources))
        if faults or (draft.topic is Topic.LINKS and not is_referral_ask(text)) or not _keeps_to(text, sources):
            return None
        return Candidate(
            text=text,
            topic=draft.topic,
            why=self._reason(draft),
            open=any(question.open for question in find_questions(text)) or draft.topic is Topic.LINKS,
            sources=sources,
            groups=frozenset(self._groups.get(source.id, source.id) for source in sources),
            stems=find_stems(text),
            engine=engine,
        )

    def _ground(self, text: str, sources: tuple[QuestionSource, ...]) -> tuple[QuestionSource, ...]:
        """The sources with the one added that holds what the question says, if there is one."""
        for source in self._sources.values():
            if source not in sources and shares_content(text, source.text):
                more = (*sources, source)
                if not faults_of_question(text, grounded_in=tuple(s.text for s in more)):
                    return more
        return sources

    def _reason(self, draft: QuestionDraft) -> str:
        why = tidy_text(draft.why)
        fits = 3 <= len(why.split()) <= LONGEST_WHY and _GAIN.match(why) and not self._shield.blocks(why) and not find_stray(why)
        return why if fits and not _MARKS_OF_MORE.search(why) else _WHY[draft.topic]


_GAIN = re.compile(
    r"(?:so |then |and )?(?:you(?:'ll| will| can| may| might|'d| could)? (?:\w+ly )?(?:hear|learn|find|see|get|understand|know|meet|compare|tell|discover|gain|come|begin|start|pick|leave|look|weigh|judge|check|choose|decide|have|be able)"
    r"|(?:it|this|the answer|their answer) (?:\w+ )?(?:shows?|tells?|helps?|gives?|lets?|says?|opens?|explains?|reveals?|brings?|makes?))\b",
    re.IGNORECASE,
)
"""How a reason begins that tells the learner what an answer gives them."""
_MARKS_OF_MORE = re.compile(r"[?!:\d\"“]|\bI\b")
_SHARED = 0.34
"""So much of what a question says before it asks must stand in what it builds on; paraphrase takes the rest."""


def _keeps_to(text: str, sources: tuple[QuestionSource, ...]) -> bool:
    """Whether a question asks of the person and says nothing before that which its sources do not say."""
    *leads, last = [sentence.text for sentence in split_sentences(text)] or [text]
    if not find_heads(last) or (not find_stems(last) and not leads):
        return False
    known = frozenset(stem for source in sources for stem in find_stems(source.text))
    for lead in leads:
        stems = find_stems(lead)
        if not stems or len(stems & known) < _SHARED * len(stems):
            return False
    return True


def tidy_text(text: str) -> str:
    """The text on one line, without numbering, with straight marks."""
    text = text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2014: ",", 0xA0: " "})
    return _NUMBERING.sub("", re.sub(r"\s+", " ", text).strip().strip("*_ ")).replace(" ,", ",")


def _group_facts(dossier: Dossier) -> dict[str, str]:
    """Fact id -> the id of the first fact that rests on overlapping words of the notes."""
    groups: dict[str, str] = {}
    for fact in dossier.facts:
        same = next(
            (
                other
                for other in dossier.facts
                if other.id in groups
                and (
                    other.text == fact.text
                    or (other.source.start < fact.source.end and fact.source.start < other.source.end and other.source.line == fact.source.line)
                )
            ),
            None,
        )
        groups[fact.id] = groups[same.id] if same else fact.id
    return groups


def stem(word: str) -> str:
    """A word without its commonest endings, for comparing."""
    word = word.lower().strip("'\"-")
    for ending in ("'s", "ing", "edly", "ied", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def find_stems(text: str) -> frozenset[str]:
    """The words of weight in a text, without their endings."""
    return frozenset(stem(word) for word in _WORD.findall(text) if word.lower() not in _LIGHT)


def shares_content(question: str, source: str) -> bool:
    """Whether a question takes up something of its source: a figure, or a word of weight."""
    return bool(find_stems(question) & find_stems(source))


def is_near(first: Candidate, second: Candidate, *, most: float) -> bool:
    """Whether two questions end in the same words, or share more than `most` of the shorter one's words of weight."""
    shared = len(first.stems & second.stems)
    smaller = min(len(first.stems), len(second.stems)) or 1
    if first.text.split(". ")[-1] == second.text.split(". ")[-1]:
        return True
    return shared / smaller >= most and shared >= 2


_WHO_ELSE = frozenset(stem(word) for word in "good talk speak suggest".split())


def asks_alike(first: str, second: str) -> bool:
    """Whether two questions ask the same at their end, whatever they begin with.

    They do where most of the words of weight there are shared. Those that every question on whom else to talk to is made of do not count; where nothing else is
    left, the whole wording is compared.
    """
    one, other = (re.split(r"[.:] ", text.lower())[-1] for text in (first, second))
    a, b = find_stems(one) - _WHO_ELSE, find_stems(other) - _WHO_ELSE
    if a and b:
        return len(a & b) >= 0.6 * min(len(a), len(b))
    a, b = frozenset(_WORD.findall(one)), frozenset(_WORD.findall(other))
    return len(a & b) >= 0.6 * len(a | b)
