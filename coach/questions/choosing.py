"""Choosing a list out of the candidates that passed: first what builds on the notes, each thing once, spread over phases and topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from coach.questions.candidates import PURPOSE_ID, Candidate, is_near
from coach.questions.plan import Plan
from coach.records import Phase, Record, Topic

_MOSTLY, _READ = 0.75, 0.2
"""The share of a list that is built on notes before passages get their turn, and how much of it passages take before the rest of the notes."""


class Stock(Record):
    """Candidates in the order in which an engine prefers them: built on the notes, on passages, on neither."""

    tailored: tuple[Candidate, ...] = ()
    read: tuple[Candidate, ...] = ()
    general: tuple[Candidate, ...] = ()


class _Sheet:
    """A list in the making: knows which phases have room and what is on it."""

    def __init__(self, plan: Plan, held: tuple[Candidate, ...] = ()) -> None:
        self.plan = plan
        self.chosen: list[Candidate] = list(held)

    def take(self, candidates: Iterable[Candidate], *, strict: bool, tailored_up_to: int | None = None, read_up_to: int | None = None) -> None:
        """Puts on the list every candidate that fits; stops at so many built on different things of the notes, or so many on passages."""
        for candidate in candidates:
            if len(self.chosen) >= self.plan.total or (tailored_up_to is not None and self.count_tailored() >= tailored_up_to):
                return
            if read_up_to is not None and sum(1 for other in self.chosen if other.sources and not other.is_tailored) >= read_up_to:
                return
            if self._has_room(candidate, strict=strict) and is_new(candidate, self.chosen):
                self.chosen.append(candidate)

    def count_tailored(self) -> int:
        """How many different things of the notes the list builds on."""
        return len({group for candidate in self.chosen if candidate.is_tailored for group in candidate.groups})

    def _has_room(self, candidate: Candidate, *, strict: bool) -> bool:
        phase = candidate.phase
        topics = Counter(c.topic for c in self.chosen if c.phase is phase)
        room = self.plan.questions[phase] - sum(topics.values())
        if room <= 0:
            return False
        if phase is Phase.ADVICE:
            if candidate.topic is Topic.ENTRY:
                return room > 1 or topics[Topic.ADVICE] > 0
            return not strict or topics[Topic.ADVICE] == 0 or topics[Topic.ENTRY] > 0 or room > 1
        return not strict or phase is not Phase.WORK or topics[candidate.topic] == 0


def is_new(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether a candidate asks for something that no other does, and says it in another way."""
    for other in others:
        shared = candidate.groups & other.groups
        if shared and (candidate.is_tailored or other.is_tailored) and shared != {PURPOSE_ID}:
            return False
        if is_near(candidate, other, most=0.34 if shared else 0.6):
            return False
    if sum(1 for other in others if PURPOSE_ID in other.groups) >= 2 and PURPOSE_ID in candidate.groups:
        return False
    opening = _opening(candidate.text)
    return not opening or sum(1 for other in others if _opening(other.text) == opening) < 2


def compose(plan: Plan, mine: Stock, spare: Stock, *, held: tuple[Candidate, ...] = ()) -> tuple[Candidate, ...]:
    """The best that `mine` gives beside what is `held` already; `spare` fills what is missing, also where too little builds on the notes."""
    half = -(-plan.total // 2)
    sheet = _Sheet(plan, held)
    for strict in (True, False):
        sheet.take(mine.tailored, strict=strict, tailored_up_to=max(half, round(plan.total * _MOSTLY)))
        sheet.take(spare.tailored, strict=strict, tailored_up_to=half)
        sheet.take(mine.read, strict=strict, read_up_to=round(plan.total * _READ))
        sheet.take(mine.tailored, strict=strict)
        sheet.take([*mine.read, *mine.general], strict=strict)
        sheet.take([*spare.read, *spare.general, *spare.tailored], strict=strict)
    return tuple(sheet.chosen[len(held) :])


def _opening(text: str) -> str:
    """The first words of a question that begins with the learner ("I have read that"), of which a list bears two; empty for any other."""
    words = text.split()[:3]
    return " ".join(words).lower() if words and words[0] in {"I", "Your"} else ""
