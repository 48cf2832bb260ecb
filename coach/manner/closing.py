"""The end of a meeting: closing moves."""

from __future__ import annotations

from coach.manner.courtesy import has_thanks, is_farewell
from coach.manner.wording import any_of, plain, split_sentences

_CLOSE = any_of(
    (
        r"\b(?:it's|it has|this has|it|that|this)(?:'s| has)? (?:been|was|is)(?: so| really| very| a real| a| such a| an?)* (?:lovely|great|good"
        r"|nice|pleasure|treat|joy|delight|honour|privilege|eye-opener|help|helpful|useful|brilliant|fascinating|wonderful|awesome|fun"
        r"|interesting)\b[^.?!]{0,20}(?:talk|meet|chat|listen|hear|to me|$|\W$)"
    ),
    r"\blook(?:ing)? forward to\b|\bthat covers\b|\bnothing else\b|\buntil next time\b",
    r"\b(?:taken|used|had|take|eaten) (?:up )?(?:enough|so much|too much|plenty) of your\b",
    r"\b(?:hold|keep|hog|take) (?:you|your|up)\b(?=[^.?!]*\b(?:up|longer|morning|afternoon|day|time|evening|back|any)\b)",
    r"\b(?:got to|gotta|have to|need to|must|better) (?:go|run|bounce|dash|scoot|fly|head|leave|be off|get (?:going|back|off|moving))\b",
    r"\bout of questions\b|\bmy lot\b|\b(?:the )?rest of your (?:day|week|shift|afternoon|morning|evening)\b|\bback to (?:work|it)\b",
    r"^\W*later[s,]|\bcheck(?:ing)? out\b",
    r"\bi(?:'ll| will| shall) (?!have (?:a|the)|never\b|always\b|be honest|admit|tell you|bet\b|just start|start with my|ask\b|go first|put it|say\b)[a-z]+\b",
    r"\bi (?:won't|will not|shouldn't|mustn't) (?:keep|hold|take|trouble|bother) (?:you|up|any)|\bno (?:more|further) questions\b",
    r"\b(?:we're|i'm|i am|we are|all) (?:all )?(?:done|finished|sorted|set)\b|\bi'd best\b",
    (
        r"\bthat(?:'s| is| was| would be)(?: really| about| pretty much| just)? (?:all|everything|it from me|me done|me\b(?! and)|plenty|the lot"
        r"|my (?:last|list|time|bus|half)|our (?:time|half)|time|all (?:of them|five|six|my|the|i)|the end)"
    ),
    r"\bi (?:have|'ve got|got|'ve had) (?:all|everything|what|more than) i (?:need|require|came|wanted|asked|hoped)",
    r"\b(?:last|final) (?:question|one|thing)\b|\bone last\b|\bmy last\b|\bbefore (?:i|we) (?:go|finish|leave|wrap|stop|run|head)",
    r"\bto (?:finish|wrap up|sum up|close|end)\b|\bwrap(?:ping)? (?:this |it |things )?up\b|\bin summary\b|\bsumm(?:ing|ary)\b",
    r"\bsum(?:ming)? up\b",
    r"\b(?:out of|up on|conscious of|watching|mindful of|aware of) (?:the |our |your |my )?(?:time|clock)\b",
    r"\btime(?:'s| is) (?:nearly |almost |about )?(?:up|gone)\b|\b(?:nearly|almost|about) (?:time|out of time|half past|\w+ o'clock)\b",
    r"\bwe(?:'re| are) (?:at|nearly at|almost at|out of|over|up to) (?:time|the (?:end|half)|our)|\bminutes? (?:left|remaining|to go)\b",
    r"\b(?:bell|bus|train|lift|ride)(?:'s| is| goes| leaves)\b",
    (
        r"\bi(?:'ll| will| shall|'m going to|'d like to|'m gonna)\b[^.?!]{0,40}\b(?:stop|leave|off|go|let you|be in touch|write|ring|call|email"
        r"|message|send|let you know|follow up|look (?:her|him|them|it|that) up|find (?:her|him|them)|pass (?:that|it) on|think (?:about|over)"
        r"|report back|try (?:that|it)|take (?:that|away|this)|do (?:it|that)|come (?:to|back|along|with)|be there|start with|remember|keep)\b"
    ),
    r"\bwhat i(?:'ll| will| am|'m)? (?:tak(?:e|ing)|hear(?:d)?|learned|learnt|got)\b|\btake ?away\b",
    r"\bmy (?:main|biggest) (?:takeaway|lesson|learning)|\byou(?:'ve| have) (?:given me|been|helped|cleared|taught|answered|told me)",
    r"\blots? to (?:think|chew|go)\b|\bheaps to think\b|\bi(?:'ve| have) learn(?:ed|t)\b|\b(?:leave|stop|end|finish) (?:it )?(?:there|here)\b",
    r"\bi(?:'d| had) (?:better|best)\b|\bi (?:must|should|need to|have to|gotta|ought to) (?:go|run|dash|get|return|let|head|leave|be off)\b",
    r"\b(?:off i go|gone!|go, go|i'm off|i'm gone|time to go|right then|righto)\b",
)


_LAST = any_of(
    r"\b(?:last|final) (?:question|one|thing|bit)\b|\bone last\b|\bbefore (?:i|we) (?:go|finish|leave|wrap|stop|run|head)",
    r"\bto (?:finish|wrap up|close)\b|\bminutes? (?:left|remaining|to go)\b|\bnearly (?:out of time|done)\b|\bone more\b",
)


def has_close(text: str) -> bool:
    """Whether the learner makes a closing move: signals the end, thanks, sums up, names a next step or says goodbye."""
    if has_thanks(text) or is_farewell(text):
        return True
    return any((_LAST if s.text.rstrip("\"') ").endswith("?") else _CLOSE).search(plain(s.text)) for s in split_sentences(text))
