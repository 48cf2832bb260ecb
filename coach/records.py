"""Every noun of the project, as frozen records with no logic beyond validation.

Read this first: the rest of the program turns one of these into another, in the order in which a learner walks:
`Note` -> `Dossier` -> `QuestionList` -> `Rehearsal` -> `Feedback`. A record says how it looks in a prompt in one method, `as_text()`.
Fields stand in writing order, because a language model fills them top down: the quote before the explanation, the explanation before
the verdict.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Text = Annotated[str, Field(min_length=1)]
"""A text that is not empty."""


class Record(BaseModel):
    """A frozen value; unknown keys are refused, so that a misspelt field is an error and not a loss."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- the words that everything else is sorted by -------------------------------------------------


class Topic(StrEnum):
    """The ten topics of an informational interview (pedagogy 1.5; sections of every corpus file)."""

    PATH = "PATH"
    WORK = "WORK"
    SKILL = "SKILL"
    HARD = "HARD"
    JOY = "JOY"
    ORG = "ORG"
    FIELD = "FIELD"
    ENTRY = "ENTRY"
    ADVICE = "ADVICE"
    LINKS = "LINKS"


class Phase(StrEnum):
    """The phases of the meeting itself, in order (pedagogy 1.3)."""

    OPEN = "open"
    STORY = "story"
    WORK = "work"
    ADVICE = "advice"
    REFERRAL = "referral"
    CLOSE = "close"


class Tier(StrEnum):
    """How hard a private fact is to hear: T0 freely, T1 on an open question, T2 on a follow-up, T3 after trust (pedagogy 3.2)."""

    T0 = "T0"
    T1 = "T1"
    T2 = "T2"
    T3 = "T3"


class Style(StrEnum):
    """How the career model talks; independent of occupation and background."""

    WARM = "warm"
    BRISK = "brisk"
    SHY = "shy"
    RAMBLING = "rambling"
    SCEPTICAL = "sceptical"
    HURRIED = "hurried"


class Speaker(StrEnum):
    """Who says a turn: the learner is the interviewer, the career model is the host."""

    INTERVIEWER = "interviewer"
    CAREER_MODEL = "career_model"


class ClockKind(StrEnum):
    """What moves the meeting's clock: words at 150 a minute, the wall, or one minute an exchange."""

    SPEAKING = "speaking"
    WALL = "wall"
    EXCHANGE = "exchange"


