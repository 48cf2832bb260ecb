"""Job titles: what looks like one, and where in a piece of text it begins and ends."""

from __future__ import annotations

import re

from coach.engines.offline.dossier.words import COMMON, KIN, NOT_ROLES, NUMBERS, ROLE_HEADS

_ENDINGS = re.compile(r"(?:[^\W\d_]{3,}(?:er|or|ist|ian|eer|smith|wright|keeper|maker|woman|person|ician|ologist|ographer|grapher|ster|nurse|man))$")
_KAI = re.compile(r"^(?:kai|kaiā|kaiwhaka)[a-zāēīōū-]{3,}$")
_COMPOUNDS = re.compile(
    r"(?:water|paper|power|tower|weather|meter|metre|over|under|flower|layer|cover|corner|number|matter|order|timer|powder|ladder|shower|filter|letter"
    r"|folder|holder|bladder|liver|ever|river|summer|winter|father|mother|brother|sister|daughter|shoulder"
    r"|finger|fever|cancer|ier|center|wafer|timber|tester kit|tractor|reactor|motor|vector|sector|factor|corridor|mirror|harbour|error|monitor screen"
    r"|calculator|elevator|escalator|generator|radiator|indicator|refrigerator|excavator|ventilator|incubator)$"
)
_NOT_KAI = frozenset({"kaikōura", "kaipara", "kaitaia", "kaikohe", "kaiapoi", "kaimai", "kaiti", "kaiser", "kaitāia"})
_WORD = re.compile(r"[^\W_][\w'’./&+-]*|&|/")
# What ends a job title: a word that begins something else. "of" and "and" go on, within reason.
_STOP = frozenset(
    (
        "at with for in from on who that which not but where since works work working he she they hes shes he's she's it"
        " its is was and-then up near via through over until as by because so then while when if "
        "stuff things thing the my his her their our a an based currently now full-time part-time plus named called than"
        " there here been has have had i im we you u lol like or mostly mainly doing does did"
    ).split()
)
_LINKS = frozenset({"of", "and", "&", "/", "to", "in", "for"})
_ARTICLES = re.compile(
    r"^(?:(?:an?|the|our|their|one|actual|real|proper|local|lovely|some kind of|some sort of|now|currently|also|actually|basically|like)\s+)+", re.IGNORECASE
)
_FINITE = re.compile(r"[a-z]+s (?:and|the|an?|for|to|in|on|with|our|all|up|out|down|over) ")
_ACRONYM = re.compile(r"\s*\([A-Z][A-Za-z/&-]{1,6}\)")


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
    return (bool(_ENDINGS.search(word)) and not _COMPOUNDS.search(word)) or (last != word and is_role_head(last))


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
    end = best = start
    for count, match in enumerate(_WORD.finditer(text, start, min(len(text), start + 90))):
        gap = text[end : match.start()]
        word = match[0].lower().rstrip(".")
        if match[0][0].isdigit() or count > 7 or (gap.strip() if count else gap) or (word in _STOP and word not in _LINKS) or (count == 0 and word in _LINKS):
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


def _take_department(text: str, end: int) -> int:
    """A title that goes on with "of ..." keeps it: head of research, director of nursing."""
    tail = re.match(
        r"\s+(?:of|for)\s+(?!the\b|a\b|an\b|my\b|his\b|her\b|\d|years?\b)((?:[^\W\d_][\w&-]*\s?){1,3}?)(?=\s+(?:at|with|for|in|from|who|and)\b|[,.;:()|\n]|$)",
        text[end : end + 60],
    )
    return end + tail.end(1) if tail and tail[1][:1].islower() else end


def _take_qualifiers(text: str, end: int) -> int:
    """In te reo Māori the describing word follows: kaiako matua, kaitiaki taiao."""
    tail = re.match(
        r"(?:\s(?!(?:i|ki|o|me|e|ko|te|nō|mō|kei|hei|he|ia|ahau|rāua|rātou)\b)(?:(?:wh|ng|[hkmnprtw])?[aeiouāēīōū]+)+\b){1,2}",
        text[end : end + 40],
        re.IGNORECASE,
    )
    return end + tail.end() if tail else end


def split_title(role: str) -> str:
    """The occupation inside a fuller wording: without grade, ward, brackets and what follows a bar ("Theatre Nurse (Scrub), Orthopaedics - Band 6" gives "Theatre Nurse (Scrub)")."""
    if is_role(role.split(",", maxsplit=1)[0]) and "," in role:
        head = role.split(",", maxsplit=1)[0].strip()
        tail = role[len(head) + 1 :]
        return role if len(head.split()) <= 2 and not re.search(r"\s[-–|]\s|\d", tail) and len(tail.split()) <= 2 else head
    return re.split(r"\s+[-–—|]\s+|\s+@\s+", role, maxsplit=1)[0].strip()
