"""What a learner does before the meeting: notes, dossier, questions."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from coach import documents
from coach import dossier as dossier_stage
from coach import questions as questions_stage
from coach.coaching.passages import gather_passages
from coach.coaching.wiring import Wiring, check_minutes, new_id
from coach.engines.standing_in import StandInEngine
from coach.errors import InputRejected, LibraryError, NotReady
from coach.questions import editing
from coach.records import (
    Ask,
    Corrections,
    Dossier,
    MarkedLine,
    Note,
    Occupation,
    OccupationChoice,
    OccupationMatch,
    Passage,
    Person,
    Preparation,
    Question,
    QuestionCheck,
    QuestionList,
    Topic,
)

USUAL_MINUTES = 30
"""How long a meeting is planned where nobody says (pedagogy 1.1)."""

MOST_EARLIER = 20
"""How many question lists before the present one are kept for going back."""


class Preparing(Wiring):
    """Notes, dossier and questions."""

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
        drafted = self._read(note)
        return self._stamp(dossier_stage.with_occupation(drafted, self._choose_occupation(drafted, occupation)))

    def _read(self, note: Note, *, corrections: Corrections | None = None) -> Dossier:
        engine = StandInEngine(self._use_engine(), self._reserve)
        read = dossier_stage.draft_dossier(note, engine, corrections=corrections or Corrections())
        return read.model_copy(update={"warnings": (*read.warnings, *engine.notes)})

    def _choose_occupation(self, dossier: Dossier, occupation: str) -> OccupationChoice:
        if occupation:
            found = self.find_occupation(occupation)
            match = OccupationMatch(code=found.code, title=found.title, score=1.0, source="the learner")
            return OccupationChoice(code=found.code, title=found.title, sure=True, candidates=(match,))
        title = dossier.occupation.title or dossier.person.role
        return self.library.choose_occupation(title) if title else OccupationChoice()

    def save_preparation(self, note: Note, *, preparation_id: str = "", dossier: Dossier | None = None, questions: QuestionList | None = None) -> Preparation:
        """Keep what was prepared so far, as a new preparation or in place of an older one, whose corrections and earlier lists stay with it."""
        held = self.store.get_preparation(preparation_id) if preparation_id else None
        before = held or Preparation(id=preparation_id or new_id(), title="", note=note)
        read = before.read if dossier == before.dossier else None
        return self._keep(before.model_copy(update={"note": note, "read": read, "dossier": dossier, "questions": questions}))

    def get_preparation(self, preparation_id: str) -> Preparation | None:
        """The preparation of that id, or None."""
        return self.store.get_preparation(preparation_id)

    def list_preparations(self) -> tuple[Preparation, ...]:
        """All preparations, the latest first."""
        return self.store.list_preparations()

    def read_notes(self, note: Note, *, preparation_id: str = "", occupation: str = "") -> Preparation:
        """A preparation with the dossier of these notes, saved: a new one, or that of the id, whose questions and corrections stay and hold for the new reading too.

        `occupation` (a title or code) counts as chosen by the learner. The notes are saved before the engine is asked.
        Raises `NotReady` for an unknown preparation, `LibraryError` for an occupation there is not, and whatever the engine raises.
        """
        before = self.find_preparation(preparation_id) if preparation_id else Preparation(id=new_id(), title="", note=note)
        chosen = Corrections(occupation=self.find_occupation(occupation).code) if occupation else Corrections()
        corrections = dossier_stage.add_to_corrections(before.corrections, chosen)
        note = dossier_stage.put_back(note, corrections)
        stale = {} if note.text == before.note.text else {"read": None, "dossier": None}
        self._keep(before.model_copy(update={"note": note, "corrections": corrections, **stale}))
        drafted = self._read(note, corrections=corrections)
        read = self._stamp(dossier_stage.with_occupation(drafted, self._choose_occupation(drafted, "")))
        known = before.read or before.dossier
        # Read again: an engine takes its time, and the learner may have gone on in another window.
        now = self.find_preparation(before.id)
        grown = now.note if now.note.text.startswith(note.text) else note
        return self._keep_read(now.model_copy(update={"note": grown}), dossier_stage.keep_ids(read, known) if known else read, now.corrections)

    def correct(self, preparation_id: str, change: Corrections) -> Preparation:
        """The preparation with this change to its dossier, saved; the learner's word wins over what was read, now and when the notes are read again.

        An occupation may be given by title or code. No language model is asked. Raises `NotReady` for an unknown preparation or one whose notes were not read,
        `InputRejected` for words that cannot be taken over, `LibraryError` for an occupation there is not.
        """
        return self._correct(self.find_preparation(preparation_id), change)

    def take_back(self, preparation_id: str, change: Corrections) -> Preparation:
        """The preparation as if the learner had not said what this change names: parts are as they were read, an added line is out of the notes again. Raises `NotReady`."""
        before = self.find_preparation(preparation_id)
        read = before.read or self._dossier_of(before)
        shorter = dossier_stage.without_lines(before.note, read, change)
        corrections = dossier_stage.take_back(before.corrections, change)
        return self._keep_changed(before.model_copy(update={"note": shorter.note}), shorter.dossier, corrections)

    def answer(self, preparation_id: str, ask_id: str, text: str) -> Preparation:
        """The preparation with the learner's answer to one of `find_asks`, saved: a part of the dossier, or a line at the end of the notes with the fact it tells.

        Raises `NotReady` and `LibraryError` as `correct` does, `InputRejected` for an answer that cannot be taken over.
        """
        before = self.find_preparation(preparation_id)
        answered = dossier_stage.as_correction(ask_id, text, before.note)
        return self._correct(before.model_copy(update={"note": answered.note}), answered.change)

    def find_asks(self, preparation: Preparation, *, most: int = 3) -> tuple[Ask, ...]:
        """The things most worth asking the learner now; none where the notes have not been read."""
        return dossier_stage.find_asks(preparation.dossier, most=most) if preparation.dossier else ()

    def mark_note(self, preparation: Preparation) -> tuple[MarkedLine, ...]:
        """Every line of the notes in pieces that say what they are to the dossier."""
        return dossier_stage.mark_note(preparation.note, preparation.dossier or Dossier())

    def correct_dossier(self, dossier: Dossier, *, person: Person | None = None, occupation: str = "", meeting_purpose: str | None = None) -> Dossier:
        """A dossier by itself with the learner's corrections; they win over what was read from the notes. Nothing is saved."""
        said = {**(person.model_dump() if person else {}), "meeting_purpose": meeting_purpose}
        read = {**dossier.person.model_dump(), "meeting_purpose": dossier.meeting_purpose}
        change = Corrections.model_validate({part: words for part, words in said.items() if words is not None and words != read[part]})
        corrected = dossier_stage.apply_corrections(dossier, Note(), dossier_stage.add_to_corrections(Corrections(), change))
        corrected = corrected.model_copy(update={"path": dossier.path})  # found with the notes, which are not here
        if occupation or corrected.person.role != dossier.person.role:
            return dossier_stage.with_occupation(corrected, self._choose_occupation(corrected, occupation))
        return corrected

    def _correct(self, before: Preparation, change: Corrections) -> Preparation:
        read = before.read or self._dossier_of(before)
        code = self.find_occupation(change.occupation).code if change.occupation else ""
        said = dossier_stage.add_to_corrections(Corrections(), change.model_copy(update={"occupation": code}))
        longer = before.model_copy(update={"note": dossier_stage.add_lines(before.note, said)})
        return self._keep_changed(longer, read, dossier_stage.add_to_corrections(before.corrections, said))

    def _keep_changed(self, before: Preparation, read: Dossier, corrections: Corrections) -> Preparation:
        """What is open now and was kept from the engine then is read by rule, so that no language model is asked for a small correction."""
        opened = dossier_stage.find_opened(before.note, read.sensitive, before=before.corrections, after=corrections)
        if opened:
            read = dossier_stage.read_opened(read, before.note, self._reserve, opened=opened, corrections=corrections)
        return self._keep_read(before, read, corrections)

    def _keep_read(self, preparation: Preparation, read: Dossier, corrections: Corrections) -> Preparation:
        dossier = dossier_stage.apply_corrections(read, preparation.note, corrections)
        if corrections.occupation or dossier.person.role != read.person.role:
            dossier = dossier_stage.with_occupation(dossier, self._choose_again(dossier, corrections.occupation))
        return self._keep(preparation.model_copy(update={"read": read, "dossier": dossier, "corrections": corrections}))

    def _choose_again(self, dossier: Dossier, chosen: str) -> OccupationChoice:
        """The occupation the learner chose, or where the library does not have it any more, the one the role means."""
        with suppress(LibraryError):
            return self._choose_occupation(dossier, chosen)
        return self._choose_occupation(dossier, "")

    def _keep(self, preparation: Preparation) -> Preparation:
        title = dossier_stage.find_title(preparation.note, preparation.dossier)
        kept = preparation.model_copy(update={"title": title, "updated_at": self._clock.now()})
        self.store.save_preparation(kept)
        return kept

    # --- questions ----------------------------------------------------------------------------------

    def draft_questions(self, dossier: Dossier, *, minutes: int = 30, seed: int = 0) -> QuestionList:
        """A tailored question list for a meeting of `minutes` (15 to 60); nothing is saved."""
        return self._draft_list(dossier, minutes=minutes, seed=seed)

    def find_preparation(self, preparation_id: str) -> Preparation:
        """The preparation of that id. Raises `NotReady` where there is none."""
        found = self.get_preparation(preparation_id)
        if found is None:
            raise NotReady("There is no such preparation.", mend="See yours with: coach preparations, or start with your notes.")
        return found

    def make_questions(self, preparation_id: str, *, minutes: int | None = None, seed: int | None = None) -> Preparation:
        """The preparation with a new list, saved; locked questions stay in their places, and without a `seed` each list is another one.

        For a meeting of `minutes` (15 to 60), else as long as that of the list before, else 30.
        This and every other change of the questions keeps the list before, for going back. Raises `NotReady` for an unknown preparation or one without a dossier.
        """
        preparation = self.find_preparation(preparation_id)
        before = preparation.questions
        after = editing.last_number(before) if before else 0
        dropped = editing.find_dropped((*preparation.earlier, before)) if before else ()
        drafted = self._draft_list(
            self._dossier_of(preparation),
            minutes=minutes if minutes is not None else before.minutes if before else USUAL_MINUTES,
            seed=after if seed is None else seed,
            keep=before.questions if before else (),
            after=after,
            avoid=dropped,
        )
        return self._keep_questions(preparation_id, drafted)

    def reword_question(self, preparation_id: str, question_id: str, *, text: str) -> Preparation:
        """The preparation with this question in the learner's words, whatever the tests have against them (that stands in its `check`). Raises `InputRejected`."""
        preparation = self.find_preparation(preparation_id)
        return self._change_questions(
            preparation_id, lambda questions: editing.reword(questions, question_id, text=text, dossier=preparation.dossier or Dossier())
        )

    def move_question(self, preparation_id: str, question_id: str, *, by: int) -> Preparation:
        """The preparation with this question so many places later, earlier where `by` is negative. Raises `InputRejected`."""
        return self._change_questions(preparation_id, lambda questions: editing.move(questions, question_id, by=by))

    def lock_question(self, preparation_id: str, question_id: str, *, locked: bool = True) -> Preparation:
        """The preparation with this question kept when a new list is made, or with `locked` false free again. Raises `InputRejected`."""
        change = editing.lock if locked else editing.unlock
        return self._change_questions(preparation_id, lambda questions: change(questions, question_id))

    def drop_question(self, preparation_id: str, question_id: str) -> Preparation:
        """The preparation without this question. Raises `InputRejected`."""
        return self._change_questions(preparation_id, lambda questions: editing.drop(questions, question_id))

    def add_question(self, preparation_id: str, text: str, *, topic: Topic | None = None) -> Preparation:
        """The preparation with a question in the learner's words; without a `topic` it is found by rule. Raises `InputRejected`."""
        dossier = self.find_preparation(preparation_id).dossier or Dossier()
        return self._change_questions(preparation_id, lambda questions: editing.add_own(questions, text, dossier=dossier, topic=topic))

    def swap_question(self, preparation_id: str, question_id: str) -> Preparation:
        """The preparation with another question like this one in its place. Raises `InputRejected`, or `NotReady` where it is locked or none is left."""
        preparation = self.find_preparation(preparation_id)
        like = editing.find_question(self._questions_of(preparation), question_id)
        editing.check_unlocked(like)
        another = self._draft_another(preparation, like=like)
        return self._change_questions(preparation_id, lambda questions: editing.put_in_place(questions, question_id, question=another))

    def ask_about(self, preparation_id: str, topic: Topic) -> Preparation:
        """The preparation with one question more, on this topic. Raises `NotReady` where none is left that would be new."""
        another = self._draft_another(self.find_preparation(preparation_id), topic=topic)
        return self._change_questions(preparation_id, lambda questions: editing.put_in(questions, another))

    def undo_questions(self, preparation_id: str) -> Preparation:
        """The preparation with the list before the present one, which is given up; again and again, back to the first. Raises `NotReady` where there is none."""
        preparation = self.find_preparation(preparation_id)
        if not preparation.earlier:
            raise NotReady("There is no list before this one.", mend="Change the list first; every change can be taken back.")
        back = self._count_on(preparation.earlier[-1], preparation)
        return self._keep(preparation.model_copy(update={"questions": back, "earlier": preparation.earlier[:-1]}))

    def restore_questions(self, preparation_id: str, n: int) -> Preparation:
        """The preparation with the list `earlier[n]` again (0 is the oldest); the present one is kept for going back. Raises `NotReady` where there is none."""
        preparation = self.find_preparation(preparation_id)
        if not 0 <= n < len(preparation.earlier):
            raise NotReady("That list is not kept any more.", mend="Choose one of the lists that are.")
        return self._keep_questions(preparation_id, self._count_on(preparation.earlier[n], preparation))

    def check_question(self, prepared: str | Dossier, text: str) -> QuestionCheck:
        """How a question of the learner's own stands the tests, for a preparation (its id) or a dossier; nothing is saved. Raises `InputRejected`."""
        dossier = prepared if isinstance(prepared, Dossier) else self.find_preparation(prepared).dossier or Dossier()
        return questions_stage.check_question(questions_stage.read_own_text(text), dossier)

    def _draft_list(
        self,
        dossier: Dossier,
        *,
        minutes: int,
        seed: int,
        keep: tuple[Question, ...] = (),
        after: int = 0,
        avoid: tuple[str, ...] = (),
    ) -> QuestionList:
        check_minutes(minutes)
        occupation, passages = self._gather_material(dossier)
        engine = StandInEngine(self._use_engine(), self._reserve)
        drafted = questions_stage.draft_questions(
            dossier,
            engine,
            occupation=occupation,
            passages=passages,
            minutes=minutes,
            seed=seed,
            reserve=self._reserve,
            keep=keep,
            after=after,
            avoid=avoid,
        )
        return self._stamp(drafted.model_copy(update={"notices": (*drafted.notices, *engine.notes)}))

    def _draft_another(self, preparation: Preparation, *, like: Question | None = None, topic: Topic | None = None) -> Question:
        dossier, beside = self._dossier_of(preparation), self._questions_of(preparation)
        occupation, passages = self._gather_material(dossier)
        return questions_stage.draft_another(
            dossier,
            StandInEngine(self._use_engine(), self._reserve),
            like=like,
            topic=topic,
            beside=beside,
            occupation=occupation,
            passages=passages,
            seed=editing.last_number(beside),
            reserve=self._reserve,
            avoid=editing.find_dropped((*preparation.earlier, beside)),
        )

    def _gather_material(self, dossier: Dossier) -> tuple[Occupation | None, tuple[Passage, ...]]:
        occupation = self._known_occupation(dossier)
        return occupation, gather_passages(self.library, dossier, occupation) if occupation else ()

    def _dossier_of(self, preparation: Preparation) -> Dossier:
        if preparation.dossier is None:
            raise NotReady("Your notes have not been read yet.", mend="Read them first; the questions are made from what they say.")
        return preparation.dossier

    def _questions_of(self, preparation: Preparation) -> QuestionList:
        if preparation.questions is None:
            raise NotReady("There are no questions yet.", mend="Have your questions made first.")
        return preparation.questions

    def _count_on(self, questions: QuestionList, preparation: Preparation) -> QuestionList:
        return editing.count_on(questions, before=preparation.questions) if preparation.questions else questions

    def _change_questions(self, preparation_id: str, change: Callable[[QuestionList], QuestionList]) -> Preparation:
        """The list as it is now, changed and saved; a change that changes nothing leaves nothing to be taken back."""
        preparation = self.find_preparation(preparation_id)
        before = self._questions_of(preparation)
        after = change(before)
        return preparation if after.questions == before.questions else self._keep_questions(preparation_id, after)

    def _keep_questions(self, preparation_id: str, questions: QuestionList) -> Preparation:
        """Puts this list in the place of the present one, which joins the earlier ones. Read again first, for an engine takes its time and other windows go on."""
        preparation = self.find_preparation(preparation_id)
        before = (preparation.questions,) if preparation.questions else ()
        earlier = (*preparation.earlier, *before)[-MOST_EARLIER:]
        return self._keep(preparation.model_copy(update={"questions": questions, "earlier": earlier}))
