"""Shared fixtures: a clean environment, a data folder of its own for each test, a coach that speaks offline on a stopped clock."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coach.clock import StoppedClock
from coach.engines.offline import OfflineEngine
from coach.settings import Settings, open_settings
from tests.openai_server import OpenAIServer

if TYPE_CHECKING:
    from coach.coaching import Coach
    from coach.library import Library

NO_BROWSER = pytest.StashKey[int]()
REQUIRE_BROWSER = bool(os.environ.get("COACH_REQUIRE_BROWSER"))


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the machine reaches a test, and nothing is written outside the test's own folder."""
    for name in list(os.environ):
        if name.startswith("COACH_") or name in {"OPENAI_API_KEY", "OPENAI_BASE_URL", "TIKTOKEN_CACHE_DIR"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("COACH_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.fixture
def clock() -> StoppedClock:
    """A clock that moves only when told to."""
    return StoppedClock()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Offline settings with a data folder of their own."""
    return open_settings(engine="offline", data=tmp_path / "data")


@pytest.fixture(scope="session")
def library_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose library index is built once for the whole run."""
    return tmp_path_factory.mktemp("library")


@pytest.fixture(scope="session")
def library(library_data: Path) -> Iterator[Library]:
    """The library of the whole run, built; it holds nothing of a test."""
    from coach.library import open_library

    opened = open_library(library_data)
    opened.prepare()
    yield opened
    opened.close()


@pytest.fixture
def coach(settings: Settings, clock: StoppedClock, library: Library) -> Iterator[Coach]:
    """The whole coach, offline, with a store of its own and the shared library."""
    from coach.coaching import open_coach

    opened = open_coach(settings, clock=clock, engine=OfflineEngine())
    opened.__dict__["library"] = library
    yield opened
    opened.store.close()


@pytest.fixture
def openai_server() -> Iterator[OpenAIServer]:
    """A local server that speaks the OpenAI protocol, with replies queued by the test."""
    with OpenAIServer() as server:
        yield server


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without a browser its tests are left out, and the last lines of the run say so; with COACH_REQUIRE_BROWSER they stay in, and fail."""
    from tests.browser.find import find_browser

    wanted = [item for item in items if item.get_closest_marker("browser")]
    if wanted and not REQUIRE_BROWSER and not find_browser():
        config.hook.pytest_deselected(items=wanted)
        items[:] = [item for item in items if item not in wanted]
        config.stash[NO_BROWSER] = len(wanted)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how many browser tests could not run."""
    if left_out := config.stash.get(NO_BROWSER, 0):
        terminalreporter.write_line(f"{left_out} browser tests DID NOT RUN: there is no Chromium. Install one and run again.")
