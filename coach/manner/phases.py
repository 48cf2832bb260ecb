"""How the minutes of a meeting go to its phases (pedagogy 1.3)."""

from __future__ import annotations

from coach.records import Phase

_PHASES = (Phase.OPEN, Phase.STORY, Phase.WORK, Phase.ADVICE, Phase.REFERRAL, Phase.CLOSE)
_BUDGETS = {20: (2.0, 6.0, 6.0, 3.0, 2.0, 1.0), 30: (3.0, 9.0, 9.0, 5.0, 3.0, 1.0), 45: (4.0, 13.0, 14.0, 8.0, 4.0, 2.0)}
"""Minutes of each phase for the three usual lengths (pedagogy 1.3)."""


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
