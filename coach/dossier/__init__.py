"""The dossier: what the learner knows before the meeting, each fact with the words it rests on, and what is still missing."""

from coach.dossier.added import add_line, add_lines, put_back, without_lines
from coach.dossier.asking import Answered, as_correction, find_asks
from coach.dossier.corrections import add_to_corrections, apply_corrections, take_back, with_occupation
from coach.dossier.gaps import find_gaps
from coach.dossier.marking import mark_note
from coach.dossier.path import find_path
from coach.dossier.places import find_opened
from coach.dossier.reading import draft_dossier, keep_ids, read_opened
from coach.dossier.sensitive import find_sensitive
from coach.dossier.titles import find_title

__all__ = [
    "Answered",
    "add_line",
    "add_lines",
    "add_to_corrections",
    "apply_corrections",
    "as_correction",
    "draft_dossier",
    "find_asks",
    "find_gaps",
    "find_opened",
    "find_path",
    "find_sensitive",
    "find_title",
    "keep_ids",
    "mark_note",
    "put_back",
    "read_opened",
    "take_back",
    "with_occupation",
    "without_lines",
]
