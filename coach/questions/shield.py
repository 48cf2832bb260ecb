"""What never leaves the dossier: other people, sensitive spans, addresses, markup. Applied to what an engine is shown and to what it says."""

from __future__ import annotations

import itertools
import re
import unicodedata

from coach.records import Contradiction, Dossier, Fact

_UNSPEAKABLE = re.compile(r"https?:|www\.|@|[<>{}\\|`]|\*\*|!\[|\b\d{7,}\b|\(0?\d\d?\) ?\d|(?:\+\d|\b0\d)[\d ()-]{5,}\d|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b", re.I)
_COMMON_TEXT = """
the and for with from that this have been they their there about after before which would could should your you she her his him our one two who how
what when where was were are not but all out just she's he's has had get got did does done into than then them very more most much many some any
good new old day week year years time work job said says told bring maybe dont like
"""
_COMMON = frozenset(_COMMON_TEXT.split())


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).replace("’", "'").replace("‘", "'")).strip().lower()


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'-]+", _plain(text))


class Shield:
    """Knows what must not be said about a dossier's people, and tells whether a text says it."""

    def __init__(self, dossier: Dossier) -> None:
        own = {word for name in (dossier.person.name, dossier.person.employer, dossier.organisation.name, dossier.person.role) for word in _words(name)}
        own |= set(_words(dossier.occupation.title))
        self._names = frozenset(word for name in dossier.other_people for word in _words(name) if len(word) > 2 and word not in own and word not in _COMMON)
        self._spans = tuple(_plain(span.text) for span in dossier.sensitive if span.text.strip())
        self._runs = frozenset(run for span in dossier.sensitive for run in _runs(span.text))
        self._places = tuple((span.start, span.end) for span in dossier.sensitive if span.end > span.start)

    def blocks(self, text: str) -> bool:
        """Whether the text names another person, takes up a sensitive span, or holds an address or markup."""
        plain = _plain(text)
        if _UNSPEAKABLE.search(text) or any(len(span) > 3 and span in plain for span in self._spans):
            return True
        return bool(self._names & set(_words(text))) or bool(self._runs & _runs(text))

    def blocks_fact(self, fact: Fact) -> bool:
        """Whether a fact is to be kept from every engine: it says what is blocked, or it overlaps a sensitive span of the notes."""
        overlaps = any(fact.source.start < end and start < fact.source.end for start, end in self._places)
        return overlaps or self.blocks(fact.text)

    def _clear_sides(self, found: Contradiction) -> Contradiction:
        """A contradiction without its blocked sides; what is left of it stays in doubt."""
        overlaps = (any(span.start < end and start < span.end for start, end in self._places) for span in found.spans)
        spans = tuple(span for span, hidden in zip(found.spans, overlaps, strict=True) if not hidden and not self.blocks(span.text))
        return found if len(spans) == len(found.spans) else found.model_copy(update={"spans": spans, "explanation": ""})

    def clear(self, dossier: Dossier) -> Dossier:
        """The dossier without what is blocked; the learner's purpose loses only the sentences that are."""
        sentences = re.split(r"(?<=[.?!])\s+|\n+", dossier.meeting_purpose)
        return dossier.model_copy(
            update={
                "facts": tuple(fact for fact in dossier.facts if not self.blocks_fact(fact)),
                "meeting_purpose": " ".join(sentence for sentence in sentences if sentence.strip() and not self.blocks(sentence)),
                "contradictions": tuple(self._clear_sides(found) for found in dossier.contradictions),
                "sensitive": (),
                "other_people": (),
            }
        )


def _runs(text: str) -> frozenset[str]:
    """Pairs of neighbouring words that carry meaning, by which a span is known again when only part of it is used."""
    heavy = [word for word in _words(text) if len(word) > 2 and word not in _COMMON]
    return frozenset(f"{a} {b}" for a, b in itertools.pairwise(heavy))
