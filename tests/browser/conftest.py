"""A real web app on a free port and a real headless Chromium. Where no browser can be had, its tests are left out and the run says so; CI fails instead."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from coach.library import Library
from coach.settings import child_environment
from tests.browser.find import find_browser

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


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory, library: Library, library_data: Path) -> Iterator[str]:
    """The web app as `coach run` starts it for somebody who never used Streamlit, with an index that is built already."""
    data = tmp_path_factory.mktemp("app")
    (data / "library").symlink_to(library_data / "library")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "coach.cli", "--engine", "offline", "--data", str(data), "run", "--port", str(port)]
    log = (data / "log.txt").open("w")
    newcomer = child_environment(engine="offline", data=data) | {"HOME": str(data), "BROWSER": "true"}
    process = subprocess.Popen(command, cwd=ROOT, env=newcomer, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
    url = f"http://localhost:{port}"
    try:
        _wait_until_up(url, process)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=20)
        log.close()


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
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    opened.goto(app_url)
    yield opened
    context.close()
