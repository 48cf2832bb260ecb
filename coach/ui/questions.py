"""The questions page: the list by phase with its minutes and sources, what to look up first, another list."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import streamlit as st

from coach.records import Phase, Preparation, Question, QuestionList, QuestionSource
from coach.ui import session
from coach.ui.text import plain

if TYPE_CHECKING:
    from coach.coaching import Coach

_PHASES = {
    Phase.OPEN: "Opening",
    Phase.STORY: "Their story",
    Phase.WORK: "The work and the field",
    Phase.ADVICE: "Advice for you",
    Phase.REFERRAL: "Who else, and the next step",
    Phase.CLOSE: "Close",
}


def render(coach: Coach) -> None:
    """Draw the questions page."""
    st.title("Your questions", anchor=False)
    preparation = session.find_preparation(coach)
    if preparation is None or preparation.dossier is None:
        st.markdown("Questions are made from your notes. Start there, or try the example.")
        if st.button("To the notes", type="primary", key="questions_to_notes"):
            session.go_to("notes")
        return
    _render_controls(coach, preparation)
    if preparation.questions:
        _render_list(preparation.questions)
        st.divider()
        st.markdown("**What next:** say them aloud to an invented person before you say them to a real one.")
        if st.button("To the rehearsal", type="primary", key="questions_next"):
            session.go_to("rehearsal")


def _render_controls(coach: Coach, preparation: Preparation) -> None:
    held = preparation.questions.minutes if preparation.questions else 30
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    minutes = left.slider("Minutes you asked for", 20, 45, held, step=5, key="questions_minutes")
    word = "Another list" if preparation.questions else "Make my questions"
    pressed = right.button(word, key="questions_make", width="stretch")
    changed = preparation.questions is not None and minutes != preparation.questions.minutes
    if (pressed or changed) and preparation.dossier is not None:
        seed = session.next_seed() if pressed and preparation.questions else session.get_seed()
        with st.status("Making questions", expanded=False):
            drafted = coach.draft_questions(preparation.dossier, minutes=minutes, seed=seed)
            session.keep_preparation(coach, preparation.note, dossier=preparation.dossier, questions=drafted)
        st.rerun()


def _render_list(questions: QuestionList) -> None:
    if questions.general:
        st.info("This is a general list: the notes gave little to build on. Two or three facts about the person make it theirs.", icon=":material/info:")
    for notice in questions.notices:
        st.caption(plain(notice))
    for phase, group in groupby(questions.questions, key=lambda question: question.phase):
        asked = list(group)
        minutes = sum(question.minutes for question in asked)
        st.subheader(f"{_PHASES[phase]} \u00b7 {minutes:g} min", anchor=False)
        for question in asked:
            _render_question(question)
    if questions.look_up_first:
        st.subheader("Look this up first", anchor=False)
        st.caption("Your notes or the material answer these already. A deeper question stands in the list.")
        for item in questions.look_up_first:
            st.markdown(f"- {plain(item.text)}  \n  :gray[{plain(item.source.text)} ({plain(_origin(item.source))})]")


def _render_question(question: Question) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(question.text)}**")
        st.caption(f"{question.minutes:g} min \u00b7 {plain(question.why)}")
        if question.sources:
            with st.expander("Built on"):
                for source in question.sources:
                    st.markdown(f"- {plain(source.text)} :gray[{plain(_origin(source))}]")


def _origin(source: QuestionSource) -> str:
    """Where a text is from; material always with its licence."""
    if source.kind == "note":
        return "your notes"
    return f"{source.title or 'the library'}, licence: {source.licence or 'not named'}"
