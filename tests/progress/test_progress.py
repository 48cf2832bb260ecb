"""Progress: what trends come to in words, when a check-in is due, and what is left unsaid."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coach.progress import ITEMS, draw_progress, find_next_check_in, is_due
from coach.progress.check_in import SUBSCORES, mean_of
from coach.progress.drawing import describe_change
from coach.records import CheckIn, Conversation, Criterion, Feedback, Measures, Provenance, Transcript, TranscriptTurn, Verdict
from tests.contracts.test_store import make_rehearsal

START = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
NOW = START + timedelta(days=60)


def check_in(days: float, *ratings: int, looking_back: bool = False) -> CheckIn:
    return CheckIn(id=f"c{days}{looking_back}", made_at=START + timedelta(days=days), ratings=ratings or (5,) * 12, looking_back=looking_back)


def result(days: float, *, score: int | None = 3, share: float | None = 0.4, rubric: str = "now", judged: bool = True):
    rehearsal = make_rehearsal().model_copy(update={"id": f"r{days}", "started_at": START + timedelta(days=days)})
    criteria = (Criterion(id="D4", title="Question form", verdict=Verdict.MET if score else Verdict.NOT_SHOWN, score=score),)
    provenance = Provenance(engine="built-in", prompt_name="x", prompt_digest="y", rubric_digest=rubric)
    return rehearsal, Feedback(judged=judged, criteria=criteria, measures=Measures(talk_share=share), provenance=provenance)


def draw(results=(), check_ins=(), conversations=()):
    return draw_progress(tuple(results), tuple(check_ins), tuple(conversations), rubric_digest="now", now=NOW)


def trend(trends, name):
    return next(one for one in trends if one.id == name)


@pytest.mark.parametrize(
    ("values", "says"),
    [([], "Too early"), ([3], "Too early"), ([3, 3.9], "About the same"), ([3, 4], "Higher"), ([4, 5, 3], "Lower"), ([3, 5, 3.5], "About the same")],
)
def test_a_change_is_named_only_where_it_is_more_than_noise(values, says):
    assert describe_change(values, noise=1.0).startswith(says)


def test_there_is_one_trend_a_criterion_and_no_score_over_all():
    drawn = draw([result(1, score=2), result(5, score=4)])
    assert [point.value for point in trend(drawn.criteria, "D4").points] == [2, 4]
    assert trend(drawn.criteria, "D4").says.startswith("Higher")
    assert {one.id for one in drawn.criteria} == {"D4"}


def test_what_was_not_observed_leaves_a_gap_and_no_zero():
    drawn = draw([result(1, score=2), result(2, score=None, share=None), result(5, score=3)])
    assert [point.value for point in trend(drawn.criteria, "D4").points] == [2, 3]
    assert len(trend(drawn.behaviour, "talk_share").points) == 2


def test_results_of_an_older_rubric_are_drawn_and_not_compared():
    drawn = draw([result(1, score=1, rubric="before"), result(5, score=4), result(9, score=4)])
    assert [point.older for point in trend(drawn.criteria, "D4").points] == [True, False, False]
    assert trend(drawn.criteria, "D4").says.startswith("About the same")
    assert any("earlier rubric" in notice for notice in drawn.notices)


def test_talks_that_could_not_be_judged_are_counted_but_not_drawn():
    drawn = draw([result(1, judged=False)])
    assert drawn.rehearsals == 1
    assert drawn.criteria == ()


def conversation(days: float, *, real: bool = True) -> Conversation:
    feedback = result(days)[1]
    return Conversation(
        id=f"k{days}",
        made_at=START + timedelta(days=days),
        real=real,
        transcript=Transcript(turns=(TranscriptTurn(speaker="interviewer", text="Hi"),)),
        feedback=feedback,
    )


def test_after_three_rehearsals_without_a_real_talk_one_is_suggested():
    three = [result(day) for day in (1, 2, 3)]
    assert draw(three[:2]).next_step == ""
    assert "real person" in draw(three).next_step
    assert "real person" in draw(three, conversations=[conversation(4, real=False)]).next_step
    assert draw(three, conversations=[conversation(4)]).next_step == ""


def test_confidence_that_rises_while_nothing_is_done_is_said():
    rising = (check_in(0, *(3,) * 12), check_in(20, *(6,) * 12))
    assert any("not yet talked" in notice for notice in draw([result(1)], rising).notices)
    assert not draw([result(1)], rising, [conversation(2)]).notices
    assert not draw([result(1)], (check_in(0), check_in(20))).notices


def test_the_means_are_over_their_own_items():
    one = check_in(0, 1, 1, 1, 1, 5, 5, 5, 5, 5, 9, 9, 9)
    assert {name: mean_of(one, name) for name in SUBSCORES} == {"all": pytest.approx(56 / 12), "reach_out": 1, "converse": 5, "sustain": 9}
    assert len(ITEMS) == 12


def test_looking_back_is_told_beside_and_is_no_point():
    drawn = draw(check_ins=(check_in(0, *(6,) * 12), check_in(1, *(2,) * 12, looking_back=True)))
    assert len(trend(drawn.confidence, "all").points) == 1
    assert "2.0" in trend(drawn.confidence, "all").says


def test_a_check_in_is_due_at_the_start_after_three_rehearsals_and_after_a_real_talk_but_not_twice_a_week():
    day = timedelta(days=1)
    assert is_due((), finished=(), talked=(), now=START)
    held = (check_in(0),)
    assert not is_due(held, finished=[START + day * n for n in (1, 2, 3)], talked=(), now=START + day * 6)
    assert find_next_check_in(held, now=START + day * 6) == START + day * 7
    assert find_next_check_in(held, now=START + day * 7) is None
    assert is_due(held, finished=[START + day * n for n in (1, 2, 3)], talked=(), now=START + day * 8)
    assert not is_due(held, finished=[START + day * n for n in (1, 2)], talked=(), now=START + day * 8)
    assert is_due(held, finished=(), talked=[START + day], now=START + day * 8)
    assert not is_due(held, finished=(), talked=[START - day], now=START + day * 8)
