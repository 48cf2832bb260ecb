"""Practice mode: what is still unasked, what could be said next, and how the time went to the phases."""

from __future__ import annotations

import pytest

from coach.manner.questions import find_questions
from coach.records import Phase, Question, QuestionList, Topic
from coach.rehearsal import find_hint, find_unasked, measure_phase_times

STORY = "You drove a school bus. What made you change to bees?"
WORK = "What does a week in spring look like on the yard?"
ADVICE = "What would you try first in my place?"
LINKS = "Who else would be good for me to talk to about mites?"


def _question(number: int, text: str, topic: Topic, phase: Phase) -> Question:
    return Question(id=f"q{number}", text=text, topic=topic, phase=phase, minutes=3, why="To know.")


QUESTIONS = QuestionList(
    general=False,
    minutes=30,
    questions=(
        _question(1, STORY, Topic.PATH, Phase.STORY),
        _question(2, WORK, Topic.WORK, Phase.WORK),
        _question(3, ADVICE, Topic.ADVICE, Phase.ADVICE),
        _question(4, LINKS, Topic.LINKS, Phase.REFERRAL),
    ),
)


def _texts(questions):
    return [question.text for question in questions]


def test_a_question_asked_in_its_own_or_in_other_words_is_no_longer_unasked(opened, play):
    rehearsal = play(opened(), ("Hello, I'm Ana.", STORY, "So how does a week look in spring, out on the yard?"))
    assert _texts(find_unasked(rehearsal, QUESTIONS)) == [ADVICE, LINKS]


def test_what_was_not_asked_stays_unasked(opened, play):
    rehearsal = play(opened(), ("Hello, I'm Ana.", "How did you learn to listen to a hive?", "I like bees."))
    assert _texts(find_unasked(rehearsal, QUESTIONS)) == [STORY, WORK, ADVICE, LINKS]


def test_the_first_hint_is_the_opening(opened):
    hint = find_hint(opened(), QUESTIONS)
    assert "Greet them" in hint.text
    assert hint.question == ""


def test_after_the_greeting_the_hint_is_the_first_question_on_their_story(opened, play):
    hint = find_hint(play(opened(), ("Hello, I'm Ana, thanks for your time.",)), QUESTIONS)
    assert hint.question == STORY
    assert STORY in hint.text


def test_after_two_questions_on_new_things_the_hint_is_to_take_up_what_was_said(opened, play):
    rehearsal = play(opened(), ("Hello, I'm Ana.", "What made you change to bees?", "Which tools do you carry on a working day?"))
    hint = find_hint(rehearsal, QUESTIONS)
    assert "take up" in hint.text
    piece = hint.text.split("\u201c")[1].split("\u201d")[0]
    assert piece.lower() in rehearsal.turns[-1].text.lower()


def test_near_the_end_the_hint_is_whom_else_to_ask_and_then_the_goodbye(opened, play):
    rehearsal = play(opened(minutes=8), ("Hello, I'm Ana.", STORY, WORK, "Which tools do you carry?"))
    hint = find_hint(rehearsal, QUESTIONS)
    assert hint.question == LINKS
    later = play(rehearsal, (LINKS, "Which of them would you begin with?", "I see."))
    assert "goodbye" in find_hint(later, QUESTIONS).text


def test_late_in_the_meeting_hints_do_not_go_back_to_the_beginning(opened, play):
    rehearsal = play(opened(minutes=20), ("Hello, I'm Ana.", *("I see, thank you." for _ in range(14))))
    assert find_hint(rehearsal, QUESTIONS).question == ADVICE


def test_with_everything_asked_there_is_still_a_hint(opened, play):
    rehearsal = play(opened(), ("Hello, I'm Ana.", STORY, WORK, ADVICE, LINKS))
    assert find_unasked(rehearsal, QUESTIONS) == ()
    assert find_hint(rehearsal, QUESTIONS).text
    assert find_hint(rehearsal, None).text


@pytest.mark.parametrize("minutes", [20, 30, 45])
def test_the_phases_add_up_to_the_meeting_and_the_time_to_the_clock(opened, play, minutes):
    rehearsal = play(opened(minutes=minutes), ("Hello, I'm Ana.", "How did you come to this work?", "What does a day look like?"))
    parts = measure_phase_times(rehearsal)
    assert [part.phase for part in parts] == list(Phase)
    assert sum(part.minutes for part in parts) == minutes
    assert sum(part.spent for part in parts) == pytest.approx(rehearsal.state.elapsed_s / 60, abs=0.3)
    assert [part.phase for part in parts if part.now] == [Phase.WORK]
    assert {part.phase: part.spent for part in parts}[Phase.STORY] == 1.0


def test_no_hint_puts_two_questions_or_a_request_for_a_job_into_anybodys_mouth(opened, play):
    rehearsal = opened()
    for text in ("Hello, I'm Ana.", "How did you begin?", "What is a week like?", "What is hard?", "And then?", "What should I try?"):
        rehearsal = play(rehearsal, (text,))
        hint = find_hint(rehearsal, QUESTIONS)
        assert len(find_questions(hint.question)) <= 1
