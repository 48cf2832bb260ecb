"""Fits the weights by which a clause is told to be private: `python -m evals.fit_private [--check] [case ...]`.

Learned from are the annotated notes (`evals.notes`, `evals/cases/people/`) and lines written for it, half of them private and half of them only alike
(`evals/cases/private/`). The rules were made with the cases up to `RULED_UP_TO`; there their verdicts are left out. A logistic regression with a quadratic penalty over signs
and the meaning of the words, by the static vectors of the `wordllama` wheel. With `--check` a quarter of the later notes at a time is read with weights that have not seen it.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coach.documents import read_note
from coach.dossier.sensitive import find_sensitive, likely, read_signs
from coach.dossier.sensitive.likely import RULED, find_words, open_packed, use_weights
from coach.dossier.sensitive.matters import Voices, find_matters
from coach.library.embeddings import StaticEmbedder
from coach.records import Note, Record
from evals.fit_choices import list_people_cases
from evals.notes import CASES, list_cases

LINES = CASES.parent / "private"
RULED_UP_TO = 129
_PENALTY, _STEPS, _MEANING, _PRIVATE, _EARLIER, _ALIKE = 1.0, 300, 2.0, 1.5, 0.7, 3.0
_FEWEST, _MOST_WORDS = 3, 9000
_LIMITS = ((0.25, 0.03), (0.3, 0.03), (0.35, 0.03), (0.4, 0.03), (2.0, 0.0))
"""From which probability on a clause is private, and below which the rules' verdict does not count; the last is the rules alone."""
Matrix = NDArray[np.float32]


class Example(Record):
    """A clause: the case it is from, its signs, its words, whether it is private, and whether the rules were made without it."""

    case: str
    signs: dict[str, float]
    words: tuple[str, ...]
    private: bool
    later: bool
    line: bool = False


def read_all(left_out: frozenset[str] = frozenset()) -> tuple[Example, ...]:
    """The clauses of all notes and lines, without the cases that are held back."""
    found: list[Example] = []
    for path in (*list_cases(), *list_people_cases()):
        if path.stem not in left_out:
            text, spans = _annotated(path)
            found += _read(path.stem, text, spans, later=not (path.stem.startswith(("own-", "dev-")) and _number(path) <= RULED_UP_TO))
    for file in sorted(LINES.glob("*.jsonl")):
        for count, row in enumerate(json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()):
            at = row["text"].find(row["private"]) if row["private"] else -1
            found += _read(f"{file.stem}-{count}", row["text"], [(at, at + len(row["private"]))] if at >= 0 else [], later=True, line=True)
    return tuple(found)


def _number(path: Path) -> int:
    return int(path.stem.split("-")[1])


def _annotated(path: Path) -> tuple[str, list[tuple[int, int]]]:
    case = json.loads(path.read_text(encoding="utf-8"))
    text = read_note((path.parent / case["file"]).read_bytes(), name=case["file"]).text
    return text, [match.span() for span in case["sensitive"] for match in re.finditer(re.escape(span), text)]


def _read(name: str, text: str, spans: list[tuple[int, int]], *, later: bool, line: bool = False) -> list[Example]:
    found, offset, voices = [], 0, Voices()
    for row in text.split("\n"):
        voices.hear(row)
        for plain, sentence, signs in read_signs(row, voices, list(find_matters(row, voices))):
            for place, one in zip(sentence, signs, strict=True):
                start, end = place[0] + offset, place[1] + offset
                private = any(2 * (min(end, high) - max(start, low)) >= end - start for low, high in spans)
                found.append(Example(case=name, signs=one, words=tuple(find_words(plain[slice(*place)])), private=private, later=later, line=line))
        offset += len(row) + 1
    return found


