"""What can go wrong with a place: damage, no room, no server, several programs at once."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from coach.errors import LibraryError
from coach.library import open_library
from coach.library.places import FolderPlace, ServerPlace
from tests.library.conftest import find_free_port
from tests.library.samples import write_corpus

QUERY = "somebody who looks after hives and moves them between orchards"


def find(data: Path, corpus: Path) -> str:
    """The title that a fresh program finds for a description."""
    library = open_library(data, corpus=corpus)
    title = library.find_occupations(QUERY)[0].title
    library.close()
    return title


def list_folders(data: Path) -> list[str]:
    return sorted(path.name.rpartition("-")[0] for path in (data / "library").iterdir())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose index is whole, beside its corpus."""
    folder = tmp_path_factory.mktemp("built")
    assert find(folder, write_corpus(folder)) == "Beekeeper"
    return folder


@pytest.mark.parametrize("size", [0, 20_000])
@pytest.mark.parametrize("pattern", ["*.sqlite3", "data_level0.bin", "link_lists.bin", "index_metadata.pickle", "manifest.json"])
def test_a_cut_off_file_is_noticed_and_the_index_built_anew(tmp_path, corpus, built, pattern, size):
    shutil.copytree(built / "library", tmp_path / "library")
    for path in (tmp_path / "library").rglob(pattern):
        os.truncate(path, min(size, path.stat().st_size))
    assert find(tmp_path, corpus) == "Beekeeper"
    assert list_folders(tmp_path) == ["occupations-texts", "occupations-titles"]


@pytest.mark.parametrize("pattern", ["*.sqlite3", "data_level0.bin", "header.bin", "length.bin", "index_metadata.pickle", "manifest.json"])
def test_rubbish_in_a_file_is_noticed_and_the_index_built_anew(tmp_path, corpus, built, pattern):
    shutil.copytree(built / "library", tmp_path / "library")
    for path in (tmp_path / "library").rglob(pattern):
        path.write_bytes(b"\xff" * path.stat().st_size)
    assert find(tmp_path, corpus) == "Beekeeper"


def test_a_lost_folder_is_built_anew_also_behind_the_back_of_an_open_library(tmp_path, corpus):
    library = open_library(tmp_path, corpus=corpus)
    assert library.find_occupations(QUERY)
    shutil.rmtree(tmp_path / "library")
    assert find(tmp_path, corpus) == "Beekeeper"
    assert library.find_occupations(QUERY)[0].title == "Beekeeper"
    library.close()


def test_earlier_indexes_and_broken_off_builds_are_tidied_away(tmp_path, corpus):
    file = corpus / "occupations" / "beekeeper.md"
    for n in range(4):
        file.write_text(file.read_text(encoding="utf-8").replace("Apiarist", f"Apiarist {n}"), encoding="utf-8")
        assert find(tmp_path, corpus) == "Beekeeper"
        for path in (tmp_path / "library").iterdir():
            os.utime(path, (path.stat().st_atime - 60, path.stat().st_mtime - 60))
    stale = tmp_path / "library" / "building-stale"
    stale.mkdir()
    os.utime(stale, (0, 0))
    library = open_library(tmp_path, corpus=corpus)
    library.rebuild()
    library.close()
    assert list_folders(tmp_path).count("occupations-titles") == 2
    assert not stale.exists()


def test_a_folder_that_cannot_be_made_is_one_clear_error(tmp_path, corpus):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(LibraryError, match="cannot be written") as caught:
        find(tmp_path / "file", corpus)
    assert "Make room on the disk" in caught.value.mend


def test_exact_titles_are_found_without_any_index(tmp_path, corpus):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    library = open_library(tmp_path / "file", corpus=corpus)
    assert library.choose_occupation("apiarist").sure
    assert library.get_occupation("land-surveyor").title == "Land surveyor"


def test_a_full_disk_is_one_clear_error_and_leaves_no_half_index(tmp_path, corpus):
    code = (
        "import resource, signal, sys; from pathlib import Path; from coach.errors import LibraryError; from coach.library import open_library\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); library = open_library(Path(sys.argv[1]), corpus=Path(sys.argv[2]))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))\n"
        "try: library.prepare()\n"
        "except LibraryError as error: print(error.happened)\n"
    )
    for room in ("0", "40000", "160000"):
        done = subprocess.run([sys.executable, "-c", code, tmp_path, corpus, room], capture_output=True, text=True, check=False)
        assert "cannot be written" in done.stdout, done.stderr
        assert done.returncode == 0
        assert not (tmp_path / "library").exists() or list_folders(tmp_path) == []
    assert find(tmp_path, corpus) == "Beekeeper"


def test_programs_that_build_at_once_all_find_and_leave_one_index(tmp_path, corpus):
    code = (
        "import sys; from pathlib import Path; from coach.library import open_library\n"
        "library = open_library(Path(sys.argv[1]), corpus=Path(sys.argv[2]))\n"
        "print(library.find_occupations(sys.argv[3])[0].title, library.find_passages('beekeeper', 'mites in winter')[0].id)\n"
    )
    programs = [
        subprocess.Popen([sys.executable, "-c", code, tmp_path, corpus, QUERY], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(4)
    ]
    said = [program.communicate() for program in programs]
    assert [out for out, _ in said] == ["Beekeeper beekeeper/HARD/1\n"] * 4, said
    assert list_folders(tmp_path) == ["occupations-texts", "occupations-titles"]


def test_a_program_killed_while_building_harms_nobody(tmp_path, corpus):
    code = (
        "import os, signal, sys; from pathlib import Path; from coach.library import open_library\n"
        "open_library(Path(sys.argv[1]), corpus=Path(sys.argv[2])).prepare(lambda done, what: done > 0.6 and os.kill(os.getpid(), signal.SIGKILL))\n"
    )
    killed = subprocess.run([sys.executable, "-c", code, tmp_path, corpus], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert find(tmp_path, corpus) == "Beekeeper"


@pytest.mark.parametrize("url", ["localhost:8000", "ftp://localhost", "http://", "http://localhost:port"])
def test_an_address_that_is_none_is_one_clear_error(url):
    with pytest.raises(LibraryError, match="not a web address"):
        ServerPlace(url)


def test_a_server_that_is_not_there_is_one_clear_error(tmp_path, corpus):
    library = open_library(tmp_path, corpus=corpus, chroma_url=f"http://127.0.0.1:{find_free_port()}")
    assert library.choose_occupation("apiarist").sure
    with pytest.raises(LibraryError, match="does not answer") as caught:
        library.find_occupations(QUERY)
    assert "COACH_CHROMA_URL" in caught.value.mend


def test_a_library_on_a_server_writes_nothing_here(tmp_path, corpus, chroma_url):
    library = open_library(tmp_path / "data", corpus=corpus, chroma_url=chroma_url)
    assert library.find_occupations(QUERY)[0].title == "Beekeeper"
    assert library.find_passages("beekeeper", "mites in winter")[0].id == "beekeeper/HARD/1"
    assert chroma_url.removeprefix("http://") in library.status().backend
    assert not (tmp_path / "data").exists()
    library.close()


def test_dropping_what_is_not_there_is_no_error(tmp_path, chroma_url):
    FolderPlace(tmp_path).drop("occupations-titles-none")
    server = ServerPlace(chroma_url)
    server.drop("occupations-titles-none")
    server.close()
    assert list(tmp_path.iterdir()) == []
