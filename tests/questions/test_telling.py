"""What is told about a list and about a change to it."""

from __future__ import annotations

import pytest

from coach.engines.offline import OfflineEngine
from coach.questions import draft_questions, editing
from coach.questions.telling import TOPIC_WORDS, describe_change, find_open_topics
from coach.records import QuestionList, Topic
from tests.questions.given import make_dossier

OFFLINE = OfflineEngine()
DOSSIER = make_dossier()


def make_list(minutes: int = 30, seed: int = 0, after: int = 0) -> QuestionList:
    return draft_questions(DOSSIER, OFFLINE, occupation=None, passages=(), minutes=minutes, seed=seed, reserve=OFFLINE, after=after)


LIST = make_list()
FIRST = LIST.questions[0]


def test_every_topic_has_words_of_its_own():
    assert set(TOPIC_WORDS) == set(Topic)
    assert len(set(TOPIC_WORDS.values())) == len(Topic)
    assert all(word == word.lower() for word in TOPIC_WORDS.values())


def test_the_open_topics_are_those_without_a_question():
    held = {question.topic for question in LIST.questions}
    assert find_open_topics(LIST) == tuple(topic for topic in Topic if topic not in held)
    assert find_open_topics(LIST.model_copy(update={"questions": ()})) == tuple(Topic)


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (editing.drop(LIST, FIRST.id), "you took off"),
        (editing.add_own(LIST, "What do you do on a quiet Tuesday?", dossier=DOSSIER), "you added \u201cWhat do you do on a quiet Tuesday?\u201d"),
        (editing.reword(LIST, FIRST.id, text="What do you do on a quiet Tuesday?", dossier=DOSSIER), "you reworded"),
        (editing.lock(LIST, FIRST.id), "you locked"),
        (editing.put_in_place(LIST, FIRST.id, question=FIRST), "you swapped"),
        (editing.move(LIST, FIRST.id, by=1), "you changed the order"),
        (make_list(seed=1, after=99), "another list was made"),
        (make_list(minutes=20, after=99), "a list for 20 minutes was made"),
    ],
)
def test_a_change_is_told_in_a_few_words(after, said):
    told = describe_change(LIST, after)
    assert told.startswith(said)
    assert len(told) < 90


def test_a_question_let_go_again_is_told_as_unlocked():
    assert describe_change(editing.lock(LIST, FIRST.id), LIST).startswith("you unlocked")
