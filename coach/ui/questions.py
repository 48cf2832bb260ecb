"""The questions page: the list by phase with its minutes, every question in the learner's hand, what to look up first, and the sheet to take along."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import streamlit as st

from coach.coaching.preparing import USUAL_MINUTES
from coach.records import Preparation, QuestionList, Topic
from coach.ui import session
from coach.ui.questions_parts.acting import act
from coach.ui.questions_parts.adding import render_adding
from coach.ui.questions_parts.cards import PHASES, name_origin, render_question
from coach.ui.questions_parts.keeping import render_downloads, render_earlier, render_undo
from coach.ui.text import count, plain, quiet

if TYPE_CHECKING:
    from coach.coaching import Coach

_GENERAL = "This is a general list: the notes gave little to build on. Two or three facts about the person make it theirs."
_SHORTEST, _LONGEST, _STEP = 15, 60, 5


def render(coach: Coach) -> None:
    """Draw the questions page."""
    session.fill_boxes()
    st.title("Your questions", anchor=False)
    preparation = session.find_preparation(coach)
    if preparation is None or preparation.dossier is None:
        st.markdown("Questions are made from your notes. Start there, or try the example.")
        if st.button("To the notes", type="primary", key="questions_to_notes"):
            session.go_to("notes")
        return
    if news := session.take_news():
        st.toast(plain(news), icon=":material/check:")
    if preparation.questions is None:
        st.markdown("Your notes are read. Say how long you may talk, and your questions are made from them. Half an hour is usual.")
        _render_making(coach, preparation)
        return
    _render_head(preparation.questions)
    with st.container(horizontal=True, key="questions_tools"):
        with st.popover("Another list", icon=":material/refresh:", key="questions_another", on_change="rerun"):
            _render_making(coach, preparation)
        render_undo(coach, preparation)
    _render_list(coach, preparation.id, preparation.questions)
    render_adding(coach, preparation.id, preparation.questions)
    _render_look_up(preparation.questions)
    render_earlier(coach, preparation, preparation.questions)
    render_downloads(coach, preparation.id)
    _render_next()


def _render_making(coach: Coach, preparation: Preparation) -> None:
    """How long the meeting is, what stays, and the button that makes a list."""
    questions = preparation.questions
    held = questions.minutes if questions else USUAL_MINUTES
    step = 1 if held % _STEP else _STEP
    minutes = st.slider("Minutes you asked for", _SHORTEST, _LONGEST, min(max(held, _SHORTEST), _LONGEST), step=step, key=f"questions_minutes_{held}")
    if questions:
        st.markdown(quiet(_say_what_stays(questions)))
    if st.button("Make another list" if questions else "Make my questions", type="primary", key="questions_make"):
        session.keep_editing("")
        closed = {"questions_another": False}
        act(lambda: coach.make_questions(preparation.id, minutes=minutes), news="Here is your list.", doing="Making questions", put=closed)


def _say_what_stays(questions: QuestionList) -> str:
    locked = sum(question.locked for question in questions.questions)
    if not locked:
        return "All questions will be new. To keep one, lock it first with \u201cChange\u201d."
    return f"{count(locked, 'locked question')} {'stays' if locked == 1 else 'stay'}; the others will be new. The list you have now is kept below."


def _render_head(questions: QuestionList) -> None:
    held, asked = questions.questions, sum(question.minutes for question in questions.questions)
    topics = len({question.topic for question in held})
    if held:
        st.markdown(
            f"{count(len(held), 'question')} in {asked:.3g} of your {questions.minutes} minutes; the rest is for hello and goodbye. "
            f"{topics} of {len(Topic)} topics come up."
        )
    if questions.general:
        st.info(plain(" ".join(questions.notices) or _GENERAL), icon=":material/info:")
        return
    for notice in questions.notices:
        st.markdown(quiet(plain(notice)))


def _render_list(coach: Coach, preparation_id: str, questions: QuestionList) -> None:
    numbered = list(enumerate(questions.questions, start=1))
    for phase, group in groupby(numbered, key=lambda pair: pair[1].phase):
        asked = list(group)
        minutes = sum(question.minutes for _, question in asked)
        st.subheader(f"{PHASES[phase]} \u00b7 {minutes:.3g} min", anchor=False)
        for number, question in asked:
            render_question(coach, preparation_id, question, number=number, last=number == len(numbered))


def _render_look_up(questions: QuestionList) -> None:
    if not questions.look_up_first:
        return
    with st.expander(f"Look this up first ({len(questions.look_up_first)})", key="questions_look_up"):
        st.markdown(quiet("Your notes or the material answer these already. A deeper question stands in the list."))
        for item in questions.look_up_first:
            st.markdown(f"- {plain(item.text)}  \n  :gray[{plain(item.source.text)} ({plain(name_origin(item.source))})]")


def _render_next() -> None:
    st.divider()
    st.markdown("**What next:** say them aloud to an invented person before you say them to a real one.")
    if st.button("To the rehearsal", type="primary", key="questions_next"):
        session.go_to("rehearsal")
