"""Occupation material: read from the corpus, indexed, and found by title, description or question."""

from coach.library.library import Library, open_library

__all__ = ["Library", "open_library"]
