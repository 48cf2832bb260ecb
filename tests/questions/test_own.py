"""The test of a learner's own question, and the plain questions that everybody asks."""

from __future__ import annotations

import pytest

from coach.manner.questions import faults_of_question
from coach.questions import check_question
from coach.questions.classics import CLASSICS, find_answers, find_classic
from coach.questions.own import ALREADY_ANSWERED, TOUCHES_PRIVATE
from coach.questions.shield import Shield
from tests.questions.given import BAKERY, make_dossier, make_passages


@pytest.mark.parametrize(
    ("text", "fault", "better"),
    [
        ("Do you enjoy the early boat?", "closed", "What do you enjoy about the early boat?"),
        ("What do you enjoy most about it? And how did you train?", "double_barrelled", "What do you enjoy most about it?"),
        ("How much do you earn?", "intrusive", "What would you want somebody to know about pay and conditions before they choose this work?"),
        ("Could you give me a job?", "asks_for_job", "How do people usually find their first job in this work?"),
        ("Surely it is boring, isn't it?", "leading", ""),
        ("What did you do before this job?", ALREADY_ANSWERED, "How do you draw on your earlier work in what you do now?"),
        ("How big is your organisation?", ALREADY_ANSWERED, "How does somebody new find out whom to ask where you work?"),
        ("How did the crash of 1953 change your work?", "ungrounded", ""),
        ("boats boats boats", "not_a_question", ""),
    ],
)
def test_a_poor_question_is_named_and_a_better_one_offered(text, fault, better):
    check = check_question(text, make_dossier())
    assert fault in check.faults
    assert check.better
    assert faults_of_question(check.better) == ()
    if better:
        assert check.better == better


@pytest.mark.parametrize(
    "text", ["How did you come to rebuild the winter timetable?", "What does the 6 am crossing ask of you?", "Who else would be good for me to talk to?"]
)
def test_a_good_question_is_left_alone(text):
    check = check_question(text, make_dossier())
    assert (check.faults, check.better) == ((), "")


def test_a_question_on_something_sensitive_is_turned_away_from():
    dossier = make_dossier(sensitive=("nearly quit over the panic attacks",))
    check = check_question("How are the panic attacks going?", dossier)
    assert TOUCHES_PRIVATE in check.faults
    assert "panic" not in check.better


@pytest.mark.parametrize("classic", CLASSICS, ids=lambda classic: classic.id)
def test_every_classic_question_is_known_again(classic):
    assert find_classic(classic.text) == classic.id


@pytest.mark.parametrize(
    "text",
    [
        "You were a deckhand for five years. How did you get from there to the wheel?",
        "How do you choose which mooring to check first?",
        "What did yesterday look like, from the first thing to the last?",
        "What are you working on that you would like to talk about?",
        "How does the size of the crew show when somebody is ill?",
    ],
)
def test_a_question_that_goes_deeper_is_no_classic(text):
    assert find_classic(text) == ""


def test_the_notes_answer_before_the_passages_do():
    answers = {answer.classic.id: answer.source for answer in find_answers(make_dossier(), make_passages())}
    assert answers["training"].kind == "note"
    assert answers["tenure"].text == "Joined Marlow Ferries in 2015"
    assert {answer.source.kind for answer in find_answers(make_dossier(BAKERY), make_passages()) if answer.classic.id == "training"} == {"passage"}


def test_a_name_that_is_also_the_hosts_is_not_barred():
    shield = Shield(make_dossier(other_people=("Ada Sunde", "Marlow Reid")))
    assert shield.blocks("What did Sunde say?")
    assert not shield.blocks("What would Ada say about Marlow Ferries?")


def test_years_and_figures_are_no_telephone_numbers():
    shield = Shield(make_dossier())
    assert not shield.blocks("From 2009 to 2014 you handled 4.3 million cars and 1,200 bikes. What was that like?")
    assert not shield.blocks("2009-2014 deckhand")
    assert shield.blocks("Ring 021 123 4567")
    assert shield.blocks("Ring (06) 555 0187")
