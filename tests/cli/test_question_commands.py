"""`coach preparations` and `coach question ...`, run as a shell would, in this process."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Runner, make_runner
from tests.cli.test_commands import NOTES


@pytest.fixture
def run(tmp_path, library, library_data, monkeypatch, capsys) -> Runner:
    """Runs `coach ...` over the library of the whole run."""
    data = tmp_path / "cli-data"
    data.mkdir()
    (data / "library").symlink_to(library_data / "library")
    return make_runner(data, monkeypatch, capsys)


@pytest.fixture
def kept(run) -> str:
    """The id of a preparation with a list."""
    code, out, err = run("--json", "questions", "-", "--keep", stdin=NOTES.encode())
    assert code == 0, err
    return str(json.loads(out)["preparation"])


@pytest.fixture
def change(run, kept):
    """Runs `coach --json question WHAT PREPARATION ...` and gives the list it prints."""

    def changed(what: str, *arguments: str) -> dict:
        code, out, err = run("--json", "question", what, kept, *arguments)
        assert code == 0, err
        found: dict = json.loads(out)
        assert found["preparation"] == kept
        assert sum(question["minutes"] for question in found["questions"]) == pytest.approx(26)
        return found

    return changed


def ids(found: dict) -> list[str]:
    return [question["id"] for question in found["questions"]]


def pick(found: dict, question_id: str) -> dict:
    return next(question for question in found["questions"] if question["id"] == question_id)


def test_a_list_is_kept_only_when_asked_and_its_shape_is_that_of_questions(run, kept, change):
    plain = json.loads(run("--json", "questions", "-", stdin=NOTES.encode())[1])
    shown = change("show")
    assert "preparation" not in plain
    assert set(shown) == {*plain, "preparation"}
    assert shown["questions"] == plain["questions"]
    assert {"id", "text", "topic", "phase", "open", "minutes", "why", "sources", "locked", "own", "check"} <= set(shown["questions"][0])
    assert len(run("--json", "preparations")[1].splitlines()) == 1


def test_preparations_are_listed_one_a_line(run, kept):
    code, out, _ = run("--json", "preparations")
    assert code == 0
    line = json.loads(out)
    assert set(line) == {"id", "title", "updated", "questions"}
    assert (line["id"], line["questions"]) == (kept, 8)
    assert "Ana Reid" in line["title"]
    _, out, _ = run("preparations")
    assert kept in out
    assert "8 questions" in out


def test_without_preparations_it_says_how_to_keep_one(run):
    assert run("--json", "preparations")[:2] == (0, "")
    assert "--keep" in run("preparations")[1]


def test_a_list_made_again_keeps_what_is_locked(change):
    locked = pick(change("lock", "q4"), "q4")
    assert locked["locked"]
    made = change("make")
    assert pick(made, "q4")["text"] == locked["text"]
    assert len(set(ids(made)) & {f"q{n}" for n in range(1, 9)}) == 1
    assert not pick(change("unlock", "q4"), "q4")["locked"]
    assert "q4" not in ids(change("make"))


def test_a_length_and_a_seed_are_taken(run, kept):
    code, out, _ = run("--json", "question", "make", kept, "--minutes", "20", "--seed", "3")
    first = json.loads(out)
    assert (code, first["minutes"]) == (0, 20)
    again = json.loads(run("--json", "question", "make", kept, "--seed", "3")[1])
    assert [question["text"] for question in again["questions"]] == [question["text"] for question in first["questions"]]


def test_the_learners_own_words_stay_and_what_is_said_about_them_stands_beside(change):
    mine = pick(change("reword", "q1", "Do you like mornings?"), "q1")
    assert (mine["text"], mine["own"], mine["check"]["faults"]) == ("Do you like mornings?", True, ["closed"])
    assert mine["check"]["better"]
    added = change("add", "What would you change about the wound clinic first?", "--topic", "hard")
    assert (pick(added, "q9")["topic"], pick(added, "q9")["own"], pick(added, "q9")["check"]) == ("HARD", True, None)


def test_questions_move_go_and_come_back(change):
    before = change("show")
    assert ids(change("move", "q2", "up"))[:2] == ["q2", "q1"]
    assert pick(change("move", "q2", "down", "--by", "2"), "q2")["phase"] == "work"
    assert "q2" not in ids(change("drop", "q2"))
    for _ in range(3):
        after = change("undo")
    assert after["questions"] == before["questions"]
    swapped = change("another", "q1")
    assert ids(swapped) == ["q9", *ids(before)[1:]]
    assert pick(change("topic", "joy"), "q10")["topic"] == "JOY"
    assert change("restore", "0")["questions"] == before["questions"]


def test_a_question_is_tested_and_nothing_saved(run, kept, change):
    before = change("show")
    code, out, _ = run("--json", "question", "check", kept, "Do you like mornings?")
    assert code == 0
    assert json.loads(out) == {"faults": ["closed"], "better": "What do you like about mornings?"}
    _, out, _ = run("question", "check", kept, "Do you like mornings?")
    assert out == 'This can be answered with yes, no or one word.\nTry: "What do you like about mornings?"\n'
    assert "passes every test" in run("question", "check", kept, "What do you do first on a Tuesday?")[1]
    assert change("show") == before


def test_for_people_each_question_shows_its_id_and_what_is_said_about_it(run, kept):
    run("question", "lock", kept, "q2")
    run("question", "add", kept, "Do you like \x1b[2Jmornings?")
    _, out, err = run("question", "show", kept)
    assert err == ""
    assert "[q2]" in out
    assert "Locked." in out
    assert "Your words." in out
    assert "Do you like [2Jmornings?" in out
    assert "yes, no or one word" in out
    assert 'Try: "' in out
    _, out, _ = run("questions", "-", "--keep", stdin=NOTES.encode())
    assert "[q1]" in out
    assert "coach question --help" in out
    assert "[q1]" not in run("questions", "-", stdin=NOTES.encode())[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("drop", "q77"), "There is no question q77 on this list."),
        (("undo",), "There is no list before this one."),
        (("restore", "0"), "not kept any more"),
        (("add", " "), "There is no question yet."),
        (("add", "How?", "--topic", "money"), "Choose one of: PATH, WORK"),
        (("topic", "money"), "Choose one of: PATH, WORK"),
        (("move", "q1", "sideways"), "Write up or down"),
        (("make", "--minutes", "500"), "Choose between 15 and 60 minutes."),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_code_one(run, kept, arguments, said):
    what, *rest = arguments
    code, out, err = run("--json", "question", what, kept, *rest)
    assert (code, out) == (1, "")
    assert said in err
    assert "Traceback" not in err


def test_an_unknown_preparation_says_where_to_look(run):
    code, out, err = run("--json", "question", "show", "nowhere")
    assert (code, out) == (1, "")
    assert "coach preparations" in err


@pytest.mark.parametrize("arguments", [("question", "move", "p", "q1", "up", "--by", "0"), ("question", "reword", "p", "q1"), ("question", "nonsense")])
def test_wrong_usage_is_exit_code_two(run, arguments):
    assert run(*arguments)[0] == 2


def test_every_command_says_what_it_does(run):
    _, out, _ = run("question", "--help")
    for name in ("show", "make", "add", "reword", "move", "lock", "unlock", "drop", "another", "topic", "undo", "restore", "check"):
        assert f"  {name} " in out
