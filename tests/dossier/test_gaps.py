from __future__ import annotations

import pytest

from coach.dossier import find_gaps
from coach.dossier.gaps import RULES
from coach.records import About, Fact, Organisation, Person, Span

EVERYTHING = Person(name="Ines", role="sonographer", employer="Gorge Imaging")


def fact(text: str, about: str, key: str = "detail") -> Fact:
    return Fact(id="f1", text=text, about=About(about), key=key, source=Span(text=text, line=1, start=0, end=len(text)))


def gaps(*facts: Fact, person: Person = EVERYTHING, time: str = "Friday", purpose: str = "is it dark") -> set[str]:
    found = find_gaps(facts, person=person, organisation=Organisation(name=person.employer), meeting_time=time, meeting_purpose=purpose)
    return {gap.id for gap in found}


def test_empty_notes_leave_the_whole_list_open():
    found = find_gaps((), person=Person(), organisation=Organisation(), meeting_time="", meeting_purpose="")
    assert [gap.id for gap in found] == [rule.id for rule in RULES]
    assert len(RULES) == 13


@pytest.mark.parametrize(
    ("text", "about", "key", "filled"),
    [
        ("was a physio", "person", "previous_role", "person_path"),
        ("joined in 2011 as a receptionist", "person", "start_year", "person_path"),
        ("BSc from Lincoln", "person", "education", "person_education"),
        ("did her apprenticeship there", "person", "path", "person_education"),
        ("runs the night shift", "person", "work_focus", "person_work_focus"),
        ("cleans seed", "organisation", "purpose", "org_purpose"),
        ("has acted for families since 1958", "organisation", "founded", "org_purpose"),
        ("opened a line in March", "organisation", "news", "org_recent_news"),
        ("46 staff", "organisation", "size", "org_size"),
        ("walk crops", "occupation", "tasks", "occ_tasks"),
        ("need a degree", "occupation", "entry_route", "occ_entry_route"),
        ("short of people", "occupation", "outlook", "occ_outlook"),
    ],
)
def test_a_fact_of_the_right_kind_fills_its_gap(text, about, key, filled):
    assert filled in gaps()
    assert filled not in gaps(fact(text, about, key))


def test_what_the_person_studied_is_not_the_way_in_for_everybody():
    assert "occ_entry_route" in gaps(fact("BSc from Lincoln", "person", "education"))


@pytest.mark.parametrize(
    ("text", "about", "filled"),
    [
        ("climbing, cutting, dragging brash, sharpening, paperwork and cleaning up", "person", "occ_tasks"),
        ("you need a licence and a clean record", "person", "occ_entry_route"),
        ("every council is short of them", "organisation", "occ_outlook"),
        ("they have just bought the shop next door", "person", "org_recent_news"),
        ("85 staff in two sheds", "person", "org_size"),
    ],
)
def test_wording_that_can_mean_nothing_else_fills_a_gap_whoever_the_fact_is_about(text, about, filled):
    assert filled not in gaps(fact(text, about))


def test_pay_is_no_outlook():
    assert "occ_outlook" in gaps(fact("about 68k", "occupation", "pay"))


def test_role_employer_time_and_purpose_are_read_from_the_dossier():
    assert {"person_role", "org_name", "meeting_time", "meeting_purpose"} <= gaps(person=Person(), time="", purpose="")
    assert not {"person_role", "org_name", "meeting_time", "meeting_purpose"} & gaps()


def test_every_gap_says_why_in_one_sentence_and_where_to_look():
    for rule in RULES:
        assert rule.why.endswith(".")
        assert rule.where.endswith((".", "example careers.govt.nz."))
        assert "!" not in rule.why + rule.where
        assert len(rule.why.split()) <= 30
