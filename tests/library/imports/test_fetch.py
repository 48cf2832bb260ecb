"""A download comes whole or is taken up again, and says how far it is; everything else is refused in one sentence."""

from __future__ import annotations

import importlib
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

from coach.errors import LibraryError
from coach.library.imports.fetch import MOST_BYTES, fetch, say_rate

BODY = bytes(range(256)) * 2_000

ODD: dict[str, dict[str, Any]] = {
    "/away": {"status": 302, "headers": {"Location": "http://example.org/file.zip"}},
    "/moved": {"status": 301, "headers": {"Location": "/file.zip"}},
    "/round": {"status": 302, "headers": {"Location": "/round"}},
    "/huge.zip": {"status": 200, "headers": {"Content-Length": str(MOST_BYTES + 1)}},
    "/packed.zip": {"status": 200, "body": b"1", "headers": {"Content-Encoding": "gzip"}},
    "/endless": {"status": 200, "body": bytes(3_000), "headers": {"Content-Length": ""}},
}
"""Addresses with an answer of their own."""


class Shop(ThreadingHTTPServer):
    """A local server with one file; what it does wrong is set by the test."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.body = BODY
        self.etag = '"one"'
        self.last_modified = ""
        self.cut_at = 0
        self.wrong_range = False
        self.ranges: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """Answers as RFC 9110 says: a range only where If-Range still holds."""

    server: Shop

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        if self.path in ODD:
            return self.answer(**ODD[self.path])
        if not self.path.startswith("/file"):
            return self.answer(404)
        return self.answer_file(self.server)

    def answer_file(self, shop: Shop) -> None:
        shop.ranges.append(self.headers.get("Range", ""))
        found = re.match(r"bytes=(\d+)-", self.headers.get("Range", ""))
        proof = self.headers.get("If-Range", "")
        if found and proof and proof in {shop.etag, shop.last_modified}:
            start = int(found[1])
            if start >= len(shop.body):
                return self.answer(416)
            shown = start + 1 if shop.wrong_range else start
            return self.answer(206, shop.body[start:], headers={"Content-Range": f"bytes {shown}-{len(shop.body) - 1}/{len(shop.body)}"})
        return self.answer(200, shop.body)

    def answer(self, status: int, body: bytes = b"", *, headers: dict[str, str] | None = None) -> None:
        shop = self.server
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), "ETag": shop.etag, "Last-Modified": shop.last_modified, **(headers or {})}.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        if shop.cut_at and status in {200, 206}:
            body, shop.cut_at = body[: shop.cut_at], 0
        self.wfile.write(body)


@pytest.fixture
def shop() -> Iterator[Shop]:
    with Shop() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False) as opened:
        yield opened


def error_of(address: str, folder: Path, *, client: httpx.Client | None = None) -> LibraryError:
    with pytest.raises(LibraryError) as caught:
        fetch(address, folder, client=client)
    assert caught.value.mend
    return caught.value


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def break_off(shop: Shop, folder: Path, client: httpx.Client) -> None:
    """Leave the first 200,000 bytes behind."""
    shop.cut_at = 200_000
    assert "broke off" in error_of(f"{shop.address}/file.zip", folder, client=client).happened


def test_a_path_is_given_back(tmp_path: Path):
    (tmp_path / "a.zip").touch()
    assert fetch(str(tmp_path / "a.zip"), tmp_path) == tmp_path / "a.zip"
    assert fetch(f" {tmp_path} ", tmp_path) == tmp_path
    assert error_of(str(tmp_path / "b.zip"), tmp_path).happened == "There is no file or folder b.zip."
    for nothing in ("", "  ", "a\0b", "~nobody-of-that-name/x"):
        error_of(nothing, tmp_path)


@pytest.mark.parametrize(
    "address",
    ["http://example.org/a.zip", "ftp://example.org/a.zip", "file:///etc/hosts", "https://", "https://exa mple.org:x/", "http://127.0.0.1.example.org/"],
)
def test_only_https_is_taken(tmp_path: Path, address: str):
    error_of(address, tmp_path)
    assert names(tmp_path) == []


def test_a_file_is_downloaded(tmp_path: Path, shop: Shop, client: httpx.Client):
    told: list[tuple[float, str]] = []
    path = fetch(f"{shop.address}/file.zip?key=1", tmp_path / "new", progress=lambda done, what: told.append((done, what)), client=client)
    assert (path, path.read_bytes()) == (tmp_path / "new" / "file.zip", BODY)
    assert names(tmp_path / "new") == ["file.zip"]
    assert (told[0][0], told[-1]) == (0.0, (1.0, "file.zip is here"))


def test_without_a_client_one_is_opened(tmp_path: Path, shop: Shop, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NO_PROXY", "*")
    assert fetch(f"{shop.address}/moved", tmp_path).read_bytes() == BODY
    assert names(tmp_path) == ["moved"]


@pytest.mark.parametrize(("etag", "last_modified"), [('"one"', ""), ('W/"weak"', "Mon, 01 Dec 2025 00:00:00 GMT")])
def test_a_download_that_broke_off_goes_on(tmp_path: Path, shop: Shop, client: httpx.Client, etag: str, last_modified: str):
    shop.etag, shop.last_modified = etag, last_modified
    break_off(shop, tmp_path, client)
    assert names(tmp_path) == ["file.zip.part", "file.zip.part.json"]
    held = (tmp_path / "file.zip.part").stat().st_size
    assert held
    assert fetch(f"{shop.address}/file.zip", tmp_path, client=client).read_bytes() == BODY
    assert shop.ranges == ["", f"bytes={held}-"]
    assert names(tmp_path) == ["file.zip"]


def test_a_file_that_has_changed_meanwhile_comes_anew(tmp_path: Path, shop: Shop, client: httpx.Client):
    break_off(shop, tmp_path, client)
    shop.etag, shop.body = '"two"', BODY[::-1]
    assert fetch(f"{shop.address}/file.zip", tmp_path, client=client).read_bytes() == BODY[::-1]


def test_a_beginning_that_proves_nothing_is_not_used(tmp_path: Path, shop: Shop, client: httpx.Client):
    shop.etag = 'W/"weak"'
    break_off(shop, tmp_path, client)
    fetch(f"{shop.address}/file.zip", tmp_path, client=client)
    shop.etag = '"one"'
    break_off(shop, tmp_path, client)
    (tmp_path / "file.zip.part.json").write_text("{", encoding="utf-8")
    fetch(f"{shop.address}/file.zip", tmp_path, client=client)
    break_off(shop, tmp_path, client)
    fetch(f"{shop.address}/file.zip?other", tmp_path, client=client)
    assert shop.ranges == [""] * 6


def test_a_server_that_sends_another_piece_is_not_believed(tmp_path: Path, shop: Shop, client: httpx.Client):
    break_off(shop, tmp_path, client)
    shop.wrong_range = True
    assert fetch(f"{shop.address}/file.zip", tmp_path, client=client).read_bytes() == BODY


def test_a_beginning_as_long_as_the_file_comes_anew(tmp_path: Path, shop: Shop, client: httpx.Client):
    break_off(shop, tmp_path, client)
    (tmp_path / "file.zip.part").write_bytes(BODY + b"1")
    assert fetch(f"{shop.address}/file.zip", tmp_path, client=client).read_bytes() == BODY


@pytest.mark.parametrize(
    ("name", "happened"),
    [
        ("none.zip", "127.0.0.1 has no such file."),
        ("away", "Only an address that begins with https:// is safe to download from."),
        ("round", "127.0.0.1 sends from one address to the next without end."),
        ("huge.zip", "huge.zip is larger than 500 MB, so it was not downloaded."),
        ("packed.zip", "127.0.0.1 sends the file in a form that cannot be stored."),
    ],
)
def test_what_cannot_be_had_is_said_and_leaves_nothing(tmp_path: Path, shop: Shop, client: httpx.Client, name: str, happened: str):
    assert error_of(f"{shop.address}/{name}", tmp_path, client=client).happened == happened
    assert names(tmp_path) == []


def test_a_file_of_unknown_length_is_stopped_at_the_bound(tmp_path: Path, shop: Shop, client: httpx.Client, monkeypatch: pytest.MonkeyPatch):
    assert fetch(f"{shop.address}/endless", tmp_path, client=client).stat().st_size == 3_000
    monkeypatch.setattr(importlib.import_module("coach.library.imports.fetch"), "MOST_BYTES", 2_000)
    assert "is larger than" in error_of(f"{shop.address}/endless", tmp_path / "other", client=client).happened
    assert names(tmp_path / "other") == []


def test_a_server_that_is_not_there_is_said(tmp_path: Path, shop: Shop, client: httpx.Client):
    address = shop.address
    shop.shutdown()
    shop.server_close()
    assert error_of(f"{address}/file.zip", tmp_path, client=client).happened == "127.0.0.1 does not answer."


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, shop: Shop, client: httpx.Client):
    (tmp_path / "taken").touch()
    assert error_of(f"{shop.address}/file.zip", tmp_path / "taken", client=client).happened == "file.zip cannot be written to taken."


def test_the_name_is_made_safe(tmp_path: Path, shop: Shop, client: httpx.Client):
    assert fetch(f"{shop.address}/file%20name/..%2F", tmp_path, client=client).parent == tmp_path


@pytest.mark.parametrize(
    ("done", "total", "seconds", "text"),
    [
        (12_000_000, 40_000_000, 4.0, "12 of 40 MB, 3 MB a second, about 9 seconds left"),
        (1_500_000, 40_000_000, 10.0, "1.5 of 40 MB, 0.1 MB a second, about 4 minutes left"),
        (39_900_000, 40_000_000, 4.0, "40 of 40 MB, 10 MB a second, about a second left"),
        (12_000_000, 0, 4.0, "12 MB, 3 MB a second"),
        (0, 40_000_000, 0.0, "0 of 40 MB"),
    ],
)
def test_how_far_a_download_is_in_words(done: int, total: int, seconds: float, text: str):
    assert say_rate(done, total, fetched=done, seconds=seconds) == text
