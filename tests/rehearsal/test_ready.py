"""What a person has ready to say: details of what was told, and short answers to the usual questions."""

from __future__ import annotations

import pytest

from coach.library.corpus import corpus_folder, read_corpus
from coach.records import ClockKind, FactDetail, PrivateFact, Style, Tier, Topic
from coach.rehearsal import hear_learner, open_rehearsal
from coach.rehearsal.cues import read_moment
from coach.rehearsal.details import find_detail, read_kinds, score_detail
from coach.rehearsal.people import get_people
from coach.rehearsal.ready import DETAIL, add_ready
from coach.rehearsal.usual import USUAL, find_usual

STORY = PrivateFact(
    id="s",
    tier=Tier.T2,
    topic=Topic.PATH,
    text="A woman had a knock in her wall at ten past six each morning. I sat in her hall in the dark, waiting for it. It was the washing machine in the flat below.",
    details=(
        FactDetail.model_validate("How did you know it was the washing machine? It stopped the moment the man below put his coat on and left."),
        FactDetail.model_validate("What did she say? Not much. She'd thought it was her late husband, and she made me another cup of tea."),
        FactDetail.model_validate("Who lived in the flat below? A baker, so his day began when hers should have been ending."),
        FactDetail.model_validate("Why was it always ten past six? The machine was on a timer for the cheap power."),
    ),
)
OTHER = PrivateFact(
    id="o",
    tier=Tier.T1,
    topic=Topic.WORK,
    text="I drive a van with six hundred fittings in it.",
    details=(FactDetail.model_validate("Which fitting do you use most? The plain elbow, by the boxful."),),
)


def detail_for(question, *, going_on=True, told=((0, STORY), (1, OTHER)), but=()):
    unsaid = [detail.text for _, fact in told for detail in fact.details if detail.text not in but]
    found = find_detail(question, told, unsaid=unsaid, going_on=going_on)
    return found[1].text.split(".")[0] if found else None


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("How could you tell it was the machine?", "It stopped the moment"),
        ("And how did she take it?", "Not much"),
        ("What did the woman say to that?", "Not much"),
        ("Who was it down there?", "A baker"),
        ("Why ten past six?", "The machine was on a timer"),
        ("Oh, how come always at that hour?", "The machine was on a timer"),
        ("Which fitting is it you use most?", "The plain elbow"),
    ],
)
def test_a_question_on_a_story_finds_its_detail(question, begins):
    assert detail_for(question).startswith(begins)


@pytest.mark.parametrize("question", ["What does it cost to train?", "How many people work in your firm?", "What would you change about the law?"])
def test_a_question_on_something_else_finds_none(question):
    assert detail_for(question) is None


def test_a_detail_that_was_told_is_not_told_again():
    first = STORY.details[1].text
    assert detail_for("What did she say?", but=(first,)) is None


def test_a_question_that_does_not_go_on_must_name_the_detail():
    assert detail_for("Who is it that decides?", going_on=False) is None
    assert detail_for("Who lived in that flat below, by the way?", going_on=False).startswith("A baker")


def test_what_was_told_last_comes_first():
    again = STORY.model_copy(update={"id": "again", "details": (FactDetail.model_validate("What did she say? Nothing at all, she only nodded twice."),)})
    assert detail_for("What did she say?", told=((0, again), (2, STORY))).startswith("Nothing at all")


def test_kinds_and_words_both_count():
    who, said = STORY.details[2], STORY.details[1]
    assert score_detail("Who was it?", STORY, who) > score_detail("Who was it?", STORY, said)
    assert read_kinds("What happened then?") >= {"after"}
    assert "said" in read_kinds("Did she mind?")


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Is it hard on your body?", "body"),
        ("Do you have to work weekends?", "hours"),
        ("Hours?", "hours"),
        ("Do I need a degree for that?", "degree"),
        ("How long does the training take?", "training"),
        ("Am I too old at thirty-four?", "too_old"),
        ("Will AI take your job in ten years?", "machines"),
        ("Are there enough jobs around?", "demand"),
        ("How do you deal with rude customers?", "difficult"),
        ("Is it boring sometimes?", "boring"),
        ("What's the worst part?", "worst"),
        ("What do you enjoy most?", "best"),
        ("What should I read before I decide?", "read_watch"),
        ("How could I try it out first?", "try_first"),
        ("What do people get wrong about your job?", "misconception"),
        ("Do you work alone or in a team?", "company"),
        ("How are new people treated?", "newcomers"),
        ("Would my accent be a problem?", "language"),
        ("Can you live on it?", "money"),
        ("What do you wear?", "dress"),
    ],
)
def test_a_usual_question_is_known_in_many_words(question, name):
    assert find_usual(question) == name


@pytest.mark.parametrize(
    "question",
    [
        "How did you get into it?",
        "What was your worst day?",
        "How many jobs did you have before this one?",
        "What happened to the woman?",
        "Have you come back to it since?",
        "What made you leave?",
    ],
)
def test_a_question_on_one_life_is_no_usual_one(question):
    assert find_usual(question) == ""


def test_a_topic_that_does_not_go_with_it_rules_out_what_is_in_doubt():
    assert find_usual("Do we need particular shoes?", Topic.WORK) == "tools"
    assert find_usual("Do we need particular shoes?", Topic.LINKS) == ""
    assert find_usual("Is it hard on your back?", Topic.LINKS) == "body"


def test_every_usual_question_has_a_general_answer_and_every_corpus_answer_a_name():
    assert set(get_people().general.answers) == set(USUAL)
    for occupation in read_corpus(corpus_folder()).occupations.values():
        assert set(occupation.answers) in ({*()}, set(USUAL)), occupation.title


def test_a_closed_question_gets_the_short_answer_and_no_fact(opened, play):
    last = play(opened(), ["Hello, I'm Sam.", "Is it hard on your body?"]).turns[-1]
    assert last.text.startswith(get_people().general.answers["body"][:30])
    assert last.disclosed == ()


def test_the_same_short_answer_is_not_given_twice(opened, play):
    talk = play(opened(), ["Hello, I'm Sam.", "Is it hard on your body?", "How did you get into it?", "And how physical is it, all in all?"])
    assert get_people().general.answers["body"] not in talk.turns[-1].text


def test_a_story_asked_about_goes_on_with_its_detail(occupation, play):
    path = occupation.career_paths[0].model_copy(
        update={"details": {"story": (FactDetail.model_validate("What did the box sing? One low note, all the way through, and it went up when I knelt."),)}}
    )
    one = occupation.model_copy(update={"career_paths": (path,)})
    opened = open_rehearsal(one, rehearsal_id="r", planned_minutes=30, style=Style.BRISK, seed=1, clock=ClockKind.EXCHANGE)
    talk = play(opened, ["Hello, I'm Sam.", "How did you come to this work?"], of=one)
    assert "path/story" in talk.turns[-1].disclosed
    heard = hear_learner(talk, "A box that sang! What was it singing?")
    moment = add_ready(heard, one, moment=read_moment(heard))
    assert moment.facts[0].id == DETAIL
    assert moment.facts[0].text.startswith("One low note")
    assert {"ready", "detail"} <= set(moment.cue.wants)
    assert play(talk, ["A box that sang! What was it singing?"], of=one).turns[-1].text.startswith("One low note")


def test_a_detail_of_what_was_not_told_stays_untold(opened, play):
    talk = play(opened(), ["Hello, I'm Sam.", "What did you miss about the phones?"])
    assert "Sitting down" not in talk.turns[-1].text
