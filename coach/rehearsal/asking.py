"""A question on the work: what kind it is, whether it takes up what was said, and which topic it is about."""

from __future__ import annotations

import re

from coach.manner.listening import is_follow_up
from coach.manner.questions import AskedQuestion, asks_leave
from coach.manner.wording import content_stems, plain, split_sentences, split_words
from coach.records import Move, Topic
from coach.rehearsal.aims import STAYS, find_aims
from coach.rehearsal.likeness import find_likely_topic, is_talked_of
from coach.rehearsal.scene import Reading, Scene
from coach.rehearsal.topics import find_question_topic, guess_topic
from coach.rehearsal.usual import USUAL, match_usual

_BARE_WORDS = 7
_BARE_STEMS = frozenset({"exampl", "instanc", "detail", "continu", "story"})
_GO_ON = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|right|yes|yeah|please|interesting|hm+|oh|wow|cool),?\W*)*(?:go on|carry on|keep going|tell me more|more(?: please)?|please continue|continue|do go on|say more)\W*$"
)
_BARE_QUESTION = re.compile(
    r"^\W*(?:(?:and|so|but|ok|okay|right|yes|yeah|interesting|hm+|oh|wow|really),?\W*)*(?:why|how so|how come|like what|such as|in what way|what else|anything else|meaning|what do you mean|for example|(?:can|could) you give (?:me )?an? (?:example|instance)|an? example)\b[^.?!]*\?*\W*$"
)
_MEANT = re.compile(
    r"\bi (?:meant|was asking (?:about|for)|am asking (?:about|for)|asked (?:about|for))\b|\bi'm asking (?:about|for)\b|\bwhat i meant (?:was|is)\b"
)
_YOU = re.compile(r"\b(?:you|your|yours|you're|you've|you'd)\b")
_OPINION = re.compile(
    r"\bwhat do you (?:think|make|reckon) (?:of|about)\b|\byour (?:opinion|view|thoughts) (?:on|of|about)\b|\bdo you (?:believe|think) (?:in|that)\b|\bto me\b|\bfor me\b|\bcan you\b|\bcould you\b"
)
_ABOUT_WORK = re.compile(
    r"\b(?:work|job|trade|profession|career|industry|field|people|it|they|them|someone|somebody|beginners?|newcomers?|employers?|training|course)\b"
)
_OF_THE_WORK = re.compile(
    r"\bwhat(?:'s| is| are| was) (?!the weather\b)[^.?!]{3,40} like\b|\b(?:would|might|will) i\b|\btell me (?:more )?about (?:working|being)\b"
)
"""Asked of a person at work, these are about the work whatever else they name."""
_POLAR_START = re.compile(
    r"(?P<late>^|[,:;]\s*)(?:(?:so|and|but|okay|ok|right|well|then|also|just|um|like|sorry|please|i mean|you know|again) )*(?:do|does|did|is|are|was|were|am|have|has|had|can|could|would|will|should|may|might|isn't|aren't|don't|doesn't|didn't|wouldn't|must)\b"
)
_WH = re.compile(r"\b(?:what|how|why|where|when|which|who|whom|whose)\b")
_INVITES = re.compile(
    r"\b(?:is there|was there|has there been|have you (?:got|had|ever had)|do you have|can you (?:think of|remember|recall)|do you (?:remember|recall))\b[^.?!]{0,20}\b(?:moment|time|case|day|story|example|memory|piece|project|occasion|one)\b[^.?!]{0,20}\b(?:that|when|where|you|which|of|sticks?|stands?|stays?)\b"
)
"""Yes-or-no in form, an invitation to tell in fact."""
_WHICH = re.compile(r"\bwhich (?:of (?:those|these|them|the|your)|parts?|bits?|sides?|kinds?|sorts?|abilities|[a-z]{3,}s) \w+", re.IGNORECASE)
"""Narrow in form, an invitation to tell in fact: which abilities, which part of it, which of those changes."""
_YOUR_PLACE = re.compile(
    r"\b(?:does|do|is|are) your (?:hospital|school|firm|company|workplace|practice|studio|clinic|kitchen|crew|ward|office|department|place|employer)\b"
)
_ECHOES = 3
"""So many words of weight of the last answer in an utterance show that it takes that up."""
_DETAILS = (
    (
        "next",
        re.compile(
            r"\bwhat (?:happen(?:s|ed)|comes?|came|did (?:you|they|she|he) do|do you do)(?: \w+)? (?:next|then|after(?:wards| that)?)\b|\bwhat (?:happens|happened)\W*$"
        ),
    ),
    ("found", re.compile(r"\b(?:find|found) out\b")),
    (
        "said",
        re.compile(
            r"\bwhat (?:did|had|has|was it|was)\b[^?]{0,40}\b(?:say|said|tell|told|hear|heard|notice|noticed|see|seen|saw|mean|meant|think|thought|ask|asked|want|wanted)\b"
        ),
    ),
    ("know", re.compile(r"\bhow (?:did|do|could|can|would) (?:you|they|he|she) (?:know|tell|see|notice|decide|trust|choose)\b")),
    ("how", re.compile(r"\bhow (?:did|do|does|can|could|would) (?:you|one|they|people|anybody|someone)\b")),
    ("which", re.compile(r"^(?!.*\b(?:do you think|better|worse|most|best|hardest|worst|matter)\b).*\b(?:which|what was the|what's the|what is the)\b")),
    ("who", re.compile(r"(?:^|[,:;.]\s*)\W*(?:(?:and|so|but|then|ok|okay|oh|about that|with|for|from|by|to) )*who(?:m|se)?\b")),
    ("when", re.compile(r"^\W*(?:and |so |but )?(?:when|where) (?:was|were|did|had)\b")),
)
"""What a question on a detail of what was said asks for, by its words, the narrowest first."""
_CHECKS = re.compile(
    r"^\W*(?:(?:i see|right|okay|ok|ah|oh|hm+)\W+)*so (?:you|it|that|they|it's|that's|you're)\b[^?]*\?|\b(?:does|would|is) (?:that|this|it) (?:count|(?:be )?what you mean|the sort of thing you mean|like that)\b|,? (?:is that (?:it|right)|right|do i have that right|have i got that right)\s*\?\W*$"
)
"""A question that says back what was heard."""
_HAPPENED = re.compile(
    r"\b(?:did|has) (?:that|it|this|all that) (?:really|actually|truly|honestly)(?: all)? happen(?:ed)?\b|\bis (?:that|this|it) (?:really |actually )?(?:true|a true story)\s*\?|\bare you making (?:that|it|this) up\b"
)
"""Whether a story was true."""
_OF_SOMEBODY = re.compile(
    r"^\W*(?:(?:and|so|but|oh|then|ah),?\s+)*(?:was|were|is|are|did|has|have) (?:she|he|they|the (?:\w+ )?(?:woman|man|lady|boy|girl|family|couple|patient|customer|client|child|kids?|neighbou?rs?))\b"
)
"""Whether something is so of somebody in a story."""
_ONLY_THAT = re.compile(r"\bso\b[^?]{0,60}\b(?:just|only|basically|mostly|nothing but)\b[^?]*\?|\bis(?:n't)? (?:it|that) (?:all )?(?:just|only|basically)\b")
"""What takes the work for less than it is: "so you basically just unblock toilets all day?"."""
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
    if _is_elsewhere(scene, question):
        return Reading(move=Move.OFF_TOPIC, kind="any", faults=("off_topic",))
    leave = asks_leave(scene.text)
    aims = find_aims(question.text)
    asks_whether = leave and _LEAVE_TO_ASK.search(plain(question.text)) is not None
    if not (question.substantive or question.open or aims or asks_whether or find_question_topic(question.text)):
        return None
    follow = _is_follow_up(scene, question, aims)
    topic = _topic_of(scene, question, aims, follow=follow)
    follow = follow and topic in scene.topics
    low = plain(question.text)
    invites = _INVITES.search(low) is not None or _WHICH.search(low) is not None
    open_ = question.open or leave or invites or (_WH.search(low) is not None and bool(set(aims) - _NARROW) and not _is_polar(low))
    polar = not open_ and _is_polar(low)
    kind = "check" if follow and not open_ and _CHECKS.search(plain(scene.text)) else "choice" if polar and _CHOICE.search(low) else _aux(low) if polar else ""
    if not open_ and _HAPPENED.search(low):
        kind = "happened"
    elif polar and follow and kind != "choice" and _OF_SOMEBODY.search(low):
        kind = "somebody"
    elif not open_ and kind in {"is", "do", "check", ""} and _ONLY_THAT.search(plain(scene.text)):
        kind = "only"
    polar = polar or kind in {"check", "happened", "only"}
    if follow and not kind:
        kind = next((name for name, pattern in _DETAILS if pattern.search(low) and not (name == "how" and topic is Topic.PATH)), "")
    return Reading(move=Move.QUESTION, kind=kind, question=question.text, topic=topic, open=open_, polar=polar, follow_up=follow, aims=aims)


