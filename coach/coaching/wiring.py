"""What every part of the coach stands on: settings, engine, store and library, each opened when it is first needed."""

from __future__ import annotations

import threading
import uuid
from functools import cached_property
from typing import TypeVar

from coach.clock import Clock, WallClock
from coach.coaching.accounts import Accounts, Answers
from coach.coaching.imports import Imports
from coach.coaching.turns import Turns
from coach.engines import Engine, EngineCard, open_engine
from coach.engines.metering import MeteredEngine
from coach.engines.offline import OfflineEngine
from coach.engines.remembering import RememberingEngine
from coach.engines.shielding import ShieldingEngine
from coach.engines.stoppable import StoppableEngine
from coach.errors import InputRejected, NotReady
from coach.library import Library, open_library
from coach.pricing import Price, read_prices
from coach.records import Dossier, Feedback, Occupation, QuestionList, Rehearsal
from coach.settings import Settings, use_tiktoken_folder
from coach.store import Store, open_store
from coach.tokens import count_tokens

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
        self._heads: dict[str, str] = {}
        self._lists: dict[tuple[str, int, int], QuestionList] = {}

    # --- who speaks, and what leaves the machine ----------------------------------------------------

    @property
    def card(self) -> EngineCard:
        """Which engine speaks and what leaves this machine. Raises `SettingsError`."""
        return self._engine.card

    def needs_consent(self) -> bool:
        """Whether the learner has yet to agree that text is sent to the engine's provider."""
        return any(not self._has_consent(provider) for provider in self.list_providers())

    def list_providers(self) -> tuple[str, ...]:
        """The providers to whom text goes with these settings; none where it stays on this machine or in the learner's own network."""
        return tuple(dict.fromkeys(card.provider for card in (self.card, self._judge.card) if card.provider))

    def _has_consent(self, provider: str) -> bool:
        return provider in self.settings.consent or provider in self.store.list_consents()

    def give_consent(self) -> None:
        """Keep the learner's agreement to the present engines' providers."""
        for provider in self.list_providers():
            self.store.save_consent(provider, given_at=self._clock.now())

    def withdraw_consent(self) -> None:
        """Take the learner's agreement to the present engines' providers back, and forget what they answered."""
        for provider in self.list_providers():
            self.store.remove_consent(provider)
        self.store.forget_answers()

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

    @cached_property
    def _judge(self) -> Engine:
        """Who judges: the engine, unless the settings name another model for it."""
        if not self.settings.judge_model or self._given_engine is not None or not self._engine.card.model_name:
            return self._engine
        return open_engine(self.settings.model_copy(update={"model": self.settings.judge_model}))

    @cached_property
    def _accounts(self) -> Accounts:
        return Accounts(self.store, self.settings, self._clock)

    def _use_engine(self, *, judging: bool = False, fresh: bool = False, stopped: threading.Event | None = None) -> Engine:
        """The engine for one piece of work; around a language model with everything that belongs to it: names hidden, calls counted, nothing asked twice.

        `fresh` asks anew what was asked before; once `stopped` is set a stream raises `Stopped`. Raises `NotReady` without consent.
        """
        engine = self._judge if judging else self._engine
        card = engine.card
        if card.provider and not self._has_consent(card.provider):
            happened = f"Nothing has been sent: {card.leaves} This needs your yes first."
            raise NotReady(happened, mend="Agree on the start page or with: coach consent give, or use --engine offline.")
        if stopped is not None:
            engine = StoppableEngine(engine, stopped)
        if card.provider:
            engine = ShieldingEngine(engine)
        if not card.model_name:
            return engine
        use_tiktoken_folder(self.settings.tiktoken_folder)
        metered = MeteredEngine(engine, self._accounts, clock=self._clock, price=self.find_price(card.name), heads=self._heads, count=self._count)
        return RememberingEngine(metered, Answers(self.store, self._clock), fresh=fresh)

    def _count(self, text: str) -> tuple[int, bool]:
        count = count_tokens(text, folder=self.settings.tiktoken_folder)
        return count.tokens, count.estimated

    def find_price(self, model_id: str) -> Price | None:
        """What this model costs: by the price table in the data folder, else by the settings; None where neither says. Raises `SettingsError`."""
        price_in, price_out = self.settings.price_in, self.settings.price_out
        given = Price.model_validate({"in": price_in, "out": price_out}) if price_in or price_out else None
        return read_prices(self.settings.data).get(model_id, given)

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
