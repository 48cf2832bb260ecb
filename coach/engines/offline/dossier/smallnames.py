"""Names where capitals tell nothing: in notes without any, and in lines that are nothing but capitals."""

from __future__ import annotations

import re
from functools import lru_cache

from coach.engines.offline.dossier.layout import Line, Page
from coach.engines.offline.dossier.lexicon import FUNCTION, GIVEN, could_be_family, could_be_given, is_english, is_title_word
from coach.engines.offline.dossier.names import CONTRACTED, Mention
from coach.engines.offline.dossier.titles import is_role_head
from coach.engines.offline.dossier.words import COMMON, DAYS, HONORIFICS, KIN, MONTHS, ORG_WORDS, ROLE_HEADS, SURNAMES

_TOKEN = re.compile(r"[^\W\d_](?:[\w'’ʻ‘-]*\w)?\.?")
_PARTICLES = frozenset("de del della der den van von da dos du di la le bin binti bint al el ap ibn y te ter ten ó ní nic mac mc san st".split())
_SURE_PARTICLES = frozenset("de del della der den van von dos du di bin binti bint ibn nic mac mc la".split())
_TITLES = HONORIFICS - {"nurse", "coach", "chef", "sister", "captain", "capt"}
_FIRM_CUE = re.compile(r"(?:\b(?:at|for|from|in|near|of|off|out|to the|the|w/?|with|kei|ki)|@)\s*$", re.IGNORECASE)
_WORKS = re.compile(r"(?:works?|posts?|records)\s+(?:at|for|as|in|with|w/?|on|like|from|out|the|a)\b", re.IGNORECASE)
_LONGEST = 6


def is_caseless(page: Page, line: Line) -> bool:
    """Whether capitals tell nothing on a line: it has none where the notes hardly have any, or hardly anything else."""
    letters = [mark for mark in page.text[line.body : line.end] if mark.isalpha()]
    upper = sum(mark.isupper() for mark in letters)
    if len(letters) > 3 and upper > 0.85 * len(letters):
        return True
    return writes_small(page) and upper <= 1


def writes_small(page: Page) -> bool:
    """Whether the notes do without capitals, but for a lone I or a first word here and there."""
    return page.lower or _has_few_capitals(page.text)


@lru_cache(maxsize=8)
def _has_few_capitals(text: str) -> bool:
    starts = re.findall(r"\b([^\W\d_])[^\W\d_]", text)
    return sum(mark.isupper() for mark in starts) <= max(1, len(starts) * 0.04) and not re.match(r"\W*[A-ZÀ-Þ]", text)


def find_small_mentions(text: str, start: int, end: int) -> list[Mention]:
    """Runs of words that are no everyday ones and could be a name, each with what goes before and behind it taken into account."""
    mentions: list[Mention] = []
    at = start
    while (match := _TOKEN.search(text, at, end)) is not None:
        at = match.end()
        title = match[0].lower().rstrip(".") if match[0].lower().rstrip(".") in _TITLES else ""
        first = match
        if title:
            following = _TOKEN.match(text, match.end() + 1, end) if text[match.end() : match.end() + 1] == " " else None
            first = following if following is not None else match
        if first is match and title:
            continue
        run = _run(text, first, end, titled=bool(title))
        if run is None:
            continue
        at = run[-1].end()
        run = _with_odd_given(text, run, start) if not title else run
        mention = _mention(text, run, title, start=start, end=end)
        if mention is not None:
            mentions.append(mention)
    return mentions


def _run(text: str, first: re.Match[str], end: int, *, titled: bool) -> list[re.Match[str]] | None:
    """The words of the name that begins with a word; None where none begins there."""
    if not _begins(first[0], titled=titled) and not _is_initials(text, first, end):
        return None
    run = [first]
    while len(run) < _LONGEST and text[run[-1].end() : run[-1].end() + 1] == " ":
        following = _TOKEN.match(text, run[-1].end() + 1, end)
        if following is None or not _goes_on(text, run, following, end):
            break
        run.append(following)
    while len(run) > 1 and run[-1][0].lower() in _PARTICLES:
        run.pop()
    return run


def _with_odd_given(text: str, run: list[re.Match[str]], start: int) -> list[re.Match[str]]:
    """A family name alone takes the word before it, where that begins a field and could be a given name or nickname: "mossy breen"."""
    before = re.compile(
        r"(?:^|[.,:;(|=/#>*–—-]\s*|\b(?:called|named|is|meet|meeting|seeing|cousin|uncle|aunty?|auntie|friend|mate|brother|sister|boss|daughter|son)\s+)(?P<word>[^\W\d_]{3,})\s$"
    ).search(text[start : run[0].start()])
    if len(run) > 1 or before is None or not _could_be_nickname(before["word"].lower()):
        return run
    odd = _TOKEN.match(text, start + before.start("word"))
    return [odd, *run] if odd is not None else run


