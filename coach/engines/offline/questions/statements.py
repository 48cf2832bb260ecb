"""Whole statements and plain things out of scraps, for "I gather that ..." and "I came across ...", and counts of people."""

from __future__ import annotations

import re

from coach.engines.offline.questions.clauses import LONGEST
from coach.engines.offline.questions.tidy import cut_tail, is_cut_off
from coach.engines.offline.questions.verbs import FORMS, NOUNS_IN_S, as_set, core, form_of
from coach.engines.offline.questions.words import AGENTS, DETERMINERS, FIRST_WORDS_OUT, NOT_AGENTS, PARTICLES, WORKPLACE_NOUNS

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? ?"
DATED = re.compile(rf"[ ,(]*\b(?:finished |completed |graduated |in |issued |from |since |by )*(?:in )?(?:{_MONTH})?(?:19|20)\d\d\)?$", re.I)
"""A year at the end of a scrap, with the words that lead to it."""

_NUMBER = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|a dozen)"
_COUNT = re.compile(
    rf"\b(?:(about|around|over|nearly|roughly|almost|some|more than) )?({_NUMBER})( ish| or so)? "
    r"((?:[a-zāēīōū-]+ ){0,2}?[a-zāēīōū-]+)( and [a-z]+s(?=$|[,.]| (?:in|at|over|across)\b)|, \d+ of (?:them|whom) [a-z]+(?: [a-z]+)?)?"
    r"(?=$|[,.;:)]| (?:and|over|across|in|at|on|per|plus|between|with|for|nationwide)\b)",
    re.I,
)
_ANIMALS = as_set("horses cows sheep cattle dogs pigs goats hens birds cats foals mares bees hives deer ewes lambs")
_OF_US = re.compile(rf"\b({_NUMBER}) of (?:us|them)( (?:over|across|in) (?:\w+ )?\w+s)?(?=$|[,.])", re.I)
_PEOPLE = as_set("staff people employees tamariki kaiako whānau pupils children personnel crew persons")
_NOT_COUNTED = as_set(
    "shifts year month week day years months weeks days hours minutes seconds percent dollars pounds euros times others degrees metres kilometres km miles litres tonnes am pm"
)
_INTRANSITIVE = as_set(
    """
    expired happened arrived died failed closed opened opens started ended turned moved changed dropped doubled trebled tripled grew fell rose went came
    became was were had did took made gave beat lost won cost put led left met ran said told found kept brought built bought sold spent taught wrote
    """
)
_FINITE = as_set("is are was were has have had does do did will would can could must should")
_AS_OF = re.compile(r"^as of (\w+(?: \d{4})?),? ", re.I)
_OF_A_PAGE = as_set("page site website post pin leaflet address map link caption")
_PERSONAL = as_set("i my me he she his her him them you your we our us they")
_PLAIN_ENDINGS = ("tion", "sion", "ment", "ity", "ness", "ing", "age", "ance", "ers", "ists", "ians", "ology", "logy", "ware", "ship")


def find_count(piece: str) -> str:
    """What is counted ("46 staff, 7 of them agronomists"; "60 ish staff over both" -> "about 60 staff"); empty where nothing is."""
    of_us = _OF_US.search(piece)
    if of_us:
        return f"{of_us[1].lower()} of you{of_us[2] or ''}"
    found = []
    for match in _COUNT.finditer(piece):
        about, number, ish, noun, more = match.groups()
        if not _can_be_counted(noun.split()) or core(noun.split()[-1]) in _ANIMALS:
            continue
        noun = re.sub(r"\bpersons$", "people", noun)
        before = about or ("about" if ish else "")
        found.append(f"{before + ' ' if before else ''}{number} {noun}{more or ''}")
    if not found:
        return ""
    found = [count[:1].lower() + count[1:] for count in found]
    return found[0] if ", " in found[0] or " and " in found[0] else " and ".join(found[:2])


def _can_be_counted(words: list[str]) -> bool:
    last = core(words[-1])
    plural = last in _PEOPLE or last.startswith("kai") or (last.endswith("s") and not last.endswith("ss"))
    return plural and last not in _NOT_COUNTED and not any(core(word) in FIRST_WORDS_OUT | PARTICLES | {"of", "th"} for word in words)


