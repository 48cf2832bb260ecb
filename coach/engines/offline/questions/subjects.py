"""Who does something in a scrap of notes, and where their clause begins."""

from __future__ import annotations

import re

from coach.engines.offline.questions.verbs import NOUNS_IN_S, as_set, core, form_of
from coach.engines.offline.questions.words import ADVERBS, MODALS, PARTICLES, SUBORDINATORS, WORKPLACE_NOUNS
from coach.records import Record

_LEADS = as_set(
    """
    in on at after before during since from until for by last this every each once now currently today recently previously originally most when nowadays
    lately first these those right mostly mainly usually often sometimes presently outside alongside besides over under
    """
)
_LEARNER_VERBS = as_set(
    """
    found looked asked emailed think want met read checked saw rang heard know need wonder hope guess googled copied texted messaged reckon
    """
)
_TITLES = as_set("mr mrs ms dr prof miss whaea matua")
_EVERY_WEEK = re.compile(r"^\w+ (?:days?|nights?|hours?|mornings?|afternoons?|times?) (?:a|per|each) \w+$", re.I)
_OWN = as_set("job role work speciality specialty day week focus passion")
_CONJUNCTIONS = as_set("but and so then")
_SAME_IN_PAST = as_set("put set cut let read hit quit forecast shut")
_FINITE = as_set("is are am was were has have had do does did")


class Cast(Record):
    """Who may be the subject, and what a scrap is about.

    `names` and `organisation` are lower-case words of the names; `is_theirs` says that the place belongs to the host; `is_earlier` says that the scrap tells an earlier job, `tells_activity` that it tells what
    somebody does, so that a first word which could be a noun or a verb ("guides", "draws") is a verb.
    """

    names: frozenset[str] = frozenset()
    organisation: tuple[str, ...] = ()
    is_organisation: bool = False
    is_theirs: bool = False
    is_earlier: bool = False
    tells_activity: bool = False


class Subject(Record):
    """A subject at word `start`, `length` words long; `kind` is its pronoun, "name" or "thing"; `said` is how the host hears it."""

    start: int
    length: int
    kind: str
    said: str = "you"


def find_subjects(words: list[str], cast: Cast) -> tuple[Subject, ...]:
    """Every subject with a finite verb, in order; none where two different people share the scrap, for then nobody knows who is meant."""
    if {"he", "she"} <= {core(word) for word in words}:
        return ()
    found: list[Subject] = []
    kinds: set[str] = set()
    i = 0
    while i < len(words):
        subject = _subject_at(words, i, cast)
        verb = find_verb(words, i + subject.length, subject.kind) if subject else None
        if subject is None or verb is None:
            i += 1
            continue
        if subject.kind == "i" and ({"he", "she", "name"} & kinds or core(words[verb]) in _LEARNER_VERBS):
            break
        if subject.kind in {"he", "she"} and "i" in kinds:
            break
        if subject.kind == "they" and {"he", "she", "name"} & kinds and not cast.is_organisation:
            i += 1
            continue
        kinds.add(subject.kind)
        found.append(subject)
        i += subject.length
    return tuple(found)


def find_verb(words: list[str], i: int, kind: str) -> int | None:
    """Where the finite verb of a subject that ends before word `i` stands, adverbs passed over."""
    while i < len(words) and core(words[i]) in ADVERBS:
        i += 1
    if i >= len(words):
        return None
    word, form = core(words[i]), form_of(words[i])
    plural = kind in {"they", "we", "i", "he", "she"}
    if word in _FINITE or word in MODALS or form in {"s", "past"} or (form == "base" and (plural or word in _SAME_IN_PAST)):
        return i
    return None


def find_start(words: list[str], at: int) -> int | None:
    """Where the main clause of the subject at `at` begins, "last year" or "in a busy month" included; None for a clause that cannot stand alone."""
    if at == 0:
        return 0
    if core(words[at - 1]) in SUBORDINATORS:
        return None
    boundary = at
    while boundary > 0 and not _ends_phrase(words[boundary - 1]):
        boundary -= 1
    lead = words[boundary:at]
    if lead:
        opens = core(lead[0]) in _LEADS or bool(_EVERY_WEEK.match(" ".join(lead)))
        return boundary if opens and len(lead) <= 8 else None
    opening = words[:at]
    return 0 if core(opening[0]) in _LEADS and len(opening) <= 8 and opening[-1].endswith(",") else at


