"""Questions in an utterance and the tests of a good question."""

from __future__ import annotations

import pytest

from coach.manner.questions import faults_of_question, find_questions, find_topic, is_double_barrelled
from coach.records import Topic

GOOD = [
    "How did you come to this work?",
    "What does a week look like when nothing goes to plan?",
    "Could you tell me about a day that went well?",
    "I'd like to hear how you learned to read a room.",
    "What would you try first if you were in my place?",
    "How has the work changed since the new rules came in?",
    "What do beginners find hardest, in your experience?",
    "What keeps you in this job on a wet Monday?",
    "How are newcomers treated where you work?",
    "Which part of your training turned out to matter most, and why?",
]


@pytest.mark.parametrize("text", GOOD)
def test_a_good_question_passes_every_test(text):
    assert faults_of_question(text) == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Do you like your job?", "closed"),
        ("How many people are on the roster?", "closed"),
        ("What do you enjoy, and how did you train for it?", "double_barrelled"),
        ("Surely the nights are the worst of it?", "leading"),
        ("How long does the diploma take?", "answerable_by_search"),
        ("What does the word easement mean?", "answerable_by_search"),
        ("Could you pass my CV to your manager?", "asks_for_job"),
        ("How much do you earn?", "intrusive"),
        ("I like boats.", "not_a_question"),
        ("What the hell made you stay?", "unprofessional_language"),
        ("What " + "really " * 40 + "happens?", "too_long"),
    ],
)
def test_each_test_names_its_fault(text, fault):
    assert fault in faults_of_question(text)


def test_a_figure_or_name_must_stand_in_what_the_question_is_grounded_in():
    text = "You moved from Tarn Engineering in 2014; what was behind that?"
    assert "ungrounded" in faults_of_question(text)
    assert "ungrounded" not in faults_of_question(text, grounded_in=("She left Tarn Engineering in 2014 after the merger.",))


def test_a_requirement_must_stand_in_what_the_question_is_grounded_in():
    text = "Since registration is required after a year, how do people cope with it?"
    assert "ungrounded" in faults_of_question(text)
    assert "ungrounded" not in faults_of_question(text, grounded_in=("Registration is required within a year.",))


@pytest.mark.parametrize(
    "text", ["What would the next five years look like?", "Which one or two habits helped you most, and how?", "How does the New Zealand way differ?"]
)
def test_everyday_numbers_and_places_need_no_ground(text):
    assert "ungrounded" not in faults_of_question(text)


def test_a_question_is_quoted_verbatim_from_its_offset():
    text = "That’s a lot of bread.  So… what’s the first thing you do?  I'd love to hear how you learned that, too."
    found = find_questions(text)
    assert len(found) == 2
    assert all(text[question.start : question.start + len(question.text)] == question.text for question in found)


@pytest.mark.parametrize(
    "text",
    [
        "Could you tell me about your training",
        "I'd like to hear how you handled the flood.",
        "Tell me more about the night shift.",
        "Walk me through a callout.",
        "I'm curious how you price a job.",
        "I was wondering what keeps you here.",
        "so what does a normal day look like",
        "Please explain me how is the first year for a nurse.",
        "I would be interested to know what surprised you.",
    ],
)
def test_an_indirect_or_unmarked_question_is_a_question_and_open(text):
    found = find_questions(text)
    assert found
    assert found[0].open
    assert found[0].substantive


@pytest.mark.parametrize(
    "text",
    [
        "I work in a bakery.",
        "When I was young, we had goats.",
        "What a day.",
        "Thank you for having me.",
        "I hope to find out whether it suits me.",
        "The shop where you trained is near us.",
    ],
)
def test_a_statement_is_no_question(text):
    assert find_questions(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Is it okay if I take notes?",
        "How are you today?",
        "Do we still have half an hour?",
        "Who else could I talk to?",
        "Could I leave my CV with you?",
        "Really?",
        "Can you hear me?",
        "Sorry, could you say that again?",
    ],
)
def test_courtesies_time_checks_and_requests_are_not_substantive(text):
    assert not any(question.substantive for question in find_questions(text))


def test_a_question_and_its_rewording_count_as_one_open_question():
    found = [question for question in find_questions("Is it hard, the waiting? I mean, how do you get through it?") if question.substantive]
    assert len(found) == 1
    assert found[0].open
    assert not is_double_barrelled("Is it hard, the waiting? I mean, how do you get through it?")


def test_two_alternatives_within_one_question_are_one_question():
    assert not is_double_barrelled("Would you start with the course, or with a season on the boats?")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("How did you end up in this line of work?", Topic.PATH),
        ("What led you away from teaching?", Topic.PATH),
        ("What does a usual Tuesday look like?", Topic.WORK),
        ("Could you walk me through your morning?", Topic.WORK),
        ("Which skills matter most?", Topic.SKILL),
        ("What kind of person does well at this?", Topic.SKILL),
        ("What wears people down?", Topic.HARD),
        ("What happens when it goes wrong?", Topic.HARD),
        ("What do you enjoy most?", Topic.JOY),
        ("What keeps you in the job?", Topic.JOY),
        ("How are decisions made in your team?", Topic.ORG),
        ("What is the culture like?", Topic.ORG),
        ("How is technology changing the trade?", Topic.FIELD),
        ("What will the field look like in ten years?", Topic.FIELD),
        ("How do people usually get in?", Topic.ENTRY),
        ("What do employers look for?", Topic.ENTRY),
        ("What would you do in my shoes?", Topic.ADVICE),
        ("What advice would you give a beginner?", Topic.ADVICE),
        ("Who else should I talk to?", Topic.LINKS),
        ("Is there a group where beginners meet?", Topic.LINKS),
    ],
)
def test_a_question_is_tagged_with_its_topic(text, topic):
    assert find_topic(text) is topic


@pytest.mark.parametrize(
    "text", ["How did you build that up?", "Why is that?", "What happened next?", "And then?", "Could you say more about that?", "How did it go?", ""]
)
def test_a_short_follow_up_names_no_topic(text):
    assert find_topic(text) is None


def test_the_topic_of_a_long_turn_is_that_of_its_question():
    story = "My manager at the bank was strict, and our team had meetings all day, and I dreamed of boats. "
    assert find_topic(story + "What do you enjoy most out there?") is Topic.JOY
