"""What the coach asks the learner: the few things that matter most now, which of two things holds, and what else is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import CoachError
from coach.records import Ask, Contradiction, Corrections, Dossier, Preparation
from coach.ui import session
from coach.ui.notes_parts.head import list_titles
from coach.ui.notes_parts.words import say_line
from coach.ui.questions_parts.acting import act
from coach.ui.text import count, plain

if TYPE_CHECKING:
    from coach.coaching import Coach

_ALL = 99
_BOTH = "Both can be true"


def render_asks(coach: Coach, preparation: Preparation, dossier: Dossier) -> None:
    """The questions that matter most in one form, then what does not agree."""
    asks = coach.find_asks(preparation)
    disagreeing = _find_disagreeing(dossier)
    if not asks and not disagreeing:
        return
    st.subheader("What matters most now", anchor=False)
    if asks:
        _render_form(coach, preparation, dossier, asks)
    for item in disagreeing:
        _render_disagreeing(coach, preparation, item)


def _render_form(coach: Coach, preparation: Preparation, dossier: Dossier, asks: tuple[Ask, ...]) -> None:
    with st.form("notes_asks", border=True):
        st.caption("Answer what you know, and leave the rest. A few words are enough.")
        said = {ask.id: _render_ask(coach, dossier, ask) for ask in asks}
        pressed = st.form_submit_button("Save my answers", key="asks_save")
    answers = {ask_id: words for ask_id, words in said.items() if words.strip()}
    if pressed and not answers:
        st.info("Nothing is written in yet. You can also go on without.", icon=":material/info:")
    elif pressed:
        _answer(coach, preparation, answers)


def _render_ask(coach: Coach, dossier: Dossier, ask: Ask) -> str:
    with st.container(gap="xsmall"):
        words = _render_box(coach, dossier, ask, label=ask.question, key="notes_occupation" if ask.id == "occupation" else f"ask_{ask.id}")
        st.caption(f"{plain(ask.why)} {_say_example(ask)}")
    return words


def _render_box(coach: Coach, dossier: Dossier, ask: Ask, *, label: str, key: str) -> str:
    """The box for an answer, of an occupation one to choose from; what is in it."""
    if ask.id != "occupation":
        return st.text_input(plain(label), key=key) or ""
    titles = list_titles(coach, dossier)
    chosen = st.selectbox(plain(label), titles, index=None, placeholder="Choose one, or type a job title", key=key, accept_new_options=True)
    return chosen or ""


def _say_example(ask: Ask) -> str:
    return "" if ask.id == "occupation" or not ask.example else f"For example: *{plain(ask.example)}*"


def _answer(coach: Coach, preparation: Preparation, answers: dict[str, str]) -> None:
    """Each answer by itself, so that one that cannot be taken over does not hold up the others."""
    problems = []
    for ask_id, words in answers.items():
        try:
            coach.answer(preparation.id, ask_id, words)
        except CoachError as error:
            problems.append(f"\u201c{words}\u201d: {error.happened} {error.mend}")
    for problem in problems:
        st.error(plain(problem), icon=":material/info:")
    if not problems:
        session.keep_news(f"{count(len(answers), 'answer')} kept. Thank you.")
        st.rerun()


def _find_disagreeing(dossier: Dossier) -> list[Contradiction]:
    """Each set of spans once, though more than one rule may have found it."""
    found: dict[tuple[int, ...], Contradiction] = {}
    for item in dossier.contradictions:
        found.setdefault(tuple(span.start for span in item.spans), item)
    return list(found.values())


def _render_disagreeing(coach: Coach, preparation: Preparation, item: Contradiction) -> None:
    key = "_".join(str(span.start) for span in item.spans)
    lines = {span.text: span.line for span in item.spans}
    with st.form(f"disagree_form_{key}", border=True):
        st.markdown(f":material/call_split: **These do not agree.** {plain(item.explanation)}")
        chosen = st.radio(
            "Which one holds?",
            [*lines, _BOTH],
            index=None,
            format_func=lambda text: text if text == _BOTH else f"\u201c{plain(text)}\u201d {say_line(lines[text])}",
            key=f"disagree_{key}",
        )
        pressed = st.form_submit_button("That one holds", key=f"settle_{key}")
        st.caption("Not sure? Leave it. It is a good thing to ask about.")
    if pressed and chosen:
        settled = tuple(lines) if chosen == _BOTH else (chosen,)
        change = Corrections(settled=settled, struck=tuple(text for text in lines if text not in settled))
        act(lambda: coach.correct(preparation.id, change), news="Settled. The coach goes by that.")


def render_open(coach: Coach, preparation: Preparation, dossier: Dossier) -> None:
    """Everything the notes leave open: why it matters, where to look, and a box for the answer."""
    gaps = {gap.id: gap for gap in dossier.gaps}
    asks = coach.find_asks(preparation, most=_ALL)
    if not asks:
        st.markdown("Your notes answer everything on the list.")
        return
    st.markdown("Worth finding out before you meet. Come back and tick it off when you know.")
    for ask in asks:
        with st.expander(plain(ask.question), icon=":material/check_box_outline_blank:", key=f"open_{ask.id}"):
            where = f"  \n**Where to look:** {plain(gaps[ask.id].where_to_look)}" if ask.id in gaps else ""
            st.markdown(f"{plain(ask.why)}{where}")
            with st.form(f"open_form_{ask.id}", border=False):
                words = _render_box(coach, dossier, ask, label="Your answer", key=f"open_answer_{ask.id}")
                st.caption(_say_example(ask))
                pressed = st.form_submit_button("Tick it off", key=f"open_save_{ask.id}")
            if pressed:
                _tick_off(coach, preparation, ask, words)


def _tick_off(coach: Coach, preparation: Preparation, ask: Ask, words: str) -> None:
    act(lambda: coach.answer(preparation.id, ask.id, words), news="Ticked off. Thank you.")
