"""A download as Chroma's embedding is one, but tiny: eleven words with four numbers each, as an ONNX file written by hand, and their tokenizer."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import tarfile
from pathlib import Path

WORDS = {
    "[PAD]": (0, 0, 0, 0),
    "[UNK]": (0.1, 0.1, 0.1, 0.1),
    "nurse": (3, 1, 0, 0),
    "midwife": (3, 1.5, 0, 0),
    "ward": (1, 2, 0, 0),
    "welder": (0, 0, 3, 1),
    "steel": (0, 0, 2, 2),
    "work": (1, 1, 1, 1),
}
FLOAT, INT64 = 1, 7


def varint(number: int) -> bytes:
    low, rest = number & 127, number >> 7
    return bytes([low | 128]) + varint(rest) if rest else bytes([low])


def field(number: int, value: int | str | bytes) -> bytes:
    """One field of a protobuf message."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    raw = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(raw)) + raw


def value_info(name: str, kind: int, axes: tuple[str, ...]) -> bytes:
    shape = b"".join(field(1, field(2, axis)) for axis in axes)
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, shape)))


def make_model() -> bytes:
    """An ONNX model with MiniLM's inputs and output that looks each word piece up in a table."""
    numbers = [float(number) for row in WORDS.values() for number in row]
    table = field(1, len(WORDS)) + field(1, 4) + field(2, FLOAT) + field(8, "table") + field(9, struct.pack(f"<{len(numbers)}f", *numbers))
    node = field(1, "table") + field(1, "input_ids") + field(2, "last_hidden_state") + field(4, "Gather")
    inputs = b"".join(field(11, value_info(name, INT64, ("batch", "length"))) for name in ("input_ids", "attention_mask", "token_type_ids"))
    output = field(12, value_info("last_hidden_state", FLOAT, ("batch", "length", "width")))
    graph = field(1, node) + field(2, "tiny") + field(5, table) + inputs + output
    return field(1, 8) + field(7, graph) + field(8, field(1, "") + field(2, 17))


def make_tokenizer() -> bytes:
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    tokenizer = Tokenizer(WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    return tokenizer.to_str().encode()


def write_archive(path: Path, *, model: bytes | None = None, without: str = "") -> str:
    """Write the archive, with another model or without one file where wanted; its SHA-256."""
    files = {
        "config.json": b"{}",
        "model.onnx": model or make_model(),
        "special_tokens_map.json": b"{}",
        "tokenizer_config.json": b"{}",
        "tokenizer.json": make_tokenizer(),
        "vocab.txt": json.dumps(list(WORDS)).encode(),
    }
    with tarfile.open(path, "w:gz") as archive:
        for name, raw in files.items():
            if name != without:
                info = tarfile.TarInfo(f"onnx/{name}")
                info.size = len(raw)
                archive.addfile(info, io.BytesIO(raw))
    return hashlib.sha256(path.read_bytes()).hexdigest()
