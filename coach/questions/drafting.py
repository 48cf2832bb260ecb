"""Drafting a list: ask the engine, check every draft, lay out by phase, top up from the reserve, and say so."""

from __future__ import annotations

from coach.engines import Engine
from coach.errors import InputRejected
from coach.prompts import render
from coach.questions.candidates import Candidate, Desk
from coach.questions.choosing import Stock, compose
from coach.questions.classics import as_look_ups, find_answers
from coach.questions.plan import ASKING, PHASE_OF, Plan, plan_list, share_minutes
from coach.questions.shield import Shield
from coach.records import Dossier, Occupation, Passage, Provenance, Question, QuestionDrafts, QuestionList

PROMPT = "questions/draft"
"""The prompt behind a list."""

SHORTEST, LONGEST = 5, 120
"""Minutes of the shortest and the longest meeting that a list is made for."""

_ORDER = tuple(PHASE_OF)
"""Topics in the order in which they are asked within a phase."""


def draft_questions(
    dossier: Dossier,
    engine: Engine,
    *,
    occupation: Occupation | None,
    passages: tuple[Passage, ...],
    minutes: int,
    seed: int = 0,
    reserve: Engine,
) -> QuestionList:
    """A list for one meeting of `minutes`: laid out by phase, at least half built on the notes where they hold enough, every question tested.

    `reserve` is the offline engine; what failed the tests or is missing comes from it, and a notice says so. Raises what the engine raises
    (`EngineUnavailable`, `EngineRefused`, `UnreadableReply`): nothing is invented in its name.
    """
    if not SHORTEST <= minutes <= LONGEST:
        raise InputRejected(f"A list of questions is made for {SHORTEST} to {LONGEST} minutes.", mend="Choose a length in between, 30 is usual.")
    shown = Shield(dossier).clear(dossier)
    prompt = render(PROMPT, dossier=shown, passages=passages, occupation=occupation or "not known", minutes=minutes, seed=seed)
    answers = find_answers(shown, passages)
    desk = Desk(dossier, passages, answered=frozenset(answer.classic.id for answer in answers))
    plan = plan_list(minutes)
    mine = _sort(desk.check_drafts(engine.draft(prompt, QuestionDrafts), engine=engine.card.name))
    spare = Stock()
    if engine.card.name != reserve.card.name:
        spare = _sort(desk.check_drafts(reserve.draft(prompt, QuestionDrafts), engine=reserve.card.name))
    chosen = compose(plan, mine, spare)
    questions = _lay_out(chosen, plan)
    source_ids = frozenset(source.id for question in questions for source in question.sources)
    general = not any(candidate.is_tailored for candidate in chosen)
    topped_up = sum(1 for candidate in chosen if candidate.engine != engine.card.name)
    return QuestionList(
        general=general,
        minutes=minutes,
        questions=questions,
        look_up_first=as_look_ups(answers, topics=frozenset(question.topic for question in questions), source_ids=source_ids),
        notices=_notices(topped_up, len(questions), general=general),
        provenance=Provenance(engine=engine.card.name, model_name=engine.card.model_name, prompt_name=prompt.name, prompt_digest=prompt.digest),
    )


def _sort(candidates: tuple[Candidate, ...]) -> Stock:
    return Stock(
        tailored=tuple(c for c in candidates if c.is_tailored),
        read=tuple(c for c in candidates if c.sources and not c.is_tailored),
        general=tuple(c for c in candidates if not c.sources),
    )


def _lay_out(chosen: tuple[Candidate, ...], plan: Plan) -> tuple[Question, ...]:
    """The questions in the order of the meeting, with minutes that add up to the budget of each phase."""
    found: list[Question] = []
    for phase in ASKING:
        here = sorted((c for c in chosen if PHASE_OF[c.topic] is phase), key=lambda c: _ORDER.index(c.topic))
        minutes = share_minutes(plan.minutes[phase], len(here)) if here else ()
        for candidate, share in zip(here, minutes, strict=True):
            found.append(
                Question(
                    id=f"q{len(found) + 1}",
                    text=candidate.text,
                    topic=candidate.topic,
                    phase=phase,
                    open=candidate.open,
                    minutes=share,
                    why=candidate.why,
                    sources=candidate.sources,
                )
            )
    return tuple(found)


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
