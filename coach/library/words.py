"""Words as the library compares them: case, accents, plurals and British or American spelling make no difference.

Both sides of every comparison go through here, so that a folding that looks odd ("hour" to "hor") harms nothing as long as few words collide.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+(?:[+#]+(?![a-z0-9]))?")
_HYPHENATED = re.compile(r"\b[a-z0-9]+(?:-[a-z0-9]+)+\b")
_APOSTROPHES = re.compile("['’‘`]")
_SPELLINGS = (
    (re.compile(r"ae(?=[a-z])"), "e"),  # paediatric, anaesthetist
    (re.compile(r"oe(?=[dlst][a-z])"), "e"),  # foetal, oestrogen
    (re.compile(r"our(?=s?$|er$|ing$|ed$|ist$|ful$)"), "or"),  # labour, harbour
    (re.compile(r"([bcdnt])re(?=s?$)"), r"\1er"),  # centre, theatre, fibre
    (re.compile(r"([a-z]{3})is(?=e$|er$|ing$|ed$|ation$|ational$)"), r"\1iz"),  # organise
    (re.compile(r"lys(?=e$|er$|ing$|ed$)"), "lyz"),  # analyse
    (re.compile(r"([a-z]{2})ogue(?=s?$)"), r"\1og"),  # catalogue
    (re.compile(r"ll(?=ing$|ed$|er$|or$)"), "l"),  # travelling, counsellor
    (re.compile(r"enc(?=e$|ed$|ing$)"), "ens"),  # licence, defence
    (re.compile(r"practis"), "practic"),
    (re.compile(r"programme(?=s?$)"), "program"),
    (re.compile(r"^tyre"), "tire"),
    (re.compile(r"^plough"), "plow"),
    (re.compile(r"ium$"), "um"),  # aluminium
)
"""British to American endings, applied to both sides alike."""

_PLURALS = (
    (re.compile(r"^buss?es$"), "bus"),
    (re.compile(r"(?<=[a-z]{3})ies$"), "y"),
    (re.compile(r"(?<=[a-z]{2})(ss|sh|ch|x|z)es$"), r"\1"),
    (re.compile(r"(?<=[a-z]{2}[^sui])s$"), ""),
)
_ENDINGS = re.compile(r"(?<=[a-z]{3})(?:ingly|edly|ing|edly|ed|ly)$")
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")
_SHORT = re.compile(r"^[a-z]?[^aeiou][aeiou][^aeiouwxy]$")

_SOUNDS = (
    ("ph", "f"),
    ("y", "i"),
    ("ck", "k"),
    ("qu", "kw"),
    ("ch", "k"),
    ("sc", "s"),
    ("ce", "se"),
    ("ci", "si"),
    ("z", "s"),
    ("ea", "e"),
    ("ie", "i"),
    ("c", "k"),
)
_TWICE = re.compile(r"(.)\1")

STOP_WORDS = frozenset(
    """
    a about after all also am an and any are as at be been before being both but by can could did do does doing for from had has have he her his how i if
    im in into is it its ive me more most my no not of on one or other our out over own same she should so some somebody someone such than that the their
    them then there these they this those to too under up us very was we were what when where which who whom whose why will with would you your
    """.split()
)
"""Words that say nothing about an occupation."""


def fold(text: str) -> str:
    """The text in lower case, without accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(maxsize=65536)
def singular(word: str) -> str:
    """The word in its standard spelling, plural endings taken off."""
    for pattern, plain in _PLURALS:
        shorter = pattern.sub(plain, word)
        if shorter != word:
            word = shorter
            break
    for pattern, plain in _SPELLINGS:
        word = pattern.sub(plain, word)
    return word


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without plural and verb endings, for full-text search: "wiring", "wired" and "wires" become one."""
    word = singular(word)
    bare = _ENDINGS.sub("", word)
    if bare != word:
        single = _DOUBLED.sub(r"\1", bare)
        return f"{bare}e" if single == bare and _SHORT.match(bare) else single
    return word[:-1] if len(word) > 4 and word.endswith("e") and not _SHORT.match(word[:-1]) else word


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The word as it is roughly heard, for slips of spelling: "grafic" and "graphic", "fisio" and "physio" become one."""
    for letters, heard in _SOUNDS:
        word = word.replace(letters, heard)
    return _TWICE.sub(r"\1", word)


def plain_words(text: str) -> list[str]:
    """The words of `text` that say something, as they are written but in lower case without accents, in order, repetitions kept.

    A hyphenated word counts in its parts and, after them, as a whole: "back-end" is "back", "end" and "backend".
    """
    plain = fold(text)
    words = _WORD.findall(plain) + [whole.replace("-", "") for whole in _HYPHENATED.findall(plain)]
    return [word for word in words if word not in STOP_WORDS]


def title_words(text: str) -> tuple[str, ...]:
    """The words of a job title, in order, each in the singular and the standard spelling."""
    return tuple(singular(word) for word in _WORD.findall(fold(text).replace("&", " and ")))


def search_words(text: str) -> list[str]:
    """The stems of the words of `text` that say something, in order, repetitions kept."""
    return [stem(word) for word in plain_words(text)]
