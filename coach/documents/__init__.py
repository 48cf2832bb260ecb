"""What comes in from files and goes out to them. In: a learner's notes as plain text, cleaned of what is hidden in them.

`read_note` takes the bytes of a file, `clean_note` takes text that was pasted; both give a `Note`. `find_orders` points at text that tries to
command a program. What goes out to files: `write_report` and `write_sheet`.
"""

from coach.documents.cleaning import clean_note, find_hidden
from coach.documents.decoding import decode_text
from coach.documents.reading import MAX_BYTES, MAX_CHARACTERS, read_note
from coach.documents.reports import save_report, write_report
from coach.documents.sheets import write_sheet
from coach.documents.talks import Talk, read_talk
from coach.documents.transcript import is_json, read_transcripts
from coach.orders import find_orders

__all__ = [
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "Talk",
    "clean_note",
    "decode_text",
    "find_hidden",
    "find_orders",
    "is_json",
    "read_note",
    "read_talk",
    "read_transcripts",
    "save_report",
    "write_report",
    "write_sheet",
]
