"""The confidence check-in: twelve items in our own words, not validated (pedagogy 2.2). No norms, no cut-offs; a change under one point says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from coach.records import CheckIn

STEM = "How sure are you that you could do this in the coming two weeks? 0 is not at all, 5 is moderately sure, 10 is completely sure."
ITEMS = (
    "Name three people I could ask about work that interests me.",
    "Ask a family friend for a half-hour talk about their job.",
    "Write to a stranger in my field and ask for a short conversation.",
    "Find out enough about a person's work beforehand to ask something they have not been asked before.",
    "Say in two sentences who I am and what I want to find out.",
    "Keep a conversation going when the answers are short.",
    "Build my next question on what I have just heard.",
    "Bring up a sensitive part of the job without causing offence.",
    "Finish on time, even when it is going well.",
    "Ask for the name of another person to talk to.",
    "Write a thank-you note that mentions something particular.",
    "Get back in touch some weeks later with news.",
)
SUBSCORES = {"all": ("All twelve", 0, 12), "reach_out": ("Reaching out", 0, 4), "converse": ("Talking", 4, 9), "sustain": ("Keeping in touch", 9, 12)}
"""Name, title and items (first and one past the last) of each mean (pedagogy 2.2)."""
APART = timedelta(days=7)
"""At most weekly (pedagogy 2.2)."""
EVERY = 3
"""A check-in is due after so many finished rehearsals since the last one (pedagogy 2.2)."""
NOISE = 1.0
"""With one person and twelve items a smaller change is noise (pedagogy 2.2)."""


def mean_of(check_in: CheckIn, name: str) -> float:
    """The mean of the items of one subscore, 0 to 10."""
    _, first, end = SUBSCORES[name]
    return sum(check_in.ratings[first:end]) / (end - first)


def find_next_check_in(check_ins: Sequence[CheckIn], *, now: datetime) -> datetime | None:
    """When the next check-in may be made, None where it may be made now. Looking back counts for nothing here."""
    last = max((one.made_at for one in check_ins if not one.looking_back), default=None)
    return last + APART if last is not None and now < last + APART else None


def is_due(check_ins: Sequence[CheckIn], *, finished: Sequence[datetime], talked: Sequence[datetime], now: datetime) -> bool:
    """Whether a check-in would be worth making now: at the start, after every third rehearsal and after a real conversation, never twice in a week.

    `finished` are the beginnings of the finished rehearsals, `talked` those of the real conversations.
    """
    last = max((one.made_at for one in check_ins if not one.looking_back), default=None)
    if last is None:
        return True
    if find_next_check_in(check_ins, now=now) is not None:
        return False
    return sum(at > last for at in finished) >= EVERY or any(at > last for at in talked)
