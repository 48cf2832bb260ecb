"""Running `coach ...` as a shell would, in this process."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.cli import main

Runner = Callable[..., tuple[int, str, str]]


def make_runner(data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Runner:
    """Runs `coach ...` on a data folder and gives exit code, standard output and standard error."""

    def runner(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["coach", "--data", str(data), *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        try:
            main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return runner


@pytest.fixture
def run(tmp_path, library, library_data, monkeypatch, capsys):
    """Runs `coach ...` over the library of the whole run."""
    data = tmp_path / "cli-data"
    data.mkdir()
    (data / "library").symlink_to(library_data / "library")
    return make_runner(data, monkeypatch, capsys)
