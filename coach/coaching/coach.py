"""The one object behind both front doors."""

from __future__ import annotations

from pathlib import Path

from coach.clock import Clock
from coach.coaching.connecting import Connecting
from coach.coaching.curating import Curating
from coach.coaching.health import check_health
from coach.coaching.networking import Networking
from coach.coaching.preparing import Preparing
from coach.coaching.progressing import Progressing
from coach.coaching.rehearsing import Rehearsing
from coach.coaching.sheets import Publishing
from coach.coaching.writing import Writing
from coach.engines import Engine
from coach.errors import NotReady
from coach.records import Check
from coach.settings import Settings


class Coach(Preparing, Publishing, Rehearsing, Progressing, Curating, Connecting, Writing, Networking):
    """Everything a learner can do: prepare (`Preparing`), take it along (`Publishing`), practise (`Rehearsing`), see how they come along (`Progressing`), look after the material (`Curating`), connect to a language model (`Connecting`), write to people (`Writing`) and keep track of them (`Networking`).

    Opening one is cheap: engine, library and store are opened when first needed (`Wiring`).
    """

    def check_health(self) -> tuple[Check, ...]:
        """What `coach doctor` tells: engine, consent, store and library, each with the step that mends it."""
        return check_health(self)

    def export(self, record_id: str, to: Path) -> None:
        """Write a preparation's sheet (.pdf, .docx, .md, .json) or a rehearsal with its feedback (the same), whichever has this id.

        Raises `NotReady` where neither has, and `InputRejected` on another ending.
        """
        if self.store.get_preparation(record_id) is not None:
            self.export_preparation(record_id, to)
        elif self.store.get_rehearsal(record_id) is not None:
            self.export_rehearsal(record_id, to)
        else:
            raise NotReady("There is no preparation and no rehearsal with this id.", mend="Check the id; coach rehearsals lists those of your rehearsals.")


def open_coach(settings: Settings, *, clock: Clock | None = None, engine: Engine | None = None) -> Coach:
    """The coach with these settings; another clock or engine may be handed in, for tests and scripted runs."""
    return Coach(settings, clock=clock, engine=engine)
