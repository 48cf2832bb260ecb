"""Drafts of messages from what is known, without a language model. What is not known is left as a gap in square brackets, never made up.

Wordings are drawn by the brief itself, so that the same brief gives the same draft and two learners do not write the same letter.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

from coach.manner.wording import count_words
from coach.messages.checking import MOST_CHARS, MOST_TEXT_WORDS, MOST_WORDS
from coach.records import Channel, Message, MessageBrief, MessageKind, Register

SAID_GAP, PLAN_GAP, LINK_GAP = "[one thing that was really said]", "[what you will do with it]", "[how you come to write to them]"
USUAL_PURPOSE = "learn what your work is really like"
_SPOKEN = re.compile(r"\A\W*(?:i (?:really |just |also )?(?:want|would like|'d like|hope|need|wish|am trying|'m trying|wanted)(?: to)? |to )", re.IGNORECASE)
_VERB = re.compile(
    r"\A(?:find|learn|hear|know|see|understand|decide|work|figure|ask|get|choose|compare|talk|explore|discover|check|weigh|make)\b", re.IGNORECASE
)


def draft_message(brief: MessageBrief, kind: MessageKind, *, channel: Channel = Channel.EMAIL, register: Register = Register.NEW_ZEALAND) -> Message:
    """A message of this kind; where it would be too long for its channel, the less needed is left out."""
    for spare in range(_MOST_SPARE + 1):
        writer = _Writer(brief, channel=channel, register=register, spare=spare)
        body = writer.lay_out(_BODIES[kind](writer))
        if _fits(body, channel):
            break
    return Message(kind=kind, channel=channel, subject=_subject(brief, kind) if channel is Channel.EMAIL else "", body=body)


_MOST_SPARE = 3


def as_purpose(words: str) -> str:
    """A learner's own words on what they want, as they go on after "to"; what is no such clause becomes the usual one."""
    flat = " ".join(words.split()).rstrip(" .!?")
    clause = _SPOKEN.sub("", re.split(r"[.!?]\s", flat, maxsplit=1)[0])
    return clause[:1].lower() + clause[1:] if _VERB.match(clause) else USUAL_PURPOSE


_THEY = re.compile(r"\A(?:she|he|they) (?P<verb>\w+)", re.IGNORECASE)
_BE = {"is": "are", "isn't": "aren't", "has": "have", "hasn't": "haven't", "was": "were", "wasn't": "weren't", "does": "do", "doesn't": "don't"}


def as_heard(said: str) -> str:
    """What was said, as it is told back to the one who said it: "she keeps a notebook of her mistakes" becomes "you keep a notebook of your mistakes"."""
    flat = " ".join(said.split()).rstrip(" .!?")
    match = _THEY.match(flat)
    if match is None:
        return flat
    verb = match["verb"]
    if verb.lower() in _BE:
        verb = _BE[verb.lower()]
    elif not match[0].lower().startswith("they") and verb.endswith("s"):
        verb = f"{verb[:-3]}y" if verb.endswith("ies") else verb[:-2] if verb.endswith(("shes", "ches", "sses", "xes", "oes")) else verb[:-1]
    return f"you {verb}" + re.sub(r"\b(?:her|his|their)\b", "your", flat[match.end() :])


def _fits(body: str, channel: Channel) -> bool:
    if channel is Channel.NOTE:
        return len(body) <= MOST_CHARS
    return count_words(body) <= (MOST_TEXT_WORDS if channel is Channel.TEXT else MOST_WORDS)


