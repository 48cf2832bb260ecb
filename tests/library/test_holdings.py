"""The files of imported sources, their damage, and what comes of several sources on one occupation."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coach.errors import LibraryError
from coach.library import Library, open_library
from coach.library.holdings import Holding, Holdings, importing
from coach.library.imports import read_onet
from tests.library.imports.samples import KEEPER, TUNER
from tests.library.releases import BEEKEEPER, first_onet, second_onet, write_folder


@pytest.fixture
def held(tmp_path: Path, built: Path) -> Path:
    """A copy for one test."""
    shutil.copytree(built, tmp_path / "held")
    return tmp_path / "held"


def open_held(folder: Path) -> Library:
    return open_library(folder / "data", corpus=folder / "corpus")


def file_of(folder: Path, name: str = "onet") -> Path:
    return folder / "data" / "library" / "sources" / f"{name}.db"


# --- what is kept ---


def test_what_is_written_is_read_again_as_it_was(tmp_path):
    material = read_onet(first_onet(tmp_path / "onet.zip"))
    holding = Holdings(tmp_path).write(material)
    assert [holding.get_occupation(one.code) for one in material.occupations] == list(material.occupations)
    assert (holding.name, holding.digest) == (material.name, material.digest)
    assert {title.code for title in holding.list_titles() if title.main} == {KEEPER, TUNER, BEEKEEPER}
    assert holding.get_occupation("99-9999.00") is None
    assert Holdings(tmp_path).sources == ()


def test_a_new_file_is_among_the_others_once_it_is_taken(tmp_path):
    holdings = Holdings(tmp_path)
    holdings.take(holdings.write(read_onet(first_onet(tmp_path / "onet.zip"))))
    assert Holdings(tmp_path).list_codes() == tuple(sorted([BEEKEEPER, KEEPER, TUNER]))
    assert Holdings(tmp_path).digest != Holdings(tmp_path / "none").digest == ""


def test_a_file_held_open_is_read_to_the_end_whatever_takes_its_place(tmp_path):
    holdings = Holdings(tmp_path)
    holdings.take(holdings.write(read_onet(first_onet(tmp_path / "onet.zip"))))
    with closing(Holdings(tmp_path)) as reader:
        reader.hold()
        holdings.take(holdings.write(read_onet(second_onet(tmp_path / "onet.zip"))))
        assert [one.title for one in reader.get_occupations(KEEPER)] == ["Lighthouse Keepers"]
    assert [one.title for one in reader.get_occupations(KEEPER)] == ["Light Station Keepers"]


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(LibraryError, match="cannot be written"), importing(tmp_path / "file" / "sources"):
        pass
    with pytest.raises(LibraryError, match="cannot be written"):
        Holdings(tmp_path / "file").write(read_onet(first_onet(tmp_path / "onet.zip")))


def test_the_next_import_tidies_what_another_has_left(tmp_path):
    for name in (".onet-1.new", ".onet-1.new-journal", "onet.db"):
        (tmp_path / name).write_text("left", encoding="utf-8")
    with importing(tmp_path):
        assert sorted(path.name for path in tmp_path.iterdir()) == [".importing", "onet.db"]


# --- damage ---


def check_told_and_mended(folder: Path) -> None:
    """Every question gets an answer or one clear error, and an import mends the library."""
    told: set[str] = set()
    with closing(open_held(folder)) as library:
        for ask in (library.status, library.prepare, lambda: library.find_occupations("cleans the lens"), lambda: library.get_occupation(KEEPER)):
            try:
                ask()
            except LibraryError as error:
                told.add(str(error))
        assert told <= {"The imported source onet is damaged. Import it again, or take it out with: coach library remove onet."}
        library.add("onet", str(folder / "files" / "onet.zip"))
        assert library.get_occupation(KEEPER).title == "Lighthouse Keepers"
        assert library.find_occupations("cleans the lens of the lighthouse")[0].code == KEEPER


@pytest.mark.parametrize("share", [0, 0.2, 0.75])
def test_a_file_cut_short_is_told_and_importing_again_mends_it(held, share):
    os.truncate(file_of(held), int(file_of(held).stat().st_size * share))
    check_told_and_mended(held)


@pytest.mark.parametrize("page", [1, 3, 6])
def test_rubbish_in_a_file_is_told_and_importing_again_mends_it(held, page):
    raw = file_of(held).read_bytes()
    file_of(held).write_bytes(raw[: page * 4096] + b"\xff" * 4096 + raw[(page + 1) * 4096 :])
    check_told_and_mended(held)


@pytest.mark.parametrize("order", ["DELETE FROM meta WHERE key = 'passages'", "UPDATE occupation SET record = '{}'", "DROP TABLE task", "DROP TABLE title"])
def test_a_file_that_is_not_ours_is_told_and_importing_again_mends_it(held, order):
    with closing(sqlite3.connect(file_of(held))) as database, database:
        database.execute(order)
    check_told_and_mended(held)


def test_a_damaged_source_can_be_taken_out(held):
    file_of(held).write_bytes(b"\xff" * 5000)
    with closing(open_held(held)) as library:
        with pytest.raises(LibraryError, match="onet is damaged"):
            library.status()
        library.remove("onet")
        assert [source.name for source in library.status().sources] == ["coach", "esco", "folder-Mine", "ooh"]
        assert library.find_occupations("names clouds")[0].code == "esco:2655.9"


def test_a_damaged_file_says_so_itself(tmp_path):
    (tmp_path / "esco.db").write_bytes(b"\xff" * 5000)
    holding = Holding(tmp_path / "esco.db")
    for ask in (holding.describe, lambda: list(holding.list_titles()), lambda: holding.get_occupation("x"), holding.check_whole, lambda: holding.digest):
        with pytest.raises(LibraryError, match="The imported source esco is damaged"):
            ask()


# --- several sources on one occupation ---


def test_one_code_of_the_corpus_and_two_sources_has_all_passages_each_with_its_licence(merged):
    bees = merged.get_occupation(BEEKEEPER)
    licences = {passage.source.id: passage.source.licence for passage in bees.passages}
    assert licences.keys() == {"bee-register", "coach", "onet-30-1", "ooh-animal-keepers"}
    assert all(licences.values())
    assert {passage.occupation for passage in bees.passages} == {BEEKEEPER}
    assert bees.title == "Beekeeper"
    assert {"Apiarist", "Apiary Workers", "Hive Hand"} <= set(bees.alternate_titles)
    assert len({title.casefold() for title in bees.alternate_titles}) == len(bees.alternate_titles)
    assert {source.id for source in bees.sources} >= {"bee-register", "onet-30-1", "ooh-animal-keepers"}
    assert bees.career_paths
    ids = [passage.id for passage in bees.passages]
    assert len(ids) == len(set(ids))


def test_passages_of_every_source_are_found(merged):
    found = merged.find_passages(BEEKEEPER, "feeding sugar syrup to weak colonies", limit=3)
    assert found[0].source.id == "onet-30-1"
    assert {passage.source.id for passage in merged.find_passages(BEEKEEPER, "", limit=99)} >= {"onet-30-1", "ooh-animal-keepers", "coach"}


def test_two_folders_on_one_occupation_give_the_passages_of_both(held):
    other = write_folder(held / "files" / "Other", text="# Dry stone waller\n\nSheep are counted out of the field before a gap is mended.\n")
    with closing(open_held(held)) as library:
        library.add("folder", str(other))
        passages = library.get_occupation("own:dry-stone-waller").passages
        assert len({passage.id for passage in passages}) == len(passages) == 3
        assert {passage.source.id for passage in passages} == {"folder-mine", "folder-other"}
        assert {passage.text for passage in library.find_passages("own:dry-stone-waller", "mending walls", limit=9)} == {passage.text for passage in passages}


def test_an_occupation_without_passages_is_found_and_has_none(merged):
    assert merged.find_occupations("cloud namer")[0].code == "esco:2655.9"
    assert merged.find_passages("esco:2655.9", "what is hard") == ()
    assert merged.find_passages("esco:2655.9", "") == ()
