"""The whole way with a language model whose server fails in every way there is: no crash, nothing lost, nothing invented."""

from __future__ import annotations

import langchain_openai  # noqa: F401  (loaded at an engine's first call, which takes longer than the waits below)
import pytest

from coach.coaching import open_coach
from coach.errors import CoachError
from coach.records import Feedback, Note, Speaker, Verdict
from coach.settings import open_settings
from tests.engines.misbehaving import BEHAVIOURS, Misbehaving
from tests.openai_server import OpenAIServer, Reply

TEXT = "Meeting Tama Whitcombe, electrician at Bright Sparks Ltd.\nHe rewired the old wharf in 2023.\nI want to know what a day is like."
SAID = (
    "Kia ora, I'm Jo, a student. Thanks for seeing me.",
    "What does a day look like?",
    "What do you do when it rains?",
    "Who else should I talk to?",
    "Thank you, goodbye.",
)


def open_failing(url, library, tmp_path, clock):
    settings = open_settings(engine="language_model", data=tmp_path / "d", base_url=url, model="openai:m", timeout_s=0.4, total_s=1.5)
    coach = open_coach(settings, clock=clock)
    coach.__dict__["library"] = library
    return coach


def walk(coach) -> list[str]:
    """Notes, questions, a talk and feedback; whatever fails is told, and the built-in coach goes on. Gives what was told."""
    told: list[str] = []

    def attempt(do):
        try:
            return do()
        except CoachError as error:
            told.append(error.happened)
            return None

    note = Note(text=TEXT, name="n.md")
    attempt(lambda: coach.read_notes(note, occupation="electrician"))
    (kept,) = coach.list_preparations()
    assert kept.note.text == TEXT
    if kept.dossier is not None:
        assert kept.dossier.person.name in {"", "Tama Whitcombe"}
        attempt(lambda: coach.make_questions(kept.id))
        assert coach.find_preparation(kept.id).note.text == TEXT
    rehearsal = coach.open_rehearsal(occupation="electrician", minutes=30)
    for count, line in enumerate(SAID, start=1):
        coach.hear(rehearsal.id, line)
        heard: list[str] = []
        attempt(lambda said=heard: said.extend(coach.reply(rehearsal.id)))
        now = coach.get_rehearsal(rehearsal.id)
        assert [turn.text for turn in now.turns if turn.speaker is Speaker.INTERVIEWER] == list(SAID[:count])
        if now.reply_is_due:
            list(coach.reply(rehearsal.id, built_in=True))
        last = coach.get_rehearsal(rehearsal.id).turns[-1]
        assert last.speaker is Speaker.CAREER_MODEL
        if "openai" not in last.engine:
            assert last.engine == "offline"
    given = attempt(lambda: coach.give_feedback(rehearsal.id))
    assert isinstance(given, Feedback)
    assert given.judged
    assert all(one.how != "engine" or one.verdict is not Verdict.MET or one.quote in " ".join(SAID) for one in given.criteria)
    assert coach.get_feedback(rehearsal.id) == given
    assert all(sentence.endswith(".") for sentence in told)
    return told


@pytest.mark.parametrize("name", [name for name in BEHAVIOURS if name not in {"drip", "go_on_for_ever", "think_for_ever"}])
def test_the_whole_way_over_a_failing_line(name, library, tmp_path, clock):
    with Misbehaving(BEHAVIOURS[name]) as server:
        told = walk(open_failing(server.url, library, tmp_path, clock))
    assert told


@pytest.mark.parametrize(
    "reply",
    [
        Reply(status=401),
        Reply(status=429, code="insufficient_quota"),
        Reply(status=429, retry_after_s=99),
        Reply(status=404),
        Reply(status=400, code="context_length_exceeded"),
        Reply(refusal="I cannot help with that."),
        Reply(text="As an AI language model, I cannot do that."),
        Reply(text='{"wrong": "form"}'),
        Reply(text="{" * 400),
        Reply(text="word " * 3000),
    ],
    ids=["key", "quota", "wait", "model", "context", "refusal", "out of role", "wrong form", "braces", "too long"],
)
def test_the_whole_way_over_a_server_that_says_no_or_nonsense(reply, openai_server: OpenAIServer, library, tmp_path, clock):
    openai_server.queue(*[reply] * 200)
    coach = open_failing(openai_server.url, library, tmp_path, clock)
    walk(coach)
    (kept,) = coach.list_preparations()
    if kept.questions is not None:
        assert all(question.text.endswith("?") for question in kept.questions.questions)
    (rehearsal,) = coach.list_rehearsals()
    spoken = " ".join(turn.text for turn in coach.get_rehearsal(rehearsal.id).turns if turn.speaker is Speaker.CAREER_MODEL)
    for shown in ("language model", "cannot help", '"wrong"', "{", "word word"):
        assert shown not in spoken
