"""The rehearsal with a simulated career model: opened from occupation material, driven turn by turn by code, spoken by an engine.

`open_rehearsal` composes the person and the private facts; `hear_learner` takes in the learner's turn (trust, patience, clock, unlocked facts); `draft_reply` has an engine
answer and checks each sentence; `add_reply` keeps the answer and closes the meeting where it ends; `summarise_disclosure` says what was told and what was missed;
`find_hint` helps on the way; `branch_rehearsal` goes back to a moment, and `compare_attempts` lays two tries side by side.
"""

from coach.rehearsal.branching import branch_rehearsal, compare_attempts
from coach.rehearsal.cues import find_retrieval_query
from coach.rehearsal.disclosure import summarise_disclosure
from coach.rehearsal.hearing import hear_learner
from coach.rehearsal.help import help_lines
from coach.rehearsal.hinting import find_hint, find_unasked, measure_phase_times
from coach.rehearsal.persona import open_rehearsal
from coach.rehearsal.replying import add_reply, draft_reply

__all__ = [
    "add_reply",
    "branch_rehearsal",
    "compare_attempts",
    "draft_reply",
    "find_hint",
    "find_retrieval_query",
    "find_unasked",
    "hear_learner",
    "help_lines",
    "measure_phase_times",
    "open_rehearsal",
    "summarise_disclosure",
]
