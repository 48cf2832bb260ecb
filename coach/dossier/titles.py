"""What a preparation is called in a list of several."""

from __future__ import annotations

from coach.dossier.added import HEADING
from coach.records import Dossier, Note

LONGEST = 60
"""Characters of a first line that stands in for a title."""


def find_title(note: Note, dossier: Dossier | None) -> str:
    """The person with their role, else the role, else the occupation, else the first line of the notes that says something."""
    if dossier and dossier.person.name:
        return f"{dossier.person.name}, {dossier.person.role}" if dossier.person.role else dossier.person.name
    if dossier and (dossier.occupation.title or dossier.person.role):
        return dossier.occupation.title or dossier.person.role
    first = next((bare for line in note.text.splitlines() if (bare := line.strip(" #*-")) and bare != HEADING), "")
    return first[:LONGEST] or "Untitled notes"
