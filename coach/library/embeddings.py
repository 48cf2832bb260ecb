"""Texts to vectors: the `Embedder` protocol, `open_embedder`, and the default that reads static word vectors from an installed wheel.

The default needs no download, no key and no graphics card: the `wordllama` wheel (MIT licence) carries 256 numbers for each of 32,000 word pieces, and their
tokenizer. Its two data files are read here; its code is never imported. The length of a piece's vector says how much it matters ("of" 1.7, "nurse" 16), so
the plain mean of the pieces is already weighted; weighting by inverse frequency on top made look-ups worse in our evaluation (`evals.library`).
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from coach.errors import LibraryError
from coach.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from coach.library.imports.material import Progress

    Vectors = NDArray[np.float32]
    """One row per text, of length 1 (or 0 where a text has no known piece)."""

_PACKAGE = "wordllama"
_WEIGHTS = "weights/l2_supercat_256.safetensors"
_TOKENIZER = "tokenizers/l2_supercat_tokenizer_config.json"
_BATCH = 1024
_ANY = "work"
"""Embedded to learn how long an embedding's rows are, where no other text is there to tell."""


class Embedder(Protocol):
    """Something that turns texts into vectors whose angles say how near the texts are in meaning."""

    @property
    def name(self) -> str:
        """The embedding with its version; a change of name means that everything must be embedded anew."""

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One row of length 1 per text, of zeros for a text without words; `progress` is told where it takes long.

        Raises `LibraryError` where the embedding cannot be had.
        """


def open_embedder(settings: Settings, *, folder: Path, list_consents: Callable[[], Iterable[str]]) -> Embedder:
    """The embedding of the settings; nothing is opened, asked or downloaded before the first text.

    `folder` is where an embedding may keep what it downloads; `list_consents` gives the providers to whom text may go, beside those of the settings.
    """
    if settings.embedding == "onnx":
        from coach.library.embedding_onnx import OnnxEmbedder

        return OnnxEmbedder(folder)
    if settings.embedding_model:
        from coach.library.embedding_openai import OpenAIEmbedder

        return OpenAIEmbedder(settings, list_consents=list_consents)
    return StaticEmbedder()


class StaticEmbedder:
    """The mean of the static vectors of a text's pieces; the same on every machine."""

    def __init__(self) -> None:
        self._parts: tuple[Any, Any] | None = None
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """Package, version and table of the vectors."""
        return f"{_PACKAGE} {_version()} {Path(_WEIGHTS).stem}"

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:  # noqa: ARG002  (it takes no time worth telling)
        """One row per text; a text without words becomes a row of zeros. Raises `LibraryError` where the wheel's files are missing or damaged."""
        import numpy as np

        weights, tokenizer = self._open()
        rows = np.zeros((len(texts), weights.shape[1]), dtype=np.float32)
        for start in range(0, len(texts), _BATCH):
            batch = list(texts[start : start + _BATCH])
            for offset, encoding in enumerate(tokenizer.encode_batch(batch, add_special_tokens=False)):
                if encoding.ids:
                    rows[start + offset] = weights[encoding.ids].mean(axis=0, dtype=np.float32)
        return to_unit(rows)

    def _open(self) -> tuple[Any, Any]:
        with self._lock:
            if self._parts is None:
                self._parts = _read_parts()
        return self._parts


def to_unit(rows: Vectors) -> Vectors:
    """The rows scaled to length 1; rows of zeros stay."""
    import numpy as np

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)


def embed_in_batches(texts: Sequence[str], ask: Callable[[list[str]], Vectors], *, batch: int, size: int = 0, progress: Progress | None = None) -> Vectors:
    """Unit rows from an embedding that takes its time: each text is asked for once, an empty one never, `batch` at a time.

    `size` is the length of a row where it is known already; 0 where it is not.
    """
    import numpy as np

    wanted = list(dict.fromkeys(text for text in texts if text.strip()))
    if not wanted and size:
        return np.zeros((len(texts), size), dtype=np.float32)
    asked = wanted or [_ANY]
    parts = []
    for start in range(0, len(asked), batch):
        if progress is not None:
            progress(start / len(asked), f"Embedding the texts, {start} of {len(asked)}")
        parts.append(ask(asked[start : start + batch]))
    found = to_unit(np.concatenate(parts))
    places = {text: number for number, text in enumerate(wanted)}
    rows = np.zeros((len(texts), found.shape[1]), dtype=np.float32)
    for number, text in enumerate(texts):
        if text in places:
            rows[number] = found[places[text]]
    return rows


def _version() -> str:
    try:
        return importlib.metadata.version(_PACKAGE)
    except importlib.metadata.PackageNotFoundError as error:
        raise _missing() from error


def _read_parts() -> tuple[Any, Any]:
    from safetensors import SafetensorError
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise _missing()
    folder = Path(spec.origin).parent
    try:
        weights = load_file(folder / _WEIGHTS)["embedding.weight"]
        tokenizer = Tokenizer.from_str((folder / _TOKENIZER).read_text(encoding="utf-8"))
    except (OSError, KeyError, ValueError, SafetensorError) as error:
        raise _missing() from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return weights, tokenizer


def _missing() -> LibraryError:
    return LibraryError("The word vectors for looking things up are missing or damaged.", mend="Install the program again.")
