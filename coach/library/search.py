"""What speaks for an occupation or a passage: nearness in meaning and shared words, weighed together.

Occupations: the nearest titles and texts vote for their occupation, and the words of the query count by how rare they are. The weights make the score a
probability that this occupation is meant and not another one or none at all; they were fitted by `evals.fit_library` on small libraries made from O*NET and
the Occupational Outlook Handbook.

Passages: five measures, added up. Adding beat fusing the ranks (reciprocal rank fusion) on our questions, as in Bruch, Gai and Ingber
(2023), and leaves a score that means the same for every query.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.library.embeddings import Embedder, to_unit
from coach.library.index import LEANING, Document, Kind, Neighbour
from coach.library.words import plain_words, search_words, stem
from coach.records import Passage, Record, Topic

if TYPE_CHECKING:
    from coach.library.embeddings import Vectors

NEIGHBOURS = 150
"""How many titles, and how many texts, have a say about an occupation."""

LONG_QUERY = 6
"""From so many words on a query is read as a description of work; a job title is shorter."""


class Evidence(Record):
    """What speaks for one occupation.

    `titles`, `texts`: mean cosine of its three nearest titles and texts. `title_words`: weight of the words shared with the title that fits best, over the
    weight of all words of both. `known`, `known_in_titles`: share of the query's words, by weight, that stand in any of its texts, and in its titles.
    """

    titles: float
    texts: float
    title_words: float
    known: float
    known_in_titles: float


class Shared(NamedTuple):
    """The words that a query shares with one occupation: three of the measures of `Evidence`, and whether one of its titles has them all and more."""

    title_words: float = 0.0
    known: float = 0.0
    known_in_titles: float = 0.0
    shortens_title: bool = False


class Weights(Record):
    """How much each kind of evidence counts, and what it has to outweigh."""

    titles: float
    texts: float
    title_words: float
    known: float
    known_in_titles: float
    against: float

    def weigh(self, evidence: Evidence) -> float:
        """The evidence as log-odds against "none of the library's occupations"."""
        return math.fsum(getattr(self, name) * value for name, value in evidence) - self.against


TITLE_WEIGHTS = Weights(titles=7.29, texts=7.23, title_words=3.18, known=1.1, known_in_titles=1.47, against=7.76)
DESCRIPTION_WEIGHTS = Weights(titles=5.46, texts=12.6, title_words=0.0, known=4.71, known_in_titles=3.39, against=9.22)


class Vocabulary:
    """Which words stand in which documents, and how much each word says."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._count = 0
        self._frequency: Counter[str] = Counter()
        self._codes: dict[str, set[str]] = defaultdict(set)
        self._titles: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for document in documents:
            if document.kind is Kind.BESIDE:
                continue
            words = frozenset(search_words(document.text))
            self._count += 1
            self._frequency.update(words)
            for word in words:
                self._codes[word].add(document.code)
                if document.kind is Kind.TITLE:
                    self._titles[word].append((document.code, words))

    def weight(self, word: str) -> float:
        """How rare a stem is among the documents (inverse document frequency as in BM25); a stem that nobody uses weighs most."""
        frequency = self._frequency[word]
        return math.log(1 + (self._count - frequency + 0.5) / (frequency + 0.5))

    def find_shared(self, query: str) -> dict[str, Shared]:
        """Code -> shared words, for every occupation that has a word in common with the query."""
        weights = {word: self.weight(word) for word in set(search_words(query))}
        total = sum(weights.values())
        best: dict[str, float] = defaultdict(float)
        known: dict[str, float] = defaultdict(float)
        in_titles: dict[str, float] = defaultdict(float)
        shortens: set[str] = set()
        for word, weight in sorted(weights.items()):
            for code in self._codes.get(word, ()):
                known[code] += weight / total
            for code in {code for code, _ in self._titles.get(word, ())}:
                in_titles[code] += weight / total
            for code, title in self._titles.get(word, ()):
                shared = sum(weights[other] for other in title if other in weights)
                rest = sum(self.weight(other) for other in title if other not in weights)
                best[code] = max(best[code], shared / (total + rest))
                if rest and weights.keys() <= title:
                    shortens.add(code)
        return {code: Shared(best[code], value, in_titles[code], code in shortens) for code, value in known.items()}


def gather_evidence(shared: Mapping[str, Shared], *, titles: Sequence[Neighbour], texts: Sequence[Neighbour]) -> dict[str, Evidence]:
    """Code -> evidence, for every occupation that has a neighbour or a word in common with the query."""
    near_titles, near_texts = _vote(titles), _vote(texts)
    least_title, least_text = _least(titles), _least(texts)
    found = {}
    for code in sorted({*shared, *near_titles, *near_texts}):
        words = shared.get(code, Shared())
        found[code] = Evidence(
            titles=_mean_of_three(near_titles.get(code, []), least=least_title),
            texts=_mean_of_three(near_texts.get(code, []), least=least_text),
            title_words=words.title_words,
            known=words.known,
            known_in_titles=words.known_in_titles,
        )
    return found


