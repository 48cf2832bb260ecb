"""Which of very many occupations a title or a description of work means: the look-up over imported material.

Ten measures speak for each occupation (`MEASURES`): how near its titles, tasks and summary are in meaning (static vectors, nearest neighbours from Chroma), and
how many rare words they share with the query (BM25 over titles, tasks and whole occupations). The weights make their sum a log-odds: over all occupations it
becomes the probability that this one is meant. They are those of a choice between occupations (conditional logit, McFadden 1974), fitted by
`evals.fit_catalogue` on titles and activities that were kept out of the index; one set for titles, one for descriptions of work.
All of them were fitted with the static vectors; another embedding (`open_embedder`) is weighed with the same numbers, unfitted.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.errors import LibraryError
from coach.library.embeddings import Embedder, to_unit
from coach.library.index import Document, Index, IndexLost, Kind, Progress
from coach.library.titles import spell_out
from coach.library.words import search_words

if TYPE_CHECKING:
    import bm25s
    import numpy as np
    from numpy.typing import NDArray

    from coach.library.embeddings import Vectors
    from coach.library.places import Place

    Numbers = NDArray[np.float32]

MEASURES = (
    "near_titles",  # mean cosine of the three nearest titles
    "title_words",  # BM25 of the title that fits best, over the best of all
    "whole_words",  # BM25 of all the occupation's words, over the best of all
    "work_words",  # the same without its titles
    "near_work",  # cosine of the nearest task or summary, mean over the query's sentences
    "task_words",  # BM25 of the task that fits best, over the best of all, mean over the sentences
    "title_centre",  # cosine with the mean of the titles
    "work_centre",  # cosine with the mean of the tasks and the summary
    "summary",  # cosine with the summary
    "size",  # log of the number of titles: who has many is often meant
)
"""What speaks for an occupation, in the order of the weights."""

TITLE_WEIGHTS = (5.93, 3.19, 4.79, -1.45, 0.42, 1.52, 6.03, 2.04, 1.56, -0.16)
DESCRIPTION_WEIGHTS = (-3.37, -0.04, 3.84, -0.59, 8.42, 5.97, 2.94, 3.22, 0.24, -0.28)

NAMED = 1.5
"""What it counts, in log-odds, that a title of the occupation is a reading of the query."""

NEIGHBOURS = 200
"""How many titles, and how many tasks, are asked for."""

_FOLDER = "catalogue-"
_DONE = "done.json"
_KEPT = 2
_ATTEMPTS = 4
"""Openings before giving up, with a build between two: another program may throw it away just before we open it."""

_DAMAGED = (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile, IndexLost)
"""What is raised where a part of a catalogue is missing or damaged."""

_MANY_WORDS = 6
_SENTENCE_END = re.compile(r"[^\W\d_]{4,}[.;!?](?:\s|$)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\s*[;\n]\s*")
_ROUNDING = 0.5, 1.2
"""BM25's b and k1: fitted beside the weights."""


def reads_as_description(query: str) -> bool:
    """Whether the query is a description of work and not a title: it has a sentence's end, or many words that mostly begin small.

    By length alone one unseen title in sixteen was taken for a description, and half of those went wrong.
    """
    words = query.split()
    return _SENTENCE_END.search(query) is not None or (len(words) >= _MANY_WORDS and sum(word[:1].isupper() for word in words) * 2 < len(words))


class Entry(NamedTuple):
    """One text of one occupation; `place` is the occupation's number in the catalogue."""

    place: int
    text: str


class Content(NamedTuple):
    """What a catalogue is made from: codes in order, their titles, and the texts that say what the work is (`tasks` one by one, `summaries` one each)."""

    codes: tuple[str, ...]
    titles: tuple[Entry, ...]
    tasks: tuple[Entry, ...]
    summaries: tuple[Entry, ...]