def _is_polar(low: str) -> bool:
    """Whether a question begins like one for yes or no, at its start or after an introduction that asks nothing itself."""
    match = _POLAR_START.search(low)
    return match is not None and (not match["late"] or _WH.search(low) is None)


def _aux(low: str) -> str:
    if re.search(
        r"\b(?:may|can|could|might) i (?:\w+ )?(?:ask|put|take|write|note|begin|start|sit|say|tell|show|interrupt)\b|\bis it (?:allowed|all right|ok|okay|fine)\b[^?]{0,12}\bi\b",
        low,
    ):
        return "may"
    if re.search(r"\b(?:would|should) you\b", low):
        return "would"
    if re.search(r"\b(?:end of it|rules? me out|counts? against|(?:a )?problem for me|too (?:old|late|shy|slow|quiet|clumsy) (?:for|to))\b", low):
        return "end"
    if re.search(r"\bhave you\b", low):
        return "have"
    word = next((w for w in split_words(low) if re.fullmatch(r"is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might", w)), "is")
    groups = {"is": "is are was were", "do": "do does", "did": "did had", "has": "has have", "will": "will would should may might", "can": "can could"}
    return next(name for name, forms in groups.items() if word in forms.split())


def read_prompt(scene: Scene) -> Reading | None:
    """The reading of a few words that keep the host talking ("Go on.", "Why?", "An example?") or put a question right ("I meant the training")."""
    meant = _MEANT.search(scene.low)
    if meant and (topic := find_question_topic(scene.text[meant.start() :])):
        return Reading(move=Move.QUESTION, question=scene.text[meant.start() :], topic=topic)
    if scene.topic is None or len(split_words(scene.text)) > _BARE_WORDS or content_stems(scene.text) - _BARE_STEMS:
        return None
    if _GO_ON.search(scene.low):
        return Reading(move=Move.QUESTION, question=scene.text, topic=scene.topic, open=True)
    if _BARE_QUESTION.search(scene.low):
        return Reading(move=Move.QUESTION, question=scene.text, topic=scene.topic, open=True, follow_up=bool(scene.host), aims=find_aims(scene.text))
    return None


