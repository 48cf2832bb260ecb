"""Messages around a talk: what they are made from, what they say, and what is wrong with them. Nothing is ever sent."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from coach.records.words import Record, Text


class MessageKind(StrEnum):
    """What a message is for."""

    REQUEST = "request"
    REMINDER = "reminder"
    CONFIRMATION = "confirmation"
    THANKS = "thanks"
    NEWS = "news"
    THANKS_INTRODUCER = "thanks_introducer"


class Channel(StrEnum):
    """How it goes: by e-mail, as a note of a professional network, as a text message, or said on the telephone."""

    EMAIL = "email"
    NOTE = "note"
    TEXT = "text"
    CALL = "call"


class Register(StrEnum):
    """Whose customs its greeting and goodbye follow."""

    NEW_ZEALAND = "nz"
    BRITISH = "uk"
    AMERICAN = "us"


class MessageBrief(Record):
    """What a message is made from; empty where it is not known.

    `me` is the learner's name, `who_i_am` one clause ("a Year 13 student at Nayland College"), `link` how they come to write, as a sentence of its own ("My aunt Carol plays netball
    with you."), `purpose` what they want to learn, after "to" ("find out whether surveying would suit me"), `said` what was said in the talk, after "that", `plan` what they will do
    with it, after "I will", `met` whom the introducer led to, `when` and `where` the meeting. `te_reo` where the learner greets in te reo Māori.
    """

    to_name: Text
    me: Text
    who_i_am: str = ""
    link: str = ""
    purpose: str = ""
    minutes: int = Field(default=20, ge=10, le=60)
    said: str = ""
    plan: str = ""
    met: str = ""
    when: str = ""
    where: str = ""
    te_reo: bool = False


class Message(Record):
    """A message to copy: `subject` for an e-mail only."""

    kind: MessageKind
    channel: Channel
    subject: str = ""
    body: Text


class MessageCheck(Record):
    """One rule of `coach.messages`: whether the message keeps to it, what is wrong, and how to mend it."""

    id: Text
    ok: bool
    why: str = ""
    mend: str = ""
