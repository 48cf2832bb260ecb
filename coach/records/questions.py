"""Questions, and lists of them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from coach.records.notes import Provenance
from coach.records.words import Phase, Record, Text, Topic


class QuestionSource(Record):
    """What a question is built on: a span of the notes or a passage (then with title and licence)."""

    kind: Literal["note", "passage"]
    id: Text
    text: Text
    title: str = ""
    licence: str = ""


class QuestionCheck(Record):
    """How a learner's own question stands the tests: the ids of those it fails, and a better wording (empty where it is good as it is)."""

    faults: tuple[str, ...] = ()
    better: str = ""


class Question(Record):
    """One question to ask, with its place in the meeting and why it is worth a stranger's minutes.

    `locked` ones outlive another drafting. `own`: the learner's words; `check` says what the tests have against those, None where nothing.
    """

    id: Text
    text: Text
    topic: Topic
    phase: Phase
    open: bool = True
    minutes: float = Field(gt=0)
    why: Text
    sources: tuple[QuestionSource, ...] = ()
    locked: bool = False
    own: bool = False
    check: QuestionCheck | None = None

    def as_text(self) -> str:
        """One line for a prompt."""
        return f"[{self.id}] ({self.topic}, {self.phase}, {self.minutes:g} min) {self.text}"


class QuestionDraft(Record):
    """A question as an engine drafts it; `source_ids` name what it is built on: facts, passages, or "purpose" for the learner's wish."""

    source_ids: tuple[str, ...] = ()
    text: Text
    topic: Topic
    why: str = ""


class QuestionDrafts(Record):
    """What an engine answers when asked for questions, in the order of its preference; not yet checked."""

    drafts: tuple[QuestionDraft, ...]


class LookUpFirst(Record):
    """A question that the notes or the material answer already; `text` is the question, `source` what answers it."""

    text: Text
    source: QuestionSource


class QuestionList(Record):
    """A tailored list for one meeting; `general` is true where the notes gave nothing to build on.

    `given` is the highest number that an id of this list has borne, so that none is given to a second question.
    """

    general: bool
    minutes: int = Field(ge=5, le=120)
    questions: tuple[Question, ...]
    look_up_first: tuple[LookUpFirst, ...] = ()
    notices: tuple[str, ...] = ()
    given: int = Field(default=0, ge=0)
    provenance: Provenance | None = None
