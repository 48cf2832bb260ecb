"""Settings: argument > environment (`COACH_*`, `OPENAI_API_KEY`) > `.env` > default. The only module that reads the environment."""

from __future__ import annotations

import importlib.util
import ipaddress
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Annotated
from urllib.parse import urlparse

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from coach.errors import SettingsError

APP = "interview-coach"
_KEY = "language-model"
"""Under this name the key lies in the system's keyring."""
DEFAULT_MODEL = "openai:gpt-4.1-mini"
DEFAULT_EMBEDDING_MODEL = "text-embedding-3-small"


class Settings(BaseSettings):
    """All settings with their defaults.

    `engine`: auto, offline or language_model. `data`: the folder where everything is kept. `model`: "provider:name" for the language model. `base_url`:
    an OpenAI-compatible server. `database_url`: another database than the SQLite file in `data`. `timeout_s`: seconds of silence after which a call to a language model
    is given up; `total_s`: seconds a whole answer may take. `consent`: providers to whom text may go, comma-separated. `country`: whose help lines are shown. `tiktoken_folder`: tiktoken's cache.
    `price_in`, `price_out`: what a million tokens sent and received cost, in any currency; 0 where no cost is to be shown.
    `daily_tokens`, `daily_cost`: what language models may take in a day, 0 for no limit. `judge_model`: another model for feedback, "provider:name".
    `embedding`: what occupation material is found with: static (comes with the program), openai or openai:MODEL (OpenAI, or the server in `base_url`), onnx.
    """

    model_config = SettingsConfigDict(env_prefix="COACH_", env_file=".env", extra="ignore", frozen=True, hide_input_in_errors=True)

    engine: str = "auto"
    data: Path = Field(default_factory=lambda: user_data_path(APP, appauthor=False))
    model: str = ""
    base_url: str = ""
    api_key: SecretStr = Field(default=SecretStr(""), validation_alias="OPENAI_API_KEY")
    database_url: str = ""
    chroma_url: str = ""
    embedding: str = "static"
    timeout_s: Annotated[float, Field(gt=0, le=3600)] = 60.0
    total_s: Annotated[float, Field(gt=0, le=3600)] = 180.0
    consent: Annotated[tuple[str, ...], NoDecode] = ()
    country: str = "NZ"
    price_in: Annotated[float, Field(ge=0)] = 0.0
    price_out: Annotated[float, Field(ge=0)] = 0.0
    daily_tokens: Annotated[int, Field(ge=0)] = 0
    daily_cost: Annotated[float, Field(ge=0)] = 0.0
    judge_model: str = ""
    tiktoken_folder: Path = Field(default_factory=lambda: Path(tempfile.gettempdir()) / "data-gym-cache", validation_alias="TIKTOKEN_CACHE_DIR")

    @field_validator("consent", mode="before")
    @classmethod
    def _split_consent(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @property
    def has_language_model(self) -> bool:
        """Whether a language model is configured: a model, a server or a key."""
        return bool(self.model or self.base_url or self.api_key.get_secret_value())

    @property
    def model_id(self) -> str:
        """Provider and name of the language model, "provider:name"."""
        model = self.model or DEFAULT_MODEL
        return model if ":" in model.split("/")[0] else f"openai:{model}"

    @property
    def embedding_model(self) -> str:
        """The embedding model's name where `embedding` is openai; empty for the others."""
        kind, _, model = self.embedding.partition(":")
        return (model or DEFAULT_EMBEDDING_MODEL) if kind == "openai" else ""

    @property
    def is_local_server(self) -> bool:
        """Whether the language model's address lies on this machine or in a private network."""
        return bool(self.base_url) and is_local_address(self.base_url)


def is_local_address(url: str) -> bool:
    """Whether the address is this machine (localhost, loopback) or one of a private network."""
    host = urlparse(url).hostname or ""
    if host == "localhost" or host.endswith((".localhost", ".local")):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_private


def open_settings(**given: object) -> Settings:
    """The settings, arguments first. Raises `SettingsError` naming the wrong one and how to mend it; a key is never repeated."""
    chosen = {key: value for key, value in given.items() if value is not None}
    try:
        settings = Settings(**chosen)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]) or "a setting"
        raise SettingsError(f"The setting {name} is wrong: {first['msg']}.", mend=f"Correct it, or unset COACH_{name.upper()}.") from error
    _check(settings)
    if settings.engine != "offline" and not settings.api_key.get_secret_value() and (key := read_key()):
        return settings.model_copy(update={"api_key": SecretStr(key)})
    return settings


