"""Connecting to a language model: what is there, what it can do, what would be sent to it, and what it took."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from coach import dossier as dossier_stage
from coach import questions as questions_stage
from coach.coaching.passages import gather_passages
from coach.coaching.wiring import Wiring
from coach.engines import Engine, find_servers
from coach.engines.previewing import PreviewEngine, Shown
from coach.engines.shielding import ShieldingEngine, find_placeholders
from coach.records import Dossier, FoundServer, Note, Outgoing, ServerReport, Spending

USUAL_DAYS = 30
"""Over so many days spending is told where nobody says."""


class Connecting(Wiring):
    """Language models: found, tried, looked into, and paid for."""

    def find_servers(self) -> tuple[FoundServer, ...]:
        """The servers of language models that answer on this machine at the addresses where they usually listen."""
        return find_servers()

    def try_model(self) -> ServerReport | None:
        """What the language model's server does when it is asked something tiny that holds no word of the learner's; None where the built-in coach speaks. Raises what a call raises."""
        probe = getattr(self._engine, "probe", None)
        return probe() if probe is not None else None

    def preview_reading(self, note: Note) -> Outgoing | None:
        """The very text that would leave for the reading of these notes; None where nothing would."""
        return self._preview(lambda engine: dossier_stage.draft_dossier(note, engine))

    def preview_questions(self, dossier: Dossier, *, minutes: int = 30) -> Outgoing | None:
        """The very text that would leave for the making of questions; None where nothing would."""
        occupation = self._known_occupation(dossier)
        passages = gather_passages(self.library, dossier, occupation) if occupation else ()
        return self._preview(
            lambda engine: questions_stage.draft_questions(dossier, engine, occupation=occupation, passages=passages, minutes=minutes, reserve=self._reserve)
        )

    def summarise_spending(self, *, days: int = USUAL_DAYS) -> Spending:
        """What language models took in the last `days` by stage, and how the day's limit stands."""
        return self._accounts.summarise(days=days)

    def _preview(self, work: Callable[[Engine], object]) -> Outgoing | None:
        card = self.card
        if not card.model_name:
            return None
        shown = PreviewEngine(card)
        with suppress(Shown):
            work(ShieldingEngine(shown) if card.provider else shown)
        if shown.prompt is None:
            return None
        hidden = len(find_placeholders(shown.prompt)) if card.provider else 0
        return Outgoing(stage=shown.prompt.name, system=shown.prompt.system, user=shown.prompt.user, hidden=hidden)
