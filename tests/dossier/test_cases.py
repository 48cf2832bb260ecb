"""The annotated notes, read offline: what the rules must not fall below, and that they beat reading line by line."""

from __future__ import annotations

import pytest

from evals.notes import CASES, NotesScore, is_later, list_cases, read_offline, read_plainly, score, score_case

LEAKING = {"own-51", "own-90"}
"""Two sets in which what is told of another person ("he" in notes on a couple; "G =" for Gareth) is still taken for the one who is met."""


@pytest.fixture(scope="module")
def ours() -> NotesScore:
    return score(read_offline, [path for path in list_cases() if not is_later(path)])


@pytest.fixture(scope="module")
def later() -> NotesScore:
    return score(read_offline, [path for path in list_cases() if is_later(path)])


def test_there_are_notes_of_every_kind():
    assert len(list_cases("dev-")) == 12
    assert len(list_cases("own-")) >= 60


def test_the_person_the_role_and_the_employer_are_right_nine_times_in_ten(ours):
    assert ours.name.plus(ours.role).plus(ours.employer).recall >= 0.95
    assert ours.title.recall >= 0.95


def test_time_and_purpose_of_the_meeting_are_found(ours):
    assert ours.time.recall >= 0.9
    assert ours.purpose.recall >= 0.9


def test_most_annotated_facts_are_recalled_and_every_fact_is_verbatim(ours):
    assert ours.facts.recall >= 0.88
    assert ours.verbatim.recall == 1.0


def test_gaps_are_told_right(ours):
    assert ours.gaps.f1 >= 0.93


def test_private_matters_are_found_and_nothing_barred_is_a_fact(ours):
    assert ours.sensitive.recall >= 0.95
    leaking = {case.stem for case in list_cases() if not is_later(case) and score_case(case, read_offline).leaks}
    assert leaking <= LEAKING


def test_contradictions_are_found_and_few_are_made_up(ours):
    assert ours.contradictions.recall >= 0.75
    assert ours.contradictions.wrong <= 2


def test_notes_that_were_written_after_the_rules_are_read_too(later):
    assert later.name.plus(later.role).plus(later.employer).recall >= 0.6
    assert later.facts.recall >= 0.45
    assert later.gaps.f1 >= 0.5
    assert later.sensitive.recall >= 0.65
    assert later.verbatim.recall == 1.0


def test_the_plain_baseline_is_beaten_on_every_count():
    cases = list_cases("dev-")
    offline, plain = score(read_offline, cases), score(read_plainly, cases)
    assert offline.facts.recall > plain.facts.recall + 0.3
    assert offline.gaps.f1 > plain.gaps.f1 + 0.2
    assert offline.leaks < plain.leaks


@pytest.mark.parametrize("case", ["dev-12", "own-12", "own-24", "own-36", "own-70"])
def test_gibberish_and_empty_forms_give_no_fact_and_no_title(case):
    row = score_case(CASES / f"{case}.json", read_offline)
    assert (row.facts.wrong, row.name.wrong, row.role.wrong, row.title.wrong, row.time.wrong) == (0, 0, 0, 0, 0)
    assert row.gaps.hits == 13
