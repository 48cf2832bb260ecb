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
from coach.engines.offline.dossier import sums
from coach.engines.offline.dossier.choosing import NOBODY, RULED
from coach.engines.offline.dossier.contradictions import find_contradictions
from coach.engines.offline.dossier.facts import find_facts
from coach.engines.offline.dossier.identity import find_identity, list_choices
from coach.engines.offline.dossier.layout import open_page
from coach.engines.offline.dossier.mails import read_thread
from coach.engines.offline.dossier.people import find_people
from coach.engines.offline.dossier.rivals import Pair, list_pairs
from coach.engines.offline.dossier.someone import without_firm
from coach.engines.offline.dossier.subjects import Subjects
from coach.records import Record
from evals.notes import CASES, list_cases, match_words

PEOPLE = CASES.parent / "people"
RULED_UP_TO = 129
_FEWEST = 6
"""A sign that stands in fewer sets of notes than this is not learned from."""
_PENALTY, _STEPS, _PACE, _NEWTON = 0.005, 400, 0.15, 25
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


class PairCase(Record):
    """The pairs of statements of one set of notes with their signs, and which of them contradict each other."""

    name: str
    signs: tuple[dict[str, float], ...]
    right: tuple[bool, ...]
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
    return Case(name=path.stem, words=words, signs=tuple(choice.signs for choice in choices), right=right, wanted=wanted, later=_is_later(path))


def _is_later(path: Path) -> bool:
    """Whether the older rules were made without this case."""
    return path.parent == PEOPLE or (path.stem.startswith("own-") and int(path.stem[4:]) > RULED_UP_TO)


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


def read_pairs(left_out: frozenset[str] = frozenset()) -> tuple[PairCase, ...]:
    """Every annotated case with its pairs of statements that could contradict each other."""
    return tuple(_read_pairs(path) for path in (*list_cases(), *list_people_cases()) if path.stem not in left_out)


def _read_pairs(path: Path) -> PairCase:
    annotation = json.loads(path.read_text(encoding="utf-8"))
    page = open_page(read_note((path.parent / annotation["file"]).read_bytes(), name=annotation["file"]).text)
    thread = read_thread(page)
    people = find_people(page, thread)
    identity = find_identity(page, people, thread)
    employer = page.flat[identity.employer.start : identity.employer.stop] if identity.employer is not None else ""
    people = without_firm(people, employer)
    ruled = find_contradictions(page, find_facts(page, people, identity, thread))
    starts = frozenset(tuple(sorted(page.text.find(quote) for quote in pair.quotes)[:2]) for pair in ruled)
    pairs = list_pairs(page, Subjects(page, people, identity, thread), ruled=starts)
    wanted = [[(at := page.text.find(span), at + len(span)) for span in found["spans"]] for found in annotation["contradictions"]]
    right = tuple(any(_covers(pair, sides) for sides in wanted) for pair in pairs)
    return PairCase(name=path.stem, signs=tuple(pair.signs for pair in pairs), right=right, later=_is_later(path))


def _covers(pair: Pair, sides: list[tuple[int, int]]) -> bool:
    """Whether each statement of a pair touches another side of a contradiction."""
    touched = [{n for n, (start, end) in enumerate(sides) if told.start < end and start < told.end} for told in (pair.first, pair.second)]
    return any(one != other for one in touched[0] for other in touched[1])


def fit_pairs(cases: Sequence[PairCase]) -> dict[str, float]:
    """The weight of every sign of a pair: a logistic regression with a quadratic penalty, by Newton's method."""
    counts = Counter(sign for case in cases for signs in case.signs for sign in signs)
    columns = {sign: count for count, sign in enumerate(sorted(sign for sign, seen in counts.items() if seen >= _FEWEST))}
    columns["bias"] = len(columns)
    rows, wanted, weight = [], [], []
    for case in cases:
        for dropped, importance in (((), 1.0), (RULED, _WITHOUT)) if case.later else ((RULED, 1.0),):
            for signs, right in zip(case.signs, case.right, strict=True):
                row = np.zeros(len(columns))
                row[-1] = 1.0
                for sign, strength in signs.items():
                    if sign in columns and sign not in dropped:
                        row[columns[sign]] = strength
                rows.append(row)
                wanted.append(float(right))
                weight.append(importance)
    matrix, target, mass = np.array(rows), np.array(wanted), np.array(weight)
    fitted = np.zeros(len(columns))
    for _ in range(_NEWTON):
        odds = 1 / (1 + np.exp(-matrix @ fitted))
        slope = matrix.T @ (mass * (odds - target)) + fitted
        fitted -= np.linalg.solve((matrix * (mass * odds * (1 - odds))[:, None]).T @ matrix + np.eye(len(fitted)), slope)
    return {sign: round(float(fitted[column]), 3) for sign, column in columns.items() if abs(fitted[column]) >= 0.001}


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
    if "--check" not in arguments:
        pairs = read_pairs(left_out)
        fitted["rivals"] = fit_pairs(pairs)
        print(f"rivals: {sum(map(len, (case.right for case in pairs)))} pairs, {len(fitted['rivals'])} signs")
    if fitted:
        text = json.dumps(fitted, ensure_ascii=False, indent=0, sort_keys=True)
        Path(sums.__file__).with_name(sums.WEIGHTS).write_text(f"{text}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
