"""Fits the weights of `coach.library.search` on small libraries made from O*NET and the Occupational Outlook Handbook.

    python -m evals.fit_library DATA

DATA is a folder with `onet/db_30_1_text.zip` (O*NET 30.1 text release) and `bls/ooh_2024_34.jsonl` (one handbook profile a line: slug, title, onet_soc_codes,
sections). Each library holds some occupations with 26 titles and the handbook's prose; it is asked for held-back titles and tasks of its occupations, and as
often for those of occupations it does not hold, half of them drawn at random and half from the neighbours of those it holds. The weights are those of a
choice between the library's occupations and none of them (conditional logit), one set for titles and one for descriptions. Prints them with their quality on
occupations that took no part in the fit.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from coach.library.embeddings import StaticEmbedder
from coach.library.index import Document, Index, Kind
from coach.library.places import FolderPlace
from coach.library.search import NEIGHBOURS, Evidence, Vocabulary, Weights, gather_evidence
from coach.library.titles import spell_out
from coach.library.words import title_words
from coach.records import Record

if TYPE_CHECKING:
    from numpy.typing import NDArray

TITLES, ASKED, TASKS = 26, 8, 3
FEATURES = tuple(Evidence.model_fields)


class Profile(Record):
    """One occupation of the handbook with its O*NET titles that no other profile has, its tasks, and the slugs of its neighbours."""

    slug: str
    title: str
    summary: str
    titles: tuple[str, ...]
    tasks: tuple[str, ...]
    passages: tuple[str, ...]
    neighbours: tuple[str, ...]


class Case(Record):
    """One query: the evidence for each occupation of the library, and which of them is meant (None: none of them)."""

    rows: tuple[Evidence, ...]
    meant: int | None


def read_profiles(data: Path) -> list[Profile]:
    """The handbook's profiles that have enough titles and tasks of their own."""
    release = zipfile.ZipFile(data / "onet" / "db_30_1_text.zip")
    titles, tasks, related = (defaultdict(list) for _ in range(3))
    for row in _table(release, "Alternate Titles"):
        titles[row["O*NET-SOC Code"]].append(row["Alternate Title"].split(" (")[0])
    for row in _table(release, "Sample of Reported Titles"):
        titles[row["O*NET-SOC Code"]].append(row["Reported Job Title"].split(" (")[0])
    for row in _table(release, "Task Statements"):
        tasks[row["O*NET-SOC Code"]].append(row["Task"])
    for row in _table(release, "Related Occupations"):
        related[row["O*NET-SOC Code"]].append(row["Related O*NET-SOC Code"])
    raw = [json.loads(line) for line in (data / "bls" / "ooh_2024_34.jsonl").read_text(encoding="utf-8").splitlines()]
    slug_of = {code: item["slug"] for item in raw for code in item["onet_soc_codes"]}
    owners = defaultdict(set)
    for item in raw:
        for code in item["onet_soc_codes"]:
            for title in titles[code]:
                owners[title_words(title)].add(item["slug"])
    found = [_profile(item, titles=titles, tasks=tasks, related=related, slug_of=slug_of, owners=owners) for item in raw if item["onet_soc_codes"]]
    return [profile for profile in found if len(profile.titles) >= TITLES + ASKED and len(profile.tasks) >= 2 * TASKS and profile.passages]


