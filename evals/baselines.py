"""The plain dense baseline of the evaluations: what LangChain's splitter and its Chroma store do with our static vectors and nothing else."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import TYPE_CHECKING

from coach.library.embeddings import StaticEmbedder
from coach.records import Record

if TYPE_CHECKING:
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from langchain_core.embeddings import Embeddings

CHUNK = 1000
"""Characters in a chunk, at most."""
DEPTH = 100
"""Chunks looked at for a query."""
_GRAPH: CreateHNSWConfiguration = {"space": "cosine", "ef_construction": 400, "ef_search": 400, "max_neighbors": 32}
"""Chroma's index is approximate: with its own settings the first five were the exact ones for 95 % of the queries of `evals.occupations`, with these for 99.8 %."""

_numbers = itertools.count()
"""For the names of collections: all that a process keeps in memory is one database to Chroma."""


class Keyed(Record):
    """A text and the key of what it speaks of; a search can be kept within one group."""

    key: str
    text: str
    group: str = "all"


class Dense:
    """Texts cut by `RecursiveCharacterTextSplitter` (its separators, its overlap of 200), embedded, and kept in a `langchain_chroma.Chroma` in memory.

    Raises `LibraryError` where the static vectors cannot be had.
    """

    def __init__(self, texts: Iterable[Keyed]) -> None:
        from chromadb.config import Settings
        from langchain_chroma import Chroma
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK)
        chunks = [(chunk, {"key": some.key, "group": some.group}) for some in texts for chunk in splitter.split_text(some.text)]
        self._store = Chroma.from_texts(
            [chunk for chunk, _ in chunks],
            _as_embeddings(StaticEmbedder()),
            metadatas=[about for _, about in chunks],
            ids=[str(number) for number in range(len(chunks))],
            collection_name=f"baseline-{next(_numbers)}",
            collection_configuration={"hnsw": _GRAPH},
            client_settings=Settings(anonymized_telemetry=False),
        )

    def find(self, query: str, *, group: str = "") -> dict[str, float]:
        """Keys with the cosine of their nearest chunk (-1 to 1), nearest first, from the nearest `DEPTH` chunks, of one group where it is named."""
        best: dict[str, float] = {}
        for document, distance in self._store.similarity_search_with_score(query, k=DEPTH, filter={"group": group} if group else None):
            best.setdefault(document.metadata["key"], 1 - distance)
        return best


def _as_embeddings(embedder: StaticEmbedder) -> Embeddings:
    from langchain_core.embeddings import Embeddings

    class StaticEmbeddings(Embeddings):
        """Our static vectors behind LangChain's interface."""

        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            rows: list[list[float]] = embedder.embed(texts).tolist()
            return rows

        def embed_query(self, text: str) -> list[float]:
            return self.embed_documents([text])[0]

    return StaticEmbeddings()
