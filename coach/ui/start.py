"""The first page: what this is for, who speaks, an example with one click, and where the learner left off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.ui import session
from coach.ui.text import plain

if TYPE_CHECKING:
    from coach.coaching import Coach

EARLIER = 6
"""How many earlier preparations are listed."""


def render(coach: Coach) -> None:
    """Draw the start page."""
    st.title("Talk to someone who does the job", anchor=False)
    st.markdown(
        "An informational interview is half an hour with a person whose work interests you. You go to learn, never to ask for a job. "
        "Here you get ready for it, practise it with an invented person, and see what to do better."
    )
    if coach.needs_consent():
        _render_consent(coach)
    left, right = st.columns(2)
    if left.button("Start with my notes", type="primary", key="start_own", width="stretch"):
        session.open_preparation("")
        session.go_to("notes")
    if right.button("Try an example", key="start_example", width="stretch"):
        _open_example(coach)
    _render_way()
    _render_earlier(coach)


def _render_consent(coach: Coach) -> None:
    card = coach.card
    with st.container(border=True):
        st.markdown(f"**Before anything is sent.** {plain(card.leaves)}")
        st.caption("You can take this back at any time, in the side bar. Without it, start the coach with the built-in engine: coach --engine offline run")
        if st.button("I agree", key="consent_give"):
            coach.give_consent()
            st.rerun()


def _open_example(coach: Coach) -> None:
    with st.status("Reading the example notes", expanded=False) as status:
        note = coach.open_example()
        dossier = coach.draft_dossier(note)
        status.update(label="Making questions")
        questions = coach.draft_questions(dossier)
    session.open_preparation("")
    session.keep_preparation(coach, note, dossier=dossier, questions=questions, new=True)
    session.go_to("notes")


def _render_way() -> None:
    st.subheader("The way", anchor=False)
    steps = (
        ("Notes", "Paste what you found out about the person, the work and the organisation."),
        ("Questions", "Get a list that could only be asked of this person, with minutes."),
        ("Rehearsal", "Practise with an invented person who does this work. They have limits, and a clock."),
        ("Feedback", "See what went well and one thing to do next, each with your own words beside it."),
    )
    for number, (name, what) in enumerate(steps, start=1):
        st.markdown(f"{number}. **{name}.** {what}")


def _render_earlier(coach: Coach) -> None:
    earlier = coach.list_preparations()[:EARLIER]
    if not earlier:
        return
    st.subheader("Go on where you left off", anchor=False)
    for preparation in earlier:
        when = f"{preparation.updated_at:%d %B %Y}" if preparation.updated_at else ""
        if st.button(f"{plain(preparation.title)} \u00b7 {when}", key=f"earlier_{preparation.id}", width="stretch"):
            session.open_preparation(preparation.id)
            session.go_to("questions" if preparation.questions else "notes")
