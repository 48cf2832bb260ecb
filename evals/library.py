"""How well the library finds occupations and passages, beside full-text search and word vectors alone: `python -m evals.library [--cases]`.

Cases: `evals/cases/passages.json`. `titles`: job titles and descriptions of work in words that the corpus does not use, with the O*NET-SOC codes that are
right; those whose occupation the library does not hold are there to be left open. `questions`: a learner's questions about one occupation with the passages
that answer it and those that help, each with its first words, so that a changed corpus cannot shift the labels unseen.

Measures. Titles: share whose occupation comes first, and among the first five. Sure: shares that `choose_occupation` takes rightly and wrongly; for a
baseline, at the lowest threshold at which it takes no more of the others wrongly than the library does. Questions: nDCG of the first five (answer 3, help 1),
share with an answer in first place, share of the answers among the first five and the first eight.
"""

from __future__ import annotations

import math
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from coach.library import Library, open_library
from coach.library.words import search_words
from coach.records import Occupation, Record
from evals.baselines import Dense, Keyed

CASES = Path(__file__).parent / "cases" / "passages.json"


class TitleCase(Record):
    """A query and the codes that are right; none where it names no occupation at all.

    `kind` is "description", "elsewhere", "later" (written after the rules were settled) or how it differs from the titles of the corpus.
    """

    query: str
    codes: tuple[str, ...]
    kind: str


class Labelled(Record):
    """A passage by its id, and how it begins."""

    id: str
    begins: str


class QuestionCase(Record):
    """A question about one occupation (file name), what answers it and what helps."""

    occupation: str
    query: str
    answers: tuple[Labelled, ...]
    helps: tuple[Labelled, ...]


class Cases(Record):
    """The whole file."""

    titles: tuple[TitleCase, ...]
    questions: tuple[QuestionCase, ...]


class Guess(Record):
    """What a way of searching says to a title: codes, best first, and how sure it is of the first."""

    codes: tuple[str, ...]
    score: float


class QuestionScore(Record):
    """The measures of one or more questions."""

    ndcg: float
    first: float
    five: float
    eight: float


Finder = Callable[[str], Guess]
Ranker = Callable[[Occupation, str], Sequence[str]]


def read_cases() -> Cases:
    """The cases, checked."""
    return Cases.model_validate_json(CASES.read_text(encoding="utf-8"))


# --- titles ---


def make_finders(library: Library) -> dict[str, Finder]:
    """The library's own search and the two baselines over the same texts: BM25, and the cosine of the nearest title or text in a LangChain store."""
    import bm25s
    import numpy as np

    texts = [(occupation.code, text) for occupation in library.list_occupations() for text in _texts(occupation)]
    codes = [code for code, _ in texts]
    full_text = bm25s.BM25(method="lucene")
    full_text.index([search_words(text) or [""] for _, text in texts], show_progress=False)
    near = Dense(Keyed(key=code, text=text) for code, text in texts)

    def guess(scores: Any) -> Guess:
        best: dict[str, float] = {}
        for place in np.argsort(-scores, kind="stable"):
            best.setdefault(codes[place], float(scores[place]))
        return Guess(codes=tuple(best), score=max(best.values()))

    def by_words(query: str) -> Guess:
        words = search_words(query)
        return guess(full_text.get_scores(words) if words else np.zeros(len(texts)))

    def by_vectors(query: str) -> Guess:
        best = near.find(query)
        return Guess(codes=tuple(best), score=max(best.values()))

    def by_library(query: str) -> Guess:
        choice = library.choose_occupation(query, limit=10)
        return Guess(codes=tuple(match.code for match in choice.candidates), score=float(choice.sure))

    return {"library": by_library, "BM25 alone": by_words, "vectors alone": by_vectors}


def _texts(occupation: Occupation) -> list[str]:
    return [occupation.title, *occupation.alternate_titles, occupation.summary, *(passage.text for passage in occupation.passages)]


