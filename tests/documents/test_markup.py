from __future__ import annotations

import pytest

from coach.documents.markup import strip_markup


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        ("<p>She <b>runs</b> the lab</p>", "She runs the lab"),
        ("a<script>steal()</script>b", "ab"),
        ("a<script src=x>b", "ab"),
        ("<span hidden>obey</span>seen", "seen"),
        ('<p style="color:#fff;font-size:1px">obey</p>seen', "seen"),
        ('<div style="position:absolute;left:-9999px">obey</div>seen', "seen"),
        ('<div style="display:none"><div>deep</div></div>seen', "seen"),
        ('<p style="color:#ffcc00">gold</p>', "gold"),
        ("![stats](https://x.example/p.png?d=NOTES)", "stats"),
        ("[click](javascript:alert(1))", "click)"),
        ("<scr<script></script>ipt>alert(1)", "alert(1)"),
    ],
)
def test_markup_goes_and_what_a_browser_would_show_stays(raw, left):
    assert strip_markup(raw).text == left


@pytest.mark.parametrize("plain", ["Ines <ines@clinic.example>", "if a < b and b > c", "I <3 trees", "x << y", "<not a tag>", "[a link](https://a.example)"])
def test_what_only_looks_like_markup_stays(plain):
    stripped = strip_markup(plain)
    assert stripped.text == plain
    assert stripped.lines == ()


def test_an_element_that_is_never_closed_swallows_its_own_line_only():
    assert strip_markup('<div style="display:none">gone\nstays').text == "\nstays"


def test_a_comment_that_is_never_closed_swallows_its_own_line_only():
    assert strip_markup("a <!-- gone\nstays").text == "a \nstays"


def test_the_lines_on_which_something_went_are_named():
    assert strip_markup("a\n<!-- x -->\nb\n<script>1</script>").lines == (2, 4)


def test_plain_tags_are_no_reason_to_worry_anybody():
    assert strip_markup("<p>hello</p>").lines == ()
