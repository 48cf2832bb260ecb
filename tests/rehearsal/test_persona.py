"""Opening a rehearsal: an invented person, drawn independently of the occupation, whose years add up, and a sheet of private facts."""

from __future__ import annotations

from collections import Counter

import pytest

from coach.errors import LibraryError
from coach.manner.wording import plain
from coach.records import ClockKind, Occupation, Style, Tier, Topic
from coach.rehearsal import open_rehearsal, people
from coach.rehearsal.numbers import find_numbers
from coach.rehearsal.people import get_people


def test_the_same_seed_gives_the_same_person_and_facts(opened):
    assert opened(seed=7) == opened(seed=7)


def test_other_seeds_give_other_people(opened):
    assert len({opened(seed=seed).career_model.name for seed in range(40)}) > 25


def test_name_pronouns_and_background_do_not_depend_on_the_occupation(opened, bare):
    for seed in range(60):
        here, there = opened(seed=seed).career_model, opened(seed=seed, of=bare).career_model
        assert (here.name, here.pronouns, here.background, here.place) == (there.name, there.pronouns, there.background, there.place)


def test_pronouns_are_spread_evenly_over_a_thousand_people(opened):
    shares = Counter(opened(seed=seed).career_model.pronouns for seed in range(1000))
    assert abs(shares["she/her"] - shares["he/him"]) < 100
    assert shares["they/them"] > 50


def test_no_word_of_a_name_to_be_avoided_is_in_the_persona(occupation):
    tables = get_people()
    avoid = tuple(name for table in tables.names[:-1] for name in (*table.she, *table.he, *table.they, *table.family))
    for seed in range(40):
        made = open_rehearsal(occupation, rehearsal_id="r", planned_minutes=30, style=Style.WARM, seed=seed, clock=ClockKind.WALL, avoid_names=avoid)
        words = set(plain(made.career_model.name).split())
        assert not words & {word for name in avoid for word in plain(name).split()}


def test_years_start_and_age_agree(opened):
    for seed in range(30):
        me = opened(seed=seed).career_model
        in_steps = sum(number.value for step in me.steps for number in find_numbers(step) if number.unit == "year")
        assert in_steps == me.years
        assert me.started + me.years == 2026
        assert me.age >= 18 + 6 + me.years


def test_the_sheet_holds_15_to_25_facts_over_all_topics_and_tiers(opened):
    for seed in range(20):
        facts = opened(seed=seed).fact_sheet.facts
        assert 15 <= len(facts) <= 25
        assert {fact.topic for fact in facts} == set(Topic)
        assert {fact.tier for fact in facts} == set(Tier)


def test_the_pieces_of_the_career_path_stand_at_their_tiers(opened):
    by_id = {fact.id: (fact.tier, fact.topic) for fact in opened().fact_sheet.facts}
    assert by_id["path/story"] == (Tier.T1, Topic.PATH)
    assert by_id["path/turning_point"] == (Tier.T2, Topic.PATH)
    assert by_id["path/doubt"][0] is Tier.T3
    assert by_id["path/pride"] == (Tier.T1, Topic.JOY)


def test_an_occupation_without_paths_or_facts_gets_general_ones(opened, bare):
    made = opened(of=bare)
    assert made.career_model.role == "Lamp maker"
    assert 15 <= len(made.fact_sheet.facts) <= 25
    assert "{title}" not in made.career_model.as_text()


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("a district council", "Council"),
        ("the rostering software team of a hospital", ("Software", "Systems")),
        ("a branding studio", "Studio"),
        ("something unheard of", ""),
    ],
)
def test_the_employer_is_named_after_its_kind(occupation, kind, expected):
    path = occupation.career_paths[0].model_copy(update={"employer_kind": kind})
    made = open_rehearsal(
        occupation.model_copy(update={"career_paths": (path,)}), rehearsal_id="r", planned_minutes=30, style=Style.SHY, seed=3, clock=ClockKind.WALL
    )
    assert any(word in made.career_model.employer for word in ((expected,) if isinstance(expected, str) else expected))


def test_missing_name_tables_are_a_library_error(monkeypatch, tmp_path):
    monkeypatch.setattr(people, "_file", lambda: tmp_path / "none.yaml")
    get_people.cache_clear()
    with pytest.raises(LibraryError):
        open_rehearsal(Occupation(code="x", title="X"), rehearsal_id="r", planned_minutes=30, style=Style.WARM, seed=0, clock=ClockKind.WALL)
    get_people.cache_clear()


def test_wrong_name_tables_are_a_library_error(monkeypatch, tmp_path):
    wrong = tmp_path / "people.yaml"
    wrong.write_text("names: [1, 2]")
    monkeypatch.setattr(people, "_file", lambda: wrong)
    get_people.cache_clear()
    with pytest.raises(LibraryError):
        get_people()
    get_people.cache_clear()
