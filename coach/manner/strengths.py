"""The ten strengths of professional manner, decided by rules alone (labelling rules of the manner transcripts)."""

from __future__ import annotations

from collections.abc import Callable

from coach.manner.courtesy import has_courtesy, has_thanks
from coach.manner.faults import CLOSING_TURNS, ENOUGH_QUESTIONS, OPEN_SHARE, OPENING_TURNS, host_gave_time, introduction, names_of_host
from coach.manner.heard import hear_purpose, hear_referral_ask, hears_time
from coach.manner.next_step import find_next_step
from coach.manner.opening import cites_research, find_name, has_situation
from coach.manner.reading import Reading, Spoken
from coach.manner.wording import content_stems, split_sentences
from coach.records import Finding

NO_OVERRUN_S = 60.0
_RUDE = ("unprofessional_language", "interrupts_or_ignores_answer", "personal_or_salary_question_blunt", "asks_for_job")


def find_strengths(reading: Reading, faults: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The strengths of a transcript, each with turn and verbatim quote; `faults` are those found in it."""
    found = [rule(reading) for rule in STRENGTHS.values()]
    found.append(_polite_register(reading, faults))
    return tuple(finding for finding in found if finding is not None)


def _sentence(turn: Spoken, holds: Callable[[str], bool]) -> str:
    return next((s.text for s in split_sentences(turn.text) if holds(s.text)), turn.text.strip())


def _clear_introduction(reading: Reading) -> Finding | None:
    host = names_of_host(reading)
    named = [turn for turn in introduction(reading) if find_name(turn.text, names_of_host=host)]
    if not named or not any(has_situation(turn.text) for turn in introduction(reading)):
        return None
    quote = _sentence(named[0], lambda text: find_name(text, names_of_host=host) is not None)
    return Finding(id="clear_introduction", turn=named[0].n, quote=quote)


def _purpose_stated(reading: Reading) -> Finding | None:
    for turn in reading.learner[:OPENING_TURNS]:
        quote = hear_purpose(turn.text)
        if quote:
            return Finding(id="purpose_stated", turn=turn.n, quote=quote)
    return None


def _researched_question(reading: Reading) -> Finding | None:
    for count, turn in enumerate(reading.learner):
        after = reading.learner[count + 1] if count + 1 < len(reading.learner) else None
        for sentence in split_sentences(turn.text):
            if cites_research(sentence.text) and (turn.substantive or _is_taken_up(sentence.text, after)):
                return Finding(id="researched_question", turn=turn.n, quote=sentence.text)
    return None


def _is_taken_up(cited: str, after: Spoken | None) -> bool:
    """Whether the learner's next turn asks about what they cited: "I've read your essay with the butter knife" and then "Might I begin with the knife?"."""
    return after is not None and bool(after.substantive) and bool(content_stems(cited) & content_stems(after.text))


def _open_questions(reading: Reading) -> Finding | None:
    asked = reading.asked
    count = sum(question.open for question in asked)
    if len(asked) < ENOUGH_QUESTIONS or count < OPEN_SHARE * len(asked):
        return None
    turn = next(turn for turn in reading.learner if any(question.open for question in turn.substantive))
    return Finding(id="open_questions", turn=turn.n, quote=next(question.text for question in turn.substantive if question.open))


def _follow_up_questions(reading: Reading) -> Finding | None:
    follow_ups = [turn for turn in reading.learner if turn.follow_up]
    if len(follow_ups) < 2:
        return None
    return Finding(id="follow_up_questions", turn=follow_ups[0].n, quote=follow_ups[0].substantive[0].text)


def _thanks_given(reading: Reading) -> Finding | None:
    for turn in reversed(reading.learner[-CLOSING_TURNS:]):
        if has_thanks(turn.text):
            return Finding(id="thanks_given", turn=turn.n, quote=_sentence(turn, has_thanks))
    return None


def _referral_asked(reading: Reading) -> Finding | None:
    for turn in reading.learner:
        quote = hear_referral_ask(turn.text)
        if quote:
            return Finding(id="referral_asked", turn=turn.n, quote=quote)
    return None


def _time_respected(reading: Reading) -> Finding | None:
    over = reading.overrun_s
    if over is None or (over > NO_OVERRUN_S and not host_gave_time(reading)):
        return None
    for turn in reading.learner:
        if hears_time(turn.text):
            return Finding(id="time_respected", turn=turn.n, quote=_sentence(turn, hears_time))
    return None


def _next_step_agreed(reading: Reading) -> Finding | None:
    step = find_next_step(reading)
    return Finding(id="next_step_agreed", turn=step.turn, quote=step.quote) if step else None


def _polite_register(reading: Reading, faults: tuple[Finding, ...]) -> Finding | None:
    courteous = [turn for turn in reading.learner if has_courtesy(turn.text)]
    if len(courteous) < 2 or any(fault.id in _RUDE for fault in faults):
        return None
    return Finding(id="polite_register", turn=courteous[0].n, quote=_sentence(courteous[0], has_courtesy))


STRENGTHS: dict[str, Callable[[Reading], Finding | None]] = {
    "clear_introduction": _clear_introduction,
    "purpose_stated": _purpose_stated,
    "researched_question": _researched_question,
    "open_questions": _open_questions,
    "follow_up_questions": _follow_up_questions,
    "thanks_given": _thanks_given,
    "referral_asked": _referral_asked,
    "time_respected": _time_respected,
    "next_step_agreed": _next_step_agreed,
}
"""Strength id -> rule, in the order of the labelling rules; polite_register, which depends on the faults, comes last."""
