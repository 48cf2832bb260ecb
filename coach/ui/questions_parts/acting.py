"""Carrying out what the learner pressed: the page is drawn anew when it worked, and goes on below a sentence when it did not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext

import streamlit as st

from coach.errors import CoachError
from coach.records import Preparation, QuestionCheck
from coach.ui import session
from coach.ui.text import plain


def act(change: Callable[[], Preparation], *, news: Callable[[Preparation], str] | str, doing: str = "", put: Mapping[str, object] | None = None) -> None:
    """Do it and tell the news on the page drawn anew; a problem is told right here and the rest of the page stays.

    `doing` is said meanwhile, where an engine may take its time. `put` holds what widgets are to hold afterwards, by their keys.
    """
    try:
        with st.spinner(doing) if doing else nullcontext():
            changed = change()
    except CoachError as error:
        _tell(error)
        return
    session.keep_news(news if isinstance(news, str) else news(changed))
    for key, value in (put or {}).items():
        session.put_next(key, value)
    st.rerun()


def find_check(check: Callable[[], QuestionCheck]) -> QuestionCheck | None:
    """What the tests say, or None with the problem told where the words are no question that can be tested."""
    try:
        return check()
    except CoachError as error:
        _tell(error)
        return None


def _tell(error: CoachError) -> None:
    st.error(f"{plain(error.happened)} {plain(error.mend)}", icon=":material/info:")
