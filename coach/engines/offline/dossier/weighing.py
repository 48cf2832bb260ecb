"""What kind of clause something is, weighed from its signs: a multinomial logistic regression fitted by `evals.fit_clauses` on the annotated notes of this project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coach.weights import Held

WEIGHTS = "clauses.npz"
NONE = "none"


@dataclass(frozen=True, slots=True)
class Weights:
    """`kinds` in the order of the columns; a row of `signs` for each sign, of `words` and `heads` for each known word of the clause and of its heading."""

    kinds: tuple[str, ...]
    signs: Mapping[str, NDArray[np.float32]]
    words: Mapping[str, NDArray[np.float32]]
    heads: Mapping[str, NDArray[np.float32]]

    def weigh(self, signs: Mapping[str, float], words: Sequence[str], heads: Sequence[str]) -> dict[str, float]:
        """The probability of each kind."""
        total = np.zeros(len(self.kinds), dtype=np.float32)
        for sign, strength in signs.items():
            row = self.signs.get(sign)
            if row is not None:
                total = total + strength * row
        for known, table in ((words, self.words), (heads, self.heads)):
            rows = [table[word] for word in known if word in table]
            if rows:
                total = total + np.mean(rows, axis=0)
        odds = np.exp(total - total.max())
        return dict(zip(self.kinds, (odds / odds.sum()).tolist(), strict=True))


def _open_packaged() -> Weights:
    with resources.files(__package__).joinpath(WEIGHTS).open("rb") as stream:
        return open_packed(dict(np.load(stream, allow_pickle=False)))


def open_packed(stored: Mapping[str, Any]) -> Weights:
    """Weights as they are stored: the names of each table's rows, the rows as small whole numbers, and the scale of each column."""
    tables = {}
    for name in ("signs", "words", "heads"):
        rows = stored[f"{name}_rows"].astype(np.float32) * stored[f"{name}_scale"]
        tables[name] = dict(zip(str(stored[f"{name}_names"]).split("\n"), rows, strict=True))
    return Weights(kinds=tuple(stored["kinds"].tolist()), **tables)


_HELD = Held(_open_packaged)
open_weights, use_weights = _HELD.get, _HELD.use
