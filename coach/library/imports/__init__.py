"""Public occupation data and a learner's own files, read into our records: a path in, a `Material` out.

Nothing here opens a database; only `fetch` knows the network.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from coach.errors import LibraryError
from coach.library.imports.esco import identify_esco, read_esco
from coach.library.imports.fetch import fetch
from coach.library.imports.folder import identify_folder, read_folder
from coach.library.imports.material import Material, Progress, Release, be_silent
from coach.library.imports.onet import read_onet
from coach.library.imports.ooh import read_ooh
from coach.library.imports.safely import hash_files

__all__ = [
    "KINDS",
    "Material",
    "Progress",
    "Release",
    "fetch",
    "identify_material",
    "read_esco",
    "read_folder",
    "read_material",
    "read_onet",
    "read_ooh",
]


class _Reader(NamedTuple):
    identify: Callable[[Path], Release]
    read: Callable[[Path, Progress], Material]


_READERS = {
    "onet": _Reader(lambda path: Release(name="onet", digest=hash_files([path])), lambda path, progress: read_onet(path, progress=progress)),
    "ooh": _Reader(lambda path: Release(name="ooh", digest=hash_files([path])), lambda path, progress: read_ooh(path, progress=progress)),
    "esco": _Reader(identify_esco, lambda path, progress: read_esco(path, progress=progress)),
    "folder": _Reader(identify_folder, lambda path, progress: read_folder(path, progress=progress)),
}

KINDS = tuple(_READERS)
"""The kinds of material that can be read."""


def identify_material(kind: str, path: Path) -> Release:
    """Name and digest of what `read_material` would read there. Raises `LibraryError` where the kind is unknown or nothing of it lies at the path."""
    return _find_reader(kind).identify(path)


def read_material(kind: str, path: Path, *, progress: Progress | None = None) -> Material:
    """The material of one kind (see `KINDS`) at a path. Raises `LibraryError` where the kind is unknown or the material cannot be read."""
    return _find_reader(kind).read(path, progress or be_silent)


def _find_reader(kind: str) -> _Reader:
    if kind not in _READERS:
        raise LibraryError(f"There is no kind of occupation material called {kind}.", mend=f"Choose one of {', '.join(KINDS)}.")
    return _READERS[kind]
