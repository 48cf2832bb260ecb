"""How a list is laid out in time: which topic belongs to which phase, how many questions a phase holds, and how many minutes each gets."""

from __future__ import annotations

from coach.manner.phases import measure_phases
from coach.records import Phase, Question, Record, Topic

PHASE_OF = {
    Topic.PATH: Phase.STORY,
    Topic.WORK: Phase.WORK,
    Topic.SKILL: Phase.WORK,
    Topic.HARD: Phase.WORK,
    Topic.JOY: Phase.WORK,
    Topic.ORG: Phase.WORK,
    Topic.FIELD: Phase.WORK,
    Topic.ENTRY: Phase.ADVICE,
    Topic.ADVICE: Phase.ADVICE,
    Topic.LINKS: Phase.REFERRAL,
}
"""The phase in which a topic is best asked (pedagogy 1.3 and 1.5)."""

ASKING = (Phase.STORY, Phase.WORK, Phase.ADVICE, Phase.REFERRAL)
"""The phases that hold prepared questions, in order; the opening and the close hold none."""

_MINUTES_A_QUESTION = {Phase.STORY: 4.0, Phase.WORK: 2.8, Phase.ADVICE: 2.5, Phase.REFERRAL: 3.0}
"""How long one question with its follow-ups takes; stories run longest. Gives 6 questions for 20 minutes, 8 for 30 and 12 for 45."""


class Plan(Record):
    """How many minutes and how many questions each phase of one meeting holds."""

    minutes: dict[Phase, float]
    questions: dict[Phase, int]

    @property
    def total(self) -> int:
        """How many questions the list holds."""
        return sum(self.questions.values())


def plan_list(minutes: int) -> Plan:
    """How many questions each phase of a meeting of `minutes` holds; at least one each, and at least two in the middle from 15 minutes on."""
    budget = measure_phases(minutes)
    counts = {phase: max(1, round(budget[phase] / _MINUTES_A_QUESTION[phase])) for phase in ASKING}
    if minutes >= 15:
        counts[Phase.WORK] = max(2, counts[Phase.WORK])
        counts[Phase.STORY] = max(counts[Phase.STORY], 2 if minutes >= 20 else 1)
    return Plan(minutes={phase: budget[phase] for phase in ASKING}, questions=counts)


_STEPS = (2, 4, 10, 20)
"""Parts of a minute in which a phase is shared out: halves, else quarters, tenths or twentieths."""


def share_minutes(total: float, count: int) -> tuple[float, ...]:
    """`total` minutes over `count` questions in half minutes, the earlier ones longer, adding up exactly; in finer steps where halves do not go round."""
    for step in _STEPS:
        parts = round(total * step)
        if abs(parts - total * step) < 1e-9 and parts >= count:
            each, more = divmod(parts, count)
            return tuple((each + (1 if n < more else 0)) / step for n in range(count))
    return tuple(total / count for _ in range(count))


def share_phases(minutes: int, present: frozenset[Phase]) -> dict[Phase, float]:
    """The minutes of the asking phases that hold a question; what the others would take goes to these in proportion, so that the sum stays the same."""
    budget = plan_list(minutes).minutes
    here = [phase for phase in ASKING if phase in present]
    if len(here) in {0, len(ASKING)}:
        return {phase: budget[phase] for phase in here}
    left = sum(budget.values())
    factor = left / sum(budget[phase] for phase in here)
    shares: dict[Phase, float] = {}
    for phase in here[:-1]:
        shares[phase] = max(0.5, round(budget[phase] * factor * 2) / 2)
        left -= shares[phase]
    return shares | {here[-1]: left}


def lay_out(questions: tuple[Question, ...], minutes: int) -> tuple[Question, ...]:
    """The questions in the order of the phases, within a phase as they come, with minutes that add up to what a meeting of `minutes` leaves for asking."""
    budget = share_phases(minutes, frozenset(question.phase for question in questions))
    found: list[Question] = []
    for phase, total in budget.items():
        here = [question for question in questions if question.phase is phase]
        shares = share_minutes(total, len(here))
        found += [question.model_copy(update={"minutes": share}) for question, share in zip(here, shares, strict=True)]
    return tuple(found)


def fit_around(plan: Plan, held: tuple[Question, ...]) -> Plan:
    """The plan of a list on which `held` questions stand already: as many as planned in all where they leave room for it.

    Where a phase holds more than planned, the others give way, but each keeps a question, and there is room for one that asks for advice and one that asks
    whom else to talk to (pedagogy 6, item 2).
    """
    counts = {phase: sum(1 for question in held if question.phase is phase) for phase in ASKING}
    topics = {question.topic for question in held}
    least = {phase: max(1, count) for phase, count in counts.items()}
    for topic in (Topic.ADVICE, Topic.LINKS):
        if topic not in topics:
            least[PHASE_OF[topic]] = max(least[PHASE_OF[topic]], counts[PHASE_OF[topic]] + 1)
    wanted = {phase: max(plan.questions[phase], least[phase]) for phase in ASKING}
    while sum(wanted.values()) > plan.total and (able := [phase for phase in ASKING if wanted[phase] > least[phase]]):
        wanted[max(able, key=lambda phase: wanted[phase] - least[phase])] -= 1
    return plan.model_copy(update={"questions": wanted})
