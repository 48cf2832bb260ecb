"""The learner's word over the reading: parts put right, facts struck or moved, disagreements settled, texts kept private or opened, things added.

`add_to_corrections` and `take_back` keep the account of what the learner said, `apply_corrections` lays it over a dossier as it was read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import TypeVar

from coach.documents import clean_note, find_orders
from coach.documents.cleaning import EMPTY
from coach.dossier.added import find_own_line
from coach.dossier.gaps import find_gaps
from coach.dossier.path import find_path
from coach.dossier.places import find_places, find_runs, leave_out, lies_within, overlap, plain, set_apart
from coach.dossier.sensitive import find_sensitive
from coach.engines.offline.dossier.cues import find_default_key, find_key
from coach.errors import InputRejected
from coach.records import About, AddedFact, Contradiction, Corrections, Dossier, Fact, MovedFact, Note, OccupationChoice, Organisation, Person, Span

Named = TypeVar("Named", MovedFact, AddedFact)

PARTS = ("name", "role", "employer", "organisation", "meeting_time", "meeting_purpose")
"""The parts of a dossier that a correction may set, in the order of `Corrections`."""

LONGEST = 600
"""Characters of one correction or answer; whatever is longer is a page of notes and belongs there."""


def with_occupation(dossier: Dossier, choice: OccupationChoice) -> Dossier:
    """The dossier with its occupation taken from the library or from the learner."""
    return dossier.model_copy(update={"occupation": choice})


def clean_words(text: str) -> str:
    """What a learner typed into one field, on one line, cleaned as pasted notes are; empty where nothing is left.

    Raises `InputRejected` where it is too long, or reads like an order to a program.
    """
    words = " ".join(clean_note(text[: LONGEST * 4], name="field").text.split())
    if len(words) > LONGEST:
        raise InputRejected(f"That is more than {LONGEST} characters.", mend="Keep it to a sentence here, and put the rest into your notes.")
    if find_orders(words):
        raise InputRejected("That reads like an order to a computer program, so it was not taken over.", mend="Say it in other words.")
    return words


# --- the account of what the learner said -------------------------------------------------------------


def add_to_corrections(before: Corrections, change: Corrections) -> Corrections:
    """What the learner said so far with one change more; where the two speak of the same thing the later word wins.

    A text that is settled, moved or added is struck no longer, one that is struck is settled no longer; of private and open the later holds. What was typed, the parts
    and what is added, comes cleaned. Raises `InputRejected` as `clean_words` does.
    """
    parts = {part: clean_words(said) for part in PARTS if (said := getattr(change, part)) is not None}
    added = tuple(item.model_copy(update={"text": words}) for item in change.added if (words := clean_words(item.text)))
    again = _names(added)
    kept = (*change.settled, *(item.text for item in change.moved), *again)
    return before.model_copy(
        update={
            **parts,
            "occupation": change.occupation.strip() or before.occupation,
            "struck": _join(_less(before.struck, kept), change.struck),
            "settled": _join(_less(before.settled, change.struck), change.settled),
            "private": _join(_less(before.private, change.open), change.private),
            "open": _join(_less(before.open, change.private), change.open),
            "moved": _join_named(tuple(item for item in before.moved if plain(item.text) not in again), change.moved),
            "added": _join_named(before.added, added),
        }
    )


def take_back(before: Corrections, change: Corrections) -> Corrections:
    """What the learner said without what this change names: its parts are again as they were read, its texts as if nothing had been said of them.

    Of a part or an occupation it only counts that it is named, not what was said of it.
    """
    parts = {part: None for part in PARTS if getattr(change, part) is not None}
    moved, added = _names(change.moved), _names(change.added)
    return before.model_copy(
        update={
            **parts,
            "occupation": "" if change.occupation else before.occupation,
            "struck": _less(before.struck, change.struck),
            "settled": _less(before.settled, change.settled),
            "private": _less(before.private, change.private),
            "open": _less(before.open, change.open),
            "moved": tuple(item for item in before.moved if plain(item.text) not in moved),
            "added": tuple(item for item in before.added if plain(item.text) not in added),
        }
    )


def _names(items: Iterable[MovedFact | AddedFact]) -> set[str]:
    return {plain(item.text) for item in items}


def _less(texts: Iterable[str], gone: Iterable[str]) -> tuple[str, ...]:
    barred = {plain(text) for text in gone}
    return tuple(text for text in texts if plain(text) not in barred)


def _join(texts: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    named: dict[str, str] = {}
    for text in (*texts, *more):
        named.setdefault(plain(text), text)
    return tuple(named.values())


def _join_named(items: tuple[Named, ...], more: tuple[Named, ...]) -> tuple[Named, ...]:
    named = {plain(item.text): item for item in items}
    named.update({plain(item.text): item for item in more})
    return tuple(named.values())


# --- over a dossier -----------------------------------------------------------------------------------


def apply_corrections(dossier: Dossier, note: Note, corrections: Corrections) -> Dossier:
    """The dossier as the learner put it right; their word wins over what was read, and applying it twice is the same as once.

    `note` are the notes the dossier rests on, added lines included. Facts keep their ids; an added one gets an id made of its words. Gaps and the path are found anew.
    A contradiction is gone where one of its texts is struck, settled, private, or moved to something else. A new role leaves the occupation open but for its title.
    """
    orders = find_orders(note.text)
    since_reading = (span for span in find_sensitive(note) if not lies_within(span, orders))
    sensitive = set_apart(note, (*dossier.sensitive, *since_reading), corrections)
    closed = (*sensitive, *orders)
    facts = _correct_facts(dossier, note, corrections, closed)
    person = Person(
        name=_correct_part(dossier.person.name, corrections.name, note, corrections, closed),
        role=_correct_part(dossier.person.role, corrections.role, note, corrections, closed),
        employer=_correct_part(dossier.person.employer, corrections.employer, note, corrections, closed),
    )
    organisation = _correct_organisation(dossier, person.employer, note, corrections, closed)
    time = _correct_part(dossier.meeting_time, corrections.meeting_time, note, corrections, closed)
    purpose = _correct_part(dossier.meeting_purpose, corrections.meeting_purpose, note, corrections, closed)
    return dossier.model_copy(
        update={
            "person": person,
            "organisation": organisation,
            "occupation": dossier.occupation if person.role == dossier.person.role else OccupationChoice(title=person.role),
            "meeting_time": time,
            "meeting_purpose": purpose,
            "facts": facts,
            "path": find_path(facts, note),
            "gaps": find_gaps(facts, person=person, organisation=organisation, meeting_time=time, meeting_purpose=purpose),
            "contradictions": tuple(item for old in dossier.contradictions if (item := _correct_contradiction(old, corrections, closed)) is not None),
            "sensitive": sensitive,
            "other_people": tuple(name for name in dossier.other_people if plain(name) != plain(person.name)),
            "warnings": tuple(warning for warning in dossier.warnings if warning != EMPTY or not note.text.strip()),
        }
    )


def _correct_part(read: str, said: str | None, note: Note, corrections: Corrections, closed: tuple[Span, ...]) -> str:
    """One part: as the learner said it unless they closed those very words, else as it was read unless every place it rests on is closed."""
    if said is not None:
        return "" if any(re.search(rf"(?<!\w){re.escape(plain(text))}(?!\w)", plain(said)) for text in corrections.private) else said
    runs = find_runs(note, read)
    return "" if runs and all(any(lies_within(place, closed) for place in run) for run in runs) else read


def _correct_organisation(dossier: Dossier, employer: str, note: Note, corrections: Corrections, closed: tuple[Span, ...]) -> Organisation:
    """The organisation goes with the employer, unless the learner named it by itself."""
    read, before = dossier.organisation.name, dossier.person.employer
    follows = employer != before and bool(employer or read == before)
    followed = corrections.employer is not None and read == employer
    if corrections.organisation is None and (follows or followed):
        return Organisation(name=employer)
    return Organisation(name=_correct_part(read, corrections.organisation, note, corrections, closed))


def _correct_facts(dossier: Dossier, note: Note, corrections: Corrections, closed: tuple[Span, ...]) -> tuple[Fact, ...]:
    struck = {plain(text) for text in corrections.struck}
    named = {fact.source.start for fact in dossier.facts if plain(fact.text) in struck}
    # A side of a contradiction may be a piece of a fact only: then the whole fact is not so.
    sides = (span for item in dossier.contradictions for span in item.spans)
    wrong = tuple(span for span in sides if plain(span.text) in struck and span.start not in named)
    facts = tuple(fact for fact in dossier.facts if plain(fact.text) not in struck and not lies_within(fact.source, (*closed, *wrong)))
    for added in corrections.added:
        if plain(added.text) not in struck:
            facts = _add_fact(facts, note, added, closed)
    moved = {plain(item.text): item.about for item in corrections.moved}
    facts = tuple(_move_fact(fact, moved.get(plain(fact.text), fact.about)) for fact in facts)
    return tuple(sorted(facts, key=lambda fact: (fact.source.start, fact.source.end)))


def _move_fact(fact: Fact, about: About) -> Fact:
    if about is fact.about:
        return fact
    key = "" if about is About.MEETING else find_key(fact.text, about) or find_default_key(fact.text, about)
    return fact.model_copy(update={"about": about, "key": key or "detail"})


def _add_fact(facts: tuple[Fact, ...], note: Note, added: AddedFact, closed: tuple[Span, ...]) -> tuple[Fact, ...]:
    """The facts with one that the learner told; where it was read already, that one takes over what the learner said it is about."""
    places = find_places(note, added.text)
    whole = find_own_line(note, added.text) or (places[0] if places else None)
    free = leave_out(note, whole, closed) if whole is not None else ()
    if not free:
        return facts
    place = max(free, key=lambda span: span.end - span.start)
    told = {"about": added.about, "key": added.key or "detail"}
    read = next((fact for fact in facts if fact.source.start <= place.start and place.end <= fact.source.end), None)
    if read is None:
        read = next((fact for fact in facts if plain(fact.text) == plain(place.text)), None)
    if read is not None:
        return tuple(fact.model_copy(update=told) if fact is read else fact for fact in facts)
    digest = hashlib.sha256(plain(added.text).encode()).hexdigest()[:6]
    new = Fact(id=f"a{digest}", text=place.text, about=added.about, key=added.key or "detail", source=place)
    return (*(fact for fact in facts if not overlap(fact.source, place)), new)


def _correct_contradiction(item: Contradiction, corrections: Corrections, closed: tuple[Span, ...]) -> Contradiction | None:
    elsewhere = (moved.text for moved in corrections.moved if moved.about is not item.about)
    decided = {plain(text) for text in (*corrections.struck, *corrections.settled, *elsewhere)}
    spans = tuple(span for span in item.spans if not lies_within(span, closed))
    if len(spans) < 2 or any(plain(span.text) in decided for span in spans):
        return None
    return item if spans == item.spans else item.model_copy(update={"spans": spans, "explanation": ""})
