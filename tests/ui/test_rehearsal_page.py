"""The rehearsal page: hints, phases, pause, a moment tried again, and what is shown of engine, tokens and scores."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from coach.engines import EngineCard
from coach.engines.scripted import ScriptedEngine
from coach.errors import EngineUnavailable
from coach.records import ClockKind, EndReason, Mode
from tests.ui.test_pages import draw, texts

HELLO = "Hello, I'm Tia, thank you for seeing me."
REPLY = "I came to this by way of a summer job in a shed, and I stayed because the work never repeats itself."


class Far(ScriptedEngine):
    """A scripted engine that says it is a language model."""

    @property
    def card(self) -> EngineCard:
        return EngineCard(name="far", model_name="far-1", says="Far", leaves="Nothing leaves this machine.")


@pytest.fixture
def open_page(coach):
    def opened(name: str = "rehearsal", **state: object) -> AppTest:
        test = AppTest.from_function(draw, args=(coach,), default_timeout=20)
        test.session_state["page_under_test"] = name
        for key, value in state.items():
            test.session_state[key] = value
        page = test.run()
        assert not page.exception
        return page

    return opened


@pytest.fixture
def begun(coach):
    def begin(*said: str, **how):
        rehearsal = coach.open_rehearsal(occupation="electrician", **how)
        for text in said:
            list(coach.say(rehearsal.id, text))
        return rehearsal.id

    return begin


def test_what_is_chosen_in_the_form_is_how_one_practises(open_page, coach):
    page = open_page()
    page.selectbox(key="rehearsal_occupation").set_value("Electrician")
    page.radio(key="rehearsal_mode").set_value(Mode.REAL)
    page.radio(key="rehearsal_clock").set_value(ClockKind.WALL)
    page.checkbox(key="rehearsal_unscored").set_value(True)
    page.button(key="rehearsal_begin").click().run()
    kept = coach.list_rehearsals()[0]
    assert (kept.mode, kept.clock, kept.scored) == (Mode.REAL, ClockKind.WALL, False)


def test_a_hint_comes_when_asked_for_and_goes_when_something_is_said(open_page, begun, coach):
    page = open_page(rehearsal_id=begun(HELLO))
    assert not page.info
    page.button(key="rehearsal_hint").click().run()
    assert "You could ask" in page.info[0].value
    page.chat_input(key="rehearsal_say").set_value("How did you get into this work?").run()
    assert not page.info
    assert len(coach.list_rehearsals()) == 1


def test_in_practice_questions_and_phases_are_shown_and_in_real_mode_nothing(open_page, begun):
    practice = texts(open_page(rehearsal_id=begun(HELLO)))
    assert "Questions you could ask" in practice
    assert "Their story 0 of 9 min" in practice
    real = open_page(rehearsal_id=begun(HELLO, mode=Mode.REAL))
    assert "could ask" not in texts(real)
    assert "of 9 min" not in texts(real)
    assert not [button for button in real.button if button.key in {"rehearsal_hint", "rehearsal_retry"}]


def test_a_pause_stops_the_wall_clock_until_it_goes_on(open_page, begun, coach, clock):
    held = begun(HELLO, clock=ClockKind.WALL)
    page = open_page(rehearsal_id=held)
    page.button(key="rehearsal_pause").click().run()
    clock.move(500)
    assert coach.get_rehearsal(held).paused_at is not None
    page.button(key="rehearsal_go_on").click().run()
    assert coach.get_rehearsal(held).paused_at is None
    assert coach.measure_wall(held) < 1


def test_a_moment_is_tried_again_and_both_tries_stand_side_by_side(open_page, begun, coach):
    held = begun(HELLO, "How did you get into this work?", "Is it hard?")
    coach.end_rehearsal(held)
    page = open_page(rehearsal_id=held)
    page.selectbox(key="rehearsal_moment").set_value(5)
    page.button(key="rehearsal_retry").click().run()
    branch = page.session_state["rehearsal_id"]
    assert coach.get_rehearsal(branch).branch_of == held
    assert "trying it again from turn 5" in texts(page)
    page.chat_input(key="rehearsal_say").set_value("What wears you out, and how do you notice?").run()
    coach.end_rehearsal(branch)
    shown = texts(open_page(rehearsal_id=branch))
    assert "First try" in shown
    assert "Is it hard?" in shown
    assert "wears you out" in shown


def test_the_built_in_coach_is_offered_when_the_model_fails_and_its_answer_is_marked(open_page, begun, coach):
    held = begun()
    coach.__dict__["_engine"] = Far([EngineUnavailable("The language model's server has a problem.", mend="Try again in a minute.")])
    page = open_page(rehearsal_id=held)
    page.chat_input(key="rehearsal_say").set_value(HELLO).run()
    assert "What you said is kept" in page.error[0].value
    page.button(key="rehearsal_built_in").click().run()
    turn = coach.get_rehearsal(held).turns[1]
    assert turn.engine == "offline"
    assert turn.usage is None
    assert "by the built-in coach" in texts(page)
    assert not page.error


def test_without_a_model_there_is_nobody_else_to_offer(open_page, begun, coach):
    coach.__dict__["_engine"] = ScriptedEngine([EngineUnavailable("It is down.", mend="Try again.")])
    page = open_page(rehearsal_id=begun())
    page.chat_input(key="rehearsal_say").set_value(HELLO).run()
    assert not [button for button in page.button if button.key == "rehearsal_built_in"]


def test_what_a_language_model_took_is_shown_at_the_end(open_page, coach):
    coach.__dict__["_engine"] = Far([REPLY])
    held = coach.open_rehearsal(occupation="electrician").id
    list(coach.say(held, "How did you get into this work?"))
    coach.end_rehearsal(held)
    assert "tokens sent" in texts(open_page(rehearsal_id=held))


def test_without_scores_the_feedback_shows_words_only(open_page, begun, coach):
    said = (HELLO, "How did you get into this?", "What was hard at first?", "What does a week look like?", "Is it hard?", "Thank you, goodbye.")
    for scored, metrics in ((True, 4), (False, 0)):
        held = begun(*said, scored=scored)
        assert coach.get_rehearsal(held).ended is EndReason.LEARNER
        coach.save_self_view(held, {"D4": 3})
        page = open_page("feedback", rehearsal_id=held)
        assert len(page.metric) == metrics
        assert (" of 5" in texts(page)) is scored
        assert "What you heard" in "\n".join(expander.label for expander in page.expander)


def test_the_moment_behind_the_priority_can_be_tried_again(open_page, begun, coach):
    held = begun(
        HELLO,
        "How did you get into this?",
        "What was that like?",
        "Could you get me a job at your place?",
        "What does a week look like?",
        "Thank you, goodbye.",
    )
    coach.end_rehearsal(held)
    coach.save_self_view(held, {"D4": 3})
    page = open_page("feedback", rehearsal_id=held)
    page.button(key="feedback_retry").click().run()
    assert coach.get_rehearsal(page.session_state["rehearsal_id"]).branch_of == held
    assert page.session_state["wanted_page"] == "rehearsal"
