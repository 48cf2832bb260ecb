"""What was imported beside the project's own corpus: one file for each source, replaced in one step.

A file is an SQLite database with the source's occupations as records, and their titles and texts apart, so that a look-up need not read the records. A new
release is written beside the old one and takes its name when everything that depends on it is ready; until then everybody sees the old one, whole.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, overload

from pydantic import ValidationError

from coach.errors import LibraryError
from coach.library.imports import Material, Release
from coach.records import LibrarySource, Occupation, Source, Topic

_FORM = 1
"""The form of the files; goes into every digest, so that a file of another form is not mistaken for one of ours."""

GROUPING = "ooh"
"""The source whose profiles hold several occupations under one title."""

_ENDING = ".db"
_NEW = "new"
_META = {"name", "version", "digest", "licence", "attribution", "passages"}
_NEW_TASKS = "/emerging/"
"""Marks the ids of passages on tasks that are new in an occupation."""

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE occupation (code TEXT PRIMARY KEY, title TEXT NOT NULL, summary TEXT NOT NULL, record TEXT NOT NULL);
CREATE TABLE title (code TEXT NOT NULL, title TEXT NOT NULL);
CREATE TABLE task (code TEXT NOT NULL, text TEXT NOT NULL);
"""

_EVERYTHING = (
    "SELECT * FROM meta WHERE key <> 'content' ORDER BY key",
    "SELECT * FROM occupation ORDER BY rowid",
    "SELECT * FROM title ORDER BY rowid",
    "SELECT * FROM task ORDER BY rowid",
)


class HeldTitle(NamedTuple):
    """A title of an occupation; `main` where it is its own."""

    code: str
    title: str
    main: bool


class Holding:
    """One imported source."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._held: sqlite3.Connection | None = None

    def hold(self) -> None:
        """Keep the file open, so that this release is read to the end even where another takes its place meanwhile."""
        with suppress(sqlite3.Error):  # told when it is read
            self._held = self._held or self._connect()

    def close(self) -> None:
        """Let go of the file."""
        if self._held is not None:
            self._held.close()
            self._held = None

    @property
    def name(self) -> str:
        """The source's name, as in `Material`."""
        return self._meta()["name"]

    @property
    def digest(self) -> str:
        """Identifies what was imported."""
        return self._meta()["digest"]

    def check_whole(self) -> None:
        """Raises `LibraryError` where the file is damaged anywhere, or of the time before it held a digest of its content."""
        with self._reading() as database:
            if database.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise _damaged(self.path)
            if self._meta().get("content") != _hash_content(database):
                raise _damaged(self.path)

    def as_material(self) -> Material:
        """What was imported; its occupations are read one by one when they are asked for. Raises `LibraryError` where the file is damaged."""
        meta = self._meta()
        try:
            source = Source.model_validate_json(meta["source"])
            notices = tuple(json.loads(meta["notices"]))
        except (KeyError, ValueError) as error:
            raise _damaged(self.path) from error
        return Material.model_construct(
            name=meta["name"],
            version=meta["version"],
            source=source,
            attribution=meta["attribution"],
            occupations=HeldOccupations(self),
            notices=notices,
            digest=meta["digest"],
        )

    def describe(self) -> LibrarySource:
        """The source as the status shows it."""
        meta = self._meta()
        with self._reading() as database:
            counts = [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("occupation", "title")]  # noqa: S608  (our own names)
        return LibrarySource(
            name=meta["name"],
            version=meta["version"],
            licence=meta["licence"],
            attribution=meta["attribution"],
            occupations=counts[0],
            passages=int(meta["passages"]),
            titles=counts[0] + counts[1],
        )

    def list_codes(self) -> Iterator[str]:
        """The code of every occupation, as they were imported."""
        with self._reading() as database:
            for (code,) in database.execute("SELECT code FROM occupation ORDER BY rowid"):
                yield code

    def list_titles(self) -> Iterator[HeldTitle]:
        """Every title, an occupation's own first."""
        with self._reading() as database:
            for code, title in database.execute("SELECT code, title FROM occupation ORDER BY code"):
                yield HeldTitle(code, title, main=True)
            for code, title in database.execute("SELECT code, title FROM title ORDER BY rowid"):
                yield HeldTitle(code, title, main=False)

    def list_tasks(self) -> Iterator[tuple[str, str]]:
        """Code and text of everything that says what people do."""
        with self._reading() as database:
            yield from database.execute("SELECT code, text FROM task ORDER BY rowid")

    def list_summaries(self) -> Iterator[tuple[str, str]]:
        """Code and summary of every occupation that has one."""
        with self._reading() as database:
            yield from database.execute("SELECT code, summary FROM occupation WHERE summary <> '' ORDER BY code")

    def get_occupation(self, code: str) -> Occupation | None:
        """The occupation of that code as this source has it."""
        with self._reading() as database:
            row = database.execute("SELECT record FROM occupation WHERE code = ?", (code,)).fetchone()
        try:
            return Occupation.model_validate_json(row[0]) if row else None
        except ValidationError as error:
            raise _damaged(self.path) from error

    def _meta(self) -> dict[str, str]:
        with self._reading() as database:
            meta = dict(database.execute("SELECT key, value FROM meta"))
        if not meta.keys() >= _META:
            raise _damaged(self.path)
        return meta

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            if self._held is not None:
                yield self._held
            else:
                with closing(self._connect()) as database:
                    yield database
        except sqlite3.Error as error:
            raise _damaged(self.path) from error

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


