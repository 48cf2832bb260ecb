"""What a learner's utterance does: one move, with its topic and everything a reply needs to know. Pure rules, the same for every engine."""

from __future__ import annotations

import re
from functools import lru_cache

from coach.manner.courtesy import has_thanks, is_apology, is_greeting
from coach.manner.questions import AskedQuestion, asks_leave, find_questions
from coach.manner.talk import find_faults_of_turn
from coach.manner.wording import COMMON_STEMS, plain, split_words
from coach.records import CareerModel, FactSheet, Move, Rehearsal, Speaker, Topic, TurnState
from coach.rehearsal import errands, tone
from coach.rehearsal.detectors import DETECTORS, LONGEST_READ_CHARS
from coach.rehearsal.matching import find_keywords
from coach.rehearsal.scene import MAORI, Reading, Scene

LONGEST_TURN_CHARS = 60_000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff]")
_HIDDEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\U000e0000-\U000e007f]")
_NAME = re.compile(
    r"(?:\b(?:[Ii]'m|[Ii] am|[Mm]y name(?:'s| is)|[Tt]his is|[Ii]t's|[Cc]all me|[Nn]ame's|[Kk]o)\s+|^(?:\W*(?:Hi|Hello|Hey|Morning|Kia ora|Good \w+),? )?)(?!I\b|I')(?P<name>[A-ZÀ-ÞĀĒĪŌŪ][a-zà-ÿāēīōū'’-]+)(?=(?:\s+[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+){0,2}(?:[,.]| here| and | from | tōku| ahau| au\b|$))"
)
_NOT_NAMES = frozenset(
    "oh ah um uh er hm well so and but why sorry from in not thinking studying year looking a the so just still at here glad afraid really currently interested from i yes no ok okay um well right thanks thank hi hello hey morning good afternoon evening kia ora tēnā dr mr mrs ms mōrena morena tihei "
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday māori english new north south what how why who when where yo bula talofa mālō ciao aloha namaste salaam salam sup howdy gidday yeah nah aye cheers".split()
)
_WORRY = re.compile(
    r"\b(?:worr(?:y|ies|ied|ying)|scares?|frightens?|bothers?) me\b|\bi(?:'m| am)(?: \w+)? (?:worried|scared|afraid|anxious) (?:about|of|that|i)\b|\bmy (?:big )?(?:worry|fear) is\b"
)
_FEW_WORDS = 2
"""A question with fewer words of weight ("How do you do it?") is read with what stands before it."""
_UNREAD = frozenset({Move.SILENCE, Move.SCRAP, Move.GIBBERISH, Move.LANGUAGE, Move.WALL, Move.PROBE})


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
    return _read(
        write_out(_shorten(clean_utterance(text))),
        before,
        topics=topics,
        learner=learner,
        host=host,
        career_model=rehearsal.career_model,
        sheet=rehearsal.fact_sheet,
    )


@lru_cache(maxsize=256)
def _read(
    text: str,
    before: tuple[str, str, Topic | None],
    *,
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
        question=_main_question(weighty) if weighty else (asked[-1] if asked else None),
        learner=learner,
        host=host,
    )
    found = next((reading for detect in DETECTORS if (reading := detect(scene)) is not None), Reading(move=Move.STATEMENT))
    return _finish(scene, found)


def _main_question(asked: list[AskedQuestion]) -> AskedQuestion:
    """The question to be answered where there are several: the last, or the open one before it where the last only offers answers to that."""
    last = asked[-1]
    offers = not last.open and re.match(r"\W*(?:and |or |so )?(?:was|were|is|are|did|do|does|has|have) ", last.text, re.IGNORECASE) is not None
    adds = (
        re.match(r"\W*(?:i'm|i am|i'd|i would|i) (?:\w+ )?(?:curious|interested|wonder(?:ing)?|like to (?:know|hear))\b", last.text, re.IGNORECASE) is not None
    )
    return asked[-2] if (offers or adds) and len(asked) > 1 and asked[-2].open else last


