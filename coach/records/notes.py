"""Where things come from, the learner's notes, and the dossier made of them."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from coach.records.words import Record, Text


class Source(Record):
    """A publication or page that a passage rests on. `retrieved` is the day it was read, `year` the year of its data."""

    id: Text
    title: Text
    publisher: str = ""
    url: str = ""
    year: int | None = None
    retrieved: date | None = None
    licence: str = ""


class Provenance(Record):
    """Which engine, prompt, rubric and corpus made a record, and when; stored with everything that is generated."""

    engine: Text
    model_name: str = ""
    prompt_name: str = ""
    prompt_digest: str = ""
    rubric_digest: str = ""
    corpus_digest: str = ""
    made_at: datetime | None = None


class Span(Record):
    """A verbatim piece of the notes: `line` counts from 1, `start` and `end` are offsets in the cleaned text (end excluded)."""

    text: Text
    line: int = Field(ge=1)
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Note(Record):
    """A learner's background-research notes as plain text, cleaned of hidden characters and markup.

    `text` keeps the learner's lines. `warnings` are sentences for the learner about what was changed or noticed while reading.
    """

    name: str = "notes"
    text: str = ""
    warnings: tuple[str, ...] = ()

    def as_text(self) -> str:
        """The notes with line numbers, so that an engine can cite a line."""
        return "\n".join(f"{n}: {line}" for n, line in enumerate(self.text.splitlines(), start=1))


class About(StrEnum):
    """Whom or what a fact of the notes is about."""

    PERSON = "person"
    OCCUPATION = "occupation"
    ORGANISATION = "organisation"
    MEETING = "meeting"


class Fact(Record):
    """One thing that the notes say; `text` is verbatim, `key` says of what kind it is (education, start_year, project, news...)."""

    id: Text
    text: Text
    about: About
    key: str = "detail"
    source: Span

    def as_text(self) -> str:
        """One line for a prompt."""
        return f"[{self.id}] ({self.about}, {self.key}, line {self.source.line}) {self.text}"


class Gap(Record):
    """What the notes leave open, why it matters for the meeting, and where to look it up."""

    id: Text
    why: Text
    where_to_look: Text


class Person(Record):
    """The career model to be met, as far as the notes tell; empty strings where they do not."""

    name: str = ""
    role: str = ""
    employer: str = ""


class Organisation(Record):
    """Where the person works, as far as the notes tell."""

    name: str = ""


class Step(Record):
    """One step of the person's working life as the notes tell it: `when` holds its years as they stand there, empty where they name none."""

    when: str = ""
    text: Text
    source: Span


class Contradiction(Record):
    """Two or more spans of the notes that cannot both be right."""

    about: About
    key: str
    spans: tuple[Span, ...]
    explanation: str = ""


class OccupationMatch(Record):
    """One occupation of the library for a query, `score` between 0 and 1, best first. `source` names the library source it comes from."""

    code: Text
    title: Text
    score: float = Field(ge=0)
    source: Text


class OccupationChoice(Record):
    """The occupation taken for the person's role; `code` is empty and `sure` false where the library is not sure."""

    code: str = ""
    title: str = ""
    sure: bool = False
    candidates: tuple[OccupationMatch, ...] = ()


_GAPS_IN_WORDS = {
    "person_role": "what the person's job is",
    "person_path": "how the person came to this work",
    "person_education": "what they studied or trained in",
    "person_work_focus": "what they work on now",
    "org_name": "where they work",
    "org_purpose": "what their organisation does",
    "org_recent_news": "anything new there",
    "org_size": "how big it is",
    "occ_tasks": "what the work consists of",
    "occ_entry_route": "how people get into it",
    "occ_outlook": "where demand is going",
    "meeting_purpose": "what the learner wants from the meeting",
    "meeting_time": "when the meeting is",
}
"""The gaps of the dossier as a prompt names them."""


class Dossier(Record):
    """What the learner knows before the meeting, each fact with the words it rests on, and what is still missing."""

    person: Person = Person()
    organisation: Organisation = Organisation()
    occupation: OccupationChoice = OccupationChoice()
    meeting_time: str = ""
    meeting_purpose: str = ""
    facts: tuple[Fact, ...] = ()
    path: tuple[Step, ...] = ()
    gaps: tuple[Gap, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    sensitive: tuple[Span, ...] = ()
    other_people: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    provenance: Provenance | None = None

    def as_text(self) -> str:
        """The dossier for a prompt; sensitive spans and other people are left out."""
        employer = self.person.employer or self.organisation.name or "not known"
        head = [
            f"Person: {self.person.name or 'not known'}; role: {self.person.role or 'not known'}; employer: {employer}",
            f"Occupation: {self.occupation.title or 'not known'}",
            f"What the learner wants to find out: {f'[purpose] {self.meeting_purpose}' if self.meeting_purpose else 'not said'}",
        ]
        disputed = [
            f"The notes disagree, so nothing is certain here: {' / '.join(span.text for span in found.spans)}" for found in self.contradictions if found.spans
        ]
        gaps = "; ".join(_GAPS_IN_WORDS.get(gap.id, gap.id.replace("_", " ")) for gap in self.gaps) or "nothing that matters"
        return "\n".join([*head, "Facts from the notes:", *(fact.as_text() for fact in self.facts), *disputed, f"Not in the notes: {gaps}"])


class Ask(Record):
    """One thing worth asking the learner before the meeting; `id` is that of a gap, or "person_name" or "occupation"."""

    id: Text
    question: Text
    why: Text
    example: str = ""


class Mark(StrEnum):
    """What a piece of the notes is to the dossier."""

    PLAIN = "plain"
    PERSON = "person"
    ORGANISATION = "organisation"
    OCCUPATION = "occupation"
    MEETING = "meeting"
    PRIVATE = "private"
    DISAGREES = "disagrees"
    ORDER = "order"


class MarkedPiece(Record):
    """A piece of one line of the notes: `mark` says what it is, `fact` is the id of the fact that rests on it."""

    text: str
    mark: Mark = Mark.PLAIN
    fact: str = ""


class MarkedLine(Record):
    """One line of the notes in pieces that make it up exactly; `line` counts from 1."""

    line: int = Field(ge=1)
    pieces: tuple[MarkedPiece, ...] = ()


class DraftFact(Record):
    """A fact as an engine reads it off the notes: the words as they stand there, and the line on which they stand (0 where the engine does not say)."""

    quote: Text
    line: int = Field(default=0, ge=0)
    about: About
    key: str = "detail"


class DraftContradiction(Record):
    """Quotes from the notes that cannot all be right, as an engine reads them."""

    quotes: tuple[Text, ...]
    about: About
    key: str = "detail"
    explanation: str = ""


class DossierDraft(Record):
    """What an engine reads off the notes; `coach.dossier` keeps only what stands there word for word.

    Everything but `explanation` is quoted from the notes. `job_title` is the occupation as the notes word it, `role` of the person the fuller wording.
    """

    person: Person = Person()
    job_title: str = ""
    organisation: str = ""
    meeting_time: str = ""
    meeting_purpose: str = ""
    facts: tuple[DraftFact, ...] = ()
    contradictions: tuple[DraftContradiction, ...] = ()
    sensitive: tuple[str, ...] = ()
    other_people: tuple[str, ...] = ()