class HeldOccupations(Sequence[Occupation]):
    """The occupations of a source, each read from its file when it is asked for. Raises `LibraryError` where that is damaged."""

    def __init__(self, holding: Holding) -> None:
        self._holding = holding
        self._codes = tuple(holding.list_codes())

    def __len__(self) -> int:
        return len(self._codes)

    @overload
    def __getitem__(self, place: int) -> Occupation: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Occupation, ...]: ...

    def __getitem__(self, place: int | slice) -> Occupation | tuple[Occupation, ...]:
        if isinstance(place, slice):
            return tuple(self._read(code) for code in self._codes[place])
        return self._read(self._codes[place])

    def _read(self, code: str) -> Occupation:
        occupation = self._holding.get_occupation(code)
        if occupation is None:
            raise _damaged(self._holding.path)
        return occupation


class Holdings:
    """All imported sources of a data folder, in the order of their names. Reading one costs nothing before it is used."""

    def __init__(self, folder: Path, *, with_new: Holding | None = None) -> None:
        """`with_new` stands in for the source of its name: the holdings as they are going to be."""
        self.folder = folder
        held = {path.stem: Holding(path) for path in sorted(folder.glob(f"*{_ENDING}")) if not path.name.startswith(".")} if folder.is_dir() else {}
        if with_new is not None:
            held[_stem(with_new.name)] = with_new
        self._by_stem = held
        self.sources = tuple(held[stem] for stem in sorted(held))

    @property
    def digest(self) -> str:
        """Identifies all sources together; empty where there is none."""
        if not self.sources:
            return ""
        return hashlib.sha256("\n".join([str(_FORM), *(f"{source.name} {source.digest}" for source in self.sources)]).encode()).hexdigest()[:16]

    def hold(self) -> None:
        """Keep every source as it is now, whatever takes its place; until `close`."""
        for source in self.sources:
            source.hold()

    def close(self) -> None:
        """Let go of all files."""
        for source in self.sources:
            source.close()

    def find(self, name: str) -> Holding | None:
        """The source of that name."""
        return self._by_stem.get(_stem(name))

    def find_release(self, release: Release) -> Material | None:
        """What was imported from this very release, if it is held, whole."""
        held = self.find(release.name)
        try:
            if held is None or held.digest != release.digest:
                return None
            held.check_whole()
            return held.as_material()
        except LibraryError:  # damaged: as good as not there
            return None

    def list_codes(self) -> tuple[str, ...]:
        """The codes of all occupations, sorted."""
        return tuple(sorted({code for source in self.sources for code in source.list_codes()}))

    def list_titles(self) -> Iterator[tuple[str, HeldTitle]]:
        """Source and title, for every title of every source."""
        for source in self.sources:
            for held in source.list_titles():
                yield source.name, held

    def get_occupations(self, code: str) -> tuple[Occupation, ...]:
        """The occupation of that code as each source has it."""
        found = (source.get_occupation(code) for source in self.sources)
        return tuple(occupation for occupation in found if occupation is not None)

    def write(self, material: Material) -> Holding:
        """The material in a file beside the others, not yet among them. Raises `LibraryError` where it cannot be written."""
        path = self.folder / f".{_stem(material.name)}-{uuid.uuid4().hex[:8]}.{_NEW}"
        try:
            _write(path, material)
        except (OSError, sqlite3.Error) as error:
            raise LibraryError(
                "The imported material cannot be written to your data folder.", mend="Make room on the disk, or choose another folder with --data."
            ) from error
        return Holding(path)

    def take(self, new: Holding) -> None:
        """Let the new file take the place of its source's, in one step. Raises `LibraryError`."""
        try:
            new.path.replace(self.folder / f"{_stem(new.name)}{_ENDING}")
        except OSError as error:
            raise LibraryError(
                "The imported material cannot be put in its place.", mend="Close other windows of the coach, then run the import again."
            ) from error

    def remove(self, name: str) -> None:
        """Delete a source. Raises `LibraryError` naming those there are where it is not held."""
        held = self.find(name)
        if held is None:
            names = ", ".join(source.name for source in self.sources)
            raise LibraryError(
                f"The library holds no imported source called {name[:60]!r}.", mend=f"Choose one of: {names}." if names else "None was imported yet."
            )
        held.path.unlink(missing_ok=True)


