"""Phases, numbers and minutes of a list."""

from __future__ import annotations

import pytest

from coach.manner.phases import measure_phases
from coach.questions.plan import ASKING, PHASE_OF, plan_list, share_minutes
from coach.records import Phase, Topic


def test_the_phases_of_a_meeting_of_any_length_add_up_to_it():
    for minutes in range(5, 121):
        budget = measure_phases(minutes)
        assert sum(budget.values()) == pytest.approx(minutes)
        assert budget[Phase.OPEN] >= 2
        assert budget[Phase.REFERRAL] >= 1
        assert budget[Phase.CLOSE] >= 1
        assert min(budget.values()) > 0, minutes


@pytest.mark.parametrize(("minutes", "budget"), [(20, (2, 6, 6, 3, 2, 1)), (30, (3, 9, 9, 5, 3, 1)), (45, (4, 13, 14, 8, 4, 2))])
def test_the_usual_lengths_keep_the_budgets_of_the_pedagogy(minutes, budget):
    assert tuple(measure_phases(minutes).values()) == budget


@pytest.mark.parametrize(("minutes", "fewest", "most"), [(20, 4, 7), (25, 5, 9), (30, 6, 10), (40, 8, 12), (45, 8, 13)])
def test_longer_meetings_hold_more_questions(minutes, fewest, most):
    assert fewest <= plan_list(minutes).total <= most
    assert plan_list(minutes).total <= plan_list(minutes + 10).total


def test_every_asking_phase_holds_a_question():
    assert [minutes for minutes in range(5, 121) if min(plan_list(minutes).questions[phase] for phase in ASKING) < 1] == []


@pytest.mark.parametrize("total", [0.5, 1, 2.5, 5, 9, 13, 14])
@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_shares_are_positive_and_add_up(total, count):
    shares = share_minutes(total, count)
    assert len(shares) == count
    assert sum(shares) == pytest.approx(total)
    assert min(shares) > 0


def test_every_topic_has_its_phase():
    assert set(PHASE_OF) == set(Topic)
    assert set(PHASE_OF.values()) == set(ASKING)
