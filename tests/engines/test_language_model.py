"""The language-model engine against a local server that speaks the OpenAI protocol."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.engines import open_engine
from coach.engines.language_model import LanguageModelEngine
from coach.errors import CoachError, EngineRefused, EngineUnavailable, SettingsError, UnreadableReply
from coach.prompts import EngineSettings, Rendered
from coach.records import Person
from coach.settings import open_settings
from tests.openai_server import OpenAIServer, Reply

KEY = "sk-a-secret-that-must-not-show"


@pytest.fixture
def prompt() -> Rendered:
    return Rendered(name="t/t", system="You read notes.", user="Who is it?", returns="Person", settings=EngineSettings(), digest="d", inputs={})


@pytest.fixture
def engine(openai_server: OpenAIServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LanguageModelEngine:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    settings = open_settings(data=tmp_path, base_url=openai_server.url, model="openai:test-model", timeout_s=2.0)
    opened = open_engine(settings)
    assert isinstance(opened, LanguageModelEngine)
    return opened


def test_a_record_comes_back_from_json_with_the_schema_in_the_request(engine, openai_server, prompt):
    openai_server.queue('{"name": "Ana", "role": "nurse", "employer": ""}')
    assert engine.draft(prompt, Person) == Person(name="Ana", role="nurse")
    asked = openai_server.requests[0]
    assert asked["response_format"]["json_schema"]["name"] == "Person"
    assert [message["role"] for message in asked["messages"]] == ["system", "user"]
    assert asked["model"] == "test-model"
    assert openai_server.keys == [f"Bearer {KEY}"]


def test_a_fenced_answer_with_a_thought_before_it_is_read(engine, openai_server, prompt):
    openai_server.queue('<think>{"no": 1}</think>Here it is:\n{"name": "Ana"}\nDone.', '```json\n{"name": "Bo"}\n```')
    assert engine.draft(prompt, Person).name == "Ana"
    assert engine.draft(prompt, Person).name == "Bo"


def test_a_misfit_is_repaired_once_with_the_error_shown(engine, openai_server, prompt):
    openai_server.queue('{"nome": "Ana"}', '{"name": "Ana"}')
    assert engine.draft(prompt, Person).name == "Ana"
    assert "nome" in openai_server.requests[1]["messages"][-1]["content"]


def test_two_misfits_are_unreadable_and_never_a_guess(engine, openai_server, prompt):
    openai_server.queue("I would rather not.", '{"name": 3}')
    with pytest.raises(UnreadableReply):
        engine.draft(prompt, Person)
    assert len(openai_server.requests) == 2


def test_a_server_without_schemas_gets_the_schema_as_text_from_then_on(engine, openai_server, prompt):
    openai_server.refuses_schema = True
    openai_server.queue('{"name": "Ana"}', '{"name": "Bo"}')
    assert engine.draft(prompt, Person).name == "Ana"
    assert engine.draft(prompt, Person).name == "Bo"
    assert [asked.get("response_format", {}).get("type") for asked in openai_server.requests] == ["json_schema", "json_object", None, None]
    assert '"employer"' in openai_server.requests[2]["messages"][0]["content"]


def test_a_stream_gives_the_words_in_order(engine, openai_server, prompt):
    openai_server.queue("Kia ora. I fix things that hum.")
    assert "".join(engine.stream(prompt)) == "Kia ora. I fix things that hum."


@pytest.mark.parametrize("reply", [Reply("Kia ora. I fix things that hum.", cut=2), Reply("Kia ora.", unfinished=True)])
def test_a_stream_that_breaks_off_is_told(engine, openai_server, prompt, reply):
    openai_server.queue(reply)
    with pytest.raises(EngineUnavailable):
        list(engine.stream(prompt))


def test_an_empty_stream_is_told(engine, openai_server, prompt):
    openai_server.queue("", "")
    with pytest.raises(UnreadableReply):
        list(engine.stream(prompt))


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (401, "invalid_api_key", EngineRefused),
        (403, "", EngineRefused),
        (404, "model_not_found", EngineRefused),
        (429, "insufficient_quota", EngineRefused),
        (400, "context_length_exceeded", EngineRefused),
        (413, "", EngineRefused),
    ],
)
def test_a_refusal_is_one_sentence_with_a_mending_step_and_no_key(engine, openai_server, prompt, status, code, kind):
    openai_server.queue(*[Reply(status=status, code=code)] * 6)
    with pytest.raises(kind) as caught:
        list(engine.stream(prompt))
    assert caught.value.happened.endswith(".")
    assert caught.value.mend.endswith(".")
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_passing_failure_is_tried_again(engine, openai_server, prompt, status):
    openai_server.queue(Reply(status=status), "Here I am.")
    assert "".join(engine.stream(prompt)) == "Here I am."


def test_a_server_that_is_not_there_is_told(tmp_path, prompt):
    engine = LanguageModelEngine(open_settings(data=tmp_path, base_url="http://127.0.0.1:9/v1", model="openai:any", timeout_s=1.0))
    with pytest.raises(EngineUnavailable):
        engine.draft(prompt, Person)


def test_a_server_that_does_not_answer_is_told(openai_server, tmp_path, prompt):
    engine = LanguageModelEngine(open_settings(data=tmp_path, base_url=openai_server.url, model="openai:any", timeout_s=0.2))
    openai_server.queue(*[Reply("late", wait_s=0.5)] * 3)
    with pytest.raises(EngineUnavailable, match="in time"):
        engine.draft(prompt, Person)


def test_no_key_and_no_server_is_a_setting_to_mend(tmp_path):
    with pytest.raises(SettingsError, match="no key"):
        open_engine(open_settings(engine="language_model", data=tmp_path))


def test_an_unknown_provider_is_a_setting_to_mend(tmp_path, prompt):
    with pytest.raises(SettingsError):
        LanguageModelEngine(open_settings(data=tmp_path, model="nobody:nothing")).draft(prompt, Person)


def test_the_card_says_where_text_goes(openai_server, tmp_path, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    local = LanguageModelEngine(open_settings(data=tmp_path, base_url=openai_server.url, model="openai:m")).card
    assert local.provider == ""
    assert "127.0.0.1" in local.leaves
    remote = LanguageModelEngine(open_settings(data=tmp_path, model="openai:m")).card
    assert remote.provider == "openai"
    assert "OpenAI" in remote.leaves
    assert KEY not in json.dumps([local.model_dump(), remote.model_dump()])


def test_every_error_of_the_wire_is_a_coach_error(engine, openai_server, prompt):
    for status in (402, 409, 418, 451, 502, 504):
        openai_server.replies.clear()
        openai_server.queue(*[Reply(status=status)] * 4)
        with pytest.raises(CoachError):
            engine.draft(prompt, Person)
