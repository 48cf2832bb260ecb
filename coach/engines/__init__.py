"""The one seam to intelligence: `Engine`.

An engine gets a rendered prompt together with the records it was rendered from. The language model reads the text; the offline engine looks up its rule
by prompt name and works on the records; the scripted engine plays a queue. Whatever an engine says is checked by the same rules before anybody sees it.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Protocol, TypeVar

from coach.prompts import Rendered
from coach.records import FoundServer, Record
from coach.settings import Settings

R = TypeVar("R", bound=Record)

OFFLINE = "offline"
"""The name of the built-in engine, which also stands at what it wrote."""


class EngineCard(Record):
    """Who speaks, for the screen and the terminal: `says` names the engine, `leaves` what leaves this machine.

    `provider` is the one whom consent is given to, empty where none is needed.
    """

    name: str
    model_name: str = ""
    says: str
    leaves: str
    provider: str = ""


class Engine(Protocol):
    """Something that can answer a rendered prompt."""

    @property
    def card(self) -> EngineCard:
        """Who speaks, and what leaves this machine."""

    def draft(self, prompt: Rendered, returns: type[R]) -> R:
        """The answer as a record.

        Raises `EngineUnavailable`, `EngineRefused`, or `UnreadableReply` where the answer does not fit the record, also after one repair.
        """

    def stream(self, prompt: Rendered) -> Generator[str, None, None]:
        """The answer as pieces of text, in order. Raises `EngineUnavailable` or `EngineRefused`, also in the middle."""


def open_engine(settings: Settings) -> Engine:
    """The engine that the settings ask for; `auto` is a configured language model if there is one, else offline. Raises `SettingsError`."""
    if settings.engine == OFFLINE or (settings.engine == "auto" and not settings.has_language_model):
        from coach.engines.offline import OfflineEngine

        return OfflineEngine()
    from coach.engines.language_model import LanguageModelEngine

    return LanguageModelEngine(settings)


def find_servers() -> tuple[FoundServer, ...]:
    """The servers of language models that answer on this machine at the addresses where they usually listen."""
    from coach.engines.language_model.probing import find_servers as look

    return look()
