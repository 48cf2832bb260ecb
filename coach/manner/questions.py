"""Questions in an utterance: which there are, what they are about, and whether they pass the tests of a good question.

The tests suit a prepared list as well as the turns of a rehearsal. Terms (substantive, open, double-barrelled ...) are those of the labelling rules of the manner transcripts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from coach.manner.boundaries import asks_leave, find_personal, is_blunt_personal, is_job_request
from coach.manner.courtesy import find_unprofessional
from coach.manner.form import Head, find_heads
from coach.manner.leading import is_check, is_leading_question
from coach.manner.referral import is_referral_ask
from coach.manner.search import is_searchable
from coach.manner.time import mentions_time
from coach.manner.topics import find_topic
from coach.manner.wording import GRAMMAR_STEMS, any_of, content_stems, count_words, plain, split_sentences, split_words, stem, straighten
from coach.records import Record, Topic

__all__ = [
    "AskedQuestion",
    "asks_leave",
    "faults_of_question",
    "find_double_barrelled",
    "find_questions",
    "find_topic",
    "is_blunt_personal",
    "is_double_barrelled",
    "is_job_request",
    "is_referral_ask",
]

LONGEST_QUESTION = 40
"""Words beyond which a question is hard to keep in one's head (pedagogy: one thing at a time)."""


class AskedQuestion(Record):
    """One question of an utterance: `text` verbatim from offset `start`, and what it is like.

    `substantive`: asks about the occupation, the person's path or work, the organisation, the field, or for advice. `search`: answerable by a minute of searching.
    """

    text: str
    start: int
    open: bool
    substantive: bool
    topic: Topic | None
    leading: bool
    search: bool


_PERMISSION = any_of(
    (
        r"\b(?:is it|is that|would it be|would that be|are you|do you|would you|may|might|can|could|shall|should)\b[^.?!]{0,25}\b(?:ok|okay"
        r"|all right|alright|fine|mind|happy|i|we)\b[^.?!]{0,20}\b(?:if i|take notes?|taking notes|record|recording|write|jot|sit|stand|start|begin"
        r"|come in|join|stop here|go ahead|ask you (?:a few|some|something|a couple|a question|one|about something)"
        r"|ask (?:a few|some|something|a couple|a question|one|about something)|use|have a (?:look|go|photo)|take a (?:photo|picture|seat)|borrow"
        r"|leave|hold|touch|move|shut|close|open the)\b"
    ),
    r"\b(?:where|here) (?:should|shall|can|do) i (?:sit|stand|put|park|wait)\b|\bshall (?:i|we)\b",
    (
        r"\b(?:may|can|could|might) i (?:just |please |quickly )?(?:sit|come in|start|begin|take notes|take a (?:seat|note)|write|record|check"
        r"|stop you|interrupt|have (?:some|a glass|water))\b"
    ),
    r"\bdo you mind if\b(?![^.?!]*\bask (?:how|what|why|you how|you what|you why|about (?:the|your|how))\b)|\bcan you hear me\b",
    r"\bam i (?:early|late|on mute|interrupting|in the way)\b",
    r"\bis (?:this|now) (?:still )?(?:a )?(?:good|ok|okay|all right|alright|convenient|the right) ?(?:time|place)?\b",
    r"\bwould it be (?:all right|alright|ok|okay) if i asked (?:about )?(?:something|a|you something|one)\b",
    (
        r"\b(?:may|might|can|could) i ask (?:you )?(?:about )?(?:something|a (?:personal|difficult|hard|delicate|tricky|quick|cheeky)"
        r"|one (?:more|last)|another|a question|a couple|a few)\b[^.?!]*\?$"
    ),
)
_SMALL_TALK = any_of(
    (
        r"^\W*(?:\w+[ ,]+){0,4}?how(?:'s| are| is| have| was)(?: you| it| things| everything| your (?:day|morning|week|weekend|afternoon)"
        r"| ya)(?: \w+){0,3}?(?: going| doing| been| today| so far| this morning| keeping)?\W*$"
    ),
    r"\bhow do you do\b|\bhow(?:'s| is) (?:the (?:football|weather|family|dog|cat|tea|coffee|traffic))\b",
    r"\bhas any(?:one|body) (?:ever )?told you\b|\bcan you believe\b",
    r"\bdid you (?:see|watch|catch|hear) (?:the|that) (?:game|match|news|rugby|cricket|football)\b|\b(?:a )?real (?:shark|fig)\b",
    r"\bdo you want (?:a|some|to (?:see|hear|look))\b|\bwould you like (?:a|some|me|to (?:see|hear))\b",
    r"\bdoes that (?:make sense|help|work for you|sound (?:ok|okay|right|fair))\b",
    r"\bis that (?:right|correct|ok|okay|all right|alright|fair|clear|you)\b\W*$|\b(?:do you )?(?:remember|know) me\b",
    r"\b(?:are you|is (?:this|that)|you must be) (?:the )?(?:dr|mr|mrs|ms|mx|professor|madame?)\b",
)
_CLARIFY = any_of(
    r"\b(?:say|repeat|go over|run through) (?:that|it|this|the \w+(?: \w+)?) (?:again|once more|one more time)\b|\bcome again\b|\bpardon\b",
    r"\bwhat was (?:the|that|her|his|your|its) (?:\w+ )?(?:name|word|again)\b|^\W*(?:sorry,? )?did you say\b|\bhow do you spell\b",
    r"\bspeak (?:up|more slowly|slower|slowly)\b",
)
_BARE_SMALL = re.compile(
    r"^\W*(?:really|seriously|is it|did you|have you|are you|do you|you do|yeah|eh|sorry|pardon|what|huh|why not|right|oh yeah|who knew|honestly"
    r"|truly|no way|was it|were you|does it|can you)\W*$"
)


