"""What a learner's utterance does: one move, with its topic and everything a reply needs to know. Pure rules, the same for every engine.

The detectors are asked in order, and the first that recognises the utterance decides: what is unsafe or odd comes before what is rude, rude before what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from coach.manner.courtesy import has_thanks, is_apology, is_greeting
from coach.manner.listening import is_follow_up, is_repeat
from coach.manner.questions import AskedQuestion, asks_leave, find_questions
from coach.manner.talk import find_faults_of_turn, is_english, is_gibberish
from coach.manner.wording import content_stems, plain, split_sentences, split_words
from coach.records import CareerModel, FactSheet, Move, Record, Rehearsal, Speaker, Topic, TurnState
from coach.rehearsal import errands, tone
from coach.rehearsal.aims import STAYS, find_aims
from coach.rehearsal.help import sounds_low
from coach.rehearsal.likeness import find_likely_topic
from coach.rehearsal.matching import find_keywords
from coach.rehearsal.oneself import find_asked_about, find_claims
from coach.rehearsal.probes import find_probe
from coach.rehearsal.topics import find_question_topic, guess_topic

LONGEST_TURN_CHARS = 60_000
_WALL_WORDS = 700
_ENDS_READ = 3000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff]")
_HIDDEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\U000e0000-\U000e007f]")
_ACKS = frozenset(
    "k ok okay kk hm hmm hm mm mmm mhm yes yeah yep yup no nah nope right sure cool nice lol haha ha wow oh ah uh um er huh so and well true sweet mean fine y n".split()
)  # noqa: SIM905
_MAORI = re.compile(
    r"\b(?:kia ora|tēnā (?:koe|koutou)|mōrena|ko \w+ (?:tōku|taku) ingoa|nō \w+ (?:ahau|au)|ahau|tōku|aroha mai|ngā mihi|he aha|tō mahi|pēhea|whānau|kei te|ia rā)\b"
)
_POLAR_START = re.compile(
    r"(?P<late>^|[,:;]\s*)(?:(?:so|and|but|okay|ok|right|well|then|also|just|um|like|sorry|please|i mean|you know|again) )*(?:do|does|did|is|are|was|were|am|have|has|had|can|could|would|will|should|may|might|isn't|aren't|don't|doesn't|didn't|wouldn't|must)\b"
)
_WH = re.compile(r"\b(?:what|how|why|where|when|which|who|whom|whose)\b")
_INVITES = re.compile(r"\b(?:is there|was there|has there been|have you (?:got|had|ever had)|do you have|can you (?:think of|remember|recall)|do you (?:remember|recall))\b[^.?!]{0,20}\b(?:moment|time|case|day|story|example|memory|piece|project|occasion|one)\b[^.?!]{0,20}\b(?:that|when|where|you|which|of|sticks?|stands?|stays?)\b")
"""Yes-or-no in form, an invitation to tell in fact."""
_TAKES_UP = re.compile(r"\b(?:make of|think of|think about|true|right|agree|see|feel about|say to|fit|match|compare)\b")
_QUOTES_HOST = re.compile(r"\byou(?:'ve| have|'d)? (?:just )?(?:said|told|mentioned|described|spoke)\b")
_NARROW = frozenset({"number", "how_long", "there", "need"})
_CHOICE = re.compile(r"\b(?:is|are|do|does|was|were)\b[^.?!]*\bor\b(?! (?:not|what|something|anything|so)\b)")
_POINTS_BACK = re.compile(r"\b(?:that|those|this|these|it|them|there|such|which|the rest|the (?:first|second|other) (?:one|half|part|of))\b")
_STRONG_BACK = re.compile(
    r"\b(?:did|does|has|is|was|were|from|about|like|see|of|after|with|by|at) (?:that|those|them)\b(?! \w+ (?:has|have|is|was|were|had|who))|\bthat same\b|\bthat\W*$"
)
_HELLO = re.compile(
    r"^\W*(?:um+|uh|oh|er|well|ah|yeah|so)?\W*(?:hi|hiya|hello|hey|morning|good (?:morning|afternoon|evening)|kia ora|tēnā koe|mōrena|talofa|g'day)\b"
)
_NAME = re.compile(
    r"(?:\b(?:[Ii]'m|[Ii] am|[Mm]y name(?:'s| is)|[Tt]his is|[Ii]t's|[Cc]all me|[Nn]ame's|[Kk]o)\s+|^(?:\W*(?:Hi|Hello|Hey|Morning|Kia ora|Good \w+),? )?)(?!I\b|I')(?P<name>[A-ZÀ-ÞĀĒĪŌŪ][a-zà-ÿāēīōū'’-]+)(?=(?:\s+[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+){0,2}(?:[,.]| here| and | from | tōku|$))"
)
_NOT_NAMES = frozenset(
    "sorry from in not thinking studying year looking a the so just still at here glad afraid really currently interested from i yes no ok okay um well right thanks thank hi hello hey morning good afternoon evening kia ora tēnā dr mr mrs ms "
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday māori english new north south what how why who when where".split()  # noqa: SIM905
)


class Reading(Record):
    """What code has read in one utterance.

    `question` is the question taken up, verbatim, `polar` whether it can be done with by yes or no, `repeat_of` the index of the learner's turn that asked it before.
    `faults` are ids of manner and of this room; `aside` what comes along with a question (nerves, an apology, flattery, a rude word).
    """

    move: Move
    kind: str = ""
    question: str = ""
    topic: Topic | None = None
    open: bool = False
    polar: bool = False
    follow_up: bool = False
    aims: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    leave: bool = False
    repeat_of: int | None = None


class Scene(Record):
    """An utterance with what was said before it. `question` is the last substantive question of the utterance, else its last question."""

    text: str
    low: str
    move: str
    kind: str
    topic: Topic | None
    topics: frozenset[Topic]
    career_model: CareerModel
    sheet: FactSheet
    asked: tuple[AskedQuestion, ...]
    question: AskedQuestion | None
    learner: tuple[str, ...]
    host: tuple[str, ...]


def clean_utterance(text: str) -> str:
    """The utterance without control and hidden characters and of bounded length; line breaks and tabs become single ones."""
    kept = _CONTROL.sub(" ", _HIDDEN.sub("", text[:LONGEST_TURN_CHARS].replace("\r\n", "\n")))
    return re.sub(r"\n{3,}", "\n\n", kept).strip()


def read_utterance(rehearsal: Rehearsal, text: str, *, state: TurnState) -> Reading:
    """What `text` does when said next in the rehearsal, whose turns are all earlier ones; `state` is the state before it."""
    learner = tuple(turn.text for turn in rehearsal.turns if turn.speaker is Speaker.INTERVIEWER)
    host = tuple(turn.text for turn in rehearsal.turns if turn.speaker is Speaker.CAREER_MODEL)
    topics = frozenset(turn.state.topic for turn in rehearsal.turns if turn.state and turn.state.topic)
    before = (state.move, state.kind, state.topic)
    return _read(_shorten(clean_utterance(text)), before, topics, learner, host, rehearsal.career_model, rehearsal.fact_sheet)


@lru_cache(maxsize=256)
def _read(
    text: str,
    before: tuple[str, str, Topic | None],
    topics: frozenset[Topic],
    learner: tuple[str, ...],
    host: tuple[str, ...],
    career_model: CareerModel,
    sheet: FactSheet,
) -> Reading:
    """The reading, remembered: one reply asks for it several times."""
    asked = find_questions(text)
    weighty = [question for question in asked if question.substantive]
    scene = Scene(
        text=text,
        low=plain(text),
        move=before[0],
        kind=before[1],
        topic=before[2],
        topics=topics,
        career_model=career_model,
        sheet=sheet,
        asked=asked,
        question=weighty[-1] if weighty else (asked[-1] if asked else None),
        learner=learner,
        host=host,
    )
    found = next((reading for detect in _DETECTORS if (reading := detect(scene)) is not None), Reading(move=Move.STATEMENT))
    return _finish(scene, found)


def _shorten(text: str) -> str:
    """A very long utterance by its beginning and end: it is a wall of text in any case."""
    return text if len(text) <= 4 * _ENDS_READ else f"{text[:_ENDS_READ]} {text[-_ENDS_READ:]}"


def find_learner_name(rehearsal: Rehearsal) -> str:
    """The name by which the learner introduced themselves in the first three turns, empty where none is sure."""
    said = [turn.text for turn in rehearsal.turns if turn.speaker is Speaker.INTERVIEWER][:3]
    for text in said:
        for match in _NAME.finditer(text[:400]):
            if plain(match["name"]) not in _NOT_NAMES:
                return match["name"]
    return ""


def _finish(scene: Scene, found: Reading) -> Reading:
    faults = tuple(dict.fromkeys((*found.faults, *(find_faults_of_turn(scene.text) if found.move not in _UNREAD else ()))))
    aside = tuple(dict.fromkeys((*found.aside, *_asides(scene, found.move))))
    keywords = found.keywords or find_keywords(found.question or scene.text[-600:])
    return found.model_copy(update={"faults": faults, "aside": aside, "keywords": keywords, "leave": asks_leave(scene.text)})


_UNREAD = frozenset({Move.SILENCE, Move.SCRAP, Move.GIBBERISH, Move.LANGUAGE, Move.WALL, Move.PROBE})


def _asides(scene: Scene, move: Move) -> list[str]:
    tests = {
        "apology": is_apology(scene.text),
        "nervous": tone.is_nervous(scene.text),
        "flattery": move is not Move.FLATTERY and tone.is_flattery(scene.text),
        "rude": move not in {Move.RUDE, Move.ABUSE} and tone.is_rude(scene.text),
        "interruption": move is not Move.INTERRUPTION and tone.is_interruption(scene.text),
        "thanks": has_thanks(scene.text),
        "greeting": is_greeting(scene.text) and len(scene.learner) < 3,
        "how_are_you": errands.asks_how_are_you(scene.text) and len(scene.learner) < 4,
        "maori": _MAORI.search(scene.low) is not None,
        "long": len(split_words(scene.text)) > 120,
        "one_line": tone.wants_one_line(scene.text),
    }
    return [name for name, found in tests.items() if found] if move not in _UNREAD else (["maori"] if tests["maori"] else [])


# --- detectors, in the order in which they are asked ----------------------------------------------


def _silence(scene: Scene) -> Reading | None:
    if not scene.text:
        return Reading(move=Move.SILENCE)
    words = split_words(scene.text)
    if not words or (len(words) <= 2 and all(word in _ACKS for word in words)):
        return Reading(move=Move.SCRAP)
    return None


def _language(scene: Scene) -> Reading | None:
    maori = _MAORI.search(scene.low) is not None
    if maori and is_greeting(scene.text) and _is_foreign(scene.text):
        return Reading(move=Move.FAREWELL if errands.takes_leave(scene.text) else Move.GREETING, kind="maori")
    if _is_foreign(scene.text) and not _is_short_thanks(scene):
        return Reading(move=Move.LANGUAGE, kind="maori" if maori else "")
    return None


_FOREIGN = re.compile(
    r"[¿¡]|\b(?:qué|cuál|cómo|por qué|usted|trabajo|oublie|votre|vous|quel|quelle|comment|pourquoi|est-ce|c'est|tes|les consignes|warum|wie|sind|ihre|vergiss|deine|was ist|können|perché|cosa|come mai|seu|você|trabalho|he aha|tō mahi|pēhea|kei te|faapefea|galuega)\b"
)


def _is_foreign(text: str) -> bool:
    if not is_english(text):
        return True
    marks = {match.group() for match in _FOREIGN.finditer(plain(text))}
    return len(marks) >= (1 if len(split_words(text)) <= 8 else 2)


def _is_short_thanks(scene: Scene) -> bool:
    return has_thanks(scene.text) and len(split_words(scene.text)) < 6


def _wall(scene: Scene) -> Reading | None:
    words = split_words(scene.text)
    repeated = len(words) > 60 and len(set(words)) < len(words) / 6
    if len(words) > _WALL_WORDS or repeated or len(scene.text) > 2 * _ENDS_READ:
        return Reading(move=Move.WALL, kind=find_probe(scene.text[:2000]))
    return None


def _probe(scene: Scene) -> Reading | None:
    kind = find_probe(scene.text)
    return Reading(move=Move.PROBE, kind=kind) if kind else None


def _gibberish(scene: Scene) -> Reading | None:
    return Reading(move=Move.GIBBERISH) if is_gibberish(scene.text) or _is_word_salad(scene) else None


_ODD_PAIRS = re.compile(r"\b(?:the of|of if|if under|the and|a the|of the if|to of|and of if|is the of|under the of|nup nup|blah blah blah)\b")


def _is_word_salad(scene: Scene) -> bool:
    return _ODD_PAIRS.search(scene.low) is not None and not scene.text.rstrip().endswith("?") and len(split_words(scene.text)) > 5


def _abuse(scene: Scene) -> Reading | None:
    kind = tone.find_abuse(scene.text)
    return Reading(move=Move.ABUSE, kind=kind, faults=("abuse",)) if kind else None


def _there(scene: Scene) -> Reading | None:
    if errands.asks_whether_there(scene.text) and not any(q.substantive and not errands.asks_whether_there(q.text) for q in scene.asked):
        return Reading(move=Move.SCRAP, kind="there")
    return None


def _errands(scene: Scene) -> Reading | None:
    contact = errands.find_contact_ask(scene.text)
    if contact and not errands.asks_to_use_name(scene.text):
        return Reading(move=Move.CONTACT, kind=contact)
    if errands.offers_cv(scene.text):
        return Reading(move=Move.CV, faults=("asks_for_job",))
    if errands.is_job_ask(scene.text):
        return Reading(move=Move.JOB, kind="demand" if errands.is_job_demand(scene.text) else "", faults=("asks_for_job",))
    return None


def _farewell(scene: Scene) -> Reading | None:
    if not errands.takes_leave(scene.text):
        return None
    ends = split_sentences(scene.text)[-1].text
    if any(question.substantive and question.open for question in scene.asked) and not errands.takes_leave(ends):
        return None
    return Reading(move=Move.FAREWELL, kind="maori" if _MAORI.search(scene.low) or "ka kite" in scene.low or "haere rā" in scene.low else "")


def _private(scene: Scene) -> Reading | None:
    if scene.move == Move.PERSONAL and scene.kind == "pay" and errands.presses_on(scene.text):
        return Reading(move=Move.PERSONAL, kind="pay", faults=("personal_or_salary_question_blunt",))
    kind = errands.find_private(scene.text)
    return Reading(move=Move.PERSONAL, kind=kind, topic=Topic.PATH if kind == "relatives" else None) if kind else None


def _elsewhere(scene: Scene) -> Reading | None:
    subject = errands.find_other_subject(scene.text)
    if subject:
        return Reading(move=Move.OFF_TOPIC, kind=subject, faults=("off_topic",))
    chat = errands.find_small_talk(scene.text)
    if chat and not any(q.substantive and q.topic for q in scene.asked):
        return Reading(move=Move.SMALL_TALK, kind=chat)
    return None


def _oneself(scene: Scene) -> Reading | None:
    claims = find_claims(scene.text, scene.career_model, told=" ".join(scene.host))
    false = tuple(dict.fromkeys(claim.about for claim in claims if not claim.true))
    if false:
        return Reading(move=Move.CLAIM, kind="false", about=false)
    about = find_asked_about(scene.text)
    if about:
        question = scene.question.text if scene.question else scene.text
        more = bool(scene.question and scene.question.open and ({"first_job", "training"} & set(about)))
        return Reading(move=Move.IDENTITY, about=about, question=question, topic=Topic.PATH if more else None, open=more)
    if claims and not any(question.substantive and question.open for question in scene.asked):
        return Reading(move=Move.CLAIM, kind="true", about=tuple(dict.fromkeys(claim.about for claim in claims)))
    return None


def _repeated(scene: Scene) -> Reading | None:
    if errands.asks_again(scene.text) and not any(question.substantive and question.topic for question in scene.asked):
        return Reading(move=Move.SAY_AGAIN)
    if scene.question is None or not scene.question.substantive:
        return None
    index = is_repeat(scene.question.text, earlier=scene.learner)
    if index is None or (scene.question.topic is None and len(split_words(scene.question.text)) < 5):
        return None
    topic = find_question_topic(scene.question.text) or scene.topic
    return Reading(move=Move.REPEAT, question=scene.question.text, topic=topic, repeat_of=index, faults=("asked_before",))


def _favours(scene: Scene) -> Reading | None:
    if errands.asks_to_use_name(scene.text):
        return Reading(move=Move.USE_NAME)
    if any(errands.asks_for_people(question.text) for question in scene.asked):
        return Reading(move=Move.PEOPLE, topic=Topic.LINKS, open=True, question=scene.question.text if scene.question else scene.text)
    if errands.asks_next_step(scene.text) and not any(q.substantive and q.open for q in scene.asked):
        return Reading(move=Move.NEXT_STEP)
    if errands.asks_time(scene.text):
        return Reading(move=Move.TIME)
    if errands.asks_public_pay(scene.text):
        return Reading(move=Move.PAY, question=scene.question.text if scene.question else scene.text)
    return None


def _shorter(scene: Scene) -> Reading | None:
    if tone.wants_shorter(scene.text) and not any(question.substantive for question in scene.asked):
        return Reading(move=Move.SHORTER)
    return None


def _logistics(scene: Scene) -> Reading | None:
    found = errands.find_logistics(scene.text)
    asked_something = {"time", "notes", "record"} & set(found)
    settles = bool(asked_something) and bool(scene.asked) and not (scene.asked[-1].substantive and scene.asked[-1].open)
    if len(scene.learner) > 3 or (not settles and any(question.substantive and question.open for question in scene.asked)):
        return None
    if asked_something or ("purpose" in found and not scene.asked):
        first = not scene.learner and is_greeting(scene.text)
        return Reading(move=Move.LOGISTICS, about=found, aside=("greeting",) if first else ())
    return None


def _how_are_you(scene: Scene) -> Reading | None:
    if errands.asks_how_are_you(scene.text) and all(errands.asks_how_are_you(question.text) for question in scene.asked):
        return Reading(move=Move.GREETING)
    return None


def _verdict(scene: Scene) -> Reading | None:
    if tone.is_nervous(scene.text) and not any(q.substantive and not tone.is_nervous(q.text) for q in scene.asked):
        return Reading(move=Move.GREETING if _HELLO.search(scene.low) and not scene.learner else Move.SELF_DOUBT)
    if scene.question is not None and errands.asks_verdict(scene.question.text):
        return Reading(move=Move.JUDGE_ME, question=scene.question.text, topic=Topic.ADVICE)
    return None


def _question(scene: Scene) -> Reading | None:
    question = scene.question
    if question is None:
        return None
    leave = asks_leave(scene.text)
    aims = find_aims(question.text)
    if not (question.substantive or question.open or aims or find_question_topic(question.text)):
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


def _rude(scene: Scene) -> Reading | None:
    if not scene.learner and _HELLO.search(scene.low):
        return Reading(move=Move.GREETING)
    if tone.wants_shorter(scene.text):
        return Reading(move=Move.SHORTER)
    if tone.is_interruption(scene.text) or (tone.is_broken_off(scene.text) and tone.is_rude(scene.text)):
        return Reading(move=Move.INTERRUPTION, faults=("interrupts_or_ignores_answer",))
    return Reading(move=Move.RUDE, faults=("rude",)) if tone.is_rude(scene.text) else None


def _rude_question(scene: Scene) -> Reading | None:
    """A rude line whose only question is a jab ("what the hell is that supposed to mean?") asks nothing about the work."""
    if not tone.is_rude(scene.text) or scene.question is None:
        return None
    asks_something = any(find_question_topic(q.text) and not tone.is_rude(q.text) for q in scene.asked)
    if asks_something or find_question_topic(scene.question.text) or tone.wants_shorter(scene.text):
        return None
    named = find_question_topic(scene.text)
    if named and re.search(r"\bi (?:said|asked|meant|want)\b", scene.low):
        return Reading(move=Move.QUESTION, question=scene.text, topic=named, aside=("rude",), faults=("rude",))
    return Reading(move=Move.RUDE, faults=("rude",))


def _courtesies(scene: Scene) -> Reading | None:
    if is_greeting(scene.text) and len(scene.learner) < 3:
        return Reading(move=Move.GREETING, kind="maori" if _MAORI.search(scene.low) else "")
    if tone.is_flattery(scene.text):
        return Reading(move=Move.FLATTERY)
    if sounds_low(scene.text):
        return Reading(move=Move.CONCERN)
    if is_apology(scene.text):
        return Reading(move=Move.APOLOGY)
    if has_thanks(scene.text) and len(split_words(scene.text)) < 25:
        return Reading(move=Move.THANKS)
    return Reading(move=Move.STATEMENT, kind="introduction" if not scene.learner else "")


_DETECTORS: tuple[Callable[[Scene], Reading | None], ...] = (
    _silence, _wall, _probe, _language, _gibberish, _abuse, _there, _errands, _farewell, _private, _elsewhere, _shorter, _oneself, _repeated, _rude_question, _how_are_you, _favours, _verdict, _logistics,
    _question, _rude, _courtesies,
)  # fmt: skip
