"""The built-in engine: rules and grammar over the records, no language model, no download, deterministic by seed.

One rule module per stage. A rule takes the prompt's inputs by name and returns the record (or text) the prompt asks for; `RULES` maps prompt names to rules.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from coach.engines import OFFLINE, EngineCard, R
from coach.errors import PromptError
from coach.prompts import Rendered
from coach.records import Record

Rule = Callable[..., Record | str]


def list_rules() -> dict[str, Rule]:
    """Prompt name -> rule, for every prompt there is."""
    from coach.engines.offline import dossier, feedback, questions, rehearsal

    return {**dossier.RULES, **questions.RULES, **rehearsal.RULES, **feedback.RULES}


class OfflineEngine:
    """Answers every prompt by its rule; the same inputs give the same answer."""

    @property
    def card(self) -> EngineCard:
        """Says that the built-in coach speaks and that nothing leaves."""
        return EngineCard(name=OFFLINE, says="Built-in coach (no language model)", leaves="Nothing leaves this machine.")

    def draft(self, prompt: Rendered, returns: type[R]) -> R:
        """The rule's record. Raises `PromptError` where there is no rule for the prompt or it returns another kind."""
        answer = self._answer(prompt)
        if not isinstance(answer, returns):
            raise PromptError(f"The offline rule for {prompt.name!r} does not return {returns.__name__}.", mend="Correct the rule in coach/engines/offline.")
        return answer

    def stream(self, prompt: Rendered) -> Generator[str, None, None]:
        """The rule's text, sentence by sentence as it stands."""
        answer = self._answer(prompt)
        yield answer if isinstance(answer, str) else answer.model_dump_json()

    def _answer(self, prompt: Rendered) -> Any:
        rule = list_rules().get(prompt.name)
        if rule is None:
            raise PromptError(f"There is no offline rule for the prompt {prompt.name!r}.", mend="Add one in coach/engines/offline.")
        return rule(**prompt.inputs)
