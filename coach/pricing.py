"""What tokens cost: the learner's own price table, a file of lines that anybody can edit.

`prices.toml` in the data folder has a table for each model, prices for a million tokens in any one currency:

    ["openai:gpt-4.1-mini"]
    in = 0.40
    out = 1.60
    cached = 0.10

`cached` is the price of sent tokens that the provider serves from its prompt cache; without it they cost as much as the others.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import Field, ValidationError

from coach.errors import SettingsError
from coach.records import Record

FILE = "prices.toml"
_MILLION = 1e6


class Price(Record):
    """What a million tokens cost, sent, received, and sent from the cache."""

    sent: float = Field(alias="in", ge=0)
    received: float = Field(alias="out", ge=0)
    cached: float | None = Field(default=None, ge=0)

    def cost(self, *, tokens_in: int, tokens_out: int, tokens_repeated: int = 0) -> float:
        """What these tokens cost at most; `tokens_repeated` of those sent may come from the cache."""
        cached = self.cached if self.cached is not None else self.sent
        return ((tokens_in - tokens_repeated) * self.sent + tokens_repeated * cached + tokens_out * self.received) / _MILLION


def read_prices(folder: Path) -> dict[str, Price]:
    """The price table in this folder by "provider:name", empty without a file. Raises `SettingsError` where it cannot be read."""
    file = folder / FILE
    if not file.is_file():
        return {}
    try:
        return {name: Price.model_validate(row) for name, row in tomllib.loads(file.read_text(encoding="utf-8")).items()}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise SettingsError(
            "The price table prices.toml cannot be read.", mend="Compare it with the example in docs/language-models.md, or remove it."
        ) from error
