"""What is kept together, and the state of the machine."""

from __future__ import annotations

from datetime import datetime

from coach.records.notes import Dossier, Note
from coach.records.questions import QuestionList
from coach.records.words import Record, Text


class Check(Record):
    """One line of `coach doctor`: what was looked at, whether it is well, and the step that mends it."""

    name: Text
    ok: bool
    detail: str = ""
    mend: str = ""


class Preparation(Record):
    """A learner's preparation of one meeting, kept in the store: notes, dossier, questions and the rehearsals that belong to it."""

    id: Text
    title: str
    note: Note
    dossier: Dossier | None = None
    questions: QuestionList | None = None
    updated_at: datetime | None = None
