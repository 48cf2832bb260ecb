"""What the learner wants from the meeting, as it stands in the notes: under a label, said outright, or as a question to themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.engines.offline.dossier.clauses import Piece, find_sentences
from coach.engines.offline.dossier.forms import PURPOSE, find_answers
from coach.engines.offline.dossier.layout import Page, Unit
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.places import is_moment_word

_WISH = (
    r"(?:want(?:ed|ing)?|wanna|wana|wish|need(?:ed)?|hope|hoping|(?:would |'d |d )?(?:really |most )?(?:like|love)|trying|try|keen|curious|wondering|wonder|care|dying|after"
    r"|here|going|aim|plan|intend|come|puzzled|worried|should|must|gonna|going to|i'?ll)"
)
_LEARN = r"(?:know|no|knw|find out|hear|understand|learn|ask|see|work out|figure out|get|whether|if|how|what|why|about|decide|choose|talk about|is|can|tell|check|clear up|judge)"
_WANT = re.compile(
    rf"\b{_WISH}\b(?:\s+(?:most|really|also|just|mostly|very much|so much|a lot|she|he|they|can|could))*\s*(?:(?:to|2|for|that|it is|most is|is)\s+)?(?:(?:she|he|they)\s+can\s+)?{_LEARN}\b"
    r"|\bwanna\b|\bwant (?:to|2)\b|\bfind out (?:whether|if|how|what)|\bhelp me (?:to )?\w+|\b(?:trying|need|have|try)(?: to| 2)? (?:choose|decide)\b"
    r"|\b(?:puzzles|bothers|worries|bugs|scares|interests) me\b|\btell me (?:whether|if|how|what|why)\b|\bcurious (?:whether|if|about|how)\b|\bhe pātai\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:(?:my )?(?:purpose|goal|aim|reason)s?\b.*|why\b(?! (?:she|he|they|it)\b).*|to work out|(?:what )?i want\b.*|what i want.*|(?:my )?(?:big |main |own )?questions?(?: .*)?|question i keep having|to find out"
    r"|i wonder|wondering|curious|taku pātai(?: nui)?|pātai|ngā pātai.*|āwhina mai|(?:i )?(?:really )?(?:want|need|hope)\b.*|what i(?:'m| am) after|he pātai|(?:the )?(?:main|one|big) thing.*|q"
    r"|my (?:big )?(?:question|doubt|objective|mission)s?|what i (?:really|most) .*|i want to ask (?:her|him|them)|the thing i.*|objective|help me .*|(?:i'?m )?(?:trying|need|have) to .*|for what .*|what (?:puzzles|bothers|worries) me.*)$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\b(?:questions?|(?<!who )to ask|find out|want to know|want from|want out|pātai|wondering|curious|purpose|goal|why|what i(?:'m| am) after)\b",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"[\W_]*(?:(?:so|and|but|or|also|really|basically|then|like|ok)[\s,:]+)*(?:am i|is (?:it|there|this|the)|are (?:there|they|u|you)|(?:do|does|did|can|could|would|will|should|shall|must|may|cld|wld|shld)"
    r"(?:n'?t)?\s+(?:i|u|you|we|they|someone|somebody|anyone|people|one|it|this|a|an|the|she|he)\b|(?:do|does|would|will|can|could) \w+ \w+ .*(?:me|my|i)\b|how (?:do|does|did|can|could|much|long|hard|old|would)"
    r"|what (?:if|do|does|would|is|are)|is (?:a|an|my|that|any|\d)|(?:do|does|can|will|would|did|are) (?!the |a |my |some |it |that )\w+ \w+|ka (?:taea|pai)|me pēhea|he aha|mā wai|ka āhei|e taea)\b",
    re.IGNORECASE,
)
_MINE = re.compile(r"\b(?:i|me|my|i'm|im|i'd|we|mine|id|ive|i've|au|taku|ahau)\b", re.IGNORECASE)
_ANYBODY = re.compile(
    r"\b(?:someone|somebody|anyone|people|u|you|they|one|folk|a person|career|at \d\d|worth|too (?:old|late|young)|2 (?:old|late|young))\b", re.IGNORECASE
)
_THEIRS = re.compile(
    r"\b(?:s?he|they|you|who|people|tutor|teacher|mum|dad|doesn'?t|don'?t|dont|doesnt|never|everybody|havent|haven'?t|not)\W*(?:\w+\W+)?$", re.IGNORECASE
)
_NOT_THIS = re.compile(
    r"\b(?:(?<!would )suits?(?! me better)|free on|work for you|see you|could i come|(?:could|can|may) (?:we|i) +(?:talk|meet|chat|speak|call|zoom)|would (?:mon|tue|wed|thu|fri|sat|sun)\w*|ring (?:me|her|him)|pick (?:me )?up|bring|don'?t (?:ask|mention|talk)|owe|borrow|shop|milk|eggs|bus|parking|rego|rent\b.{0,20}due"
    r"|(?:haven'?t|havent|not|no) (?:worked|figured|thought|decided|yet|idea|clue)|need(?:s|ed)? (?:new|a new|your own|to (?:pay|buy|book|ring|return|wash)))\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"^\W*[\"“].*[\"”]\W*$|^\W*\[?\d\d?:\d\d")
_GOES_ON = re.compile(r"^(?:and|or|also|plus|but|cos|because|then)\b", re.IGNORECASE)
_STOPS_SMALL = re.compile(r"\s+(?:also ask|(?:n|and) (?:its|it's|he|she|they)|dont be|don't be|lol|haha|remember|bring)\b")
_DAY_OR_HOUR = re.compile(r"\b(?:mon|tues?|wed|thu|fri|sat|sun)[a-z]*day\b|\d\s?[ap]m\b|\d:\d\d|\d(?:st|nd|rd|th)\b", re.IGNORECASE)
_LEAST = 2.5
LONGEST = 45
"""Words of the longest sentence that is taken for what the learner wants."""
ASKS_OUTRIGHT = re.compile(
    rf"\b{_WISH}\b\W+(?:\w+\W+){{0,2}}?(?:know|find out|hear|understand|learn|ask|work out|figure out)\W+(?:(?:her|him|them|about|out)\W+)?(?:if|whether|how|what|why|when|who|which|is|are|do|does|can)\b",
    re.IGNORECASE,
)


def find_meeting_purpose(page: Page, thread: Thread) -> range | None:
    """What the learner wants to find out: the best supported sentence or answer, None where nothing speaks for any."""
    found = [(score, -start, range(start, end)) for score, start, end in find_purposes(page, thread) if end - start > 7 and score >= _LEAST]
    return max(found, key=lambda item: item[:2])[2] if found else None


def find_purposes(page: Page, thread: Thread) -> Iterator[tuple[float, int, int]]:
    """Everything that may be what the learner wants to find out: its weight, where it starts and where it ends."""
    for answer in find_answers(page):
        if answer.kind == PURPOSE and (not answer.below or _MINE.search(page.flat[answer.start : answer.line_end])) and not _stranger(thread, answer.start):
            text = page.flat[answer.start : answer.line_end]
            yield 6.0 - 4.0 * bool(_NOT_THIS.search(text)) - 4.0 * (len(text.split()) > LONGEST), answer.start, _trim_end(page, answer.start, answer.line_end)
    count = max(1, len(page.units))
    for number, unit in enumerate(page.units):
        if _stranger(thread, unit.start) or (unit.speaker and unit.speaker.lower() not in {"me", "i", "myself"}):
            continue
        if unit.label and _LABEL.match(unit.label.strip("* ")) and len(page.flat[unit.content : unit.end].split()) <= LONGEST:
            yield 7.0, unit.content, _trim_end(page, unit.content, unit.end)
            continue
        yield from _said(page, unit, late=number >= 0.66 * count)
        if _HEADING.search(unit.heading) and not re.match(r"^\W*\d*\W*$", page.flat[unit.content : unit.end]):
            mine = bool(_MINE.search(page.flat[unit.content : unit.end]))
            yield 3.0 + mine, unit.content, _trim_end(page, unit.content, unit.end)


def _stranger(thread: Thread, at: int) -> bool:
    """Whether the words at a place are in the mail of somebody other than the learner."""
    author = thread.author_at(at)
    return bool(author) and author != thread.learner


def _said(page: Page, unit: Unit, *, late: bool) -> Iterator[tuple[float, int, int]]:
    sentences = [_before_moment(page, sentence) for sentence in find_sentences(page, unit)]
    own = page.line_at(unit.start).own
    for count, sentence in enumerate(sentences):
        score, start = _weigh(page, sentence, late=late, own=own)
        if score <= 0:
            continue
        end = sentence.end
        if (
            count + 1 < len(sentences)
            and not _DAY_OR_HOUR.search(sentences[count + 1].text)
            and (_GOES_ON.match(sentences[count + 1].text) or ask_weight(sentences[count + 1].text) > 1)
        ):
            end = sentences[count + 1].end
        yield score, start, _trim_end(page, start, end)


def _before_moment(page: Page, sentence: Piece) -> Piece:
    """A sentence without a line below it that begins with a day or an hour: in notes without full stops that is another matter."""
    for match in re.finditer(r"\n[\s>*-]*", page.text[sentence.start : sentence.end]):
        at = sentence.start + match.end()
        if is_moment_word(page.text[at : sentence.end].split()[0] if page.text[at : sentence.end].split() else ""):
            end = sentence.start + match.start()
            return Piece(sentence.start, end, page.flat[sentence.start : end].rstrip())
    return sentence


def _weigh(page: Page, sentence: Piece, *, late: bool, own: bool) -> tuple[float, int]:
    """How much speaks for a sentence being what the learner wants, and where the wish begins."""
    text = sentence.text
    if len(text.split()) < 4 or len(text.split()) > 2 * LONGEST or _SPEECH.match(text):
        return 0.0, sentence.start
    want = _WANT.search(page.flat, sentence.start, sentence.end)
    before = page.flat[sentence.start : want.start()] if want is not None else ""
    if want is not None and (
        _THEIRS.search(before)
        or (
            before.strip()
            and not _MINE.search(text)
            and not re.search(r"[-–*>:(,]\s*$|\b(?:to|out|2)\s*$|^\W*(?:WHY|WANT|GOAL|PURPOSE|ASK|Why|Goal|Want|Purpose)\s+$", before)
        )
    ):
        want = None
    asks = ask_weight(text)
    score = 4.0 * (want is not None) + asks + 0.5 * bool(_MINE.search(text)) + 1.2 * (late and asks > 0) + 1.2 * own
    score += 1.0 * (want is not None and bool(ASKS_OUTRIGHT.search(text)))
    score -= 3.0 * bool(_NOT_THIS.search(text)) + 1.5 * bool(_DAY_OR_HOUR.search(text) and want is None)
    if want is None and not (asks or (own and _MINE.search(text))):
        return 0.0, sentence.start
    start = sentence.start
    if want is not None and (page.lower or len(before.split()) > 16 or re.search(r"[-–:(]\s*$", before)):
        cuts = [cut.end() for cut in re.finditer(r"[-–:(;]\s+|,\s+(?:so|and|but)\s+", before)]
        start = sentence.start + cuts[-1] if cuts else want.start() if page.lower and not re.search(r"['’]$", before) else sentence.start
    label = re.match(r"[^:?]{2,60}:\s+", page.flat[sentence.start : want.start()]) if want is not None else None
    return score, sentence.start + label.end() if label and start == sentence.start else start


def ask_weight(text: str) -> float:
    """How much a sentence is a question of the learner's: its order of words, its mark, whom it is about."""
    text = text.lstrip("→->*•» ")
    starts = [0, *(comma.end() for comma in re.finditer(r",\s+", text))]
    inverted, mark = any(_INVERTED.match(text, at) for at in starts), "?" in text[-4:]
    if not (inverted or mark):
        return 0.0
    mine = bool(_MINE.search(text) or re.search(r"\b(?:u|2 old|yes or no)\b", text, re.IGNORECASE))
    anybody = bool(_ANYBODY.search(text))
    return (
        1.4 * inverted + 0.8 * mark + 0.7 * mine + 0.7 * anybody
        if mine or anybody or inverted
        else 1.8
        if re.search(r"\bor (?:just|not|should|is|stay|go)\b", text, re.IGNORECASE) and mark
        else 0.4
    )


def _trim_end(page: Page, start: int, end: int) -> int:
    """Without a closing bracket or full stop; in notes without capitals without what no longer belongs to it."""
    text = page.flat[start:end]
    if page.lower:
        stop = _STOPS_SMALL.search(text)
        text = text[: stop.start()] if stop else text
    while text and (text[-1] in " .*|\n" or (text[-1] == ")" and text.count("(") < text.count(")"))):
        text = text[:-1]
    return start + len(text)
