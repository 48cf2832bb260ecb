"""Words and sentences: the ground that the other rules of manner stand on.

Offsets always point into the text as it was handed in, so that whatever is found can be quoted verbatim.
"""

from __future__ import annotations

import re
from functools import lru_cache

from coach.records import Record

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "\u00a0": " ", "？": "?", "！": "!"})
_SHORT_FORMS = re.compile(r"\b(?:dr|mr|mrs|ms|mx|prof|st|sr|jr|rev|hon|vs|etc|e\.g|i\.e|a\.m|p\.m|approx|no|dept|min|hrs?)\.$", re.IGNORECASE)
_BREAK = re.compile(r"(?:[.!?]+|…)[\"')\]]*(?=\s|$)|\n+")
_LONGEST_SENTENCE = 600
"""Characters after which a sentence without an end is cut, so that no rule takes longer than a moment over a text without full stops."""
_CUTS = (", ", "; ", " ")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Sentence(Record):
    """One sentence of an utterance: `text` verbatim, `start` its offset in the utterance."""

    text: str
    start: int


def straighten(text: str) -> str:
    """The text with typographic quotes and apostrophes made plain; every offset stays where it was."""
    return text.translate(_STRAIGHT)


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """The text in lower case with plain apostrophes, for matching; of the same length as the original."""
    straight = straighten(text)
    low = straight.lower()
    return low if len(low) == len(straight) else "".join(c.lower() if len(c.lower()) == 1 else c for c in straight)


@lru_cache(maxsize=8192)
def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of an utterance in order, verbatim. Titles ("Dr.") and short forms do not end one."""
    straight = straighten(text)
    found: list[Sentence] = []
    start = 0
    for match in _BREAK.finditer(straight):
        if match.group().startswith(".") and _SHORT_FORMS.search(straight[start : match.end()]):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, len(text))
    return tuple(found)


def _add(found: list[Sentence], text: str, start: int, end: int) -> None:
    while end - start > _LONGEST_SENTENCE:
        cut = max(text.rfind(mark, start + 1, start + _LONGEST_SENTENCE) for mark in _CUTS)
        cut = cut + 1 if cut > start else start + _LONGEST_SENTENCE
        _add(found, text, start, cut)
        start = cut
    piece = text[start:end]
    stripped = piece.strip()
    if stripped and any(c.isalnum() for c in stripped):
        found.append(Sentence(text=stripped, start=start + len(piece) - len(piece.lstrip())))


@lru_cache(maxsize=8192)
def split_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case; hyphens and apostrophes inside a word belong to it."""
    return tuple(_WORD.findall(plain(text)))


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(split_words(text))


