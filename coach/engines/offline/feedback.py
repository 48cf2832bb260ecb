"""Offline rules of the feedback prompts: the rules' own judgement, and better wordings by grammar and by what the sentence is about."""

from __future__ import annotations

import re

from coach.engines.offline import Rule
from coach.manner.courtesy import is_greeting
from coach.manner.questions import faults_of_question, find_questions, find_topic
from coach.manner.rewording import find_better
from coach.manner.wording import count_words
from coach.records import Criterion, Judgement, Rewording, Topic


def judge(*, question: str, candidate: Criterion, transcript: str) -> Judgement:  # noqa: ARG001  (the candidate rests on both)
    """What the rules found, as it stands."""
    return Judgement(quote=candidate.quote, explanation=candidate.explanation, verdict=candidate.verdict)


_OPEN_BY_TOPIC: dict[Topic | None, tuple[str, ...]] = {
    Topic.PATH: ("How did that come about?", "How did you get into this work?", "What led you from there to here?"),
    Topic.WORK: ("What is that like?", "What does that look like in a usual week?", "Could you walk me through how that goes?"),
    Topic.SKILL: ("What does that take?", "How did you learn to do that?", "What did you have to become good at for that?"),
    Topic.HARD: ("How do you find that?", "What is the hardest part of that for you?", "How do you deal with that when it piles up?"),
    Topic.JOY: ("What do you like about it?", "What makes a good day for you?", "What keeps you in this work?"),
    Topic.ORG: ("What is it like there?", "How do things get decided where you work?", "What is your workplace like for somebody new?"),
    Topic.FIELD: ("What is changing there?", "How do you see this field changing?", "What do you expect to be different in ten years?"),
    Topic.ENTRY: ("How do people get in?", "Which ways in have you seen work for people?", "What did the training leave out that you needed?"),
    Topic.ADVICE: ("What would you try first?", "What would you do first in my place?", "What would you tell somebody who is where I am?"),
    Topic.LINKS: ("Who else should I talk to?", "Who else would be good for me to talk to about this?"),
    None: ("How do you see that?", "What is that like for you?", "What is that like in practice?"),
}
"""Open questions by topic, shortest first, so that one can be found that is not much longer than the original."""

_BEYOND_SEARCH: dict[Topic | None, tuple[str, ...]] = {
    Topic.ENTRY: ("What did your training leave out?", "I looked up the way in. What did the training leave out for you?"),
    Topic.FIELD: ("What do you see changing?", "I have seen the figures. What do you see changing from the inside?"),
    Topic.WORK: ("What would surprise me about it?", "I have read what the work is. What would surprise me about it?"),
    Topic.ORG: ("What is not on your website?", "I have seen the website. What would I notice only from the inside?"),
    None: ("What do people get wrong about that?", "I looked that up. What do people usually get wrong about it?"),
}

_OMISSIONS = {
    "no_introduction": "Hello, I'm ... (your name). At the moment I'm ... (what you study or do), and I asked you because ...",
    "no_purpose_stated": "I'd like to find out whether this work would suit me, and what I should know before I decide.",
    "no_thanks": "Thank you for making time for me. It has helped me to hear it from you.",
    "no_follow_up": "You just mentioned that. Could you tell me more about how it came about?",
    "no_referral_ask": "Who else would be good for me to talk to, and may I say that you suggested it?",
    "no_close": "Our time is nearly up, so I'll stop here. I'll remember what you said about ... Thank you very much.",
    "overruns_time": "Our time is up. Shall I stop here, or do you have a few more minutes?",
    "dominates_talk": "That's enough about me. How was it for you?",
    "interrupts_or_ignores_answer": "Sorry, please go on. I'd like to hear the end of that.",
}

_LEAD = re.compile(
    r"^(?:so|and|but|well|okay|ok|right|now|oh|look|honestly|surely|i (?:bet|guess|suppose|assume|imagine|take it)|presumably|obviously|clearly|no doubt)[, ]+",
    re.IGNORECASE,
)
_TAG = re.compile(
    r",? (?:right|isn't it|is it not|don't you|aren't you|isn't that so|doesn't it|wouldn't you|haven't you|didn't you|can't you|won't you|eh|yeah|no|am i right|i bet)\s*\?$",
    re.IGNORECASE,
)
_LIKES = re.compile(r"^(?:and |so )?do you (?:really |still |actually )?(?:like|enjoy|love) (?P<what>[^?,]+)\?$", re.IGNORECASE)
_WAS_IT = re.compile(r"^(?:and |so )?(?:is|was|are|were) (?P<what>it|that|this|they|those) (?:[^?]+)\?$", re.IGNORECASE)
_SEAM = re.compile(
    r"\?\s+|,? and (?=(?:what|how|why|when|where|who|which|do|did|is|are|was|were|have|has|can|could|would)\b)|,? or (?=(?:what|how|why)\b)", re.IGNORECASE
)
"""Where one question ends and the next begins."""
_DO_YOU = re.compile(
    r"^(?:and |so |but )?do you (?:still |ever |often |usually |mainly |also |actually |really )*(?P<rest>(?P<verb>\w+)\b[^?]*)\?$", re.IGNORECASE
)
_DEEDS = frozenset(
    [
        "use",
        "make",
        "write",
        "work",
        "travel",
        "meet",
        "choose",
        "deal",
        "plan",
        "train",
        "design",
        "teach",
        "test",
        "handle",
        "manage",
        "run",
        "build",
        "draw",
        "check",
        "decide",
        "prepare",
        "organise",
        "cook",
        "treat",
        "mend",
        "fix",
        "train",
        "sell",
        "keep",
        "record",
        "share",
        "read",
    ]
)
"""Verbs of doing: "how do you ..." asks of them what "do you ..." only ticks off."""


