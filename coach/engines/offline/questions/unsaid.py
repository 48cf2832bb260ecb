"""What is left unsaid although it stands in the notes: adverts, what the learner did, and what a host would wince at."""

from __future__ import annotations

import re

_ADVERT = re.compile(
    r"[»«]|\bapply (?:now|by|today|here|online)\b|\bcvs?\b|\bclosing date\b|\bapplica(?:nts?|tions?)\b|\beligib\w+|\brecogni[sz]ed (?:bsc|msc|degree|qualification)|\bessential criteria\b|\bvacanc\w+|"
    r"\b(?:warm|friendly|vibrant|dynamic|passionate) team\b|\bjoin (?:our|us)\b|\bsuccessful (?:candidate|applicant)\b|\bper annum\b|\bgrade \d\b|\b(?:cookie|privacy)\b",
    re.I,
)
_LEARNERS = re.compile(
    r"^(?:i )?looked (?:up|at|into|through)\b|^(?:i )?(?:found|looked|googled|checked|emailed|texted|asked|listened|watched|saw|met|rang|heard) "
    r"(?:out |up |at |through |to |on |about |again )*(?:(?:an?|the|his|her|their|its|this|that|one|two|some|my) )?(?:\w+ ){0,2}?"
    r"(?:podcast|page|site|website|profile|article|video|blog|report|linkedin|advert|ad|interview|post|online|him|her|them|mum|dad|teacher|neighbour|"
    r"friend|youtube|talk)\b",
    re.I,
)
_WINCE = re.compile(
    r"\bon (?:his|her|my|your|their|the) (?:second|third|fourth|2nd|3rd|4th|5th|last) (?:try|attempt|go)\b|\b(?:failed|flunked|sacked|fired|redundan\w+|"
    r"too much about|minutes late|no money|for nothing|got it wrong|got lost|nearly quit|nearly left|almost quit|bankrupt\w*|breakdown|burn(?:ed|t)? ?out|panic attacks?|drunk|hungover|in tears|cried|sober|prison|in debt|"
    r"made a loss|got dumped|bullied|ashamed|dropped out|kicked out|suspended|dyslexi\w+|overweight|ill health|arthritis|deaf in|a limp)\b|"
    r"\b(?:do(?:es)?|can|could) ?(?:not|n't) \w+ (?:so much|as much|any ?more)\b|\bno longer (?:able|young)\b|\bwas told off\b|"
    r"\b(?:he|she|they|you|is|are) (?:is |are )?(?:too|quite|really|very|a bit|getting) (?:old|slow|tired|fat|grumpy|rude|strict|scary)\b|[£$€] ?\d",
    re.I,
)


def is_advert(text: str) -> bool:
    """Whether the text comes out of an advertisement or from the margin of a website, and is no fact about a person or a place."""
    return bool(_ADVERT.search(text))


def is_learners(text: str) -> bool:
    """Whether the scrap tells what the learner did to find things out ("Found a podcast")."""
    return bool(_LEARNERS.match(text))


def is_unkind(text: str) -> bool:
    """Whether a host would wince to hear the text from a stranger: failures, misfortunes, money, what they can no longer do."""
    return bool(_WINCE.search(text))
