"""Employer and role as they are chosen among all candidates of whole notes, and what keeps other people's jobs, firms and facts out."""

import pytest

from coach.dossier import draft_dossier
from coach.engines.offline import OfflineEngine
from coach.engines.offline.dossier.layout import open_page
from coach.engines.offline.dossier.nicknames import may_be_short_for
from coach.engines.offline.dossier.sums import open_sums, use_sums
from coach.records import About, Note

NOTES = """
## Tuesday 3 Nov, 4 pm, by the till
- Ingrid Vale-Monroe. bookbinder. At Paper & Thumb since 2012
- before that a postie in Lerwick for seven years
- she mends library books and binds the log books of the fishing boats
- Tova, who works at Hjelm Cycles next door, knows her from the choir and gave me the number
- Paper & Thumb is two rooms over a cafe, four people
- job ad on a noticeboard: Stenhouse Print wants a finisher
- I want to find out whether you need steady hands or whether they get steady
"""


def read(text: str):
    return draft_dossier(Note(text=text), OfflineEngine())


def test_the_employer_is_chosen_among_all_the_firms_of_the_notes():
    person = read(NOTES).person
    assert (person.name, person.role, person.employer) == ("Ingrid Vale-Monroe", "bookbinder", "Paper & Thumb")


def test_the_choice_rests_on_the_weights():
    weights = {**open_sums(), "employer": {"nothing": 1.0}}
    with use_sums(weights):
        assert read(NOTES).person.employer == ""


def test_a_short_form_and_the_full_name_are_one_person():
    dossier = read(NOTES.replace("- before that", "- Ingy says mornings are best. Ingrid was").replace("Tova, who", "Roz, who"))
    assert dossier.person.name == "Ingrid Vale-Monroe"


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Deb", "Debra Castell"),
        ("Roz", "Rosalind Hale"),
        ("R. Okafor-Stahl", "Rosalind Okafor-Stahl"),
        ("Nerys P-H", "Nerys Pugh-Hallam"),
        ("Bill", "William Tane"),
        ("Bernie", "Bernadette Ó Sé"),
    ],
)
def test_usual_short_forms_are_known(short, full):
    assert may_be_short_for(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Al", "Alistair Moss"),
        ("Rose", "Rosalind Hale Moss".replace(" Moss", "-Moss").replace("Rosalind", "Bruno")),
        ("B. Okafor", "Rosalind Okafor"),
        ("Nerys Q", "Nerys Pugh-Hallam"),
        ("Debra", "Deborah"),
        ("", "Debra Castell"),
    ],
)
def test_other_names_are_not(short, full):
    assert not may_be_short_for(short, full)


def test_an_ad_of_another_place_says_nothing_of_the_employer():
    ad = "**Finisher (0.8 FTE)**\nStenhouse Print Studio, Leith. Closes 6 March. About us: we opened a second press hall in 2025.\nApply to the office.\n\n"
    facts = read(ad + NOTES).facts
    assert not any("press hall" in fact.text for fact in facts if fact.about is About.ORGANISATION)
    own = ad.replace("Stenhouse Print Studio", "Paper & Thumb Studio")
    assert any("press hall" in fact.text for fact in read(own + NOTES).facts)


def test_lines_that_open_with_the_initial_of_somebody_else_are_theirs():
    two = (
        "Met two at the open day: Freya Vale-Monroe, bookbinder at Paper & Thumb, and a printer called Casper.\n\n"
        "F drove a post van for seven years\nC grew up on a trawler out of Peterhead\nF mends the log books of the fishing boats\nC sets type by hand at night\n\n"
        "Going with Freya. Tuesday 3 Nov 4 pm. I want to find out whether you need steady hands."
    )
    facts = [fact.text for fact in read(two).facts if fact.about is About.PERSON]
    assert not any("trawler" in text or "type by hand" in text for text in facts)
    assert any("log books" in text for text in facts)


def test_under_menu_only_the_menu_is_left_out():
    page = open_page("MENU\nCall us on 01632 960100\nYou are here: Home / Our people\n\nOur people\n\nHarriet Lock\nPartner\n")
    assert [page.text[line.start : line.end] for line in page.lines if line.kind in {"text", "heading"}][-2:] == ["Harriet Lock", "Partner"]
