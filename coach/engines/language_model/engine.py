"""Asking a language model: structured answers and streams, over connections that can be cut, with every failure told in our words.

A structured answer is asked for by JSON schema where the server takes one, else as a JSON object, else in words alone. What comes is validated by the record; a misfit is shown
to the model once, for repair, and then told as `UnreadableReply`. Every answer is streamed where the server can, so that an endless one is noticed.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlparse

import tenacity
from pydantic import ValidationError

from coach.engines import EngineCard, R
from coach.engines.language_model.abilities import Abilities, find_form, say_form
from coach.engines.language_model.answers import is_thought_only, leave_out_thoughts, read_record, say_misfit
from coach.engines.language_model.circuit import Circuit
from coach.engines.language_model.lines import Call, Line, Lines
from coach.engines.language_model.opening import OPENAI, open_chat_model
from coach.engines.language_model.refusals import FormatRefused, Passing, Told, say_refused
from coach.errors import CoachError, EngineUnavailable, SettingsError, UnreadableReply
from coach.prompts import Rendered
from coach.records import ServerReport
from coach.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

RETRIES = 2
"""How often a call is made again after a refused connection, a 429 or a 5xx, after a growing wait with some chance in it, or as long as the server says."""
LONGEST_WAIT_S = 20.0
"""A server that wants to be left alone for longer is told of instead of waited for."""
CHARS_PER_TOKEN, SPARE_CHARS = 8, 2000
"""An answer longer than its limit in tokens allows, at so many letters each and with so many to spare, will not end by itself; thoughts spoken aloud count as spare."""
THINKING_TOKENS = 4000
"""So many more tokens a model gets that thinks aloud before it answers."""
_FIRST_WAIT_S = 0.2

Messages = list[tuple[str, str]]


class Answer(Generator[str, None, None]):
    """The pieces of an answer as they come; `cut` may be called from any thread and hangs up."""

    def __init__(self, pieces: Generator[str, None, None], call: Call) -> None:
        self._pieces = pieces
        self._call = call

    def send(self, value: None) -> str:
        """The next piece."""
        return self._pieces.send(value)

    def throw(self, *error: Any) -> str:
        """Have this raised where the answer stands."""
        return self._pieces.throw(*error)

    def cut(self) -> None:
        """Hang up; whoever waits for the next piece is told."""
        self._call.cut()


class LanguageModelEngine:
    """Asks the language model of the settings. Making one opens no connection. Raises `SettingsError` where key or model are missing."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._provider, _, self._model_name = settings.model_id.partition(":")
        self.abilities = Abilities()
        self._circuit = Circuit()
        self._lines = Lines(self._open_line)
        self._learning = threading.Lock()
        if self._provider == OPENAI and not settings.base_url and not settings.api_key.get_secret_value():
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
        host = address.netloc or {OPENAI: "OpenAI (api.openai.com)"}.get(self._provider, self._provider)
        leaves = f"Your notes, your questions and what you say in a rehearsal are sent to {host}."
        provider = address.netloc or self._provider
        return EngineCard(
            name=self._settings.model_id, model_name=self._model_name, says=f"Language model {self._model_name}", leaves=leaves, provider=provider
        )

    def draft(self, prompt: Rendered, returns: type[R]) -> R:
        """The model's answer as a record, after one repair at most."""
        messages = [("system", prompt.system), ("human", prompt.user)]
        answer = self._ask(messages, prompt, returns)
        try:
            return read_record(answer, returns)
        except (ValidationError, ValueError) as error:
            repair = f"That does not fit: {say_misfit(error)}\nAnswer again with the corrected JSON only."
            answer = self._ask([*messages, ("ai", answer), ("human", repair)], prompt, returns)
        try:
            return read_record(answer, returns)
        except (ValidationError, ValueError) as error:
            raise UnreadableReply(
                "The language model's answer could not be read.", mend="Try again, choose another model, or use the built-in coach."
            ) from error

    def stream(self, prompt: Rendered) -> Answer:
        """The model's words as they come. Raises `EngineUnavailable` where the stream breaks off, `UnreadableReply` where it stays empty."""
        call = Call(self._settings.total_s)
        return Answer(self._speak(prompt, call), call)

    def _speak(self, prompt: Rendered, call: Call) -> Generator[str, None, None]:
        heard, thought = False, self.abilities.thinks
        messages = [("system", prompt.system), ("human", prompt.user)]
        while True:
            with closing(self._answer(messages, prompt, None, call)) as pieces:
                for piece in leave_out_thoughts(pieces):
                    heard = heard or bool(piece.strip())
                    yield piece
            if heard or thought or not self.abilities.thinks:
                break
            thought, call = True, call.renew()
        if not heard:
            raise UnreadableReply("The language model said nothing.", mend="Try again, or use the built-in coach.")

    def probe(self) -> ServerReport:
        """What the server can do, found out by asking it; no text of a learner's is sent. Raises what a call raises."""
        from coach.engines.language_model.probing import probe

        return probe(self, self._settings)

    # --- one answer --------------------------------------------------------------------------------

    def _ask(self, messages: Messages, prompt: Rendered, returns: type[R]) -> str:
        call = Call(self._settings.total_s)
        if self._provider != OPENAI:
            return self._ask_elsewhere(messages, returns, call)
        return "".join(self._answer(messages, prompt, returns, call))

    def _answer(self, messages: Messages, prompt: Rendered, returns: type[R] | None, call: Call) -> Generator[str, None, None]:
        """The pieces of one answer; the first one only after as many attempts as are worth it."""
        with self._guarded(call), self._lines.take() as line:
            call.put_through(line)
            stream = self._attempt(lambda: self._open(line, messages, prompt, returns), call)
            most = self._limit(prompt) * CHARS_PER_TOKEN + SPARE_CHARS
            length, said = 0, ""
            for piece in stream:
                length += len(piece)
                said = said if len(said) > most else said + piece
                if length > most:
                    raise UnreadableReply(
                        "The language model went on and on and was stopped.", mend="Try again, choose another model, or use the built-in coach."
                    )
                yield piece
            if is_thought_only(said):
                with self._learning:
                    self.abilities = self.abilities.model_copy(update={"thinks": True})

    def _limit(self, prompt: Rendered) -> int:
        """The longest answer in tokens."""
        return prompt.settings.max_tokens + (THINKING_TOKENS if self.abilities.thinks else 0)

    def _ask_elsewhere(self, messages: Messages, returns: type[R], call: Call) -> str:
        """A structured answer of a provider that does not speak the OpenAI protocol, by whatever way LangChain has for it."""
        with self._guarded(call), self._lines.take() as line:
            call.put_through(line)
            if not _calls_tools(line.chat_model):
                plain = _as_messages(_in_words(messages, returns), system=True)
                return str(self._attempt(lambda: self._tell(line.chat_model.invoke, plain), call).text)
            structured = line.chat_model.with_structured_output(returns.model_json_schema())
            return json.dumps(self._attempt(lambda: self._tell(structured.invoke, _as_messages(messages, system=True)), call))

    @contextmanager
    def _guarded(self, call: Call) -> Iterator[None]:
        """The circuit asked and told, and a cut call told as what it was."""
        self._circuit.check()
        try:
            yield
        except EngineUnavailable as error:
            if call.is_late:
                self._circuit.note_failure()
                happened = f"The language model took longer than {self._settings.total_s:.0f} seconds and was stopped."
                raise EngineUnavailable(happened, mend="Try again, raise COACH_TOTAL_S, or use the built-in coach.") from None
            if not call.is_cut:
                self._circuit.note_failure()
            raise error from None
        except CoachError:
            self._circuit.note_answer()
            raise
        else:
            self._circuit.note_answer()
        finally:
            call.done()

    def _attempt(self, do: Any, call: Call) -> Any:
        """What it gives, after some more attempts where a failure may pass."""

        def may_pass(error: BaseException) -> bool:
            return isinstance(error, Passing) and error.after_s <= LONGEST_WAIT_S and not call.is_cut

        def wait(state: tenacity.RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome else None
            return max(grow(state), error.after_s if isinstance(error, Passing) else 0.0)

        grow = tenacity.wait_exponential_jitter(multiplier=_FIRST_WAIT_S, max=LONGEST_WAIT_S, jitter=_FIRST_WAIT_S)
        attempts = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(1 + RETRIES), wait=wait, retry=tenacity.retry_if_exception(may_pass), sleep=call.wait, reraise=True
        )
        return attempts(do)

    def _open(self, line: Line, messages: Messages, prompt: Rendered, returns: type[R] | None) -> Iterator[str]:
        """The pieces of an answer whose first one has come; with fewer options each time the server refuses one."""
        while True:
            abilities = self.abilities
            try:
                return self._open_as(abilities, line, messages, prompt, returns)
            except FormatRefused as error:
                weaker = abilities.weaken(error.complaint, in_form=returns is not None)
                if weaker is None:
                    raise
                with self._learning:
                    self.abilities = weaker

    def _open_as(self, abilities: Abilities, line: Line, messages: Messages, prompt: Rendered, returns: type[R] | None) -> Iterator[str]:
        options, form = self._find_options(abilities, prompt, returns)
        told = _in_words(messages, returns) if returns is not None and form is None else messages
        model = line.chat_model.bind(**options) if options else line.chat_model
        words = _as_messages(told, system=abilities.system)
        if abilities.streams:
            pieces = self._read(model.stream(words))
            if first := next(pieces, ""):
                return _with_first(first, pieces)
        # Nothing came: asked for in one piece, a server says at least whether its model would not.
        message = self._tell(model.invoke, words)
        if message.additional_kwargs.get("refusal"):
            raise say_refused()
        return iter([str(message.text)])

    def _read(self, chunks: Iterator[Any]) -> Generator[str, None, None]:
        """The text of LangChain's chunks. Raises what a broken, refused or filtered answer amounts to."""
        finish, heard = "", False
        try:
            with Told(self._model_name):
                for chunk in chunks:
                    finish = str(chunk.response_metadata.get("finish_reason") or finish)
                    if finish == "content_filter":
                        raise say_refused()
                    if chunk.text:
                        heard = True
                        yield str(chunk.text)
        except Passing as error:
            raise (_broken_off() if heard else error) from None
        if self._provider == OPENAI and not finish:
            raise _broken_off()

    def _tell(self, do: Any, words: list[BaseMessage]) -> Any:
        with Told(self._model_name):
            return do(words)

    def _find_options(self, abilities: Abilities, prompt: Rendered, returns: type[R] | None) -> tuple[dict[str, Any], dict[str, Any] | None]:
        """What goes with a request of the OpenAI protocol, and the form that the answer is asked for in."""
        if self._provider != OPENAI:
            return {}, None
        form = find_form(abilities.form, returns.__name__, returns.model_json_schema()) if returns is not None else None
        body: dict[str, Any] = {"response_format": form} if form else {}
        options: dict[str, Any] = {"temperature": prompt.settings.temperature} if abilities.temperature else {}
        if abilities.limit and self._settings.base_url:
            body["max_tokens"] = self._limit(prompt)  # the name that every server knows
        elif abilities.limit:
            options["max_tokens"] = self._limit(prompt)
        return {**options, **({"extra_body": body} if body else {})}, form

    # --- the client ---------------------------------------------------------------------------------

    def _open_line(self) -> Line:
        if self._provider != OPENAI:
            return Line(timeout_s=self._settings.timeout_s, open_model=lambda _: self._only_model)
        return Line(timeout_s=self._settings.timeout_s, open_model=lambda client: open_chat_model(self._settings, client))

    @cached_property
    def _only_model(self) -> BaseChatModel:
        return open_chat_model(self._settings, None)


def _broken_off() -> EngineUnavailable:
    return EngineUnavailable("The language model broke off in mid-sentence.", mend="Try again; nothing you said is lost.")


def _with_first(first: str, rest: Generator[str, None, None]) -> Generator[str, None, None]:
    with closing(rest):
        yield first
        yield from rest


def _calls_tools(model: BaseChatModel) -> bool:
    """Whether the provider's package has a way of its own to structured answers."""
    from langchain_core.language_models import BaseChatModel

    return type(model).bind_tools is not BaseChatModel.bind_tools or type(model).with_structured_output is not BaseChatModel.with_structured_output


def _in_words(messages: Messages, returns: type[R]) -> Messages:
    (role, system), *rest = messages
    return [(role, f"{system}\n\n{say_form(returns.model_json_schema())}"), *rest]


def _as_messages(messages: Messages, *, system: bool) -> list[BaseMessage]:
    """LangChain's messages; the system's words stand before the first of the user's where the server knows no system."""
    from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

    if not system:
        (_, told), (_, asked), *rest = messages
        messages = [("human", f"{told}\n\n{asked}"), *rest]
    kinds = {"system": SystemMessage, "human": HumanMessage, "ai": AIMessage}
    return [kinds[role](text) for role, text in messages]