class Verdict(StrEnum):
    """What a judgement may come to; `not_shown` is never counted as zero."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_SHOWN = "not_shown"
    NOT_APPLICABLE = "not_applicable"


# --- where things come from -----------------------------------------------------------------------


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


# --- notes and dossier ----------------------------------------------------------------------------


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


class Dossier(Record):
    """What the learner knows before the meeting, each fact with the words it rests on, and what is still missing."""

    person: Person = Person()
    organisation: Organisation = Organisation()
    occupation: OccupationChoice = OccupationChoice()
    meeting_time: str = ""
    meeting_purpose: str = ""
    facts: tuple[Fact, ...] = ()
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
            f"What the learner wants to find out: {self.meeting_purpose or 'not said'}",
        ]
        gaps = ", ".join(gap.id for gap in self.gaps) or "none"
        return "\n".join([*head, "Facts from the notes:", *(fact.as_text() for fact in self.facts), f"Not in the notes: {gaps}"])


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


# --- occupation material --------------------------------------------------------------------------


class Passage(Record):
    """A piece of occupation material of bounded length with its source; `score` is set by a search, 0 to 1."""

    id: Text
    occupation: Text
    text: Text
    topic: Topic | None = None
    source: Source
    line: int = 0
    score: float = 0.0

    def as_text(self) -> str:
        """One line for a prompt, with the id by which it is cited."""
        return f"[{self.id}] ({self.topic or 'general'}; {self.source.title}) {self.text}"


class Figure(Record):
    """A sentence with one figure, its country, year and source id."""

    text: Text
    topic: Topic
    country: str
    year: int
    source: Text


class PrivateFact(Record):
    """Something a career model knows from the inside and tells only at its tier; `origin` is a passage id or "invented"."""

    id: Text
    tier: Tier
    topic: Topic
    text: Text
    origin: str = "invented"

    def as_text(self) -> str:
        """One line for a prompt."""
        return f"({self.topic}) {self.text}"


class CareerPath(Record):
    """A fictional way through an occupation, from which a career model is composed; texts in the first person."""

    role: Text
    employer_kind: Text
    team: Text
    training: Text
    years: int = Field(ge=1, le=60)
    before: Text
    steps: tuple[Text, ...]
    works_with: tuple[Text, ...]
    story: Text
    turning_point: Text
    doubt: Text
    pride: Text


class Occupation(Record):
    """All the library holds on one occupation, from one corpus file or one imported source."""

    code: Text
    title: Text
    alternate_titles: tuple[str, ...] = ()
    codes: dict[str, str] = {}
    major_group: str = ""
    summary: str = ""
    sources: tuple[Source, ...] = ()
    figures: tuple[Figure, ...] = ()
    passages: tuple[Passage, ...] = ()
    career_paths: tuple[CareerPath, ...] = ()
    private_facts: tuple[PrivateFact, ...] = ()

    def as_text(self) -> str:
        """Title and summary."""
        return f"{self.title}: {self.summary}"


# --- questions ------------------------------------------------------------------------------------


class QuestionSource(Record):
    """What a question is built on: a span of the notes or a passage (then with title and licence)."""

    kind: Literal["note", "passage"]
    id: Text
    text: Text
    licence: str = ""


class Question(Record):
    """One question to ask, with its place in the meeting and why it is worth a stranger's minutes."""

    id: Text
    text: Text
    topic: Topic
    phase: Phase
    open: bool = True
    minutes: float = Field(gt=0)
    why: Text
    sources: tuple[QuestionSource, ...] = ()

    def as_text(self) -> str:
        """One line for a prompt."""
        return f"[{self.id}] ({self.topic}, {self.phase}, {self.minutes:g} min) {self.text}"


class QuestionDraft(Record):
    """A question as an engine drafts it; `source_ids` name what it is built on: ids of facts or passages, or "purpose" for what the learner wants to find out."""

    source_ids: tuple[str, ...] = ()
    text: Text
    topic: Topic
    why: str = ""


class QuestionDrafts(Record):
    """What an engine answers when asked for questions, in the order of its preference; not yet checked."""

    drafts: tuple[QuestionDraft, ...]


class QuestionCheck(Record):
    """How a learner's own question stands the tests: the ids of those it fails, and a better wording (empty where it is good as it is)."""

    faults: tuple[str, ...] = ()
    better: str = ""


class LookUpFirst(Record):
    """A question that the notes or the material answer already; `text` is the question, `source` what answers it."""

    text: Text
    source: QuestionSource


class QuestionList(Record):
    """A tailored list for one meeting; `general` is true where the notes gave nothing to build on."""

    general: bool
    minutes: int = Field(ge=5, le=120)
    questions: tuple[Question, ...]
    look_up_first: tuple[LookUpFirst, ...] = ()
    notices: tuple[str, ...] = ()
    provenance: Provenance | None = None


# --- rehearsal ------------------------------------------------------------------------------------


class CareerModel(Record):
    """The fictional composite whom the learner practises on; invented name and employer, never a person of the notes."""

    name: Text
    pronouns: str = "they"
    age: int = Field(ge=18, le=90)
    background: str = ""
    role: Text
    employer: Text
    employer_kind: str = ""
    place: str = ""
    team: str = ""
    years: int = Field(ge=0, le=60)
    started: int
    training: Text
    before: str = ""
    steps: tuple[str, ...] = ()
    works_with: tuple[str, ...] = ()
    style: Style

    def as_text(self) -> str:
        """The persona card, sent again with every turn so that the character does not drift."""
        return (
            f"You are {self.name} ({self.pronouns}, {self.age}), {self.role} at {self.employer}, {self.employer_kind}, in {self.place}. "
            f"{self.years} years in the occupation, since {self.started}. Training: {self.training}. Before that: {self.before}. "
            f"Steps: {'; '.join(self.steps)}. Team: {self.team}. You work with {', '.join(self.works_with)}. "
            f"{self.background} Manner of talking: {self.style}."
        )


