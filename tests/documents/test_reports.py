"""A rehearsal and its feedback as a file: the same content in every form, read back out of each."""

from __future__ import annotations

import io
import json

import pytest
from pypdf import PdfReader

from coach.documents import read_transcripts, write_report
from coach.engines.offline import OfflineEngine
from coach.errors import InputRejected
from coach.feedback import give_feedback
from coach.records import Feedback, Speaker
from tests.contracts.test_store import make_rehearsal

SAID = (
    "Hi, I'm Jo Park, a student. Thanks for making time, I'd like to learn what the work is like.",
    "How did you come to it?",
    "You must be tired all the time, right?",
    "What would you tell a beginner? *stars* #hash <b>bold</b> $x$",
    "Tēnā koe, 谢谢 and thank you for your time. Goodbye.",
)


@pytest.fixture
def rehearsal():
    made = make_rehearsal(turns=2 * len(SAID))
    turns = []
    for n, turn in enumerate(made.turns):
        mine = n % 2 == 0
        text = SAID[n // 2] if mine else f"An answer of some length, number {n}, about the work and its days."
        turns.append(turn.model_copy(update={"speaker": Speaker.INTERVIEWER if mine else Speaker.CAREER_MODEL, "text": text, "at_s": 30.0 * n}))
    return made.model_copy(update={"turns": tuple(turns)})


@pytest.fixture
def feedback(rehearsal):
    engine = OfflineEngine()
    return give_feedback(rehearsal.as_transcript(), engine, reserve=engine)


def read_back(made: bytes, form: str) -> str:
    if form == "pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages).split())
    if form == "docx":
        import docx

        return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(made)).paragraphs)
    return made.decode()


@pytest.mark.parametrize("form", ["pdf", "docx", "md"])
def test_every_form_holds_the_talk_the_feedback_and_what_made_it(rehearsal, feedback, form):
    text = read_back(write_report(rehearsal, feedback, form), form)
    for words in ("How did you come to it?", "number 3", "Work on next", "Criterion by criterion", "(turn 5)", feedback.provenance.rubric_digest, "0:30"):
        assert words in text, words
    assert feedback.priority.better.split(".")[0][:30].replace("'", "") in text.replace("’", "'").replace("'", "")


def test_what_was_said_is_no_markup(rehearsal, feedback):
    text = read_back(write_report(rehearsal, feedback, "pdf"), "pdf")
    assert "*stars* #hash <b>bold</b> $x$" in text


def test_json_can_be_read_by_coach_feedback_and_holds_everything(rehearsal, feedback):
    made = write_report(rehearsal, feedback, ".JSON")
    value = json.loads(made)
    assert Feedback.model_validate(value["feedback"]) == feedback
    bare = json.dumps({name: value[name] for name in ("occupation", "planned_minutes", "turns")}).encode()
    assert read_transcripts(bare) == (rehearsal.as_transcript(),)


def test_without_feedback_there_is_the_talk_alone(rehearsal):
    text = read_back(write_report(rehearsal, None, "md"), "md")
    assert "How did you come to it?" in text
    assert "Work on next" not in text


def test_without_scores_no_number_stands_beside_a_criterion(rehearsal, feedback):
    text = read_back(write_report(rehearsal.model_copy(update={"scored": False}), feedback, "md"), "md")
    assert " of 5" not in text
    assert "well done" in text


def test_an_unjudged_talk_says_why(rehearsal):
    text = read_back(write_report(rehearsal, Feedback(judged=False, why_not="Too short."), "md"), "md")
    assert "Not judged. Too short." in text


@pytest.mark.parametrize("form", ["", "xyz", ".odt"])
def test_another_form_gets_one_sentence(rehearsal, form):
    with pytest.raises(InputRejected, match=r"cannot be written as"):
        write_report(rehearsal, None, form)
