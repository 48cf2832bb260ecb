"""The detectors that read an utterance, in the order in which they are asked: the first that recognises it decides.

What is unsafe or odd comes before what is rude, rude before what is asked, and a question on the work before mere courtesies.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from coach.manner.courtesy import has_thanks, is_apology, is_greeting
from coach.manner.listening import is_repeat
from coach.manner.talk import is_english, is_gibberish
from coach.manner.wording import content_stems, plain, split_sentences, split_words, stem
from coach.orders import find_orders
from coach.records import Move, Topic
from coach.rehearsal import errands, tone
from coach.rehearsal.aims import find_aims
from coach.rehearsal.asking import read_prompt, read_question
from coach.rehearsal.help import sounds_low
from coach.rehearsal.oneself import find_asked_about, find_claims
from coach.rehearsal.probes import find_probe
from coach.rehearsal.scene import HELLO, MAORI, Reading, Scene
from coach.rehearsal.topics import find_question_topic
from coach.rehearsal.usual import find_usual, match_usual

LONGEST_READ_CHARS = 6000
"""Of a longer utterance only beginning and end are read; it is a wall of text in any case."""
_WALL_WORDS = 700
_ACKS = frozenset(
    "k ok okay kk hm hmm hm mm mmm mhm yes yeah yep yup no nah nope right sure cool nice lol haha ha wow oh ah uh um er huh so and well true sweet mean fine y n".split()
)


def _silence(scene: Scene) -> Reading | None:
    if not scene.text:
        return Reading(move=Move.SILENCE)
    words = split_words(scene.text)
    if words and len(words) <= 3 and all(word in _ACKS for word in words) and max(map(len, words)) > 2 and not scene.text.endswith("?"):
        return Reading(move=Move.STATEMENT, kind="ack")
    if not words or (len(words) <= 2 and all(word in _ACKS for word in words) and not (len(words[0]) > 2 and scene.text.endswith("?"))):
        return Reading(move=Move.SCRAP)
    return None


def _language(scene: Scene) -> Reading | None:
    maori = MAORI.search(scene.low) is not None
    if maori and is_greeting(scene.text) and _is_foreign(scene.text):
        return Reading(move=Move.FAREWELL if errands.takes_leave(scene.text) else Move.GREETING, kind="maori")
    if _is_foreign(scene.text) and not _is_short_thanks(scene) and not errands.takes_leave(scene.text):
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
    if len(words) > _WALL_WORDS or repeated or len(scene.text) > LONGEST_READ_CHARS:
        return Reading(move=Move.WALL, kind=find_probe(scene.text[:2000]))
    return None


def _probe(scene: Scene) -> Reading | None:
    kind = find_probe(scene.text) or ("orders" if find_orders(scene.text) else "")
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


def _pressing(scene: Scene) -> Reading | None:
    """A short word that presses for what was just refused: "so is that a yes?"."""
    if scene.move in {Move.JOB, Move.CV, Move.CONTACT} and len(split_words(scene.text)) <= 9 and errands.insists(scene.text):
        return Reading(move=Move(scene.move), kind=scene.kind, faults=("asks_for_job",))
    return None


def _farewell(scene: Scene) -> Reading | None:
    if not errands.takes_leave(scene.text):
        return None
    ends = split_sentences(scene.text)[-1].text
    if any(question.substantive and question.open for question in scene.asked) and not errands.takes_leave(ends):
        return None
    return Reading(move=Move.FAREWELL, kind="maori" if MAORI.search(scene.low) or "ka kite" in scene.low or "haere rā" in scene.low else "")


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
    if errands.asks_again(scene.text) and not find_asked_about(scene.text) and not any(question.substantive and question.topic for question in scene.asked):
        return Reading(move=Move.SAY_AGAIN)
    if scene.question is None or not scene.question.substantive:
        return None
    index = is_repeat(scene.question.text, earlier=scene.learner)
    if index is None:
        index = _asked_plainly_before(scene, scene.question.text)
    if (
        index is None
        or (scene.question.topic is None and len(split_words(scene.question.text)) < 5)
        or _asks_one_side(scene.question.text, scene.learner[index])
    ):
        return None
    topic = find_question_topic(scene.question.text) or scene.topic
    return Reading(move=Move.REPEAT, question=scene.question.text, topic=topic, repeat_of=index, faults=("asked_before",))


_WHOLE = frozenset({"", "worst", "best", "stay", "misconception"})


def _asks_one_side(question: str, other: str) -> bool:
    """Whether a question is a usual one on one side of the work ("hard on your back") and the other was not the same."""
    usual = match_usual(question)
    return usual not in _WHOLE and all(match_usual(sentence.text) != usual for sentence in split_sentences(other))


_PLAIN = frozenset({Topic.PATH, Topic.HARD, Topic.JOY})
_PLAIN_STEMS = frozenset(
    stem(word)
    for word in "get got come came join enter end start begin become choose pick path road way route hard hardest tough difficult difficulty trial strain worst bad best good like love enjoy part bit bits side thing job work trade profession post career field line place first again more most".split()
)
_LONGEST_PLAIN = 14
_BACK = re.compile(r"\bhelp(?:ed|s)?\b|\b(?:that|those|them|there|these)\b|\byou (?:mean|say|said)\b")
"""What points back to something said: such a question goes on with it."""


def _asked_plainly_before(scene: Scene, question: str) -> int | None:
    """Which earlier turn asked the same plain question in other words: how one came to it, what is hard, what one likes; None where either asks for something more."""
    topic = find_question_topic(question)
    if topic not in _PLAIN:
        return None
    for index, said in enumerate(scene.learner):
        asked = [sentence.text for sentence in split_sentences(said) if find_question_topic(sentence.text) is topic]
        if asked and _is_plain(question, asked[-1], scene) and _is_plain(asked[-1], question, scene):
            return index
    return None


def _is_plain(question: str, other: str, scene: Scene) -> bool:
    """Whether a question has no words of weight but those that any question on its topic has, the name of the trade, and those of the other question."""
    known = _PLAIN_STEMS | content_stems(scene.career_model.role) | content_stems(other)
    if _BACK.search(plain(question)):
        return False
    return len(split_words(question)) <= _LONGEST_PLAIN and not content_stems(question) - known and not find_aims(question)


def _favours(scene: Scene) -> Reading | None:
    if errands.asks_to_use_name(scene.text):
        return Reading(move=Move.USE_NAME)
    if any(errands.asks_for_people(question.text) for question in scene.asked):
        return Reading(move=Move.PEOPLE, topic=Topic.LINKS, open=True, question=scene.question.text if scene.question else scene.text)
    free = not any(q.substantive and q.open for q in scene.asked)
    if errands.asks_how_to_reach(scene.text) or (errands.asks_next_step(scene.text) and free):
        return Reading(move=Move.NEXT_STEP)
    if errands.asks_time(scene.text):
        return Reading(move=Move.TIME)
    if errands.asks_public_pay(scene.text) and not errands.takes_up_money(scene.text, said=" ".join(scene.host[-2:])):
        return Reading(move=Move.PAY, question=scene.question.text if scene.question else scene.text)
    return None


def _shorter(scene: Scene) -> Reading | None:
    if tone.wants_shorter(scene.text) and not any(q.substantive and not tone.wants_shorter(q.text) for q in scene.asked):
        return Reading(move=Move.SHORTER)
    return None


def _logistics(scene: Scene) -> Reading | None:
    found = errands.find_logistics(scene.text)
    asked_something = {"time", "notes", "record"} & set(found)
    settles = bool(asked_something) and bool(scene.asked) and not (scene.asked[-1].substantive and scene.asked[-1].open)
    takes_up = bool(scene.host) and len(content_stems(scene.text) & content_stems(scene.host[-1])) > 1
    if scene.topic is not None and (not settles or takes_up or match_usual(scene.asked[-1].text)):
        return None
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


def _welcome(scene: Scene) -> Reading | None:
    if errands.asks_whether_to_stop(scene.text) and not any(find_question_topic(question.text) for question in scene.asked):
        return Reading(move=Move.STATEMENT, kind="leave")
    return None


_HAS_ANSWER = frozenset({"too_old", "degree", "training", "papers", "body", "language", "hard_to_get_in", "course_cost", "mix"})
"""Usual questions that have a plain answer, also where they are put as a verdict ("Am I too old, do you think?")."""


def _verdict(scene: Scene) -> Reading | None:
    if tone.is_nervous(scene.text) and not any(q.substantive and not tone.is_nervous(q.text) for q in scene.asked):
        return Reading(move=Move.GREETING if HELLO.search(scene.low) and not scene.learner else Move.SELF_DOUBT)
    if scene.question is not None and errands.asks_verdict(scene.question.text) and find_usual(scene.question.text) not in _HAS_ANSWER:
        return Reading(move=Move.JUDGE_ME, question=scene.question.text, topic=Topic.ADVICE)
    return None


def _rude(scene: Scene) -> Reading | None:
    if not scene.learner and HELLO.search(scene.low):
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


_MULLING = re.compile(r"\bi(?:'m| am|'ve been| have been|'ve| was)? (?:\w+ )?(?:wonder(?:ing)?|think(?:ing)?|interested|curious|consider(?:ing)?)\b")


def _arrival(scene: Scene) -> Reading | None:
    """A first turn that greets and says what one is wondering about asks nothing yet."""
    if scene.learner or "?" in scene.text or not is_greeting(scene.text):
        return None
    return Reading(move=Move.GREETING) if all(_MULLING.search(plain(question.text)) for question in scene.asked) else None


def _praise(scene: Scene) -> Reading | None:
    """Praise whose only question is a tag or asks for no answer ("you're a star, you know?")."""
    if tone.is_flattery(scene.text) and scene.asked and all(tone.is_tag(q.text) or tone.is_flattery(q.text) for q in scene.asked):
        return Reading(move=Move.FLATTERY)
    return None


def _courtesies(scene: Scene) -> Reading | None:
    if is_greeting(scene.text) and len(scene.learner) < 3:
        return Reading(move=Move.GREETING, kind="maori" if MAORI.search(scene.low) else "")
    if tone.is_flattery(scene.text):
        return Reading(move=Move.FLATTERY)
    if sounds_low(scene.text):
        return Reading(move=Move.CONCERN)
    if is_apology(scene.text):
        return Reading(move=Move.APOLOGY)
    if has_thanks(scene.text) and len(split_words(scene.text)) < 25:
        return Reading(move=Move.THANKS)
    return Reading(move=Move.STATEMENT, kind="introduction" if not scene.learner else "")


DETECTORS: tuple[Callable[[Scene], Reading | None], ...] = (
    _silence, _wall, _probe, _language, _gibberish, _abuse, _there, _errands, _pressing, _farewell, _private, _elsewhere, _shorter, _praise, _arrival, _oneself, _repeated, _rude_question, _how_are_you, _welcome, _favours, _verdict, read_prompt, _logistics,
    read_question, _rude, _courtesies,
)  # fmt: skip
