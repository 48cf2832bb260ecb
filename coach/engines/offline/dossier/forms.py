"""Notes kept as a form or a table: a label that asks who, what or where, and the words that answer it.

The label may stand before a colon, an equals sign, a bar, a tab, an arrow or a question mark, or on a line of its own above the answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from coach.engines.offline.dossier.layout import Page

NAME, ROLE, EMPLOYER, TIME, PURPOSE = "name", "role", "employer", "time", "purpose"

_SIDE = frozenset(
    """
    her his their the my a an of is are am will be going was q full current present there main own new this that our for to she he they do does did s you i name's with
    """.split()
)
"""Words that may stand beside the telling word of a label without changing it."""

_WORDS = {
    NAME: "name names who whom person interviewee interviewing interview contact host guest speaker seeing tangata ingoa nom meeting meet talking speaking talk"
    " subject visit visiting professional expert mentor learner's informant called nombre",
    ROLE: "job role title position occupation profession work works trade mahi tūranga métier metier beruf designation post rank as what living career field puesto"
    " trabajo mesti",
    EMPLOYER: "employer company firm organisation organization org workplace work works business at agency institution studio hospital school whare rōpū shop station"
    " club where place for lieu entreprise firma outfit clinic practice centre center lab yard farm umanga kamupene empresa",
    TIME: "when time date day meeting hui appointment logistics interview hour call wā rā slot wann quand datum termin rendezvous booked",
    PURPOSE: "why purpose goal aim aims goals reason reasons objective objectives question questions pātai patai mission ask find out want know wondering after curious"
    " point big one thing must need really decide get kaupapa learn going talk talking him them me it understand what hope hoping most care about",
}
_HEADS = {
    NAME: frozenset(
        "name who whom person interviewee contact host guest speaker tangata ingoa nom interviewing seeing speaking talking visiting nombre".split()
    ),
    ROLE: frozenset("job role title position occupation profession trade mahi tūranga métier metier beruf designation as what puesto work works".split()),
    EMPLOYER: frozenset(
        "employer company firm organisation organization org workplace work works business agency institution whare rōpū shop where place at for lieu entreprise firma umanga kamupene empresa studio hospital clinic outfit agency institution practice".split()
    ),
    TIME: frozenset("when time date day meeting hui appointment logistics interview hour call wā rā slot wann quand datum termin rendezvous booked".split()),
    PURPOSE: frozenset(
        "why purpose goal aim aims goals reason reasons objective objectives question questions pātai patai ask mission curious wondering decide want find understand thing know care".split()
    ),
}
_ALLOWED = {kind: frozenset(words.split()) | _SIDE for kind, words in _WORDS.items()}
_EXACT = {
    "of": EMPLOYER,
    "ko ia": ROLE,
    "ko wai": NAME,
    "ko wai ia": NAME,
    "he aha tana mahi": ROLE,
    "she is": ROLE,
    "he is": ROLE,
    "they are": ROLE,
    "she's": ROLE,
    "he's": ROLE,
    "tana mahi": ROLE,
    "who for": EMPLOYER,
    "for whom": EMPLOYER,
    "who with": EMPLOYER,
    "works with": EMPLOYER,
    "paid by": EMPLOYER,
    "wāhi mahi": EMPLOYER,
    "te wāhi mahi": EMPLOYER,
    "tana wāhi mahi": EMPLOYER,
    "kaituku mahi": EMPLOYER,
    "tūranga mahi": ROLE,
    "kei hea": EMPLOYER,
    "kei whea": EMPLOYER,
    "āhea": TIME,
    "ahea": TIME,
    "hei aha": PURPOSE,
    "he aha ai": PURPOSE,
}
_KINDS = frozenset(
    """
    museum clinic hospital school farm gallery library garage hotel restaurant cafe bakery brewery winery vineyard laboratory lab council trust charity theatre zoo
    marina station airport nursery kindergarten kura hospice pharmacy surgery university college institute factory mill workshop lodge depot boatyard stable
    """.split()
)
"""Kinds of workplace that can be a label by themselves."""
_DOUBLE = frozenset("meeting interview place where work works".split())
"""Words that ask for one thing or another: who works as what or where, with whom the meeting is or when."""
_COLUMNS = frozenset("about notes note answer details detail info source item field fact facts got what i've got comment comments email phone".split())
_KNOWN = re.compile(r"\b(?:i|we) (?:know|have|got|understand)\b|\bwhat (?:s?he|they|it)\b", re.IGNORECASE)
_ORDER = (TIME, PURPOSE, ROLE, EMPLOYER, NAME)
_LABEL = re.compile(
    r"(?:^|(?<=[.!?;,]\s)|(?<=\n))[\s|>*_#•·-]*(?:[Qq]\s*[:.]\s*)?(?:\d{1,2}[.)]\s+)?(?P<label>[^\W\d_][^\n|:=;\t?>→.!]{0,38}?)[*_]*[ ]*"
    r"(?P<sep>[:=|;\t>→⇒?](?:[>\s|*_]*(?:A\s*:)?)|\s[-–—]+>?\s+|(?=\n))\s*",
    re.MULTILINE,
)
_BULLET = re.compile(r"(?:[-*•>·]|\d{1,2}[.)])\s+")
_ANSWER_END = re.compile(
    r"\s*(?:,\s+[A-Za-z]+\s*[:=]\s|\||\t|;|\n|\s[-–—/•·]\s|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\bMrs)(?<!\bRev)(?<!\bSgt)(?<!\bProf)[.!?](?:\s|$)|\s\(|\(|$)"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a form answers: `kind` of question, where the answer starts, the end of its first field and the end of its line."""

    kind: str
    start: int
    end: int
    line_end: int
    below: bool = False


