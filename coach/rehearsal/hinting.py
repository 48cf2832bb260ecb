"""What helps in practice mode: which of the prepared questions are still unasked, what could be said next, and how the time went to the phases. Pure; no engine is asked."""

from __future__ import annotations

from coach.manner.phases import measure_phases
from coach.manner.wording import content_stems, split_sentences, split_words
from coach.records import Hint, Move, Phase, PhaseTime, Question, QuestionList, Rehearsal, Speaker
from coach.rehearsal.hearing import end_s, learner_moves, state_before
from coach.rehearsal.matching import find_gist

_SHARED = 0.6
"""Share of a prepared question's words of weight that an utterance takes up where it is asked, in whatever words around."""
_ALIKE = 0.8
"""The same of all its words, for questions that have hardly a word of weight."""
_ORDER = tuple(Phase)
_LAST_MINUTES = 4.0
_GIST_WORDS = 14
_TAKEN_UP_AFTER = 2
"""So many questions on new things in a row, and the hint is to take up what was said."""


def find_unasked(rehearsal: Rehearsal, questions: QuestionList) -> tuple[Question, ...]:
    """The prepared questions that the learner has not asked yet, in the order of the list."""
    said = [(content_stems(turn.text), frozenset(split_words(turn.text))) for turn in rehearsal.turns if turn.speaker is Speaker.INTERVIEWER]
    return tuple(question for question in questions.questions if not any(_is_asked(question, stems, words) for stems, words in said))


def _is_asked(question: Question, stems: frozenset[str], words: frozenset[str]) -> bool:
    """Whether an utterance takes up most of the words of weight of the question or of its last sentence, or nearly all words of the latter."""
    last = split_sentences(question.text)[-1].text
    if any(len(own & stems) >= max(2, _SHARED * len(own)) for own in (content_stems(question.text), content_stems(last))):
        return True
    plain_words = frozenset(split_words(last))
    return len(plain_words & words) >= max(4, _ALIKE * len(plain_words))


def find_hint(rehearsal: Rehearsal, questions: QuestionList | None) -> Hint:
    """What the learner could say next, by where the meeting stands; a question of the list where one fits the phase.

    At the start it is the opening, near the end the thanks and the goodbye, after questions on ever new things a follow-up. Every hint leaves the words to the learner.
    """
    state = state_before(rehearsal)
    if not rehearsal.turns:
        return Hint(text="Greet them, say your name and why you asked for this talk, and whether half an hour still suits them.")
    left = (end_s(rehearsal, state) - state.elapsed_s) / 60
    unasked = find_unasked(rehearsal, questions) if questions else ()
    if left <= 1.0:
        return Hint(text="The time is nearly up. Thank them for something they said, say what you will do with it, and say goodbye.")
    if left <= _LAST_MINUTES and not _has_asked_whom_next(rehearsal):
        return _offer("There is little time left. You could ask whom else to talk to", [q for q in unasked if q.phase is Phase.REFERRAL])
    gist = _find_last_gist(rehearsal)
    if gist and _new_things(rehearsal) >= _TAKEN_UP_AFTER:
        return Hint(text=f"You could take up what they just said: \u201c{gist}\u201d. Ask how that came about, or for one time it happened.")
    phase = _due_phase(rehearsal)
    later = [question for question in unasked if _ORDER.index(question.phase) >= _ORDER.index(phase)] or list(unasked)
    if later:
        return _offer("You could ask", later)
    if gist:
        return Hint(text=f"You could go further into what they just said: \u201c{gist}\u201d.")
    return Hint(text="You could ask what you would like to know most before you go.")


def _offer(text: str, questions: list[Question]) -> Hint:
    return Hint(text=f"{text}: \u201c{questions[0].text}\u201d", question=questions[0].text) if questions else Hint(text=f"{text}.")


def _has_asked_whom_next(rehearsal: Rehearsal) -> bool:
    return any(state.move == Move.PEOPLE for state in learner_moves(rehearsal))


def _new_things(rehearsal: Rehearsal) -> int:
    """How many of the latest questions in a row took up nothing that was said."""
    count = 0
    for before, state in zip(reversed(learner_moves(rehearsal)[:-1]), reversed(learner_moves(rehearsal)), strict=False):
        if state.move != Move.QUESTION or sum(state.follow_ups.values()) > sum(before.follow_ups.values()):
            break
        count += 1
    return count


def _find_last_gist(rehearsal: Rehearsal) -> str:
    """A piece of the last reply that can be taken up; empty where it told nothing."""
    last = rehearsal.turns[-1]
    if last.speaker is Speaker.INTERVIEWER or not learner_moves(rehearsal) or learner_moves(rehearsal)[-1].move != Move.QUESTION:
        return ""
    return find_gist(last.text, keywords=(), most=_GIST_WORDS).rstrip(".")


def _due_phase(rehearsal: Rehearsal) -> Phase:
    """The phase that the clock says is due, or the one the talk has come to where that is later."""
    state, spent = state_before(rehearsal), 0.0
    due = Phase.CLOSE
    for phase, minutes in measure_phases(rehearsal.planned_minutes).items():
        spent += minutes
        if state.elapsed_s / 60 < spent:
            due = phase
            break
    return max(due, state.phase, key=_ORDER.index)


def measure_phase_times(rehearsal: Rehearsal) -> tuple[PhaseTime, ...]:
    """Every phase with its minutes of the plan and the minutes it took; a turn counts for the phase that the learner's words had brought the talk to."""
    spent = dict.fromkeys(Phase, 0.0)
    before = 0.0
    for turn in rehearsal.turns:
        if turn.state is not None:
            spent[turn.state.phase] += max(0.0, turn.state.elapsed_s - before)
            before = max(before, turn.state.elapsed_s)
    now = state_before(rehearsal).phase
    return tuple(
        PhaseTime(phase=phase, minutes=minutes, spent=round(spent[phase] / 60, 1), now=phase is now and rehearsal.ended is None)
        for phase, minutes in measure_phases(rehearsal.planned_minutes).items()
    )
