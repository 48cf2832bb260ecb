"""The grammar of a question: where it begins, whether it can be answered by yes, no, one option or one fact, and how many there are in a sentence.

An *open* question cannot be answered fully by yes, no, one option or one fact; an indirect request ("could you tell me about ...") is open, a definition or a
requirement is closed (labelling rules of the manner transcripts).
"""

from __future__ import annotations

import re
from functools import lru_cache

from coach.manner.wording import any_of, plain
from coach.records import Record

AUX = (
    r"(?:do|does|did|is|are|was|were|am|have|has|had|can|could|would|will|should|shall|might|may|must|don't|doesn't|didn't|isn't|aren't|wasn't"
    r"|weren't|haven't|hasn't|hadn't|can't|couldn't|wouldn't|won't|shouldn't|mustn't|ain't)"
)
_SUBJECT = (
    r"(?:i|you|ya|u|yous|he|she|it|we|they|there|this|that|these|those|one|anyone|anybody|someone|somebody|people|everyone|everybody|nobody"
    r"|things?|the|an?|your|my|his|her"
    r"|our|their|any|some|most|all|many|each|every|being|having|working|getting|[a-z][a-z'-]*s|[a-z]+ing)\b"
)
_PRONOUN = r"(?:i|you|ya|u|yous|he|she|it|we|they|there|this|that|these|those|one|anyone|someone|people|the|an?|your|my|his|her|our|their|most)\b"
_WH = r"(?:whereabouts|what|how|why|where|when|whom|whose|who|which)"
_FILLER = (
    r"(?:so|and|but|or|well|okay|ok|oh|ooh|ah|aha|um+|uh|er+|right|now|then|also|anyway|actually|sorry|please|yes|yeah|yep|no|nah|hm+|great|cool"
    r"|nice|thanks|thank you|ta|lovely"
    r"|ha|haha|sure|look|see|say|hey|hi|hello|alright|all right|fair enough|got it|i see|just|maybe|perhaps|like|honestly|really|first(?:ly)?"
    r"|second(?:ly)?|third(?:ly)?|fourth(?:ly)?"
    r"|fifth(?:ly)?|sixth|finally|lastly|next|nearly done|quickly|just quickly|very good|good|fine|interesting|true|wow|gosh|ooh|mate|sir|madam"
    r"|miss|okay then|tell me|listen|reckon"
    r"|i mean|i want to say|that is|in other words|you know|kind of|sort of|i guess|then again|still|plus|equally|similarly|meanwhile"
    r"|apart from that|besides that|out of interest"
    r"|out of curiosity|just out of (?:interest|curiosity)|in your (?:view|opinion|experience|words|own words)"
    r"|from (?:the outside|your experience|your point of view|where you sit|where you stand)"
    r"|(?:on|about) (?:a|an) (?:normal|ordinary|typical|average|good|bad) (?:day|week|\w+day)|for (?:me|you|someone like me|a beginner)"
    r"|to (?:start|begin|finish|end)(?: with| off)?|looking back"
    r"|knowing (?:that|what you know now|what you know)|if (?:i|you) may(?: ask)?|if you don't mind (?:me |my )?asking"
    r"|if (?:that's|that is|it's|it is) (?:all right|alright|ok|okay|fine)(?: to ask)?"
    r"|(?:my |the |one |a |just (?:a |one )?|and )*(?:next|last|first|final|other|another|quick|one|more)(?: \w+)? (?:question|one|thing"
    r"|bit)(?: i (?:have|had|wanted to ask))?(?: (?:is|was|about))?"
    r"|(?:may|might|can|could) i (?:please |just |also |perhaps |maybe )*ask(?: you)?|do you mind (?:if i ask|me asking|my asking)"
    r"|i(?:'d| would|'d also) (?:like|love|want) to ask"
    r"|i (?:wanted|want|wish|meant) to (?:ask|know)(?: you)?|i (?:was|am|'m|keep) wonder(?:ing)?"
    r"|i(?:'m| was| am|'ve been) (?:just |also |still )?(?:wondering|curious)|i wonder|wondering|curious|tell me then)"
)
_LEAD = re.compile(rf"(?:[\s,;:.!?\"'()—–-]*\b{_FILLER}\b(?=[\s,;:.!?—–-]))*[\s,;:.!?\"'()—–-]*")
_ASKING_LEAD = re.compile(r"\b(?:ask(?: you)?|ask(?:ing)?|wonder(?:ing)?|curious|to know)[\s,:]*$")
_BOUNDARY = re.compile(r"[,;:.!?—–]\s*|\s-+\s|\b(?:and|but|or|so|because|then|though|also|plus)\s+(?=\S)")
_WH_INVERTED = re.compile(
    rf"{_WH}(?:(?:'s|'re|'d|'ve|'ll)\s+\S|\s+(?:else\s+|exactly\s+|on earth\s+|ever\s+)?{AUX}\s+(?:not\s+)?{_SUBJECT}"
    rf"|\s+(?!{_PRONOUN})(?:[\w'-]+\s+){{1,6}}?{AUX}\s+(?:not\s+)?{_SUBJECT}"
    rf"|\s+(?:about|come|if|not)\b|\s+{AUX}\s+(?!which\b|because\b))"
)
_WH_START = re.compile(rf"{_WH}\b(?:'\w+)?")
_SUBORDINATE = re.compile(rf"(?:when|where|what|while|who|how|if|once|after|before|since|as|now that)\s+(?:{_PRONOUN})")
_RELATIVE = re.compile(
    r"(?:\b(?:someone|somebody|anyone|anybody|person|people|one|those|colleague|friend|place|group|thing|way|man|woman|lad|bloke|fella|girl|guy"
    r"|\w+er|\w+or|\w+ist)|,) $"
)
_POLAR = re.compile(rf"{AUX}(?:\s+not)?\s+{_SUBJECT}")
_POLAR_START = re.compile(rf"{AUX}(?:\s+not)?\s+(?!a\s+(?:good|great|nice|lovely)\b)[\w'\"]")
_ELLIPSIS = re.compile(r"(?:ever|reckon|got|know|any|anything|anyone|anybody|someone|somebody|much|many|been|think|mind|fancy|want|need|still|always|not)\b")
_POLITE = r"(?:please|maybe|possibly|perhaps|just|kindly|briefly|also|ever|quickly|really|very|much|so)"
_TELL = (
    r"(?:tell(?:ing)?|(?:talk|walk|take|run|lead)(?:ing)? (?:me|us) (?:through|over|into)"
    r"|(?:talk|speak)(?:ing)? (?:me |us |a (?:bit|little) |more |to me )*(?:about|on|to)|taking (?:me|us) through|describ(?:e|ing)"
    r"|explain(?:ing)?|shar(?:e|ing)|say(?:ing)? (?:a (?:bit|little|few words) |any |some)?(?:more|something|about|what|how|why|roughly"
    r"|whether)\b|expand(?:ing)?|elaborat(?:e|ing)|giv(?:e|ing) (?:me|us|an?|some|any)|paint(?:ing)?|hear|know|outline|unpack|help(?:ing)? me"
    r"|(?:show|teach)(?:ing)? (?:me|us) (?:how|what|why)|go(?:ing)? (?:into|back to|over|through)"
    r"|ask(?:ing)?(?: you)? (?:a (?:bit|little) )?(?:more )?about|put (?:it|that) in(?:to)? your|break(?:ing)? (?:it|that) down)"
)
_REQUEST = any_of(
    (
        rf"(?:could|can|would|will|might|may) (?:you|i|we)(?: {_POLITE})*(?: (?:be able to|be willing to|be happy to|mind|care to"
        rf"|like to))?(?: {_POLITE})* {_TELL}"
    ),
    (
        r"(?:are you able|would it be possible|is it possible|would you be able|would you be willing|i was hoping you could|i hope you can"
        rf"|i wonder if you could|if you could|do you mind)(?: for you)?(?: to)? {_TELL}"
    ),
    rf"i(?:'d| would|'ll| will)(?: {_POLITE})* (?:like|love|want|appreciate|enjoy"
    r"|be (?:\w+ )?(?:happy|glad|keen|interested|curious|grateful|pleased|delighted|fascinated|eager))(?: if you (?:could|would))?(?: to"
    rf"| in)?(?: {_POLITE})* "
    r"(?:in (?:how|what|why|hearing)|hear(?:ing)?|tell|know (?:more|what|how|why|about|a (?:bit|little))"
    r"|learn (?:more )?(?:about )?(?:how|what|why) you|understand (?:how|what|why) you|talk|ask (?:you )?about)",
    rf"(?:i(?:'m| am)(?: {_POLITE})* |very |really )?(?:curious|interested|keen|intrigued|fascinated)(?: {_POLITE})* (?:about|how|why|what|to (?:hear|know))",
    r"i(?:'m| am| was)? wonder(?:ing)? (?:about|how|why|what|which|where)",
    (
        r"(?:please )?(?:do )?(?:tell (?:me|us)|(?:talk|walk|take|run) (?:me|us) (?:through|over)|describe|explain|share"
        r"|say (?:a (?:bit|little) )?more|talk (?:to me )?(?:more )?about|help me (?:understand|see|picture)|paint me"
        r"|give me (?:an?|some|one) \w+)\b"
    ),
)
_OWN_AIM = re.compile(r"i(?:'d| would|'m| am)\b[^.?!]{0,30}?\b(?:know|learn|understand)\b(?![^.?!]*\byour?\b)")
_REQUEST_CLOSED = re.compile(
    r"(?:tell|ask|know|say|wonder(?:ing)?|explain)\b[^,;:]{0,18}?\b(?:whether|if\b|when\b|where\b|who\b|which\b"
    r"|how (?:long|many|much|old|often|far|big|soon)\b|what (?:time|year|age|grade|degree|qualification)|roughly whether)"
)
_TAG = re.compile(
    rf",?\s*(?:{AUX} (?:it|they|you|he|she|we|that|there|i)(?: not)?|right|correct|eh|aye|yeah|no|yes|is that right|is that so|am i right"
    r"|don't you think|huh|innit|true|or (?:not|no|what|something))\s*\?*$"
)
_ONE_FACT = any_of(
    (
        r"how (?:(?:very |quite |really )?(?:long|many|often|old|tall|far|big|large|heavy|high|deep|soon|early|late|wide|fast|expensive|frequently"
        r"|quickly|likely|common|busy|noisy|well paid)|much)\b(?! do you (?:trust|let))"
    ),
    r"wh(?:at|ich)(?:'s| is| was| are| were)? (?:the |your |an? |that |this )?(?:[a-z]+ ){0,2}?"
    r"(?:time|times|year|month|date|age|number|percentage|proportion|ratio|grades?|marks?|scores?|size|height|weight|length|colou?r|degrees?"
    r"|diplomas?|qualifications?|certificates?|licen[cs]es?|subjects?|courses?"
    r"|requirements?|prerequisites?|salary|wages?|pay|rates?|fees?|cost|price|title|job title|name|names|address|hours|deadline|closing date"
    r"|ticket|level|abbreviation|acronym|definition|meaning|distance|speed|budget|turnover|capital)\b(?!.*\blike\b)",
    r"what (?:does|do|did) (?:\S+ ){1,6}(?:mean|stand for|cost|weigh|measure|earn|pay)\b",
    r"who(?:'s|m|se)?\b(?! (?:or what|do you (?:lean|turn|look)))",
    r"when (?:is|are|was|were|do|does|did|will|can|would|should|have|has)\b",
    r"which\b",
    (
        r"where(?:abouts)? (?:is|are|was|were|(?:do|did) you (?:work|live|study|train|come|buy|get|keep|source|store|park|go|grow|start|learn)\b"
        r"|does (?:it take place|this happen)|can (?:i|you|one)|(?:could|should|would) (?:i|one|you|people) (?:study|train|apply|find|enrol|get|buy"
        r"|sign))\b"
    ),
    r"where(?:abouts)?(?:'s|'re)\b",
    r"what (?:software|tools?|programmes?|programs?|equipment|brand|make|language|languages|kit|system) (?:do|does|did|is|are)\b",
)
_NOT_DEFINED = (
    r"(?!(?:it|that|this|there|they|he|she|i|we|you|your|those|these|one|like|different|difficult|hard|good|best|worst|next|wrong|changing"
    r"|changed|special|important|missing|left|behind|happening|happened|going|involved|on|in|at|so"
    r"|more|most|less|least|his|her|their|my|our|been|kept|made|got|happening|surprised|nights|days|weekends|mornings|winters?|summers?|people"
    r"|customers|clients|patients|beginners|newcomers|graduates|apprentices)\b)"
)
_NO_DAY = (
    r"(?!(?:good|bad|typical|normal|day|week|hard|tough|perfect|run|usual|regular|real|great|shift|morning|mistake|question|moment|time|lesson"
    r"|habit|skill|sign|piece|project|job|case|client|patient|night|season|winter|summer|\w+day)\b)"
)
_DEFINITION = any_of(
    rf"^what(?:'s| is| are| exactly is| exactly are) an? (?![^?]*\blike\W*$){_NO_DAY}(?:[\w'-]+ ?){{1,4}},?(?: exactly| actually| precisely| anyway| then)?\W*$",
    rf"^what(?:'s| is| are) {_NOT_DEFINED}(?!the\b|an?\b)(?:[\w'-]+ ?){{1,3}},? ?(?:exactly|actually|precisely|anyway)\W*$",
    rf"^what(?:'s| is| are) {_NOT_DEFINED}(?!the\b|an?\b)[\w'-]{{4,}}(?:\W*$| [\w'-]+(?:ing|ology|ics|ment|tion|ance|law|design|planning|work|care)\W*$)",
    (
        r"^what (?:does|do|did) (?:the )?(?:letters? |words? |terms? |abbreviation |acronym |initials )?[^.?!]{1,40}\b(?:stand for"
        r"|mean)\W*(?:exactly|actually)?\W*$(?<!week mean)(?<!it mean)(?<!that mean)"
    ),
    r"\b(?:definition|meaning) of\b|\b(?:is|was) meant by\b|^define\b",
    r"^what(?:'s| is) the (?:correct |proper |right |technical |official )?(?:term|word|name) for\b",
    r"\bwhat(?:'s| is| are) the (?:main |actual |exact |legal |real )?differences? between\b(?![^.?!]*\b(?:your|you|day to day|in practice)\b)",
    r"^what does an? (?:[\w'-]+ ){1,3}(?:actually |even )?do\W*$",
)
_NOT_ONE_FACT = any_of(
    (
        r"what(?:'s| is| was| are| were| would be)? [^?]*\b(?:like|hardest|best|worst|toughest|biggest|most|least|favourite|favorite|wildest|saddest"
        r"|proudest|funniest|strangest|\w{3,}est)\b"
    ),
    (
        r"what(?:'s| is| are) (?:your|the) (?:advice|view|thoughts?|opinion|story|approach|take|secret|trick|difference|point|appeal|attraction"
        r"|biggest|hardest|\w+est)\b"
    ),
    (
        r"where (?:does|do|did) (?:it|things|they|people|the \w+|most \w+) (?:\w+ )?(?:go (?:wrong|off)|fall (?:down|apart)|struggle|break"
        r"|come unstuck|trip|get stuck)"
    ),
    r"where (?:would|might|do you (?:see|think|find|notice))\b",
    r"how (?:long|much|far|often) (?:before|until|of (?:yourself|that|this) is) you (?:felt|feel|felt)",
    r"which (?:part|parts|bit|bits|side|aspect|moments?|skills|habits|things) .*\b(?:why|how|scared|surprised|taught|changed|matter|taxed|helped)",
)
_ECHO_MAX = 3


