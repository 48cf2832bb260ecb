"""Placeholders: nothing hidden shows, everything comes back as it was, whole or in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.privacy import Placeholders, Secret
from coach.records import Person

ANA = Secret("PERSON", "Ana Reid", ("Ana", "Reid"))
FIRM = Secret("ORG", "Kestrel & Daughters")


def test_each_way_of_writing_comes_back_as_it_was():
    marks = Placeholders([ANA, FIRM])
    text = "Meet Ana Reid (ANA REID, ana reid) of Kestrel &  Daughters. Ana's shy; analysis is not."
    hidden = marks.hide(text)
    assert "Ana" not in hidden
    assert "Reid" not in hidden
    assert "Kestrel" not in hidden
    assert "analysis" in hidden
    assert marks.restore(hidden) == text


@pytest.mark.parametrize("written", ["PERSON_1", "Person 1", "person-1", "PERSON_1Q"])
def test_a_mark_written_a_little_differently_is_still_known(written):
    marks = Placeholders([ANA])
    marks.hide("Ana Reid")
    assert marks.restore(f"How did {written} begin?") == "How did Ana Reid begin?"


def test_a_mark_that_stands_in_the_text_already_is_not_taken_for_one_of_ours():
    text = "PERSON_1 is what my form calls Ana Reid."
    marks = Placeholders([ANA], taken=text)
    hidden = marks.hide(text)
    assert "Ana" not in hidden
    assert marks.restore(hidden) == text


def test_a_record_has_its_names_again():
    marks = Placeholders([ANA, FIRM])
    assert marks.restore_record(Person(name="PERSON_1", role="nurse", employer="ORG_1")) == Person(
        name="Ana Reid", role="nurse", employer="Kestrel & Daughters"
    )


@given(st.lists(st.integers(1, 9), max_size=30), st.text(alphabet="PERSONXORG_12 .", max_size=30))
def test_pieces_come_back_as_the_whole_does(sizes, tail):
    marks = Placeholders([ANA, FIRM])
    text = marks.hide("Ana Reid left Kestrel & Daughters for ORG 77; Reid said so. ") + tail
    pieces, place = [], 0
    for size in (*sizes, len(text)):
        pieces.append(text[place : place + size])
        place += size
    assert "".join(marks.restore_pieces(pieces)) == marks.restore(text)


@given(st.text(max_size=60))
def test_what_is_hidden_and_restored_is_what_it_was(text):
    marks = Placeholders([ANA, FIRM], taken=text)
    assert marks.restore(marks.hide(text)) == text
