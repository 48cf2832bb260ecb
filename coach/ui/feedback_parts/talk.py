"""The talk itself: who spoke how much, phases against their budgets, topics, and the transcript with marks in its margin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import streamlit as st

from coach.manner.wording import split_words
from coach.questions.telling import TOPIC_WORDS
from coach.records import Feedback, PhaseTime, Rehearsal, Speaker, Topic, Transcript, TranscriptTurn
from coach.ui.rehearsal_parts.timing import PHASES
from coach.ui.text import clock, plain, quiet

if TYPE_CHECKING:
    from coach.coaching import Coach

_MINE, _THEIRS = "#2a78b5", "#c98a2b"
"""Blue and ochre: told apart by colour-blind people too, on light and on dark ground."""


def render_balance(transcript: Transcript, *, other: str) -> None:
    """A bar a turn, as long as its words, with the learner's turns in one colour and the other side's in another."""
    rows: list[dict[str, Any]] = [
        {"turn": n, "words": len(split_words(turn.text)), "who": "You" if turn.speaker is Speaker.INTERVIEWER else other}
        for n, turn in enumerate(transcript.turns, start=1)
    ]
    if not rows:
        return
    st.markdown("**Who spoke how much**")
    st.vega_lite_chart(rows, _balance_spec(other), width="stretch", key="feedback_balance")
    most = max((row for row in rows if row["who"] == "You"), key=lambda row: row["words"], default=None)
    if most is not None:
        st.markdown(
            quiet(f"Your longest turn was turn {most['turn']}, with {most['words']} words. Between 15 and 35 per cent of the words is a good share for you.")
        )


def _balance_spec(other: str) -> dict[str, Any]:
    return {
        "height": 230,
        "mark": {"type": "bar"},
        "encoding": {
            "x": {"field": "turn", "type": "ordinal", "title": "Turn", "axis": {"labelOverlap": True, "labelAngle": 0}},
            "y": {"field": "words", "type": "quantitative", "title": "Words", "axis": {"tickCount": 3}},
            "color": {
                "field": "who",
                "type": "nominal",
                "scale": {"domain": ["You", other], "range": [_MINE, _THEIRS]},
                "legend": {"orient": "top", "title": None},
            },
            "tooltip": [{"field": "turn", "title": "Turn"}, {"field": "who", "title": "Who"}, {"field": "words", "title": "Words"}],
        },
    }


def render_phases(coach: Coach, rehearsal: Rehearsal) -> None:
    """The minutes of each phase beside its budget."""
    spent = coach.measure_phases(rehearsal.id)
    st.markdown("**Where the minutes went**")
    rows = ["| Phase | Spent | Planned | |", "|:--|--:|--:|:--|"]
    rows += [f"| {PHASES[part.phase]} | {part.spent:.1f} | {part.minutes:g} | {_weigh(part)} |" for part in spent]
    st.markdown("\n".join(rows))


def _weigh(part: PhaseTime) -> str:
    if part.spent == 0:
        return "not reached"
    if part.spent > part.minutes * 1.5 + 0.5:
        return "long"
    return "short" if part.spent < part.minutes * 0.4 else ""


def render_topics(asked: Iterable[Topic]) -> None:
    """The topics that were asked about, and those that were not."""
    got = set(asked)
    open_ = [TOPIC_WORDS[topic] for topic in Topic if topic not in got]
    st.markdown("**You asked about** " + (", ".join(TOPIC_WORDS[topic] for topic in Topic if topic in got) or "nothing yet") + ".")
    if open_:
        st.markdown(quiet(f"Not touched: {', '.join(open_)}. Five or more topics make a round picture."))


def render_transcript(turns: Iterable[tuple[TranscriptTurn, float | None]], feedback: Feedback, *, other: str) -> None:
    """Each turn with its time, and what was found in it beside it; on a narrow screen above it."""
    marks = _marks(feedback)
    with st.expander("The transcript, with marks in the margin"):
        for n, (turn, at) in enumerate(turns, start=1):
            margin, words = st.columns([1, 3], vertical_alignment="top", gap="small")
            who = "You" if turn.speaker is Speaker.INTERVIEWER else other
            time = f" {clock(at)}" if at is not None else ""
            found = "  \n".join(marks.get(n, ()))
            margin.markdown(f"**{plain(who)}** {quiet(f'{n}.{time}')}" + (f"  \n{found}" if found else ""))
            words.markdown(plain(turn.text) or quiet("(silence)"))


def _marks(feedback: Feedback) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for finding, colour, sign in (*((one, "orange", "flag") for one in feedback.faults), *((one, "green", "check") for one in feedback.strengths)):
        if finding.turn is not None:
            found.setdefault(finding.turn, []).append(f":{colour}[:material/{sign}: {plain(finding.title)}]")
    return found