class Head(Record):
    """Where a question begins in its sentence, of which kind it is, and whether it is open.

    `kind` is wh, polar, request, about ("and on site?"), fragment or declarative.
    """

    start: int
    kind: str
    open: bool
    joined: str = ""


@lru_cache(maxsize=8192)
def find_heads(sentence: str) -> tuple[Head, ...]:
    """The questions that begin in one sentence, in order; empty where it asks nothing.

    Alternatives and comma-joined rewordings count as heads too: `joined` is the word or mark before the head ("and", "or", ",").
    """
    text = plain(sentence).strip()
    asks = text.rstrip("\"') ").endswith("?")
    unmarked = not asks and not text.rstrip("\"') ").endswith((".", "!", "…"))
    heads: list[Head] = []
    for position, joined in _starts(text):
        head = _head_at(text, position, first=not joined, asks=asks, unmarked=unmarked)
        if head is not None and not any(head.start == other.start for other in heads):
            heads.append(head.model_copy(update={"joined": joined}))
    heads = [head for head in heads if not _is_tag(text, head)]
    if not heads and asks:
        heads = [_headless(text)]
    return tuple(heads)


def _starts(text: str) -> list[tuple[int, str]]:
    lead = _LEAD.match(text)
    end = lead.end() if lead else 0
    starts = [(end, "")] if end and _ASKING_LEAD.search(text[:end]) else [(0, ""), (end, "")]
    for match in _BOUNDARY.finditer(text):
        after = _LEAD.match(text, match.end())
        joined = match.group().strip() or ","
        between = text[match.start() : after.end()] if after else joined
        word = re.search(r"\b(?:and|or|but|also|plus|then|i mean|i want to say|that is|in other words)\b", between)
        starts += [(match.end(), word.group() if word else joined)]
        if after and after.end() != match.end():
            starts.append((after.end(), word.group() if word else joined))
    return starts


