"""What the learner put right, each with the way back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import streamlit as st

from coach.records import Corrections, Preparation
from coach.ui.notes_parts.words import KINDS
from coach.ui.questions_parts.acting import act
from coach.ui.text import plain

if TYPE_CHECKING:
    from coach.coaching import Coach

_PARTS = {
    "name": "Name",
    "role": "Role",
    "employer": "Employer",
    "organisation": "Organisation",
    "meeting_time": "You meet",
    "meeting_purpose": "You want to find out",
}
_TEXTS = {"struck": "Not so", "settled": "This holds", "private": "Kept private", "open": "Not private"}


def render_put_right(coach: Coach, preparation: Preparation) -> None:
    """One line each, in the order in which a dossier is read."""
    said = list(_list_said(preparation))
    if not said:
        st.markdown("Nothing yet. Whatever you put right stands here, and you can take it back.")
        return
    st.markdown("Your word wins over what was read, also when the notes are read again.")
    with st.container(gap="xsmall", key="notes_said"):
        for number, (words, change) in enumerate(said, start=1):
            with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
                st.markdown(f"{number}\\. {words}", width="stretch")
                pressed = st.button(f"Take back {number}", key=f"take_back_{number}", type="tertiary")
            if pressed:
                _take_back(coach, preparation, change)


def _take_back(coach: Coach, preparation: Preparation, change: Corrections) -> None:
    act(lambda: coach.take_back(preparation.id, change), news="Taken back. It is as it was read.")


def _list_said(preparation: Preparation) -> Iterator[tuple[str, Corrections]]:
    """Each thing the learner said in words for the page, with the change that takes it back."""
    said = preparation.corrections
    for part, name in _PARTS.items():
        words = getattr(said, part)
        if words is not None:
            yield f"**{name}:** {plain(words) or 'left open'}", Corrections.model_validate({part: words})
    if said.occupation:
        title = preparation.dossier.occupation.title if preparation.dossier else said.occupation
        yield f"**Occupation:** {plain(title)}", Corrections(occupation=said.occupation)
    settled = _find_settled(preparation)
    for change in settled:
        wrong = f" **Not so:** {_quote(change.struck)}" if change.struck else ""
        yield f"**This holds:** {_quote(change.settled)}{wrong}", change
    paired = {text for change in settled for text in (*change.settled, *change.struck)}
    for kind, name in _TEXTS.items():
        for text in getattr(said, kind):
            if text not in paired:
                yield f"**{name}:** {plain(text)}", Corrections.model_validate({kind: (text,)})
    for moved in said.moved:
        yield f"**About {KINDS[moved.about].lower()}:** {plain(moved.text)}", Corrections(moved=(moved,))
    for added in said.added:
        yield f"**Added by you:** {plain(added.text)}", Corrections(added=(added,))


def _find_settled(preparation: Preparation) -> list[Corrections]:
    """What was said of each disagreement, what holds and what does not in one, so that one step takes it back."""
    said, found = preparation.corrections, {}
    for item in preparation.read.contradictions if preparation.read else ():
        texts = {span.text for span in item.spans}
        holds = tuple(text for text in said.settled if text in texts)
        if holds:
            found[holds] = Corrections(settled=holds, struck=tuple(text for text in said.struck if text in texts))
    return list(found.values())


def _quote(texts: tuple[str, ...]) -> str:
    return " and ".join(f"\u201c{plain(text)}\u201d" for text in texts)
