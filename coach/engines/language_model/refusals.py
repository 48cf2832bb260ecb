"""What the wire says, in our words: one sentence and the step that mends it. Neither key nor learner text is repeated."""

from __future__ import annotations

import re
from types import TracebackType
from typing import Any

from coach.errors import CoachError, EngineRefused, EngineUnavailable, UnreadableReply

_TOO_LONG = re.compile(
    r"context[ _-]?(?:length|size|window|limit)|exceed_context|maximum context|too many (?:input )?tokens|prompt is too long|reduce the length|string_above_max",
    re.I,
)
_NOT_THIS = re.compile(r"content[ _-]?(?:filter|policy|management)|safety|responsibleai", re.I)
_USED_UP = re.compile(r"insufficient_quota|billing|credit|quota exceeded|exceeded your current quota", re.I)
_NO_SYSTEM = re.compile(r"system role|role.{0,12}system", re.I)
_FORM = frozenset({400, 405, 415, 422, 501})
"""With these a server says that it does not take the request as it is; with 500 some say so of the system's role."""


class Passing(EngineUnavailable):
    """A failure that may pass: the same call may be tried again, `after_s` seconds later where the server says so."""

    def __init__(self, happened: str, *, mend: str, after_s: float = 0.0) -> None:
        super().__init__(happened, mend=mend)
        self.after_s = after_s


class FormatRefused(EngineRefused):
    """The server does not take the form of the request; a plainer one may do. `complaint` is its own word for it, never shown."""

    def __init__(self, happened: str, *, mend: str, complaint: str = "") -> None:
        super().__init__(happened, mend=mend)
        self.complaint = complaint


class Told:
    """While it is entered, whatever the wire raises becomes a `CoachError`; `model` is the name of the language model asked."""

    def __init__(self, model: str) -> None:
        self._model = model

    def __enter__(self) -> None:
        """Nothing to do before."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if isinstance(error, Exception) and not isinstance(error, CoachError):
            raise as_coach_error(error, model=self._model) from None


def as_coach_error(error: Exception, *, model: str) -> CoachError:
    """The error of ours that an error of the wire, of the OpenAI package or of another provider's, amounts to."""
    import httpx
    import httpx2
    import openai

    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return _of_status(status, _gather(error), model=model, after_s=_read_retry_after(error))
    if isinstance(error, openai.APITimeoutError | httpx.TimeoutException | httpx2.TimeoutException | TimeoutError):
        return EngineUnavailable("The language model did not answer in time.", mend="Try again, raise COACH_TIMEOUT_S, or use the built-in coach.")
    if isinstance(error, openai.APIConnectionError | httpx.TransportError | httpx2.TransportError | OSError):
        mend = "Check that it runs and that the address is right, or use --engine offline."
        return Passing("The language model's server cannot be reached.", mend=mend)
    said = _gather(error)
    if _TOO_LONG.search(said):
        return _too_long()
    if isinstance(error, openai.APIError):
        return EngineUnavailable("The language model broke off in mid-sentence.", mend="Try again; nothing you said is lost.")
    return UnreadableReply(
        "The language model's server answered in a way that cannot be read.", mend="Check COACH_BASE_URL and COACH_MODEL, or use the built-in coach."
    )


def _of_status(status: int, said: str, *, model: str, after_s: float) -> CoachError:
    if status == 429 and _USED_UP.search(said):
        return EngineRefused("Your account with the language model's provider is used up.", mend="Top it up, or use --engine offline.")
    if status == 429:
        wait = f"Wait {max(1, round(after_s))} seconds" if after_s >= 1 else "Wait a minute"
        return Passing("The language model is too busy just now.", mend=f"{wait} and try again, or use the built-in coach.", after_s=after_s)
    if (status in {400, 422, 500} and _TOO_LONG.search(said)) or status == 413:
        return _too_long()
    if status in {400, 403, 422} and _NOT_THIS.search(said):
        return say_refused()
    if status in _FORM or (status == 500 and _NO_SYSTEM.search(said)):
        return FormatRefused("The language model's server did not accept the request.", mend="Try another model, or use the built-in coach.", complaint=said)
    refused = {
        401: ("The language model's server refused the key.", "Correct OPENAI_API_KEY, or use --engine offline."),
        402: ("Your account with the language model's provider is used up.", "Top it up, or use --engine offline."),
        403: ("The language model's server does not allow this.", "Check what your key may use, or use --engine offline."),
        404: (f"The server has no language model called {model!r}.", "Set COACH_MODEL to one that it has, and check COACH_BASE_URL."),
    }
    if status in refused:
        return EngineRefused(refused[status][0], mend=refused[status][1])
    kind = Passing if status >= 500 or status in {408, 409, 425} else EngineUnavailable
    return kind("The language model's server has a problem.", mend="Try again in a minute, or use the built-in coach.")


def say_refused() -> EngineRefused:
    """The language model would not."""
    return EngineRefused("The language model would not answer this.", mend="Put it in other words, or use the built-in coach.")


def _too_long() -> EngineRefused:
    return EngineRefused("The text is too long for this language model.", mend="Shorten the notes, or choose a model with a longer context.")


def _gather(error: Exception) -> str:
    """What the server says of itself: code, kind, parameter and message, for looking at only."""
    body: Any = getattr(error, "body", None)
    parts = [getattr(error, name, "") for name in ("code", "type", "param", "message")]
    if isinstance(body, dict):
        inner = body.get("error", body)
        parts += [inner.get(name, "") for name in ("code", "type", "param", "message")] if isinstance(inner, dict) else [inner]
    return " ".join(str(part) for part in (*parts, *(error.args[:1] if not hasattr(error, "message") else ())) if part)


def _read_retry_after(error: Exception) -> float:
    """The seconds after which the server says to come again; 0 where it does not say so in a way we read."""
    headers: Any = getattr(getattr(error, "response", None), "headers", None) or {}
    for name, unit in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        try:
            return max(0.0, float(headers.get(name, "")) / unit)
        except ValueError:
            continue
    return 0.0
