"""Names of people in notes: where one stands and how it is written, with capitals or, in phone notes, without."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.engines.offline.dossier.titles import is_role, is_role_head
from coach.engines.offline.dossier.words import COMMON, DAYS, HEADWORDS, HONORIFICS, IWI, KIN, MONTHS, ORG_WORDS, ROLE_HEADS, SURNAMES

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
WORD = rf"[{UPPER}][^\W\d_]*(?:['’][{UPPER}]?[^\W\d_]+)*(?:-[^\W\d_]+(?:['’][^\W\d_]+)*)*"
_PARTICLE = r"(?:de|del|della|der|den|van|von|da|dos|du|di|la|le|bin|binti|bint|al|el|ap|ibn|y|te|ter|ten|'t|ó|ní|nic|mac|mc)"
_HONORIFIC = "|".join(sorted((word for word in HONORIFICS if word not in {"nurse", "coach", "chef", "sister"}), key=len, reverse=True))
_NICKNAME = rf"(?:\s+[\"“]{WORD}[\"”](?=\s))?"
FULL_NAME = re.compile(rf"(?:\b(?P<title>(?i:{_HONORIFIC}))\.?\s+)?\b(?P<name>{WORD}{_NICKNAME}(?:\s+(?:[{UPPER}]\.|{_PARTICLE}(?=\s)))*(?:\s+{WORD}){{0,3}})")
_SMALL_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*")
_RANKS = frozenset({"senior", "junior", "chief", "head", "lead", "vice", "deputy", "principal", "master", "trainee", "assistant", "associate", "apprentice"})
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands in the notes: `text` without honorific, `start` and `end` in the page, `title` the honorific before it in lower case."""

    text: str
    start: int
    end: int
    title: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.text.split())


def find_mentions(text: str, start: int = 0, end: int | None = None) -> list[Mention]:
    """Every run of capitalised words between the offsets that could be the name of a person, longest first where they overlap."""
    found = []
    for match in FULL_NAME.finditer(text, start, len(text) if end is None else end):
        mention = _trim(match)
        if mention is not None:
            found.append(mention)
    return found


def _trim(match: re.Match[str]) -> Mention | None:
    """The name without headwords at its front, role or organisation words at its end; None where nothing is left."""
    words = [(word[0], match.start("name") + word.start(), match.start("name") + word.end()) for word in re.finditer(r"\S+", match["name"])]
    title = (match["title"] or "").lower().rstrip(".")
    while words and not title and (words[0][0].lower() in HEADWORDS or words[0][0].lower() in DAYS or words[0][0].lower() in MONTHS):
        words = words[1:]
        if words and words[0][0].lower().rstrip(".") in HONORIFICS and len(words) > 1:
            title, words = words[0][0].lower().rstrip("."), words[1:]
    if words and not title and len(words) > 1 and words[0][0].lower().rstrip(".") in HONORIFICS:
        title, words = words[0][0].lower().rstrip("."), words[1:]
    while words and (
        words[-1][0].lower() in DAYS
        or (words[-1][0].lower() in HEADWORDS and words[-1][0].lower() not in ORG_WORDS)
        or (len(words) > 2 and words[-1][0].lower() in KIN)
    ):
        words = words[:-1]
    if not words:
        return None
    last = words[-1]
    clipped = _POSSESSIVE.sub("", last[0])
    words[-1] = (clipped, last[1], last[2] - len(last[0]) + len(clipped))
    text = match.string[words[0][1] : words[-1][2]]
    return Mention(text, words[0][1], words[-1][2], title) if looks_like_name(text, titled=bool(title)) else None


def looks_like_name(text: str, *, titled: bool = False) -> bool:
    """Whether capitalised words could name a person: none of them names an organisation, a day, a relative or, with no honorific, a job."""
    words = [word.lower().strip(".,'’") for word in text.split()]
    if any(word.removesuffix("s") in DAYS or word.removesuffix("s") in MONTHS for word in words):
        return False
    if not 1 <= len(words) <= 5 or any(len(word) < 2 and not titled for word in words[:1]):
        return False
    if any(word in ORG_WORDS or word in DAYS or word in MONTHS or word in KIN for word in words):
        return False
    if (
        words[0] in IWI
        or words[0] in HEADWORDS
        or (words[0] in COMMON and not (words[0] == "te" and len(words) > 1 and (titled or "-" in text)))
        or all(word.isupper() and len(word) <= 4 for word in text.split())
    ):
        return False
    if len(words) > 1 and words[-1] in COMMON and words[-1] not in ROLE_HEADS:
        return False
    job = is_role(text) if len(words) == 1 else words[-1] in ROLE_HEADS and (words[-1] not in SURNAMES or len(words) > 2)
    return titled or not (job or (words[0] in _RANKS and is_role(text)) or (is_role_head(words[0]) and words[0] not in SURNAMES))


def find_small_name(text: str, at: int) -> Mention | None:
    """In notes without capitals: a first and perhaps a last name that begins at `at`; everyday words, jobs and days end it."""
    words: list[re.Match[str]] = []
    place = at
    while len(words) < 3:
        match = _SMALL_WORD.match(text, place)
        if match is None or not _could_be_small_name(match[0]):
            break
        words.append(match)
        if text[match.end() : match.end() + 1] != " ":
            break
        place = match.end() + 1
    if len(words) == 3:
        words = words[:2]
    return Mention(text[words[0].start() : words[-1].end()], words[0].start(), words[-1].end()) if words else None


def find_small_name_before(text: str, at: int) -> int | None:
    """In notes without capitals: where the name begins whose last word ends at `at` ("desmond achebe | hes a signwriter"); None where there is none."""
    words = list(_SMALL_WORD.finditer(text, max(0, at - 45), at))[-2:]
    if len(words) < 2 or words[-1].end() != at or words[0].end() + 1 != words[1].start():
        return None
    return words[0].start() if all(_could_be_small_name(word[0]) for word in words) else None


def _could_be_small_name(word: str) -> bool:
    plain = word.lower()
    known = COMMON | DAYS | MONTHS | KIN | ORG_WORDS | HONORIFICS
    return len(plain) > 2 and plain not in known and _POSSESSIVE.sub("", plain) not in known and plain not in ROLE_HEADS
