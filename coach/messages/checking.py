"""What a message around an informational interview keeps to, whoever wrote it, with the step that mends it.

Sources: the length, the twenty to thirty minutes and the easy way out are those of careers services' advice on the request (pedagogy S2, S3, S24); thanks within a day with a detail that
was said, and no new request in it, S19 to S23.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from coach.manner.courtesy import has_thanks
from coach.manner.heard import hear_purpose
from coach.manner.jobs import is_job_request
from coach.manner.wording import any_of, content_stems, count_words, plain, split_sentences
from coach.records import Channel, Message, MessageCheck, MessageKind

MOST_WORDS = 120
MOST_CHARS = 300
"""Of a professional network's note: its own limit."""
MOST_TEXT_WORDS = 75

_GREETING = re.compile(
    r"\A\W*(?:hi|hello|hey|dear|kia ora|tēnā koe|tena koe|mōrena|morena|talofa(?: lava)?|mālō(?: e lelei)?|malo(?: e lelei)?|bula(?: vinaka)?|namaste|good (?:morning|afternoon|evening)|greetings)"
    r"[ ,]+(?:(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|sir|matua|whaea|aunt(?:y|ie)?|uncle|koro|nan)\.?\s+)?(?P<name>(?-i:[A-ZĀĒĪŌŪÀ-Þ])[\w'’-]*)",
    re.IGNORECASE,
)
_NO_NAME = frozenset("there all both everyone again sir madam team for i this it to koutou tatou".split())
_JOB = any_of(
    r"\bkeep me in mind\b|\b(?:if|should|when) (?:anything|any (?:job|role|work|place)|a (?:job|place|position|role|spot|vacancy|space|chance)|an? opening)s?\b[^.?!]{0,40}\b(?:comes? up|opens? up|came up|going|available|turns? up|arises?)\b|\b(?:openings?|vacanc(?:y|ies)|positions?|roles? going|jobs? going|trial shifts?|placements?|internships?|work experience)\b[^.?!]{0,40}\b(?:with you|at your|in your|on your|for me|your (?:firm|team|company|place))\b",
    r"\b(?:pass|hand|forward|send) (?:on )?(?:my|it|this)(?: \w+)? (?:cv|resume|résumé|details|name)?\s*(?:on )?(?:to|along) (?:your|the|hr|whoever|somebody)\b|\bput in a (?:good )?word\b|\b(?:hear|know|told) of any (?:\w+ )?(?:openings?|jobs?|vacanc\w+|roles?|positions?|work)\b|(?<!good of you to )(?<!kind of you to )(?<!nice of you to )\bthink (?:of|about) me\b|\byou thought of me\b|\bwhat (?:openings|vacancies|jobs|positions|roles)\b|\bwho (?:i should|to|should i) send (?:my|an) (?:application|cv)\b|\b(?:could|can|would) (?:you )?get me\b|\bready to work\b|\bif you(?:'re| are) (?:taking|hiring|recruiting|looking for)\b[^.?!]{0,30}\b(?:people|on|someone|somebody|help|staff)?\b|\bjump at the chance\b|\b(?:chance|opportunity) to join\b|\blook(?:s|ing)? (?:also )?for (?:an? )?(?:helper|apprentice|trainee|junior|assistant|pair of hands)\b|\b(?:spot|place|position) (?:ever )?(?:opens?|open|comes?) up\b|\b(?:love|like|hope|keen|want|dream) to (?:work|join|start|train) (?:for|with|at|under) (?:you|your)\b|\btake me on\b|\b(?:hire|employ) me\b|\brefer me\b|\bconsider me\b|\b(?:any|some|a bit of) (?:paid )?(?:work|shifts|hours) (?:going|for me|you|with)\b|\bneed(?:s|ing)? (?:an? )?(?:extra |spare )?(?:pair of hands|apprentice|junior|trainee)\b",
)
_NOT_JOB = re.compile(r"\b(?:not|n't|never|isn't)\b[^.?!]{0,25}\b(?:job|work|position|vacancy|placement|cv|hire)\b")
_ATTACHED = re.compile(
    r"\battach\w*|\benclos\w+|\b(?:my|the) (?:cv|resume|résumé|portfolio|transcript|cover letter)\b(?! (?:looks?|for the|class))(?=[^.?!]*\b(?:here|below|above|link|pdf|file|drop|included|find|see|with this)\b)|\bpfa\b"
)
_TIME = re.compile(
    r"\b(?:\d{1,2}|ten|fifteen|twenty|twenty-five|thirty|forty)(?:\s?(?:-|–|to|or)\s?(?:\d{1,2}|twenty|thirty|forty))?(?:\s|-)?(?:min(?:ute)?s?|mins)\b|\bhalf[ -]an?[ -]hour\b|\bhalf[- ]hour\b|\bquarter of an hour\b|\bminuti\b"
)
_WAY_OUT = any_of(
    r"\bno (?:worries|problem|pressure|trouble|bother|hard feelings|drama|rush|need to (?:reply|answer))\b|\bif (?:not|that's not|it's not|you(?:'re| are) (?:too|busy|snowed|not|flat|away|full)|you (?:can't|cannot|can not|don't|haven't|would rather|have no|aren't)|it (?:isn't|doesn't|is not|does not|can't|is too)|that (?:isn't|doesn't|is not|does not|is too)|this (?:isn't|doesn't|is not|does not|is too)|now(?:'s| is) (?:not|a bad)|there(?:'s| is) no)\b",
    r"\b(?:quite |completely |totally |perfectly |of course )?understand(?: completely| entirely)?,? if\b|\b(?:all|it's all) good (?:if|either)\b|\bonly if\b|\b(?:please )?(?:don't|do not) (?:worry|feel)\b|\b(?:feel )?free to (?:say no|ignore|decline)\b|\b(?:happy|fine|okay|ok) (?:to hear|with|if you say|either way)\b|\b(?:that's|it's|that is|it is) (?:okay|ok|fine|all right|alright|no problem|no trouble)\b|\bsay no\b|\beither way\b|\bsweet as if\b|\bit would be no trouble\b|\bwith no obligation\b|\bkei te pai\b|\b(?:if )?you(?:'d| would) rather not\b|\b(?:please |do )?just (?:say|tell me)\b|\bnot convenient\b",
)
_DEMANDING = any_of(
    r"(?<!feel )(?<!if )(?<!unless )(?<!do )\byou (?:must|need to|have to|should|ought to|will have to)\b(?! (?:be|get|have a lot|love|see|know|do in|study|learn))|\bi (?:need|expect|require|want|demand) you to\b|\b(?:asap|as soon as possible|immediately|urgent(?:ly)?|without delay|right away|today if possible)\b|\b(?:reply|answer|respond|confirm|get back to me|let me know)\b[^.?!]{0,20}\b(?:by|before|no later than|today|within) (?:the |end of |close of |this )?(?:\w+day|tomorrow|tonight|today|noon|\d|week|\w+ hours)\b",
    r"\bi(?:'ll| will| am going to) (?:call|ring|phone|come|drop|be (?:there|at|outside)|expect|assume)\b[^.?!]{0,40}\b(?:at \d|tomorrow|monday|tuesday|wednesday|thursday|friday|anyway|unless|whether)\b|\bi(?:'m| am) still waiting\b|\bwhy (?:haven't|have you not|didn't) you (?:replied|answered|responded|written)\b|\bthis is (?:the|my) (?:second|third|2nd|3rd|last) (?:time|message|e-?mail)\b|\bplease (?:prioriti[sz]e|make sure)\b|\bsend me (?:your|the|a list)\b|\bi(?:'m| am) (?:entitled|owed)\b|\b(?:please )?give me (?:\d|half|a|an|your|some)\b[^.?!]{0,25}\b(?:minutes|time|hour|answer|reply|number)\b|\bi expect (?:your|an|a)\b|\bi (?:need|must have) (?:an|your|a) (?:answer|reply|response|date|time)\b|\bdon't (?:cancel|be late|keep me)\b|\bbe on time\b|\bhave your answers ready\b|\bnot had the manners\b|\bcan't keep waiting\b|\bnot had the\b|\banswer me\b|\bstill haven't heard\b|\blet me know (?:today|tonight|tomorrow|now)\b|\bhave not received (?:a|any) (?:response|reply|answer)\b",
)
_FLATTERY = any_of(
    r"\b(?:incredible|incredibly|amazing|phenomenal|extraordinary|legend(?:ary)?|idol|hero|genius|inspiration(?:al)?|in awe|awe-inspiring|awestruck|superstar|goddess|visionary|huge fan|biggest fan|greatest|world-class|unbelievable|brilliantly|most (?:talented|gifted|brilliant|successful|impressive|wonderful))\b|\b(?:nobody|no one|anyone) (?:in|who|could|else)\b[^.?!]{0,50}\b(?:as|like|more|better)\b[^.?!]{0,15}\byou\b|\bi (?:truly |really |so |deeply |have always )*(?:admire|worship|look up to|idolise)\b|\byou(?:'re| are) (?:simply |just |clearly |obviously |truly )*(?:the best|brilliant|a star|a master|perfect|so talented|my role model)\b"
)
_LINK = any_of(
    r"\bfriends? of\b|\blike you\b|\b\w+'s (?:sister|brother|son|daughter|friend|cousin|flatmate|neighbour|mum|dad|partner|wife|husband|student|mate)\b|\bwho (?:sat|sits|lives|works?|worked|plays?|trained|studied) (?:beside|next to|with|near|under) you\b|\byou (?:play|row|rowed|sing|run|train|sat)\b",
    r"\b(?:suggested|recommended|told me|mentioned|gave me|passed (?:on|me)|put me|pointed me|said (?:you|that you|i|to|it)|spoke (?:of|about|highly)|introduced|referred|sent me|thought (?:you|i)|shared your|reckon\w*)\b|\b(?:i|we) (?:found|saw|read|heard|came across|noticed|met|watched|listened|remember|know|picked up|went to|learn\w* (?:of|about) you|follow|got|was at|were at|loved|enjoyed)\b[^.?!]{0,60}\b(?:you|your|yours)\b",
    r"\b(?:my|our) (?:\w+ )?(?:aunt\w*|uncle|mum|mom|dad|mother|father|sister|brother|cousin|friend|flatmate|neighbour|neighbor|teacher|tutor|lecturer|coach|boss|nan|nana|gran\w*|koro|kuia|whānau|partner|wife|husband|adviser|advisor|careers? \w+|colleague|classmate|girlfriend|boyfriend|landlord|pastor|minister|godmother|godfather|son|daughter|niece|nephew)\b|\byour (?:colleague|friend|sister|brother|cousin|neighbour|old|son|daughter|name|talk|article|post|profile|website|page|blog|book|podcast|work|workshop|stall|visit|team|team's|firm|company|garden|shop|piece|interview|video|column|number|details)\b",
    r"\bwe(?:'re| are| were)? (?:both|all|at the same|met|share|went|go|sat|talked|spoke|play)\b|\bsame (?:school|church|club|course|town|street|marae|team|college|gym|choir|village)\b|\bwhere you (?:trained|studied|went|worked|taught|spoke|grew)\b|\byou (?:came|spoke|taught|trained|went|used to|gave|visited|helped|served|presented|were|fixed|mended|built|looked after)\b|\b(?:goes|go|went|belongs?|plays?|works?|worked|trains?) (?:to|with|at|in)\b[^.?!]{0,30}\b(?:as you|with you|your|same)\b|\bthrough (?:the|a|my|our|your)\b|\bfrom (?:the|my|our|your) (?:club|church|gym|team|school|football|netball|rugby|choir|alumni|course)\b",
)
_AIM = any_of(
    r"\b(?:learn(?:ing)?|hear(?:ing)?|find(?:ing)? out|understand|know|see|ask|get a (?:sense|feel|picture|better idea)|figure out|work out|decide|talk (?:about|to you about)|chat about|explore|discover|interested in|curious about|wondering (?:how|what|whether|if)|keen (?:to|on)|pick your brains?)\b[^.?!]{0,90}\b(?:what|how|whether|if|about|why|which|day|work|job|trade|career|into|like|path|role|training)\b"
)
_ASKS_AGAIN = any_of(
    r"\b(?:could|can|would|will|may|might) (?:you|we|i)\b[^.?!]{0,160}\?|\b(?:would|do) you (?:mind|know|have|happen)\b[^.?!]{0,80}\?|\bany chance\b|\bis there (?:anyone|anybody|someone|somebody|anything)\b[^.?!]{0,80}\?|\b(?:it would|it'd) be (?:great|good|lovely|brilliant|wonderful|fantastic) (?:to have|if you|to get)\b|(?<!you to )\b(?:thought|think) of me\b|\bkeep me in mind\b|\byour (?:comments|thoughts|feedback) on\b|\bi(?:'d| would) (?:also )?(?:love|like|appreciate|be grateful)\b[^.?!]{0,30}\b(?:if you|another|a second|to meet again|to come|to shadow|you to|your help)\b|\bplease (?:send|let me know|introduce|pass|forward|look|check|could)\b|\b(?:one more|another) (?:thing|favour|favor|question|call|chat|meeting)\b|\b(?:look|glance|eye) (?:over|at|on) my\b|\bwhile i(?:'ve| have) got you\b|\bi was (?:also )?(?:hoping|wondering)\b"
)

