"""A scrap of notes of which no sentence can be made, in a form that can be read out to the host."""

from __future__ import annotations

import re

from coach.engines.offline.questions.tidy import cut_tail, is_private, is_unspeakable, is_unsure, split_pieces, tidy
from coach.engines.offline.questions.verbs import as_set, core

SHORTEST, LONGEST = 4, 14
"""Words of a scrap that is read out; with the question around it the whole stays under 40."""

_OTHERS = as_set("he she him they them himself herself themselves i me my mine we us our you your yours hes shes theyre im ive")
_THEIRS = re.compile(r"\b(?:his|her|their)\b(?= (?!in|into|to|on|at|up|out|off|about|for|with|and|or|then|that|when|where)\w)", re.IGNORECASE)
_NOTES_TO_SELF = re.compile(r"\?|\b(?:ask|check|look up|google|find out|note to self|tbc|todo|idk|not sure|same as|see|keeps? saying|is (?:perfect|fine|good) (?:for|with)?|works for|suits|dropped out|left \w+ (?:high|school))\b", re.IGNORECASE)
_LEANS = re.compile(
    r"^(?:and|but|or|so|then|also|because|which|that|who|where|when|while|than|as|if|it|its|this|these|those|there|both|too)\b[ ,]*", re.IGNORECASE
)
_BARE_START = as_set(
    """
    is are was were am be been has have had does do did will would can could should may might must gets got goes went comes came keeps kept says said needs
    from at before after since to by with of for until till during about via per more less end born your yourself not no nobody
    """
)
_ONLY_WHEN = re.compile(
    r"(?:\W|\d|present|now|to|until|since|and|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|mon\w*|tue\w*|wed\w*|thu\w*"
    r"|fri\w*|sat\w*|sun\w*|years?|months?|days?|round|old|odd|am|pm|the|of|one)+",
    re.IGNORECASE,
)
_PAPERWORK = re.compile(
    r"\b(?:number|statement|cookies?|policy|privacy|terms|charity|copyright|notes?|page|website|reposted|followers|section)\b", re.IGNORECASE
)
_SAYS_LITTLE = as_set(
    "the a an of in on at for to and or with by from is are was were has have had be been as about since now still very more most just only not no"
)


def find_scrap(text: str) -> str:
    """The scrap without bullet, short forms and shouting, "his" and "her" said as "your"; empty where it says too little, speaks of somebody else or of the learner."""
    if is_unspeakable(text) or is_private(text) or is_unsure(text) or _NOTES_TO_SELF.search(text):
        return ""
    pieces = [_fit(piece) for piece in split_pieces(tidy(text.replace('"', "")))]
    return max(pieces, key=_measure, default="") if any(map(_measure, pieces)) else ""


def _fit(piece: str) -> str:
    scrap = cut_tail(_THEIRS.sub("your", _LEANS.sub("", piece)), most=LONGEST)
    words = scrap.split()
    tokens = {core(word) for word in words} - {"your"}
    if not SHORTEST <= len(words) <= LONGEST or tokens & _OTHERS or not _says_enough(scrap):
        return ""
    return " ".join(word.lower() if word.isupper() and len(word) > 4 else word for word in words)


def _says_enough(scrap: str) -> bool:
    first = core(scrap.split(maxsplit=1)[0])
    if first in _BARE_START or first.endswith("ly") or _ONLY_WHEN.fullmatch(scrap) or _PAPERWORK.search(scrap):
        return False
    return _measure(scrap) >= 3 or (_measure(scrap) >= 2 and any(letter.isdigit() for letter in scrap))


def _measure(scrap: str) -> int:
    """How many words of weight and figures it has."""
    return sum(1 for word in scrap.split() if (len(core(word)) > 2 and core(word) not in _SAYS_LITTLE) or word[:1].isdigit())
