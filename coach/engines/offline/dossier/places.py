"""Names of organisations and places in notes: how far one reaches from where it begins."""

from __future__ import annotations

import re
from functools import lru_cache

from coach.engines.offline.dossier.names import UPPER
from coach.engines.offline.dossier.words import COMMON, DAYS, HONORIFICS, KIN, MONTHS, NUMBERS, ORG_WORDS, ROLE_HEADS

_TOKEN = rf"[{UPPER}0-9][\w'’.&+/-]*"
_JOIN = r"(?:of|and|&|\+|the|for|o|ō|ngā|nga|te|a|e|me|ki|de|du|la|le|des|der|und|für|y|et|van|von)"
_ORGANISATION = re.compile(rf"(?:the\s+|The\s+)?{_TOKEN}(?:[ ]+(?:{_JOIN}[ ]+){{0,3}}{_TOKEN})*")
_PLACE = re.compile(
    rf"(?:(?:[Tt]he|[Cc]o\.)\s+)?[{UPPER}][^\W\d_]+(?:['’.-][^\W\d_]+)*(?:\s+(?:(?:upon|on|of|the|de|la|du|le|o"
    rf"|te)\s+)?[{UPPER}][^\W\d_]+(?:['’.-][^\W\d_]+)*){{0,3}}"
)
_COMPASS = frozenset({"new", "old", "north", "south", "east", "west", "upper", "lower", "great", "port", "mount", "long", "high", "little", "big", "bay"})
_REGION = re.compile(rf",\s*(?:[{UPPER}][^\W\d_]+(?:\s+[{UPPER}][^\W\d_]+){{0,2}})")
_SMALL_STOP = COMMON | DAYS | MONTHS | KIN | NUMBERS | {"since", "near", "bc", "w", "n", "hes", "shes", "theyre", "aka", "but", "so"}
_SMALL_TOKEN = re.compile(r"[^\W_][\w'’&-]*|&")


def find_organisation(text: str, at: int, end: int) -> range | None:
    """Where the name of an organisation stands that begins at `at`: capitalised words joined by of, and, & and the like."""
    match = _ORGANISATION.match(text, at, end)
    if match is None:
        return None
    full_stop = re.search(r"(?<!\bSt)(?<!\bMt)(?<!\bCo)(?<!\bDr)(?<!\b[A-Z])\.\s", match[0])
    named = match[0][: full_stop.start()] if full_stop else match[0]
    stop = at + len(named.rstrip(".,'’-/"))
    words = text[at:stop].split()
    cut = _cut_dates(words)
    if cut < len(words):
        words = words[:cut]
        ends = [match.end() for match in re.finditer(r"\S+", text[at:stop])]
        stop = at + ends[cut - 1] if cut else at
    if not words or not any(mark.isalpha() for mark in words[0]) or all(word.lower() in COMMON | DAYS | MONTHS for word in words):
        return None
    return range(at, stop)


def _cut_dates(words: list[str]) -> int:
    """How many of the words belong to the name: a year, a day or a lone month ends it."""
    for n, word in enumerate(words):
        plain = word.lower().strip(".,")
        if (plain in DAYS and n) or re.fullmatch(r"(?:19|20)\d\d", plain) or (plain in MONTHS and n and n + 1 < len(words)):
            return n - 1 if n and words[n - 1].lower() in {"in", "of", "on"} else n
    return len(words)


def find_small_organisation(text: str, at: int, end: int) -> range | None:
    """The same in notes without capitals: up to four words, ended by an everyday word or a mark."""
    stop, count, place = at, 0, at
    if text[at : at + 1].isdigit():
        return None
    if re.compile(r"works (?:for|at|in|with|as|on)\b").match(text, at):
        return None
    while count < 4:
        match = _SMALL_TOKEN.match(text, place, end)
        word = match[0].lower() if match else ""
        article = word in {"te", "ngā", "nga"} and count < 3
        if (
            match is None
            or (word in _SMALL_STOP and word not in ORG_WORDS and not article)
            or (count == 0 and word in {"school", "company", "work", "home", "uni", "college"})
        ):
            break
        stop, count = match.end(), count + 1
        if text[stop : stop + 1] != " ":
            break
        place = stop + 1
    return range(at, stop) if count else None


@lru_cache(maxsize=8192)
def has_organisation_word(text: str) -> bool:
    """Whether one of the words says that this is an organisation ("Trust", "Ltd", "Hospital", "Rūnanga")."""
    words = [word.lower().strip(".,'’()") for word in text.split()]
    return any(word in ORG_WORDS for word in words) or (len(words) > 1 and words[-1].removesuffix("s") in ORG_WORDS)


@lru_cache(maxsize=8192)
def is_moment_word(word: str) -> bool:
    """Whether a word tells a day, a month or an hour."""
    plain = word.lower().strip(".,:;")
    return plain in DAYS or plain in MONTHS or bool(re.match(r"\d", plain)) or plain in {"noon", "midday", "tomorrow", "today", "tonight", "arvo", "morning"}


def find_place(text: str, at: int, end: int) -> range | None:
    """Where the name of a place stands that begins at `at`, with its region after a comma; names of days, months and jobs are none."""
    match = _PLACE.match(text, at, end)
    if match is None or not is_place(match[0]):
        return None
    region = _REGION.match(text, match.end(), end)
    if region and is_place(region[0].lstrip(", ")) and not re.match(r"\s+(?:is|was|has|said|will|and I)\b", text[region.end() : end]):
        return range(at, region.end())
    return range(at, match.end())


def is_place(text: str) -> bool:
    """Whether capitalised words could name a place."""
    words = [word.lower().strip(".,") for word in text.split() if word.lower() != "co."]
    if all(word.isupper() and len(word) <= 4 for word in text.split()):
        return False
    compass = len(words) > 1 and words[0] in _COMPASS
    return (
        bool(words)
        and not any(word in ORG_WORDS or word in DAYS or word in MONTHS or word in HONORIFICS or word in KIN or word in ROLE_HEADS for word in words)
        and (compass or words[0] not in COMMON)
    )


def find_small_place(text: str, at: int, end: int) -> range | None:
    """A place without capitals: one or two words that are not everyday ones."""
    stop, place = at, at
    for _ in range(2):
        match = _SMALL_TOKEN.match(text, place, end)
        if match is None or match[0].lower() in _SMALL_STOP or not match[0].isalpha() or len(match[0]) < 3:
            break
        stop = match.end()
        if text[stop : stop + 1] != " ":
            break
        place = stop + 1
    return range(at, stop) if stop > at else None
