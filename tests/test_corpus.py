"""The corpus checker passes what keeps the format and finds every kind of fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.errors import LibraryError
from coach.library.corpus import corpus_folder
from evals.check_corpus import check_corpus, main, read_duration

OWN = corpus_folder() / "occupations" / "electrician.md"


def spoil(folder: Path, old: str, new: str) -> list[str]:
    """The faults of our electrician after one replacement."""
    text = OWN.read_text(encoding="utf-8")
    assert old in text
    (folder / "occupations").mkdir(exist_ok=True)
    (folder / "occupations" / "electrician.md").write_text(text.replace(old, new, 1), encoding="utf-8")
    return [fault.what for fault in check_corpus(folder)]


def first(begins: str) -> str:
    """The first line of our electrician that begins so."""
    return next(line for line in OWN.read_text(encoding="utf-8").splitlines() if line.startswith(begins))


def first_question() -> str:
    """The first question of our electrician."""
    lines = OWN.read_text(encoding="utf-8").splitlines()
    return next(line for line in lines[lines.index("### Questions") :] if line.startswith("- "))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("- 1: What is it like?", "has 4 words"),
        ("- 1: Do you like the tasks and the wiring plans of a normal week?", "fails the test closed"),
        ("- 2: What is a week of plans and tests like, and what do you find hard about certificates?", "fails the test double_barrelled"),
        ("- 1: How would you spend a long wet Sunday among penguins and giraffes?", "takes up nothing"),
        ("- 1: Tell me how you read the plan of a house before the wiring begins.", "does not end with its only question mark"),
    ],
)
def test_a_question_that_would_not_do_is_found(tmp_path, change, says):
    assert any(says in what for what in spoil(tmp_path, first_question(), change))


def test_a_file_with_too_few_questions_is_found(tmp_path):
    lines = OWN.read_text(encoding="utf-8").splitlines()
    asked = [line for n, line in enumerate(lines) if line.endswith("?") and line.startswith("- ")]
    text = "\n".join(line for line in lines if line not in asked[4:])
    (tmp_path / "occupations").mkdir(exist_ok=True)
    (tmp_path / "occupations" / "electrician.md").write_text(text, encoding="utf-8")
    assert any("there are 4 questions" in fault.what for fault in check_corpus(tmp_path))


def test_the_projects_own_corpus_keeps_the_format():
    assert check_corpus(corpus_folder()) == ()


@pytest.mark.parametrize(
    ("begins", "change", "says"),
    [
        ("title: ", "title: Big Electrician", "sentence case"),
        ("  - Sparky", "  - electrician", "stands 2 times"),
        ("## WORK", first("## WORK"), ""),
        ("- T0: ", "- T0: Too short.", "has 2 words"),
        ("- T1: ", "- T1: " + "word " * 61, "has 61 words"),
        ("- T1: ", first("- T1: ") + " Would you?", "ends with a question"),
        ("- T1: ", first("- T1: ") + " My wife said so.", "family"),
        ("- T1: ", first("- T1: ") + " As a woman I know.", "gender"),
        ("- T1: ", first("- T1: ") + " That is a good question.", "praises the question"),
        ("- T1: ", first("- T1: ") + " It paid $30.", "figure about pay"),
        ("- T1: ", first("- T1: ") + " I've been at it for ten years.", "years in the job"),
        ("- T1: ", first("- T1: ") + " What a color.", "American spelling"),
        ("- T1: ", first("- T1: ") + " Stop!", "exclamation mark"),
        ("- T1: ", first("- T1: ") + " Well — no.", "em dash"),
        ("- T2: ", first("- T1: ").replace("T1", "T2"), "tell the same thing"),
        ("- T2: ", first("- T1: ").replace("T1", "T2"), "stands in electrician.md too"),
        ("    years: ", "    years: 3", "3 years in the occupation"),
        ("    years: ", "    years: 24", "not 24"),
        ("    country: ", "    country: NZ", "without"),
    ],
)
def test_a_breach_is_found(tmp_path, begins, change, says):
    found = spoil(tmp_path, first(begins), change)
    if says == "without":
        assert any("its year and its country" in what for what in found)
    elif says:
        assert any(says in what for what in found), found
    else:
        assert found == []


def test_sections_have_a_measure(tmp_path):
    heading = first("## WORK")
    assert any("paragraphs" in what for what in spoil(tmp_path, f"{heading}\n", f"{heading}\n\nOne more.\n\nAnd one.\n"))
    assert any("WORK has" in what and "words" in what for what in spoil(tmp_path, f"{heading}\n", f"{heading}\n\n{'Many words here. ' * 30}\n"))


def test_a_fault_of_structure_is_reported_with_the_others(tmp_path):
    assert any("not a private fact" in what for what in spoil(tmp_path, "- T2: ", "- T7: "))


def test_a_sentence_may_not_stand_in_two_files(tmp_path):
    home = tmp_path / "occupations"
    home.mkdir()
    text = OWN.read_text(encoding="utf-8")
    (home / "electrician.md").write_text(text, encoding="utf-8")
    (home / "line-mechanic.md").write_text(text.replace("47-2111.00", "47-9999.00"), encoding="utf-8")
    found = check_corpus(tmp_path)
    assert any("stands in electrician.md too" in fault.what and fault.file == "line-mechanic.md" for fault in found)


def test_every_fault_names_a_line_that_is_there(tmp_path):
    spoil(tmp_path, first("- T1: "), "- T1: Too short.")
    (fault,) = [fault for fault in check_corpus(tmp_path) if "has 2 words" in fault.what]
    assert (tmp_path / "occupations" / "electrician.md").read_text(encoding="utf-8").splitlines()[fault.line - 1] == "- T1: Too short."


@pytest.mark.parametrize(
    ("step", "years"),
    [
        ("three years as a helper", 3.0),
        ("eighteen months on nights", 1.5),
        ("a year in a shop", 1.0),
        ("two and a half years abroad", 2.5),
        ("half a year at sea", 0.5),
        ("twenty-one years in one firm, the last five in charge", 21.0),
        ("6 years alone", 6.0),
        ("a first year in the yard", 1.0),
        ("some time in the office", None),
    ],
)
def test_the_length_of_a_step_is_read(step, years):
    assert read_duration(step) == years


def test_the_command_prints_faults_or_how_many_files_are_well(tmp_path, capsys):
    assert main([]) == 0
    assert "occupation files keep the format" in capsys.readouterr().out
    spoil(tmp_path, first("- T1: "), "- T1: Too short.")
    assert main([str(tmp_path)]) == 1
    assert "electrician.md:" in capsys.readouterr().out
    assert main([str(tmp_path / "nowhere")]) == 1
    assert "no occupation material" in capsys.readouterr().out


def test_a_missing_folder_is_one_clear_error(tmp_path):
    with pytest.raises(LibraryError, match="no occupation material"):
        check_corpus(tmp_path)
