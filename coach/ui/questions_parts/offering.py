"""What the tests have against a question, and the choice between a better wording and the learner's own."""

from __future__ import annotations

import streamlit as st

from coach.questions import FAULT_WORDS
from coach.records import QuestionCheck
from coach.ui.text import plain


def render_faults(check: QuestionCheck) -> None:
    """Each in one sentence, and the better wording where there is one."""
    said = " ".join(FAULT_WORDS.get(fault, fault) for fault in check.faults)
    st.markdown(f":material/lightbulb: {plain(said)}")
    if check.better:
        st.markdown(f"You could ask: \u201c{plain(check.better)}\u201d")


def choose_wording(check: QuestionCheck, words: str, *, verb: str, key: str) -> str:
    """The wording that was pressed, or "" while none is; the buttons begin with the verb ("Add it like this")."""
    render_faults(check)
    with st.container(horizontal=True):
        if check.better and st.button(f"{verb} it like this", type="primary", key=f"{key}_better"):
            return check.better
        return words if st.button(f"{verb} mine all the same", key=f"{key}_anyway") else ""
