"""The progress page, and bringing in a conversation on the feedback page."""

from __future__ import annotations

from tests.test_progressing import TALK
from tests.ui.test_pages import draw, open_page, press, texts  # noqa: F401  (open_page is a fixture)


def test_with_nothing_yet_it_leads_to_the_rehearsal(open_page):  # noqa: F811
    page = open_page("progress")
    assert not page.exception
    page.button(key="progress_to_rehearsal").click().run()
    assert page.session_state["wanted_page"] == "rehearsal"


def test_a_check_in_is_kept_and_the_next_one_waits(open_page, coach):  # noqa: F811
    page = open_page("progress")
    page.slider(key="check_in_1").set_value(9)
    press(page, "Keep my check-in")
    assert not page.exception
    assert coach.store.list_check_ins()[0].ratings == (9, *(5,) * 11)
    assert "The next check-in is open from" in texts(page)
    assert not page.slider


def test_a_real_talk_is_looked_at_only_when_the_other_agreed(open_page, coach):  # noqa: F811
    page = open_page("feedback")
    page.text_area(key="bring_text").set_value(TALK.decode()).run()
    assert list(page.radio(key="bring_me").options) == ["Jo", "Ana"]
    page.checkbox(key="bring_real").check().run()
    assert page.button(key="bring_go").disabled
    page.checkbox(key="bring_agreed").check().run()
    page.button(key="bring_go").click().run()
    assert not page.exception
    assert coach.list_conversations()[0].real
    assert "A real conversation you brought in" in texts(page)
    page.button(key="bring_back").click().run()
    page.button(key=f"forget_{coach.list_conversations()[0].id}").click().run()
    assert coach.list_conversations() == ()


def test_text_that_is_no_talk_gets_one_sentence_and_stays(open_page):  # noqa: F811
    page = open_page("feedback")
    page.text_area(key="bring_text").set_value("just some words").run()
    assert not page.exception
    assert "No turns could be found" in page.error[0].value
    assert page.text_area(key="bring_text").value == "just some words"
