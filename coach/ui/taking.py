"""Something to take along as a file: one button a form; each file is written when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

_FORMS = {
    "pdf": ("PDF, to print", "application/pdf"),
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "md": ("Plain text", "text/markdown"),
}
"""The forms, with what the button says and the media type."""


def offer_files(write: Callable[[str], bytes], *, name: str, key: str) -> None:
    """Buttons that give the bytes of `write(form)` as a file of that name; `key` begins the buttons' keys."""
    with st.container(horizontal=True):
        for form, (says, mime) in _FORMS.items():
            st.download_button(
                says, partial(write, form), file_name=f"{name}.{form}", mime=mime, key=f"{key}_{form}", icon=":material/download:", on_click="ignore"
            )
