from __future__ import annotations

from coach.dossier import draft_dossier, with_correction, with_occupation
from coach.engines.offline import OfflineEngine
from coach.records import Note, OccupationChoice, Organisation, Person

NOTE = Note(
    text="Meeting Tama Whitcombe on Friday 2 pm\n"
    "Tama is an electrician at Whirrburn Electrical\n"
    "- joined in 2019, the website says since 2017\n"
    "- he rewires hospitals\n"
    "- BSc from Lincoln"
)
DOSSIER = draft_dossier(NOTE, OfflineEngine())


def ids(dossier) -> set[str]:
    return {gap.id for gap in dossier.gaps}


def test_the_chosen_occupation_takes_the_place_of_the_title():
    choice = OccupationChoice(code="47-2111", title="Electrician", sure=True)
    assert with_occupation(DOSSIER, choice).occupation == choice
    assert with_occupation(DOSSIER, choice).facts == DOSSIER.facts


def test_the_learners_word_wins_over_what_was_read():
    put_right = with_correction(DOSSIER, person=Person(name="Tame Whitcombe", role="linesman", employer="Wel Power"), meeting_time="Monday 9 am")
    assert put_right.person.name == "Tame Whitcombe"
    assert put_right.organisation == Organisation(name="Wel Power")
    assert put_right.meeting_time == "Monday 9 am"


def test_what_is_not_given_stays_and_an_empty_text_clears():
    assert with_correction(DOSSIER) == DOSSIER
    cleared = with_correction(DOSSIER, meeting_time="")
    assert cleared.meeting_time == ""
    assert "meeting_time" in ids(cleared)
    assert "meeting_time" not in ids(DOSSIER)


def test_a_fact_struck_out_opens_its_gap_again_and_takes_its_contradiction_along():
    studied = next(fact for fact in DOSSIER.facts if fact.key == "education")
    without = with_correction(DOSSIER, drop_facts=(studied.id,))
    assert studied not in without.facts
    assert "person_education" in ids(without)
    disagreeing = next(fact for fact in DOSSIER.facts if "2019" in fact.text)
    assert DOSSIER.contradictions
    assert with_correction(DOSSIER, drop_facts=(disagreeing.id,)).contradictions == ()


def test_a_purpose_given_closes_its_gap():
    assert "meeting_purpose" in ids(DOSSIER)
    assert "meeting_purpose" not in ids(with_correction(DOSSIER, meeting_purpose="is it worth it with a bad knee"))
