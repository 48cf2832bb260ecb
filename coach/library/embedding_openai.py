"""Texts to vectors by an embedding model of OpenAI, or of any server that speaks the OpenAI protocol (`COACH_BASE_URL`).

To a server on this machine or in one's own network texts go at once; to any other address nothing goes before the learner has agreed. Redirects are not
followed, and a server nearby is never asked through a proxy: consent is given for one address.
"""

from __future__ import annotations

import logging
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlparse

from coach.errors import LibraryError
from coach.library.embeddings import embed_in_batches
from coach.settings import Settings

if TYPE_CHECKING:
    from openai import OpenAI
    from openai.types import CreateEmbeddingResponse

    from coach.library.embeddings import Vectors
    from coach.library.imports.material import Progress

BATCH = 256
"""Texts in a request: OpenAI takes 2048, but at most 300,000 tokens; smaller servers take fewer."""

RETRIES = 2
"""How often the client tries again after a refused connection, a 429 or a 5xx, with back-off; its own default."""

_OPENAI = "https://api.openai.com/v1"
_STATIC = "set COACH_EMBEDDING=static to look things up on this machine."
_AGAIN = f"Try again in a minute, or {_STATIC}"


class OpenAIEmbedder:
    """Asks the embedding model of the settings. Making one opens no connection."""

    def __init__(self, settings: Settings, *, list_consents: Callable[[], Iterable[str]], retries: int = RETRIES) -> None:
        """`list_consents` gives the providers to whom the learner lets text go; it is asked before every request."""
        self._settings = settings
        self._model = settings.embedding_model
        self._list_consents = list_consents
        self._retries = retries
        self._size = 0
        address = urlparse(settings.base_url)
        self._provider = _without_secrets(address.netloc) or "openai"
        self._agreed_as = {self._provider, address.netloc or "openai"}
        self._host = self._provider if settings.base_url else "api.openai.com"

    @property
    def name(self) -> str:
        """Model and server: a model of the same name elsewhere may give other vectors."""
        return f"{self._model} at {self._host}"

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One row per text. Raises `LibraryError` where consent or key is missing, or the server does not give what it should."""
        return embed_in_batches(texts, self._ask, batch=BATCH, size=self._size, progress=progress)

    def _ask(self, texts: list[str]) -> Vectors:
        self._check_consent()
        with self._told():
            answer = self._client.embeddings.create(model=self._model, input=texts, encoding_format="float")
        rows = self._read(answer, len(texts))
        if self._size not in {0, rows.shape[1]}:
            raise LibraryError(
                f"The embedding model {self._model!r} gave vectors of another size than before.", mend="Build the index anew with: coach library rebuild."
            )
        self._size = rows.shape[1]
        return rows

    def _check_consent(self) -> None:
        if self._settings.is_local_server or self._agreed_as & {*self._settings.consent, *self._list_consents()}:
            return
        agree = "Agree on the start page or with: coach consent give" if self._engine_asks_too() else f"Add {self._provider} to COACH_CONSENT"
        raise LibraryError(
            f"Nothing has been sent: to look things up, your words would go to {self._host}, and this needs your yes first.", mend=f"{agree}, or {_STATIC}"
        )

    def _engine_asks_too(self) -> bool:
        """Whether the engine speaks to the same provider, so that its consent is asked for anyway."""
        settings = self._settings
        speaks = settings.engine != "offline" and settings.has_language_model
        return speaks and (bool(settings.base_url) or settings.model_id.startswith("openai:"))

    @cached_property
    def _client(self) -> OpenAI:
        key = self._settings.api_key.get_secret_value()
        if not key and not self._settings.base_url:
            raise LibraryError("There is no key for the embedding model.", mend=f"Set OPENAI_API_KEY, or COACH_BASE_URL for a server of your own, or {_STATIC}")
        import openai

        logging.getLogger("openai").setLevel(logging.INFO)  # below that it writes down every text
        around_proxies: dict[str, None] | None = {"http://": None, "https://": None} if self._settings.is_local_server else None
        wire = openai.DefaultHttpxClient(follow_redirects=False, timeout=self._settings.timeout_s, mounts=around_proxies)
        weakref.finalize(self, wire.close)
        return openai.OpenAI(
            api_key=key or "none-needed",
            base_url=self._settings.base_url or _OPENAI,
            timeout=self._settings.timeout_s,
            max_retries=self._retries,
            http_client=wire,
        )

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the wire says into one sentence and its mending step; neither key nor text is repeated."""
        import httpx2
        import openai

        try:
            yield
        except openai.APIStatusError as error:
            raise self._refused(error.status_code, str(error.code or "")) from None
        except openai.APITimeoutError:
            raise LibraryError("The embedding model did not answer in time.", mend=f"Try again, raise COACH_TIMEOUT_S, or {_STATIC}") from None
        except openai.APIResponseValidationError:
            raise self._unreadable() from None
        except (openai.OpenAIError, httpx2.HTTPError, OSError):
            raise LibraryError(
                "The embedding model's server cannot be reached.", mend=f"Check that it runs and COACH_BASE_URL is right, or {_STATIC}"
            ) from None
        except (ValueError, TypeError, AttributeError):
            raise self._unreadable() from None

    def _refused(self, status: int, code: str) -> LibraryError:
        if status in {401, 403}:
            return LibraryError("The embedding model's server refused the key.", mend=f"Correct OPENAI_API_KEY and check what it may use, or {_STATIC}")
        if status == 404:
            mend = f"Set COACH_EMBEDDING=openai:NAME to one that it has, check COACH_BASE_URL, or {_STATIC}"
            return LibraryError(f"The server has no embedding model called {self._model!r}.", mend=mend)
        if status == 429 and code == "insufficient_quota":
            return LibraryError("Your account with the embedding model's provider is used up.", mend=f"Top it up, or {_STATIC}")
        if status == 429:
            return LibraryError("The embedding model is too busy just now.", mend=_AGAIN)
        if status < 400:
            return LibraryError("The embedding model's server sends on to another address.", mend=f"Set COACH_BASE_URL to its real address, or {_STATIC}")
        if status < 500:
            return LibraryError("The embedding model's server did not accept the request.", mend=f"Try another with COACH_EMBEDDING=openai:NAME, or {_STATIC}")
        return LibraryError("The embedding model's server has a problem.", mend=_AGAIN)

    def _read(self, answer: CreateEmbeddingResponse, count: int) -> Vectors:
        """The rows in the order of the texts, all of one length."""
        import numpy as np

        try:
            items = sorted(answer.data, key=lambda item: item.index or 0)
            rows = np.array([item.embedding for item in items], dtype=np.float32)
        except (AttributeError, TypeError, ValueError):
            raise self._unreadable() from None
        if rows.ndim != 2 or len(rows) != count or not rows.shape[1] or not np.isfinite(rows).all():
            raise self._unreadable()
        return rows

    def _unreadable(self) -> LibraryError:
        return LibraryError("The embedding model's answer does not fit the texts.", mend=f"Try another with COACH_EMBEDDING=openai:NAME, or {_STATIC}")


def _without_secrets(netloc: str) -> str:
    return netloc.rpartition("@")[2]
