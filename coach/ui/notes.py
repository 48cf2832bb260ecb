"""The notes page: paste or upload, see who is met and what matters most now; then the notes with their marks, every fact in the learner's hand, and what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

import streamlit as st

from coach.errors import InputRejected
from coach.records import Dossier, Note, Preparation
from coach.ui import session
from coach.ui.notes_parts.asking import render_asks, render_open
from coach.ui.notes_parts.facts import render_facts
from coach.ui.notes_parts.head import render_head, render_next
from coach.ui.notes_parts.marking import render_marks
from coach.ui.notes_parts.undoing import render_put_right
from coach.ui.questions_parts.acting import act
from coach.ui.text import count, plain

if TYPE_CHECKING:
    from coach.coaching import Coach

_TABS = ("Notes, marked", "Facts", "Still open", "Put right")


def render(coach: Coach) -> None:
    """Draw the notes page."""
    session.fill_boxes()
    st.title("Your notes", anchor=False)
    if news := session.take_news():
        st.toast(plain(news), icon=":material/check:")
    with st.container(key="notes_input"):
        _render_input(coach, session.find_preparation(coach))
    preparation = session.find_preparation(coach)
    if preparation is None:
        st.caption("No notes yet? Go to Start and try the example.")
    elif preparation.dossier is None:
        st.caption("These notes are kept and have not been read yet.")
    else:
        _render_read(coach, preparation, preparation.dossier)


def _render_input(coach: Coach, preparation: Preparation | None) -> None:
    held = preparation.note.text if preparation else ""
    done = bool(preparation and preparation.dossier)
    with st.expander("Change or replace these notes" if done else "Paste or upload", expanded=not done), st.form("notes_form", border=False):
        text = st.text_area(
            "What you found out about the person, the work and the organisation",
            value=held,
            height=280,
            key=f"notes_text_{f'{preparation.id}_{crc32(held.encode())}' if preparation else 'new'}",
            help="Bullets, scraps, a pasted profile page: all fine. It stays on this machine unless a language model is set up.",
        )
        upload = st.file_uploader("or a file", type=["md", "txt", "pdf", "docx", "html", "htm"], key="notes_file")
        pressed = st.form_submit_button("Read my notes", type="primary", key="notes_read")
        if done:
            st.caption("For somebody else, begin anew on the Start page. Your corrections stay with these notes.")
    if pressed:
        act(
            lambda: _read(coach, preparation, coach.read_note(upload.getvalue(), name=upload.name) if upload else coach.paste_note(text)),
            news=_say_what_was_read,
            doing="Reading your notes",
        )


def _read(coach: Coach, preparation: Preparation | None, note: Note) -> Preparation:
    """New notes are this tab's preparation before an engine is asked, so that they are here when it fails."""
    if not note.text.strip():
        raise InputRejected("There is nothing in these notes.", mend="Write down at least a job title, or choose an occupation on the rehearsal page.")
    return coach.read_notes(note, preparation_id=(preparation or session.keep_preparation(coach, note)).id)


def _say_what_was_read(preparation: Preparation) -> str:
    return f"Your notes are read: {count(len(preparation.dossier.facts) if preparation.dossier else 0, 'fact')}."


def _render_read(coach: Coach, preparation: Preparation, dossier: Dossier) -> None:
    """What was understood, what is asked, the way on; the rest in tabs.

    Each part has its own container: the tabs keep their place on the page, and with it the one that is open, however much stands above them.
    """
    with st.container(key="notes_head"):
        render_head(coach, preparation, dossier)
    with st.container(key="notes_asked"):
        render_asks(coach, preparation, dossier)
    with st.container(key="notes_way_on"):
        render_next(coach, preparation)
    st.subheader("Look closer", anchor=False)
    marked, facts, still_open, put_right = st.tabs(_TABS)
    with marked:
        render_marks(coach, preparation)
    with facts:
        render_facts(coach, preparation, dossier)
    with still_open:
        render_open(coach, preparation, dossier)
    with put_right:
        render_put_right(coach, preparation)