class _Writer:
    """The pieces of one message; the more is spared, the shorter they are."""

    def __init__(self, brief: MessageBrief, *, channel: Channel, register: Register, spare: int) -> None:
        self.brief = brief
        self.channel = channel
        self.register = register
        self.spare = spare
        self.brief_form = channel in {Channel.NOTE, Channel.TEXT}

    def pick(self, *wordings: str) -> str:
        """One of these, always the same for the same brief."""
        seed = hashlib.sha256("\x1f".join((self.brief.model_dump_json(), self.channel, self.register, *wordings)).encode()).digest()
        return wordings[int.from_bytes(seed[:4], "big") % len(wordings)]

    @property
    def first(self) -> str:
        """The first name of whom it goes to."""
        words = [word for word in self.brief.to_name.split() if word.rstrip(".").lower() not in {"mr", "mrs", "ms", "miss", "dr", "prof"}]
        return words[0] if words else self.brief.to_name

    @property
    def my_first(self) -> str:
        """The learner's first name."""
        return self.brief.me.split()[0] if self.brief.me.split() else self.brief.me

    def greet(self) -> str:
        """The greeting line."""
        if self.channel is Channel.CALL:
            hello = "Kia ora" if self.brief.te_reo else "Hello"
            return f"{hello}, is that {self.brief.to_name}?"
        if self.brief.te_reo:
            return f"Kia ora {self.first},"
        formal = self.register is Register.BRITISH and self.channel is Channel.EMAIL
        return f"{'Dear' if formal else 'Hi'} {self.first},"

    def close(self) -> str:
        """The goodbye with the learner's name."""
        if self.channel is Channel.CALL:
            return self.pick("Thank you for your time. Goodbye.", "Thanks for listening. Goodbye.")
        if self.brief_form:
            return f"{'Ngā mihi' if self.brief.te_reo else 'Thanks'}, {self.my_first}"
        usual = {Register.NEW_ZEALAND: "Thanks and best wishes", Register.BRITISH: "Kind regards", Register.AMERICAN: "Best regards"}
        return f"{'Ngā mihi' if self.brief.te_reo else usual[self.register]},\n{self.brief.me}"

    def lay_out(self, paragraphs: list[str]) -> str:
        """Greeting, paragraphs and goodbye as the channel wants them."""
        parts = [self.greet(), *(part for part in paragraphs if part), self.close()]
        return (" " if self.channel is not Channel.EMAIL else "\n\n").join(parts)

    def introduce(self) -> str:
        """Who writes."""
        who = self.brief.who_i_am.rstrip(". ") if self.spare < _MOST_SPARE else ""
        name = self.my_first if self.brief_form else self.brief.me
        called = f"my name is {name}" if self.channel is Channel.CALL else f"I'm {name}"
        text = f"{called}, {who}." if who else f"{called}."
        return text[0].upper() + text[1:]

    def link(self) -> str:
        """How they come to write."""
        link = self.brief.link.strip() or LINK_GAP
        return link if link.endswith((".", "!", "?")) else f"{link}."

    def purpose(self) -> str:
        """What they want to learn."""
        purpose = as_purpose(self.brief.purpose) if self.spare < 2 else USUAL_PURPOSE
        if self.brief_form:
            return f"I'd like to {purpose}."
        more = (
            ""
            if self.spare
            else self.pick(
                " I think an hour on the web tells me less than ten minutes with somebody who does it.",
                " You know it from the inside, and I only know it from the outside.",
                "",
            )
        )
        return self.pick(f"I'm hoping to {purpose}.", f"I'd like to {purpose}.", f"What I'd like is to {purpose}.") + more

    def ask(self) -> str:
        """The minutes."""
        minutes = self.brief.minutes
        if self.brief_form:
            return self.pick(f"Would you have {minutes} minutes for a call?", f"Could we talk for {minutes} minutes some time?")
        how = "" if self.spare > 1 else self.pick(", by phone or wherever suits you", ", on the phone or over a coffee", ", in whatever way is easiest for you")
        return self.pick(
            f"Would you have {minutes} minutes to talk in the next few weeks{how}?",
            f"Could I ask you for {minutes} minutes some time in the next few weeks{how}?",
        )

    def way_out(self) -> str:
        """The easy no."""
        if self.brief_form:
            return self.pick("No worries if not.", "No problem at all if not.")
        return self.pick(
            "If it doesn't suit, no worries at all.",
            "I understand if your weeks are full; please just say.",
            "And if you'd rather not, that's quite all right.",
        )


