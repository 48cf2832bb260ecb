"""The sheet to take along, drawn from dossier and questions: goals, opening lines, the course of the talk by the clock, and what not to forget at the end.

What is said aloud and what is to be found out come from the learner's own words where those come out clean; else plain words that fit any talk stand there.
Other people and private spans of the notes never get on a sheet (`Shield`).
"""

from __future__ import annotations

import re

from coach.engines.offline.questions.aims import Aim, find_aims
from coach.engines.offline.questions.roles import is_role
from coach.engines.offline.questions.words import article
from coach.manner.phases import measure_phases
from coach.questions.classics import find_classic
from coach.questions.shield import Shield
from coach.records import About, Dossier, Phase, QuestionList, Sheet, SheetLookUp, SheetPhase, Topic

NAME_BLANK = "________"
"""Where the learner writes or says their name; the coach does not know it."""

TITLES = {
    Phase.OPEN: "Opening",
    Phase.STORY: "Their story",
    Phase.WORK: "The work and the field",
    Phase.ADVICE: "Advice for me",
    Phase.REFERRAL: "Who else, and the next step",
    Phase.CLOSE: "Close",
}

CHECKLIST = (
    "Say that the time is nearly up, and one thing I take away.",
    "Thank them for their time.",
    "Ask who else I could talk to, and whether I may mention their name.",
    "Ask whether I may write if one more question comes up.",
    "Afterwards: note what I promised to do.",
    "Within 24 hours: send a thank-you that names one thing they told me.",
)
"""The close and the day after it (pedagogy 1.1 and 1.3, phases 5 to 7: time signal, thanks, referral with leave to use the name, note within a day)."""

MOST_GOALS = 4
MOST_GOALS_OF_OWN = 3
MOST_LOOK_UPS = 3
"""More would not be read on the way to the meeting."""

_GOALS = {
    Topic.HARD: "Find out what is hard about this work, and whether I could live with that.",
    Topic.WORK: "Find out what an ordinary week is really like.",
    Topic.JOY: "Find out what makes this work worth doing.",
    Topic.PATH: "Find out how somebody comes to do this work.",
    Topic.ENTRY: "Find out how people get started in it now.",
    Topic.SKILL: "Find out what I would have to get good at.",
    Topic.FIELD: "Find out where this work is heading.",
    Topic.ORG: "Find out what it is like where they work.",
    Topic.ADVICE: "Find out what I could try next.",
}
"""Goals by topic, the one most worth having first."""

_PARTING = "Come away with one more person to talk to, and one thing to try."

_LEFT_OPEN = {
    "person_role": (None, "What their work is called"),
    "person_path": (Topic.PATH, "How they came to this work"),
    "person_education": (Topic.PATH, "What they studied or trained in"),
    "person_work_focus": (Topic.WORK, "What they are working on now"),
    "org_name": (None, "Where they work"),
    "org_purpose": (Topic.ORG, "What the place where they work does"),
    "org_recent_news": (Topic.ORG, "What is new where they work"),
    "org_size": (Topic.ORG, "How big the place where they work is"),
    "occ_tasks": (Topic.WORK, "What people in this work do"),
    "occ_entry_route": (Topic.ENTRY, "How people usually get into this work"),
    "occ_outlook": (Topic.FIELD, "Whether this work is growing or shrinking"),
}
"""For each gap that can be looked up: the topic it belongs to, and what to look up. Ids of `coach.dossier.gaps`."""

_TOLD_BY = {"day": "occ_tasks", "training": "occ_entry_route", "demand": "occ_outlook"}
"""Classic questions which, answered by the material, close a gap."""

_PRONOUNS = {"she": "Qsheq", "he": "Qheq", "her": "Qherq", "him": "Qhimq", "his": "Qhisq", "hers": "Qhersq", "herself": "Qherselfq", "himself": "Qhimselfq"}
_PRONOUN = re.compile(rf"\b(?:{'|'.join(_PRONOUNS)})\b", re.I)
_STAND_IN = re.compile("|".join(_PRONOUNS.values()))
_UNCLEAR = re.compile(
    r"^(?:whether|how|why) (?:that|this|do|does|did|is|are|can)\b|^what (?:that|this|do|does|did)\b|^(?:whether|how) it is like\b|"
    r"(?:,| or) (?:is|are|was|were|can|could|do|does|did|would|should) (?:i|it|that|this|you|he|she|they)\b",
    re.I,
)
"""Words out of a purpose that point at something left behind, or stand in the order of a question."""

_ASKS_HOST = re.compile(r"^whether you (?!(?:can|could|need|must|should|have to|would)\b)", re.I)
_BLUNT = re.compile(rf"{_ASKS_HOST.pattern}|^how you are\b|^how many hours you\b|\bone's\b|\b(?:hate|hates|bored|boring|lucky|stupid)\b", re.I)
"""What is too near to the other person, or too stiff, for the second sentence said to a stranger."""