_IRREGULAR = {
    form: base
    for base, forms in {
        "break": "broke broken", "bring": "brought", "build": "built", "buy": "bought", "catch": "caught", "choose": "chose chosen", "child": "children",
        "cost": "costs", "cut": "cutting", "deal": "dealt", "draw": "drew drawn", "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen",
        "feed": "fed", "feel": "felt", "fight": "fought", "fly": "flew flown", "forget": "forgot forgotten", "freeze": "froze frozen", "grow": "grew grown",
        "hear": "heard", "hide": "hid hidden", "hold": "held", "hurt": "hurts", "lead": "led", "leave": "left", "lie": "lying lied", "lose": "lost losing",
        "man": "men", "mouse": "mice", "pay": "paid", "quit": "quitting", "read": "reads", "ride": "rode ridden", "ring": "rang rung", "run": "ran running",
        "sell": "sold", "send": "sent", "shake": "shook shaken", "shoot": "shot", "sing": "sang sung", "sink": "sank sunk", "sleep": "slept", "speak": "spoke spoken",
        "spend": "spent", "stand": "stood", "steal": "stole stolen", "stick": "stuck", "swear": "swore sworn", "sweep": "swept", "swim": "swam swum",
        "teach": "taught", "tear": "tore torn", "tell": "told", "throw": "threw thrown", "tooth": "teeth", "foot": "feet", "wear": "wore worn", "win": "won winning",
        "woman": "women", "write": "wrote written", "die": "dying died", "tie": "tying tied", "bite": "bit bitten", "dig": "dug digging", "bend": "bent",
    }.items()
    for form in forms.split()
}  # fmt: skip
_ENDINGS = ("ations", "ation", "ments", "ment", "nesses", "ness", "ings", "ing", "edly", "ied", "ies", "ed", "ers", "er", "es", "ly", "s")


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A rough common form of a word, good enough to see that "crates" and "crate", "slept" and "sleeping" belong together."""
    word = word.removesuffix("'s")
    word = _IRREGULAR.get(word, word)
    if len(word) <= 3:
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeious":
        word = word[:-1]
    word = _IRREGULAR.get(word, word)
    return word[:-1] if len(word) > 3 and word[-1] in "ey" else word


_GRAMMAR = """
a about above across after again against ago ah all almost alone along already also although always am among an and another any anybody anyhow anyone anything
anyway anywhere are aren't around as ask asked at away aye back be because been before behind being below beside besides best better between beyond bit both but by bye call
called came can can't cannot certain certainly come comes coming could couldn't did didn't do does doesn't doing don't done down during each eh either else em enough er
especially even ever every everybody everyone everything everywhere exactly far few fewer find first for found from further gave generally get gets getting give given
gives giving go goes going gone good got great had hadn't half has hasn't have haven't having he he'd he'll he's hello her here hers herself hey hi him himself his
how how'd how's however hm hmm i i'd i'll i'm i've if in indeed inside instead into is isn't it it'd it'll it's its itself just keep keeps kept kind kinda know known knows
last later least less let let's lets like liked likely little long look looked looking looks lot lots made mainly make makes making many may maybe me mean means
might mine more most mostly much must my myself near nearly need needed needs never new next nice no nobody none nor not nothing now of off often oh ok okay old on
once one ones only onto or other others otherwise ought our ours out outside over own part parts per perhaps place please possible probably put quite rather really reckon
right said same saw say saying says second see seem seemed seems seen several shall she she'd she'll she's should shouldn't since so some somebody somehow someone
something sometimes somewhere soon sort sorry started start starting still stuff such suppose sure take taken takes taking talk talked talking tell than thank
thanks that that'd that'll that's the their theirs them themselves then there there'd there's therefore these they they'd they'll they're they've thing things think thinking
third this those though thought three through till time times to today together told too took toward towards tried try trying turn turned two um under until up upon us
use used using usually very want wanted wants was wasn't way ways we we'd we'll we're we've well went were weren't what what's whatever when whenever where
where's whereas wherever whether which while who who'd who's whole whom whose why will with within without won't would wouldn't wow yeah yep yes yet you you'd you'll
you're you've your yours yourself interesting interested interest love lovely hear heard sound sounds cool awesome amazing fascinating brilliant excellent perfect
""".split()
_TRADE = """
work works worked working worker job jobs career careers role roles day days week weeks month months year years people person someone question questions answer field
industry company life world today yesterday tomorrow morning afternoon evening minute minutes hour hours everyday typical normal ordinary usual average advice
advise recommend suggest hard hardest difficult tough easy easier big biggest small main different difference important enjoy favourite favorite change changed changes changing
learn learned learnt learning happen happened happens become became idea ideas chance course help helped helps point end start beginning beginner newcomer
starter move moved live feel feels experience experiences area areas team
""".split()
_PLANNED = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand half dozen
skill skills train training qualification qualified degree course study student school university college teacher exam apprentice apprenticeship licence hour shift night weekend holiday money pay paid salary
wage cost client customer patient pupil child kid family home balance travel boss manager management staff colleague crew project task tool equipment machine computer technology software digital ai automation drone future
season summer winter weather outside indoors office desk site hospital shop stress stressful pressure busy quiet tired physical body safe safety risk danger dangerous mistake wrong problem challenge skillset strength weakness
background hobby hire hiring employ employer employee apply application interview cv qualify graduate trainee junior senior promotion promote progress reward rewarding satisfy satisfying happy proud pride fun boring
stay leave quit retire regret choose chose choice decide decision plan planning prepare preparation practise practice read reading book write writing email phone meeting paperwork paper computer report record
rule law regulation regulate union association body network market demand business firm organisation culture community local country town city public private government council
young older age woman women man men mum dad friend partner mate guy public audience member group
drive driving car van truck deal handle manage cope solve build fix design plan organise lead teach support care check test
example situation moment story background detail reason result success fail failure goal purpose value opinion view
early late long short slow fast full part-time free lucky open close common special certain real true clear sure simple quick fresh
first-year year-round full-time house room door floor table car road water food lunch tea coffee hand eye head face foot back heart word name number line side end top bottom middle piece
""".split()
_KIN = """
afraid scared fear frighten frightened frightening nerves nervous terrified terror scary dread panic
sad sadness grief grieve cry tears weep sorrow mourn upset
angry anger furious shout yell temper rage
die death dead funeral
sleep asleep bed awake insomnia
baby infant toddler newborn
rain rainy wet storm flood soaked
cold freezing frost ice icy snow
hot heat sweat scorching
sea ocean wave tide
boat ship vessel dinghy
argue argument quarrel row dispute disagree disagreement clash
silence silent hush
loud noise noisy din
laugh laughter joke funny giggle
alone lonely loneliness solitude isolated
mum mother mam
dad father
injury injured hurt wound accident
ill illness sick sickness disease
dark darkness
smell stink scent
trick secret knack
bored boredom dull tedious
doubt doubted unsure
brave courage nerve
kind kindness gentle
ashamed shame embarrassed embarrassing embarrassment blush
surprise surprised shock shocked
apologise apology forgive
""".strip().splitlines()
_HEAD_OF_KIN = {stem(word): stem(line.split()[0]) for line in _KIN for word in line.split()}
GRAMMAR_STEMS = frozenset(stem(word) for word in _GRAMMAR)
"""Stems of words that carry grammar or manners, no content."""
COMMON_STEMS = GRAMMAR_STEMS | frozenset(stem(word) for word in _TRADE)
"""The same with the words that every interview is full of: sharing one of them means nothing."""
PLANNED_STEMS = frozenset(_HEAD_OF_KIN.get(stem(word), stem(word)) for word in _PLANNED)
"""Stems of words that stand in many a planned question: sharing a single one with the last answer may be chance."""


@lru_cache(maxsize=8192)
def content_stems(text: str) -> frozenset[str]:
    """The stems of the words that carry content in a text, words of one kin ("cry", "tears") as one, without those that every interview is full of."""
    parts = (part for word in split_words(text) for part in ({word} if "-" not in word else {word, *word.split("-")}))
    return frozenset(_HEAD_OF_KIN.get(s, s) for s in (stem(part) for part in parts) if len(s) > 1 and s not in COMMON_STEMS)


def either(listing: str) -> str:
    """A pattern for any one of the words of a listing; an underscore stands for a space inside a phrase."""
    return "(?:" + "|".join(item.replace("_", " ") for item in listing.split()) + ")"


def any_of(*patterns: str) -> re.Pattern[str]:
    """One compiled pattern that is found where any of these is; matched against `plain` text."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
