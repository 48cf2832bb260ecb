"""The index: the library's texts, found by meaning; a cache that can be deleted at any time and is built again from the material.

Its name carries the digest of the documents and of the embedding, so other material is another index. Vectors are always ours; Chroma embeds nothing and
downloads nothing. From every vector the mean of all documents is taken off before it is scaled to length 1, because what all texts share tells none of them
apart ("all but the top", Mu and Viswanath 2018); the mean is kept with the index.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.errors import LibraryError
from coach.library.embeddings import Embedder, to_unit
from coach.library.places import PREFIX, Place, list_failures
from coach.records import Record

if TYPE_CHECKING:
    from chromadb import Collection
    from chromadb.api.types import Metadatas

    from coach.library.embeddings import Vectors

Progress = Callable[[float, str], None]
"""Told how far a build is (0 to 1) and what is being done, in words for the learner."""

_BATCH = 2000
LEANING = 0.3
_ATTEMPTS = 4
"""Openings before giving up, with a build between two: another program may find an index damaged, and throw it away, just before we open it."""


class IndexLost(LibraryError):
    """An index that is opened without its documents is missing or damaged: whoever has the documents can build it anew."""


class Kind(StrEnum):
    """What a document is of its occupation."""

    TITLE = "title"
    SUMMARY = "summary"
    PASSAGE = "passage"
    BESIDE = "beside"
    """A passage about neighbouring occupations: no evidence for its own."""


class Document(Record):
    """One text that can be found, and the code of the occupation it belongs to.

    `leaning` says in a few words what the text is about; the document's vector leans towards it by three tenths, so that a passage is also found by what its
    section is on.
    """

    id: str
    kind: Kind
    code: str
    text: str
    topic: str = ""
    leaning: str = ""


class Neighbour(NamedTuple):
    """A document and how near its meaning is to the query: the cosine, at most 1."""

    document: Document
    score: float


class Index:
    """Documents of one library, found by meaning. Not safe for several threads before `prepare` has returned."""

    def __init__(self, place: Place, embedder: Embedder, documents: Sequence[Document], *, name: str, digest: str = "") -> None:
        """`name` says in a word what the documents are; it becomes part of the index's name.

        Where the documents are very many, `digest` stands for them (and the embedding): an index that is there already is then opened without them, and
        asked by `find_ids`.
        """
        self._place = place
        self._embedder = embedder
        self._documents = {document.id: document for document in documents}
        self.digest = digest or _digest(embedder.name, documents)
        self._name = f"{PREFIX}{name}-{self.digest}"
        self._collection: Collection | None = None
        self._mean: Vectors | None = None

    def prepare(self, progress: Progress | None = None) -> None:
        """Open the index; build it first where it is missing or damaged. Raises `LibraryError` where that fails."""
        if self._collection is not None:
            return
        for _ in range(_ATTEMPTS):
            collection = self._place.open(self._name)
            if collection is not None:
                self._take(collection)
                return
            if not self._documents:
                break
            self._place.build(self._name, lambda empty: self._fill(empty, progress or _say_nothing), size=len(self._documents))
        raise IndexLost("The look-up index of the occupation material was built but cannot be read.", mend="Check the disk, then try again.")

    def drop(self) -> None:
        """Throw the index away; the next look-up builds it anew."""
        self._collection = None
        self._place.drop(self._name)

    def find_ids(self, query: str, *, limit: int) -> list[tuple[str, float]]:
        """The ids of the nearest documents with their cosines, best first. Raises `LibraryError`, and `IndexLost` where a new one has to be built."""
        vector = self._embedder.embed([query])
        self.prepare()
        try:
            return self._ask_ids(vector, None, limit)
        except list_failures() as error:
            self._collection = None
            raise IndexLost("The look-up index of the occupation material is damaged.", mend="Build it anew with: coach library rebuild.") from error

    def find(self, query: str, *, limit: int, code: str = "", topic: str = "") -> tuple[Neighbour, ...]:
        """The nearest documents, best first, of one occupation and one topic where given. Raises `LibraryError`."""
        vector = self._embedder.embed([query])
        conditions = [{key: value} for key, value in (("code", code), ("topic", topic)) if value]
        where: dict[str, Any] | None = {"$and": conditions} if len(conditions) > 1 else conditions[0] if conditions else None
        self.prepare()
        try:
            return self._ask(vector, where, limit)
        except list_failures():  # damaged or deleted since it was opened: once more, from the material
            self.drop()
            self.prepare()
            return self._ask(vector, where, limit)

    def _ask(self, vector: Vectors, where: dict[str, Any] | None, limit: int) -> tuple[Neighbour, ...]:
        return tuple(Neighbour(document=self._documents[id_], score=score) for id_, score in self._ask_ids(vector, where, limit))

    def _ask_ids(self, vector: Vectors, where: dict[str, Any] | None, limit: int) -> list[tuple[str, float]]:
        assert self._collection is not None
        assert self._mean is not None
        if vector.shape[1] != self._mean.shape[-1]:
            raise LibraryError("The embedding's vectors have another size than those of the index.", mend="Build it anew with: coach library rebuild.")
        found = self._collection.query(query_embeddings=to_unit(vector - self._mean), n_results=limit, where=where, include=["distances"])
        distances = (found["distances"] or [[]])[0]
        return [(id_, 1.0 - distance) for id_, distance in zip(found["ids"][0], distances, strict=True)]

    def _fill(self, collection: Collection, progress: Progress) -> None:
        import numpy as np

        documents = tuple(self._documents.values())
        progress(0.05, "Reading the occupation material")
        vectors = self._embedder.embed([document.text for document in documents], lambda done, what: progress(0.05 + 0.4 * done, what))
        mean = vectors.mean(axis=0)
        leanings = self._embedder.embed([document.leaning for document in documents])
        leaned = np.array([bool(document.leaning) for document in documents])
        vectors = to_unit(vectors - mean)
        vectors[leaned] = to_unit(vectors[leaned] + LEANING * to_unit(leanings[leaned] - mean))
        for start in range(0, len(documents), _BATCH):
            progress(0.5 + 0.45 * start / len(documents), "Building the look-up index")
            batch = documents[start : start + _BATCH]
            metadatas: Metadatas = [{"code": document.code, "topic": document.topic} for document in batch]
            collection.add(ids=[document.id for document in batch], embeddings=vectors[start : start + _BATCH], metadatas=metadatas)
        collection.modify(metadata={"documents": len(documents), "mean": json.dumps(mean.astype(float).round(7).tolist())})
        progress(1.0, "The occupation material is ready")

    def _take(self, collection: Collection) -> None:
        import numpy as np

        self._mean = np.array(json.loads((collection.metadata or {})["mean"]), dtype=np.float32)
        self._collection = collection


def _say_nothing(_done: float, _what: str) -> None:
    """No progress asked for."""


def _digest(embedding: str, documents: Sequence[Document]) -> str:
    digest = hashlib.sha256(f"{embedding}\n{LEANING}\n".encode())
    for document in documents:
        digest.update(document.model_dump_json().encode())
    return digest.hexdigest()[:16]
