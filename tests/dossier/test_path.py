"""The way of the person into the work, as the notes tell it."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from coach.documents import read_note
from coach.dossier import draft_dossier, find_path
from coach.engines.offline import OfflineEngine
from coach.records import About, Fact, Note, Span
from evals.notes import CASES


def steps_of(name: str) -> list[tuple[str, str]]:
    case = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    note = read_note((CASES / case["file"]).read_bytes(), name=case["file"])
    dossier = draft_dossier(note, OfflineEngine())
    assert dossier.path == find_path(dossier.facts, note)
    assert all(note.text[step.source.start : step.source.end] == step.source.text for step in dossier.path)
    assert all(not step.when or step.when in note.text for step in dossier.path)
    return [(step.when, step.text) for step in dossier.path]


def path(*told: tuple[str, str], about: About = About.PERSON) -> list[tuple[str, str]]:
    """The path of facts (key, text) that stand each on a line of its own."""
    facts, at = [], 0
    for line, (key, text) in enumerate(told, start=1):
        facts.append(Fact(id=f"f{line}", text=text, about=about, key=key, source=Span(text=text, line=line, start=at, end=at + len(text))))
        at += len(text) + 1
    return [(step.when, step.text) for step in find_path(facts)]


def test_the_steps_stand_in_the_order_of_time_with_their_years_as_they_stand_there():
    assert steps_of("dev-01") == [
        ("2009", "BAgrSci from Lincoln University, finished 2009"),
        ("2010-2016", "field trials technician at a seed breeding station near Leeston"),
        ("2016", "Joined Tarnfell in 2016"),
        ("since 2021", "senior"),
    ]


def test_a_profile_gives_one_step_for_each_station_with_the_dates_under_it():
    steps = steps_of("own-27")
    assert ("2007 - 2016", "Chef, New Zealand Army") in steps
    assert steps[-2:] == [
        ("Nov 2016 - Mar 2020", "Assistant Beekeeper, Waipaoa Apiaries"),
        ("Mar 2020 - Present", "Beekeeping Manager, Ridgeline Honey Co"),
    ]


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("own-15", ("2014 to 2022", "Announcer, All India Radio, Pune")),
        ("own-15", ("April 2022 to present", "Mintleaf Assist - Principal Conversation Designer")),
        ("own-61", ("2017 – 2019", "National Museum Institute, MA Conservation")),
        ("own-73", ("May 2019 – Present", "Preventive Conservator, Brackish Museum")),
        ("own-03", ("Aug 2023 - Present", "Sound Designer")),
        ("dev-11", ("since July 2022", "SRE at Kobodrum")),
        ("own-55", ("2018", "Tīmata")),
    ],
)
def test_a_station_is_found_in_notes_of_many_shapes(name, step):
    assert step in steps_of(name)


@pytest.mark.parametrize("name", ["dev-01", "dev-03", "dev-09", "own-13", "own-23", "own-33", "own-59", "own-67"])
def test_years_never_go_back(name):
    years = [int(digits) for when, _ in steps_of(name) if (digits := "".join(mark for mark in when if mark.isdigit())[:4]) and len(digits) == 4]
    assert years
    assert all(one <= other for one, other in pairwise(years))


def test_years_that_disagree_both_stay():
    steps = steps_of("own-09")
    assert [when for when, _ in steps if when.endswith(("2008", "2011"))] == ["since 2008", "2011"]
    assert [when for when, _ in path(("start_year", "joined in 2019, the website says since 2017"))] == ["since 2017", "2019"]


def test_a_fact_with_two_times_is_two_steps_and_a_short_end_since_then_is_one_of_its_own():
    assert path(("qualification", "state certified in 2016, federal exam 2019 on the third try")) == [
        ("2016", "state certified in 2016"),
        ("2019", "federal exam 2019 on the third try"),
    ]
    assert path(("previous_role", "ski patroller for 6 seasons, forecasting since 2018")) == [
        ("6 seasons", "ski patroller for 6 seasons"),
        ("since 2018", "forecasting"),
    ]


def test_a_step_without_a_year_keeps_behind_the_one_told_before_it_and_before_the_present_post():
    told = (
        ("education", "BSc, 2006"),
        ("previous_role", "two winters as a field guide"),
        ("start_year", "joined in 2010"),
        ("previous_role", "was a courier"),
        ("tenure", "3 yrs in the job"),
        ("education", "night school in 2014"),
    )
    order = [text for _, text in path(*told)]
    assert order.index("BSc") < order.index("as a field guide") < order.index("joined in 2010")
    assert order.index("was a courier") < order.index("joined in 2010")
    assert order[-1] == "in the job"


def test_what_came_before_never_comes_after_the_present_post_begins():
    told = (("start_year", "joined in 2010"), ("education", "night school in 2014"), ("previous_role", "was a courier"))
    assert [text for _, text in path(*told)] == ["was a courier", "joined in 2010", "night school in 2014"]


def test_dates_by_themselves_take_no_sentence_for_their_station():
    text = "She told me a great many things about the ward and about her work there.\nMar 2020 - Present"
    start = text.index("Mar")
    dates = Span(text="Mar 2020 - Present", line=2, start=start, end=len(text))
    (step,) = find_path((Fact(id="f1", text=dates.text, about=About.PERSON, key="start_year", source=dates),), Note(text=text))
    assert (step.when, step.text, step.source) == ("Mar 2020 - Present", "Mar 2020 - Present", dates)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("worked there '09 to 2012", "'09"),
        ("merchant navy 1998-2009, got as far as second mate", "1998-2009"),
        ("there from Mar 2014 until 2018", "from Mar 2014 until 2018"),
        ("was a jeweller for 12 years", "12 years"),
        ("did the degree as a 27 year old", ""),
        ("2014-18 nurse", "2014-18"),
        ("restored 1950s radios", ""),
        ("been a nurse 3 yrs", "3 yrs"),
    ],
)
def test_when_a_step_was(text, when):
    assert [step[0] for step in path(("previous_role", text))] == [when]


def test_only_what_is_about_the_persons_working_life_is_a_step():
    assert path(("work_focus", "rebuilt the hall in 2019"), ("interest", "sings since 2011")) == []
    assert path(("education", "you need a degree since 2010"), about=About.OCCUPATION) == []
    assert find_path(()) == ()


def test_running_text_lends_its_dates_to_nobody():
    note = Note(text="Ana was a nurse, 12 Harbour Street. The ward opened\n2014 - 2018\nin Leeds")
    fact = Fact(id="f1", text="was a nurse", about=About.PERSON, key="previous_role", source=Span(text="was a nurse", line=1, start=4, end=15))
    assert [step.when for step in find_path((fact,), note)] == [""]
