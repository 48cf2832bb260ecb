"""The bank of patterns, and every question that can come out of it."""

from __future__ import annotations

import pytest

from coach.engines.offline.questions.bank import Pattern, get_bank, list_patterns
from coach.engines.offline.questions.kinds import WEIGHTS
from coach.manner.questions import faults_of_question, is_blunt_personal, is_job_request, is_referral_ask
from coach.records import Topic

WORDINGS = {
    "s": "You look after a dozen moorings",
    "i": "you look after a dozen moorings",
    "w": "you moved the old slipway",
    "g": "moving the old slipway",
    "q": '"I would rather be late than brave"',
    "c": "whether I would cope with the winter",
    "a": "a few broken ropes, and that you write about every one of them",
    "p": "skippers who leave often name the split shifts",
    "role": "a ferry skipper",
}
NOUNS = {
    "study": "your diploma in nautical science",
    "paper": "your skipper's licence",
    "title_said": 'your talk "What the tide does"',
    "title_made": 'your song "The tide"',
    "size": "60 staff, a few of them skippers",
    "sites": "two piers and a few boats",
    "learners": "a few apprentices",
    "thing": "the new hybrid ferry",
    "tasks": "checking the engine, loading the cars and writing up the log",
    "route": "a skipper's certificate",
    "aim_about": "the move from nursing to boats",
}
CLAUSES = {
    "aim_past": "how you got the ticket",
    "aim_now": "how you sleep before a night shift",
    "aim_why": "why you left nursing",
    "aim_what": "what you like most",
    "aim_would": "whether you would do it again",
    "aim_you": "how you train your ear",
    "aim_how": "how the shifts are shared",
    "aim_if": "whether the ferries will last",
}


def fill(pattern: Pattern, kind: str) -> str:
    return pattern.text.format(**{**WORDINGS, "n": NOUNS.get(kind, ""), "c": CLAUSES.get(kind, WORDINGS["c"])})


def is_sound(pattern: Pattern, text: str) -> bool:
    return (
        faults_of_question(text, grounded_in=(text,)) == ()
        and text.count("?") == 1
        and len([part for part in text.split(". ") if part]) <= 2
        and len(text.split()) <= 40
        and not is_job_request(text)
        and not is_blunt_personal(text)
        and (is_referral_ask(text) or pattern.topic is not Topic.LINKS)
    )


@pytest.mark.parametrize("topic", Topic)
def test_every_pattern_makes_questions_that_pass_the_tests(topic):
    made = [(pattern, fill(pattern, kind)) for pattern in get_bank() if pattern.topic is topic for kind in pattern.kinds]
    assert [text for pattern, text in made if not is_sound(pattern, text)] == []


def test_every_pattern_says_what_it_gives_in_one_short_sentence():
    assert [pattern.why for pattern in get_bank() if not (pattern.why.endswith(".") and 3 <= len(pattern.why.split()) <= 20)] == []


def test_the_bank_holds_at_least_120_patterns_over_the_ten_topics():
    bank = get_bank()
    assert len(bank) >= 120
    assert {pattern.topic for pattern in bank} == set(Topic)
    assert all(len([p for p in list_patterns("any") if p.topic is topic]) >= 7 for topic in Topic)
    assert len({pattern.text for pattern in list_patterns("any")}) == len(list_patterns("any"))


def test_every_kind_of_mention_meets_patterns_on_several_topics():
    kinds = {
        *WEIGHTS,
        *NOUNS,
        *CLAUSES,
        "aim_me",
        "self",
        "self_aim",
        "quote",
        "quote_told",
        "rule",
        "character",
        "history",
        "business",
        "noted_place",
        "noted_work",
        "noted_route",
        "noted_outlook",
    }
    assert [kind for kind in sorted(kinds) if len({pattern.topic for pattern in list_patterns(kind)}) < 2] == []
