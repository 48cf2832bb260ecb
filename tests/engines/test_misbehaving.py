"""The language-model engine against a server that misbehaves on purpose: each failure is told in our words, nothing hangs, and a line that is cut is closed."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import langchain_openai  # noqa: F401  (loaded at an engine's first call, which takes longer than the waits below)
import pytest

from coach.engines.language_model import LanguageModelEngine
from coach.engines.language_model.circuit import FAILURES, REST_S, Circuit
from coach.engines.language_model.engine import THINKING_TOKENS
from coach.engines.stoppable import StoppableEngine, Stopped
from coach.errors import CoachError, EngineRefused, EngineUnavailable, UnreadableReply
from coach.prompts import EngineSettings, Rendered
from coach.records import Person
from coach.settings import open_settings
from tests.engines.misbehaving import (
    BEHAVIOURS,
    Misbehaving,
    go_on_for_ever,
    hang_up,
    hang_up_in_mid_sentence,
    lie_about_usage,
    send_error_in_stream,
    stall_at_once,
    stall_in_mid_sentence,
)
from tests.openai_server import OpenAIServer, Reply

PROMPT = Rendered(name="t/t", system="s", user="u", returns="text", settings=EngineSettings(max_tokens=100), digest="d", inputs={})


def open_engine(url: str, folder: Path, *, timeout_s: float = 0.5, total_s: float = 4.0) -> LanguageModelEngine:
    return LanguageModelEngine(open_settings(data=folder, base_url=url, model="openai:m", timeout_s=timeout_s, total_s=total_s))


@pytest.mark.parametrize("name", BEHAVIOURS)
def test_every_failure_of_a_stream_is_told_in_our_words(name, tmp_path):
    with Misbehaving(BEHAVIOURS[name]) as server:
        engine = open_engine(server.url, tmp_path)
        with pytest.raises(CoachError) as caught:
            list(engine.stream(PROMPT))
    assert caught.value.happened.endswith(".")
    assert caught.value.mend.endswith(".")


@pytest.mark.parametrize("name", BEHAVIOURS)
def test_every_failure_of_a_draft_is_told_in_our_words(name, tmp_path):
    with Misbehaving(BEHAVIOURS[name]) as server:
        engine = open_engine(server.url, tmp_path)
        with pytest.raises(CoachError):
            engine.draft(PROMPT, Person)


@pytest.mark.parametrize("behave", [hang_up_in_mid_sentence, send_error_in_stream])
def test_an_answer_that_breaks_off_is_told_as_that(behave, tmp_path):
    with Misbehaving(behave) as server:
        answer = open_engine(server.url, tmp_path).stream(PROMPT)
        assert next(answer) == "I began "
        with pytest.raises(EngineUnavailable, match="broke off"):
            list(answer)


def test_a_refusal_is_told_as_one(openai_server, tmp_path):
    openai_server.queue(*[Reply(refusal="I cannot help with that.")] * 4)
    engine = open_engine(openai_server.url, tmp_path, total_s=30)
    with pytest.raises(EngineRefused, match="would not answer"):
        list(engine.stream(PROMPT))
    with pytest.raises(EngineRefused, match="would not answer"):
        engine.draft(PROMPT, Person)


def test_an_empty_answer_is_asked_for_once_more_in_one_piece(openai_server, tmp_path):
    openai_server.queue("", "I began in a shed.")
    assert "".join(open_engine(openai_server.url, tmp_path, total_s=30).stream(PROMPT)) == "I began in a shed."
    assert [bool(asked.get("stream")) for asked in openai_server.requests] == [True, False]


def test_an_endless_answer_is_stopped_long_before_its_time_is_up(tmp_path):
    with Misbehaving(go_on_for_ever) as server, pytest.raises(UnreadableReply, match="on and on"):
        list(open_engine(server.url, tmp_path, total_s=30).stream(PROMPT))


def test_a_server_that_lies_about_what_was_used_is_heard_all_the_same(tmp_path):
    with Misbehaving(lie_about_usage) as server:
        assert "".join(open_engine(server.url, tmp_path).stream(PROMPT)) == "I began in a shed."


@pytest.mark.parametrize("behave", [stall_at_once, stall_in_mid_sentence])
def test_stopping_really_closes_the_connection(behave, tmp_path):
    stopped = threading.Event()
    with Misbehaving(behave) as server:
        answer = StoppableEngine(open_engine(server.url, tmp_path, timeout_s=60, total_s=60), stopped).stream(PROMPT)
        threading.Timer(0.2, stopped.set).start()
        began = time.monotonic()
        with pytest.raises(Stopped):
            list(answer)
        assert server.gone.wait(5)
        assert time.monotonic() - began < 5


def test_a_server_that_hangs_up_is_tried_three_times_and_then_left_in_peace(tmp_path):
    with Misbehaving(hang_up) as server:
        engine = open_engine(server.url, tmp_path, total_s=30)
        for _ in range(FAILURES):
            with pytest.raises(EngineUnavailable):
                list(engine.stream(PROMPT))
        before = server.calls
        assert before == 3 * FAILURES
        with pytest.raises(EngineUnavailable, match="left in peace"):
            list(engine.stream(PROMPT))
        assert server.calls == before


def test_the_circuit_lets_one_call_try_after_its_rest():
    now = [0.0]
    circuit = Circuit(lambda: now[0])
    for _ in range(FAILURES):
        circuit.check()
        circuit.note_failure()
    with pytest.raises(EngineUnavailable):
        circuit.check()
    now[0] = REST_S + 1
    circuit.check()
    with pytest.raises(EngineUnavailable):
        circuit.check()
    circuit.note_answer()
    circuit.check()


def test_a_wait_that_the_server_asks_for_is_kept_to_and_one_too_long_is_told(openai_server, tmp_path):
    engine = open_engine(openai_server.url, tmp_path, timeout_s=5, total_s=30)
    openai_server.queue(Reply(status=429, retry_after_s=1), "Here I am.")
    assert "".join(engine.stream(PROMPT)) == "Here I am."
    assert openai_server.arrivals[1] - openai_server.arrivals[0] >= 1
    openai_server.queue(Reply(status=429, retry_after_s=120))
    with pytest.raises(EngineUnavailable, match="120 seconds"):
        list(engine.stream(PROMPT))
    assert len(openai_server.requests) == 3


@pytest.mark.parametrize(
    ("complaint", "missing"),
    [
        ("Unsupported parameter: 'max_tokens' is not supported with this model.", "max_tokens"),
        ("Unsupported value: 'temperature' does not support 0.2 with this model.", "temperature"),
        ("Streaming is not supported by this deployment.", "stream"),
    ],
)
def test_an_option_that_a_server_does_not_know_is_left_out_from_then_on(openai_server, tmp_path, complaint, missing):
    engine = open_engine(openai_server.url, tmp_path, timeout_s=5, total_s=30)
    openai_server.queue(Reply(status=400, message=complaint), "Here I am.", "And again.")
    assert "".join(engine.stream(PROMPT)) == "Here I am."
    assert "".join(engine.stream(PROMPT)) == "And again."
    assert [bool(asked.get(missing)) for asked in openai_server.requests] == [True, False, False]


def test_a_server_without_a_system_role_gets_its_words_in_the_first_message(openai_server, tmp_path):
    engine = open_engine(openai_server.url, tmp_path, timeout_s=5, total_s=30)
    openai_server.queue(Reply(status=500, message="Jinja Exception: System role not supported"), "Here I am.")
    assert "".join(engine.stream(PROMPT)) == "Here I am."
    assert [message["role"] for message in openai_server.requests[1]["messages"]] == ["user"]


@pytest.mark.parametrize(
    ("status", "code", "message"),
    [
        (400, "context_length_exceeded", "This model's maximum context length is 8192 tokens."),
        (400, "exceed_context_size_error", "the request exceeds the available context size, try increasing it"),
        (500, "", "the request exceeds the available context size"),
        (400, "", "prompt is too long: 210000 tokens > 200000 maximum"),
        (413, "", "Payload too large"),
    ],
)
def test_a_text_too_long_is_told_as_that_and_asked_once(openai_server, tmp_path, status, code, message):
    openai_server.queue(Reply(status=status, code=code, message=message))
    with pytest.raises(EngineRefused, match="too long"):
        open_engine(openai_server.url, tmp_path, timeout_s=5, total_s=30).draft(PROMPT, Person)
    assert len(openai_server.requests) == 1


def test_a_thought_spoken_aloud_is_not_heard(openai_server: OpenAIServer, tmp_path):
    openai_server.queue("<think>Who am I? A welder.</think>\n\nI began in a shed.", "<b>Bold</b> I was.")
    engine = open_engine(openai_server.url, tmp_path, timeout_s=5, total_s=30)
    assert "".join(engine.stream(PROMPT)) == "I began in a shed."
    assert "".join(engine.stream(PROMPT)) == "<b>Bold</b> I was."


def test_a_model_that_spends_its_answer_on_a_thought_gets_room_for_both(openai_server: OpenAIServer, tmp_path):
    openai_server.queue("<think>Who am I? A welder, or", "<think>A welder.</think>I began in a shed.", "<think>Name: Ana", '{"name": "Ana"}')
    engine = open_engine(openai_server.url, tmp_path, timeout_s=5, total_s=30)
    assert "".join(engine.stream(PROMPT)) == "I began in a shed."
    assert [asked["max_tokens"] for asked in openai_server.requests] == [100, 100 + THINKING_TOKENS]
    assert engine.draft(PROMPT, Person).name == "Ana"
