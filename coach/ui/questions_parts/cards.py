"""One question: its words, minutes and reason, what it is built on, what the tests have against it, and one menu to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.records import Phase, Preparation, Question, QuestionSource
from coach.ui import session
from coach.ui.questions_parts.acting import act, find_check
from coach.ui.questions_parts.offering import choose_wording, render_faults
from coach.ui.text import plain, quiet

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.coaching import Coach

PHASES = {
    Phase.OPEN: "Opening",
    Phase.STORY: "Their story",
    Phase.WORK: "The work and the field",
    Phase.ADVICE: "Advice for you",
    Phase.REFERRAL: "Who else, and the next step",
    Phase.CLOSE: "Close",
}
"""Phase -> its heading."""

_ACTIONS = {
    "reword": ":material/edit: Put it in my words",
    "up": ":material/arrow_upward: Ask it earlier",
    "down": ":material/arrow_downward: Ask it later",
    "lock": ":material/lock: Lock it",
    "unlock": ":material/lock_open: Unlock it",
    "another": ":material/swap_horiz: Another like this",
    "drop": ":material/delete: Take it off",
}


def render_question(coach: Coach, preparation_id: str, question: Question, *, number: int, last: bool) -> None:
    """The card of this question; `last` says that none comes after it."""
    with st.container(border=True, key=f"question_{question.id}", gap="xsmall"):
        st.markdown(f"**{number}\\. {plain(question.text)}**")
        beside = " \u00b7 ".join((*_marks(question), f"{question.minutes:.3g} min", plain(question.why)))
        st.markdown(quiet(beside))
        if session.get_editing() == question.id:
            _render_rewording(coach, preparation_id, question, number=number)
            return
        if question.check:
            render_faults(question.check)
        if question.sources:
            with st.expander("Built on", type="compact", key=f"question_sources_{question.id}"):
                for source in question.sources:
                    st.markdown(f"- {plain(source.text)} :gray[{plain(name_origin(source))}]")
        actions = _list_actions(question, number=number, last=last)
        better = question.check.better if question.check else ""
        with st.container(horizontal=True):
            mended = bool(better) and st.button("Ask it like this", key=f"question_better_{question.id}")
            chosen = st.menu_button(f"Change question {number}", actions, format_func=_ACTIONS.__getitem__, key=f"question_change_{question.id}")
        if mended:
            _reword(coach, preparation_id, question, better, number=number)
        elif chosen:
            _change(coach, preparation_id, question, chosen, number=number)


def name_origin(source: QuestionSource) -> str:
    """Where a text is from; material always with its licence."""
    if source.kind == "note":
        return "your notes"
    return f"{source.title or 'the library'}, licence: {source.licence or 'not named'}"


def _marks(question: Question) -> tuple[str, ...]:
    own = ("Your words",) if question.own else ()
    return (":material/lock: Locked", *own) if question.locked else own


def _list_actions(question: Question, *, number: int, last: bool) -> list[str]:
    left_out = {"lock", "another"} if question.locked else {"unlock"}
    if number == 1 and question.phase is Phase.STORY:
        left_out.add("up")
    if last and question.phase is Phase.REFERRAL:
        left_out.add("down")
    return [action for action in _ACTIONS if action not in left_out]


def _change(coach: Coach, preparation_id: str, question: Question, action: str, *, number: int) -> None:
    if action == "reword":
        session.keep_editing(question.id)
        st.rerun()
    name = f"Question {number}"
    changes: dict[str, tuple[Callable[[], Preparation], Callable[[Preparation], str] | str]] = {
        "up": (lambda: coach.move_question(preparation_id, question.id, by=-1), lambda after: _say_place(after, question, name, number=number)),
        "down": (lambda: coach.move_question(preparation_id, question.id, by=1), lambda after: _say_place(after, question, name, number=number)),
        "lock": (lambda: coach.lock_question(preparation_id, question.id), f"{name} is locked. It stays when you make another list."),
        "unlock": (lambda: coach.lock_question(preparation_id, question.id, locked=False), f"{name} is unlocked. Another list may leave it out."),
        "another": (lambda: coach.swap_question(preparation_id, question.id), f"{name} is another one now. \u201cUndo\u201d brings the old one back."),
        "drop": (lambda: coach.drop_question(preparation_id, question.id), f"{name} is off your list. \u201cUndo\u201d brings it back."),
    }
    change, news = changes[action]
    act(change, news=news, doing="Looking for another one" if action == "another" else "")


def _say_place(after: Preparation, question: Question, name: str, *, number: int) -> str:
    """Where the question stands now; "" where it stands as before."""
    held = after.questions.questions if after.questions else ()
    place, now = next(((place, one) for place, one in enumerate(held, start=1) if one.id == question.id), (number, question))
    if now.phase is not question.phase:
        return f"{name} is number {place} now, in \u201c{PHASES[now.phase]}\u201d."
    return f"{name} is number {place} now." if place != number else ""


def _render_rewording(coach: Coach, preparation_id: str, question: Question, *, number: int) -> None:
    """The box with the words; what the tests have against new ones is said before they are taken over."""
    with st.form(f"question_form_{question.id}", border=False):
        words = st.text_area("The question in your words", value=question.text, key=f"question_words_{question.id}")
        with st.container(horizontal=True):
            pressed = st.form_submit_button("Use my words", key=f"question_use_{question.id}", type="primary")
            left = st.form_submit_button("Leave it as it is", key=f"question_leave_{question.id}", type="tertiary")
    if left or (pressed and words == question.text):
        session.keep_editing("")
        st.rerun()
    if words == question.text:
        return
    check = find_check(lambda: coach.check_question(preparation_id, words))
    if check and check.faults:
        words = choose_wording(check, words, verb="Ask", key=f"question_{question.id}")
        pressed = bool(words)
    if check and pressed:
        _reword(coach, preparation_id, question, words, number=number)


def _reword(coach: Coach, preparation_id: str, question: Question, words: str, *, number: int) -> None:
    def change() -> Preparation:
        changed = coach.reword_question(preparation_id, question.id, text=words)
        session.keep_editing("")
        return changed

    act(change, news=lambda after: f"The new words are on the list. {_say_place(after, question, 'It', number=number)}")
