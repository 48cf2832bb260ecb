"""`python -m coach.cli` is the same as `coach`."""

from coach.cli import main

main()
