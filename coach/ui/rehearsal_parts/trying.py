"""Going back to a moment and trying it again, and both tries side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import CoachError
from coach.records import Attempt, Comparison, EndReason, Rehearsal, Speaker
from coach.ui import session
from coach.ui.text import count, plain

if TYPE_CHECKING:
    from coach.coaching import Coach

_SHOWN = 70


def try_again(coach: Coach, rehearsal_id: str, turn: int) -> None:
    """Open a rehearsal that goes on from before this turn, and go there; a problem is told and the page stays."""
    try:
        branch = coach.retry_moment(rehearsal_id, turn)
    except CoachError as error:
        st.error(f"{plain(error.happened)} {plain(error.mend)}", icon=":material/info:")
        return
    session.open_rehearsal(branch.id)
    session.go_to("rehearsal")
    st.rerun()


def render_retry(coach: Coach, rehearsal: Rehearsal) -> None:
    """Choose one of one's own turns and say it anew."""
    own = {turn.n: turn.text for turn in rehearsal.turns if turn.speaker is Speaker.INTERVIEWER and turn.text}
    if not own or rehearsal.ended is EndReason.HARM:
        return
    with st.expander("Try a moment again"):
        st.markdown("Go back to something you said and say it another way. What you have said so far is kept.")
        chosen = st.selectbox("Which moment", list(own), format_func=lambda n: f"{n}: {_short(own[n])}", key="rehearsal_moment")
        if st.button("Try this moment again", key="rehearsal_retry"):
            try_again(coach, rehearsal.id, chosen)


def render_comparison(coach: Coach, rehearsal: Rehearsal) -> None:
    """Both tries from the moment on, where there are two."""
    comparison = coach.compare_attempts(rehearsal.id)
    if comparison is None:
        return
    with st.expander("Both tries side by side", expanded=rehearsal.ended is not None and bool(rehearsal.branch_of)):
        for turn in comparison.before[-1:]:
            st.markdown(f"After \u201c{plain(_short(turn.text, 160))}\u201d")
        for column, name, attempt in zip(st.columns(2), ("First try", "Second try"), comparison.attempts, strict=True):
            with column:
                _render_attempt(rehearsal, name, attempt, comparison)


def _render_attempt(rehearsal: Rehearsal, name: str, attempt: Attempt, comparison: Comparison) -> None:
    st.markdown(f"**{name}**")
    new = count(len(attempt.told), "thing") if attempt.told else "nothing new"
    st.markdown(f"From here on you heard {new}, in the whole talk {count(attempt.told_in_all, 'thing')}.")
    for turn in attempt.turns[:4]:
        who = "You" if turn.speaker is Speaker.INTERVIEWER else rehearsal.career_model.name
        st.markdown(f"**{plain(who)}:** {plain(turn.text)}")
    if len(attempt.turns) > 4:
        st.markdown(f":gray[and {count(len(attempt.turns) - 4, 'turn')} more]")
    if attempt.rehearsal_id != rehearsal.id and st.button("Open this one", key=f"open_{comparison.at}_{attempt.rehearsal_id}"):
        session.open_rehearsal(attempt.rehearsal_id)
        st.rerun()


def _short(text: str, most: int = _SHOWN) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} ..."
