"""Public occupation data and a learner's own files, read into our records: a path in, a `Material` out.

Nothing here opens a database; only `fetch` knows the network.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from coach.errors import LibraryError
from coach.library.imports.esco import read_esco
from coach.library.imports.fetch import fetch
from coach.library.imports.folder import read_folder
from coach.library.imports.material import Material, Progress, be_silent
from coach.library.imports.onet import read_onet
from coach.library.imports.ooh import read_ooh

__all__ = ["KINDS", "Material", "Progress", "fetch", "read_esco", "read_folder", "read_material", "read_onet", "read_ooh"]

_READERS: dict[str, Callable[[Path, Progress], Material]] = {
    "onet": lambda path, progress: read_onet(path, progress=progress),
    "ooh": lambda path, progress: read_ooh(path, progress=progress),
    "esco": lambda path, progress: read_esco(path, progress=progress),
    "folder": lambda path, progress: read_folder(path, progress=progress),
}

KINDS = tuple(_READERS)
"""The kinds of material that can be read."""


def read_material(kind: str, path: Path, *, progress: Progress | None = None) -> Material:
    """The material of one kind (see `KINDS`) at a path. Raises `LibraryError` where the kind is unknown or the material cannot be read."""
    if kind not in _READERS:
        raise LibraryError(f"There is no kind of occupation material called {kind}.", mend=f"Choose one of {', '.join(KINDS)}.")
    return _READERS[kind](path, progress or be_silent)
