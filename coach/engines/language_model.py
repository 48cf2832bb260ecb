"""The language-model engine: a LangChain chat model, OpenAI by default, any OpenAI-compatible server by its address, any LangChain provider by name.

Structured answers are asked for as JSON with our record's schema where the server takes one, and as plain JSON with the schema in the text where it does not.
What comes back is validated by the record; a misfit is shown to the model once, for repair, and then told as `UnreadableReply`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlparse

from pydantic import ValidationError

from coach.engines import EngineCard, R
from coach.errors import CoachError, EngineRefused, EngineUnavailable, SettingsError, UnreadableReply
from coach.prompts import Rendered
from coach.settings import Settings, quieten_telemetry

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage
    from langchain_core.runnables import Runnable

RETRIES = 2
"""How often the client tries again after a refused connection, a 429 or a 5xx, with back-off; its own default."""

_FENCE = re.compile(r"\A\s*```(?:json)?\s*(.*?)\s*```\s*\Z", re.DOTALL)
_THOUGHT = re.compile(r"<think>.*?</think>", re.DOTALL)


class LanguageModelEngine:
    """Asks the language model of the settings. Making one opens no connection. Raises `SettingsError` where key or model are missing."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._provider, _, self._model_name = settings.model_id.partition(":")
        self._takes_schema = True
        if self._provider == "openai" and not settings.base_url and not settings.api_key.get_secret_value():
            raise SettingsError(
                "There is no key for the language model.", mend="Set OPENAI_API_KEY, or COACH_BASE_URL for a server of your own, or use --engine offline."
            )

    @property
    def card(self) -> EngineCard:
        """The model's name, and where the learner's text goes."""
        address = urlparse(self._settings.base_url)
        if self._settings.is_local_server:
            leaves = f"Your text goes to the server at {address.netloc}, on this machine or in your own network."
            return EngineCard(name=self._settings.model_id, model_name=self._model_name, says=f"Language model {self._model_name}", leaves=leaves)
        host = address.netloc or {"openai": "OpenAI (api.openai.com)"}.get(self._provider, self._provider)
        leaves = f"Your notes, your questions and what you say in a rehearsal are sent to {host}."
        provider = address.netloc or self._provider
        return EngineCard(
            name=self._settings.model_id, model_name=self._model_name, says=f"Language model {self._model_name}", leaves=leaves, provider=provider
        )

    def draft(self, prompt: Rendered, returns: type[R]) -> R:
        """The model's answer as a record, after one repair at most."""
        messages = self._messages(prompt)
        answer = self._ask(messages, prompt, returns)
        try:
            return _read(answer, returns)
        except (ValidationError, ValueError) as error:
            from langchain_core.messages import AIMessage, HumanMessage

            repair = f"That does not fit: {_brief(error)}\nAnswer again with the corrected JSON only."
            answer = self._ask([*messages, AIMessage(answer), HumanMessage(repair)], prompt, returns)
        try:
            return _read(answer, returns)
        except (ValidationError, ValueError) as error:
            raise UnreadableReply(
                "The language model's answer could not be read.", mend="Try again, choose another model, or use the built-in coach."
            ) from error

    def stream(self, prompt: Rendered) -> Generator[str, None, None]:
        """The model's words as they come. Raises `EngineUnavailable` where the stream breaks off, `UnreadableReply` where it stays empty."""
        heard = False
        finished = False
        with self._told():
            for chunk in self._client(prompt).stream(self._messages(prompt)):
                finished = finished or bool(chunk.response_metadata.get("finish_reason"))
                if chunk.text:
                    heard = True
                    yield str(chunk.text)
        if not heard:
            raise UnreadableReply("The language model said nothing.", mend="Try again, or use the built-in coach.")
        if self._provider == "openai" and not finished:
            raise EngineUnavailable("The language model broke off in mid-sentence.", mend="Try again; nothing you said is lost.")

    def _ask(self, messages: list[BaseMessage], prompt: Rendered, returns: type[R]) -> str:
        schema = returns.model_json_schema()
        if self._takes_schema:
            try:
                return self._invoke(messages, prompt, response_format={"type": "json_schema", "json_schema": {"name": returns.__name__, "schema": schema}})
            except EngineRefused as error:
                if not isinstance(error, _FormatRefused):
                    raise
                self._takes_schema = False
        from langchain_core.messages import SystemMessage

        told = SystemMessage(f"{messages[0].text}\n\nAnswer with one JSON object only, following this JSON schema:\n{json.dumps(schema, ensure_ascii=False)}")
        return self._invoke([told, *messages[1:]], prompt)

    def _invoke(self, messages: list[BaseMessage], prompt: Rendered, **extra: Any) -> str:
        with self._told():
            return str(self._client(prompt).invoke(messages, **extra).text)

    def _messages(self, prompt: Rendered) -> list[BaseMessage]:
        from langchain_core.messages import HumanMessage, SystemMessage

        return [SystemMessage(prompt.system), HumanMessage(prompt.user)]

    def _client(self, prompt: Rendered) -> Runnable[Any, Any]:
        if self._provider == "openai":
            return self._chat_model.bind(temperature=prompt.settings.temperature, max_tokens=prompt.settings.max_tokens)
        return self._chat_model

    @cached_property
    def _chat_model(self) -> BaseChatModel:
        quieten_telemetry()
        from langchain.chat_models import init_chat_model

        options: dict[str, Any] = {"timeout": self._settings.timeout_s, "max_retries": RETRIES}
        if self._provider == "openai":
            options["api_key"] = self._settings.api_key.get_secret_value() or "none-needed"
            options["use_responses_api"] = False
        if self._settings.base_url:
            options["base_url"] = self._settings.base_url
        try:
            chat_model: BaseChatModel = init_chat_model(self._model_name, model_provider=self._provider, **options)
        except ImportError as error:
            package = f"langchain-{self._provider.replace('_', '-')}"
            raise SettingsError(f"The package for the provider {self._provider!r} is missing.", mend=f"Install it with: pip install {package}") from error
        except ValueError as error:
            raise SettingsError(
                f"The provider {self._provider!r} is not known.", mend="Set COACH_MODEL to provider:name, for instance openai:gpt-4.1-mini."
            ) from error
        return chat_model

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the wire says into one sentence and its mending step; neither key nor learner text is repeated."""
        import httpx
        import httpx2
        import openai

        try:
            yield
        except openai.APIStatusError as error:
            raise _as_coach_error(error.status_code, str(error.code or ""), model=self._model_name) from None
        except openai.APITimeoutError:
            raise EngineUnavailable("The language model did not answer in time.", mend="Try again, raise COACH_TIMEOUT_S, or use the built-in coach.") from None
        except (openai.OpenAIError, httpx.HTTPError, httpx2.HTTPError, OSError):
            mend = "Check that it runs and that the address is right, or use --engine offline."
            raise EngineUnavailable("The language model's server cannot be reached.", mend=mend) from None


class _FormatRefused(EngineRefused):
    """The server does not take the form of the request; a plainer one may do."""


def _as_coach_error(status: int, code: str, *, model: str) -> CoachError:
    if status == 401:
        return EngineRefused("The language model's server refused the key.", mend="Correct OPENAI_API_KEY, or use --engine offline.")
    if status == 403:
        return EngineRefused("The language model's server does not allow this.", mend="Check what your key may use, or use --engine offline.")
    if status == 404:
        return EngineRefused(f"The server has no language model called {model!r}.", mend="Set COACH_MODEL to one that it has, and check COACH_BASE_URL.")
    if status == 429 and code == "insufficient_quota":
        return EngineRefused("Your account with the language model's provider is used up.", mend="Top it up, or use --engine offline.")
    if status == 429:
        return EngineUnavailable("The language model is too busy just now.", mend="Wait a minute and try again, or use the built-in coach.")
    if status in {400, 415, 422, 501} and "context" not in code:
        return _FormatRefused("The language model's server did not accept the request.", mend="Try another model, or use the built-in coach.")
    if status in {400, 413}:
        return EngineRefused("The text is too long for this language model.", mend="Shorten the notes, or choose a model with a longer context.")
    return EngineUnavailable("The language model's server has a problem.", mend="Try again in a minute, or use the built-in coach.")


def _read(answer: str, returns: type[R]) -> R:
    """The record in the answer, which may stand in a code fence, after a spoken thought, or with words around it."""
    text = _THOUGHT.sub("", answer)
    fenced = _FENCE.match(text)
    text = fenced[1] if fenced else text
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise ValueError("no JSON object in the answer")
    return returns.model_validate_json(text[start : end + 1])


def _brief(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(str(part) for part in item['loc'])}: {item['msg']}" for item in error.errors(include_input=False, include_url=False)[:5])
    return str(error)
