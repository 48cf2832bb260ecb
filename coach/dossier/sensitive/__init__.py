"""Private matters of other people in the notes, found by rule for every engine: health, losses, pay, telephone and address, what was told in confidence.

Such a span is shown to the learner with care and goes nowhere else: not into facts, questions, or anything that is sent to a language model.
The learner's own matters ("my bad knee") are the learner's to tell. The kinds follow the New Zealand Privacy Act 2020 and the wish of
whoever said "don't pass it on".
"""

from __future__ import annotations

from collections.abc import Iterator

from coach.dossier.sensitive import likely
from coach.dossier.sensitive.likely import find_signs, find_words, open_weights
from coach.dossier.sensitive.matters import Voices, find_matters, read_clauses, weigh_clause
from coach.privacy.reach import find_contacts
from coach.records import Note, Span

__all__ = ["find_sensitive"]

FEW_WORDS = 40
"""In notes shorter than this the rules decide alone: the weights were fitted to whole notes, where little is private."""


def find_sensitive(note: Note) -> tuple[Span, ...]:
    """The private matters of other people, in order, none inside another; each lies on one line."""
    spans: list[Span] = []
    offset, voices, few = 0, Voices(), len(note.text.split()) < FEW_WORDS
    for number, line in enumerate(note.text.split("\n"), start=1):
        voices.hear(line)
        ruled = list(find_matters(line, voices))
        for start, end in _join([*find_contacts(line), *(ruled if few else _find_likely(line, voices, ruled))]):
            spans.append(Span(text=line[start:end], line=number, start=offset + start, end=offset + end))
        offset += len(line) + 1
    return tuple(spans)


def _find_likely(line: str, voices: Voices, ruled: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places of a line that are likely to be private: clauses, those next to each other as one, and what the rules hold private unless that is unlikely."""
    weighed = [item for sentence in weigh_line(line, voices, ruled) for item in sentence]
    for place in ruled:
        touched = [odds for (start, end), odds in weighed if start < place[1] and place[0] < end]
        if not touched or max(touched) >= likely.UNLIKELY:
            yield place
    start, end = -1, 0
    for place, odds in (*weighed, ((len(line), len(line)), 0.0)):
        if odds >= likely.ENOUGH and likely.may_be_private(line, line[slice(*place)]):
            start, end = (place[0] if start < 0 else start), place[1]
        elif start >= 0:
            yield start, end
            start = -1


def weigh_line(line: str, voices: Voices, ruled: list[tuple[int, int]]) -> Iterator[list[tuple[tuple[int, int], float]]]:
    """Each sentence of a line as its clauses with the probability of each to be private."""
    for text, sentence, signs in read_signs(line, voices, ruled):
        weights = open_weights()
        mine = likely.is_own_wish(text[sentence[0][0] : sentence[-1][1]])
        yield [
            (place, 0.0 if mine and not found.get("ruled") else weights.weigh(found, find_words(text[slice(*place)])))
            for place, found in zip(sentence, signs, strict=True)
        ]


def read_signs(line: str, voices: Voices, ruled: list[tuple[int, int]]) -> Iterator[tuple[str, list[tuple[int, int]], list[dict[str, float]]]]:
    """Each sentence of a line: the plain text, the places of its clauses, their signs."""
    text, sentences = read_clauses(line)
    for sentence in sentences:
        around = (sentence[0][0], sentence[-1][1])
        yield (
            text,
            sentence,
            [
                find_signs(
                    text,
                    place,
                    around,
                    strange=voices.strange,
                    ruled=any(2 * (min(place[1], end) - max(place[0], start)) >= place[1] - place[0] for start, end in ruled),
                    weight=weigh_clause(text[slice(*place)], strange=voices.strange),
                )
                for place in sentence
            ],
        )


def _join(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places of one line in order, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined
