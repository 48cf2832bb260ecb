"""Transcripts: read from JSON (shape of the command line), and a rehearsal written as Markdown or JSON to take along."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from coach.documents.decoding import decode_text
from coach.errors import InputRejected
from coach.records import Feedback, Finding, Rehearsal, Speaker, Transcript

_SHAPE = 'Give {"occupation": ..., "planned_minutes": ..., "turns": [{"speaker": "interviewer" or "career_model", "text": ..., "at_s": ...}]}.'


def is_json(raw: bytes) -> bool:
    """Whether these bytes are meant as JSON, well formed or not: text with "[00:12]" before its lines is not."""
    start = raw.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") or (start.startswith(b"[") and start[1:].lstrip()[:1] in {b"{", b"]"})


def read_transcripts(raw: bytes) -> tuple[Transcript, ...]:
    """The transcripts in these bytes: one JSON object, a list of them, or one a line. Raises `InputRejected`."""
    text = decode_text(raw).strip()
    try:
        values: list[Any] = _as_list(json.loads(text))
    except ValueError:
        values = [_load_line(line) for line in text.splitlines() if line.strip()]
    if not values:
        raise InputRejected("There is no transcript in this file.", mend=_SHAPE)
    return tuple(_as_transcript(value) for value in values)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _load_line(line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise InputRejected("This is not a transcript in JSON.", mend=_SHAPE) from error


def _as_transcript(value: Any) -> Transcript:
    try:
        return Transcript.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the transcript"
        raise InputRejected(f"The transcript does not fit at {where}: {first['msg'].lower()}.", mend=_SHAPE) from error


def write_rehearsal(rehearsal: Rehearsal, feedback: Feedback | None, *, to: Path) -> None:
    """Write a rehearsal and its feedback to a file, .md for people or .json for programs. Raises `InputRejected` on another ending."""
    writers = {".md": write_markdown, ".json": write_json}
    writer = writers.get(to.suffix.lower())
    if writer is None:
        raise InputRejected(f"A rehearsal cannot be written as {to.suffix or 'a file without ending'}.", mend="Choose a name ending in .md or .json.")
    try:
        to.write_text(writer(rehearsal, feedback), encoding="utf-8")
    except OSError as error:
        raise InputRejected(f"The file {to.name} cannot be written.", mend="Choose another folder, or free some space.") from error


def write_markdown(rehearsal: Rehearsal, feedback: Feedback | None) -> str:
    """The rehearsal and its feedback as Markdown, with the engine and digests that made them."""
    person = rehearsal.career_model
    lines = [
        f"# Rehearsal with {person.name}, {person.role}",
        "",
        f"An invented person, made from occupation material ({rehearsal.occupation_title}). Planned: {rehearsal.planned_minutes} minutes.",
        "",
    ]
    for turn in rehearsal.turns:
        who = "You" if turn.speaker is Speaker.INTERVIEWER else person.name
        minutes, seconds = divmod(int(turn.at_s), 60)
        lines += [f"**{who}** ({minutes}:{seconds:02d}): {turn.text or '(silence)'}", ""]
    if feedback is not None:
        lines += _feedback_lines(feedback)
    return "\n".join(lines).rstrip() + "\n"


def write_json(rehearsal: Rehearsal, feedback: Feedback | None) -> str:
    """The transcript in the shape that `coach feedback` reads, with the rehearsal's id, how it ended and its feedback."""
    shape = rehearsal.as_transcript().model_dump(mode="json")
    more = {"id": rehearsal.id, "ended": rehearsal.ended, "feedback": feedback.model_dump(mode="json") if feedback else None}
    return json.dumps({**shape, **more}, ensure_ascii=False, indent=1) + "\n"


def _feedback_lines(feedback: Feedback) -> list[str]:
    if not feedback.judged:
        return ["## Feedback", "", f"Not judged. {feedback.why_not}"]
    lines = ["## Feedback", ""]
    lines += [f"- Went well: {_line(finding)}" for finding in feedback.strengths[:2]]
    if feedback.priority:
        lines.append(f"- Work on next: {_line(feedback.priority)}")
    lines += ["", "## All evidence", ""]
    lines += [f"- {_line(finding)}" for finding in (*feedback.faults, *feedback.strengths[2:])]
    if feedback.provenance:
        made = feedback.provenance
        lines += ["", f"Made by {made.engine}; rubric {made.rubric_digest or 'none'}; corpus {made.corpus_digest or 'none'}."]
    return lines


def _line(finding: Finding) -> str:
    quote = f' "{finding.quote}" (turn {finding.turn}).' if finding.quote else ""
    better = f' You could say: "{finding.better}"' if finding.better else ""
    return f"{finding.title}. {finding.explanation}{quote}{better}"
