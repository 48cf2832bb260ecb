"""Attention to the host: cutting in, asking for what was told, and leaving a question or an offer unanswered."""

from __future__ import annotations

import re

from coach.manner.listening import is_repeat
from coach.manner.reading import Reading, Spoken
from coach.manner.told import find_frames, find_told
from coach.manner.wording import any_of, content_stems, plain, split_sentences, split_words
from coach.records import Record


class Lapse(Record):
    """A turn of the learner that passes over the host: `kind` is cut_off, told_already or unanswered."""

    turn: int
    kind: str
    quote: str


_REMEMBERED = 40
_CUT = re.compile(r"(?:[—–]|--|\w-| -)[\"')\s]*$")
_ROOM = any_of(
    r"\b(?:go on|carry on|please (?:finish|continue|go)|you were (?:saying|about)|do (?:finish|go on|continue)|finish (?:what|your|that)"
    r"|i (?:cut|interrupted|talked over|jumped in|spoke over)|(?:sorry|pardon)[^.?!]{0,20}\b(?:you first|after you|interrupt\w*|cut|go ahead"
    r"|continue)|to what\?|than what\?|within what\?|with what\?|not the what|go ahead|keep going|what were you|i'll let you finish|you go"
    r"|after you|don't stop|and then\?|continue)\b"
)
_ALREADY = any_of(
    r"\b(?:as|like) (?:i|we) (?:was |were |just |have |already )*(?:said|saying|say|mentioned|told|explained|described|noted)\b",
    (
        r"\bi(?:'ve| have| had)? (?:did |just |already |think i |believe i |only just )*(?:said|mentioned|told you|covered|answered|explained"
        r"|described|touched on|went (?:over|through))(?: (?:that|this|so|it))?\b(?=[^.?!]*\b(?:already|before|earlier|at the (?:start|beginning)"
        r"|just|a (?:moment|minute) ago)\b|\W*$|[,.;:—-])"
    ),
    r"\bi did (?:say|mention|tell)\b|\bi told you\b|^\W*still\b|\bas you(?:'ll| will)? (?:remember|recall)\b|\bremember\W*$|\bi already\b",
    r"\bi(?:'ve| have) (?:already|just)\b[^.?!]{0,30}\b(?:said|told|mentioned|answered|covered|explained|been through)",
    r"\byou(?:'ve| have)? (?:already |just )?asked (?:me )?(?:that|this|about that|it)(?: already| before)?\b",
    r"\bwe(?:'ve| have)? (?:just |already )?(?:covered|talked about|been (?:over|through)|done|discussed|went over) (?:that|this|it)\b",
    r"\b(?:still|again), (?:as|it's|the|i'm|same)\b|\bsame (?:answer )?as (?:before|i said|a minute ago)\b",
    r"\bi thought i(?:'d| had)? (?:said|mentioned|told)\b|\bas (?:mentioned|i say|before)\b|\bto repeat\b|\bas i told\b|\blike before\b",
    r"\bonce (?:again|more)[,:]|\bi believe i (?:said|mentioned)\b|\bthat's what i (?:said|was (?:just )?saying|just)\b",
)
_AGAIN_SHORT = any_of(
    r"\bdidn't i (?:just )?(?:say|tell|mention|answer)\b|\bhaven't i (?:just |already )?(?:said|told|mentioned|answered)\b|\bi said\W*$"
    r"|\bi (?:did )?(?:said|say) (?:so|as much|that|it|before|earlier|already)\W*(?:before|earlier|already|once|at the start)?\W*$"
    r"|\b(?:just|already|once) (?:said|told you|mentioned|answered|covered)\b"
    r"|\b(?:said|mentioned|told you|covered|answered|spoke of|talked about)\b[^.?!]{0,25}\b(?:earlier|already|before|at the (?:start|beginning)"
    r"|a (?:minute|moment|while) ago|just now|first thing|when you (?:came|arrived|sat))\b"
    r"|\b(?:earlier|already|a minute ago|at the start),? (?:i|we|as i)\b|\bgave you that\b|\b(?:been|went|gone) over (?:that|this|those)\b"
    r"|\bthat one(?:'s| is)? (?:done|covered|answered)\b|\bi (?:mentioned|told you)\b(?! (?:him|her|them|about him))"
    r"|\byou(?:'ve| have)? (?:just |already )?asked\b|\bwere you listening\b|\byou weren't listening\b|\bas above\b|\bsame answer\b"
)
_CLARIFIES = any_of(
    r"\b(?:say (?:that )?again|repeat|once more|didn't (?:quite )?(?:hear|catch|get|follow)|missed (?:that|what)|check (?:if )?i"
    r"|(?:if )?i(?:'ve| have) (?:got|understood)|so you|do you mean|what do you mean|more about|you (?:said|mentioned|told|say))\b"
)
_TO_LEARNER = re.compile(r"\b(?:you|your|yours|yourself|you've|you're|you'd|ya|tea|coffee|sugar|milk)\b")
_INVITES = any_of(
    r"^\W*(?:and |so |now |well,? )*(?:what|how|where) (?:can|shall|should|could|may|do) (?:i|we)\b|\bwhat(?:'s| is| are) (?:you(?:r)? )?(?:first|next|curious about|questions?|the (?:first|next) question)\b",
    (
        r"^\W*(?:and |but |so |well,? )?(?:you know (?:what|that|how|why|when)|guess what|can you (?:imagine|believe|see|hear|picture)"
        r"|do you know (?:what|how|why)|who(?:'d| would| could) have|what can (?:you|i|we) do|what (?:do|can) (?:you|one) (?:do|say|expect)"
        r"|why would (?:you|anyone)|how (?:do|can|could|would) you (?:explain|tell|say|put|argue|refuse|not))\b"
    ),
    (
        r"\b(?:what (?:would|do|did|can|are|have|else|shall|should) (?:you|i|we|it is you)? ?(?:like|want|wanted|need|help|tell|got"
        r"|have you got)?[^.?!]{0,25}\b(?:know|ask|hear|start|talk|see|tell you|do for you|for me|on your list|next|help|talking about|begin)"
        r"|where (?:would|do|shall|should) (?:you|we|i) (?:like to |want to )?(?:start|begin|want me)|how can i help"
        r"|what(?:'s| is) (?:next|your (?:next|first|last) (?:one|question)|on your (?:list|mind)|first)|next(?: question)?|anything else|what else"
        r"|shall we (?:start|begin|go)|ready|fire away|ask away|any (?:more|other)? ?questions|does that (?:help|answer|make sense)"
        r"|is that (?:what you|the sort|any help|enough|all right|clear)|right|eh|you know|see|isn't it|aren't (?:they|we|you)|doesn't it"
        r"|don't (?:they|you|we)|wouldn't (?:you|it)|who knows|why not|do you (?:see|follow|know what i mean)|know what i mean|you see|where was i"
        r"|okay|ok|all right)\W*$"
    ),
)
_OFFER = any_of(
    r"\b(?:would you like|do you want|d'you want|shall i|should i|can i (?:get|show|give|offer|send|lend|introduce)"
    r"|could i (?:show|send|introduce|give|lend)|want (?:me to|to (?:see|have|try|come|hold|look|meet)"
    r"|a (?:look|go|copy|cup|tea|coffee|seat|brew))|how about (?:i|a|we)|fancy (?:a|seeing|coming)|would (?:it|that) help if i"
    r"|if you(?:'d| would)? (?:like|want)|i (?:can|could|'ll|will|would be happy to|'d be happy to|'m happy to) (?:happily |gladly "
    r"|easily )?(?:introduce|show|send|lend|put you|give you|take you|set you|(?:ask|get) (?:her|him|them|if|\w+ to)|email|pass|forward|share)"
    r"|you(?:'re| are) (?:welcome|free) to|(?<!how much )(?<!how many )(?<!what )(?<!that )(?<!where )(?<!when )(?<!who )(?<!so )you (?:can"
    r"|could|may) (?:come|have a (?:go|look|hold|try)|try (?:it|one)|hold|see|borrow|take|keep|sit|use|ring|call|pop)\b"
    r"|there(?:'s| is) (?:a|an|some|tea|coffee|\w+) [^.?!]{0,30}\bif you\b|let me know if|(?:help|serve) yourself|have a (?:seat|biscuit|look)"
    r"|happy to (?:show|introduce|send|share|put|give|lend|take))\b"
)
_RESPONDS = any_of(
    (
        r"^\W*(?:(?:oh|ah|um|well|hmm|er|haha|ha|so),? )*(?:i\b|i'(?:d|m|ve|ll)\b|my\b|we\b|because\b|just (?!curious)|actually\b|honestly\b|both\b"
        r"|neither\b|nothing\b|none\b|never\b|always\b|sometimes\b|not (?:really|yet|at all|much|any more)\b|a (?:bit|little|lot|few)\b|sort of\b"
        r"|kind of\b|maybe\b|probably\b|about (?:a|\w+ty|\w+ years)\b|to be honest|hi\b|hello\b|kia ora\b)"
    ),
    (
        r"\b(?:yes please|no thanks?|no,? thank|i'd (?:love|like|rather)|i would (?:love|like)|that would be|thank you|thanks|would love|happy to"
        r"|i'm (?:fine|good|okay|ok|all right|not)|i (?:am|was|have|do|did|don't|haven't|think|came|want|grew|study|work|live))\b"
    ),
)
_TAKES = any_of(
    r"^\W*(?:(?:oh|ah|um|well|hmm|er|haha|ha|so),? )*(?:yes|yeah|yep|yup|no|nah|nope|sure|please|ta|cheers|perhaps|possibly|of course|okay|ok"
    r"|great|lovely|brilliant|perfect|awesome|absolutely|definitely|certainly|gladly|that(?:'d| would|'s| is)|good|fine|all good|only|cool"
    r"|choice|mean|sweet|very|quite|really|[aā]e|kao)\b"
)
_STORY = 25
_CARRIES_ON = re.compile(
    r"\W*(?:so(?: then| anyway)?|and(?: then| the thing| another)?|anyway|anyhow|but|now|then|also|as i was saying|where was i|the thing is"
    r"|which reminds me|oh and|well,? (?:so|anyway|and|the|then)|plus|see|you see)\b(?! (?:yes|no|yeah)\b)"
)
_ASKS_WHAT = re.compile(r"\W*(?:(?:and|so|but|now|then|well|you|what about you),? )*(?:what|how|why|where|when|who|which)\b")
_ACKNOWLEDGES = re.compile(
    r"\b(?:ok(?:ay)?|right|great|cool|nice|lovely|wow|ha(?:ha)?|oh|ah|sure|good|interesting|brilliant|awesome|i see|mm+|hmm|yeah|yes|fine|gosh"
    r"|amazing|excellent|perfect|very good|so the next thing.*|next question.*|my next.*)\b"
)
_LEAD = re.compile(r"^\W*(?:so|and|but|well|anyway|now),? ")
_ENOUGH = 2


