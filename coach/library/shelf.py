"""One reading of the corpus and the imported sources, with everything that is made from it, each part when it is first needed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coach.library.bridging import Bridge, identify_bridge, join_occupation, list_titles, open_bridge
from coach.library.catalogue import Catalogue
from coach.library.corpus import OWN_SOURCE, Corpus, read_corpus
from coach.library.embeddings import Embedder
from coach.library.holdings import Holdings
from coach.library.imports.material import be_silent
from coach.library.index import Document, Index, Kind, Progress
from coach.library.merging import gather_content, merge_occupations
from coach.library.places import Place
from coach.library.titles import TitleEntry, TitleTable
from coach.records import Occupation, Passage, Topic

if TYPE_CHECKING:
    from coach.library.search import PassageRanker, Vocabulary

TOPIC_TEXTS = {
    Topic.PATH: "how people come to the occupation, what they did before, turning points, changing career",
    Topic.WORK: "a typical day or week, the tasks and duties, what takes longer than outsiders think",
    Topic.SKILL: "skills and qualities, what one must be good at, where it is learned, what nobody teaches",
    Topic.HARD: "strains, stress, risks, hours, what wears people down, the worst part, why some leave",
    Topic.JOY: "what satisfies, the best part, enjoyment, what keeps people in it",
    Topic.ORG: "kinds of employers, teams, culture, how decisions are made, how newcomers are treated",
    Topic.FIELD: "what is changing, demand, technology, automation, pay, the future and the next ten years",
    Topic.ENTRY: "ways in, training, qualifications, degree, registration, licence, first job, what employers look at",
    Topic.ADVICE: "advice and tips for beginners, what to try first, read or visit",
    Topic.LINKS: "people and places to talk to next, associations, bodies, groups, neighbouring occupations",
}
"""What each topic is about, in the words in which a learner may ask."""


class Indexes(NamedTuple):
    """The look-ups over the corpus alone, and the documents in them."""

    titles: Index
    texts: Index
    documents: list[Document]


class Shelf:
    """One reading of the corpus with everything that is made from it, each part when it is first needed."""

    def __init__(self, corpus: Path, *, place: Place, embedder: Embedder, holdings: Holdings) -> None:
        self.corpus: Corpus = read_corpus(corpus)
        self.by_code = {occupation.code: occupation for occupation in self.corpus.occupations.values()}
        self.holdings = holdings
        holdings.hold()
        self._merged: dict[str, Occupation] = {}
        self._embedder = embedder
        self._place = place
        self._rankers: dict[str, PassageRanker] = {}

    @cached_property
    def bridge_digest(self) -> str:
        """Identifies what the bridge makes of this material; empty where there is none to make."""
        return identify_bridge(self.corpus.digest, self.holdings)

    @cached_property
    def bridge(self) -> Bridge:
        """Which of ESCO's occupations are another source's."""
        return open_bridge(self.by_code, self.holdings, digest=self.bridge_digest)

    @cached_property
    def titles(self) -> TitleTable:
        """All titles."""
        entries = [
            TitleEntry(title=title, code=occupation.code, main=title == occupation.title)
            for occupation in self.by_code.values()
            for title in (occupation.title, *occupation.alternate_titles)
        ]
        entries += [TitleEntry(title=held.title, code=held.code, main=held.main) for _, held in list_titles(self.holdings, self.bridge)]
        return TitleTable(entries, texts=[text for occupation in self.by_code.values() for text in _texts(occupation)])

    @cached_property
    def indexes(self) -> Indexes:
        """The indexes, not yet opened: titles, and everything else but private facts, which are nobody's to find."""
        documents = [document for slug, occupation in self.corpus.occupations.items() for document in _documents(slug, occupation)]
        titles = [document for document in documents if document.kind is Kind.TITLE]
        texts = [document for document in documents if document.kind is not Kind.TITLE]
        return Indexes(
            titles=Index(self._place, self._embedder, titles, name="titles"),
            texts=Index(self._place, self._embedder, texts, name="texts"),
            documents=documents,
        )

    @cached_property
    def catalogue(self) -> Catalogue | None:
        """The look-up over imported material and the corpus together; None where nothing was imported."""
        if not self.holdings.sources:
            return None
        digest = " ".join(part for part in (self.corpus.digest, self.holdings.digest, self.bridge_digest) if part)
        return Catalogue(
            self._place, self._embedder, lambda: gather_content(self.by_code, self.holdings, self.bridge), folder=self.holdings.folder.parent, digest=digest
        )

    @cached_property
    def _names(self) -> dict[str, tuple[str, str]]:
        """Code -> main title and the source it is from."""
        names = {held.code: (held.title, source.name) for source in reversed(self.holdings.sources) for held in source.list_titles() if held.main}
        return {code: (occupation.title, OWN_SOURCE.id) for code, occupation in self.by_code.items()} | names

    def name(self, code: str, called: str = "") -> str:
        """The main title of an occupation: the corpus's, where it is called by one of the corpus's titles, else that of a source which may hold more than one job."""
        own = self.by_code.get(code)
        if own is not None and called.casefold() in {title.casefold() for title in (own.title, *own.alternate_titles)}:
            return own.title
        return self._names[code][0]

    def source_of(self, code: str) -> str:
        """Where an occupation's main title is from."""
        return self._names[code][1]

    def get(self, code: str) -> Occupation | None:
        """The occupation of that code with all that the corpus and the imported sources have on it; a code of ESCO's leads to the one that holds."""
        code = self.bridge.find(code)
        if code not in self._merged:
            found = [self.by_code[code]] if code in self.by_code else []
            found += self.holdings.get_occupations(code)
            found += [join_occupation(same, code) for own in self.bridge.list_joined(code) for same in self.holdings.get_occupations(own)]
            if not found:
                return None
            self._merged[code] = merge_occupations(found)
        return self._merged[code]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all documents."""
        from coach.library.search import Vocabulary

        return Vocabulary(self.indexes.documents)

    def prepare(self, progress: Progress | None = None) -> None:
        """Open both indexes."""
        tell = progress or be_silent
        if self.catalogue is not None:
            self.catalogue.prepare(lambda done, what: tell(0.9 * done, what))
        self.indexes.titles.prepare(lambda done, what: tell(0.9 + done / 20, what))
        self.indexes.texts.prepare(lambda done, what: tell(0.95 + done / 20, what))

    def rank(self, occupation: Occupation, query: str, *, limit: int, topic: str) -> tuple[Passage, ...]:
        """The best passages of one occupation."""
        from coach.library.search import PassageRanker

        if occupation.code not in self._rankers:
            self._rankers[occupation.code] = PassageRanker(occupation.passages, vocabulary=self.vocabulary, embedder=self._embedder, leanings=TOPIC_TEXTS)
        ranker = self._rankers[occupation.code]
        if self.catalogue is not None:  # most passages are in no index: the few of one occupation are compared one by one
            return ranker.rank(query, ranker.find_neighbours(query, topic=topic), limit=limit)
        found = self.indexes.texts.find(query, limit=len(occupation.passages) + 1, code=occupation.code, topic=topic)
        return ranker.rank(query, [(document.id, score) for document, score in found], limit=limit)


def _documents(slug: str, occupation: Occupation) -> Iterator[Document]:
    for n, title in enumerate(dict.fromkeys((occupation.title, *occupation.alternate_titles)), start=1):
        yield Document(id=f"{slug}/title/{n}", kind=Kind.TITLE, code=occupation.code, text=title)
    yield Document(id=f"{slug}/summary", kind=Kind.SUMMARY, code=occupation.code, text=occupation.summary)
    for passage in occupation.passages:
        leaning = TOPIC_TEXTS[passage.topic] if passage.topic else ""
        kind = Kind.BESIDE if passage.topic is Topic.LINKS else Kind.PASSAGE
        yield Document(id=passage.id, kind=kind, code=occupation.code, text=passage.text, topic=passage.topic or "", leaning=leaning)


def _texts(occupation: Occupation) -> Iterator[str]:
    yield occupation.summary
    for passage in occupation.passages:
        yield passage.text
