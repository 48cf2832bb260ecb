"""What can go wrong with the learner's data: each is one sentence, and nothing is lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from coach.errors import StoreError
from coach.store import open_store
from tests.contracts.test_store import make_rehearsal, make_turn


def test_opening_twice_changes_nothing(tmp_path):
    first = open_store(tmp_path)
    first.save_rehearsal(make_rehearsal(turns=2))
    first.close()
    second = open_store(tmp_path)
    assert len(second.get_rehearsal("r1").turns) == 2
    second.close()


def test_a_locked_database_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("coach.store.BUSY_SECONDS", 0.05)
    store = open_store(tmp_path)
    store.save_rehearsal(make_rehearsal())
    other = sqlite3.connect(tmp_path / "coach.db")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="Another program"):
        store.save_turn("r1", make_turn(1))
    other.rollback()
    other.close()
    store.save_turn("r1", make_turn(1))
    assert len(store.get_rehearsal("r1").turns) == 1
    store.close()


def test_a_full_disk_is_told_and_what_was_saved_stays(tmp_path):
    store = open_store(tmp_path)
    store.save_rehearsal(make_rehearsal())
    store.save_turn("r1", make_turn(1))
    with store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        connection.commit()
    long = make_turn(2).model_copy(update={"text": "word " * 40_000})
    with pytest.raises(StoreError, match="disk is full"):
        store.save_turn("r1", long)
    assert store.get_rehearsal("r1").turns == (make_turn(1),)
    store.close()


def test_a_damaged_file_is_told(tmp_path):
    (tmp_path / "coach.db").write_bytes(b"this is not a database, not at all" * 100)
    with pytest.raises(StoreError, match="damaged"):
        open_store(tmp_path)


def test_a_file_where_the_folder_should_be_is_told(tmp_path):
    (tmp_path / "data").write_text("x")
    with pytest.raises(StoreError, match="cannot be written"):
        open_store(tmp_path / "data")


def test_a_useless_database_address_is_told(tmp_path):
    with pytest.raises(StoreError, match="address"):
        open_store(tmp_path, url="nonsense")


def test_a_database_from_a_newer_program_is_left_alone(tmp_path):
    open_store(tmp_path).close()
    with sqlite3.connect(tmp_path / "coach.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num='9999'")
    connection.close()
    with pytest.raises(StoreError, match="newer version"):
        open_store(tmp_path)


def test_an_unreadable_record_is_told_and_the_others_stay(tmp_path):
    store = open_store(tmp_path)
    store.save_rehearsal(make_rehearsal("r1"))
    store.save_rehearsal(make_rehearsal("r2"))
    with sqlite3.connect(tmp_path / "coach.db") as connection:
        connection.execute("UPDATE rehearsal SET record='{}' WHERE id='r1'")
    connection.close()
    with pytest.raises(StoreError, match="cannot be read"):
        store.get_rehearsal("r1")
    assert store.get_rehearsal("r2") is not None
    store.close()


WRITER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from coach.store import open_store
    from tests.contracts.test_store import make_rehearsal, make_turn

    store = open_store(Path(sys.argv[1]))
    store.save_rehearsal(make_rehearsal())
    for n in range(1, 10_000):
        store.save_turn("r1", make_turn(n))
        print(n, flush=True)
    """
)


@pytest.mark.parametrize("lines", [1, 2, 7, 19])
def test_a_killed_process_loses_no_acknowledged_turn(tmp_path, lines):
    root = Path(__file__).resolve().parent.parent
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=root)
    acknowledged = [int(process.stdout.readline()) for _ in range(lines)]
    process.kill()
    rest = process.stdout.read().split("\n")
    process.wait()
    process.stdout.close()
    acknowledged += [int(line) for line in rest[:-1]]
    store = open_store(tmp_path)
    turns = store.get_rehearsal("r1").turns
    store.close()
    assert [turn.n for turn in turns][: len(acknowledged)] == acknowledged
    assert len(turns) - len(acknowledged) in {0, 1}
