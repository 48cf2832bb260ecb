"""Earlier roles and studies out of scraps: "2010-2016 field trials technician at a seed station", "grad dip at Monash, finished 2020"."""

from __future__ import annotations

import re

from coach.engines.offline.questions.statements import DATED, has_finite_verb
from coach.engines.offline.questions.tidy import cut_tail, is_cut_off
from coach.engines.offline.questions.verbs import core, form_of
from coach.engines.offline.questions.words import ACTIVITIES, AGENTS, DETERMINERS, FIRST_WORDS_OUT, NOT_AGENTS, PARTICLES, article

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? ?"
_PERIOD = re.compile(
    rf"[ ,(·]*\b(?:from )?(?:{_MONTH})?((?:19|20)\d\d) (?:to|until|and) (?:{_MONTH})?((?:19|20)\d\d|present|now|today)\b\)?[,:]?(?: ·.*)?", re.I
)
_YEARS_BESIDE = re.compile(r",? (?<!for )(?:about |over )?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:years|months)\b", re.I)
_EX = re.compile(r"^(?:ex|former|formerly|previously|earlier|before(?: this| that)?)[-, :]+(?:an? )?", re.I)
_DEGREE = re.compile(
    r"\bB\.?[A-Z][A-Za-z.]{1,7}\b|\bM\.?(?:Sc|A|Ed|Eng|BA)\b|\bA\.A\.S?\.?|\b(?:BA|BE|LLB|PhD|HND|OND|HNC|NVQ|BTEC)\b|"
    r"(?i:\b(?:degree|diploma|dip|certificate|apprenticeship|bachelor'?s?|master'?s?|doctorate|course|exam|licen[cs]e|traineeship|cadetship|paper in|residency|internship|ausbildung|honours)\b)"
)
_SCHOOL = re.compile(r"\b(?:University|Polytechnic|College|Institute|Wānanga|Academy|TAFE|School of)\b")
_AT_AGE = re.compile(r" (?:at|aged|with) \d\d(?: years)?$| as an? \d+[- ]years?[- ]old", re.I)
_TAKEN = re.compile(
    r"^(?:(?:I|he|she|they) )?(?:has|have|did|got|holds?|completed|finished|studied|studying|graduated with|an?|the|his|her|their|my)"
    r"\s+(?:an?\s+|the\s+|his\s+|her\s+)?",
    re.I,
)
_ABBREVIATED = re.compile(r"^((?:B|M)\.?[A-Z][A-Za-z.]{0,7}|PhD) (?=[A-Z][a-z]{3})")
_SURE_ENDINGS = ("ologist", "ician", "grapher", "keeper", "worker", "maker", "eneur", "herd", "master", "mate")
_LIKELY_ENDINGS = ("er", "or", "ist", "ian", "eer", "ant")


def is_role(phrase: str, *, named: bool = False) -> bool:
    """Whether the phrase, up to its first preposition or comma, names a person at work ("field trials technician at ...").

    `named` says that it stands where a role is expected, so that an ending like -er is enough.
    """
    head = role_head(phrase)
    last = core(head.split()[-1]) if head.split() else ""
    if last in AGENTS:
        return True
    if last in NOT_AGENTS or len(last) < 5:
        return False
    return last.endswith(_SURE_ENDINGS) or (named and last.endswith(_LIKELY_ENDINGS))


def role_head(phrase: str) -> str:
    """The words before the first preposition, comma or bracket."""
    words: list[str] = []
    for word in phrase.split():
        if words and core(word) in {*PARTICLES, "of", "while", "during", "where"}:
            break
        words.append(word)
        if word.endswith((",", ";", ")")) or word.startswith("("):
            break
    return " ".join(words).rstrip(",;)")


