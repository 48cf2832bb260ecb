"""A streamed answer can be stopped at any moment."""

from __future__ import annotations

import threading

import pytest

from coach.engines.scripted import ScriptedEngine
from coach.engines.stoppable import StoppableEngine, Stopped
from coach.errors import EngineUnavailable
from coach.prompts import EngineSettings, Rendered

PROMPT = Rendered(name="t/t", system="s", user="u", returns="text", settings=EngineSettings(), digest="d", inputs={})


class Stalling(ScriptedEngine):
    """Says one piece, then nothing until it is let go; `closed` is set when its answer was given up."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = threading.Event()
        self.closed = threading.Event()

    def stream(self, prompt):
        try:
            yield "I began "
            self.go_on.wait(10)
            yield "in a shed."
            yield "It rained."
        finally:
            self.closed.set()


def test_pieces_pass_through_in_order_and_so_do_errors():
    engine = StoppableEngine(ScriptedEngine(["I began in a shed.", EngineUnavailable("It is gone.", mend="Try again.")]), threading.Event())
    assert "".join(engine.stream(PROMPT)) == "I began in a shed."
    with pytest.raises(EngineUnavailable, match="It is gone"):
        list(engine.stream(PROMPT))


def test_an_answer_whose_server_stalls_is_stopped_and_let_go():
    stopped, stalling = threading.Event(), Stalling()
    answer = StoppableEngine(stalling, stopped).stream(PROMPT)
    assert next(answer) == "I began "
    stopped.set()
    with pytest.raises(Stopped):
        next(answer)
    assert not stalling.closed.is_set()
    stalling.go_on.set()
    assert stalling.closed.wait(10)


def test_an_answer_that_nobody_reads_on_is_let_go():
    stalling = Stalling()
    answer = StoppableEngine(stalling, threading.Event()).stream(PROMPT)
    assert next(answer) == "I began "
    answer.close()
    stalling.go_on.set()
    assert stalling.closed.wait(10)
