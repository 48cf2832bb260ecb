"""Job titles: what looks like one, and where in a piece of text it begins and ends."""

from __future__ import annotations

import re
from functools import lru_cache

from coach.engines.offline.dossier.lexicon import FUNCTION, is_english, is_title_word
from coach.engines.offline.dossier.words import COMMON, KIN, NOT_ROLES, NUMBERS, ROLE_HEADS

_ENDINGS = re.compile(
    r"(?:[^\W\d_]{3,}(?:er|or|ist|ian|eer|smith|wright|keeper|maker|woman|person|ician|ologist|ographer|grapher|ster|nurse|man|erin|eurin|euse|ière|eira|eiro|adora?|ologue|ista|person))$"
)
_SURE_ENDINGS = re.compile(
    r"(?:smith|wright|keeper|maker|woman|person|ician|ologist|ographer|grapher|nurse|erin|eurin|euse|ière|eira|eiro|adora?|ologue|ista|specialist|ingénieur)$"
)
_KAI = re.compile(r"^(?:kai|kaiā|kaiwhaka)[a-zāēīōū-]{3,}$")
_COMPOUNDS = re.compile(
    r"(?:water|paper|power|tower|weather|meter|metre|over|under|flower|layer|cover|corner|number|matter|order|timer|powder|ladder|shower|filter|letter"
    r"|folder|holder|bladder|liver|ever|river|summer|winter|father|mother|brother|sister|daughter|shoulder"
    r"|finger|fever|cancer|ier|center|wafer|timber|tester kit|(?<!con)tractor|reactor|motor|vector|sector|factor|corridor|mirror|harbour|error|monitor screen"
    r"|calculator|elevator|escalator|generator|radiator|indicator|refrigerator|excavator|ventilator|incubator)$"
)
_NOT_KAI = frozenset({"kaikōura", "kaipara", "kaitaia", "kaikohe", "kaiapoi", "kaimai", "kaiti", "kaiser", "kaitāia"})
_WORD = re.compile(r"[^\W_][\w'’./&+-]*|&|/|\+")
# What ends a job title: a word that begins something else. "of" and "and" go on, within reason.
_STOP = frozenset(
    (
        "at with for in from on who that which not but where since works work working he she they hes shes he's she's it"
        " its is was and-then up near via through over until as by because so then while when if "
        "stuff things thing the my his her their our a an based currently now full-time part-time plus named called than"
        " there here been has have had i im we you u lol like or mostly mainly doing does did"
    ).split()
)
_LINKS = frozenset({"of", "and", "&", "/", "+", "to", "in", "for"})
_ARTICLES = re.compile(
    r"^(?:(?:an?|the|our|their|this|one|actual|real|proper|local|lovely|some kind of|some sort of|now|currently|also|actually|basically|like)\s+)+",
    re.IGNORECASE,
)
_LEADING = frozenset(
    "head director chief manager leader lead dean master vp president minister secretary keeper curator supervisor superintendent captain".split()
)
_FINITE = re.compile(r"[a-z]+s (?:and|the|an?|for|to|in|on|with|our|all|up|out|down|over) ")
_ACRONYM = re.compile(r"\s*\([A-Z][A-Za-z/&-]{1,6}\)")


@lru_cache(maxsize=8192)
def is_role(text: str) -> bool:
    """Whether the words could be a job title: the last one, or the one before "of" or a comma, names somebody who does a job."""
    words = [word.lower().strip("'’.") for word in _WORD.findall(text)]
    if not words or len(words) > 9:
        return False
    heads = {words[-1]}
    for link in ("of", "for", "in", "to", "-", "/"):
        if link in words[1:]:
            heads.add(words[words.index(link, 1) - 1])
    first = re.split(r"[,(/|–—]|\s-\s", text, maxsplit=1)[0]
    tokens = _WORD.findall(first)
    if tokens:
        heads.add(tokens[-1].lower())
    heads |= {words[0]} if _KAI.match(words[0]) or words[0] == "pou" else set()
    return any(is_role_head(head) for head in heads)


@lru_cache(maxsize=8192)
def is_role_head(word: str) -> bool:
    """Whether one word names somebody who does a job ("nurse", "surveyor", "kaiako"), singular."""
    word = word.lower().strip("'’.,")
    if word in ROLE_HEADS:
        return True
    if word in NOT_ROLES or word in NUMBERS or word in KIN or (word in COMMON and word not in ROLE_HEADS):
        return False
    if _KAI.match(word) and word not in _NOT_KAI:
        return True
    last = re.split(r"[-/]", word)[-1]
    if last == word and is_english(word) and not is_title_word(word):
        return False
    if last == word and not is_english(word) and not _SURE_ENDINGS.search(word) and not _has_base(word):
        return False  # a family name that only ends like one: Kapoor, Kessler
    return (bool(_ENDINGS.search(word)) and not _COMPOUNDS.search(word)) or (last != word and is_role_head(last))


def _has_base(word: str) -> bool:
    """Whether what is left without the ending of a job is a word: "thatcher" from thatch, "piler" from pile."""
    stem = re.sub(r"(?:er|or|ist|ian|eer|ster|man)$", "", word)
    return stem != word and any(is_english(form) for form in (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem) if len(form) > 2)


