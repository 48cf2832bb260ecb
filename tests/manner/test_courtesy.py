"""Courtesy, boundaries, the opening, the clock and the kind of talk."""

from __future__ import annotations

import pytest

from coach.manner.boundaries import find_harm
from coach.manner.courtesy import has_courtesy, has_thanks, is_apology, is_farewell, is_greeting, is_insult
from coach.manner.opening import cites_research, find_name, find_purpose, is_vague_purpose
from coach.manner.personal import asks_leave, is_blunt_personal
from coach.manner.talk import find_faults_of_turn, is_english, is_gibberish
from coach.manner.time import agrees, asks_for_more_time, offers_more_time


@pytest.mark.parametrize(
    "text",
    [
        "Thanks heaps.",
        "Ngā mihi nui.",
        "Fa'afetai lava.",
        "Much appreciated.",
        "Cheers for that.",
        "That is most kind of you.",
        "Merci beaucoup.",
        "I'm so grateful.",
        "Vinaka.",
    ],
)
def test_thanks_in_many_languages_are_thanks(text):
    assert has_thanks(text)


@pytest.mark.parametrize(
    "text",
    ["Thanks to the rain we started late.", "Do people ever thank you?", "It's a thankless job.", "What do patients appreciate?", "", "Kia ora, I'm Tama."],
)
def test_speaking_about_thanks_is_not_thanking(text):
    assert not has_thanks(text)


@pytest.mark.parametrize(
    "text", ["Goodbye then.", "Ka kite anō.", "I'd better get back to my bench.", "Have a good one.", "Hei konā mai.", "See ya.", "I must run, sorry."]
)
def test_taking_leave_is_a_farewell(text):
    assert is_farewell(text)


@pytest.mark.parametrize(
    "text", ["What do you see when you look at it?", "How do they take care of you?", "Do you enjoy the rest of it?", "I see what you mean."]
)
def test_a_question_is_no_farewell(text):
    assert not is_farewell(text)


@pytest.mark.parametrize(
    "text", ["Kia ora!", "Mōrena, Whaea.", "Talofa lava.", "Mālō e lelei.", "Good afternoon, Dr Lam.", "Hiya.", "Bula vinaka.", "Namaste.", "Tēnā koe."]
)
def test_greetings_in_many_languages_are_greetings(text):
    assert is_greeting(text)


def test_an_apology_is_for_something_of_ones_own():
    assert is_apology("Sorry, that was too personal.")
    assert is_apology("I take that back.")
    assert not is_apology("I'm sorry to hear that.")


def test_an_insult_is_told_from_talk_about_insults():
    assert is_insult("You're useless.")
    assert is_insult("Oh shut up.")
    assert not is_insult("Do customers ever insult you?")
    assert not is_insult("I was useless at maths.")


def test_courtesy_words_count_and_plain_questions_do_not():
    assert has_courtesy("Could you tell me more?")
    assert has_courtesy("May I take notes?")
    assert not has_courtesy("What could you do about it?")
    assert not has_courtesy("How does it work?")


@pytest.mark.parametrize(
    "text",
    [
        "Would you mind if I asked about pay at the start?",
        "What keeps you up at night, if that's all right to ask?",
        "Feel free to skip this one.",
        "Tell me if I'm being nosy.",
        "I hope you don't mind me asking.",
    ],
)
def test_asking_leave_or_offering_a_way_out_is_leave(text):
    assert asks_leave(text)


def test_a_personal_question_with_leave_is_not_blunt():
    assert is_blunt_personal("Are you married?")
    assert not is_blunt_personal("Are you married, if you don't mind my asking?")


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to be alive any more.",
        "Sometimes I think about killing myself.",
        "My stepdad hits me.",
        "I'm scared to go home.",
        "They'd be better off without me.",
    ],
)
def test_a_hint_of_harm_is_found(text):
    assert find_harm(text)


