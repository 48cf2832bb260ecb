"""Private matters of other people in the notes, found by rule for every engine: health, losses, pay, telephone and address, what was told in confidence.

Such a span is shown to the learner with care and goes nowhere else: not into facts, questions, or anything that is sent to a language model.
The learner's own matters ("my bad knee") are the learner's to tell. The kinds follow the New Zealand Privacy Act 2020 and the wish of
whoever said "don't pass it on".
"""

from __future__ import annotations

from coach.dossier.sensitive.contacts import find_contacts
from coach.dossier.sensitive.matters import Voices, find_matters
from coach.records import Note, Span

__all__ = ["find_sensitive"]


def find_sensitive(note: Note) -> tuple[Span, ...]:
    """The private matters of other people, in order, none inside another; each lies on one line."""
    spans: list[Span] = []
    offset, voices = 0, Voices()
    for number, line in enumerate(note.text.split("\n"), start=1):
        voices.hear(line)
        for start, end in _join([*find_contacts(line), *find_matters(line, voices)]):
            spans.append(Span(text=line[start:end], line=number, start=offset + start, end=offset + end))
        offset += len(line) + 1
    return tuple(spans)


def _join(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places of one line in order, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined
