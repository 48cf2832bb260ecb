"""The evaluation of a language model runs against a local server with answers recorded by hand: the machinery, not the model, is tested here."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from coach.records import Judgement, Speaker, Transcript, TranscriptTurn, Verdict
from evals import language_model
from evals.language_model import ITEMS, Judged, Outcome, Verdictline, agree, main, render_page
from tests.openai_server import OpenAIServer

RECORDED = json.loads((Path(language_model.__file__).parent / "cases" / "recorded" / "by-hand.json").read_text(encoding="utf-8"))


@pytest.fixture
def recorded(openai_server: OpenAIServer, monkeypatch, tmp_path) -> OpenAIServer:
    """A server that gives the recorded answers of each kind in turn."""
    rounds = {kind: itertools.cycle(answers) for kind, answers in RECORDED.items()}

    def answer(ask):
        form = (ask.get("response_format") or {}).get("json_schema", {}).get("name", "text")
        return next(rounds[form])

    openai_server.answers = answer
    monkeypatch.setenv("COACH_BASE_URL", openai_server.url)
    monkeypatch.setenv("COACH_MODEL", "openai:recorded")
    return openai_server


def test_all_tasks_run_and_are_told_beside_the_built_in_coach(recorded, tmp_path, capsys):
    report = tmp_path / "report.html"
    assert main(["--most", "1", "--report", str(report)]) == 0
    out = capsys.readouterr().out
    for task in ("notes", "questions", "rehearsals", "judging"):
        (line,) = [line for line in out.splitlines() if line.startswith(task)]
        assert "built-in" in line
        assert "failed 0" in line
        assert " calls, about " in line
    page = report.read_text(encoding="utf-8")
    assert all(label in page for label in ITEMS)
    assert "<script" not in page


def test_a_server_that_fails_is_counted_apart(openai_server, monkeypatch, capsys):
    monkeypatch.setenv("COACH_BASE_URL", openai_server.url)
    monkeypatch.setenv("COACH_MODEL", "openai:broken")
    openai_server.answers = lambda _: "no JSON at all"
    assert main(["--most", "1"]) == 0
    judging = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("judging"))
    assert f"failed {len(ITEMS)}" in judging
    assert "language model nothing" in judging


def test_without_a_model_it_says_what_to_set(capsys):
    assert main([]) == 2
    assert "OPENAI_API_KEY" in capsys.readouterr().out


def test_agreement_counts_verdicts_beside_labels():
    talk = Transcript(planned_minutes=20, turns=(TranscriptTurn(speaker=Speaker.INTERVIEWER, text="<b>Hi</b>"),))
    said = Judgement(quote="Hi", explanation="You said hi.", verdict=Verdict.MET)
    lines = (
        Verdictline(label="asks_for_job", holds=True, said=said),
        Verdictline(label="no_referral_ask", holds=False, said=said),
        Verdictline(label="leading_question", holds=True, failed="It was away."),
    )
    judged = (Judged(id="t-1", transcript=talk, lines=lines),)
    outcome = agree(judged)
    assert (outcome.scores, outcome.failed) == ((1.0, 0.0), 1)
    assert Outcome(scores=(1.0, 0.0)).tell().startswith("0.50 [0.00, 1.00]")
    page = render_page(judged, model="m")
    assert "&lt;b&gt;Hi" in page
    assert "It was away." in page
