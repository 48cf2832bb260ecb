"""One contract for every engine: a record of the kind asked for, text in pieces, a card that says what leaves, errors of our own family."""

from __future__ import annotations

import threading

import pytest

from coach.engines.language_model import LanguageModelEngine
from coach.engines.scripted import ScriptedEngine
from coach.engines.stoppable import StoppableEngine
from coach.errors import CoachError
from coach.prompts import EngineSettings, Rendered
from coach.records import Person
from coach.settings import open_settings

ANA = Person(name="Ana", role="nurse")


@pytest.fixture(params=["scripted", "stoppable", "language_model"])
def engine(request, openai_server, tmp_path):
    """An engine that will answer twice: a record, and a sentence."""
    if request.param == "scripted":
        return ScriptedEngine([ANA, "I came to it late."])
    if request.param == "stoppable":
        return StoppableEngine(ScriptedEngine([ANA, "I came to it late."]), threading.Event())
    openai_server.queue(ANA.model_dump_json(), "I came to it late.")
    return LanguageModelEngine(open_settings(data=tmp_path, base_url=openai_server.url, model="openai:m", timeout_s=2.0))


@pytest.fixture
def prompt() -> Rendered:
    return Rendered(name="t/t", system="s", user="u", returns="Person", settings=EngineSettings(), digest="d", inputs={})


def test_it_drafts_a_record_and_streams_text_then_fails_in_our_words(engine, prompt):
    assert engine.draft(prompt, Person) == ANA
    assert "".join(engine.stream(prompt)) == "I came to it late."
    with pytest.raises(CoachError):
        engine.draft(prompt, Person)


def test_its_card_says_who_speaks_and_what_leaves(engine):
    assert engine.card.name
    assert engine.card.says
    assert engine.card.leaves.endswith(".")
