"""Feedback on professional manner: right, with evidence, one thing to do next, and never an invented judgement.

Rules decide what code can decide, alike for every engine. The engine is asked a few narrow yes/no questions and for better wordings; what it says is
checked, and where it fails the rules' own result stands.
"""

from __future__ import annotations

from coach.engines import Engine
from coach.feedback.criteria import Told, judge_criteria, judge_one, no_one
from coach.feedback.judgeable import find_why_not
from coach.feedback.measures import measure_transcript
from coach.feedback.rubric import get_rubric
from coach.feedback.wording import choose_priority, explain_faults, explain_strengths
from coach.manner.faults import find_faults
from coach.manner.reading import read_transcript
from coach.manner.strengths import find_strengths
from coach.prompts import get_prompt
from coach.records import Feedback, Provenance, Transcript

__all__ = ["Told", "give_feedback", "judge_again", "no_one"]

JUDGE = "feedback/judge"


def give_feedback(transcript: Transcript, engine: Engine, *, reserve: Engine, told: Told = no_one) -> Feedback:
    """What can be said about the interviewer of this conversation, from the text alone.

    Every quote stands verbatim in its turn. Where there is too little to judge, `judged` is false and `why_not` says why and what to do. An engine that fails
    costs a notice, never the feedback. `reserve` is the engine whose wordings stand where those of `engine` fail the checks. `told` hears how many of the
    engine's items are done.
    """
    card = engine.card
    provenance = Provenance(
        engine=card.name, model_name=card.model_name, prompt_name=JUDGE, prompt_digest=get_prompt(JUDGE).digest, rubric_digest=get_rubric().digest
    )
    reading = read_transcript(transcript)
    measures = measure_transcript(reading)
    why_not = find_why_not(reading)
    if why_not:
        return Feedback(judged=False, why_not=why_not, measures=measures, provenance=provenance)
    faults = find_faults(reading)
    strengths = find_strengths(reading, faults)
    explained = explain_faults(reading, faults, engine, reserve=reserve)
    judged = judge_criteria(reading, measures, faults, engine, told=told)
    return Feedback(
        judged=True,
        measures=measures,
        faults=explained.findings,
        strengths=explain_strengths(strengths),
        criteria=judged.criteria,
        priority=choose_priority(explained.findings, judged.criteria),
        notices=tuple(dict.fromkeys((*judged.notices, *explained.notices))),
        dropped_quotes=judged.dropped_quotes,
        disagreements=judged.disagreements,
        provenance=provenance,
    )


def judge_again(feedback: Feedback, transcript: Transcript, criterion_id: str, engine: Engine) -> Feedback:
    """The feedback with one criterion judged anew, and everything else as it was; its notice goes where the engine answers this time."""
    reading = read_transcript(transcript)
    judged = judge_one(criterion_id, reading, feedback.measures, find_faults(reading), engine)
    [new] = judged.criteria
    kept = tuple(notice for notice in feedback.notices if not notice.startswith(f"{new.title} was judged by the rules alone"))
    return feedback.model_copy(
        update={
            "criteria": tuple(new if old.id == criterion_id else old for old in feedback.criteria),
            "notices": (*kept, *judged.notices),
            "dropped_quotes": feedback.dropped_quotes + judged.dropped_quotes,
            "disagreements": feedback.disagreements + judged.disagreements,
        }
    )
