"""Whether two values of one attribute can both be right."""

from __future__ import annotations

import re

from coach.engines.offline.dossier.statements import Statement, as_number, as_year

_YEARS = frozenset({"start_year", "start_label", "start_role", "start_bare", "founded", "since", "trained_since", "year_bare", "start_range", "any_year"})
_LOOSE = re.compile(r"\b(?:over|more than|at least|up to|nearly|almost|plus)\b|\+|>", re.IGNORECASE)
_ROUGH = re.compile(r"\b(?:about|around|abt|roughly|some|circa|approx\w*|nearly|almost|ish|odd)\b|~|-odd|ish\b", re.IGNORECASE)
_HOLLOW = frozenset(
    (
        "the a an of and in at for to one she he they her his their was were city "
        "company firm ltd limited university college shop branch office site clinic yard depot store street road st rd team control room centre base unit workshop plant block factory mill hangar garage surgery parish kitchen studio lab farm works one main"
    ).split()
)
_PLACES = frozenset("shop branch office site clinic yard depot store street road".split())
_NEGATIVE = re.compile(r"^(?:no|never|hasn'?t|without|did not|didn'?t)", re.IGNORECASE)
_AT_LEAST, _FAR = 2025, 2032
"""Notes are no older than the first; a length of service that would end after the second does not fit its beginning, whenever they were written."""

_MONTHS = {"y": 12.0, "m": 1.0, "w": 0.23, "d": 0.033}


def differ(text: str, first: Statement, second: Statement) -> bool:
    """Whether the values of two statements exclude each other: other years, numbers too far apart, names without a word in common."""
    keys = {first.key, second.key}
    if "since_lately" in keys:
        return any(as_number(item.value) >= 2 for item in (first, second) if item.key == "tenure")
    if "tenure" in keys and keys & _YEARS:
        return _length_is_wrong(text, *sorted((first, second), key=lambda item: item.key != "tenure"))
    if keys <= _YEARS:
        return as_year(first.value) != as_year(second.value) and not _years(first) & _years(second)
    bare = next((item.key for item in (first, second) if item.key != "length_bare"), "")
    return _COMPARE.get(bare, _words_differ)(first, second)


def _years(item: Statement) -> set[str]:
    return set(re.findall(r"\b(?:19|20)\d\d\b", item.clause))


def _length_is_wrong(text: str, tenure: Statement, start: Statement) -> bool:
    """Whether a length of service does not fit its beginning, counted to the latest year that the notes name, or to the first in which they can have been written."""
    if as_year(start.value) + as_number(tenure.value) > _FAR:
        return True
    years = [int(year) for year in re.findall(r"\b20[12]\d\b", text)]
    now = max([_AT_LEAST, *years])
    expected = now - as_year(start.value)
    return now > as_year(start.value) and expected - as_number(tenure.value) > 2


def _numbers_differ(first: Statement, second: Statement) -> bool:
    """Further apart than "about" allows; "over 50" agrees with whatever is up to half as much again."""
    (low, lower), (high, upper) = sorted(((as_number(item.value), item) for item in (first, second)), key=lambda pair: pair[0])
    if low <= 0 or _NOT_COUNTED.search(lower.clause) or _NOT_COUNTED.search(upper.clause):
        return False
    allowed = 1.5 if _LOOSE.search(lower.clause) else 1.2 if _ROUGH.search(lower.clause + upper.clause) else 1.0
    if first.key == "size":
        allowed = max(allowed, 1.15)
    return high > low * allowed and high - low >= (2 if first.key in {"size", "tenure"} and low > 5 else 1)


_NOT_COUNTED = re.compile(
    r"\bpeople\b(?!.*\b(?:work|staff|employ|team|company|firm|us)\b)(?=.*\b(?:came|turned up|live|viewed|die|served|trained"
    r"|waiting)\b)",
    re.IGNORECASE,
)


def _lengths_differ(first: Statement, second: Statement) -> bool:
    lengths = []
    for item in (first, second):
        unit = re.search(r"[ymwd]", item.value.lower().split()[-1][:1])
        lengths.append(as_number(item.value) * _MONTHS.get(unit[0] if unit else "y", 12.0))
    return min(lengths) > 0 and max(lengths) > min(lengths) * 1.15


def _pay_differs(first: Statement, second: Statement) -> bool:
    bands = []
    for item in (first, second):
        ends = [float(figure.replace(",", "")) for figure in re.findall(r"\d[\d,]*(?:\.\d+)?", item.value)]
        bands.append([end * (1000 if end < 1000 and "k" in item.value.lower() else 1) for end in ends[:2]])
    if any(len(band) < 2 for band in bands) or not 0.1 < bands[0][0] / max(bands[1][0], 1) < 10:
        return False
    return any(abs(one - other) > 0.15 * max(one, other) for one, other in zip(*bands, strict=True))


def _words_differ(first: Statement, second: Statement) -> bool:
    words = [
        {word[:5] for word in re.findall(r"[\w'’]+", item.value.lower()) if word not in (_HOLLOW if item.key != "meeting_place" else _HOLLOW - _PLACES)}
        for item in (first, second)
    ]
    return all(words) and not words[0] & words[1]


def _polarity_differs(first: Statement, second: Statement) -> bool:
    general = r"\b(?:you|need\w*|requir\w*|necessary|anyone|people)\b"
    return bool(_NEGATIVE.match(first.value)) != bool(_NEGATIVE.match(second.value)) and not re.search(
        general, f"{first.clause} {second.clause}", re.IGNORECASE
    )


def _times_differ(first: Statement, second: Statement) -> bool:
    return _clock(first.value) != _clock(second.value)


def _clock(value: str) -> tuple[int, int]:
    """Hours and minutes, of the afternoon where "pm" or a small hour says so."""
    words = value.lower()
    if words in {"noon", "midday"}:
        return 12, 0
    figures = [int(figure) for figure in re.findall(r"\d+", words)]
    hour, minute = figures[0], figures[1] if len(figures) > 1 else 0
    late = "p" in words or ("a" not in words and hour < 7)
    return (hour + 12 if late and hour < 12 else hour), minute


def _days_differ(first: Statement, second: Statement) -> bool:
    days = [
        (
            re.findall(r"\d+", item.value)[0],
            re.findall(
                r"[a-z]{3}",
                re.sub(
                    r"\d+(?:st|nd|rd"
                    r"|th)?",
                    "",
                    item.value.lower(),
                ),
            )[0],
        )
        for item in (first, second)
    ]
    return days[0] != days[1]


_COMPARE = {
    "size": _numbers_differ,
    "sites": _numbers_differ,
    "tenure": _numbers_differ,
    "any_length": _lengths_differ,
    "any_money": _numbers_differ,
    "age": _numbers_differ,
    "count": _numbers_differ,
    "training": _lengths_differ,
    "pay": _pay_differs,
    "credential": _polarity_differs,
    "meeting_time": _times_differ,
    "meeting_day": _days_differ,
}
