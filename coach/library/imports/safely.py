"""Files from outside, opened with bounds: whatever is wrong with one becomes a `LibraryError` with one sentence and one step.

The bounds leave room to spare over the largest public release: 35 of the 41 tables of O*NET 30.1 unpack to 24 MB.
"""

from __future__ import annotations

import csv
import hashlib
import io
import operator
import re
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path, PurePosixPath

from coach.errors import LibraryError

MOST_BYTES = 400_000_000
"""The largest file that is read, and the most that a zip file may hold unpacked, in bytes."""

MOST_MEMBERS = 2_000
MOST_RATIO = 200
_RATIO_FROM = 1_000_000

Row = tuple[str, ...]
"""The cells of one row in the order in which the columns were asked for."""

_AGAIN = "Download the file again from its publisher, then import it anew."
_DRIVE = re.compile(r"^[A-Za-z]:")


class Archive:
    """A zip file whose members have been checked; they are found by their file name, in whatever folder they lie."""

    def __init__(self, opened: zipfile.ZipFile, *, name: str) -> None:
        self.name = name
        self._opened = opened
        self._members: dict[str, zipfile.ZipInfo] = {}
        for info in _check_members(opened.infolist(), name=name):
            path = PurePosixPath(info.filename)
            if not path.name.startswith("._"):  # what a Mac adds beside each file
                self._members.setdefault(path.name.casefold(), info)

    @property
    def folders(self) -> tuple[str, ...]:
        """The names of the folders inside, which often tell the release."""
        return tuple(dict.fromkeys(part for info in self._members.values() for part in PurePosixPath(info.filename).parts[:-1]))

    def read(self, member: str) -> bytes | None:
        """The bytes of a member, or None where there is none of that file name. Raises `LibraryError` where it is damaged."""
        info = self._members.get(member.casefold())
        if info is None:
            return None
        try:
            return self._opened.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            raise LibraryError(f"{member} inside {self.name} is damaged.", mend=_AGAIN) from error


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """A zip file, open for as long as the block lasts. Raises `LibraryError` where it is none, is damaged, or has something in it that no data release has."""
    check_file(path)
    try:
        opened = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, RuntimeError) as error:
        with path.open("rb") as file:
            cut_short = file.read(2) == b"PK"
        happened = f"The zip file {path.name} is cut short or damaged." if cut_short else f"{path.name} is not a zip file."
        raise LibraryError(happened, mend=_AGAIN if cut_short else "Choose the zip file as it was downloaded.") from error
    with opened:
        yield Archive(opened, name=path.name)


def _check_members(infos: list[zipfile.ZipInfo], *, name: str) -> list[zipfile.ZipInfo]:
    if len(infos) > MOST_MEMBERS or sum(info.file_size for info in infos) > MOST_BYTES:
        raise _strange(name, f"unpacks to more than {MOST_MEMBERS:,} files or {MOST_BYTES // 1_000_000} MB")
    for info in infos:
        parts = PurePosixPath(info.orig_filename.replace("\\", "/")).parts
        if not parts or parts[0] == "/" or ".." in parts or _DRIVE.match(parts[0]) or "\0" in info.orig_filename:
            raise _strange(name, "holds a file that would be written outside its folder")
        if info.file_size > _RATIO_FROM and info.file_size > MOST_RATIO * max(info.compress_size, 1):
            raise _strange(name, "holds a file that unpacks to more than 200 times its size")
        if info.flag_bits & 1:
            raise LibraryError(f"The zip file {name} is locked with a password.", mend="Unlock it, save it without the password, and import that.")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise _strange(name, "holds a link in place of a file")
    return [info for info in infos if not info.is_dir()]


def _strange(name: str, what: str) -> LibraryError:
    return LibraryError(f"The zip file {name} {what}, so it was not opened.", mend="Download the release from its publisher, and import that.")


