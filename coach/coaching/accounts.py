"""What language models took, kept in the store, with the day's limit."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import groupby

from coach.clock import Clock
from coach.errors import EngineRefused
from coach.records import Spending, Spent, StageSpending
from coach.settings import Settings
from coach.store import Store


class Accounts:
    """Writes calls down and stops them where the day's limit is reached; a day is that of this machine's own time."""

    def __init__(self, store: Store, settings: Settings, clock: Clock) -> None:
        self._store = store
        self._settings = settings
        self._clock = clock

    def check(self) -> None:
        """Raises `EngineRefused` where the day's limit is reached."""
        tokens, money = self._settings.daily_tokens, self._settings.daily_cost
        if not tokens and not money:
            return
        today = self._store.list_spent(since=self._midnight())
        if tokens and _count(today) >= tokens:
            raise EngineRefused(
                f"Today's limit of {tokens:,} tokens for the language model is used up.",
                mend="Go on tomorrow, raise COACH_DAILY_TOKENS, or use the built-in coach.",
            )
        if money and sum(one.cost or 0.0 for one in today) >= money:
            raise EngineRefused(
                f"Today's limit of {money:.2f} for the language model is used up.", mend="Go on tomorrow, raise COACH_DAILY_COST, or use the built-in coach."
            )

    def note(self, spent: Spent) -> None:
        """Write a call down."""
        self._store.save_spent(spent)

    def summarise(self, *, days: int) -> Spending:
        """What the last `days` took by stage and model, today with them, and how the day's limit stands."""
        midnight = self._midnight()
        found = self._store.list_spent(since=midnight - timedelta(days=days - 1))
        today = [one for one in found if one.made_at >= midnight]
        ordered = sorted(found, key=lambda one: (one.stage, one.model_id))
        stages = tuple(_sum(stage, model_id, list(calls)) for (stage, model_id), calls in groupby(ordered, key=lambda one: (one.stage, one.model_id)))
        return Spending(
            stages=stages,
            tokens_today=_count(today),
            cost_today=sum(one.cost or 0.0 for one in today),
            token_limit=self._settings.daily_tokens,
            cost_limit=self._settings.daily_cost,
        )

    def _midnight(self) -> datetime:
        return self._clock.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)


class Answers:
    """The answers of language models kept in the store, so that nothing is asked twice."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def get_answer(self, digest: str) -> str | None:
        """The answer kept for the digest of what was asked."""
        return self._store.get_answer(digest)

    def save_answer(self, digest: str, answer: str) -> None:
        """Keep an answer for the digest of what was asked."""
        self._store.save_answer(digest, answer, made_at=self._clock.now())


def _count(calls: list[Spent] | tuple[Spent, ...]) -> int:
    return sum(one.tokens_in + one.tokens_out for one in calls)


def _sum(stage: str, model_id: str, calls: list[Spent]) -> StageSpending:
    tokens_in = sum(one.tokens_in for one in calls)
    costs = [one.cost for one in calls if one.cost is not None]
    return StageSpending(
        stage=stage,
        model_id=model_id,
        calls=len(calls),
        failed=sum(one.failed for one in calls),
        tokens_in=tokens_in,
        tokens_out=sum(one.tokens_out for one in calls),
        repeated_share=sum(one.tokens_repeated for one in calls) / tokens_in if tokens_in else 0.0,
        cost=sum(costs) if costs else None,
        estimated=any(one.estimated for one in calls),
    )
