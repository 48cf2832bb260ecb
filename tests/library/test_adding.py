"""Importing occupation material: in one step or not at all, whatever breaks, and one import at a time."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from coach.errors import LibraryError
from coach.library import Library, open_library
from tests.library.conftest import find_free_port, serve_chroma
from tests.library.imports.samples import KEEPER, TUNER
from tests.library.releases import (
    BEEKEEPER,
    FILES,
    FOG,
    KINDS,
    LIGHT,
    WALLER,
    answer,
    ask,
    first_onet,
    list_files,
    list_half_files,
    second_onet,
    write_all,
    write_folder,
)
from tests.library.samples import write_corpus

LONG_S = 60.0
"""How long, in seconds, a test waits at most for what takes a moment."""


class Home(NamedTuple):
    """A data folder into which the first release of O*NET was imported, its corpus, and both releases."""

    data: Path
    corpus: Path
    first: Path
    second: Path

    def open(self) -> Library:
        return open_library(self.data, corpus=self.corpus)

    def ask(self) -> list[object]:
        return ask(self.data, self.corpus)

    def add(self, kind: str, where: Path) -> None:
        library = self.open()
        try:
            library.add(kind, str(where))
        finally:
            library.close()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Built once; nobody writes to it."""
    folder = tmp_path_factory.mktemp("imported")
    home = Home(folder / "data", write_corpus(folder), first_onet(folder / "first.zip"), second_onet(folder / "second.zip"))
    home.add("onet", home.first)
    return home


@pytest.fixture
def home(tmp_path: Path, built: Home) -> Home:
    """A copy for one test."""
    shutil.copytree(built.data, tmp_path / "data")
    return built._replace(data=tmp_path / "data")


@pytest.fixture
def library(home: Home) -> Iterator[Library]:
    opened = home.open()
    yield opened
    opened.close()


# --- one release, and the next ---


def test_what_was_imported_is_found_beside_the_corpus(library):
    assert library.find_occupations(LIGHT)[0].code == KEEPER
    assert library.choose_occupation("organ tuners").code == TUNER
    assert library.choose_occupation("apiarist").code == BEEKEEPER
    assert [source.name for source in library.status().sources] == ["coach", "onet"]
    assert library.status().sources[1].version == "30.1"


def test_the_same_release_again_changes_nothing(home, library):
    before = list_files(home.data), answer(library)
    told: list[tuple[float, str]] = []
    library.add("onet", str(home.first), lambda done, what: told.append((done, what)))
    assert told[-1] == (1.0, "Nothing has changed")
    assert (list_files(home.data), answer(library)) == before


def test_the_same_release_again_is_told_before_it_is_read(home, library, monkeypatch):
    write_all(home.data.parent / "more")
    places = [("onet", home.first), ("ooh", "ooh.jsonl"), ("esco", "esco.csv"), ("folder", "Mine")]
    added = [library.add(kind, str(home.data.parent / "more" / where)) for kind, where in places]
    assert added[0].notices[0].startswith("Rows that name")
    before = list_files(home.data), answer(library)
    monkeypatch.setattr("coach.library.library.read_material", lambda *_, **__: pytest.fail("read again"))
    for (kind, where), first in zip(places, added, strict=True):
        again = library.add(kind, str(home.data.parent / "more" / where))
        assert again.model_copy(update={"occupations": first.occupations}) == first.model_copy(update={"occupations": first.occupations})
        assert tuple(again.occupations) == tuple(first.occupations)
        assert (len(again.occupations), again.occupations[-1], again.occupations[:1]) == (len(first.occupations), first.occupations[-1], first.occupations[:1])
    assert (list_files(home.data), answer(library)) == before


def test_a_release_that_was_imported_before_files_held_a_digest_is_read_once_more(home, library, monkeypatch):
    before = answer(library)
    library.close()
    with closing(sqlite3.connect(home.data / "library" / "sources" / "onet.db")) as database, database:
        database.execute("DELETE FROM meta WHERE key IN ('content', 'source')")
    assert answer(library) == before
    library.add("onet", str(home.first))
    monkeypatch.setattr("coach.library.library.read_material", lambda *_, **__: pytest.fail("read again"))
    assert len(library.add("onet", str(home.first)).occupations) == 3
    assert answer(library) == before