def could_be_doer(words: str) -> bool:
    """Whether the last of some words is made from a verb by "-er", none of the others is an everyday or a function word: "slate splitter"."""
    *before, last = words.lower().split()
    plain = not any(word in FUNCTION or word in COMMON or word in KIN or not word.isalpha() or word.endswith(("ed", "ing")) for word in (*before, last))
    return plain and bool(re.search(r"[^\W\d_]{3,}er$", last)) and _has_base(last) and not _COMPOUNDS.fullmatch(last) and last not in NOT_ROLES


def is_role_plural(word: str) -> bool:
    """Whether one word names several people who do a job ("agronomists", "midwives")."""
    word = word.lower()
    singles = (
        (word[:-3] + "man" if word.endswith("men") else ""),
        (word[:-3] + "fe" if word.endswith("wives") else ""),
        (word[:-3] + "y" if word.endswith("ies") else ""),
        (word[:-1] if word.endswith("s") else ""),
    )
    return any(is_role_head(single) for single in singles if single)


def find_role(text: str, at: int = 0) -> range | None:
    """Where a job title stands that begins at `at` (after an article): its first words up to the last one that names a job; None where there is none.

    An abbreviation in brackets belongs to it ("Site Reliability Engineer (SRE)").
    """
    if _FINITE.match(text, at):
        return None
    lead = _ARTICLES.match(text[at : at + 60])
    start = at + (lead.end() if lead else 0)
    praise = re.compile(r"([^\W\d_]+)\s+").match(text, start) if lead else None
    if praise is not None and is_english(praise[1]) and not is_title_word(praise[1]) and praise[1].lower() not in FUNCTION and praise[1].lower() not in _STOP:
        start = praise.end()  # "a motivated technician"
    end = best = start
    for count, match in enumerate(_WORD.finditer(text, start, min(len(text), start + 90))):
        gap = text[end : match.start()]
        word = match[0].lower().rstrip(".")
        if (
            (match[0][0].isdigit() and not (count == 0 and re.fullmatch(r"\d{3}", match[0])))
            or count > 7
            or gap not in ({"", " "} if count else {""})
            or _is_stop(word)
            or (count == 0 and word in _LINKS)
        ):
            break
        end = match.end()
        end -= len(match[0]) - len(match[0].rstrip("./-'’"))
        if is_role_head(match[0]):
            best = end
        if match[0].endswith((".", "/")) and len(match[0]) > 3:
            break
    if best == start:
        return None
    best = _take_department(text, best)
    best = _take_qualifiers(text, best) if _KAI.match(text[start:best].rsplit(maxsplit=1)[-1].lower()) else best
    acronym = _ACRONYM.match(text, best)
    return range(start, acronym.end() if acronym else best)


def _is_stop(word: str) -> bool:
    """Whether a word cannot stand in a job title: it does a task in the sentence, or is a verb at work ("trying") that no title has."""
    if word in _LINKS:
        return False
    everyday = (word in COMMON or word.endswith(("ing", "ed"))) and is_english(word) and word not in ROLE_HEADS
    return word in _STOP or word in FUNCTION or (everyday and not is_title_word(word))


def _take_department(text: str, end: int) -> int:
    """A title that goes on with "of ..." keeps it: head of research, director of nursing. Only those that lead have such an end."""
    if re.split(r"[\s(\[|/-]", text[:end])[-1].lower() not in _LEADING:
        return end
    tail = re.match(
        r"[ ]+(?i:of)[ ]+(?!(?i:the|a|an|my|his|her)\b|\d|years?\b)((?:[^\W\d_][\w&-]*[ ]?){1,3}?)(?=[ ]+(?i:at|with|for|in|from|who|and|is|was|said)\b|\s*[,.;:()|\n\t\[\]@/=–-]|\s*->|$)",
        text[end : end + 60],
    )
    words = tail[1].split() if tail is not None else []
    named = tail is not None and len(words) < 3 and all(is_english(word) for word in words)
    return end + len(tail[0].rstrip()) if tail and (tail[1][:1].islower() or named) else end


def _take_qualifiers(text: str, end: int) -> int:
    """In te reo Māori the describing word follows: kaiako matua, kaitiaki taiao."""
    tail = re.match(
        r"(?:\s(?!(?:i|ki|o|me|e|ko|te|nō|mō|kei|hei|he|ia|ahau|rāua|rātou)\b)(?:(?:wh|ng|[hkmnprtw])?[aeiouāēīōū]+)+\b){1,2}",
        text[end : end + 40],
        re.IGNORECASE,
    )
    return end + tail.end() if tail and not any(is_english(word) and not is_title_word(word) for word in tail[0].split()) else end


def is_department(text: str) -> bool:
    """Whether words behind a job name a field of it and no firm: all of them known from job titles ("Residential Property")."""
    words = re.findall(r"[^\W\d_]{3,}", text)
    return bool(words) and all(is_title_word(word) or word == "and" for word in words)


def split_title(role: str) -> str:
    """The occupation inside a fuller wording: without grade, ward, brackets and what follows a bar ("Theatre Nurse (Scrub), Orthopaedics - Band 6" gives "Theatre Nurse (Scrub)")."""
    if is_role(role.split(",", maxsplit=1)[0]) and "," in role:
        head = role.split(",", maxsplit=1)[0].strip()
        tail = role[len(head) + 1 :]
        return role if len(head.split()) <= 2 and not re.search(r"\s[-–|]\s|\d", tail) and len(tail.split()) <= 2 else head
    return re.split(r"\s+[-–—|]\s+|\s+@\s+", role, maxsplit=1)[0].strip()
