"""What every part of the coach stands on: settings, engine, store and library, each opened when it is first needed."""

from __future__ import annotations

import uuid
from functools import cached_property
from typing import TypeVar

from coach.clock import Clock, WallClock
from coach.coaching.imports import Imports
from coach.coaching.turns import Turns
from coach.engines import Engine, EngineCard, open_engine
from coach.engines.offline import OfflineEngine
from coach.errors import InputRejected, NotReady
from coach.library import Library, open_library
from coach.records import Dossier, Feedback, Occupation, QuestionList, Rehearsal
from coach.settings import Settings
from coach.store import Store, open_store

Stamped = TypeVar("Stamped", Dossier, QuestionList, Rehearsal, Feedback)


class Wiring:
    """Settings, clock, engine, store and library; cheap to make."""

    def __init__(self, settings: Settings, *, clock: Clock | None = None, engine: Engine | None = None) -> None:
        self.settings = settings
        self._clock = clock or WallClock()
        self._reserve = OfflineEngine()
        self._turns = Turns()
        self._imports = Imports(self._clock)
        self._given_engine = engine
        self._lists: dict[tuple[str, int, int], QuestionList] = {}

    # --- who speaks, and what leaves the machine ----------------------------------------------------

    @property
    def card(self) -> EngineCard:
        """Which engine speaks and what leaves this machine. Raises `SettingsError`."""
        return self._engine.card

    def needs_consent(self) -> bool:
        """Whether the learner has yet to agree that text is sent to the engine's provider."""
        provider = self.card.provider
        return bool(provider) and provider not in self.settings.consent and provider not in self.store.list_consents()

    def give_consent(self) -> None:
        """Keep the learner's agreement to the present engine's provider."""
        if self.card.provider:
            self.store.save_consent(self.card.provider, given_at=self._clock.now())

    def withdraw_consent(self) -> None:
        """Take the learner's agreement to the present engine's provider back."""
        if self.card.provider:
            self.store.remove_consent(self.card.provider)

    # --- edges --------------------------------------------------------------------------------------

    def close(self) -> None:
        """Let go of the store and the library, those that were opened."""
        for name in ("store", "library"):
            if name in self.__dict__:
                self.__dict__.pop(name).close()

    @cached_property
    def store(self) -> Store:
        """The learner's data."""
        return open_store(self.settings.data, url=self.settings.database_url)

    @cached_property
    def library(self) -> Library:
        """The occupation material."""
        return open_library(self.settings.data, chroma_url=self.settings.chroma_url, settings=self.settings, consents=lambda: set(self.store.list_consents()))

    @cached_property
    def _engine(self) -> Engine:
        return self._given_engine or open_engine(self.settings)

    def _use_engine(self) -> Engine:
        if self._engine.card.provider and self.needs_consent():
            happened = f"Nothing has been sent: {self.card.leaves} This needs your yes first."
            raise NotReady(happened, mend="Agree on the start page or with: coach consent give, or use --engine offline.")
        return self._engine

    def _stamp(self, record: Stamped) -> Stamped:
        if record.provenance is None:
            return record
        provenance = record.provenance.model_copy(update={"made_at": self._clock.now(), "corpus_digest": self.library.digest})
        return record.model_copy(update={"provenance": provenance})

    # --- occupations --------------------------------------------------------------------------------

    def find_occupation(self, title_or_code: str) -> Occupation:
        """The one occupation that is meant. Raises `LibraryError` naming the nearest where that is not sure."""
        return self.library.find_occupation(title_or_code)

    def _known_occupation(self, dossier: Dossier) -> Occupation | None:
        choice = dossier.occupation
        return self.library.get_occupation(choice.code) if choice.sure and choice.code else None


def new_id() -> str:
    """An id for a new record."""
    return uuid.uuid4().hex[:12]


def check_minutes(minutes: int) -> None:
    """Raises `InputRejected` where a meeting would be too short or too long."""
    if not 15 <= minutes <= 60:
        raise InputRejected(f"A meeting of {minutes} minutes is not an informational interview.", mend="Choose between 15 and 60 minutes.")
