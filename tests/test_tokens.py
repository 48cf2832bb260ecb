"""Token counts: real where the encoding is at hand, marked estimates where it is not, never a download."""

from __future__ import annotations

import base64
import hashlib

import pytest

from coach import tokens
from coach.tokens import count_tokens, estimate_tokens


@pytest.fixture(autouse=True)
def _forget_encodings():
    tokens._open_encoding.cache_clear()
    yield
    tokens._open_encoding.cache_clear()


def test_without_the_encoding_a_count_is_a_marked_estimate(tmp_path):
    counted = count_tokens("How did you come to this work?", folder=tmp_path)
    assert counted.estimated
    assert counted.tokens == estimate_tokens("How did you come to this work?") == 9


def test_the_estimate_grows_with_the_text_and_is_zero_for_nothing():
    assert estimate_tokens("") == 0
    assert estimate_tokens("a b c d e f g h") >= 8
    assert estimate_tokens("pneumonoultramicroscopicsilicovolcanoconiosis") >= 10


def test_with_the_encoding_in_the_folder_a_count_is_real(tmp_path, monkeypatch):
    """A tiny encoding of single bytes, put where tiktoken looks, is used and not marked."""
    import tiktoken
    import tiktoken_ext.openai_public as public

    content = b"".join(base64.b64encode(bytes([byte])) + f" {byte}\n".encode() for byte in range(256))
    (tmp_path / tokens._CACHE_NAME).write_bytes(content)
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    digest = hashlib.sha256(content).hexdigest()
    monkeypatch.setattr(tokens, "_DIGEST", digest)

    def single_bytes():
        ranks = tiktoken.load.load_tiktoken_bpe(tokens._ADDRESS, expected_hash=digest)
        return {"name": "o200k_base", "pat_str": r"\S+|\s+", "mergeable_ranks": ranks, "special_tokens": {}}

    monkeypatch.setitem(public.ENCODING_CONSTRUCTORS, "o200k_base", single_bytes)
    monkeypatch.setattr("tiktoken.registry.ENCODING_CONSTRUCTORS", {"o200k_base": single_bytes})
    monkeypatch.setattr("tiktoken.registry.ENCODINGS", {})
    counted = count_tokens("kia ora", folder=tmp_path)
    assert not counted.estimated
    assert counted.tokens == 7


def test_a_damaged_encoding_file_is_left_alone_and_the_count_is_an_estimate(tmp_path):
    """Tiktoken itself would throw such a file away and download another."""
    (tmp_path / tokens._CACHE_NAME).write_bytes(b"half a file")
    assert count_tokens("kia ora", folder=tmp_path).estimated
    assert (tmp_path / tokens._CACHE_NAME).read_bytes() == b"half a file"
