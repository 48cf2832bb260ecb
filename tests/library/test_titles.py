"""Titles are recognised in any form in which people write them, and never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.library.titles import TitleEntry, TitleTable, count_slips, spell_out

ENTRIES = {
    "47": ["Electrician", "Sparky", "Electrical fitter"],
    "29": ["Registered nurse", "Nurse", "Theatre nurse", "Nurse educator"],
    "15": ["Software developer", "Software engineer", "Back-end developer", "Project engineer", "Full stack developer"],
    "17": ["Civil engineer", "Geotechnical engineer", "Project engineer"],
    "23": ["Legal executive", "Paralegal"],
    "11": ["Marketing manager", "Head of marketing", "Project manager"],
    "25": ["Maths teacher", "Graphic design teacher"],
}
TABLE = TitleTable(
    [TitleEntry(title=title, code=code, main=title == titles[0]) for code, titles in ENTRIES.items() for title in titles],
    texts=["The banker and the painter asked for a market stall and a sport."],
)


def best(query: str) -> str:
    """The code that the query names without a doubt, or nothing."""
    found = TABLE.find(query)
    return found[0].code if found and (len(found) == 1 or found[0].score > found[1].score) else ""


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("electrician", "47"),
        ("ELECTRICIANS", "47"),
        ("the sparky", "47"),
        ("Senior Electrician", "47"),
        ("apprentice sparky", "47"),
        ("electrician (industrial)", "47"),
        ("Electrician at Tui Electrical", "47"),
        ("snr electrician, night shift", "47"),
        ("fitter, electrical", "47"),
        ("electrcian", "47"),
        ("elektrician", "47"),
        ("electritian", "47"),
        ("RN", "29"),
        ("regestered nurse", "29"),
        ("Theater Nurse", "29"),
        ("Theatre Nurse (Scrub), Orthopaedics - Band 6", "29"),
        ("I'm a nurse", "29"),
        ("works as a theatre nurse in Hamilton", "29"),
        ("SWE", "15"),
        ("software dev", "15"),
        ("backend developer", "15"),
        ("Back End Developer II", "15"),
        ("full-stack developer", "15"),
        ("civil eng", "17"),
        ("geotech engineer", "17"),
        ("paralegal/office manager", "23"),
        ("Legal Executive, Residential Property", "23"),
        ("marketing mgr", "11"),
        ("math teacher", "25"),
        ("teacher of maths", "25"),
        ("grafic design teacher", "25"),
    ],
)
def test_a_title_is_recognised(query, code):
    assert best(query) == code


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "!!!",
        "court interpreter",
        "nurs",
        "dental nurse",
        "electrical engineer",
        "banker",
        "teacher",
        "engineer",
        "senior",
        "head",
        "legal",
        "a",
        "xy",
        "civil servant",
        "market manager",
    ],
)
def test_what_is_no_title_of_the_library_is_not_recognised(query):
    assert TABLE.find(query) == ()


def test_the_main_title_comes_before_another_title_and_that_before_freer_readings():
    scores = [TABLE.find(query)[0].score for query in ("Electrician", "Sparky", "Senior electrician", "electrician at Tui", "electrcian")]
    assert scores[0] == 1.0
    assert scores == sorted(scores, reverse=True)
    assert min(scores) > 0.9


def test_a_title_of_two_occupations_names_both_alike():
    assert {match.code for match in TABLE.find("project engineer")} == {"15", "17"}
    assert best("project engineer") == ""


def test_two_occupations_in_one_role_are_both_named():
    assert {match.code for match in TABLE.find("electrician and paralegal")} == {"23", "47"}


def test_head_of_something_is_a_title_and_no_rank():
    assert best("head of marketing") == "11"
    assert spell_out("Senior Head of Data, full-time") == "head of data,"


def test_spelling_out_keeps_the_query_where_nothing_else_is_left():
    assert spell_out("Senior") == "Senior"
    assert spell_out("snr dev") == "developer"


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("nurse", "nurse", 0),
        ("nusre", "nurse", 1),
        ("nurs", "nurse", 1),
        ("nnurse", "nurse", 1),
        ("norse", "nurse", 1),
        ("nurse", "purser", 2),
        ("cat", "electrician", 3),
    ],
)
def test_slips_are_counted_up_to_the_limit(one, other, slips):
    assert count_slips(one, other, limit=2) == slips
    assert count_slips(other, one, limit=2) == slips


@given(st.text())
def test_no_query_is_too_strange(query):
    assert all(0 < match.score <= 1 for match in TABLE.find(query))
