"""A small occupation of our own and short ways to play with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from coach.engines import Engine
from coach.engines.offline import OfflineEngine
from coach.records import CareerPath, ClockKind, Occupation, Passage, Rehearsal, Source, Style, Topic
from coach.rehearsal import add_reply, draft_reply, hear_learner, open_rehearsal
from coach.rehearsal.people import get_people

OWN = Source(id="own", title="Our own")
WORDS = {
    Topic.PATH: "orchard gate ladder summer uncle basket",
    Topic.WORK: "hive smoker frame veil lifting yard",
    Topic.SKILL: "listening hum queen cells marking",
    Topic.HARD: "winter losses mites stings back",
    Topic.JOY: "swarm clover honey comb evening",
    Topic.ORG: "cooperative shed meeting rota treasurer",
    Topic.FIELD: "varroa pesticides markets labels sensors",
    Topic.ENTRY: "certificate mentor season registration course",
    Topic.ADVICE: "borrow gloves visit apiary notebook",
    Topic.LINKS: "club inspector grower teacher evening",
}


def _passages() -> Iterable[Passage]:
    for topic in Topic:
        first, second, third, fourth, _ = WORDS[topic].split()[:5]
        text = (
            f"Newcomers learn about the {first} within a month or so. Old hands keep an eye on the {second} whatever the forecast promises. "
            f"A good {third} is worth more than a clever one in most years."
        )
        yield Passage(id=f"bees/{topic}/1", occupation="bees", text=text, topic=topic, source=OWN)
        yield Passage(
            id=f"bees/{topic}/2", occupation="bees", text=f"Neighbours lend one another a {fourth} when the season turns wet.", topic=topic, source=OWN
        )


PATHS = tuple(
    CareerPath(
        role=role,
        employer_kind="a farmer-owned co-operative",
        team="five of us and a dog",
        training="a one-year certificate in apiculture",
        years=9,
        before="six years driving a school bus",
        steps=("four years as a hand on other people's hives", "five years with hives of the co-operative"),
        works_with=("orchardists", "the hive inspector"),
        story=f"I drove the school bus past an orchard as {role.lower()}s do not. One wet morning a box stood by the road and it sang. I stopped with thirty children aboard.",
        turning_point="A whole yard died in a fortnight and it was my doing. The old hand swept it out with me and then showed me his own diary of that year.",
        doubt="I filled in the form for the bus depot again. It lay on the kitchen shelf under the jam for a winter, and I looked at it most nights.",
        pride="A blind man came to learn and found the queen before I did. He heard her, he said, and he has ten hives now.",
    )
    for role in ("Beekeeper", "Apiary hand")
)


@pytest.fixture
def occupation() -> Occupation:
    """Beekeeper, with career paths, facts of all tiers on all topics and passages."""
    facts = get_people().general.private_facts()
    return Occupation(
        code="bees", title="Beekeeper", summary="Keeps bees.", sources=(OWN,), passages=tuple(_passages()), career_paths=PATHS, private_facts=facts
    )


@pytest.fixture
def bare() -> Occupation:
    """An occupation of which nothing but the title and one passage is known."""
    return Occupation(
        code="x", title="Lamp maker", passages=(Passage(id="x/1", occupation="x", text="Shades are cut from brass sheet and turned.", source=OWN),)
    )


Opener = Callable[..., Rehearsal]


@pytest.fixture
def opened(occupation) -> Opener:
    """Opens a rehearsal; style, seed, minutes and clock may be given."""

    def open_one(
        *, style: Style = Style.WARM, seed: int = 1, minutes: int = 30, clock: ClockKind = ClockKind.EXCHANGE, of: Occupation | None = None
    ) -> Rehearsal:
        return open_rehearsal(of or occupation, rehearsal_id="r", planned_minutes=minutes, style=style, seed=seed, clock=clock)

    return open_one


@pytest.fixture
def say(occupation):
    """Says something and answers it, by the built-in engine unless another is given; the rehearsal after both."""

    def say_one(rehearsal: Rehearsal, text: str, *, engine: Engine | None = None, of: Occupation | None = None) -> Rehearsal:
        heard = hear_learner(rehearsal, text)
        speaker = engine or OfflineEngine()
        reply = " ".join(draft_reply(heard, speaker, occupation=of or occupation, passages=(), reserve=OfflineEngine()))
        return add_reply(heard, reply, engine_name=speaker.card.name)

    return say_one


@pytest.fixture
def play(say):
    """Says several things in order; the rehearsal after them all."""

    def play_all(rehearsal: Rehearsal, texts: Iterable[str], **how) -> Rehearsal:
        for text in texts:
            rehearsal = say(rehearsal, text, **how)
        return rehearsal

    return play_all


def last_reply(rehearsal: Rehearsal) -> str:
    """What the career model said last; empty where the last turn is the learner's."""
    return rehearsal.turns[-1].text if rehearsal.turns[-1].engine else ""
