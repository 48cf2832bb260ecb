"""The progress page: what one does and how sure one feels over time, in small pictures, and never in one score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from coach.progress import ITEMS, STEM
from coach.records import Trend
from coach.ui import session
from coach.ui.text import count, percent, plain, quiet

if TYPE_CHECKING:
    from coach.coaching import Coach

_KEPT = "progress_kept"


def render(coach: Coach) -> None:
    """Draw the progress page."""
    st.title("Progress", anchor=False)
    if st.session_state.pop(_KEPT, False):
        st.success("Kept.", icon=":material/check:")
    drawn = coach.draw_progress()
    st.markdown(f"{count(drawn.rehearsals, 'finished rehearsal')} with feedback, {count(drawn.conversations, 'real conversation')}.")
    if drawn.next_step:
        st.info(plain(drawn.next_step), icon=":material/person:")
    for notice in drawn.notices:
        st.markdown(quiet(plain(notice)))
    if not drawn.behaviour and not drawn.confidence:
        st.markdown("Here you will see how your talks change over time. Finish a rehearsal and look at its feedback first.")
        if st.button("To the rehearsal", type="primary", key="progress_to_rehearsal"):
            session.go_to("rehearsal")
    _render_trends("What you do", drawn.behaviour)
    _render_trends("Criterion by criterion", drawn.criteria)
    _render_trends("How sure you feel", drawn.confidence)
    if drawn.confidence:
        st.markdown(quiet("Your own ratings, in our own words and not a tested measure. A change of less than one point is about the same."))
    if drawn.next_check_in is None:
        _render_check_in(coach, due=drawn.check_in_due, first=not drawn.confidence)
    else:
        st.markdown(quiet(f"The next check-in is open from {drawn.next_check_in:%d %B}. Sooner than after a week it says little."))


def _render_trends(title: str, trends: Sequence[Trend]) -> None:
    if not trends:
        return
    st.subheader(title, anchor=False)
    for start in range(0, len(trends), 2):
        for column, trend in zip(st.columns(2), trends[start : start + 2], strict=False):
            with column, st.container(border=True, gap="xsmall"):
                st.markdown(f"**{plain(trend.title)}**: {_say(trend)}")
                if len(trend.points) > 1:
                    st.vega_lite_chart(_rows(trend), _spec(trend), width="stretch", key=f"trend_{trend.id}")
                st.markdown(quiet(plain(trend.says)))


def _say(trend: Trend) -> str:
    value = trend.points[-1].value
    if trend.id == "referral_asked":
        return "yes" if value else "no"
    if trend.id == "topics":
        return f"{value:.0f} of 10"
    return percent(value) if trend.highest == 1.0 else f"{value:.1f} of {trend.highest:.0f}".replace(".0 ", " ")


def _rows(trend: Trend) -> list[dict[str, Any]]:
    return [{"n": n, "value": point.value, "older": point.older, "when": f"{point.at:%d %B %Y}"} for n, point in enumerate(trend.points, start=1)]


def _spec(trend: Trend) -> dict[str, Any]:
    share = trend.highest == 1.0
    return {
        "height": 70,
        "padding": {"left": 2, "right": 6, "top": 6, "bottom": 2},
        "encoding": {
            "x": {"field": "n", "type": "ordinal", "axis": None},
            "y": {
                "field": "value",
                "type": "quantitative",
                "title": None,
                "scale": {"domain": [trend.lowest, trend.highest]},
                "axis": {"values": [trend.lowest, trend.highest], "format": "%" if share else "d"},
            },
            "opacity": {"condition": {"test": "datum.older", "value": 0.35}, "value": 1},
            "tooltip": [{"field": "when", "title": "When"}, {"field": "value", "title": "Value", "format": ".0%" if share else ".1f"}],
        },
        "layer": [{"mark": {"type": "line", "strokeWidth": 2}}, {"mark": {"type": "point", "filled": True, "size": 45}}],
    }


def _render_check_in(coach: Coach, *, due: bool, first: bool) -> None:
    with st.expander("Confidence check-in, two minutes", expanded=due and not first):
        st.markdown(STEM)
        st.markdown(quiet("Nobody else sees this. There is no right answer and no norm; it is for you, to look back on."))
        with st.form("progress_check_in", border=False):
            ratings = [st.slider(f"{n}. {item}", 0, 10, 5, key=f"check_in_{n}") for n, item in enumerate(ITEMS, start=1)]
            back = st.checkbox("I rate how sure I was before I began (once)", key="check_in_back") if not first else False
            if st.form_submit_button("Keep my check-in", type="primary"):
                coach.save_check_in(ratings, looking_back=back)
                st.session_state[_KEPT] = True
                st.rerun()
