"""What a heading or a label announces: the person, the organisation, the occupation, the meeting."""

from __future__ import annotations

import re

from coach.engines.offline.dossier.titles import is_role_plural
from coach.engines.offline.dossier.words import ORG_WORDS

PERSON, OTHER, LEARNER, ORGANISATION, OCCUPATION, MEETING, NOBODY = "person", "other", "learner", "organisation", "occupation", "meeting", ""
"""Whom or what something speaks of."""

_OCCUPATION_HEAD = re.compile(
    r"\b(?:(?:the|this|that) (?:job|work|role|occupation|profession|trade|career|field|industry)\b|about (?:the|this) (?:job|work|role|occupation|profession"
    r"|trade)|(?:job|work|role|occupation|profession|trade|career) (?:facts|notes|in general|generally|overall|itself|info\w*|profile|description)"
    r"|occupation|profession\b|what (?!i\b|he\b|she\b|the (?:company|firm))[\w' -]{2,30} (?:do(?:es)?|is|are|involves)\b"
    r"|te mahi|(?:job|career) (?:guide|book|sheet|card)|what you need|to become|what the mahi|tasks|duties|day to day|a (?:typical )?day|entry"
    r"|how to (?:become|get in)|getting in|training|qualification|outlook|demand|job site|jobs? (?:ad|site|page)|careers? (?:site|page)|to be (?:an? )?"
    r"|job ad|similar role|(?:job |the )?ad\b|advert\w*|vacancy|requirements?|typical day|pay)\b",
    re.IGNORECASE,
)
_ORGANISATION_HEAD = re.compile(
    r"\b(?:company|employer|organi[sz]ation|firm|business|workplace|agency|bureau|clinic|hospital|trust|studio|practice|council|museum|archive|institute"
    r"|centre|center|charity|lab|school|office|farm|shop|factory|te rōpū|rōpū|te puna|te wāhi|te teihana|te umanga|te kamupene|te tari|whare|about us"
    r"|who we are|our (?:story|work|history|mission)|where (?:she|he|they) works?|news|latest|blog|what'?s new|the place|their work)\b",
    re.IGNORECASE,
)
_MEETING_HEAD = re.compile(
    r"\b(?:meeting|logistics|when|where and when|when/where|hui|appointment|arrangements?|practical|plan|time|interview details|date|to ?do|to bring"
    r"|reminders?|questions?|(?<!who )to ask|ask (?:her|him|them)|to work out|pātai|find out|want to know|want out|wondering|curious|purpose|goal|aim"
    r"|why (?:her|him|them|this|i))\b",
    re.IGNORECASE,
)
_PERSON_HEAD = re.compile(
    r"\b(?:who (?:she|he|they) (?:is|are)|about (?:her|him|them)|the person|person|interviewee|background|bio|career(?: so far)?|profile|path|her|his|ko wai"
    r"|mō|before|previously|studied|education|studies|experience|biography|featured|teaching|research(?: interests)?|responsibilities|qualifications"
    r"|memberships|licen[cs]es|certifications|skills|volunteer\w*|interests|publications|awards|honou?rs|projects|activity|work history|employment)\b"
    r"|^(?:about|summary)$",
    re.IGNORECASE,
)
_NOT_UNDERSTOOD = re.compile(
    r"^(?:things? i|what i|i) (?:do not|don'?t|dont|didn'?t) (?:get|understand|know)|^(?:to look up|to do|check|look up)\b", re.IGNORECASE
)
_AMBIGUOUS = frozenset(
    {
        "school",
        "college",
        "university",
        "research",
        "law",
        "health",
        "transport",
        "services",
        "design",
        "development",
        "projects",
        "energy",
        "post",
        "records",
        "care",
    }
)
_RANKS = frozenset({"senior", "junior", "chief", "head", "lead", "deputy", "principal", "assistant", "manager", "officer", "trainee"})


def is_personal(title: str) -> bool:
    """Whether a heading may stand inside what is told of one person: Experience, Education, Biography."""
    return bool(_PERSON_HEAD.search(title))


def read_heading(
    words: str,
    *,
    target: frozenset[str],
    others: frozenset[str],
    firm: frozenset[str],
    trade: frozenset[str],
    wording: frozenset[str] = frozenset(),
    kinds: bool = True,
) -> str:
    """The subject a heading or label announces: names first, then the words that are most telling; empty where it announces none.

    `target` and `others` are the words by which people are called, `firm` those for the organisation, `wording` all words of its name, `trade` those of the job title, all in lower case; `kinds` is false where
    "the club" or "the bank" is more likely to be another one.
    """
    if not words:
        return NOBODY
    tokens = {token.strip("'’.,()*").removesuffix("'s").removesuffix("’s").lower() for token in words.split()}
    if tokens & others:
        return OTHER
    if _NOT_UNDERSTOOD.match(words) or (_MEETING_HEAD.search(words) and not _PERSON_HEAD.match(words)):
        return MEETING
    own = bool(tokens & target)
    if len(tokens) <= 2 and tokens and tokens <= wording:
        return ORGANISATION
    if _OCCUPATION_HEAD.search(words) and not own:
        return OCCUPATION
    kind = words.rsplit(maxsplit=1)[-1].lower() if len(words.split()) <= 3 else ""
    if (tokens & firm and not own) or _ORGANISATION_HEAD.search(words) or (kinds and kind in ORG_WORDS and kind not in _AMBIGUOUS):
        return ORGANISATION
    if own or _PERSON_HEAD.search(words):
        return PERSON
    telling = {word for word in trade if len(word) > 3 and word not in _RANKS}
    return OCCUPATION if any(is_role_plural(token) for token in tokens) or (tokens & telling and len(words.split()) <= 6) else NOBODY
