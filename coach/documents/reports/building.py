"""What a report of a rehearsal says, block by block, whatever file it becomes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from coach.records import Criterion, Feedback, Finding, Record, Rehearsal, Speaker


class Block(Record):
    """One piece of a report: a heading, a paragraph, an item of a list with its first words, a turn with who said it and when, or small print."""

    kind: Literal["heading", "text", "item", "turn", "small"]
    text: str
    first: str = ""
    when: str = ""


class Report(Record):
    """A report ready to be written."""

    title: str
    about: str
    blocks: tuple[Block, ...]


def build_report(rehearsal: Rehearsal, feedback: Feedback | None) -> Report:
    """The feedback first, then the talk, and what made it in small print."""
    person = rehearsal.career_model
    blocks = (*(_tell_feedback(feedback, scored=rehearsal.scored) if feedback else ()), *_tell_talk(rehearsal), *(_tell_origin(feedback) if feedback else ()))
    about = f"An invented person, made from occupation material ({rehearsal.occupation_title}). Planned: {rehearsal.planned_minutes} minutes."
    return Report(title=f"Rehearsal with {person.name}, {person.role}", about=about, blocks=blocks)


def _tell_feedback(feedback: Feedback, *, scored: bool) -> Iterator[Block]:
    yield Block(kind="heading", text="Feedback")
    if not feedback.judged:
        yield Block(kind="text", text=f"Not judged. {feedback.why_not}")
        return
    for finding in feedback.strengths[:2]:
        yield _item("Went well", finding)
    if feedback.priority:
        yield _item("Work on next", feedback.priority)
    rest = (*feedback.faults, *feedback.strengths[2:])
    if rest:
        yield Block(kind="heading", text="All evidence")
    for finding in rest:
        yield _item(finding.title, finding, named=True)
    yield Block(kind="heading", text="Criterion by criterion")
    for criterion in feedback.criteria:
        yield Block(kind="item", first=f"{criterion.title}: {criterion.say_mark(scored=scored)}", text=_evidence(criterion))


def _item(first: str, finding: Finding, *, named: bool = False) -> Block:
    better = f" You could say: \u201c{finding.better}\u201d" if finding.better else ""
    return Block(kind="item", first=first, text=f"{'' if named else f'{finding.title}. '}{_evidence(finding)}{better}")


def _evidence(of: Finding | Criterion) -> str:
    return f"{of.explanation} \u201c{of.quote}\u201d (turn {of.turn})." if of.quote else of.explanation


def _tell_talk(rehearsal: Rehearsal) -> Iterator[Block]:
    yield Block(kind="heading", text="The talk")
    for turn in rehearsal.turns:
        minutes, seconds = divmod(int(turn.at_s), 60)
        who = "You" if turn.speaker is Speaker.INTERVIEWER else rehearsal.career_model.name
        yield Block(kind="turn", first=who, when=f"{minutes}:{seconds:02d}", text=turn.text or "(silence)")


def _tell_origin(feedback: Feedback) -> Iterator[Block]:
    made = feedback.provenance
    if made:
        model = f" ({made.model_name})" if made.model_name else ""
        parts = (
            f"Made by {made.engine}{model}",
            f"prompt {made.prompt_name} {made.prompt_digest}",
            f"rubric {made.rubric_digest or 'none'}",
            f"corpus {made.corpus_digest or 'none'}",
        )
        yield Block(kind="small", text="; ".join(parts) + ".")
