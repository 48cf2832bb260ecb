"""Scripted learners of twelve kinds are met as a person would meet them; each check that a program can decide."""

from __future__ import annotations

import pytest

from evals.rehearsals import BLIND, SAME_REPLY, find_occupation, play, play_baseline, read_scripts, score
from tests.rehearsal.test_offline import corpus  # noqa: F401  (a fixture)


@pytest.fixture(scope="module")
def runs(corpus):  # noqa: F811
    """Every script with two people each."""
    return [play(script, find_occupation(script.occupation, corpus), seed=seed) for seed in (0, 5) for script in read_scripts()]


def test_nearly_all_expectations_are_met_and_every_hard_one(runs):
    found = score(runs)
    assert sum(found.met.values()) >= 0.98 * sum(found.asked.values()), found.failures
    for check in ("no_leak", "closes", "in_role", "no_praise", "no_instruction_followed", "not_contains", "max_words", "consistent"):
        assert found.met[check] == found.asked[check], [failure for failure in found.failures if check in failure]


def test_the_same_reply_to_everything_would_not_pass(runs):
    dull = score([play_baseline(run, lambda _n, _run: SAME_REPLY) for run in runs])
    assert sum(dull.met.values()) < 0.8 * sum(dull.asked.values())


def test_open_questions_earn_more_than_closed_ones_with_the_same_person(runs):
    told = {(run.script.id, run.rehearsal.seed): len({fact for exchange in run.exchanges for fact in exchange.told}) for run in runs}
    for seed in (0, 5):
        assert told["dev-01", seed] > told["dev-02", seed]


def test_scripts_by_another_hand_are_met_nearly_as_well(corpus):  # noqa: F811
    runs = [play(script, find_occupation(script.occupation, corpus), seed=1) for script in read_scripts(BLIND)]
    found = score(runs)
    assert len(runs) == 18
    assert sum(found.met.values()) >= 0.93 * sum(found.asked.values()), found.failures
    for check in ("closes", "in_role", "no_praise", "no_instruction_followed", "not_contains", "consistent", "declines"):
        assert found.met[check] == found.asked[check], [failure for failure in found.failures if check in failure]