def check_file(path: Path) -> None:
    """Raises `LibraryError` where the path is no file, or the file is empty or larger than `MOST_BYTES`."""
    try:
        if not path.is_file():
            happened = f"{path.name} is a folder." if path.is_dir() else f"There is no file {path.name}."
            raise LibraryError(happened, mend="Give the path of the file to import.")
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error
    if not size:
        raise LibraryError(f"The file {path.name} is empty.", mend=_AGAIN)
    if size > MOST_BYTES:
        raise LibraryError(f"The file {path.name} is larger than {MOST_BYTES // 1_000_000} MB.", mend="Import a smaller file.")


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises `LibraryError` where it is missing, empty, too large, or may not be read."""
    check_file(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> LibraryError:
    return LibraryError(f"The file {path.name} cannot be read.", mend="Check that you may read it, or copy it to another folder.")


def hash_files(paths: Sequence[Path]) -> str:
    """The first 16 digits of the SHA-256 over one file, or over the names, sizes and bytes of several. Raises `LibraryError`."""
    digest = hashlib.sha256()
    for path in paths:
        check_file(path)
        try:
            if len(paths) > 1:
                digest.update(f"{path.name} {path.stat().st_size}\n".encode())
            with path.open("rb") as file:
                while chunk := file.read(1 << 20):
                    digest.update(chunk)
        except OSError as error:
            raise _unreadable(path) from error
    return digest.hexdigest()[:16]


def decode(raw: bytes, *, name: str) -> str:
    """The bytes as text: UTF-8 with or without a byte order mark, else Windows-1252. Raises `LibraryError` where it is neither."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = raw.decode("cp1252")
        except UnicodeDecodeError as error:
            raise _not_text(name) from error
    if "\0" in text:
        raise _not_text(name)
    return text


def _not_text(name: str) -> LibraryError:
    return LibraryError(f"{name} is not a text file.", mend="Save it as text in UTF-8, or download it again.")


def read_rows(text: str, *, name: str, columns: Sequence[str], optional: Sequence[str] = (), separator: str = "\t") -> list[Row]:
    """The rows of a table, each with the cells of `columns` and then of `optional`, in that order; a cell that is not there is empty.

    Columns are found by their heading whatever its capitals; others are passed over, and so are blank lines. A table parted by tabs knows no quotes (O*NET);
    one parted by commas does (ESCO). Raises `LibraryError` where the table is empty, a column of `columns` is missing, or a quote is never closed.
    """
    try:
        rows = _split(text) if separator == "\t" else csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        header = [cell.strip().strip('"').casefold() for cell in next(iter(rows), [])]
        if not any(header):
            raise LibraryError(f"The table {name} is empty.", mend=_AGAIN)
        missing = [column for column in columns if column.casefold() not in header]
        if missing:
            happened = f"The table {name} has no column {_and(missing)}."
            raise LibraryError(happened, mend="Check that it is the right file, with its first line as it was published.")
        places = [header.index(column.casefold()) if column.casefold() in header else len(header) for column in (*columns, *optional)]
        return list(_pick(rows, places, width=len(header)))
    except csv.Error as error:
        raise LibraryError(f"The table {name} is damaged: a cell is not closed or far too long.", mend=_AGAIN) from error


def _split(text: str) -> Iterator[list[str]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return (line.split("\t") for line in lines)


def _pick(rows: Iterable[list[str]], places: list[int], *, width: int) -> Iterator[Row]:
    take = operator.itemgetter(*places) if len(places) > 1 else None
    for cells in rows:
        if len(cells) < 2 and not "".join(cells).strip():
            continue
        full = [*cells, *[""] * (width - len(cells))][:width]
        full.append("")  # where a column that is not there is looked for
        picked = take(full) if take else (full[places[0]],)
        yield tuple(map(str.strip, picked))


def _and(names: Iterable[str]) -> str:
    words = [f"“{name}”" for name in names]
    return " and no column ".join(chain([", ".join(words[:-1])] if words[1:] else [], words[-1:]))
