"""The sheet to take along: what stands on it, in whose words, and what never does."""

from __future__ import annotations

import pytest

from coach.dossier import find_gaps
from coach.engines.offline import OfflineEngine
from coach.feedback import give_feedback
from coach.questions import draft_questions, draw_sheet
from coach.questions.sheet import MOST_GOALS, MOST_LOOK_UPS, NAME_BLANK
from coach.records import (
    About,
    Dossier,
    Fact,
    LookUpFirst,
    Organisation,
    Person,
    Phase,
    Question,
    QuestionList,
    QuestionSource,
    Sheet,
    Span,
    Speaker,
    Topic,
    Transcript,
    TranscriptTurn,
    Verdict,
)
from tests.questions.given import make_dossier, make_occupation, make_passages

PLAIN = "I would like to learn what the work is really like, and how people come to it."


def draft(dossier: Dossier, *, minutes: int = 30) -> QuestionList:
    return draft_questions(dossier, OfflineEngine(), occupation=make_occupation(), passages=make_passages(), minutes=minutes, reserve=OfflineEngine())


def draw(dossier: Dossier, *, minutes: int = 30) -> Sheet:
    return draw_sheet(dossier, draft(dossier, minutes=minutes))


def with_purpose(purpose: str) -> Sheet:
    return draw_sheet(make_dossier(purpose=purpose), make_list((Phase.WORK, Topic.WORK, "What do you do first?")))


def make_list(*questions: tuple[Phase, Topic, str], look_up_first: tuple[LookUpFirst, ...] = ()) -> QuestionList:
    asked = tuple(Question(id=f"q{n}", text=text, topic=topic, phase=phase, minutes=3, why="So.") for n, (phase, topic, text) in enumerate(questions, start=1))
    return QuestionList(general=False, minutes=30, questions=asked, look_up_first=look_up_first)


def look_up(text: str, kind: str, title: str = "") -> LookUpFirst:
    return LookUpFirst(text=text, source=QuestionSource.model_validate({"kind": kind, "id": "s1", "text": "Rosalind swims at dawn.", "title": title}))


# --- the course of the talk -------------------------------------------------------------------------


@pytest.mark.parametrize("minutes", [15, 20, 25, 30, 37, 45, 60])
def test_the_phases_cover_the_meeting_one_after_the_other(minutes):
    sheet = draw(make_dossier(), minutes=minutes)
    assert [phase.phase for phase in sheet.phases] == list(Phase)
    clock = 0.0
    for phase in sheet.phases:
        assert phase.starts == clock
        clock += phase.minutes
    assert clock == sheet.minutes == minutes


def test_every_question_stands_once_in_its_phase_and_in_order():
    questions = draft(make_dossier(), minutes=45)
    sheet = draw_sheet(make_dossier(), questions)
    for phase in sheet.phases:
        assert phase.questions == tuple(question.text for question in questions.questions if question.phase is phase.phase)
    assert sum(len(phase.questions) for phase in sheet.phases) == len(questions.questions)


def test_questions_that_the_learner_moved_to_the_opening_stay_there():
    sheet = draw_sheet(Dossier(), make_list((Phase.OPEN, Topic.PATH, "How did the first day go?")))
    assert sheet.phases[0].questions == ("How did the first day go?",)


# --- whom, when, where ------------------------------------------------------------------------------


def test_the_head_names_person_role_and_employer():
    sheet = draw(make_dossier().model_copy(update={"meeting_time": "Friday 13th it is, 11 o'clock"}))
    assert (sheet.title, sheet.about, sheet.when) == ("Ada Brough", "ferry skipper, Marlow Ferries", "Friday 13th, 11 o'clock")


def test_a_name_typed_in_a_hurry_gets_its_capitals_and_others_are_left():
    assert draw(make_dossier(name="tama whitcombe")).title == "Tama Whitcombe"
    assert draw(make_dossier(name="Faizal bin Rahim")).title == "Faizal bin Rahim"


def test_the_place_comes_from_a_fact_about_the_meeting():
    span = Span(text="the marae at Ōtaki", line=1, start=0, end=18)
    place = Fact(id="f1", text=span.text, about=About.MEETING, key="place", source=span)
    assert draw_sheet(Dossier(facts=(place,)), make_list()).where == "the marae at Ōtaki"


def test_with_nothing_known_there_is_a_sheet_all_the_same():
    sheet = draw(Dossier())
    assert (sheet.title, sheet.about, sheet.when, sheet.where) == ("A talk about work", "", "", "")
    assert f"I'm {NAME_BLANK}, and I am looking into the kind of work you do. {PLAIN}" in sheet.opening
    assert len(sheet.goals) == MOST_GOALS
    assert "None" not in sheet.model_dump_json()


