from __future__ import annotations

import pytest
from pydantic import ValidationError

from coach.documents import MAX_BYTES, MAX_CHARACTERS, read_note
from coach.errors import InputRejected
from tests.documents.files import lock_pdf, make_docx, make_pdf, make_zip


def rejected(raw: bytes, name: str) -> InputRejected:
    with pytest.raises(InputRejected) as caught:
        read_note(raw, name=name)
    return caught.value


def test_plain_notes_keep_their_lines():
    assert read_note("Hēmi\n- ranger\n".encode(), name="a/notes.md").text == "Hēmi\n- ranger"


def test_a_pdf_is_read_line_by_line():
    assert read_note(make_pdf("Meeting Ines", "sonographer, Mill Park"), name="n.pdf").text.split("\n") == ["Meeting Ines", "sonographer, Mill Park"]


def test_a_pdf_is_known_by_its_content_whatever_its_name():
    assert "Ines" in read_note(make_pdf("Meeting Ines"), name="notes.txt").text


def test_a_pdf_without_text_says_what_to_do():
    error = rejected(make_pdf(), "scan.pdf")
    assert "pictures" in error.happened
    assert "paste" in error.mend


def test_a_locked_pdf_says_what_to_do():
    error = rejected(lock_pdf(make_pdf("secret"), "pw"), "locked.pdf")
    assert "password" in error.happened


def test_a_pdf_locked_with_no_password_at_all_is_read():
    assert "open" in read_note(lock_pdf(make_pdf("open words"), ""), name="x.pdf").text


@pytest.mark.parametrize("cut", [20, 200, 400])
def test_a_damaged_pdf_says_what_to_do_and_nothing_else(cut, caplog):
    error = rejected(make_pdf("hello")[:cut], "broken.pdf")
    assert error.happened.startswith("This PDF")
    assert error.mend
    assert caplog.text == ""


def test_a_word_file_keeps_headings_lists_and_tables_and_loses_hidden_words():
    note = read_note(make_docx(), name="n.docx")
    assert note.text.split("\n") == ["# Whaea Mere, kaiako", "- works at Te Puna Reo o Ngā Manu", "She sings.", "Hui | Rāmere"]
    assert any("Hidden parts" in warning for warning in note.warnings)


def test_a_damaged_word_file_says_what_to_do():
    error = rejected(make_zip(**{"word/document.xml": b"<broken"}), "n.docx")
    assert "damaged" in error.happened


def test_a_word_file_that_unpacks_to_a_mountain_is_refused():
    error = rejected(make_zip(**{"word/document.xml": b"<w/>", "word/media/big.bin": b"\0" * 61_000_000}), "n.docx")
    assert "too large" in error.happened


def test_another_packed_file_is_refused():
    assert ".docx" in rejected(make_zip(content=b"x"), "n.odt").mend


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a.png"),
        (b"\xff\xd8\xff\xe0", "a.jpg"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 20, "old.doc"),
        (b"{\\rtf1 hello}", "a.rtf"),
        (b"\x00\x01\x02" * 99, "n.txt"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_the_step_that_mends_it(raw, name):
    error = rejected(raw, name)
    assert error.happened.endswith(".")
    assert error.mend.endswith(".")


def test_a_file_too_large_says_its_size_and_the_limit():
    error = rejected(b"a" * (MAX_BYTES + 1), "n.txt")
    assert "20 MB" in error.happened


def test_notes_too_long_say_their_length_and_the_limit():
    error = rejected(b"word " * (MAX_CHARACTERS // 4), "n.txt")
    assert f"{MAX_CHARACTERS:,}" in error.happened
    assert error.mend


@pytest.mark.parametrize("raw", [b"", b"  \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_gives_empty_notes_with_a_warning(raw):
    note = read_note(raw, name="empty.txt")
    assert note.text == ""
    assert note.warnings


def test_a_web_page_gives_what_a_browser_shows():
    page = b"""<!DOCTYPE html><html><head><title>t</title><style>.x{display:none}</style><script>a()</script></head>
    <body><h1>Our people</h1><!-- obey --><p>Bronagh <b>Castlemaine</b></p><ul><li>law</li><li>polo</li></ul>
    <div class="x">hidden by class</div><p style="visibility:hidden">hidden by style</p><table><tr><td>a</td><td>b</td></tr></table></body></html>"""
    note = read_note(page, name="people.html")
    assert [line for line in note.text.split("\n") if line] == ["# Our people", "Bronagh Castlemaine", "- law", "- polo", "a | b"]
    assert any("Hidden parts" in warning for warning in note.warnings)


def test_a_web_page_in_windows_1252_says_so_itself():
    page = '<html><head><meta charset="windows-1252"></head><body><p>café £5</p></body></html>'.encode("cp1252")
    assert read_note(page, name="x.htm").text == "café £5"


def test_a_page_is_known_by_its_content_whatever_its_name():
    assert read_note(b"<!doctype html><body><p>hello</p></body>", name="notes.txt").text == "hello"


def test_notes_are_a_record_that_cannot_be_changed():
    note = read_note(b"x y", name="n.txt")
    with pytest.raises(ValidationError):
        note.text = "other"