def _table(release: zipfile.ZipFile, name: str) -> Iterable[dict[str, str]]:
    with release.open(f"db_30_1_text/{name}.txt") as raw:
        yield from csv.DictReader(io.TextIOWrapper(raw, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)


def _profile(item: dict[str, Any], *, titles: Any, tasks: Any, related: Any, slug_of: dict[str, str], owners: Any) -> Profile:
    codes = item["onet_soc_codes"]
    prose = [line.strip("- ") for name, text in item["sections"].items() if name != "similar_occupations" for line in text.split("\n")]
    return Profile(
        slug=item["slug"],
        title=" ".join(title_words(re.split(r",| and ", item["title"])[0])),
        summary=item["sections"].get("summary", "").split("\n")[0] or item["title"],
        titles=tuple(sorted({title for code in codes for title in titles[code] if len(owners[title_words(title)]) == 1})),
        tasks=tuple(task for code in codes for task in tasks[code]),
        passages=tuple(line for line in prose if len(line) > 70 and "|" not in line),
        neighbours=tuple(dict.fromkeys(slug_of[other] for code in codes for other in related[code][:10] if slug_of.get(other, item["slug"]) != item["slug"])),
    )


def make_cases(profiles: Sequence[Profile], *, size: int, seed: int, descriptions: bool) -> list[Case]:
    """The queries of one library of `size` occupations, each with its evidence."""
    chance = random.Random(seed)
    order = chance.sample(list(profiles), len(profiles))
    held, others = order[:size], order[size:]
    by_slug = {profile.slug: profile for profile in others}
    near = [by_slug[slug] for slug in dict.fromkeys(slug for profile in held for slug in profile.neighbours) if slug in by_slug]
    outside = chance.sample(near, min(len(near), size // 2))
    outside += [profile for profile in others if profile not in outside][: size - len(outside)]
    shown = {profile.slug: chance.sample(profile.titles, len(profile.titles)) for profile in [*held, *outside]}
    documents = [document for profile in held for document in _documents(profile, shown[profile.slug][:TITLES])]
    vocabulary = Vocabulary(documents)
    cases = []
    with tempfile.TemporaryDirectory() as folder:
        place, embedder = FolderPlace(Path(folder)), StaticEmbedder()
        by_title = Index(place, embedder, [document for document in documents if document.kind is Kind.TITLE], name="titles")
        by_text = Index(place, embedder, [document for document in documents if document.kind is not Kind.TITLE], name="texts")
        for n, profile in enumerate([*held, *outside]):
            for raw in _queries(profile, shown[profile.slug][TITLES:], chance, descriptions=descriptions):
                query = spell_out(raw)
                titles = by_title.find(query, limit=NEIGHBOURS)
                texts = by_text.find(query, limit=NEIGHBOURS)
                evidence = gather_evidence(vocabulary.find_shared(query), titles=titles, texts=texts)
                nothing = Evidence(titles=titles[-1].score, texts=texts[-1].score, title_words=0, known=0, known_in_titles=0)
                rows = tuple(evidence.get(profile.slug, nothing) for profile in held)
                cases.append(Case(rows=rows, meant=n if n < size else None))
        by_title.drop()
        by_text.drop()
    return cases


def _documents(profile: Profile, titles: Sequence[str]) -> Iterable[Document]:
    for n, title in enumerate([profile.title, *titles]):
        yield Document(id=f"{profile.slug}/title/{n}", kind=Kind.TITLE, code=profile.slug, text=title)
    yield Document(id=f"{profile.slug}/summary", kind=Kind.SUMMARY, code=profile.slug, text=profile.summary)
    for n, passage in enumerate(profile.passages):
        yield Document(id=f"{profile.slug}/{n}", kind=Kind.PASSAGE, code=profile.slug, text=passage)


def _queries(profile: Profile, unseen: Sequence[str], chance: random.Random, *, descriptions: bool) -> list[str]:
    if not descriptions:
        return list(unseen[:ASKED])
    tasks = chance.sample(profile.tasks, 2 * TASKS)
    return [tasks[0], " ".join(tasks[1:3]), " ".join(tasks[3:6])]


def fit(libraries: Sequence[Sequence[Case]], *, steps: int = 800) -> Weights:
    """The weights under which the meant occupations are likeliest (Adam, a little ridge)."""
    rows = [np.array([[[getattr(row, name) for name in FEATURES] for row in case.rows] for case in cases]) for cases in libraries]
    meant = [np.array([[case.meant == n for n in range(len(case.rows))] for case in cases], dtype=float) for cases in libraries]
    scale = np.concatenate([some.reshape(-1, len(FEATURES)) for some in rows]).std(axis=0)
    weights, first, second = np.zeros(len(FEATURES) + 1), np.zeros(len(FEATURES) + 1), np.zeros(len(FEATURES) + 1)
    for step in range(1, steps + 1):
        slope = np.zeros_like(weights)
        for some, wanted in zip(rows, meant, strict=True):
            error = _choose(some / scale, weights) - wanted
            slope += np.append(np.einsum("qo,qof->f", error, some / scale), error.sum())
        slope = slope / sum(len(some) for some in rows) + 1e-3 * np.append(weights[:-1], 0)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights[:-1] = np.maximum(weights[:-1], 0)  # nothing that fits speaks against
    values = dict(zip(FEATURES, (weights[:-1] / scale).round(2).tolist(), strict=True))
    return Weights(**values, against=round(-float(weights[-1]), 2))


def _choose(rows: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    odds = rows @ weights[:-1] + weights[-1]
    highest = np.maximum(odds.max(axis=1, keepdims=True), 0)
    likely: NDArray[np.float64] = np.exp(odds - highest)
    shares: NDArray[np.float64] = likely / (likely.sum(axis=1, keepdims=True) + np.exp(-highest))
    return shares


def describe(cases: Sequence[Case], weights: Weights) -> str:
    """Share of held occupations found first, and how often a score of at least 0.7 or 0.9 is right, and is given to what is not held."""
    values = np.array([*(getattr(weights, name) for name in FEATURES), -weights.against])
    scores = _choose(np.array([[[getattr(row, name) for name in FEATURES] for row in case.rows] for case in cases]), values)
    best, top = scores.argmax(axis=1), scores.max(axis=1)
    right = np.array([case.meant == choice for case, choice in zip(cases, best, strict=True)])
    held = np.array([case.meant is not None for case in cases])
    parts = [f"first {right[held].mean():.3f}"]
    for least in (0.7, 0.9):
        sure = top >= least
        parts.append(f"at {least}: right {right[sure].mean():.3f} of {sure.mean():.3f}; not held {(sure & ~held).sum() / (~held).sum():.3f}")
    return "; ".join(parts)


def main() -> None:
    """Fit on one half of the occupations, print the weights and their quality on the other half."""
    profiles = read_profiles(Path(sys.argv[1]))
    random.Random(1).shuffle(profiles)
    half = len(profiles) // 2
    for descriptions in (False, True):
        plan = [(12, seed) for seed in range(16)] + [(40, seed) for seed in range(4)]
        fitted, kept = (
            [make_cases(some, size=size, seed=seed, descriptions=descriptions) for size, seed in plan] for some in (profiles[:half], profiles[half:])
        )
        weights = fit(fitted)
        print("descriptions" if descriptions else "titles", repr(weights))
        for size in (12, 40):
            print(f"  {size} occupations:", describe([case for cases in kept if len(cases[0].rows) == size for case in cases], weights))


if __name__ == "__main__":
    main()
