"""Listening: follow-ups, questions asked twice, and passing over the host."""

from __future__ import annotations

import pytest

from coach.manner.attention import find_lapses
from coach.manner.listening import is_follow_up, is_repeat
from coach.manner.next_step import find_next_step
from coach.manner.reading import read_transcript
from coach.records import Speaker, Transcript, TranscriptTurn

ANSWER = "We lost the barley twice, and the second time I slept in the drying shed for a week because nobody trusted the burner."


def talk(*texts: str, first: Speaker = Speaker.CAREER_MODEL) -> Transcript:
    order = [first, Speaker.INTERVIEWER if first is Speaker.CAREER_MODEL else Speaker.CAREER_MODEL]
    return Transcript(turns=tuple(TranscriptTurn(speaker=order[n % 2], text=text) for n, text in enumerate(texts)))


@pytest.mark.parametrize(
    "question",
    [
        "What was it like, sleeping in the shed?",
        "Twice! How did you keep going after that?",
        "How did you learn to trust the burner again?",
        "Why didn't they?",
        "You said nobody trusted it. What changed that?",
        "Nobody trusted the burner. How did you live with that?",
        "How did that change how you work?",
        "And the barley?",
    ],
)
def test_taking_up_the_answer_is_a_follow_up(question):
    assert is_follow_up(question, answer=ANSWER)


@pytest.mark.parametrize(
    "question",
    [
        "Great. What skills do you need?",
        "Lovely. Fifth, what is heavy about it?",
        "Okay. My next question is about training: how did you train?",
        "What do you enjoy most?",
        "Is there much travel?",
        "I see. How do people get in?",
        "Would you say it takes patience?",
        "",
    ],
)
def test_moving_to_the_next_planned_topic_is_none(question):
    assert not is_follow_up(question, answer=ANSWER)


def test_naming_something_said_earlier_is_a_follow_up():
    earlier = ("My first boss, Tavita, kept bees behind the brewery.",)
    assert is_follow_up("What did you learn from Tavita about the brewery?", answer="It rains a lot.", earlier=earlier)
    assert not is_follow_up("What did you learn at school?", answer="It rains a lot.", earlier=earlier)


def test_a_question_asked_again_names_the_first_asking():
    earlier = ("How do you price a job?", "What skills matter most in your work?")
    assert is_repeat("Right. And what skills matter most in your work?", earlier=earlier) == 1
    assert is_repeat("What would you change about your work?", earlier=earlier) is None
    assert is_repeat("Sorry, could you say again how you price a job?", earlier=earlier) is None


@pytest.mark.parametrize(
    "turns",
    [
        ("The worst of it was the way the valve kept—", "Do you like dogs?", "I do."),
        ("I trained in Hobart, then came here.", "Where did you train?", "Hobart, as I said."),
        ("There are nine of us.", "How many of you are there?", "Nine. I did mention it."),
        ("Have you ever held a graver?", "What's the most expensive thing you've made?", "A ring."),
        ("I could take you down to see the kiln if you'd like.", "What temperature does it reach?", "Twelve hundred."),
        ("What draws you to it?", "Okay. Who are your main clients?", "Councils."),
        ("Mind the step.", "What do you look for in a horse?", "Its ears.", "Right. What do you look for in a horse?", "Its ears, still."),
    ],
)
def test_passing_over_the_host_is_a_lapse(turns):
    assert find_lapses(read_transcript(talk(*turns)))


@pytest.mark.parametrize(
    "turns",
    [
        ("We start by checking the seals and then—", "Sorry, I cut you off. Please go on.", "The seals, then the pump."),
        ("What can I tell you about it all?", "How did you start?", "Badly."),
        ("Have you ever held a graver?", "No, never. What does it feel like in the hand?", "Like a pen."),
        ("Would you like some tea?", "Yes please. How do you start the day?", "Slowly."),
        ("It's hot work, isn't it?", "How do you cope?", "Water."),
        ("We lost two sheds.", "Could you say that again?", "We lost two sheds, I said."),
        ("Where are you from?", "Just down the road. How long is a shift?", "Ten hours."),
        ("I was a clerk once.", "What did you like about being a clerk?", "Lunch."),
    ],
)
def test_answering_and_making_room_is_none(turns):
    assert find_lapses(read_transcript(talk(*turns))) == ()


@pytest.mark.parametrize(
    ("offer", "reply"),
    [
        ("I'll text Rangi tonight and tell him to expect you.", "Perfect, thank you."),
        ("Come by on Thursday at four and you can watch a fitting.", "I'd love to, I'll be there."),
        ("I'll give her your number, she'd be happy to talk.", "Brilliant, thanks."),
    ],
)
def test_an_undertaking_that_is_accepted_is_a_next_step(offer, reply):
    step = find_next_step(read_transcript(talk(offer, reply)))
    assert step is not None
    assert step.quote in offer


@pytest.mark.parametrize(
    ("offer", "reply"),
    [
        ("Try Hinemoa in the district office.", "Great, thanks."),
        ("I can ask her, no promises.", "Okay, awesome."),
        ("There's a lunch group on the first Thursday.", "Thanks, I'll go."),
        ("I'll think about it.", "Thanks."),
        ("Tell her I sent you.", "I will, thank you."),
        ("I'll text Rangi tonight and tell him to expect you.", "What is your shed like in winter?"),
    ],
)
def test_accepting_a_tip_or_not_accepting_is_no_next_step(offer, reply):
    assert find_next_step(read_transcript(talk(offer, reply))) is None
