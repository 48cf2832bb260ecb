"""What a learner does with the occupation material: look up, import, take out, rebuild."""

from __future__ import annotations

from collections.abc import Callable

from coach.coaching.imports import Import
from coach.coaching.wiring import Wiring
from coach.library import Material
from coach.records import LibraryStatus, Occupation, OccupationMatch, Passage


class Curating(Wiring):
    """The library's verbs."""

    def find_occupations(self, query: str, *, limit: int = 5) -> tuple[OccupationMatch, ...]:
        """Occupations for a job title or a description of work, best first."""
        return self.library.find_occupations(query, limit=limit)

    def list_occupations(self) -> tuple[Occupation, ...]:
        """All occupations with material for a rehearsal, by title."""
        return self.library.list_occupations()

    def find_passages(self, code: str, query: str, *, limit: int = 8) -> tuple[Passage, ...]:
        """Occupation material for a question."""
        return self.library.find_passages(self.find_occupation(code).code, query, limit=limit)

    def get_library_status(self) -> LibraryStatus:
        """What the library holds."""
        return self.library.status()

    def add_to_library(self, kind: str, where: str, progress: Callable[[float, str], None] | None = None) -> Material:
        """Import occupation material (onet, ooh, esco or folder) from a path or an https address. Raises `LibraryError`, and then nothing has changed."""
        return self.library.add(kind, where, progress)

    def start_import(self, kind: str, where: str) -> Import:
        """Begin the same import and come back at once; it goes on by itself. Raises `LibraryError` while another one is going on."""
        return self._imports.start(self.library, kind, where)

    def get_import(self) -> Import | None:
        """The import that is going on, or the last one."""
        return self._imports.get()

    def remove_from_library(self, name: str) -> None:
        """Take an imported source out. Raises `LibraryError` where it is not held."""
        self._imports.take_out(self.library, name)

    def rebuild_library(self, progress: Callable[[float, str], None] | None = None) -> LibraryStatus:
        """Build the search index anew."""
        return self.library.rebuild(progress)
