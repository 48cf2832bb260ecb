"""Of what kind a clause is, so that fitting questions find it: a piece of work, a step in a career, an earlier role, news, a view ..."""

from __future__ import annotations

import re
from collections.abc import Callable

from coach.engines.offline.questions.clauses import Clause, Tense
from coach.engines.offline.questions.verbs import core, form_of
from coach.records import About, Record

_STUDY_KEYS = ("education", "qualification", "study", "training", "licence", "degree")
_PAST_KEYS = ("previous", "path", "background", "earlier", "before", "career")
_STUDIED = re.compile(r"\b(studied|graduated|trained|qualified|degree|diploma|apprenticeship|master'?s|bachelor|course|exam|phd|dip)\b", re.I)
_STEPPED = re.compile(
    r"^(?:(?:in|after|before|at|since|then|later|last|from) [^y]{0,40})?you (?:joined|started|began|became|moved (?!the\b|your\b)|were promoted|got moved|got promoted|"
    r"switched|left|retrained|took over|came (?!\d|first|second|third)|went (?:back|into|on|to (?!\d))|got into|set up|founded|trained)\b",
    re.I,
)
_ROLE = re.compile(r"you (?:were an? |worked (?!on\b|\d+ days)|spent |have spent |used to |did \w+ years |have worked )", re.I)
_LONG_TIME = re.compile(
    r"^you have spent |\b(?:since|for) (?:\w+ ){0,2}(?:(?:1[5-9]|20)\d\d|\w+ years)|\b\d+ (?:years|winters|seasons|summers)(?: now)?$|\bqualified \d+ years|^you have been .*\b(?:nine|eight|seven|six|five|four|three|two|ten|twelve|fifteen|twenty|\d+) "
    r"(?:years|winters|seasons|summers)$",
    re.I,
)
_VIEW = re.compile(r"^you (?:\w+ly )?(?:believe|think|prefer|say|argue|would rather|want|hope|care)\b", re.I)
_MANNER = re.compile(r"^you (?:try|never|always|will not|would not|refuse|insist|say no)\b", re.I)
_MOMENT = re.compile(
    r"\byou (?:were|had|lost|saw|heard|got caught|worked \d+ days|got your own|went to \d|went home|stayed|dug out|found|grew up|followed|met|waited)\b"
)
_PROJECT = re.compile(
    r"\byou (?:built|rebuilt|designed|redesigned|led|made|set up|moved|cut|introduced|turned|created|ran|wrote|carved|restored|converted|planted|fitted|recast|"
    r"started|developed|organised|launched|put together|mapped|repaired|translated|grew (?!up)|raised|rewrote|redrew|installed|did the)\b"
)
_COUNTS = re.compile(
    r"(?<!by )(?<!at )(?<!level )(?<!in )(?<!since )(?<!\d-)\b(?!(?:19|20)\d\d\b|[1-4] )\d[\d,.]*(?: [\w-]+){0,2}? (?!years\b|months\b|hours\b|minutes\b|metres\b|days\b|"
    r"is\b|was\b|has\b|seasons\b|times\b)(?:[\w-]{2,}s|people|staff|sheep|cattle|children|tamariki|whānau|m²|ha|hectares|patients)\b|"
    r"\b(?:four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|hundreds of|dozens of) (?:[\w-]+ )?(?!years|months|hours|minutes)[\w-]{2,}s\b",
    re.I,
)
_BESIDE = re.compile(r"\b(?:while|part[- ]time|correspondence|evenings?|nights?|online|distance|weekends?|short course|course in)\b", re.I)
_HOLDS = re.compile(r"^you (?:\w+ )?(?:have|hold|got|carry) ", re.I)
_HAS = re.compile(r"^(?:you (?:\w+ )?have |your )", re.I)
_LIKES = re.compile(r"^you (?:\w+ ){0,2}(?:like|love|enjoy)\b", re.I)
_TEAM = re.compile(r"\b(?:team|crew|gang) of\b|\byour team\b|\byou are \d+|\byou are a team\b", re.I)
_APPRENTICED = re.compile(r"\b(?:apprentice(?:ship)?|cadet(?:ship)?|trainee(?:ship)?)\b", re.I)
_SPOKE = re.compile(
    r"\b(?:wrote|written|published|gave|given|presented|recorded|posted) (?:an?|the|two|three|your) (?:\w+ ){0,2}(?:thing|piece|article|column|paper|post|"
    r"book|report|blog|guide|story|essay|talk|lecture|speech|webinar|podcast|keynote|workshop)s?\b|\byour (?:\w+ )?(?:talk|paper|lecture|article) was called\b|\byou (?:spoke|have spoken|presented|"
    r"lectured) (?:at|to|on|about)\b",
    re.I,
)
_PRIZE = re.compile(r"\b(came (?:1st|2nd|3rd|first|second|third)|won|award|awarded|prize|medal|finalist|named .* of the year)\b", re.I)
_LEFT = re.compile(r"^you (?:left (?:school|college|university|uni)|dropped out|finished school|quit (?:school|college|university|uni))\b", re.I)
_NEW = re.compile(r"\b(?:since last|new)\b")

