"""What was there before, with the way back, and what is taken along to the meeting."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import streamlit as st

from coach.questions.telling import describe_change
from coach.records import Preparation, QuestionList
from coach.ui.questions_parts.acting import act
from coach.ui.taking import offer_files
from coach.ui.text import count, plain, quiet

if TYPE_CHECKING:
    from coach.coaching import Coach


def render_undo(coach: Coach, preparation: Preparation) -> None:
    """One step back."""
    if st.button("Undo", icon=":material/undo:", key="questions_undo", disabled=not preparation.earlier) and preparation.questions:
        undone = describe_change(preparation.earlier[-1], preparation.questions)
        act(lambda: coach.undo_questions(preparation.id), news=f"The list is as it was before {undone}.")


def render_earlier(coach: Coach, preparation: Preparation, questions: QuestionList) -> None:
    """The lists before this one, the latest first, each with what came after it."""
    if not preparation.earlier:
        return
    with st.expander(f"Earlier lists ({len(preparation.earlier)})", key="questions_earlier"):
        st.markdown(quiet("Going back loses nothing: the list you have now is kept here as well."))
        steps = enumerate(pairwise((*preparation.earlier, questions)))
        for n, (before, after) in reversed(list(steps)):
            with st.container(key=f"questions_earlier_{n}", gap="xsmall"):
                st.markdown(f"{count(len(before.questions), 'question')} for {before.minutes} minutes, before {plain(describe_change(before, after))}.")
                if st.button(f"Go back to list {n + 1}", key=f"questions_restore_{n}"):
                    act(partial(coach.restore_questions, preparation.id, n), news="The earlier list is back.")


def render_downloads(coach: Coach, preparation_id: str) -> None:
    """The sheet as files; each is written when it is asked for."""
    st.subheader("Take it along", anchor=False)
    st.markdown("One page for your hand: what to say first, your questions in order with the minutes, and a checklist.")
    offer_files(partial(coach.write_sheet, preparation_id), name="my-questions", key="questions_take")
