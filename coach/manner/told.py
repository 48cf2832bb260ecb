"""Plain facts about the host that were told already: pairs of what a question asks and what an earlier answer has said."""

from __future__ import annotations

import re

from coach.manner.wording import any_of, plain, split_sentences
from coach.records import Record

_N = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
    r"|thirty|forty|a dozen|a couple of)(?:[ -]\w+)?"
)


class Told(Record):
    """A sentence in which the host told something, under the name of the frame it fits."""

    frame: str
    quote: str


_FRAMES: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "before": (
        any_of(r"\bwhat (?:did you do|were you(?: doing)?|was your (?:job|work))\b[^.?!]{0,30}\bbefore\b|\bwhat (?:came|was) before\b",
        r"\bwere you (?:always|something else)\b[^.?!]{0,30}|\bhave you always (?:been|done|worked)\b|\bwhat(?:'s| is| was) your background\b",
        r"\bwhat did you (?:do|work as|use to do) (?:first|previously)|\byour (?:previous|last|old|former) (?:job|career|work)\b",
        r"\bdid you (?:do|have) (?:anything|something|another job)[^.?!]{0,12} before\b"),
        any_of(
            rf"\bi was (?:an?|in|a (?:\w+ )?)\b[^.?!]*\b(?:till|until|for {_N}|before|then|first|once)\b|\bi(?:'d| had) (?:been|worked)\b",
            r"\bi used to (?:be|work|teach|drive|sell|run)\b|\bi came (?:to (?:it|this) )?(?:from|late|over from)\b",
            (
                rf"\bbefore (?:that|this|then|here|it|the \w+)\b[^.?!]{0,20}\bi (?:was|had|did|drove|sold|taught|worked|ran|cooked|kept|made|fixed|nursed"
                r"|\w+ed)\b"
            ),
            (
                rf"\bi (?:was|did|drove|sold|taught|worked|ran|cooked|kept|made|fixed|nursed|\w+ed)\b[^.?!]{0,40}\bbefore (?:that|this|it"
                r"|i (?:came|started|did|got|trained|joined))\b"
            ),
            r"\bi started (?:out )?(?:as|in)\b|\bi trained as an? \w+ first\b",
            rf"\b{_N} years (?:as|in|of) (?:an? )?(?!this|here|it)\w+(?:,| and| before| then)",
        ),
    ),
    "how long": (
        any_of(r"\bhow (?:long|many years) have you (?:been|worked|had|done)\b|\bhow long(?: is it)? since you (?:started|began)",
        r"\bhave you been (?:here|doing (?:it|this)|at it) long\b|\bhow many years (?:is|has) it been\b"),
        any_of(
            rf"\b(?:i've|i have|we've)\b[^.?!]{{0,30}}\b{_N} years\b|\b{_N} years (?:in|at|with|now|on|here|next|this)\b(?! (?:prison|a row|old|time))",
            r"\bsince (?:nineteen|two thousand|twenty|19|20)\d*\b"
        ),
    ),
    "works for": (
        any_of((
            r"\b(?:do|are) you (?:work(?:ing)? (?:for|at|in|as part of) (?:an?|yourself|the|some)|freelance|self-employed|your own boss|on your own"
            r"|in a team|with a (?:team|firm|company|big))\b"
        ),
        r"\bwho do you work for\b|\bwhere(?:abouts)? do you work\b|\bdo you work (?:alone|by yourself|on your own|for yourself)\b"),
        any_of(
            r"\bi(?:'m| am) (?:freelance|self-employed|on my own|my own boss|a sole trader|a contractor|employed by|(?:based )?(?:at|with|on) the)\b",
            r"\bi work (?:for|at|in|alone|on|with|by)\b|\bi(?:'ve| have) (?:got )?(?:my own|a) (?:firm|business|practice|shop|workshop|studio|company)\b",
            r"\bi run (?:my|a|the)\b|\bit's (?:just|only) me\b"
        ),
    ),
    "team size": (
        any_of((
            r"\bhow (?:many (?:of you|people|staff)|big is)\b[^.?!]{0,30}\b(?:team|crew|shift|firm|company|office|here|there|with you"
            r"|work (?:here|with|for)|kitchen|ward)\b"
        ),
        r"\bhow many (?:of you|are you)\b"),
        any_of((
            rf"\b(?:there(?:'s| are| is)|we(?:'re| are)|team of|crew of|staff of|just|only)\b[^.?!]{{0,12}}\b{_N}\b[^.?!]{{0,10}}\b(?:of us|people|staff"
            r"|on (?:the|a|my|our)|in (?:the|my|our)|altogether)\b"
        ),
        rf"\b(?:team|crew|staff) of {_N}\b"),
    ),
    "trained": (
        any_of(r"\bwhere did you (?:train|study|learn|qualify|do your (?:training|degree|apprenticeship))\b|\bwhat did you study\b",
        r"\bdid you (?:go to|do|study at|get) (?:uni\w*|a degree|an apprenticeship|college|a course|polytech)\b|\bhow did you (?:train|qualify)\b"),
        any_of(
            r"\bi (?:trained|studied|qualified|did (?:my|an?) (?:\w+ )?(?:degree|apprenticeship|training|diploma|course|time)"
            r"|went to (?:uni\w*|college|polytech|art school|night school)|learn(?:ed|t) (?:it )?(?:in|at|from))\b"
        ),
    ),
    "hours": (
        any_of(r"\bwhat time do you (?:start|finish|get up|begin)\b|\bwhat(?:'s| are| is) (?:the|your) (?:\w+ )?hours\b",
        r"\bwhen do you (?:start|finish)(?: work| in the morning)?\W*$|\bdo you (?:start|get up) early\b|\bis it an early start\b",
        r"\bdo you work (?:nights|weekends|shifts)\b"),
        any_of((
            rf"\b(?:i|we) (?:start|begin|finish|load|open|clock on|get (?:up|in))\b[^.?!]{{0,10}}\b(?:at|by|from|around) (?:about |around |half )?(?:{_N}"
            r"|dawn|noon|midnight)\b"
        ),
        rf"\bup at {_N}\b|\bfrom {_N} (?:to|till|until) {_N}\b|\bhours are\b|\b(?:i|we) (?:work|do) (?:nights|weekends|shifts)\b"),
    ),
    "hardest": (
        any_of(
            r"\bwhat(?:'s| is| was| would be| do you find)? (?:\w+ ){0,3}?(?:hardest|toughest|worst|most (?:difficult|challenging|stressful)) (?:part"
            r"|bit|thing|aspect|side)?\b"
        ),
        any_of(r"\bthe (?:hardest|toughest|worst|most difficult) (?:part|bit|thing)?\b[^.?!]{0,40}\b(?:is|was|'s)\b",
        r"\b(?:is|was|'s) the (?:hardest|toughest|worst) (?:part|bit|thing|of it)\b"),
    ),
    "best": (
        any_of(
            r"\bwhat(?:'s| is| was| would be| do you)? (?:\w+ ){0,3}?(?:best|nicest|favourite|like (?:best|most)|love (?:best|most)|enjoy most) ?(?:part"
            r"|bit|thing|aspect|side)?\b"
        ),
        any_of(r"\bthe (?:best|nicest) (?:part|bit|thing)\b[^.?!]{0,40}\b(?:is|was|'s)\b|\bmy favourite (?:part|bit|thing)\b",
        r"\bwhat i (?:love|like|enjoy) (?:most|best)\b|\b(?:is|was|'s) (?:the best|my favourite) (?:part|bit|thing)\b"),
    ),
}  # fmt: skip


def find_told(text: str) -> tuple[Told, ...]:
    """The plain facts about themselves that the host tells in an answer, by frame."""
    found = [Told(frame=frame, quote=s.text) for s in split_sentences(text) for frame, (_, told) in _FRAMES.items() if told.search(plain(s.text))]
    return tuple(found)


def find_frames(question: str) -> tuple[str, ...]:
    """The frames whose fact a question asks for."""
    low = plain(question)
    return tuple(frame for frame, (asks, _) in _FRAMES.items() if asks.search(low))
