"""The sheet to take along: one page for the hand during the meeting."""

from __future__ import annotations

from pydantic import Field

from coach.records.words import Phase, Record, Text


class SheetPhase(Record):
    """One phase of the meeting: it begins `starts` minutes after the greeting and lasts `minutes`; `questions` are to be asked in this order, none in the opening and the close."""

    phase: Phase
    title: Text
    starts: float = Field(ge=0)
    minutes: float = Field(gt=0)
    questions: tuple[Text, ...] = ()


class SheetLookUp(Record):
    """Something to read before the meeting instead of asking it, and where it stands."""

    text: Text
    where: Text


class Sheet(Record):
    """All that a learner holds in the hand during the talk, as plain text in the order in which it is needed; every writer prints the same.

    `title` names the person or, unknown, the talk; `about` their role and employer. `when`, `where` and `about` are empty where nothing is known, to be filled in by hand.
    `opening` are sentences to be said aloud, with a blank for the learner's name. `phases` cover all `minutes` without a gap. `notices` say what was left off.
    """

    title: Text
    about: str = ""
    when: str = ""
    where: str = ""
    minutes: int = Field(ge=5, le=120)
    goals: tuple[Text, ...]
    look_up_first: tuple[SheetLookUp, ...] = ()
    opening: tuple[Text, ...]
    phases: tuple[SheetPhase, ...]
    checklist: tuple[Text, ...]
    notices: tuple[Text, ...] = ()
