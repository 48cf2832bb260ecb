"""Drafting a list, or one question more: ask the engine, check every draft, lay out by phase, top up from the reserve, and say so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from coach.engines import Engine
from coach.errors import InputRejected, NotReady
from coach.prompts import Rendered, render
from coach.questions.candidates import Candidate, Desk, asks_alike, is_near
from coach.questions.choosing import Stock, compose, is_new
from coach.questions.classics import Answer, as_look_ups, find_answers
from coach.questions.editing import next_id, with_notices
from coach.questions.plan import ASKING, PHASE_OF, fit_around, lay_out, plan_list
from coach.questions.shield import Shield
from coach.records import Dossier, Occupation, Passage, Provenance, Question, QuestionDrafts, QuestionList, Record, Topic

PROMPT = "questions/draft"
"""The prompt behind a list."""

SHORTEST, LONGEST = 5, 120
"""Minutes of the shortest and the longest meeting that a list is made for."""

_ORDER = tuple(PHASE_OF)
"""Topics in the order in which they are asked within a phase."""

_ROUNDS = 8
"""How many pools of the reserve one question more is looked for in."""

_CHOICE = 3
"""From how many of the best a seed chooses, at least, where there are so many."""


class _Table(Record):
    """What a drafting starts from: the material as an engine may see it, and what the notes answer already."""

    dossier: Dossier
    shown: Dossier
    occupation: Occupation | None
    passages: tuple[Passage, ...]
    minutes: int
    answers: tuple[Answer, ...]

    def render(self, seed: int) -> Rendered:
        """The prompt with this seed."""
        return render(PROMPT, dossier=self.shown, passages=self.passages, occupation=self.occupation or "not known", minutes=self.minutes, seed=seed)

    def open_desk(self) -> Desk:
        """The tests for this dossier."""
        return Desk(self.dossier, self.passages, answered=frozenset(answer.classic.id for answer in self.answers))


def _set_table(dossier: Dossier, occupation: Occupation | None, passages: tuple[Passage, ...], *, minutes: int) -> _Table:
    shown = Shield(dossier).clear(dossier)
    return _Table(dossier=dossier, shown=shown, occupation=occupation, passages=passages, minutes=minutes, answers=find_answers(shown, passages))


def draft_questions(
    dossier: Dossier,
    engine: Engine,
    *,
    occupation: Occupation | None,
    passages: tuple[Passage, ...],
    minutes: int,
    seed: int = 0,
    reserve: Engine,
    keep: tuple[Question, ...] = (),
    after: int = 0,
    avoid: tuple[str, ...] = (),
) -> QuestionList:
    """A list for one meeting of `minutes`: laid out by phase, at least half built on the notes where they hold enough, every question tested.

    `reserve` is the offline engine; what failed the tests or is missing comes from it, and a notice says so. Of the questions in `keep`, those of the list there
    was, the locked ones stay in their places, and new ones fill the plan around them; ids are counted on from `after`. The texts in `avoid` do not come back. Raises
    what the engine raises (`EngineUnavailable`, `EngineRefused`, `UnreadableReply`): nothing is invented in its name.
    """
    if not SHORTEST <= minutes <= LONGEST:
        raise InputRejected(f"A list of questions is made for {SHORTEST} to {LONGEST} minutes.", mend="Choose a length in between, 30 is usual.")
    table = _set_table(dossier, occupation, passages, minutes=minutes)
    desk, prompt = table.open_desk(), table.render(seed)
    mine = _sort(desk.check_drafts(engine.draft(prompt, QuestionDrafts), engine=engine.card.name), avoid)
    spare = Stock()
    if engine.card.name != reserve.card.name:
        spare = _sort(desk.check_drafts(reserve.draft(prompt, QuestionDrafts), engine=reserve.card.name), avoid)
    held = tuple(question for question in keep if question.locked)
    chosen = compose(fit_around(plan_list(minutes), held), mine, spare, held=tuple(desk.recall(question) for question in held))
    questions = lay_out(_number(_place(chosen, keep), after=after), minutes)
    sources = tuple(source for question in questions for source in question.sources)
    general = not any(source.kind == "note" for source in sources)
    topped_up = sum(1 for candidate in chosen if candidate.engine != engine.card.name)
    drafted = QuestionList(
        general=general,
        minutes=minutes,
        questions=questions,
        look_up_first=as_look_ups(
            table.answers, topics=frozenset(question.topic for question in questions), source_ids=frozenset(source.id for source in sources)
        ),
        notices=_notices(topped_up, len(questions), general=general),
        given=after + len(questions),
        provenance=Provenance(engine=engine.card.name, model_name=engine.card.model_name, prompt_name=prompt.name, prompt_digest=prompt.digest),
    )
    return with_notices(drafted)


def draft_another(
    dossier: Dossier,
    engine: Engine,
    *,
    like: Question | None = None,
    topic: Topic | None = None,
    beside: QuestionList,
    occupation: Occupation | None,
    passages: tuple[Passage, ...],
    seed: int = 0,
    reserve: Engine,
    avoid: tuple[str, ...] = (),
) -> Question:
    """One question more for a list: on `topic`, or one like `like` (on its topic, or on the same thing of the notes, asked in other words for the same phase).

    Tested as every draft is, near to nothing on the list `beside` and to none of the texts in `avoid`; the same seed gives the same one. With neither `like` nor
    `topic` it is on what the list has least of. `reserve` helps out where nothing of the engine's fits. Raises `NotReady` where nothing is left, and what the
    engine raises.
    """
    table = _set_table(dossier, occupation, passages, minutes=beside.minutes)
    search = _Search(table.open_desk(), beside, like=like, topic=topic, avoid=avoid)
    found: tuple[Candidate, ...] = ()
    if engine.card.name != reserve.card.name:
        found = search.choose_from(engine.draft(table.render(seed), QuestionDrafts))
    if not found:
        pool = [draft for n in range(_ROUNDS) for draft in reserve.draft(table.render(n), QuestionDrafts).drafts]
        found = search.choose_from(QuestionDrafts(drafts=tuple(pool)))
    if not found:
        raise NotReady(
            "There is no other question of this kind left that would be new.", mend="Write one of your own, or add to your notes what you found out."
        )
    chosen = found[seed % len(found)]
    phase = like.phase if like is not None and topic is None else chosen.phase
    return _as_question(chosen, id_=next_id(beside)).model_copy(update={"phase": phase})


class _Search:
    """Looks for one question that is new on a list and of the kind that is wanted."""

    def __init__(self, desk: Desk, beside: QuestionList, *, like: Question | None, topic: Topic | None, avoid: tuple[str, ...]) -> None:
        self._desk = desk
        self._held = [desk.recall(question) for question in beside.questions if like is None or question.id != like.id]
        self._like = desk.recall(like) if like is not None else None
        self._topic = topic or (like.topic if like is not None else None)
        self._same_thing = like is not None and topic is None
        self._avoided = [desk.recall_text(text) for text in avoid]

    def choose_from(self, drafts: QuestionDrafts) -> tuple[Candidate, ...]:
        """The best few that pass every test: those built on the notes first, then on passages, then general ones; on ties in the order of the drafts."""
        wanted = {draft.text: draft for draft in drafts.drafts if self._may_fit(draft.topic, frozenset(draft.source_ids))}
        checked = self._desk.check_drafts(QuestionDrafts(drafts=tuple(wanted.values())), engine="")
        fitting = (candidate for candidate in checked if self._fits(candidate) and self._is_new(candidate))
        asked = {candidate.text.split(". ")[-1]: candidate for candidate in fitting}
        ranked = sorted(asked.values(), key=self._rank)
        best = [candidate for candidate in ranked if self._rank(candidate) == self._rank(ranked[0])]
        return tuple(ranked[: max(_CHOICE, len(best))])

    def _may_fit(self, topic: Topic, source_ids: frozenset[str]) -> bool:
        """Whether a draft is worth a test; most are on something else."""
        return self._topic is None or topic is self._topic or (self._same_thing and bool(source_ids) and self._is_beside(topic))

    def _is_beside(self, topic: Topic) -> bool:
        return self._like is not None and PHASE_OF[topic] is self._like.phase

    def _fits(self, candidate: Candidate) -> bool:
        if self._topic is None or candidate.topic is self._topic:
            return True
        return self._like is not None and bool(candidate.groups & self._like.groups) and self._is_beside(candidate.topic) and self._keeps_range(candidate)

    def _keeps_range(self, candidate: Candidate) -> bool:
        """Whether the list goes on asking for advice, and covers as many topics, with this one in the place of the other."""
        topics = {other.topic for other in self._held}
        return self._topic is not Topic.ADVICE and (self._topic in topics or candidate.topic not in topics)

    def _is_new(self, candidate: Candidate) -> bool:
        if any(is_near(candidate, other, most=0.6) for other in self._avoided) or not is_new(candidate, self._held):
            return False
        if self._like is None:
            return True
        same_thing = bool(candidate.groups & self._like.groups)
        return not asks_alike(candidate.text, self._like.text) and (same_thing or not is_near(candidate, self._like, most=0.6))

    def _rank(self, candidate: Candidate) -> tuple[int, int]:
        told = sum(1 for other in self._held if other.topic is candidate.topic) if self._topic is None else 0
        return told, 0 if candidate.is_tailored else 1 if candidate.sources else 2


def _sort(candidates: tuple[Candidate, ...], avoid: tuple[str, ...]) -> Stock:
    fresh = [candidate for candidate in candidates if candidate.text not in avoid]
    return Stock(
        tailored=tuple(c for c in fresh if c.is_tailored),
        read=tuple(c for c in fresh if c.sources and not c.is_tailored),
        general=tuple(c for c in fresh if not c.sources),
    )


def _place(chosen: tuple[Candidate, ...], keep: tuple[Question, ...]) -> Iterator[Candidate | Question]:
    """The new ones by phase and topic, and each locked one as far down in its phase as it stood."""
    for phase in ASKING:
        here: list[Candidate | Question] = [*sorted((c for c in chosen if c.phase is phase), key=lambda c: _ORDER.index(c.topic))]
        for at, question in enumerate(question for question in keep if question.phase is phase):
            if question.locked:
                here.insert(at, question)
        yield from here


def _number(placed: Iterator[Candidate | Question], *, after: int) -> tuple[Question, ...]:
    """The same as questions, the new ones with the ids that follow."""
    found = list(placed)
    taken = {item.id for item in found if isinstance(item, Question)}
    ids = (f"q{n}" for n in count(after + 1) if f"q{n}" not in taken)
    return tuple(item if isinstance(item, Question) else _as_question(item, id_=next(ids)) for item in found)


def _as_question(candidate: Candidate, *, id_: str) -> Question:
    return Question(
        id=id_,
        text=candidate.text,
        topic=candidate.topic,
        phase=candidate.phase,
        open=candidate.open,
        minutes=1,
        why=candidate.why,
        sources=candidate.sources,
    )


def _notices(topped_up: int, total: int, *, general: bool) -> tuple[str, ...]:
    found = []
    if topped_up:
        comes = "comes" if topped_up == 1 else "come"
        found.append(f"Some drafts were missing or did not pass our tests, so {topped_up} of the {total} questions {comes} from the built-in coach.")
    if general:
        found.append(
            "Your notes hold nothing to build on yet, so these questions would suit many people. Note what you find about the person, then draft again."
        )
    return tuple(found)
