"""What the learner told when asked, as lines at the end of their notes, so that it has its words and its line like everything else."""

from __future__ import annotations

import re

from coach.dossier.places import find_places, plain
from coach.records import Corrections, Dossier, Note, Record, Span

HEADING = "Added by me:"
"""The line above what the learner added."""

_MARK = "- "
_BARE = " \t*-•"


class Shortened(Record):
    """Notes and their dossier after a line was taken out of both."""

    note: Note
    dossier: Dossier


def add_line(note: Note, text: str) -> Note:
    """The notes with one more line at their end, under the heading; unchanged where that line stands there already."""
    if find_own_line(note, text) is not None:
        return note
    held = note.text
    if not _has_heading(note):
        held = f"{held}\n\n{HEADING}" if held else HEADING
    return note.model_copy(update={"text": f"{held}\n{_MARK}{text}"})


def add_lines(note: Note, change: Corrections) -> Note:
    """The notes with a line for each thing that this change adds."""
    for fact in change.added:
        note = add_line(note, fact.text)
    return note


def put_back(note: Note, corrections: Corrections) -> Note:
    """Notes that were handed in anew, with what the learner added before; one who kept the heading and took out a line meant it."""
    if _has_heading(note):
        return note
    missing = tuple(fact for fact in corrections.added if not find_places(note, fact.text))
    return add_lines(note, corrections.model_copy(update={"added": missing}))


def find_own_line(note: Note, text: str) -> Span | None:
    """The last line that says this text and nothing else; None where there is none."""
    wanted, found, at = plain(text.strip(_BARE)), None, 0
    for number, line in enumerate(note.text.split("\n"), start=1):
        bare = line.strip(_BARE)
        if bare and plain(bare) == wanted:
            start = at + line.index(bare)
            found = Span(text=bare, line=number, start=start, end=start + len(bare))
        at += len(line) + 1
    return found


def without_added(note: Note, corrections: Corrections) -> Note:
    """The notes as the learner found them: the lines they added are empty, everything else keeps its place.

    For an engine: what these lines say and what it is about is known already, and a stray line may lead astray.
    """
    told = {plain(fact.text.strip(_BARE)) for fact in corrections.added}
    lines = note.text.split("\n")
    if not told or not _has_heading(note):
        return note
    first = max(count for count, line in enumerate(lines) if line.strip() == HEADING)
    kept = [*lines[:first], *(" " * len(line) if line.strip() == HEADING or plain(line.strip(_BARE)) in told else line for line in lines[first:])]
    return note.model_copy(update={"text": "\n".join(kept)})


def without_lines(note: Note, dossier: Dossier, change: Corrections) -> Shortened:
    """Notes and dossier without the lines for what this change names as added, the heading gone too where nothing is left under it.

    What rested on such a line is gone from the dossier, what stands behind it has moved up. A line that stands elsewhere in the notes stays: it is not an added one.
    """
    for fact in change.added:
        gone = _find_removable(note, fact.text)
        if gone is not None:
            note = note.model_copy(update={"text": note.text[: gone.start] + note.text[gone.end :]})
            dossier = _cut_dossier(dossier, gone)
    return Shortened(note=note, dossier=dossier)


def _find_removable(note: Note, text: str) -> Span | None:
    own = find_own_line(note, text)
    headings = [match.start() for match in re.finditer(rf"(?m)^{re.escape(HEADING)}[ \t]*$", note.text) if own is not None and match.start() < own.start]
    if own is None or not headings:
        return None
    start, end = note.text.rfind("\n", 0, own.start), note.text.find("\n", own.end)
    end = len(note.text) if end < 0 else end
    if not (note.text[headings[-1] + len(HEADING) : start] + note.text[end:]).strip():
        start, end = len(note.text[: headings[-1]].rstrip()), len(note.text)
    return Span(text=note.text[start:end], line=note.text.count("\n", 0, start) + 1, start=start, end=end)


def _cut_dossier(dossier: Dossier, gone: Span) -> Dossier:
    disagreeing = [(item, tuple(span for old in item.spans if (span := _move(old, gone)) is not None)) for item in dossier.contradictions]
    return dossier.model_copy(
        update={
            "facts": tuple(fact.model_copy(update={"source": source}) for fact in dossier.facts if (source := _move(fact.source, gone)) is not None),
            "path": tuple(step.model_copy(update={"source": source}) for step in dossier.path if (source := _move(step.source, gone)) is not None),
            "contradictions": tuple(item.model_copy(update={"spans": spans}) for item, spans in disagreeing if len(spans) > 1),
            "sensitive": tuple(span for old in dossier.sensitive if (span := _move(old, gone)) is not None),
        }
    )


def _move(span: Span, gone: Span) -> Span | None:
    if span.end <= gone.start:
        return span
    if span.start < gone.end:
        return None
    lines = gone.text.count("\n")
    length = gone.end - gone.start
    return span.model_copy(update={"line": span.line - lines, "start": span.start - length, "end": span.end - length})


def _has_heading(note: Note) -> bool:
    return any(line.strip() == HEADING for line in note.text.split("\n"))
