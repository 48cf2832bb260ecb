"""The sixteen faults of professional manner, decided by rules alone (labelling rules of the manner transcripts)."""

from __future__ import annotations

import re
from collections.abc import Callable

from coach.manner.attention import find_lapses
from coach.manner.boundaries import asks_leave, find_job_request, find_personal
from coach.manner.closing import has_close
from coach.manner.courtesy import find_unprofessional, has_thanks
from coach.manner.heard import hear_purpose, hear_referral_ask
from coach.manner.leading import is_check, is_leading_question
from coach.manner.opening import find_name, has_situation
from coach.manner.questions import find_double_barrelled
from coach.manner.reading import Reading, Spoken
from coach.manner.search import is_answered_elsewhere
from coach.manner.time import agrees, asks_for_more_time, offers_more_time
from coach.manner.wording import content_stems, plain, split_sentences, split_words
from coach.records import Finding

OPENING_TURNS = 3
CLOSING_TURNS = 3
INTRODUCTION_TURNS = 2
FAREWELL_TURNS = 2
OPEN_SHARE = 0.6
ENOUGH_QUESTIONS = 4
OVERRUN_S = 120.0
MOST_TALK = 0.5

_HAIL = r"\b(?:hi|hiya|hello|hey|morning|afternoon|evening|thanks|thank you|kia ora|dear|bye|goodbye|cheers|m[oō]rena|talofa|g'day|good day)"
_HAILS_FIRST = re.compile(rf"{_HAIL} ([^\W\d_][\w'-]+)", re.IGNORECASE)
_HAILS_LATER = re.compile(rf"{_HAIL}[ ,]+([^\W\d_][\w'-]+)", re.IGNORECASE)

Rule = Callable[[Reading], Finding | None]


def find_faults(reading: Reading) -> tuple[Finding, ...]:
    """The faults of a transcript in the order of the labelling rules, each with turn and verbatim quote; a fault of omission has neither."""
    return tuple(finding for rule in FAULTS.values() if (finding := rule(reading)) is not None)


def _first(reading: Reading, fault: str, find: Callable[[str], str | None]) -> Finding | None:
    for turn in reading.learner:
        quote = find(turn.text)
        if quote:
            return Finding(id=fault, turn=turn.n, quote=quote)
    return None


def _asks_for_job(reading: Reading) -> Finding | None:
    return _first(reading, "asks_for_job", find_job_request)


def names_of_host(reading: Reading) -> frozenset[str]:
    """Lower-case names by which the learner addresses the host, so that they are not taken for the learner's own."""
    found: set[str] = set()
    for index, turn in enumerate(reading.learner):
        pattern = _HAILS_FIRST if index < INTRODUCTION_TURNS else _HAILS_LATER
        found |= {match.group(1).lower() for match in pattern.finditer(turn.text) if match.group(1)[:1].isupper()}
    return frozenset(found)


def introduction(reading: Reading) -> tuple[Spoken, ...]:
    """The learner turns in which an introduction belongs."""
    return reading.learner[:INTRODUCTION_TURNS]


def _no_introduction(reading: Reading) -> Finding | None:
    host = names_of_host(reading)
    if any(find_name(turn.text, names_of_host=host) or has_situation(turn.text) for turn in introduction(reading)):
        return None
    return Finding(id="no_introduction")


def _no_purpose_stated(reading: Reading) -> Finding | None:
    return None if any(hear_purpose(turn.text) for turn in reading.learner) else Finding(id="no_purpose_stated")


def _no_thanks(reading: Reading) -> Finding | None:
    return None if any(has_thanks(turn.text) for turn in reading.learner) else Finding(id="no_thanks")


def _closed_questions_dominate(reading: Reading) -> Finding | None:
    asked = reading.asked
    closed = [question for question in asked if not question.open]
    if len(asked) < ENOUGH_QUESTIONS or len(closed) < OPEN_SHARE * len(asked):
        return None
    turn = next(turn for turn in reading.learner if any(not question.open for question in turn.substantive))
    quote = next(question.text for question in turn.substantive if not question.open)
    return Finding(id="closed_questions_dominate", turn=turn.n, quote=quote)


def _double_barrelled(reading: Reading) -> Finding | None:
    return _first(reading, "double_barrelled", find_double_barrelled)


def _leading_question(reading: Reading) -> Finding | None:
    for turn in reading.learner:
        quote = find_leading(turn)
        if quote:
            return Finding(id="leading_question", turn=turn.n, quote=quote)
    return None


def find_leading(turn: Spoken) -> str | None:
    """The sentence of a turn that states or presumes the answer; checking what the host has just said is none."""
    sentences = split_sentences(turn.text)
    for index, sentence in enumerate(sentences):
        if not is_leading_question(sentence.text):
            continue
        low = plain(sentence.text)
        if not low.rstrip("\"') ").endswith("?") and index < len(sentences) - 1:
            continue
        if not ("surely" in split_words(low) or "don't you" in low) and (is_check(sentence.text) or _echoes(sentence.text, turn.heard)):
            continue
        return sentence.text
    return None


