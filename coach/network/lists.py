"""Contacts as CSV: our own columns and those of a professional network's export; formulas never leave, and nothing is imported by half."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable
from datetime import date

from coach.errors import InputRejected
from coach.records import Contact, ContactStatus, Ring

MOST_BYTES, MOST_ROWS = 5_000_000, 20_000
COLUMNS = (
    "name", "ring", "led_by", "may_use_name", "role", "employer", "email", "phone", "met_where", "what_for", "status", "asked_on", "reminded_on", "meets_on", "thanked_on",
    "news_on", "promised", "promised_by", "notes",
)  # fmt: skip
_ALIASES = {
    "full name": "name", "display name": "name", "company": "employer", "organisation": "employer", "organization": "employer", "position": "role", "job title": "role", "title": "role",
    "email address": "email", "e-mail": "email", "e-mail address": "email", "mail": "email", "telephone": "phone", "mobile": "phone", "phone number": "phone", "note": "notes", "comment": "notes",
}  # fmt: skip
"""Other names that columns go by, those of a professional network's export among them."""
_DATES = ("asked_on", "reminded_on", "meets_on", "thanked_on", "news_on", "promised_by")
_FORMULA = re.compile(r"\A[=+\-@\t\r|%]")
_CODECS = ("utf-8-sig", "utf-16", "cp1252")


def write_contacts(contacts: Iterable[Contact]) -> bytes:
    """The contacts as CSV in UTF-8; `led_by` is a name, and what a spreadsheet would take for a formula begins with an apostrophe."""
    held = tuple(contacts)
    names = {contact.id: contact.name for contact in held}
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for contact in held:
        row = {key: "" if value is None else str(value) for key, value in contact.model_dump(mode="json").items() if key in COLUMNS}
        row |= {"led_by": names.get(contact.led_by, ""), "may_use_name": "yes" if contact.may_use_name else "no"}
        writer.writerow({key: f"'{value}" if _FORMULA.match(value) else value for key, value in row.items()})
    return out.getvalue().encode("utf-8-sig")


def read_contacts(raw: bytes, *, new_id: Callable[[], str]) -> tuple[tuple[Contact, ...], tuple[str, ...]]:
    """The contacts of a CSV file, and one sentence for each row that cannot be used. Raises `InputRejected` where the file as a whole cannot."""
    if len(raw) > MOST_BYTES:
        raise InputRejected("The file is larger than five megabytes.", mend="Export your contacts alone, without pictures or messages.")
    rows = _read_rows(_decode(raw))
    if len(rows) > MOST_ROWS:
        raise InputRejected(f"The file has more than {MOST_ROWS:,} rows.", mend="Split it, or take out whom you will not ask.")
    made: list[Contact] = []
    left: list[str] = []
    for number, row in rows:
        try:
            made.append(_as_contact(row, new_id()))
        except ValueError as error:
            left.append(f"Row {number}: {error}")
    by_name = {contact.name.casefold(): contact.id for contact in made}
    linked = (one.model_copy(update={"led_by": by_name.get(one.led_by.casefold(), "")}) for one in made)
    return tuple(one.model_copy(update={"led_by": ""}) if one.led_by == one.id else one for one in linked), tuple(left)


def _decode(raw: bytes) -> str:
    for codec in _CODECS if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else (_CODECS[0], _CODECS[2]):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    raise InputRejected("The file is not text that can be read.", mend="Export it again as CSV in UTF-8.")


def _read_rows(text: str) -> list[tuple[int, dict[str, str]]]:
    """The rows below the line of headings, which may stand below some lines of remarks, each with its number in the file."""
    lines = text.splitlines()
    for start, line in enumerate(lines[:20]):
        mark = max(",;\t", key=line.count)
        heads = [_column(cell) for cell in next(csv.reader([line], delimiter=mark), [])]
        if "name" in heads or {"first name", "last name"} & set(heads):
            table = csv.reader(lines[start + 1 :], delimiter=mark)
            return [(start + 1 + table.line_num, dict(zip(heads, row, strict=False))) for row in table if any(cell.strip() for cell in row)]
    raise InputRejected("The file has no column with names.", mend='Give it a line of headings with "name", or with "First Name" and "Last Name".')


def _column(cell: str) -> str:
    low = " ".join(cell.strip().strip("\ufeff").casefold().replace("_", " ").split())
    known = low.replace(" ", "_")
    return known if known in COLUMNS else _ALIASES.get(low, low)


def _as_contact(row: dict[str, str], contact_id: str) -> Contact:
    """Raises `ValueError` with what is wrong, in a sentence."""
    cells = {
        key: " ".join(value.split()).removeprefix("'") if _FORMULA.match(value.removeprefix("'")) else " ".join(value.split())
        for key, value in row.items()
        if value
    }
    name = cells.get("name") or " ".join(part for part in (cells.get("first name", ""), cells.get("last name", "")) if part)
    if not name:
        raise ValueError("there is no name in it.")
    known: dict[str, object] = {
        key: cells[key] for key in ("led_by", "role", "employer", "email", "phone", "met_where", "what_for", "promised", "notes") if key in cells
    }
    known |= {key: _as_date(cells[key], key) for key in _DATES if cells.get(key)}
    if "ring" in cells:
        if cells["ring"] not in {"0", "1", "2", "3"}:
            raise ValueError("the ring is not 0, 1, 2 or 3.")
        known["ring"] = Ring(int(cells["ring"]))
    if "status" in cells:
        status = cells["status"].casefold().replace(" ", "_")
        if status not in set(ContactStatus):
            raise ValueError(f"there is no status {cells['status']!r}; use {', '.join(ContactStatus)}.")
        known["status"] = ContactStatus(status)
    known["may_use_name"] = cells.get("may_use_name", "").casefold() in {"yes", "true", "1", "y", "ja", "āe"}
    return Contact.model_validate({"id": contact_id, "name": name[:200], **known})


def _as_date(text: str, column: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} in {column} is no date; write it like 2026-03-01.") from None
