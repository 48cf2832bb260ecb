"""Help in practice mode: a hint when asked for, and the prepared questions that are still unasked at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.records import Mode, Rehearsal
from coach.ui import session
from coach.ui.text import plain

if TYPE_CHECKING:
    from coach.coaching import Coach


def render_help(coach: Coach, rehearsal: Rehearsal) -> None:
    """The button with its hint, and the list at the side; nothing in real mode."""
    if rehearsal.mode is Mode.REAL:
        return
    _render_unasked(coach, rehearsal)
    if st.button("Give me a hint", key="rehearsal_hint", icon=":material/lightbulb:"):
        session.keep_hint(rehearsal.id, len(rehearsal.turns))
    if session.wants_hint(rehearsal.id, len(rehearsal.turns)):
        st.info(plain(coach.give_hint(rehearsal.id).text), icon=":material/lightbulb:")


def _render_unasked(coach: Coach, rehearsal: Rehearsal) -> None:
    unasked = coach.list_unasked(rehearsal.id)
    with st.sidebar:
        st.markdown("**Not asked yet**" if rehearsal.questions else "**Questions you could ask**")
        if not unasked:
            st.markdown("You have asked everything on your list.")
        st.markdown("\n".join(f"- {plain(question.text)}" for question in unasked))
