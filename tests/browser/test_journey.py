"""One whole journey as a learner walks it, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.openai_server import OpenAIServer, Reply

pytestmark = pytest.mark.browser

LINES = (
    "Kia ora, I'm Tia Brown, in my last year at school. Thank you for making time for me.",
    "I would like to find out whether this work would suit me. How did you get into it?",
    "What was that first year like for you?",
    "Could you walk me through a day last week?",
    "Who else could I talk to about this work?",
)


SLOW = (
    "I began in a boat shed, sweeping up behind an old hand who said little and noticed everything. "
    "One wet morning the main switch failed and I had to hold the torch while the fault was found behind a rotten board. "
    "That was the day on which it all made sense to me. After it I asked around until somebody had room for a beginner."
)
"""A reply that comes a few letters at a time."""


def say(page: Page, text: str, *, turns: int) -> None:
    """Type one utterance and wait until the answer is there and the input is free again."""
    box = page.get_by_placeholder("Say something")
    box.fill(text)
    box.press("Enter")
    expect(page.get_by_test_id("stChatMessage")).to_have_count(turns)
    expect(page.get_by_placeholder("Say something")).to_be_enabled()


def test_from_the_example_to_feedback_and_a_refresh_loses_nothing(page: Page) -> None:
    expect(page.get_by_role("heading", name="Talk to someone who does the job")).to_be_visible()
    expect(page.get_by_text("Nothing leaves this machine.").first).to_be_visible()
    page.get_by_role("button", name="Try an example").click()

    expect(page.get_by_role("heading", name="Your notes")).to_be_visible()
    expect(page.get_by_role("heading", name="What matters most now")).to_be_visible()
    expect(page.get_by_text(re.compile(r"line\s\d+")).first).to_be_visible()
    expect(page.get_by_role("tab", name="Notes, marked")).to_be_visible()
    page.get_by_role("button", name="To my questions").click()

    expect(page.get_by_role("heading", name="Your questions")).to_be_visible()
    expect(page.get_by_text(re.compile(r"Their story · [\d.]+ min"))).to_be_visible()
    page.get_by_role("button", name="To the rehearsal").click()

    expect(page.get_by_text("invented person").first).to_be_visible()
    page.get_by_role("button", name="Begin").click()
    for number, line in enumerate(LINES, start=1):
        say(page, line, turns=2 * number)

    page.reload()
    expect(page.get_by_test_id("stChatMessage")).to_have_count(2 * len(LINES))
    expect(page.get_by_text("How did you get into it?")).to_be_visible()

    page.get_by_role("button", name="End the meeting and see feedback").click()
    expect(page.get_by_role("heading", name="Feedback")).to_be_visible()
    expect(page.get_by_role("heading", name="First, your own view")).to_be_visible()
    page.get_by_role("button", name="Show me the feedback").click()
    expect(page.get_by_role("heading", name="Your view and the coach's")).to_be_visible()
    expect(page.get_by_text("Your share of the words")).to_be_visible()
    expect(page.get_by_text("Work on next").first).to_be_visible()


def test_a_reply_streams_with_the_box_locked_and_stops_when_asked(slow_page: Page, openai_server: OpenAIServer) -> None:
    openai_server.queue(Reply(SLOW, pace_s=0.3))
    slow_page.goto(slow_page.url.rstrip("/") + "/rehearsal")
    slow_page.get_by_role("combobox", name="Occupation").fill("Electrician")
    slow_page.get_by_role("option", name="Electrician", exact=True).click()
    slow_page.get_by_role("button", name="Begin").click()
    box = slow_page.get_by_placeholder("Say something")
    box.fill("Hello, I'm Tia, in my last year at school. How did you get into it?")
    box.press("Enter")
    expect(slow_page.get_by_text("I began in a boat shed")).to_be_visible()
    expect(box).to_be_disabled()
    slow_page.get_by_role("button", name="Stop", exact=True).click()
    expect(slow_page.get_by_role("button", name="End the meeting and see feedback")).to_be_visible()
    expect(slow_page.get_by_text("I began in a boat shed")).to_be_visible()
    expect(box).to_be_enabled()


def test_script_in_notes_is_shown_and_never_run(page: Page) -> None:
    page.get_by_role("button", name="Start with my notes").click()
    page.get_by_role("textbox", name="What you found out about").fill(
        "Ana Reid, registered nurse at Kauri Clinic\n"
        "<img src=x onerror=\"document.title='broken in'\"> likes hiking\n"
        "<script>document.title='broken in'</script>\n"
    )
    page.get_by_role("button", name="Read my notes").click()
    expect(page.get_by_role("heading", name="Ana Reid")).to_be_visible()
    assert page.title() != "broken in"
    assert page.locator("img[src='x']").count() == 0


def test_the_page_fits_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("button", name="Try an example").click()
    expect(page.get_by_role("heading", name="Your notes")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_notes_are_put_right_by_keyboard_and_keep_private_details_to_themselves(page: Page) -> None:
    page.get_by_role("button", name="Start with my notes").click()
    page.get_by_role("textbox", name="What you found out about").fill(
        "Ana Reid, registered nurse at Kauri Clinic\n- started there in 2015\n- works nights on the ward\n- her phone is 021 555 0123\n"
    )
    page.get_by_role("button", name="Read my notes").click()
    expect(page.get_by_role("heading", name="Ana Reid")).to_be_visible()
    notes = page.get_by_test_id("stHtml")
    expect(notes.get_by_text("private detail", exact=True)).to_be_visible()
    expect(notes.get_by_text("021 555 0123")).to_have_count(0)
    mark = notes.locator("mark", has_text="started there in 2015")
    assert mark.evaluate("one => getComputedStyle(one).textDecorationLine") == "underline"

    page.get_by_role("tab", name="Facts").press("Enter")
    page.get_by_role("button", name="Change 1", exact=True).press("Enter")
    page.get_by_role("menuitem", name="This is not so").press("Enter")
    expect(page.get_by_text("Taken out.")).to_be_visible()
    expect(page.get_by_role("tab", name="Facts")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    page.get_by_role("tab", name="Put right").press("Enter")
    page.get_by_role("button", name="Take back 1", exact=True).press("Enter")
    expect(page.get_by_text("Nothing yet.")).to_be_visible()
