"""The offline rule for drafting questions, and what it is made of.

`tidy` speaks scraps of notes out; `subjects`, `headless`, `clauses` and `speech` turn them into clauses addressed to the host; `nouns`, `phrases`,
`quotations` and `aims` do the same for phrases, the host's own words and what the learner wants to know; `kinds` and `mentions` gather it all; the
`bank_*` modules hold the questions; `rule` puts them together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.engines.offline.questions.rule import draft

if TYPE_CHECKING:
    from coach.engines.offline import Rule

RULES: dict[str, Rule] = {"questions/draft": draft}
"""Prompt name -> rule."""
