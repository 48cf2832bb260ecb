"""Messages around a talk: drafted and checked. Nothing is ever sent."""

from __future__ import annotations

from coach import messages as messages_stage
from coach.coaching.wiring import Wiring
from coach.errors import InputRejected
from coach.messages.drafting import as_purpose
from coach.records import Channel, Dossier, Message, MessageBrief, MessageCheck, MessageKind, Register

LONGEST_MESSAGE = 5000
"""Characters of a text that is checked as a message."""


class Writing(Wiring):
    """Requests, reminders, confirmations, thanks and news."""

    def brief_message(self, dossier: Dossier | None, *, me: str, to_name: str = "", **known: object) -> MessageBrief:
        """What a message is made from: what the learner says, and from the dossier whom it goes to and what they want to learn. Raises `InputRejected` without a name."""
        to = to_name.strip() or (dossier.person.name if dossier else "")
        if not to:
            raise InputRejected("It is not known whom the message goes to.", mend="Name the person with --to, or in your notes.")
        if not me.strip():
            raise InputRejected("A message needs your name.", mend="Give it with --me.")
        given = {key: value for key, value in known.items() if value}
        purpose = given.pop("purpose", "") or (as_purpose(dossier.meeting_purpose) if dossier and dossier.meeting_purpose else "")
        when = given.pop("when", "") or (dossier.meeting_time if dossier else "")
        return MessageBrief.model_validate({"to_name": to, "me": me.strip(), "purpose": purpose, "when": when, **given})

    def draft_message(
        self, brief: MessageBrief, kind: MessageKind, *, channel: Channel = Channel.EMAIL, register: Register = Register.NEW_ZEALAND
    ) -> tuple[Message, tuple[MessageCheck, ...]]:
        """A message to copy, with every rule it keeps and does not keep."""
        drafted = messages_stage.draft_message(brief, kind, channel=channel, register=register)
        return drafted, messages_stage.check_message(drafted, to_name=brief.to_name, said=brief.said)

    def check_message(self, text: str, kind: MessageKind, *, to_name: str, channel: Channel = Channel.EMAIL, said: str = "") -> tuple[MessageCheck, ...]:
        """Every rule for the learner's own text, which stays as it is. Raises `InputRejected` where there is none or too much of it."""
        clean = text.strip()
        if not clean:
            raise InputRejected("There is no message to check.", mend="Write it into the file, or give it on standard input.")
        if len(clean) > LONGEST_MESSAGE:
            raise InputRejected("That is far too long for a message.", mend="Give the message alone, without what it answers.")
        return messages_stage.check_message(Message(kind=kind, channel=channel, body=clean), to_name=to_name, said=said)