def find_statement(piece: str, *, spoken: bool = False) -> str:
    """A whole sentence that can follow "I gather that", its first letter fitted; empty where it leans on something else or has no clear verb.

    `spoken` says that a "you" in it is the host already.
    """
    opening = _AS_OF.match(piece)
    if opening and (rest := find_statement(piece[opening.end() :], spoken=spoken)):
        return f"as of {opening[1]}, {rest}"
    text = cut_tail(piece.split(", and that ", maxsplit=1)[0], most=LONGEST)
    text = f"a {text[:1].lower()}{text[1:]}" if text.lower().startswith("new ") and not core(text.split()[1]).endswith("s") else text
    words = text.split()
    tokens = [core(word) for word in words]
    if _OF_A_PAGE & set(tokens) or re.search(r"\b(\w+ \w+), \1\b|, (?:opened|built)\b|\brespect to\b|\bone (?:is|in)\b", text):
        return ""
    if re.match(r"an? (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:opens|is|was|opened)\b", text, re.I) or re.search(
        r"\b(?:after|before) (?:won|went|came|did|had|was)\b", text
    ):
        return ""
    if (
        len(words) < 5
        or tokens[1] in _NOT_COUNTED
        or tokens[-1] in {"this", "that", "it", "them"}
        or tokens[0] in FIRST_WORDS_OUT
        or (_PERSONAL - ({"you", "your"} if spoken else set())) & set(tokens)
    ):
        return ""
    is_noun = tokens[0] in NOUNS_IN_S and tokens[1] in PARTICLES | {"of"}
    if (
        form_of(words[0]) in {"ing", "past"}
        or (form_of(words[0]) == "s" and not is_noun)
        or tokens[0] in PARTICLES
        or not _opens_noun(words)
        or not has_finite_verb(text)
    ):
        return ""
    if form_of(words[0]) == "base" and tokens[1] not in _FINITE:
        return ""
    is_name = (
        words[0][:1].isupper()
        and tokens[0] not in DETERMINERS
        and (words[1][:1].isupper() or not (_is_common(words[0]) or (tokens[0].endswith("s") and "'" not in tokens[0])))
    )
    return text if is_name or any(letter.isupper() for letter in words[0][1:]) else text[:1].lower() + text[1:]


def _opens_noun(words: list[str]) -> bool:
    first = core(words[0])
    if first in DETERMINERS or first in {"everyone", "everybody", "nobody", "people", "folk", "folks", "demand"} or first[:1].isdigit():
        return True
    return first.endswith("s") or words[0][:1].isupper()


def _is_common(word: str) -> bool:
    """Whether a word with a capital at the head of a sentence is a plain noun all the same."""
    lower = core(word)
    return lower in FORMS or lower.endswith(_PLAIN_ENDINGS)


def has_finite_verb(text: str) -> bool:
    """Whether a verb stands in the text that is surely finite and not a participle or a plural."""
    words = text.split()
    for i, word in enumerate(words[1:], start=1):
        lower, form = core(word), form_of(word)
        after = core(words[i + 1]) if i + 1 < len(words) else ""
        if lower in _FINITE or lower in _INTRANSITIVE:
            return True
        if form == "s" and (lower not in NOUNS_IN_S or after in DETERMINERS) and not words[i - 1].endswith(","):
            return True
        if form == "past" and after in DETERMINERS | {"that"}:
            return True
    return False


def find_thing(piece: str) -> str:
    """A short phrase that can follow "I came across": "the new cardiac wing"; empty where it is not plainly one."""
    text = DATED.sub("", piece.split(", ", maxsplit=1)[0]).strip(" ,")
    words = text.split()
    if not 3 <= len(words) <= 12 or core(words[1]) in _NOT_COUNTED or has_finite_verb(text) or is_cut_off(text):
        return ""
    if core(words[1]) in {"one", "million", "billion", "same", "other"} and core(words[2]) in PARTICLES | {"of"}:
        return ""
    if form_of(words[0]) or _PERSONAL & {core(word) for word in words} or _names_person(words) or core(words[-1]) in WORKPLACE_NOUNS:
        return ""
    first = core(words[0])
    if first in {"a", "an", "the"} or first[:1].isdigit():
        return text[:1].lower() + text[1:]
    return f"the {text[:1].lower() + text[1:]}" if first in {"new", "first", "latest", "recent"} else ""


def _names_person(words: list[str]) -> bool:
    """Whether the thing is a person: an occupation, a boss, an owner."""
    head = [core(word) for word in words if core(word) not in DETERMINERS][:3]
    return any(word in AGENTS and word not in NOT_AGENTS for word in head) or bool(re.search(r"\b(?:ceo|boss|owner)\b", " ".join(words), re.I))
