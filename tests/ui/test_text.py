"""Text of learners stays text: no markup, no links."""

from __future__ import annotations

import re

import pytest

from coach.ui.text import plain

JOINER = "\u2060"


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("write to jobs@corran.example today", r"[\w.+-]+@[\w-]+"),
        ("see https://corran.example/jobs", r"https?://\w"),
        ("see http\\://corran.example", r"http:?//\w"),
        ("WWW.corran.example", r"www\."),
    ],
)
def test_an_address_is_no_link(text, linked):
    unescaped = plain(text).replace("\\", "")
    assert re.search(linked, unescaped, re.IGNORECASE) is None
    assert JOINER in unescaped


@pytest.mark.parametrize("text", ["**bold**", "[a](b)", "![a](b)", "<b>", "$x$", ":red[x]", "# head", "`code`"])
def test_markup_is_shown_and_not_done(text):
    assert plain(text).replace("\\", "") == text
    assert plain(text) != text


def test_what_is_invisible_is_dropped_and_lines_are_kept():
    assert plain("a\u200bb\u202ec\nd") == "abc  \nd"
