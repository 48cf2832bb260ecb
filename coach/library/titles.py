"""Job titles that are the same, or nearly: without vectors, without a database, in well under a millisecond for what is exact.

A query is read in several ways, each a little less certain than the one before: as it stands, without its place or employer ("at", a comma, brackets),
without words of rank ("senior", "apprentice"), with abbreviations written out, with typing slips mended. The first reading that is a title of the library
counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from coach.library.words import STOP_WORDS, fold, sound, title_words
from coach.records import Record

EXACT, OTHER_TITLE, REORDERED, WRITTEN_OUT, RANK, SLIP, PART, INITIALS = 1.0, 0.99, 0.03, 0.02, 0.03, 0.05, 0.05, 0.12
"""The score of the main title and of another title as they stand, and what each freedom of reading takes away from it."""

_RANKS = frozenset(
    """
    senior snr sr junior jnr jr lead leading principal head chief deputy graduate grad trainee apprentice intern internship student experienced qualified
    certified registered licensed licenced chartered acting interim temporary temp casual relief locum freelance contract retired former ex new newly
    intermediate fulltime parttime i ii iii iv 1 2 3 4 5
    """.split()
)
"""Words of rank, experience and hours, which leave the occupation the same."""

_RANK_PHRASES = re.compile(
    r"\b(?:(?:part|full)[- ]time|self[- ]employed|sole[- ]trader|(?:entry|mid|senior|junior)[- ]level|(?:level|grade|band|class|step|tier)[- ]?\w{1,2})\b"
)
_SHORT_FORMS = {
    "acct": "accountant",
    "admin": "administrator",
    "asst": "assistant",
    "coord": "coordinator",
    "dev": "developer",
    "dir": "director",
    "dr": "doctor",
    "ece": "early childhood education",
    "eng": "engineer",
    "engr": "engineer",
    "exec": "executive",
    "gp": "general practitioner",
    "hr": "human resource",
    "it": "information technology",
    "mech": "mechanic",
    "mgr": "manager",
    "mngr": "manager",
    "ops": "operation",
    "ot": "occupational therapist",
    "physio": "physiotherapist",
    "pm": "project manager",
    "pr": "public relation",
    "prof": "professor",
    "qa": "quality assurance",
    "qs": "quantity surveyor",
    "rep": "representative",
    "rn": "registered nurse",
    "sw": "software",
    "swe": "software engineer",
    "tech": "technician",
    "vet": "veterinarian",
}
"""Short forms of everyday English job titles; a library title that is itself a short form comes first."""

_ROLE_AFTER = re.compile(r"\b(?:as|am|im|is|was|be|become|becoming)\s+an?\s+")
_EMPLOYER_FROM = re.compile(r"\s+(?:at|@|with|for|from|in|working)\s+")
_BREAK = re.compile(r"\s*[,;|:/]\s*|\s+[-–—]+\s*|\s*[–—]\s+|\s+and\s+|\s*&\s*")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]?")
_REMEMBERED = 5000


class TitleEntry(Record):
    """One title of one occupation; `main` where it is the occupation's own."""

    title: str
    code: str
    main: bool = False


class TitleMatch(Record):
    """An occupation whose title the query is, with how certain the reading is (0 to 1)."""

    code: str
    title: str
    score: float


class _Reading(Record):
    """The query's words read in one way, and what that reading costs."""

    words: tuple[str, ...]
    cost: float


