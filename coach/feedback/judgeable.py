"""Whether there is enough to judge: a mark for an empty or unreadable talk would be an invention."""

from __future__ import annotations

from coach.manner.reading import Reading
from coach.manner.talk import is_english, is_gibberish

FEWEST_TURNS = 4
"""Learner turns with words in them below which nothing is judged (issue of feedback: under four)."""

_TRY = "Rehearse a little longer, with at least four turns of your own, and come back."


def find_why_not(reading: Reading) -> str:
    """Why this conversation cannot be judged and what to do, empty where it can."""
    if not reading.turns:
        return f"There is no conversation here yet. {_TRY}"
    spoken = [turn.text for turn in reading.learner if turn.text.strip()]
    if not spoken:
        return 'None of the turns is marked as yours. Check that the speaker of your turns is "interviewer".'
    if not any(turn.text.strip() for turn in reading.host):
        return "Only one side speaks here. Feedback on manner needs the other person's answers too."
    if len(spoken) < FEWEST_TURNS:
        return f"You said something only {_times(len(spoken))}, which is too little to judge. {_TRY}"
    words = [text for text in spoken if not is_gibberish(text)]
    if len(words) < FEWEST_TURNS:
        return f"Most of your turns hold no words that can be read. {_TRY}"
    if sum(is_english(text) for text in words) * 2 < len(words):
        return "Most of your turns are in a language this coach cannot read. It can judge English only, with any accent and grammar."
    return ""


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