@lru_cache(maxsize=8192)
def find_questions(text: str) -> tuple[AskedQuestion, ...]:
    """The questions of one utterance in order, also indirect ones ("could you tell me about ...", "I'd like to hear how ...").

    A question and its rewording in the same utterance ("I mean, how ...") count as one, of the form of the later wording.
    """
    found: list[AskedQuestion] = []
    for sentence in split_sentences(text):
        heads = find_heads(sentence.text)
        if not heads:
            continue
        substantive = _is_substantive(sentence.text, heads)
        asked = AskedQuestion(
            text=sentence.text,
            start=sentence.start,
            open=heads[0].open or any(head.joined in _REWORDING and head.open for head in heads[1:]),
            substantive=substantive,
            topic=find_topic(sentence.text),
            leading=is_leading_question(sentence.text) and not is_check(sentence.text),
            search=substantive and is_searchable(sentence.text),
        )
        if found and found[-1].substantive and asked.substantive and _REWORDS.search(plain(sentence.text)):
            found[-1] = found[-1].model_copy(update={"open": found[-1].open or asked.open})
            asked = asked.model_copy(update={"substantive": False})
        found.append(asked)
    return tuple(found)


def _is_substantive(sentence: str, heads: tuple[Head, ...]) -> bool:
    low = plain(sentence)
    if heads[0].kind == "fragment" and count_words(low[heads[0].start :]) <= 4:
        return False
    if _PERMISSION.search(low) and not any(head.kind in {"wh", "request"} for head in heads[1:]):
        return False
    if _BARE_SMALL.search(low) or _CLARIFY.search(low) or (_SMALL_TALK.search(low) and heads[0].kind != "request"):
        return False
    if is_referral_ask(sentence) or is_job_request(sentence) or find_personal(sentence):
        return False
    if heads[0].kind in {"declarative", "polar", "fragment"} and mentions_time(sentence):
        return False
    return not (heads[0].kind == "declarative" and is_check(sentence))


_REWORDING = frozenset({"i mean", "i want to say", "that is", "in other words"})
_REWORDS = any_of(
    (
        r"^\W*(?:or |so |sorry,? |well,? )*(?:i mean|i want to say|that is|in other words|what i mean|put (?:it )?(?:another|differently)|or rather"
        r"|rather|to put it|let me (?:rephrase|put|try))\b"
    ),
    r"\bi mean\W*\??$|\bi mean\?",
)


