"""A file from outside is refused with one sentence and one step, whatever is wrong with it."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest

from coach.errors import LibraryError
from coach.library.imports import safely
from coach.library.imports.safely import check_file, decode, hash_files, open_archive, read_bytes, read_rows


def write_zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(LibraryError) as caught, open_archive(path):
        pass
    assert caught.value.mend
    return caught.value.happened


def test_a_member_is_found_by_its_name_in_any_folder(tmp_path: Path):
    with open_archive(write_zip(tmp_path / "a.zip", {"x/y/Table.txt": b"1", "__MACOSX/x/y/._Table.txt": b"2", "other.txt": b""})) as archive:
        assert archive.read("table.TXT") == b"1"
        assert archive.read("nothing.txt") is None
        assert archive.folders == ("x", "y")


@pytest.mark.parametrize("name", ["../out.txt", "a/../../out.txt", "/etc/out.txt", "C:/out.txt", "..\\out.txt"])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, name: str):
    assert "written outside its folder" in refusal(write_zip(tmp_path / "a.zip", {name: b"1"}))


def test_a_zip_bomb_is_refused(tmp_path: Path):
    assert "more than 200 times its size" in refusal(write_zip(tmp_path / "a.zip", {"a.txt": bytes(5_000_000)}))


def test_a_small_member_may_be_packed_tightly(tmp_path: Path):
    with open_archive(write_zip(tmp_path / "a.zip", {"a.txt": bytes(900_000)})) as archive:
        assert archive.read("a.txt") == bytes(900_000)


def test_too_many_members_are_refused(tmp_path: Path):
    assert "more than 2,000 files or 400 MB" in refusal(write_zip(tmp_path / "a.zip", {f"{n}.txt": b"" for n in range(2001)}))


def test_too_much_in_all_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(safely, "MOST_BYTES", 1_000)
    assert "was not opened" in refusal(write_zip(tmp_path / "a.zip", {"a.txt": bytes(600), "b.txt": bytes(600)}))


def test_a_link_is_refused(tmp_path: Path):
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(info, "target")
    assert "holds a link" in refusal(tmp_path / "a.zip")


def test_a_locked_member_is_refused(tmp_path: Path):
    path = write_zip(tmp_path / "a.zip", {"a.txt": b"1"})
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    assert refusal(path) == "The zip file a.zip is locked with a password."


@pytest.mark.parametrize("kept", [10, 200, 400])
def test_a_truncated_zip_is_refused(tmp_path: Path, kept: int):
    path = write_zip(tmp_path / "a.zip", {"a.txt": bytes(range(256)) * 4, "b.txt": b"2"})
    path.write_bytes(path.read_bytes()[:kept])
    assert refusal(path) == "The zip file a.zip is cut short or damaged."


def test_a_damaged_member_is_said(tmp_path: Path):
    path = write_zip(tmp_path / "a.zip", {"a.txt": bytes(range(256)) * 4})
    raw = bytearray(path.read_bytes())
    raw[60] ^= 0xFF
    path.write_bytes(raw)
    with open_archive(path) as archive, pytest.raises(LibraryError, match=r"a\.txt inside a\.zip is damaged"):
        archive.read("a.txt")


def test_what_is_no_zip_is_refused(tmp_path: Path):
    (tmp_path / "a.zip").write_text("a page that says: please log in", encoding="utf-8")
    assert refusal(tmp_path / "a.zip") == "a.zip is not a zip file."


def test_a_missing_an_empty_and_a_large_file_and_a_folder_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "empty.csv").touch()
    assert refusal(tmp_path / "none.zip") == "There is no file none.zip."
    assert refusal(tmp_path).endswith("is a folder.")
    with pytest.raises(LibraryError, match=r"empty\.csv is empty"):
        read_bytes(tmp_path / "empty.csv")
    with pytest.raises(LibraryError):
        check_file(tmp_path / ("a" * 5000))
    with pytest.raises(LibraryError):
        check_file(Path("a\0b"))
    monkeypatch.setattr(safely, "MOST_BYTES", 1_000)
    (tmp_path / "large.csv").write_bytes(bytes(1_001))
    with pytest.raises(LibraryError, match=r"large\.csv is larger than"):
        read_bytes(tmp_path / "large.csv")


def test_a_digest_is_of_the_bytes_and_of_several_files_also_of_their_names(tmp_path: Path):
    for name in ("a", "b"):
        (tmp_path / name).write_text("same", encoding="utf-8")
    assert hash_files([tmp_path / "a"]) == hash_files([tmp_path / "b"])
    assert hash_files([tmp_path / "a", tmp_path / "b"]) != hash_files([tmp_path / "b", tmp_path / "a"])
    with pytest.raises(LibraryError):
        hash_files([tmp_path / "c"])


def test_text_is_utf_8_or_windows_1252():
    assert decode("\ufeffkōrero".encode(), name="a") == "kōrero"
    assert decode("café “x”".encode("cp1252"), name="a") == "café “x”"
    for raw in (b"\x81\x8d", "wide".encode("utf-16"), b"a\0b"):
        with pytest.raises(LibraryError, match="a is not a text file"):
            decode(raw, name="a")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", ["\t", ","])
def test_columns_are_found_by_their_heading(ending: str, separator: str):
    lines = [["other", " CODE ", "Title"], ["x", "1", " One "], [], ["y", "2"], ["z", "3", "Three", "too many"]]
    text = ending.join(separator.join(line) for line in lines)
    rows = read_rows(text, name="T", columns=("Title", "Code"), optional=("Missing",), separator=separator)
    assert rows == [("One", "1", ""), ("", "2", ""), ("Three", "3", "")]
    assert read_rows(text, name="T", columns=("Code",), separator=separator) == [("1",), ("2",), ("3",)]


def test_a_cell_of_a_comma_table_may_hold_lines():
    assert read_rows('a,b\r\n"1\n2","x, y"\r\n', name="T", columns=("a", "b"), separator=",") == [("1\n2", "x, y")]


@pytest.mark.parametrize(
    ("text", "happened"),
    [
        ("", "The table T is empty."),
        ("\n\n", "The table T is empty."),
        ("a,b\n1,2", "The table T has no column “c”."),
        ("b\n2", "The table T has no column “a” and no column “c”."),
        ('a,c\n"1,2', "The table T is damaged: a cell is not closed or far too long."),
        (f"a,c\n{'x' * 200_000},2", "The table T is damaged: a cell is not closed or far too long."),
    ],
)
def test_a_wrong_table_is_an_error_in_one_sentence(text: str, happened: str):
    with pytest.raises(LibraryError) as caught:
        read_rows(text, name="T", columns=("a", "c"), separator=",")
    assert caught.value.happened == happened
