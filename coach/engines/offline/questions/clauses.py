"""Clauses addressed to the host: agreement of verbs, and pronouns turned to the second person."""

from __future__ import annotations

import re
from enum import StrEnum

from coach.engines.offline.questions.verbs import BASE_TO_ING, FORMS, NOUNS_IN_S, core, form_of
from coach.engines.offline.questions.words import ADVERBS, DETERMINERS, MODALS, PARTICLES
from coach.records import Record

LONGEST = 22
"""Words of the longest clause; with the question after it the whole stays under 40."""

SAME_IN_PAST = frozenset({"put", "set", "cut", "hit", "quit", "shut", "split", "spread", "recast"})
"""Verbs whose past looks like their base; in notes they nearly always tell what happened."""

_YOU_FORMS = {"is": "are", "am": "are", "was": "were", "has": "have", "does": "do"}
_THIRD = {
    "he": {"he": "you", "him": "you", "his": "your", "himself": "yourself"},
    "she": {"she": "you", "hers": "yours", "herself": "yourself"},
    "they": {"they": "you", "their": "your", "theirs": "yours", "we": "you", "us": "you", "our": "your"},
}
_FIRST = {"i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "we": "you", "us": "you", "our": "your", "ours": "yours"}


class Tense(StrEnum):
    """When a clause plays; it decides which questions fit it."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "perfect"
    PROGRESSIVE = "progressive"
    STATE = "state"


class Clause(Record):
    """A clause addressed to the host, without capital and full stop.

    `gerund` is the same as an activity ("looking after 38 farms"), empty where that is not safe; `lead` says that something stands before "you".
    """

    text: str
    tense: Tense
    gerund: str = ""
    lead: bool = False


def pronouns_for(kind: str, *, words: list[str], organisation: bool) -> dict[str, str]:
    """Which pronouns of these words mean the host, when the subject is of this kind ("he", "i", "name", "thing" or "" for none)."""
    if kind in {"i", "we"}:
        return dict(_FIRST)
    if organisation:
        return {} if kind == "thing" and "they" in map(core, words) else dict(_THIRD["they"])
    if kind == "they":
        return {"they": "you", "their": "your", "theirs": "yours", "our": "the"}
    seen = set(map(core, words))
    if kind in {"name", "thing", ""} and {"he", "his", "him"} & seen and {"she", "her"} & seen:
        return {}
    both = {**_THIRD["he"], **_THIRD["she"]}
    return {**(_THIRD.get(kind, both)), "our": "the"} | ({"my": "your", "our": "your"} if kind == "thing" else {})


def tense_of(words: list[str], verb: int) -> Tense:
    """When the verb at that place plays."""
    word = core(words[verb])
    after = next((core(w) for w in words[verb + 1 :] if core(w) not in ADVERBS and core(w) != "not"), "")
    if word in {"is", "are", "am"}:
        return Tense.PROGRESSIVE if form_of(after) == "ing" or (after.endswith("ing") and len(after) > 6) else Tense.STATE
    if word in {"has", "have"}:
        return Tense.PERFECT if form_of(after) in {"participle", "past"} or after in {"put", "set", "cut", "read", "run", "become", "come"} else Tense.PRESENT
    following = [core(w) for w in words[verb + 1 : verb + 3]]
    if word in SAME_IN_PAST and len(following) > 1 and following[0] == "and" and form_of(following[1]) == "base" and following[1] not in SAME_IN_PAST:
        return Tense.PRESENT
    if word in {"was", "were", "had", "did"} or word in SAME_IN_PAST or form_of(word) == "past":
        return Tense.PAST
    return Tense.STATE if word in MODALS else Tense.PRESENT


def agree(words: list[str], verb: int) -> list[str]:
    """The words after "you" with their verb, and the verbs joined to it by "and" or a comma, in the form that goes with "you"."""
    spoken = list(words)
    spoken[verb] = with_you(words[verb])
    if form_of(words[verb]) != "s" and core(words[verb]) not in _YOU_FORMS:
        return spoken
    for i in range(verb + 1, len(words)):
        paired = i == verb + 2 and core(words[i - 1]) in {"and", "or"} and form_of(words[i]) == "s"
        if paired or (is_joined(words, i) and _is_joined_verb(words, i)):
            spoken[i] = with_you(words[i])
    return spoken


def is_joined(words: list[str], i: int) -> bool:
    """Whether "and" or a comma joins word `i` to what went before, an adverb or "in winter" between them."""
    joints = {"and", "or", "then", "but"}
    for back in range(1, min(4, i) + 1):
        word = words[i - back]
        if word.endswith(",") or core(word) in joints:
            between = [core(w) for w in words[i - back + 1 : i]]
            return not between or all(w in ADVERBS for w in between) or between[0] in PARTICLES
    return False


def _is_joined_verb(words: list[str], i: int) -> bool:
    word = core(words[i])
    if word in {"is", "has", "was", "does"} or _is_strange_verb(words, i):
        return True
    if form_of(word) != "s":
        return False
    after = core(words[i + 1]) if i + 1 < len(words) else ""
    if core(words[i - 1]) in {"and", "or"} and after and after not in PARTICLES | {"and", "or", "of"} and not words[i].endswith(","):
        return True
    if words[i - 1].endswith(",") and form_of(words[i - 1]):
        return True
    return word not in NOUNS_IN_S or after in DETERMINERS or after in PARTICLES or after[:1].isdigit()


def _is_strange_verb(words: list[str], i: int) -> bool:
    """Whether a word we do not know is a verb all the same, by what stands about it ("leases bog and rewets it")."""
    after = core(words[i + 1]) if i + 1 < len(words) else ""
    return not form_of(words[i]) and bool(re.fullmatch(r"[a-z]{3,}[^s]s", words[i])) and after in {"it", "them", "the", "a", "an"}


def with_you(word: str) -> str:
    """The verb as it stands after "you": "looks" -> "look", "has" -> "have"."""
    lower = core(word)
    base = _YOU_FORMS.get(lower) or (FORMS[lower][0] if form_of(lower) == "s" else "")
    if not base and not form_of(word) and re.fullmatch(r"[a-z]{3,}[^s]s", word):
        return (
            re.sub(r"ies$", "y", word)
            if word.endswith("ies")
            else re.sub(r"(?<=s|x|z)es$|(?<=ch|sh)es$", "", word)
            if re.search(r"(?:[sxz]|ch|sh)es$", word)
            else word[:-1]
        )
    if base:
        return word.lower().replace(lower, base, 1)
    return word.lower() if word[:1].isupper() and form_of(word) else word


def as_progressive(clause: Clause) -> Clause:
    """A present clause as something that is on the way: "you move into ..." -> "you are moving into ..."; a state ("you have") stays as it is."""
    words = clause.text.split()
    base = core(words[1]) if len(words) > 2 else ""
    if words[0] != "you" or base not in BASE_TO_ING or base in {"have", "be", "own", "need", "want", "do", "look"}:
        return clause
    return Clause(text=" ".join(["you are", BASE_TO_ING[base], *words[2:]]), tense=Tense.PROGRESSIVE)


def speak_to(words: list[str], swap: dict[str, str]) -> list[str]:
    """The words with the host's pronouns in the second person; a verb after a repeated subject is brought into line."""
    spoken: list[str] = []
    agrees = False
    for i, word in enumerate(words):
        lower = core(word)
        new = _second_person(words, i, swap)
        if agrees and not new and lower not in ADVERBS:
            spoken.append(with_you(word))
            agrees = False
            continue
        agrees = agrees if not new else new == "you" and lower in {"he", "she", "i", "we", "they"}
        spoken.append(word.lower().replace(lower, new, 1) if new else word)
    return spoken


def _second_person(words: list[str], i: int, swap: dict[str, str]) -> str:
    lower = core(words[i])
    if lower != "her" or "she" not in swap:
        return swap.get(lower, "")
    after = core(words[i + 1]) if i + 1 < len(words) else ""
    if i and core(words[i - 1]) in {"made", "make", "makes", "let", "lets", "help", "helped", "helps"} and form_of(after) == "base":
        return "you"
    ends = not after or words[i].endswith((",", ".", ";", ":"))
    return "you" if ends or after in PARTICLES or after in {"and", "or", "but", "then", "a", "the", "that", "there"} else "your"
