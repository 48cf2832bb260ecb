"""What a sentence of the career model must keep to, whoever wrote it: a reason in plain words where it does not, and the sentence is dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.manner.strays import find_stray
from coach.manner.wording import any_of, plain, split_words, straighten
from coach.records import CareerModel, Cue, Move, PrivateFact, Record
from coach.rehearsal.disclosure import is_drawn_from, touches
from coach.rehearsal.numbers import find_numbers, values_of

_MACHINE = any_of(
    r"\b(?:as|i(?:'m| am)|being) (?:just |only |merely )?an? (?:ai|a\.i\.|(?:large )?language model|chat ?bot|bot|(?:virtual|digital|ai|helpful) (?:assistant|person|agent)|computer program|simulation|simulated)\b|\b(?:as|i(?:'m| am)) your (?:\w+ )?assistant\b|\blanguage model\b|\bopenai\b|\banthropic\b|\bchatgpt\b",
    r"\b(?:my|your|the|these|system) (?:system )?(?:prompt|instructions? (?:say|tell|are)|programming|training data|guidelines|persona|character sheet|fact sheet)\b|\bsystem prompt\b|\b(?:persona|fact) (?:card|sheet)\b|\b(?:un)?locked facts?\b|\btier (?:one|two|three|\d)\b|\bt[0-3]\b(?! (?:line|cell|bone|junction))|\bpatience (?:level|score)\b|\btrust level\b|\bsimulation\b(?= (?:over|has|is|ends?))|\brole-?play\w*\b|\b(?:in|out of|break(?:ing)?|my) character\b(?! of)|\bi(?:'m| was| am) programmed\b",
    r"\bthe (?:learner|interviewer|interviewee|career model|user)\b(?!'s? (?:of|manual|guide|interface))|\bcareer model\b|\b(?:how (?:can|may) i (?:help|assist) you(?: today)?|is there anything else (?:i can|you(?:'d| would) like)|i(?:'d be|'m) happy to (?:help|assist)|feel free to ask|happy to help|certainly!|of course!|great to (?:hear|meet))\b|\bi(?:'m| am) (?:a )?(?:real )?(?:human(?: being)?|real person|not a (?:robot|machine|bot|computer))\b|\bnarrator\b|\bhypothetical\b",
)  # fmt: skip
_PRAISE = any_of(
    r"\b(?:good|great|excellent|fantastic|wonderful|brilliant|lovely|interesting|thoughtful|insightful|smart|clever|fair|tough|important|perceptive|fine|nice|deep|sharp|amazing|awesome|really good|very good) (?:question|point you|thing to ask|one to ask|way to (?:ask|put))\b|\b(?:i(?:'m| am) (?:so |really )?(?:glad|pleased|happy)|thank(?:s| you)(?: so much)?) (?:that )?(?:you asked|for asking)\b|\bwell asked\b|\b(?:i )?(?:love|like|appreciate) (?:that|this|your|the) (?:question|curiosity|way you|enthusiasm|interest)",
    r"\byou(?:'re| are) (?:doing (?:really |very |so )?(?:well|great|fine|brilliantly)|(?:so |really |very |clearly |obviously )?(?:smart|bright|clever|insightful|thoughtful|perceptive|well[- ]prepared|impressive|talented|a natural))\b|\byou(?:'ve| have) (?:clearly |obviously |really )?(?:done your (?:homework|research)|thought (?:this|about it) through|prepared well)|\byou(?:'d| would|'ll) (?:be|make) (?:a )?(?:great|good|excellent|brilliant|fantastic|perfect|wonderful)\b|\bimpressive\b(?= (?:question|of you|that you))|\bgood (?:for|on) you\b|\bi(?:'m| am) impressed\b|\bwhat a (?:great|good|lovely|thoughtful|wonderful|clever) \w+",
)  # fmt: skip
_COACHING = any_of(
    r"\b(?:next time|in future),? (?:you )?(?:could |should |might |may )?(?:try|ask|want to ask|begin|start by|phrase)\b|\ba better way to ask\b|\byou (?:should|could|might|ought to|may want to) (?:ask|have asked|try asking|phrase|rephrase|use (?:more )?open|listen|let me (?:finish|speak))\b|\bopen(?:-ended)? questions?\b|\bclosed questions?\b|\bfollow-up questions?\b|\binterview(?:ing)? (?:tips?|skills?|technique)\b|\bas a tip\b|\byour (?:feedback|interviewing|questioning|questions are|technique)\b|\bfeedback on (?:your|how you)\b|\bas your coach\b|\byou (?:talk|speak) too much\b|\blet me get a word in\b|\bshorter (?:questions|next time)\b|\bwhen you (?:interview|ask people)\b",
)  # fmt: skip
_SWEAR = any_of(
    r"\b(?:f+u+c+k\w*|shit\w*|bullshit|cunt\w*|bitch\w*|bastard\w*|arsehole\w*|asshole\w*|wank\w*|piss(?:ed)? off|dickhead\w*|twat\w*)\b|\byou(?:'re| are)(?: an?)? (?:\w+ )?(?:idiot|stupid|moron|useless|fool|loser)\b"
)
_LIST = re.compile(r"^\s*(?:[-*•▪◦]\s+|\d{1,2}[.)]\s+|#{1,6}\s|\|.*\|)|\*\*|^\s*[A-Z][\w ]{1,30}:\s*$|```|</?\w+[^>]*>|\]\(|!\[")
_JOB = any_of(
    r"\bi(?:'ll| will| can| could|'d be happy to) (?:\w+ )?(?:put in a (?:good )?word|pass (?:it|your cv|your resume|your details|that|you) on|forward (?:it|your)|keep you in mind|recommend you|refer you|get you (?:an? )?(?:interview|job)|hire you|see what i can do)\b|\bsend (?:it|your cv|me your (?:cv|resume|details)) (?:across|over|to me|through)\b|\bsend me your\b"
)
_CONTACT = re.compile(r"\b[\w.+-]+@[\w-]+\.\w+|\b(?:\+?\d[\s-]?){7,}\b|https?://|www\.")
_TIME_TALK = any_of(
    r"\b(?:\w+ |\d+ )?(?:minutes?|mins?) (?:or so )?(?:left|to go|remaining|more|in hand)\b|\b(?:running|nearly|almost) out of time\b|\b(?:our|the) time(?:'s| is) (?:up|nearly|almost|over)|\bhave to (?:wrap|finish) (?:this )?up\b|\bbefore we (?:finish|wrap|run out)\b|\b(?:about|only|just|got|have|down to|there's|there are|says|into the last) (?:about |only |just )?(?:\w+|\d+) (?:minutes?|mins?)\b(?! (?:ago|later|after|before|each|a day|away|walk|drive|late|early|of))|\btime for (?:one|a last|a couple)(?: more)? (?:question|thing)",
)
_ROLE_NAME = re.compile(
    r"\b(?:I'm|I am|This is|this is|My name is|my name's|My name's|Call me|call me)\s+(?P<name>[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+(?:\s+[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+)*)"
)
_PAIR = re.compile(r"(?<![.!?]\s)(?<!^)\b(?P<name>[A-ZÀ-ÞĀĒĪŌŪ][a-zà-ÿāēīōū'’-]+\s+[A-ZÀ-ÞĀĒĪŌŪ][a-zà-ÿāēīōū'’-]+)")
_KNOWN_NAMES = frozenset(
    "new zealand aotearoa south north island islands united states kingdom pacific māori te reo kia ora ngā mihi haere rā ka kite anō tēnā koe great britain high court cook strait christmas eve boxing day health safety year monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october november december i english spanish french chinese hindi wellington auckland australia australian american british".split()
)
_STAGE = re.compile(
    r"\*[^*\n]{1,60}\*|\((?:laughs?|smiles?|pauses?|sighs?|nods?|chuckles?|shrugs?|grins?|looks?|thinks?)[^)]*\)|\[[^\]\n]{1,60}\]", re.IGNORECASE
)
_PREFIX = re.compile(r"^\s*(?:you|host|career model|interviewee|answer|reply|me|[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+(?: [A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+)?)\s*:\s+(?=\S)", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“‘']([^\"”’']{3,60})[\"”’']|\b([A-Z]{4,}(?:\s+[A-Z]{2,})*)\b")
_ECHO_RUN = 5


class Guard(Record):
    """The checks for one reply: who speaks, what is locked, what may be named, what was said, and how much room there is."""

    career_model: CareerModel
    card: str
    cue: Cue
    locked: tuple[PrivateFact, ...]
    material: tuple[str, ...] = ()
    allowed_texts: tuple[str, ...]
    utterance: str
    said: frozenset[str]
    max_words: int


def tidy(sentence: str, career_model: CareerModel) -> str:
    """The sentence without stage directions, speaker's name and emphasis marks."""
    text = _STAGE.sub(" ", sentence.replace("**", "").replace("__", "").replace("`", ""))
    match = _PREFIX.match(text)
    if match and plain(match.group()).strip(" :") in {
        "you",
        "host",
        "career model",
        "interviewee",
        "answer",
        "reply",
        plain(career_model.name),
        plain(career_model.name.split()[0]),
    }:
        text = text[match.end() :]
    text = re.sub(r"\s+", " ", text).strip()
    marks = sum(text.count(mark) for mark in '"“”')
    whole = marks == 2 and text[:1] in '"“' and text[-1:] in '"”'
    return text.strip('"“”').strip() if whole or marks % 2 else text


