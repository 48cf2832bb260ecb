"""The library page: what the library holds and under which licence, the full library with one click, material of one's own, and taking it out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.coaching.imports import FULL_LIBRARY
from coach.ui import session
from coach.ui.text import count, plain, time_left

if TYPE_CHECKING:
    from coach.coaching import Coach
    from coach.coaching.imports import Import
    from coach.records import LibrarySource

_OWN = "coach"
_NAMES = {"onet": "O*NET", "ooh": "Occupational Outlook Handbook", "esco": "ESCO"}
_KINDS = {**_NAMES, "folder": "A folder of my own"}
_FOLDER = "folder-"
_PUBLIC = ". Its facts and figures come from public sources; each passage names its own."
_HELP = (
    "O*NET: the text release, a zip file. Occupational Outlook Handbook: its XML file. ESCO: the CSV download in English. "
    "A folder of your own: .md, .txt or .pdf, one occupation a file."
)


def render(coach: Coach) -> None:
    """Draw the library page."""
    st.title("Library", anchor=False)
    st.markdown("What the coach knows about occupations. Your questions and the people you practise with are made from it.")
    running = _render_import(coach)
    sources = coach.get_library_status().sources
    if FULL_LIBRARY[0] not in {source.name for source in sources}:
        _render_full(coach, running=running)
    st.subheader("What it holds", anchor=False)
    for source in sources:
        _render_source(coach, source, running=running)
    _render_own(coach, running=running)


def _render_import(coach: Coach) -> bool:
    """The import that is going on, or what came of the last one; whether one is going on."""
    job = coach.get_import()
    if job is None:
        return False
    if not job.finished:
        _render_running(job)
        return True
    if not session.has_seen(job.id):
        _render_outcome(job)
    return False


@st.fragment(run_every=1.0)
def _render_running(job: Import) -> None:
    if job.finished:
        st.rerun()
    with st.container(border=True, key="library_running"):
        left = time_left(job.seconds_left)
        st.progress(job.done, text=f"{job.done:.0%} done{', ' if left else ''}{left}")
        st.caption(plain(job.what))
        st.markdown("You may go on with something else meanwhile. This goes on by itself.")


def _render_outcome(job: Import) -> None:
    if job.error is not None:
        st.error(f"{plain(job.error.happened)} {plain(job.error.mend)}", icon=":material/info:")
    elif job.source is not None:
        st.success(f"{plain(_name(job.source))} is in the library now: {_counts(job.source)}.", icon=":material/check:")
        for notice in job.notices:
            st.caption(plain(notice))
    if st.button("Put this message away", key="library_seen"):
        session.keep_seen(job.id)
        st.rerun()


def _render_full(coach: Coach, *, running: bool) -> None:
    with st.container(border=True):
        st.markdown(f"**About a thousand more occupations** from {plain('O*NET')}, the public database of the U\\.S\\. Department of Labor.")
        if st.button("Get the full library", type="primary", key="library_full", disabled=running):
            _start(coach, *FULL_LIBRARY)
        st.caption("About 10 MB are downloaded from onetcenter\\.org. It takes a minute or two. Nothing of yours is sent.")


def _render_source(coach: Coach, source: LibrarySource, *, running: bool) -> None:
    own = source.name == _OWN
    with st.container(border=True):
        st.markdown(f"**{plain(_name(source))}** :gray[version {plain(source.version)}]")
        st.markdown(_counts(source))
        st.caption(f"Licence: {plain(source.licence or 'not named')}. {plain(source.attribution)}{_PUBLIC if own else ''}")
        if not own:
            _render_removal(coach, source, running=running)


def _render_removal(coach: Coach, source: LibrarySource, *, running: bool) -> None:
    if not session.is_leaving(source.name):
        if st.button("Take out", key=f"library_out_{source.name}", disabled=running):
            session.keep_leaving(source.name)
            st.rerun()
        return
    st.markdown("Take this out of the library? Your notes, questions and rehearsals stay.")
    with st.container(horizontal=True):
        sure = st.button("Yes, take it out", key=f"library_sure_{source.name}", disabled=running)
        kept = st.button("Keep it", key=f"library_keep_{source.name}")
    if sure:
        session.keep_leaving("")
        with st.spinner("Taking it out"):
            coach.remove_from_library(source.name)
    if sure or kept:
        session.keep_leaving("")
        st.rerun()


def _render_own(coach: Coach, *, running: bool) -> None:
    st.subheader("Add material", anchor=False)
    with st.form("library_form"):
        kind = st.selectbox("What it is", list(_KINDS), format_func=lambda one: _KINDS[one], key="library_kind")
        where = st.text_input("Where it lies: a file, a folder or an https address", key="library_where", help=_HELP)
        pressed = st.form_submit_button("Add it", key="library_add", disabled=running)
        if running:
            st.caption("An import is going on; how far it is stands at the top of this page.")
    if pressed:
        _start(coach, kind, where)


def _start(coach: Coach, kind: str, where: str) -> None:
    coach.start_import(kind, where)
    st.rerun()


def _name(source: LibrarySource) -> str:
    if source.name == _OWN:
        return f"{count(source.occupations, 'occupation')} written for this program"
    if source.name.startswith(_FOLDER):
        return f"Your files in {source.name.removeprefix(_FOLDER)}"
    return _NAMES.get(source.name, source.name)


def _counts(source: LibrarySource) -> str:
    rest = f"{count(source.titles, 'job title')}, {count(source.passages, 'passage')}"
    return rest if source.name == _OWN else f"{count(source.occupations, 'occupation')}, {rest}"
