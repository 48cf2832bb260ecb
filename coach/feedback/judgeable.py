"""Whether there is enough to judge: a mark for an empty or unreadable talk would be an invention."""

from __future__ import annotations

from coach.manner.questions import find_questions
from coach.manner.reading import Reading
from coach.manner.talk import is_english, is_gibberish

FEWEST_TURNS = 4
"""Learner turns with words in them below which nothing is judged (issue of feedback: under four)."""

_ASKED_BACK = 3
"""So many questions on the work from the host, and that many times those of the learner, look like swapped sides."""

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
    if _is_swapped(reading):
        return "It looks as if the two sides are swapped: the other side asks all the questions and you tell about the work. Bring it in again and say which of the two is you."
    return ""


def _is_swapped(reading: Reading) -> bool:
    """Whether it is the host who asks, three times as often as the learner at least: then the sides were mixed up when the talk was written down."""
    asked_back = sum(question.substantive for turn in reading.host for question in find_questions(turn.text))
    asked = sum(len(turn.substantive) for turn in reading.learner)
    return asked_back >= max(_ASKED_BACK, _ASKED_BACK * asked)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
