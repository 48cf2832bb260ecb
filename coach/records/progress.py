"""Progress: confidence check-ins, conversations brought in from elsewhere, and what practice came to over time."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from coach.records.feedback import Feedback
from coach.records.rehearsal import Transcript
from coach.records.words import Record, Text

Rating = Annotated[int, Field(ge=0, le=10)]
"""0 cannot do at all, 5 moderately sure, 10 completely sure (pedagogy 2.2)."""

SelfRating = Annotated[int, Field(ge=1, le=5)]
"""How well one thing went, by the learner's own view: 1 not yet, 5 very well."""


class CheckIn(Record):
    """One confidence check-in: twelve ratings in the order of the items; `looking_back` where the learner rates how sure they were before they began."""

    id: Text
    made_at: datetime
    ratings: Annotated[tuple[Rating, ...], Field(min_length=12, max_length=12)]
    looking_back: bool = False


class Conversation(Record):
    """A conversation brought in from elsewhere with the feedback on it; `real` where it was held with a person, who agreed to that."""

    id: Text
    made_at: datetime
    title: str = ""
    real: bool = False
    transcript: Transcript
    feedback: Feedback


class SelfView(Record):
    """The learner's own ratings of a rehearsal, given before the coach's view is shown: ids of the rubric's dimensions, each 1 to 5."""

    ratings: dict[str, SelfRating]


class Point(Record):
    """One value at one time. `older` where it was judged by another rubric than today's: it is shown, and left out of what is said about the change."""

    at: datetime
    value: float
    of: str = ""
    older: bool = False


class Trend(Record):
    """One thing over time, oldest first; `lowest` and `highest` are the ends of its scale, `says` what the change comes to in words."""

    id: Text
    title: Text
    points: tuple[Point, ...] = ()
    lowest: float = 0.0
    highest: float = 1.0
    says: str = ""


class Progress(Record):
    """What practice came to: never one score. `next_step` is one thing to do outside this program, empty where there is none to name."""

    rehearsals: int = Field(default=0, ge=0)
    conversations: int = Field(default=0, ge=0)
    criteria: tuple[Trend, ...] = ()
    behaviour: tuple[Trend, ...] = ()
    confidence: tuple[Trend, ...] = ()
    check_in_due: bool = False
    next_check_in: datetime | None = None
    next_step: str = ""
    notices: tuple[str, ...] = ()