def report_titles(library: Library, cases: Sequence[TitleCase]) -> list[str]:
    """The lines of the report on titles and descriptions."""
    held_codes = {occupation.code for occupation in library.list_occupations()}
    groups = {
        "titles": [case for case in cases if case.kind != "description" and held_codes & set(case.codes)],
        "descriptions": [case for case in cases if case.kind == "description" and held_codes & set(case.codes)],
        "not held": [case for case in cases if not held_codes & set(case.codes)],
    }
    rows = [f"{'':24}" + "".join(f"{name:>16}" for name in ("library", "BM25 alone", "vectors alone"))]
    guesses = {name: {case.query: finder(case.query) for case in cases} for name, finder in make_finders(library).items()}
    for group in ("titles", "descriptions"):
        for label, depth in (("first", 1), ("among five", 5)):
            hits = [_share(set(case.codes) & set(by[case.query].codes[:depth]) for case in groups[group]) for by in guesses.values()]
            rows.append(f"{group + ' (' + str(len(groups[group])) + '), ' + label:24}" + "".join(f"{hit:16.3f}" for hit in hits))
    allowed = sum(guesses["library"][case.query].score >= 1 for case in groups["not held"])
    least = {name: _find_threshold([by[case.query].score for case in groups["not held"]], allowed) for name, by in guesses.items()}
    least["library"] = 1.0
    held = [*groups["titles"], *groups["descriptions"]]
    for label, wanted in (("held, sure and right", True), ("held, sure and wrong", False)):
        taken = [
            _share(by[case.query].score >= least[name] and (by[case.query].codes[0] in case.codes) is wanted for case in held) for name, by in guesses.items()
        ]
        rows.append(f"{label:24}" + "".join(f"{value:16.3f}" for value in taken))
    wrongly = [_share(by[case.query].score >= least[name] for case in groups["not held"]) for name, by in guesses.items()]
    rows.append(f"{'not held (' + str(len(groups['not held'])) + '), sure':24}" + "".join(f"{value:16.3f}" for value in wrongly))
    return rows


def _find_threshold(scores: Sequence[float], allowed: int) -> float:
    """The lowest threshold that at most `allowed` of the scores reach."""
    ordered = sorted(scores, reverse=True)
    return math.nextafter(ordered[allowed], math.inf) if allowed < len(ordered) else 0.0


def _share(hits: Any) -> float:
    found = [bool(hit) for hit in hits]
    return sum(found) / len(found) if found else 0.0


# --- questions ---


def make_rankers(library: Library) -> dict[str, Ranker]:
    """The library's own ranking and three baselines over the same passages: BM25, cosine, and both fused by reciprocal rank (k = 60)."""
    import bm25s

    near = Dense(
        Keyed(key=passage.id, text=passage.text, group=occupation.code) for occupation in library.list_occupations() for passage in occupation.passages
    )

    def by_words(occupation: Occupation, query: str) -> list[str]:
        full_text = bm25s.BM25(method="lucene")
        full_text.index([search_words(passage.text) or [""] for passage in occupation.passages], show_progress=False)
        words = search_words(query)
        return _order(occupation, full_text.get_scores(words) if words else [0.0] * len(occupation.passages))

    def by_vectors(occupation: Occupation, query: str) -> list[str]:
        best = near.find(query, group=occupation.code)
        return _order(occupation, [best.get(passage.id, -1.0) for passage in occupation.passages])

    def fused(occupation: Occupation, query: str) -> list[str]:
        orders = (by_words(occupation, query), by_vectors(occupation, query))
        return _order(occupation, [sum(1 / (60 + order.index(passage.id) + 1) for order in orders) for passage in occupation.passages])

    def by_library(occupation: Occupation, query: str) -> list[str]:
        found = library.as_retriever(occupation.code, limit=8).invoke(query)
        return [document.id for document in found]

    return {"library": by_library, "BM25 alone": by_words, "vectors alone": by_vectors, "ranks fused": fused}


