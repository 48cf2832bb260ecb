"""Rings: the next person comes from the innermost ring with an open way (pedagogy, requirement 33), and what is due is told without scolding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from coach.errors import InputRejected
from coach.records import Contact, ContactStatus, Due, Ring, Suggestion

REMIND_AFTER, THANK_AFTER, NEWS_AFTER = timedelta(days=7), timedelta(days=1), timedelta(days=28)
"""A request is followed by one reminder after a week, a talk by thanks within a day, thanks by news after four weeks (pedagogy S19 to S23)."""

_FEWEST_DIGITS = 7
_HEARD = frozenset({ContactStatus.MET, ContactStatus.THANKED, ContactStatus.IN_TOUCH})
_WHYS = {
    Ring.FAMILY_AND_FRIENDS: "They know you already, so asking is easy.",
    Ring.INTRODUCED: "{by} led you there, and you may say so.",
    Ring.SECOND_STEP: "{by} led you there, and you may say so.",
    Ring.COLD: "Nobody nearer is left to ask, so this is the time for somebody who does not know you yet.",
}


def suggest_next(contacts: Iterable[Contact]) -> Suggestion | None:
    """Whom to ask next: of those not asked yet the innermost with an open way, a cold one only where rings 0 to 2 hold none; None where nobody is left."""
    known = {contact.id: contact for contact in contacts}
    ideas = sorted((one for one in known.values() if one.status is ContactStatus.IDEA), key=lambda one: (one.ring, one.name.casefold()))
    for contact in ideas:
        if contact.ring is not Ring.COLD and not _is_open(contact, known):
            continue
        by = known[contact.led_by].name if contact.led_by in known else "Somebody"
        return Suggestion(contact=contact, why=_WHYS[contact.ring].format(by=by))
    return None


def _is_open(contact: Contact, known: Mapping[str, Contact]) -> bool:
    """Family and friends always; somebody further out where the one who led there was talked to and may be named."""
    if contact.ring is Ring.FAMILY_AND_FRIENDS:
        return True
    leader = known.get(contact.led_by)
    return leader is not None and contact.may_use_name and (leader.status in _HEARD or leader.ring is Ring.FAMILY_AND_FRIENDS)


def find_due(contacts: Iterable[Contact], *, today: date) -> tuple[Due, ...]:
    """What is to be done up to today, the oldest first: one reminder, thanks, news, and what was promised."""
    found: list[Due] = []
    for one in contacts:
        if one.status is ContactStatus.ASKED and one.asked_on and one.reminded_on is None:
            found.append(_due(one, "Remind them, once and kindly.", one.asked_on + REMIND_AFTER, today))
        if one.status is ContactStatus.MET and one.meets_on and one.thanked_on is None:
            found.append(_due(one, "Send your thanks, with something that was said.", one.meets_on + THANK_AFTER, today))
        if one.status is ContactStatus.THANKED and one.thanked_on and one.news_on is None:
            found.append(_due(one, "Tell them what came of it.", one.thanked_on + NEWS_AFTER, today))
        if one.promised and one.promised_by:
            found.append(_due(one, f"You promised: {one.promised}", one.promised_by, today))
    return tuple(sorted((due for due in found if due.on <= today), key=lambda due: (due.on, due.name.casefold())))


def _due(contact: Contact, what: str, on: date, today: date) -> Due:
    return Due(contact_id=contact.id, name=contact.name, what=what, on=on, days_late=max(0, (today - on).days))


def check_led_by(contact: Contact, contacts: Mapping[str, Contact]) -> None:
    """Raises `InputRejected` where nobody of that id is known, or the way would lead in a circle."""
    seen, here = {contact.id}, contact.led_by
    while here:
        if here in seen:
            raise InputRejected(f"{contact.name} would have led to themselves.", mend="Name somebody else as the one who led you there.")
        if here not in contacts:
            raise InputRejected("The one who led you there is not among your contacts.", mend="Add them first.")
        seen.add(here)
        here = contacts[here].led_by


class Index:
    """Contacts by what tells that two are the same person: e-mail, telephone, name."""

    def __init__(self, contacts: Iterable[Contact] = ()) -> None:
        self._by_reach: dict[str, Contact] = {}
        self._by_name: dict[str, list[Contact]] = {}
        for contact in contacts:
            self.add(contact)

    def add(self, contact: Contact) -> None:
        """Know this contact too."""
        for reach in _reaches(contact):
            self._by_reach.setdefault(reach, contact)
        self._by_name.setdefault(_flat(contact.name), []).append(contact)

    def find_same(self, contact: Contact) -> Contact | None:
        """The contact that is the same person: by e-mail, by telephone, or by name where nothing speaks against it."""
        for reach in _reaches(contact):
            if reach in self._by_reach and self._by_reach[reach].id != contact.id:
                return self._by_reach[reach]
        return next((other for other in self._by_name.get(_flat(contact.name), ()) if other.id != contact.id and not _differ(contact, other)), None)


def find_same(contact: Contact, contacts: Iterable[Contact]) -> Contact | None:
    """The contact among these that is the same person, or None."""
    return Index(contacts).find_same(contact)


def _reaches(contact: Contact) -> tuple[str, ...]:
    phone = re.sub(r"\D", "", contact.phone)
    return (*((_flat(contact.email),) if contact.email else ()), *((phone[-8:],) if len(phone) >= _FEWEST_DIGITS else ()))


def _differ(one: Contact, other: Contact) -> bool:
    """Whether two of one name have another e-mail or another employer."""
    pairs = ((one.email, other.email), (one.employer, other.employer))
    return any(mine and theirs and _flat(mine) != _flat(theirs) for mine, theirs in pairs)


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())
