"""Whether everything a learner needs is well, and the step that mends what is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.errors import CoachError, NotReady
from coach.records import Check

if TYPE_CHECKING:
    from coach.coaching.coach import Coach


def check_health(coach: Coach) -> tuple[Check, ...]:
    """Engine, consent, store and library, each looked at by using it."""
    return (
        _look("engine", lambda: f"{coach.card.says}. {coach.card.leaves}"),
        _look("consent", lambda: _say_consent(coach)),
        _look("store", lambda: f"{len(coach.list_preparations())} preparations in {coach.settings.data}"),
        _look("library", lambda: _say_library(coach)),
    )


def _look(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name=name, ok=True, detail=look())
    except CoachError as error:
        return Check(name=name, ok=False, detail=error.happened, mend=error.mend)


def _say_consent(coach: Coach) -> str:
    if coach.needs_consent():
        raise NotReady(f"You have not yet agreed that text is sent to {coach.card.provider}.", mend="Agree on the start page, or run: coach consent give")
    return "given" if coach.card.provider else "not needed"


def _say_library(coach: Coach) -> str:
    coach.library.prepare()
    status = coach.get_library_status()
    return f"{sum(source.occupations for source in status.sources)} occupations, {status.embedding}, {status.backend}"