_WISH = re.compile(
    r"\?|\b(?:find out|know|ask|hear|learn|understand|wonder|whether|curious)\b|"
    r"\b(?:is|are|can|could|do|does|will) (?:it|that|this|i|you|there)\b",
    re.I,
)
_SAID_TO_HOST = re.compile(r"\b(made|brought|led|drew|got) you\b")
_MARKS = str.maketrans(dict.fromkeys("<>{}\\|`*", " "))
_RANK = re.compile(r"^(?:senior|junior|principal|chief|lead|head) (?=\w)", re.I)
_NOT_SPOKEN = re.compile(r"[^\w' -]|\d|\bof\b|_")
_LONGEST_QUOTE = 200
_LONGEST_SPOKEN = 16
_CHAT = re.compile(r" (?:is fine|it is|is good|works|suits)(?: (?:for )?me)?(?=,|$)", re.I)


class _Words:
    """The learner's purpose without what is private: `aims` as said to the host, `noted` the same as the learner would note them, `quote` the words as they stand."""

    def __init__(self, dossier: Dossier) -> None:
        purpose = Shield(dossier).clear(dossier).meeting_purpose
        self.aims = tuple(one for aim in find_aims(purpose) for one in _split(aim))
        protected = _PRONOUN.sub(lambda match: _PRONOUNS[match[0].lower()], purpose)
        self.noted = tuple(_restored(one) for aim in find_aims(protected) for one in _split(aim))
        self.asks = purpose.count("?")
        plain = re.sub(r"^(?:[-:]+ ?|me: ?)+", "", " ".join(purpose.replace('"', "'").split()))
        self.quote = plain if plain and _WISH.search(plain) and len(plain) <= _LONGEST_QUOTE else ""

    @property
    def own(self) -> str:
        """What the learner says of themselves, as a sentence without its end; empty where they say nothing that can stand alone."""
        return next((aim.self_said for aim in self.aims if aim.self_said and not _UNCLEAR.search(aim.self_said)), "")


def draw_sheet(dossier: Dossier, questions: QuestionList, *, country: str = "NZ") -> Sheet:
    """The sheet for this meeting; with nothing known it is a general one. Greets as is usual in `country` (two-letter code).

    Questions that name other people or take up a private span are left off, and a notice says so. Phases and minutes: pedagogy 1.3.
    """
    shield = Shield(dossier)
    kept = [question for question in questions.questions if not _touches(shield, question.text)]
    phases = _lay_out([(question.phase, question.text) for question in kept], questions.minutes)
    topics = frozenset(question.topic for question in kept)
    words = _Words(dossier)
    person = dossier.person
    name, role = _open(shield, person.name), _open(shield, person.role) or _open(shield, dossier.occupation.title)
    employer = _open(shield, person.employer) or _open(shield, dossier.organisation.name)
    where = next((fact.text for fact in dossier.facts if fact.about is About.MEETING and fact.key in {"place", "location", "where", "venue"}), "")
    return Sheet(
        title=_title(name, _as_spoken(role)),
        about=", ".join(part for part in (role, employer) if part) if name else employer,
        when=_CHAT.sub("", _open(shield, dossier.meeting_time)),
        where=_open(shield, where),
        minutes=questions.minutes,
        goals=_find_goals(words, dossier, topics),
        look_up_first=_find_look_ups(dossier, questions, shield),
        opening=_say_opening(words, _as_spoken(role), minutes=questions.minutes, country=country),
        phases=phases,
        checklist=CHECKLIST,
        notices=_notices(len(questions.questions) - len(kept)),
    )


def _touches(shield: Shield, text: str) -> bool:
    """Whether the text says something private; signs that only look like markup are no reason to keep it off paper."""
    return shield.blocks(text.translate(_MARKS))


def _open(shield: Shield, text: str) -> str:
    return "" if _touches(shield, text) else " ".join(text.split())


def _notices(left_off: int) -> tuple[str, ...]:
    if not left_off:
        return ()
    which = "One question is" if left_off == 1 else f"{left_off} questions are"
    return (f"{which} not on this sheet, because it could fall into other hands: your notes say something private about that.",)


def _title(name: str, role: str) -> str:
    if name:
        return " ".join(word[:1].upper() + word[1:] for word in name.split()) if name == name.lower() else name
    return f"A talk with {article(role)}" if role else "A talk about work"


def _as_spoken(role: str) -> str:
    """The role as one would say it in a sentence, without rank or article ("Senior Flood Hydrologist" -> "flood hydrologist"); empty where it is not plain."""
    plain = _RANK.sub("", re.split(r",| - | – |\(|/| at | @ ", role)[0].strip())
    words = plain.split()
    mixed = any(word[1:] != word[1:].lower() for word in words)
    if not words or len(words) > 4 or mixed or _NOT_SPOKEN.search(plain) or not (len(words) > 1 or is_role(plain, named=True)):
        return ""
    return plain.lower()


# --- the course of the talk -------------------------------------------------------------------------


def _lay_out(asked: list[tuple[Phase, str]], minutes: int) -> tuple[SheetPhase, ...]:
    """All phases with the minute at which each begins."""
    found: list[SheetPhase] = []
    starts = 0.0
    for phase, length in measure_phases(minutes).items():
        texts = tuple(text for where, text in asked if where is phase)
        found.append(SheetPhase(phase=phase, title=TITLES[phase], starts=starts, minutes=length, questions=texts))
        starts += length
    return tuple(found)


