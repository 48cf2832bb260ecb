from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coach.dossier.anchoring import find_quote
from coach.records import Note

NOTE = Note(text="Meeting Ines\n- she said “more hearts lately”\n- joined in 2012\n> and then she\n> came back - twice\n- joined in 2012")


def test_a_quote_is_found_with_its_line_and_place():
    span = find_quote(NOTE, "joined in 2012")
    assert span is not None
    assert (span.line, NOTE.text[span.start : span.end]) == (3, "joined in 2012")


def test_the_named_line_wins_where_a_quote_stands_twice():
    span = find_quote(NOTE, "joined in 2012", line=6)
    assert span is not None
    assert span.line == 6


def test_straight_marks_and_other_capitals_find_the_words_as_they_stand():
    span = find_quote(NOTE, 'She said "More hearts lately"')
    assert span is not None
    assert span.text == "she said “more hearts lately”"


def test_quotation_marks_put_round_a_quote_are_no_part_of_it():
    span = find_quote(NOTE, '"joined in 2012"')
    assert span is not None
    assert span.text == "joined in 2012"


def test_a_quote_over_two_lines_is_cut_to_the_longer_one():
    span = find_quote(NOTE, "and then she came back - twice")
    assert span is not None
    assert (span.line, span.text) == (5, "came back - twice")


def test_words_that_stand_nowhere_have_no_place():
    assert find_quote(NOTE, "joined in 2013") is None
    assert find_quote(NOTE, "x") is None


@given(st.text(min_size=2, max_size=80))
def test_every_line_of_any_note_is_found_word_for_word(text):
    note = Note(text=text)
    for line in text.split("\n"):
        span = find_quote(note, line)
        if span is not None:
            assert note.text[span.start : span.end] == span.text
            assert "\n" not in span.text