def leave_out_groups(titles: Iterable[tuple[str, HeldTitle]]) -> list[tuple[str, HeldTitle]]:
    """The titles, but not those by which the handbook calls a whole group, where another source has the occupation by itself."""
    listed = list(titles)
    others = {held.code for name, held in listed if name != GROUPING and held.main}
    return [(name, held) for name, held in listed if name != GROUPING or held.code not in others]


@contextmanager
def importing(folder: Path) -> Iterator[None]:
    """Hold the library for one import at a time, of all programs on this machine; what an import broken off has left is deleted.

    Raises `LibraryError` where another one is at it.
    """
    from filelock import FileLock, Timeout

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".importing", timeout=0):
            _tidy(folder)
            try:
                yield
            finally:
                _tidy(folder)
    except Timeout as error:
        raise LibraryError("Another import is going on.", mend="Wait until it is done, then try again.") from error
    except OSError as error:
        raise LibraryError(f"The folder {folder} cannot be written.", mend="Make room on the disk, or choose another folder with --data.") from error


def _tidy(folder: Path) -> None:
    with suppress(OSError):
        for leftover in folder.glob(f".*.{_NEW}*"):
            leftover.unlink(missing_ok=True)


def _write(path: Path, material: Material) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(_SCHEMA)
        meta = {
            "name": material.name,
            "version": material.version,
            "digest": material.digest,
            "source": material.source.model_dump_json(),
            "licence": material.source.licence,
            "attribution": material.attribution,
            "notices": json.dumps(material.notices),
            "passages": str(sum(len(occupation.passages) for occupation in material.occupations)),
        }
        database.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        database.executemany("INSERT OR REPLACE INTO occupation VALUES (?, ?, ?, ?)", (_row(occupation) for occupation in material.occupations))
        database.executemany("INSERT INTO title VALUES (?, ?)", ((o.code, title) for o in material.occupations for title in o.alternate_titles))
        database.executemany("INSERT INTO task VALUES (?, ?)", ((o.code, text) for o in material.occupations for text in _tasks(o)))
        database.execute("INSERT INTO meta VALUES (?, ?)", ("content", _hash_content(database)))


def _hash_content(database: sqlite3.Connection) -> str:
    """The SHA-256 over everything that was written into a file but this."""
    digest = hashlib.sha256()
    for order in _EVERYTHING:
        for row in database.execute(order):
            digest.update("\x1f".join(map(str, row)).encode() + b"\x1e")
    return digest.hexdigest()


def _row(occupation: Occupation) -> tuple[str, str, str, str]:
    return occupation.code, occupation.title, occupation.summary, occupation.model_dump_json(exclude_defaults=True)


def _tasks(occupation: Occupation) -> Sequence[str]:
    return [passage.text for passage in occupation.passages if passage.topic is Topic.WORK or _NEW_TASKS in passage.id]


def _stem(name: str) -> str:
    """The name as that of a file: as it is, or where it cannot be one, with a digest that keeps it apart from names nearly the same."""
    plain = re.sub(r"[^\w-]+", "-", name)[:80]
    return plain if plain == name else f"{plain}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _damaged(path: Path) -> LibraryError:
    return LibraryError(
        f"The imported source {path.stem.lstrip('.')} is damaged.", mend=f"Import it again, or take it out with: coach library remove {path.stem}."
    )
