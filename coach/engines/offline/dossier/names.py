"""Names of people in notes: where one stands and how it is written, with capitals or, in phone notes, without."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.engines.offline.dossier.lexicon import FUNCTION, GIVEN, could_be_family, could_be_given, is_english, is_title_word
from coach.engines.offline.dossier.titles import is_role, is_role_head
from coach.engines.offline.dossier.words import COMMON, DAYS, HEADWORDS, HONORIFICS, IWI, KIN, MONTHS, ORG_WORDS, ROLE_HEADS, SURNAMES

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
WORD = rf"[{UPPER}][^\W\d_]*(?:['’ʻ‘][{UPPER}]?[^\W\d_]+)*(?:-[^\W\d_]+(?:['’ʻ‘][^\W\d_]+)*)*"
_PARTICLE = r"(?:de|del|della|der|den|van|von|da|dos|du|di|la|le|bin|binti|bint|al|el|ap|ibn|y|te|ter|ten|'t|ó|ní|nic|mac|mc)"
_HONORIFIC = "|".join(sorted((word for word in HONORIFICS if word not in {"nurse", "coach", "chef", "sister"}), key=len, reverse=True))
_NICKNAME = rf"(?:[ ]+[\"“]{WORD}[\"”](?=\s))?"
FULL_NAME = re.compile(
    rf"(?:\b(?P<title>(?i:{_HONORIFIC}))\.?[ ]+)?\b(?P<name>(?:(?:[{UPPER}]\.\s?){{1,3}}(?:{_PARTICLE}\s)*)?{WORD}{_NICKNAME}(?:[ ]+(?:[{UPPER}]\.|{_PARTICLE}(?=[ ])))*(?:[ ]+(?:(?:al|el|ul|ad|as|ar|an|ibn|bin)-|['’ʻ‘])?{WORD}){{0,3}})"
)
_RANKS = frozenset({"senior", "junior", "chief", "head", "lead", "vice", "deputy", "principal", "master", "trainee", "assistant", "associate", "apprentice"})
_LEADS = frozenset("ko he nō ki kei nā mā".split())
CONTRACTED = re.compile(r"['’](?:ll|re|ve|d|m|t)$")
"""How a word ends into which a verb has run ("it'll", "she'd"); no name does."""
_LETTERS_BEHIND = re.compile(rf"[{UPPER}]{{2,4}}")
"""Letters that stand behind a name for a qualification: RVN, MVB, RN."""
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands in the notes: `text` without honorific, `start` and `end` in the page, `title` the honorific before it in lower case, `small` where no capital shows it."""

    text: str
    start: int
    end: int
    title: str = ""
    small: bool = False

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
    while words and not title and (words[0][0].lower() in HEADWORDS | FUNCTION | _LEADS | DAYS | MONTHS or _is_verb(words)) and not _is_month_name(words):
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
    while len(words) > 2 and _LETTERS_BEHIND.fullmatch(words[-1][0]) and words[-1][0].lower() not in SURNAMES and not words[-2][0].isupper():
        words = words[:-1]
    if not words:
        return None
    last = words[-1]
    clipped = _POSSESSIVE.sub("", last[0])
    words[-1] = (clipped, last[1], last[2] - len(last[0]) + len(clipped))
    text = match.string[words[0][1] : words[-1][2]]
    return Mention(text, words[0][1], words[-1][2], title) if looks_like_name(text, titled=bool(title)) else None


def _is_verb(words: list[tuple[str, int, int]]) -> bool:
    """Whether an everyday word begins the sentence and the name comes after it: "Visit Ratu Jone Vakatawa", "Phoning Ana Ruiz"."""
    first = words[0][0].lower()
    return len(words) > 2 and is_english(first) and first not in GIVEN | ORG_WORDS | SURNAMES and (first in COMMON or could_be_given(words[1][0]))


def _is_month_name(words: list[tuple[str, int, int]]) -> bool:
    """Whether a month begins the name of a person: June Tamati, Mei Chen."""
    return len(words) > 1 and words[0][0].lower() in GIVEN and could_be_family(words[1][0])


def looks_like_name(text: str, *, titled: bool = False) -> bool:
    """Whether capitalised words could name a person: none of them names an organisation, a day, a relative or, with no honorific, a job."""
    words = [word.lower().strip(".,'’") for word in text.split()]
    month = len(words) > 1 and words[0] in GIVEN and could_be_family(words[1])  # June Tamati, Mei Chen
    if any(CONTRACTED.search(word) for word in words) or any(word.removesuffix("s") in DAYS | MONTHS for word in words[month:]):
        return False
    if len(words) == 1 and not titled and is_english(words[0]) and words[0] not in GIVEN | SURNAMES:
        return False
    if (
        not 1 <= len(words) <= 5
        or words[0].replace("'", "").replace("’", "") in FUNCTION
        or (len(words[0]) < 2 and not titled and not (len(words) > 1 and text.split(maxsplit=1)[0].endswith(".")))
    ):
        return False
    if len(words) > 2 and words[-1].removesuffix("s") in ORG_WORDS and not titled:
        return False
    if any(word in ORG_WORDS or word in DAYS or word in MONTHS or word in KIN for word in words[month:]):
        return False
    if (
        words[0] in IWI
        or words[0] in HEADWORDS
        or (
            words[0] in COMMON
            and words[0] != "aroha"
            and not (words[0] in GIVEN and len(words) > 1 and not is_english(words[1]))
            and not (words[0] == "te" and len(words) > 1 and (titled or "-" in text))
        )
        or all(word.isupper() and len(word) <= 4 for word in text.split())
    ):
        return False
    if len(words) > 1 and words[-1] in COMMON and words[-1] not in ROLE_HEADS:
        return False
    job = is_role(text) if len(words) == 1 else words[-1] in ROLE_HEADS and (words[-1] not in SURNAMES or len(words) > 2)
    job = job or (len(words) > 1 and is_title_word(words[-1]) and is_role_head(words[-1]) and all(is_english(word) for word in words[:-1]))
    return titled or not (job or (words[0] in _RANKS and is_role(text)) or (is_role_head(words[0]) and words[0] not in SURNAMES))
