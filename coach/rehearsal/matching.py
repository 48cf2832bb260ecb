"""How well a private fact, a passage or a sentence fits a question: by shared words, and by words that belong together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from coach.manner.wording import COMMON_STEMS, GRAMMAR_STEMS, split_sentences, split_words, stem
from coach.records import Passage, PrivateFact

T = TypeVar("T", Passage, PrivateFact)
_KIN = """
hour hours shift shifts start starts early late morning evening night nights clock
boss manager foreman supervisor lead leader principal partner head chief owner
learn learnt taught teach course lecture lectures college university training trained study studied school
client clients customer customers patient patients student students pupil pupils guest guests resident residents family families parent parents public
team colleague colleagues crew staff workmate workmates gang
mistake mistakes wrong error errors slip missed fault faults
stress stressful pressure strain tired exhausted exhausting wears worn drained sleep
tool tools equipment kit software machine machines gear instrument van
paper paperwork form forms report reports record records writing marking email emails
technology software computer automation drone machine screen
proud pride satisfied satisfying pleased glad enjoy love rewarding
money pay budget cost cheap price
difficult hard tough awkward dull tedious boring worst wearing
change changed changing new future revised
decide decided decision decisions boss vote signed signature argue
newcomer newcomers beginner beginners apprentice graduate trainee junior starter
skill skills talent knack judgement practice
leave left quit resign resignation doubt stay
weather rain storm wet cold heat wind
body back knees hands tired ache
danger dangerous risk risky safe safety accident hurt
talk meet visit contact group branch association
read book books reading
try visit shadow volunteer
maths mathematics sums numbers calculation figures
angry complaint complaints complain shout argument quarrel rude
week day monday tuesday friday
""".strip().splitlines()
_GROUPS: dict[str, set[int]] = {}
for _number, _line in enumerate(_KIN):
    for _word in _line.split():
        _GROUPS.setdefault(stem(_word), set()).add(_number)
_SHORTEST_GIST = 7
_JOINTS = frozenset("when and because which so but until where while who before after unless although though than".split())
_SHARED, _COMMON_SHARED, _RELATED = 2.0, 0.7, 0.8


def find_kin(word: str) -> frozenset[int]:
    """The groups of related words that a stem belongs to."""
    return frozenset(_GROUPS.get(word, ()))


@lru_cache(maxsize=8192)
def find_keywords(text: str) -> tuple[str, ...]:
    """The stems of the words of a text that are not grammar, each once, in order."""
    parts = [part for word in split_words(text) for part in (word, *(word.split("-") if "-" in word else ()))]
    return tuple(dict.fromkeys(s for s in (stem(part) for part in parts) if len(s) > 1 and s not in GRAMMAR_STEMS))


def score_fit(text: str, keywords: Sequence[str]) -> float:
    """How well a text fits the keywords of a question: shared words count most, words that every talk is full of little, related words a part; 0 is none."""
    stems = frozenset(find_keywords(text))
    related = {group for s in stems for group in _GROUPS.get(s, ())}
    total = 0.0
    for word in keywords:
        if word in stems:
            total += _COMMON_SHARED if word in COMMON_STEMS else _SHARED
        elif _GROUPS.get(word, set()) & related:
            total += _RELATED
    return total


def rank(items: Iterable[T], keywords: Sequence[str], *, bonus: dict[str, float] | None = None) -> tuple[T, ...]:
    """The items best fit first, facts with what their details ask; `bonus` adds to the fit of items by id. Ties keep their order."""
    extra = bonus or {}
    return tuple(sorted(items, key=lambda item: -(score_item(item, keywords) + extra.get(item.id, 0.0))))


def score_item(item: Passage | PrivateFact, keywords: Sequence[str]) -> float:
    """How well a passage, or a fact with the questions of its details, fits the keywords."""
    asked = " ".join(detail.question for detail in item.details) if isinstance(item, PrivateFact) else ""
    return score_fit(f"{item.text} {asked}" if asked else item.text, keywords)


def find_gist(text: str, *, keywords: Sequence[str] = (), most: int = 16, last: bool = False) -> str:
    """A short piece of something said, fit to stand after "as I said": the sentence nearest to the keywords, cut where it can be, without its full stop.

    Without keywords it is the first sentence of some length, or the last one.
    """
    sentences = [s.text for s in split_sentences(text) if len(s.text.split()) > _SHORTEST_GIST and not s.text.endswith("?")]
    if not sentences:
        return ""
    best = sentences[-1] if last else max(sentences, key=lambda s: (score_fit(s, keywords), -sentences.index(s)))
    words = best.rstrip(".:;!").split()
    if len(words) > most:
        joints = (n for n in range(most, 4, -1) if words[n - 1].endswith((",", ";", ":")) or words[n].lower() in _JOINTS)
        words = words[: next(joints, most)]
        while len(words) > 1 and words[-1].rstrip(",;:").lower() in _JOINTS:
            words = words[:-1]
    piece = " ".join(words).rstrip(",;: ")
    first = piece.split(" ", 1)[0]
    keep = first in {"I", "I'm", "I've", "I'd", "I'll"} or first.isupper() or any(c.isupper() for c in first[1:])
    return piece if keep else piece[:1].lower() + piece[1:]
