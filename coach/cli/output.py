"""Printing: JSON for programs, plain text for people. Text of learners and of language models is escaped, never interpreted."""

from __future__ import annotations

import json
import logging
import secrets
import sys
import textwrap
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from coach.errors import CoachError

WIDTH = 100
"""Characters a line of terminal output has at most."""

_CONTROL = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)])


def say_json(value: object) -> None:
    """Print one JSON value on one line."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def say(text: str = "", *, indent: int = 0, hang: int = 0) -> None:
    """Print one paragraph, wrapped; control characters are dropped, so that nobody's text can steer the terminal."""
    lead = " " * indent
    lines = [
        textwrap.fill(line, width=WIDTH, initial_indent=lead, subsequent_indent=lead + " " * hang, break_long_words=False, break_on_hyphens=False)
        if line
        else ""
        for line in text.translate(_CONTROL).split("\n")
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def head(text: str) -> None:
    """Print a heading."""
    say()
    say(text)
    say("-" * len(text))


def note(text: str) -> None:
    """Print a message on standard error, where it does not disturb a program that reads the output."""
    sys.stderr.write(text.translate(_CONTROL) + "\n")


@contextmanager
def show_progress() -> Iterator[Callable[[float, str], None]]:
    """A bar on standard error with the share done and the time left; gives the function that moves it."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda done, what: bar.update(task, completed=done, description=what)


def tell_error(error: CoachError) -> None:
    """Print what happened and the step that mends it."""
    note(f"{error.happened} {error.mend}")


def tell_unknown(error: Exception) -> None:
    """Print one sentence with a short code; the code and the kind of error, no learner text, go to the log."""
    code = secrets.token_hex(3)
    where = traceback.extract_tb(error.__traceback__)[-1]
    logging.getLogger("coach").debug("%s %s at %s:%s", code, type(error).__name__, where.filename, where.lineno)
    note(f"Something went wrong inside the program ({type(error).__name__}, code {code}). Run coach doctor, and report the code if it stays.")


def as_json(value: Any) -> Any:
    """A record, or a tuple of records, as plain JSON values."""
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json")
    if isinstance(value, tuple | list):
        return [as_json(item) for item in value]
    return value
