"""Finds a Chromium for the browser tests: `python -m tests.browser.find` prints its path, or exits with 1."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser() -> str:
    """The path of the system's Chromium or Chrome, else of Playwright's own; empty where there is none."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).is_file() else ""


if __name__ == "__main__":
    path = find_browser()
    sys.stdout.write(path + "\n")
    sys.exit(0 if path else 1)
