"""Fits the weights by which a sentence is told to make a move that no pattern finds: `python -m evals.fit_moves`.

Learned from are the labelled sentences of `evals/cases/manner/sentences*.jsonl`, near misses among them; what makes another move counts a little as not making this one.
Whether it helps is measured on whole transcripts (`python -m evals.manner`).
"""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np

from coach.manner import resembling
from evals.fit_usual import pack

CASES = Path(__file__).parent / "cases" / "manner"
_PENALTY, _OTHER_WEIGHT, _FEWEST = 0.15, 0.3, 2


def read_sentences() -> list[tuple[str, bool, str]]:
    """All labelled sentences: label, whether it holds, text."""
    lines = [line for path in sorted(CASES.glob("sentences*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(row["label"], row["holds"], row["text"]) for row in map(json.loads, lines)]


def main() -> None:
    """Fit and write."""
    sentences = read_sentences()
    names = sorted(resembling.ENOUGH)
    wanted = np.array([[1.0 if holds and label == name else -1.0 for name in names] for label, holds, _ in sentences])
    weight = np.array([[1.0 if label == name else _OTHER_WEIGHT * holds for name in names] for label, holds, _ in sentences])
    packed = pack([text for *_, text in sentences], wanted, weight, names=names, penalty=_PENALTY, fewest=_FEWEST)
    buffer = io.BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **packed)
    (Path(resembling.__file__).parent / resembling.WEIGHTS).write_bytes(buffer.getvalue())
    print(f"{len(sentences)} sentences, {len(names)} moves, {len(buffer.getvalue()) / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
