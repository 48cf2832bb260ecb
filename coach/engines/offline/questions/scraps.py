"""A scrap of notes of which no sentence can be made, in a form that can be read out to the host.

The filter is strict: what is read out must be clear without the page it stood on, must be no bare date or address, and must not be about somebody else.
"""

from __future__ import annotations

import re

from coach.engines.offline.questions.tidy import cut_tail, is_private, is_unspeakable, is_unsure, split_pieces, tidy
from coach.engines.offline.questions.unsaid import is_advert, is_learners, is_unkind
from coach.engines.offline.questions.verbs import as_set, core, form_of

SHORTEST, LONGEST = 4, 14
"""Words of a scrap that is read out; with the question around it the whole stays under 40."""

_OTHERS = as_set("he she him they them himself herself themselves his her i me my mine we us our you yours hes shes theyre im ive")
_THEIRS = re.compile(r"\b(?:his|her|their)\b(?= (?!in|into|to|on|at|up|out|off|about|for|with|and|or|then|that|when|where)\w)", re.IGNORECASE)
_SEVERAL = as_set("people whānau families customers clients patients residents guests visitors farmers growers owners locals children tamariki pupils students")
_NOTES_TO_SELF = re.compile(
    r"\?|\b(?:ask|check|look up|google|find out|note to self|tbc|todo|idk|not sure|same as|see|keeps? saying|is (?:perfect|fine|good) (?:for|with)?|works for|"
    r"suits|dropped out|left \w+ (?:high|school)|(?:video|phone) call|reply|replied|email|meet(?:ing)?|zoom)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"^(?:(?:and|but|or|so|then|also|plus|now|need|needs|usually|mostly)\b[ ,]*)+", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:aunty?|auntie|uncle|cousin|step\w+|nana?|mum|mom|dad|brother|sister|flatmate|my teacher|careers teacher)\b", re.IGNORECASE)
_PEOPLE_NAMED = re.compile(r"\b[A-ZĀĒĪŌŪ]\w+ [A-ZĀĒĪŌŪ]\w+(?:,| and| &) [A-ZĀĒĪŌŪ]\w+ [A-ZĀĒĪŌŪ]\w+")
_LOST = re.compile(
    r"\ba(?:n)? (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:at|in|on)\b|^(?:year|level|week|day|no) \d|^work is\b|^\S+ (?:tonnes|metres|kilos|litres|square|acres)\b|\brent\b|\bafter that\b|\brespect to\b|\bat it\b|\bone (?:is|in)\b|^\d(?:st|nd|rd|th)\b|\bwould be\b|\b[a-z]+\d\b|\bSt$|\b[A-Z] to [A-Z]\b|\bgrant\b|\bhated\b|\b(?:says|said|reckons|told)\b|^the (?:manager|boss|owner)\b|\b\d+ \S+ so far$|\bof it$|\b(?:after|before) (?:won|went|came)\b|, (?:can|must|will) \w+|\balready \d",
    re.IGNORECASE,
)
_BARE_START = as_set(
    """
    is are was were am be been being has have had does do did will would can could should may might must gets got goes went comes came keeps kept says said
    needs from at in on near off up before after since to by with of for until till during about via per more less end born your yourself not no nobody
    because which that who whom whose where when while than as if it its this these those there both too even though although whether how why what once
    only other others another some any each every such same instead either neither
    """
)
_WHEN = as_set(
    """
    million thousand hundred present now to until since and years year months month weeks week days day hours hour round old odd am pm the of one two three four five six seven eight
    nine ten twelve winters winter summers summer seasons season nights night ago back there here down up over out then still this that in at on for about
    after before first last next january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
    oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    """
)
_NO_END = as_set("this that now there here")
_SECOND_HALF = re.compile(r",? (?:and|but|so) (?:(?:he|she|they|we|I|it)|[a-z]+s (?:the|a|an|people|them|it)) .*$")
_MONTHS = as_set("january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec")
_PAPERWORK = re.compile(
    r"\b(?:number|statement|cookies?|policy|privacy|terms|charity|copyright|notes?|page|website|reposted|followers|section|views?|comments?|subscribe|likes?|"
    r"rights reserved|registered in|company no|updated|posted|share this|read more|min read|map|pin|leaflet|address|street|road|floor|suite|po box|postcode|www|phone|tel|fax)\b",
    re.IGNORECASE,
)
_CLUMSY = re.compile(r"\b\w+/\w+\b| / |[*_=|~^<>{}#→←]|:\s*$|\d{5,}|\(\s*\)|\b(?:etc|eg|ie|vs|nb|cf|wtf|lol|pls)\b", re.IGNORECASE)
_MAORI = as_set("te ngā ko kei ki kia he i me mai hei tō rātou mātou")
_SAYS_LITTLE = as_set(
    "the a an of in on at for to and or with by from is are was were has have had be been as about since now still very more most just only not no your"
)


