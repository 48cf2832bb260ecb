"""Trying a moment again: a second rehearsal that shares the talk up to a turn and goes its own way from there. Both are kept, and can be laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import takewhile

from coach.errors import NotReady
from coach.records import Attempt, Comparison, EndReason, Rehearsal, Speaker, Turn
from coach.rehearsal.hearing import speaks_of_harm, state_before


def branch_rehearsal(rehearsal: Rehearsal, n: int, *, rehearsal_id: str, now: datetime) -> Rehearsal:
    """A rehearsal with the same person and the talk up to turn `n`, which the learner says anew; after a turn of the career model they go on from it.

    The clock stands where it stood then. Raises `NotReady` where there is no such turn, or where the talk had been stopped to look after the learner.
    """
    if not 1 <= n <= len(rehearsal.turns):
        raise NotReady(f"There is no turn {n} in this rehearsal.", mend=f"Choose one from 1 to {len(rehearsal.turns)}.")
    keep = n - 1 if rehearsal.turns[n - 1].speaker is Speaker.INTERVIEWER else n
    branch = rehearsal.model_copy(
        update={
            "id": rehearsal_id,
            "turns": tuple(turn.model_copy(update={"usage": None}) for turn in rehearsal.turns[:keep]),
            "ended": None,
            "branch_of": rehearsal.id,
            "branched_at": keep + 1,
            "paused_at": None,
            "paused_s": 0.0,
        }
    )
    if rehearsal.ended is EndReason.HARM and speaks_of_harm(branch):
        raise NotReady("From there on the coach spoke for itself.", mend="Choose an earlier turn, or start a new rehearsal.")
    return branch.model_copy(update={"started_at": now - timedelta(seconds=state_before(branch).elapsed_s)})


def compare_attempts(attempts: Sequence[Rehearsal]) -> Comparison | None:
    """The moment from which these rehearsals with one person differ, and how each went on; None where they do not differ or there are fewer than two."""
    if len(attempts) < 2:
        return None
    said = [[(turn.speaker, turn.text) for turn in rehearsal.turns] for rehearsal in attempts]
    same = sum(1 for _ in takewhile(lambda pair: len(set(pair)) == 1, zip(*said, strict=False)))
    if all(len(turns) == same for turns in said):
        return None
    return Comparison(at=same + 1, before=attempts[0].turns[:same][-2:], attempts=tuple(_attempt(rehearsal, same) for rehearsal in attempts))


def _attempt(rehearsal: Rehearsal, same: int) -> Attempt:
    turns: tuple[Turn, ...] = rehearsal.turns[same:]
    new = {fact for turn in turns for fact in turn.disclosed}
    in_all = {fact for turn in rehearsal.turns for fact in turn.disclosed}
    return Attempt(
        rehearsal_id=rehearsal.id,
        turns=turns,
        told=rehearsal.fact_sheet.only(new),
        told_in_all=len(in_all),
        patience=state_before(rehearsal).patience,
        ended=rehearsal.ended,
    )
