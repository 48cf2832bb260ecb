"""From notes to dossier: an engine reads, rules check every quote, keep private matters apart and say what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coach import prompts
from coach.documents import find_orders
from coach.dossier.added import without_added
from coach.dossier.anchoring import find_quote
from coach.dossier.doubts import find_doubts, is_presented
from coach.dossier.gaps import find_gaps
from coach.dossier.path import find_path
from coach.dossier.places import find_places, lies_within, plain, set_apart
from coach.dossier.sensitive import find_sensitive
from coach.engines import Engine
from coach.manner.strays import find_stray
from coach.records import (
    About,
    Contradiction,
    Corrections,
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
NOTHING_SAID = Corrections()


def draft_dossier(note: Note, engine: Engine, *, corrections: Corrections = NOTHING_SAID) -> Dossier:
    """The dossier of one set of notes; `occupation` holds the job title as read and is otherwise open.

    The engine never sees text that gives orders to a program, nor private matters of other people. Of its answer only what stands word for word in the notes is kept.
    Of the learner's `corrections` those count here that say what an engine may see: private and opened texts, and lines added, which are known already; all else is
    for `apply_corrections`, and `sensitive` holds what was found before the learner said anything of it.
    Raises whatever the engine raises (`EngineUnavailable`, `EngineRefused`, `UnreadableReply`).
    """
    orders = find_orders(note.text)
    private = tuple(span for span in find_sensitive(note) if not lies_within(span, orders))
    kept_apart = (*orders, *set_apart(note, private, corrections))
    rendered = prompts.render(PROMPT, note=_mask(without_added(note, corrections), kept_apart))
    draft = engine.draft(rendered, DossierDraft)
    check = _Check(note, kept_apart)
    sensitive = _sorted_spans((*private, *(span for quote in draft.sensitive if (span := check.anchor(quote, line=0)))))
    check.closed = (*orders, *set_apart(note, sensitive, corrections))
    facts = check.facts(draft.facts, draft.other_people, met=draft.person.name)
    person = Person(name=check.words(draft.person.name), role=check.words(draft.person.role), employer=check.words(draft.person.employer))
    organisation = Organisation(name=check.words(draft.organisation) or person.employer)
    others = tuple(dict.fromkeys(name for name in map(check.words, draft.other_people) if name and name != person.name))
    meeting_time, meeting_purpose = check.words(draft.meeting_time), check.words(draft.meeting_purpose, short=False)
    return Dossier(
        person=person,
        organisation=organisation,
        occupation=OccupationChoice(title=check.words(draft.job_title) or person.role),
        meeting_time=meeting_time,
        meeting_purpose=meeting_purpose,
        facts=facts,
        path=find_path(facts, note),
        gaps=find_gaps(facts, person=person, organisation=organisation, meeting_time=meeting_time, meeting_purpose=meeting_purpose),
        contradictions=check.contradictions(draft.contradictions),
        sensitive=sensitive,
        other_people=others,
        warnings=(*note.warnings, *check.warnings(), *find_doubts(note, facts=facts, met=person.name, others=others)),
        provenance=Provenance(engine=engine.card.name, model_name=engine.card.model_name, prompt_name=rendered.name, prompt_digest=rendered.digest),
    )


def read_opened(dossier: Dossier, note: Note, engine: Engine, *, opened: tuple[Span, ...], corrections: Corrections) -> Dossier:
    """A dossier as it was read, with what stands in places that were kept from the engine then and are open now.

    The rest of it stays, whoever read it; `engine` may be another, cheaper one. Nothing is taken that overlaps a fact already there. Raises whatever the engine raises.
    """
    read = draft_dossier(note, engine, corrections=corrections)
    known = tuple(fact.source for fact in dossier.facts)
    new = tuple(fact for fact in read.facts if lies_within(fact.source, opened) and not lies_within(fact.source, known))
    parts = {
        part: found
        for part, found in read.person.model_dump().items()
        if found and not getattr(dossier.person, part) and any(lies_within(place, opened) for place in find_places(note, found))
    }
    both = dossier.model_copy(update={"person": dossier.person.model_copy(update=parts), "facts": (*dossier.facts, *_renumber(new, dossier.facts))})
    return both.model_copy(update={"facts": tuple(sorted(both.facts, key=lambda fact: (fact.source.start, fact.source.end)))})


def keep_ids(dossier: Dossier, before: Dossier) -> Dossier:
    """The dossier of notes that were read anew: what it shares with the one before by its words has its id of then, what is new an id that was not used."""
    held: dict[str, list[str]] = {}
    for fact in before.facts:
        held.setdefault(plain(fact.text), []).append(fact.id)
    facts, new = [], []
    for fact in dossier.facts:
        ids = held.get(plain(fact.text))
        if ids:
            facts.append(fact.model_copy(update={"id": ids.pop(0)}))
        else:
            new.append(fact)
    ordered = sorted((*facts, *_renumber(tuple(new), before.facts)), key=lambda fact: (fact.source.start, fact.source.end))
    return dossier.model_copy(update={"facts": tuple(ordered)})


def _renumber(facts: tuple[Fact, ...], taken: tuple[Fact, ...]) -> tuple[Fact, ...]:
    first = 1 + max((int(fact.id[1:]) for fact in taken if re.fullmatch(r"f\d+", fact.id)), default=0)
    return tuple(fact.model_copy(update={"id": f"f{n}"}) for n, fact in enumerate(facts, start=first))


class _Check:
    """Holds a draft against the notes: finds each quote, refuses what is closed to facts, and counts what it drops."""

    def __init__(self, note: Note, closed: tuple[Span, ...]) -> None:
        self.note, self.closed, self.dropped = note, closed, 0

    def anchor(self, quote: str, *, line: int) -> Span | None:
        """The place of a quote, None (and counted) where it stands nowhere in the notes."""
        span = find_quote(self.note, quote, line=line)
        self.dropped += span is None
        return span

    def words(self, quote: str, *, short: bool = True) -> str:
        """The quote as the notes have it, empty where they do not have it; a `short` one names somebody or something and says nothing."""
        if not quote.strip():
            return ""
        flat = " ".join(quote.split())
        span = find_quote(self.note, flat)
        if span is None:
            self.dropped += 1
            return ""
        if lies_within(span, self.closed) or (short and _is_statement(flat)):
            return ""
        return span.text if len(span.text) >= len(flat) - 2 else flat

    def facts(self, drafts: tuple[DraftFact, ...], others: tuple[str, ...], *, met: str = "") -> tuple[Fact, ...]:
        """The facts that stand in the notes, numbered in the order of the notes, none private, none an order, none of somebody else."""
        found: dict[tuple[int, int], Fact] = {}
        for draft in drafts:
            span = self.anchor(draft.quote, line=draft.line)
            if span is None or lies_within(span, self.closed) or _opens_with(span.text, others):
                continue
            if draft.about is About.PERSON and _is_others_line(self.note.text.split("\n")[span.line - 1], others, met=met):
                continue
            found.setdefault((span.start, span.end), Fact(id="f0", text=span.text, about=draft.about, key=draft.key or "detail", source=span))
        ordered = sorted(found.values(), key=lambda fact: (fact.source.start, fact.source.end))
        return tuple(fact.model_copy(update={"id": f"f{n}"}) for n, fact in enumerate(ordered, start=1))

    def contradictions(self, drafts: tuple[DraftContradiction, ...]) -> tuple[Contradiction, ...]:
        """Those of which at least two sides stand in the notes."""
        found = []
        for draft in drafts:
            spans = tuple(span for quote in draft.quotes if (span := self.anchor(quote, line=0)) and not lies_within(span, self.closed))
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


_LONGEST_NAME = 16
_ENDS = re.compile(r"[!?]|\.\s+[A-Z][a-z]+ |:\s")


def _is_statement(words: str) -> bool:
    """Whether words that should name somebody or something are a sentence, or what no engine says to a learner."""
    return len(words.split()) > _LONGEST_NAME or _ENDS.search(words) is not None or find_stray(words) in {"program", "marks", "insult"}


_LINE_OPENING = 40
"""Characters of a line among which the one stands whom the whole line presents."""


def _is_others_line(line: str, others: tuple[str, ...], *, met: str) -> bool:
    """Whether a line presents somebody else with a job of their own ("Option 1 - Grace Poutama, fire officer. 9 years in it") and does not name the one to be met."""
    if met and met.rsplit(maxsplit=1)[-1].casefold() in line.casefold():
        return False
    return any(name.casefold() in line[: _LINE_OPENING + len(name)].casefold() and is_presented(name, line) for name in others if name.strip())


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
