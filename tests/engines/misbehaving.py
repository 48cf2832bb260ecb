"""A raw socket server for what an HTTP library would not let a server do: it drips, stalls, hangs up, answers nonsense, and knows when its caller has gone."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self

HEAD = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"
Behaviour = Callable[[socket.socket, "Misbehaving"], None]


class Misbehaving:
    """Listens on a free loopback port and behaves as told; `calls` counts connections, `gone` is set when a caller has hung up."""

    def __init__(self, behave: Behaviour) -> None:
        self._behave = behave
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.calls = 0
        self.gone = threading.Event()
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}/v1"

    def __enter__(self) -> Self:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self._socket.close()

    def _serve(self) -> None:
        while not self.over.is_set():
            with suppress(OSError):
                caller, _ = self._socket.accept()
                self.calls += 1
                threading.Thread(target=self._handle, args=(caller,), daemon=True).start()

    def _handle(self, caller: socket.socket) -> None:
        with caller, suppress(OSError):
            raw = b""
            while b"\r\n\r\n" not in raw:
                raw += caller.recv(65536)
            head, _, body = raw.partition(b"\r\n\r\n")
            length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length"))
            while len(body) < length:
                body += caller.recv(65536)
            self._behave(caller, self)

    def wait_until_gone(self, caller: socket.socket) -> None:
        """Stand still until the caller hangs up, or the test is over."""
        caller.settimeout(0.05)
        while not self.over.is_set():
            try:
                if caller.recv(1) == b"":
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        if not self.over.is_set():
            self.gone.set()


def chunk(text: str, *, finish: str | None = None, **delta: Any) -> bytes:
    """One event of a stream."""
    choice = {"index": 0, "delta": {"content": text, **delta}, "finish_reason": finish}
    return f"data: {json.dumps({'id': 'c', 'object': 'chat.completion.chunk', 'created': 1, 'model': 'm', 'choices': [choice]})}\n\n".encode()


def stall_at_once(caller: socket.socket, server: Misbehaving) -> None:
    """Take the request and never say a word."""
    server.wait_until_gone(caller)


def stall_after_head(caller: socket.socket, server: Misbehaving) -> None:
    """Say that an answer comes, and then nothing."""
    caller.sendall(HEAD.encode())
    server.wait_until_gone(caller)


def stall_in_mid_sentence(caller: socket.socket, server: Misbehaving) -> None:
    """Begin, and then nothing."""
    caller.sendall(HEAD.encode() + chunk("I began "))
    server.wait_until_gone(caller)


def drip(caller: socket.socket, server: Misbehaving) -> None:
    """Keep the line alive with remarks for ever, so that no silence is ever long enough to be one."""
    caller.sendall(HEAD.encode() + chunk("I began "))
    while not server.over.is_set():
        time.sleep(0.02)
        caller.sendall(b": still here\n\n")


def go_on_for_ever(caller: socket.socket, server: Misbehaving) -> None:
    """Talk without end."""
    caller.sendall(HEAD.encode())
    while not server.over.is_set():
        caller.sendall(chunk("and then another thing, " * 20))


def hang_up(caller: socket.socket, server: Misbehaving) -> None:
    """Close the line without an answer."""


def hang_up_in_mid_sentence(caller: socket.socket, server: Misbehaving) -> None:
    """Close the line after a few words."""
    caller.sendall(HEAD.encode() + chunk("I began ") + chunk("in a "))


def send_error_in_stream(caller: socket.socket, server: Misbehaving) -> None:
    """An error where a piece should be."""
    caller.sendall(HEAD.encode() + chunk("I began ") + b'data: {"error": {"message": "out of memory", "type": "server_error"}}\n\n')


def send_page(caller: socket.socket, server: Misbehaving) -> None:
    """A web page, as a proxy would."""
    page = b"<html><body>Please sign in</body></html>"
    caller.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: %d\r\n\r\n" % len(page) + page)


def send_rubbish(caller: socket.socket, server: Misbehaving) -> None:
    """Bytes that are no HTTP."""
    caller.sendall(b"\x00\x01\x02 not a server of this kind\r\n\r\n")


def send_null_choices(caller: socket.socket, server: Misbehaving) -> None:
    """Events without choices."""
    caller.sendall(HEAD.encode() + b'data: {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": null}\n\ndata: [DONE]\n\n')


def send_broken_json(caller: socket.socket, server: Misbehaving) -> None:
    """An event that is cut in half."""
    caller.sendall(HEAD.encode() + chunk("I began ") + b'data: {"id": "c", "choi\n\ndata: [DONE]\n\n')


def refuse(caller: socket.socket, server: Misbehaving) -> None:
    """The model's own refusal, in the field made for it."""
    caller.sendall(HEAD.encode() + chunk("", refusal="I cannot help with that.") + chunk("", finish="stop") + b"data: [DONE]\n\n")


def filter_out(caller: socket.socket, server: Misbehaving) -> None:
    """An answer that the server's filter ended."""
    caller.sendall(HEAD.encode() + chunk("I be") + chunk("", finish="content_filter") + b"data: [DONE]\n\n")


def lie_about_usage(caller: socket.socket, server: Misbehaving) -> None:
    """A good answer with a bill beyond all measure."""
    usage = {"prompt_tokens": -5, "completion_tokens": 10**12, "total_tokens": 7}
    last = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [], "usage": usage}
    caller.sendall(HEAD.encode() + chunk("I began in a shed.") + chunk("", finish="stop") + f"data: {json.dumps(last)}\n\ndata: [DONE]\n\n".encode())


def send_nothing(caller: socket.socket, server: Misbehaving) -> None:
    """An answer with no words in it."""
    caller.sendall(HEAD.encode() + chunk("", finish="stop") + b"data: [DONE]\n\n")


def think_for_ever(caller: socket.socket, server: Misbehaving) -> None:
    """A thought spoken aloud that never closes."""
    caller.sendall(HEAD.encode() + chunk("<think>"))
    while not server.over.is_set():
        caller.sendall(chunk("hmm, let me see, " * 20))


BEHAVIOURS: dict[str, Behaviour] = {
    behave.__name__: behave
    for behave in (
        stall_at_once,
        stall_after_head,
        stall_in_mid_sentence,
        drip,
        go_on_for_ever,
        think_for_ever,
        hang_up,
        hang_up_in_mid_sentence,
        send_error_in_stream,
        send_page,
        send_rubbish,
        send_null_choices,
        send_broken_json,
        send_nothing,
        refuse,
        filter_out,
    )
}
"""Every way to fail; `lie_about_usage` is a good answer."""
