"""Words of home for a job, said as American material says them."""

from __future__ import annotations

from contextlib import closing

import pytest

from coach.library import open_library
from coach.library.dialect import is_word_of_home, say_abroad
from tests.library.samples import SURVEYOR, make_file


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Lift mechanic", "elevator mechanic"),
        ("lorry drivers", "truck drivers"),
        ("Lollipop lady", "crossing guard"),
        ("Kaiwhakawhānau", "midwife"),
        ("kaipūtaiao moana", "marine scientist"),
        ("Senior estate agent", "senior real estate agent"),
        ("RevOps Lead", "revenue operations lead"),
    ],
)
def test_words_of_home_are_said_as_elsewhere(title, said):
    assert say_abroad(title) == said


@pytest.mark.parametrize("title", ["Registered nurse", "lift truck operator", "Real estate agent", "forklift driver", "Weightlifting coach", ""])
def test_other_titles_stay_as_they_are(title):
    assert say_abroad(title) == title


@pytest.mark.parametrize(
    ("title", "whole"), [("Panelbeater", True), ("thatchers", True), ("Senior panelbeater", False), ("Site Reliability Engineer (SRE)", False)]
)
def test_a_title_that_is_a_word_of_home_is_known_as_one(title, whole):
    assert is_word_of_home(title) is whole


def test_a_title_that_is_only_like_a_word_of_home_does_not_win(tmp_path):
    home = tmp_path / "corpus" / "occupations"
    home.mkdir(parents=True)
    for title, code in (("Teacher", "25-2021.00"), ("Roofer", "47-2181.00")):
        others = tuple(f"{kind} {title.lower()}" for kind in ("Country", "Town", "Island", "Harbour"))
        file = make_file(title=title, code=code, alternate_titles=others, source="register", texts=SURVEYOR).replace("[survey-board]", "[register]")
        (home / f"{title.lower()}.md").write_text(file, encoding="utf-8")
    with closing(open_library(tmp_path / "data", corpus=tmp_path / "corpus")) as library:
        assert library.find_occupations("thatcher")[0].title == "Roofer"
        assert library.find_occupations("teachr")[0].title == "Teacher"
