"""What a learner is heard to say in feedback, by its pattern or, where none fits, because it resembles those who say it (`resembling`). The live talk goes by patterns alone."""

from __future__ import annotations

from coach.manner.opening import find_purpose
from coach.manner.referral import find_referral_ask
from coach.manner.resembling import find_resembling
from coach.manner.time import mentions_time


def hear_purpose(text: str) -> str | None:
    """The sentence that says what the learner wants to find out or decide, verbatim, or None."""
    return find_purpose(text) or find_resembling("purpose", text)


def hear_referral_ask(text: str) -> str | None:
    """The sentence that asks for people to talk to, verbatim, or None."""
    return find_referral_ask(text) or find_resembling("referral_asked", text)


def hears_time(text: str) -> bool:
    """Whether the learner speaks of the agreed time."""
    return mentions_time(text) or find_resembling("time", text) is not None
