"""How likely a clause is to be private, weighed from its words, whom it speaks of and what the rules of `matters` make of it.

A logistic regression fitted by `evals.fit_private` on annotated notes and on lines written for it: idioms that no list of words foresees are told by
the words around them, and what is somebody's work by the company it keeps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np

from coach.dossier.sensitive.topics import ANYBODY, AT_WORK, FIRM, KIN, PAY, SECRECY, SELF, THIRD, TOPICS, YOU
from coach.weights import Held

WEIGHTS = "private.npz"
ENOUGH = 0.3
"""From which probability on a clause is taken for private: a harmless clause kept back costs a question, a private one let through costs trust."""
UNLIKELY = 0.03
"""Below which probability the verdict of the rules does not count."""
RULED = ("ruled", "weight", "weight 2", "weight 3")
"""Signs that hold what the rules make of a clause."""

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[$€£?!:()\"]")
_WHO = (
    ("kin", KIN),
    ("third", THIRD),
    ("self", SELF),
    ("you", YOU),
    ("anybody", ANYBODY),
    ("firm", FIRM),
    ("work", AT_WORK),
    ("secret", SECRECY),
    ("pay", PAY),
)
_PERSONS = (KIN, THIRD, SELF, YOU, ANYBODY)
_LONG, _SHORTEST, _LONGEST = 5, 3, 24
_HEAD = re.compile(r"[>\s]*(?:from|to|cc|sent|date|subject|on .{6,90} wrote)\b.{0,3}:", re.IGNORECASE)
_WHO_IS = re.compile(
    r"\b[A-Z][\w'’-]+ [A-Z][\w'’-]+\s*(?:,|--?|–|—|\||=|is (?:an?|the))\s*\w+|\b(?:she'?s|he'?s|is) the \w+ (?:in|at|of|for)\b|\bmeet(?:ing)?\b|\d{1,2}(?::\d\d)? ?[ap]m\b"
)
"""A name with what follows it, or the meeting: what a reader needs to know who is to be met."""


_WISH = re.compile(
    r"\W*(?:(?:and|but|so|also|why i want to speak|purpose|goal)\b\W*)*(?:i (?:really |just |also )?(?:want|would like|wanna|wish|hope|need|wonder|think|guess|will|must|do not|don'?t|dont)\b(?: not)?"
    r"(?: to)?(?: (?:know|find out|understand|ask|hear|learn|see|if|whether|how|what|why|it))\b|i(?:'m| am) (?:trying|wondering|curious)\b)"
)


def is_own_wish(sentence: str) -> bool:
    """Whether a sentence (small letters) says what the learner wants to know or will do: "he" may be anybody there, and it is theirs to tell."""
    return _WISH.match(sentence) is not None and KIN.search(sentence) is None


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each sign, and of each word for what it means."""

    signs: Mapping[str, float]
    words: Mapping[str, float]

    def weigh(self, signs: Mapping[str, float], words: list[str]) -> float:
        """The probability of being private."""
        total = self.signs.get("bias", 0.0) + sum(self.signs.get(sign, 0.0) * strength for sign, strength in signs.items())
        meant = [self.words[word] for word in words if word in self.words]
        total += sum(meant) / max(1, len(words)) if meant else 0.0
        return float(1 / (1 + np.exp(-total)))


def find_signs(text: str, clause: tuple[int, int], sentence: tuple[int, int], *, strange: bool, ruled: bool, weight: float) -> dict[str, float]:
    """The signs of a clause of `text` (small letters, no macrons) in its sentence; `strange` where somebody else speaks, `ruled` and `weight` as the rules have it."""
    words = text[slice(*clause)]
    signs: dict[str, float] = {}
    for sign, strength in (*_of_words(words), *_of_sentence(text[sentence[0] : clause[0]] + " " + text[clause[1] : sentence[1]])):
        signs[sign] = signs.get(sign, 0.0) + strength
    whole = text[slice(*sentence)]
    for name, pattern in _WHO:
        if pattern.search(words):
            signs[f"?{name}"] = 1.0
        if pattern.search(whole):
            signs[f"?s {name}"] = 0.7
    level = max((level for level, pattern in TOPICS if pattern.search(words)), default=0)
    signs |= {f"topic {level}": 1.0} if level else {}
    signs |= {"strange": 1.0} if strange else {}
    signs |= {"nobody": 1.0} if not any(pattern.search(words) for pattern in _PERSONS) else {}
    signs |= {"ruled": 1.5 * ruled, "weight": 1.5 * min(9.0, weight) / 4, "weight 2": 1.5 * (weight >= 2.4), "weight 3": 1.5 * (weight >= 3.5)}
    return {sign: strength for sign, strength in signs.items() if strength}


def may_be_private(line: str, clause: str) -> bool:
    """Whether a clause is of the sort that is weighed: not the head of a mail, not the line that says who somebody is, no longer than a clause is."""
    return len(clause.split()) <= _LONGEST and not _HEAD.match(line) and not _WHO_IS.search(clause)


def find_words(text: str) -> list[str]:
    """The words of a clause that carry meaning."""
    return [token for token in _TOKEN.findall(text) if token.isalpha() and len(token) >= _SHORTEST]


def _tokens(text: str) -> list[str]:
    return [f"NUM{min(4, len(token))}" if token.isdigit() else token for token in _TOKEN.findall(text)]


def _of_words(words: str) -> Iterator[tuple[str, float]]:
    tokens = _tokens(words)
    share = max(1, len(tokens)) ** 0.5
    for count, token in enumerate(tokens):
        yield f"w:{token}", 1.5 / share
        if count:
            yield f"b:{tokens[count - 1]}_{token}", 1.5 / share
        if len(token) > _LONG:
            yield f"s:{token[:_LONG]}", 1 / share
    yield f"n:{min(5, len(tokens) // 4)}", 1.0
    yield f"first:{tokens[0] if tokens else ''}", 1.0


def _of_sentence(rest: str) -> Iterator[tuple[str, float]]:
    tokens = _tokens(rest)
    yield from ((f"u:{token}", 0.5 / max(1, len(tokens)) ** 0.5) for token in tokens)


def _open_packaged() -> Weights:
    with resources.files(__package__).joinpath(WEIGHTS).open("rb") as stream:
        return open_packed(dict(np.load(stream, allow_pickle=False)))


def open_packed(stored: Mapping[str, Any]) -> Weights:
    """Weights as they are stored: names, whole numbers, and the scale of each table."""
    tables = {}
    for name in ("signs", "words"):
        numbers = stored[f"{name}_numbers"].astype(np.float32) * float(stored[f"{name}_scale"])
        tables[name] = dict(zip(str(stored[f"{name}_names"]).split("\n"), numbers.tolist(), strict=True))
    return Weights(**tables)


_HELD = Held(_open_packaged)
open_weights, use_weights = _HELD.get, _HELD.use