class Catalogue:
    """Occupations by title or description. Not safe for several threads before `prepare` has returned."""

    def __init__(self, place: Place, embedder: Embedder, read: Callable[[], Content], *, folder: Path, digest: str) -> None:
        """`read` gives the content when it is needed; `digest` identifies it; `folder` is for what is kept beside the vectors."""
        self._place = place
        self._embedder = embedder
        self._read = read
        self._parent = folder
        self.digest = hashlib.sha256(f"{digest} {embedder.name}".encode()).hexdigest()[:16]
        self._home = folder / f"{_FOLDER}{self.digest}"
        self._parts: _Parts | None = None

    def prepare(self, progress: Progress | None = None) -> None:
        """Open the catalogue; build it first where it is missing or damaged, each part that is there already kept. Raises `LibraryError`."""
        if self._parts is not None:
            return
        tell = progress or _say_nothing
        for _ in range(_ATTEMPTS):
            self._parts = self._open()
            if self._parts is not None:
                return
            self._build(tell)
        raise LibraryError("The look-up index of the occupation material was built but cannot be read.", mend="Check the disk, then try again.")

    def find(self, query: str, *, named: Iterable[str] = ()) -> dict[str, float]:
        """Code -> how likely this occupation is meant (0 to 1, all together 1); empty where the query has no word.

        `named` are codes that some reading of the query as a title points to; that counts for them. Raises `LibraryError`.
        """
        import numpy as np

        try:
            measured = self.measure(spell_out(query))
        except IndexLost:  # damaged or deleted since it was opened: once more, from the material
            self._parts = None
            measured = self.measure(spell_out(query))
        if measured is None:
            return {}
        weights = np.array(DESCRIPTION_WEIGHTS if reads_as_description(query) else TITLE_WEIGHTS, dtype=np.float32)
        odds = measured @ weights
        assert self._parts is not None
        named = frozenset(named)
        odds += np.array([NAMED if code in named else 0.0 for code in self._parts.codes], dtype=np.float32)
        likely = np.exp(odds - odds.max())
        likely /= likely.sum()
        return {self._parts.codes[n]: float(likely[n]) for n in np.argsort(-likely, kind="stable")[:NEIGHBOURS]}

    def measure(self, query: str) -> Numbers | None:
        """The measures of every occupation, a row each; None where the query has no word that could be looked up. Raises `LibraryError`."""
        import numpy as np

        self.prepare()
        parts = self._parts
        assert parts is not None
        words = search_words(query)
        vector = self._embedder.embed([query])
        if not words and not vector.any():
            return None
        sentences = [part for part in _SENTENCE.split(query) if search_words(part)] or [query]
        columns = [
            parts.near_titles(query),
            parts.best_words(parts.title_words, words, parts.title_owners),
            parts.share(parts.whole_words, words),
            parts.share(parts.work_words, words),
            np.mean([parts.near_work(part) for part in sentences], axis=0),
            np.mean([parts.best_words(parts.task_words, search_words(part), parts.task_owners) for part in sentences], axis=0),
            parts.centres["titles"] @ to_unit(vector - parts.centres["title_mean"])[0],
            parts.centres["work"] @ to_unit(vector - parts.centres["work_mean"])[0],
            parts.centres["summaries"] @ to_unit(vector - parts.centres["work_mean"])[0],
            parts.centres["sizes"],
        ]
        return np.stack(columns, axis=1).astype(np.float32)

    def drop(self) -> None:
        """Throw everything away; the next look-up builds it anew."""
        self._parts = None
        try:
            digests = json.loads((self._home / _DONE).read_text(encoding="utf-8"))["digests"]
        except (OSError, ValueError, KeyError):
            digests = {}
        for name, digest in digests.items():
            self._index(name, digest).drop()
        shutil.rmtree(self._home, ignore_errors=True)

    def _open(self) -> _Parts | None:
        """The catalogue with both its indexes, or None where a part is missing or damaged."""
        try:
            parts = _open(self._home, self._index)
            for index in (parts.titles, parts.tasks):
                index.prepare()
        except _DAMAGED:
            shutil.rmtree(self._home, ignore_errors=True)
            return None
        return parts

    def _index(self, name: str, digest: str, documents: Sequence[Document] = ()) -> Index:
        return Index(self._place, self._embedder, documents, name=f"catalogue-{name}", digest=digest)

    def _digest(self, entries: Iterable[Entry]) -> str:
        """Identifies texts by themselves, so that an import that brings no new ones finds their vectors made already."""
        digest = hashlib.sha256(f"{self._embedder.name}\n".encode())
        for entry in entries:
            digest.update(f"{entry.place} {entry.text}\n".encode())
        return digest.hexdigest()[:16]

    def _build(self, tell: Progress) -> None:
        tell(0.0, "Reading the occupation material")
        content = self._read()
        work = (*content.tasks, *content.summaries)
        digests = {"titles": self._digest(content.titles), "tasks": self._digest(work)}
        titles = [Document(id=str(n), kind=Kind.TITLE, code=content.codes[entry.place], text=entry.text) for n, entry in enumerate(content.titles)]
        tasks = [Document(id=str(n), kind=Kind.PASSAGE, code=content.codes[entry.place], text=entry.text) for n, entry in enumerate(work)]
        self._index("titles", digests["titles"], titles).prepare(lambda done, what: tell(0.02 + 0.6 * done, what))
        self._index("tasks", digests["tasks"], tasks).prepare(lambda done, what: tell(0.62 + 0.25 * done, what))
        tell(0.88, "Counting words")
        try:
            self._parent.mkdir(parents=True, exist_ok=True)
            building = Path(tempfile.mkdtemp(prefix="building-", dir=self._parent))
            try:
                _write(building, content, work, self._embedder, digests=digests)
                self._move(building)
            finally:
                shutil.rmtree(building, ignore_errors=True)
        except OSError as error:
            raise LibraryError(
                f"The look-up index of the occupation material cannot be written to {self._parent}.",
                mend="Make room on the disk, or choose a folder that you may write to.",
            ) from error
        _tidy(self._parent, self._home)
        tell(1.0, "The occupation material is ready")

    def _move(self, building: Path) -> None:
        try:
            building.replace(self._home)
        except OSError:
            if not self._home.is_dir():  # if it is there, another program was first, and its catalogue is as good as ours
                raise


