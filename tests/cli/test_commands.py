"""The commands with their JSON shapes and exit codes, run as a shell would, in this process."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coach.library.holdings import importing
from tests.cli.conftest import make_runner
from tests.library.imports.samples import KEEPER, without, write_onet

NOTES = """Ana Reid, registered nurse at Kauri Clinic in Napier
- started there in 2015, trained in Dunedin
- runs the wound clinic on Tuesdays
Meeting: Thursday 3 pm. I want to find out whether I would cope with shift work.
"""


@pytest.fixture
def run_alone(tmp_path, library, library_data, monkeypatch, capsys):
    """Runs `coach ...` over a library of its own, into which a test may import."""
    shutil.copytree(library_data / "library", tmp_path / "alone" / "library")
    return make_runner(tmp_path / "alone", monkeypatch, capsys)


@pytest.fixture
def notes(tmp_path) -> str:
    path = tmp_path / "notes.md"
    path.write_text(NOTES, encoding="utf-8")
    return str(path)


def test_occupations_give_one_json_line_a_query(run):
    code, out, _ = run("--json", "occupations", "-", stdin=b"sparky\nregistered nurse\n")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [line["query"] for line in lines] == ["sparky", "registered nurse"]
    assert set(lines[0]["matches"][0]) == {"code", "title", "score", "source"}
    assert lines[0]["matches"][0]["code"] == "47-2111.00"


def test_passages_carry_their_source_and_licence(run):
    code, out, _ = run("--json", "passages", "electrician", "what wears people down", "--limit", "3")
    found = json.loads(out)
    assert code == 0
    assert 0 < len(found) <= 3
    assert {"id", "text", "topic", "source", "score"} <= set(found[0])
    assert {"title", "url", "licence", "retrieved"} <= set(found[0]["source"])


def test_library_status_says_what_is_there(run):
    code, out, _ = run("--json", "library", "status")
    status = json.loads(out)
    assert code == 0
    assert status["sources"][0]["occupations"] >= 12
    assert {"name", "version", "licence", "passages", "titles"} <= set(status["sources"][0])


def test_material_is_imported_found_and_taken_out(run_alone, tmp_path):
    code, out, err = run_alone("--json", "library", "add", "onet", str(write_onet(tmp_path / "db.zip", without("Tools Used"))))
    added = json.loads(out)
    assert code == 0, err
    assert added.keys() == {"name", "version", "licence", "attribution", "occupations", "passages", "titles", "notices"}
    assert (added["name"], added["version"], added["licence"], added["occupations"]) == ("onet", "30.1", "CC BY 4.0", 2)
    assert added["notices"]
    assert all(notice in err for notice in added["notices"])
    status = json.loads(run_alone("--json", "library", "status")[1])
    assert status.keys() == {"sources", "embedding", "backend"}
    assert [source["name"] for source in status["sources"]] == ["coach", "onet"]
    assert status["sources"][1] == {key: value for key, value in added.items() if key != "notices"}
    found = json.loads(run_alone("--json", "occupations", "wick trimmer")[1])
    assert found["matches"][0] == {"code": KEEPER, "title": "Lighthouse Keepers", "score": found["matches"][0]["score"], "source": "onet"}
    passages = json.loads(run_alone("--json", "passages", KEEPER, "cleaning the lens")[1])
    assert passages[0]["source"]["licence"] == "CC BY 4.0"
    code, out, _ = run_alone("--json", "library", "remove", "onet")
    assert code == 0
    assert [source["name"] for source in json.loads(out)["sources"]] == ["coach"]


def test_an_import_for_people_says_what_the_library_holds_and_whose_it_is(run_alone, tmp_path):
    write_onet(tmp_path / "db.zip")
    code, out, _ = run_alone("library", "add", "onet", str(tmp_path / "db.zip"))
    assert code == 0
    assert "The library holds onet 30.1: 2 occupations" in out
    assert "CC BY 4.0" in out
    assert "onet 30.1: 2 occupations" in run_alone("library", "status")[1]
    code, out, _ = run_alone("library", "remove", "onet")
    assert (code, out) == (0, "onet is no longer in the library.\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "onet", "nowhere.zip"), "There is no file or folder nowhere.zip."),
        (("add", "isco", "."), "no kind of occupation material called isco"),
        (("add", "onet", "http://example.org/db.zip"), "https://"),
        (("add", "folder", "empty"), "Put your files into it"),
        (("remove", "esco"), "holds no imported source called 'esco'"),
    ],
)
def test_an_import_that_cannot_be_is_one_sentence_and_exit_code_one(run_alone, tmp_path, monkeypatch, arguments, said):
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    code, out, err = run_alone("--json", "library", *arguments)
    assert (code, out) == (1, "")
    assert said in err
    assert "Traceback" not in err


def test_a_second_import_meanwhile_is_one_sentence_and_exit_code_one(run_alone, tmp_path):
    write_onet(tmp_path / "db.zip")
    with importing(tmp_path / "alone" / "library" / "sources"):
        code, out, err = run_alone("--json", "library", "add", "onet", str(tmp_path / "db.zip"))
    assert (code, out) == (1, "")
    assert "Another import is going on. Wait until it is done" in err


def test_a_damaged_source_is_one_sentence_that_says_how_to_take_it_out(run_alone, tmp_path):
    sources = tmp_path / "alone" / "library" / "sources"
    sources.mkdir()
    (sources / "onet.db").write_bytes(b"rubbish" * 1000)
    for arguments in (("library", "status"), ("occupations", "electrician"), ("library", "rebuild")):
        code, out, err = run_alone("--json", *arguments)
        assert (code, out) == (1, "")
        assert "coach library remove onet" in err
        assert "Traceback" not in err
    assert run_alone("library", "remove", "onet")[0] == 0
    assert json.loads(run_alone("--json", "library", "status")[1])["sources"][0]["name"] == "coach"


def test_a_dossier_has_its_shape_and_every_span_is_verbatim(run, notes):
    code, out, err = run("--json", "dossier", notes)
    found = json.loads(out)
    assert code == 0
    assert {"person", "organisation", "occupation", "facts", "gaps", "contradictions", "sensitive", "warnings"} <= set(found)
    assert found["person"]["name"] == "Ana Reid"
    assert found["occupation"]["code"] == "29-1141.00"
    lines = NOTES.splitlines()
    assert found["facts"]
    for fact in found["facts"]:
        assert fact["source"]["span"] in lines[fact["source"]["line"] - 1]
    assert "Nothing leaves this machine" in err


def test_questions_have_their_shape(run, notes):
    code, out, _ = run("--json", "questions", notes, "--minutes", "45")
    found = json.loads(out)
    assert code == 0
    assert found["minutes"] == 45
    assert {"id", "text", "topic", "phase", "open", "minutes", "why", "sources"} <= set(found["questions"][0])
    assert isinstance(found["general"], bool)
    assert isinstance(found["look_up_first"], list)


SCRIPT = [
    "Kia ora, I'm Tia, in my last year at school. Thank you for your time.",
    "How did you get into this work?",
    "What was hard about that?",
    "Do you like it?",
    "Thank you, goodbye.",
    "Still there?",
]


def test_a_scripted_rehearsal_prints_its_events_in_order(run, tmp_path):
    script = tmp_path / "script.json"
    script.write_text(json.dumps(SCRIPT))
    code, out, _ = run("--json", "rehearse", "--occupation", "electrician", "--clock", "exchange", "--script", str(script), "--reveal")
    events = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [event["event"] for event in events[:2]] == ["career_model", "fact_sheet"]
    assert [event["event"] for event in events[-2:]] == ["end", "feedback"]
    turns = [event for event in events if event["event"] == "turn"]
    said = [turn["text"] for turn in turns if turn["speaker"] == "interviewer"]
    assert said == SCRIPT
    assert [turn["n"] for turn in turns] == list(range(1, len(turns) + 1))
    assert {"at_s", "phase", "disclosed", "patience", "remaining_s"} <= set(turns[0])
    ids = {fact["id"] for fact in events[1]["facts"]}
    assert all(set(turn["disclosed"]) <= ids for turn in turns)
    assert events[-2]["reason"] == "learner"
    assert {"told", "total"} == set(events[-2]["coverage"])
    assert events[-1]["judged"] is True


def test_the_same_seed_gives_the_same_rehearsal(run, tmp_path):
    script = tmp_path / "script.txt"
    script.write_text("\n".join(SCRIPT))

    def play() -> list[object]:
        _, out, _ = run("--json", "rehearse", "--occupation", "electrician", "--seed", "7", "--clock", "exchange", "--script", str(script))
        return [event["text"] for event in map(json.loads, out.splitlines()) if event["event"] == "turn"]

    assert play() == play()


def test_feedback_on_a_transcript_has_its_shape(run):
    turns = [{"speaker": ["interviewer", "career_model"][n % 2], "text": text, "at_s": n * 60} for n, text in enumerate(SCRIPT)]
    stdin = json.dumps({"occupation": "electrician", "planned_minutes": 30, "turns": turns}).encode()
    code, out, _ = run("--json", "feedback", "-", stdin=stdin)
    found = json.loads(out)
    assert code == 0
    wanted = {"judged", "why_not", "measures", "faults", "strengths", "criteria", "priority", "provenance"}
    assert wanted <= set(found)
    assert {"talk_share", "questions", "open_share", "follow_up_share", "longest_turn_words", "overrun_s"} <= set(found["measures"])


def test_demo_walks_the_whole_way(run):
    code, out, _ = run("--json", "demo")
    events = [json.loads(line)["event"] for line in out.splitlines()]
    assert code == 0
    assert events[:3] == ["dossier", "questions", "career_model"]
    assert events.count("turn") >= 24
    assert events[-1] == "feedback"


def test_demo_for_people_shows_sources_and_quotes(run):
    code, out, _ = run("demo")
    assert code == 0
    assert "Nothing leaves this machine" in out
    assert "from your notes" in out
    assert "Work on next" in out
    assert max(len(line) for line in out.splitlines()) <= 120


def test_doctor_is_well_on_a_fresh_machine(run):
    code, out, _ = run("--json", "doctor")
    checks = json.loads(out)["checks"]
    assert code == 0
    assert {check["name"] for check in checks} >= {"engine", "store", "library"}
    assert all(check["ok"] for check in checks)


def test_doctor_says_what_to_mend(run, monkeypatch):
    monkeypatch.setenv("COACH_BASE_URL", "localhost")
    code, out, _ = run("--json", "doctor")
    broken = [check for check in json.loads(out)["checks"] if not check["ok"]]
    assert code == 1
    assert "COACH_BASE_URL" in broken[0]["detail"] + broken[0]["mend"]


def test_a_remote_engine_waits_for_consent(run, notes, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-x")
    code, out, err = run("--json", "dossier", notes)
    assert code == 1
    assert out == ""
    assert "Nothing has been sent" in err
    assert "consent give" in err
    assert run("--json", "consent", "status")[1]
    assert run("consent", "give")[0] == 0
    assert json.loads(run("--json", "consent", "status")[1])["needed"] is False
    assert run("consent", "withdraw")[0] == 0
    assert json.loads(run("--json", "consent", "status")[1])["needed"] is True


BAD = {
    "missing.md": None,
    "binary.md": bytes(range(256)) * 50,
    "broken.pdf": b"%PDF-1.7\nnot really",
    "broken.docx": b"PK\x03\x04 not a document",
    "huge.txt": b"nurse at the clinic. " * 300_000,
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_sentence_and_exit_code_one(run, tmp_path, name):
    path = tmp_path / name
    if BAD[name] is not None:
        path.write_bytes(BAD[name])
    code, out, err = run("--json", "dossier", str(path))
    assert code == 1
    assert out == ""
    assert "Traceback" not in err
    assert len(err.strip().splitlines()[-1]) < 300


@pytest.mark.parametrize(
    "arguments",
    [
        ("dossier", "-", "--occupation", "unicorn groomer"),
        ("rehearse", "--occupation", "unicorn groomer", "--script", "-"),
        ("rehearse", "--script", "-"),
        ("rehearse", "--occupation", "electrician", "--style", "rude", "--script", "-"),
        ("rehearse", "--occupation", "electrician", "--minutes", "500", "--script", "-"),
        ("rehearse", "--occupation", "electrician", "--script", "nowhere.txt"),
        ("feedback", "nowhere.json"),
        ("feedback", "-"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_one(run, arguments):
    code, out, err = run("--json", *arguments, stdin=b"not json at all")
    assert code == 1
    assert "Traceback" not in out + err
    assert err.strip()


@pytest.mark.parametrize("arguments", [("nonsense",), ("dossier",), ("occupations", "x", "--limit", "0")])
def test_wrong_usage_is_exit_code_two(run, arguments):
    assert run(*arguments)[0] == 2


def test_empty_notes_still_give_a_general_list(run):
    code, out, _ = run("--json", "questions", "-", stdin=b"")
    assert code == 0
    assert json.loads(out)["general"] is True


def test_help_loads_none_of_the_slow_packages():
    slow = {"chromadb", "langchain", "langchain_core", "openai", "pandas", "streamlit", "tiktoken", "numpy", "sqlalchemy", "typst", "docx", "pypdf"}
    code = f"import sys, coach.cli; print([name for name in sys.modules if name.split('.')[0] in {slow!r}])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_terminal_text_cannot_steer_the_terminal(run):
    code, out, _ = run("dossier", "-", stdin=b"Ana Reid, registered nurse\x1b[2J\x07 at Kauri Clinic\n")
    assert code == 0
    assert "\x1b" not in out
    assert "\x07" not in out


def test_the_readme_names_only_commands_that_exist(run):
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    _, out, _ = run("--help")
    for name in ("demo", "dossier", "questions", "rehearse", "feedback", "progress", "checkin", "occupations", "doctor", "consent"):
        assert f"coach {name}" in readme
        assert name in out
