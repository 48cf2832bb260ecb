"""The JSON shapes of the command line, kept stable: records in, plain values out."""

from __future__ import annotations

from typing import Any

from coach.records import Comparison, Dossier, Feedback, OccupationMatch, Passage, Preparation, QuestionList, Rehearsal, Source, Span, Turn, Usage

Shape = dict[str, Any]


def shape_matches(query: str, matches: tuple[OccupationMatch, ...]) -> Shape:
    """One line of `coach occupations`."""
    return {"query": query, "matches": [match.model_dump(mode="json") for match in matches]}


def shape_passage(passage: Passage) -> Shape:
    """One passage of `coach passages`."""
    return {
        "id": passage.id,
        "text": passage.text,
        "topic": passage.topic,
        "source": _shape_source(passage.source),
        "score": round(passage.score, 4),
    }


def _shape_source(source: Source) -> Shape:
    retrieved = source.retrieved.isoformat() if source.retrieved else None
    return {"id": source.id, "title": source.title, "url": source.url, "licence": source.licence, "retrieved": retrieved}


def _shape_span(span: Span) -> Shape:
    return {"text": span.text, "line": span.line, "start": span.start, "end": span.end}


def shape_dossier(dossier: Dossier) -> Shape:
    """`coach dossier`."""
    occupation = dossier.occupation
    return {
        "person": dossier.person.model_dump(),
        "organisation": dossier.organisation.model_dump(),
        "occupation": {
            "code": occupation.code,
            "title": occupation.title,
            "sure": occupation.sure,
            "candidates": [match.model_dump(mode="json") for match in occupation.candidates],
        },
        "meeting": {"time": dossier.meeting_time, "purpose": dossier.meeting_purpose},
        "facts": [
            {
                "id": fact.id,
                "text": fact.text,
                "about": fact.about,
                "key": fact.key,
                "source": {"line": fact.source.line, "span": fact.source.text, "start": fact.source.start, "end": fact.source.end},
            }
            for fact in dossier.facts
        ],
        "path": [
            {
                "when": step.when,
                "text": step.text,
                "source": {"line": step.source.line, "span": step.source.text, "start": step.source.start, "end": step.source.end},
            }
            for step in dossier.path
        ],
        "gaps": [gap.model_dump() for gap in dossier.gaps],
        "contradictions": [
            {"about": item.about, "key": item.key, "explanation": item.explanation, "spans": [_shape_span(span) for span in item.spans]}
            for item in dossier.contradictions
        ],
        "sensitive": [_shape_span(span) for span in dossier.sensitive],
        "other_people": list(dossier.other_people),
        "warnings": list(dossier.warnings),
        "provenance": _shape_provenance(dossier),
    }


def shape_questions(questions: QuestionList) -> Shape:
    """`coach questions`."""
    return {
        "general": questions.general,
        "minutes": questions.minutes,
        "questions": [question.model_dump(mode="json") for question in questions.questions],
        "look_up_first": [item.model_dump(mode="json") for item in questions.look_up_first],
        "notices": list(questions.notices),
        "provenance": _shape_provenance(questions),
    }


def shape_prepared(preparation: Preparation) -> Shape:
    """`coach question ...`, and `coach questions --keep`: the list in the shape of `coach questions`, and the id of the preparation."""
    return {"preparation": preparation.id, **shape_questions(preparation.questions or QuestionList(general=False, minutes=30, questions=()))}


def shape_career_model(rehearsal: Rehearsal) -> Shape:
    """The first line of `coach rehearse`."""
    person = rehearsal.career_model
    return {
        "event": "career_model",
        "rehearsal": rehearsal.id,
        "name": person.name,
        "employer": person.employer,
        "role": person.role,
        "years": person.years,
        "training": person.training,
        "style": person.style,
        "occupation": rehearsal.occupation_title,
        "notice": "An invented person, made from occupation material. Not the person in your notes.",
    }


def shape_fact_sheet(rehearsal: Rehearsal) -> Shape:
    """The line that `--reveal` adds."""
    return {"event": "fact_sheet", "facts": [fact.model_dump(mode="json", exclude={"origin"}) for fact in rehearsal.fact_sheet.facts]}


def shape_turn(rehearsal: Rehearsal, turn: Turn) -> Shape:
    """One turn of `coach rehearse`."""
    state = turn.state or rehearsal.state
    return {
        "event": "turn",
        "n": turn.n,
        "speaker": turn.speaker,
        "text": turn.text,
        "at_s": round(turn.at_s, 1),
        "phase": state.phase,
        "disclosed": list(turn.disclosed),
        "patience": round(state.patience, 2),
        "remaining_s": round(max(0.0, rehearsal.planned_minutes * 60 + state.extended_s - state.elapsed_s), 1),
    }


def shape_comparison(comparison: Comparison) -> Shape:
    """`coach compare`."""
    return {
        "at": comparison.at,
        "attempts": [
            {
                "rehearsal": attempt.rehearsal_id,
                "turns": [{"n": turn.n, "speaker": turn.speaker, "text": turn.text, "disclosed": list(turn.disclosed)} for turn in attempt.turns],
                "told": [fact.id for fact in attempt.told],
                "told_in_all": attempt.told_in_all,
                "patience": round(attempt.patience, 2),
                "reason": attempt.ended or "not_ended",
            }
            for attempt in comparison.attempts
        ],
    }


def shape_end(rehearsal: Rehearsal, *, usage: Usage | None = None, cost: float | None = None) -> Shape:
    """The end line of `coach rehearse`; `usage` is what a language model took, `cost` what that is by the prices of the settings."""
    told = len(set(rehearsal.state.told))
    total = len(rehearsal.fact_sheet.facts)
    shape: Shape = {"event": "end", "reason": rehearsal.ended or "not_ended", "coverage": {"told": told, "total": total}}
    if usage is not None:
        shape["usage"] = {**usage.model_dump(), "cost": cost}
    return shape


def shape_feedback(feedback: Feedback) -> Shape:
    """`coach feedback`."""
    shape: Shape = feedback.model_dump(mode="json")
    shape["priority"] = shape["priority"] or {}
    shape["provenance"] = shape["provenance"] or {}
    return shape


def _shape_provenance(record: Dossier | QuestionList) -> Shape:
    return record.provenance.model_dump(mode="json") if record.provenance else {}
