"""An import goes on by itself: it says how far it is, what came of it, and that only one goes on at a time."""

from __future__ import annotations

import threading

import pytest

from coach.coaching.imports import FULL_LIBRARY, Import
from coach.errors import InputRejected, LibraryError
from tests.held_library import LONG_S, hold_library
from tests.library.imports.samples import KEEPER, write_onet


@pytest.fixture
def held(coach, clock, tmp_path):
    """The coach's library for this test; whatever still waits at the end is let go."""
    with hold_library(coach, tmp_path, clock) as library:
        yield library


@pytest.fixture
def release(tmp_path):
    return write_onet(tmp_path / "db_30_1_text.zip")


def run(coach, kind, where):
    """An import from its start to its end."""
    coach.library.go.set()
    job = coach.start_import(kind, str(where))
    assert job.wait(LONG_S)
    return job


def test_nothing_is_going_on_before_the_first_import(coach):
    assert coach.get_import() is None


def test_an_import_comes_back_at_once_and_says_how_far_it_is(coach, held, clock, release):
    job = coach.start_import("onet", str(release))
    assert held.waiting.wait(LONG_S)
    assert coach.get_import() is job
    assert not job.finished
    assert (job.done, job.what) == (0.4, "4 of 10 MB, *fast*")
    assert job.seconds_left == pytest.approx(30)
    clock.move(20)  # and nothing has moved: the rate is half of what it was
    assert job.seconds_left == pytest.approx(60)


def test_at_the_beginning_nothing_is_said_about_the_time_left(clock):
    begun, go = threading.Event(), threading.Event()

    def work(tell):
        tell(0.5, "Reading")
        begun.set()
        assert go.wait(LONG_S)
        raise LibraryError("No more.", mend="None.")

    job = Import(work, clock=clock)
    assert begun.wait(LONG_S)
    clock.move(2)
    assert job.seconds_left is None
    clock.move(8)
    assert job.seconds_left == pytest.approx(10)
    go.set()
    assert job.wait(LONG_S)
    assert job.seconds_left is None


def test_the_library_is_there_while_an_import_goes_on(coach, held, release):
    job = coach.start_import("onet", str(release))
    assert held.waiting.wait(LONG_S)
    assert [source.name for source in coach.get_library_status().sources] == ["coach"]
    assert coach.find_occupation("Beekeeper").title == "Beekeeper"
    assert not job.finished


def test_what_came_of_it_is_what_the_library_holds(coach, held, release):
    job = run(coach, "onet", release)
    assert job.error is None
    assert job.done == 1.0
    assert job.seconds_left is None
    assert job.source in coach.get_library_status().sources
    assert job.source.occupations == 2
    assert coach.library.get_occupation(KEEPER).title == "Lighthouse Keepers"


def test_notices_are_kept(coach, held, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "keeper.md").write_text("# Lighthouse keeper\n\n## Work\n\nThey keep the light.\n", encoding="utf-8")
    (tmp_path / "mine" / "broken.pdf").write_bytes(b"%PDF-1.4 and no more")
    job = run(coach, "folder", tmp_path / "mine")
    assert job.source.name == "folder-mine"
    assert any("broken.pdf" in notice for notice in job.notices)


def test_an_error_is_kept_and_nothing_has_changed(coach, held, tmp_path):
    before = coach.get_library_status()
    job = run(coach, "onet", tmp_path / "nowhere.zip")
    assert isinstance(job.error, LibraryError)
    assert "nowhere.zip" in job.error.happened
    assert job.source is None
    assert coach.get_library_status() == before


def test_an_unknown_error_is_told_with_a_code_and_no_text_of_the_learner(coach, held, caplog):
    held.breaks = RuntimeError("Ana's private words")
    job = run(coach, "folder", "anywhere")
    assert "code" in str(job.error)
    assert "private words" not in str(job.error)
    assert "private words" not in caplog.text
    assert "RuntimeError" in caplog.text


def test_a_second_start_is_refused_while_the_first_goes_on(coach, held, release):
    first = coach.start_import("onet", str(release))
    with pytest.raises(LibraryError, match="Another import"):
        coach.start_import("onet", str(release))
    assert coach.get_import() is first
    held.go.set()
    assert first.wait(LONG_S)
    assert len(held.asked) == 1
    assert run(coach, "onet", release).error is None


@pytest.mark.parametrize("where", ["", "   ", '""'])
def test_a_place_has_to_be_named(coach, held, where):
    with pytest.raises(InputRejected):
        coach.start_import("folder", where)
    assert coach.get_import() is None


def test_a_path_may_stand_in_quotes(coach, held, release):
    assert run(coach, "onet", f' "{release}" ').error is None


def test_taking_a_source_out_ends_the_talk_of_its_import(coach, held, release):
    run(coach, "onet", release)
    coach.remove_from_library("onet")
    assert coach.get_import() is None
    assert [source.name for source in coach.get_library_status().sources] == ["coach"]


def test_the_full_library_comes_from_its_publisher():
    kind, address = FULL_LIBRARY
    assert kind == "onet"
    assert address.startswith("https://www.onetcenter.org/")
