"""The one object behind both front doors."""

from __future__ import annotations

from coach.clock import Clock
from coach.coaching.curating import Curating
from coach.coaching.health import check_health
from coach.coaching.preparing import Preparing
from coach.coaching.rehearsing import Rehearsing
from coach.engines import Engine
from coach.records import Check
from coach.settings import Settings


class Coach(Preparing, Rehearsing, Curating):
    """Everything a learner can do: prepare (`Preparing`), practise (`Rehearsing`), look after the material (`Curating`).

    Opening one is cheap: engine, library and store are opened when first needed (`Wiring`).
    """

    def check_health(self) -> tuple[Check, ...]:
        """What `coach doctor` tells: engine, consent, store and library, each with the step that mends it."""
        return check_health(self)


def open_coach(settings: Settings, *, clock: Clock | None = None, engine: Engine | None = None) -> Coach:
    """The coach with these settings; another clock or engine may be handed in, for tests and scripted runs."""
    return Coach(settings, clock=clock, engine=engine)