def _order(occupation: Occupation, scores: Sequence[float]) -> list[str]:
    places = sorted(range(len(occupation.passages)), key=lambda n: (-scores[n], n))
    return [occupation.passages[n].id for n in places]


def score_question(case: QuestionCase, ranking: Sequence[str]) -> QuestionScore:
    """One question's measures."""
    answers = {label.id for label in case.answers}
    gains = dict.fromkeys((label.id for label in case.helps), 1) | dict.fromkeys(answers, 3)
    ideal = _discount(sorted(gains.values(), reverse=True)[:5])
    return QuestionScore(
        ndcg=_discount([gains.get(id_, 0) for id_ in ranking[:5]]) / ideal,
        first=float(ranking[0] in answers) if ranking else 0.0,
        five=len(answers & set(ranking[:5])) / len(answers),
        eight=len(answers & set(ranking[:8])) / len(answers),
    )


def _discount(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def report_questions(library: Library, cases: Sequence[QuestionCase]) -> list[str]:
    """The lines of the report on questions."""
    occupations = {case.occupation: library.get_occupation(case.occupation) for case in cases}
    scores = {
        name: [score_question(case, ranker(occupations[case.occupation], case.query)) for case in cases] for name, ranker in make_rankers(library).items()
    }
    rows = [f"{'questions (' + str(len(cases)) + ')':24}" + "".join(f"{name:>16}" for name in scores)]
    for label, key in (("nDCG of five", "ndcg"), ("answer first", "first"), ("answers among five", "five"), ("answers among eight", "eight")):
        rows.append(f"{label:24}" + "".join(f"{statistics.mean(getattr(score, key) for score in column):16.3f}" for column in scores.values()))
    return rows


# --- time ---


def report_time(library: Library, cases: Cases) -> list[str]:
    """The lines of the report on speed: milliseconds a look-up in a warm library, the half and the slowest twentieth."""
    code = library.list_occupations()[0].code
    times = {
        "occupations": [_time(lambda query=case.query: library.find_occupations(query)) for case in cases.titles],  # type: ignore[misc]
        "passages": [_time(lambda query=case.query: library.find_passages(code, query)) for case in cases.questions],  # type: ignore[misc]
    }
    return [f"{name}: median {statistics.median(some):.1f} ms, 95th percentile {sorted(some)[len(some) * 19 // 20]:.1f} ms" for name, some in times.items()]


def _time(look: Callable[[], object]) -> float:
    began = time.perf_counter()
    look()
    return (time.perf_counter() - began) * 1000


def main(arguments: list[str]) -> None:
    """Print the report; with `--cases` also every title and question that did not go well."""
    cases = read_cases()
    with tempfile.TemporaryDirectory() as folder:
        library = open_library(Path(folder))
        began = time.perf_counter()
        library.prepare()
        print(f"{len(library.list_occupations())} occupations; index built in {time.perf_counter() - began:.1f} s")
        print("\n".join([*report_titles(library, cases.titles), "", *report_questions(library, cases.questions), "", *report_time(library, cases)]))
        if "--cases" in arguments:
            print("\n".join(_list_misses(library, cases)))
        library.close()


def _list_misses(library: Library, cases: Cases) -> list[str]:
    held = {occupation.code for occupation in library.list_occupations()}
    lines = []
    for case in cases.titles:
        choice = library.choose_occupation(case.query, limit=3)
        if choice.sure != bool(held & set(case.codes)) or (choice.sure and choice.code not in case.codes):
            shown = ", ".join(f"{match.title} {match.score:.2f}" for match in choice.candidates)
            lines.append(f"{'sure' if choice.sure else 'asks'}: {case.query}: {shown}")
    for question in cases.questions:
        ranking = [passage.id for passage in library.find_passages(question.occupation, question.query)]
        if score_question(question, ranking).first < 1:
            lines.append(f"{question.occupation}: {question.query}: {', '.join(ranking[:3])} before {question.answers[0].id}")
    return lines


if __name__ == "__main__":
    main(sys.argv[1:])