def _could_be_nickname(word: str) -> bool:
    everyday = word in COMMON or word in FUNCTION or word in ORG_WORDS or word in KIN or word in HONORIFICS or word in DAYS or word in MONTHS
    return not everyday and not is_role_head(word) and not is_title_word(word) and not word.endswith(("ing", "ed", "ly", "s"))


def _begins(word: str, *, titled: bool) -> bool:
    plain = word.lower().rstrip(".")
    if CONTRACTED.search(plain):
        return False
    if is_role_head(plain) and plain not in SURNAMES and plain not in GIVEN:
        return False
    return could_be_given(plain) or (
        titled and not (is_english(plain) and (plain in COMMON or plain in FUNCTION or plain.endswith(("s", "ed", "ing")))) and not is_role_head(plain)
    )


def _is_initials(text: str, first: re.Match[str], end: int) -> bool:
    """Whether an initial with its full stop has a name behind it: "j. p. van der merwe"."""
    if not re.fullmatch(r"[^\W\d_]\.", first[0]):
        return False
    following = _TOKEN.match(text, first.end() + 1, end)
    return following is not None and (could_be_given(following[0]) or bool(re.fullmatch(r"[^\W\d_]\.", following[0])) or following[0].lower() in _PARTICLES)


def _goes_on(text: str, run: list[re.Match[str]], following: re.Match[str], end: int) -> bool:
    """Whether a word belongs to the name before it: no everyday word, a particle, an initial, a surname, or any noun that ends the field."""
    plain = following[0].lower().rstrip(".")
    if run[-1][0].endswith(".") and len(run[-1][0]) > 2:
        return False
    if run[-1][0].lower() in _PARTICLES and plain not in FUNCTION and plain not in ORG_WORDS:
        return True
    if plain in _PARTICLES:
        after = _TOKEN.match(text, following.end() + 1, end)
        return after is not None and (
            (could_be_given(after[0]) or after[0].lower() in _PARTICLES or plain in _SURE_PARTICLES) and after[0].lower() not in FUNCTION - _PARTICLES
        )
    if len(plain) == 1:
        return following[0].endswith(".") or following.end() == end or not text[following.end()].isspace()
    if is_role_head(plain) and plain not in SURNAMES:
        return False
    closes = re.compile(r"\s*(?:[,(|=:;/\t\n)\]>–—-]|$)|\s+(?:is|works|who|from|at|runs|has)\b", re.IGNORECASE).match(text, following.end(), end)
    return could_be_family(plain) or (len(run) == 1 and closes is not None and _could_be_nickname(plain))


def _mention(text: str, run: list[re.Match[str]], title: str, *, start: int, end: int) -> Mention | None:
    """The name, unless what goes before or behind shows it to be a firm, a place or a possessor."""
    stop = run[-1].end()
    if re.match(r"['’]s\b", text[stop:end]) or re.search(r"['’]s?$", run[-1][0]):
        return None
    if run[-1][0].endswith(".") and len(run[-1][0]) > 2:
        stop -= 1
    words = [word[0].lower().rstrip(".") for word in run]
    if any(word in ORG_WORDS and word not in SURNAMES for word in words) or (len(words) == 1 and words[0] in ROLE_HEADS and not title):
        return None
    following = _TOKEN.match(text, stop + 1, end) if text[stop : stop + 1] == " " else None
    before = text[start : run[0].start()]
    if (
        following is not None
        and not title
        and following[0].lower().rstrip(".") in ORG_WORDS
        and not is_role_head(following[0])
        and not _WORKS.match(text, following.start())
    ):
        return None
    if following is not None and following[0].lower() in KIN and len(words) == 1:
        return None
    if len(words) == 1 and re.search(r"\bkai[a-zāēīōū]{3,}\s$", before, re.IGNORECASE):
        return None  # a word that goes with the job before it: kaitiaki taiao
    if _FIRM_CUE.search(before) and not title and not re.search(r"\b(?:with|w/?)\s*$", before, re.IGNORECASE):
        return None
    if len(words) == 1 and not title and following is not None and is_english(following[0]) and re.search(r"\w\s$", before) and words[0] in GIVEN:
        return None
    return Mention(text[run[0].start() : stop], run[0].start(), stop, title, small=True)