@pytest.mark.parametrize("change", ["text", "name", "passed over", "unreadable"])
def test_any_change_in_a_folder_is_noticed(home, library, change):
    folder = write_folder(home.data.parent / "Mine")
    first = library.add("folder", str(folder))
    if change == "text":
        (folder / "waller.md").write_text(WALLER.replace("two hundred", "three hundred"), encoding="utf-8")
    elif change == "name":
        (folder / "waller.md").rename(folder / "stone.md")
    else:
        (folder / "notes.md").write_text("no title" if change == "passed over" else "", encoding="utf-8")
    told: list[str] = []
    second = library.add("folder", str(folder), lambda _, what: told.append(what))
    assert told[-1] == "The occupation material is ready"
    assert second.digest != first.digest
    assert len(second.notices) == (change in {"passed over", "unreadable"})
    library.add("folder", str(folder), lambda _, what: told.append(what))
    assert told[-1] == "Nothing has changed"


def test_progress_goes_one_way_and_ends(home, library):
    told: list[float] = []
    library.add("onet", str(home.second), lambda done, _: told.append(round(done, 6)))
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_new_release_takes_the_place_of_the_old_one(home, library):
    before = library.digest
    library.add("onet", str(home.second))
    assert library.get_occupation(KEEPER).title == "Light Station Keepers"
    assert library.choose_occupation("mist gauger").code == FOG
    with pytest.raises(LibraryError, match="has no occupation"):
        library.get_occupation(TUNER)
    assert library.status().sources[1].version == "30.2"
    assert library.digest != before
    assert [path.name for path in (home.data / "library" / "sources").glob("*.db")] == ["onet.db"]
    assert list_half_files(home.data) == []


@pytest.mark.parametrize("used", [True, False])
def test_another_reader_sees_the_old_release_whole_until_it_opens_anew(home, library, used):
    reader = home.open()
    before = home.ask()
    if used:
        assert answer(reader) == before
    reader.status()
    library.add("onet", str(home.second))
    assert answer(reader) == before
    assert reader.get_occupation(TUNER).title == "Organ Tuners"
    reader.close()
    assert answer(reader) == answer(library) != before
    reader.close()


def test_the_library_answers_from_the_old_release_until_the_new_one_stands(home, library):
    before = answer(library)
    seen: list[object] = []
    library.add("onet", str(home.second), lambda done, _: seen.append(answer(library)) if 0.3 < done < 0.999 else None)
    assert seen
    assert all(one == before for one in seen)
    assert answer(library) != before


def test_a_source_is_taken_out(home, library):
    write_all(home.data.parent / "more")
    library.add("folder", str(home.data.parent / "more" / "Mine"))
    assert library.choose_occupation("dry stone waller").sure
    library.remove("onet")
    assert [source.name for source in library.status().sources] == ["coach", "folder-Mine"]
    assert library.find_occupations("dry stone waller")[0].source == "folder-Mine"
    library.remove("folder-Mine")
    assert [source.name for source in library.status().sources] == ["coach"]
    assert library.find_occupations("somebody with hives and honey")[0].title == "Beekeeper"
    assert list((home.data / "library" / "sources").glob("*.db")) == []


def test_taking_out_what_is_not_held_names_what_is(library):
    with pytest.raises(LibraryError, match="holds no imported source called 'esco'") as caught:
        library.remove("esco")
    assert "onet" in caught.value.mend


def test_two_folders_with_names_nearly_the_same_are_two_sources(home, library):
    for name in ("My notes", "My-notes", "My_notes"):
        library.add("folder", str(write_folder(home.data.parent / name, text=WALLER.replace("Dry stone", name))))
    held = [source.name for source in library.status().sources][1:]
    assert sorted(held) == ["folder-My notes", "folder-My-notes", "folder-My_notes", "onet"]
    library.remove("folder-My notes")
    assert library.choose_occupation("My-notes waller").sure


# --- what breaks ---


def spoil(path: Path, how: str) -> Path:
    """A file that is no release."""
    if how == "no zip":
        path.write_bytes(b"not a zip")
    elif how == "cut short":
        path.write_bytes(first_onet(path).read_bytes()[:-200])
    elif how == "without tables":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("readme.txt", "nothing")
    elif how == "empty":
        path.write_bytes(b"")
    return path


@pytest.mark.parametrize("how", ["no zip", "cut short", "without tables", "empty", "missing"])
def test_a_bad_file_is_one_clear_error_and_changes_nothing(home, library, how):
    before = list_files(home.data), answer(library)
    with pytest.raises(LibraryError) as caught:
        library.add("onet", str(spoil(home.data.parent / "bad.zip", how)))
    assert caught.value.mend
    assert (list_files(home.data), answer(library)) == before
    assert list_half_files(home.data) == []


def test_an_unknown_kind_is_one_clear_error(home, library):
    with pytest.raises(LibraryError, match="no kind"):
        library.add("isco", str(home.first))


