"""The learner's contacts: rings, who led to whom, where each stands, and what is due."""

from __future__ import annotations

from datetime import date, datetime
from enum import IntEnum, StrEnum

from pydantic import Field

from coach.records.words import Record, Text


class Ring(IntEnum):
    """How near somebody is: family and friends, introduced by them, a second step on, or cold (pedagogy, requirement 32)."""

    FAMILY_AND_FRIENDS = 0
    INTRODUCED = 1
    SECOND_STEP = 2
    COLD = 3


class ContactStatus(StrEnum):
    """Where a contact stands, in the order in which it goes."""

    IDEA = "idea"
    ASKED = "asked"
    AGREED = "agreed"
    MET = "met"
    THANKED = "thanked"
    IN_TOUCH = "in_touch"


class Contact(Record):
    """Somebody the learner may talk to, talks to or talked to.

    `led_by` is the id of the contact who led there, `may_use_name` whether that one may be named; `met_where` where they know each other from, `what_for` what the learner hopes to hear.
    `promised` is what the learner promised, `promised_by` until when.
    """

    id: Text
    name: Text
    ring: Ring = Ring.COLD
    led_by: str = ""
    may_use_name: bool = False
    role: str = ""
    employer: str = ""
    email: str = ""
    phone: str = ""
    met_where: str = ""
    what_for: str = ""
    status: ContactStatus = ContactStatus.IDEA
    asked_on: date | None = None
    reminded_on: date | None = None
    meets_on: date | None = None
    thanked_on: date | None = None
    news_on: date | None = None
    promised: str = ""
    promised_by: date | None = None
    notes: str = ""
    updated_at: datetime | None = None


class Due(Record):
    """Something to do for a contact: what, why, since when, and how many days late it is (0 where it is not)."""

    contact_id: Text
    name: Text
    what: Text
    on: date
    days_late: int = Field(default=0, ge=0)


class Suggestion(Record):
    """Whom to ask next, and why this one."""

    contact: Contact
    why: Text


class ContactImport(Record):
    """What came of a file of contacts: how many are new, which were there already, and which rows could not be used, each with its reason."""

    added: tuple[Contact, ...] = ()
    known: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
