"""The rehearsal: the career model, the turns, what code knows after each, and any transcript."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from pydantic import ConfigDict, Field, model_validator

from coach.records.notes import Provenance
from coach.records.occupations import Passage, PrivateFact
from coach.records.questions import QuestionList
from coach.records.words import ClockKind, Mode, Phase, Record, Speaker, Style, Text, Topic


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
    follow_ups: dict[Topic, int] = {}  # noqa: RUF012  (pydantic copies it)
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


class Usage(Record):
    """What language-model calls took: how many they were, tokens sent and received, `estimated` where the encoding was not at hand."""

    calls: int = Field(default=0, ge=0)
    tokens_in: int = Field(default=0, ge=0)
    tokens_out: int = Field(default=0, ge=0)
    estimated: bool = False


class Utterance(Record):
    """What a learner said, with the seconds of the meeting from which to which they spoke: typed words have no times of their own, transcribed ones do."""

    text: str
    started_s: float | None = Field(default=None, ge=0)
    ended_s: float | None = Field(default=None, ge=0)


class Turn(Record):
    """One utterance; `n` counts from 1, `at_s` is the second of the meeting at which it starts, `disclosed` the private facts told in it.

    `engine` names who wrote a career model's turn ("" for the learner), `usage` what it took where that was a language model.
    """

    n: int = Field(ge=1)
    speaker: Speaker
    text: str
    at_s: float = 0.0
    disclosed: tuple[str, ...] = ()
    state: TurnState | None = None
    engine: str = ""
    usage: Usage | None = None

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
            f"Manner: {self.style}. {self.rules} {mood} Say between {self.min_words} and {self.max_words} words. About {self.minutes_left} minutes of the "
            "agreed "
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
        return " ".join(words[:RECALLED_WORDS]) + (" ..." if len(words) > RECALLED_WORDS else "")


RECALLED_WORDS = 8
"""Words of an earlier reply that stand in a recap."""


class Recap(Record):
    """All replies of the career model so far; in a prompt the first `shown` by their beginnings, since the later ones stand there word for word.

    Lines are only ever added at the end, so that the beginning of a prompt stays the same from turn to turn.
    """

    said: tuple[Said, ...] = ()
    shown: int = Field(default=0, ge=0)

    def as_text(self) -> str:
        """One line a reply."""
        return "\n".join(item.as_text() for item in self.said[: self.shown]) or "(the talk has only just begun)"


class Background(Record):
    """Occupation material for one reply, the best first; in a prompt the first `SHOWN_PASSAGES`, without the ids that nobody is to say."""

    passages: tuple[Passage, ...] = ()

    def as_text(self) -> str:
        """One line a passage."""
        return "\n".join(f"({passage.topic or 'general'}) {passage.text}" for passage in self.passages[:SHOWN_PASSAGES]) or "(none)"


SHOWN_PASSAGES = 3
"""Passages that a language model is shown for one reply of at most a hundred words."""


class MissedFact(Record):
    """A private fact that stayed untold, and the kind of question that would have opened it."""

    fact: PrivateFact
    how: Text


class Disclosure(Record):
    """What a rehearsal brought to light and what it left: told facts, missed ones with what would have opened them, and how many there were."""

    told: tuple[PrivateFact, ...] = ()
    missed: tuple[MissedFact, ...] = ()
    total: int = 0


class Hint(Record):
    """Something the learner could say next: `text` says what, `question` is one of the list put into their mouth, empty where none fits."""

    text: Text
    question: str = ""


class PhaseTime(Record):
    """One phase of a meeting: how many minutes it is given, how many it took so far, and whether it is going on."""

    phase: Phase
    minutes: float = Field(ge=0)
    spent: float = Field(default=0.0, ge=0)
    now: bool = False


class Attempt(Record):
    """One way a talk went on from a moment that was tried more than once: the turns from there, and what came of them.

    `told` are the private facts told after the moment, `told_in_all` those of the whole talk, `patience` how much of it was left (0 to 10).
    """

    rehearsal_id: Text
    turns: tuple[Turn, ...] = ()
    told: tuple[PrivateFact, ...] = ()
    told_in_all: int = 0
    patience: float = 0.0
    ended: EndReason | None = None


class Comparison(Record):
    """A moment and the ways the talk went on from it, the first try first; `at` is the number of the turn that differs."""

    at: int = Field(ge=1)
    before: tuple[Turn, ...] = ()
    attempts: tuple[Attempt, ...] = ()


class Rehearsal(Record):
    """One mock interview with everything needed to go on with it; turns are in order.

    `scored` is false where the learner wants no scores. A rehearsal that tries a moment of another one again names it in `branch_of`, and in `branched_at` the number of
    the turn from which on it is its own. `paused_at` is set while the wall clock stands still, `paused_s` are the seconds it has stood still so far.
    """

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
    mode: Mode = Mode.PRACTICE
    scored: bool = True
    branch_of: str = ""
    branched_at: int = Field(default=0, ge=0)
    paused_at: datetime | None = None
    paused_s: float = Field(default=0.0, ge=0)

    @property
    def state(self) -> TurnState:
        """The state after the last turn."""
        for turn in reversed(self.turns):
            if turn.state is not None:
                return turn.state
        return TurnState()

    @property
    def reply_is_due(self) -> bool:
        """Whether the learner spoke last and waits for an answer."""
        return bool(self.turns) and self.turns[-1].speaker is Speaker.INTERVIEWER

    def as_transcript(self) -> Transcript:
        """The turns as a transcript for feedback."""
        spoken = tuple(TranscriptTurn(speaker=t.speaker, text=t.text, at_s=t.at_s) for t in self.turns)
        return Transcript(occupation=self.occupation_title, planned_minutes=self.planned_minutes, turns=spoken)
