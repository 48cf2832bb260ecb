"""The notes page: paste or upload, see what was read and what is missing, correct it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import InputRejected
from coach.records import About, Dossier, Note, Person, Preparation
from coach.ui import session
from coach.ui.text import plain

if TYPE_CHECKING:
    from coach.coaching import Coach

_ABOUT = {About.PERSON: "The person", About.ORGANISATION: "The organisation", About.OCCUPATION: "The work", About.MEETING: "The meeting"}


def render(coach: Coach) -> None:
    """Draw the notes page."""
    st.title("Your notes", anchor=False)
    preparation = session.find_preparation(coach)
    _render_input(coach, preparation)
    if preparation and preparation.dossier:
        _render_dossier(coach, preparation, preparation.dossier)
    elif preparation is None:
        st.caption("No notes yet? Go to Start and try the example.")


def _render_input(coach: Coach, preparation: Preparation | None) -> None:
    held = preparation.note.text if preparation else ""
    done = bool(preparation and preparation.dossier)
    with st.expander("Notes" if done else "Paste or upload", expanded=not done), st.form("notes_form", border=False):
        text = st.text_area(
            "What you found out about the person, the work and the organisation",
            value=held,
            height=280,
            key=f"notes_text_{preparation.id if preparation else 'new'}",
            help="Bullets, scraps, a pasted profile page: all fine. It stays on this machine unless a language model is set up.",
        )
        upload = st.file_uploader("or a file", type=["md", "txt", "pdf", "docx", "html", "htm"], key="notes_file")
        pressed = st.form_submit_button("Read my notes", type="primary", key="notes_read")
    if pressed:
        note = coach.read_note(upload.getvalue(), name=upload.name) if upload else coach.paste_note(text)
        _read(coach, note)


def _read(coach: Coach, note: Note) -> None:
    kept = session.keep_preparation(coach, note)
    if not note.text.strip():
        raise InputRejected("There is nothing in these notes.", mend="Write down at least a job title, or choose an occupation on the rehearsal page.")
    with st.status("Reading your notes", expanded=False):
        dossier = coach.draft_dossier(kept.note)
        session.keep_preparation(coach, kept.note, dossier=dossier)
    st.rerun()


def _render_dossier(coach: Coach, preparation: Preparation, dossier: Dossier) -> None:
    person = dossier.person
    st.subheader(plain(person.name) if person.name else "The person is not named yet", anchor=False)
    known = ", ".join(part for part in (person.role, person.employer) if part)
    st.markdown(plain(known) if known else "Role and employer were not found in the notes.")
    if dossier.meeting_time:
        st.markdown(f"You meet: {plain(dossier.meeting_time)}")
    if dossier.meeting_purpose:
        st.markdown(f"You want to find out: {plain(dossier.meeting_purpose)}")
    for warning in dossier.warnings:
        st.info(plain(warning), icon=":material/info:")
    _render_occupation(coach, preparation, dossier)
    _render_facts(dossier)
    _render_gaps(dossier)
    _render_correction(coach, preparation, dossier)
    st.divider()
    st.markdown("**What next:** questions made from these notes.")
    if st.button("Make my questions", type="primary", key="notes_next"):
        with st.status("Making questions", expanded=False):
            questions = coach.draft_questions(dossier)
            session.keep_preparation(coach, preparation.note, dossier=dossier, questions=questions)
        session.go_to("questions")


def _render_occupation(coach: Coach, preparation: Preparation, dossier: Dossier) -> None:
    choice = dossier.occupation
    if choice.sure:
        st.markdown(f"Occupation: **{plain(choice.title)}**")
        return
    st.warning("I am not sure which occupation this is. Choose the nearest, so that questions and rehearsal can draw on the right material.")
    titles = list(dict.fromkeys([match.title for match in choice.candidates] + [known.title for known in coach.list_occupations()]))
    chosen = st.selectbox("Occupation", titles, index=None, placeholder="Choose one", key="notes_occupation")
    if chosen:
        session.keep_preparation(coach, preparation.note, dossier=coach.correct_dossier(dossier, occupation=chosen))
        st.rerun()


def _render_facts(dossier: Dossier) -> None:
    for about, heading in _ABOUT.items():
        facts = [fact for fact in dossier.facts if fact.about is about]
        if facts:
            st.markdown(f"**{heading}**")
            st.markdown("\n".join(f"- {plain(fact.text)} :gray[line {fact.source.line}]" for fact in facts))
    for item in dossier.contradictions:
        spans = " and ".join(f"\u201c{plain(span.text)}\u201d (line {span.line})" for span in item.spans)
        st.warning(f"These do not agree: {spans}. {plain(item.explanation)}")
    if dossier.sensitive:
        st.caption(f"{len(dossier.sensitive)} private details were found. They are kept out of everything the coach writes.")


def _render_gaps(dossier: Dossier) -> None:
    if not dossier.gaps:
        return
    st.subheader("Worth finding out before you meet", anchor=False)
    for gap in dossier.gaps:
        st.markdown(f"- {plain(gap.why)} :gray[{plain(gap.where_to_look)}]")


def _render_correction(coach: Coach, preparation: Preparation, dossier: Dossier) -> None:
    with st.expander("Correct something"), st.form("notes_correction", border=False):
        person = dossier.person
        name = st.text_input("Name", value=person.name, key="correct_name")
        role = st.text_input("Role", value=person.role, key="correct_role")
        employer = st.text_input("Employer", value=person.employer, key="correct_employer")
        purpose = st.text_input("What you want to find out", value=dossier.meeting_purpose, key="correct_purpose")
        titles = [known.title for known in coach.list_occupations()]
        index = titles.index(dossier.occupation.title) if dossier.occupation.title in titles else None
        occupation = st.selectbox("Occupation", titles, index=index, placeholder="Leave as it is", key="correct_occupation")
        if st.form_submit_button("Save my corrections", key="correct_save"):
            changed = occupation if occupation and occupation != dossier.occupation.title else ""
            corrected = coach.correct_dossier(dossier, person=Person(name=name, role=role, employer=employer), occupation=changed, meeting_purpose=purpose)
            session.keep_preparation(coach, preparation.note, dossier=corrected)
            st.rerun()
