"""Words are compared without case, accents, plurals and spelling of either side of the ocean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.library.words import plain_words, search_words, sound, stem, title_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Registered Nurses", "registered nurse"),
        ("paediatric nurse", "Pediatric Nurse"),
        ("kaiako Māori", "Kaiako Maori"),
        ("bus drivers", "Bus driver"),
        ("theatre organisers", "theater organizer"),
        ("glass-worker", "Glass worker"),
        ("secretaries", "secretary"),
        ("travelling counsellor", "traveling counselor"),
        ("Ward sister's", "ward sisters"),
        ("analyst programmes", "analyst program"),
    ],
)
def test_titles_that_differ_in_form_only_have_the_same_words(one, other):
    assert title_words(one) == title_words(other)


@pytest.mark.parametrize(("one", "other"), [("nurse", "nursery"), ("car", "care"), ("plan", "plane"), ("glass", "glaze"), ("C++", "C"), ("C#", "C")])
def test_words_that_mean_something_else_stay_apart(one, other):
    assert search_words(one) != search_words(other)


@pytest.mark.parametrize(
    ("forms", "together"),
    [
        ("wiring wired wires wire", 1),
        ("planning planned plans plan", 1),
        ("care caring cared cares", 1),
        ("write writing writes", 1),
        ("nurse nursing nurses", 1),
    ],
)
def test_forms_of_one_word_have_one_stem(forms, together):
    assert len({stem(word) for word in forms.split()}) == together


def test_words_that_say_nothing_are_left_out():
    assert search_words("What is it that they do all day?") == ["day"]


def test_a_hyphenated_word_counts_in_its_parts_and_as_a_whole():
    assert plain_words("a back-end developer") == ["back", "end", "developer", "backend"]


def test_words_that_sound_alike_sound_alike():
    assert sound("grafic") == sound("graphic")
    assert sound("fisiotherapist") == sound("physiotherapist")
    assert sound("baker") != sound("barber")


@given(st.text())
def test_no_text_is_too_strange(text):
    assert all(words == [word for word in words if word] for words in ([*title_words(text)], search_words(text), plain_words(text)))