@pytest.mark.parametrize(
    ("role", "title", "said"),
    [
        ("arborist", "A talk with an arborist", "looking into work as an arborist"),
        ("Senior Flood Hydrologist", "A talk with a flood hydrologist", "work as a flood hydrologist"),
        ("Legal Executive, Residential Property", "A talk with a legal executive", "work as a legal executive"),
        ("RevOps Lead", "A talk about work", "the kind of work you do"),
        ("Head of Community", "A talk about work", "the kind of work you do"),
    ],
)
def test_a_role_is_said_as_one_says_it_or_not_at_all(role, title, said):
    sheet = draw_sheet(Dossier(person=Person(role=role)), make_list())
    assert sheet.title == title
    assert said in sheet.opening[1]


# --- goals ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("purpose", "goal"),
    [
        ("I want to find out whether I would cope with shifts", "Find out whether I would cope with shifts."),
        ("i wanna know if its worth it with my bad knee", "Find out whether it is worth it with my bad knee."),
        ("I want to ask how she keeps going in winter", "Find out how she keeps going in winter."),
        ("I'd love to hear what made you switch", "Find out what made them switch."),
        ("need to find out how she did the diploma", 'In my own words: "need to find out how she did the diploma"'),
        ("do you sleep? ever? and was it worth it", 'In my own words: "do you sleep? ever? and was it worth it"'),
        ("with my diploma, must I begin from zero? Is it dangerous?", 'In my own words: "with my diploma, must I begin from zero? Is it dangerous?"'),
        ("is that enough to start or do I wait?", 'In my own words: "is that enough to start or do I wait?"'),
        ("me hoki au ki te kāinga, or finish first?", 'In my own words: "me hoki au ki te kāinga, or finish first?"'),
    ],
)
def test_the_first_goal_is_the_purpose_in_the_learners_words(purpose, goal):
    assert with_purpose(purpose).goals[0] == goal


def test_what_only_says_when_to_meet_is_no_goal():
    assert not any("Jodie" in goal for goal in with_purpose("talk to Jodie, Wednesday 20 May at 1.30").goals)


def test_a_goal_that_the_list_asks_for_comes_from_what_the_notes_leave_open():
    gaps = find_gaps((), person=Person(), organisation=Organisation(), meeting_time="", meeting_purpose="")
    outlook = tuple(gap for gap in gaps if gap.id == "occ_outlook")
    questions = make_list((Phase.WORK, Topic.FIELD, "What is changing?"), (Phase.WORK, Topic.HARD, "What is hard?"))
    assert draw_sheet(Dossier(gaps=outlook), questions).goals[0] == "Find out where this work is heading."
    assert draw_sheet(Dossier(), questions).goals[0] == "Find out what is hard about this work, and whether I could live with that."


def test_there_is_no_goal_for_which_nothing_is_asked():
    assert draw_sheet(Dossier(), make_list((Phase.WORK, Topic.JOY, "What is good?"))).goals == ("Find out what makes this work worth doing.",)


def test_the_last_goal_is_the_next_person_where_the_list_asks_for_one():
    assert draw(make_dossier()).goals[-1].startswith("Come away with one more person")
    assert len(draw(make_dossier(purpose="I want to know what he reads, how he got in, whether it is hard, and why he stays")).goals) == MOST_GOALS


# --- said aloud -------------------------------------------------------------------------------------


def test_the_greeting_is_that_of_the_country():
    for country, greeting in (("NZ", "Kia ora,"), ("nz", "Kia ora,"), ("GB", "Hello,")):
        assert draw_sheet(Dossier(), make_list(), country=country).opening[0].startswith(greeting)


@pytest.mark.parametrize(
    ("purpose", "wish"),
    [
        ("I want to ask how she keeps going in winter", "What I would most like to find out is how you keep going in winter."),
        ("do you sleep?", PLAIN),
        ("I want to know if ur hands r wrecked by 40", PLAIN),
        ("is that enough to start or do I wait?", PLAIN),
        ("how many hours she is really working", PLAIN),
        ("I want to know if people hate you for it", PLAIN),
        ("I want to know if people get hired for this or was she just early", PLAIN),
        ("", PLAIN),
    ],
)
def test_only_what_can_be_said_to_a_stranger_is_said_aloud(purpose, wish):
    assert with_purpose(purpose).opening[1].endswith(wish)


def test_what_the_learner_says_of_themselves_introduces_them():
    sheet = with_purpose("I grew up translating for my parents and want to know what is different when it is your job")
    own = "I grew up translating for my parents. What I would most like to find out is what is different when it is your job."
    assert sheet.opening[1] == f"I'm {NAME_BLANK}. {own}"


