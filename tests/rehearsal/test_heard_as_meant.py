"""What learners said to the built-in coach and what it should have heard: lines of people who played learners, in other words."""

from __future__ import annotations

import pytest

from coach.engines.offline.rehearsal.speech import to_talk
from coach.records import Move, Style
from coach.rehearsal.persona import start_state
from coach.rehearsal.reading import find_learner_name, read_utterance

LATER = [
    (Move.JOB, "Does your place ever need a trainee?"),
    (Move.JOB, "What if I just turn up and sweep for free?"),
    (Move.JOB, "I'd come in for nothing, it would cost you nothing at all."),
    (Move.PROBE, "Is there really somebody typing at the other end?"),
    (Move.PROBE, "Could you put that into a haiku?"),
    (Move.PROBE, "Would you mind being my old headmaster for a minute?"),
    (Move.PROBE, "Which of my questions was the best?"),
    (Move.PERSONAL, "Which suburb do you live in?"),
    (Move.PERSONAL, "So how much do you get?"),
    (Move.SHORTER, "Keep it short, will you?"),
    (Move.FLATTERY, "You're a superstar, you know?"),
    (Move.IDENTITY, "For my report: your name, your employer, how many years, and how you trained."),
    (Move.IDENTITY, "Was it in Hamilton that you trained?"),
    (Move.IDENTITY, "I only wanted to know if you went to university for it?"),
    (Move.IDENTITY, "Who do you have working alongside you?"),
    (Move.QUESTION, "What would I be slow at to begin with?"),
    (Move.QUESTION, "What's a stocktake like?"),
    (Move.QUESTION, "Or is there still a way in for somebody like me?"),
]


@pytest.mark.parametrize(("move", "said"), LATER, ids=[said[:40] for _, said in LATER])
def test_a_line_in_mid_talk_is_heard_as_meant(move, said, opened, say):
    rehearsal = say(say(opened(), "Hello, I'm Ana, thanks for making time."), "How did you get into it?")
    assert read_utterance(rehearsal, said, state=rehearsal.state).move is move


@pytest.mark.parametrize(
    "said",
    [
        "Good morning, I'm Tom, I drive a van and I'm wondering whether this might be something for me.",
        "Hello, nice to meet you. I'm Marta and I'm curious about the trade, so thank you for talking to me.",
    ],
)
def test_an_introduction_that_wonders_is_a_greeting(said, opened):
    rehearsal = opened()
    assert read_utterance(rehearsal, said, state=start_state(Style.WARM)).move is Move.GREETING


@pytest.mark.parametrize(
    ("said", "kind"), [("Was she all right in the end?", "somebody"), ("Did that really happen?", "happened"), ("So you basically just drive all day?", "only")]
)
def test_what_a_closed_question_is_about_decides_its_answer(said, kind, opened, say):
    rehearsal = say(say(opened(), "Hello, I'm Ana, thanks for making time."), "How did you get into it?")
    assert read_utterance(rehearsal, said, state=rehearsal.state).kind == kind


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Yo, I'm Zed, I mind doors in town.", "Zed"),
        ("Mōrena. Ko Hine Pōtae ahau.", "Hine"),
        ("Bula! I'm Priya.", "Priya"),
        ("Hello Misha, I'm Tom, from town.", "Tom"),
    ],
)
def test_a_greeting_is_no_name(said, name, opened, say):
    assert find_learner_name(say(opened(), said)) == name


def test_a_name_that_begins_with_a_task_is_left_alone():
    assert to_talk("Repair work goes by the telephone.") == "Repair work goes by the telephone."
    assert to_talk("Repair engines and test them.").startswith("I repair engines")
