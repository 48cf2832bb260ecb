"""Occupation material: read from the corpus and from imported sources, indexed, and found by title, description or question."""

from coach.library.imports import KINDS, Material
from coach.library.library import Library, open_library

__all__ = ["KINDS", "Library", "Material", "open_library"]
