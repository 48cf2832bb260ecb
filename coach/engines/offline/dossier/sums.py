"""The weights of signs by which a choice is made: employer and role among their candidates, pairs of statements that contradict each other. Fitted by `evals.fit_choices`."""

from __future__ import annotations

import json
from importlib import resources

from coach.weights import Held

WEIGHTS = "choices.json"


def _open_packaged() -> dict[str, dict[str, float]]:
    stored: dict[str, dict[str, float]] = json.loads(resources.files(__package__).joinpath(WEIGHTS).read_text(encoding="utf-8"))
    return stored


_HELD = Held(_open_packaged)
open_sums, use_sums = _HELD.get, _HELD.use
