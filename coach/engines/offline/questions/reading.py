"""Sentences of a passage that can be quoted alone, ready to follow "I have read that"."""

from __future__ import annotations

import re

from coach.engines.offline.questions.statements import has_finite_verb
from coach.engines.offline.questions.tidy import is_unspeakable, straighten
from coach.engines.offline.questions.verbs import FORMS, as_set, core, form_of
from coach.engines.offline.questions.words import DETERMINERS, FIRST_WORDS_OUT, PARTICLES

LONGEST = 20
"""Words of the longest sentence; with the question around it the whole stays under 40."""

_SOURCE_MARK = re.compile(r"\s*\[[\w-]+\]")
_SENTENCE = re.compile(r"(?<=[a-z0-9)]\.)\s+(?=[A-Z])")
_SPEAKS = as_set("i me my you your he she they we our us it's this that these those here there such")
_LEANS = re.compile(
    r"\b(?:both|former|latter|above|below|following|however|therefore|also|another|other such|same|as much|as many|the rest|nearer|"
    r"the first|the second|the third|years on|too|either|instead|besides)\b|[:;()?!\"]",
    re.I,
)
_COUNTED = as_set("most many some few several plenty half")
_ADVERBIAL = re.compile(r"^(?:most|many|some|few|several|a few|plenty|half|nobody|everyone|people|those who)\b", re.I)


def find_sentences(text: str) -> tuple[str, ...]:
    """The sentences that stand on their own, without full stop, first letter fitted; in order, empty where there are none."""
    found = []
    for raw in _SENTENCE.split(_SOURCE_MARK.sub("", straighten(text))):
        sentence = raw.strip().rstrip(".")
        if _stands_alone(sentence):
            found.append(_fit(sentence))
    return tuple(found)


def _stands_alone(sentence: str) -> bool:
    words = sentence.split()
    if not 6 <= len(words) <= LONGEST or not words[0][:1].isupper() or is_unspeakable(sentence) or _LEANS.search(sentence):
        return False
    tokens = [core(word) for word in words]
    if _SPEAKS & set(tokens) or not has_finite_verb(sentence):
        return False
    first = tokens[0]
    if {"it", "them"} & {*tokens[:4], tokens[-1]} or (first in _COUNTED and form_of(tokens[1])):
        return False
    if first in FIRST_WORDS_OUT and not _ADVERBIAL.match(sentence):
        return False
    if first in FORMS and FORMS[first][1] == "base" and tokens[1] not in {"is", "are"} and not first.endswith("s"):
        return first in DETERMINERS
    return first not in PARTICLES


def _fit(sentence: str) -> str:
    """The sentence with a small first letter unless it begins with a name."""
    first, second = sentence.split()[:2]
    is_name = second[:1].isupper() or (first.isupper() and len(first) > 1) or any(letter.isupper() for letter in first[1:])
    return sentence if is_name or core(first) in _NATIONS else sentence[:1].lower() + sentence[1:]


_NATIONS = as_set(
    """
    american americans british australian australians english māori maori european canadian scottish irish welsh pacific pasifika monday friday saturday
    sunday january
    """
)
