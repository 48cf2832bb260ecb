"""Conversations written down elsewhere: plain text with speaker names, and WebVTT captions. What the speakers are called is not kept."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from coach.documents.decoding import decode_text
from coach.errors import InputRejected
from coach.records import Record, Speaker, Transcript, TranscriptTurn

MOST_TURNS = 3_000
_VTT = re.compile(r"^\ufeff?WEBVTT\b")
_CUE = re.compile(r"^(?P<start>(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3})\s+-->\s+(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}")
_VOICE = re.compile(r"<v(?:\.[^\s>]+)*\s+(?P<name>[^>]+)>")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<\d[^>]*>")
_STAMP = r"(?:\[|\()?(?P<at>(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d+)?)(?:\]|\))?"
_NAME = r"(?P<name>[^\W\d_](?:[\w .'’()/-]{0,38}[\w.)])?|[^\W\d_])"
_LINES = (
    re.compile(rf"^\s*{_STAMP}\s*[-–—]?\s*{_NAME}\s*:\s*(?P<text>.*)$"),
    re.compile(rf"^\s*(?P<name>[A-ZÀ-ÞĀĒĪŌŪ][\w.'’-]*(?: [A-ZÀ-ÞĀĒĪŌŪ0-9][\w.'’-]*){{0,3}})\s+{_STAMP}\s*:?\s*(?P<text>.*)$"),
    re.compile(rf"^\s*\**{_NAME}\**\s*:(?!\d\d)\**\s*(?P<text>.*)$"),
)
_NO_NAMES = frozenset(
    "note notes time date place present subject topic http https page transcript recording location duration style region kind language".split()
)
_LONGEST_NAME = 5
_SHAPE = "Write each turn on a line of its own as Name: what was said."


class Talk(Record):
    """A conversation as it was written down: who said what, in order, with the second at which it began where that is known."""

    speakers: tuple[str, ...]
    lines: tuple[tuple[str, str, float | None], ...]

    def as_transcript(self, *, learner: str, planned_minutes: int | None = None) -> Transcript:
        """The conversation with `learner` as the interviewer and everybody else as the other side. Raises `InputRejected` where nobody is called that."""
        me = next((name for name in self.speakers if name.casefold() == learner.strip().casefold()), None)
        if me is None:
            raise InputRejected("Nobody in this conversation is called that.", mend=f"Say which of these is you: {', '.join(self.speakers[:8])}.")
        turns = tuple(TranscriptTurn(speaker=Speaker.INTERVIEWER if name == me else Speaker.CAREER_MODEL, text=text, at_s=at) for name, text, at in self.lines)
        return Transcript(planned_minutes=planned_minutes, turns=turns)

    def guess_learner(self) -> str:
        """Who asks most of the questions, by the share of what they said."""
        asked = {name: [text.count("?") / max(1, len(text.split())) for who, text, _ in self.lines if who == name] for name in self.speakers}
        return max(self.speakers, key=lambda name: sum(asked[name]) / len(asked[name]))


def read_talk(raw: bytes) -> Talk:
    """The conversation in these bytes. Raises `InputRejected` where no two speakers can be told apart, or where it is far too long."""
    text = decode_text(raw)
    found = list(_merge(_read_vtt(text) if _VTT.match(text) else _read_lines(text)))
    speakers = tuple(dict.fromkeys(name for name, _, _ in found))
    if not found:
        raise InputRejected("No turns could be found in this text.", mend=_SHAPE)
    if len(speakers) < 2:
        raise InputRejected("Only one speaker could be found, and a talk has two.", mend=_SHAPE)
    if len(found) > MOST_TURNS:
        raise InputRejected(f"This has {len(found):,} turns, more than any one talk.", mend=f"Give one conversation of up to {MOST_TURNS:,} turns.")
    return Talk(speakers=speakers, lines=tuple(found))


def _read_vtt(text: str) -> Iterator[tuple[str, str, float | None]]:
    at: float | None = None
    speaker = ""
    for raw in text.splitlines():
        line = raw.strip()
        cue = _CUE.match(line)
        if cue:
            at = _seconds(cue["start"])
            continue
        if at is None or not line:
            at = at if line else None
            continue
        voice = _VOICE.search(line)
        said = html.unescape(_TAG.sub("", line)).strip()
        named = None if voice else _LINES[2].match(said)
        if voice:
            speaker = voice["name"].strip()
        elif named and _is_name(named["name"]):
            speaker, said = named["name"].strip(), named["text"].strip()
        if speaker and said:
            yield speaker, said, at


def _read_lines(text: str) -> Iterator[tuple[str, str, float | None]]:
    speaker = ""
    for raw in text.splitlines():
        line = raw.strip()
        match = next((found for pattern in _LINES if (found := pattern.match(line)) and _is_name(found["name"])), None)
        if match:
            speaker = match["name"].strip(" *")
            at = _seconds(match["at"]) if "at" in match.re.groupindex else None
            yield speaker, match["text"].strip(), at
        elif line and speaker:
            yield speaker, line, None


def _is_name(name: str) -> bool:
    words = name.strip(" *").split()
    return 0 < len(words) <= _LONGEST_NAME and words[0].casefold() not in _NO_NAMES


def _merge(lines: Iterator[tuple[str, str, float | None]]) -> Iterator[tuple[str, str, float | None]]:
    """One turn for what one speaker said in a row; empty turns are left away."""
    waiting: tuple[str, str, float | None] | None = None
    for name, text, at in lines:
        if waiting and waiting[0] == name:
            waiting = (name, f"{waiting[1]} {text}".strip(), waiting[2])
            continue
        if waiting and waiting[1]:
            yield waiting
        waiting = (name, text, at)
    if waiting and waiting[1]:
        yield waiting


def _seconds(stamp: str) -> float:
    parts = [float(part) for part in stamp.replace(",", ".").split(":")]
    return sum(part * float(60**place) for place, part in enumerate(reversed(parts)))
