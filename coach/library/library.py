"""`Library`: everything the program knows about occupations, behind seven verbs.

Opening it costs nothing. What has an exact title or a code is looked up in the corpus alone; everything else by an index that is built at the first need, in
a few seconds.
"""

from __future__ import annotations

import difflib
import hashlib
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from coach.errors import LibraryError
from coach.library.bridging import hold_back
from coach.library.catalogue import reads_as_description
from coach.library.corpus import OWN_SOURCE, corpus_folder
from coach.library.dialect import is_word_of_home, say_abroad
from coach.library.embeddings import Embedder, StaticEmbedder, open_embedder
from coach.library.holdings import Holdings, importing
from coach.library.imports import Material, fetch, identify_material, read_material
from coach.library.imports.material import be_silent
from coach.library.index import Progress
from coach.library.places import FolderPlace, Place, ServerPlace
from coach.library.shelf import Shelf
from coach.library.titles import EXACT, OTHER_TITLE, spell_out
from coach.library.words import title_words
from coach.records import LibrarySource, LibraryStatus, Occupation, OccupationChoice, OccupationMatch, Passage, Topic
from coach.settings import Settings

NEAR = 0.9
"""From this score on a title is named so plainly that nothing else needs to be searched."""

SURE, LEAD, LIKELY = 0.9, 0.1, 0.95
"""An occupation is taken without asking from this score on, at this distance to the next; one that no title names has to be likelier still."""

_FAINT = 0.01
_LONGEST_QUERY = 2000


def open_library(
    data: Path, *, corpus: Path | None = None, chroma_url: str = "", settings: Settings | None = None, consents: Callable[[], Iterable[str]] = tuple
) -> Library:
    """The library over a corpus folder (the project's own by default), with its index in `data`/library or on a Chroma server.

    The embedding is that of the settings, static without them; one that sends texts to a provider asks `consents` before every request. Nothing is read yet.
    Raises `LibraryError` where `chroma_url` is not an address.
    """
    folder = data / "library"
    place = ServerPlace(chroma_url) if chroma_url else FolderPlace(folder)
    embedder = open_embedder(settings, folder=folder, list_consents=consents) if settings else StaticEmbedder()
    return Library(corpus or corpus_folder(), place=place, embedder=embedder, folder=folder)


class Library:
    """Occupations and their passages, found by title, description or question. Safe to share between threads; `corpus_folder` is where the material lies."""

    def __init__(self, corpus: Path, *, place: Place, embedder: Embedder, folder: Path) -> None:
        """`folder` is where imported material is kept."""
        self.corpus_folder = corpus
        self._sources = folder / "sources"
        self._place = place
        self._embedder = embedder
        self._lock = threading.RLock()
        self._shelf: Shelf | None = None

    @property
    def digest(self) -> str:
        """Identifies the material and the embedding; goes into the provenance of what is made from them."""
        with self._lock:
            shelf = self._open()
            parts = [shelf.corpus.digest, shelf.indexes.titles.digest, shelf.indexes.texts.digest, shelf.holdings.digest, shelf.bridge_digest]
            return hashlib.sha256(" ".join(part for part in parts if part).encode()).hexdigest()[:16]

    def list_occupations(self) -> tuple[Occupation, ...]:
        """All occupations, by title. Raises `LibraryError` where the material is missing or does not fit its format."""
        with self._lock:
            return tuple(sorted(self._open().by_code.values(), key=lambda occupation: occupation.title))

    def get_occupation(self, code: str) -> Occupation:
        """The occupation with this O*NET-SOC code, file name or exact title. Raises `LibraryError` naming the nearest titles."""
        with self._lock:
            shelf = self._open()
            by_file = shelf.corpus.occupations.get(code.strip())
            named = shelf.get(by_file.code if by_file else code.strip())
            if named is None:
                exact = [match for match in shelf.titles.find(code[:_LONGEST_QUERY]) if match.score >= OTHER_TITLE]
                first = [match for match in exact if match.score == exact[0].score]
                named = shelf.get(first[0].code) if len(first) == 1 else None
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
        if not found:
            return OccupationChoice()
        best = found[0].match
        lead = best.score - (found[1].match.score if len(found) > 1 else 0.0)
        clear = found[0].firm and best.score >= SURE and lead >= (LEAD if best.score < EXACT else EXACT - OTHER_TITLE)
        if not (clear or found[0].sole):
            return OccupationChoice(candidates=candidates)
        return OccupationChoice(code=best.code, title=best.title, sure=True, candidates=candidates)

    def find_passages(self, code: str, query: str, *, limit: int = 8, topic: Topic | None = None) -> tuple[Passage, ...]:
        """Passages of one occupation for a question, best first, each with its source and a score between 0 and 1; without near-duplicates.

        An empty question gives the first passages of every topic. Raises `LibraryError` where there is no such occupation.
        """
        query = query.strip()[:_LONGEST_QUERY]
        with self._lock:
            occupation = self.get_occupation(code)
            if limit < 1 or not occupation.passages:
                return ()
            if not query:
                some = [passage for passage in occupation.passages if topic in {None, passage.topic}]
                return tuple(sorted(some, key=lambda passage: int(passage.id.rpartition("/")[2]))[:limit])
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
            imported = tuple(held.describe() for held in shelf.holdings.sources)
            return LibraryStatus(sources=(source, *imported), embedding=self._embedder.name, backend=self._place.backend)

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
            if shelf.catalogue is not None:
                shelf.catalogue.drop()
            shelf.prepare(progress)
            return self.status()

    def add(self, kind: str, where: str, progress: Progress | None = None) -> Material:
        """Import a source (`KINDS`) from a file, a folder or an https address; where the same release is held already it is not even read.

        The new release takes the old one's place when its index stands; until then, and where anything fails, the library is as it was. Raises `LibraryError`.
        """
        tell = progress or be_silent
        with importing(self._sources):
            path = fetch(where, self._sources.parent / "downloads", progress=lambda done, what: tell(0.1 * done, what))
            holdings = Holdings(self._sources)
            held = holdings.find_release(identify_material(kind, path))
            if held is not None:
                tell(1.0, "Nothing has changed")
                return held
            material = read_material(kind, path, progress=lambda done, what: tell(0.1 + 0.05 * done, what))
            tell(0.15, "Keeping the material")
            new = holdings.write(material)
            with closing(Holdings(self._sources, with_new=new)) as future:
                self._make_shelf(future).prepare(lambda done, what: tell(0.2 + 0.8 * done, what))
            with self._lock:
                self._put_away()
                holdings.take(new)
            tell(1.0, "The occupation material is ready")
        return material

    def remove(self, name: str, progress: Progress | None = None) -> None:
        """Take an imported source out. Raises `LibraryError` where it is not held."""
        with importing(self._sources), self._lock:
            self._put_away()
            Holdings(self._sources).remove(name)
            self._open().prepare(progress)

    def _make_shelf(self, holdings: Holdings) -> Shelf:
        return Shelf(self.corpus_folder, place=self._place, embedder=self._embedder, holdings=holdings)

    def close(self) -> None:
        """Let go of files and connections; the next look-up opens them anew."""
        with self._lock:
            self._put_away()
            self._place.close()

    def _put_away(self) -> None:
        if self._shelf is not None:
            self._shelf.holdings.close()
            self._shelf = None

    def _open(self) -> Shelf:
        if self._shelf is None:
            self._shelf = self._make_shelf(Holdings(self._sources))
        return self._shelf

    def _find(self, query: str) -> list[_Found]:
        query = query.strip()[:_LONGEST_QUERY]
        if not query:
            return []
        with self._lock:
            shelf = self._open()
            by_code = shelf.corpus.occupations.get(query) or shelf.get(query)
            matches = () if by_code else shelf.titles.find(query)
            exact = bool(by_code) or any(match.score >= OTHER_TITLE for match in matches)
            asked = query if exact or (matches and not is_word_of_home(query)) else say_abroad(query)
            if asked != query:
                matches = shelf.titles.find(asked) or matches
            called = {match.code: match.title for match in matches} or ({by_code.code: by_code.title} if query in shelf.corpus.occupations and by_code else {})
            named = {by_code.code: 1.0} if by_code else {match.code: match.score for match in matches}
            weighed = _weigh(shelf, asked, named)
            sole = _find_sole(named) if shelf.catalogue is not None else ""
            found = []
            for code in {**named, **weighed}:
                likely, firm = weighed.get(code, (0.0, False))
                plain = named.get(code, 0.0) if shelf.catalogue is None or by_code or _is_literal(query, called.get(code, "")) else 0.0
                match = OccupationMatch(
                    code=code, title=shelf.name(code, called.get(code, "")), score=round(max(plain, likely), 4), source=shelf.source_of(code)
                )
                found.append(_Found(match=match, firm=firm or code in named, likely=likely, sole=code == sole))
        return sorted((item for item in found if item.match.score >= _FAINT), key=lambda item: (-item.match.score, -item.likely, item.match.code))


