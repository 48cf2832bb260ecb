"""What a server takes: how an answer in a form is asked for, and which options of a request it knows. Learned from its refusals and kept for the next call."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import Any

from coach.records import Record


class Form(StrEnum):
    """How an answer as a record is asked for: by JSON schema, by any JSON object, or in words alone; the best first."""

    SCHEMA = "schema"
    OBJECT = "object"
    WORDS = "words"


class Abilities(Record):
    """What the server is taken to know until it refuses it; `thinks` once a model spent its whole answer on a thought spoken aloud, so that it gets room for both."""

    form: Form = Form.SCHEMA
    temperature: bool = True
    limit: bool = True
    system: bool = True
    streams: bool = True
    thinks: bool = False

    def weaken(self, complaint: str, *, in_form: bool) -> Abilities | None:
        """What to try after a refused request; `complaint` is the server's own word for it, `in_form` whether a form was asked for. None where nothing is left to leave out."""
        said = complaint.lower()
        for name, pattern in _OPTIONS.items():
            if getattr(self, name) and re.search(pattern, said):
                return self.model_copy(update={name: False})
        weaker = {Form.SCHEMA: Form.OBJECT, Form.OBJECT: Form.WORDS}.get(self.form)
        return self.model_copy(update={"form": weaker}) if in_form and weaker else None


_OPTIONS = {
    "temperature": r"temperature",
    "limit": r"max_(?:completion_)?tokens",
    "streams": r"\bstream(?:ing|ed)?\b[^.]{0,40}\b(?:support|allow|available|implement|must be false|disabled)|(?:support|allow|implement)\w*[^.]{0,30}\bstream",
    "system": r"system[^.]{0,20}\b(?:role|message|prompt)|role[^.]{0,12}system",
}
"""What a refusal says when it is about one option."""


def find_form(form: Form, name: str, schema: dict[str, Any]) -> dict[str, Any] | None:
    """The `response_format` of the OpenAI protocol; None where the form is asked for in words alone."""
    if form is Form.SCHEMA:
        strict = as_strict(schema)
        return {"type": "json_schema", "json_schema": {"name": name, "schema": strict or schema, "strict": strict is not None}}
    return {"type": "json_object"} if form is Form.OBJECT else None


def say_form(schema: dict[str, Any]) -> str:
    """The form in words."""
    return f"Answer with one JSON object only, following this JSON schema:\n{json.dumps(schema, ensure_ascii=False)}"


def as_strict(schema: dict[str, Any]) -> dict[str, Any] | None:
    """The schema as servers that enforce it want it: every field required, no others, no defaults. None where a field holds names of its own, which cannot be enforced."""
    try:
        return _tighten(schema)
    except _Loose:
        return None


class _Loose(ValueError):
    """A part of the schema leaves open which fields there are."""


def _tighten(schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        return {"$ref": schema["$ref"]}
    if schema.get("type") == "object" and "properties" not in schema:
        raise _Loose
    tight = {key: _tighten_part(key, value) for key, value in schema.items() if key not in {"default", "title"}}
    return tight | {"required": list(tight["properties"]), "additionalProperties": False} if "properties" in tight else tight


def _tighten_part(key: str, value: Any) -> Any:
    if key in {"properties", "$defs"}:
        return {name: _tighten(part) for name, part in value.items()}
    if isinstance(value, dict):
        return _tighten(value)
    return [_tighten(option) for option in value] if key in {"anyOf", "prefixItems"} else value