def _echoes(sentence: str, heard: str) -> bool:
    """Most of what the sentence states is what the host has just said."""
    stems = content_stems(sentence)
    return bool(stems) and len(stems & content_stems(heard)) * 2 > len(stems)


def _interrupts_or_ignores_answer(reading: Reading) -> Finding | None:
    lapses = find_lapses(reading)
    return Finding(id="interrupts_or_ignores_answer", turn=lapses[0].turn, quote=lapses[0].quote) if lapses else None


def _no_follow_up(reading: Reading) -> Finding | None:
    return None if any(turn.follow_up for turn in reading.learner) else Finding(id="no_follow_up")


def talk_share(reading: Reading) -> float | None:
    """The learner's words divided by all words, None where nothing was said."""
    mine = sum(turn.words for turn in reading.learner)
    total = sum(turn.words for turn in reading.turns)
    return mine / total if total else None


def _weightiest(turn: Spoken) -> str:
    """The question of a turn, else its longest sentence: evidence that can be read at a glance and said better."""
    if turn.substantive:
        return turn.substantive[0].text
    return max((sentence.text for sentence in split_sentences(turn.text)), key=len, default=turn.text.strip())


def _dominates_talk(reading: Reading) -> Finding | None:
    share = talk_share(reading)
    if share is None or share <= MOST_TALK:
        return None
    longest = max(reading.learner, key=lambda turn: turn.words)
    return Finding(
        id="dominates_talk", turn=longest.n, quote=max((sentence.text for sentence in split_sentences(longest.text)), key=len, default=longest.text.strip())
    )


def _personal(reading: Reading) -> Finding | None:
    leave = False
    for turn in reading.learner:
        quote = find_personal(turn.text)
        if quote and not asks_leave(turn.text) and not leave:
            return Finding(id="personal_or_salary_question_blunt", turn=turn.n, quote=quote)
        leave = asks_leave(turn.text)
    return None


def host_gave_time(reading: Reading) -> bool:
    """Whether the host offered more time than agreed, or agreed when the learner asked for it."""
    late = reading.turns[len(reading.turns) // 2 :]
    for index, turn in enumerate(late):
        if not turn.learner and offers_more_time(turn.text):
            return True
        if turn.learner and asks_for_more_time(turn.text) and index + 1 < len(late) and not late[index + 1].learner and agrees(late[index + 1].text):
            return True
    return False


def _overruns_time(reading: Reading) -> Finding | None:
    over = reading.overrun_s
    if over is None or over <= OVERRUN_S or host_gave_time(reading):
        return None
    end = (reading.planned_minutes or 0) * 60
    late = [turn for turn in reading.learner if turn.at_s is not None and turn.at_s > end and turn.text.strip()]
    return Finding(id="overruns_time", turn=late[0].n, quote=_weightiest(late[0])) if late else Finding(id="overruns_time")


def _no_referral_ask(reading: Reading) -> Finding | None:
    asked = any(hear_referral_ask(turn.text) for turn in reading.learner)
    return None if asked else Finding(id="no_referral_ask")


def _answerable_by_search(reading: Reading) -> Finding | None:
    for turn in reading.learner:
        for question in turn.substantive:
            if question.search or (not question.open and is_answered_elsewhere(question.text, reply=reading.reply_to(turn))):
                return Finding(id="answerable_by_search", turn=turn.n, quote=question.text)
    return None


def _unprofessional_language(reading: Reading) -> Finding | None:
    return _first(reading, "unprofessional_language", find_unprofessional)


def _no_close(reading: Reading) -> Finding | None:
    return None if any(has_close(turn.text) for turn in reading.learner[-FAREWELL_TURNS:]) else Finding(id="no_close")


FAULTS: dict[str, Rule] = {
    "asks_for_job": _asks_for_job,
    "no_introduction": _no_introduction,
    "no_purpose_stated": _no_purpose_stated,
    "no_thanks": _no_thanks,
    "closed_questions_dominate": _closed_questions_dominate,
    "double_barrelled": _double_barrelled,
    "leading_question": _leading_question,
    "interrupts_or_ignores_answer": _interrupts_or_ignores_answer,
    "no_follow_up": _no_follow_up,
    "dominates_talk": _dominates_talk,
    "personal_or_salary_question_blunt": _personal,
    "overruns_time": _overruns_time,
    "no_referral_ask": _no_referral_ask,
    "answerable_by_search": _answerable_by_search,
    "unprofessional_language": _unprofessional_language,
    "no_close": _no_close,
}
"""Fault id -> rule, in the order of the labelling rules."""
