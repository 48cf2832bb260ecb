"""Numbers in spoken text, as digits or words, with what they count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from coach.manner.wording import plain
from coach.records import Record

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_WORD = "|".join([*sorted(_VALUES, key=len, reverse=True), *_SCALES])
_UNITS = {
    "year": "year|yr|decade", "month": "month", "week": "week|fortnight", "day": "day|night", "hour": "hour|hr", "minute": "minute|min", "percent": "percent|per cent|%",
    "money": "dollar|buck|grand|pound|euro|k\\b", "person": "people|person|student|staff|client|patient|employee",
}  # fmt: skip
_NUMBER = re.compile(
    rf"(?P<money>[$£€]\s?)?(?:(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<k>k\b)?|\b(?P<words>(?:{_WORD})(?:(?:[\s-]+and)?[\s-]+(?:{_WORD}))*)\b|\b(?P<a>an?|half a)\b(?=[\s-]+(?:year|decade)\b))"
    rf"(?:[\s-]+(?:{'|'.join(_SCALES)}))?(?:(?:\s|-)*(?P<unit>{'|'.join(f'(?:{u})' for u in _UNITS.values())}))?"
)


class Number(Record):
    """One number: its value, what it counts ("" where nothing of interest), and whether it was written as a word of at most twelve."""

    value: float
    unit: str = ""
    small_word: bool = False


@lru_cache(maxsize=4096)
def find_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text in order: "forty-one years" is 41 years, "a decade" 10 years, "$99,590" 99590 of money."""
    found = []
    for match in _NUMBER.finditer(plain(text)):
        if match["digits"]:
            value = float(match["digits"].replace(",", "").rstrip(".")) * (1000 if match["k"] else 1)
        elif match["words"]:
            value = _value(match["words"])
        else:
            value = 1.0
        spoken = match["unit"] or ""
        unit = "money" if match["money"] else next((name for name, pattern in _UNITS.items() if spoken and re.fullmatch(pattern, spoken)), "")
        if spoken == "decade":
            value *= 10
        found.append(Number(value=value, unit=unit, small_word=bool(match["words"] or match["a"]) and value <= 12 and not unit))
    return tuple(found)


def _value(words: str) -> float:
    total, part = 0, 0
    for word in re.split(r"[\s-]+", words):
        if word in _SCALES:
            part = max(part, 1) * _SCALES[word]
            if _SCALES[word] > 100:
                total, part = total + part, 0
        else:
            part += _VALUES.get(word, 0)
    return float(total + part)


def values_of(texts: Iterable[str]) -> frozenset[float]:
    """All values that occur in the texts."""
    return frozenset(number.value for text in texts for number in find_numbers(text))
