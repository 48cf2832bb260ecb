"""Texts to vectors by Chroma's own embedding, all-MiniLM-L6-v2 as an ONNX file, computed on this machine.

The file (about 80 MB) is downloaded at the first text, into a folder of its own that takes its name only when it is whole; until then, and where anything fails,
nothing of it is left.
"""

from __future__ import annotations

import functools
import hashlib
import json
import shutil
import tarfile
import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from coach.errors import LibraryError
from coach.library.embeddings import embed_in_batches
from coach.library.imports.fetch import fetch
from coach.library.imports.material import Progress, be_silent

if TYPE_CHECKING:
    from coach.library.embeddings import Vectors

MODEL = "all-MiniLM-L6-v2"
ADDRESS = "https://chroma-onnx-models.s3.amazonaws.com/all-MiniLM-L6-v2/onnx.tar.gz"
SHA256 = "913d7300ceae3b2dbc2c50d1de4baacab4be7b9380491c27fab7418616a16ec3"
FILES = ("config.json", "model.onnx", "special_tokens_map.json", "tokenizer_config.json", "tokenizer.json", "vocab.txt")
"""Where Chroma has it from, what it must be, and what is in it: as in Chroma 1.5."""

BATCH = 64
_INSIDE = "onnx"
_BUILDING = "downloading-"
_STATIC = "set COACH_EMBEDDING=static, which needs no download."

Embed = Callable[[list[str]], Sequence[Any]]
Make = Callable[[Path, Progress], Embed]
"""Gives an embedding function; its files are kept in the folder."""


def open_minilm(folder: Path, tell: Progress, *, address: str = ADDRESS, sha256: str = SHA256) -> Embed:
    """Chroma's embedding function, its files downloaded where they are not in the folder. Raises `LibraryError`."""
    fetch_minilm(folder, tell, address=address, sha256=sha256)
    try:
        from chromadb.utils.embedding_functions.onnx_mini_lm_l6_v2 import ONNXMiniLM_L6_V2

        function = ONNXMiniLM_L6_V2(preferred_providers=["CPUExecutionProvider"])
    except (ImportError, ValueError) as error:  # Chroma tells of a missing onnxruntime by a ValueError
        raise LibraryError("The package onnxruntime, which the ONNX embedding needs, is missing.", mend=f"Install the program again, or {_STATIC}") from error
    function.DOWNLOAD_PATH = folder
    try:
        json.loads((folder / _INSIDE / "tokenizer.json").read_bytes())
        function(["work"])
    except _list_failures() as error:
        shutil.rmtree(folder / _INSIDE, ignore_errors=True)
        raise LibraryError("The ONNX embedding is damaged and was thrown away.", mend=f"Try again to download it anew, or {_STATIC}") from error
    return function


def fetch_minilm(folder: Path, tell: Progress, *, address: str = ADDRESS, sha256: str = SHA256) -> None:
    """Put the embedding's files into folder/onnx, in one step, unless they are there. Raises `LibraryError`, and then nothing is left."""
    from filelock import FileLock, Timeout

    home = folder / _INSIDE
    if _is_whole(home):
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".downloading", timeout=0):
            for leftover in folder.glob(f"{_BUILDING}*"):
                shutil.rmtree(leftover, ignore_errors=True)
            if not _is_whole(home):
                with tempfile.TemporaryDirectory(prefix=_BUILDING, dir=folder, ignore_cleanup_errors=True) as building:
                    _download(Path(building), tell, address=address, sha256=sha256)
                    shutil.rmtree(home, ignore_errors=True)
                    (Path(building) / _INSIDE).replace(home)
    except Timeout as error:
        raise LibraryError("Another window of the coach is downloading the ONNX embedding.", mend=f"Wait until it is done, or {_STATIC}") from error
    except OSError as error:
        raise LibraryError("The ONNX embedding cannot be written to your data folder.", mend=f"Make room on the disk, or {_STATIC}") from error


def _is_whole(home: Path) -> bool:
    return all((home / name).is_file() for name in FILES)


def _download(building: Path, tell: Progress, *, address: str, sha256: str) -> None:
    """The files in building/onnx."""
    tell(0.0, "Downloading the ONNX embedding, about 80 MB")
    try:
        archive = fetch(address, building, progress=lambda done, what: tell(0.9 * done, f"Downloading the ONNX embedding: {what}"))
    except LibraryError as error:
        raise LibraryError(
            f"The ONNX embedding could not be downloaded: {error.happened}", mend=f"Check the connection and the disk and try again, or {_STATIC}"
        ) from error
    with archive.open("rb") as file:
        is_right = hashlib.file_digest(file, "sha256").hexdigest() == sha256
    if not is_right:
        raise LibraryError("What was downloaded is not the ONNX embedding.", mend=f"Try again from another network, or {_STATIC}")
    tell(0.95, "Unpacking the ONNX embedding")
    (building / _INSIDE).mkdir()
    try:
        with tarfile.open(archive, "r:gz") as packed:
            for name in FILES:
                with _open_member(packed, f"{_INSIDE}/{name}") as inside, (building / _INSIDE / name).open("wb") as file:
                    shutil.copyfileobj(inside, file)
    except (tarfile.TarError, EOFError, KeyError) as error:
        raise LibraryError("What was downloaded is not the ONNX embedding.", mend=f"Try again from another network, or {_STATIC}") from error


def _open_member(packed: tarfile.TarFile, name: str) -> IO[bytes]:
    member = packed.extractfile(name)
    if member is None:
        raise KeyError(name)
    return member


@functools.cache
def _list_failures() -> tuple[type[Exception], ...]:
    """What a damaged file or a failed computation raises; onnxruntime's errors have no class in common but `Exception`."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    raised = [found for found in vars(state).values() if isinstance(found, type) and issubclass(found, Exception)]
    return OSError, ValueError, *raised


class OnnxEmbedder:
    """Computes the vectors on this machine; `make` gives the embedding function at the first text."""

    def __init__(self, folder: Path, *, make: Make = open_minilm) -> None:
        """`folder` is where the embedding's files are kept, in a folder of their own."""
        self._folder = folder / MODEL
        self._make = make
        self._function: Embed | None = None
        self._size = 0
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """The embedding and the beginning of its file's digest."""
        return f"{MODEL} onnx {SHA256[:8]}"

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One row per text; of a long one the first 256 word pieces count. Raises `LibraryError` where the embedding cannot be downloaded or computed."""
        function = self._open(progress or be_silent)
        rows = embed_in_batches(texts, lambda batch: _compute(function, batch), batch=BATCH, size=self._size, progress=progress)
        self._size = rows.shape[1]
        return rows

    def _open(self, tell: Progress) -> Embed:
        with self._lock:
            if self._function is None:
                self._function = self._make(self._folder, tell)
        return self._function


def _compute(function: Embed, batch: list[str]) -> Vectors:
    import numpy as np

    try:
        return np.array(function(batch), dtype=np.float32)
    except _list_failures() as error:
        raise LibraryError("The ONNX embedding could not be computed.", mend=f"Close other programs and try again, or {_STATIC}") from error