def find_lapses(reading: Reading) -> tuple[Lapse, ...]:
    """The turns in which the learner cuts in, asks for what was told, or leaves a direct question or offer without any response."""
    found: list[Lapse] = []
    asked: list[str] = []
    told: frozenset[str] = frozenset()
    frames: frozenset[str] = frozenset()
    for index, turn in enumerate(reading.turns):
        if not turn.learner:
            continue
        before = reading.turns[index - 1] if index else None
        after = reading.turns[index + 1] if index + 1 < len(reading.turns) else None
        told |= content_stems(turn.heard)
        frames |= {fact.frame for fact in find_told(turn.heard)}
        kind = _kind_of_lapse(turn, before, after, asked=tuple(asked[-_REMEMBERED:]), told=told, frames=frames)
        if kind:
            found.append(Lapse(turn=turn.n, kind=kind, quote=_quote(turn)))
        asked += [question.text for question in turn.substantive]
    return tuple(found)


def _quote(turn: Spoken) -> str:
    if turn.questions:
        return turn.questions[0].text
    sentences = split_sentences(turn.text)
    return sentences[0].text if sentences else turn.text


def _kind_of_lapse(turn: Spoken, before: Spoken | None, after: Spoken | None, *, asked: tuple[str, ...], told: frozenset[str], frames: frozenset[str]) -> str:
    host_before = before is not None and not before.learner
    if host_before and before is not None and _CUT.search(before.text.rstrip()) and turn.words and not _ROOM.search(plain(turn.text)):
        return "cut_off"
    if turn.questions and not _CLARIFIES.search(plain(turn.text)) and after is not None and not after.learner and _says_again(after.text):
        return "told_already"
    if not _CLARIFIES.search(plain(turn.text)) and any(frame in frames for question in turn.substantive for frame in find_frames(question.text)):
        return "told_already"
    if turn.questions and after is not None and not after.learner and _only_repeats(turn, after, told):
        return "told_already"
    if any(is_repeat(question.text, earlier=asked) is not None for question in turn.substantive):
        return "told_already"
    if host_before and before is not None and _unanswered(before, turn, after):
        return "unanswered"
    return ""


