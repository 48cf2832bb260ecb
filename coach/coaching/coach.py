"""The one object behind both front doors."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Generator, Iterator
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from coach import documents
from coach import dossier as dossier_stage
from coach import feedback as feedback_stage
from coach import questions as questions_stage
from coach import rehearsal as rehearsal_stage
from coach.clock import Clock, WallClock
from coach.coaching.health import check_health
from coach.coaching.imports import Import, Imports
from coach.coaching.passages import gather_passages
from coach.coaching.turns import Turns
from coach.engines import Engine, EngineCard, open_engine
from coach.engines.offline import OfflineEngine
from coach.engines.stoppable import StoppableEngine, Stopped
from coach.errors import InputRejected, NotReady
from coach.library import Library, Material, open_library
from coach.records import (
    Check,
    ClockKind,
    Disclosure,
    Dossier,
    EndReason,
    Feedback,
    LibraryStatus,
    Note,
    Occupation,
    OccupationChoice,
    OccupationMatch,
    Passage,
    Person,
    Preparation,
    QuestionList,
    Rehearsal,
    Style,
    Transcript,
)
from coach.settings import Settings
from coach.store import Store, open_store

Stamped = TypeVar("Stamped", Dossier, QuestionList, Rehearsal, Feedback)


class Coach:
    """Everything a learner can do. Opening one is cheap: engine, library and store are opened when first needed."""

    def __init__(self, settings: Settings, *, clock: Clock | None = None, engine: Engine | None = None) -> None:
        self.settings = settings
        self._clock = clock or WallClock()
        self._reserve = OfflineEngine()
        self._turns = Turns()
        self._imports = Imports(self._clock)
        self._given_engine = engine

    # --- who speaks, and what leaves the machine ----------------------------------------------------

    @property
    def card(self) -> EngineCard:
        """Which engine speaks and what leaves this machine. Raises `SettingsError`."""
        return self._engine.card

    def needs_consent(self) -> bool:
        """Whether the learner has yet to agree that text is sent to the engine's provider."""
        provider = self.card.provider
        return bool(provider) and provider not in self.settings.consent and provider not in self.store.list_consents()

    def give_consent(self) -> None:
        """Keep the learner's agreement to the present engine's provider."""
        if self.card.provider:
            self.store.save_consent(self.card.provider, given_at=self._clock.now())

    def withdraw_consent(self) -> None:
        """Take the learner's agreement to the present engine's provider back."""
        if self.card.provider:
            self.store.remove_consent(self.card.provider)

    # --- notes and dossier --------------------------------------------------------------------------

    def open_note(self, path: Path) -> Note:
        """The notes in this file. Raises `InputRejected` where there is none or it cannot be read."""
        try:
            raw = path.read_bytes()
        except FileNotFoundError as error:
            raise InputRejected(f"There is no file called {path.name}.", mend="Check its name and folder.") from error
        except OSError as error:
            raise InputRejected(f"The file {path.name} cannot be opened.", mend="Check that it is a file and that you may read it.") from error
        return self.read_note(raw, name=path.name)

    def read_note(self, raw: bytes, *, name: str) -> Note:
        """The notes in these bytes (.md, .txt, .pdf, .docx, .html). Raises `InputRejected`."""
        return documents.read_note(raw, name=name)

    def paste_note(self, text: str) -> Note:
        """The notes in this text, cleaned."""
        return documents.clean_note(text, name="pasted notes")

    def open_example(self) -> Note:
        """The example notes that come with the program."""
        return self.open_note(self.library.corpus_folder / "examples" / "notes.md")

    def draft_dossier(self, note: Note, *, occupation: str = "") -> Dossier:
        """What the notes say, each fact with its words, and what is missing; `occupation` (a title or code) overrules the notes."""
        drafted = dossier_stage.draft_dossier(note, self._use_engine())
        return self._stamp(dossier_stage.with_occupation(drafted, self._choose_occupation(drafted, occupation)))

    def _choose_occupation(self, dossier: Dossier, occupation: str) -> OccupationChoice:
        if occupation:
            found = self.find_occupation(occupation)
            match = OccupationMatch(code=found.code, title=found.title, score=1.0, source="the learner")
            return OccupationChoice(code=found.code, title=found.title, sure=True, candidates=(match,))
        title = dossier.occupation.title or dossier.person.role
        return self.library.choose_occupation(title) if title else OccupationChoice()

    def save_preparation(self, note: Note, *, preparation_id: str = "", dossier: Dossier | None = None, questions: QuestionList | None = None) -> Preparation:
        """Keep what was prepared so far, as a new preparation or in place of an older one."""
        title = dossier_stage.find_title(note, dossier)
        kept = Preparation(id=preparation_id or _new_id(), title=title, note=note, dossier=dossier, questions=questions, updated_at=self._clock.now())
        self.store.save_preparation(kept)
        return kept

    def get_preparation(self, preparation_id: str) -> Preparation | None:
        """The preparation of that id, or None."""
        return self.store.get_preparation(preparation_id)

    def list_preparations(self) -> tuple[Preparation, ...]:
        """All preparations, the latest first."""
        return self.store.list_preparations()

    def correct_dossier(self, dossier: Dossier, *, person: Person | None = None, occupation: str = "", meeting_purpose: str | None = None) -> Dossier:
        """The dossier with the learner's corrections; they win over what was read from the notes."""
        corrected = dossier_stage.with_correction(dossier, person=person, meeting_purpose=meeting_purpose)
        if occupation:
            return dossier_stage.with_occupation(corrected, self._choose_occupation(corrected, occupation))
        if person is not None and person.role != dossier.person.role:
            return dossier_stage.with_occupation(corrected, self._choose_occupation(corrected, ""))
        return corrected

    # --- questions ----------------------------------------------------------------------------------

    def draft_questions(self, dossier: Dossier, *, minutes: int = 30, seed: int = 0) -> QuestionList:
        """A tailored question list for a meeting of `minutes` (20 to 45)."""
        _check_minutes(minutes)
        occupation = self._known_occupation(dossier)
        passages = gather_passages(self.library, dossier, occupation) if occupation else ()
        drafted = questions_stage.draft_questions(
            dossier, self._use_engine(), occupation=occupation, passages=passages, minutes=minutes, seed=seed, reserve=self._reserve
        )
        return self._stamp(drafted)

    def _known_occupation(self, dossier: Dossier) -> Occupation | None:
        choice = dossier.occupation
        return self.library.get_occupation(choice.code) if choice.sure and choice.code else None

    # --- rehearsal ----------------------------------------------------------------------------------

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
        _check_minutes(minutes)
        known = self.find_occupation(occupation) if occupation else self._known_occupation(dossier) if dossier else None
        if known is None:
            near = ", ".join(match.title for match in dossier.occupation.candidates[:3]) if dossier else ""
            happened = "The notes do not make clear which occupation this is." + (f" The nearest are: {near}." if near else "")
            raise NotReady(happened, mend="Name the occupation, on the page or with --occupation.")
        names = (dossier.person.name, dossier.person.employer, dossier.organisation.name, *dossier.other_people) if dossier else ()
        opened = rehearsal_stage.open_rehearsal(
            known,
            rehearsal_id=_new_id(),
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

    # --- library ------------------------------------------------------------------------------------

    def find_occupations(self, query: str, *, limit: int = 5) -> tuple[OccupationMatch, ...]:
        """Occupations for a job title or a description of work, best first."""
        return self.library.find_occupations(query, limit=limit)

    def find_occupation(self, title_or_code: str) -> Occupation:
        """The one occupation that is meant. Raises `LibraryError` naming the nearest where that is not sure."""
        return self.library.find_occupation(title_or_code)

    def list_occupations(self) -> tuple[Occupation, ...]:
        """All occupations with material for a rehearsal, by title."""
        return self.library.list_occupations()

    def find_passages(self, code: str, query: str, *, limit: int = 8) -> tuple[Passage, ...]:
        """Occupation material for a question."""
        return self.library.find_passages(self.find_occupation(code).code, query, limit=limit)

    def get_library_status(self) -> LibraryStatus:
        """What the library holds."""
        return self.library.status()

    def add_to_library(self, kind: str, where: str, progress: Callable[[float, str], None] | None = None) -> Material:
        """Import occupation material (onet, ooh, esco or folder) from a path or an https address. Raises `LibraryError`, and then nothing has changed."""
        return self.library.add(kind, where, progress)

    def start_import(self, kind: str, where: str) -> Import:
        """Begin the same import and come back at once; it goes on by itself. Raises `LibraryError` while another one is going on."""
        return self._imports.start(self.library, kind, where)

    def get_import(self) -> Import | None:
        """The import that is going on, or the last one."""
        return self._imports.get()

    def remove_from_library(self, name: str) -> None:
        """Take an imported source out. Raises `LibraryError` where it is not held."""
        self._imports.take_out(self.library, name)

    def rebuild_library(self, progress: Callable[[float, str], None] | None = None) -> LibraryStatus:
        """Build the search index anew."""
        return self.library.rebuild(progress)

    # --- health -------------------------------------------------------------------------------------

    def check_health(self) -> tuple[Check, ...]:
        """What `coach doctor` tells: engine, consent, store and library, each with the step that mends it."""
        return check_health(self)

    # --- wiring -------------------------------------------------------------------------------------

    def close(self) -> None:
        """Let go of the store and the library, those that were opened."""
        for name in ("store", "library"):
            if name in self.__dict__:
                self.__dict__.pop(name).close()

    @cached_property
    def store(self) -> Store:
        """The learner's data."""
        return open_store(self.settings.data, url=self.settings.database_url)

    @cached_property
    def library(self) -> Library:
        """The occupation material."""
        return open_library(self.settings.data, chroma_url=self.settings.chroma_url, settings=self.settings, consents=lambda: set(self.store.list_consents()))

    @cached_property
    def _engine(self) -> Engine:
        return self._given_engine or open_engine(self.settings)

    def _use_engine(self) -> Engine:
        if self._engine.card.provider and self.needs_consent():
            happened = f"Nothing has been sent: {self.card.leaves} This needs your yes first."
            raise NotReady(happened, mend="Agree on the start page or with: coach consent give, or use --engine offline.")
        return self._engine

    def _stamp(self, record: Stamped) -> Stamped:
        if record.provenance is None:
            return record
        provenance = record.provenance.model_copy(update={"made_at": self._clock.now(), "corpus_digest": self.library.digest})
        return record.model_copy(update={"provenance": provenance})


def open_coach(settings: Settings, *, clock: Clock | None = None, engine: Engine | None = None) -> Coach:
    """The coach with these settings; another clock or engine may be handed in, for tests and scripted runs."""
    return Coach(settings, clock=clock, engine=engine)


def _new_id() -> str:
    return uuid.uuid4().hex[:12]


def _check_minutes(minutes: int) -> None:
    if not 15 <= minutes <= 60:
        raise InputRejected(f"A meeting of {minutes} minutes is not an informational interview.", mend="Choose between 15 and 60 minutes.")
