"""Name, employer, years, training and past: asked about, claimed falsely, claimed rightly."""

from __future__ import annotations

import pytest

from coach.rehearsal.oneself import find_asked_about, find_claims
from tests.rehearsal.conftest import last_reply


@pytest.mark.parametrize(
    ("about", "text"),
    [
        ("name", "Sorry, what was your name again?"),
        ("name", "What should I call you?"),
        ("employer", "Who do you work for?"),
        ("employer", "What's the name of your company?"),
        ("years", "How long have you been in the job?"),
        ("years", "How many years is that altogether?"),
        ("started", "What year did you start?"),
        ("training", "What did you study?"),
        ("training", "Was your training a degree?"),
        ("before", "What did you do before?"),
        ("team", "How big is your team?"),
        ("works_with", "Who do you mostly work with?"),
        ("first_job", "What was your first job?"),
        ("place", "Where are you based?"),
    ],
)
def test_a_question_about_oneself_is_told_by_its_words(about, text):
    assert about in find_asked_about(text)


@pytest.mark.parametrize(
    "text",
    [
        "How long does it take to learn?",
        "What do you do all day?",
        "May I use your name?",
        "How long have you wanted to change that?",
        "What is your week like?",
    ],
)
def test_questions_on_the_work_are_not_about_oneself(text):
    assert find_asked_about(text) == ()


@pytest.mark.parametrize(
    ("about", "text"),
    [
        ("years", "So that's forty-one years in the profession?"),
        ("years", "Congratulations on your thirty years of beekeeping."),
        ("started", "You started in 1971, I believe."),
        ("training", "You said you studied in Paris."),
        ("training", "Your degree from Oxford must have helped."),
        ("before", "Before this you were in the navy, you said."),
        ("before", "When you were a policeman, did it help?"),
        ("employer", "The place where you work, Quillfeather and Daughters, how big is it?"),
        ("name", "A minute ago you told me your name was Bartholomew."),
        ("feeling", "You told me that you hated your training."),
        ("private", "You mentioned your wife."),
    ],
)
def test_false_claims_are_found(opened, about, text):
    claims = find_claims(text, opened().career_model)
    assert [claim.true for claim in claims if claim.about == about] == [False]


def test_true_claims_are_true(opened):
    me = opened().career_model
    for text in (
        f"So that's {me.years} years in the trade?",
        f"You said your name is {me.name}.",
        f"You started in {me.started}.",
        "Before this you drove a bus, you said.",
    ):
        assert all(claim.true for claim in find_claims(text, me)), text


@pytest.mark.parametrize(
    "text",
    ["I've worked in a bakery for five years.", "Did you study engineering?", "You said it was hard. What makes it so?", "I read that site work is different."],
)
def test_what_claims_nothing_is_left_alone(opened, text):
    assert find_claims(text, opened().career_model) == ()


def test_a_false_claim_is_denied_and_put_right(opened, say):
    rehearsal = opened()
    reply = last_reply(say(rehearsal, "So that's forty-one years in the profession?"))
    assert "forty-one" not in reply
    assert "nine years" in reply.lower()


def test_name_employer_and_years_stay_the_same_however_often_they_are_asked(opened, play):
    ways = {
        "name": [
            "What's your name?",
            "Sorry, I didn't catch your surname. What was it again?",
            "What name would they say on the phone?",
            "So what do people call you?",
        ],
        "employer": ["Who do you work for?", "What's your company called?", "Where is it that you work?", "Which company are you with?"],
        "years": ["How long have you been doing this?", "How many years is that in total?", "How long have you been in the trade altogether?"],
    }
    for seed in range(3):
        rehearsal = opened(seed=seed)
        me = rehearsal.career_model
        truth = {"name": me.name.split()[-1], "employer": me.employer, "years": "nine years"}
        for about, texts in ways.items():
            for text in texts:
                rehearsal = play(rehearsal, [text])
                assert truth[about].lower() in last_reply(rehearsal).lower(), text
