"""Questions that state or presume their answer (labelling rule `leading_question`)."""

from __future__ import annotations

from coach.manner.form import find_heads, has_tag
from coach.manner.wording import any_of, plain

_PRESUMES = any_of(
    r"\bsurely\b|\b(?:don't|wouldn't) you (?:also )?(?:think|agree|find|feel|reckon|say)|\b(?:do|would) you not (?:think|agree|find|feel)",
    r"\bwould you (?:not )?agree\b",
    (
        r"\b(?:don't you (?:think|agree|find|reckon)|wouldn't you (?:say|agree)|isn't it,? that|isn't it (?:true|obvious|the case|fair to say)"
        r"|is it not (?:true|obvious)|you'd agree|you would agree|you have to (?:admit|agree)|you've got to (?:admit|agree)"
        r"|let's (?:be honest|face it)|we all know|everyone (?:knows|says)|everybody knows|it's obvious|obviously|clearly|no doubt|needless to say"
        r"|admit it)\b"
    ),
    (
        r"\b(?:you|it|that|they|he|she|there|people|the \w+|most \w+|your \w+)(?: guys| all)? must (?:\w+ )?(?:be|find|feel|love|hate|get|have|think"
        r"|see|spend|want|miss|enjoy|know|make|need|drive|take|earn|really|always|surely|just)\b"
    ),
    (
        r"\b(?:that|it|this)(?:'s| has|'d)? (?:got )?(?:has |have )?(?:got )?to be (?:the |a |an )?(?:\w+ )?(?:worst|best|hardest|boring|dull|awful"
        r"|hard|tough|lonely|nightmare|bit)\b"
    ),
    r"\b(?:it's|that's) got to be\b|\bi(?:'d| would) have thought\b|\bdon't tell me\b|\bcan you honestly\b",
    r"\bis it not (?:the case|true|a bit|rather|just|time)\b|\byou'd say (?:the|that|it|they)\b|\bglorified\b|\bnothing but\b",
    r"^\W*(?:\w+,? ){0,2}?(?:shouldn't|isn't|aren't)(?! there| i\b) [\w' ]{2,40}",
    (
        r"^\W*(?:\w+,? ){0,2}?(?:isn't|aren't|wasn't|weren't|doesn't|don't|didn't|wouldn't|won't|haven't|hasn't|can't) (?:it|that|this|they|you|most"
        r"|all|people|the|your|those|he|she|everyone)\b(?! (?:have (?:an?|any)|say|mention|tell|got (?:an?|any)|know (?:an?|any)))"
    ),
    r"\bwhy (?:would|does|do) any(?:one|body) (?:in their right mind |ever )?(?:want|bother|choose|do)",
    r"\bhow (?:boring|awful|terrible|horrible|bad|depressing|dull|great|amazing|wonderful|lucky|soul-destroying) (?:is|was|must|are|does)\b",
    r"\bhow much do you (?:hate|love|regret|miss)\b|\bjust how (?:bad|awful|boring|great)\b",
)
_SUPPOSES = any_of(
    r"^\W*(?:(?:so|and|but|well|oh|okay|right|then|now),? )*(?:i |i'd |i'll |you'd |i would )?(?:bet|guess|assume|basically|suppose|presume"
    r"|imagine|take it|expect|gather|figure|i reckon|presumably|probably|of course|no doubt|i'm (?:sure|guessing|assuming))\b"
)
_CHECK = any_of(
    (
        r"\b(?:so |and so |then |right,? so |okay,? so )?(?:if i(?:'ve| have)? (?:got|understood?|heard|noted|read|remember(?:ed)?|wrote|written|get|understand|follow|hear)"
        r"|do i (?:understand|have|get)|did i (?:understand|hear|get)|i (?:check|want to check|just want to check)|i understand (?:it|you|this|that)"
        r"|am i (?:right|hearing|understanding)|have i (?:got|understood)|you mean|you(?:'re| are) saying"
        r"|you(?:'ve| have)? (?:just )?(?:said|mentioned|told)|in other words|let me (?:check|see if|make sure)"
        r"|just to (?:check|confirm|be sure|be clear|make sure)|is that what you|what i(?:'m| am) hearing|sounds like|so you(?:'re| are)? )\b"
    ),
)
_TIME_OR_PLACE = any_of(
    r"\b(?:minutes?|half an hour|half hour|half past|o'clock|an hour|till|until|time|thirty|twenty|forty-five|correct\?|mr|mrs|ms|dr|madame?|sir"
    r"|email(?:ed)?|spoke on)\b"
)
_PROMPTS = any_of(
    r"\byou must (?:find|love|hate|get|think|feel|have to|see|miss|enjoy|spend|always"
    r"|be (?:so |very |really |pretty |absolutely )?(?:bored|lonely|exhausted|sick|fed up|tired of))\b"
)
_PRESSING_TAG = any_of(
    r"(?:n't (?:it|they|you|he|she|we|that|there|i)|\bright|\binnit|\bno|\bhuh|\bdon't you think|\bam i right|\bmust it not|\bis it not|\bare they not)\s*\?*$"
)
_POSITIVE_TAG = any_of(r", ?(?:is|are|was|were|do|does|did|can|could|will|would|has|have) (?:it|they|you|he|she|we|that|there|i)\s*\?*$")
_DENIES = any_of(r"n't\b|\bnot\b|\bnever\b|\bnobody\b|\bhardly\b|\bno (?:one|\w+)\b")
_NOT_MUST = any_of(r"\b(?:must (?:one|i|we)|must you|must be (?:off|going)|must (?:go|run|dash|say|admit|confess)|i must\b)")


def is_leading_question(sentence: str) -> bool:
    """Whether one sentence asks while stating or presuming the answer.

    The host's own words are not looked at here: `is_check` says whether it may be a check of what was heard.
    """
    low = plain(sentence).strip()
    if not low.rstrip("\"') ").endswith("?"):
        return bool(_PROMPTS.search(low)) and not find_heads(sentence)
    if _NOT_MUST.search(low):
        return False
    heads = find_heads(sentence)
    stated = all(head.kind in {"declarative", "fragment"} for head in heads)
    if _PRESUMES.search(low):
        return stated or not any(head.kind in {"wh", "request"} for head in heads) or _loaded_wh(low)
    if stated and _SUPPOSES.search(low):
        return True
    return stated and has_tag(sentence) and _presses(low) and not _TIME_OR_PLACE.search(low)


def _presses(low: str) -> bool:
    """A tag of the other polarity or "right?" presses for a yes; "is it?" after a plain statement only checks, "eh?" is idiom."""
    if _PRESSING_TAG.search(low):
        return True
    return _POSITIVE_TAG.search(low) is not None and _DENIES.search(low) is not None


def _loaded_wh(low: str) -> bool:
    return (
        any_of(
            r"\bsurely\b|\bdon't you (?:think|agree)|\bwhy (?:would|does|do) any",
            r"\bhow (?:boring|awful|terrible|horrible|depressing|dull|much do you (?:hate|love|regret))",
        ).search(low)
        is not None
    )


def is_check(sentence: str) -> bool:
    """Whether a sentence checks the learner's understanding of what the host said: "so if I have got it right, ..."."""
    return _CHECK.search(plain(sentence)) is not None