def reword(*, fault: str, sentence: str, heard: str) -> Rewording:  # noqa: ARG001  (the rules need the sentence only)
    """A wording that keeps what was meant: the first question of two, the neutral form of a leading one, the open form of a closed one."""
    fault_id = fault.replace(" ", "_")
    if fault_id in _OMISSIONS:
        return Rewording(text=_OMISSIONS[fault_id])
    makers = {
        "double_barrelled": _first_question,
        "leading_question": _neutral,
        "closed_questions_dominate": _opened,
        "answerable_by_search": _deeper,
        "asks_for_job": _ways_in,
        "personal_or_salary_question_blunt": _softened,
        "unprofessional_language": _kindly,
    }
    return Rewording(text=find_better(fault_id, sentence) or makers.get(fault_id, _opened)(sentence))


def _fits(text: str, sentence: str) -> bool:
    longest = max(1.5 * count_words(sentence), count_words(sentence) + 4)
    return not (set(faults_of_question(text)) - {"ungrounded"}) and count_words(text) <= longest


def _best(candidates: tuple[str, ...], sentence: str) -> str:
    """The fullest candidate that is clean and short enough, else the shortest."""
    fitting = [text for text in candidates if _fits(text, sentence)]
    return fitting[-1] if fitting else candidates[0]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _first_question(sentence: str) -> str:
    asked = [question.text.strip() for question in find_questions(sentence) if question.substantive]
    parts = re.split(
        r"\?\s+|,? and (?=(?:what|how|why|when|where|who|which|do|did|is|are|was|were|have|has|can|could|would)\b)|,? or (?=(?:what|how|why)\b)",
        sentence,
        flags=re.IGNORECASE,
    )
    candidates = [text.rstrip(" ?.,") + "?" for text in (*parts[:2], *asked[:2]) if text.strip()]
    for text in candidates:
        if not set(faults_of_question(_capital(text.strip()))) - {"ungrounded"}:
            return _capital(text.strip())
    return _best(_OPEN_BY_TOPIC[find_topic(sentence)], sentence)


def _neutral(sentence: str) -> str:
    stripped = _TAG.sub("?", _LEAD.sub("", sentence.strip()))
    return _best(_OPEN_BY_TOPIC[find_topic(stripped)], sentence)


def _opened(sentence: str) -> str:
    likes = _LIKES.match(sentence.strip())
    if likes:
        return f"What do you like about {likes['what'].strip()}?"
    was = _WAS_IT.match(sentence.strip())
    if was:
        past = sentence.strip().lower().split()[0] in {"was", "were"} or " was " in f" {sentence.lower()} "
        return f"How {'did' if past else 'do'} you find {'that' if was['what'].lower() == 'this' else was['what'].lower()}?"
    does = _DO_YOU.match(sentence.strip())
    if does and does["verb"].lower() in _DEEDS:
        return f"How do you {does['rest'].strip()}?"
    return _best(_OPEN_BY_TOPIC[find_topic(sentence)], sentence)


def _deeper(sentence: str) -> str:
    return _best(_BEYOND_SEARCH.get(find_topic(sentence), _BEYOND_SEARCH[None]), sentence)


def _ways_in(sentence: str) -> str:
    if re.search(r"\b(?:cv|résumé|resume|portfolio)\b", sentence, re.IGNORECASE):
        return _best(("What stands out in a beginner?", "What do people look at first when a beginner applies?"), sentence)
    return _best(("How do people get their start?", "How do people usually get their first start in this work?"), sentence)


def _softened(sentence: str) -> str:
    if re.search(r"\b(?:pay|paid|earn\w*|salary|wages?|money|make|income|dollars?|pounds?)\b", sentence, re.IGNORECASE):
        return _best(
            ("What could a beginner expect to earn, roughly?", "If you don't mind my asking, what could a beginner expect to earn, roughly?"), sentence
        )
    return _best(
        ("How does work fit around life?", "How does the work fit with life outside it?", "How does this work fit with the rest of life for people who do it?"),
        sentence,
    )


def _kindly(sentence: str) -> str:
    if is_greeting(sentence):
        return "Hello, and thank you for making the time."
    if any(question.substantive for question in find_questions(sentence)):
        return _best(_OPEN_BY_TOPIC[find_topic(sentence)], sentence)
    return "I would have found that hard. How do you deal with it?"


RULES: dict[str, Rule] = {"feedback/judge": judge, "feedback/reword": reword}
