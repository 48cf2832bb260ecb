"""The look-up over imported material and the corpus together: what it finds, with which scores, and what damage does to it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.errors import LibraryError
from coach.library import Library, open_library
from tests.library.imports.samples import KEEPER, TUNER
from tests.library.releases import BEEKEEPER, LIGHT, list_half_files

PARTS = (
    "done.json",
    "arrays.npz",
    "title/vocab.index.json",
    "title/params.index.json",
    "title/data.csc.index.npy",
    "task/indices.csc.index.npy",
    "work/indptr.csc.index.npy",
)
"""A file of each kind that a catalogue is made of."""


@pytest.fixture(scope="module")
def expected(merged: Library) -> list[tuple[str, float]]:
    """What an undamaged library finds for a description."""
    return [(match.code, match.score) for match in merged.find_occupations(LIGHT)]


@pytest.fixture
def home(tmp_path: Path, built: Path) -> Path:
    """A copy for one test."""
    shutil.copytree(built, tmp_path / "home")
    return tmp_path / "home"


def find(home: Path) -> list[tuple[str, float]]:
    """What a fresh program finds for a description."""
    with closing(open_library(home / "data", corpus=home / "corpus")) as library:
        return [(match.code, match.score) for match in library.find_occupations(LIGHT)]


def catalogue_of(home: Path) -> Path:
    """The newest catalogue's folder."""
    return max((home / "data" / "library").glob("catalogue-*"), key=lambda path: path.stat().st_mtime)


# --- what is found ---


@pytest.mark.parametrize(
    ("query", "code", "source"),
    [
        (LIGHT, KEEPER, "onet"),
        ("wick trimmer", KEEPER, "onet"),
        ("listens to beats between two pipes", TUNER, "onet"),
        ("somebody who cuts sails and ties bridles", "51-9001.00", "ooh"),
        ("namer of clouds", "esco:2655.9", "esco"),
        ("dry stone waller", "own:dry-stone-waller", "folder-Mine"),
        ("finds old boundary marks and measures between them", "17-1022.00", "coach"),
        ("losing colonies to mites in a wet winter", BEEKEEPER, "onet"),
    ],
)
def test_a_title_or_a_description_finds_its_occupation_in_whatever_source(merged, query, code, source):
    best = merged.find_occupations(query)[0]
    if code == "51-9001.00":  # one profile, two codes: they are alike
        assert best.code in {"51-9001.00", "51-9001.01"}
    else:
        assert best.code == code
    assert best.source == source


@pytest.mark.parametrize("query", ["Lighthouse keeper", "Organ Tuners", "sky clerk", "land surveyor", "Apiarist", "dry stone waller", KEEPER])
def test_a_title_of_one_occupation_is_taken_without_asking(merged, query):
    choice = merged.choose_occupation(query)
    assert choice.sure
    assert choice.code == choice.candidates[0].code
    assert merged.get_occupation(choice.code).code == choice.code


@pytest.mark.parametrize("query", ["asdf qwer zxcv", "!!!", "x" * 10_000, "the of and to", "\x00"])
def test_nonsense_is_never_taken_for_an_occupation(merged, query):
    assert not merged.choose_occupation(query).sure


@pytest.mark.parametrize("query", ["Beekeeper", "beekeeper", "BEEKEEPERS", "Apiarist", "honey farmer"])
def test_a_title_of_the_corpus_is_shown_by_the_title_of_the_corpus(merged, query):
    best = merged.find_occupations(query)[0]
    assert (best.code, best.title) == (BEEKEEPER, "Beekeeper")


def test_another_title_is_shown_by_the_main_title_of_its_source(merged):
    assert merged.find_occupations("Hive Hand")[0].title == "Apiary Workers"


def test_a_limit_is_kept(merged):
    assert len(merged.find_occupations("kite maker", limit=9)) > 1
    assert len(merged.find_occupations("kite maker", limit=1)) == 1
    assert merged.find_occupations("kite maker", limit=0) == ()


QUERIES = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from("keeper of bees lens tuner organ kite cloud wall surveyor the . ; light 12 -".split()), max_size=12).map(" ".join),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=QUERIES, limit=st.integers(-1, 30))
def test_scores_are_between_0_and_1_and_sorted_and_no_occupation_comes_twice(merged, query, limit):
    found = merged.find_occupations(query, limit=limit)
    scores = [match.score for match in found]
    assert all(0 <= score <= 1 for score in scores)
    assert scores == sorted(scores, reverse=True)
    assert len({match.code for match in found}) == len(found) <= max(limit, 0)
    passages = merged.find_passages(BEEKEEPER, query)
    assert all(0 <= passage.score <= 1 for passage in passages)
    assert query.strip() == "" or [passage.score for passage in passages] == sorted((passage.score for passage in passages), reverse=True)


