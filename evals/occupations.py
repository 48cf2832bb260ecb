"""How well imported material is found by title and by description of work, beside plain baselines: `python -m evals.occupations [--fit]`.

Made from the public data beside the project (`../shared/data`); where that folder is absent the evaluation says so and there is nothing to measure.

Queries, none of them in anything indexed: 1,000 of O*NET's reported titles, drawn by a fixed seed, with every spelling of them taken out; ESCO's labels that
O*NET does not know (Nesta's crosswalk); descriptions of work: three activities of one occupation (DWA titles, 500 times) and O*NET's newly reported tasks.
Every occupation that has the title, the three activities or the task counts as right.

Baselines over the same material in the same run: BM25 over whole occupations, and our static vectors over chunks of 1,000 characters through
`langchain-chroma` (`evals.baselines`).
`--fit` fits the weights of `coach.library.catalogue` on 1,000 further titles and 500 further triples, held out alike, and prints them.
"""

from __future__ import annotations

import csv
import io
import random
import re
import statistics
import sys
import tempfile
import time
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.library.catalogue import DESCRIPTION_WEIGHTS, MEASURES, TITLE_WEIGHTS, Catalogue, Content, Entry
from coach.library.dialect import say_abroad
from coach.library.embeddings import StaticEmbedder
from coach.library.imports import read_ooh
from coach.library.places import FolderPlace
from coach.library.titles import TitleEntry, TitleTable, spell_out
from coach.library.words import search_words
from coach.records import Record, Topic
from evals.baselines import Dense, Keyed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
SEED = 20261126
ASKED = 1000
TRIPLES = 500

Ranker = Callable[[str], Sequence[str]]


class Query(Record):
    """What is asked, and the codes that are right."""

    text: str
    right: tuple[str, ...]


class Ground(Record):
    """The material with everything that is asked taken out, and what is asked: `reported` is judged, `fitting` never."""

    codes: tuple[str, ...]
    titles: tuple[tuple[int, str], ...]
    tasks: tuple[tuple[int, str], ...]
    summaries: tuple[tuple[int, str], ...]
    reported: dict[str, tuple[Query, ...]]
    fitting: dict[str, tuple[Query, ...]]

    def as_content(self) -> Content:
        """What the catalogue is made from."""
        parts = (tuple(Entry(*pair) for pair in some) for some in (self.titles, self.tasks, self.summaries))
        return Content(self.codes, *parts)


def _plain(title: str) -> str:
    return re.sub(r"\W+", " ", title.lower()).strip()


def _bare(title: str) -> str:
    return _plain(re.sub(r"\s*\([^)]*\)\s*$", "", title))


