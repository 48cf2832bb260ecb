"""Which topic a question resembles: the nearest of some hundred labelled questions by shared words and pairs of words. For questions that name no topic themselves."""

from __future__ import annotations

import math
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import yaml

from coach.manner.wording import GRAMMAR_STEMS, split_words, stem
from coach.records import Record, Topic
from coach.rehearsal.matching import find_kin

_NEAREST = 10
_LIGHT_WORD, _LIGHT_PAIR, _PAIR, _KIN = 0.35, 0.3, 0.7, 0.6
_ENOUGH = 0.25
"""Together the nearest must be at least so like the question; below that a guess is worse than none."""


class _Bank(Record):
    """The labelled questions: the topic of each, where each feature occurs and how much it weighs there, and how rare it is."""

    topics: tuple[Topic, ...]
    places: dict[str, tuple[tuple[int, float], ...]]
    rarity: dict[str, float]


@lru_cache(maxsize=1024)
def find_likely_topic(question: str) -> Topic | None:
    """The topic of the labelled questions that a question is most like; None where it is like none of them."""
    bank = _read_bank()
    likeness: dict[int, float] = {}
    for feature, weight in _weigh(_features(question), bank.rarity).items():
        for place, other in bank.places[feature]:
            likeness[place] = likeness.get(place, 0.0) + weight * other
    votes = dict.fromkeys(Topic, 0.0)
    for place in sorted(likeness, key=lambda n: (-likeness[n], n))[:_NEAREST]:
        votes[bank.topics[place]] += likeness[place]
    best = max(votes, key=lambda topic: votes[topic])
    return best if votes[best] >= _ENOUGH else None


def is_talked_of(word: str) -> bool:
    """Whether a stem occurs in any of the labelled questions."""
    return word in _read_bank().rarity


@cache
def _read_bank() -> _Bank:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    raw = yaml.load((Path(__file__).parent / "questions.yaml").read_text(encoding="utf-8"), Loader=loader)  # noqa: S506  (both are safe loaders)
    found = [(Topic(topic), _features(question)) for topic, questions in raw.items() for question in questions]
    spread = Counter(feature for _, features in found for feature in features)
    rarity = {feature: math.log((len(found) + 1) / (count + 0.5)) for feature, count in spread.items()}
    places: dict[str, list[tuple[int, float]]] = {}
    for n, (_, features) in enumerate(found):
        for feature, weight in _weigh(features, rarity).items():
            places.setdefault(feature, []).append((n, weight))
    return _Bank(topics=tuple(topic for topic, _ in found), places={feature: tuple(at) for feature, at in places.items()}, rarity=rarity)


def _features(question: str) -> dict[str, float]:
    """Words, pairs of words and groups of related words with their weights; words of grammar weigh little."""
    stems = [stem(word) for word in split_words(question)]
    found: dict[str, float] = {}
    for word in stems:
        found[word] = found.get(word, 0.0) + (_LIGHT_WORD if word in GRAMMAR_STEMS else 1.0)
        found.update(dict.fromkeys((f"#{group}" for group in find_kin(word)), _KIN))
    for first, second in pairwise(stems):
        pair = f"{first} {second}"
        found[pair] = found.get(pair, 0.0) + (_LIGHT_PAIR if first in GRAMMAR_STEMS and second in GRAMMAR_STEMS else _PAIR)
    return found


def _weigh(features: dict[str, float], rarity: dict[str, float]) -> dict[str, float]:
    weights = {feature: weight * rarity[feature] for feature, weight in features.items() if feature in rarity}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {feature: weight / length for feature, weight in weights.items()}
