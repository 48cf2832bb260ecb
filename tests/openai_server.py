"""A small local server that speaks the OpenAI protocol: replies are queued, requests remembered, misbehaviour on demand."""

from __future__ import annotations

import json
import threading
import time
import zlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


@dataclass
class Reply:
    """One queued answer: `text`, or an error `status` with its `code`.

    `message` goes with an error, `refusal` is the model's own, and `retry_after_s` says when to come again. `cut` breaks a stream off after some pieces, `unfinished` ends it without a reason, `pace_s` waits before each piece.
    """

    text: str = ""
    status: int = 200
    code: str = ""
    message: str = "no"
    refusal: str = ""
    retry_after_s: float = 0.001
    cut: int | None = None
    unfinished: bool = False
    wait_s: float = 0.0
    pace_s: float = 0.0


@dataclass
class OpenAIServer:
    """Serves `replies` in order on a free loopback port; `requests` and `keys` keep what came in.

    `arrivals` are the moments at which requests came in, in seconds of `time.perf_counter`.

    `answers` makes an answer from a request where none is queued.

    Embeddings need no queued reply: `vectors` makes them, the same for the same texts. A queued error status is given instead, a queued text as the answer.
    """

    replies: deque[Reply] = field(default_factory=deque)
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    arrivals: list[float] = field(default_factory=list)
    refuses_schema: bool = False
    models: list[str] = field(default_factory=lambda: ["test-model"])
    answers: Callable[[dict[str, Any]], str] | None = None
    vectors: Callable[[list[str]], list[list[float]]] = field(default=lambda texts: [hash_words(text) for text in texts])

    def queue(self, *replies: Reply | str) -> None:
        """Add answers; a string is a plain good one."""
        self.replies.extend(Reply(reply) if isinstance(reply, str) else reply for reply in replies)

    @property
    def url(self) -> str:
        """The address for COACH_BASE_URL."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        outer = self

        class Handler(_Handler):
            server_state = outer

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def hash_words(text: str, *, size: int = 64) -> list[float]:
    """A vector in which each word adds to a place of its own, so that texts with words in common are near."""
    vector = [0.0] * size
    for word in text.lower().split():
        vector[zlib.crc32(word.strip(".,;:").encode()) % size] += 3.0
    return vector


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_state: OpenAIServer

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def do_GET(self) -> None:
        if self.path.endswith("/models"):
            return self._send(200, {"object": "list", "data": [{"id": name, "object": "model"} for name in self.server_state.models]})
        return self._error(404, "not_found")

    def do_POST(self) -> None:
        state = self.server_state
        state.arrivals.append(time.perf_counter())
        ask = json.loads(self.rfile.read(int(self.headers["content-length"])))
        state.requests.append(ask)
        state.keys.append(self.headers.get("authorization", ""))
        if state.refuses_schema and "response_format" in ask:
            return self._error(400, "unsupported_response_format")
        if self.path.endswith("/embeddings"):
            return self._embeddings(ask)
        made = Reply(state.answers(ask)) if state.answers and not state.replies else Reply(status=500, code="empty_queue")
        reply = state.replies.popleft() if state.replies else made
        if reply.wait_s:
            threading.Event().wait(reply.wait_s)
        if reply.status != 200:
            return self._error(reply.status, reply.code, reply)
        return self._stream(ask, reply) if ask.get("stream") else self._whole(ask, reply)

    def _embeddings(self, ask: dict[str, Any]) -> None:
        state = self.server_state
        reply = state.replies.popleft() if state.replies else Reply()
        threading.Event().wait(reply.wait_s)
        if reply.status != 200:
            return self._error(reply.status, reply.code)
        if reply.text:
            return self._send(200, json.loads(reply.text))
        data = [{"object": "embedding", "index": n, "embedding": vector} for n, vector in enumerate(state.vectors(ask["input"]))]
        usage = {"prompt_tokens": 1, "total_tokens": 1}
        return self._send(200, {"object": "list", "model": ask["model"], "data": data[::-1], "usage": usage})

    def _error(self, status: int, code: str, reply: Reply | None = None) -> None:
        reply = reply or Reply()
        self._send(status, {"error": {"message": reply.message, "type": "error", "code": code}}, retry_after_s=reply.retry_after_s)

    def _whole(self, ask: dict[str, Any], reply: Reply) -> None:
        message = {"role": "assistant", "content": reply.text, **({"refusal": reply.refusal} if reply.refusal else {})}
        usage = {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        self._send(200, {"id": "c", "object": "chat.completion", "created": 1, "model": ask["model"], "choices": [choice], "usage": usage})

    def _send(self, status: int, body: dict[str, Any], *, retry_after_s: float = 0.001) -> None:
        raw = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(raw)))
        self.send_header("retry-after-ms", str(round(1000 * retry_after_s)))
        self.end_headers()
        self.wfile.write(raw)

    def _stream(self, ask: dict[str, Any], reply: Reply) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()
        self.close_connection = True
        if reply.refusal:
            self._chunk(ask, {"refusal": reply.refusal})
        pieces = [reply.text[start : start + 7] for start in range(0, len(reply.text), 7)]
        for number, piece in enumerate(pieces):
            if reply.cut is not None and number >= reply.cut:
                return
            threading.Event().wait(reply.pace_s)
            try:
                self._chunk(ask, {"content": piece})
            except OSError:  # whoever asked has hung up
                return
        if reply.unfinished:
            return
        self._chunk(ask, {}, finish="stop")
        self.wfile.write(b"data: [DONE]\n\n")

    def _chunk(self, ask: dict[str, Any], delta: dict[str, str], *, finish: str | None = None) -> None:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        body = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": ask["model"], "choices": [choice]}
        self.wfile.write(f"data: {json.dumps(body)}\n\n".encode())
        self.wfile.flush()
