"""The meeting's clock: a bar that moves with the words, or a timer that runs in the browser; and in practice the phases beside it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import streamlit as st

from coach.records import ClockKind, Mode, Phase, Rehearsal
from coach.ui.text import clock, quiet

if TYPE_CHECKING:
    from coach.coaching import Coach

PHASES = {
    Phase.OPEN: "Opening",
    Phase.STORY: "Their story",
    Phase.WORK: "The work",
    Phase.ADVICE: "Advice",
    Phase.REFERRAL: "Who else",
    Phase.CLOSE: "Close",
}
_TIMER_HTML = '<div class="timer" role="timer" aria-live="off"><span class="left"></span> <span class="rest"></span></div>'
_TIMER_CSS = (
    ".timer { font-family: var(--st-font); color: var(--st-text-color); font-size: 1rem; } .left { font-variant-numeric: tabular-nums; font-weight: 600; }"
)
_TIMER_JS = """
export default function ({ data, parentElement }) {
  const left = parentElement.querySelector(".left");
  const rest = parentElement.querySelector(".rest");
  const began = performance.now();
  const draw = () => {
    const gone = data.running ? (performance.now() - began) / 1000 : 0;
    const seconds = Math.max(0, Math.round(data.left - gone));
    left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    rest.textContent = data.running ? data.words : data.stands;
  };
  draw();
  if (!data.running) return;
  const ticking = setInterval(draw, 1000);
  return () => clearInterval(ticking);
}
"""


def render_clock(coach: Coach, rehearsal: Rehearsal) -> None:
    """How much time is left, and in practice how it went to the phases."""
    planned = rehearsal.planned_minutes * 60 + rehearsal.state.extended_s
    if rehearsal.clock is ClockKind.WALL:
        _render_timer(coach, rehearsal, left=max(0.0, planned - coach.measure_wall(rehearsal.id)))
    else:
        elapsed = rehearsal.state.elapsed_s
        st.progress(min(1.0, elapsed / planned), text=f"{clock(max(0.0, planned - elapsed))} left of {rehearsal.planned_minutes} minutes")
    if rehearsal.mode is Mode.PRACTICE:
        _render_phases(coach, rehearsal)


@cache
def _register_timer() -> Any:
    return st.components.v2.component("coach_timer", html=_TIMER_HTML, css=_TIMER_CSS, js=_TIMER_JS)


def _render_timer(coach: Coach, rehearsal: Rehearsal, *, left: float) -> None:
    running = rehearsal.paused_at is None
    words = f"left of {rehearsal.planned_minutes} minutes"
    _register_timer()(key="rehearsal_timer", data={"left": left, "running": running, "words": words, "stands": f"{words}, the clock stands still"})
    if running and st.button("Pause", key="rehearsal_pause", help="The clock stands still until you go on or say something."):
        coach.pause_rehearsal(rehearsal.id)
        st.rerun()
    if not running and st.button("Go on", key="rehearsal_go_on"):
        coach.resume_rehearsal(rehearsal.id)
        st.rerun()


def _render_phases(coach: Coach, rehearsal: Rehearsal) -> None:
    parts = []
    for part in coach.measure_phases(rehearsal.id):
        words = f"{PHASES[part.phase]} {part.spent:.0f} of {part.minutes:g} min"
        parts.append(f"**{words}**" if part.now else words)
    st.markdown(quiet(" \u00b7 ".join(parts)))