# --- damage ---


def test_every_kind_of_file_is_among_those_that_are_damaged(built):
    names = {path.name for path in catalogue_of(built).rglob("*") if path.is_file()}
    assert names == {Path(part).name for part in PARTS}


@pytest.mark.parametrize("size", [0, 100])
@pytest.mark.parametrize("part", PARTS)
def test_a_file_cut_short_is_noticed_and_the_catalogue_built_anew(home, expected, part, size):
    path = catalogue_of(home) / part
    os.truncate(path, min(size, path.stat().st_size // 2))
    assert find(home) == expected


@pytest.mark.parametrize("part", PARTS)
def test_rubbish_in_a_file_is_noticed_and_the_catalogue_built_anew(home, expected, part):
    path = catalogue_of(home) / part
    path.write_bytes(b"\xff" * path.stat().st_size)
    assert find(home) == expected


@pytest.mark.parametrize("text", ["[]", "{}", '{"codes": []}', '{"codes": [], "digests": {"titles": "x", "tasks": "y"}}', "null"])
def test_a_list_of_codes_that_is_not_ours_is_noticed(home, expected, text):
    (catalogue_of(home) / "done.json").write_text(text, encoding="utf-8")
    assert find(home) == expected


@pytest.mark.parametrize("pattern", ["catalogue-*", "occupations-catalogue-titles-*", "occupations-catalogue-tasks-*", "occupations-*", "*-*"])
def test_a_deleted_index_is_built_anew(home, expected, pattern):
    for path in (home / "data" / "library").glob(pattern):
        shutil.rmtree(path)
    assert find(home) == expected
    assert list_half_files(home / "data") == []


@pytest.mark.parametrize("pattern", ["*.sqlite3", "data_level0.bin"])
def test_a_damaged_index_is_built_anew(home, expected, pattern):
    for path in (home / "data" / "library").rglob(pattern):
        os.truncate(path, 10)
    assert find(home) == expected


def test_an_index_lost_behind_the_back_of_an_open_library_is_built_anew(home):
    with closing(open_library(home / "data", corpus=home / "corpus")) as library:
        library.find_occupations(LIGHT)
        for path in (home / "data" / "library").glob("*-*"):
            shutil.rmtree(path)
        assert library.find_occupations("organ tuning")[0].code == TUNER
        library.close()
        assert library.find_occupations("organ tuning")[0].code == TUNER


def test_an_index_that_another_program_has_built_anew_meanwhile_is_taken_up(home, expected):
    with closing(open_library(home / "data", corpus=home / "corpus")) as library:
        library.find_occupations(LIGHT)
        for path in (home / "data" / "library").glob("*-*"):
            shutil.rmtree(path)
        assert find(home) == expected
        assert [(match.code, match.score) for match in library.find_occupations(LIGHT)] == expected


def test_a_rebuild_makes_everything_anew(home, expected):
    with closing(open_library(home / "data", corpus=home / "corpus")) as library:
        before = {path.name: path.stat().st_ino for path in (home / "data" / "library").glob("*-*")}
        library.rebuild()
        after = {path.name: path.stat().st_ino for path in (home / "data" / "library").glob("*-*")}
    assert set(after) <= set(before)
    assert find(home) == expected


def test_a_place_that_cannot_be_written_is_one_clear_error(tmp_path, built):
    shutil.copytree(built / "data" / "library" / "sources", tmp_path / "library" / "sources")
    code = (
        "import resource, signal, sys; from pathlib import Path; from coach.errors import LibraryError; from coach.library import open_library\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
        "library = open_library(Path(sys.argv[1]), corpus=Path(sys.argv[2])); print(library.get_occupation('organ tuners').title)\n"
        "try: library.find_occupations('listens to pipes')\n"
        "except LibraryError as error: print(error.happened)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path, built / "corpus"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Organ Tuners\nThe look-up index of the occupation material cannot be written"), done.stderr


def test_programs_that_build_at_once_all_find(home, expected):
    for path in (home / "data" / "library").glob("*-*"):
        shutil.rmtree(path)
    code = (
        "import sys; from pathlib import Path; from coach.library import open_library\n"
        "print(open_library(Path(sys.argv[1]), corpus=Path(sys.argv[2])).find_occupations(sys.argv[3])[0].code)\n"
    )
    programs = [
        subprocess.Popen([sys.executable, "-c", code, home / "data", home / "corpus", LIGHT], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [program.communicate() for program in programs]
    assert [out for out, _ in said] == [f"{KEEPER}\n"] * 2, said
    assert find(home) == expected


def test_an_unknown_code_is_one_clear_error(merged):
    with pytest.raises(LibraryError, match="has no occupation"):
        merged.find_passages("99-9999.00", "anything")
