"""What language models took: each call by stage, and a day's sum beside its limit."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from coach.records.words import Record, Text


class Spent(Record):
    """One call of a language model: the prompt's name as its `stage`, tokens sent and received, those sent that stood at the head of the call before as well.

    `cost` is in the currency of the price table, None where the model has no price; `estimated` where tokens were guessed; `failed` where no answer came of it.
    """

    made_at: datetime
    stage: Text
    model_id: Text
    tokens_in: int = Field(default=0, ge=0)
    tokens_out: int = Field(default=0, ge=0)
    tokens_repeated: int = Field(default=0, ge=0)
    cost: float | None = None
    estimated: bool = False
    failed: bool = False


class StageSpending(Record):
    """What one stage took with one model in some time: calls, of which failed, tokens, the share of sent tokens a provider could serve from its prompt cache, cost."""

    stage: Text
    model_id: Text
    calls: int
    failed: int
    tokens_in: int
    tokens_out: int
    repeated_share: float = Field(ge=0, le=1)
    cost: float | None = None
    estimated: bool = False


class Spending(Record):
    """What language models took in some time, by stage, and the day's limit in tokens and in money (0 for none) with what is used of it."""

    stages: tuple[StageSpending, ...] = ()
    tokens_today: int = 0
    cost_today: float = 0.0
    token_limit: int = 0
    cost_limit: float = 0.0


class ServerReport(Record):
    """What a language model's server was found to do when it was asked: `seconds` for the first word, None for what could not be told."""

    answers: bool
    streams: bool | None = None
    form: str = ""
    context_tokens: int | None = None
    embeddings: bool | None = None
    seconds: float | None = None


class FoundServer(Record):
    """A server that was found on this machine at an address where such servers usually listen, with the models it has."""

    name: Text
    url: Text
    models: tuple[str, ...] = ()


class Outgoing(Record):
    """What would leave this machine: for which step, and its two texts as they would be sent."""

    stage: Text
    system: str
    user: str
    hidden: int = 0
