"""Which usual question a question most resembles in its words, where no pattern of `usual` tells.

A ridge regression over words, pairs of words and strings of four letters, fitted by `evals.fit_usual` on questions written for it (`evals/cases/rehearsals/usual/`), and
on questions about one story or one task, which are none of the usual ones.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from coach.manner.wording import plain
from coach.weights import Held

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS = "usual.npz"
ENOUGH = 0.33
"""From which score on a question is taken for the usual one it resembles most; below it silence costs less than the wrong answer."""
SURE = 0.5
"""From which score on the topic that a question seems to have counts for less than its words."""
_LETTERS = 4
_WORD = re.compile(r"[a-z']+")


@dataclass(frozen=True, slots=True)
class Weights:
    """The usual questions by name; each feature's row of `matrix` (one column a name) and how rare the feature is."""

    names: tuple[str, ...]
    rows: Mapping[str, int]
    rarity: NDArray[np.float32]
    matrix: NDArray[np.float32]

    def score(self, question: str) -> NDArray[Any]:
        """How much a question resembles each of the usual ones; about 1 for one of those learned from, about 0 for none of them."""
        import numpy as np

        known = {self.rows[feature]: strength for feature, strength in find_features(question).items() if feature in self.rows}
        places = list(known)
        strengths = np.fromiter(known.values(), np.float32, len(known)) * self.rarity[places]
        length = float(np.linalg.norm(strengths)) or 1.0
        scores: NDArray[Any] = (strengths / length) @ self.matrix[places]
        return scores


def find_features(question: str) -> dict[str, float]:
    """Words, pairs of words, and strings of letters with how much each counts."""
    words = _WORD.findall(plain(question))
    run = f" {' '.join(words)} "
    found = Counter(
        [*words, *(f"{first}_{second}" for first, second in pairwise(words)), *(f"#{run[n : n + _LETTERS]}" for n in range(len(run) - _LETTERS + 1))]
    )
    return {feature: math.log1p(count) for feature, count in found.items()}


@lru_cache(maxsize=1024)
def guess_usual(question: str) -> tuple[str, bool]:
    """The name of the usual question that this one resembles enough, "" where it resembles none, and whether there is little doubt."""
    weights = open_weights()
    scores = weights.score(question)
    best = int(scores.argmax())
    return (weights.names[best], bool(scores[best] >= SURE)) if scores[best] >= ENOUGH else ("", False)


def _open_packaged() -> Weights:
    import numpy as np

    with resources.files(__package__).joinpath(WEIGHTS).open("rb") as stream:
        return open_packed(dict(np.load(stream, allow_pickle=False)))


def open_packed(stored: Mapping[str, Any]) -> Weights:
    """Weights as they are stored: names in lines, whole numbers, and the scale of each table."""
    import numpy as np

    features = str(stored["features"]).split("\n")
    return Weights(
        names=tuple(str(stored["names"]).split("\n")),
        rows={feature: row for row, feature in enumerate(features)},
        rarity=stored["rarity"].astype(np.float32),
        matrix=stored["matrix"].astype(np.float32) * float(stored["scale"]),
    )


_HELD = Held(_open_packaged)
open_weights, use_weights = _HELD.get, _HELD.use
