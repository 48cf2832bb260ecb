"""Transcripts read from JSON, in the shape of the command line."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from coach.documents.decoding import decode_text
from coach.errors import InputRejected
from coach.records import Transcript

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
