"""Token counts with tiktoken; a marked estimate where its encoding is not on this machine.

tiktoken downloads an encoding at first use, silently. We never let it: a count uses the real encoding only where its file lies in tiktoken's cache folder
already (`Settings.tiktoken_folder`), and else estimates and says so.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Protocol

from coach.records import Record

ENCODING = "o200k_base"
"""The encoding of OpenAI's present models; other providers differ by some per cent, which budgets allow for."""

_ADDRESS = f"https://openaipublic.blob.core.windows.net/encodings/{ENCODING}.tiktoken"
_DIGEST = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"
"""SHA-256 of the encoding's file, as tiktoken holds it; another file it would throw away and fetch anew."""
_CACHE_NAME = hashlib.sha1(_ADDRESS.encode(), usedforsecurity=False).hexdigest()
"""tiktoken names a cached encoding by the SHA-1 of its address."""


class TokenCount(Record):
    """A number of tokens; `estimated` where the real encoding was not at hand."""

    tokens: int
    estimated: bool


class _Encoding(Protocol):
    def encode(self, text: str, *, disallowed_special: tuple[()] = ()) -> list[int]: ...


@cache
def _open_encoding(folder: Path) -> _Encoding | None:
    file = folder / _CACHE_NAME
    if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != _DIGEST:
        return None
    import tiktoken

    return tiktoken.get_encoding(ENCODING)


def count_tokens(text: str, *, folder: Path | None = None) -> TokenCount:
    """How many tokens `text` has; `folder` is tiktoken's cache folder (`settings.use_tiktoken_folder`). An estimate, marked as such, where the encoding is not in it."""
    encoding = _open_encoding(folder) if folder is not None else None
    if encoding is None:
        return TokenCount(tokens=estimate_tokens(text), estimated=True)
    return TokenCount(tokens=len(encoding.encode(text, disallowed_special=())), estimated=False)


def estimate_tokens(text: str) -> int:
    """A cautious guess for English: characters / 4 or words x 4 / 3, whichever is more."""
    return max((len(text) + 3) // 4, len(text.split()) * 4 // 3)