_FACT_ABOUT_HOST = any_of(
    r"\bwhat did you (?:do|work as|study)\b[^.?!]{0,25}\b(?:before|first|previously)\b|\bwhat were you (?:doing )?before",
    r"\bhow long have you (?:been|had|worked)|\bwhere (?:did|do|are|were) you (?:train|study|work|start|come|grow|based|learn)",
    r"\bwho do you work for|\bhow many (?:of you|people)\b[^.?!]{0,30}\b(?:team|crew|shift|firm|here|with you|are there)\b",
    r"\bwhat(?:'s| is) your (?:job|role|title|specialty|speciality)\b|\bdo you work (?:for|in|alone|with)\b",
    r"\bwhen did you (?:start|begin|join|train)\b|\b(?:what|which) (?:year|days|shifts?)\b[^.?!]{0,20}\byou\b",
)
_SHORT_REPLY = 10
_FULL_ANSWER = 45
"""Words beyond which a reply is a full answer, in which "as I said" may stand in passing."""


def _only_repeats(turn: Spoken, after: Spoken, told: frozenset[str]) -> bool:
    """A short answer to a plain question about the host that holds nothing the host had not said before."""
    if after.words > _SHORT_REPLY or not any(_FACT_ABOUT_HOST.search(plain(question.text)) for question in turn.questions):
        return False
    stems = content_stems(after.text)
    return bool(stems) and stems <= told