def find_answers(page: Page) -> tuple[Answer, ...]:
    """Every labelled answer in the notes, in their order."""
    return _find(page.flat)


@lru_cache(maxsize=8)
def _find(text: str) -> tuple[Answer, ...]:
    found: list[Answer] = []
    at = 0
    while (match := _LABEL.search(text, at)) is not None:
        kinds = read_label(match["label"])
        at = match.end() if kinds else max(match.start() + 1, match.end("label"))
        behind_comma = match.start() > 1 and text[match.start() - 2] == ","
        if not kinds or _is_head_of_table(text, match.start("label")) or (behind_comma and (" " in match["label"] or not match["sep"].strip())):
            continue
        bullet = _BULLET.match(text, match.end())
        start = bullet.end() if bullet is not None else match.end()
        below = "\n" in text[match.end("label") : start]
        if start >= len(text) or (below and _begins_label(text, start)):
            continue
        line_end = text.find("\n", start)
        line_end = start + len(text[start : line_end if line_end >= 0 else len(text)].rstrip(" |*_\t"))
        first = _ANSWER_END.search(text, start, line_end)
        end = first.start() if first is not None else line_end
        found += [Answer(kind, start, end, line_end, below=below) for kind in kinds if end > start]
    return tuple(found)


def _is_head_of_table(text: str, at: int) -> bool:
    """Whether a line is nothing but labels, the head of a table with a column for each."""
    line = text[text.rfind("\n", 0, at) + 1 :].split("\n", 1)[0]
    cells = [cell for cell in re.split(r"\s*[|\t;]\s*", line) if cell.strip(" *_")]
    return len(cells) > 1 and all(read_label(cell) or cell.strip().lower() in _COLUMNS for cell in cells)


def _begins_label(text: str, at: int) -> bool:
    """Whether the words at a place are a label themselves, so that the one before them has no answer."""
    match = _LABEL.match(text, at)
    return match is not None and bool(read_label(match["label"]))


def read_label(words: str) -> tuple[str, ...]:
    """What a label asks for, by its words: one of them must be telling, and none may be foreign to the question."""
    tokens = re.findall(r"[^\W\d_]+", words.lower())
    if not 1 <= len(tokens) <= 7 or _KNOWN.search(words):
        return ()
    if " ".join(tokens) in _EXACT:
        return (_EXACT[" ".join(tokens)],)
    if tokens[-1] in _KINDS and len(tokens) < 3 and set(tokens[:-1]) <= _SIDE:
        return (EMPLOYER,)
    kinds = [kind for kind in _ORDER if _HEADS[kind] & set(tokens) and set(tokens) <= _ALLOWED[kind]]
    if {"do", "does", "did"} & set(tokens):
        kinds = [kind for kind in kinds if kind != EMPLOYER]
    last = tokens[-1]
    exact = [kind for kind in kinds if last in _HEADS[kind]]
    return tuple((exact or kinds)[:2] if last in _DOUBLE else (exact or kinds)[:1])
