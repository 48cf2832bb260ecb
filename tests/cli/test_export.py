"""`coach export`: the sheet of a preparation, or a rehearsal, as a file."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from coach.clock import StoppedClock
from coach.coaching import Coach, open_coach
from coach.engines.offline import OfflineEngine
from coach.errors import InputRejected, NotReady
from coach.questions import draft_questions
from coach.records import Note, Preparation
from coach.settings import open_settings
from tests.cli.conftest import Runner, make_runner
from tests.questions.given import make_dossier, make_passages

QUESTIONS = draft_questions(make_dossier(), OfflineEngine(), occupation=None, passages=make_passages(), minutes=30, reserve=OfflineEngine())


@pytest.fixture
def data(tmp_path, library, library_data) -> Path:
    folder = tmp_path / "export-data"
    folder.mkdir()
    (folder / "library").symlink_to(library_data / "library")
    return folder


@pytest.fixture
def keeper(data) -> Iterator[Coach]:
    """A coach over the folder that the commands use."""
    opened = open_coach(open_settings(engine="offline", data=data), clock=StoppedClock(), engine=OfflineEngine())
    yield opened
    opened.close()


@pytest.fixture
def prepared(keeper) -> Preparation:
    return keeper.save_preparation(Note(text="Ada Brough, ferry skipper"), dossier=make_dossier(), questions=QUESTIONS)


@pytest.fixture
def run(data, monkeypatch, capsys) -> Runner:
    return make_runner(data, monkeypatch, capsys)


def test_a_preparation_is_exported_in_every_form_that_its_ending_names(run, prepared, tmp_path):
    for ending in ("pdf", "docx", "md", "json"):
        code, out, err = run("export", prepared.id, "--to", str(tmp_path / f"sheet.{ending}"))
        assert (code, out) == (0, ""), err
        assert f"sheet.{ending}" in err
    first = QUESTIONS.questions[0].text
    assert len(PdfReader(tmp_path / "sheet.pdf").pages) == 1
    assert first in [paragraph.text for paragraph in docx.Document(str(tmp_path / "sheet.docx")).paragraphs]
    assert "# Ada Brough" in (tmp_path / "sheet.md").read_text(encoding="utf-8")
    assert first in json.loads((tmp_path / "sheet.json").read_text(encoding="utf-8"))["phases"][1]["questions"]


def test_a_rehearsal_is_exported_as_before(run, tmp_path):
    script = tmp_path / "script.txt"
    script.write_text("Kia ora, I'm Tia.\nHow did you get into this work?\nThank you, goodbye.\n", encoding="utf-8")
    assert run("rehearse", "--occupation", "electrician", "--clock", "exchange", "--script", str(script))[0] == 0
    held = json.loads(run("--json", "rehearsals")[1])[0]["id"]
    assert run("export", held, "--to", str(tmp_path / "talk.md"))[0] == 0
    assert (tmp_path / "talk.md").read_text(encoding="utf-8").startswith("# Rehearsal with")
    for ending, start in (("pdf", b"%PDF"), ("docx", b"PK"), ("json", b"{")):
        assert run("export", held, "--to", str(tmp_path / f"talk.{ending}"))[0] == 0
        assert (tmp_path / f"talk.{ending}").read_bytes().startswith(start)
    code, _, err = run("export", held, "--to", str(tmp_path / "talk.xyz"))
    assert code == 1
    assert ".md or .json" in err
    assert not (tmp_path / "talk.xyz").exists()


@pytest.mark.parametrize(("name", "said"), [("sheet.odt", "as .odt"), ("sheet", "a file without ending"), ("nowhere/sheet.pdf", "cannot be written")])
def test_what_cannot_be_written_is_one_sentence_and_exit_code_one(run, prepared, tmp_path, name, said):
    code, out, err = run("export", prepared.id, "--to", str(tmp_path / name))
    assert (code, out) == (1, "")
    assert said in err
    assert "Traceback" not in err
    assert not (tmp_path / name).exists()


def test_an_id_that_nothing_has_is_one_sentence_and_exit_code_one(run, tmp_path):
    code, _, err = run("export", "nothing", "--to", str(tmp_path / "sheet.pdf"))
    assert code == 1
    assert "no preparation and no rehearsal with this id" in err


def test_a_sheet_waits_for_the_questions(keeper):
    bare = keeper.save_preparation(Note(text="Ada Brough"))
    with pytest.raises(NotReady, match="no questions for this meeting yet"):
        keeper.draw_sheet(bare.id)
    with pytest.raises(NotReady, match="This preparation is not here"):
        keeper.write_sheet("nothing", "pdf")


def test_the_sheet_follows_the_questions_and_the_country_of_the_settings(data, prepared):
    abroad = open_coach(open_settings(engine="offline", data=data, country="AU"), clock=StoppedClock(), engine=OfflineEngine())
    assert abroad.draw_sheet(prepared.id).opening[0].startswith("Hello,")
    fewer = QUESTIONS.model_copy(update={"questions": QUESTIONS.questions[:3]})
    abroad.save_preparation(prepared.note, preparation_id=prepared.id, dossier=prepared.dossier, questions=fewer)
    assert sum(len(phase.questions) for phase in abroad.draw_sheet(prepared.id).phases) == 3
    assert docx.Document(io.BytesIO(abroad.write_sheet(prepared.id, "docx"))).core_properties.title == "Ada Brough"
    with pytest.raises(InputRejected):
        abroad.write_sheet(prepared.id, "exe")
    abroad.close()
