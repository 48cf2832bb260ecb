"""Starting the web app as a process of its own, with telemetry off."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import coach
from coach.errors import SettingsError
from coach.settings import child_environment


def start_web_app(*, engine: str | None, data: Path | None, port: int, headless: bool) -> None:
    """Run Streamlit on the front door until the learner stops it with Ctrl+C. Raises `SettingsError` where the port is taken."""
    package = Path(coach.__file__).resolve().parent
    beside = package.parent / "app.py"
    script = beside if beside.is_file() else package / "ui" / "shell.py"
    options = {"server.port": port, "server.address": "localhost", "server.headless": str(headless).lower(), "server.showEmailPrompt": "false"}
    flags = [f"--{name}={value}" for name, value in options.items()]
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter and our own script)
            [sys.executable, "-m", "streamlit", "run", str(script), *flags], env=child_environment(engine=engine, data=data), check=False
        )
    except KeyboardInterrupt:
        return
    if done.returncode not in {0, -2, 130}:
        raise SettingsError("The web app did not start.", mend=f"If port {port} is taken, choose another with: coach run --port {port + 1}")