@pytest.mark.parametrize("purpose", ["I want to find out whether I would cope in winter", "do you sleep?", ""])
def test_the_coach_itself_finds_nothing_to_say_against_the_opening(purpose):
    said = " ".join(with_purpose(purpose).opening).replace(NAME_BLANK, "Tia")
    answer = "Kia ora Tia. Yes, half an hour suits me well, I have nothing else before lunch, so go ahead and ask me whatever you like about it. " * 3
    asked = (said, "How did you come to this work?", "What does your day look like?", "What is hard about it?")
    speakers = (Speaker.INTERVIEWER, Speaker.CAREER_MODEL)
    turns = tuple(TranscriptTurn(speaker=speakers[n % 2], text=answer if n % 2 else asked[n // 2], at_s=n * 60) for n in range(8))
    given = give_feedback(Transcript(occupation="skipper", planned_minutes=30, turns=turns), OfflineEngine(), reserve=OfflineEngine())
    verdicts = {criterion.id: criterion.verdict for criterion in given.criteria}
    assert [verdicts[name] for name in ("D1", "D2", "D8", "D9")] == [Verdict.MET] * 4
    assert [fault.id for fault in given.faults if fault.quote and fault.quote in said] == []


def test_the_checklist_holds_what_is_forgotten_at_the_door():
    said = " ".join(draw(make_dossier()).checklist)
    for word in ("Thank them", "who else", "mention their name", "may write", "24 hours", "promised"):
        assert word in said


# --- look up first ----------------------------------------------------------------------------------


def test_what_is_published_comes_before_what_the_notes_leave_open_and_the_notes_are_not_repeated():
    gaps = find_gaps((), person=Person(), organisation=Organisation(), meeting_time="", meeting_purpose="")
    listed = (
        look_up("Where did you study, and what?", "note"),
        look_up("How is demand for this work changing?", "passage", "Occupational Outlook Handbook"),
        look_up("What training or qualification does someone need?", "passage", "Interview coach corpus"),
    )
    left_open = tuple(gap for gap in gaps if gap.id.startswith("occ_"))
    found = draw_sheet(Dossier(gaps=left_open), make_list(look_up_first=listed)).look_up_first
    assert [(one.text, one.where) for one in found] == [
        ("How is demand for this work changing?", "Occupational Outlook Handbook"),
        ("What training or qualification does someone need?", "the Library page of the coach"),
        ("What people in this work do", "the occupation page of a public careers site, for example careers.govt.nz"),
    ]
    assert len(draw_sheet(Dossier(gaps=gaps), make_list()).look_up_first) == MOST_LOOK_UPS


# --- what never stands on it ------------------------------------------------------------------------


def test_a_question_that_names_somebody_else_is_left_off_and_the_sheet_says_so():
    dossier = make_dossier(other_people=("Rosalind Quaife",), sensitive=("lost his ticket in the spring",))
    questions = make_list(
        (Phase.STORY, Topic.PATH, "What did Rosalind teach you?"),
        (Phase.WORK, Topic.HARD, "What was it like when you lost your ticket in the spring?"),
        (Phase.WORK, Topic.WORK, "What do you do first?"),
    )
    sheet = draw_sheet(dossier, questions)
    assert [text for phase in sheet.phases for text in phase.questions] == ["What do you do first?"]
    assert sheet.notices[0].startswith("2 questions are not on this sheet")
    assert "Rosalind" not in sheet.model_dump_json()


def test_signs_that_look_like_markup_are_no_reason_to_leave_a_question_off():
    texts = ("What is #panic() to you, and *bold*?", "What does {this} | `that` \\ <b> mean?")
    sheet = draw_sheet(make_dossier(), make_list(*((Phase.WORK, Topic.WORK, text) for text in texts)))
    assert tuple(text for phase in sheet.phases for text in phase.questions) == texts
    assert sheet.notices == ()


def test_a_private_role_time_or_purpose_is_left_blank():
    dossier = make_dossier(
        role="nurse on sick leave after a fall",
        purpose="I want to know how she lives with sick leave. I want to know what a quiet day looks like",
        sensitive=("sick leave after a fall",),
        other_people=("Rosalind",),
    ).model_copy(update={"meeting_time": "when Rosalind is back"})
    sheet = draw_sheet(dossier, make_list((Phase.WORK, Topic.WORK, "What do you do first?")))
    assert (sheet.about, sheet.when) == ("Marlow Ferries", "")
    assert sheet.goals[0] == "Find out what a quiet day looks like."
    assert not any(word in sheet.model_dump_json() for word in ("sick", "fall", "Rosalind"))