# --- goals ------------------------------------------------------------------------------------------


def _find_goals(words: _Words, dossier: Dossier, topics: frozenset[Topic]) -> tuple[str, ...]:
    """The learner's purpose, then what the notes leave open and the list asks, then what the list asks; last the next person and the next step."""
    goals = list(_own_goals(words))
    most = MOST_GOALS - (Topic.LINKS in topics)
    left_open = [topic for topic, _ in (_LEFT_OPEN[gap.id] for gap in dossier.gaps if gap.id in _LEFT_OPEN) if topic]
    for topic in dict.fromkeys([*left_open[:1], *_GOALS, *left_open]):
        if topic in topics and len(goals) < min(3, most):
            goals.append(_GOALS[topic])
    return (*goals, _PARTING) if Topic.LINKS in topics or not goals else tuple(goals)


def _own_goals(words: _Words) -> tuple[str, ...]:
    """At most three goals out of what the learner wrote; as a quotation where it would not come out clean."""
    wanted = [aim for aim in words.noted if aim.clause or aim.about]
    unclear = any(_UNCLEAR.search(aim.clause) or (words.asks and _ASKS_HOST.search(aim.clause)) for aim in wanted)
    if not wanted or unclear or len(wanted) < words.asks:
        return (f'In my own words: "{words.quote}"',) if words.quote else ()
    return tuple(f"Find out {aim.clause}." if aim.clause else f"Find out more about {aim.about}." for aim in wanted[:MOST_GOALS_OF_OWN])


def _split(aim: Aim) -> tuple[Aim, ...]:
    """Two clauses set side by side with a comma as two aims."""
    parts = re.split(r", (?=(?:whether|how|what|why) )", aim.clause)
    return tuple(Aim(clause=part) for part in parts) if len(parts) > 1 else (aim,)


def _restored(aim: Aim) -> Aim:
    """The aim with he and she again where stand-ins were, which kept them from being turned into you."""
    back = {stand_in: pronoun for pronoun, stand_in in _PRONOUNS.items()}

    def restore(text: str) -> str:
        plain = _STAND_IN.sub(lambda match: back[match[0]], text).replace("one's", "your")
        return _SAID_TO_HOST.sub(r"\1 them", plain)

    return Aim(clause=restore(aim.clause), about=restore(aim.about), self_said=restore(aim.self_said))


# --- look up first ----------------------------------------------------------------------------------


def _find_look_ups(dossier: Dossier, questions: QuestionList, shield: Shield) -> tuple[SheetLookUp, ...]:
    """What the material answers, then what the notes leave open. What the notes answer is not repeated: the other person may see the sheet."""
    answered = [item for item in questions.look_up_first if item.source.kind == "passage" and not _touches(shield, item.text)]
    read = [SheetLookUp(text=item.text, where=_name_source(item.source.title)) for item in answered]
    told = {_TOLD_BY.get(find_classic(item.text), "") for item in answered}
    left_open = [
        SheetLookUp(text=_LEFT_OPEN[gap.id][1], where=_in_sentence(gap.where_to_look)) for gap in dossier.gaps if gap.id in _LEFT_OPEN and gap.id not in told
    ]
    return tuple([*read, *left_open][:MOST_LOOK_UPS])


def _in_sentence(text: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".")


def _name_source(title: str) -> str:
    """Where a passage can be read; the program's own material is on its Library page."""
    return title if title and "corpus" not in title.lower() else "the Library page of the coach"


# --- the opening ------------------------------------------------------------------------------------


def _say_opening(words: _Words, role: str, *, minutes: int, country: str) -> tuple[str, ...]:
    """Greeting and thanks, who I am and what I want to learn, leave to take notes, the time agreed (pedagogy 1.3, phase 1)."""
    greeting = "Kia ora" if country.upper() == "NZ" else "Hello"
    me = f"I'm {NAME_BLANK}"
    looking = f"I am looking into work as {article(role)}" if role else "I am looking into the kind of work you do"
    wish = _say_wish(words)
    who = f"{me}. {words.own}." if words.own else f"{me}, and {looking}."
    return (
        f"{greeting}, and thank you for making time for me.",
        f"{who} {wish}",
        "Is it all right if I take a few notes?",
        f"We said {minutes} minutes, and I will keep to that. Does it still suit you?",
    )


def _say_wish(words: _Words) -> str:
    """What I want to learn, in one sentence to be said to a stranger."""
    clauses = [aim.clause for aim in words.aims if aim.clause and not _BLUNT.search(aim.clause)]
    clear = [clause for clause in clauses if not _UNCLEAR.search(clause) or (words.own and clause.startswith("whether that "))]
    if not clear:
        about = next((aim.about for aim in words.aims if aim.about), "")
        return f"I would like to learn more about {about}." if about else "I would like to learn what the work is really like, and how people come to it."
    both = len(clear) > 1 and all(len(clause.split()) <= _LONGEST_SPOKEN for clause in clear[:2])
    return f"What I would most like to find out is {', and '.join(clear[: 2 if both else 1])}."