_LIST_OF_NAMES = re.compile(r"\b[A-ZĀĒĪŌŪ][a-zāēīōū]+(?:, [A-ZĀĒĪŌŪ][a-zāēīōū]+)+,? (?:and|&|me|\+) [A-ZĀĒĪŌŪ]")


def find_scrap(text: str) -> str:
    """The scrap without bullet, short forms and shouting, "his" and "her" said as "your"; empty where it says too little, speaks of somebody else or of the learner."""
    unfit = is_unspeakable(text) or is_private(text) or is_unsure(text) or is_advert(text) or is_learners(text) or bool(_RELATIVE.search(text))
    if unfit or _NOTES_TO_SELF.search(text) or _LIST_OF_NAMES.search(text):
        return ""
    plain = re.sub(r"\([^()]*\)", "", text.replace('"', "").split(" = ")[0])
    pieces = [_fit(piece) for piece in split_pieces(tidy(plain))]
    return max(pieces, key=_measure, default="")


def _fit(piece: str) -> str:
    """The piece as it is read out; empty where that would puzzle the host."""
    scrap = cut_tail(_speak_to(_SECOND_HALF.sub("", _JOINT.sub("", piece))), most=LONGEST)
    words = scrap.split()
    tokens = {core(word) for word in words}
    if not SHORTEST <= len(words) <= LONGEST or tokens & _OTHERS or core(words[-1]) in _NO_END or not _says_enough(scrap):
        return ""
    return " ".join(word.lower() if word.isalpha() and word.isupper() and len(word) > 4 else word for word in words)


def _speak_to(piece: str) -> str:
    """The scrap with "his", "her" and "their" as "your", unless people stand before them whose it may be."""
    first = _THEIRS.search(piece)
    if not first or any(core(word) in _SEVERAL for word in piece[: first.start()].split()):
        return piece
    return _THEIRS.sub("your", piece)


def _says_enough(scrap: str) -> bool:
    """Whether a scrap begins like something that can be read out and has words of weight besides dates and addresses."""
    first = core(scrap.split(maxsplit=1)[0])
    if is_unkind(scrap) or first in _BARE_START or first in _MONTHS or first.endswith("ly") or form_of(first) in {"past", "participle", "s"}:
        return False
    if any(pattern.search(scrap) for pattern in (_PAPERWORK, _CLUMSY, _RELATIVE, _PEOPLE_NAMED, _LOST)) or scrap.istitle():
        return False
    if scrap.islower() and scrap.replace(" ", "").isalpha() and not any(core(word) in _SAYS_LITTLE | _MAORI for word in scrap.split()):
        return False
    if all(core(word) in _WHEN or not core(word).isalpha() for word in scrap.split()):
        return False
    return _measure(scrap) >= 3 or (_measure(scrap) >= 2 and any(letter.isdigit() for letter in scrap))


def _measure(scrap: str) -> int:
    """How many words of weight and figures it has."""
    return sum(1 for word in scrap.split() if (len(core(word)) > 2 and core(word) not in _SAYS_LITTLE | _WHEN) or word[:1].isdigit())
