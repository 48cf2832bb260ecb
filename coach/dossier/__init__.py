"""The dossier: what the learner knows before the meeting, each fact with the words it rests on, and what is still missing."""

from coach.dossier.corrections import with_correction, with_occupation
from coach.dossier.gaps import find_gaps
from coach.dossier.reading import draft_dossier
from coach.dossier.sensitive import find_sensitive
from coach.dossier.titles import find_title

__all__ = ["draft_dossier", "find_gaps", "find_sensitive", "find_title", "with_correction", "with_occupation"]
