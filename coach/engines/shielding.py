"""An engine around one that is far away: names, addresses and numbers of other people are marks while a text is away, and themselves again in the answer."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from typing import Any

from coach.engines import Engine, EngineCard, R
from coach.engines.offline.dossier.secrets import find_secrets, name_secrets
from coach.privacy import Placeholders, Secret
from coach.prompts import Rendered, as_text, get_prompt
from coach.records import Dossier, Note

_PUBLIC_INPUTS = frozenset({"passages", "told"})
"""Data that is no learner's: occupation material, and how the invented career model began its replies."""
_MARKS = "\n\nMarks such as PERSON_1, ORG_2A or NAME_3 stand for names that were taken out. Use each exactly as it is written."


class ShieldingEngine:
    """Answers like `engine`, which never sees whom the learner's texts name."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def card(self) -> EngineCard:
        """That of the engine within."""
        return self._engine.card

    def draft(self, prompt: Rendered, returns: type[R]) -> R:
        """The engine's own answer with the names in it again. Raises what the engine raises."""
        placeholders = find_placeholders(prompt)
        return placeholders.restore_record(self._engine.draft(hide(prompt, placeholders), returns))

    def stream(self, prompt: Rendered) -> Generator[str, None, None]:
        """The engine's pieces with the names in them again. Raises what the engine raises."""
        placeholders = find_placeholders(prompt)
        with closing(self._engine.stream(hide(prompt, placeholders))) as pieces:
            yield from placeholders.restore_pieces(pieces)


def hide(prompt: Rendered, placeholders: Placeholders) -> Rendered:
    """The prompt with marks in its texts; the records it was rendered from stay on this machine, only its texts are sent."""
    system = placeholders.hide(prompt.system) + (_MARKS if placeholders else "")
    return prompt.model_copy(update={"system": system, "user": placeholders.hide(prompt.user)})


def find_placeholders(prompt: Rendered) -> Placeholders:
    """The marks for what a prompt's own inputs name; the same inputs give the same marks."""
    kinds = get_prompt(prompt.name).inputs
    data = {name: value for name, value in prompt.inputs.items() if kinds.get(name) == "data" and name not in _PUBLIC_INPUTS}
    secrets = [secret for value in data.values() for secret in _find(value)]
    plain = "\n".join(as_text(value) for name, value in prompt.inputs.items() if name not in data)
    own = {word.casefold() for word in as_text(prompt.inputs.get("career_model", "")).replace(",", " ").replace(".", " ").split()}
    kept = [
        secret for secret in secrets if secret.kind in {"EMAIL", "PHONE", "ADDRESS", "LINK"} or not {word.casefold() for word in secret.text.split()} <= own
    ]
    return Placeholders(kept, taken=f"{plain}\n{prompt.user}")


def _find(value: Any) -> Iterator[Secret]:
    if isinstance(value, Note):
        yield from find_secrets(value.text, is_note=True)
        return
    if isinstance(value, Dossier):
        yield from name_secrets(people=(value.person.name, *value.other_people), organisations=(value.person.employer, value.organisation.name))
    yield from find_secrets(as_text(value), is_note=False)