def _table(release: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    member = next(path for path in release.namelist() if path.endswith(f"{name}.txt"))
    return list(csv.DictReader(io.StringIO(release.read(member).decode("utf-8-sig")), delimiter="\t", quoting=csv.QUOTE_NONE))


def read_ground(data: Path) -> Ground:
    """Everything, by the fixed seed."""
    release = zipfile.ZipFile(data / "onet" / "db_30_1_text.zip")
    soc = "O*NET-SOC Code"
    occupations = _table(release, "Occupation Data")
    codes = tuple(row[soc] for row in occupations)
    place = {code: n for n, code in enumerate(codes)}
    reported = [(row[soc], row["Reported Job Title"]) for row in _table(release, "Sample of Reported Titles")]
    alternate = [(row[soc], row[key]) for row in _table(release, "Alternate Titles") for key in ("Alternate Title", "Short Title") if row[key] != "n/a"]
    owners: dict[str, set[str]] = defaultdict(set)
    for code, title in (*reported, *alternate):
        owners[_plain(title)].add(code)
    rng = random.Random(SEED)
    drawn = rng.sample(sorted(set(reported)), 2 * ASKED)
    gone = {form for _, title in drawn for form in (_plain(title), _bare(title))}
    kept = [(code, title) for code, title in (*reported, *alternate) if not {_plain(title), _bare(title)} & gone]
    titles = {(place[row[soc]], _plain(row["Title"])): row["Title"] for row in occupations}
    for code, title in kept:
        titles.setdefault((place[code], _plain(title)), title)
    tasks = [(place[row[soc]], row["Task"]) for row in _table(release, "Task Statements")]
    tasks += [(place[o.code], p.text) for o in read_ooh(data / "bls" / "ooh_2024_34.jsonl").occupations for p in o.passages if p.topic is Topic.WORK]
    asked = [Query(text=title, right=tuple(sorted({code, *owners[_plain(title)]}))) for code, title in drawn]
    known = {*owners, *(_plain(row["Title"]) for row in occupations)}
    triples = _draw_triples(release, codes, rng)
    return Ground(
        codes=codes,
        titles=tuple((n, title) for (n, _), title in titles.items()),
        tasks=tuple(tasks),
        summaries=tuple((place[row[soc]], row["Description"]) for row in occupations),
        reported={
            "unseen titles": tuple(asked[:ASKED]),
            "ESCO labels": _read_esco(data, set(codes), known),
            "descriptions": (*triples[:TRIPLES], *_read_emerging(release)),
        },
        fitting={"titles": tuple(asked[ASKED:]), "descriptions": triples[TRIPLES:]},
    )


def _draw_triples(release: zipfile.ZipFile, codes: Iterable[str], rng: random.Random) -> tuple[Query, ...]:
    names = {row["DWA ID"]: row["DWA Title"] for row in _table(release, "DWA Reference")}
    activities: dict[str, set[str]] = defaultdict(set)
    for row in _table(release, "Tasks to DWAs"):
        activities[row["O*NET-SOC Code"]].add(names[row["DWA ID"]])
    some = [code for code in codes if len(activities[code]) >= 3]
    drawn = []
    for code in (rng.choice(some) for _ in range(2 * TRIPLES)):
        three = rng.sample(sorted(activities[code]), 3)
        drawn.append(Query(text=" ".join(three), right=tuple(sorted(other for other in some if set(three) <= activities[other]))))
    return tuple(drawn)


def _read_emerging(release: zipfile.ZipFile) -> tuple[Query, ...]:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in _table(release, "Emerging Tasks"):
        owners[row["Task"]].add(row["O*NET-SOC Code"])
    return tuple(Query(text=task, right=tuple(sorted(some))) for task, some in sorted(owners.items()))


def _read_esco(data: Path, codes: set[str], known: set[str]) -> tuple[Query, ...]:
    right: dict[str, set[str]] = defaultdict(set)
    with (data / "crosswalks" / "esco_onet_crosswalk_Nov2020.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["onet_code"] in codes:
                right[row["esco_occupation"]].add(row["onet_code"])
    return tuple(Query(text=label, right=tuple(sorted(some))) for label, some in sorted(right.items()) if not {_plain(label), f"{_plain(label)}s"} & known)


# --- the rankers ---


def make_rankers(ground: Ground, catalogue: Catalogue) -> dict[str, Ranker]:
    """The catalogue as the library asks it, and the baselines."""
    table = TitleTable([TitleEntry(title=title, code=ground.codes[n]) for n, title in ground.titles])

    def by_catalogue(query: str) -> Sequence[str]:
        matches = table.find(query)
        asked = query if matches else say_abroad(query)
        return list(catalogue.find(asked, named={match.code for match in (matches if asked == query else table.find(asked))}))

    return {"catalogue": by_catalogue, "BM25 alone": _by_words(ground), "vectors alone": _by_vectors(ground)}


def _whole(ground: Ground) -> list[str]:
    whole = [[] for _ in ground.codes]  # type: list[list[str]]
    for n, text in (*ground.titles, *ground.summaries, *ground.tasks):
        whole[n].append(text)
    return ["\n".join(texts) for texts in whole]


def _by_words(ground: Ground) -> Ranker:
    import bm25s
    import numpy as np

    index = bm25s.BM25(method="lucene")
    index.index([search_words(text) for text in _whole(ground)], show_progress=False)

    def rank(query: str) -> Sequence[str]:
        words = search_words(query)
        return [ground.codes[n] for n in np.argsort(-index.get_scores(words), kind="stable")[:5]] if words else []

    return rank


def _by_vectors(ground: Ground) -> Ranker:
    """As a plain pipeline does it: each occupation's titles, description and tasks as one text, cut into chunks; the nearest chunk decides."""
    store = Dense(Keyed(key=code, text=text) for code, text in zip(ground.codes, _whole(ground), strict=True))
    return lambda query: list(store.find(query))


# --- the report ---


def report(ground: Ground, rankers: Mapping[str, Ranker]) -> list[str]:
    """The lines of the report."""
    rows = [f"{'rank 1 / first 5':28}" + "".join(f"{name:>18}" for name in rankers)]
    times: dict[str, list[float]] = {name: [] for name in rankers}
    for group, queries in ground.reported.items():
        row = f"{group + ' (' + str(len(queries)) + ')':28}"
        for name, rank in rankers.items():
            found = []
            for query in queries:
                began = time.perf_counter()
                found.append(rank(query.text)[:5])
                times[name].append((time.perf_counter() - began) * 1000)
            first = statistics.mean(bool(some) and some[0] in query.right for some, query in zip(found, queries, strict=True))
            five = statistics.mean(bool(set(some) & set(query.right)) for some, query in zip(found, queries, strict=True))
            row += f"{f'{first:.3f} / {five:.3f}':>18}"
        rows.append(row)
    rows.append(f"{'median ms a look-up':28}" + "".join(f"{statistics.median(some):18.1f}" for some in times.values()))
    return rows


def report_confidence(ground: Ground, catalogue: Catalogue) -> list[str]:
    """How often the first is right, by how likely it is said to be."""
    bands: dict[str, list[bool]] = defaultdict(list)
    for query in (query for queries in ground.reported.values() for query in queries):
        likely = catalogue.find(query.text)
        code, score = max(likely.items(), key=lambda item: item[1], default=("", 0.0))
        bands[f"{int(score * 10) / 10:.1f}"].append(code in query.right)
    return [f"said {band}: {len(hits):5} queries, right {statistics.mean(hits):.2f}" for band, hits in sorted(bands.items())]


def fit(catalogue: Catalogue, queries: Sequence[Query], *, codes: Sequence[str], steps: int = 600, decay: float = 2e-3) -> NDArray[np.float64]:
    """The weights of a choice among all occupations, by gradient (Adam) on the scaled measures."""
    import numpy as np

    rows = [(catalogue.measure(spell_out(query.text)), query) for query in queries]
    measured = np.stack([row for row, _ in rows if row is not None])
    right = np.array([[code in query.right for code in codes] for row, query in rows if row is not None], dtype=np.float32)
    scale = measured.reshape(-1, measured.shape[2]).std(axis=0) + 1e-6
    scaled = measured / scale
    weights, first, second = (np.zeros(measured.shape[2]) for _ in range(3))
    for step in range(1, steps + 1):
        odds = scaled @ weights
        odds -= odds.max(axis=1, keepdims=True)
        likely = np.exp(odds)
        likely /= likely.sum(axis=1, keepdims=True)
        meant = likely * right
        meant /= meant.sum(axis=1, keepdims=True)
        slope = np.einsum("qn,qnf->f", likely - meant, scaled) / len(scaled) + decay * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights = weights - 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    fitted: Any = weights / scale
    return fitted  # type: ignore[no-any-return]


def main(arguments: list[str]) -> None:
    """Print the report, or the fitted weights."""
    if not DATA.is_dir():
        print("The public data are not beside the project, so the look-up over imported material was not measured here.")
        return
    ground = read_ground(DATA)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        catalogue = Catalogue(FolderPlace(home), StaticEmbedder(), ground.as_content, folder=home, digest="evaluation")
        began = time.perf_counter()
        catalogue.prepare()
        print(
            f"{len(ground.codes)} occupations, {len(ground.titles)} titles, {len(ground.tasks)} tasks; catalogue built in {time.perf_counter() - began:.1f} s"
        )
        if "--fit" in arguments:
            for name, old in (("titles", TITLE_WEIGHTS), ("descriptions", DESCRIPTION_WEIGHTS)):
                weights = fit(catalogue, ground.fitting[name], codes=ground.codes)
                print(name, tuple(round(float(value), 2) for value in weights), "before", old)
            print(", ".join(MEASURES))
            return
        print("\n".join([*report(ground, make_rankers(ground, catalogue)), "", *report_confidence(ground, catalogue)]))


if __name__ == "__main__":
    main(sys.argv[1:])
