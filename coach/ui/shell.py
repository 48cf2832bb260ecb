"""The frame around every page: navigation in walking order, who speaks and what leaves the machine, and errors told in one sentence."""

from __future__ import annotations

import logging
import secrets
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import streamlit as st

from coach.coaching import Coach, open_coach
from coach.errors import CoachError
from coach.settings import open_settings, quieten_telemetry
from coach.ui import feedback, library, model, notes, progress, questions, rehearsal, session, start
from coach.ui.text import plain

Render = Callable[[Coach], None]

TITLE = "Interview coach"

ICON = Path(__file__).with_name("icon.png")
"""A picture of our own: one of Streamlit's signs would be asked for on the net."""


@st.cache_resource(show_spinner=False)
def _open_coach() -> Coach:
    quieten_telemetry()
    return open_coach(open_settings())


def open_app() -> None:
    """Draw the page that the learner is on."""
    st.set_page_config(page_title=TITLE, page_icon=str(ICON), layout="centered", initial_sidebar_state="auto")
    with told():
        coach = _open_coach()
        render_frame(coach)


def render_frame(coach: Coach) -> None:
    """Navigation, the page, and the line that says who speaks."""
    pages = {name: _page(coach, render, title, icon, name) for name, (render, title, icon) in PAGES.items()}
    session.keep_pages(pages)
    chosen = st.navigation(list(pages.values()))
    with st.sidebar:
        _render_card(coach)
    chosen.run()


PAGES: dict[str, tuple[Render, str, str]] = {
    "start": (start.render, "Start", ":material/home:"),
    "notes": (notes.render, "1 Notes", ":material/description:"),
    "questions": (questions.render, "2 Questions", ":material/help:"),
    "rehearsal": (rehearsal.render, "3 Rehearsal", ":material/forum:"),
    "feedback": (feedback.render, "4 Feedback", ":material/rate_review:"),
    "progress": (progress.render, "5 Progress", ":material/timeline:"),
    "library": (library.render, "Library", ":material/menu_book:"),
    "model": (model.render, "Language model", ":material/memory:"),
}
"""The pages in the order in which a learner walks, and the library and the language model beside the way."""


def _page(coach: Coach, render: Render, title: str, icon: str, name: str) -> st.Page:
    return st.Page(partial(render_page, coach, render), title=title, icon=icon, url_path=name, default=name == "start")


def render_page(coach: Coach, render: Render) -> None:
    """One page with its errors told."""
    with told():
        session.mirror()
        render(coach)


def _render_card(coach: Coach) -> None:
    card = coach.card
    st.markdown(f"**{plain(card.says)}**")
    st.caption(plain(card.leaves))
    if card.provider and not coach.needs_consent() and st.button("Take my consent back", key="consent_withdraw"):
        coach.withdraw_consent()
        st.rerun()


@contextmanager
def told() -> Iterator[None]:
    """Show a problem as one sentence and the step that mends it; an unknown one with a code, and no learner text in the log."""
    try:
        yield
    except CoachError as error:
        st.error(f"{plain(error.happened)} {plain(error.mend)}", icon=":material/info:")
    except Exception as error:
        code = secrets.token_hex(3)
        where = traceback.extract_tb(error.__traceback__)[-1]
        logging.getLogger("coach").error("code %s: %s at %s:%s", code, type(error).__name__, where.filename, where.lineno)  # noqa: TRY400  (no learner text)
        st.error(f"Something went wrong inside the program (code {code}). Reload the page; what you saved is still there.", icon=":material/info:")


if __name__ == "__main__":
    open_app()
