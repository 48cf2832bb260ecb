"""Who is met, as the notes tell it: role, employer, meeting and path, with one place to put any of it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.records import Corrections, Dossier, Preparation, Step
from coach.ui import session
from coach.ui.notes_parts.words import say_line
from coach.ui.questions_parts.acting import act
from coach.ui.text import plain

if TYPE_CHECKING:
    from coach.coaching import Coach

_OPENED = "notes_correct"
_BOXES = {
    "name": ("Name", "correct_name"),
    "role": ("Role", "correct_role"),
    "employer": ("Employer", "correct_employer"),
    "meeting_time": ("When you meet", "correct_time"),
}
"""Part of the dossier -> label and key of its box; the wish has a larger one."""


def render_head(coach: Coach, preparation: Preparation, dossier: Dossier) -> None:
    """Everything about the person and the meeting at a glance."""
    person = dossier.person
    st.subheader(plain(person.name) if person.name else "The person is not named yet", anchor=False)
    known = ", ".join(part for part in (person.role, person.employer) if part)
    st.markdown(plain(known) if known else "Role and employer were not found in the notes.")
    lines = [
        f"**Occupation:** {plain(dossier.occupation.title)}" if dossier.occupation.sure else "",
        f"**You meet:** {plain(dossier.meeting_time)}" if dossier.meeting_time else "",
        f"**You want to find out:** {plain(dossier.meeting_purpose)}" if dossier.meeting_purpose else "",
    ]
    st.markdown("  \n".join(line for line in lines if line))
    if dossier.path:
        st.markdown("**Their way so far**\n" + "\n".join(_say_step(step) for step in dossier.path))
    _render_parts(coach, preparation, dossier)
    for warning in dict.fromkeys((*preparation.note.warnings, *dossier.warnings)):
        st.info(plain(warning), icon=":material/info:")


def _say_step(step: Step) -> str:
    when = f"**{plain(step.when)}** \u00b7 " if step.when else ""
    return f"- {when}{plain(step.text)} {say_line(step.source.line)}"


def _render_parts(coach: Coach, preparation: Preparation, dossier: Dossier) -> None:
    """The boxes are drawn when they are opened, so that they always hold what is known now."""
    box = st.expander("Put this right", icon=":material/edit:", key=_OPENED, on_change="rerun")
    if not box.open:
        return
    with box, st.form("notes_correction", border=False):
        known = {**dossier.person.model_dump(), "meeting_time": dossier.meeting_time, "meeting_purpose": dossier.meeting_purpose}
        said = {part: st.text_input(label, value=known[part], key=key) for part, (label, key) in _BOXES.items()}
        said["meeting_purpose"] = st.text_area("What you want to find out", value=known["meeting_purpose"], height=80, key="correct_purpose")
        titles = list_titles(coach, dossier)
        index = titles.index(dossier.occupation.title) if dossier.occupation.title in titles else None
        occupation = st.selectbox("Occupation", titles, index=index, placeholder="Leave as it is", key="correct_occupation")
        pressed = st.form_submit_button("Save my corrections", key="correct_save", type="primary")
        st.caption("What you say here wins over what was read, also when the notes are read again.")
    if pressed:
        changed = {part: words for part, words in said.items() if words != known[part]}
        if occupation and occupation != dossier.occupation.title:
            changed["occupation"] = occupation
        with box:
            change = Corrections.model_validate(changed)
            act(lambda: coach.correct(preparation.id, change), news="Your corrections are kept.", put={_OPENED: False})


def list_titles(coach: Coach, dossier: Dossier) -> list[str]:
    """The occupations to choose from, the likeliest first."""
    return list(dict.fromkeys([match.title for match in dossier.occupation.candidates] + [known.title for known in coach.list_occupations()]))


def render_next(coach: Coach, preparation: Preparation) -> None:
    """The way on to the questions, which are made where there are none yet."""
    made = preparation.questions is not None
    if not st.button("To my questions" if made else "Make my questions", type="primary", key="notes_next"):
        return
    if made:
        session.go_to("questions")
        return

    def make() -> Preparation:
        kept = coach.make_questions(preparation.id)
        session.go_to("questions")
        return kept

    act(make, news="Here is your list.", doing="Making questions")
