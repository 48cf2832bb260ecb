"""What a learner does to practise: rehearsals with a career model, and the feedback on them."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

from coach import documents
from coach import feedback as feedback_stage
from coach import rehearsal as rehearsal_stage
from coach.coaching.wiring import Wiring, check_minutes, new_id
from coach.engines import Engine
from coach.engines.stoppable import StoppableEngine, Stopped
from coach.errors import NotReady
from coach.records import ClockKind, Disclosure, Dossier, EndReason, Feedback, QuestionList, Rehearsal, Style, Transcript


class Rehearsing(Wiring):
    """Rehearsals and feedback."""

    def open_rehearsal(
        self,
        *,
        occupation: str = "",
        dossier: Dossier | None = None,
        questions: QuestionList | None = None,
        preparation_id: str | None = None,
        minutes: int = 30,
        style: Style = Style.WARM,
        seed: int = 0,
        clock: ClockKind = ClockKind.SPEAKING,
    ) -> Rehearsal:
        """A new rehearsal with a fictional career model of this occupation (a title or code), or of the dossier's. Saved at once."""
        check_minutes(minutes)
        known = self.find_occupation(occupation) if occupation else self._known_occupation(dossier) if dossier else None
        if known is None:
            near = ", ".join(match.title for match in dossier.occupation.candidates[:3]) if dossier else ""
            happened = "The notes do not make clear which occupation this is." + (f" The nearest are: {near}." if near else "")
            raise NotReady(happened, mend="Name the occupation, on the page or with --occupation.")
        names = (dossier.person.name, dossier.person.employer, dossier.organisation.name, *dossier.other_people) if dossier else ()
        opened = rehearsal_stage.open_rehearsal(
            known,
            rehearsal_id=new_id(),
            planned_minutes=minutes,
            style=style,
            seed=seed,
            clock=clock,
            avoid_names=tuple(name for name in names if name),
            questions=questions,
        )
        stamped = self._stamp(opened.model_copy(update={"started_at": self._clock.now()}))
        self.store.save_rehearsal(stamped, preparation_id=preparation_id)
        return stamped

    def get_rehearsal(self, rehearsal_id: str) -> Rehearsal:
        """The rehearsal with all its turns. Raises `NotReady` where there is none of that id."""
        found = self.store.get_rehearsal(rehearsal_id)
        if found is None:
            raise NotReady("This rehearsal is not here.", mend="Start a new one.")
        return found

    def list_rehearsals(self, *, preparation_id: str | None = None) -> tuple[Rehearsal, ...]:
        """All rehearsals without their turns, the latest first."""
        return self.store.list_rehearsals(preparation_id=preparation_id)

    def say(self, rehearsal_id: str, text: str) -> Generator[str, None, None]:
        """Say something in a rehearsal: the turn is saved, then the reply comes sentence by sentence and is saved when it is complete."""
        self.hear(rehearsal_id, text)
        yield from self.reply(rehearsal_id)

    def hear(self, rehearsal_id: str, text: str) -> Rehearsal:
        """Save what the learner says; the rehearsal with that turn."""
        before = self.get_rehearsal(rehearsal_id)
        wall_s = (self._clock.now() - before.started_at).total_seconds() if before.started_at else None
        after = rehearsal_stage.hear_learner(before, text, wall_s=wall_s)
        self._save_new_turns(before, after)
        return after

    def reply(self, rehearsal_id: str) -> Generator[str, None, None]:
        """The career model's reply to the learner's last turn, sentence by sentence, each checked.

        The turn is saved when the last sentence is out; if it is stopped earlier, what was said so far is saved. On a `CoachError` nothing is saved, and
        the same call may be tried again. Where another window hears the reply already, nothing comes.
        """
        with self._turns.one_at_a_time(rehearsal_id) as stopped:
            before = self.get_rehearsal(rehearsal_id)
            if not before.reply_is_due:
                return
            engine = StoppableEngine(self._use_engine(), stopped)
            said: list[str] = []
            try:
                for sentence in self._draft_reply(before, engine):
                    said.append(sentence)
                    yield sentence
            except (GeneratorExit, Stopped) as error:
                if said:
                    self._save_reply(before, said, engine)
                if isinstance(error, GeneratorExit):
                    raise
                return
            self._save_reply(before, said, engine)

    def stop_reply(self, rehearsal_id: str) -> None:
        """Stop the reply that is being spoken; what was said so far is kept. Raises `NotReady` where nothing was."""
        self._turns.stop(rehearsal_id)
        if self.get_rehearsal(rehearsal_id).reply_is_due:
            raise NotReady("You stopped the answer before it began.", mend="Try again to hear it.")

    def _draft_reply(self, rehearsal: Rehearsal, engine: Engine) -> Iterator[str]:
        occupation = self.library.get_occupation(rehearsal.occupation_code)
        query = rehearsal_stage.find_retrieval_query(rehearsal)
        passages = self.library.find_passages(occupation.code, query, limit=6) if query else ()
        return rehearsal_stage.draft_reply(rehearsal, engine, occupation=occupation, passages=passages, reserve=self._reserve, country=self.settings.country)

    def _save_reply(self, before: Rehearsal, said: list[str], engine: Engine) -> None:
        after = rehearsal_stage.add_reply(before, " ".join(said), engine_name=engine.card.name)
        self._save_new_turns(before, after)

    def _save_new_turns(self, before: Rehearsal, after: Rehearsal) -> None:
        new = after.turns[len(before.turns) :]
        for turn in new:
            last = turn is new[-1]
            self.store.save_turn(before.id, turn, ended=after.ended if last and before.ended is None else None)
        if not new and after.ended is not None and before.ended is None:
            self.store.save_end(before.id, after.ended)

    def end_rehearsal(self, rehearsal_id: str) -> Rehearsal:
        """Stop a rehearsal that is still going on."""
        rehearsal = self.get_rehearsal(rehearsal_id)
        if rehearsal.ended is None:
            self.store.save_end(rehearsal_id, EndReason.STOPPED)
        return self.get_rehearsal(rehearsal_id)

    # --- feedback -----------------------------------------------------------------------------------

    def give_feedback(self, rehearsal_id: str) -> Feedback:
        """Feedback on a rehearsal, kept with it; the same feedback again where nothing was said since."""
        rehearsal = self.get_rehearsal(rehearsal_id)
        given = self._stamp(feedback_stage.give_feedback(rehearsal.as_transcript(), self._use_engine(), reserve=self._reserve))
        self.store.save_feedback(rehearsal_id, given, made_at=self._clock.now())
        return given

    def get_feedback(self, rehearsal_id: str) -> Feedback | None:
        """The feedback kept with a rehearsal, or None."""
        return self.store.get_feedback(rehearsal_id)

    def give_feedback_on(self, transcript: Transcript) -> Feedback:
        """Feedback on any conversation; it is not kept."""
        return self._stamp(feedback_stage.give_feedback(transcript, self._use_engine(), reserve=self._reserve))

    def read_transcripts(self, raw: bytes) -> tuple[Transcript, ...]:
        """The transcripts in these bytes, JSON or JSON lines. Raises `InputRejected`."""
        return documents.read_transcripts(raw)

    def export_rehearsal(self, rehearsal_id: str, to: Path) -> None:
        """Write a rehearsal and its feedback to a file, .md for people or .json for programs. Raises `InputRejected` on another ending."""
        documents.write_rehearsal(self.get_rehearsal(rehearsal_id), self.get_feedback(rehearsal_id), to=to)

    def summarise_disclosure(self, rehearsal_id: str) -> Disclosure:
        """What the learner learned in a rehearsal, what stayed closed, and which question would have opened it."""
        return rehearsal_stage.summarise_disclosure(self.get_rehearsal(rehearsal_id))
