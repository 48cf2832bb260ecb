"""Fits the weights by which the offline reader chooses employer and role among their candidates: `python -m evals.fit_choices [--check] [case ...]`.

Learned from are the annotated notes of `evals.notes` and the shorter ones of `evals/cases/people/`, of which only people, employers and a few other parts are
annotated. The older rules were made with the cases up to `RULED_UP_TO`, so that there their verdicts say nothing: such a case is learned from without those signs, every
later one with and without them. A conditional logistic regression with a quadratic penalty; cases that are named are left out, with `--check` every part of
a sixth of the later cases is chosen with weights that have not seen it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coach.documents import read_note
from coach.engines.offline.dossier import choosing
from coach.engines.offline.dossier.choosing import NOBODY, RULED, WEIGHTS
from coach.engines.offline.dossier.identity import list_choices
from coach.engines.offline.dossier.layout import open_page
from coach.engines.offline.dossier.mails import read_thread
from coach.engines.offline.dossier.people import find_people
from coach.records import Record
from evals.notes import CASES, list_cases, match_words

PEOPLE = CASES.parent / "people"
RULED_UP_TO = 129
_FEWEST = 6
"""A sign that stands in fewer sets of notes than this is not learned from."""
_PENALTY, _STEPS, _PACE = 0.005, 400, 0.15
_WITHOUT = 0.5
"""How much a later case counts when it is learned from without what the older rules say."""
Vector = NDArray[np.float64]


class Case(Record):
    """The candidates of one set of notes with their signs, which of them are right (none: the notes do not say), and whether the rules knew it."""

    name: str
    words: tuple[str, ...]
    signs: tuple[dict[str, float], ...]
    right: tuple[int, ...]
    wanted: str | None
    later: bool


def list_people_cases() -> tuple[Path, ...]:
    """The annotation files of the shorter notes, sorted."""
    return tuple(sorted(PEOPLE.glob("*.json")))


def read_cases(kind: str, left_out: frozenset[str] = frozenset()) -> tuple[Case, ...]:
    """Every annotated case as a choice among candidates of a kind."""
    paths = [path for path in (*list_cases(), *list_people_cases()) if path.stem not in left_out]
    return tuple(_read_case(kind, path) for path in paths)


def _read_case(kind: str, path: Path) -> Case:
    annotation = json.loads(path.read_text(encoding="utf-8"))
    page = open_page(read_note((path.parent / annotation["file"]).read_bytes(), name=annotation["file"]).text)
    thread = read_thread(page)
    choices = list_choices(page, find_people(page, thread), thread)[kind]
    words = tuple(" ".join(page.flat[choice.place.start : choice.place.stop].split()) for choice in choices)
    wanted = annotation["person"][kind]
    right = tuple(count for count, one in enumerate(words) if wanted and match_words(wanted, one).hits)
    later = path.parent == PEOPLE or (path.stem.startswith("own-") and int(path.stem[4:]) > RULED_UP_TO)
    return Case(name=path.stem, words=words, signs=tuple(choice.signs for choice in choices), right=right, wanted=wanted, later=later)


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """The weight of every sign: gradient descent with momentum on the likelihood of the right choices (Adam)."""
    counts = Counter(sign for case in cases for sign in {sign for signs in case.signs for sign in signs})
    columns = {sign: count for count, sign in enumerate(sorted(sign for sign, seen in counts.items() if seen >= _FEWEST))}
    columns[NOBODY] = len(columns)
    parts = []
    for case in cases:
        if case.wanted and not case.right:
            continue
        wanted = np.zeros(len(case.signs) + 1)
        wanted[list(case.right) or [-1]] = 1 / max(1, len(case.right))
        if case.later:
            parts.append((_as_matrix(case, columns, frozenset()), wanted, 1.0))
        parts.append((_as_matrix(case, columns, frozenset(RULED)), wanted, _WITHOUT if case.later else 1.0))
    weights = _descend(parts, len(columns))
    return {sign: round(float(weights[column]), 3) for sign, column in columns.items() if abs(weights[column]) >= 0.001}


def _as_matrix(case: Case, columns: dict[str, int], dropped: frozenset[str]) -> NDArray[np.float64]:
    rows = np.zeros((len(case.signs) + 1, len(columns)))
    for count, signs in enumerate(case.signs):
        for sign, strength in signs.items():
            if sign in columns and sign not in dropped:
                rows[count, columns[sign]] = strength
    rows[-1, columns[NOBODY]] = 1.0
    return rows


def _descend(parts: list[tuple[Any, Vector, float]], size: int) -> Vector:
    weights, slope, spread = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, _STEPS + 1):
        gradient = _PENALTY * len(parts) * weights
        for rows, wanted, importance in parts:
            scores = rows @ weights
            odds = np.exp(scores - scores.max())
            gradient += importance * (rows.T @ (odds / odds.sum() - wanted))
        gradient /= len(parts)
        slope, spread = 0.9 * slope + 0.1 * gradient, 0.999 * spread + 0.001 * gradient * gradient
        weights -= _PACE * 0.2 * (slope / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights


def pick(case: Case, weights: dict[str, float]) -> str:
    """What is chosen with these weights, empty where nothing is."""
    scores = [sum(weights.get(sign, 0.0) * strength for sign, strength in signs.items()) for signs in case.signs]
    best = int(np.argmax(scores)) if scores else -1
    return case.words[best] if best >= 0 and scores[best] > weights.get(NOBODY, 0.0) else ""


def check(cases: Sequence[Case], told: Callable[[str], None]) -> None:
    """Choose for every later case with weights that were fitted without its sixth, and tell how often that is right."""
    later, before = [case for case in cases if case.later], [case for case in cases if not case.later]
    hits = of = 0
    for part in range(6):
        unseen = later[part::6]
        weights = fit([*before, *(case for case in later if case not in unseen)])
        for case in unseen:
            tally = match_words(case.wanted, pick(case, weights))
            hits, of = hits + tally.hits, of + tally.of
            if tally.hits < tally.of or tally.wrong:
                told(f"  {case.name}: {case.wanted} / {pick(case, weights)}")
    told(f"right {hits} of {of}")


def main(arguments: list[str]) -> int:
    """Fit and write the weights, or check them on cases they have not seen."""
    left_out = frozenset(argument for argument in arguments if not argument.startswith("-"))
    fitted = {}
    for kind in ("employer", "role"):
        cases = read_cases(kind, left_out)
        if "--check" in arguments:
            print(kind)
            check(cases, print)
        else:
            fitted[kind] = fit(cases)
            print(f"{kind}: {len(cases)} cases, {len(fitted[kind])} signs")
    if fitted:
        text = json.dumps(fitted, ensure_ascii=False, indent=0, sort_keys=True)
        Path(choosing.__file__).with_name(WEIGHTS).write_text(f"{text}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
