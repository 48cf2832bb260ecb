"""Everything that was read, each fact with its line and one menu to put it right; what is private, and who else is in the notes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import streamlit as st

from coach.records import About, AddedFact, Corrections, Dossier, Fact, MovedFact, Preparation, Span
from coach.ui import session
from coach.ui.notes_parts.words import KINDS, say_line
from coach.ui.questions_parts.acting import act
from coach.ui.text import count, plain

if TYPE_CHECKING:
    from coach.coaching import Coach

_REWORD, _STRIKE, _PRIVATE = "reword", "strike", "private"
_ACTIONS = {
    _REWORD: ":material/edit: Say it in my words",
    _STRIKE: ":material/close: This is not so",
    **{f"about_{about}": f":material/arrow_forward: It is about {heading.lower()}" for about, heading in KINDS.items()},
    _PRIVATE: ":material/visibility_off: Keep this private",
}


def render_facts(coach: Coach, preparation: Preparation, dossier: Dossier) -> None:
    """Facts by kind, then what is kept apart."""
    with st.container(key="facts_read"):
        _render_kinds(coach, preparation, dossier.facts)
    _render_private(coach, preparation, dossier.sensitive)
    if dossier.other_people:
        names = ", ".join(plain(name) for name in dossier.other_people)
        st.markdown(f"**Also in your notes:** {names}. What you wrote about them is not used.")


def _render_kinds(coach: Coach, preparation: Preparation, facts: tuple[Fact, ...]) -> None:
    if not facts:
        st.markdown("No facts were found. Two or three about the person make the questions theirs.")
    ordered = [fact for about in KINDS for fact in facts if fact.about is about]
    numbered = enumerate(ordered, start=1)
    for about, group in groupby(numbered, key=lambda pair: pair[1].about):
        with st.container(gap="xsmall", key=f"facts_{about}"):
            st.markdown(f"**{KINDS[about]}**")
            for number, fact in group:
                _render_fact(coach, preparation, fact, number=number)


def _render_fact(coach: Coach, preparation: Preparation, fact: Fact, *, number: int) -> None:
    key = f"fact_{fact.id}"
    if session.get_editing() == key:
        _render_rewording(coach, preparation, fact)
        return
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", key=key):
        st.markdown(f"{number}\\. {plain(fact.text)} {say_line(fact.source.line)}", width="stretch")
        actions = [action for action in _ACTIONS if action != f"about_{fact.about}"]
        chosen = st.menu_button(f"Change {number}", actions, format_func=_ACTIONS.__getitem__, key=f"fact_change_{fact.id}", type="tertiary")
    if chosen == _REWORD:
        session.keep_editing(key)
        st.rerun()
    if chosen:
        _change(coach, preparation, fact, chosen)


def _change(coach: Coach, preparation: Preparation, fact: Fact, action: str) -> None:
    back = "You can take it back under \u201cPut right\u201d."
    if action == _STRIKE:
        change, news = Corrections(struck=(fact.text,)), f"Taken out. {back}"
    elif action == _PRIVATE:
        change, news = Corrections(private=(fact.text,)), f"Kept out of everything from now on. {back}"
    else:
        about = About(action.removeprefix("about_"))
        change, news = Corrections(moved=(MovedFact(text=fact.text, about=about),)), f"It stands under \u201c{KINDS[about]}\u201d now. {back}"
    act(lambda: coach.correct(preparation.id, change), news=news)


def _render_rewording(coach: Coach, preparation: Preparation, fact: Fact) -> None:
    with st.form(f"fact_form_{fact.id}"):
        words = st.text_area("In your words", value=fact.text, key=f"fact_words_{fact.id}", height=80)
        with st.container(horizontal=True):
            pressed = st.form_submit_button("Use my words", key=f"fact_use_{fact.id}", type="primary")
            left = st.form_submit_button("Leave it", key=f"fact_leave_{fact.id}", type="tertiary")
    if left or (pressed and words.strip() in {"", fact.text}):
        session.keep_editing("")
        st.rerun()
    if pressed:
        change = Corrections(struck=(fact.text,), added=(AddedFact(text=words, about=fact.about, key=fact.key),))

        def correct() -> Preparation:
            changed = coach.correct(preparation.id, change)
            session.keep_editing("")
            return changed

        act(correct, news="Your words stand at the end of your notes, and the coach goes by them.")


def _render_private(coach: Coach, preparation: Preparation, private: tuple[Span, ...]) -> None:
    if not private:
        return
    with st.expander(f"{count(len(private), 'private detail')}, kept out of everything", icon=":material/visibility_off:", key="notes_private"):
        st.caption("No language model sees these, and they are in no question and no sheet.")
        for span in private:
            with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
                st.markdown(f"{plain(span.text)} {say_line(span.line)}", width="stretch")
                pressed = st.button("Not private", key=f"private_open_{span.start}", type="tertiary")
            if pressed:
                _open(coach, preparation, span)


def _open(coach: Coach, preparation: Preparation, span: Span) -> None:
    act(lambda: coach.correct(preparation.id, Corrections(open=(span.text,))), news="It counts as part of your notes now.")