def _request(writer: _Writer) -> list[str]:
    opening = f"{writer.introduce()} {writer.link()}"
    asking = f"{writer.ask()} {writer.way_out()}"
    return [opening, writer.purpose(), asking]


def _reminder(writer: _Writer) -> list[str]:
    minutes = writer.brief.minutes
    wrote = writer.pick(
        f"I wrote a little while ago to ask for {minutes} minutes about your work.",
        f"A week or so ago I asked whether you might have {minutes} minutes to talk about your work.",
    )
    once = (
        ""
        if writer.brief_form
        else writer.pick(
            "I know how full a week gets, so I'm asking just this once more.",
            "Messages slip down the list, mine do too, so here it is once more and then I'll leave you be.",
        )
    )
    return [f"{writer.introduce()} {wrote}", f"{once} {writer.way_out()}".strip()]


def _confirmation(writer: _Writer) -> list[str]:
    brief = writer.brief
    when = f" on {brief.when}" if brief.when else " [day and time]"
    where = f", {brief.where}" if brief.where else ""
    keep = f"I'll bring a few questions and keep to {brief.minutes} minutes." if writer.spare < _MOST_SPARE else ""
    change = "" if writer.brief_form else "If anything changes on your side, a line to me is enough."
    return [f"Thank you for saying yes. See you{when}{where}.", f"{keep} {change}".strip()]


def _thanks(writer: _Writer) -> list[str]:
    said = as_heard(writer.brief.said) or SAID_GAP
    plan = writer.brief.plan.strip().rstrip(".") or PLAN_GAP
    thanked = writer.pick(
        "Thank you for taking the time to talk with me.", "Thank you for talking with me.", "Thank you for your time and for being so open about your work."
    )
    stays = writer.pick(f"What stays with me is that {said}.", f"I keep coming back to one thing: that {said}.", f"I hadn't known that {said}.")
    doing = writer.pick(f"Because of that I'm going to {plan}.", f"So I'm going to {plan}.")
    return [thanked, f"{stays} {doing}"]


def _news(writer: _Writer) -> list[str]:
    plan = writer.brief.plan.strip().rstrip(".") or PLAN_GAP
    since = writer.pick("It's a few weeks since we talked, and I wanted you to hear what came of it.", "A little news, some weeks after our talk.")
    helped = f"You told me that {as_heard(writer.brief.said)}, and I've thought of it often." if writer.brief.said and writer.spare < 2 else ""
    return [
        since,
        f"{helped} I decided to {plan}.".strip(),
        writer.pick("Thank you again for your time; it made a difference.", "Thank you again, it helped me more than you may think."),
    ]


def _introducer(writer: _Writer) -> list[str]:
    met = writer.brief.met or "[whom they led you to]"
    said = writer.brief.said.strip().rstrip(".")
    told = f"I learned that {said}." if said and writer.spare < 2 else "I learned a good deal about the work."
    return [
        f"Thank you for putting me in touch with {met}.",
        f"We've talked now, and {told[0].lower() if told.startswith('We') else told[0]}{told[1:]}",
        writer.pick("I'm glad you thought of it.", "I wouldn't have found my way there without you."),
    ]


_BODIES: dict[MessageKind, Callable[[_Writer], list[str]]] = {
    MessageKind.REQUEST: _request,
    MessageKind.REMINDER: _reminder,
    MessageKind.CONFIRMATION: _confirmation,
    MessageKind.THANKS: _thanks,
    MessageKind.NEWS: _news,
    MessageKind.THANKS_INTRODUCER: _introducer,
}


def _subject(brief: MessageBrief, kind: MessageKind) -> str:
    return {
        MessageKind.REQUEST: f"{brief.minutes} minutes about your work?",
        MessageKind.REMINDER: f"{brief.minutes} minutes about your work, once more",
        MessageKind.CONFIRMATION: f"Our talk{' on ' + brief.when if brief.when else ''}",
        MessageKind.THANKS: "Thank you for our talk",
        MessageKind.NEWS: "What came of our talk",
        MessageKind.THANKS_INTRODUCER: f"Thank you for the introduction{' to ' + brief.met if brief.met else ''}",
    }[kind]