class Fitting:
    """The examples as numbers."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.examples = examples
        self._embedder = StaticEmbedder()
        counts = Counter(sign for example in examples for sign in example.signs)
        self.signs = [*sorted(sign for sign, seen in counts.items() if seen >= _FEWEST), "bias"]
        columns = {sign: count for count, sign in enumerate(self.signs)}
        words = sorted({word for example in examples for word in example.words})
        vectors = dict(zip(words, self._embedder.embed(words), strict=True))
        size = len(next(iter(vectors.values())))
        self.rows = np.zeros((len(examples), len(self.signs) + size), dtype=np.float32)
        for count, example in enumerate(examples):
            for sign, strength in example.signs.items():
                if sign in columns and (example.later or sign not in RULED):
                    self.rows[count, columns[sign]] = strength
            self.rows[count, columns["bias"]] = 1.0
            if example.words:
                self.rows[count, -size:] = np.mean([vectors[word] for word in example.words], axis=0) * _MEANING
        self.size = size
        self.wanted = np.array([example.private for example in examples], dtype=np.float32)
        self.weight = np.where([example.later for example in examples], 1.0, _EARLIER) * np.where(self.wanted > 0, _PRIVATE, 1.0)
        self.weight *= np.where([example.line and not example.private for example in examples], _ALIKE, 1.0)

    def fit(self, chosen: NDArray[np.int64]) -> Matrix:
        """The weights fitted to some of the examples, by Nesterov's descent."""
        rows, wanted, weight = self.rows[chosen], self.wanted[chosen], self.weight[chosen].astype(np.float32)
        step = 1 / (0.25 * _ALIKE * _largest(rows) + _PENALTY)
        last = ahead = np.zeros(rows.shape[1], dtype=np.float32)
        pace = 1.0
        for _ in range(_STEPS):
            odds = 1 / (1 + np.exp(-(rows @ ahead)))
            following = ahead - step * (rows.T @ (weight * (odds - wanted)) + _PENALTY * ahead)
            faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
            ahead, last, pace = following + (pace - 1) / faster * (following - last), following, faster
        return last

    def pack(self, fitted: Matrix) -> dict[str, Any]:
        """The weights as they are stored: signs, and a number for each known or common word by its vector."""
        words = self._choose_words()
        parts = {"signs": (self.signs, fitted[: -self.size]), "words": (words, self._embedder.embed(words) @ fitted[-self.size :] * _MEANING)}
        packed: dict[str, Any] = {}
        for name, (names, numbers) in parts.items():
            scale = max(float(np.abs(numbers).max()), 1e-6) / 32000
            kept = [count for count in range(len(names)) if abs(numbers[count]) > scale * 40]
            packed |= {
                f"{name}_names": np.array("\n".join(names[count] for count in kept)),
                f"{name}_numbers": np.rint(numbers[kept] / scale).astype(np.int16),
                f"{name}_scale": np.float32(scale),
            }
        return packed

    def _choose_words(self) -> list[str]:
        own = dict.fromkeys(word for example in self.examples for word in example.words)
        pieces = sorted(self._embedder._open()[1].get_vocab().items(), key=lambda item: item[1])  # noqa: SLF001
        common = (piece[1:] for piece, _ in pieces if re.fullmatch(r"▁[a-z]{3,}", piece))
        return list(dict.fromkeys((*own, *common)))[:_MOST_WORDS]


def _largest(rows: Matrix) -> float:
    """The largest eigenvalue of the rows with themselves, near enough."""
    vector = np.ones(rows.shape[1], dtype=np.float32)
    for _ in range(15):
        vector = rows.T @ (rows @ vector)
        length = float(np.linalg.norm(vector))
        vector /= length
    return length


def check(fitting: Fitting) -> None:
    """Read a quarter of the later notes at a time with weights that have not seen it; tell spans found, missed and wrong for several limits."""
    paths = [path for path in (*list_cases(), *list_people_cases()) if not (path.stem.startswith(("own-", "dev-")) and _number(path) <= RULED_UP_TO)]
    tallies: dict[tuple[float, float], list[int]] = {}
    for part in range(4):
        unseen = {path.stem for path in paths[part::4]}
        chosen = np.array([count for count, example in enumerate(fitting.examples) if example.case not in unseen])
        with use_weights(open_packed(fitting.pack(fitting.fit(chosen)))):
            for limit in _LIMITS:
                likely.ENOUGH, likely.UNLIKELY = limit
                _tally(paths[part::4], tallies.setdefault(limit, [0, 0, 0]))
    for limit, (hits, of, wrong) in tallies.items():
        print(f"from {limit}: found {hits} of {of}, {hits / of:.2f}, wrong {wrong}")


def _tally(paths: Sequence[Path], tally: list[int]) -> None:
    for path in paths:
        text, spans = _annotated(path)
        found = [(span.start, span.end) for span in find_sensitive(Note(text=text))]
        tally[0] += sum(sum(max(0, min(end, high) - max(start, low)) for low, high in found) >= 0.9 * (end - start) for start, end in spans)
        tally[1] += len(spans)
        tally[2] += sum(not any(low < end and start < high for start, end in spans) for low, high in found)


def main(arguments: list[str]) -> int:
    """Fit and write the weights, or check them on notes they have not seen."""
    fitting = Fitting(read_all(frozenset(argument for argument in arguments if not argument.startswith("-"))))
    if "--check" in arguments:
        check(fitting)
        return 0
    packed = fitting.pack(fitting.fit(np.arange(len(fitting.examples))))
    np.savez_compressed(Path(likely.__file__).with_name(likely.WEIGHTS), **packed)
    print(f"{len(fitting.examples)} clauses, {len(fitting.signs)} signs, {sum(example.private for example in fitting.examples)} private")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
