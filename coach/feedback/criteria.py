"""The thirteen criteria: the rules' candidate for each, and where the rubric asks for it, an engine's narrow yes or no beside it."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from multiprocessing.pool import ThreadPool

from coach.engines import Engine
from coach.errors import CoachError
from coach.feedback.rubric import Dimension, get_rubric
from coach.feedback.scoring import SCORES, Evidence
from coach.manner.reading import Reading
from coach.manner.strays import find_stray
from coach.prompts import render
from coach.records import Criterion, Finding, Judgement, Measures, Record, Verdict

MET_FROM = 3
"""The score from which a criterion counts as met; the anchors call 3 the middle."""

NOTE = "The thank-you note is written after the meeting and is not part of it."
LONGEST_TRANSCRIPT = 24_000
"""Characters of a transcript shown to an engine; the beginning and the end are kept."""


SIDE_BY_SIDE = 4
"""Items asked of an engine at the same time."""
Told = Callable[[int, int], object]
"""Hears how many items are done, and of how many."""


def no_one(_done: int, _of: int) -> None:
    """Hears and says nothing."""


class Judged(Record):
    """All criteria in order, with what was dropped or contradicted on the way."""

    criteria: tuple[Criterion, ...]
    notices: tuple[str, ...] = ()
    dropped_quotes: int = 0
    disagreements: int = 0


class _Answer(Record):
    """What an engine said to one item, or what kept it from saying it."""

    said: Judgement | None = None
    failed: str = ""


def judge_criteria(reading: Reading, measures: Measures, faults: tuple[Finding, ...], engine: Engine, *, told: Told = no_one) -> Judged:
    """Every criterion with verdict, quote and how it was determined. What an engine says counts only where rules left it open, and with a verbatim quote.

    The engine's items run side by side; `told` hears how many of them are done and how many there are.
    """
    evidence = Evidence(reading=reading, measures=measures, faults=faults)
    candidates = {dimension.id: find_candidate(dimension, evidence) for dimension in get_rubric().dimensions}
    asked = [dimension for dimension in get_rubric().dimensions if dimension.asks]
    text = _as_text(reading)
    answers: dict[str, _Answer] = {}
    with ThreadPool(min(SIDE_BY_SIDE, len(asked))) as pool:
        for done, (name, answer) in enumerate(pool.imap_unordered(lambda one: (one.id, _ask(one, candidates[one.id], text, engine)), asked), start=1):
            answers[name] = answer
            told(done, len(asked))
    judged = Judged(criteria=())
    for dimension in get_rubric().dimensions:
        judged = _settle(judged, candidates[dimension.id], answers.get(dimension.id), reading)
    return judged


def judge_one(criterion_id: str, reading: Reading, measures: Measures, faults: tuple[Finding, ...], engine: Engine) -> Judged:
    """One criterion by itself, once more. Raises KeyError where the rubric has none of that id."""
    dimension = {one.id: one for one in get_rubric().dimensions}[criterion_id]
    candidate = find_candidate(dimension, Evidence(reading=reading, measures=measures, faults=faults))
    answer = _ask(dimension, candidate, _as_text(reading), engine) if dimension.asks else None
    return _settle(Judged(criteria=()), candidate, answer, reading)


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


def _ask(dimension: Dimension, candidate: Criterion, text: str, engine: Engine) -> _Answer:
    try:
        return _Answer(said=engine.draft(render("feedback/judge", question=dimension.asks, candidate=candidate, transcript=text), Judgement))
    except CoachError as error:
        return _Answer(failed=error.happened)


def _settle(judged: Judged, candidate: Criterion, answer: _Answer | None, reading: Reading) -> Judged:
    """What stands of a criterion when the rules' candidate and the engine's answer are laid side by side."""
    if answer is None:
        return _add(judged, candidate)
    said = answer.said
    if said is None:
        notice = f"{candidate.title} was judged by the rules alone: {answer.failed}"
        return _add(judged, candidate.model_copy(update={"missed": True})).model_copy(update={"notices": (*judged.notices, notice)})
    turn = find_turn(reading, said.quote)
    if said.quote and turn is None:
        return _add(judged, candidate).model_copy(update={"dropped_quotes": judged.dropped_quotes + 1})
    if candidate.verdict is not Verdict.NOT_SHOWN:
        differs = said.verdict not in {candidate.verdict, Verdict.NOT_SHOWN}
        if differs:
            logging.getLogger("coach").info("%s: the rules say %s, the engine %s; the rules stand", candidate.id, candidate.verdict, said.verdict)
        return _add(judged, candidate).model_copy(update={"disagreements": judged.disagreements + differs})
    if said.verdict is not Verdict.MET or turn is None or not _may_say(said.explanation):
        return _add(judged, candidate)
    found = {"turn": turn, "quote": said.quote, "explanation": said.explanation, "verdict": said.verdict, "score": 4, "how": "engine"}
    return _add(judged, candidate.model_copy(update=found))


_SAYS = re.compile(r"you(?:r|'ve|'d)?\b", re.IGNORECASE)
_PRAISES = re.compile(
    r"\b(?:excellent|outstanding|perfect(?:ly)?|brilliant|amazing|wonderful|fantastic|great|superb|exemplary|flawless|impressive|well done|proud)\b|[!?:{}<>]",
    re.IGNORECASE,
)
_LONGEST_EXPLANATION = 30


def _may_say(explanation: str) -> bool:
    """Whether an engine's explanation may be shown: one short sentence on what the learner did, said to them, without praise and without anything that strays."""
    short = 3 <= len(explanation.split()) <= _LONGEST_EXPLANATION
    return short and _SAYS.match(explanation) is not None and not _PRAISES.search(explanation) and not find_stray(explanation)


def _add(judged: Judged, criterion: Criterion) -> Judged:
    return judged.model_copy(update={"criteria": (*judged.criteria, criterion)})


def find_turn(reading: Reading, quote: str) -> int | None:
    """The learner's turn that holds this quote verbatim, or None."""
    return next((turn.n for turn in reading.learner if quote and quote in turn.text), None)


def _as_text(reading: Reading) -> str:
    text = "\n".join(f"{'LEARNER' if turn.learner else 'HOST'}: {turn.text}" for turn in reading.turns)
    half = LONGEST_TRANSCRIPT // 2
    return text if len(text) <= LONGEST_TRANSCRIPT else f"{text[:half]}\n(the middle is left out)\n{text[-half:]}"
