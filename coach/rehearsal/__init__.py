"""The rehearsal with a simulated career model: opened from occupation material, driven turn by turn by code, spoken by an engine.

`open_rehearsal` composes the person and the private facts; `hear_learner` takes in the learner's turn (trust, patience, clock, unlocked facts); `draft_reply` has an engine
answer and checks each sentence; `add_reply` keeps the answer and closes the meeting where it ends; `summarise_disclosure` says what was told and what was missed.
"""

from coach.rehearsal.cues import find_retrieval_query
from coach.rehearsal.disclosure import summarise_disclosure
from coach.rehearsal.hearing import hear_learner
from coach.rehearsal.help import help_lines
from coach.rehearsal.persona import open_rehearsal
from coach.rehearsal.replying import add_reply, draft_reply

__all__ = ["add_reply", "draft_reply", "find_retrieval_query", "hear_learner", "help_lines", "open_rehearsal", "summarise_disclosure"]