class FactSheet(Record):
    """The private facts of one career model."""

    facts: tuple[PrivateFact, ...]

    @model_validator(mode="after")
    def _ids_are_unique(self) -> FactSheet:
        ids = [fact.id for fact in self.facts]
        if len(ids) != len(set(ids)):
            raise ValueError("two private facts share an id")
        return self

    def only(self, ids: Iterable[str]) -> tuple[PrivateFact, ...]:
        """The facts with these ids, in sheet order."""
        wanted = set(ids)
        return tuple(fact for fact in self.facts if fact.id in wanted)


class TurnState(Record):
    """What code knows after a turn: everything needed to go on from there after a restart.

    `patience` runs from 0 to 10; `follow_ups` counts follow-ups per topic; `leave_asked` are the topics on which the learner asked leave;
    `unlocked` are the private facts that may be told, `told` those that were; `elapsed_s` is the meeting's clock in seconds.
    `move` and `kind` say what the learner's turn did (`Move`), `terse` that short answers were asked for.
    """

    phase: Phase = Phase.OPEN
    patience: float = Field(default=8.0, ge=0, le=10)
    elapsed_s: float = Field(default=0.0, ge=0)
    topic: Topic | None = None
    follow_ups: dict[Topic, int] = {}
    leave_asked: tuple[Topic, ...] = ()
    unlocked: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    time_mentioned: bool = False
    extended_s: float = 0.0
    warned: bool = False
    move: str = ""
    kind: str = ""
    terse: bool = False


class Turn(Record):
    """One utterance; `n` counts from 1, `at_s` is the second of the meeting at which it starts, `disclosed` the private facts told in it.

    `engine` names who wrote a career model's turn ("" for the learner).
    """

    n: int = Field(ge=1)
    speaker: Speaker
    text: str
    at_s: float = 0.0
    disclosed: tuple[str, ...] = ()
    state: TurnState | None = None
    engine: str = ""

    def as_text(self) -> str:
        """One line for a prompt."""
        who = "LEARNER" if self.speaker is Speaker.INTERVIEWER else "YOU"
        return f"{who}: {self.text}"


class EndReason(StrEnum):
    """Why a rehearsal is over: only the learner, the clock, exhausted patience or the harm rule end it."""

    LEARNER = "learner"
    CLOCK = "clock"
    PATIENCE = "patience"
    HARM = "harm"
    STOPPED = "stopped"


class Move(StrEnum):
    """What an utterance of the learner does, as far as code can tell."""

    QUESTION = "question"
    GREETING = "greeting"
    LOGISTICS = "logistics"
    TIME = "time"
    THANKS = "thanks"
    STATEMENT = "statement"
    FAREWELL = "farewell"
    PEOPLE = "people"
    USE_NAME = "use_name"
    NEXT_STEP = "next_step"
    IDENTITY = "identity"
    CLAIM = "claim"
    REPEAT = "repeat"
    SAY_AGAIN = "say_again"
    PAY = "pay"
    PERSONAL = "personal"
    JOB = "job"
    CV = "cv"
    CONTACT = "contact"
    FLATTERY = "flattery"
    APOLOGY = "apology"
    SELF_DOUBT = "self_doubt"
    CONCERN = "concern"
    JUDGE_ME = "judge_me"
    OFF_TOPIC = "off_topic"
    SMALL_TALK = "small_talk"
    PROBE = "probe"
    ABUSE = "abuse"
    RUDE = "rude"
    INTERRUPTION = "interruption"
    SHORTER = "shorter"
    SILENCE = "silence"
    SCRAP = "scrap"
    GIBBERISH = "gibberish"
    LANGUAGE = "language"
    WALL = "wall"
    TIME_NOTE = "time_note"