def _vote(neighbours: Iterable[Neighbour]) -> dict[str, list[float]]:
    votes: dict[str, list[float]] = defaultdict(list)
    for document, score in neighbours:
        if document.kind is not Kind.BESIDE:
            votes[document.code].append(score)
    return votes


def _least(neighbours: Sequence[Neighbour]) -> float:
    return neighbours[-1].score if neighbours else 0.0


def _mean_of_three(scores: Sequence[float], *, least: float) -> float:
    """The mean of the three highest; where fewer came near, the others were at most `least`."""
    return sum([*scores, least, least, least][:3]) / 3


def weigh_occupations(evidence: Mapping[str, Evidence], *, query: str) -> dict[str, float]:
    """Code -> how likely this occupation is meant (0 to 1); what the likelihoods lack of 1 is how likely none of them is."""
    weights = DESCRIPTION_WEIGHTS if is_description(query) else TITLE_WEIGHTS
    odds = {code: weights.weigh(item) for code, item in evidence.items()}
    highest = max([0.0, *odds.values()])
    total = math.exp(-highest) + sum(math.exp(value - highest) for value in odds.values())
    return {code: math.exp(value - highest) / total for code, value in odds.items()}


def is_description(query: str) -> bool:
    """Whether the query is read as a description of work and not as a job title, by its length."""
    return len(query.split()) >= LONG_QUERY


def is_firm(shared: Shared, *, query: str) -> bool:
    """Whether a likely occupation may be taken without asking.

    A description may; a title only where it has several words which all stand in titles of the occupation, and is not merely a piece of one ("project
    manager" of "construction project manager"). Of the titles that look as likely and are not firm, about one in ten belongs to another occupation; of the
    firm ones, one in thirty.
    """
    composed = len(set(search_words(query))) > 1 and shared.known_in_titles > 0.999 and not shared.shortens_title
    return is_description(query) or composed


# --- passages ---

MEANING, SENTENCE, ALIGNMENT, WORDS, ABOUT = 0.38, 0.23, 0.23, 0.08, 0.08
"""Shares of a passage's score: cosine with the query of all of it, and of its nearest sentence; how well its words cover the query's; full-text
search (BM25); and cosine of the query with what the passage's topic is about."""

_HALF = 6.0
"""The BM25 score that counts half."""

_SAME = 0.6
"""Two passages sharing more than this part of their words say the same."""

_SPREAD = 0.002
"""What each further passage of a source has to be better by, so that several sources have a say."""

_SHORTEST_SENTENCE = 3
"""From so many words on a piece of a passage is compared by itself."""

_PIECES = re.compile(r"(?<=[.?!:;])\s+")