def _says_again(text: str) -> bool:
    """Whether the host lets it be heard that this was said before."""
    sentences = [plain(sentence.text) for sentence in split_sentences(text)]
    if len(split_words(text)) > _FULL_ANSWER:
        return False
    if any(_ALREADY.search(low) for low in sentences[:3]):
        return True
    return any(_AGAIN_SHORT.search(low) and len(split_words(low)) <= _SHORT_REPLY for low in sentences)


def _offers(last: str, *, question: bool) -> bool:
    """Whether a sentence offers the learner something; what one would "want to see" or "could try" in general is no offer."""
    found = _OFFER.search(last)
    if found is None or last.startswith(("if ", "when ")):
        return False
    return question or found.start() == 0 or not found.group().startswith(("want", "you can", "you could", "you may"))


def _unanswered(before: Spoken, turn: Spoken, after: Spoken | None) -> bool:
    """A question or an offer to the learner that the learner passes over without a word."""
    sentences = split_sentences(before.text)
    if not sentences or not turn.words:
        return False
    last = plain(sentences[-1].text)
    if _INVITES.search(last):
        return False
    question = last.rstrip("\"') ").endswith("?")
    offer = _offers(last, question=question)
    if question and after is not None and not after.learner and _asks_again(last, after.text):
        return True
    if not (offer or (question and _TO_LEARNER.search(last))):
        return False
    low = plain(turn.text)
    if (
        question
        and _CARRIES_ON.match(low)
        and turn.words > _STORY
        and not content_stems(last) & content_stems(" ".join(s.text for s in split_sentences(turn.text)[:2]))
    ):
        return True
    if content_stems(last) & content_stems(turn.text) or _RESPONDS.search(low):
        return False
    if (offer or not _ASKS_WHAT.match(last)) and _TAKES.search(low):
        return False
    return bool(turn.questions) and _said_besides(turn) < _ENOUGH


def _said_besides(turn: Spoken) -> int:
    """How many words of the turn stand outside its questions and mere acknowledgements."""
    asked = {question.text for question in turn.questions}
    stated = [_LEAD.sub(" ", plain(s.text)) for s in split_sentences(turn.text) if s.text not in asked]
    return sum(len(split_words(_ACKNOWLEDGES.sub(" ", text))) for text in stated)


def _asks_again(question: str, text: str) -> bool:
    stems = content_stems(question)
    low = plain(text)
    repeats = "?" in text or re.search(r"\b(?:i (?:do )?(?:need|asked|was asking|still)|my question|but )\b", low) is not None
    return bool(stems) and bool(stems & content_stems(text)) and repeats
