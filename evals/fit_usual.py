"""Fits the weights by which a question is told to be one of the usual ones: `python -m evals.fit_usual [--check]`.

Learned from are the questions of `evals/cases/rehearsals/usual/train-*.tsv` (name, tab, question); as none of them serve the questions of the corpus about one story, those left out
that a pattern of `coach.rehearsal.usual` knows. Ridge regression in its dual form. With `--check` nothing is written: the weights of the package are measured on the questions
of the other files, written by people who saw neither these nor the patterns, beside the patterns alone.
"""

from __future__ import annotations

import io
import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coach.library.corpus import corpus_folder, read_corpus
from coach.manner.resembling import find_features, open_packed
from coach.rehearsal import guessing
from coach.rehearsal.guessing import ENOUGH, open_weights
from coach.rehearsal.usual import find_usual, match_usual

CASES = Path(__file__).parent / "cases" / "rehearsals" / "usual"
NONE = "none"
_OTHERS, _PENALTY, _OTHER_WEIGHT, _FEWEST, _STEPS = 2000, 0.1, 0.35, 2, 127
Matrix = NDArray[np.float64]


def read_questions(pattern: str) -> list[tuple[str, str]]:
    """The labelled questions of these files: name, question."""
    lines = [line for path in sorted(CASES.glob(pattern)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(name.strip(), question.strip()) for name, _, question in (line.partition("\t") for line in lines)]


def list_others() -> list[str]:
    """Questions about one story or one task, from the corpus, always the same ones."""
    occupations = read_corpus(corpus_folder()).occupations.values()
    facts = [detail.question for one in occupations for fact in one.private_facts for detail in fact.details]
    paths = [detail.question for one in occupations for path in one.career_paths for details in path.details.values() for detail in details]
    found = sorted({question for question in (*facts, *paths) if not match_usual(question)})
    return random.Random(0).sample(found, min(_OTHERS, len(found)))


def pack(texts: list[str], wanted: Matrix, weight: Matrix, *, names: list[str], penalty: float, fewest: int) -> dict[str, NDArray[Any]]:
    """Ridge regression in its dual form, as `coach.manner.resembling` stores it: `features`, `names`, `rarity`, `matrix` of whole numbers and its `scale`.

    `wanted` has a row for each text and a column for each name, `weight` how much a text counts in each column; 0 leaves it out.
    """
    found = [find_features(text) for text in texts]
    spread = Counter(feature for features in found for feature in features)
    kept = [feature for feature, count in spread.items() if count >= fewest]
    row = {feature: n for n, feature in enumerate(kept)}
    rarity = np.array([np.log(len(texts) / spread[feature]) for feature in kept])
    table: Matrix = np.zeros((len(texts), len(kept)))
    for n, features in enumerate(found):
        for feature, strength in features.items():
            if feature in row:
                table[n, row[feature]] = strength * rarity[row[feature]]
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    near = table @ table.T
    matrix: Matrix = np.zeros((len(kept), len(names)))
    for shape in {tuple(column) for column in weight.T.tolist()}:
        columns = np.flatnonzero(np.all(weight == np.array(shape)[:, None], axis=0))
        rows = np.flatnonzero(np.array(shape))
        solved = np.linalg.solve(near[rows][:, rows] + penalty * np.diag(1 / np.array(shape)[rows]), wanted[rows][:, columns])
        matrix[:, columns] = table[rows].T @ solved
    scale = float(np.abs(matrix).max()) / _STEPS
    return {
        "features": np.array("\n".join(kept)),
        "names": np.array("\n".join(names)),
        "rarity": rarity.astype(np.float16),
        "matrix": np.rint(matrix / scale).astype(np.int8),
        "scale": np.array(scale),
    }


def fit(questions: list[tuple[str, str]], others: list[str]) -> dict[str, NDArray[Any]]:
    """The weights of the usual questions as they are stored."""
    names = sorted({name for name, _ in questions})
    wanted: Matrix = np.zeros((len(questions) + len(others), len(names)))
    wanted[np.arange(len(questions)), [names.index(name) for name, _ in questions]] = 1.0
    weight = np.array([1.0] * len(questions) + [_OTHER_WEIGHT] * len(others))
    texts = [question for _, question in questions] + others
    return pack(texts, wanted, np.repeat(weight[:, None], len(names), axis=1), names=names, penalty=_PENALTY, fewest=_FEWEST)


def check() -> None:
    """Print, for each file that was not learned from, what is told right, told wrong and told of questions that are none of them."""
    open_weights()
    ways: dict[str, Callable[[str], str]] = {"patterns alone": match_usual, "with the words": find_usual}
    for path in sorted(CASES.glob("blind-*.tsv")):
        questions = read_questions(path.name)
        usual = [(name, text) for name, text in questions if name != NONE]
        others = [text for name, text in questions if name == NONE]
        for way, find in ways.items():
            told = [find(text) for _, text in usual]
            right = sum(found == name for found, (name, _) in zip(told, usual, strict=True))
            wrong = sum(bool(found) for found in told) - right
            stray = sum(bool(find(text)) for text in others)
            print(f"{path.stem}, {way}: right {right} of {len(usual)}, wrong {wrong}; taken for a usual one {stray} of {len(others)}")


def main() -> None:
    """Fit and write, or check."""
    if "--check" in sys.argv:
        check()
        return
    learned = read_questions("train-*.tsv")
    small_talk = [question for name, question in learned if name == NONE]
    packed = fit([one for one in learned if one[0] != NONE], [*list_others(), *small_talk])
    buffer = io.BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **packed)
    (Path(guessing.__file__).parent / guessing.WEIGHTS).write_bytes(buffer.getvalue())
    known = open_packed(packed)
    print(f"{len(known.rows)} features, {len(known.names)} names, {len(buffer.getvalue()) / 1e3:.0f} kB; a question is told from {ENOUGH} on")


if __name__ == "__main__":
    main()
