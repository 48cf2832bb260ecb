"""The learner's own view first: five quick ratings, and then the coach's beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.coaching.progressing import OWN_VIEW
from coach.records import Feedback, Rehearsal, SelfView
from coach.ui.text import plain, quiet

if TYPE_CHECKING:
    from coach.coaching import Coach

_ASKED = {
    "D2": "I said early what I wanted to find out",
    "D4": "I asked open questions, one thing at a time",
    "D6": "I listened and built on the answers",
    "D9": "I was courteous, in my own way",
    "D12": "I closed the talk and said thank you",
}
_SKIPPED = "feedback_skipped_view"


def ask_first(coach: Coach, rehearsal: Rehearsal) -> bool:
    """Ask for the learner's own view where it is not given yet; whether the coach's view may be shown now."""
    if coach.get_self_view(rehearsal.id) is not None or rehearsal.id in st.session_state.get(_SKIPPED, ()):
        return True
    st.subheader("First, your own view", anchor=False)
    st.markdown("How did it go? Go by your feeling; it takes half a minute, and the coach's view comes beside it.")
    with st.form("feedback_own_view", border=True):
        ratings = {
            name: st.select_slider(_ASKED[name], options=range(1, 6), value=3, key=f"own_{name}", format_func=lambda one: f"{one} of 5") for name in OWN_VIEW
        }
        left, right = st.columns(2)
        keep = left.form_submit_button("Show me the feedback", type="primary", width="stretch")
        skip = right.form_submit_button("Skip this", width="stretch")
    if keep:
        coach.save_self_view(rehearsal.id, ratings)
    elif skip:
        st.session_state[_SKIPPED] = (*st.session_state.get(_SKIPPED, ()), rehearsal.id)
    if keep or skip:
        st.rerun()
    return False


def render_beside(view: SelfView, feedback: Feedback) -> None:
    """The learner's ratings and the coach's, one line each, with where they differ."""
    st.subheader("Your view and the coach's", anchor=False)
    given = {criterion.id: criterion for criterion in feedback.criteria}
    rows = ["| | You | Coach | |", "|:--|:-:|:-:|:--|"]
    for name, own in view.ratings.items():
        criterion = given.get(name)
        score = criterion.score if criterion else None
        theirs = "not observed" if score is None else str(score)
        rows.append(f"| {_ASKED.get(name, plain(criterion.title) if criterion else name)} | {own} | {theirs} | {_compare(own, score)} |")
    st.markdown("\n".join(rows))
    st.markdown(quiet("1 is not yet, 5 is very well. The coach goes by your words alone; you know how it felt."))


def _compare(own: int, score: int | None) -> str:
    if score is None:
        return ""
    if abs(own - score) < 2:
        return "about the same"
    return "you did better than you think" if own < score else "worth another look"
