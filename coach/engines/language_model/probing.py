"""Finding out what a server can do by asking it: one tiny call for words, one for a form, and what it tells of its models. No text of a learner's is sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import httpx2

from coach.clock import WallClock
from coach.errors import CoachError
from coach.prompts import EngineSettings, Rendered
from coach.records import FoundServer, Record, ServerReport
from coach.settings import Settings

if TYPE_CHECKING:
    from coach.engines.language_model.engine import LanguageModelEngine

USUAL = (
    ("Ollama", "http://127.0.0.1:11434/v1"),
    ("LM Studio", "http://127.0.0.1:1234/v1"),
    ("llama.cpp", "http://127.0.0.1:8080/v1"),
    ("vLLM", "http://127.0.0.1:8000/v1"),
    ("Jan", "http://127.0.0.1:1337/v1"),
    ("GPT4All", "http://127.0.0.1:4891/v1"),
)
"""Where such servers listen unless they are told otherwise (their own documentation, 2026)."""
LOOK_S = 1.0
_MOST_MODELS = 8
_CONTEXT = ("context_length", "max_model_len", "max_context_length", "context_window", "n_ctx")


class Yes(Record):
    """The smallest answer in a form."""

    yes: bool


def probe(engine: LanguageModelEngine, settings: Settings) -> ServerReport:
    """What the server did when it was asked. Raises what a call raises: `EngineUnavailable`, `EngineRefused`, `SettingsError`."""
    clock = WallClock()
    began = clock.seconds()
    first = None
    for _ in engine.stream(_ask("Answer with the one word OK.")):
        first = first if first is not None else clock.seconds() - began
    form = ""
    with suppress(CoachError):
        engine.draft(_ask('Answer with the JSON object {"yes": true}.'), Yes)
        form = engine.abilities.form.value if settings.model_id.startswith("openai:") else "tools"
    context, embeddings = _look(settings) if settings.base_url else (None, None)
    return ServerReport(answers=True, streams=engine.abilities.streams, form=form, context_tokens=context, embeddings=embeddings, seconds=first)


def find_servers(addresses: tuple[tuple[str, str], ...] = USUAL) -> tuple[FoundServer, ...]:
    """The servers that answer at these addresses on this machine, with the names of their models."""
    found = []
    for name, url in addresses:
        models = _list_models(url)
        if models is not None:
            found.append(FoundServer(name=name, url=url, models=tuple(str(model.get("id", "")) for model in models[:_MOST_MODELS])))
    return tuple(found)


def _ask(user: str) -> Rendered:
    return Rendered(
        name="probe", system="You are asked whether you work.", user=user, returns="text", settings=EngineSettings(max_tokens=64), digest="", inputs={}
    )


def _look(settings: Settings) -> tuple[int | None, bool | None]:
    """The length of the model's context in tokens, and whether the server makes embeddings; None where it does not say."""
    key = settings.api_key.get_secret_value()
    base = settings.base_url.rstrip("/")
    name = settings.model_id.partition(":")[2]
    models = _list_models(base, key=key) or []
    model = next((one for one in models if one.get("id") == name), models[0] if len(models) == 1 else {})
    context = next(
        (size for place in (model, model.get("meta") or {}, _props(base, key=key)) for key_ in _CONTEXT if isinstance(size := place.get(key_), int)), None
    )
    embeddings: bool | None = None
    with _quiet():
        answer = httpx2.post(f"{base}/embeddings", json={"model": name, "input": ["work"]}, headers=_head(key), timeout=LOOK_S)
        embeddings = answer.status_code == 200 and bool(answer.json().get("data"))
    return context, embeddings


def _props(base: str, *, key: str) -> dict[str, Any]:
    """What llama.cpp's server tells of itself."""
    with _quiet():
        told = httpx2.get(f"{base.removesuffix('/v1')}/props", headers=_head(key), timeout=LOOK_S).json()
        return dict(told.get("default_generation_settings") or {})
    return {}


def _list_models(base: str, *, key: str = "") -> list[dict[str, Any]] | None:
    with _quiet():
        answer = httpx2.get(f"{base.rstrip('/')}/models", headers=_head(key), timeout=LOOK_S)
        rows = answer.json().get("data") if answer.status_code == 200 else None
        return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else None
    return None


def _head(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"} if key else {}


@contextmanager
def _quiet() -> Iterator[None]:
    """A server that does not know the question, or gives another kind of answer, has told nothing."""
    with suppress(httpx2.HTTPError, httpx2.InvalidURL, ValueError, AttributeError, TypeError, OSError):
        yield
