"""What the learner says about whom it is going to be: who was chosen, who said yes, who cannot, and which of it was said last."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.engines.offline.dossier.layout import Page
from coach.engines.offline.dossier.lexicon import is_english
from coach.engines.offline.dossier.places import is_moment_word
from coach.engines.offline.dossier.someone import Someone

_CHOSEN = re.compile(
    r"(?:^|[\s*.!;:(~–—-])(?:so|going with|go with|gone with|chose|choosing|chosen|picked?|picking|decided (?:on|for|to (?:talk|meet|speak|see|go)(?: to| with)?)"
    r"|talk to|talking to|meeting|meet|seeing|interviewing|it'?s|it is|->|=>|→|\*\*\*|>>>|only|asked for|i asked|interview is)\s+(?:with\s+|to\s+)?[\"'*_]*$",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:update[ds]?|change[ds]?|edit|now|instead|switched|swapped|so|new plan|in the end|finally|decision|decided|final)\b[\W\d_]+"
    r"(?:(?:it|it['’]?s|its|is|i['’]?m|im|am|with|to|the|now|so|going|meeting|seeing|talking|interviewing|see|meet|talk|we|got|be|will|only|just|have|plan|person)[\W_]+){0,6}$",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"[*_\"']*,?\s+(?:it is(?! an?\b)|instead\b|then\b(?=[.!:]|$)|is the one|gets it\b)", re.IGNORECASE)
_ACCEPTED = re.compile(
    r"[*_\"']*(?:\s*\([^)\n]*\))?,?\s+(?:(?:has|also|just|already|actually)\s+)?(?:said yes|says yes|said ok|replied yes|agreed|is free|can do|is keen|is happy to|confirmed|offered(?! but)"
    r"|got back|(?:te?xte?d|rang|called|wrote|e?mailed|phoned|messaged|pinged) (?:me )?(?:bk|back)|said (?:to )?come\b|answered (?:the same day|straight away|right away|fast|first|me)|replied (?:the same day|straight away|first)|is up for it|is in\b(?=[.!,]|$))",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"[*_\"']*,?\s+(?:\w+\s+)?(?:hasn'?t|haven'?t|has not|have not|didn'?t|did not|never|said no|says no|too busy|is busy|'s too busy|'s busy|declined|can'?t|cannot"
    r"|isn'?t|not free|away|only wants|turned (?:me|it) down|said (?:she|he|they)(?:'s| is|'re| are)? (?:too )?busy)",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:pulled out|cancelled on|bailed|ghosted|fell through|no reply|never (?:wrote|replied|answered|got back|rang|texted)|(?:can'?t|cannot|couldn'?t) (?:do it|make it"
    r"|any more|anymore)|on (?:holiday|leave)\b|away (?:till|until)|got (?:rostered|called|sent)|(?:hard|impossible) to (?:get hold of|reach|pin down)|no answer|turned me down|said no\b|too busy|not free|unavailable|no longer|(?:s?he['’]?s|s?he is) out\b)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\bnot\s+[*_]*$", re.IGNORECASE)
_TAKES = r"\b(?:going|go|gone|went|chose|choosing|picked|picking|pick|take|taking|its|it['’]?s|so)\s+(?:with\s+|for\s+)?(?:option\s+|number\s+|no\.?\s*|#)?"
_BEFORE = re.compile(
    r"(?:\b(?:not|instead of|rather than|forget|scratch)|\b(?:was|were) (?:meant|going|supposed|due|gonna) to\b[^.!?]{0,30}|\borig(?:inally|inal)?\b[^.!?]{0,25})\s+[*_]*$",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"\b(?:s?he|they)(?:['’]?ll| will| can|['’]?s (?:fine|ok|okay|happy|free|going|gonna)(?: with| to)?| (?:said|says|agreed|offered) (?:to|yes|come|s?he['’]?ll|s?he will|s?he can))\s+"
    r"(?:meet|see|talk to|speak to|ring|call|show|zoom|have|host) (?:with )?me\b",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\d\s?[ap]\.?m\b|\b\d{1,2}[:.]\d\d\b", re.IGNORECASE)
_DOES_IT = re.compile(r",?\s+(?:(?:who|he|she|they)\s+)?(?:does|do|has|got|did)\s+(?:this|that|the same|the) (?:job|work|role)\b", re.IGNORECASE)
_MEETS = re.compile(r"\b(?:meet(?:ing)?|see(?:ing)?|interview(?:ing)?|call|zoom|chat|talk|coffee)(?:\s+(?:with|w/?|to|is))?\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Word:
    """One thing said of somebody: where, and how much it speaks for (or against) that one being met."""

    at: int
    chosen: float
    refused: bool


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where somebody is named: the place, the words, whether they are certainly those of a person."""

    at: int
    name: str
    sure: bool