_WRITTEN_OUT = tuple(
    (re.compile(rf"(?<![\w'’]){short}(?![\w'’])", re.IGNORECASE), full)
    for short, full in (
        ("whats", "what's"), ("hows", "how's"), ("wheres", "where's"), ("whos", "who's"), ("whens", "when's"), ("thats", "that's"), ("theres", "there's"), ("im", "I'm"), ("ive", "I've"),
        ("dont", "don't"), ("cant", "can't"), ("didnt", "didn't"), ("doesnt", "doesn't"), ("isnt", "isn't"), ("wasnt", "wasn't"), ("wont", "won't"), ("u", "you"), ("ur", "your"),
        ("r u", "are you"), ("cos|coz|cuz", "because"), ("thx", "thanks"), ("naebody", "nobody"), ("havenae", "haven't"), ("dinnae", "don't"), ("gotta", "got to"), ("y(?:'|’)?know", "you know"), ("pls|plz", "please"), ("ppl", "people"), ("ye", "you"), ("dae", "do"), ("oot", "out"), ("wi", "with"), ("how(?:'|’)d", "how did"), ("why(?:'|’)d", "why did"), ("where(?:'|’)d", "where did"), ("what(?:'|’)d", "what did"),
    )
)  # fmt: skip
_ASKS = re.compile(
    r"(?:^|[.!,]\s+|\b(?:and|so|but|ok|okay|lol|right)\s+)(?:what|how|why|where|when|who|which)(?:'s|'d|'re|'ve)?\b(?! (?:i|we)\b)[^.?!]*$", re.IGNORECASE
)
_LONGEST_ASKED = 16
_BARE_YOU = re.compile(r"((?:^|[.!?]\s+))you (?=(?:scared|afraid|happy|busy|tired|nervous|glad|sorry|proud)\b[^.!?]*\?)", re.IGNORECASE)
"""A question without its first word: "you scared of heights?"."""


def write_out(text: str) -> str:
    """A turn typed as on a phone in full words, and with its question mark where it ends in a question without one; for reading only, what was said stays as it is."""
    for pattern, full in _WRITTEN_OUT:
        text = pattern.sub(full, text)
    text = _BARE_YOU.sub(lambda match: f"{match[1]}are you ", text)
    asked = _ASKS.search(text)
    if asked is not None and text[-1:] not in "?!" and len(asked[0].split()) <= _LONGEST_ASKED:
        return f"{text.rstrip(' .')}?"
    return text


def _shorten(text: str) -> str:
    """A very long utterance by its beginning and end: it is a wall of text in any case."""
    half = LONGEST_READ_CHARS // 2 + 1
    return text if len(text) <= 2 * LONGEST_READ_CHARS else f"{text[:half]} {text[-half:]}"


def find_learner_name(rehearsal: Rehearsal) -> str:
    """The name by which the learner introduced themselves in the first three turns, empty where none is sure."""
    said = [turn.text for turn in rehearsal.turns if turn.speaker is Speaker.INTERVIEWER][:3]
    own = frozenset(plain(rehearsal.career_model.name).split())
    for text in said:
        found = [match for match in _NAME.finditer(text[:400]) if plain(match["name"]) not in _NOT_NAMES | own]
        told = [match for match in found if match.start("name") > match.start() and not is_greeting(match[0])]
        if found:
            return (told or found)[0]["name"]
    return ""


def _finish(scene: Scene, found: Reading) -> Reading:
    faults = tuple(dict.fromkeys((*found.faults, *(find_faults_of_turn(scene.text) if found.move not in _UNREAD else ()))))
    aside = tuple(dict.fromkeys((*found.aside, *_asides(scene, found.move))))
    keywords = found.keywords or find_keywords(found.question or scene.text[-600:])
    if found.follow_up and not found.keywords and sum(word not in COMMON_STEMS for word in keywords) < _FEW_WORDS:
        keywords = find_keywords(scene.text[-400:])
    leave = asks_leave(scene.text)
    open_ = found.open or (leave and found.move is Move.QUESTION)
    return found.model_copy(update={"faults": faults, "aside": aside, "keywords": keywords, "leave": leave, "open": open_})


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
        "maori": MAORI.search(scene.low) is not None,
        "long": len(split_words(scene.text)) > 120,
        "worry": _WORRY.search(scene.low) is not None,
        "one_line": tone.wants_one_line(scene.text),
    }
    return [name for name, found in tests.items() if found] if move not in _UNREAD else (["maori"] if tests["maori"] else [])