def _ends_phrase(word: str) -> bool:
    return word.endswith((",", ";", ":", "]")) or core(word) in _CONJUNCTIONS


def _subject_at(words: list[str], i: int, cast: Cast) -> Subject | None:
    word = core(words[i])
    if word in {"he", "she", "we", "they", "i"}:
        return Subject(start=i, length=1, kind=word)
    if word == "it" and i == 0 and cast.is_organisation:
        return Subject(start=i, length=1, kind="they")
    length = _name_length(words, i, cast)
    if length and cast.is_organisation and not cast.is_theirs:
        return _place_by_name(words[i : i + length], start=i)
    if length:
        return Subject(start=i, length=length, kind="name")
    return _thing_at(words, i)


def _name_length(words: list[str], i: int, cast: Cast) -> int:
    """How many words from `i` name the person, or the organisation where the scrap is about it; 0 for a name in the genitive."""
    first = n = 1 if core(words[i]) in _TITLES else 0
    while i + n < len(words) and core(words[i + n]) in cast.names and not words[i + n].endswith(("'s", "'")):
        n += 1
    if n > first:
        return n
    organisation = cast.organisation
    skip = 1 if core(words[i]) == "the" and i + 1 < len(words) else 0
    if not organisation or not cast.is_organisation or core(words[i + skip]) != organisation[0]:
        return 0
    n = 1
    while n < len(organisation) and i + skip + n < len(words) and core(words[i + skip + n]) == organisation[n]:
        n += 1
    return n + skip


def _place_by_name(name: list[str], *, start: int) -> Subject:
    """The workplace under its name: "your library" where the name ends in what it is, the name itself where it is short, else "they"."""
    last = core(name[-1])
    if last in WORKPLACE_NOUNS:
        return Subject(start=start, length=len(name), kind="thing", said=f"your {last}")
    short = len(name) <= 3 and name[0][:1].isupper()
    return Subject(start=start, length=len(name), kind="thing" if short else "name", said=" ".join(name) if short else "you")


def _thing_at(words: list[str], i: int) -> Subject | None:
    """The host's own place or people as a subject ("the firm", "my team of three", a bare "clinic" at the start); the verb stays as it is."""
    has_determiner = core(words[i]) in {"the", "his", "her", "their", "my", "our"}
    at = i + 1 if has_determiner else i
    if at < len(words) and core(words[i]) in {"his", "her", "their", "my"} and core(words[at]) in _OWN:
        return Subject(start=i, length=2, kind="thing", said=f"your {core(words[at])}")
    if i == 0 and core(words[0]) in {"his", "her", "my"} and (own := _own_thing(words)):
        return own
    if at >= len(words) or core(words[at]) not in WORKPLACE_NOUNS or (not has_determiner and i > 0):
        return None
    if i > 0 and (form_of(words[i - 1]) in {"s", "past"} or core(words[i - 1]) in PARTICLES):
        return None
    stop = at + 1
    if stop + 1 < len(words) and core(words[stop]) == "of":
        stop += 2
    return Subject(start=i, length=stop - i, kind="thing", said=" ".join(["your", *words[at:stop]]).lower())


def _own_thing(words: list[str]) -> Subject | None:
    """Something of the host's that does something: "his shoe wall currently stands at ..."; a bare "her work is" is read elsewhere."""
    stop = next(
        (i for i in range(2, min(5, len(words))) if core(words[i]) in ADVERBS | _FINITE or (form_of(words[i]) == "s" and core(words[i]) not in NOUNS_IN_S)), 0
    )
    sure = stop and (core(words[stop]) not in ADVERBS or (stop + 1 < len(words) and (core(words[stop + 1]) in _FINITE or form_of(words[stop + 1]) == "s")))
    return Subject(start=0, length=stop, kind="thing", said=" ".join(["your", *words[1:stop]])) if sure else None
