"""The feedback page: two strengths, one priority with a better wording, and the evidence behind it on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.records import Criterion, EndReason, Feedback, Finding, Rehearsal, Speaker, Verdict
from coach.ui import session
from coach.ui.rehearsal_parts.trying import try_again
from coach.ui.text import clock, percent, plain

if TYPE_CHECKING:
    from coach.coaching import Coach


_WORDS = {Verdict.MET: "well done", Verdict.NOT_MET: "to work on", Verdict.NOT_SHOWN: "not observed", Verdict.NOT_APPLICABLE: "comes later"}
"""What a criterion comes to for learners who want no scores."""


def render(coach: Coach) -> None:
    """Draw the feedback page."""
    st.title("Feedback", anchor=False)
    rehearsal = session.find_rehearsal(coach) or _choose(coach)
    if rehearsal is None:
        st.markdown("There is no rehearsal yet.")
        if st.button("To the rehearsal", type="primary", key="feedback_to_rehearsal"):
            session.go_to("rehearsal")
        return
    person = rehearsal.career_model
    st.caption(f"Your talk with {plain(person.name)}, {plain(person.role)} (an invented person)")
    if rehearsal.ended is None:
        st.info("This rehearsal is not finished. The feedback is on what was said so far.", icon=":material/info:")
    if rehearsal.ended is EndReason.HARM:
        st.markdown("This rehearsal is not scored. Take your time, and talk to somebody you trust.")
        return
    feedback = _get_feedback(coach, rehearsal)
    if not feedback.judged:
        st.warning(plain(feedback.why_not))
    else:
        _render_first(coach, rehearsal, feedback)
        if rehearsal.scored:
            _render_measures(feedback)
        _render_evidence(feedback, scored=rehearsal.scored)
    _render_disclosure(coach, rehearsal)
    _render_transcript(rehearsal, feedback)
    _render_next()


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
    with st.spinner("Looking at what you said"):
        return coach.give_feedback(rehearsal.id)


def _render_first(coach: Coach, rehearsal: Rehearsal, feedback: Feedback) -> None:
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
        if priority.turn is not None and st.button("Try this moment again", key="feedback_retry"):
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


def _render_evidence(feedback: Feedback, *, scored: bool) -> None:
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
        for notice in feedback.notices:
            st.caption(plain(notice))


def _criterion(criterion: Criterion, *, scored: bool) -> str:
    unknown = "comes later" if criterion.verdict is Verdict.NOT_APPLICABLE else "not observed"
    mark = unknown if criterion.score is None else f"{criterion.score} of 5" if scored else _WORDS[criterion.verdict]
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


def _render_transcript(rehearsal: Rehearsal, feedback: Feedback) -> None:
    marks: dict[int, list[str]] = {}
    for finding in feedback.faults:
        if finding.turn is not None:
            marks.setdefault(finding.turn, []).append(f":orange[{plain(finding.title)}]")
    for finding in feedback.strengths:
        if finding.turn is not None:
            marks.setdefault(finding.turn, []).append(f":green[{plain(finding.title)}]")
    with st.expander("The transcript"):
        for turn in rehearsal.turns:
            who = "You" if turn.speaker is Speaker.INTERVIEWER else rehearsal.career_model.name
            beside = " ".join(marks.get(turn.n, []))
            st.markdown(f":gray[{clock(turn.at_s)}] **{plain(who)}** {beside}  \n{plain(turn.text)}")


def _render_next() -> None:
    st.divider()
    st.markdown("**What next:** try again with that one thing in mind. After two or three rehearsals, ask a real person for half an hour.")
    if st.button("Another rehearsal", type="primary", key="feedback_again"):
        session.leave_rehearsal()
        session.go_to("rehearsal")
