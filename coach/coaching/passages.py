"""Which passages of the library a question list is built on."""

from __future__ import annotations

from coach.library import Library
from coach.records import Dossier, Occupation, Passage, Topic

PASSAGES_FOR_QUESTIONS = 32  # some on each of the ten topics


def gather_passages(library: Library, dossier: Dossier, occupation: Occupation) -> tuple[Passage, ...]:
    """Passages of the occupation for this meeting: the best for its purpose and facts, then three on each topic."""
    wanted = " ".join([dossier.meeting_purpose, *(fact.text for fact in dossier.facts[:20])]).strip() or occupation.title
    found = {passage.id: passage for passage in library.find_passages(occupation.code, wanted, limit=8)}
    for topic in Topic:
        for passage in library.find_passages(occupation.code, wanted, limit=3, topic=topic):
            found.setdefault(passage.id, passage)
    return tuple(found.values())[:PASSAGES_FOR_QUESTIONS]