def _is_literal(query: str, title: str) -> bool:
    """Whether the query is this title word by word, case, number and punctuation aside: among very many titles anything freer is one sign of several."""
    return title_words(query) == title_words(title)


def _find_sole(named: Mapping[str, float]) -> str:
    """The code that is named alone with the highest score, if that is a sure reading; else empty."""
    highest = max(named.values(), default=0.0)
    first = [code for code, score in named.items() if score == highest]
    return first[0] if len(first) == 1 and highest >= SURE else ""


class _Found(NamedTuple):
    """`firm`: named by a title, or more than alike. `sole`: among very many, the only one that the surest reading of the query as a title names."""

    match: OccupationMatch
    firm: bool
    likely: float
    sole: bool = False


def _weigh(shelf: Shelf, query: str, named: Mapping[str, float]) -> dict[str, tuple[float, bool]]:
    """Code -> how likely the occupation is meant, and whether that is firm; `named` are those whose title a reading of the query is."""
    if shelf.catalogue is not None:
        found = shelf.catalogue.find(query, named=named)
        return {code: (likely, True) for code, likely in (found if reads_as_description(query) else hold_back(found, shelf.holdings)).items()}
    if max(named.values(), default=0.0) >= NEAR:
        return {}
    from coach.library.search import NEIGHBOURS, Shared, gather_evidence, is_firm, weigh_occupations

    query = spell_out(query)
    titles = shelf.indexes.titles.find(query, limit=NEIGHBOURS)
    texts = shelf.indexes.texts.find(query, limit=NEIGHBOURS)
    shared = shelf.vocabulary.find_shared(query)
    likely = weigh_occupations(gather_evidence(shared, titles=titles, texts=texts), query=query)
    return {code: (score, score >= LIKELY and is_firm(shared.get(code, Shared()), query=query)) for code, score in likely.items()}


def _nearest(shelf: Shelf, query: str) -> list[str]:
    """The main titles of the occupations with the likest titles, or the first few where none is like it."""
    owners = {title.lower(): occupation.title for occupation in shelf.by_code.values() for title in (*occupation.alternate_titles, occupation.title)}
    near = difflib.get_close_matches(query.lower(), owners, n=8, cutoff=0.5)
    return list(dict.fromkeys(owners[title] for title in near))[:3] or sorted({occupation.title for occupation in shelf.by_code.values()})[:3]
