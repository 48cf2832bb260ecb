"""Adding to the list: a question of the learner's own, tested before it is taken, and one more on a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.questions.telling import TOPIC_WORDS, find_open_topics
from coach.records import QuestionList, Topic
from coach.ui.questions_parts.acting import act, find_check
from coach.ui.questions_parts.offering import choose_wording
from coach.ui.text import quiet

if TYPE_CHECKING:
    from coach.coaching import Coach

_BOX = "questions_own"


def render_adding(coach: Coach, preparation_id: str, questions: QuestionList) -> None:
    """Both ways to add."""
    st.subheader("Add a question", anchor=False)
    with st.container(border=True, key="questions_adding"):
        _render_own(coach, preparation_id)
        st.markdown(quiet("Or have one found for you."))
        _render_topics(coach, preparation_id, questions)


def _render_own(coach: Coach, preparation_id: str) -> None:
    with st.form("questions_own_form", border=False):
        words = st.text_area("A question of your own", key=_BOX, height=80, placeholder="What would you like to know from them?")
        pressed = st.form_submit_button("Add it", key="questions_own_add")
    if not words.strip() and not pressed:
        return
    check = find_check(lambda: coach.check_question(preparation_id, words))
    if check and check.faults:
        words = choose_wording(check, words, verb="Add", key=_BOX)
        pressed = bool(words)
    if check and pressed:
        act(lambda: coach.add_question(preparation_id, words), news="Your question is on the list.", put={_BOX: ""})


def _render_topics(coach: Coach, preparation_id: str, questions: QuestionList) -> None:
    missing = find_open_topics(questions)

    def name(topic: Topic) -> str:
        return f"{TOPIC_WORDS[topic]}{' (none yet)' if topic in missing else ''}"

    chosen = st.menu_button("One more on ...", [*missing, *(topic for topic in Topic if topic not in missing)], format_func=name, key="questions_topic")
    if chosen:
        news = f"One more on {TOPIC_WORDS[chosen]} is on the list."
        act(lambda: coach.ask_about(preparation_id, chosen), news=news, doing="Looking for a question")
