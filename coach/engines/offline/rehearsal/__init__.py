"""The built-in career model: speaks from private facts, passages and the persona by rule, in the voice of a style, and never says a sentence twice.

`reply` chooses what to say by the move that code has read in the learner's words; `answers` speaks on the work, `oneself` on the person, `voice` picks phrases, `speech` turns
occupation material into talk.
"""

from __future__ import annotations

from collections.abc import Callable

from coach.engines.offline.rehearsal.reply import draft
from coach.records import Record

RULES: dict[str, Callable[..., Record | str]] = {"rehearsal/reply": draft}
