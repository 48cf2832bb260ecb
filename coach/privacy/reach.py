"""Ways to reach or to identify somebody: addresses of mail, telephones, homes, dates of birth, numbers of papers."""

from __future__ import annotations

import re
from collections.abc import Iterator

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]+\s?(?:@|\[at\]|\(at\))\s?[\w-]+(?:\.[\w-]+)*\.[^\W\d][\w-]+")
_PHONE = re.compile(
    r"(?<![\w.$£€/])(?:\(?\+\d{1,3}\)?[\s.-]?|1[-. ](?=\d{3}[-. ]))?(?:\(0?\d{1,4}\)[\s.-]?)?\d{2,5}(?:[\s.–/-]{0,2}\d{2,4}){1,4}(?:\s?(?:x|ext\.?"
    r"|extn)\s?\d{1,5})?"
    r"(?![\w/]|[.,:]\d|\s?(?:%|km|kg|mm|m\b|pm|am|people|staff|years|yrs|words))"
)
_PHONE_CUE = re.compile(
    r"\b(?:ph|phone|tel|telephone|mob|mobile|cell|ddi|direct(?: line| dial)?|fax|ring|call|text|txt|whats ?app|signal|number|nr|waea|c|m|t|p|w|h"
    r"|d)\b\.?\s*[:.=|-]?\s*"
    r"(?:\(\w+\)\s*)?(?:me |her |him |them |on |is |at |to |no\.? |number |line |off |from |of |\w+ \w+ ){0,3}$",
    re.IGNORECASE,
)
_NO_PHONE = re.compile(
    r"(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d[-./ ]\d\d?[-./ ]\d\d?|\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)?\d\d|20\d{6}"
    r"|\d{1,3}(?:[,.]\d{3})+"
)
_REGISTERED = re.compile(r"\b(?:regist\w+|charity|company|vat|abn|acn|nzbn|gst|crn|isbn|ref\w*)\b[^:|]{0,40}$", re.IGNORECASE)
_PHONE_SHAPE = re.compile(r"\(?\+\d|1[-. ]\d{3}[-. ]\d{3}[-. ]\d{4}$|\(0?\d|0\d|1[38]00|\d{3}[\s.-]\d{3}[\s.-]\d{4}$|\d{3}[-.]\d{4}$")
_BORN = re.compile(
    r"\b(?:date of birth|d\.?o\.?b\.?|birth ?(?:day|date)|born(?: on)?)\b\s*[:=|-]?\s*(?:is |on )?(?:\d{1,2}[\s/.-]+\w+[\s/.-]+\d{2,4}"
    r"|\d{4}-\d\d-\d\d|[a-z]+ \d{1,2},? \d{4})"
    r"|\bturns? [3-9]\d (?:in|on|next|this)\b"
    r"|\b(?:nhs|nhi|ird|tfn|passport|licen[cs]e|social security|ssn|nino|national insurance|bank account|account|medicare|student id|visa)\b"
    r"(?: number| no\.?| nr\.?| #)?\s*[:=]?\s*(?=[\w-]*\d)[\w-]{5,}(?: \d{3,})*",
    re.IGNORECASE,
)
_STREET = (
    r"(?:street|st|road|rd|avenue|ave|av|lane|ln|terrace|tce|crescent|crt|cres|close|cl|garth|way|drive|dr|place|pl|court|ct|grove|gardens?|mews|row|hill|view"
    r"|parade|pde|quay|walk|rise|square|sq|esplanade|boulevard|blvd|highway|hwy|circle|loop|track|heights|green|park|vale|wynd|gate|croft|yard)"
)
_CAP = r"(?-i:[A-ZĀĒĪŌŪ])[\w'’-]*"
_HOUSE = r"\b(?:(?:flat|unit|apt|apartment)\s*\d+[a-z]?,?\s*)?\d{1,5}[a-z]?(?:/\d+[a-z]?)?,?\s+"
_ADDRESS = re.compile(rf"{_HOUSE}(?:{_CAP}\s+){{1,3}}{_STREET}\b\.?(?:,?\s+(?:apt|unit|flat)\s*\w+)?", re.IGNORECASE)
_SMALL_ADDRESS = re.compile(
    rf"{_HOUSE}(?!(?:years?|yrs?|mins?|minutes|days?|weeks?|months?|staff|people)\b)(?:[a-zāēīōū'’-]+\s+){{1,2}}"
    r"(?:st|street|rd|road|ave|avenue|lane|tce|terrace|cres|crescent|drive|place|court|close|grove)\b",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b\d{1,4}[a-z]?,? (?:rue|avenue|place|calle|via|viale|rua|avenida|plaza|piazza)(?: (?:de|des|du|la|las|los|da|do|dos|della|del))* [^\W\d][\w'’-]+"
    r"|\b[^\W\d][\w'’-]*(?:straße|strasse|str\.|gasse|weg|platz|allee|laan|straat|gatan|vej) \d{1,4}[a-z]?\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?:house|home|address|flat|whare)(?: address)?\s*(?:is|=|:"
    r"|-)\s*(\d{1,4}[a-z]? [^\W\d][\w'’-]+(?: [^\W\d][\w'’-]+)?)",
    re.IGNORECASE,
)
_NAMED_PLACE = re.compile(r"\b(?:at|to|in|address:?)\s+(\d{1,4}[a-zA-Z]?\s+[A-ZĀĒĪŌŪ][\w'’-]+(?:\s+[A-ZĀĒĪŌŪ][\w'’-]+){1,2})\b")
_LIVES = re.compile(
    r"\b(?:(?:she|he|they|we)(?:['’]?s|['’]?re| is| are| lives?| stays?| moved)|lives|staying|living)\b(?: \w+){0,3}(?: (?:at|in|to|on|off))?(?: the (?:\w+ ){1,3}house| the \w+ \w+)?,? $",
    re.IGNORECASE,
)
_TAIL = re.compile(r" (?:most|all|every|at nights?|on (?:mon|tue|wed|thu|fri|sat|sun|week)\w*|with|these|during|till|until)\b[^,.;|()\n]{0,40}", re.IGNORECASE)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_HOME = re.compile(
    r"\b(?:live[sd]?|living|home|house|flat\b|moved|moving|still at|we'?re (?:now )?at|we are (?:now )?at|he'?s at|she'?s at|our place|(?:her|his"
    r"|their|my) (?:place|address"
    r"|house)|new place|drop|pick (?:\w+ )?up|come (?:round|over)|post (?:it|goes)|address|staying|parcel|key is|noho|kainga|kāinga)\b",
    re.IGNORECASE,
)
_WORKPLACE = re.compile(
    r"\b(?:office|clinic|shop|head ?office|premises|visit us|find us|workshop|studio|site|branch|campus|store|hospital|headquarters|showroom|factory"
    r"|building|school|library|caf[eé]|ward|level \d|floor|p\.?o\.? box|open (?:mon|seven|daily))\b",
    re.IGNORECASE,
)


def find_contacts(line: str) -> Iterator[tuple[int, int]]:
    """Where a line holds an address of mail, a telephone number, the address of a home, a date of birth or the number of somebody's papers.

    A box of a firm ("jobs@") counts too: it belongs in no question.
    """
    yield from (match.span() for match in _EMAIL.finditer(line))
    yield from (match.span() for match in _PHONE.finditer(line) if _is_phone(line, match))
    yield from (match.span() for match in _BORN.finditer(line))
    yield from _homes(line)


def _is_phone(line: str, match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match[0])
    if _REGISTERED.search(line[: match.start()]):
        return False
    if not 7 <= len(digits) <= 15 or _NO_PHONE.fullmatch(match[0].strip()):
        return False
    return bool(_PHONE_SHAPE.match(match[0]) or _PHONE_CUE.search(line[max(0, match.start() - 40) : match.start()]))


def _homes(line: str) -> list[tuple[int, int]]:
    at_home, at_work = bool(_HOME.search(line)), bool(_WORKPLACE.search(line) or _EMAIL.search(line))
    found = [
        _with_who_lives_there(line, match)
        for match in _ADDRESS.finditer(line)
        if not at_work or _HOME.search(line[max(0, match.start() - 60) : match.end() + 40])
    ]
    found += [match.span() for match in _FOREIGN.finditer(line) if not at_work or at_home]
    if found or not at_home:
        return found
    found = [match.span(1) for match in _LABELLED.finditer(line) if not _MONTH.search(match[1])]
    found += [match.span() for match in _SMALL_ADDRESS.finditer(line)]
    return found or [match.span(1) for match in _NAMED_PLACE.finditer(line) if not _MONTH.search(match[1])]


def _with_who_lives_there(line: str, match: re.Match[str]) -> tuple[int, int]:
    """The address with "he's at" before it and "most nights" behind it, where a clause says whose it is."""
    who = _LIVES.search(line[: match.start()])
    if not who:
        return match.span()
    tail = _TAIL.match(line, match.end())
    return who.start(), tail.end() if tail else match.end()
