"""Words of home for a job, said as American material says them."""

from __future__ import annotations

import pytest

from coach.library.dialect import say_abroad


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
