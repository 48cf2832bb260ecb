"""Fits the weights by which the offline reader tells what kind of fact a clause is: `python -m evals.fit_clauses [--check] [case ...]`.

Learned from are the annotated notes of `evals.notes` and the made-up notes of `evals/cases/clauses.txt`, every clause twice: as it is read, and as it would be
if nobody had found out who is to be met, with half of what the rules make of its place left out, so that the words count as well. A multinomial logistic regression with a quadratic
penalty is fitted to all of it; the meaning of the words comes in by the static vectors of the `wordllama` wheel (MIT licence), of which only the weight of each word for
each kind is kept. Cases that are named are neither learned from nor looked at. With `--check` nothing is written: the notes are cut in six parts by case, and
each part is read with weights that have not seen it.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coach.documents import read_note
from coach.engines.offline.dossier import weighing
from coach.engines.offline.dossier.facts import name_kind
from coach.engines.offline.dossier.identity import Identity, find_identity
from coach.engines.offline.dossier.layout import Page, open_page
from coach.engines.offline.dossier.mails import read_thread
from coach.engines.offline.dossier.people import find_people
from coach.engines.offline.dossier.scan import Scanner
from coach.engines.offline.dossier.signs import content_words, find_signs, heading_words
from coach.engines.offline.dossier.someone import People, without_firm
from coach.engines.offline.dossier.subjects import Subjects
from coach.engines.offline.dossier.weighing import NONE, WEIGHTS, Weights, open_packed, use_weights
from coach.library.embeddings import StaticEmbedder
from coach.records import Dossier, Note, Record
from evals.notes import CASES, NotesScore, list_cases, read_offline, render_report, score_case

MADE = CASES.parent / "clauses.txt"
KEPT = CASES.parent / "clauses_kept.txt"
CODES = dict(
    pair.split("=")
    for pair in (
        "pp=person:path po=person:origin pe=person:education ps=person:start pf=person:focus pr=person:project pv=person:voice pi=person:interest"
        " pl=person:location op=organisation:purpose on=organisation:news os=organisation:size of=organisation:founded ol=organisation:location"
        " ct=occupation:tasks ce=occupation:entry co=occupation:outlook cm=occupation:pay"
    ).split()
)
"""What the two letters before a fact in the made-up notes stand for."""

_RULES = ("cue:", "cue+s:", "does:", "label:", "label1:", "named:", "p+n:", "subject:", "placed:")
_SECOND = 0.6
"""How much the second reading of a clause counts."""
_PENALTY, _STEPS, _MEANING, _HEAD = 3.0, 150, 2.0, 1.2
_FEWEST = 2
"""A sign that stands in fewer clauses than this is not learned from."""
_MOST_SIGNS, _MOST_WORDS, _MOST_HEADS = 9000, 8000, 3000
_SIZE = 256

Matrix = NDArray[np.float32]


class Example(Record):
    """A clause with its kind, `case` being the notes it is from."""

    case: str
    signs: dict[str, float]
    words: tuple[str, ...]
    heads: tuple[str, ...]
    kind: str
    weight: float


class Mark(Record):
    """A fact of the annotation: its place and kind."""

    start: int
    end: int
    kind: str


def read_markup(path: Path) -> tuple[tuple[str, tuple[Mark, ...]], ...]:
    """The made-up notes of a file, each with the places of its facts."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n===\n")[1:]:
        text, at, marks = "", 0, []
        for match in re.finditer(r"\{(\w\w) ([^{}]*)\}", block):
            text += block[at : match.start()]
            marks.append(Mark(start=len(text), end=len(text) + len(match[2]), kind=CODES[match[1]]))
            text, at = text + match[2], match.end()
        found.append((text + block[at:], tuple(marks)))
    return tuple(found)


def read_all(left_out: frozenset[str] = frozenset()) -> tuple[Example, ...]:
    """The clauses of all notes to learn from, without the cases that are held back to measure by."""
    notes = [(path.stem, *_annotated(path)) for path in list_cases() if path.stem not in left_out]
    notes += [(f"made-{count}", text, marks) for count, (text, marks) in enumerate(read_markup(MADE))]
    chance = random.Random(5)
    first = [example for name, text, marks in notes for example in _read(name, text, marks, nameless=False)]
    second = [example for name, text, marks in notes for example in _read(name, text, marks, nameless=True)]
    thinned = [
        example.model_copy(update={"signs": {sign: value for sign, value in example.signs.items() if not sign.startswith(_RULES) or chance.random() < 0.5}})
        for example in second
    ]
    return (*first, *thinned)


