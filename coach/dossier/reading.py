"""From notes to dossier: an engine reads, rules check every quote, keep private matters apart and say what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coach import prompts
from coach.documents import find_orders
from coach.dossier.anchoring import find_quote
from coach.dossier.gaps import find_gaps
from coach.dossier.sensitive import find_sensitive
from coach.engines import Engine
from coach.records import (
    Contradiction,
    Dossier,
    DossierDraft,
    DraftContradiction,
    DraftFact,
    Fact,
    Note,
    OccupationChoice,
    Organisation,
    Person,
    Provenance,
    Span,
)

PROMPT = "dossier/read"
LEFT_OUT = "[left out]"


def draft_dossier(note: Note, engine: Engine) -> Dossier:
    """The dossier of one set of notes; `occupation` holds the job title as read and is otherwise open.

    The engine never sees text that gives orders to a program, nor private matters of other people. Of its answer only what stands word for word in the notes is kept.
    Raises whatever the engine raises (`EngineUnavailable`, `EngineRefused`, `UnreadableReply`).
    """
    orders = find_orders(note.text)
    private = tuple(span for span in find_sensitive(note) if not any(_overlap(span, order) for order in orders))
    rendered = prompts.render(PROMPT, note=_mask(note, (*orders, *private)))
    draft = engine.draft(rendered, DossierDraft)
    check = _Check(note, (*orders, *private))
    sensitive = _sorted_spans((*private, *(span for quote in draft.sensitive if (span := check.anchor(quote, line=0)))))
    check.closed = (*orders, *sensitive)
    facts = check.facts(draft.facts, draft.other_people)
    person = Person(name=check.words(draft.person.name), role=check.words(draft.person.role), employer=check.words(draft.person.employer))
    organisation = Organisation(name=check.words(draft.organisation) or person.employer)
    meeting_time, meeting_purpose = check.words(draft.meeting_time), check.words(draft.meeting_purpose)
    return Dossier(
        person=person,
        organisation=organisation,
        occupation=OccupationChoice(title=check.words(draft.job_title) or person.role),
        meeting_time=meeting_time,
        meeting_purpose=meeting_purpose,
        facts=facts,
        gaps=find_gaps(facts, person=person, organisation=organisation, meeting_time=meeting_time, meeting_purpose=meeting_purpose),
        contradictions=check.contradictions(draft.contradictions),
        sensitive=sensitive,
        other_people=tuple(dict.fromkeys(name for name in map(check.words, draft.other_people) if name and name != person.name)),
        warnings=(*note.warnings, *check.warnings()),
        provenance=Provenance(engine=engine.card.name, model_name=engine.card.model_name, prompt_name=rendered.name, prompt_digest=rendered.digest),
    )


class _Check:
    """Holds a draft against the notes: finds each quote, refuses what is closed to facts, and counts what it drops."""

    def __init__(self, note: Note, closed: tuple[Span, ...]) -> None:
        self.note, self.closed, self.dropped = note, closed, 0

    def anchor(self, quote: str, *, line: int) -> Span | None:
        """The place of a quote, None (and counted) where it stands nowhere in the notes."""
        span = find_quote(self.note, quote, line=line)
        self.dropped += span is None
        return span

    def words(self, quote: str) -> str:
        """The quote as the notes have it, empty where they do not have it."""
        if not quote.strip():
            return ""
        flat = " ".join(quote.split())
        span = find_quote(self.note, flat)
        if span is None:
            self.dropped += 1
            return ""
        if any(_overlap(span, other) for other in self.closed):
            return ""
        return span.text if len(span.text) >= len(flat) - 2 else flat

    def facts(self, drafts: tuple[DraftFact, ...], others: tuple[str, ...]) -> tuple[Fact, ...]:
        """The facts that stand in the notes, numbered in the order of the notes, none private, none an order, none of somebody else."""
        found: dict[tuple[int, int], Fact] = {}
        for draft in drafts:
            span = self.anchor(draft.quote, line=draft.line)
            if span is None or any(_overlap(span, other) for other in self.closed) or _opens_with(span.text, others):
                continue
            found.setdefault((span.start, span.end), Fact(id="f0", text=span.text, about=draft.about, key=draft.key or "detail", source=span))
        ordered = sorted(found.values(), key=lambda fact: (fact.source.start, fact.source.end))
        return tuple(fact.model_copy(update={"id": f"f{n}"}) for n, fact in enumerate(ordered, start=1))

    def contradictions(self, drafts: tuple[DraftContradiction, ...]) -> tuple[Contradiction, ...]:
        """Those of which at least two sides stand in the notes."""
        found = []
        for draft in drafts:
            spans = tuple(span for quote in draft.quotes if (span := self.anchor(quote, line=0)) and not any(_overlap(span, other) for other in self.closed))
            if len({span.start for span in spans}) >= 2:
                found.append(Contradiction(about=draft.about, key=draft.key, spans=spans, explanation=draft.explanation))
        return tuple(found)

    def warnings(self) -> tuple[str, ...]:
        """What the learner is told about dropped quotes."""
        if not self.dropped:
            return ()
        things = "One thing" if self.dropped == 1 else f"{self.dropped} things"
        return (f"{things} the engine read could not be found word for word in your notes and {'was' if self.dropped == 1 else 'were'} left out.",)


def _mask(note: Note, spans: Iterable[Span]) -> Note:
    """The notes with these spans blotted out; lines keep their numbers."""
    text = note.text
    for span in sorted(spans, key=lambda item: item.start, reverse=True):
        text = text[: span.start] + LEFT_OUT + text[span.end :]
    return note.model_copy(update={"text": text, "warnings": ()})


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _opens_with(text: str, names: tuple[str, ...]) -> bool:
    """Whether a fact begins with the name of somebody else."""
    return any(re.match(rf"\W*{re.escape(name.split()[0])}\b", text, re.IGNORECASE) for name in names if name.strip())


def _sorted_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    ordered = sorted(spans, key=lambda item: (item.start, -item.end))
    kept: list[Span] = []
    for span in ordered:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
