from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.documents import decode_text
from coach.errors import InputRejected

MACRONS = "Whaea Hēmi – kaiako, “Ngā Manu”\n£40 a day, café\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_unicode_encoding_gives_the_same_text(encoding):
    assert decode_text(MACRONS.encode(encoding)) == MACRONS


def test_windows_1252_keeps_quotation_marks_dashes_and_currency():
    text = "“It’s £40” – café…"
    assert decode_text(text.encode("cp1252")) == text


def test_a_file_that_mixes_utf_8_and_windows_1252_loses_nothing():
    raw = "Hēmi\n".encode() + "café £5\n".encode("cp1252") + "Ngā\n".encode()
    assert decode_text(raw) == "Hēmi\ncafé £5\nNgā\n"


def test_bytes_that_mean_nothing_in_windows_1252_are_kept_as_characters():
    assert decode_text(b"a\x81b caf\xe9") == "a\x81b café"


def test_a_program_is_no_text():
    with pytest.raises(InputRejected) as caught:
        decode_text(bytes(range(256)) * 20)
    assert "text" in caught.value.happened
    assert caught.value.mend


def test_an_empty_file_is_an_empty_text():
    assert decode_text(b"") == ""


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=300))
def test_any_utf_8_text_comes_back_as_it_was(text):
    assert decode_text(b"\xef\xbb\xbf" + text.encode()) == text