def _annotated(path: Path) -> tuple[str, tuple[Mark, ...]]:
    case = json.loads(path.read_text(encoding="utf-8"))
    text = read_note((CASES / case["file"]).read_bytes(), name=case["file"]).text
    marks = [
        Mark(start=match.start(), end=match.end(), kind=kind)
        for fact in case["facts"]
        if (kind := name_kind(fact["about"], fact["key"]))
        for match in re.finditer(re.escape(fact["text"]), text)
    ]
    return text, tuple(marks)


def _read(name: str, text: str, marks: Sequence[Mark], *, nameless: bool) -> list[Example]:
    page = open_page(text)
    subjects = _subjects(page, nameless=nameless)
    found: list[Example] = []
    before, line = "", -1
    for clause in Scanner(page, subjects).scan():
        kind = _kind_of(clause.start, clause.end, marks)
        signs = find_signs(clause, page, subjects, before=before if clause.unit.line == line else "")
        words, heads = tuple(content_words(clause, subjects)), tuple(heading_words(clause, subjects))
        found.append(Example(case=name, signs=signs, words=words, heads=heads, kind=kind, weight=_SECOND if nameless else 1.0))
        before, line = kind, clause.unit.line
    return found


def _subjects(page: Page, *, nameless: bool) -> Subjects:
    thread = read_thread(page)
    people = find_people(page, thread)
    if nameless:
        return Subjects(page, People(None, people.others), Identity(), thread)
    identity = find_identity(page, people, thread)
    employer = identity.employer
    return Subjects(page, without_firm(people, page.flat[employer.start : employer.stop] if employer is not None else ""), identity, thread)


def _kind_of(start: int, end: int, marks: Sequence[Mark]) -> str:
    """The kind of the fact with which a clause shares most, at least half of the shorter and a third of the clause."""
    best, most = NONE, 0
    for mark in marks:
        shared = min(end, mark.end) - max(start, mark.start)
        if shared > most and shared * 2 >= min(end - start, mark.end - mark.start) and shared * 3 >= end - start:
            best, most = mark.kind, shared
    return best


