"""A Chroma server for this run, and the small corpus."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from coach.library import Library, open_library
from tests.library.releases import FILES, KINDS, write_all
from tests.library.samples import write_corpus


def find_free_port() -> int:
    """A port of this machine that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve_chroma(folder: Path, port: int) -> Iterator[None]:
    """A real Chroma server on this machine, for as long as the block lasts; what it holds lies in the folder."""
    folder.mkdir(exist_ok=True)
    program = Path(sys.executable).with_name("chroma")
    server = subprocess.Popen(
        [program, "run", "--path", folder / "data", "--host", "127.0.0.1", "--port", str(port)],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + 30
        while time.monotonic() < until and server.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.fixture(scope="session")
def chroma_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Chroma server for this run only."""
    port = find_free_port()
    with serve_chroma(tmp_path_factory.mktemp("chroma"), port):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus folder with a beekeeper and a land surveyor."""
    return write_corpus(tmp_path)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a corpus, the files of four sources, and a data folder into which they were imported; nobody writes to it."""
    folder = tmp_path_factory.mktemp("imported")
    write_all(folder / "files")
    with closing(open_library(folder / "data", corpus=write_corpus(folder))) as library:
        for kind, file in zip(KINDS, FILES, strict=True):
            library.add(kind, str(folder / "files" / file))
        library.add("folder", str(folder / "files" / "Mine"))
    return folder


@pytest.fixture(scope="session")
def merged(built: Path) -> Iterator[Library]:
    """The library over all of them, for looking only."""
    with closing(open_library(built / "data", corpus=built / "corpus")) as library:
        yield library