class TitleTable:
    """All titles of a library by their words."""

    def __init__(self, entries: Iterable[TitleEntry], *, texts: Iterable[str] = ()) -> None:
        """`texts` are the library's texts: a word that stands in one of them is no typing slip."""
        self._by_words: dict[tuple[str, ...], list[TitleEntry]] = defaultdict(list)
        self._by_bag: dict[tuple[str, ...], list[TitleEntry]] = defaultdict(list)
        self._by_letters: dict[str, list[TitleEntry]] = defaultdict(list)
        self._by_initials: dict[str, list[TitleEntry]] = defaultdict(list)
        self._vocabulary: dict[int, set[str]] = defaultdict(set)
        for entry in entries:
            words = title_words(entry.title)
            self._by_words[words].append(entry)
            self._by_bag[_bag(words)].append(entry)
            self._by_letters["".join(words)].append(entry)
            if len(words) > 1:
                self._by_initials["".join(word[0] for word in words)].append(entry)
            for word in words:
                self._vocabulary[len(word)].add(word)
        self._by_sound: dict[str, set[str]] = defaultdict(set)
        for word in {word for words in self._vocabulary.values() for word in words}:
            self._by_sound[sound(word)].add(word)
        self._mended_words: dict[str, dict[str, int]] = {}
        self._texts = tuple(texts)

    @cached_property
    def _known_words(self) -> frozenset[str]:
        return frozenset(word for text in self._texts for word in title_words(text))

    def find(self, query: str) -> tuple[TitleMatch, ...]:
        """The occupations that the query names, best first; empty where no reading of it is a title."""
        for readings in _readings(query):
            best: dict[str, TitleMatch] = {}
            for reading in readings:
                for match in self._look_up(reading):
                    if match.code not in best or match.score > best[match.code].score:
                        best[match.code] = match
            if best:
                return tuple(sorted(best.values(), key=lambda match: (-match.score, match.code)))
        return ()

    def _look_up(self, reading: _Reading) -> Iterator[TitleMatch]:
        if not reading.words:
            return
        exact = self._exact(reading.words)
        if exact:
            yield from _matches(exact, cost=reading.cost)
            return
        letters = self._by_letters.get("".join(reading.words), [])
        if letters:
            yield from _matches(letters, cost=reading.cost + WRITTEN_OUT)
            return
        for written in _write_out(reading.words):
            yield from _matches(self._exact(written), cost=reading.cost + WRITTEN_OUT)
        yield from _matches(self._by_bag.get(_bag(reading.words), []), cost=reading.cost + REORDERED)
        if reading.cost <= RANK and len(reading.words) == 1 and 2 <= len(reading.words[0]) <= 4:
            yield from _matches(self._by_initials.get(reading.words[0], []), cost=reading.cost + INITIALS)
        yield from self._mended(reading)

    def _exact(self, words: tuple[str, ...]) -> list[TitleEntry]:
        return self._by_words.get(words, [])

    def _mended(self, reading: _Reading) -> Iterator[TitleMatch]:
        """Matches after typing slips are mended: at most two words, each within one slip, or two in a long word."""
        choices = [self._mend_word(word) for word in reading.words]
        if not choices or any(not choice for choice in choices):
            return
        slips = sum(min(choice.values()) for choice in choices)
        if 0 < slips <= 3:
            for words in _combine(choices):
                bag = self._by_bag.get(_bag(words), [])
                yield from _matches(self._exact(words) or bag, cost=reading.cost + SLIP * slips)

    def _mend_word(self, word: str) -> dict[str, int]:
        """Title words that `word` may have been meant for, with the number of slips between them; a clipped word ("geotech") counts as one slip."""
        if word not in self._mended_words:
            if len(self._mended_words) >= _REMEMBERED:
                self._mended_words.clear()
            self._mended_words[word] = self._find_meant(word)
        return self._mended_words[word]

    def _find_meant(self, word: str) -> dict[str, int]:
        if word in self._vocabulary[len(word)] or word in STOP_WORDS:
            return {word: 0}
        if len(word) < 4 or word in self._known_words:
            return {}
        allowed = 1 if len(word) < 8 else 2
        letters = set(word)
        near = dict.fromkeys(self._by_sound.get(sound(word), ()), 1)
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            for other in self._vocabulary[length] - near.keys():
                if len(letters.symmetric_difference(other)) <= 2 * allowed:  # two letters differ at most for each slip
                    slips = count_slips(word, other, limit=allowed)
                    if slips <= allowed:
                        near[other] = slips
        if not near:
            clipped = [other for length in self._vocabulary if length > len(word) + 2 for other in self._vocabulary[length] if other.startswith(word)]
            near = dict.fromkeys(clipped, 1) if len(clipped) == 1 else {}
        fewest = min(near.values(), default=0)
        return {other: slips for other, slips in sorted(near.items()) if slips == fewest}


def count_slips(word: str, other: str, *, limit: int) -> int:
    """How many slips of the keyboard lie between two words: a letter more, less or other, or two neighbours swapped; more than `limit` is limit + 1.

    The optimal string alignment distance (Damerau 1964; Levenshtein 1966).
    """
    if abs(len(word) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, start=1):
        before, last, row = row, before, [i]
        for j, against in enumerate(other, start=1):
            slips = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == against:
                slips = min(slips, last[j - 2] + 1)
            row.append(slips)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def _readings(query: str) -> Iterator[tuple[_Reading, ...]]:
    """The ways to read the query, surest first; those of one group are equally likely."""
    plain = fold(query)
    yield (_Reading(words=title_words(plain), cost=0.0),)
    yield (_Reading(words=title_words(_without_ranks(plain)), cost=RANK),)
    role = _EMPLOYER_FROM.split(_ROLE_AFTER.split(plain)[-1])[0]
    parts = [_BRACKETS.sub(" ", role), *(part.strip("()[]") for part in _BRACKETS.findall(role)), *_BREAK.split(_BRACKETS.sub(" ", role))]
    yield tuple(_Reading(words=title_words(part), cost=PART) for part in parts)
    yield tuple(_Reading(words=title_words(_without_ranks(part)), cost=PART + RANK) for part in parts)


def _without_ranks(text: str) -> str:
    """Folded text without words of rank; "head of" and the like stay, because there they are the title."""
    words = _RANK_PHRASES.sub(" ", text).split()
    kept = [word for n, word in enumerate(words) if word.strip(",.:;()") not in _RANKS or words[n + 1 : n + 2] == ["of"]]
    return " ".join(kept[1:] if len(kept) > 1 and kept[0] == "associate" else kept)  # before a title it is rank, after one it is another occupation


def spell_out(query: str) -> str:
    """The query in lower case with short forms written out and words of rank left out, unless nothing else is there."""
    plain = _without_ranks(query.lower())
    return " ".join(_SHORT_FORMS.get(word, word) for word in plain.split()) or query


def _write_out(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    written = tuple(part for word in words for part in _SHORT_FORMS.get(word, word).split())
    if written != words:
        yield written


def _bag(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(word for word in words if word not in STOP_WORDS))


def _combine(choices: list[dict[str, int]]) -> Iterator[tuple[str, ...]]:
    """Every way to take one word of each choice, at most 64."""
    ways: list[tuple[str, ...]] = [()]
    for choice in choices:
        ways = [(*way, word) for way in ways for word in choice][:64]
    yield from ways


def _matches(entries: Iterable[TitleEntry], *, cost: float) -> Iterator[TitleMatch]:
    for entry in entries:
        yield TitleMatch(code=entry.code, title=entry.title, score=round((EXACT if entry.main else OTHER_TITLE) - cost, 4))