class Fitting:
    """The examples as numbers, so that weights can be fitted to all of them or to those of some cases."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.examples = examples
        self._embedder, self._vectors = StaticEmbedder(), dict[str, Matrix]()
        counts: dict[str, int] = {}
        for example in examples:
            for sign in example.signs if example.weight == 1.0 else ():
                counts[sign] = counts.get(sign, 0) + 1
        self.signs = [sign for sign, count in counts.items() if count >= _FEWEST]
        self.kinds = [NONE, *sorted({example.kind for example in examples} - {NONE})]
        self._embed_words()
        columns = {sign: count for count, sign in enumerate(self.signs)}
        rows = np.zeros((len(examples), len(self.signs) + 2 * _SIZE), dtype=np.float32)
        for count, example in enumerate(examples):
            for sign, value in example.signs.items():
                if sign in columns:
                    rows[count, columns[sign]] = value
            rows[count, -2 * _SIZE : -_SIZE] = self._mean(example.words) * _MEANING
            rows[count, -_SIZE:] = self._mean(example.heads) * _HEAD
        self.rows, self._kernel = rows, rows @ rows.T
        self.wanted = np.array([self.kinds.index(example.kind) for example in examples])
        self.weight = np.array([example.weight for example in examples], dtype=np.float32)

    def _embed_words(self) -> None:
        known = sorted({word for example in self.examples for word in (*example.words, *example.heads)})
        self._vectors.update(zip(known, self.embed(known), strict=True))

    def embed(self, words: Sequence[str]) -> Matrix:
        """One vector of length 1 per word."""
        return self._embedder.embed(words)

    def _mean(self, words: Sequence[str]) -> Matrix:
        return np.mean([self._vectors[word] for word in words], axis=0) if words else np.zeros(_SIZE, dtype=np.float32)

    def fit(self, chosen: Sequence[int]) -> Matrix:
        """The weights fitted to some of the examples, a row per sign and per number of the vectors: Nesterov's descent in the space of the examples."""
        kernel = np.ascontiguousarray(self._kernel[np.ix_(chosen, chosen)])
        wanted = np.eye(len(self.kinds), dtype=np.float32)[self.wanted[chosen]]
        weight = self.weight[chosen][:, None]
        step = 1.0 / (0.5 * _largest(kernel) + _PENALTY)
        last = ahead = np.zeros_like(wanted)
        pace = 1.0
        for _ in range(_STEPS):
            odds = np.exp((scores := kernel @ ahead) - scores.max(axis=1, keepdims=True))
            following = ahead - step * (weight * (odds / odds.sum(axis=1, keepdims=True) - wanted) + _PENALTY * ahead)
            faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
            ahead, last, pace = following + (pace - 1) / faster * (following - last), following, faster
        return np.asarray(self.rows[chosen].T @ last, dtype=np.float32)

    def pack(self, fitted: Matrix) -> dict[str, Any]:
        """The weights as they are stored: the signs that weigh most, and a row for each word by its vector, all as small whole numbers."""
        signs = sorted(range(len(self.signs)), key=lambda row: -float(np.abs(fitted[row]).max()))[:_MOST_SIGNS]
        parts = {"signs": ([self.signs[row] for row in signs], fitted[signs])}
        for name, most, meaning in (("words", _MOST_WORDS, fitted[-2 * _SIZE : -_SIZE] * _MEANING), ("heads", _MOST_HEADS, fitted[-_SIZE:] * _HEAD)):
            words = self._choose_words(name, most)
            parts[name] = (words, self.embed(words) @ meaning)
        packed: dict[str, Any] = {"kinds": np.array(self.kinds)}
        for name, (names, rows) in parts.items():
            scale = np.maximum(np.abs(rows).max(axis=0), 1e-6) / 127
            packed |= {
                f"{name}_names": np.array("\n".join(names)),
                f"{name}_rows": np.rint(rows / scale).astype(np.int8),
                f"{name}_scale": scale.astype(np.float32),
            }
        return packed

    def _choose_words(self, name: str, most: int) -> list[str]:
        """The words of the notes, then the everyday words of the vectors' own tokenizer, the commonest first."""
        own = dict.fromkeys(word for example in self.examples for word in getattr(example, name))
        pieces = sorted(self._embedder._open()[1].get_vocab().items(), key=lambda item: item[1])  # noqa: SLF001
        common = (piece[1:] for piece, _ in pieces if re.fullmatch(r"▁[a-z]{3,}", piece))
        return list(dict.fromkeys((*own, *common)))[:most]


def _largest(kernel: Matrix) -> float:
    """The largest eigenvalue, near enough."""
    vector = np.ones(len(kernel), dtype=np.float32)
    for _ in range(15):
        vector = kernel @ vector
        length = float(np.linalg.norm(vector))
        vector /= length
    return length


def check(fitting: Fitting, left_out: frozenset[str] = frozenset()) -> dict[str, NotesScore]:
    """The development cases and our own, each case read with weights that were fitted without it."""
    cases = [path for path in list_cases() if path.stem not in left_out]
    rows: dict[str, NotesScore] = {}
    for part in range(6):
        unseen = {path.stem for path in cases[part::6]}
        weights = open_packed(fitting.pack(fitting.fit([count for count, example in enumerate(fitting.examples) if example.case not in unseen])))
        for path in cases[part::6]:
            name = _group(path.stem)
            rows[name] = rows.get(name, NotesScore()).plus(score_case(path, partial(_read_with, weights=weights)))
    return rows


def _read_with(note: Note, *, weights: Weights) -> Dossier:
    with use_weights(weights):
        return read_offline(note)


def _group(case: str) -> str:
    number = int(case.split("-")[1])
    return "dev" if case.startswith("dev") else "own to 81" if number <= 81 else "own from 82"


def main(arguments: list[str]) -> int:
    """Fit and write the weights, or check them on notes they have not seen."""
    left_out = frozenset(argument for argument in arguments if not argument.startswith("-"))
    fitting = Fitting(read_all(left_out))
    if "--check" in arguments:
        print(render_report(check(fitting, left_out)))
        return 0
    packed = fitting.pack(fitting.fit(range(len(fitting.examples))))
    np.savez_compressed(Path(weighing.__file__).with_name(WEIGHTS), **packed)
    print(f"{len(fitting.examples)} readings, {len(fitting.signs)} signs, {len(fitting.kinds)} kinds")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