def normal(sentence: str) -> str:
    """The words of a sentence in lower case, for telling whether it was said before."""
    return " ".join(split_words(sentence))


def find_fault(sentence: str, guard: Guard, *, so_far: Sequence[str]) -> str:
    """Why a sentence cannot be said, in plain words for the engine; empty where it can."""
    low = plain(sentence)
    tests = (
        ("it was a list, a heading or markup", _LIST.search(sentence) is not None),
        ("it left the role", _MACHINE.search(low) is not None),
        ("it praised the question or the learner", _PRAISE.search(low) is not None),
        ("it gave advice on interviewing", _COACHING.search(low) is not None),
        ("it swore or insulted", _SWEAR.search(low) is not None),
        ("it promised help with a job", _JOB.search(low) is not None),
        ("it gave contact details", _CONTACT.search(sentence) is not None),
        ("it told something that has not been earned yet", _tells_locked(sentence, guard)),
        ("it had a number that is not known", _has_strange_number(sentence, guard)),
        ("it named somebody", _names_somebody(sentence, guard)),
        ("it had been said before", normal(sentence) in guard.said or normal(sentence) in {normal(other) for other in so_far}),
        ("it asked the learner too much", "?" in sentence and not (guard.cue.may_ask and not any("?" in other for other in so_far))),
        ("it spoke of the time unasked", _speaks_of_time(low, guard)),
        ("it said what nobody at work says", find_stray(sentence) != ""),
        ("it did what the learner's text ordered", guard.cue.move is Move.PROBE and _obeys(sentence, guard.utterance)),
    )
    return next((reason for reason, found in tests if found), "")


