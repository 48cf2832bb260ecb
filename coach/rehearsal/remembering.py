"""What of the talk so far a prompt shows: the latest exchanges word for word, before them a recap of what the career model said.

The turns shown grow at their end only; every `EVERY` exchanges all but the last `KEPT` of them pass into the recap, which grows at its end only too. So most of a
prompt is, byte for byte, the beginning of the one before, which providers' prompt caches serve, and its length hardly grows with the talk (`evals/budget.py`).
What must outlive the recap is not left to it: the card is sent again with every turn, code decides which facts are told, and every sentence is checked against all
that was said.
"""

from __future__ import annotations

from itertools import islice

from coach.records import Recap, Rehearsal, Said, Speaker, Turn

KEPT, EVERY = 2, 4
"""Exchanges that stay word for word when the others pass into the recap, and after how many that happens again."""
_TURN_WORDS = 120


def recall(rehearsal: Rehearsal) -> tuple[Recap, tuple[Turn, ...]]:
    """Everything the career model said, with how much of it the prompt shows as a recap; and the turns it shows word for word, without the last turn."""
    earlier = rehearsal.turns[:-1]
    asked = [place for place, turn in enumerate(earlier) if turn.speaker is Speaker.INTERVIEWER]
    passed = EVERY * (max(0, len(asked) - KEPT) // EVERY)
    start = next(islice(asked, passed, None), len(earlier))
    said = said_before(rehearsal)
    recent = tuple(turn.model_copy(update={"text": clip(turn.text, _TURN_WORDS)}) for turn in earlier[start:])
    first = earlier[start].n if start < len(earlier) else len(rehearsal.turns)
    return Recap(said=said, shown=sum(item.n < first for item in said) if passed else 0), recent


def said_before(rehearsal: Rehearsal) -> tuple[Said, ...]:
    """What the career model has said so far, each reply with the topic it was about."""
    spoken = [turn for turn in rehearsal.turns if turn.speaker is Speaker.CAREER_MODEL and turn.text]
    return tuple(Said(n=turn.n, topic=turn.state.topic if turn.state else None, text=turn.text) for turn in spoken)


def clip(text: str, most: int) -> str:
    """The last `most` words of a text, where the question mostly stands."""
    words = text.split()
    return text if len(words) <= most else f"[...] {' '.join(words[-most:])}"
