"""The base of every record, and the words by which everything else is sorted."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(min_length=1)]
"""A text that is not empty."""


class Record(BaseModel):
    """A frozen value; unknown keys are refused, so that a misspelt field is an error and not a loss."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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


class Mode(StrEnum):
    """How a rehearsal is practised: with hints and the prepared questions at hand, or with nothing beside the talk, as in a real meeting."""

    PRACTICE = "practice"
    REAL = "real"


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