class Cue(Record):
    """What code has read in the learner's last utterance and what the reply is to do; none of its words shown to an engine are the learner's.

    `kind` says which sort of the move it is, `wants` what the question is after (a feeling, an example), `about` which facts about oneself are asked,
    `keywords` are stems of the question, `times` how often the move came before, `earlier` what was said when it came first. `close` ends the meeting with
    this reply, `mend` says why the last draft could not be used. `seed` and `turn` make every choice repeatable.
    """

    move: Move
    instruction: str = ""
    kind: str = ""
    topic: Topic | None = None
    open: bool = False
    follow_up: bool = False
    wants: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    earlier: str = ""
    learner_name: str = ""
    occupation: str = ""
    times: int = 0
    close: EndReason | None = None
    mention_time: bool = False
    may_ask: bool = False
    mend: tuple[str, ...] = ()
    seed: int = 0
    turn: int = 0

    def as_text(self) -> str:
        """What to do now, in plain words."""
        again = f"\nYour last draft could not be used: {'; '.join(self.mend)}. Say it again without that." if self.mend else ""
        return f"{self.instruction}{again}"


class Bearing(Record):
    """How the career model is to talk just now: style with its rules, patience from 0 to 10, minutes left, and how long the reply may be in words."""

    style: Style
    rules: str = ""
    patience: float
    minutes_left: int
    planned_minutes: int
    min_words: int
    max_words: int
    fresh_facts: int = 2

    def as_text(self) -> str:
        """The manner of talking for a prompt."""
        mood = "You are losing patience: short and cool." if self.patience < 3 else "You are at ease." if self.patience >= 6 else "You are a little reserved."
        return (
            f"Manner: {self.style}. {self.rules} {mood} Say between {self.min_words} and {self.max_words} words. About {self.minutes_left} minutes of the agreed "
            f"{self.planned_minutes} are left; do not speak of the time unless asked."
        )


class Said(Record):
    """One earlier reply of the career model, whole in `text`; in a prompt only its beginning."""

    n: int
    topic: Topic | None = None
    text: str

    def as_text(self) -> str:
        """Its first words."""
        words = self.text.split()
        return " ".join(words[:24]) + (" ..." if len(words) > 24 else "")


class MissedFact(Record):
    """A private fact that stayed untold, and the kind of question that would have opened it."""

    fact: PrivateFact
    how: Text


class Disclosure(Record):
    """What a rehearsal brought to light and what it left: told facts, missed ones with what would have opened them, and how many there were."""

    told: tuple[PrivateFact, ...] = ()
    missed: tuple[MissedFact, ...] = ()
    total: int = 0


class Rehearsal(Record):
    """One mock interview with everything needed to go on with it; turns are in order."""

    id: Text
    occupation_code: str
    occupation_title: Text
    career_model: CareerModel
    fact_sheet: FactSheet
    planned_minutes: int = Field(ge=5, le=120)
    clock: ClockKind = ClockKind.SPEAKING
    seed: int = 0
    turns: tuple[Turn, ...] = ()
    ended: EndReason | None = None
    questions: QuestionList | None = None
    started_at: datetime | None = None
    provenance: Provenance | None = None

    @property
    def state(self) -> TurnState:
        """The state after the last turn."""
        for turn in reversed(self.turns):
            if turn.state is not None:
                return turn.state
        return TurnState()

    def as_transcript(self) -> Transcript:
        """The turns as a transcript for feedback."""
        spoken = tuple(TranscriptTurn(speaker=t.speaker, text=t.text, at_s=t.at_s) for t in self.turns)
        return Transcript(occupation=self.occupation_title, planned_minutes=self.planned_minutes, turns=spoken)


# --- feedback -------------------------------------------------------------------------------------


