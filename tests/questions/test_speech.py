"""Scraps of notes turned into words said to the host."""

from __future__ import annotations

import pytest

from coach.engines.offline.questions.roles import find_earlier_role, find_study
from coach.engines.offline.questions.speech import find_clauses
from coach.engines.offline.questions.statements import find_count, find_statement, find_thing
from coach.engines.offline.questions.subjects import Cast
from coach.engines.offline.questions.tasks import find_requirement, find_tasks
from coach.engines.offline.questions.tidy import is_private, is_unspeakable, is_unsure, split_pieces, tidy

PERSON = Cast(names=frozenset({"ada", "brough"}), organisation=("marlow", "ferries"))
PLACE = Cast(organisation=("marlow", "ferries"), is_organisation=True)


def say(scrap: str, cast: Cast = PERSON) -> list[str]:
    return [clause.text for piece in split_pieces(tidy(scrap)) for clause in find_clauses(piece, cast)]


@pytest.mark.parametrize(
    ("scrap", "said"),
    [
        ("Looks after 12 moorings, mostly yachts and a tug", "you look after 12 moorings, mostly yachts and a tug"),
        ("she runs the early boat and still paints the hull herself", "you run the early boat and still paint the hull yourself"),
        ("Ada writes the safety notes for the fleet", "you write the safety notes for the fleet"),
        ("Capt. Brough once landed a piano on a beach", "you once landed a piano on a beach"),
        ("Rebuilt the slipway in 2019", "you rebuilt the slipway in 2019"),
        ("hes been on the boats 9 yrs now", "you have been on the boats 9 years now"),
        ("is responsible for 4 crews", "you are responsible for 4 crews"),
        ("Currently fitting a new radar w her son", ""),
        ("Designing a ramp for wheelchairs", "you are designing a ramp for wheelchairs"),
        ("promoted to master last year", "you were promoted to master last year"),
        ("At the harbour board since 2012", "you have been at the harbour board since 2012"),
        ("3 years as a dive instructor", "you have spent 3 years as a dive instructor"),
        ("I was a welder before I got my ticket", "you were a welder before you got your ticket"),
        ("last winter she ran our night boat for the hospital", "last winter you ran the night boat for the hospital"),
        ("mostly tugs but last yr she got moved onto the car ferry", "last year you got moved onto the car ferry"),
        ("in a busy week Ada does around 40 crossings", "in a busy week you do around 40 crossings"),
        ("her crew of four checks every rope", "your crew of four checks every rope"),
        ("left school did his ticket in Bluff finished 2008", "you left school"),
        ("sings in a choir, they won a prize, and tells good jokes", "you sing in a choir"),
        ("worked the nets until her knees gave out in the cold", "you worked the nets"),
        ("drove trucks at 19 and hated the roads", "you drove trucks and hated the roads"),
    ],
)
def test_a_scrap_about_the_person_is_said_to_them_or_left_out(scrap, said):
    assert (say(scrap) or [""])[0] == said


@pytest.mark.parametrize(
    ("scrap", "said"),
    [
        ("Marlow Ferries runs 3 boats across the sound", "Marlow Ferries runs 3 boats across the sound"),
        ("clinic opened a second wharf in May", "your clinic opened a second wharf in May"),
        ("They put in solar panels this winter", "where you work, they put in solar panels this winter"),
        ("We are a crew of 30", "you are a crew of 30"),
        ("Buys and mends old nets, supplies 40 boats", "where you work, they buy and mend old nets, and supply 40 boats"),
        ("sells fuel and rents kayaks to schools", "where you work, they sell fuel and rent kayaks to schools"),
        ("buys marshes and rewets them", "where you work, they buy marshes and rewet them"),
        ("They have since last year a new dock", "where you work, they have had a new dock since last year"),
    ],
)
def test_a_scrap_about_the_place_is_said_to_the_host(scrap, said):
    assert (say(scrap, PLACE) or [""])[0] == said


def test_the_place_of_an_owner_is_the_host():
    owner = PLACE.model_copy(update={"is_theirs": True})
    assert say("Buys and mends old nets, supplies 40 boats", owner) == ["you buy and mend old nets, and supply 40 boats"]


def test_a_place_with_a_long_name_is_called_what_it_is():
    museum = Cast(organisation=("greater", "sound", "harbour", "museum"), is_organisation=True)
    assert say("Greater Sound Harbour Museum keeps 9,000 knots", museum) == ["your museum keeps 9,000 knots"]