_SIGN_OFF = re.compile(r"\b(?:cheers|ngā mihi(?: nui)?),?\s+[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?\s*\Z", re.IGNORECASE)
"""A goodbye that thanks nobody."""

_WHY = {
    "greeting": ("The greeting has another name than {name}.", "Write {name}'s own name, spelt as they spell it."),
    "length": ("It is longer than people read from somebody they do not know.", "Keep who you are, the link, what you want to learn, the minutes and the way out; drop the rest."),
    "job_request": ("It asks for a job, or hints at one.", "Take that out: you write to learn, and a hint of a job makes people say no."),
    "attachment": ("It comes with an attachment.", "Leave it away; a first message needs none, and a thank-you neither."),
    "purpose": ("It does not say what you want to learn.", "Say it in one sentence: what you are trying to find out or decide."),
    "link": ("It does not say how you come to write to this person.", "Name who gave you the name, or where you met or found them."),
    "minutes": ("It does not say how long the talk would take.", "Ask for 20 to 30 minutes."),
    "way_out": ("It leaves no easy way to say no.", "Add one: No worries at all if it doesn't suit."),
    "demanding": ("It sounds like an order.", "Ask, and leave the day and the answer to them."),
    "flattery": ("It praises more than anybody believes.", "Name one thing they did that made you curious, and leave the praise away."),
    "thanks": ("There is no word of thanks in it.", "Begin with thanks for their time."),
    "detail": ("The thanks could go to anybody.", "Name one thing that was really said, and what you will do with it."),
    "new_request": ("It asks for something new.", "Leave the thanks by itself; ask another day."),
    "gap": ("There is a gap to fill, in square brackets.", "Write there what only you know."),
}  # fmt: skip
_FOR: dict[MessageKind, tuple[str, ...]] = {
    MessageKind.REQUEST: ("greeting", "length", "job_request", "attachment", "purpose", "link", "minutes", "way_out", "demanding", "flattery"),
    MessageKind.REMINDER: ("greeting", "length", "job_request", "attachment", "way_out", "demanding", "flattery"),
    MessageKind.CONFIRMATION: ("greeting", "length", "job_request", "attachment", "demanding", "flattery"),
    MessageKind.THANKS: ("greeting", "length", "job_request", "attachment", "thanks", "detail", "new_request", "demanding", "flattery"),
    MessageKind.NEWS: ("greeting", "length", "job_request", "attachment", "thanks", "new_request", "demanding", "flattery"),
    MessageKind.THANKS_INTRODUCER: ("greeting", "length", "job_request", "attachment", "thanks", "new_request", "demanding", "flattery"),
}
RULES = tuple(_WHY)
"""The ids of all rules."""


