"""The rehearsal page: choose, talk, stop, end. Every turn is in the store before it is shown as done."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import CoachError
from coach.records import EndReason, Preparation, Rehearsal, Speaker, Style, Turn
from coach.ui import session
from coach.ui.text import clock, plain

if TYPE_CHECKING:
    from coach.coaching import Coach

_STYLES = {
    Style.WARM: "Warm",
    Style.BRISK: "Brisk",
    Style.SHY: "Shy",
    Style.RAMBLING: "Rambling",
    Style.SCEPTICAL: "Sceptical",
    Style.HURRIED: "Hurried",
}
_ENDS = {
    EndReason.LEARNER: "You said goodbye.",
    EndReason.CLOCK: "The time was up.",
    EndReason.PATIENCE: "The other person ended the meeting.",
    EndReason.HARM: "The coach stopped the rehearsal to look after you. It is not scored.",
    EndReason.STOPPED: "You stopped here.",
}
SAY = "rehearsal_say"
NOTICE = "This is an invented person, made from occupation material. They are not the person in your notes."


def render(coach: Coach) -> None:
    """Draw the rehearsal page."""
    rehearsal = session.find_rehearsal(coach)
    if rehearsal is None:
        st.title("Rehearsal", anchor=False)
        _render_setup(coach, session.find_preparation(coach))
        return
    _render_head(rehearsal)
    rehearsal = _take_turn(coach, rehearsal)
    for turn in rehearsal.turns:
        _render_turn(rehearsal, turn)
    if rehearsal.ended is not None:
        _render_end(rehearsal)
    elif rehearsal.reply_is_due:
        _render_reply(coach, rehearsal)
    else:
        _render_meanwhile(coach, rehearsal)


def _take_turn(coach: Coach, rehearsal: Rehearsal) -> Rehearsal:
    """Draw the box and save what was sent.

    The box is locked from the moment of sending until the reply is out; what comes from a window that is late in locking waits for its turn.
    """
    if rehearsal.ended is not None:
        return rehearsal
    due = rehearsal.reply_is_due
    st.chat_input("Say something", key=SAY, max_chars=20000, disabled=due, submit_mode="disable", on_submit=session.keep_said, args=(SAY,))
    said = None if due else session.take_said()
    return rehearsal if said is None else coach.hear(rehearsal.id, said)


def _render_setup(coach: Coach, preparation: Preparation | None) -> None:
    st.markdown(NOTICE)
    dossier = preparation.dossier if preparation else None
    titles = [known.title for known in coach.list_occupations()]
    held = dossier.occupation.title if dossier and dossier.occupation.sure else None
    with st.form("rehearsal_setup"):
        index = titles.index(held) if held in titles else None
        title = st.selectbox("Occupation", titles, index=index, placeholder="Choose one", key="rehearsal_occupation")
        style = st.selectbox("The person is", list(_STYLES), format_func=lambda one: _STYLES[one], key="rehearsal_style")
        minutes = st.slider("Minutes", 20, 45, 30, step=5, key="rehearsal_minutes")
        if st.form_submit_button("Begin", type="primary", key="rehearsal_begin"):
            begun = coach.open_rehearsal(
                occupation=title or "",
                dossier=dossier,
                questions=preparation.questions if preparation else None,
                preparation_id=preparation.id if preparation else None,
                minutes=minutes,
                style=style,
                seed=session.next_seed(),
            )
            session.open_rehearsal(begun.id)
            st.rerun()
    _render_unfinished(coach, preparation)


def _render_unfinished(coach: Coach, preparation: Preparation | None) -> None:
    held = coach.list_rehearsals(preparation_id=preparation.id) if preparation else coach.list_rehearsals()
    unfinished = [rehearsal for rehearsal in held if rehearsal.ended is None][:3]
    if unfinished:
        st.subheader("Not finished yet", anchor=False)
    for rehearsal in unfinished:
        person = rehearsal.career_model
        if st.button(f"Go on with {plain(person.name)}, {plain(person.role)}", key=f"resume_{rehearsal.id}"):
            session.open_rehearsal(rehearsal.id)
            st.rerun()


def _render_head(rehearsal: Rehearsal) -> None:
    person = rehearsal.career_model
    st.title(plain(person.name), anchor=False)
    st.markdown(f"{plain(person.role)}, {plain(person.employer)}")
    st.caption(NOTICE)
    if not rehearsal.turns:
        _render_clock(rehearsal)


def _render_clock(rehearsal: Rehearsal) -> None:
    state = rehearsal.state
    planned = rehearsal.planned_minutes * 60 + state.extended_s
    left = max(0.0, planned - state.elapsed_s)
    st.progress(min(1.0, state.elapsed_s / planned), text=f"{clock(left)} left of {rehearsal.planned_minutes} minutes")


def _render_turn(rehearsal: Rehearsal, turn: Turn) -> None:
    learner = turn.speaker is Speaker.INTERVIEWER
    name = "user" if learner else "assistant"
    avatar = ":material/person:" if learner else ":material/record_voice_over:"
    if not learner and not turn.text:
        return
    with st.chat_message(name, avatar=avatar):
        st.caption(f"{'You' if learner else plain(rehearsal.career_model.name)} \u00b7 {clock(turn.at_s)}")
        st.markdown(plain(turn.text) or ":gray[(silence)]")


def _render_meanwhile(coach: Coach, rehearsal: Rehearsal) -> None:
    if not rehearsal.turns:
        st.markdown("You run the meeting. Greet them, say who you are and why you asked.")
    else:
        _render_clock(rehearsal)
    _render_prompts(rehearsal)
    if st.button("End the meeting and see feedback", key="rehearsal_end"):
        coach.end_rehearsal(rehearsal.id)
        session.go_to("feedback")


def _render_prompts(rehearsal: Rehearsal) -> None:
    if rehearsal.questions is None:
        return
    with st.expander("My questions"):
        for question in rehearsal.questions.questions:
            st.markdown(f"- {plain(question.text)}")


def _render_reply(coach: Coach, rehearsal: Rehearsal) -> None:
    failure = session.get_failure()
    if failure is not None:
        st.error(f"{plain(failure.happened)} {plain(failure.mend)} What you said is kept.", icon=":material/info:")
        if st.button("Try again", type="primary", key="rehearsal_again"):
            session.keep_failure(None)
            st.rerun()
        return
    with st.chat_message("assistant", avatar=":material/record_voice_over:"):
        st.caption(plain(rehearsal.career_model.name))
        place = st.empty()
        place.markdown(":gray[thinking]")
        st.button("Stop", key="rehearsal_stop", help="Cut the answer short. What was said so far is kept.", on_click=_stop, args=(coach, rehearsal.id))
        said: list[str] = []
        try:
            with closing(
                coach.reply(rehearsal.id)
            ) as sentences:  # closed at once when "Stop" leaves this run, so that what was said is kept before the next one
                for sentence in sentences:
                    said.append(sentence)
                    place.markdown(plain(" ".join(said)))
        except CoachError as error:
            session.keep_failure(error)
    st.rerun()


def _stop(coach: Coach, rehearsal_id: str) -> None:
    """Runs before the page is drawn again, while the reply is still being spoken elsewhere."""
    try:
        coach.stop_reply(rehearsal_id)
    except CoachError as error:
        session.keep_failure(error)


def _render_end(rehearsal: Rehearsal) -> None:
    st.info(_ENDS[rehearsal.ended] if rehearsal.ended else "", icon=":material/flag:")
    st.markdown("**What next:** practice helps when you look at it afterwards.")
    left, right = st.columns(2)
    if left.button("See feedback", type="primary", key="rehearsal_feedback", width="stretch"):
        session.go_to("feedback")
    if right.button("Another rehearsal", key="rehearsal_new", width="stretch"):
        session.leave_rehearsal()
        st.rerun()
