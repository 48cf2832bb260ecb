"""What is kept together, and the state of the machine."""

from __future__ import annotations

from datetime import datetime

from coach.records.corrections import Corrections
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
    """A learner's preparation of one meeting, kept in the store: notes, dossier, questions and the rehearsals that belong to it.

    `read` is the dossier as the notes were read, `dossier` the same with the learner's corrections over it; `read` is None where it was kept before there were any.
    `earlier` are the question lists before the present one, the latest last, for going back.
    """

    id: Text
    title: str
    note: Note
    corrections: Corrections = Corrections()
    read: Dossier | None = None
    dossier: Dossier | None = None
    questions: QuestionList | None = None
    earlier: tuple[QuestionList, ...] = ()
    updated_at: datetime | None = None
