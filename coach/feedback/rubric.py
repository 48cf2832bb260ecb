"""The rubric file: the thirteen dimensions with their anchors."""

from __future__ import annotations

import hashlib
from functools import cache

import yaml
from pydantic import ValidationError

from coach.errors import PromptError
from coach.prompts import prompts_folder
from coach.records import Record


class Dimension(Record):
    """One dimension: what 1, 3 and 5 look like, and the yes/no question for an engine where rules give a candidate only."""

    id: str
    title: str
    anchors: dict[int, str]
    asks: str = ""


class Rubric(Record):
    """All dimensions in order; `digest` identifies the file."""

    dimensions: tuple[Dimension, ...]
    digest: str


@cache
def get_rubric() -> Rubric:
    """The rubric of `prompts/rubrics/manner.yaml`. Raises `PromptError` where it is missing or wrong."""
    path = prompts_folder() / "rubrics" / "manner.yaml"
    try:
        raw = path.read_text(encoding="utf-8")
        dimensions = tuple(Dimension.model_validate(item) for item in yaml.safe_load(raw))
    except (OSError, yaml.YAMLError, ValidationError, TypeError) as error:
        raise PromptError("The rubric is missing or wrong.", mend="Restore prompts/rubrics/manner.yaml, or install the program again.") from error
    return Rubric(dimensions=dimensions, digest=hashlib.sha256(raw.encode()).hexdigest()[:12])