def _tells_locked(sentence: str, guard: Guard) -> bool:
    """Whether a sentence touches a locked fact with words that nothing open holds."""
    return any(touches(sentence, fact, free=guard.card) for fact in guard.locked) and not is_drawn_from(sentence, guard.material)


def is_too_long(sentence: str, guard: Guard, *, so_far: Sequence[str]) -> bool:
    """Whether the reply would pass its length with this sentence; the first one may be somewhat longer."""
    words = sum(len(other.split()) for other in so_far) + len(sentence.split())
    return words > (guard.max_words if so_far else max(guard.max_words, 40) + 20)


def mentions_time_left(text: str) -> bool:
    """Whether a reply says how much time is left or that it is up."""
    return _TIME_TALK.search(plain(text)) is not None


def _speaks_of_time(low: str, guard: Guard) -> bool:
    free = guard.cue.mention_time or guard.cue.close or guard.cue.move in {Move.TIME, Move.LOGISTICS, Move.TIME_NOTE} or "extended" in guard.cue.aside
    return not free and _TIME_TALK.search(low) is not None


def _has_strange_number(sentence: str, guard: Guard) -> bool:
    wanted = {
        number.value
        for number in find_numbers(sentence)
        if not number.small_word and not (number.value <= 2 and number.unit in {"", "person", "day", "minute", "hour"})
    }
    return bool(wanted - values_of((*guard.allowed_texts, guard.utterance[:4000])))


def _names_somebody(sentence: str, guard: Guard) -> bool:
    own = {
        plain(word)
        for word in re.split(r"[\s-]+", f"{guard.career_model.name} {guard.career_model.employer} {guard.career_model.place} {guard.career_model.role}")
    }
    straight = straighten(sentence)
    role = _ROLE_NAME.search(straight)
    if role and not {plain(word) for word in re.split(r"[\s-]+", role["name"])} & (own | _KNOWN_NAMES):
        return True
    if guard.cue.move is Move.PROBE and guard.cue.kind == "their_view":
        return False
    known = own | _KNOWN_NAMES | {word for text in (*guard.allowed_texts, guard.utterance[:4000]) for word in split_words(text)}
    return any(not {plain(word) for word in match["name"].split()} <= known for match in _PAIR.finditer(straight))


def _obeys(sentence: str, utterance: str) -> bool:
    """Whether a sentence takes up the words that a probe wants to hear: something quoted or shouted in it, or a run of its words."""
    low = plain(sentence)
    wanted = {(match[1] or match[2]).strip() for match in _QUOTED.finditer(straighten(utterance))}
    if any(re.search(rf"\b{re.escape(plain(piece))}\b", low) for piece in wanted if len(piece) > 3):
        return True
    words, theirs = split_words(sentence), split_words(utterance[:4000])
    runs = {theirs[n : n + _ECHO_RUN] for n in range(len(theirs) - _ECHO_RUN + 1)}
    return any(words[n : n + _ECHO_RUN] in runs for n in range(len(words) - _ECHO_RUN + 1))
