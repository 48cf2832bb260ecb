"""Each page by itself, with the whole coach behind it: what a learner reads and can press."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from coach.clock import StoppedClock
from coach.coaching import open_coach
from coach.engines.offline import OfflineEngine
from coach.engines.scripted import ScriptedEngine
from coach.errors import EngineUnavailable
from coach.records import Dossier, EndReason, Note, QuestionList, Speaker
from coach.settings import open_settings

HOSTILE = "<script>alert(1)</script> Ana **bold** ![x](http://example.com/x.png) :smile: $x^2$ works as a nurse"


def draw(coach):
    """The page named in the session, as the shell draws it."""
    import importlib

    import streamlit as st

    from coach.ui.shell import render_page

    module = importlib.import_module(f"coach.ui.{st.session_state['page_under_test']}")
    render_page(coach, module.render)


@pytest.fixture
def open_page(coach):
    def opened(name: str, **state: object) -> AppTest:
        test = AppTest.from_function(draw, args=(coach,), default_timeout=20)
        test.session_state["page_under_test"] = name
        for key, value in state.items():
            test.session_state[key] = value
        return test.run()

    return opened


def texts(page: AppTest) -> str:
    """All that a learner reads on the page."""
    return "\n".join(
        str(element.value) for kind in ("title", "subheader", "markdown", "caption", "info", "warning", "error", "success") for element in page.get(kind)
    )


@pytest.fixture(scope="module")
def example(library, tmp_path_factory) -> tuple[Note, Dossier, QuestionList]:
    """The example notes with their dossier and questions, drafted once for all pages."""
    drafting = open_coach(open_settings(engine="offline", data=tmp_path_factory.mktemp("example")), clock=StoppedClock(), engine=OfflineEngine())
    drafting.__dict__["library"] = library
    note = drafting.open_example()
    dossier = drafting.draft_dossier(note)
    return note, dossier, drafting.draft_questions(dossier)


@pytest.fixture
def prepared(coach, example):
    """A preparation from the example, with dossier and questions."""
    note, dossier, questions = example
    return coach.save_preparation(note, dossier=dossier, questions=questions)


def test_start_says_what_it_is_for_and_opens_the_example_with_one_click(open_page, coach):
    page = open_page("start")
    assert "never to ask for a job" in texts(page)
    page.button(key="start_example").click().run()
    assert not page.exception
    kept = coach.list_preparations()[0]
    assert kept.dossier
    assert kept.questions
    assert page.session_state["wanted_page"] == "notes"


def test_start_lists_earlier_preparations(open_page, prepared):
    page = open_page("start")
    page.button(key=f"earlier_{prepared.id}").click().run()
    assert page.session_state["preparation_id"] == prepared.id


def test_notes_are_read_kept_and_shown_with_lines(open_page, coach):
    page = open_page("notes")
    page.text_area[0].input("Ana Reid, registered nurse at Kauri Clinic\n- started there in 2015\n- works nights on the ward")
    page.button(key="notes_read").click().run()
    assert not page.exception
    assert "Ana Reid" in coach.list_preparations()[0].note.text
    assert "line\u00a02" in texts(page)


def test_empty_notes_are_told_in_one_sentence(open_page):
    page = open_page("notes")
    page.button(key="notes_read").click().run()
    assert "nothing in these notes" in page.error[0].value


def test_hostile_notes_are_shown_as_text(open_page):
    page = open_page("notes")
    page.text_area[0].input(HOSTILE)
    page.button(key="notes_read").click().run()
    assert not page.exception
    shown = "\n".join(element.value for element in page.markdown)
    assert "<script>" not in shown
    assert "![x](" not in shown


def test_a_correction_wins_over_what_was_read(open_page, prepared, coach):
    page = open_page("notes", preparation_id=prepared.id, notes_correct=True)
    page.text_input(key="correct_name").input("Moana Rangi")
    page.button(key="correct_save").click().run()
    assert coach.get_preparation(prepared.id).dossier.person.name == "Moana Rangi"
    assert "Moana Rangi" in texts(page)


def test_notes_lead_to_questions(open_page, prepared):
    page = open_page("notes", preparation_id=prepared.id)
    page.button(key="notes_next").click().run()
    assert page.session_state["wanted_page"] == "questions"


def test_questions_show_minutes_and_a_reason_each(open_page, prepared):
    page = open_page("questions", preparation_id=prepared.id)
    shown = texts(page)
    assert "min" in shown
    assert len(page.get("expander")) >= 2
    assert "Who else" in shown


def test_another_list_is_another_list(open_page, prepared, coach):
    page = open_page("questions", preparation_id=prepared.id)
    page.button(key="questions_make").click().run()
    assert coach.get_preparation(prepared.id).questions.questions != prepared.questions.questions


def test_other_minutes_make_a_list_that_fits(open_page, prepared, coach):
    page = open_page("questions", preparation_id=prepared.id)
    page.slider(key="questions_minutes_30").set_value(20).run()
    page.button(key="questions_make").click().run()
    assert coach.get_preparation(prepared.id).questions.minutes == 20


def test_questions_without_notes_lead_back(open_page):
    page = open_page("questions")
    page.button(key="questions_to_notes").click().run()
    assert page.session_state["wanted_page"] == "notes"


def begin(open_page, prepared) -> AppTest:
    page = open_page("rehearsal", preparation_id=prepared.id)
    return page.button(key="rehearsal_begin").click().run()


def test_a_rehearsal_begins_with_the_notice_that_the_person_is_invented(open_page, prepared, coach):
    page = begin(open_page, prepared)
    assert "invented person" in texts(page)
    assert len(coach.list_rehearsals()) == 1


def test_what_is_said_is_answered_and_kept(open_page, prepared, coach):
    page = begin(open_page, prepared)
    page.chat_input(key="rehearsal_say").set_value("Kia ora, I'm Tia, in my last year at school. How did you get into this work?").run()
    assert not page.exception
    kept = coach.get_rehearsal(coach.list_rehearsals()[0].id)
    assert [turn.speaker for turn in kept.turns] == [Speaker.INTERVIEWER, Speaker.CAREER_MODEL]
    assert len(page.chat_message) == 2


def test_markup_said_in_the_rehearsal_stays_text(open_page, prepared):
    page = begin(open_page, prepared)
    page.chat_input(key="rehearsal_say").set_value(HOSTILE).run()
    shown = "\n".join(element.value for element in page.markdown)
    assert "<script>" not in shown
    assert "![x](" not in shown


def test_a_refresh_in_mid_talk_loses_nothing(open_page, prepared, coach):
    page = begin(open_page, prepared)
    page.chat_input(key="rehearsal_say").set_value("Hello, I'm Tia. What does a usual day look like?").run()
    again = open_page("rehearsal", preparation_id=prepared.id, rehearsal_id=coach.list_rehearsals()[0].id)
    assert len(again.chat_message) == 2


def test_a_reply_that_was_due_when_the_window_closed_comes_on_return(open_page, prepared, coach):
    begin(open_page, prepared)
    held = coach.list_rehearsals()[0].id
    coach.hear(held, "Hello, I'm Tia. What does a usual day look like?")
    open_page("rehearsal", preparation_id=prepared.id, rehearsal_id=held)
    assert len(coach.get_rehearsal(held).turns) == 2


def test_a_failing_engine_is_told_what_was_said_is_kept_and_try_again_works(open_page, prepared, coach):
    page = begin(open_page, prepared)
    trouble = EngineUnavailable("The language model's server has a problem.", mend="Try again in a minute.")
    answer = "I came to this by way of a summer job in a shed, and I stayed because the work never repeats itself."
    coach.__dict__["_engine"] = ScriptedEngine([trouble, answer])
    page.chat_input(key="rehearsal_say").set_value("Hello, I'm Tia. How did you get into this work?").run()
    assert "has a problem" in page.error[0].value
    held = coach.list_rehearsals()[0].id
    assert len(coach.get_rehearsal(held).turns) == 1
    page.button(key="rehearsal_again").click().run()
    assert "summer job" in coach.get_rehearsal(held).turns[1].text
    assert not page.error


def test_what_was_sent_before_the_box_was_locked_is_said_when_the_reply_is_out(open_page, prepared, coach):
    page = begin(open_page, prepared)
    held = coach.list_rehearsals()[0].id
    coach.hear(held, "Hello, I'm Tia. How did you get into this work?")  # as from a second window: this one's box is still open
    page.chat_input(key="rehearsal_say").set_value("What was that first year like?").run()
    turns = coach.get_rehearsal(held).turns
    assert [turn.speaker for turn in turns] == [Speaker.INTERVIEWER, Speaker.CAREER_MODEL] * 2
    assert turns[2].text == "What was that first year like?"


def test_the_end_leads_to_feedback(open_page, prepared, coach):
    page = begin(open_page, prepared)
    page.button(key="rehearsal_end").click().run()
    assert coach.list_rehearsals()[0].ended is EndReason.STOPPED
    assert page.session_state["wanted_page"] == "feedback"


def test_feedback_on_a_talk_shows_evidence(open_page, prepared, coach):
    page = begin(open_page, prepared)
    held = coach.list_rehearsals()[0].id
    for line in (
        "Kia ora, I'm Tia Brown, in my last year at school. Thank you for your time.",
        "I would like to find out whether this work would suit me. How did you get into it?",
        "What was hard about that at first?",
        "What does a usual week look like?",
        "Who else could I talk to about this work?",
        "Thank you, that gives me a lot to think about. Goodbye.",
    ):
        list(coach.say(held, line))
    page = open_page("feedback", rehearsal_id=held)
    assert not page.exception
    assert not page.success, "the learner's own view comes first"
    page.select_slider(key="own_D4").set_value(1)
    press(page, "Show me the feedback")
    assert page.success
    assert "turn" in texts(page)
    assert len(page.metric) == 4
    assert "you did better than you think" in texts(page)
    assert coach.get_self_view(held).ratings["D4"] == 1


def press(page, label):
    next(button for button in page.button if button.label == label).click().run()


def test_the_own_view_may_be_skipped_and_is_not_asked_again(open_page, prepared, coach):
    begin(open_page, prepared)
    held = coach.list_rehearsals()[0].id
    for line in ("Kia ora, I'm Tia. Thanks for your time.", "How did you get into it?", "What was hard at first?", "What is a week like?", "Thanks, goodbye."):
        list(coach.say(held, line))
    page = open_page("feedback", rehearsal_id=held)
    press(page, "Skip this")
    assert not page.exception
    assert not [slider for slider in page.select_slider if slider.key == "own_D4"]
    assert coach.get_self_view(held) is None


def test_too_short_a_talk_is_not_judged_and_says_why(open_page, prepared, coach):
    page = begin(open_page, prepared)
    held = coach.list_rehearsals()[0].id
    list(coach.say(held, "Hello."))
    page = open_page("feedback", rehearsal_id=held)
    assert page.warning
    assert not page.metric


def test_feedback_without_a_rehearsal_leads_there(open_page):
    page = open_page("feedback")
    page.button(key="feedback_to_rehearsal").click().run()
    assert page.session_state["wanted_page"] == "rehearsal"


def test_an_unknown_error_shows_a_code_and_no_text_of_the_learner(open_page, coach, caplog):
    def broken():
        raise RuntimeError("Ana's private words")

    coach.list_preparations = broken
    page = open_page("start")
    assert "code" in page.error[0].value
    assert "private words" not in page.error[0].value
    assert "private words" not in caplog.text
