"""The key of a language model's provider in the system's keyring."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from coach.cli.commands import app
from coach.cli.output import say

key_app = typer.Typer(help="The key of a language model's provider, in your system's keyring.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(key_app, name="key")


@key_app.command("set")
def key_set(stdin: Annotated[bool, typer.Option("--stdin", help="Read the key from standard input instead of asking for it.")] = False) -> None:
    """Put a key into the keyring; it is not shown while you type, and never written anywhere else."""
    from coach.settings import keep_key

    key = sys.stdin.readline().strip() if stdin else typer.prompt("Key", hide_input=True).strip()
    keep_key(key)
    say("The key lies in your keyring." if key else "No key was given; the keyring holds none now.")


@key_app.command("forget")
def key_forget() -> None:
    """Take the key out of the keyring."""
    from coach.settings import keep_key

    keep_key("")
    say("The keyring holds no key of yours any more.")


@key_app.command("status")
def key_status() -> None:
    """Whether the keyring holds a key; the key itself is not shown."""
    from coach.settings import read_key

    say("The keyring holds a key." if read_key() else "The keyring holds no key.")
