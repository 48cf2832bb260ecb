"""What the learner put right in a dossier, kept beside it and applied again whenever the notes are read anew."""

from __future__ import annotations

from coach.records.notes import About
from coach.records.words import Record, Text


class MovedFact(Record):
    """A fact that is about something else than was read; `text` as it stands in the notes."""

    text: Text
    about: About


class AddedFact(Record):
    """Something the learner told when asked; `text` stands in the notes as a line of its own, so that it has its words like any other fact."""

    text: Text
    about: About
    key: str = "detail"


class Corrections(Record):
    """The learner's word over what was read; None leaves a part as it was read, an empty text clears it.

    Facts and spans are named by their text, so that a correction holds where the notes are changed elsewhere. `struck` facts are not so, `private` texts are to be
    kept out of everything, `open` texts were taken for private and are not. Of a contradiction the texts that are wrong are struck, and `settled` are those that hold.
    `occupation` is a code of the library.
    """

    name: str | None = None
    role: str | None = None
    employer: str | None = None
    organisation: str | None = None
    meeting_time: str | None = None
    meeting_purpose: str | None = None
    occupation: str = ""
    struck: tuple[Text, ...] = ()
    settled: tuple[Text, ...] = ()
    private: tuple[Text, ...] = ()
    open: tuple[Text, ...] = ()
    moved: tuple[MovedFact, ...] = ()
    added: tuple[AddedFact, ...] = ()