IMPORT = """
import os, resource, signal, sys
from pathlib import Path
from coach.errors import LibraryError
from coach.library import open_library
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
data, corpus, release, how, limit = sys.argv[1:]
library = open_library(Path(data), corpus=Path(corpus))
if how == "full":
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
try:
    library.add("onet", release, lambda done, what: how == "killed" and done >= float(limit) and os.kill(os.getpid(), signal.SIGKILL))
except LibraryError as error:
    print(error.happened)
"""


def run_import(home: Home, how: str, limit: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", IMPORT, home.data, home.corpus, home.second, how, limit], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("room", ["9000", "200000"])
def test_a_full_disk_is_one_clear_error_and_leaves_no_half_file(home, room):
    before = home.ask()
    done = run_import(home, "full", room)
    assert "cannot be written" in done.stdout, done.stderr
    assert done.returncode == 0
    assert list_half_files(home.data) == []
    assert home.ask() == before
    home.add("onet", home.second)
    assert home.ask() != before


@pytest.mark.parametrize("share", ["0.12", "0.6", "0.9"])
def test_an_import_that_is_killed_harms_nobody_and_is_tidied_at_the_next(home, share):
    before = home.ask()
    assert run_import(home, "killed", share).returncode == -signal.SIGKILL
    assert home.ask() == before
    home.add("onet", home.first)
    assert not [name for name in list_half_files(home.data) if ".new" in name]
    home.add("onet", home.second)
    assert home.ask() != before


def test_two_imports_at_once_are_one_import_and_one_clear_error(home, library):
    waiting, go = threading.Event(), threading.Event()

    def hold(done: float, _what: str) -> None:
        if done >= 0.2:
            waiting.set()
            assert go.wait(LONG_S)

    first = threading.Thread(target=library.add, args=("onet", str(home.second), hold))
    first.start()
    assert waiting.wait(LONG_S)
    try:
        with pytest.raises(LibraryError, match="Another import is going on"):
            library.add("onet", str(home.first))
        with pytest.raises(LibraryError, match="Another import is going on"):
            home.open().remove("onet")
        assert "Another import is going on" in run_import(home, "at once", "0").stdout
    finally:
        go.set()
        first.join()
    assert library.get_occupation(KEEPER).title == "Light Station Keepers"


def test_many_threads_look_things_up_while_releases_come_and_go(home, library):
    over = threading.Event()
    found: set[str] = set()
    rounds: list[int] = []

    def look() -> None:
        n = 0
        while not over.is_set():
            found.add(library.find_occupations(LIGHT)[0].code)
            found.update(passage.occupation for passage in library.find_passages(KEEPER, "cleaning the lens"))
            found.add(library.find_passages("beekeeper", "mites in winter")[0].id)
            n += 1
        rounds.append(n)

    threads = [threading.Thread(target=look) for _ in range(6)]
    for thread in threads:
        thread.start()
    try:
        for release in (home.second, home.first):
            library.add("onet", str(release))
    finally:
        over.set()
        for thread in threads:
            thread.join()
    assert len(rounds) == 6
    assert found == {KEEPER, "beekeeper/HARD/1"}


# --- on a server ---


def test_a_server_gives_the_same_matches_as_the_folder(tmp_path, built, chroma_url):
    write_all(tmp_path / "files")
    here = open_library(tmp_path / "here", corpus=built.corpus)
    there = open_library(tmp_path / "there", corpus=built.corpus, chroma_url=chroma_url)
    for library in (here, there):
        for kind, file in zip(KINDS, FILES, strict=True):
            library.add(kind, str(tmp_path / "files" / file))
    for query in (LIGHT, "organ tuner", "makes kites", "names clouds", "hives and honey", "keeper"):
        ours, theirs = here.find_occupations(query, limit=20), there.find_occupations(query, limit=20)
        assert [(match.code, match.title) for match in ours] == [(match.code, match.title) for match in theirs]
        assert [match.score for match in ours] == pytest.approx([match.score for match in theirs], abs=0.001)
    here.close()
    there.close()


def test_a_server_that_goes_away_is_one_clear_error_and_the_old_release_stays(tmp_path, built):
    port = find_free_port()
    library = open_library(tmp_path / "data", corpus=built.corpus, chroma_url=f"http://127.0.0.1:{port}")
    with serve_chroma(tmp_path / "chroma", port):
        library.add("onet", str(built.first))
        before = answer(library)
    with pytest.raises(LibraryError, match="does not answer"):
        library.add("onet", str(built.second))
    with pytest.raises(LibraryError, match="does not answer"):
        library.find_occupations(LIGHT)
    assert library.get_occupation(TUNER).title == "Organ Tuners"
    assert list_half_files(tmp_path / "data") == []
    with serve_chroma(tmp_path / "chroma", port):
        assert answer(library) == before
        library.close()
