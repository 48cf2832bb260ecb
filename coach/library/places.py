"""Where indexes are kept: in a folder of this machine (embedded Chroma) or on a Chroma server.

An index never changes once it is there, and its name says what is in it. A new one is filled under a name of its own and gets its real name in one step (a
folder is renamed, a collection on a server is renamed): whoever looks sees all of it or nothing, and of two programs that build at once one wins and the
other takes over what is there. What turns out to be damaged is thrown away.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import tempfile
import threading
import uuid
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar, cast
from urllib.parse import urlparse

from coach.errors import LibraryError
from coach.settings import quieten_telemetry

if TYPE_CHECKING:
    from chromadb import Collection
    from chromadb.api import ClientAPI
    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from chromadb.config import Settings

PREFIX = "occupations-"
"""How the names of all our indexes begin; after it stand what is in it and a digest, with a hyphen between."""

_KEPT = 2
"""How many indexes of a kind a folder holds: the present one and the one before it, which another program may still have open."""

_INSIDE = "chroma-"
"""How the folder of Chroma's own files begins, within that of an index. What follows is new in every build: Chroma shares what it has open by the path alone, and
would go on with deleted files where an index of the same path was built anew.
"""

_MANIFEST = "manifest.json"
_DATABASE = "chroma.sqlite3"

Fill = Callable[["Collection"], None]
T = TypeVar("T")


class Place(Protocol):
    """Where indexes are kept."""

    @property
    def backend(self) -> str:
        """The place in words, for the status."""

    def open(self, name: str) -> Collection | None:
        """The whole, undamaged index of that name, or None. Raises `LibraryError` where the place cannot be reached."""

    def build(self, name: str, fill: Fill, *, size: int) -> None:
        """Make the index of that name for so many documents, unless somebody else just did. Raises `LibraryError` where it cannot be written."""

    def drop(self, name: str) -> None:
        """Throw the index of that name away, if it is there."""

    def close(self) -> None:
        """Let go of files and connections; collections got from `open` are of no use afterwards."""


def list_failures() -> tuple[type[Exception], ...]:
    """What Chroma raises where an index is damaged or a server is lost. Chroma is imported here, with its telemetry off."""
    quieten_telemetry()
    import httpx
    from chromadb.errors import ChromaError

    return (ChromaError, httpx.HTTPError, OSError, ValueError, KeyError, RuntimeError)


class FolderPlace:
    """Indexes in a folder of this machine, each an embedded Chroma of its own."""

    backend = "Chroma in a folder of this machine"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._clients: dict[str, Client] = {}
        self._open_now: dict[str, str] = {}
        self._lock = threading.RLock()

    def open(self, name: str) -> Collection | None:
        """The index if all its files are as they were written; a damaged one is thrown away. One that is open stays open for those who use it."""
        home = self._folder / name
        if not home.is_dir():
            self._close(name)
            return None
        failures = list_failures()
        with self._lock:
            try:
                _check_files(home)
                inside = _find_inside(home)
                if self._open_now.get(name) != inside.name:  # another program has put it there anew
                    self._close(name)
                if name not in self._clients:
                    self._clients[name], self._open_now[name] = _open_folder(inside), inside.name
                return _check_whole(self._clients[name].get_collection(name, embedding_function=None))
            except failures:
                self.drop(name)
                return None

    def build(self, name: str, fill: Fill, *, size: int) -> None:
        """Fill a folder beside its place, then move it there in one step."""
        failures = list_failures()
        building: Path | None = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            building = Path(tempfile.mkdtemp(prefix="building-", dir=self._folder))
            client = _open_folder(building / f"{_INSIDE}{uuid.uuid4().hex[:12]}")
            try:
                fill(_create(client, name, size))
            finally:
                client.close()
            _write_manifest(building)
            self._move(building, name)
        except failures as error:
            raise LibraryError(
                f"The look-up index of the occupation material cannot be written to {self._folder}.",
                mend="Make room on the disk, or choose a folder that you may write to.",
            ) from error
        finally:
            if building is not None:
                shutil.rmtree(building, ignore_errors=True)
        self._tidy(name)

    def drop(self, name: str) -> None:
        """Close the index and delete its folder; under another name it is gone at once, even where deleting takes a while or stops halfway."""
        self._close(name)
        home = self._folder / name
        if not home.is_dir():
            return
        with suppress(OSError):
            doomed = Path(tempfile.mkdtemp(prefix="dropped-", dir=self._folder))
            with suppress(OSError):
                home.replace(doomed / name)
            shutil.rmtree(doomed, ignore_errors=True)

    def close(self) -> None:
        """Close every open index."""
        for name in tuple(self._clients):
            self._close(name)

    def _close(self, name: str) -> None:
        with self._lock:
            client = self._clients.pop(name, None)
            if client is not None:
                client.close()

    def _move(self, building: Path, name: str) -> None:
        home = self._folder / name
        try:
            building.rename(home)
        except OSError:
            if not home.is_dir():  # if it is there, another program was first, and its index is as good as ours
                raise

    def _tidy(self, name: str) -> None:
        """Delete indexes of earlier material but the newest, and what broken-off builds left more than an hour before this one."""
        with suppress(OSError):
            now = (self._folder / name).stat().st_mtime
            ages = {path: now - path.stat().st_mtime for path in self._folder.iterdir() if path.is_dir() and path.name != name}
            earlier = sorted((path for path in ages if path.name.rpartition("-")[0] == name.rpartition("-")[0]), key=lambda path: ages[path])
            leftovers = [path for path in ages if path.name.startswith(("building-", "dropped-")) and ages[path] > 3600]
            for path in [*earlier[_KEPT - 1 :], *leftovers]:
                shutil.rmtree(path, ignore_errors=True)


class ServerPlace:
    """Indexes as collections of a Chroma server."""

    def __init__(self, url: str) -> None:
        """Raises `LibraryError` where `url` is not a web address."""
        parts = urlparse(url)
        try:
            port = parts.port or (443 if parts.scheme == "https" else 8000)
        except ValueError:
            port = 0
        if parts.scheme not in {"http", "https"} or not parts.hostname or not port:
            raise LibraryError("The address of the Chroma server is not a web address.", mend="Set COACH_CHROMA_URL to one like http://localhost:8000.")
        self._host, self._port, self._secure = parts.hostname, port, parts.scheme == "https"
        self._client: Client | None = None

    @property
    def backend(self) -> str:
        """Where the server is; a user name or password in the address is not repeated."""
        return f"Chroma server at {self._host}:{self._port}"

    def open(self, name: str) -> Collection | None:
        """The collection of that name, if it holds all its documents."""
        return self._ask(lambda client: _find(client, name))

    def build(self, name: str, fill: Fill, *, size: int) -> None:
        """Fill a collection of another name, then rename it."""

        def fill_and_rename(client: ClientAPI) -> None:
            from chromadb.errors import ChromaError

            building = f"{name}-building-{uuid.uuid4().hex[:12]}"
            collection = _create(client, building, size)
            try:
                fill(collection)
                collection.modify(name=name)
            except ChromaError:
                if _find(client, name) is None:  # if it is there, another program was first, and its index is as good as ours
                    raise
            finally:
                with suppress(*list_failures()):  # gone under this name where all went well
                    _delete(client, building)

        self._ask(fill_and_rename)

    def drop(self, name: str) -> None:
        """Delete the collection."""
        self._ask(lambda client: _delete(client, name))

    def close(self) -> None:
        """Close the connection."""
        if self._client is not None:
            _hang_up(self._client)
            self._client.close()
            self._client = None

    def _ask(self, what: Callable[[ClientAPI], T]) -> T:
        failures = list_failures()
        import chromadb

        try:
            if self._client is None:
                settings = _chroma_settings()
                self._client = cast("Client", chromadb.HttpClient(host=self._host, port=self._port, ssl=self._secure, settings=settings))
            return what(self._client)
        except failures as error:
            self.close()
            raise LibraryError(
                f"The {self.backend} does not answer as it should.", mend="Start it, or unset COACH_CHROMA_URL to keep the index here."
            ) from error


# --- Chroma ---


def _chroma_settings() -> Settings:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)


def _find_inside(home: Path) -> Path:
    """Where Chroma's own files are. Raises `ValueError` where they are not."""
    inside = next(home.glob(f"{_INSIDE}*"), None)
    if inside is None:
        raise ValueError("files are missing")
    return inside


