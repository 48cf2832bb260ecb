"""What the learner is told when a reading came to little, or when it is not plain who is met."""

from __future__ import annotations

import pytest

from coach.documents import clean_note
from coach.dossier import draft_dossier
from coach.dossier.doubts import find_doubts
from coach.engines.offline import OfflineEngine

FRENCH = """Je rencontre Claire Dubois, ingénieure hydraulique chez Eaux du Lac depuis 2015. Elle a étudié à Grenoble et travaille sur la digue.
Elle dirige une équipe de douze personnes et la société compte cent vingt employés dans la vallée."""
ENGLISH = """Claire Dubois is a water engineer at Lake Water since 2015. She studied in Grenoble and works on the dam.
She leads a team of twelve people, and there are a hundred and twenty staff in the valley."""


def doubts(text: str, *, met: str = "", others: tuple[str, ...] = ()) -> tuple[str, ...]:
    return find_doubts(clean_note(text, name="notes"), facts=(), met=met, others=others)


def test_notes_in_another_language_are_told():
    assert any("not in English" in doubt for doubt in doubts(FRENCH))
    assert doubts(ENGLISH) == ()


def test_gibberish_is_told():
    assert any("no words that can be read" in doubt for doubt in doubts("asdf qwer zxcv lkjh poiu mnbv\nasdfgh qwerty zxcvb hjkl poiuy"))


@pytest.mark.parametrize("text", ["", "plumber", "nurse, Waikato Hospital"])
def test_a_word_or_two_raise_no_doubt_about_the_language(text):
    assert doubts(text) == ()


@pytest.mark.parametrize("line", ["Tom Briggs - plumber, 20 yrs", "Tom Briggs is a plumber in Levin", "tom briggs (plumber)", "Tom Briggs, the plumber"])
def test_a_second_person_with_a_job_of_their_own_is_named(line):
    found = doubts(f"Mere Hohaia, nurse at Waikato Hospital\n{line}", met="Mere Hohaia", others=("Tom Briggs",))
    assert len(found) == 1
    assert "Mere Hohaia" in found[0]
    assert "Tom Briggs" in found[0]


@pytest.mark.parametrize("line", ["My aunt Tom Briggs, a plumber, knows her", "Tom Briggs introduced us", "Tom Briggs, plumber, suggested I ring her"])
def test_a_go_between_is_no_second_person(line):
    assert doubts(f"Mere Hohaia, nurse at Waikato Hospital\n{line}", met="Mere Hohaia", others=("Tom Briggs",)) == ()


def test_the_dossier_tells_them():
    dossier = draft_dossier(clean_note(FRENCH, name="notes"), OfflineEngine())
    assert len(dossier.facts) <= 2
    assert any("not in English" in warning for warning in dossier.warnings)
