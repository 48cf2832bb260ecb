"""Prompt files: load, check, render and digest.

One Markdown file per prompt below `prompts/`; its path without the ending is its name (`feedback/judge`). Front matter in YAML says what it is for
(`purpose`), what it needs (`inputs`: each `data` or `plain`), what it returns (`text` or the name of a record) and the engine's `settings`; then
follow the parts `## system` and `## user`. Placeholders are `$name` and nothing else; logic belongs in the records' `as_text()`.

An input of kind `data` is text that somebody pasted or said: it is put between tags named after the input, what gives orders to a program is left out
of it, and closing tags inside it are neutralised, so that it stays material and never becomes an order. The version of a prompt is the digest of its file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Template
from typing import Any, Literal, Protocol, runtime_checkable

import yaml
from pydantic import Field, ValidationError

from coach.errors import PromptError
from coach.orders import leave_out_orders
from coach.records import Record

_PARTS = re.compile(r"\A---\n(?P<front>.*?)\n---\n+## system\n(?P<system>.*?)\n## user\n(?P<user>.*)\Z", re.DOTALL)


class EngineSettings(Record):
    """What a language model is asked to keep to for one prompt: randomness (0 to 2) and the longest answer in tokens."""

    temperature: float = Field(default=0.2, ge=0, le=2)
    max_tokens: int = Field(default=800, ge=16, le=16000)


class PromptFile(Record):
    """One prompt as it stands in its file."""

    name: str
    purpose: str
    inputs: dict[str, Literal["data", "plain"]]
    returns: str
    settings: EngineSettings = EngineSettings()
    budget: int = Field(default=6000, ge=100)
    system: str
    user: str
    digest: str


class Rendered(Record):
    """A prompt ready for an engine, together with the records it was rendered from.

    A language model reads `system` and `user`; the offline engine works on `inputs`; `digest` identifies the prompt file.
    """

    name: str
    system: str
    user: str
    returns: str
    settings: EngineSettings
    digest: str
    inputs: dict[str, Any]


@runtime_checkable
class Textual(Protocol):
    """Anything that says how it looks in a prompt."""

    def as_text(self) -> str:
        """The text for a prompt."""


def prompts_folder() -> Path:
    """Where the prompt files are: beside the package in a checkout, inside it when installed from a wheel."""
    beside = Path(__file__).resolve().parent.parent / "prompts"
    return beside if beside.is_dir() else Path(__file__).resolve().parent / "material" / "prompts"


def list_prompts() -> tuple[str, ...]:
    """The names of all prompts, sorted."""
    root = prompts_folder()
    return tuple(sorted(path.relative_to(root).with_suffix("").as_posix() for path in root.rglob("*.md")))


@cache
def get_prompt(name: str) -> PromptFile:
    """The prompt of that name, checked. Raises `PromptError` where the file is missing or wrong."""
    path = prompts_folder() / f"{name}.md"
    try:
        raw = path.read_text(encoding="utf-8")
    except OSError as error:
        raise PromptError(f"The prompt {name!r} is missing.", mend="Install the program again, or restore the prompts folder.") from error
    parts = _PARTS.match(raw)
    if parts is None:
        raise PromptError(f"The prompt {name!r} lacks its front matter, ## system or ## user.", mend="Compare it with another prompt file.")
    try:
        front = yaml.safe_load(parts["front"])
        prompt = PromptFile(
            name=name,
            system=parts["system"].strip(),
            user=parts["user"].strip(),
            digest=hashlib.sha256(raw.encode()).hexdigest()[:12],
            **front,
        )
    except (yaml.YAMLError, ValidationError, TypeError) as error:
        raise PromptError(f"The prompt {name!r} has wrong front matter.", mend=f"Mend this: {error}") from error
    _check_placeholders(prompt)
    return prompt


def _check_placeholders(prompt: PromptFile) -> None:
    used = set(Template(prompt.system).get_identifiers()) | set(Template(prompt.user).get_identifiers())
    if used != set(prompt.inputs):
        odd = ", ".join(sorted(used ^ set(prompt.inputs)))
        raise PromptError(f"The prompt {prompt.name!r} and its inputs disagree about: {odd}.", mend="Name each placeholder in inputs, and no other.")


def render(name: str, **inputs: Any) -> Rendered:
    """The prompt filled with these inputs, strict both ways.

    An input is a record with `as_text()`, a tuple of such records, a string or a number. Raises `PromptError` on a missing or unknown input.
    """
    prompt = get_prompt(name)
    if set(inputs) != set(prompt.inputs):
        odd = ", ".join(sorted(set(inputs) ^ set(prompt.inputs)))
        raise PromptError(f"The prompt {name!r} was rendered with the wrong inputs: {odd}.", mend="Hand in exactly the inputs of its front matter.")
    tags = "|".join(re.escape(key) for key, kind in prompt.inputs.items() if kind == "data")
    texts = {key: _wrap(key, value, tags=tags) if prompt.inputs[key] == "data" else as_text(value) for key, value in inputs.items()}
    return Rendered(
        name=name,
        system=Template(prompt.system).substitute(texts),
        user=Template(prompt.user).substitute(texts),
        returns=prompt.returns,
        settings=prompt.settings,
        digest=prompt.digest,
        inputs=dict(inputs),
    )


def as_text(value: object) -> str:
    """How an input looks in a prompt."""
    if isinstance(value, Textual):
        return value.as_text()
    if isinstance(value, Mapping):
        return "\n".join(f"{key}: {as_text(item)}" for key, item in value.items())
    if isinstance(value, tuple | list):
        return "\n".join(as_text(item) for item in value) or "(none)"
    return str(value)


def _wrap(tag: str, value: object, *, tags: str) -> str:
    """The value between its tags; any of the prompt's `tags` inside it is written in other signs."""
    inside = re.sub(rf"<\s*(/?)\s*({tags})\s*>", r"‹\1\2›", leave_out_orders(as_text(value)), flags=re.IGNORECASE)
    return f"<{tag}>\n{inside}\n</{tag}>"
