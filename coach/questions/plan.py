"""How a list is laid out in time: which topic belongs to which phase, how many questions a phase holds, and how many minutes each gets."""

from __future__ import annotations

from coach.records import Phase, Record, Topic

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

_PHASES = (Phase.OPEN, Phase.STORY, Phase.WORK, Phase.ADVICE, Phase.REFERRAL, Phase.CLOSE)
_BUDGETS = {20: (2.0, 6.0, 6.0, 3.0, 2.0, 1.0), 30: (3.0, 9.0, 9.0, 5.0, 3.0, 1.0), 45: (4.0, 13.0, 14.0, 8.0, 4.0, 2.0)}
"""Minutes of each phase for the three usual lengths (pedagogy 1.3)."""

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


def measure_phases(minutes: int) -> dict[Phase, float]:
    """The minutes of every phase, adding up to `minutes`; in proportion between and beyond the usual lengths.

    Never below 2, 1 and 1 for the opening, the referral and the close (pedagogy 1.3).
    """
    low, high = (20, 30) if minutes <= 30 else (30, 45)
    if minutes < 20 or minutes > 45:
        near = 20 if minutes < 20 else 45
        exact = [part * minutes / near for part in _BUDGETS[near]]
    else:
        weight = (minutes - low) / (high - low)
        exact = [a + (b - a) * weight for a, b in zip(_BUDGETS[low], _BUDGETS[high], strict=True)]
    budget = dict(zip(_PHASES, (round(part * 2) / 2 for part in exact), strict=True))
    for phase, least in ((Phase.OPEN, 2.0), (Phase.REFERRAL, 1.0), (Phase.CLOSE, 1.0)):
        budget[phase] = max(least, budget[phase])
    left = minutes - budget[Phase.OPEN] - budget[Phase.REFERRAL] - budget[Phase.CLOSE]
    if left < 1.5:
        return budget | dict.fromkeys((Phase.STORY, Phase.WORK, Phase.ADVICE), left / 3)
    budget[Phase.ADVICE] = min(max(0.5, budget[Phase.ADVICE]), left - 1)
    left -= budget[Phase.ADVICE]
    story = round(left * exact[1] / (exact[1] + exact[2]) * 2) / 2
    budget[Phase.STORY] = min(max(0.5, story), left - 0.5)
    budget[Phase.WORK] = left - budget[Phase.STORY]
    return budget


def plan_list(minutes: int) -> Plan:
    """How many questions each phase of a meeting of `minutes` holds; at least one each, and at least two in the middle from 15 minutes on."""
    budget = measure_phases(minutes)
    counts = {phase: max(1, round(budget[phase] / _MINUTES_A_QUESTION[phase])) for phase in ASKING}
    if minutes >= 15:
        counts[Phase.WORK] = max(2, counts[Phase.WORK])
        counts[Phase.STORY] = max(counts[Phase.STORY], 2 if minutes >= 20 else 1)
    return Plan(minutes={phase: budget[phase] for phase in ASKING}, questions=counts)


def share_minutes(total: float, count: int) -> tuple[float, ...]:
    """`total` minutes over `count` questions in half minutes, the earlier ones longer, adding up exactly; in finer steps where halves do not go round."""
    halves = round(total * 2)
    if halves != total * 2 or halves < count:
        return tuple(total / count for _ in range(count))
    each, more = divmod(halves, count)
    return tuple((each + (1 if n < more else 0)) / 2 for n in range(count))
