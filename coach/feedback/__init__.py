"""Feedback on professional manner: right, with evidence, one thing to do next, and never an invented judgement.

Rules decide what code can decide, alike for every engine. The engine is asked a few narrow yes/no questions and for better wordings; what it says is
checked, and where it fails the rules' own result stands.
"""

from __future__ import annotations

from coach.engines import Engine
from coach.feedback.criteria import judge_criteria
from coach.feedback.judgeable import find_why_not
from coach.feedback.measures import measure_transcript
from coach.feedback.rubric import get_rubric
from coach.feedback.wording import choose_priority, explain_faults, explain_strengths
from coach.manner.faults import find_faults
from coach.manner.reading import read_transcript
from coach.manner.strengths import find_strengths
from coach.prompts import get_prompt
from coach.records import Feedback, Provenance, Transcript

__all__ = ["give_feedback"]

JUDGE = "feedback/judge"


def give_feedback(transcript: Transcript, engine: Engine, *, reserve: Engine) -> Feedback:
    """What can be said about the interviewer of this conversation, from the text alone.

    Every quote stands verbatim in its turn. Where there is too little to judge, `judged` is false and `why_not` says why and what to do. An engine that fails
    costs a notice, never the feedback. `reserve` is the engine whose wordings stand where those of `engine` fail the checks.
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
    judged = judge_criteria(reading, measures, faults, engine)
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
