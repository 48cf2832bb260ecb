"""A real web app on a free port and a real headless Chromium. Where no browser can be had, its tests are left out and the run says so; CI fails instead."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from coach.library import Library
from coach.settings import child_environment
from tests.browser.find import find_browser
from tests.openai_server import OpenAIServer

WAIT_MS = 20_000
"""How long to wait for what must appear: a shared machine with two cores can be slow."""

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]


@contextmanager
def serve_app(data: Path, *, library_data: Path, **environment: str) -> Iterator[str]:
    """The web app as `coach run` starts it for somebody who never used Streamlit, with an index that is built already; its address."""
    (data / "library").symlink_to(library_data / "library")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "coach.cli", "--data", str(data), "run", "--port", str(port)]
    newcomer = child_environment(engine=None, data=data) | {"HOME": str(data), "BROWSER": "true"} | environment
    with (data / "log.txt").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=newcomer, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
        url = f"http://localhost:{port}"
        try:
            _wait_until_up(url, process)
            yield url
        finally:
            process.terminate()
            process.wait(timeout=20)
            with socket.socket() as probe:
                assert probe.connect_ex(("127.0.0.1", port)) != 0, "the web app outlived the program that started it"


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory, library: Library, library_data: Path) -> Iterator[str]:
    """The web app with the offline engine, one for all tests."""
    with serve_app(tmp_path_factory.mktemp("app"), library_data=library_data, COACH_ENGINE="offline") as url:
        yield url


@pytest.fixture
def slow_app_url(tmp_path: Path, library: Library, library_data: Path, openai_server: OpenAIServer) -> Iterator[str]:
    """The web app with a language model behind it: the local server of the test."""
    data = tmp_path / "slow"
    data.mkdir()
    with serve_app(data, library_data=library_data, COACH_BASE_URL=openai_server.url, COACH_MODEL="openai:slow") as url:
        yield url


def _wait_until_up(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        assert process.poll() is None, "the web app stopped"
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the web app did not come up")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all browser tests."""
    path = find_browser()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, app_url: str) -> Iterator[Page]:
    """A fresh browser window on the start page."""
    with _open_window(browser, app_url) as opened:
        yield opened


@pytest.fixture
def slow_page(browser: Browser, slow_app_url: str) -> Iterator[Page]:
    """The same, with a language model that takes its time."""
    with _open_window(browser, slow_app_url) as opened:
        yield opened


@contextmanager
def _open_window(browser: Browser, url: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(WAIT_MS)
    expect.set_options(timeout=WAIT_MS)
    opened.goto(url)
    yield opened
    context.close()
