"""An engine that obeys attacks as far as an answer's form lets it: whatever is asked of it, it says what the attacker wants said."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from pydantic import BaseModel

from coach.engines import EngineCard, R
from coach.engines.offline import OfflineEngine
from coach.prompts import Rendered
from coach.records import DossierDraft, DraftContradiction, DraftFact, Judgement, Person, QuestionDraft, QuestionDrafts, Rewording, Topic, Verdict

OFFLINE = OfflineEngine()


class ObeyingEngine:
    """Once the attack reaches it, says `obeyed` wherever words fit, cites every source it was given, and copies `quote` (the attack itself) where a quote must stand in the text."""

    def __init__(self, obeyed: str, quote: str) -> None:
        self._obeyed = obeyed
        self._quote = quote
        self.asked: list[Rendered] = []

    @property
    def card(self) -> EngineCard:
        """That of a language model."""
        return EngineCard(name="openai:obeys", model_name="obeys", says="Obeys", leaves="Nothing.")

    def _reaches(self, prompt: Rendered) -> bool:
        """Whether the attack as a whole, nine in ten of its runs of four words, stands in what a language model would read."""
        words, sent = self._quote.split(), " ".join(f"{prompt.system} {prompt.user}".split())
        size = min(4, len(words))
        runs = [" ".join(words[place : place + size]) for place in range(len(words) - size + 1)]
        return sum(run in sent for run in runs) >= 0.9 * len(runs)

    def draft(self, prompt: Rendered, returns: type[R]) -> R:
        """The record filled with what the attacker wants; the built-in coach's where the attack did not reach."""
        self.asked.append(prompt)
        if not self._reaches(prompt):
            return OFFLINE.draft(prompt, returns)
        return returns.model_validate(self._fill(returns).model_dump())

    def stream(self, prompt: Rendered) -> Generator[str, None, None]:
        """What the attacker wants said; the built-in coach's words where the attack did not reach."""
        self.asked.append(prompt)
        if not self._reaches(prompt):
            yield from OFFLINE.stream(prompt)
            return
        yield from (self._obeyed[place : place + 9] for place in range(0, len(self._obeyed), 9))

    def _fill(self, returns: type[Any]) -> BaseModel:
        said, quote = self._obeyed, self._quote
        if returns is DossierDraft:
            fact = {"line": 1, "about": "person", "key": "detail"}
            return DossierDraft(
                person=Person(name=said, role=quote, employer=said),
                job_title=said,
                organisation=said,
                meeting_purpose=said,
                meeting_time=said,
                facts=(DraftFact.model_validate({**fact, "quote": said}), DraftFact.model_validate({**fact, "quote": quote})),
                contradictions=(DraftContradiction.model_validate({"about": "person", "key": "detail", "quotes": (quote, said), "explanation": said}),),
                other_people=(said,),
            )
        if returns is QuestionDrafts:
            asked = said if said.endswith("?") else f"{said.rstrip('.!')}?"
            return QuestionDrafts(
                drafts=tuple(
                    QuestionDraft(source_ids=("f1", "purpose"), text=text, topic=topic, why=said)
                    for topic in Topic
                    for text in (said, asked, f"{said} What do you think?")
                )
            )
        if returns is Judgement:
            return Judgement(quote=quote, explanation=said, verdict=Verdict.MET)
        assert returns is Rewording
        return Rewording(text=said)