def find_earlier_role(piece: str, *, previous: bool) -> str:
    """An earlier role as a clause ("2010 to 2016 technician at a station" -> "from 2010 to 2016 you were a technician at a station"); else empty.

    A phrase without a noun for a person becomes "you worked in network support at ...", but only where the key says it is an earlier job (`previous`).
    """
    period = _PERIOD.search(piece)
    ended = period is not None and period[2].isdigit()
    is_former = bool(_EX.match(piece))
    if not (previous or ended or is_former):
        return ""
    plain = _YEARS_BESIDE.sub("", _EX.sub("", _PERIOD.sub(" ", piece).strip(" ,:;·-"))).strip(" ,:;·-")
    plain = re.sub(r" (?:till|until|when|before) (?:she|he|they|I) (?:was|were|turned) \d+", "", plain)
    plain = re.sub(r" first$| first(?= (?:at|in|with|on|for)\b)", "", plain)
    plain = re.sub(r"^(?:an?|the|as an?) ", "", plain.split(" · ")[0], flags=re.I)
    if not plain or "/" in plain or _starts_with_verb(plain) or has_finite_verb(plain) or len(plain.split()) > 14 or core(plain.split()[0]) in FIRST_WORDS_OUT:
        return ""
    heading = len(plain.split()) > 1 and all(word[:1].isupper() for word in plain.split())
    lead = f"from {period[1]} to {period[2]} " if period and ended else ""
    plain = cut_tail(_lower_title(plain).split(", ")[0], most=16)
    if not plain:
        return ""
    last = core(role_head(plain).split()[-1])
    if last in {"crew", "staff"}:
        return f"{lead}you were {plain}"
    if is_role(plain, named=previous):
        return f"{lead}you were {article(plain)}"
    worked_in = previous and last in ACTIVITIES and not is_former and not heading and plain[:1].islower()
    return f"{lead}you worked in {plain}" if worked_in else ""


def _starts_with_verb(phrase: str) -> bool:
    first, *rest = phrase.split()
    if rest and form_of(first) and core(rest[0]) in DETERMINERS:
        return True
    return form_of(first) in {"past", "s", "participle"} or core(first) in {"used", "was", "had", "been", "got", "did", "has", "is"}


def _lower_title(phrase: str) -> str:
    """A role written like a heading in lower case: "Sales Operations Analyst" -> "sales operations analyst"; acronyms and the employer stay."""
    head = role_head(phrase)
    words = head.split()
    if words and all(word[:1].isupper() or core(word) in {"and", "of"} for word in words):
        lowered = " ".join(word.lower() if word[1:].islower() else word for word in words)
        return phrase.replace(head, lowered, 1)
    if words and words[0][:1].isupper() and words[0][1:].islower():
        return phrase[:1].lower() + phrase[1:]
    return phrase


def find_study(piece: str) -> str:
    """A study as the host's own ("BAgrSci from Lincoln University, finished 2009" -> "your BAgrSci from Lincoln University"); else empty."""
    first = piece.split(", ", maxsplit=1)[0]
    first = _AT_AGE.sub("", DATED.sub("", first)).strip(" ,")
    first = _TAKEN.sub("", re.sub(r" (?:there|here|too)$", "", first))
    words = first.lower().split()
    if (
        not words
        or len(words) > 9
        or words[0] in {"after", "before", "when", "while"}
        or {"he", "she", "they", "i"} & set(words)
        or "/" in first
        or {"if", "whether"} & set(words[:3])
        or "then" in words[1:]
        or has_finite_verb(first)
    ):
        return ""
    if is_cut_off(first) or core(first) in {"degree", "course", "exam"}:
        return ""
    if _DEGREE.search(first):
        first = _with_field(first, piece.split(", "))
        plain_word = first.split(maxsplit=1)[0][1:].islower() and all(word.islower() for word in first.split()[1:3])
        return f"your {first[:1].lower() + first[1:] if plain_word else first}"
    return f"your time at {first}" if _SCHOOL.search(first) and len(words) <= 5 else ""


def _with_field(degree: str, parts: list[str]) -> str:
    """A bare degree with its field: "Diploma", "Piano Tuning" -> "Diploma in Piano Tuning"; "M.A. Linguistics" -> "M.A. in Linguistics"."""
    field = parts[1] if len(parts) > 1 else ""
    if len(degree.split()) == 1 and field[:1].isupper() and not _SCHOOL.search(field):
        return f"{degree} in {field}"
    return _ABBREVIATED.sub(r"\1 in ", degree)


def names_degree(text: str) -> bool:
    """Whether the text names a degree, a certificate or a licence."""
    return bool(_DEGREE.search(text))