class _Parts(NamedTuple):
    """An open catalogue."""

    codes: tuple[str, ...]
    titles: Index
    tasks: Index
    title_owners: NDArray[np.int32]
    task_owners: NDArray[np.int32]
    work_owners: NDArray[np.int32]
    title_words: bm25s.BM25
    task_words: bm25s.BM25
    whole_words: bm25s.BM25
    work_words: bm25s.BM25
    centres: dict[str, Numbers]

    def near_titles(self, query: str) -> Numbers:
        """Mean cosine of the three nearest titles of each occupation; where fewer came near, the others were at most as near as the last."""
        import numpy as np

        near = self.titles.find_ids(query, limit=NEIGHBOURS)
        least = near[-1][1] if near else 0.0
        best = np.full((len(self.codes), 3), least, dtype=np.float32)
        seen = np.zeros(len(self.codes), dtype=np.int32)
        for number, score in near:
            owner = self.title_owners[int(number)]
            if seen[owner] < 3:
                best[owner, seen[owner]] = score
                seen[owner] += 1
        nearest: Numbers = best.mean(axis=1)
        return nearest

    def near_work(self, sentence: str) -> Numbers:
        """Cosine of the nearest task or summary of each occupation."""
        import numpy as np

        near = self.tasks.find_ids(sentence, limit=NEIGHBOURS)
        best = np.full(len(self.codes), near[-1][1] if near else 0.0, dtype=np.float32)
        for number, score in near:
            owner = self.work_owners[int(number)]
            best[owner] = max(best[owner], score)
        return best

    def best_words(self, index: bm25s.BM25, words: list[str], owners: NDArray[np.int32]) -> Numbers:
        """The score of each occupation's best text, over the best of all."""
        import numpy as np

        best = np.zeros(len(self.codes), dtype=np.float32)
        if words:
            np.maximum.at(best, owners, index.get_scores(words))
        return _over_best(best)

    def share(self, index: bm25s.BM25, words: list[str]) -> Numbers:
        """The score of each occupation, over the best of all."""
        import numpy as np

        scores = np.array(index.get_scores(words) if words else np.zeros(len(self.codes)), dtype=np.float32)
        return _over_best(scores)


def _over_best(scores: Numbers) -> Numbers:
    best = float(scores.max())
    scaled: Numbers = scores / (best if best > 0 else 1.0)
    return scaled


