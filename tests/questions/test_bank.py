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
    "aim_how": "how the shifts are shared",
    "aim_if": "whether the ferries will last",
}


def fill(pattern: Pattern, kind: str) -> str:
    return pattern.text.format(**{**WORDINGS, "n": NOUNS.get(kind, ""), "c": CLAUSES.get(kind, WORDINGS["c"])})


def name_of(pattern: Pattern) -> str:
    return f"{pattern.kinds[0]}-{pattern.topic}-{pattern.text[:30]}"


@pytest.mark.parametrize("pattern", get_bank(), ids=name_of)
def test_every_pattern_makes_a_question_that_passes_the_tests(pattern):
    for kind in pattern.kinds:
        text = fill(pattern, kind)
        assert faults_of_question(text, grounded_in=(text,)) == ()
        assert text.count("?") == 1
        assert len([part for part in text.split(". ") if part]) <= 2
        assert len(text.split()) <= 40
        assert not is_job_request(text)
        assert not is_blunt_personal(text)
        assert is_referral_ask(text) or pattern.topic is not Topic.LINKS


@pytest.mark.parametrize("pattern", get_bank(), ids=name_of)
def test_every_pattern_says_what_it_gives_in_one_short_sentence(pattern):
    assert pattern.why.endswith(".")
    assert 3 <= len(pattern.why.split()) <= 20


def test_the_bank_holds_at_least_120_patterns_over_the_ten_topics():
    bank = get_bank()
    assert len(bank) >= 120
    assert {pattern.topic for pattern in bank} == set(Topic)
    assert all(len([p for p in list_patterns("any") if p.topic is topic]) >= 7 for topic in Topic)
    assert len({pattern.text for pattern in list_patterns("any")}) == len(list_patterns("any"))


@pytest.mark.parametrize(
    "kind", sorted({*WEIGHTS, *NOUNS, *CLAUSES, "aim_me", "self", "self_aim", "quote", "quote_told", "rule", "character", "history", "business"})
)
def test_every_kind_of_mention_meets_patterns_on_several_topics(kind):
    assert len({pattern.topic for pattern in list_patterns(kind)}) >= 2