class PassageRanker:
    """The passages of one occupation, ready to be ranked for a query."""

    def __init__(self, passages: Sequence[Passage], *, vocabulary: Vocabulary, embedder: Embedder, leanings: Mapping[Topic, str]) -> None:
        """`leanings` says in words what each topic is about."""
        import bm25s

        self._passages = passages
        self._vocabulary = vocabulary
        self._embedder = embedder
        self._leanings = leanings
        self._stems = [search_words(passage.text) for passage in passages]
        self._bm25 = bm25s.BM25(method="lucene")
        self._bm25.index([stems or [""] for stems in self._stems], show_progress=False)
        plain = [sorted(set(plain_words(passage.text))) for passage in passages]
        words = sorted({word for some in plain for word in some})
        place = {word: n for n, word in enumerate(words)}
        self._columns = [[place[word] for word in some] for some in plain]
        self._word_stems = [stem(word) for word in words]
        pieces = [_list_pieces(passage.text) for passage in passages]
        self._rows = [n for n, some in enumerate(pieces) for _ in some]
        self._embed(words, [piece for some in pieces for piece in some])

    def _embed(self, words: Sequence[str], pieces: Sequence[str]) -> None:
        """All vectors that do not depend on a query, in one request."""
        texts = [passage.text for passage in self._passages]
        every = self._embedder.embed([*words, *pieces, *texts, *self._leanings.values()])
        self._vectors = every[: len(words)]
        pieces_at, texts_at, topics_at = len(words), len(words) + len(pieces), len(words) + len(pieces) + len(texts)
        whole = every[texts_at:topics_at]
        self._piece_mean = every[pieces_at:texts_at].mean(axis=0)
        self._pieces = to_unit(every[pieces_at:texts_at] - self._piece_mean)
        self._mean = whole.mean(axis=0)
        self._whole = to_unit(whole - self._mean)
        self._topics = dict(zip(self._leanings, to_unit(every[topics_at:] - self._mean), strict=True))

    def find_neighbours(self, query: str, *, topic: str = "") -> list[tuple[str, float]]:
        """Id and nearness in meaning of every passage, or of those on one topic, found without an index; the vectors lean as those of an index do."""
        import numpy as np

        leaning: Vectors = np.array([self._topics[passage.topic] if passage.topic else np.zeros_like(self._mean) for passage in self._passages])
        near = to_unit((self._whole + LEANING * leaning).astype(np.float32)) @ to_unit(self._embedder.embed([query]) - self._mean)[0]
        return [(passage.id, float(score)) for passage, score in zip(self._passages, near, strict=True) if topic in {"", passage.topic}]

    def rank(self, query: str, neighbours: Iterable[tuple[str, float]], *, limit: int) -> tuple[Passage, ...]:
        """The best passages with their scores, best first, near-duplicates left out; `neighbours` are their ids with their nearness in meaning."""
        meaning = dict(neighbours)
        stems = search_words(query)
        full_text = self._bm25.get_scores(stems) if stems else [0.0] * len(self._passages)
        aligned = self._align(query)
        nearest, about = self._compare(query)
        scores = {
            n: max(
                0.0,
                MEANING * meaning[passage.id]
                + SENTENCE * nearest[n]
                + ALIGNMENT * aligned[n]
                + WORDS * float(full_text[n]) / (float(full_text[n]) + _HALF)
                + ABOUT * about.get(passage.topic, 0.0),
            )
            for n, passage in enumerate(self._passages)
            if passage.id in meaning
        }
        chosen = self._choose(scores, limit=limit)
        return tuple(self._passages[n].model_copy(update={"score": round(min(scores[n], 1.0), 4)}) for n in chosen)

    def _compare(self, query: str) -> tuple[list[float], dict[Topic | None, float]]:
        """For each passage the cosine of its nearest sentence, and for each topic that of what it is about."""
        import numpy as np

        vector = self._embedder.embed([query])
        near = self._pieces @ to_unit(vector - self._piece_mean)[0]
        best = np.full(len(self._passages), -1.0)
        np.maximum.at(best, self._rows, near)
        asked = to_unit(vector - self._mean)[0]
        return best.tolist(), {topic: float(about @ asked) for topic, about in self._topics.items()}

    def _align(self, query: str) -> list[float]:
        """For each passage how well its words cover the query's: the best cosine of each query word with a word of the passage, weighted by rarity.

        Late interaction (Khattab and Zaharia 2020) over static word vectors; a word that stands there itself counts 1.
        """
        import numpy as np

        words = list(dict.fromkeys(plain_words(query)))
        if not words:
            return [0.0] * len(self._passages)
        weights = np.array([self._vocabulary.weight(stem(word)) for word in words])
        near: Vectors = self._embedder.embed(words) @ self._vectors.T
        for n, word in enumerate(words):
            near[n, [place for place, other in enumerate(self._word_stems) if other == stem(word)]] = 1.0
        best = np.array([near[:, columns].max(axis=1) if columns else np.zeros(len(words)) for columns in self._columns])
        covered: list[float] = (best @ weights / weights.sum()).tolist()
        return covered

    def _choose(self, scores: Mapping[int, float], *, limit: int) -> list[int]:
        """The best `limit`, spread over sources, without near-duplicates; best first."""
        rest = sorted(scores, key=lambda n: (-scores[n], n))
        chosen: list[int] = []
        taken: Counter[str] = Counter()
        while rest and len(chosen) < limit:
            best = max(rest, key=lambda n: (scores[n] - _SPREAD * taken[self._passages[n].source.id], -n))
            rest.remove(best)
            if not any(self._say_the_same(best, other) for other in chosen):
                chosen.append(best)
                taken[self._passages[best].source.id] += 1
        return sorted(chosen, key=lambda n: (-scores[n], n))

    def _say_the_same(self, one: int, other: int) -> bool:
        words, others = set(self._stems[one]), set(self._stems[other])
        return len(words & others) > _SAME * min(len(words), len(others))


def _list_pieces(text: str) -> list[str]:
    """The sentences of a passage and their parts between semicolons or colons; all of it where none is long enough."""
    return [piece for piece in _PIECES.split(text) if len(piece.split()) >= _SHORTEST_SENTENCE] or [text]


def make_retriever(find: Callable[[str], tuple[Passage, ...]]) -> Any:
    """A LangChain retriever over `find`; LangChain is imported here and nowhere else in the library."""
    from langchain_core.callbacks import CallbackManagerForRetrieverRun
    from langchain_core.documents import Document as LangChainDocument
    from langchain_core.retrievers import BaseRetriever

    class PassageRetriever(BaseRetriever):
        """Passages as LangChain documents, with id, occupation, topic, score and source as metadata."""

        def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[LangChainDocument]:  # noqa: ARG002
            return [
                LangChainDocument(id=passage.id, page_content=passage.text, metadata=passage.model_dump(mode="json", exclude={"text"}))
                for passage in find(query)
            ]

    return PassageRetriever()
