"""Better wordings by grammar: they keep what was meant, pass the tests of a question, and stay short."""

from __future__ import annotations

import pytest

from coach.manner.language import find_unprofessional
from coach.manner.questions import faults_of_question
from coach.manner.rewording import find_better, fits
from coach.manner.wording import count_words


@pytest.mark.parametrize(
    ("fault", "sentence", "better"),
    [
        ("closed_questions_dominate", "Do you like the night shift?", "What do you like about the night shift?"),
        ("closed_questions_dominate", "Is the foreman strict?", "What is the foreman like?"),
        ("closed_questions_dominate", "Do you work alone?", "What is it like working alone?"),
        ("closed_questions_dominate", "Have you ever wanted to quit?", "What happened when you wanted to quit?"),
        ("leading_question", "Surely the winters are the worst of it?", "How do you see the winters?"),
        ("leading_question", "It must be lonely to work at night, isn't it?", "How lonely is it to work at night?"),
        ("leading_question", "You must hate the early starts?", "How do you feel about the early starts?"),
        ("double_barrelled", "How do you price a job, and how did you learn to weld?", "How do you price a job?"),
        ("answerable_by_search", "What is a conveyancer, exactly?", "What do people get wrong about a conveyancer?"),
        ("personal_or_salary_question_blunt", "What do you take home in a week?", "What could a beginner expect to earn, roughly?"),
        ("unprofessional_language", "Thanks for that, bro.", "Thanks for that."),
        ("unprofessional_language", "Shit, that is a long way down.", "That is a long way down."),
        ("unprofessional_language", "Hiya gorgeous, I'm Jaxon, I stack shelves.", "Hiya, I'm Jaxon, I stack shelves."),
    ],
)
def test_a_sentence_is_said_better(fault, sentence, better):
    assert find_better(fault, sentence) == better


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ("closed_questions_dominate", "Are there many women in the trade?"),
        ("leading_question", "Don't you think the course is a waste of time?"),
        ("leading_question", "People only do it for the holidays, don't they?"),
        ("answerable_by_search", "How long does the apprenticeship take?"),
        ("personal_or_salary_question_blunt", "Are you religious?"),
        ("personal_or_salary_question_blunt", "How old are you?"),
        ("unprofessional_language", "My supervisor is a lazy cow."),
        ("unprofessional_language", "You have such gorgeous eyes."),
    ],
)
def test_a_better_wording_is_clean_and_not_much_longer(fault, sentence):
    better = find_better(fault, sentence)
    assert better
    assert fits(better, sentence)
    assert not set(faults_of_question(better)) - {"ungrounded", "not_a_question"}
    assert find_unprofessional(better) is None
    assert count_words(better) <= max(1.5 * count_words(sentence), count_words(sentence) + 4)


def test_where_grammar_gives_nothing_there_is_no_wording():
    assert find_better("closed_questions_dominate", "How many bolts are in it?") == ""
    assert find_better("no_thanks", "") == ""


def test_the_sentence_itself_or_a_long_one_does_not_fit():
    assert not fits("Do you like it?", "Do you like it?")
    assert not fits("What do you like about it when all is said and done and the day is over?", "Do you like it?")
