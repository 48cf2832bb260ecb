"""Starting the web app as a process of its own, with telemetry off."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import coach
from coach.errors import SettingsError
from coach.settings import child_environment

_STOPPED = frozenset({0, -signal.SIGINT, -signal.SIGTERM, 128 + signal.SIGINT, 128 + signal.SIGTERM})
"""How a web app ends that was told to."""


def start_web_app(*, engine: str | None, data: Path | None, port: int, headless: bool) -> None:
    """Run Streamlit on the front door until the learner stops it with Ctrl+C, or this program is told to end. Raises `SettingsError` where the port is taken."""
    package = Path(coach.__file__).resolve().parent
    beside = package.parent / "app.py"
    script = beside if beside.is_file() else package / "ui" / "shell.py"
    options = {"server.port": port, "server.address": "localhost", "server.headless": str(headless).lower(), "server.showEmailPrompt": "false"}
    flags = [f"--{name}={value}" for name, value in options.items()]
    with subprocess.Popen(  # noqa: S603  (our own interpreter and our own script)
        [sys.executable, "-m", "streamlit", "run", str(script), *flags], env=child_environment(engine=engine, data=data)
    ) as app:
        before = signal.signal(signal.SIGTERM, lambda *_: app.terminate())  # whoever stops us means the web app
        try:
            code = app.wait()
        except KeyboardInterrupt:
            return
        finally:
            signal.signal(signal.SIGTERM, before)
    if code not in _STOPPED:
        raise SettingsError("The web app did not start.", mend=f"If port {port} is taken, choose another with: coach run --port {port + 1}")
