"""Feedback: measures, findings, criteria."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from coach.records.notes import Provenance
from coach.records.words import Record, Text, Topic, Verdict


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

    A fault of omission (no thanks anywhere) has no words to quote: then `turn` is None and `quote` empty. `title` names it for the learner; `better` is for faults.
    """

    id: Text
    title: str = ""
    turn: int | None = None
    quote: str = ""
    explanation: str = ""
    better: str = ""
    how: Literal["rule", "engine"] = "rule"


class Criterion(Record):
    """One dimension of the rubric (pedagogy 1.4), judged with its evidence; `score` 1 to 5, None where it was not observed.

    `missed` where an engine should have been asked as well and could not be: that one item can be asked again.
    """

    id: Text
    title: str = ""
    turn: int | None = None
    quote: str = ""
    explanation: str = ""
    verdict: Verdict
    score: int | None = Field(default=None, ge=1, le=5)
    how: Literal["rule", "engine"] = "rule"
    missed: bool = False

    def say_mark(self, *, scored: bool) -> str:
        """What it came to in a few words; without scores no number."""
        if self.score is None:
            return "comes later" if self.verdict is Verdict.NOT_APPLICABLE else "not observed"
        if scored:
            return f"{self.score} of 5"
        return "well done" if self.verdict is Verdict.MET else "to work on"

    def as_text(self) -> str:
        """Only the words that may matter: an engine that judges beside the rules is not told what they found."""
        return f'"{self.quote}"' if self.quote else "(none)"


class Judgement(Record):
    """One narrow yes/no judgement as an engine writes it: the quote first, then why, then the verdict; the quote is empty where the learner nowhere did it, or where nothing can be told."""

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