def read_key() -> str:
    """The key that the learner put into the system's keyring; "" where there is none, or no keyring."""
    if importlib.util.find_spec("keyring") is None:
        return ""
    import keyring
    import keyring.errors

    with suppress(keyring.errors.KeyringError):
        return keyring.get_password(APP, _KEY) or ""
    return ""


def keep_key(key: str) -> None:
    """Put this key into the system's keyring, in place of an older one; "" takes it out. Raises `SettingsError` where there is no keyring."""
    if importlib.util.find_spec("keyring") is None:
        raise SettingsError("The package for the system's keyring is missing.", mend="Install it with: pip install 'interview-coach[keyring]'")
    import keyring
    import keyring.errors

    try:
        if key:
            keyring.set_password(APP, _KEY, key)
        elif keyring.get_password(APP, _KEY):
            keyring.delete_password(APP, _KEY)
    except keyring.errors.KeyringError as error:
        raise SettingsError("This machine's keyring cannot be used.", mend="Unlock it, or set OPENAI_API_KEY instead.") from error


def _check(settings: Settings) -> None:
    if settings.engine not in {"auto", "offline", "language_model"}:
        raise SettingsError(f"There is no engine called {settings.engine!r}.", mend="Use auto, offline or language_model.")
    for model in (settings.model, settings.judge_model):
        provider, colon, name = model.partition(":")
        if model.strip() != model or (colon and "/" not in provider and not (provider and name)):
            raise SettingsError(f"The model {model!r} is not written as provider:name.", mend="Set it like openai:gpt-4.1-mini.")
    if settings.embedding not in {"static", "openai", "onnx"} and not re.fullmatch(r"openai:\S+", settings.embedding):
        raise SettingsError(f"There is no embedding called {settings.embedding!r}.", mend="Set COACH_EMBEDDING to static, openai, openai:MODEL or onnx.")
    if settings.base_url:
        parts = urlparse(settings.base_url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise SettingsError("The address in COACH_BASE_URL is not a web address.", mend="Give one like http://localhost:11434/v1.")
        if parts.scheme == "http" and not settings.is_local_server:
            raise SettingsError("COACH_BASE_URL would send your text over an open line.", mend="Use an https address for a server outside your own network.")


def quieten_telemetry() -> None:
    """Switch off what libraries would send home: Chroma's and Streamlit's telemetry, LangChain's tracing. Call before they are imported."""
    os.environ.update(
        ANONYMIZED_TELEMETRY="False",
        LANGCHAIN_TRACING_V2="false",
        LANGSMITH_TRACING="false",
        STREAMLIT_BROWSER_GATHER_USAGE_STATS="false",
        HF_HUB_OFFLINE="1",
        TOKENIZERS_PARALLELISM="false",
    )


def use_tiktoken_folder(folder: Path) -> None:
    """Have tiktoken look for its encodings in this folder, wherever the setting came from. Call before a token is counted."""
    os.environ["TIKTOKEN_CACHE_DIR"] = str(folder)


def child_environment(*, engine: str | None, data: Path | None) -> dict[str, str]:
    """The environment for a process of ours: what is set now, telemetry off, and these two settings where they are given."""
    quieten_telemetry()
    chosen = {"COACH_ENGINE": engine, "COACH_DATA": str(data.absolute()) if data else None}
    return {**os.environ, **{key: value for key, value in chosen.items() if value}}
