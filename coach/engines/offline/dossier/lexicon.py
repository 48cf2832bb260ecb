"""Which words are everyday English, which occur in job titles, which can be a given name all the same: what tells a name without its capital."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from coach.engines.offline.dossier.words import COMMON, DAYS, HONORIFICS, IWI, KIN, MONTHS, NUMBERS, ORG_WORDS, SURNAMES

_VOCABULARY = Path(__file__).with_name("vocabulary.txt")
_ENDINGS = ("s", "es", "ed", "d", "ing", "'s", "’s")
_VOWELS = re.compile(r"[aeiouyà-öø-ýāăąēĕėęěīĭįıōŏőœūŭůűų]", re.IGNORECASE)
_NO_VOWELS = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}", re.IGNORECASE)
FUNCTION = frozenset(
    """
    a about above across after again ago all almost along already also although always am among an and another any anyone anything are around as at away back
    be because been before behind being below beside between both but by can cannot could did do does doing done down during each either else enough ever every
    everyone everybody anybody few for from had has have having he her here hers herself him himself his how however i if in inside instead into is it its itself just least less
    like likely lots many may maybe me might more most much must my myself near nearly neither never next no nobody none nor not nothing now nowhere of off
    often on once only onto or other our ours out over own perhaps per quite rather really same several shall she should since so some somebody someone something
    sometimes soon still such than that the their them then there these they this those though through thus till to too toward towards under unless until up upon
    us very via was we well were what whatever when where whether which while who whole whom whose why will with within without would yet you your yours nr w u
    r n b c v im ive ill id hes shes theyre theres thats its dont doesnt didnt cant wont isnt wasnt havent hasnt arent
    """.split()
)
"""Words with a task in the sentence and no meaning of their own: none stands in a name or inside a job title."""

_SLANG = frozenset(
    """
    wanna gonna gotta dunno kinda sorta lemme gimme abt cld wld shld coz cuz cos bc bcos pls plz thx ta ppl min mins hr hrs yr yrs mth mths wk wks wknd govt dept
    asap btw fyi omg lol lmao haha hahaha hehe hmm umm yeh yea yeah yep nah nope ok okay tbh imo idk rn tho thru til ur urs tmrw tmr tomoz prolly defo def arvo
    rego ute servo smoko cuppa uni tafe ncea gcse gcses alevels etc eg ie aka asst mgr approx info pic pics vid vids msg msgs txt app apps wifi zoom insta linkedin
    facebook youtube google podcast website webpage online email emails url www http https edit tbc tba nb ps dob maori pakeha kiwi aussie pasifika blah
    asdf qwerty lorem ipsum dolor untitled wana knw cmon gotcha yall aint ish whos whats hows wheres whens lets
    """.split()
)
GIVEN = frozenset(
    """
    abbey alpha amber angel aura barb basil berry bill blossom bob brandy brook buck bud candy chance charity chase chastity cherry christen chuck clay cliff
    coral coy crystal curt daisy dale dawn dean delta derrick destiny diamond dixie dolly don dot drew duke dusty ebony eddy emerald ernest eve faith fawn fern
    flora forest frank garland garnet gay gene ginger glen gloria glory grace grant gus harmony harry hazel heath heather herb holly honey hope hunter iris ivory
    ivy jack jade jasmine jay jean jewel jo joy june kit kitty lacy lance laurel lee liberty lily mae magnolia maria marina mark martin marty mason matt
    melody mercy merry mike miles misty nick noble olive opal pansy pat patience patty pearl peg penny pete peter prince prudence queenie ray reed rich rob robin
    rocky rod roman rose rosemary rosy royal ruby rusty sage sally sandy scarlet sierra sky sonny star sterling storm sue summer sunny ted tiara trinity
    valentine velvet victor viola violet wade walker wanda warren will willow zack al ed vi ty bo paddy jimmy jackie pip nell kev mick micky dick benny sally barney jenny penny polly molly aroha mere pita hone tui kim lin ling dev mai dara mina ngaire mei june april august jan
    """.split()
)
"""Given names that are English words too."""

_KNOWN = COMMON | DAYS | MONTHS | NUMBERS | ORG_WORDS | FUNCTION | _SLANG


@cache
def _vocabulary() -> tuple[frozenset[str], frozenset[str]]:
    lines = _VOCABULARY.read_text(encoding="utf-8").splitlines()
    parted = lines.index("# titles")
    words, titles = (frozenset(word for line in part if not line.startswith("#") for word in line.split()) for part in (lines[:parted], lines[parted:]))
    return words, titles


@cache
def is_english(word: str) -> bool:
    """Whether a word is an everyday English one, inflected or not; hyphens part words."""
    plain = word.lower().strip(".,'’")
    words, titles = _vocabulary()
    if "-" in plain:
        return all(is_english(part) for part in plain.split("-") if part)
    bases = [plain.removesuffix(ending) for ending in _ENDINGS] if len(plain) > 5 or "'" in plain or "’" in plain else []
    return (
        plain in _KNOWN
        or plain in words
        or plain in titles
        or any(len(base) > 2 and (base in words or (base in titles and plain == base + "s")) for base in bases)
        or _is_inflected(plain)
    )


def _is_inflected(word: str) -> bool:
    words, _ = _vocabulary()
    return (word.endswith("ies") and word[:-3] + "y" in words) or (word.endswith("ing") and (word[:-3] + "e" in words or word[:-4] in words))


def is_title_word(word: str) -> bool:
    """Whether a word occurs in job titles."""
    return word.lower().strip(".,'’") in _vocabulary()[1]


@cache
def could_be_given(word: str) -> bool:
    """Whether a word, whatever its case, could begin a name: it is no English word, or one that is a given name as well."""
    plain = word.lower().strip(".,'’")
    if plain in GIVEN:
        return True
    if (
        len(plain) < 3
        or plain in KIN
        or plain in HONORIFICS
        or plain in IWI
        or not _VOWELS.search(plain)
        or _NO_VOWELS.search(plain)
        or any(mark.isdigit() for mark in plain)
    ):
        return False
    return not is_english(plain) and not (plain.endswith(("'s", "’s")) and is_english(plain[:-2])) and plain.replace("'", "").replace("’", "") not in FUNCTION


@cache
def could_be_family(word: str) -> bool:
    """Whether a word could go on a name that has begun: no English word, or a surname that is one."""
    plain = word.lower().strip(".,'’")
    return could_be_given(word) or plain in SURNAMES or (len(plain) == 2 and plain.isalpha() and not is_english(plain))


SAMPLE_WORDS = frozenset("test blah asd lol idk notes todo untitled name job lorem ipsum hello hi xx foo bar nothing none dolor amet".split())
"""Words that stand where nothing is meant."""
_SOUNDED = "aeiouyāēīōūäöüéèêáíóúàâîôûæø"
_FEWEST_WORDS, _NONSENSE, _SHORT_FORM = 3, 0.5, 4
_ROW = re.compile(r"qwe|wert|asdf|sdfg|dfgh|zxcv|xcvb|hjkl|uiop|poiu|lkjh|vbnm")
"""Keys that lie side by side."""


def is_pronounceable(word: str) -> bool:
    """Whether a word could be one of a language: vowels in it, no long run of consonants, no letter three times over, no row of the keyboard."""
    plain = re.sub(r"[^\w]", "", word.lower())
    if not plain or re.search(r"(.)\1\1|\d", plain) or not any(mark in _SOUNDED for mark in plain):
        return False
    if re.search(rf"[^{_SOUNDED}]{{5,}}", plain) or re.search(r"qwe|wert|asdf|sdfg|zxcv|hjkl|uiop|vbnm|fjdk|jkl", plain):
        return False
    return plain not in SAMPLE_WORDS


def is_gibberish(text: str) -> bool:
    """Whether a text is hammered on the keyboard: hardly an English word, and half of its words could be no word of any language."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    if len(words) < _FEWEST_WORDS or sum(is_english(word) for word in words) > 0.2 * len(words):
        return False
    hammered = [word for word in words if not is_pronounceable(word) and (len(word) > _SHORT_FORM or _ROW.search(word.lower()))]
    return len(hammered) >= _NONSENSE * len(words)
