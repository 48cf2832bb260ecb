"""What a learner does before the meeting: notes, dossier, questions."""

from __future__ import annotations

from pathlib import Path

from coach import documents
from coach import dossier as dossier_stage
from coach import questions as questions_stage
from coach.coaching.passages import gather_passages
from coach.coaching.wiring import Wiring, check_minutes, new_id
from coach.errors import InputRejected
from coach.records import Dossier, Note, OccupationChoice, OccupationMatch, Person, Preparation, QuestionList


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
        kept = Preparation(id=preparation_id or new_id(), title=title, note=note, dossier=dossier, questions=questions, updated_at=self._clock.now())
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
        check_minutes(minutes)
        occupation = self._known_occupation(dossier)
        passages = gather_passages(self.library, dossier, occupation) if occupation else ()
        drafted = questions_stage.draft_questions(
            dossier, self._use_engine(), occupation=occupation, passages=passages, minutes=minutes, seed=seed, reserve=self._reserve
        )
        return self._stamp(drafted)
