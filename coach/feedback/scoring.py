"""The rules of the twelve dimensions that a transcript can show (anchors of pedagogy 1.4): each gives a score from 1 to 5, or None where not observed."""

from __future__ import annotations

import re
from collections.abc import Callable

from coach.feedback.measures import find_topics
from coach.manner.attention import find_lapses
from coach.manner.closing import has_close
from coach.manner.courtesy import has_courtesy, has_thanks, is_apology
from coach.manner.faults import CLOSING_TURNS, OPENING_TURNS, introduction, names_of_host
from coach.manner.heard import hear_purpose, hear_referral_ask, hears_time
from coach.manner.next_step import find_next_step
from coach.manner.opening import cites_research, find_name, has_situation, is_vague_purpose
from coach.manner.questions import find_questions
from coach.manner.reading import Reading, Spoken
from coach.manner.wording import content_stems, split_sentences
from coach.records import Finding, Measures, Record, Topic

LONG_TURN_WORDS = 120
ENOUGH_QUESTIONS = 3

_LINK = re.compile(
    r"\b(?:gave me your name|suggested (?:you|i)|put me in touch|introduced|mentioned you|said you|why i (?:asked|wrote|contacted|emailed|rang)|your (?:talk|article|post|website|page|profile)"
    r"|i (?:emailed|e-mailed|wrote|rang|called|messaged)|who (?:emailed|wrote|rang|called))\b",
    re.IGNORECASE,
)
_LEAVE_TO_NAME = re.compile(
    r"\b(?:use your name|mention (?:you|your name|that you)|say (?:that )?you (?:suggested|sent|recommended)|say it was you|tell (?:them|her|him) you)\b",
    re.IGNORECASE,
)


class Scored(Record):
    """A dimension's score with the words that caused it; `turn` is None where nothing was said that could be quoted."""

    score: int | None
    explanation: str
    turn: int | None = None
    quote: str = ""


class Evidence(Record):
    """What the rules look at."""

    reading: Reading
    measures: Measures
    faults: tuple[Finding, ...]

    def fault(self, fault_id: str) -> Finding | None:
        """The fault of that id, if it was found."""
        return next((fault for fault in self.faults if fault.id == fault_id), None)


def _quote(turn: Spoken, holds: Callable[[str], object]) -> str:
    return next((sentence.text for sentence in split_sentences(turn.text) if holds(sentence.text)), turn.text.strip())


def _at(turn: Spoken | None, score: int, explanation: str, holds: Callable[[str], object] = bool) -> Scored:
    return Scored(score=score, explanation=explanation, turn=turn.n if turn else None, quote=_quote(turn, holds) if turn else "")


def score_introduction(evidence: Evidence) -> Scored:
    """D1: name, situation and link to the host within two turns."""
    turns = introduction(evidence.reading)
    host = names_of_host(evidence.reading)
    named = next((turn for turn in turns if find_name(turn.text, names_of_host=host)), None)
    placed = next((turn for turn in turns if has_situation(turn.text)), None)
    linked = any(_LINK.search(turn.text) for turn in turns)
    if named and placed:
        explanation = "Name, situation and what links you to them, all at the start." if linked else "Name and situation at the start."
        return _at(named, 5 if linked else 4, explanation, lambda text: find_name(text, names_of_host=host))
    if named:
        return _at(named, 3, "They heard your name, but not what you are doing at the moment.", lambda text: find_name(text, names_of_host=host))
    if placed:
        return _at(placed, 3, "They heard your situation, but not your name.", has_situation)
    return Scored(score=1, explanation="Nothing in your first two turns says who you are.")


def score_purpose(evidence: Evidence) -> Scored:
    """D2: one sentence on what they want to learn or decide, early."""
    learner = evidence.reading.learner
    for index, turn in enumerate(learner):
        purpose = hear_purpose(turn.text)
        if not purpose:
            continue
        early, vague = index < OPENING_TURNS, is_vague_purpose(purpose)
        linked = any(_LINK.search(other.text) for other in learner[:OPENING_TURNS])
        score = 3 if vague or not early else 5 if linked else 4
        explanation = (
            "You said early what you want to find out." if score > 3 else "You said what you want, in general words." if vague else "Your purpose came late."
        )
        return Scored(score=score, explanation=explanation, turn=turn.n, quote=purpose)
    return Scored(score=1, explanation="You never said what you want to find out or decide.")


