"""A question on the work: what kind it is, whether it takes up what was said, and which topic it is about."""

from __future__ import annotations

import re

from coach.manner.listening import is_follow_up
from coach.manner.questions import AskedQuestion, asks_leave
from coach.manner.wording import content_stems, plain, split_sentences, split_words
from coach.records import Move, Topic
from coach.rehearsal.aims import STAYS, find_aims
from coach.rehearsal.likeness import find_likely_topic
from coach.rehearsal.scene import Reading, Scene
from coach.rehearsal.topics import find_question_topic, guess_topic

_POLAR_START = re.compile(
    r"(?P<late>^|[,:;]\s*)(?:(?:so|and|but|okay|ok|right|well|then|also|just|um|like|sorry|please|i mean|you know|again) )*(?:do|does|did|is|are|was|were|am|have|has|had|can|could|would|will|should|may|might|isn't|aren't|don't|doesn't|didn't|wouldn't|must)\b"
)
_WH = re.compile(r"\b(?:what|how|why|where|when|which|who|whom|whose)\b")
_INVITES = re.compile(
    r"\b(?:is there|was there|has there been|have you (?:got|had|ever had)|do you have|can you (?:think of|remember|recall)|do you (?:remember|recall))\b[^.?!]{0,20}\b(?:moment|time|case|day|story|example|memory|piece|project|occasion|one)\b[^.?!]{0,20}\b(?:that|when|where|you|which|of|sticks?|stands?|stays?)\b"
)
"""Yes-or-no in form, an invitation to tell in fact."""
_TAKES_UP = re.compile(r"\b(?:make of|think of|think about|true|right|agree|see|feel about|say to|fit|match|compare)\b")
_QUOTES_HOST = re.compile(r"\byou(?:'ve| have|'d)? (?:just )?(?:said|told|mentioned|described|spoke)\b")
_NARROW = frozenset({"number", "how_long", "there", "need"})
_CHOICE = re.compile(r"\b(?:is|are|do|does|was|were)\b[^.?!]*\bor\b(?! (?:not|what|something|anything|so)\b)")
_POINTS_BACK = re.compile(r"\b(?:that|those|this|these|it|them|there|such|which|the rest|the (?:first|second|other) (?:one|half|part|of))\b")
_LEAVE_TO_ASK = re.compile(r"\b(?:ask(?:ed|ing)?|talk(?:ed|ing)?|hear|know)(?: you)? (?:about|if|whether|how|why|what|when|who)\b")
_STRONG_BACK = re.compile(
    r"\b(?:did|does|has|is|was|were|from|about|like|see|of|after|with|by|at) (?:that|those|them)\b(?! \w+ (?:has|have|is|was|were|had|who))|\bthat same\b|\bthat\W*$"
)


def read_question(scene: Scene) -> Reading | None:
    """The reading of an utterance that asks something about the work, None where it does not."""
    question = scene.question
    if question is None:
        return None
    leave = asks_leave(scene.text)
    aims = find_aims(question.text)
    asks_whether = leave and _LEAVE_TO_ASK.search(plain(question.text)) is not None
    if not (question.substantive or question.open or aims or asks_whether or find_question_topic(question.text)):
        return None
    follow = _is_follow_up(scene, question, aims)
    topic = _topic_of(scene, question, aims, follow=follow)
    follow = follow and topic in scene.topics
    low = plain(question.text)
    invites = _INVITES.search(low) is not None
    open_ = question.open or leave or invites or (_WH.search(low) is not None and bool(set(aims) - _NARROW) and not _is_polar(low))
    polar = not open_ and _is_polar(low)
    kind = "choice" if polar and _CHOICE.search(low) else (_aux(low) if polar else "")
    return Reading(move=Move.QUESTION, kind=kind, question=question.text, topic=topic, open=open_, polar=polar, follow_up=follow, aims=aims)


def _is_polar(low: str) -> bool:
    """Whether a question begins like one for yes or no, at its start or after an introduction that asks nothing itself."""
    match = _POLAR_START.search(low)
    return match is not None and (not match["late"] or _WH.search(low) is None)


def _aux(low: str) -> str:
    word = next((w for w in split_words(low) if re.fullmatch(r"is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might", w)), "is")
    groups = {"is": "is are was were", "do": "do does", "did": "did had", "has": "has have", "will": "will would should may might", "can": "can could"}
    return next(name for name, forms in groups.items() if word in forms.split())


def _is_follow_up(scene: Scene, question: AskedQuestion, aims: tuple[str, ...]) -> bool:
    if not scene.host or not scene.host[-1] or scene.topic is None:
        return False
    if is_follow_up(scene.text, answer=scene.host[-1], earlier=scene.host[:-1]):
        return True
    own = find_question_topic(question.text)
    return (own is None or own is scene.topic or bool(STAYS & set(aims))) and _POINTS_BACK.search(plain(question.text)) is not None


def _topic_of(scene: Scene, question: AskedQuestion, aims: tuple[str, ...], *, follow: bool) -> Topic:
    own = find_question_topic(question.text)
    current = scene.topic
    if "missing" in aims or "for_me" in aims or "suited" in aims or "familiar" in aims:
        return Topic.ADVICE
    if current and own is not current and STAYS & set(aims) and (own is None or (follow and _STRONG_BACK.search(plain(question.text)))):
        return current
    if own is not None:
        return own
    before = " ".join(s.text for s in split_sentences(scene.text) if s.text not in question.text and not s.text.endswith("?"))
    stated = find_question_topic(before[-300:]) if before and _TAKES_UP.search(plain(question.text)) and not _QUOTES_HOST.search(plain(before)) else None
    if stated:
        return stated
    if follow and current and _POINTS_BACK.search(plain(question.text)):
        return current
    if current and scene.learner and content_stems(question.text) & content_stems(scene.learner[-1]):
        return current
    lead = find_question_topic(scene.text[-400:]) if len(scene.asked) == 1 else None
    likely = lead or find_likely_topic(question.text) or guess_topic(question.text, scene.sheet)
    return likely or (current if follow and current else Topic.WORK)
