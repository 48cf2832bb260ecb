"""The thirteen criteria: the rules' candidate for each, and where the rubric asks for it, an engine's narrow yes or no beside it."""

from __future__ import annotations

from coach.engines import Engine
from coach.errors import CoachError
from coach.feedback.rubric import Dimension, get_rubric
from coach.feedback.scoring import SCORES, Evidence
from coach.manner.reading import Reading
from coach.prompts import render
from coach.records import Criterion, Finding, Judgement, Measures, Record, Verdict

MET_FROM = 3
"""The score from which a criterion counts as met; the anchors call 3 the middle."""

NOTE = "The thank-you note is written after the meeting and is not part of it."
LONGEST_TRANSCRIPT = 24_000
"""Characters of a transcript shown to an engine; the beginning and the end are kept."""


class Judged(Record):
    """All criteria in order, with what was dropped or contradicted on the way."""

    criteria: tuple[Criterion, ...]
    notices: tuple[str, ...] = ()
    dropped_quotes: int = 0
    disagreements: int = 0


def judge_criteria(reading: Reading, measures: Measures, faults: tuple[Finding, ...], engine: Engine) -> Judged:
    """Every criterion with verdict, quote and how it was determined. What an engine says counts only where rules left it open, and with a verbatim quote."""
    evidence = Evidence(reading=reading, measures=measures, faults=faults)
    judged = Judged(criteria=())
    for dimension in get_rubric().dimensions:
        candidate = find_candidate(dimension, evidence)
        if dimension.asks:
            judged = _ask(judged, dimension, candidate, reading, engine)
        else:
            judged = judged.model_copy(update={"criteria": (*judged.criteria, candidate)})
    return judged


def find_candidate(dimension: Dimension, evidence: Evidence) -> Criterion:
    """What the rules say about one dimension."""
    rule = SCORES.get(dimension.id)
    if rule is None:
        return Criterion(id=dimension.id, title=dimension.title, explanation=NOTE, verdict=Verdict.NOT_APPLICABLE)
    scored = rule(evidence)
    verdict = Verdict.NOT_SHOWN if scored.score is None else Verdict.MET if scored.score >= MET_FROM else Verdict.NOT_MET
    return Criterion(
        id=dimension.id, title=dimension.title, turn=scored.turn, quote=scored.quote, explanation=scored.explanation, verdict=verdict, score=scored.score
    )


def _ask(judged: Judged, dimension: Dimension, candidate: Criterion, reading: Reading, engine: Engine) -> Judged:
    prompt = render("feedback/judge", question=dimension.asks, candidate=candidate, transcript=_as_text(reading))
    try:
        said = engine.draft(prompt, Judgement)
    except CoachError as error:
        notice = f"{dimension.title} was judged by the rules alone: {error.happened}"
        return judged.model_copy(update={"criteria": (*judged.criteria, candidate), "notices": (*judged.notices, notice)})
    turn = find_turn(reading, said.quote)
    if said.quote and turn is None:
        return judged.model_copy(update={"criteria": (*judged.criteria, candidate), "dropped_quotes": judged.dropped_quotes + 1})
    if candidate.verdict is not Verdict.NOT_SHOWN:
        differs = said.verdict not in {candidate.verdict, Verdict.NOT_SHOWN}
        return judged.model_copy(update={"criteria": (*judged.criteria, candidate), "disagreements": judged.disagreements + differs})
    if said.verdict is not Verdict.MET or turn is None:
        return judged.model_copy(update={"criteria": (*judged.criteria, candidate)})
    found = candidate.model_copy(
        update={"turn": turn, "quote": said.quote, "explanation": said.explanation, "verdict": said.verdict, "score": 4, "how": "engine"}
    )
    return judged.model_copy(update={"criteria": (*judged.criteria, found)})


def find_turn(reading: Reading, quote: str) -> int | None:
    """The learner's turn that holds this quote verbatim, or None."""
    return next((turn.n for turn in reading.learner if quote and quote in turn.text), None)


def _as_text(reading: Reading) -> str:
    text = "\n".join(f"{'LEARNER' if turn.learner else 'HOST'}: {turn.text}" for turn in reading.turns)
    half = LONGEST_TRANSCRIPT // 2
    return text if len(text) <= LONGEST_TRANSCRIPT else f"{text[:half]}\n(the middle is left out)\n{text[-half:]}"
