"""Dossiers, passages and occupations made by hand for the tests of the questions."""

from __future__ import annotations

from coach.records import About, Contradiction, Dossier, Fact, Occupation, OccupationChoice, Organisation, Passage, Person, Source, Span, Topic

FERRY = (
    (About.PERSON, "previous_role", "2009-2014 deckhand on a scallop boat out of Nelson"),
    (About.PERSON, "start_year", "Joined Marlow Ferries in 2015"),
    (About.PERSON, "work_focus", "Runs the 6 am crossing and trains 5 new deckhands a year"),
    (About.PERSON, "project", "Rebuilt the winter timetable after the 2021 storms"),
    (About.PERSON, "talk", 'Gave a talk called "What the tide does to a timetable"'),
    (About.PERSON, "quote", '"I would rather be late than brave"'),
    (About.PERSON, "education", "Skipper's ticket, Westport Polytechnic, 2013"),
    (About.ORGANISATION, "news", "Bought a hybrid ferry in March 2026"),
    (About.ORGANISATION, "size", "62 staff, 9 of them skippers"),
    (About.OCCUPATION, "entry_route", "Usually need a skipper's certificate and sea time"),
    (About.OCCUPATION, "tasks", "Check the engine, load the cars, write up the log"),
)
"""Facts of an invented ferry skipper."""

BAKERY = (
    (About.PERSON, "previous_role", "was a line cook in Taupō for four winters"),
    (About.PERSON, "work_focus", "does all the rye and the wedding cakes"),
    (About.PERSON, "project", "she grew the starter from her own apples"),
    (About.PERSON, "value", "thinks bread should take two days"),
    (About.ORGANISATION, "news", "moved into the old post office in June"),
    (About.ORGANISATION, "size", "7 bakers and 3 in the shop"),
    (About.OCCUPATION, "outlook", "The number of small bakeries has halved since 2010"),
)
"""Facts of an invented baker."""


def make_dossier(
    facts: tuple[tuple[About, str, str], ...] = FERRY,
    *,
    purpose: str = "I want to find out whether I would cope with being on the water in winter",
    name: str = "Ada Brough",
    role: str = "ferry skipper",
    employer: str = "Marlow Ferries",
    sensitive: tuple[str, ...] = (),
    other_people: tuple[str, ...] = (),
    disputed: tuple[str, ...] = (),
) -> Dossier:
    """A dossier whose facts stand one to a line, in order."""
    spans: dict[str, Span] = {}
    offset = 0
    for line, (_, _, text) in enumerate(facts, start=1):
        spans[text] = Span(text=text, line=line, start=offset, end=offset + len(text))
        offset += len(text) + 1

    def place(words: str) -> Span:
        for text, span in spans.items():
            if words in text:
                start = span.start + text.index(words)
                return Span(text=words, line=span.line, start=start, end=start + len(words))
        return Span(text=words, line=len(facts) + 1, start=offset, end=offset + len(words))

    return Dossier(
        person=Person(name=name, role=role, employer=employer),
        organisation=Organisation(name=employer),
        occupation=OccupationChoice(title=role),
        meeting_purpose=purpose,
        facts=tuple(Fact(id=f"f{n}", text=text, about=about, key=key, source=spans[text]) for n, (about, key, text) in enumerate(facts, start=1)),
        sensitive=tuple(place(words) for words in sensitive),
        other_people=other_people,
        contradictions=(Contradiction(about=About.PERSON, key="start_year", spans=tuple(place(words) for words in disputed)),) if disputed else (),
    )


def make_passages() -> tuple[Passage, ...]:
    """Four passages on the occupation, the last with nothing that could be quoted alone."""
    source = Source(id="hand", title="Made by hand", licence="CC BY 4.0")
    rows = (
        ("p-work", Topic.WORK, "Most of a skipper's day goes on watching the weather. Paperwork takes the first hour of every shift."),
        ("p-hard", Topic.HARD, "Skippers who leave often name the split shifts. They say little else."),
        ("p-entry", Topic.ENTRY, "A skipper needs a certificate and 18 months of sea time before anybody will hand over a vessel."),
        ("p-joy", Topic.JOY, "It is what keeps them there, and they say so."),
    )
    return tuple(Passage(id=id_, occupation="53-5021.00", text=text, topic=topic, source=source) for id_, topic, text in rows)


def make_occupation() -> Occupation:
    """The occupation of the passages."""
    return Occupation(code="53-5021.00", title="Ferry skipper", summary="Takes people and cars across water.")