def _head_at(text: str, position: int, *, first: bool, asks: bool, unmarked: bool) -> Head | None:
    request = _REQUEST.match(text, position)
    if request and (asks or not _OWN_AIM.match(text, position)):
        return Head(start=position, kind="request", open=not _REQUEST_CLOSED.search(text, position, request.end() + 40))
    if not asks and not unmarked and not first:
        return None
    if (
        asks
        and not first
        and _SUBORDINATE.match(text)
        and text[position - 2 : position - 1] in {",", ";"}
        and _WH_START.match(text, position)
        and not _SUBORDINATE.match(text, position)
    ):
        return Head(start=position, kind="wh", open=is_open_wh(text[position:]))
    if _WH_INVERTED.match(text, position) and not (text.startswith(("which ", "who "), position) and not first and text[position - 2 : position - 1] == ","):
        return Head(start=position, kind="wh", open=is_open_wh(text[position:]))
    embedded = first and _ASKING_LEAD.search(text[:position]) is not None
    if first and (asks or embedded) and _WH_START.match(text, position) and (embedded or not _SUBORDINATE.match(text, position)):
        return Head(start=position, kind="wh", open=is_open_wh(text[position:]))
    if (asks or unmarked) and (_POLAR_START if first and asks else _POLAR).match(text, position):
        return Head(start=position, kind="polar", open=False)
    return None


