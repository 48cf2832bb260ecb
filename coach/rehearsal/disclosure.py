"""Which private facts a reply tells, whether it touches a locked one, and what a whole rehearsal left untold."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from coach.manner.wording import split_sentences, split_words
from coach.records import Disclosure, MissedFact, PrivateFact, Rehearsal, Speaker, Tier, Topic
from coach.rehearsal.matching import find_keywords

_TOLD_SHARE = 0.45
_LOCKED_SHARE = 0.65
_DRAWN_SHARE = 0.8
_FEWEST = 4
_RUN = 6
_ABOUT = {
    Topic.PATH: "how they came to the work", Topic.WORK: "the work itself", Topic.SKILL: "what one has to be able to do", Topic.HARD: "what is hard about it", Topic.JOY: "what they like about it",
    Topic.ORG: "the place they work in", Topic.FIELD: "what is changing", Topic.ENTRY: "the ways in", Topic.ADVICE: "what they would tell a beginner", Topic.LINKS: "whom else to talk to",
}  # fmt: skip
_HOW = {
    Tier.T0: "Almost any question on {about} would have brought it out.",
    Tier.T1: "An open question on {about}, one beginning with how, what or tell me, would have opened it.",
    Tier.T2: "After an answer on {about}, a second question that takes up something just said would have opened it.",
    Tier.T3: "It takes two follow-ups on {about} and then asking leave, with an easy way to say no.",
}


def find_told(text: str, facts: Iterable[PrivateFact]) -> tuple[str, ...]:
    """The ids of the facts that a text tells, by the share of their words that it uses, also in other words around them."""
    stems = frozenset(find_keywords(text))
    return tuple(fact.id for fact in facts if _share(fact.text, stems) >= _TOLD_SHARE)


def _share(text: str, stems: frozenset[str]) -> float:
    own = find_keywords(text)
    return sum(stem in stems for stem in own) / len(own) if len(own) >= _FEWEST else 0.0


def touches(sentence: str, fact: PrivateFact, *, free: str = "") -> bool:
    """Whether a sentence tells a piece of a fact: six words in a row, or most of the words of one of the fact's sentences; words of the `free` text do not count."""
    if (_runs(sentence) & _runs(fact.text)) - _runs(free):
        return True
    stems = frozenset(find_keywords(sentence)) - frozenset(find_keywords(free))
    return any(len(own) >= _FEWEST + 1 and sum(stem in stems for stem in own) / len(own) >= _LOCKED_SHARE for own in _sentence_stems(fact.text))


@lru_cache(maxsize=4096)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = split_words(text)
    return frozenset(words[n : n + _RUN] for n in range(len(words) - _RUN + 1))


@lru_cache(maxsize=4096)
def _sentence_stems(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(find_keywords(sentence.text) for sentence in split_sentences(text))


def is_drawn_from(sentence: str, texts: Iterable[str]) -> bool:
    """Whether a sentence takes nearly all of its words from one of the texts, which may be said."""
    own = find_keywords(sentence)
    return len(own) >= _FEWEST and any(sum(stem in frozenset(find_keywords(text)) for stem in own) / len(own) >= _DRAWN_SHARE for text in texts)


def find_locked(rehearsal: Rehearsal) -> tuple[PrivateFact, ...]:
    """The facts that may not be told yet."""
    open_ids = set(rehearsal.state.unlocked)
    return tuple(fact for fact in rehearsal.fact_sheet.facts if fact.id not in open_ids and fact.tier is not Tier.T0)


def summarise_disclosure(rehearsal: Rehearsal) -> Disclosure:
    """What the rehearsal brought to light and what it left, each missed fact with the kind of question that would have opened it."""
    told = {fact for turn in rehearsal.turns if turn.speaker is Speaker.CAREER_MODEL for fact in turn.disclosed}
    missed = tuple(MissedFact(fact=fact, how=_HOW[fact.tier].format(about=_ABOUT[fact.topic])) for fact in rehearsal.fact_sheet.facts if fact.id not in told)
    return Disclosure(told=rehearsal.fact_sheet.only(told), missed=missed, total=len(rehearsal.fact_sheet.facts))