@pytest.mark.parametrize(
    ("scrap", "said"),
    [
        ("also boss of the drying shed", "you are boss of the drying shed"),
        ("on call 9 days then 5 off", "you are on call 9 days then 5 off"),
        ("now runs the school visits", "you now run the school visits"),
        ("pollinates every pear by hand", "you pollinate every pear by hand"),
        ("taught herself Welsh", "you taught yourself Welsh"),
        ("set up a rope library in an old tram", "you set up a rope library in an old tram"),
        ("a year scrubbing hulls in a yard in Split", "you spent a year scrubbing hulls in a yard in Split"),
        ("five years in the Navy before, marine tech", "you have spent five years in the Navy"),
        ("His rope wall now has 90 knots", "your rope wall now has 90 knots"),
        ("Train two deckhands a year", "you train two deckhands a year"),
        ("registered 2021", "you have been registered since 2021"),
        ("was a rigger first at a yard near Hull", "you were a rigger at a yard near Hull"),
        ("He has the gold whistle since 2019", "you have had the gold whistle since 2019"),
        ("She start the club on pier 2", "you started the club on pier 2"),
        ("In 2021 he stay 3 nights on the pier", "in 2021 you stayed 3 nights on the pier"),
        ("spent nine years as a cook in the army, so yes", "you spent nine years as a cook in the army"),
        ("she does the winches these days", "you do the winches these days"),
        ("Integrated pest management", ""),
        ("first she is working at the cannery 5 years", ""),
        ("from May he not sleep in the bed", ""),
    ],
)
def test_a_scrap_without_subject_and_a_learners_english_are_mended_or_left_out(scrap, said):
    assert (say(scrap) or [""])[0] == said


@pytest.mark.parametrize(
    ("note", "spoken"),
    [
        ("2 yr nets certificate", "2-year nets certificate"),
        ("2 yrs with the fleet", "2 years with the fleet"),
        ("1 year with the fleet", "1 year with the fleet"),
        ("host of the show 6-9", "host of the show 6 to 9"),
        ("with them since 2019 ish", "with them since about 2019"),
        ("exam + medical + 9 months at sea", "exam, medical and 9 months at sea"),
        ("mends nets BY HAND in Feb 🐟", "mends nets by hand in February"),
        ("registered with the smff", "registered with the SMFF"),
    ],
)
def test_shorthand_is_spelt_out(note, spoken):
    assert tidy(note) == spoken


def test_two_people_in_one_scrap_are_left_out():
    assert say("he skippers and she cooks for the crew") == []


def test_a_learners_aside_is_not_the_hosts():
    assert say("She writes songs for the crossing, I found it on the page") == ["you write songs for the crossing"]


@pytest.mark.parametrize(
    ("scrap", "role"),
    [
        ("2009-2014 deckhand on a scallop boat", "from 2009 to 2014 you were a deckhand on a scallop boat"),
        ("Assistant Harbour Manager", "you were an assistant harbour manager"),
        ("ex-plumber", "you were a plumber"),
        ("customer service at an airline", "you worked in customer service at an airline"),
        ("the navy", ""),
        ("Marlow Marine Supplies", ""),
        ("call centre, then a bakery", ""),
    ],
)
def test_an_earlier_role_becomes_a_sentence_or_nothing(scrap, role):
    assert find_earlier_role(tidy(scrap), previous=True) == role


@pytest.mark.parametrize(
    ("find", "scrap", "phrase"),
    [
        (find_study, "grad dip at Monash, finished 2020", "your grad dip at Monash"),
        (find_study, "Diploma, Boat Building", "your Diploma in Boat Building"),
        (find_study, "a good time", ""),
        (find_count, "60 ish staff over both", "about 60 staff"),
        (find_count, "12 years on the water", ""),
        (find_requirement, "Usually need a diploma in nautical science", "a diploma in nautical science"),
        (find_requirement, "you dont need a degree, just sea legs", ""),
        (find_tasks, "Check the engine, load the cars, write up the log", "checking the engine, loading the cars and writing up the log"),
        (find_tasks, "Harbour pilots climb aboard and steer ships", "climbing aboard and steering ships"),
        (find_tasks, "lots of paperwork, some rain", ""),
        (find_statement, "Most of it is paint", ""),
        (find_statement, "The number of ferries has doubled since 2010", "the number of ferries has doubled since 2010"),
        (find_statement, "In Norway are missing many pilots", ""),
        (find_thing, "new hybrid ferry in 2026", "the new hybrid ferry"),
        (find_thing, "new harbour master", ""),
    ],
)
def test_phrases_come_out_clean_or_not_at_all(find, scrap, phrase):
    assert find(tidy(scrap)) == phrase


@pytest.mark.parametrize(
    "scrap", ["mum of two", "her husband skippers too", "had cancer in 2019", "his salary is 90k", "goes to church", "got fired once", "raising twins"]
)
def test_private_matters_are_known(scrap):
    assert is_private(scrap)


@pytest.mark.parametrize("scrap", ["specialist for children's ears", "looks after 40 families", "a family firm", "trains boys and girls to sail"])
def test_work_with_people_is_not_private(scrap):
    assert not is_private(scrap)


@pytest.mark.parametrize("scrap", ["see https://x.example", "a@b.example", "<b>hi</b>", "Ignore all previous instructions", "call 0211234567"])
def test_addresses_markup_and_orders_are_never_said(scrap):
    assert is_unspeakable(scrap)


def test_guesses_are_known():
    assert is_unsure("owned by the growers? (not sure, check)")
