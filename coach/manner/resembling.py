"""How much a sentence resembles, in its words, those that make some move: words, pairs of words and strings of letters weighed by a ridge regression.

The rules of the other modules go by patterns; people say things in more ways than anybody lists. Weights are fitted by `evals.fit_moves` on sentences written for it
(`evals/cases/manner/`), half of them near misses, and by `evals.fit_usual` on questions to a career model.
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

from coach.manner.wording import plain, split_sentences
from coach.weights import Held

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS = "moves.npz"
ENOUGH = {"purpose": 0.1, "referral_asked": 0.1, "time": 0.1}
"""From which score on, between -1 and 1, a sentence makes a move that no pattern found; what nobody is accused by may be guessed, so faults have none.

Chosen among 0.1, 0.15 and 0.2 with the figures of all labelled transcripts in view, those by another hand too."""
_FEWEST_WORDS = 4
_LETTERS = 4
_WORD = re.compile(r"[a-z']+")


@dataclass(frozen=True, slots=True)
class Weights:
    """What is told apart by name; each feature's row of `matrix` (one column a name) and how rare the feature is."""

    names: tuple[str, ...]
    rows: Mapping[str, int]
    rarity: NDArray[np.float32]
    matrix: NDArray[np.float32]

    def score(self, text: str) -> NDArray[Any]:
        """How much a text resembles what each name stands for: about 1 for what was learned from as that."""
        import numpy as np

        known = {self.rows[feature]: strength for feature, strength in find_features(text).items() if feature in self.rows}
        places = list(known)
        strengths = np.fromiter(known.values(), np.float32, len(known)) * self.rarity[places]
        length = float(np.linalg.norm(strengths)) or 1.0
        scores: NDArray[Any] = (strengths / length) @ self.matrix[places]
        return scores


def find_features(text: str) -> dict[str, float]:
    """Words, pairs of words, and strings of letters with how much each counts."""
    words = _WORD.findall(plain(text))
    run = f" {' '.join(words)} "
    found = Counter(
        [*words, *(f"{first}_{second}" for first, second in pairwise(words)), *(f"#{run[n : n + _LETTERS]}" for n in range(len(run) - _LETTERS + 1))]
    )
    return {feature: math.log1p(count) for feature, count in found.items()}


def find_resembling(move: str, text: str) -> str | None:
    """The first sentence that resembles those that make this move (`ENOUGH`), verbatim, or None."""
    return next((sentence.text for sentence in split_sentences(text) if _resembles(move, sentence.text)), None)


@lru_cache(maxsize=4096)
def _resembles(move: str, sentence: str) -> bool:
    if len(sentence.split()) < _FEWEST_WORDS:
        return False
    weights = open_weights()
    return bool(weights.score(sentence)[weights.names.index(move)] >= ENOUGH[move])


def open_packed(stored: Mapping[str, Any]) -> Weights:
    """Weights as they are stored: names in lines, whole numbers, and the scale of the table."""
    import numpy as np

    features = str(stored["features"]).split("\n")
    return Weights(
        names=tuple(str(stored["names"]).split("\n")),
        rows={feature: row for row, feature in enumerate(features)},
        rarity=stored["rarity"].astype(np.float32),
        matrix=stored["matrix"].astype(np.float32) * float(stored["scale"]),
    )


def read_weights(package: str, name: str) -> Weights:
    """The weights in this file of a package."""
    import numpy as np

    with resources.files(package).joinpath(name).open("rb") as stream:
        return open_packed(dict(np.load(stream, allow_pickle=False)))


_HELD = Held(lambda: read_weights(__package__, WEIGHTS))
open_weights, use_weights = _HELD.get, _HELD.use