def check_message(message: Message, *, to_name: str, said: str = "") -> tuple[MessageCheck, ...]:
    """Every rule that holds for a message of this kind: kept or not, and how to mend it. `said` is what was really said in the talk, for a thank-you."""
    checks = []
    for rule in (*_FOR[message.kind], "gap"):
        ok = _TESTS[rule](message, to_name, said)
        why, mend = ("", "") if ok else _WHY[rule]
        checks.append(MessageCheck(id=rule, ok=ok, why=why.format(name=to_name), mend=mend.format(name=to_name)))
    return tuple(checks)


def _greets_right(message: Message, to_name: str, _said: str) -> bool:
    found = _GREETING.match(message.body)
    if found is None or found["name"].casefold() in _NO_NAME:
        return True
    return found["name"].casefold().removesuffix("'s") in {part.casefold() for part in re.split(r"[\s-]+", to_name)} | {to_name.casefold()}


def _is_short(message: Message, _to_name: str, _said: str) -> bool:
    if message.channel is Channel.NOTE:
        return len(message.body) <= MOST_CHARS
    return count_words(message.body) <= (MOST_TEXT_WORDS if message.channel is Channel.TEXT else MOST_WORDS)


def _asks_no_job(message: Message, _to_name: str, _said: str) -> bool:
    for sentence in split_sentences(message.body):
        low = plain(sentence.text)
        hints = _JOB.search(low) or (is_job_request(sentence.text) and not _AIM.search(low))
        if hints and not _NOT_JOB.search(low):
            return False
    return True


