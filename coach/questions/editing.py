"""The learner's hand on a list: every change gives a new list with the rest as it was, the phases in order and the minutes shared out anew."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from coach.errors import InputRejected, NotReady
from coach.manner.questions import find_topic
from coach.questions.candidates import find_stems
from coach.questions.own import read_own_text, write_own
from coach.questions.plan import ASKING, PHASE_OF, lay_out, plan_list
from coach.records import Dossier, Question, QuestionList, Topic

TOO_LONG = "There are more questions here than the time allows. Put those that matter most first in each part, and ask the others only if there is time."
NO_ADVICE = "Nothing here asks for their advice yet. One such question gives you something to do afterwards."
NO_LINKS = "Nothing here asks whom else you could talk to. That question leads to the next person."
FEW_TOPICS = "The questions stay close together. One or two on another topic would show you more of the work."
EMPTY = "Your list is empty. Write a question of your own, or have a new list made."

_SOFT = frozenset({TOO_LONG, NO_ADVICE, NO_LINKS, FEW_TOPICS, EMPTY})
_FEWEST_TOPICS = 5
_TOO_MANY = 1.25
"""How far beyond its plan a list may go: 7 questions for 20 minutes, 10 for 30 (pedagogy 6, item 2), 15 for 45."""

_SAME_QUESTION = 0.5
_NUMBER = re.compile(r"q(\d{1,9})")


def find_question(questions: QuestionList, question_id: str) -> Question:
    """The question of that id. Raises `InputRejected` where the list holds none."""
    found = next((question for question in questions.questions if question.id == question_id), None)
    if found is None:
        raise InputRejected(f"There is no question {question_id[:20]} on this list.", mend="Look at the list as it is now, and choose one of its questions.")
    return found


def last_number(questions: QuestionList) -> int:
    """The highest number that an id of this list has borne, also of a question that is gone; lists of an older version remember only what stands on them."""
    numbers = (_NUMBER.fullmatch(question.id) for question in questions.questions)
    return max((questions.given, *(int(number[1]) for number in numbers if number)))


def next_id(questions: QuestionList) -> str:
    """An id that no question of this list has borne."""
    return f"q{last_number(questions) + 1}"


def reword(questions: QuestionList, question_id: str, *, text: str, dossier: Dossier) -> QuestionList:
    """The list with this question in the learner's words; what the tests have against them stands in its `check`, and the words stay.

    The topic is found anew where the wording changed it, and the question then goes to the phase of that topic. Raises `InputRejected` for an unknown id, an empty
    or endless text, or one that stands on the list already.
    """
    before = find_question(questions, question_id)
    words = read_own_text(text)
    if words == before.text:
        return questions
    _check_unlike(words, (question for question in questions.questions if question is not before))
    topic = _find_topic_anew(before, words)
    written = write_own(words, dossier, topic=topic, id_=question_id, before=before.sources)
    kept = {"locked": before.locked, "phase": before.phase if topic is before.topic else written.phase}
    if topic is before.topic and _is_much_the_same(before.text, words):
        kept["why"] = before.why
    return _replace(questions, question_id, written.model_copy(update=kept))


def move(questions: QuestionList, question_id: str, *, by: int) -> QuestionList:
    """The list with this question so many places later (earlier where `by` is negative); a step beyond the edge of a phase takes it into the next one.

    At either end of the list it stays. Raises `InputRejected` for an unknown id.
    """
    find_question(questions, question_id)
    held = list(questions.questions)
    for _ in range(min(abs(by), len(held) + len(ASKING))):
        _step(held, question_id, forward=by > 0)
    return _with(questions, tuple(held))


def lock(questions: QuestionList, question_id: str) -> QuestionList:
    """The list with this question kept, whatever is drafted anew. Raises `InputRejected` for an unknown id."""
    return _replace(questions, question_id, find_question(questions, question_id).model_copy(update={"locked": True}))


def unlock(questions: QuestionList, question_id: str) -> QuestionList:
    """The list with this question free to be replaced. Raises `InputRejected` for an unknown id."""
    return _replace(questions, question_id, find_question(questions, question_id).model_copy(update={"locked": False}))


def drop(questions: QuestionList, question_id: str) -> QuestionList:
    """The list without this question; its minutes go to the others. Raises `InputRejected` for an unknown id."""
    dropped = find_question(questions, question_id)
    return _with(questions, tuple(question for question in questions.questions if question is not dropped))


def add_own(questions: QuestionList, text: str, *, dossier: Dossier, topic: Topic | None = None) -> QuestionList:
    """The list with a question in the learner's words at the end of the phase of its topic; what the tests have against them stands in its `check`.

    Without a `topic` it is found by rule. Raises `InputRejected` for an empty or endless text, or one that stands on the list already.
    """
    words = read_own_text(text)
    _check_unlike(words, questions.questions)
    return put_in(questions, write_own(words, dossier, topic=topic or find_topic(words) or Topic.WORK, id_=next_id(questions)))


def put_in(questions: QuestionList, question: Question) -> QuestionList:
    """The list with one question more, at the end of its phase and with an id of this list."""
    phase = question.phase if question.phase in ASKING else PHASE_OF[question.topic]
    return _with(questions, (*questions.questions, question.model_copy(update={"id": next_id(questions), "phase": phase})))


def put_in_place(questions: QuestionList, question_id: str, *, question: Question) -> QuestionList:
    """The list with another question in the place of this one, with an id of its own. Raises `InputRejected` for an unknown id, `NotReady` for a locked one."""
    before = find_question(questions, question_id)
    check_unlocked(before)
    return _replace(questions, question_id, question.model_copy(update={"id": next_id(questions), "phase": before.phase}))


def check_unlocked(question: Question) -> None:
    """Raises `NotReady` where the learner locked this question, so that nothing takes its place."""
    if question.locked:
        raise NotReady("You locked this question, so it stays.", mend="Unlock it first, then ask for another one.")


def with_notices(questions: QuestionList) -> QuestionList:
    """The list with what is to be said softly about its length and range, in place of what was said about them before."""
    told = tuple(notice for notice in questions.notices if notice not in _SOFT)
    return questions.model_copy(update={"notices": (*told, *_find_notices(questions))})


def count_on(questions: QuestionList, *, before: QuestionList) -> QuestionList:
    """The list with ids that are counted on from another one, so that no id of that one is given to a new question."""
    return questions.model_copy(update={"given": max(last_number(questions), last_number(before))})


def find_dropped(lists: Iterable[QuestionList]) -> tuple[str, ...]:
    """The texts that the learner took out or put aside, from lists in the order in which they came; a whole list drafted anew puts nothing aside."""
    found: dict[str, None] = {}
    present: frozenset[str] = frozenset()
    for before, after in pairwise(lists):
        present = frozenset(question.text for question in after.questions)
        gone = [question.text for question in before.questions if question.text not in present]
        if len(gone) == 1:
            found[gone[0]] = None
    return tuple(text for text in found if text not in present)


def _with(questions: QuestionList, changed: tuple[Question, ...]) -> QuestionList:
    """The list with these questions: in order, minutes shared out, ids remembered, notices renewed."""
    built = any(source.kind == "note" for question in changed for source in question.sources)
    update = {"questions": lay_out(changed, questions.minutes), "given": last_number(questions), "general": questions.general and not built}
    after = questions.model_copy(update=update)
    return with_notices(after.model_copy(update={"given": last_number(after)}))


def _replace(questions: QuestionList, question_id: str, after: Question) -> QuestionList:
    return _with(questions, tuple(after if question.id == question_id else question for question in questions.questions))


def _step(held: list[Question], question_id: str, *, forward: bool) -> None:
    """One place further, over the neighbour of the same phase, else into the phase beside it."""
    at = next(n for n, question in enumerate(held) if question.id == question_id)
    beside, moved = at + (1 if forward else -1), held[at]
    if 0 <= beside < len(held) and held[beside].phase is moved.phase:
        held[at], held[beside] = held[beside], held[at]
        return
    phase = ASKING.index(moved.phase) + (1 if forward else -1)
    if 0 <= phase < len(ASKING):
        held[at] = moved.model_copy(update={"phase": ASKING[phase]})


def _find_topic_anew(before: Question, words: str) -> Topic:
    """The topic of the new words where the rule reads another one off them than off the old words, else the topic there was."""
    read = find_topic(words)
    return before.topic if read is None or read is find_topic(before.text) else read


def _is_much_the_same(before: str, after: str) -> bool:
    one, other = find_stems(before), find_stems(after)
    return len(one & other) >= _SAME_QUESTION * max(len(one), len(other), 1)


def _check_unlike(words: str, others: Iterable[Question]) -> None:
    if any(words.casefold() == question.text.casefold() for question in others):
        raise InputRejected("This question stands on your list already.", mend="Ask for something else, or leave the list as it is.")


def _find_notices(questions: QuestionList) -> tuple[str, ...]:
    if not questions.questions:
        return (EMPTY,)
    planned = plan_list(questions.minutes).total
    topics = {question.topic for question in questions.questions}
    said = {
        TOO_LONG: len(questions.questions) > planned * _TOO_MANY,
        NO_ADVICE: Topic.ADVICE not in topics,
        NO_LINKS: Topic.LINKS not in topics,
        FEW_TOPICS: len(topics) < min(_FEWEST_TOPICS, planned),
    }
    return tuple(notice for notice, holds in said.items() if holds)
