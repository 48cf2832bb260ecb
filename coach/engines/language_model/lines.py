"""Connections that can be cut at any moment, also while nothing comes: one call has one connection of its own and gives it back for the next."""

from __future__ import annotations

import socket
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import httpx2

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

CONNECT_S = 10.0
"""The longest wait for a connection, in seconds; an answer may take longer."""


class _Plug:
    """The end of a connection that can be pulled out."""

    def __init__(self) -> None:
        self._stream: Any = None
        self.is_out = False

    def pull(self) -> None:
        """Hang up, whoever waits on it; the other side hears of it at once."""
        self.is_out = True
        end = self._stream.get_extra_info("socket") if self._stream is not None else None
        if end is not None:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def follow(self, request: httpx2.Request) -> None:
        """Have a request tell of its connection."""
        request.extensions["trace"] = self._hear

    def _hear(self, event: str, info: dict[str, Any]) -> None:
        if event in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
            self._stream = info["return_value"]
            if self.is_out:
                self.pull()


class Line:
    """One connection, and the chat model that speaks through it; it is closed when nobody holds it any more."""

    def __init__(self, *, timeout_s: float, open_model: Callable[[httpx2.Client], BaseChatModel]) -> None:
        self._plug = _Plug()
        client = httpx2.Client(
            timeout=httpx2.Timeout(timeout_s, connect=min(CONNECT_S, timeout_s)),
            limits=httpx2.Limits(max_connections=1, max_keepalive_connections=1),
            event_hooks={"request": [self._plug.follow]},
            follow_redirects=True,
        )
        self.chat_model = open_model(client)
        self.close = weakref.finalize(self, client.close)

    @property
    def is_cut(self) -> bool:
        """Whether somebody hung up."""
        return self._plug.is_out

    def cut(self) -> None:
        """Hang up."""
        self._plug.pull()


class Lines:
    """The lines of an engine: as many as there were calls at the same time."""

    def __init__(self, open_line: Callable[[], Line]) -> None:
        self._open_line = open_line
        self._lock = threading.Lock()
        self._free: list[Line] = []

    @contextmanager
    def take(self) -> Iterator[Line]:
        """A line for one call. It is kept for the next one unless the call ended before its answer did."""
        with self._lock:
            line = self._free.pop() if self._free else None
        line = line or self._open_line()
        ended = False
        try:
            yield line
            ended = True
        finally:
            if ended and not line.is_cut:
                with self._lock:
                    self._free.append(line)
            else:
                line.cut()
                line.close()


class Call:
    """One call: it can be cut from any thread, and cuts itself `total_s` after it was put through."""

    def __init__(self, total_s: float) -> None:
        self._total_s = total_s
        self._over = threading.Event()
        self._next: Call | None = None
        self._line: Line | None = None
        self.is_late = False
        self._timer = threading.Timer(total_s, self._end)
        self._timer.daemon = True

    @property
    def is_cut(self) -> bool:
        """Whether it was cut, by hand or because its time was up."""
        return self._over.is_set()

    def put_through(self, line: Line) -> None:
        """Have the call go over this line; its time begins to run."""
        self._line = line
        self._timer.start()
        if self.is_cut:
            line.cut()

    def wait(self, seconds: float) -> None:
        """Wait before another attempt, no longer than the call lasts."""
        self._over.wait(seconds)

    def cut(self) -> None:
        """End it now, and whatever it went on with."""
        self._over.set()
        if self._line is not None:
            self._line.cut()
        if self._next is not None:
            self._next.cut()

    def renew(self) -> Call:
        """A call that goes on where this one ended, with time of its own; cutting this one cuts it too."""
        self._next = Call(self._total_s)
        if self.is_cut:
            self._next.cut()
        return self._next

    def done(self) -> None:
        """It has ended; its line is no longer its own."""
        self._timer.cancel()
        self._line = None

    def _end(self) -> None:
        self.is_late = True
        self.cut()