class TranscriptTurn(Record):
    """One utterance of any transcript; `at_s` is None where no time is known."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    speaker: Speaker
    text: str = ""
    at_s: float | None = Field(default=None, allow_inf_nan=False)


class Transcript(Record):
    """A conversation to give feedback on, ours or from elsewhere (shape of `command-line.md`; unknown keys are passed over)."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    occupation: str = ""
    planned_minutes: int | None = Field(default=None, ge=1, le=600)
    turns: tuple[TranscriptTurn, ...]


class Measures(Record):
    """What is counted without an engine. Shares lie between 0 and 1; None where there is nothing to divide by or no time is known.

    `talk_share`: interviewer's words / all words; `questions`: substantive questions; `open_share` and `follow_up_share`: of those;
    `overrun_s`: seconds from planned end to the start of the last turn (negative: ended early).
    """

    turns: int = 0
    interviewer_turns: int = 0
    interviewer_words: int = 0
    career_model_words: int = 0
    talk_share: float | None = None
    questions: int = 0
    open_share: float | None = None
    follow_up_share: float | None = None
    longest_turn_words: int = 0
    interruptions: int = 0
    courtesy_per_turn: float | None = None
    topics: tuple[Topic, ...] = ()
    duration_s: float | None = None
    overrun_s: float | None = None
    thanks: bool = False
    referral_asked: bool = False


class Finding(Record):
    """A fault or a strength with its evidence: `id` as in the labelling rules, `turn` counts from 1, `quote` verbatim in that turn.

    A fault of omission (no thanks anywhere) has no words to quote: then `turn` is None and `quote` empty. `better` is for faults.
    """

    id: Text
    turn: int | None = None
    quote: str = ""
    explanation: str = ""
    better: str = ""
    how: Literal["rule", "engine"] = "rule"


class Criterion(Record):
    """One dimension of the rubric (pedagogy 1.4), judged with its evidence; `score` 1 to 5, None where it was not observed."""

    id: Text
    title: str = ""
    turn: int | None = None
    quote: str = ""
    explanation: str = ""
    verdict: Verdict
    score: int | None = Field(default=None, ge=1, le=5)
    how: Literal["rule", "engine"] = "rule"


class Judgement(Record):
    """One narrow yes/no judgement as an engine writes it: the quote first, then why, then the verdict; an empty quote goes with `not_shown`."""

    quote: str = ""
    explanation: str = ""
    verdict: Verdict


class Rewording(Record):
    """A better wording of one sentence of the learner's."""

    text: Text


class Feedback(Record):
    """What the coach says about one conversation: at most two strengths and one priority first, all else as evidence behind it.

    `judged` is false where there was too little to judge; `why_not` says why and what to do. `dropped_quotes` counts findings whose quote was
    not verbatim. `disagreements` counts items on which an engine contradicted a rule (the rule stood).
    """

    judged: bool
    why_not: str = ""
    measures: Measures = Measures()
    faults: tuple[Finding, ...] = ()
    strengths: tuple[Finding, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    priority: Finding | None = None
    notices: tuple[str, ...] = ()
    dropped_quotes: int = 0
    disagreements: int = 0
    provenance: Provenance | None = None


# --- the state of the machine ---------------------------------------------------------------------


class Check(Record):
    """One line of `coach doctor`: what was looked at, whether it is well, and the step that mends it."""

    name: Text
    ok: bool
    detail: str = ""
    mend: str = ""


class LibrarySource(Record):
    """One source of occupation material as it is indexed."""

    name: Text
    version: str = ""
    licence: str = ""
    attribution: str = ""
    occupations: int = 0
    passages: int = 0
    titles: int = 0


class LibraryStatus(Record):
    """What the library holds, with which embedding and which vector store."""

    sources: tuple[LibrarySource, ...]
    embedding: str
    backend: str


class Preparation(Record):
    """A learner's preparation of one meeting, kept in the store: notes, dossier, questions and the rehearsals that belong to it."""

    id: Text
    title: str
    note: Note
    dossier: Dossier | None = None
    questions: QuestionList | None = None
    updated_at: datetime | None = None
