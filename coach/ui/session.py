"""What one browser tab remembers: a typed view of `st.session_state`, mirrored in the address so that a refresh loses nothing.

The address holds two ids only, `p` for the preparation and `r` for the rehearsal; everything else is in the store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from coach.coaching import Coach
    from coach.errors import CoachError
    from coach.records import Dossier, FoundServer, Note, Preparation, QuestionList, Rehearsal

_IDS = {"preparation_id": "p", "rehearsal_id": "r"}


def _get(name: str) -> str:
    held = st.session_state.get(name)
    if held is None:
        held = st.query_params.get(_IDS[name], "")
        st.session_state[name] = held
    return str(held)


def _set(name: str, value: str) -> None:
    st.session_state[name] = value
    mirror()


def mirror() -> None:
    """Write the ids into the address; called once on every page, since changing pages clears it."""
    for name, short in _IDS.items():
        held = _get(name)
        if held and st.query_params.get(short) != held:
            st.query_params[short] = held


def find_preparation(coach: Coach) -> Preparation | None:
    """The preparation this tab works on, from the store."""
    held = _get("preparation_id")
    return coach.get_preparation(held) if held else None


def keep_preparation(coach: Coach, note: Note, *, dossier: Dossier | None = None, questions: QuestionList | None = None, new: bool = False) -> Preparation:
    """Save what was prepared and make it this tab's preparation; `new` starts another one."""
    kept = coach.save_preparation(note, preparation_id="" if new else _get("preparation_id"), dossier=dossier, questions=questions)
    _set("preparation_id", kept.id)
    return kept


def open_preparation(preparation_id: str) -> None:
    """Make this the tab's preparation; its rehearsal is chosen anew."""
    _set("preparation_id", preparation_id)
    _set("rehearsal_id", "")


def find_rehearsal(coach: Coach) -> Rehearsal | None:
    """The rehearsal this tab is in, from the store."""
    held = _get("rehearsal_id")
    return coach.get_rehearsal(held) if held else None


def open_rehearsal(rehearsal_id: str) -> None:
    """Make this the tab's rehearsal."""
    _set("rehearsal_id", rehearsal_id)
    keep_failure(None)
    take_said()


def leave_rehearsal() -> None:
    """Leave the rehearsal; it stays in the store."""
    st.session_state["rehearsal_id"] = ""
    st.query_params.pop("r", None)
    keep_failure(None)
    take_said()


def get_failure() -> CoachError | None:
    """Why the last reply did not come, until it is tried again."""
    failure: CoachError | None = st.session_state.get("failure")
    return failure


def keep_failure(error: CoachError | None) -> None:
    """Remember why a reply did not come, so that it is not tried again by itself."""
    st.session_state["failure"] = error


def keep_built_in() -> None:
    """Remember that the built-in coach is to answer this once."""
    st.session_state["built_in"] = True


def take_built_in() -> bool:
    """Whether the built-in coach is to answer, once."""
    return bool(st.session_state.pop("built_in", False))


def keep_said(key: str) -> None:
    """Remember what the learner sent from the box of this key, until it is their turn."""
    st.session_state["said"] = st.session_state[key]


def take_said() -> str | None:
    """What the learner sent and nobody has heard yet, once; None where there is nothing."""
    said: str | None = st.session_state.pop("said", None)
    return said


def keep_hint(rehearsal_id: str, turns: int) -> None:
    """Remember that a hint was asked for at this point of a rehearsal, by how many turns it has."""
    st.session_state["hint"] = (rehearsal_id, turns)


def wants_hint(rehearsal_id: str, turns: int) -> bool:
    """Whether a hint was asked for here and nothing was said since."""
    return bool(st.session_state.get("hint") == (rehearsal_id, turns))


def get_seed() -> int:
    """Which list or person was asked for: 0 at first, one more for each "another one"."""
    return int(st.session_state.get("seed", 0))


def next_seed() -> int:
    """One more."""
    st.session_state["seed"] = get_seed() + 1
    return get_seed()


def keep_news(text: str) -> None:
    """Remember what was just done, to be told once on the page drawn anew."""
    st.session_state["news"] = text


def take_news() -> str:
    """What was just done and nobody has been told yet, once; "" where there is nothing."""
    return str(st.session_state.pop("news", ""))


def keep_editing(question_id: str) -> None:
    """Remember which question the learner is putting into their own words; "" for none."""
    st.session_state["editing"] = (_get("preparation_id"), question_id)


def get_editing() -> str:
    """The id of the question of this preparation that the learner is putting into their own words; "" for none."""
    preparation_id, question_id = st.session_state.get("editing", ("", ""))
    return str(question_id) if preparation_id == _get("preparation_id") else ""


def put_next(key: str, value: object) -> None:
    """Have the widget of this key hold this value when the page is drawn the next time; once drawn it cannot be set any more."""
    st.session_state.setdefault("put_next", {})[key] = value


def fill_boxes() -> None:
    """Put into the widgets what was meant for them; called before any of them is drawn."""
    for key, value in st.session_state.pop("put_next", {}).items():
        st.session_state[key] = value


def has_seen(import_id: str) -> bool:
    """Whether the learner has put away what this import came to."""
    return bool(st.session_state.get("seen_import") == import_id)


def keep_seen(import_id: str) -> None:
    """Remember that the learner has put away what this import came to."""
    st.session_state["seen_import"] = import_id


def is_leaving(name: str) -> bool:
    """Whether the learner has asked to take this source out of the library and has yet to confirm it."""
    return bool(st.session_state.get("leaving") == name)


def keep_leaving(name: str) -> None:
    """Remember which source is to be taken out once that is confirmed; "" for none."""
    st.session_state["leaving"] = name


def keep_servers(found: tuple[FoundServer, ...]) -> None:
    """Remember which servers of language models were found on this machine."""
    st.session_state["servers"] = found


def get_servers() -> tuple[FoundServer, ...] | None:
    """The servers found when this tab looked for them; None where it has not looked."""
    found: tuple[FoundServer, ...] | None = st.session_state.get("servers")
    return found


def keep_pages(pages: dict[str, st.Page]) -> None:
    """Remember the pages of the navigation, so that a page can lead to the next one."""
    st.session_state["pages"] = pages


def go_to(name: str) -> None:
    """Go to another page; where there is no navigation (a page by itself), only the wish is kept."""
    page = st.session_state.get("pages", {}).get(name)
    st.session_state["wanted_page"] = name
    if page is not None:
        st.switch_page(page)
