"""What a learner takes along to the meeting: the sheet, and files of it."""

from __future__ import annotations

from pathlib import Path

from coach import documents
from coach import questions as questions_stage
from coach.coaching.wiring import Wiring
from coach.errors import InputRejected, NotReady
from coach.records import Dossier, Sheet


class Publishing(Wiring):
    """The sheet to take along, on screen and as a file."""

    def draw_sheet(self, preparation_id: str) -> Sheet:
        """The sheet for the meeting of this preparation, with the questions as they stand now. Raises `NotReady` where there is none, or no questions yet."""
        kept = self.store.get_preparation(preparation_id)
        if kept is None:
            raise NotReady("This preparation is not here.", mend="Open one from the start page, or begin a new one.")
        if kept.questions is None:
            raise NotReady("There are no questions for this meeting yet.", mend="Make the question list first, then the sheet.")
        return questions_stage.draw_sheet(kept.dossier or Dossier(), kept.questions, country=self.settings.country)

    def write_sheet(self, preparation_id: str, form: str) -> bytes:
        """The sheet as the bytes of a file: pdf, docx, md or json. Raises `NotReady`, and `InputRejected` on another form."""
        return documents.write_sheet(self.draw_sheet(preparation_id), form)

    def export_preparation(self, preparation_id: str, to: Path) -> None:
        """Write the sheet to a file; its ending says in which form. Raises `NotReady`, and `InputRejected` where it cannot be written."""
        raw = self.write_sheet(preparation_id, to.suffix)
        try:
            to.write_bytes(raw)
        except OSError as error:
            raise InputRejected(f"The file {to.name} cannot be written.", mend="Choose another folder, or free some space.") from error
