"""Bringing in a conversation from elsewhere: pasted or from a file, a real one only with the other person's agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.ui.text import plain, quiet

if TYPE_CHECKING:
    from coach.coaching import Coach
    from coach.records import Conversation

_OPEN = "feedback_conversation"


def render_bringing(coach: Coach) -> None:
    """The form, the conversations brought in before, and the one that is being looked at."""
    with st.expander("Bring in a conversation from elsewhere"):
        st.markdown("Text with a speaker's name before each turn, WebVTT captions, or a transcript in JSON.")
        file = st.file_uploader("A file", type=["txt", "md", "vtt", "json"], key="bring_file")
        text = st.text_area(
            "Or paste it here",
            key="bring_text",
            height=160,
            placeholder="Jo: Thanks for making time. How did you get into it?\nAna: By accident, to be honest.",
        )
        raw = file.getvalue() if file is not None else text.encode()
        speakers = _find_speakers(coach, raw) if raw.strip() else ()
        me = st.radio("Which of them is you?", speakers, key="bring_me", horizontal=True) if speakers else ""
        minutes = st.number_input("Minutes planned (leave empty if you don't know)", min_value=1, max_value=600, value=None, key="bring_minutes")
        real = st.checkbox("This was a real conversation", key="bring_real")
        agreed = st.checkbox("The other person agreed that I write it down and get feedback on it", key="bring_agreed") if real else False
        if real and not agreed:
            st.markdown(quiet("A real conversation is looked at only when the other person has agreed."))
        if st.button("Give me feedback on it", key="bring_go", type="primary", disabled=not raw.strip() or (real and not agreed)):
            transcript = coach.read_conversation(raw, learner=str(me or ""), planned_minutes=minutes)
            kept = coach.keep_conversation(transcript, title=file.name if file is not None else "", real=real, agreed=agreed)
            st.session_state[_OPEN] = kept.id
            st.rerun()
    _render_held(coach)


def find_open(coach: Coach) -> Conversation | None:
    """The conversation that is being looked at, None where it is a rehearsal."""
    wanted = st.session_state.get(_OPEN)
    return next((one for one in coach.list_conversations() if one.id == wanted), None)


def close() -> None:
    """Go back to the rehearsals."""
    st.session_state.pop(_OPEN, None)


def _find_speakers(coach: Coach, raw: bytes) -> tuple[str, ...]:
    """Those named in it, the likeliest learner first; nobody where it is JSON, which says so itself."""
    if coach.is_json(raw):
        return ()
    talk = coach.read_talk(raw)
    me = talk.guess_learner()
    return (me, *(name for name in talk.speakers if name != me))


def _render_held(coach: Coach) -> None:
    held = coach.list_conversations()
    if not held:
        return
    with st.expander(f"Conversations you brought in ({len(held)})"):
        for one in reversed(held):
            left, right = st.columns([4, 1])
            what = "real" if one.real else "practice"
            if left.button(f"{plain(one.title or 'Pasted')} \u00b7 {one.made_at:%d %B %Y} \u00b7 {what}", key=f"held_{one.id}", width="stretch"):
                st.session_state[_OPEN] = one.id
                st.rerun()
            if right.button("Forget", key=f"forget_{one.id}", width="stretch"):
                coach.remove_conversation(one.id)
                st.rerun()