def find_double_barrelled(text: str) -> str | None:
    """The sentence that puts the second of two substantive questions that need different answers, verbatim; None where there is only one.

    A question with its rewording, or two alternatives within one question, is not double-barrelled.
    """
    asked = [question for question in find_questions(text) if question.substantive]
    stacked = next((question.text for question in asked if _is_stacked(question.text)), None)
    if stacked is not None:
        return stacked
    return next((after.text for before, after in pairwise(asked) if _differ(before, after, many=len(asked) > _MANY)), None)


def is_double_barrelled(text: str) -> bool:
    """Whether an utterance puts two or more substantive questions that need different answers."""
    return find_double_barrelled(text) is not None


_MANY = 2
_JOINS = frozenset({"and", "also", "plus", "then"})
_SECOND_ASK = re.compile(
    r"\b(?:and|plus|as well as) (?:also |then |secondly |on top of that "
    r"|while we're at it,? )*(?:about )?(?P<second>(?:how|why|what|where|when|who|which|whether|if)(?:'s|'re|'d|'ve)? (?!not\b|so\b|ever\b"
    r"|else\b)\w+.*)"
)
_BARE_TAIL = re.compile(
    r"\b(?:and|or) (?:why|how|when|where|how so|why not|how come|what for|with whom|from whom|for how long)\b\W*$"
    r"|\band (?:why|how) (?:is that|was that|so|that is|come)\b\W*$"
)
_ANAPHORA = re.compile(r"\b(?:it|that|this|they|them|those|he|she|him|her)\b")


_SHOWS_AND_ASKS = re.compile(
    r"(?:could|can|would|will|might) (?:you|i)\b[^?]{0,20}?\b(?:look|glance|listen|watch|read|show you|have a (?:look|listen|read))\b[^?]*? and (?:then )?(?:tell|show|say|hear|let)\b"
)


def _is_stacked(sentence: str) -> bool:
    """Two questions in one sentence, joined by "and" or by a bare comma."""
    low = plain(sentence)
    heads = find_heads(sentence)
    if heads[0].kind == "fragment" or (_BARE_TAIL.search(low) and len(heads) <= _MANY):
        return False
    if _SHOWS_AND_ASKS.match(low, heads[0].start):
        return False
    if any(head.joined in _JOINS and _is_new(low[heads[0].start : head.start], low[head.start :]) for head in heads[1:]):
        return True
    if any(_is_spliced(low, heads[0], head) for head in heads[1:]):
        return True
    second = _SECOND_ASK.search(low, heads[0].start) if heads[0].kind == "request" else None
    return second is not None and _is_new(low[heads[0].start : second.start()], second.group("second"))


def _is_new(first: str, second: str) -> bool:
    """Whether the second question asks for something of its own, not the first one over again or merely "and how did you handle it"."""
    own, asked = _weighty(second), _weighty(first)
    if own:
        return not own <= asked
    topic = find_topic(second)
    return topic is not None and topic is not find_topic(first)


def _weighty(text: str) -> frozenset[str]:
    """The stems of all words that carry content, those of every interview among them."""
    return frozenset(stem(word) for word in split_words(text)) - GRAMMAR_STEMS


def _is_spliced(low: str, first: Head, head: Head) -> bool:
    if head.joined not in {",", ";"} or not head.kind == first.kind == "wh" or low[first.start :].startswith(("what about", "how about")):
        return False
    same_word = low[head.start :].split(maxsplit=1)[0] == low[first.start :].split(maxsplit=1)[0]
    return not same_word and not _ANAPHORA.search(low[head.start :]) and _is_new(low[first.start : head.start], low[head.start :])


def _differ(before: AskedQuestion, after: AskedQuestion, *, many: bool) -> bool:
    """Whether two questions in sentences of their own need different answers; without "and" only where their topics differ, or where a third follows."""
    low = plain(after.text)
    if _REWORDS.search(low) or _NARROWS.match(low):
        return False
    if _JOINED.match(low):
        return _is_new(plain(before.text), low)
    if content_stems(before.text) & content_stems(after.text) or find_heads(after.text)[0].kind in {"declarative", "fragment"}:
        return False
    apart = before.topic is not None and after.topic is not None and before.topic is not after.topic
    return (apart or many) and not (before.open and not after.open) and not _ANAPHORA.search(low)


