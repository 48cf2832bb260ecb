"""A next step that both agree on: an introduction the host undertakes to make, or a specific future contact between the two."""

from __future__ import annotations

from coach.manner.reading import Reading, Spoken
from coach.manner.time import agrees
from coach.manner.wording import any_of, plain, split_sentences
from coach.records import Record

_WHEN = (
    r"(?:tonight|tomorrow|today|this (?:evening|afternoon|week|weekend|month)|next (?:week|month|\w+day|term|time|year)"
    r"|on (?:the )?(?:\w+day|\d+)|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|at (?:\w+ )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|noon|half)"
    r"|in (?:a|two|three|four|a few|\w+) (?:days?|weeks?|months?)|\w+ (?:week|month)|after (?:the|this|your)|before (?:the|christmas|you)"
    r"|when (?:you|i|we|the|it)|once)"
)
_WILL = r"(?:i'll|i will|i shall|i can|i'd be happy to|i'm happy to|happy to|let me|i'm going to|we'll|we can|i'm gonna|i could)"
_INTRODUCES = any_of(
    (
        r"\b(?:i'll|i will|i shall|let me|i'm going to|i'm gonna|we'll)\b(?: \w+){0,3}? (?:introduce|put (?:you|the two|the pair)|connect you"
        r"|link you|set (?:you|the (?:two|pair))|bring (?:her|him|them) (?:over|along|round|in|to)"
        r"|have (?:her|him|them) (?:call|ring|email|text|message|write|get in touch)|get (?:her|him|them|you both) (?:to|together|in touch)|copy you"
        r"|cc you|pass (?:your|on your)|give (?:her|him|them|\w+) your|mention you|tell (?:her|him|them|\w+) (?:to expect|you|about you|that you)"
        r"|let (?:her|him|them|\w+) know|arrange|organise|make (?:the|an|that) (?:introduction|call)|walk you (?:over|down|across) to)\b"
    ),
    (
        r"\b(?:i'll|i will|i shall|let me|i'm going to|we'll)\b(?: \w+){0,2}? (?:text|ring|email|e-mail|write|message|call|phone|drop|send|ask"
        r"|speak|have a word|flick|ping|shoot|talk)\b (?!you\b)[^.?!]{0,60}(?:\b(?:her|him|them|tonight|tomorrow|this (?:evening|afternoon|week)"
        r"|today|now|about you|monday|on \w+day|first thing|later|for you)\b|$|,)"
    ),
)
_FUTURE_HOST = any_of(
    (
        r"\b(?:come (?:back|by|along|in|down|round|up|out|and (?:see|sit|spend|watch|shadow|help|meet|visit|join))|drop (?:by|in)|join (?:me|us)"
        r"|meet (?:me|us|you)|see you|visit|spend (?:a|the) (?:day|morning|afternoon|shift)|ring me|call me|phone me|email me|text me|write to me"
        r"|(?:i'll|i will|i shall|let's|we'll|we can|we could|shall we) (?:see|meet|ring|call|email|send|talk|catch up|speak|have|book|do|pencil"
        r"|write|be in touch|text|expect|save you|show you|take you|keep you)"
        rf"|let's (?:talk|meet|catch|do|book|say|make it))\b[^.?!]{{0,60}}\b{_WHEN}\b"
    ),
    rf"\b(?:send|drop|write) me (?:an? )?(?:email|line|message|note|text)\b[^.?!]{{0,60}}\b(?:and|then)\b[^.?!]{{0,10}}\b{_WILL}\b",
    r"\b(?:i'll|i will|i shall|let me) (?:pop|put|sign|book|save|keep|pencil) (?:you|your name|a (?:seat|place|spot))\b",
    rf"\byou can (?:come|have a (?:go|look)|try|sit|watch|join|help|ride)\b[^.?!]{{0,50}}\b{_WHEN}\b",
    (
        rf"\b{_WHEN}\b[^.?!]{{0,40}}\b(?:come (?:back|by|along|in|and)|join (?:me|us)|meet (?:me|us)|suits? me|works? for me|then we can"
        r"|i'll (?:show|take|meet|be here|have|save)|drop in)\b"
    ),
    (
        r"\b(?:i'll|i will|i shall) (?:send|email|forward|post|flick|share|drop)\b[^.?!]{0,20}\byou\b[^.?!]{0,60}\b(?:tonight|tomorrow|today"
        r"|this (?:evening|afternoon|week)|by \w+day|on \w+day|link|list|details|address|number|copy|contact)\b"
    ),
)
_FUTURE_LEARNER = any_of(
    (
        r"\b(?:could|can|may|might|shall|would it be|is it|would you mind if|do you mind if)\b[^.?!]{0,20}\b(?:i|we)\b(?: \w+){0,3}? (?:ring"
        r"|call|phone|email|e-mail|write|message|text|come (?:back|by|along|and)|visit|drop (?:by|in|you)|get (?:back )?in touch|send you"
        r"|check (?:back|in)|report back|update you|meet (?:again|you)|catch up|shadow you|let you know|tell you how|follow up"
        r"|spend)\b[^.?!]{0,70}"
    ),
    (
        r"\b(?:i'll|i will|i shall|i'd like to|i would like to)\b(?: \w+){0,2}? (?:ring|call|phone|email|e-mail|write to|message|text"
        r"|come (?:back|by)|get back|send|check in|report back|update|let you know|tell you how)\b[^.?!]{0,40}\b(?:you"
        rf"|how)\b[^.?!]{{0,40}}\b{_WHEN}\b"
    ),
)
_AGREED = any_of(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|the (?:\w+teenth|\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|half past \w+|\w+ o'clock|(?:six|seven|eight|nine|ten|eleven|noon)(?: (?:on|at) \w+)?)\b"
    r"[^.?!]{0,30}\b(?:it is|it shall be|then\b|i'll be (?:there|here|out|at|waiting|early)|i accept|suits me|i'll (?:bring|come|ring|call))\b"
)
"""The learner names the day or hour that was offered and takes it: "Eight on Saturday, I'll be out at the gate"."""
_ACCEPTS = any_of(
    r"\b(?:yes|yeah|yep|please do|please|i'd (?:love|like|really like|be (?:so |very |really )?(?:glad|grateful|delighted|happy|keen)|i'm keen"
    r"|i will\b)|love (?:that|to|it)|i would (?:love|like|be)|that(?:'d| would|'s| is)(?: be| really| so| very| just| absolutely)* (?:great"
    r"|brilliant|lovely|perfect|wonderful|amazing|awesome|fantastic|kind|generous|good|grand|excellent|marvellous|mean|choice|ideal|so \w+"
    r"|a (?:huge|great|big) help)|gladly|with pleasure|i accept|i(?:'ll| will| shall) (?:be there|come|look (?:out|forward)|wait|bring|see you"
    r"|keep|take you up|watch for|hold|do that)|i am there|i come|perfect|brilliant|deal|done|count me in|sounds (?:good|great|perfect|lovely)"
    r"|sweet as|choice|awesome|thank|thanks|cheers|looking forward|works for me|suits me|see you|free (?:any|on|that|then|all))\b"
)
_HEDGE = any_of(
    r"\b(?:no promises|can't promise|maybe|might|i(?:'ll| will) see (?:what|if)|not sure|if i remember|we'll see|perhaps|possibly|i can ask"
    r"|could ask|i'd have to ask|afraid|can't|cannot|won't|don't)\b"
)


class NextStep(Record):
    """Where a next step was offered: `quote` verbatim in that turn."""

    turn: int
    quote: str
    by_host: bool


def find_next_step(reading: Reading) -> NextStep | None:
    """The turn and sentence in which a specific next step is offered and then accepted, or None. Accepting a tip is no step."""
    turns = reading.turns
    for index, turn in enumerate(turns[:-1]):
        after = turns[index + 1]
        if after.learner is turn.learner:
            continue
        sentence = _offer(turn) if not turn.learner else _proposal(turn)
        if sentence and ((_ACCEPTS.search(plain(after.text)) or _AGREED.search(plain(after.text))) if not turn.learner else _consents(after)):
            return NextStep(turn=turn.n, quote=sentence, by_host=not turn.learner)
    return None


def _offer(turn: Spoken) -> str | None:
    for sentence in split_sentences(turn.text):
        low = plain(sentence.text)
        if (_INTRODUCES.search(low) or _FUTURE_HOST.search(low)) and not _HEDGE.search(low):
            return sentence.text
    return None


def _proposal(turn: Spoken) -> str | None:
    for sentence in split_sentences(turn.text):
        if _FUTURE_LEARNER.search(plain(sentence.text)):
            return sentence.text
    return None


def _consents(turn: Spoken) -> bool:
    low = plain(turn.text)
    return (
        agrees(turn.text)
        or any_of(
            r"\b(?:please do|do that|i'd (?:like|love) that|look forward|love to hear|do\b[^.?!]{0,10}\.|any time|anytime"
            r"|i'd be (?:glad|happy|delighted)|see you|of course|i'd want to|make sure you do)\b"
        ).search(low)
        is not None
    ) and not _HEDGE.search(low)
