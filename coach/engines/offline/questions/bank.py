"""The bank of question patterns: what a question can be built on, its topic, its words, and what it gives the learner."""

from __future__ import annotations

import re
from functools import cache

from coach.engines.offline.questions import bank_general, bank_learner, bank_person, bank_place
from coach.engines.offline.questions.clauses import Tense
from coach.records import Record, Text, Topic

_SLOT = re.compile(r"\{(\w+)\}")
_TENSES = {"~past": (Tense.PAST, Tense.PERFECT), "~now": (Tense.PRESENT,), "~going": (Tense.PROGRESSIVE,)}


class Pattern(Record):
    """One question with its slots. `kinds` are the kinds of mention it fits ("any": none needed), `tenses` those it is held to (empty: all)."""

    kinds: tuple[str, ...]
    topic: Topic
    text: Text
    why: Text
    tenses: tuple[Tense, ...] = ()
    slots: frozenset[str] = frozenset()


@cache
def get_bank() -> tuple[Pattern, ...]:
    """Every pattern, in the order of the files."""
    rows = "\n".join(module.ROWS for module in (bank_person, bank_place, bank_learner, bank_general))
    return tuple(_read(row) for row in rows.splitlines() if row.strip())


@cache
def list_patterns(kind: str) -> tuple[Pattern, ...]:
    """The patterns that fit a mention of this kind."""
    return tuple(pattern for pattern in get_bank() if kind in pattern.kinds)


def _read(row: str) -> Pattern:
    kinds, topic, text, why = (part.strip() for part in row.split(" | "))
    tenses = next((tenses for mark, tenses in _TENSES.items() if mark in text), ())
    text = re.sub(r"\s*~\w+$", "", text)
    return Pattern(kinds=tuple(kinds.split()), topic=Topic(topic), text=text, why=why, tenses=tenses, slots=frozenset(_SLOT.findall(text)))
