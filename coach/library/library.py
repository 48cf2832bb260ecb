"""`Library`: everything the program knows about occupations, behind seven verbs.

Opening it costs nothing. What has an exact title or a code is looked up in the corpus alone; everything else by an index that is built at the first need, in
a few seconds.
"""

from __future__ import annotations

import difflib
import hashlib
import threading
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.errors import LibraryError
from coach.library.corpus import OWN_SOURCE, Corpus, corpus_folder, read_corpus
from coach.library.embeddings import Embedder, StaticEmbedder
from coach.library.index import Document, Index, Kind, Progress
from coach.library.places import FolderPlace, Place, ServerPlace
from coach.library.titles import EXACT, OTHER_TITLE, TitleEntry, TitleTable, spell_out
from coach.records import LibrarySource, LibraryStatus, Occupation, OccupationChoice, OccupationMatch, Passage, Topic

if TYPE_CHECKING:
    from coach.library.search import PassageRanker, Vocabulary

NEAR = 0.9
"""From this score on a title is named so plainly that nothing else needs to be searched."""

SURE, LEAD, LIKELY = 0.9, 0.1, 0.95
"""An occupation is taken without asking from this score on, at this distance to the next; one that no title names has to be likelier still."""

_FAINT = 0.01
_LONGEST_QUERY = 2000

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


def open_library(data: Path, *, corpus: Path | None = None, chroma_url: str = "") -> Library:
    """The library over a corpus folder (the project's own by default), with its index in `data`/library or on a Chroma server.

    Nothing is read yet. Raises `LibraryError` where `chroma_url` is not an address.
    """
    place = ServerPlace(chroma_url) if chroma_url else FolderPlace(data / "library")
    return Library(corpus or corpus_folder(), place=place, embedder=StaticEmbedder())


class _Indexes(NamedTuple):
    titles: Index
    texts: Index
    documents: list[Document]