def _is_elsewhere(scene: Scene, question: AskedQuestion) -> bool:
    """Whether a question is about something that nothing here has to do with: none of its words of content occurs in the talk, the person's facts or questions on work."""
    low = plain(question.text)
    if (
        _ABOUT_WORK.search(low)
        or find_aims(question.text)
        or find_question_topic(question.text)
        or (_YOU.search(low) and not _OPINION.search(low))
        or _POINTS_BACK.search(low)
        or _OF_THE_WORK.search(low)
        or (scene.host and content_stems(scene.text) & content_stems(scene.host[-1]))
    ):
        return False
    strange = content_stems(question.text)
    talked = " ".join((*scene.learner[-4:], *scene.host[-4:], scene.career_model.as_text(), *(fact.text for fact in scene.sheet.facts)))
    return bool(strange) and not strange & content_stems(talked) and not any(is_talked_of(word) for word in strange)


def _is_follow_up(scene: Scene, question: AskedQuestion, aims: tuple[str, ...]) -> bool:
    if not scene.host or not scene.host[-1] or scene.topic is None:
        return False
    if _MEANT.search(scene.low) or is_follow_up(scene.text, answer=scene.host[-1], earlier=scene.host[:-1]):
        return True
    if len(content_stems(scene.text) & content_stems(scene.host[-1])) >= _ECHOES:
        return True
    own = find_question_topic(question.text)
    return (own is None or own is scene.topic or bool(STAYS & set(aims))) and _POINTS_BACK.search(plain(question.text)) is not None


def _names_workplace(scene: Scene, question: AskedQuestion) -> bool:
    """Whether a question names the person's employer: then it is about the place, whatever other words it has."""
    name = split_words(scene.career_model.employer)[:2]
    words = split_words(question.text)
    return len(name) == 2 and any(words[n : n + 2] == name for n in range(len(words) - 1))


def _topic_of(scene: Scene, question: AskedQuestion, aims: tuple[str, ...], *, follow: bool) -> Topic:
    own = find_question_topic(question.text)
    current = scene.topic
    if _names_workplace(scene, question) or _YOUR_PLACE.search(plain(question.text)):
        return Topic.ORG
    if "missing" in aims or "for_me" in aims or "suited" in aims or "familiar" in aims:
        return Topic.ADVICE
    if current and own is not current and STAYS & set(aims) and (own is None or (follow and _STRONG_BACK.search(plain(question.text)))):
        return current
    if own is None and (usual := match_usual(question.text)):
        own = USUAL[usual]
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