def score_preparation(evidence: Evidence) -> Scored:
    """D3: questions built on something specific found beforehand."""
    cited = [turn for turn in evidence.reading.learner if turn.substantive and any(cites_research(s.text) for s in split_sentences(turn.text))]
    if cited:
        return _at(cited[0], 5 if len(cited) > 1 else 4, "A question built on something you had found out.", cites_research)
    search = evidence.fault("answerable_by_search")
    if search:
        return Scored(score=1, explanation="You asked for something a minute of searching would tell.", turn=search.turn, quote=search.quote)
    return Scored(score=None, explanation="No question shows what you had found out beforehand.")


def score_question_form(evidence: Evidence) -> Scored:
    """D4: open, one thing at a time, neutral."""
    measures = evidence.measures
    if measures.questions < ENOUGH_QUESTIONS or measures.open_share is None:
        return Scored(score=None, explanation="There were too few questions to tell.")
    clumsy = [fault for fault in (evidence.fault("double_barrelled"), evidence.fault("leading_question")) if fault]
    share = measures.open_share
    score = 1 if share < 0.3 else 2 if share < 0.5 else 3 if share < 0.75 else 5
    score = max(1, score - len(clumsy))
    told = f"{share:.0%} of your questions were open."
    if clumsy:
        return Scored(score=score, explanation=f"{told} This one was {_CLUMSY[clumsy[0].id]}.", turn=clumsy[0].turn, quote=clumsy[0].quote)
    wanted = share >= 0.5
    turn, question = next((turn, q) for turn in evidence.reading.learner for q in turn.substantive if q.open is wanted)
    return Scored(score=score, explanation=told, turn=turn.n, quote=question.text)


_CLUMSY = {"double_barrelled": "two in one", "leading_question": "leading"}


def score_range(evidence: Evidence) -> Scored:
    """D5: five or more topics, with advice among them."""
    if evidence.measures.questions < ENOUGH_QUESTIONS:
        return Scored(score=None, explanation="There were too few questions to tell.")
    topics = find_topics(evidence.reading)
    score = 1 if len(topics) < 2 else 2 if len(topics) == 2 else 3 if len(topics) < 5 else 5 if Topic.ADVICE in topics else 4
    turn = next((turn for turn in evidence.reading.learner if any(q.topic for q in turn.questions)), None)
    return _at(turn, score, f"Your questions touched {len(topics)} of ten topics.", lambda text: any(question.topic for question in find_questions(text)))


def score_listening(evidence: Evidence) -> Scored:
    """D6: at least a third of the questions build on an answer; asking again what was told is the low end."""
    if evidence.measures.questions < ENOUGH_QUESTIONS or evidence.measures.follow_up_share is None:
        return Scored(score=None, explanation="There were too few questions to tell.")
    share = evidence.measures.follow_up_share
    lapses = find_lapses(evidence.reading)
    followed = next((turn for turn in evidence.reading.learner if turn.follow_up), None)
    if lapses:
        return Scored(score=2 if followed else 1, explanation="Here you passed over what they had said.", turn=lapses[0].turn, quote=lapses[0].quote)
    if followed is None:
        return Scored(score=1, explanation="No question took up what you had just heard.")
    return _at(followed, 5 if share >= 1 / 3 else 4 if share >= 0.2 else 3, f"{share:.0%} of your questions took up an answer.", lambda text: "?" in text)


def score_talk_balance(evidence: Evidence) -> Scored:
    """D7: 15 to 35 per cent of the words, no long speech after the introduction."""
    share = evidence.measures.talk_share
    if share is None:
        return Scored(score=None, explanation="Nothing was said.")
    told = f"{share:.0%} of the words were yours."
    longest = max(evidence.reading.learner, key=lambda turn: turn.words)
    later = [turn for turn in evidence.reading.learner[2:] if turn.words > LONG_TURN_WORDS]
    if share > 0.5:
        return _at(longest, 1, told)
    if share > 0.35 or later:
        return _at(later[0] if later else longest, 3 if share > 0.35 else 4, told)
    return _at(longest, 5 if share >= 0.15 else 4, told)


def score_boundaries(evidence: Evidence) -> Scored:
    """D8: no request for a job, no blunt question about the host's pay or private life."""
    crossed = [fault for fault in (evidence.fault("asks_for_job"), evidence.fault("personal_or_salary_question_blunt")) if fault]
    if not crossed:
        return Scored(score=5, explanation="You asked for no job and kept to the work.")
    first = crossed[0]
    repaired = any(is_apology(turn.text) for turn in evidence.reading.learner if turn.n > (first.turn or 0))
    score = 1 if len(crossed) > 1 else 3 if repaired else 2
    return Scored(score=score, explanation="Here you went past what the meeting is for.", turn=first.turn, quote=first.quote)