class _Shelf:
    """One reading of the corpus with everything that is made from it, each part when it is first needed."""

    def __init__(self, folder: Path, *, place: Place, embedder: Embedder) -> None:
        self.corpus: Corpus = read_corpus(folder)
        self.by_code = {occupation.code: occupation for occupation in self.corpus.occupations.values()}
        self._embedder = embedder
        self._place = place
        self._rankers: dict[str, PassageRanker] = {}

    @cached_property
    def titles(self) -> TitleTable:
        """All titles."""
        entries = [
            TitleEntry(title=title, code=occupation.code, main=title == occupation.title)
            for occupation in self.by_code.values()
            for title in (occupation.title, *occupation.alternate_titles)
        ]
        return TitleTable(entries, texts=[text for occupation in self.by_code.values() for text in _texts(occupation)])

    @cached_property
    def indexes(self) -> _Indexes:
        """The indexes, not yet opened: titles, and everything else but private facts, which are nobody's to find."""
        documents = [document for slug, occupation in self.corpus.occupations.items() for document in _documents(slug, occupation)]
        titles = [document for document in documents if document.kind is Kind.TITLE]
        texts = [document for document in documents if document.kind is not Kind.TITLE]
        return _Indexes(
            titles=Index(self._place, self._embedder, titles, name="titles"),
            texts=Index(self._place, self._embedder, texts, name="texts"),
            documents=documents,
        )

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all documents."""
        from coach.library.search import Vocabulary

        return Vocabulary(self.indexes.documents)

    def prepare(self, progress: Progress | None = None) -> None:
        """Open both indexes."""
        self.indexes.titles.prepare(lambda done, what: progress(done / 2, what) if progress else None)
        self.indexes.texts.prepare(lambda done, what: progress((1 + done) / 2, what) if progress else None)

    def rank(self, occupation: Occupation, query: str, *, limit: int, topic: str) -> tuple[Passage, ...]:
        """The best passages of one occupation."""
        from coach.library.search import PassageRanker

        if occupation.code not in self._rankers:
            self._rankers[occupation.code] = PassageRanker(occupation.passages, vocabulary=self.vocabulary, embedder=self._embedder)
        neighbours = self.indexes.texts.find(query, limit=len(occupation.passages) + 1, code=occupation.code, topic=topic)
        return self._rankers[occupation.code].rank(query, neighbours, limit=limit)


class Library:
    """Occupations and their passages, found by title, description or question. Safe to share between threads; `corpus_folder` is where the material lies."""

    def __init__(self, corpus: Path, *, place: Place, embedder: Embedder) -> None:
        self.corpus_folder = corpus
        self._place = place
        self._embedder = embedder
        self._lock = threading.RLock()
        self._shelf: _Shelf | None = None

    @property
    def digest(self) -> str:
        """Identifies the material and the embedding; goes into the provenance of what is made from them."""
        with self._lock:
            shelf = self._open()
            return hashlib.sha256(f"{shelf.corpus.digest} {shelf.indexes.titles.digest} {shelf.indexes.texts.digest}".encode()).hexdigest()[:16]

    def list_occupations(self) -> tuple[Occupation, ...]:
        """All occupations, by title. Raises `LibraryError` where the material is missing or does not fit its format."""
        with self._lock:
            return tuple(sorted(self._open().by_code.values(), key=lambda occupation: occupation.title))

    def get_occupation(self, code: str) -> Occupation:
        """The occupation with this O*NET-SOC code, file name or exact title. Raises `LibraryError` naming the nearest titles."""
        with self._lock:
            shelf = self._open()
            named = shelf.by_code.get(code.strip()) or shelf.corpus.occupations.get(code.strip())
            if named is None:
                exact = [match for match in shelf.titles.find(code[:_LONGEST_QUERY]) if match.score >= OTHER_TITLE]
                first = [match for match in exact if match.score == exact[0].score]
                named = shelf.by_code[first[0].code] if len(first) == 1 else None
            if named is None:
                near = ", ".join(_nearest(shelf, code[:_LONGEST_QUERY]))
                raise LibraryError(f"The library has no occupation {code[:80]!r}.", mend=f"Try one of these: {near}.")
            return named

    def find_occupation(self, title_or_code: str) -> Occupation:
        """The one occupation that is meant. Raises `LibraryError` naming the nearest where that is not sure."""
        try:
            return self.get_occupation(title_or_code)
        except LibraryError:
            choice = self.choose_occupation(title_or_code)
            if choice.sure:
                return self.get_occupation(choice.code)
            near = ", ".join(match.title for match in choice.candidates[:3])
            mend = f"The nearest are: {near}. Choose one of them." if near else "Try another title, or see: coach library status."
            raise LibraryError(f"The library is not sure which occupation {title_or_code[:80]!r} is.", mend=mend) from None

    def find_occupations(self, query: str, *, limit: int = 5) -> tuple[OccupationMatch, ...]:
        """Occupations for a job title or a description of work, best first.

        The score is between 0 and 1: how likely this occupation is meant, and not another one or none of the library's. Raises `LibraryError`.
        """
        return tuple(found.match for found in self._find(query)[: max(limit, 0)])

    def choose_occupation(self, query: str, *, limit: int = 5) -> OccupationChoice:
        """The occupation that is meant, if that is beyond reasonable doubt; else `sure` is false and the candidates are there to choose from.

        A title of two occupations is left open unless it is the main title of one. A title that is none of the library's is taken only where it is composed
        of words of the occupation's titles. Raises `LibraryError`.
        """
        found = self._find(query)
        candidates = tuple(item.match for item in found[: max(limit, 0)])
        best, firm = found[0] if found else (None, False)
        lead = best.score - (found[1].match.score if len(found) > 1 else 0.0) if best else 0.0
        if best is None or not firm or best.score < SURE or lead < (LEAD if best.score < EXACT else EXACT - OTHER_TITLE):
            return OccupationChoice(candidates=candidates)
        return OccupationChoice(code=best.code, title=best.title, sure=True, candidates=candidates)

    def find_passages(self, code: str, query: str, *, limit: int = 8, topic: Topic | None = None) -> tuple[Passage, ...]:
        """Passages of one occupation for a question, best first, each with its source and a score between 0 and 1; without near-duplicates.

        An empty question gives the first passages of every topic. Raises `LibraryError` where there is no such occupation.
        """
        occupation = self.get_occupation(code)
        query = query.strip()[:_LONGEST_QUERY]
        if limit < 1:
            return ()
        if not query:
            some = [passage for passage in occupation.passages if topic in {None, passage.topic}]
            return tuple(sorted(some, key=lambda passage: int(passage.id.rpartition("/")[2]))[:limit])
        with self._lock:
            return self._open().rank(occupation, query, limit=limit, topic=topic or "")

    def as_retriever(self, code: str, *, limit: int = 8, topic: Topic | None = None) -> Any:
        """A LangChain `BaseRetriever` over `find_passages` of one occupation."""
        from coach.library.search import make_retriever

        return make_retriever(lambda query: self.find_passages(code, query, limit=limit, topic=topic))

    def status(self) -> LibraryStatus:
        """What the library holds, with which embedding, and where its index is; builds nothing."""
        with self._lock:
            shelf = self._open()
            source = LibrarySource(
                name=OWN_SOURCE.id,
                version=shelf.corpus.digest[:8],
                licence=OWN_SOURCE.licence,
                attribution=OWN_SOURCE.title,
                occupations=len(shelf.by_code),
                passages=sum(len(occupation.passages) for occupation in shelf.by_code.values()),
                titles=sum(1 + len(occupation.alternate_titles) for occupation in shelf.by_code.values()),
            )
            return LibraryStatus(sources=(source,), embedding=self._embedder.name, backend=self._place.backend)

    def prepare(self, progress: Progress | None = None) -> None:
        """Open the index, and build it where it is missing or damaged, telling `progress` how far it is. Raises `LibraryError`."""
        with self._lock:
            self._open().prepare(progress)

    def rebuild(self, progress: Progress | None = None) -> LibraryStatus:
        """Read the material anew and build its index from nothing. Raises `LibraryError`."""
        with self._lock:
            self.close()
            shelf = self._open()
            shelf.indexes.titles.drop()
            shelf.indexes.texts.drop()
            shelf.prepare(progress)
            return self.status()

    def close(self) -> None:
        """Let go of files and connections; the next look-up opens them anew."""
        with self._lock:
            self._shelf = None
            self._place.close()

    def _open(self) -> _Shelf:
        if self._shelf is None:
            self._shelf = _Shelf(self.corpus_folder, place=self._place, embedder=self._embedder)
        return self._shelf

    def _find(self, query: str) -> list[_Found]:
        query = query.strip()[:_LONGEST_QUERY]
        if not query:
            return []
        with self._lock:
            shelf = self._open()
            by_code = shelf.by_code.get(query) or shelf.corpus.occupations.get(query)
            named = {by_code.code: 1.0} if by_code else {match.code: match.score for match in shelf.titles.find(query)}
            weighed = _weigh(shelf, query) if max(named.values(), default=0.0) < NEAR else {}
            found = []
            for code in {**named, **weighed}:
                likely, firm = weighed.get(code, (0.0, False))
                score = max(named.get(code, 0.0), likely)
                match = OccupationMatch(code=code, title=shelf.by_code[code].title, score=round(score, 4), source=OWN_SOURCE.id)
                found.append(_Found(match=match, firm=firm or code in named))
        return sorted((item for item in found if item.match.score >= _FAINT), key=lambda item: (-item.match.score, item.match.code))


class _Found(NamedTuple):
    """`firm`: named by a title, or more than alike."""

    match: OccupationMatch
    firm: bool


def _weigh(shelf: _Shelf, query: str) -> dict[str, tuple[float, bool]]:
    """Code -> how likely the occupation is meant, and whether that is firm."""
    from coach.library.search import NEIGHBOURS, Shared, gather_evidence, is_firm, weigh_occupations

    query = spell_out(query)
    titles = shelf.indexes.titles.find(query, limit=NEIGHBOURS)
    texts = shelf.indexes.texts.find(query, limit=NEIGHBOURS)
    shared = shelf.vocabulary.find_shared(query)
    likely = weigh_occupations(gather_evidence(shared, titles=titles, texts=texts), query=query)
    return {code: (score, score >= LIKELY and is_firm(shared.get(code, Shared()), query=query)) for code, score in likely.items()}


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


def _nearest(shelf: _Shelf, query: str) -> list[str]:
    """The main titles of the occupations with the likest titles, or the first few where none is like it."""
    owners = {title.lower(): occupation.title for occupation in shelf.by_code.values() for title in (*occupation.alternate_titles, occupation.title)}
    near = difflib.get_close_matches(query.lower(), owners, n=8, cutoff=0.5)
    return list(dict.fromkeys(owners[title] for title in near))[:3] or sorted({occupation.title for occupation in shelf.by_code.values()})[:3]