def weigh_decisions(page: Page, people: list[Someone]) -> None:
    """Add to each what is said of the choice; where two were chosen in turn, the later choice holds."""
    several = sum(bool(someone.roles) or len(someone.name.split()) > 1 for someone in people) > 1
    spots = _find_spots(page, people)
    said = {id(someone): _words_on(page, someone, spots, several=several) for someone in people}
    last = max((word.at for words in said.values() for word in words if word.chosen >= _CHANGE), default=-1)
    for someone in people:
        words = said[id(someone)]
        someone.score += max((word.chosen - (_CHANGE - 5.0) * (word.chosen >= _CHANGE and word.at < last) for word in words if word.chosen), default=0.0)
        refused = [word.at for word in words if word.refused]
        taken = [word.at for word in words if word.chosen >= _CHANGE]
        someone.score -= 5.0 * (bool(refused) and not (taken and taken[-1] > refused[-1]))


_CHANGE = 9.0


def _words_on(page: Page, someone: Someone, spots: list[_Spot], *, several: bool) -> list[_Word]:
    words = []
    option = _option(page, someone)
    if option and re.search(rf"{_TAKES}{option}\b(?!\s*[.)]\s)", page.flat, re.IGNORECASE):
        words.append(_Word(len(page.flat), _CHANGE, refused=False))
    sure, own = _is_sure(someone), {call.lower() for call in callings(someone)}
    for number, spot in enumerate(spots):
        if spot.name.lower() not in own or (spot.name.islower() and all(is_english(part) for part in spot.name.split())):
            continue  # somebody else, or "will", "rose": an everyday word and no name
        at, end = spot.at, spot.at + len(spot.name)
        before = page.flat[max(0, at - 70) : at].rsplit("\n", 1)[-1]
        stop = next((other.at for other in spots[number + 1 :] if other.sure and other.name.lower() not in own), len(page.flat))
        after = page.flat[end : min(stop, end + 160)].split("\n", maxsplit=1)[0]
        refused = bool(_REFUSED.match(after) or _NOT.search(before) or _BEFORE.search(before))
        refused = refused or (several and bool(_LOST.search(after) or before.count("~~") % 2))
        chosen = 0.0 if refused else _choice(before, after, several=several, sure=sure, dated=bool(someone.roles) and " " in someone.name)
        words.append(_Word(at, chosen if chosen < _CHANGE or sure else 5.0 * bool(_CHOSEN.search(before)), refused))
    return words


def _find_spots(page: Page, people: list[Someone]) -> list[_Spot]:
    """Wherever anybody is spoken of by any part of the name, in the order of the page."""
    calls: dict[str, bool] = {}
    for someone in people:
        for call in callings(someone):
            calls[call.lower()] = calls.get(call.lower(), False) or _is_sure(someone)
    names = "|".join(sorted(map(re.escape, calls), key=len, reverse=True))
    found = re.finditer(rf"(?<!\w)(?:{names})(?!\w)(?!['’]s\b)", page.flat, re.IGNORECASE) if names else iter(())
    return [_Spot(match.start(), match[0], calls.get(match[0].lower(), False)) for match in found]


def _is_sure(someone: Someone) -> bool:
    """Whether more than one capitalised word shows that this is a person."""
    return bool(" " in someone.name or someone.roles or someone.acts or someone.heads or someone.pronoun)


def _choice(before: str, after: str, *, several: bool, sure: bool, dated: bool) -> float:
    if several and (_CHANGED.search(before) or _TAKEN.match(after)):
        return _CHANGE
    if _CHOSEN.search(before):
        return 5.0
    if _ACCEPTED.match(after) or _DOES_IT.match(after):
        return 4.0 if several else 2.0
    if sure and _WILL.search(after):
        return 5.0
    line = before + after.split("\n", maxsplit=1)[0]
    if dated and several and _HOUR.search(line) and any(is_moment_word(word) and not word[0].isdigit() for word in line.split()):
        return 3.0
    soon = sum(is_moment_word(word) for word in after.split()[:7]) > 1
    return 5.0 if soon and _MEETS.search(before) else 0.0


def _option(page: Page, someone: Someone) -> str:
    """The letter or number under which somebody stands in a list of choices: "Option B: Yusra", "2. Lachlan"."""
    for mention in someone.mentions:
        line = page.line_at(mention.start)
        label = re.fullmatch(
            r"[\s*_#>-]*(?:option|choice|number|no\.?|person|idea)?\s*(?P<label>[A-D1-4])[\s*_.):=–—-]*", page.flat[line.start : mention.start], re.IGNORECASE
        )
        if label is not None:
            return label["label"]
    return ""


def says_yes(text: str, at: int) -> bool:
    """Whether it is told right behind a name that this one agreed to meet."""
    return bool(_ACCEPTED.match(text, at))


def callings(someone: Someone) -> set[str]:
    """The ways in which somebody may be spoken of: the whole name, the first word, a last one that is not too short."""
    words = someone.name.split()
    return {someone.name, words[0], *(word for word in words[-1:] if len(word) > 3)}
