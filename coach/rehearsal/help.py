"""When a learner speaks of harm, the software leaves the role, gently, and shows where help is to be had. Not scored, not analysed further."""

from __future__ import annotations

import re

from coach.manner.boundaries import find_harm
from coach.manner.wording import any_of, plain

_LINES = {
    "NZ": (
        "Free call or text 1737, any time, to talk with a trained counsellor.",
        "Lifeline: 0800 543 354, or text HELP to 4357. Suicide Crisis Helpline: 0508 828 865. Youthline: 0800 376 633, or text 234.",
        "If you or somebody else is in danger now, call 111.",
    ),
    "AU": ("Lifeline: 13 11 14, any time, or text 0477 13 11 14.", "If you or somebody else is in danger now, call 000."),
    "GB": ("Samaritans: 116 123, free, any time. Or text SHOUT to 85258.", "If you or somebody else is in danger now, call 999."),
    "IE": ("Samaritans: 116 123, free, any time.", "If you or somebody else is in danger now, call 112 or 999."),
    "US": ("Call or text 988, the Suicide and Crisis Lifeline, any time.", "If you or somebody else is in danger now, call 911."),
    "CA": ("Call or text 988, the Suicide Crisis Helpline, any time.", "If you or somebody else is in danger now, call 911."),
}
_ANYWHERE = (
    "Call the emergency number of your country if you or somebody else is in danger now.",
    "A doctor, a crisis line where you live, or someone you trust can help.",
)
_FIGURES = re.compile(
    r"\b(?:rather|sooner) die than\b|\bdying (?:to|for)\b|\bto die for\b|\b(?:could|nearly|almost)(?: have|'ve)? died (?:of|from|laughing)\b|\b(?:bored|scared|tickled|frightened|starving|freezing) to death\b|\bkill for an?\b|\bkilling me\b"
)
"""Manners of speaking, taken out before anything else is read."""
_ALSO_HARM = any_of(
    r"\b(?:see|know|there's no|there is no|no) (?:the |any |a )?(?:point|reason) (?:in|to|of|for) (?:living|live|life|being alive|going on|carrying on)\b|\b(?:keeps?|kept|won't stop) touching me\b|\blocks? me (?:in|up)\b|\bhe (?:touches|touched) me\b",
    r"\b(?:easier|better|simpler|happier)\b[^.?!]{0,40}\b(?:if i (?:wasn't|weren't|was not|were not|didn't exist|disappeared|died|was gone|were gone|was dead|weren't around)|without me)\b",
    r"\bif i (?:wasn't|weren't|was not|were not) (?:here|around|alive)(?: at all| any ?more)\b|\b(?:not|don't|didn't|no longer) (?:\w+ ){0,3}(?:be|being|want(?:ing)? to be|wanted to be) (?:here|around|alive)(?: any ?more| at all)\b(?! for| in this (?:course|class|job))",
    r"\b(?:no ?(?:one|body)|everyone|everybody) (?:would|'d) (?:even )?(?:notice|care|miss me|be (?:better|happier|relieved))\b[^.?!]{0,20}\b(?:if i|when i'm|without)\b|\bi (?:can't|cannot|can not) go on(?: like this| any ?more| living)?\s*(?:[.?!]|$)|\bcan't (?:take|do) (?:it|this|life) any ?more\b(?=[^.?!]*(?:[.!]|$))(?![^.?!]*\b(?:job|course|essay|queue|traffic)\b)",
    r"\b(?:end(?:ing)?|finish(?:ing)?) (?:it all|things for good|my life)\b|\bi (?:have|had|'ve got|made) a plan to (?:die|end|hurt|kill)|\b(?:took|taken|swallowed) (?:too many|a (?:whole )?(?:lot|bottle|pack) of|all (?:of )?(?:my|the)) (?:pills|tablets|paracetamol|meds|sleeping)|\b(?:cut|burn|starv)(?:ting|ing)? myself\b|\bhurt(?:ing)? myself\b|\bi wish i (?:was|were) dead|\bwish i(?:'d| had) never been born\b|\blife (?:isn't|is not|not) worth\b|\bdon't (?:want|wanna) (?:to )?live\b",
    r"\b(?:he|she|they|my \w+) (?:hits?|beats?|chokes?|hurts?|punches|kicks|threatens) me\b|\bi(?:'m| am) (?:scared|afraid|frightened) (?:of|to go) (?:my \w+|home|him|her)\b|\b(?:he|she)(?:'s| is) going to (?:kill|hurt) me\b",
)  # fmt: skip
_IDIOM = any_of(
    r"\b(?:deadline|essay|exam|assignment|shift|course|embarrass\w*|laugh\w*|bored?|boredom|cringe\w*|gym|traffic)\b[^.?!]{0,30}\b(?:kill|die|dead|death)|\b(?:kill|die|died|dead|dying|death)\w*\b[^.?!]{0,30}\b(?:embarrass\w*|laugh\w*|of boredom|for a coffee|to know|inside)"
)
_QUOTED = re.compile(r'"[^"]*"')
_CONCERN = any_of(
    r"\bjump off (?:a|the) (?:bridge|building|roof|cliff)\b",
    r"\b(?:don't|didn't|doubt|wouldn't|won't|never) (?:\w+ ){0,3}(?:be |get )?missed\b|\b(?:dropping|drop|dropped) out\b(?=[^?]*$)|\bgiv(?:e|ing) up on (?:everything|it all|life|myself)\b|\b(?:feel|feeling|felt|been) (?:so |really |completely |totally |very |pretty )*(?:hopeless|worthless|empty|numb|alone|lonely|useless|like a (?:failure|burden)|depressed|low lately)\b",
    r"\bno ?(?:one|body) (?:would (?:care|notice|miss)|cares|likes me|wants me|understands me)\b|\bwhat's the point (?:of (?:anything|it all|trying))?\s*[.?]?$|\bi (?:can't|cannot) cope\b|\bi (?:hate|can't stand) (?:myself|my life)\b|\bi(?:'ve| have) been crying\b|\bpanic attacks?\b[^?]*$|\bi(?:'m| am) (?:a burden|falling apart|not okay|not ok|struggling)\b",
)  # fmt: skip
_FIRST = (
    "I'm stepping out of the rehearsal now, because what you just wrote matters more than practice.",
    "This is the software speaking, not the person you were interviewing.",
    "If you are thinking of not being here, or if somebody is hurting you, please tell someone today.",
)
_LATER = (
    ("The rehearsal stays closed for now, and nothing you wrote is scored.", "You have nothing to be sorry for."),
    ("It took something to write that, and it does not have to stop here with a piece of software.", "Please say it to one person you trust as well."),
    ("There is no hurry about the rehearsal. You can begin a new one another day.", "For now, a person is better company than a program."),
    ("Take care of yourself today. Nothing here needs to be finished.", "These people are there for just this, and talking to them is free."),
)
_BYE = ("Take care of yourself. It was right to say it.", "Please keep these somewhere near, they are there day and night.")


def help_lines(country: str) -> tuple[str, ...]:
    """Where help is to be had in a country (two-letter code), one line each; general words where we know no numbers."""
    return _LINES.get(country.upper(), _ANYWHERE)


def hints_at_harm(text: str) -> bool:
    """Whether an utterance hints at self-harm, abuse or danger to the learner; figures of speech are none."""
    low = _FIGURES.sub(" ", _QUOTED.sub(" ", plain(text)))
    return find_harm(low) or (_ALSO_HARM.search(low) is not None and _IDIOM.search(low) is None)


def sounds_low(text: str) -> bool:
    """Whether an utterance sounds sad or hopeless without a hint of harm."""
    return _CONCERN.search(plain(text)) is not None


def draft_help(times: int, *, country: str, leaving: bool) -> tuple[str, ...]:
    """What the software says in place of a reply: the first time (`times` 0) why it stops, then short kind lines; always with the help lines."""
    lines = help_lines(country)
    if leaving:
        return (*_BYE, lines[0])
    if times == 0:
        return (*_FIRST, *lines)
    return (*_LATER[(times - 1) % len(_LATER)], *lines[: 1 if times > 1 else 2])