@pytest.mark.parametrize(
    "text",
    [
        "This job is killing me.",
        "I nearly died of embarrassment.",
        "What do you do when a patient talks of suicide?",
        "My last deadline nearly killed me.",
        "That hit me hard.",
        "I'd die for a coffee.",
        "I could have killed myself laughing.",
    ],
)
def test_a_manner_of_speaking_is_no_harm(text):
    assert not find_harm(text)


@pytest.mark.parametrize("text", ["asdf qwer zxcv", "fghj??? 7777 ;;;;; lkjh", "?!?!?!", "👍👍👍", "bla bla bla bla bla bla bla bla bla bla"])
def test_noise_is_gibberish(text):
    assert is_gibberish(text)


@pytest.mark.parametrize("text", ["", "Hi.", "Hmm.", "Mr Ng, CNC?", "Kia ora, ko Hemi ahau.", "What a day!", "Um, er, sorry.", "TV? OK."])
def test_short_or_foreign_words_and_silence_are_not_gibberish(text):
    assert not is_gibberish(text)


@pytest.mark.parametrize(
    "text",
    [
        "Please, how it was for you, this beginning at forty?",
        "Yeah nah sweet as, cheers for that eh.",
        "Tēnā koe.",
        "ok",
        "I am go every day to work with my brother in the factory.",
    ],
)
def test_english_with_any_grammar_is_english(text):
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Je voudrais savoir comment vous avez commencé votre travail ici",
        "您当初为什么选择这一行？",
        "He aha tō mahi i ia rā i roto i te whare",
        "आपको इस काम में सबसे ज़्यादा क्या पसंद है",
    ],
)
def test_another_language_is_not_english(text):
    assert not is_english(text)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Any jobs going here?", "asks_for_job"),
        ("Have you got children?", "personal_or_salary_question_blunt"),
        ("What a load of crap.", "unprofessional_language"),
        ("Don't you think it's boring?", "leading_question"),
        ("How did you start, and what do you enjoy most?", "double_barrelled"),
        ("How long is the degree?", "answerable_by_search"),
    ],
)
def test_a_turn_names_the_faults_it_shows_by_itself(text, fault):
    assert fault in find_faults_of_turn(text)


def test_a_plain_open_question_has_no_fault():
    assert find_faults_of_turn("What was the first winter like?") == ()


def test_time_is_offered_asked_for_and_agreed_to():
    assert offers_more_time("No rush, my next meeting was cancelled.")
    assert not offers_more_time("I have to go now.")
    assert asks_for_more_time("Could I have five more minutes?")
    assert agrees("Yes, of course.")
    assert not agrees("No, sorry.")


def test_a_name_belongs_to_the_learner_not_to_the_person_addressed():
    assert find_name("Good morning, Mrs Patel. I'm Tama.") == "Tama"
    assert find_name("Hello Marguerite, thanks for this.") is None
    assert find_name("Siobhan, I work in a bank.", names_of_host=frozenset({"siobhan"})) is None


def test_a_purpose_may_be_vague_but_a_dream_is_none():
    assert find_purpose("I want to find out whether it would suit me.") is not None
    vague = find_purpose("I'd like to pick your brain about boats.")
    assert vague is not None
    assert is_vague_purpose(vague)
    assert find_purpose("I have always loved boats.") is None


@pytest.mark.parametrize(
    "text",
    [
        "I read your piece on the Corrie dam.",
        "On your website it says you restore organs.",
        "I watched your talk about soil.",
        "I saw that the Hartley yard went over to steel.",
    ],
)
def test_citing_something_found_beforehand_is_research(text):
    assert cites_research(text)


@pytest.mark.parametrize(
    "text", ["I read a lot.", "I saw the boat outside as I came in.", "I heard you say that just now.", "I watched the game.", "You said it was cold."]
)
def test_what_was_seen_on_the_way_in_or_said_today_is_no_research(text):
    assert not cites_research(text)
