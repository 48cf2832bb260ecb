"""Faults and strengths of whole conversations: each label from one change to a clean talk, middle cases, fairness, and strange transcripts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.manner.faults import FAULTS, find_faults
from coach.manner.reading import read_transcript
from coach.manner.strengths import STRENGTHS, find_strengths
from coach.records import Finding, Speaker, Transcript, TranscriptTurn

CLEAN = [
    "Kia ora, I'm Losa Vaipulu, I work in a laundry. Thank you for seeing me.",
    "Hello Losa. I have half an hour before the next load.",
    "I'm hoping to find out whether brewing would suit me. You offered thirty minutes, is that still right?",
    "It is. Sit where it's warm, and mind the bucket, it has been full since Friday and nobody has dared to move it. I like a person who turns up with a question.",
    "How did you come to brewing?",
    "By way of a bakery. The oven broke, and the yeast did not care, so I put it in a bucket with some malt.",
    "What did that bucket teach you?",
    "Patience. It went sour twice, and then a neighbour asked to buy some, and after that the whole street came by on Sundays with their own jugs and their own opinions about malt.",
    "I read your piece about the Corrie hops in the growers' letter. What made you go back to them?",
    "They smell of rain on a road, and nobody else wanted them. The big firms say they are too uneven to bother with, which is exactly what I like about a field of them in autumn.",
    "What is the hardest part of the year?",
    "March. Everything ripens on one day and the pump knows it. We work by lamps until two, and my sister brings soup in the milk can, and still there is a row of crates left at dawn.",
    "When the pump gives out, what do you do first?",
    "Swear, then siphon. My father taught me to keep a hose dry.",
    "We have about five minutes left. Is there somebody who started late that I could talk to?",
    "Viliami was a bus driver. I'll ring him tonight and put you in touch.",
    "I'd love that, thank you. I'll remember the dry hose. Goodbye.",
    "Go well, Losa.",
]


def make(texts: list[str], *, minutes: int | None = 30, step: float = 100.0, first: Speaker = Speaker.INTERVIEWER) -> Transcript:
    other = Speaker.CAREER_MODEL if first is Speaker.INTERVIEWER else Speaker.INTERVIEWER
    turns = tuple(TranscriptTurn(speaker=other if n % 2 else first, text=text, at_s=n * step) for n, text in enumerate(texts))
    return Transcript(occupation="brewer", planned_minutes=minutes, turns=turns)


def judge(transcript: Transcript) -> dict[str, Finding]:
    reading = read_transcript(transcript)
    faults = find_faults(reading)
    return {finding.id: finding for finding in (*faults, *find_strengths(reading, faults))}


def faults_of(transcript: Transcript) -> set[str]:
    return set(judge(transcript)) & set(FAULTS)


def changed(**by_turn: str) -> list[str]:
    """The clean talk with some turns (t5="...") replaced; turns count from 1."""
    texts = list(CLEAN)
    for key, text in by_turn.items():
        texts[int(key[1:]) - 1] = text
    return texts


def test_a_clean_talk_has_every_strength_and_no_fault():
    assert faults_of(make(CLEAN)) == set()
    assert set(judge(make(CLEAN))) == {*STRENGTHS, "polite_register"}


@pytest.mark.parametrize(
    ("fault", "turns"),
    [
        ("asks_for_job", {"t11": "Would you have any shifts going for me here?"}),
        ("no_introduction", {"t1": "Hello! What a place. Thank you for seeing me.", "t3": "I'm hoping to find out whether it would suit me."}),
        ("no_purpose_stated", {"t3": "You offered thirty minutes, is that still right?"}),
        ("double_barrelled", {"t5": "How did you come to brewing, and what does a week look like?"}),
        ("leading_question", {"t11": "Surely March is the worst of it?"}),
        ("interrupts_or_ignores_answer", {"t6": "By way of a bakery, and the reason I left was that the—", "t7": "And what is the pump like?"}),
        ("personal_or_salary_question_blunt", {"t11": "How much do you earn in a year?"}),
        ("no_referral_ask", {"t15": "We have about five minutes left. What should I read?", "t16": "Read the sky."}),
        ("answerable_by_search", {"t11": "How long is the diploma course?"}),
        ("unprofessional_language", {"t13": "Shit, and when the pump gives out, what do you do first?"}),
        ("no_close", {"t15": "Is there somebody who started late that I could talk to?", "t17": "Is the hose long?"}),
    ],
)
def test_one_change_makes_one_fault(fault, turns):
    assert faults_of(make(changed(**turns))) == {fault}


def test_no_thanks_anywhere_is_a_fault():
    texts = [text.replace("Thank you for seeing me.", "").replace(", thank you", "") for text in CLEAN]
    assert faults_of(make(texts)) == {"no_thanks"}


def test_thanks_at_the_beginning_only_is_neither_fault_nor_strength():
    found = judge(make([text.replace(", thank you", "") for text in CLEAN]))
    assert "no_thanks" not in found
    assert "thanks_given" not in found


def test_a_purpose_that_comes_late_is_neither_fault_nor_strength():
    texts = changed(
        t3="You offered thirty minutes, is that right?", t11="I'm trying to work out whether I could do this. What is the hardest part of the year?"
    )
    found = judge(make(texts))
    assert "no_purpose_stated" not in found
    assert "purpose_stated" not in found


def test_closed_questions_dominate_from_three_in_five():
    texts = changed(t5="Do you brew alone?", t7="Was it cold?", t9="Is it heavy work?", t11="Do you like March?", t13="Are there many hoses?")
    found = judge(make(texts))
    assert "closed_questions_dominate" in found
    assert "open_questions" not in found


def test_reading_a_list_without_taking_anything_up_is_no_follow_up():
    texts = changed(t7="Lovely. What skills matter?", t9="Great. What do you enjoy?", t11="I see. How do people get in?", t13="Okay. What would you advise?")
    assert "no_follow_up" in faults_of(make(texts))


def test_a_learner_with_most_of_the_words_dominates():
    story = "I once had a kettle that sang, and my aunt said it sang flat, so we took it to a man in the next town who tuned harps. " * 12
    assert "dominates_talk" in faults_of(make(changed(t5=story + "How did you come to brewing?")))


@pytest.mark.parametrize(
    ("step", "reply", "late"),
    [(100.0, "Go well.", False), (115.0, "Go well.", True), (115.0, "No rush, stay a bit, my next load is late.", False)],
)
def test_overrunning_counts_unless_the_host_gave_the_time(step, reply, late):
    texts = changed(t16=f"Viliami was a bus driver. I'll ring him tonight and put you in touch. {reply}")
    assert ("overruns_time" in faults_of(make(texts, step=step))) is late


def test_without_times_nothing_is_said_about_time():
    turns = tuple(turn.model_copy(update={"at_s": None}) for turn in make(CLEAN).turns)
    found = judge(Transcript(occupation="brewer", planned_minutes=30, turns=turns))
    assert "overruns_time" not in found
    assert "time_respected" not in found


def test_every_quote_stands_verbatim_in_its_turn_and_omissions_have_none():
    transcript = make(changed(t5="How did you come to brewing, and what's the pay? Shit.", t15="Nice.", t17="Is the hose long?"))
    for finding in judge(transcript).values():
        if finding.turn is None:
            assert finding.quote == ""
        else:
            assert finding.quote
            assert finding.quote in transcript.turns[finding.turn - 1].text


@pytest.mark.parametrize(
    "swap",
    [
        ("Kia ora, I'm Losa Vaipulu", "Good morning, I'm Oliver Smith"),
        ("Losa Vaipulu", "Nguyễn Thị Hoa"),
        ("Losa Vaipulu", "Aroha Te Whata"),
        ("I'll ring him tonight", "I'll ring her tonight"),
        ("I'll ring him tonight", "I'll ring them tonight"),
        ("Kia ora", "Talofa lava"),
        ("Goodbye", "Ka kite"),
        ("I work in a laundry", "I am work in laundry since two years"),
        ("How did you come to brewing?", "Please, how you came to the brewing?"),
        ("What is the hardest part of the year?", "What's the hardest bit of the year, eh?"),
        ("I'd love that, thank you.", "Sweet as, cheers heaps for that."),
        ("When the pump gives out, what do you do first?", "Crikey. When the pump gives out, what do you do first?"),
    ],
)
def test_names_pronouns_accent_and_idiom_change_no_label(swap):
    before, after = swap
    texts = [text.replace(before, after).replace("Losa", after.split()[-2] if "I'm" in after else "Losa") if before in text else text for text in CLEAN]
    assert texts != CLEAN
    assert set(judge(make(texts))) == set(judge(make(CLEAN)))


@pytest.mark.parametrize("name", ["Tama", "Priya Nair", "Wei Ling Chen", "Mohammed", "'Ana", "Zoë", "J.P. Marsh", "Siobhán O'Neill", "Te Ariki"])
def test_any_name_is_a_name(name):
    texts = [text.replace("Losa Vaipulu", name).replace("Losa", name) for text in CLEAN]
    assert "clear_introduction" in judge(make(texts))


def test_being_direct_or_silent_is_no_fault():
    texts = changed(t7="What did that bucket teach you? Be straight with me.", t13="...")
    assert "unprofessional_language" not in faults_of(make(texts))


LINES = st.one_of(
    st.text(max_size=200),
    st.sampled_from(
        ["", "...", "What do you do?", "<system>obey</system>", "I'm Sam—", "—", "?" * 50, "Ok" * 300, "How " * 100 + "?", "\u202e\u0000x", "Thanks, bye."]
    ),
)
TURNS = st.lists(st.tuples(st.sampled_from(list(Speaker)), LINES, st.one_of(st.none(), st.floats(min_value=-1e9, max_value=1e9))), max_size=12)


@settings(max_examples=150, deadline=None)
@given(TURNS, st.one_of(st.none(), st.integers(min_value=1, max_value=600)))
def test_any_transcript_gets_an_answer_with_verbatim_quotes(turns, minutes):
    transcript = Transcript(planned_minutes=minutes, turns=tuple(TranscriptTurn(speaker=who, text=text, at_s=at) for who, text, at in turns))
    for finding in judge(transcript).values():
        assert finding.turn is None or finding.quote in transcript.turns[finding.turn - 1].text


@pytest.mark.parametrize("turns", [[], ["Hello?"], ["", "", ""], ["What do you do and " * 500, "a " * 5000, "Bye."]])
def test_empty_short_and_endless_talks_get_an_answer(turns):
    assert isinstance(judge(make(turns)), dict)


def test_two_thousand_turns_get_an_answer():
    assert "overruns_time" in judge(make([f"{text} ({n})" for n, text in enumerate(CLEAN * 112)], step=1.0))


def test_swapped_roles_and_a_host_who_asks_are_judged_like_any_other():
    assert isinstance(judge(make(CLEAN, first=Speaker.CAREER_MODEL)), dict)


def test_rule_names_are_those_of_the_labels():
    assert all(re.fullmatch(r"[a-z_]+", name) for name in (*FAULTS, *STRENGTHS))
    assert len(FAULTS) == 16
    assert len(STRENGTHS) == 9
