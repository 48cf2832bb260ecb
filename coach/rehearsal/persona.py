"""A fictional career model: composed from a career path of the occupation and the name tables, with a sheet of private facts.

Name, pronouns, background, place and employer's stem depend on the seed alone, never on the occupation (pedagogy 3.2: no stereotyped persona).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence

from coach.manner.wording import plain
from coach.records import (
    CareerModel,
    CareerPath,
    ClockKind,
    FactSheet,
    Occupation,
    PathPiece,
    PrivateFact,
    QuestionList,
    Record,
    Rehearsal,
    Style,
    Tier,
    Topic,
    TurnState,
)
from coach.rehearsal.jobs import name_job
from coach.rehearsal.numbers import find_numbers
from coach.rehearsal.people import NameTable, People, get_people

MOST_FACTS = 25
FEWEST_FACTS = 15
_YEAR_OF_WRITING = 2026
"""Taken as the present year where no source of the occupation says when it was read."""
_START_PATIENCE = {Style.WARM: 9.0, Style.BRISK: 7.5, Style.SHY: 8.0, Style.RAMBLING: 8.5, Style.SCEPTICAL: 7.0, Style.HURRIED: 7.0}
_PRONOUNS = {"she": "she/her", "he": "he/him", "they": "they/them"}
_ROUNDS = (
    (Tier.T1, tuple(Topic), 10),
    (Tier.T2, (Topic.WORK, Topic.HARD, Topic.SKILL, Topic.FIELD, Topic.JOY, Topic.ORG, Topic.ADVICE, Topic.ENTRY, Topic.LINKS), 7),
    (Tier.T0, (Topic.WORK, Topic.HARD, Topic.JOY, Topic.SKILL, Topic.ADVICE, Topic.ENTRY, Topic.ORG, Topic.FIELD, Topic.LINKS, Topic.PATH), 5),
    (Tier.T3, (Topic.HARD, Topic.SKILL, Topic.ORG, Topic.FIELD, Topic.JOY, Topic.ADVICE, Topic.PATH, Topic.WORK, Topic.ENTRY, Topic.LINKS), 2),
    (Tier.T0, (Topic.LINKS, Topic.FIELD, Topic.ORG, Topic.ENTRY, Topic.PATH, Topic.ADVICE, Topic.SKILL, Topic.JOY, Topic.HARD, Topic.WORK), 10),
)
"""Which private facts go on the sheet after those of the career path: tier, topics in order of need, how many at most."""


class _Outside(Record):
    """What comes from the name tables alone."""

    name: str
    pronouns: str
    place: str
    stem: str
    family: str
    background: str
    spare_years: int


def open_rehearsal(
    occupation: Occupation,
    *,
    rehearsal_id: str,
    planned_minutes: int,
    style: Style,
    seed: int,
    clock: ClockKind,
    avoid_names: tuple[str, ...] = (),
    questions: QuestionList | None = None,
) -> Rehearsal:
    """A rehearsal ready for the learner's first words: a fictional career model and 15 to 25 private facts, both chosen by `seed`.

    No part of the invented name, employer or place is a word of `avoid_names` (the people of the learner's notes). An occupation without career paths or facts of its
    own gets general ones. Raises `LibraryError` where the name tables cannot be read.
    """
    people = get_people()
    rng = random.Random(f"path {seed} {occupation.code}")
    general = not occupation.career_paths
    path = rng.choice(people.general.paths if general else occupation.career_paths)
    career_model = _compose(path, _draw(people, seed=seed, avoid=avoid_names), occupation=occupation, people=people, style=style)
    facts = choose_facts(path, _own_facts(occupation, people), rng=rng)
    return Rehearsal(
        id=rehearsal_id,
        occupation_code=occupation.code,
        occupation_title=occupation.title,
        career_model=career_model,
        fact_sheet=FactSheet(facts=facts),
        planned_minutes=planned_minutes,
        clock=clock,
        seed=seed,
        questions=questions,
    )


def start_state(style: Style) -> TurnState:
    """The state before the first turn: how much patience a person of this style brings along (0 to 10)."""
    return TurnState(patience=_START_PATIENCE[style])


def _draw(people: People, *, seed: int, avoid: Sequence[str]) -> _Outside:
    rng = random.Random(f"person {seed}")
    taken = {word for name in avoid for word in re.findall(r"[^\W\d_]{2,}", plain(name))}
    pronoun = rng.choice(("she", "she", "she", "she", "he", "he", "he", "he", "they"))
    table = rng.choice(people.names)
    given = _pick(rng, _given(table, pronoun), taken)
    family = _pick(rng, table.family, taken)
    return _Outside(
        name=f"{given} {family}",
        pronouns=_PRONOUNS[pronoun],
        place=_pick(rng, people.places, taken),
        stem=_pick(rng, people.stems, taken),
        family=_pick(rng, [name for other in people.names for name in other.family if name != family], taken),
        background=rng.choice(people.backgrounds),
        spare_years=rng.randint(0, 7),
    )


def _given(table: NameTable, pronoun: str) -> tuple[str, ...]:
    return {"she": table.she, "he": table.he, "they": table.they}[pronoun]


def _pick(rng: random.Random, names: Iterable[str], taken: set[str]) -> str:
    """One of the names that shares no word with those taken; where all do, one altered so that it no longer does."""
    names = list(names)
    free = [name for name in names if not taken & set(re.findall(r"[^\W\d_]{2,}", plain(name)))]
    return rng.choice(free) if free else f"{rng.choice(names).split()[0]}sen"


def _compose(path: CareerPath, outside: _Outside, *, occupation: Occupation, people: People, style: Style) -> CareerModel:
    role = path.role.format(title=name_job(occupation.title)) if "{title}" in path.role else path.role
    return CareerModel(
        name=outside.name,
        pronouns=outside.pronouns,
        age=_age(path, outside.spare_years),
        background=outside.background,
        role=role,
        employer=_employer(path.employer_kind, outside, people),
        employer_kind=path.employer_kind,
        place=outside.place,
        team=path.team,
        years=path.years,
        started=_present_year(occupation) - path.years,
        training=path.training,
        before=path.before,
        steps=path.steps,
        works_with=path.works_with,
        style=style,
    )


def _age(path: CareerPath, spare: int) -> int:
    """Eighteen, and then everything that the path says came after it; training counts three years where it names none."""
    before = _years_in(path.before, otherwise=1)
    training = _years_in(path.training, otherwise=3)
    return min(18 + before + training + path.years + spare, 75)


def _years_in(text: str, *, otherwise: int) -> int:
    found = [int(number.value) for number in find_numbers(text) if number.unit == "year"]
    return min(sum(found), 20) if found else otherwise


def _present_year(occupation: Occupation) -> int:
    read = [source.retrieved.year for source in occupation.sources if source.retrieved]
    return max(read, default=_YEAR_OF_WRITING)


def _employer(kind: str, outside: _Outside, people: People) -> str:
    low = plain(kind).split(",")[0]
    places = [(_find_word(low, word), n) for n, table in enumerate(people.employers) for word in table.words]
    _, chosen = min((at, n) for at, n in places if at >= 0)
    names = people.employers[chosen].names
    return names[outside.spare_years % len(names)].format(place=outside.place, stem=outside.stem, family=outside.family)


def _find_word(text: str, word: str) -> int:
    """Where the word begins in the text, -1 where it is not there; the empty word is found last of all."""
    if not word:
        return len(text) + 1
    match = re.search(rf"\b{re.escape(word)}\b", text)
    return match.start() if match else -1


def _own_facts(occupation: Occupation, people: People) -> tuple[PrivateFact, ...]:
    own = occupation.private_facts
    return own if len(own) >= FEWEST_FACTS else (*own, *people.general.private_facts())


def choose_facts(path: CareerPath, facts: Sequence[PrivateFact], *, rng: random.Random) -> tuple[PrivateFact, ...]:
    """The private facts of one person: the four pieces of the path, then facts of the occupation spread over topics and tiers, at most 25."""
    chosen = [
        _from_path("story", path, tier=Tier.T1, topic=Topic.PATH),
        _from_path("turning_point", path, tier=Tier.T2, topic=Topic.PATH),
        _from_path("doubt", path, tier=Tier.T3, topic=Topic.HARD),
        _from_path("pride", path, tier=Tier.T1, topic=Topic.JOY),
    ]
    covered = {(Tier.T1, Topic.PATH), (Tier.T1, Topic.JOY), (Tier.T2, Topic.PATH)}
    for tier, topics, most in _ROUNDS:
        left = most
        for topic in topics:
            pool = [fact for fact in facts if fact.tier is tier and fact.topic is topic and fact not in chosen]
            if left and pool and len(chosen) < MOST_FACTS and (tier, topic) not in covered:
                chosen.append(rng.choice(pool))
                covered.add((tier, topic))
                left -= 1
    return tuple(sorted(chosen, key=lambda fact: (list(Topic).index(fact.topic), fact.tier)))


def _from_path(piece: PathPiece, path: CareerPath, *, tier: Tier, topic: Topic) -> PrivateFact:
    return PrivateFact(id=f"path/{piece}", tier=tier, topic=topic, text=getattr(path, piece), details=path.details.get(piece, ()))
