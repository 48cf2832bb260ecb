"""The command line: one command for each `Coach` method; it parses and prints, nothing else.

Importing this module loads none of the slow packages, so that `coach --help` appears at once.
"""

from __future__ import annotations

import sys

from coach.cli.commands import app
from coach.cli.output import tell_error, tell_unknown
from coach.errors import CoachError


def main() -> None:
    """Run the command line; every problem ends here as one sentence and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except CoachError as error:
        tell_error(error)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(1)
    except Exception as error:
        tell_unknown(error)
        sys.exit(1)
