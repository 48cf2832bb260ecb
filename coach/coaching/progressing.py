"""What a learner does to see how they come along: check-ins, conversations from elsewhere, their own view, and progress over time."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

from coach import documents
from coach import feedback as feedback_stage
from coach import progress as progress_stage
from coach.coaching.wiring import Wiring
from coach.errors import InputRejected, NotReady
from coach.feedback.rubric import get_rubric
from coach.records import CheckIn, Conversation, EndReason, Progress, SelfView, Transcript

OWN_VIEW = ("D2", "D4", "D6", "D9", "D12")
"""The five dimensions that the learner rates before the coach's view: purpose, questions, listening, courtesy, the end."""


class Progressing(Wiring):
    """Confidence check-ins, real conversations, the learner's own view of a rehearsal, and everything over time."""

    def save_check_in(self, ratings: Sequence[int], *, looking_back: bool = False) -> CheckIn:
        """Keep a confidence check-in of twelve ratings, 0 to 10.

        Raises `InputRejected` where they do not fit, and `NotReady` where the last one is less than a week old, or where looking back was done before.
        """
        if len(ratings) != len(progress_stage.ITEMS) or not all(isinstance(rating, int) and 0 <= rating <= 10 for rating in ratings):
            raise InputRejected("A check-in is twelve whole numbers from 0 to 10.", mend="Give one for each statement, in their order.")
        held = self.store.list_check_ins()
        now = self._clock.now()
        if looking_back and any(one.looking_back for one in held):
            raise NotReady("You have looked back once already.", mend="Make an ordinary check-in instead.")
        after = None if looking_back else progress_stage.find_next_check_in(held, now=now)
        if after is not None:
            raise NotReady("Your last check-in is less than a week old; sooner than that it says little.", mend=f"Come back on {after:%d %B}.")
        check_in = CheckIn(id=uuid.uuid4().hex, made_at=now, ratings=tuple(ratings), looking_back=looking_back)
        self.store.save_check_in(check_in)
        return check_in

    def draw_progress(self) -> Progress:
        """What the finished rehearsals and the real conversations came to over time, and the confidence beside it."""
        given = self.store.list_feedback()
        ended = [one for one in self.store.list_rehearsals() if one.ended is not None and one.ended is not EndReason.HARM and one.scored]
        results = [(rehearsal, given[rehearsal.id]) for rehearsal in reversed(ended) if rehearsal.id in given]
        return progress_stage.draw_progress(
            results, self.store.list_check_ins(), self.store.list_conversations(), rubric_digest=get_rubric().digest, now=self._clock.now()
        )

    # --- the learner's own view ----------------------------------------------------------------------

    def save_self_view(self, rehearsal_id: str, ratings: Mapping[str, int]) -> SelfView:
        """Keep how well the learner thinks a rehearsal went, 1 to 5 by dimension. Raises `InputRejected` for other dimensions or numbers."""
        known = {dimension.id for dimension in get_rubric().dimensions}
        if not ratings or set(ratings) - known or not all(rating in range(1, 6) for rating in ratings.values()):
            raise InputRejected("These ratings do not fit.", mend="Rate each thing from 1 to 5.")
        view = SelfView(ratings=dict(ratings))
        self.store.save_self_view(rehearsal_id, view)
        return view

    def get_self_view(self, rehearsal_id: str) -> SelfView | None:
        """The learner's own view of a rehearsal, or None."""
        return self.store.get_self_view(rehearsal_id)

    # --- conversations from elsewhere ------------------------------------------------------------------

    def read_talk(self, raw: bytes) -> documents.Talk:
        """A conversation written down elsewhere: text with speaker names, or WebVTT. Raises `InputRejected`."""
        return documents.read_talk(raw)

    def read_conversation(self, raw: bytes, *, learner: str = "", planned_minutes: int | None = None) -> Transcript:
        """The transcript in these bytes: JSON, text with speaker names or WebVTT; `learner` is what the learner is called there, guessed where empty.

        Raises `InputRejected` where nothing of the kind is in them.
        """
        if self.is_json(raw):
            found = documents.read_transcripts(raw)
            if len(found) > 1:
                raise InputRejected("This file holds more than one conversation.", mend="Bring them in one at a time.")
            return found[0] if planned_minutes is None else found[0].model_copy(update={"planned_minutes": planned_minutes})
        talk = documents.read_talk(raw)
        return talk.as_transcript(learner=learner or talk.guess_learner(), planned_minutes=planned_minutes)

    def is_json(self, raw: bytes) -> bool:
        """Whether these bytes are meant as JSON, well formed or not."""
        return documents.is_json(raw)

    def keep_conversation(self, transcript: Transcript, *, title: str = "", real: bool, agreed: bool) -> Conversation:
        """Feedback on a conversation from elsewhere, kept with it. Raises `NotReady` where a real one was not agreed to by the other person."""
        if real and not agreed:
            raise NotReady(
                "A real conversation needs the other person's agreement before it is kept or judged.", mend="Ask them first, then tick that they agreed."
            )
        given = self._stamp(feedback_stage.give_feedback(transcript, self._use_engine(judging=True), reserve=self._reserve))
        kept = Conversation(id=uuid.uuid4().hex, made_at=self._clock.now(), title=title.strip(), real=real, transcript=transcript, feedback=given)
        self.store.save_conversation(kept)
        return kept

    def list_conversations(self) -> tuple[Conversation, ...]:
        """The conversations brought in, the earliest first."""
        return self.store.list_conversations()

    def remove_conversation(self, conversation_id: str) -> None:
        """Forget a conversation that was brought in, with its feedback."""
        self.store.remove_conversation(conversation_id)
