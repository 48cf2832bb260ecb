"""Which usual question a question most resembles in its words, where no pattern of `usual` tells (`coach.manner.resembling`).

Fitted by `evals.fit_usual` on questions written for it (`evals/cases/rehearsals/usual/`), and on questions about one story or one task, which are none of the usual ones.
"""

from __future__ import annotations

from functools import lru_cache

from coach.manner.resembling import read_weights
from coach.weights import Held

WEIGHTS = "usual.npz"
ENOUGH = 0.33
"""From which score on a question is taken for the usual one it resembles most; below it silence costs less than the wrong answer."""
SURE = 0.5
"""From which score on the topic that a question seems to have counts for less than its words."""


@lru_cache(maxsize=1024)
def guess_usual(question: str) -> tuple[str, bool]:
    """The name of the usual question that this one resembles enough, "" where it resembles none, and whether there is little doubt."""
    weights = open_weights()
    scores = weights.score(question)
    best = int(scores.argmax())
    return (weights.names[best], bool(scores[best] >= SURE)) if scores[best] >= ENOUGH else ("", False)


_HELD = Held(lambda: read_weights(__package__, WEIGHTS))
open_weights, use_weights = _HELD.get, _HELD.use
