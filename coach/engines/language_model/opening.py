"""Making LangChain's chat model for a provider by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.errors import SettingsError
from coach.settings import Settings, quieten_telemetry

if TYPE_CHECKING:
    import httpx2
    from langchain_core.language_models import BaseChatModel

OPENAI = "openai"
_NO_KEY = "none-needed"
_EXTRAS = frozenset({"anthropic", "google_genai", "mistralai", "ollama"})
"""Providers whose package is an extra of ours."""


def open_chat_model(settings: Settings, client: httpx2.Client | None) -> BaseChatModel:
    """The chat model of the settings; `client` carries its requests where the provider speaks the OpenAI protocol. Opens no connection. Raises `SettingsError`."""
    quieten_telemetry()
    from langchain.chat_models import init_chat_model

    provider, _, name = settings.model_id.partition(":")
    options: dict[str, Any] = {"timeout": settings.timeout_s, "max_retries": 0}
    if provider == OPENAI:
        key = settings.api_key.get_secret_value() or _NO_KEY
        options |= {"api_key": key, "use_responses_api": False, "http_client": client, "stream_usage": False}
    if settings.base_url:
        options["base_url"] = settings.base_url
    try:
        chat_model: BaseChatModel = init_chat_model(name, model_provider=provider, **options)
    except ImportError as error:
        package = f"interview-coach[{provider.replace('_', '-')}]" if provider in _EXTRAS else f"langchain-{provider.replace('_', '-')}"
        raise SettingsError(f"The package for the provider {provider!r} is missing.", mend=f"Install it with: pip install {package!r}") from error
    except ValueError as error:
        raise SettingsError(f"The provider {provider!r} is not known.", mend="Set COACH_MODEL to provider:name, for instance openai:gpt-4.1-mini.") from error
    return chat_model