WEIGHTS = {
    "noted": 5.0,
    "deed": 7.0,
    "work": 5.5,
    "load": 6.5,
    "news": 7.0,
    "leaving": 4.0,
    "step": 4.5,
    "step_as": 5.0,
    "past_role": 4.5,
    "project": 7.0,
    "moment": 7.0,
    "view": 5.0,
    "manner": 5.0,
    "spoke": 6.5,
    "being": 5.0,
    "study_done": 3.0,
    "tenure": 2.0,
    "volume": 5.0,
    "team": 4.0,
}
"""How much there is to build on; 3.5 for a kind that is not named."""


class _Case(Record):
    """A clause with the words of its fact's key, as the tests below see it."""

    text: str
    tense: Tense
    key: str
    has_figure: bool

    @property
    def is_past(self) -> bool:
        """Whether it is told in the past tense."""
        return self.tense is Tense.PAST

    @property
    def is_over(self) -> bool:
        """Whether it lies behind, also when told in the perfect."""
        return self.tense in {Tense.PAST, Tense.PERFECT}

    @property
    def is_standing(self) -> bool:
        """Whether it goes on."""
        return self.tense in {Tense.PERFECT, Tense.STATE}


_Test = Callable[[_Case], bool]

_PERSON: tuple[tuple[_Test, tuple[str, ...]], ...] = (
    (lambda c: c.is_standing and bool(_LONG_TIME.search(c.text)), ("tenure",)),
    (lambda c: c.is_past and bool(_LEFT.match(c.text)), ("leaving",)),
    (lambda c: is_study_key(c.key) and c.is_over and bool(_APPRENTICED.search(c.text)), ("apprentice",)),
    (lambda c: is_study_key(c.key) and c.is_over and bool(_BESIDE.search(c.text)), ("study_beside", "study_done")),
    (lambda c: is_study_key(c.key) and c.is_over, ("study_done",)),
    (lambda c: is_study_key(c.key) and bool(_HOLDS.match(c.text)), ("licence",)),
    (lambda c: bool(_TEAM.search(c.text)), ("team",)),
    (lambda c: c.is_over and bool(_SPOKE.search(c.text)), ("spoke",)),
    (lambda c: c.is_past and "project" not in c.key and bool(_STEPPED.match(c.text)) and bool(re.search(r" as an? ", c.text)), ("step_as",)),
    (lambda c: c.is_past and "project" not in c.key and bool(_STEPPED.match(c.text)), ("step",)),
    (lambda c: c.is_past and bool(_PRIZE.search(c.text)), ("prize",)),
    (lambda c: c.is_over and bool(_ROLE.search(c.text)) and "project" not in c.key, ("past_role",)),
    (lambda c: c.is_past and "you were the one" in c.text, ("moment",)),
    (lambda c: c.is_past and bool(re.search(r"\byou (?:grew up|followed|met|heard|saw|found|worked \d+ days|got your own)\b", c.text)), ("moment",)),
    (lambda c: c.is_past and (c.text.startswith("before ") or "previous" in c.key or "earlier" in c.key), ("past_role",)),
    (lambda c: c.is_past and is_past_key(c.key) and not _PROJECT.search(c.text) and not re.search(r"\d", c.text), ("step",)),
    (lambda c: c.is_past and bool(_PRIZE.search(c.text)), ("prize",)),
    (lambda c: c.is_past and bool(_APPRENTICED.search(c.text)) and "project" not in c.key, ("apprentice",)),
    (lambda c: c.is_past and bool(_STUDIED.search(c.text)) and "project" not in c.key, ("study_done",)),
    (lambda c: c.is_past and bool(_MOMENT.search(c.text)), ("moment",)),
    (lambda c: c.is_past and bool(_PROJECT.search(c.text)), ("project", "deed")),
    (lambda c: c.is_over, ("deed",)),
    (lambda c: bool(_VIEW.match(c.text)), ("view",)),
    (lambda c: bool(_MANNER.match(c.text)), ("manner",)),
    (lambda c: bool(_LIKES.match(c.text)), ("liking",)),
    (lambda c: " on call " in c.text or bool(re.match(r"you (?:start|finish|begin|work) (?:at|from) \d", c.text)), ("duty",)),
    (lambda c: bool(re.match(r"you are (?:\w+ ){0,2}member of\b", c.text)), ("member",)),
    (lambda c: c.text.startswith("your ") and not re.match(r"your (?:current |new |main )?(?:work|job|role|week|day|team|focus)\b", c.text), ("yours",)),
    (lambda c: c.tense is Tense.STATE or bool(_HAS.match(c.text)), ("being",)),
    (lambda c: c.has_figure, ("load", "work")),
    (lambda _: True, ("work",)),
)