_NARROWS = re.compile(r"\W*(?:or|like|say|for example|for instance|such as|as in|is it|is that|was it|was that|do you mean)\b")
_JOINED = re.compile(r"\W*(?:and|also|plus|then|second(?:ly)?|another)\b(?! then\b| what (?:happened|then)\b)")


def faults_of_question(text: str, *, grounded_in: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The ids of the question tests that `text` fails; empty for a good question.

    Ids: closed, double_barrelled, leading, answerable_by_search, asks_for_job, intrusive, ungrounded (a number, date, proper name or requirement in none of `grounded_in`),
    too_long (over 40 words), not_a_question, unprofessional_language.
    """
    asked = find_questions(text)
    tests = {
        "not_a_question": not asked,
        "closed": bool(asked) and not any(question.open for question in asked) and not is_referral_ask(text),
        "double_barrelled": is_double_barrelled(text),
        "leading": any(question.leading for question in asked),
        "answerable_by_search": any(question.search for question in asked),
        "asks_for_job": is_job_request(text),
        "intrusive": is_blunt_personal(text),
        "ungrounded": bool(find_ungrounded(text, grounded_in)),
        "too_long": count_words(text) > LONGEST_QUESTION,
        "unprofessional_language": find_unprofessional(text) is not None,
    }
    return tuple(name for name, failed in tests.items() if failed)


_NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million".split()
_FIGURE = re.compile(r"\d[\d,.:/%-]*\d%?|\d%?")
_PROPER = re.compile(r"[A-ZÀ-ÖØ-ÞĀĒĪŌŪ][\w'’&-]*(?: (?:of |the |and |for )?[A-ZÀ-ÖØ-ÞĀĒĪŌŪ][\w'’&-]*)*")
_REQUIRED = re.compile(r"\b(?:require[sd]?|requirement|must (?:have|hold|be)|mandatory|compulsory)\b")
_NOT_NAMES = frozenset(
    "I I'm I'd I've I'll Kia Dr Mr Mrs Ms Mx Professor English Monday Tuesday Wednesday Thursday Friday Saturday Sunday CV AI IT HR NCEA NZ New Zealand Aotearoa Kiwi Māori Maori Pacific OK Okay TV PhD".split()
)


def find_ungrounded(text: str, grounded_in: tuple[str, ...]) -> tuple[str, ...]:
    """The numbers, dates, proper names and requirements in a question that none of the sources contains."""
    known = " ".join(plain(source) for source in grounded_in)
    bag = set(re.findall(r"[\w'&-]+", known))
    numbers = [match.group() for match in _FIGURE.finditer(text)] + [
        word for word in re.findall(r"[a-z]+", plain(text)) if word in _NUMBER_WORDS and _counts(text, word)
    ]
    odd = [number for number in numbers if number.strip(".,:") not in known]
    odd += [
        name
        for name in _names(text)
        if any(
            part.lower().removesuffix("'s") not in bag and part.lower() not in bag for part in re.findall(r"[\w'&-]+", straighten(name)) if part[:1].isupper()
        )
    ]
    if (match := _REQUIRED.search(plain(text))) and not _REQUIRED.search(known):
        odd.append(match.group())
    return tuple(dict.fromkeys(odd))


def _counts(text: str, word: str) -> bool:
    """A number word that states a figure, not one that merely picks out ("one or two", "the next five years")."""
    return (
        re.search(
            (
                rf"\b(?:next|last|coming|past|first|one or|in|or|your) (?:\w+ )?{word}\b"
                rf"|\b{word} (?:or \w+|things|words|sentences|books|people|names|pieces|habits|skills)\b"
            ),
            plain(text),
        )
        is None
    )


def _names(text: str) -> list[str]:
    names: list[str] = []
    for sentence in split_sentences(straighten(text)):
        for match in _PROPER.finditer(sentence.text):
            name = match.group()
            first = match.start() == 0 or sentence.text[: match.start()].rstrip()[-1:] in {":", '"', "(", "?"}
            parts = [part for part in name.split() if part.removesuffix("'s") not in _NOT_NAMES]
            if first and parts and parts[0] == name.split()[0]:
                parts = parts[1:]
            if any(part[:1].isupper() for part in parts):
                names.append(" ".join(parts))
    return names