def score_courtesy(evidence: Evidence) -> Scored:
    """D9: steady courtesy in the learner's own voice; directness, silence and other Englishes are no evidence."""
    rude = evidence.fault("unprofessional_language")
    if rude:
        return Scored(score=1, explanation="These words can hurt or put people off.", turn=rude.turn, quote=rude.quote)
    courteous = [turn for turn in evidence.reading.learner if has_courtesy(turn.text)]
    if not courteous:
        return Scored(score=3, explanation="Neutral throughout, with few words of courtesy.")
    return _at(courteous[0], 5 if len(courteous) > 1 else 4, "Courteous, in your own words.", has_courtesy)


def score_time(evidence: Evidence) -> Scored:
    """D10: confirms the time, flags the end, ends or gets consent."""
    learner = evidence.reading.learner
    over = evidence.fault("overruns_time")
    if over:
        return Scored(score=1, explanation="You went on past the time without asking whether that is all right.", turn=over.turn, quote=over.quote)
    early = next((turn for turn in learner[:OPENING_TURNS] if hears_time(turn.text)), None)
    late = next((turn for turn in learner[OPENING_TURNS:] if hears_time(turn.text)), None)
    if early and late:
        return _at(late, 5, "You named the time at the start and again near the end.", hears_time)
    if early or late:
        return _at(early or late, 4, "You showed that you were keeping the time in mind.", hears_time)
    if evidence.reading.overrun_s is None:
        return Scored(score=None, explanation="No times are known, and nobody spoke of them.")
    return Scored(score=3, explanation="You stayed within the time without a word on it.")


def score_referral(evidence: Evidence) -> Scored:
    """D11: asks for people, leave to use the name, one step that both agree on."""
    asked = next((turn for turn in evidence.reading.learner if hear_referral_ask(turn.text)), None)
    named = any(_LEAVE_TO_NAME.search(turn.text) for turn in evidence.reading.learner)
    step = find_next_step(evidence.reading)
    if asked is None:
        return Scored(score=2 if step else 1, explanation="You did not ask whom else you could talk to.")
    score = 3 + named + (step is not None)
    return _at(asked, score, "You asked whom else to talk to." if score == 3 else "You asked for people, and made the next step easy.", hear_referral_ask)


def score_close(evidence: Evidence) -> Scored:
    """D12: signals the end, names one thing learned, thanks for the time."""
    closing = evidence.reading.learner[-CLOSING_TURNS:]
    thanked = next((turn for turn in closing if has_thanks(turn.text)), None)
    closed = next((turn for turn in closing if has_close(turn.text)), None)
    if thanked is None and closed is None:
        return Scored(score=1, explanation="Nothing in your last turns closes the talk.")
    heard: frozenset[str] = frozenset().union(*(content_stems(turn.text) for turn in evidence.reading.host))
    taken = next((turn for turn in closing if _names_a_thing(turn, heard)), None)
    score = 2 + (thanked is not None) + ((closed is not None and closed is not thanked) or _signals(closed)) + (taken is not None)
    turn = taken or thanked or closed
    return _at(turn, min(5, score), "You closed the talk with thanks." if thanked else "You closed the talk.", has_thanks)


_TAKES = re.compile(
    r"\b(?:what you said|you said|your point|the (?:bit|part|story)|i(?:'ll| will) (?:remember|think about|keep|take|try|look)|take away|stay with me|helped|learned|learnt|useful)\b",
    re.IGNORECASE,
)
_SIGNAL = re.compile(
    r"\b(?:time is|time's|half hour|minutes|nearly up|let you (?:go|get)|leave it there|stop (?:here|there)|wrap up|last question)\b", re.IGNORECASE
)


def _names_a_thing(turn: Spoken, heard: frozenset[str]) -> bool:
    return any(_TAKES.search(sentence.text) and content_stems(sentence.text) & heard for sentence in split_sentences(turn.text))


def _signals(turn: Spoken | None) -> bool:
    return turn is not None and _SIGNAL.search(turn.text) is not None


SCORES: dict[str, Callable[[Evidence], Scored]] = {
    "D1": score_introduction,
    "D2": score_purpose,
    "D3": score_preparation,
    "D4": score_question_form,
    "D5": score_range,
    "D6": score_listening,
    "D7": score_talk_balance,
    "D8": score_boundaries,
    "D9": score_courtesy,
    "D10": score_time,
    "D11": score_referral,
    "D12": score_close,
}
"""Dimension id -> rule. D13, the follow-up note, is an artefact of its own and not in the transcript."""