def _write(home: Path, content: Content, work: tuple[Entry, ...], embedder: Embedder, *, digests: dict[str, str]) -> None:
    """Word counts and centres into a folder."""
    import numpy as np

    size = len(content.codes)
    title_owners = np.array([entry.place for entry in content.titles], dtype=np.int32)
    task_owners = np.array([entry.place for entry in content.tasks], dtype=np.int32)
    work_owners = np.array([entry.place for entry in work], dtype=np.int32)
    title_stems = [search_words(entry.text) for entry in content.titles]
    task_stems = [search_words(entry.text) for entry in content.tasks]
    in_work: list[list[str]] = [[] for _ in range(size)]
    for entry in content.summaries:
        in_work[entry.place] += search_words(entry.text) * 2
    for owner, stems in zip(task_owners, task_stems, strict=True):
        in_work[owner] += stems
    in_titles: list[dict[str, None]] = [{} for _ in range(size)]
    for owner, stems in zip(title_owners, title_stems, strict=True):
        in_titles[owner].update(dict.fromkeys(stems))
    whole = [stems + 2 * list(titles) for stems, titles in zip(in_work, in_titles, strict=True)]
    for name, documents in (("title", title_stems), ("task", task_stems), ("whole", whole), ("work", in_work)):
        _count_words(documents).save(home / name)
    title_vectors = embedder.embed([entry.text for entry in content.titles])
    work_vectors = embedder.embed([entry.text for entry in work])
    title_mean, work_mean = title_vectors.mean(axis=0), work_vectors.mean(axis=0)
    summaries = np.zeros((size, work_vectors.shape[1]), dtype=np.float32)
    for entry, vector in zip(content.summaries, to_unit(work_vectors[len(content.tasks) :] - work_mean), strict=True):
        summaries[entry.place] = vector
    np.savez(
        home / "arrays.npz",
        title_owners=title_owners,
        task_owners=task_owners,
        work_owners=work_owners,
        titles=_centres(to_unit(title_vectors - title_mean), title_owners, size),
        work=_centres(to_unit(work_vectors - work_mean), work_owners, size),
        summaries=summaries,
        title_mean=title_mean,
        work_mean=work_mean,
        sizes=np.log1p(np.bincount(title_owners, minlength=size)).astype(np.float32),
    )
    (home / _DONE).write_text(json.dumps({"codes": content.codes, "digests": digests}), encoding="utf-8")


def _count_words(documents: Iterable[list[str]]) -> bm25s.BM25:
    import bm25s

    b, k1 = _ROUNDING
    index = bm25s.BM25(method="lucene", b=b, k1=k1)
    index.index([stems or [""] for stems in documents] or [[""]], show_progress=False)
    return index


def _centres(vectors: Vectors, owners: Any, size: int) -> Vectors:
    import numpy as np

    centres = np.zeros((size, vectors.shape[1]), dtype=np.float32)
    np.add.at(centres, owners, vectors)
    return to_unit(centres)


def _open(home: Path, index: Callable[[str, str], Index]) -> _Parts:
    """Raises one of `_DAMAGED` where something is missing or damaged."""
    import bm25s
    import numpy as np

    done = json.loads((home / _DONE).read_text(encoding="utf-8"))
    with (home / "arrays.npz").open("rb") as file, np.load(file) as arrays:  # NumPy leaves a damaged file open where it has opened it by itself
        held = {name: arrays[name] for name in arrays.files}
    counts = {name: bm25s.BM25.load(home / name, mmap=False) for name in ("title", "task", "whole", "work")}
    return _Parts(
        codes=tuple(done["codes"]),
        titles=index("titles", done["digests"]["titles"]),
        tasks=index("tasks", done["digests"]["tasks"]),
        title_owners=held.pop("title_owners"),
        task_owners=held.pop("task_owners"),
        work_owners=held.pop("work_owners"),
        title_words=counts["title"],
        task_words=counts["task"],
        whole_words=counts["whole"],
        work_words=counts["work"],
        centres=held,
    )


def _tidy(folder: Path, newest: Path) -> None:
    """Delete earlier catalogues but the one before this, which another program may have open."""
    earlier = sorted((path for path in folder.glob(f"{_FOLDER}*") if path != newest), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in earlier[_KEPT - 1 :]:
        shutil.rmtree(path, ignore_errors=True)


def _say_nothing(_done: float, _what: str) -> None:
    """No progress asked for."""
