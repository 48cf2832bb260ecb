"""The language-model page: what speaks, what leaves, what would be sent and what it took."""

from __future__ import annotations

import pytest

from coach.coaching import open_coach
from coach.settings import open_settings
from tests.openai_server import OpenAIServer
from tests.test_connecting import READ, FarEngine
from tests.ui.test_pages import draw, example, open_page, press, texts  # noqa: F401  (fixtures)


def test_without_a_model_it_says_how_to_connect_one(open_page):  # noqa: F811
    page = open_page("model")
    assert not page.exception
    assert "The coach works without one" in texts(page)
    assert "OPENAI_API_KEY=your-key" in page.code[0].value


def test_a_server_that_was_found_is_shown_with_what_to_type(open_page):  # noqa: F811
    from coach.records import FoundServer

    page = open_page("model", servers=(FoundServer(name="Ollama", url="http://127.0.0.1:11434/v1", models=("llama3.2",)),))
    assert not page.exception
    assert "COACH_BASE_URL=http://127.0.0.1:11434/v1 COACH_MODEL=openai:llama3.2 coach run" in [code.value for code in page.code]


@pytest.fixture
def far(library, tmp_path, clock):
    coach = open_coach(open_settings(engine="language_model", data=tmp_path / "far", daily_tokens=100_000), clock=clock, engine=FarEngine([READ, READ]))
    coach.__dict__["library"] = library
    return coach


def open_far_page(coach, **state):
    from streamlit.testing.v1 import AppTest

    test = AppTest.from_function(draw, args=(coach,), default_timeout=20)
    test.session_state["page_under_test"] = "model"
    for key, value in state.items():
        test.session_state[key] = value
    return test.run()


def test_consent_is_given_and_taken_back(far):
    page = open_far_page(far)
    assert "You have not agreed yet" in texts(page)
    page.button(key="model_agree").click().run()
    assert not far.needs_consent()
    page.button(key="model_withdraw").click().run()
    assert far.needs_consent()


def test_what_would_be_sent_is_shown_with_marks_for_names(far, example):  # noqa: F811
    note, dossier, _ = example
    kept = far.save_preparation(note, dossier=dossier)
    page = open_far_page(far, preparation_id=kept.id)
    page.button(key="model_preview").click().run()
    assert not page.exception
    sent = page.code[1].value
    assert "PERSON_1" in sent
    assert "Petrie" not in sent
    page.radio(key="model_step").set_value("Making the questions").run()
    page.button(key="model_preview").click().run()
    assert "Petrie" not in page.code[1].value
    assert page.code[1].value != sent


def test_what_it_took_is_told_with_the_days_limit(far, example):  # noqa: F811
    far.give_consent()
    far.draft_dossier(example[0])
    page = open_far_page(far)
    assert not page.exception
    assert "of 100,000 tokens are used" in texts(page)
    assert page.dataframe[0].value["Calls"].tolist() == [1]


def test_trying_it_tells_what_it_can_do_or_what_is_wrong(openai_server: OpenAIServer, library, tmp_path, clock):
    coach = open_coach(open_settings(engine="language_model", data=tmp_path / "d", base_url=openai_server.url, model="openai:m"), clock=clock)
    coach.__dict__["library"] = library
    page = open_far_page(coach)
    openai_server.queue("OK", '{"yes": true}')
    page.button(key="model_try").click().run()
    assert "keeps to a JSON schema" in texts(page)
    openai_server.replies.clear()
    page.button(key="model_try").click().run()
    assert "has a problem" in texts(page)