_ORGANISATION: tuple[tuple[_Test, tuple[str, ...]], ...] = (
    (lambda c: bool(_TEAM.search(c.text)), ("team",)),
    (lambda c: c.is_standing and bool(_LONG_TIME.search(c.text)), ("history",)),
    (lambda c: c.tense is Tense.PERFECT and " just " not in c.text and "news" not in c.key, ("business",)),
    (lambda c: c.is_over or c.tense is Tense.PROGRESSIVE or bool(_NEW.search(c.text)), ("news",)),
    (lambda c: c.has_figure, ("volume",)),
    (lambda _: True, ("business",)),
)


def find_kinds(clause: Clause, *, key: str, about: About) -> tuple[str, ...]:
    """The kinds of a clause about the person or the organisation, the nearest first."""
    if about is About.ORGANISATION and "found" in key:
        return ("history",)
    if about is About.ORGANISATION and ("news" in key or ("purpose" in key and clause.tense is Tense.PROGRESSIVE)):
        return ("news",) if "news" in key else ("business",)
    case = _Case(text=clause.text, tense=clause.tense, key=key, has_figure=bool(_COUNTS.search(clause.text)))
    return next(kinds for test, kinds in (_ORGANISATION if about is About.ORGANISATION else _PERSON) if test(case))


def is_study_key(key: str) -> bool:
    """Whether the key of a fact says that it is about study or training."""
    return any(word in key for word in _STUDY_KEYS)


def is_past_key(key: str) -> bool:
    """Whether the key of a fact says that it is about an earlier job or the way here."""
    return any(word in key for word in _PAST_KEYS)


def says_study(text: str) -> bool:
    """Whether a scrap speaks of a study or a training."""
    return bool(_STUDIED.search(text))


def kind_of_aim(clause: str, *, is_general: bool = False) -> str:
    """Whether an aim is about the learner, about how things are, about the host's past or present; `is_general` where its "you" may mean anybody."""
    words = [core(word) for word in clause.split()]
    asks, subject = words[0], words[1]
    if {"i", "my", "me"} & set(words):
        return "aim_me"
    if (asks == "why" and subject == "you") or (asks == "what" and words[1:3] in (["made", "you"], ["drew", "you"], ["brought", "you"], ["led", "you"])):
        return "aim_why"
    if is_general and _means_anybody(words):
        return "aim_you"
    if not {"you", "your"} & set(words):
        return "aim_if" if asks == "whether" else "aim_how"
    return _kind_to_host(asks, subject, words)


def _means_anybody(words: list[str]) -> bool:
    """Whether the "you" of an aim, which stood so in the notes, may be anybody: "whether you need steady hands", "how you train your ear"."""
    asks, subject = words[0], words[1]
    if subject != "you" or asks == "how" or {"if", "when", "your"} & set(words[1:]):
        return True
    return len(words) > 2 and words[2] in {"need", "must", "should", "get", "stop", "start", "can"}


def _kind_to_host(asks: str, subject: str, words: list[str]) -> str:
    if "would" in words and "you" in words:
        return "aim_would"
    if subject == "you" and asks == "what":
        return "aim_what"
    past = any(form_of(word) == "past" or word in {"were", "was", "had"} for word in words[2:5])
    return "aim_past" if subject == "you" and asks == "how" and past else "aim_now"
