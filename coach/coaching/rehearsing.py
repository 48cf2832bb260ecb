"""What a learner does to practise: rehearsals with a career model, and the feedback on them."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

from coach import documents
from coach import feedback as feedback_stage
from coach import questions as questions_stage
from coach import rehearsal as rehearsal_stage
from coach.coaching.passages import gather_passages
from coach.coaching.wiring import Wiring, check_minutes, new_id
from coach.engines import Engine
from coach.engines.counting import CountingEngine, add_usage
from coach.engines.stoppable import StoppableEngine, Stopped
from coach.errors import NotReady
from coach.records import (
    ClockKind,
    Comparison,
    Disclosure,
    Dossier,
    EndReason,
    Feedback,
    Hint,
    Mode,
    OccupationChoice,
    PhaseTime,
    Question,
    QuestionList,
    Rehearsal,
    Style,
    Transcript,
    Usage,
    Utterance,
)
from coach.settings import use_tiktoken_folder

LONG_SILENCE_S = 600.0
"""Seconds between two turns after which a meeting on the wall clock counts as left and come back to, not as a silence."""


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
        mode: Mode = Mode.PRACTICE,
        scored: bool = True,
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
        stamped = self._stamp(opened.model_copy(update={"started_at": self._clock.now(), "mode": mode, "scored": scored}))
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

    def say(self, rehearsal_id: str, said: str | Utterance) -> Generator[str, None, None]:
        """Say something in a rehearsal: the turn is saved, then the reply comes sentence by sentence and is saved when it is complete."""
        self.hear(rehearsal_id, said)
        yield from self.reply(rehearsal_id)

    def hear(self, rehearsal_id: str, said: str | Utterance) -> Rehearsal:
        """Save what the learner says, typed or transcribed with its times; the rehearsal with that turn."""
        before = self.get_rehearsal(rehearsal_id)
        after = rehearsal_stage.hear_learner(before, said, wall_s=self._read_wall(before))
        self._save_new_turns(before, after)
        return after

    def reply(self, rehearsal_id: str, *, built_in: bool = False) -> Generator[str, None, None]:
        """The career model's reply to the learner's last turn, sentence by sentence, each checked; by the built-in coach whatever the settings say where so asked.

        The turn is saved when the last sentence is out; if it is stopped earlier, what was said so far is saved. On a `CoachError` nothing is saved, and
        the same call may be tried again. Where another window hears the reply already, nothing comes.
        """
        with self._turns.one_at_a_time(rehearsal_id) as stopped:
            before = self.get_rehearsal(rehearsal_id)
            if not before.reply_is_due:
                return
            engine = CountingEngine(StoppableEngine(self._reserve, stopped) if built_in else self._use_engine(stopped=stopped))
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

    def _save_reply(self, before: Rehearsal, said: list[str], engine: CountingEngine) -> None:
        use_tiktoken_folder(self.settings.tiktoken_folder)
        usage = engine.measure_usage(folder=self.settings.tiktoken_folder)
        after = rehearsal_stage.add_reply(before, " ".join(said), engine_name=engine.card.name, usage=usage)
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

    # --- the clock on the wall ----------------------------------------------------------------------

    def pause_rehearsal(self, rehearsal_id: str) -> Rehearsal:
        """Have the meeting's clock stand still until something is said or it is told to go on."""
        rehearsal = self.get_rehearsal(rehearsal_id)
        if rehearsal.ended is None and rehearsal.paused_at is None:
            self.store.save_pause(rehearsal_id, paused_at=self._clock.now(), paused_s=rehearsal.paused_s)
        return self.get_rehearsal(rehearsal_id)

    def resume_rehearsal(self, rehearsal_id: str) -> Rehearsal:
        """Have the meeting's clock go on from where it stood."""
        rehearsal = self.get_rehearsal(rehearsal_id)
        if rehearsal.paused_at is not None:
            stood = (self._clock.now() - rehearsal.paused_at).total_seconds()
            self.store.save_pause(rehearsal_id, paused_at=None, paused_s=rehearsal.paused_s + max(0.0, stood))
        return self.get_rehearsal(rehearsal_id)

    def measure_wall(self, rehearsal_id: str) -> float:
        """The second of the meeting that it is now on the wall clock, pauses left out; never before the last turn."""
        rehearsal = self.get_rehearsal(rehearsal_id)
        return max(rehearsal.state.elapsed_s, self._wall_s(rehearsal))

    def _wall_s(self, rehearsal: Rehearsal) -> float:
        until = rehearsal.paused_at or self._clock.now()
        return (until - rehearsal.started_at).total_seconds() - rehearsal.paused_s if rehearsal.started_at else 0.0

    def _read_wall(self, rehearsal: Rehearsal) -> float | None:
        """The second of the meeting at which something is said; a pause ends with it, and a long absence counts as one."""
        if rehearsal.clock is not ClockKind.WALL or rehearsal.started_at is None:
            return None
        rehearsal = self.resume_rehearsal(rehearsal.id)
        away = self._wall_s(rehearsal) - rehearsal.state.elapsed_s
        if away > LONG_SILENCE_S:
            self.store.save_pause(rehearsal.id, paused_at=None, paused_s=rehearsal.paused_s + away)
            return rehearsal.state.elapsed_s
        return self._wall_s(rehearsal)

    # --- help on the way, and trying again ----------------------------------------------------------

    def give_hint(self, rehearsal_id: str) -> Hint:
        """What the learner could say next. Raises `NotReady` in real mode, which has no hints, and after the end."""
        rehearsal = self.get_rehearsal(rehearsal_id)
        if rehearsal.mode is Mode.REAL:
            raise NotReady("This rehearsal is as in a real meeting, without hints.", mend="Start one in practice mode to get hints.")
        if rehearsal.ended is not None:
            raise NotReady("The meeting is over.", mend="Go back to a moment and try it again, or start a new rehearsal.")
        return rehearsal_stage.find_hint(rehearsal, self._find_list(rehearsal))

    def list_unasked(self, rehearsal_id: str) -> tuple[Question, ...]:
        """The questions of the learner's list that have not been asked yet; without a list of their own, of one made from the occupation material."""
        rehearsal = self.get_rehearsal(rehearsal_id)
        return rehearsal_stage.find_unasked(rehearsal, self._find_list(rehearsal))

    def _find_list(self, rehearsal: Rehearsal) -> QuestionList:
        if rehearsal.questions is not None:
            return rehearsal.questions
        key = (rehearsal.occupation_code, rehearsal.planned_minutes, rehearsal.seed)
        if key not in self._lists:
            occupation = self.library.get_occupation(rehearsal.occupation_code)
            dossier = Dossier(occupation=OccupationChoice(code=occupation.code, title=occupation.title, sure=True))
            self._lists[key] = questions_stage.draft_questions(
                dossier,
                self._reserve,
                occupation=occupation,
                passages=gather_passages(self.library, dossier, occupation),
                minutes=rehearsal.planned_minutes,
                seed=rehearsal.seed,
                reserve=self._reserve,
            )
        return self._lists[key]

    def measure_phases(self, rehearsal_id: str) -> tuple[PhaseTime, ...]:
        """How the minutes went to the phases so far, beside what each was given."""
        return rehearsal_stage.measure_phase_times(self.get_rehearsal(rehearsal_id))

    def retry_moment(self, rehearsal_id: str, turn: int) -> Rehearsal:
        """A new rehearsal that shares the talk up to this turn and goes on from there, saved; the first one stays as it is. Raises `NotReady`."""
        rehearsal = self.get_rehearsal(rehearsal_id)
        branch = rehearsal_stage.branch_rehearsal(rehearsal, turn, rehearsal_id=new_id(), now=self._clock.now())
        self.store.save_rehearsal(branch, preparation_id=self.store.get_preparation_id(rehearsal_id))
        return branch

    def compare_attempts(self, rehearsal_id: str) -> Comparison | None:
        """The rehearsal beside the one whose moment it tried again, from where they differ; beside its own latest second try where it is the first. None where there is none."""
        rehearsal = self.get_rehearsal(rehearsal_id)
        first, second = rehearsal.branch_of, rehearsal.id
        if not first or self.store.get_rehearsal(first) is None:
            tries = [one.id for one in self.store.list_rehearsals() if one.branch_of == rehearsal_id]
            if not tries:
                return None
            first, second = rehearsal_id, tries[0]
        return rehearsal_stage.compare_attempts((self.get_rehearsal(first), self.get_rehearsal(second)))

    def measure_usage(self, rehearsal_id: str) -> Usage | None:
        """What the language-model calls of a rehearsal took; None where the built-in coach spoke."""
        return add_usage(turn.usage for turn in self.get_rehearsal(rehearsal_id).turns)

    def find_cost(self, usage: Usage) -> float | None:
        """What the tokens cost at most, in the currency of the price table; None where the model has no price."""
        price = self.find_price(self.card.name)
        return price.cost(tokens_in=usage.tokens_in, tokens_out=usage.tokens_out) if price else None

    # --- feedback -----------------------------------------------------------------------------------

    def give_feedback(self, rehearsal_id: str, *, told: feedback_stage.Told = feedback_stage.no_one) -> Feedback:
        """Feedback on a rehearsal, kept with it; the same feedback again where nothing was said since. `told` hears how many of the engine's items are done."""
        rehearsal = self.get_rehearsal(rehearsal_id)
        given = self._stamp(feedback_stage.give_feedback(rehearsal.as_transcript(), self._use_engine(judging=True), reserve=self._reserve, told=told))
        self.store.save_feedback(rehearsal_id, given, made_at=self._clock.now())
        return given

    def judge_again(self, rehearsal_id: str, criterion_id: str) -> Feedback:
        """One criterion of the kept feedback judged anew, and kept. Raises `NotReady` where there is no such feedback."""
        held = self.get_feedback(rehearsal_id)
        if held is None or all(criterion.id != criterion_id for criterion in held.criteria):
            raise NotReady("There is no feedback to go on from.", mend="Ask for feedback on the rehearsal first.")
        given = feedback_stage.judge_again(held, self.get_rehearsal(rehearsal_id).as_transcript(), criterion_id, self._use_engine(judging=True, fresh=True))
        self.store.save_feedback(rehearsal_id, given, made_at=self._clock.now())
        return given

    def get_feedback(self, rehearsal_id: str) -> Feedback | None:
        """The feedback kept with a rehearsal, or None."""
        return self.store.get_feedback(rehearsal_id)

    def give_feedback_on(self, transcript: Transcript) -> Feedback:
        """Feedback on any conversation; it is not kept."""
        return self._stamp(feedback_stage.give_feedback(transcript, self._use_engine(judging=True), reserve=self._reserve))

    def read_transcripts(self, raw: bytes) -> tuple[Transcript, ...]:
        """The transcripts in these bytes, JSON or JSON lines. Raises `InputRejected`."""
        return documents.read_transcripts(raw)

    def export_rehearsal(self, rehearsal_id: str, to: Path) -> None:
        """Write a rehearsal and its feedback to a file, .pdf, .docx or .md for people or .json for programs. Raises `InputRejected` on another ending."""
        documents.save_report(self.get_rehearsal(rehearsal_id), self.get_feedback(rehearsal_id), to=to)

    def write_rehearsal(self, rehearsal_id: str, form: str) -> bytes:
        """A rehearsal and its feedback as the bytes of a file: "pdf", "docx", "md" or "json". Raises `InputRejected` on another form."""
        return documents.write_report(self.get_rehearsal(rehearsal_id), self.get_feedback(rehearsal_id), form)

    def summarise_disclosure(self, rehearsal_id: str) -> Disclosure:
        """What the learner learned in a rehearsal, what stayed closed, and which question would have opened it."""
        return rehearsal_stage.summarise_disclosure(self.get_rehearsal(rehearsal_id))
