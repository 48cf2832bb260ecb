"""Paragraphs and list items of a text with their lines, and long paragraphs cut into passages of bounded length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.tokens import estimate_tokens

MAX_PASSAGE_TOKENS = 160
"""The longest passage; a longer paragraph is cut between sentences into pieces of about equal length."""

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-ZĀĒĪŌŪ\"“‘'(])")
BELOW = "  - "
"""How an item below another one begins."""


def cut(text: str, *, limit: int = MAX_PASSAGE_TOKENS) -> tuple[str, ...]:
    """The text in pieces of at most `limit` tokens (estimated, so that ids are the same on every machine), cut between sentences where possible."""
    if estimate_tokens(text) <= limit:
        return (text,)
    sentences = [part for sentence in _SENTENCE_END.split(text) for part in _cut_words(sentence, limit)]
    share = estimate_tokens(text) / -(-estimate_tokens(text) // limit)
    pieces: list[str] = []
    for sentence in sentences:
        longer = f"{pieces[-1]} {sentence}" if pieces else sentence
        if pieces and estimate_tokens(pieces[-1]) < share and estimate_tokens(longer) <= limit:
            pieces[-1] = longer
        else:
            pieces.append(sentence)
    return tuple(pieces)


def _cut_words(sentence: str, limit: int) -> Iterator[str]:
    """A sentence as it is, or in pieces between words where it alone is too long."""
    piece = ""
    for word in sentence.split():
        longer = f"{piece} {word}".strip()
        if piece and estimate_tokens(longer) > limit:
            yield piece
            longer = word
        piece = longer
    yield piece


def list_paragraphs(lines: list[str], *, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Line number of the first line (from 1) and text of each paragraph."""
    first = 0
    words: list[str] = []
    for n in range(start, end + 1):
        line = lines[n].strip() if n < end else ""
        if line:
            first = first if words else n + 1
            words.append(line)
        elif words:
            yield first, " ".join(words)
            words = []


def list_items(lines: list[str], *, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Line number and text of each list item; an indented line goes on with the item before it, unless it begins one below it ("  - "), which keeps its two spaces."""
    item: tuple[int, str] | None = None
    for n in range(start, end):
        line = lines[n].rstrip()
        if line.startswith("  ") and item and not line.startswith(BELOW):
            item = (item[0], f"{item[1]} {line.strip()}")
        elif line:
            if item:
                yield item
            item = (n + 1, line)
    if item:
        yield item
