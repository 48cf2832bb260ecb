"""Choosing whom to practise on and how, and going on with a rehearsal that is not finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.records import ClockKind, Mode, Preparation, Style
from coach.ui import session
from coach.ui.text import plain

if TYPE_CHECKING:
    from coach.coaching import Coach

NOTICE = "This is an invented person, made from occupation material. They are not the person in your notes."
_STYLES = {
    Style.WARM: "Warm",
    Style.BRISK: "Brisk",
    Style.SHY: "Shy",
    Style.RAMBLING: "Rambling",
    Style.SCEPTICAL: "Sceptical",
    Style.HURRIED: "Hurried",
}
_MODES = {Mode.PRACTICE: "For practice", Mode.REAL: "As in a real meeting"}
_MODE_WORDS = ("Hints when you ask for one, and your questions at the side.", "Nothing but the talk.")
_CLOCKS = {ClockKind.SPEAKING: "by the words said", ClockKind.WALL: "by the clock on the wall"}


def render_setup(coach: Coach, preparation: Preparation | None) -> None:
    """The form, and what is not finished yet."""
    st.markdown(NOTICE)
    dossier = preparation.dossier if preparation else None
    titles = [known.title for known in coach.list_occupations()]
    held = dossier.occupation.title if dossier and dossier.occupation.sure else None
    with st.form("rehearsal_setup"):
        index = titles.index(held) if held in titles else None
        title = st.selectbox("Occupation", titles, index=index, placeholder="Choose one", key="rehearsal_occupation")
        style = st.selectbox("The person is", list(_STYLES), format_func=lambda one: _STYLES[one], key="rehearsal_style")
        minutes = st.slider("Minutes", 20, 45, 30, step=5, key="rehearsal_minutes")
        mode = st.radio("How", list(_MODES), format_func=lambda one: _MODES[one], captions=_MODE_WORDS, key="rehearsal_mode")
        with st.expander("Clock and scores"):
            kind = st.radio("The time goes", list(_CLOCKS), format_func=lambda one: _CLOCKS[one], key="rehearsal_clock")
            st.caption("By the words said, you may think as long as you like: only what is said takes time, at the pace of speech.")
            unscored = st.checkbox(
                "No scores", key="rehearsal_unscored", help="The feedback then shows what you said and other ways to say it, and no figures."
            )
        if st.form_submit_button("Begin", type="primary", key="rehearsal_begin"):
            begun = coach.open_rehearsal(
                occupation=title or "",
                dossier=dossier,
                questions=preparation.questions if preparation else None,
                preparation_id=preparation.id if preparation else None,
                minutes=minutes,
                style=style,
                seed=session.next_seed(),
                clock=kind,
                mode=mode,
                scored=not unscored,
            )
            session.open_rehearsal(begun.id)
            st.rerun()
    _render_unfinished(coach, preparation)


def _render_unfinished(coach: Coach, preparation: Preparation | None) -> None:
    held = coach.list_rehearsals(preparation_id=preparation.id) if preparation else coach.list_rehearsals()
    unfinished = [rehearsal for rehearsal in held if rehearsal.ended is None][:3]
    if unfinished:
        st.subheader("Not finished yet", anchor=False)
    for rehearsal in unfinished:
        person = rehearsal.career_model
        again = f", from turn {rehearsal.branched_at} again" if rehearsal.branch_of else ""
        if st.button(f"Go on with {plain(person.name)}, {plain(person.role)}{again}", key=f"resume_{rehearsal.id}"):
            session.open_rehearsal(rehearsal.id)
            st.rerun()
