"""The feedback page: two strengths, one priority with a better wording, and the evidence behind it on request."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coach.records import Conversation, Criterion, EndReason, Feedback, Finding, Rehearsal
from coach.ui import session
from coach.ui.feedback_parts import bringing, own_view, talk
from coach.ui.rehearsal_parts.trying import try_again
from coach.ui.taking import offer_files
from coach.ui.text import percent, plain, quiet

if TYPE_CHECKING:
    from coach.coaching import Coach


def render(coach: Coach) -> None:
    """Draw the feedback page."""
    st.title("Feedback", anchor=False)
    brought = bringing.find_open(coach)
    if brought is not None:
        _render_conversation(brought)
        return
    rehearsal = session.find_rehearsal(coach) or _choose(coach)
    if rehearsal is None:
        st.markdown("There is no rehearsal yet.")
        if st.button("To the rehearsal", type="primary", key="feedback_to_rehearsal"):
            session.go_to("rehearsal")
        bringing.render_bringing(coach)
        return
    person = rehearsal.career_model
    st.caption(f"Your talk with {plain(person.name)}, {plain(person.role)} (an invented person)")
    if rehearsal.ended is None:
        st.info("This rehearsal is not finished. The feedback is on what was said so far.", icon=":material/info:")
    if rehearsal.ended is EndReason.HARM:
        st.markdown("This rehearsal is not scored. Take your time, and talk to somebody you trust.")
        return
    feedback = _get_feedback(coach, rehearsal)
    if feedback.judged and rehearsal.scored and rehearsal.ended is not None and not own_view.ask_first(coach, rehearsal):
        return
    if not feedback.judged:
        st.warning(plain(feedback.why_not))
    else:
        _render_first(feedback)
        _offer_retry(coach, rehearsal, feedback)
        view = coach.get_self_view(rehearsal.id)
        if view is not None and rehearsal.scored:
            own_view.render_beside(view, feedback)
        if rehearsal.scored:
            _render_measures(feedback)
        _render_evidence(feedback, scored=rehearsal.scored, again=partial(coach.judge_again, rehearsal.id))
    with st.expander("How the talk went"):
        talk.render_balance(rehearsal.as_transcript(), other=person.name)
        talk.render_phases(coach, rehearsal)
        talk.render_topics(feedback.measures.topics)
    _render_disclosure(coach, rehearsal)
    talk.render_transcript(((turn, turn.at_s) for turn in rehearsal.as_transcript().turns), feedback, other=person.name)
    offer_files(partial(coach.write_rehearsal, rehearsal.id), name="my-rehearsal", key="feedback_take")
    bringing.render_bringing(coach)
    _render_next()


def _render_conversation(brought: Conversation) -> None:
    """Feedback on a conversation from elsewhere."""
    feedback = brought.feedback
    st.caption(f"{'A real conversation' if brought.real else 'A conversation'} you brought in on {brought.made_at:%d %B %Y}")
    if not feedback.judged:
        st.warning(plain(feedback.why_not))
    else:
        _render_first(feedback)
        _render_measures(feedback)
        _render_evidence(feedback, scored=True)
    with st.expander("How the talk went"):
        talk.render_balance(brought.transcript, other="The other person")
        talk.render_topics(feedback.measures.topics)
    talk.render_transcript(((turn, turn.at_s) for turn in brought.transcript.turns), feedback, other="The other person")
    if st.button("Back to my rehearsals", key="bring_back"):
        bringing.close()
        st.rerun()


def _choose(coach: Coach) -> Rehearsal | None:
    held = coach.list_rehearsals()
    if not held:
        return None
    names = {one.id: f"{one.career_model.name}, {one.occupation_title}, {one.started_at:%d %B %H:%M}" for one in held}
    chosen = st.selectbox("Which rehearsal", list(names), format_func=lambda one: names[one], key="feedback_which")
    return coach.get_rehearsal(chosen)


def _get_feedback(coach: Coach, rehearsal: Rehearsal) -> Feedback:
    held = coach.get_feedback(rehearsal.id)
    if held is not None and rehearsal.ended is not None:
        return held
    place = st.empty()
    with st.spinner("Looking at what you said"):
        given = coach.give_feedback(rehearsal.id, told=lambda done, of: place.markdown(quiet(f"{done} of {of} points")))
    place.empty()
    return given


def _render_first(feedback: Feedback) -> None:
    for finding in feedback.strengths[:2]:
        st.success(f"**Went well: {plain(finding.title)}.** {_evidence(finding)}", icon=":material/check:")
    priority = feedback.priority
    if priority is None:
        st.markdown("Nothing stands out to work on. Try a harder person next: sceptical, or in a hurry.")
        return
    with st.container(border=True):
        st.markdown(f"**Work on next: {plain(priority.title)}.** {_evidence(priority)}")
        if priority.better:
            st.markdown(f"You could say: \u201c{plain(priority.better)}\u201d")


def _offer_retry(coach: Coach, rehearsal: Rehearsal, feedback: Feedback) -> None:
    priority = feedback.priority
    if priority is not None and priority.turn is not None and st.button("Try this moment again", key="feedback_retry"):
        try_again(coach, rehearsal.id, priority.turn)


def _evidence(finding: Finding) -> str:
    quote = f" \u201c{plain(finding.quote)}\u201d (turn {finding.turn})" if finding.quote else ""
    return f"{plain(finding.explanation)}{quote}"


def _render_measures(feedback: Feedback) -> None:
    measures = feedback.measures
    values = (
        ("Your share of the words", percent(measures.talk_share)),
        ("Questions", str(measures.questions)),
        ("Open", percent(measures.open_share)),
        ("Built on an answer", percent(measures.follow_up_share)),
    )
    for column, (name, value) in zip(st.columns(len(values)), values, strict=True):
        column.metric(name, value)
    st.caption("Counted from the text. Nothing is said about voice, dress or body: a text does not show them.")


def _render_evidence(feedback: Feedback, *, scored: bool, again: Callable[[str], object] | None = None) -> None:
    with st.expander("Everything, with evidence"):
        for finding in feedback.faults:
            st.markdown(f"- **{plain(finding.title)}.** {_evidence(finding)}")
            if finding.better:
                st.markdown(f"  - You could say: \u201c{plain(finding.better)}\u201d")
        for finding in feedback.strengths[2:]:
            st.markdown(f"- **Went well: {plain(finding.title)}.** {_evidence(finding)}")
    with st.expander("Criterion by criterion"):
        for criterion in feedback.criteria:
            st.markdown(_criterion(criterion, scored=scored))
            if criterion.missed and again is not None and st.button("Ask the language model again", key=f"again_{criterion.id}"):
                again(criterion.id)
                st.rerun()
        for notice in feedback.notices:
            st.caption(plain(notice))


def _criterion(criterion: Criterion, *, scored: bool) -> str:
    mark = criterion.say_mark(scored=scored)
    quote = f" \u201c{plain(criterion.quote)}\u201d (turn {criterion.turn})" if criterion.quote else ""
    return f"- **{plain(criterion.title)}**: {mark}. {plain(criterion.explanation)}{quote} :gray[by {criterion.how}]"


def _render_disclosure(coach: Coach, rehearsal: Rehearsal) -> None:
    summary = coach.summarise_disclosure(rehearsal.id)
    with st.expander(f"What you heard: {len(summary.told)} of {len(summary.told) + len(summary.missed)} things they could have told you"):
        for fact in summary.told:
            st.markdown(f"- {plain(fact.text)}")
        if summary.missed:
            st.markdown("**What stayed closed, and what would have opened it**")
        for item in summary.missed:
            st.markdown(f"- {plain(item.fact.text)} :gray[{plain(item.how)}]")


def _render_next() -> None:
    st.divider()
    st.markdown("**What next:** try again with that one thing in mind. After two or three rehearsals, ask a real person for half an hour.")
    if st.button("Another rehearsal", type="primary", key="feedback_again"):
        session.leave_rehearsal()
        session.go_to("rehearsal")