def _is_tag(text: str, head: Head) -> bool:
    tag = _TAG.search(text)
    return head.kind == "polar" and tag is not None and head.start >= tag.start() and head.start > 0


_STATEMENT_ORDER = re.compile(r"^(?:so |and |but )?(how long|how many|how much|how old|what|how|why|where|when) (you|they|we|people|one|he|she|it|a person)\b")
"""Second-language word order, which is no evidence of anything: "what you would try?" is asked like "what would you try?"."""


def _headless(text: str) -> Head:
    lead = _LEAD.match(text)
    start = lead.end() if lead and lead.end() < len(text.rstrip("?!. ")) else 0
    core = text[start:].rstrip("?!. ")
    words = [match for match in re.finditer(rf"\b{_WH}\b(?:'\w+)?", core) if not _RELATIVE.search(core[: match.start()])]
    late = next((match for match in words if not _SUBORDINATE.match(core, match.start())), None)
    if late and not _ELLIPSIS.match(core):
        return Head(start=start + late.start(), kind="wh", open=is_open_wh(core[late.start() :]))
    if re.match(r"(?:any|and any|got any) (?:advice|tips?|thoughts?|suggestions?|regrets|surprises|words of|ideas?|stories)", core):
        return Head(start=start, kind="about", open=True)
    if text.startswith(("and ", "but ", "or ")) and len(core.split()) <= 6 and not re.search(rf"\b(?:{AUX}|you|i|they|it)\b", core):
        return Head(start=start, kind="about", open=True)
    if len(core.split()) <= _ECHO_MAX or (not re.search(rf"\b(?:{AUX}|i|you|he|she|it|we|they|\w+'(?:s|re|m|ve|ll|d))\b", core) and not _ELLIPSIS.match(core)):
        return Head(start=start, kind="fragment", open=False)
    asked = _STATEMENT_ORDER.match(text)
    if asked:
        return Head(start=start, kind="wh", open=asked[1] in {"what", "how", "why"} and is_open_wh(text))
    return Head(start=start, kind="declarative", open=False)


def is_open_wh(clause: str) -> bool:
    """Whether a question beginning with a question word (in lower case) asks for more than one option or one fact."""
    clause = clause.strip()
    if _NOT_ONE_FACT.match(clause):
        return True
    return not _ONE_FACT.match(clause) and not is_definition(clause)


def is_definition(clause: str) -> bool:
    """Whether a clause in lower case asks what something is or means: "what is plankton exactly"."""
    return _DEFINITION.search(clause.strip()) is not None


@lru_cache(maxsize=8192)
def has_tag(sentence: str) -> bool:
    """Whether a sentence ends in a question tag: "isn't it?", "right?", "eh?"."""
    text = plain(sentence).strip()
    return text.endswith("?") and _TAG.search(text) is not None and _TAG.search(text).start() > 0  # type: ignore[union-attr]