def _open_folder(folder: Path) -> Client:
    import chromadb

    return cast("Client", chromadb.PersistentClient(str(folder), settings=_chroma_settings()))


def _hang_up(client: Client) -> None:
    """Close the connections of a client of a server, which its own `close` leaves open (Chroma 1.5)."""
    for part in (client, client._admin_client):  # noqa: SLF001
        session = getattr(getattr(part, "_server", None), "_session", None)
        if session is not None:
            session.close()


def _create(client: ClientAPI, name: str, size: int) -> Collection:
    """An empty collection that is on the disk, and not only in Chroma's log, as soon as its documents are added (at most 1,000 stay in the log)."""
    threshold = max(2, min(size, 1000))
    hnsw: CreateHNSWConfiguration = {"space": "cosine", "ef_search": 200, "sync_threshold": threshold, "batch_size": min(threshold, 100)}
    return client.create_collection(name, embedding_function=None, configuration={"hnsw": hnsw})


def _find(client: ClientAPI, name: str) -> Collection | None:
    """The whole collection of that name, or None; a damaged one is deleted."""
    from chromadb.errors import NotFoundError

    try:
        return _check_whole(client.get_collection(name, embedding_function=None))
    except NotFoundError:
        return None
    except ValueError:
        _delete(client, name)
        return None


def _delete(client: ClientAPI, name: str) -> None:
    from chromadb.errors import NotFoundError

    with suppress(NotFoundError):
        client.delete_collection(name)


def _check_whole(collection: Collection) -> Collection:
    """The collection if it holds as many documents as it says. Raises `ValueError`."""
    if collection.count() != (collection.metadata or {}).get("documents"):
        raise ValueError("documents are missing")
    return collection


# --- files: Chroma reads its vector files without checking them, so that damage there would end the program; a database it cannot open stays closed to it ---


def _digest_files(home: Path) -> dict[str, str]:
    """Path -> digest of every vector file; the database file may change when it is opened."""
    paths = sorted(path for path in home.rglob("*") if path.is_file() and path.name != _MANIFEST and not path.name.startswith(_DATABASE))
    return {path.relative_to(home).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def _write_manifest(home: Path) -> None:
    (home / _MANIFEST).write_text(json.dumps(_digest_files(home)), encoding="utf-8")


def _check_files(home: Path) -> None:
    """Raises `ValueError` or `OSError` where a vector file is not as it was written, or the database is damaged."""
    if json.loads((home / _MANIFEST).read_text(encoding="utf-8")) != _digest_files(home):
        raise ValueError("files are missing or changed")
    try:
        with closing(sqlite3.connect(f"{(_find_inside(home) / _DATABASE).absolute().as_uri()}?mode=ro", uri=True)) as database:
            if database.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise ValueError("the database is damaged")
    except sqlite3.Error as error:
        raise ValueError("the database is damaged") from error
