"""A transcript read once: each turn with the questions in it, and for the learner's whether it takes up what was said."""

from __future__ import annotations

from coach.manner.listening import takes_up
from coach.manner.questions import AskedQuestion, find_questions
from coach.manner.wording import content_stems, count_words
from coach.records import Record, Speaker, Transcript


class Spoken(Record):
    """One turn as it was heard: `n` counts from 1, `heard` is what the host said since the learner's last turn (learner turns only)."""

    n: int
    learner: bool
    text: str
    at_s: float | None = None
    words: int = 0
    questions: tuple[AskedQuestion, ...] = ()
    heard: str = ""
    follow_up: bool = False

    @property
    def substantive(self) -> tuple[AskedQuestion, ...]:
        """The questions that are about the occupation, the person's path or work, the organisation, the field, or advice."""
        return tuple(question for question in self.questions if question.substantive)


class Reading(Record):
    """All turns of a transcript in order, with the planned length in minutes."""

    turns: tuple[Spoken, ...]
    planned_minutes: int | None = None

    @property
    def learner(self) -> tuple[Spoken, ...]:
        """The learner's turns."""
        return tuple(turn for turn in self.turns if turn.learner)

    @property
    def host(self) -> tuple[Spoken, ...]:
        """The host's turns."""
        return tuple(turn for turn in self.turns if not turn.learner)

    def reply_to(self, turn: Spoken) -> str:
        """What the host says straight after a turn, empty where they say nothing."""
        following = self.turns[turn.n : turn.n + 1]
        return following[0].text if following and not following[0].learner else ""

    @property
    def asked(self) -> tuple[AskedQuestion, ...]:
        """The learner's substantive questions."""
        return tuple(question for turn in self.learner for question in turn.substantive)

    @property
    def overrun_s(self) -> float | None:
        """Seconds from the planned end to the start of the last turn, None where it is not known."""
        times = [turn.at_s for turn in self.turns if turn.at_s is not None]
        if self.planned_minutes is None or not times or self.turns[-1].at_s is None:
            return None
        return self.turns[-1].at_s - self.planned_minutes * 60


def read_transcript(transcript: Transcript) -> Reading:
    """The reading of a transcript; linear in its length."""
    ignore = content_stems(transcript.occupation)
    turns: list[Spoken] = []
    before: frozenset[str] = frozenset()
    heard: list[str] = []
    for n, turn in enumerate(transcript.turns, start=1):
        learner = turn.speaker is Speaker.INTERVIEWER
        spoken = Spoken(n=n, learner=learner, text=turn.text, at_s=turn.at_s, words=count_words(turn.text))
        if not learner:
            heard.append(turn.text)
            turns.append(spoken)
            continue
        answer = "\n".join(heard)
        questions = find_questions(turn.text)
        follows = any(q.substantive for q in questions) and takes_up(_around(turn.text, questions), answer=answer, before=before, ignore=ignore)
        turns.append(spoken.model_copy(update={"questions": questions, "heard": answer, "follow_up": follows}))
        before |= content_stems(answer)
        heard = []
    return Reading(turns=tuple(turns), planned_minutes=transcript.planned_minutes)


_NEAR = 60


def _around(text: str, questions: tuple[AskedQuestion, ...]) -> str:
    """The substantive questions with the few words before the first of them; a long story before a question says nothing about the question."""
    first = next(question for question in questions if question.substantive)
    last = next(question for question in reversed(questions) if question.substantive)
    lead = text[: first.start]
    if count_words(lead) > _NEAR:
        lead = ""
    return lead + text[first.start : last.start + len(last.text)]
