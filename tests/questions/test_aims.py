"""What the learner wants to know, ready to be said to the host."""

from __future__ import annotations

import pytest

from coach.engines.offline.questions.aims import find_aims, say_aloud
from coach.engines.offline.questions.mentions import find_mentions
from tests.questions.given import make_dossier


@pytest.mark.parametrize(
    ("purpose", "clauses"),
    [
        ("i wanna know if its worth it with my bad back", ["whether it is worth it with my bad back"]),
        (
            "Want to understand how she went from nursing to boats and what she would do again",
            ["how you went from nursing to boats", "what you would do again"],
        ),
        ("is my maths enough for the exam?", ["whether my maths is enough for the exam"]),
        ("do you steer by yourself or does the mate?", ["whether you steer by yourself or the mate does"]),
        ("how did he get the ticket without money", ["how you got the ticket without money"]),
        ("Does he sleep on board", ["whether you sleep on board"]),
        ("curious why they left the navy", ["why they left the navy"]),
        ("I want to know if I would be seasick or if one gets used to it", ["whether I would be seasick or whether one gets used to it"]),
        ("do u get seasick or does it feel good", ["whether you get seasick or whether it feels good"]),
        (
            "want to know if deck people (not office people) really get hired or was she just lucky",
            ["whether deck people really get hired or whether you were just lucky"],
        ),
        ("find out is do you sleep on board", ["whether you sleep on board"]),
        ("whether my time in hotels counts, how many nights she works", ["whether my time in hotels counts", "how many nights you work"]),
        ("if one foreigner with accent can be skipper in Ireland", ["whether a foreigner with an accent can be a skipper in Ireland"]),
        ("want to know what they do about staying awake", ["what people do about staying awake"]),
        ("ask if ur hands are wrecked by 40", ["whether people's hands are wrecked by 40"]),
        ("could we talk for twenty minutes?", []),
        ("mad for me or if you get used to it", []),
        ("asdf qwer zxcv", []),
        ("see https://evil.example if you want to know how", []),
    ],
)
def test_wishes_become_indirect_questions(purpose, clauses):
    assert [say_aloud(aim.clause) for aim in find_aims(purpose) if aim.clause] == clauses


@pytest.mark.parametrize(
    "purpose", ["can she give me a job", "find out whether there are any openings", "ask if he can get me an internship", "how much is he paid"]
)
def test_a_wish_for_a_job_or_for_money_is_left_unsaid(purpose):
    assert find_aims(purpose) == ()


def test_a_sentence_about_the_learner_is_kept_with_the_question_that_leans_on_it():
    kinds = {mention.kinds[0]: mention.slots for mention in find_mentions(make_dossier((), purpose="I get seasick. is that a reason to stop?"))}
    assert kinds["self_aim"] == {"s": "I get seasick", "c": "whether that is a reason to stop"}
    said = find_aims("I have never steered anything bigger than a kayak. is that enough to start or do I wait?")
    assert [aim.self_said or aim.clause for aim in said] == [
        "I have never steered anything bigger than a kayak",
        "whether that is enough to start or whether I should wait",
    ]


def test_a_question_behind_a_sentence_about_the_learner_is_told_apart():
    said = find_aims('I like ropes and people but is "knotting" a real job and does it last')
    assert [aim.self_said or aim.clause for aim in said] == ["I like ropes and people", 'whether "knotting" is a real job']
    assert [aim.self_said for aim in find_aims("I like knots more than history, is that allowed") if aim.self_said] == ["I like knots more than history"]


def test_a_you_that_may_be_anybody_is_not_put_as_the_hosts():
    kinds = {m.kinds[0] for m in find_mentions(make_dossier((), purpose="I want to know whether you need steady hands"))}
    assert kinds == {"aim_you"}
    kinds = {m.kinds[0] for m in find_mentions(make_dossier((), purpose="I want to know what made her switch"))}
    assert kinds == {"aim_why"}


def test_a_wish_about_two_people_is_left_unsaid():
    assert find_aims("I want to know how he and she share the boat") == ()