def _says_purpose(message: Message, _to_name: str, _said: str) -> bool:
    return _AIM.search(plain(message.body)) is not None or hear_purpose(message.body) is not None


def _has_detail(message: Message, _to_name: str, said: str) -> bool:
    """Two words of weight that were really said, or one where little was; without a record of the talk, anything particular at all."""
    wanted = content_stems(said)
    if not wanted:
        return True
    return len(wanted & content_stems(message.body)) >= min(2, len(wanted))


_WILL_CALL = re.compile(r"\bi(?:'ll| will) (?:call|ring|phone|come|be (?:there|at|outside))\b[^.?!]*")


def _demands(message: Message) -> bool:
    """Whether it gives orders; what is only being confirmed may say that one will call."""
    low = plain(message.body)
    return _DEMANDING.search(_WILL_CALL.sub(" ", low) if message.kind is MessageKind.CONFIRMATION else low) is not None


def _found(pattern: re.Pattern[str]) -> Callable[[Message, str, str], bool]:
    return lambda message, _to_name, _said: pattern.search(plain(message.body)) is not None


def _without(pattern: re.Pattern[str]) -> Callable[[Message, str, str], bool]:
    return lambda message, _to_name, _said: pattern.search(plain(message.body)) is None


_TESTS: dict[str, Callable[[Message, str, str], bool]] = {
    "greeting": _greets_right,
    "length": _is_short,
    "job_request": _asks_no_job,
    "attachment": _without(_ATTACHED),
    "purpose": _says_purpose,
    "link": _found(_LINK),
    "minutes": _found(_TIME),
    "way_out": _found(_WAY_OUT),
    "demanding": lambda message, _to_name, _said: not _demands(message),
    "flattery": _without(_FLATTERY),
    "thanks": lambda message, _to_name, _said: has_thanks(_SIGN_OFF.sub("", message.body)),
    "detail": _has_detail,
    "new_request": _without(_ASKS_AGAIN),
    "gap": _without(re.compile(r"\[[^\]\n]{3,60}\]")),
}
