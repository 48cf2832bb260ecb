"""The signs by which the kind of a clause is told: its words, what its place says, whom it names, its figures and marks. Names are masked, so that no name is a sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.engines.offline.dossier.cues import find_default_key, find_key
from coach.engines.offline.dossier.layout import Page
from coach.engines.offline.dossier.scan import Clause
from coach.engines.offline.dossier.subjects import Subjects
from coach.engines.offline.dossier.weighing import NONE
from coach.records import About

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,:]*|[$€£]|[?!\"“”+@&%]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\Z")
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d\Z")
_FUNCTION = frozenset(
    "a an the of in at on for to and or but with from by as is are was were be been has have had do does did not no it its that this they she he her his their"
    " you your u i my we our me so if when who which there than then now about into out up over after before since until all some".split()
)
RECENT = 2025
"""A year from this one on is news rather than history."""


def tokens_of(text: str, subjects: Subjects) -> list[str]:
    """The words of a text in lower case, with names as NAME, ORG, ROLE and OTHER and figures by their kind."""
    if text in subjects.tokens:
        return subjects.tokens[text]
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        token = _token(match[0], subjects)
        if not (token.isupper() and len(token) > 1 and found and found[-1] == token):
            found.append(token)
    subjects.tokens[text] = found
    return found


def _token(word: str, subjects: Subjects) -> str:
    if word[0].isdigit():
        return _figure(word)
    plain = word.lower().replace("’", "'")
    bare = plain.removesuffix("'s")
    kind = subjects.kind_of_name(bare)
    if kind and (word[:1].isupper() or subjects.page.lower or kind == "ROLE"):
        return kind
    return plain


def _figure(word: str) -> str:
    word = word.rstrip(".,:")
    if _YEAR.fullmatch(word):
        return "YEAR_NEW" if int(word) >= RECENT else "YEAR"
    if _CLOCK.match(word):
        return "CLOCK"
    digits = re.sub(r"\D", "", word)
    return f"NUM{min(len(digits), 4)}"


def find_signs(clause: Clause, page: Page, subjects: Subjects, *, before: str = "") -> dict[str, float]:
    """The signs of a clause with their strength; `before` is the kind of the clause before it in the same unit."""
    tokens = tokens_of(clause.text, subjects)
    signs: dict[str, float] = {}
    words = list(_signs_of_words(tokens))
    weight = 1.6 / max(1.0, len(tokens)) ** 0.5
    for sign in words:
        signs[sign] = signs.get(sign, 0.0) + weight
    inside = _FUNCTION | set(tokens)
    around = [token for token in tokens_of(clause.sentence, subjects)[:40] if token not in inside]
    for token in around:
        signs[f"u:{token}"] = 0.8 / max(1.0, len(around)) ** 0.5
    for sign in _signs_of_place(clause, tokens, page, subjects):
        signs[sign] = 1.0
    for sign in _signs_of_shape(clause, tokens):
        signs[sign] = 0.7
    if before not in {"", NONE}:
        signs[f"before:{before}"] = 0.8
    signs["bias"] = 1.0
    return signs


def content_words(clause: Clause, subjects: Subjects) -> list[str]:
    """The words of a clause that carry meaning."""
    return [token for token in tokens_of(clause.text, subjects) if token.islower() and token not in _FUNCTION and len(token) > 1]


def heading_words(clause: Clause, subjects: Subjects) -> list[str]:
    """The words of its label, the question before it or its heading that carry meaning."""
    return [
        token
        for token in tokens_of(clause.unit.label or clause.question or clause.unit.heading, subjects)
        if token.islower() and token not in _FUNCTION and len(token) > 1
    ]


def _signs_of_words(tokens: list[str]) -> Iterator[str]:
    for count, token in enumerate(tokens):
        yield f"w:{token}"
        if len(token) > 5 and token.islower():
            yield f"s:{token[:5]}"
        if count + 1 < len(tokens):
            yield f"b:{token}_{tokens[count + 1]}"


def _signs_of_shape(clause: Clause, tokens: list[str]) -> Iterator[str]:
    if tokens:
        yield f"1:{tokens[0]}"
        yield f"1e:{tokens[0][-3:]}"
        yield f"12:{'_'.join(tokens[:2])}"
        lead = next((token for token in tokens if token not in _FUNCTION), "")
        yield f"1c:{lead}"
        yield f"1ce:{lead[-2:]}"
    kinds = {token for token in tokens if token.startswith(("NUM", "YEAR", "CLOCK")) or token in {"NAME", "ORG", "ROLE", "OTHER", "$", "€", "£"}}
    yield from (f"k:{kind}" for kind in kinds)
    if any(_MONTH.match(token) for token in tokens):
        yield "k:month"
    if any(len(token) > 4 and token.endswith("ed") for token in tokens):
        yield "k:ed"
    if any(len(token) > 4 and token.endswith("ing") for token in tokens):
        yield "k:ing"
    if {"i", "i'm", "i've", "my", "me", "im"} & set(tokens):
        yield "k:i"
    if clause.text.lstrip("( ")[:1] in '"“':
        yield "k:quote"
    if "?" in clause.text:
        yield "k:question"
    yield f"n:{min(len(tokens), 12) // 3}"
    items = [item.split() for item in re.split(r"[,;+/]|\band\b|\bthen\b", clause.sentence) if item.strip()]
    yield f"items:{min(len(items), 5)}"
    yield f"doing:{min(sum(item[0].lower().endswith('ing') for item in items), 3)}"
    yield f"short:{min(sum(len(item) <= 3 for item in items), 4)}"


def _signs_of_place(clause: Clause, tokens: list[str], page: Page, subjects: Subjects) -> Iterator[str]:
    unit, line = clause.unit, page.line_at(clause.start)
    first = clause.number == 0
    for name, value in (("placed", clause.placed), ("named", clause.named), ("subject", clause.subject), ("speaker", clause.speaker)):
        yield f"{name}:{value}"
    yield f"p+n:{clause.placed}+{clause.named}"
    if clause.label is not None:
        yield f"label:{clause.label.subject} {clause.label.key}"
        yield f"label1:{clause.label.subject} {clause.label.key} {first}"
    for token in tokens_of(unit.label, subjects):
        yield f"l:{token}"
        yield f"ls:{token[:4]}"
    for token in tokens_of(unit.heading, subjects):
        yield f"h:{token}"
        yield f"hs:{token[:4]}"
    yield from _signs_of_talk(clause, tokens, subjects)
    yield f"mark:{clause.mark[:1]}"
    yield f"long:{subjects.long}+{clause.relevant}"
    yield f"bullet:{unit.bullet}"
    yield f"first:{first}+{bool(unit.label)}"
    if clause.copied:
        yield "copied"
    if line.own:
        yield "own"
    if line.pasted:
        yield "pasted"
    if unit.depth:
        yield "quoted"
    yield from _signs_of_cues(clause)


def _signs_of_talk(clause: Clause, tokens: list[str], subjects: Subjects) -> Iterator[str]:
    yield from (f"q:{token}" for token in tokens_of(clause.question, subjects))
    yield from (f"sp1:{clause.speaker}+{token}" for token in tokens[:1])
    yield f"sp+long:{clause.speaker}+{subjects.long}+{bool(clause.question)}"


def _signs_of_cues(clause: Clause) -> Iterator[str]:
    for about in (About.PERSON, About.ORGANISATION, About.OCCUPATION):
        key = find_key(clause.text, about)
        yield f"cue:{about.value}:{key}"
        yield f"cue+s:{about.value}:{key}+{clause.subject}"
        if not key and find_default_key(clause.text, about):
            yield f"does:{about.value}"
