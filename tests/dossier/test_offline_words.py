"""Titles, names and places as learners write them."""

from __future__ import annotations

import pytest

from coach.engines.offline.dossier.names import find_mentions, looks_like_name
from coach.engines.offline.dossier.places import find_organisation, find_place
from coach.engines.offline.dossier.smallnames import find_small_mentions
from coach.engines.offline.dossier.titles import find_role, is_role, is_role_plural, split_title


def words(text: str, place: range | None) -> str:
    return text[place.start : place.stop] if place is not None else ""


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("a sparky for Whirrburn", "sparky"),
        ("an air traffic controller at Shannon", "air traffic controller"),
        ("Site Reliability Engineer (SRE) at Kobodrum", "Site Reliability Engineer (SRE)"),
        ("Kaiako matua at Te Puna Reo", "Kaiako matua"),
        ("head of research at the zoo", "head of research"),
        ("the glaciologist who drills", "glaciologist"),
        ("Court interpreter (Spanish/English)", "Court interpreter"),
        ("works on the water and the weather", ""),
        ("better paper after dinner", ""),
    ],
)
def test_a_job_title_ends_where_the_job_ends(text, role):
    assert words(text, find_role(text)) == role


@pytest.mark.parametrize(
    "word", ["farrier", "paramedic", "kaitiaki", "wool classer", "vet nurse", "RevOps Lead", "Director, Rural", "Lecturer in Law", "crane driver"]
)
def test_these_are_jobs(word):
    assert is_role(word)


@pytest.mark.parametrize("word", ["weather", "cyclone", "Kaikōura", "newsletter", "my brother", "gallbladder", "Thursday", "generator"])
def test_these_are_none(word):
    assert not is_role(word)


def test_several_who_do_a_job_are_known_by_their_plural():
    assert is_role_plural("agronomists")
    assert is_role_plural("midwives") or is_role_plural("firemen")
    assert not is_role_plural("numbers")


@pytest.mark.parametrize(
    ("role", "title"),
    [
        ("Theatre Nurse (Scrub), Orthopaedics - Band 6", "Theatre Nurse (Scrub)"),
        ("Legal Executive, Residential Property", "Legal Executive, Residential Property"),
        ("Deputy Manager - Metro Operations", "Deputy Manager"),
        ("sparky", "sparky"),
    ],
)
def test_the_occupation_is_the_role_without_grade_and_ward(role, title):
    assert split_title(role) == title


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("met Oyinda Faleti-Brook and Mr. Szymanski", ["Oyinda Faleti-Brook", "Szymanski"]),
        ("Fionnuala Mac Giolla-Byrne, Bríd Ní Fhaoláin", ["Fionnuala Mac Giolla-Byrne", "Bríd Ní Fhaoláin"]),
        ("Hēmi Waaka-Pōtae on Thursday", ["Hēmi Waaka-Pōtae"]),
        ('Rosario "Ro" Quintanilla-Beck', ['Rosario "Ro" Quintanilla-Beck']),
        ("Mallee Creek Veterinary Hospital", []),
        ("Senior Sound Designer", []),
        ("Wednesdays and January", []),
        ("Ines's mother", ["Ines"]),
    ],
)
def test_names_of_people_are_told_from_firms_jobs_and_days(text, names):
    assert [mention.text for mention in find_mentions(text)] == names


def test_a_surname_that_is_also_a_trade_is_still_a_name():
    assert looks_like_name("Jo Baker")
    assert not looks_like_name("Fossil Preparator")


def test_without_capitals_a_name_ends_at_the_first_everyday_word():
    text = "meeting tama whitcombe hes a sparky"
    assert [mention.text for mention in find_small_mentions(text, 0, len(text))] == ["tama whitcombe"]
    assert find_small_mentions("her at noon", 0, 11) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tarnfell Grain & Seed, Ashburton", "Tarnfell Grain & Seed"),
        ("the Harrow Fen Archive in Ely", "the Harrow Fen Archive"),
        ("Te Puna Reo o Ngā Manu Tīoriori, Rotorua", "Te Puna Reo o Ngā Manu Tīoriori"),
        ("Remutaka Catchment Authority in Wellington. Siobhán", "Remutaka Catchment Authority"),
        ("Kobodrum since July 2022", "Kobodrum"),
        ("the usual place", ""),
    ],
)
def test_the_name_of_an_organisation_ends_where_it_ends(text, name):
    assert words(text, find_organisation(text, 0, len(text))) == name


@pytest.mark.parametrize(
    ("text", "place"),
    [("Dayton, Ohio)", "Dayton, Ohio"), ("Co. Clare", "Co. Clare"), ("Gisborne, New Zealand", "Gisborne, New Zealand"), ("Thursday", ""), ("Hospital", "")],
)
def test_a_place_takes_its_region_along(text, place):
    assert words(text, find_place(text, 0, len(text))) == place
