"""`coach progress`, `coach checkin` and `coach feedback` on text from elsewhere."""

from __future__ import annotations

import json

import pytest

from tests.test_progressing import TALK

RATINGS = "1,2,3,4,5,6,7,8,9,10,0,1"


def test_a_check_in_on_the_command_line_is_kept_and_shown(run):
    code, out, _ = run("--json", "checkin", "--ratings", RATINGS)
    assert code == 0
    assert json.loads(out)["ratings"] == [int(one) for one in RATINGS.split(",")]
    code, out, _ = run("--json", "progress")
    drawn = json.loads(out)
    assert code == 0
    assert {trend["id"] for trend in drawn["confidence"]} == {"all", "reach_out", "converse", "sustain"}
    assert run("progress")[1].count("Too early to say.") >= 4


def test_a_check_in_can_be_asked_one_by_one(run):
    code, out, _ = run("checkin", stdin=b"5\n" * 12)
    assert code == 0
    assert "12. Get back in touch" in out
    assert "All twelve: 5.0 of 10" in out


@pytest.mark.parametrize("ratings", ["1,2,3", "a,b,c", "11," * 11 + "11", "5.5," * 11 + "5"])
def test_other_ratings_get_one_sentence(run, ratings):
    code, out, err = run("checkin", "--ratings", ratings)
    assert (code, out) == (1, "")
    assert "twelve whole numbers" in err


def test_feedback_on_text_with_names_and_a_real_talk_only_when_agreed(run, tmp_path):
    path = tmp_path / "talk.txt"
    path.write_bytes(TALK)
    code, out, _ = run("--json", "feedback", str(path), "--me", "Jo", "--minutes", "30")
    assert code == 0
    assert json.loads(out)["judged"] is True
    code, out, err = run("--json", "feedback", str(path), "--real")
    assert (code, out) == (1, "")
    assert "agreement" in err
    assert run("--json", "feedback", str(path), "--real", "--agreed")[0] == 0
    assert json.loads(run("--json", "progress")[1])["conversations"] == 1


def test_a_name_that_is_not_in_the_talk_is_told(run, tmp_path):
    path = tmp_path / "talk.txt"
    path.write_bytes(TALK)
    code, _, err = run("feedback", str(path), "--me", "Mia")
    assert code == 1
    assert "Jo, Ana" in err
