"""The learner's contacts: kept, found, taken in and out as a list, and whom to ask next."""

from __future__ import annotations

from datetime import date

from coach import network as network_stage
from coach.coaching.wiring import Wiring, new_id
from coach.errors import InputRejected, NotReady
from coach.records import Contact, ContactImport, Due, Suggestion


class Networking(Wiring):
    """Contacts and rings."""

    def add_contact(self, name: str, **known: object) -> Contact:
        """A new contact, kept. Raises `InputRejected` without a name, for somebody who is there already, or for a way that leads nowhere or in a circle."""
        if not name.strip():
            raise InputRejected("A contact needs a name.", mend="Give the name, or what you know them by.")
        contact = Contact.model_validate({"id": new_id(), "name": " ".join(name.split()), **known})
        same = network_stage.find_same(contact, self.list_contacts())
        if same is not None:
            raise InputRejected(f"{same.name} is among your contacts already.", mend=f"Change them with: coach contacts set {same.id}")
        return self._keep_contact(contact)

    def change_contact(self, id_or_name: str, **changes: object) -> Contact:
        """The contact with these changes, kept. Raises `NotReady` and `InputRejected`."""
        before = self.find_contact(id_or_name)
        return self._keep_contact(Contact.model_validate({**before.model_dump(), **{key: value for key, value in changes.items() if value is not None}}))

    def find_contact(self, id_or_name: str) -> Contact:
        """The one contact of this id or name, or the only one whose name holds these words. Raises `NotReady`."""
        wanted = " ".join(id_or_name.casefold().split())
        held = self.list_contacts()
        exact = [one for one in held if one.id == id_or_name or one.name.casefold() == wanted]
        found = exact or [one for one in held if wanted and wanted in one.name.casefold()]
        if len(found) != 1:
            happened = "There is no such contact." if not found else f"Several contacts fit: {', '.join(one.name for one in found[:5])}."
            raise NotReady(happened, mend="See yours with: coach contacts list")
        return found[0]

    def list_contacts(self) -> tuple[Contact, ...]:
        """All contacts, from the innermost ring outward, by name."""
        return tuple(sorted(self.store.list_contacts(), key=lambda one: (one.ring, one.name.casefold())))

    def remove_contact(self, id_or_name: str) -> Contact:
        """Forget a contact; those whom they led to stay, without saying by whom. Gives the one that was removed. Raises `NotReady`."""
        gone = self.find_contact(id_or_name)
        for one in self.list_contacts():
            if one.led_by == gone.id:
                self._save(one.model_copy(update={"led_by": "", "may_use_name": False}))
        self.store.remove_contact(gone.id)
        return gone

    def import_contacts(self, raw: bytes) -> ContactImport:
        """The contacts of a CSV file, kept in one go: those that are there already stay as they are, rows that cannot be used are told. Raises `InputRejected`."""
        read, left = network_stage.read_contacts(raw, new_id=new_id)
        index = network_stage.Index(self.list_contacts())
        added: list[Contact] = []
        known: list[str] = []
        for contact in read:
            if index.find_same(contact) is not None:
                known.append(contact.name)
                continue
            index.add(contact)
            added.append(contact)
        kept = {one.id for one in added}
        now = self._clock.now()
        ready = tuple(one.model_copy(update={"updated_at": now, "led_by": one.led_by if one.led_by in kept else ""}) for one in added)
        held = {one.id: one for one in (*self.list_contacts(), *ready)}
        for one in ready:
            network_stage.check_led_by(one, held)
        self.store.save_contacts(ready)
        return ContactImport(added=ready, known=tuple(known), left=left)

    def export_contacts(self) -> bytes:
        """All contacts as CSV."""
        return network_stage.write_contacts(self.list_contacts())

    def suggest_next(self) -> Suggestion | None:
        """Whom to ask next, and why; None where nobody is left."""
        return network_stage.suggest_next(self.list_contacts())

    def list_due(self, *, today: date | None = None) -> tuple[Due, ...]:
        """What is to be done today over all contacts, the oldest first."""
        return network_stage.find_due(self.list_contacts(), today=today or self._clock.now().astimezone().date())

    def _keep_contact(self, contact: Contact) -> Contact:
        network_stage.check_led_by(contact, {one.id: one for one in self.list_contacts()} | {contact.id: contact})
        return self._save(contact)

    def _save(self, contact: Contact) -> Contact:
        kept = contact.model_copy(update={"updated_at": self._clock.now()})
        self.store.save_contacts((kept,))
        return kept
