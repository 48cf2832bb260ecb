"""The rehearsal page: choose, talk, stop, end. Every turn is in the store before it is shown as done."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import streamlit as st

from coach.engines import OFFLINE
from coach.errors import CoachError
from coach.records import EndReason, Mode, Rehearsal, Speaker, Turn
from coach.ui import session
from coach.ui.rehearsal_parts.helping import render_help
from coach.ui.rehearsal_parts.setup import NOTICE, render_setup
from coach.ui.rehearsal_parts.timing import render_clock
from coach.ui.rehearsal_parts.trying import render_comparison, render_retry
from coach.ui.text import clock, count, plain

if TYPE_CHECKING:
    from coach.coaching import Coach

_ENDS = {
    EndReason.LEARNER: "You said goodbye.",
    EndReason.CLOCK: "The time was up.",
    EndReason.PATIENCE: "The other person ended the meeting.",
    EndReason.HARM: "The coach stopped the rehearsal to look after you. It is not scored.",
    EndReason.STOPPED: "You stopped here.",
}
SAY = "rehearsal_say"


def render(coach: Coach) -> None:
    """Draw the rehearsal page."""
    rehearsal = session.find_rehearsal(coach)
    if rehearsal is None:
        st.title("Rehearsal", anchor=False)
        render_setup(coach, session.find_preparation(coach))
        return
    _render_head(coach, rehearsal)
    rehearsal = _take_turn(coach, rehearsal)
    for turn in rehearsal.turns:
        _render_turn(rehearsal, turn, speaks_elsewhere=bool(coach.card.model_name))
    if rehearsal.ended is not None:
        _render_end(coach, rehearsal)
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


def _render_head(coach: Coach, rehearsal: Rehearsal) -> None:
    person = rehearsal.career_model
    st.title(plain(person.name), anchor=False)
    st.markdown(f"{plain(person.role)}, {plain(person.employer)}")
    st.caption(NOTICE)
    if rehearsal.branch_of:
        st.caption(f"You are trying it again from turn {rehearsal.branched_at} on. The first try is kept.")
    if not rehearsal.turns:
        render_clock(coach, rehearsal)


def _render_turn(rehearsal: Rehearsal, turn: Turn, *, speaks_elsewhere: bool) -> None:
    learner = turn.speaker is Speaker.INTERVIEWER
    name = "user" if learner else "assistant"
    avatar = ":material/person:" if learner else ":material/record_voice_over:"
    if not learner and not turn.text:
        return
    with st.chat_message(name, avatar=avatar):
        by = ", by the built-in coach" if turn.engine == OFFLINE and speaks_elsewhere else ""
        st.caption(f"{'You' if learner else plain(rehearsal.career_model.name)} \u00b7 {clock(turn.at_s)}{by}")
        st.markdown(plain(turn.text) or ":gray[(silence)]")


def _render_meanwhile(coach: Coach, rehearsal: Rehearsal) -> None:
    if not rehearsal.turns:
        st.markdown("You run the meeting. Greet them, say who you are and why you asked.")
    else:
        render_clock(coach, rehearsal)
    render_help(coach, rehearsal)
    if st.button("End the meeting and see feedback", key="rehearsal_end"):
        coach.end_rehearsal(rehearsal.id)
        session.go_to("feedback")
    if rehearsal.mode is Mode.PRACTICE:
        render_retry(coach, rehearsal)


def _render_reply(coach: Coach, rehearsal: Rehearsal) -> None:
    failure = session.get_failure()
    if failure is not None:
        st.error(f"{plain(failure.happened)} {plain(failure.mend)} What you said is kept.", icon=":material/info:")
        _render_after_failure(coach)
        return
    built_in = session.take_built_in()
    with st.chat_message("assistant", avatar=":material/record_voice_over:"):
        st.caption(plain(rehearsal.career_model.name))
        place = st.empty()
        place.markdown(":gray[thinking]")
        st.button("Stop", key="rehearsal_stop", help="Cut the answer short. What was said so far is kept.", on_click=_stop, args=(coach, rehearsal.id))
        said: list[str] = []
        try:
            with closing(
                coach.reply(rehearsal.id, built_in=built_in)
            ) as sentences:  # closed at once when "Stop" leaves this run, so that what was said is kept before the next one
                for sentence in sentences:
                    said.append(sentence)
                    place.markdown(plain(" ".join(said)))
        except CoachError as error:
            session.keep_failure(error)
    st.rerun()


def _render_after_failure(coach: Coach) -> None:
    left, right = st.columns(2)
    if left.button("Try again", type="primary", key="rehearsal_again", width="stretch"):
        session.keep_failure(None)
        st.rerun()
    if coach.card.model_name and right.button("Let the built-in coach answer", key="rehearsal_built_in", width="stretch"):
        session.keep_failure(None)
        session.keep_built_in()
        st.rerun()


def _stop(coach: Coach, rehearsal_id: str) -> None:
    """Runs before the page is drawn again, while the reply is still being spoken elsewhere."""
    try:
        coach.stop_reply(rehearsal_id)
    except CoachError as error:
        session.keep_failure(error)


def _render_end(coach: Coach, rehearsal: Rehearsal) -> None:
    st.info(_ENDS[rehearsal.ended] if rehearsal.ended else "", icon=":material/flag:")
    st.markdown("**What next:** practice helps when you look at it afterwards.")
    left, right = st.columns(2)
    if left.button("See feedback", type="primary", key="rehearsal_feedback", width="stretch"):
        session.go_to("feedback")
    if right.button("Another rehearsal", key="rehearsal_new", width="stretch"):
        session.leave_rehearsal()
        st.rerun()
    render_retry(coach, rehearsal)
    render_comparison(coach, rehearsal)
    _render_usage(coach, rehearsal)


def _render_usage(coach: Coach, rehearsal: Rehearsal) -> None:
    usage = coach.measure_usage(rehearsal.id)
    if usage is None:
        return
    cost = coach.find_cost(usage)
    price = "" if cost is None else f", {cost:.4f} by the price you set"
    about = "about " if usage.estimated else ""
    st.caption(
        f"The language model was asked {count(usage.calls, 'time')}: {about}{usage.tokens_in:,} tokens sent, {about}{usage.tokens_out:,} received{price}."
    )
