"""When the meeting is, as it stands in the notes."""

from __future__ import annotations

import re

from coach.engines.offline.dossier.clauses import find_sentences
from coach.engines.offline.dossier.forms import TIME, find_answers
from coach.engines.offline.dossier.layout import Page, Unit, is_date_heading
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.someone import People
from coach.engines.offline.dossier.words import DAYS, MONTHS

_DAY = "(?:" + "|".join(sorted(DAYS, key=lambda word: (-len(word), word))) + r")\b\.?"
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=lambda word: (-len(word), word))) + r")\b\.?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:of\s+|o\s+|de\s+)?{_MONTH}(?:,?\s+20\d\d)?|{_MONTH}\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\b(?![:.]\d)(?:,?\s+20\d\d)?|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?(?![\d:])|\d{{1,2}}\.\d{{1,2}}\.(?:\d{{2,4}})?(?!\d)|20\d\d-\d\d-\d\d"
    r"|(?:the\s+)?\d{1,2}(?:st|nd|rd|th)\b|tomorrow|2moro(?:w)?|tomoz|tmrw?|tmr|today|tonight|āpōpō)"
)
_TIME = (
    r"(?:(?:i te )?\d{1,2} karaka|\d{1,2}(?:[.:]\d\d)? in the (?:morning|afternoon|evening)|\d{1,2}(?:[.:]\d\d)?\s?i te (?:ata|ahiahi|pō)"
    r"|\d{1,2}(?:[:.]?\d{2})?\s?(?:am|pm|a\.m\.?|p\.m\.?)\b\.?|(?:\d{1,2}[:h]|(?:(?<=at )|(?<=, )|(?<=@ )|(?<=day )"
    r"|(?<=[a-z] ))\d{1,2}\.)\d{2}\b(?!\d|:\d)(?:\s?(?:hrs|uhr|o'?clock|h)\b)?|\d{1,2}\s?(?:o'?clock|uhr|hours|hrs)\b|\d{1,2}\s?h\s?\d{2}\b|half (?:past )?\d{1,2}\b"
    r"|half (?:past )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:thirty|fifteen|forty-five))? (?:in the (?:morning|afternoon|evening)|o'?clock|[ap]\.?m\b)"
    r"|quarter (?:past|to) \w+|noon\b|midday\b|midnight\b|lunch ?time\b|arvo\b|morning\b|afternoon\b|evening\b|12 noon)"
)
_ZONE = (
    r"(?:WAT|IST|NZ[SD]?T|AE[SD]T|AW[S]T|AC[SD]T|GMT|BST|UTC|E[SD]?T|C[SD]T|CT|P[SD]?T|CET|CEST|SAST|SGT|HKT|JST|EAT|eastern|central|pacific"
    r"|mountain)(?:\s+time)?\b"
)
_PART = rf"(?:{_DAY}|{_DATE}|{_TIME}|{_ZONE})"
_SEPARATOR = r"(?:\s*(?:\([^()\n]{3,12}\)\s*)?[,@|/–-]?\s*(?:(?:at|the|on|of|from|around|about|ā te|i te|kl|is fine|works|um|a las|à|i)\b,?\s*){0,2}(?:at\s+)?)"
_BARE_HOUR = r"(?:\s+at (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|,?\s+(?:at\s+|about\s+|around\s+)?\d{1,2}(?:[.:]\d\d)?\s?ish\b|(?<=[a-z])\s+(?:@\s*)?(?:1[0-2]|[1-9])(?=\s*(?:$|\n|[,;!?)]|\.(?!\d)|(?:by|in|at|on|over|via|outside|with|his|her|their)\b))|\s+(?:at|about|around)\s+(?:about\s+)?\d{1,2}(?:\.\d\d)?\b(?!\s*(?:-|–|%|st|nd|rd|th|years|people))|\s+(?:at\s+)?[01]\d[0-5]\d\b|\s+(?!20[1-4]\d\b)2[0-3][0-5]\d\b)"
_MOMENT = re.compile(rf"(?<![\w.:/-])(?:the\s+)?{_PART}(?:{_SEPARATOR}(?:{_PART}|\d{{1,2}}\.\d\d\b(?!\d)))*(?:{_BARE_HOUR})?(?:\s?{_ZONE})?", re.IGNORECASE)
_DIARY = re.compile(rf"\s*[*_#-]*\s*{_DAY}\s*(?:[*_:–—-]|$)", re.IGNORECASE)
_HAS_DAY = re.compile(rf"\b{_DAY}|{_DATE}", re.IGNORECASE)
_HAS_TIME = re.compile(rf"{_TIME}|{_BARE_HOUR}|\s\d{{1,2}}\.\d\d\b", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:meet(?:ing)?|call\b|hui|kōrero|appointment|interview|chat|talk is|talk\b|is my interview|see (?:her|him|them)|said yes|says|lunch|zoom|video"
    r"|visit|coffee|tea room|come (?:to|at|by)|ring(?:ing)?|phone|offered|at the (?:gate|caf)|in (?:the|her|his) (?:reading room|workshop|office|break room)"
    r"|i go to|talk to|kei te hui|tūtaki|tutaki|seeing|lobby|catch(?:ing)? up|pop(?:ping)? in|go(?:ing|in)? in|sit down with|shadow(?:ing)?)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:when|time|date|meeting|hui|appointment|logistics|when/where|where/when|when and where|meeting time|interview|call|day)\b", re.IGNORECASE
)
_AGREED = re.compile(
    r"\b(?:works|is fine|fine\b|let'?s say|all good|confirmed|see you|suits|booked|offered|said yes|says|agreed|good for|can do|settled|it is|done|is good|is ok(?:ay)?|locked in|took|chose|yes)\b",
    re.IGNORECASE,
)
_NOT_IT = re.compile(
    r"\b(?:due|deadline|exam|lecture|lab (?:is|report|at|on)\b|tutorial|bus (?:is|at|leaves|stop|\d)|practice|rego|shift|landlord|until|since|posted|published|by friday"
    r"|assignment|essay|opening hours|open (?:seven|mon)|clos(?:es|ing) (?:date|on|at|\d\w*)|closed (?:on|for|until|over)|office hours|weekend|would .{0,30} suit|could i come"
    r"|or .{0,12} (?:suit|work)|movie|rent|netball|test\b|birthday|funeral|last (?:week|month|year|bus|day)|joined|started|open(?:s|ed|ing)|fundrais\w+"
    r"|class|dentist|haircut|bake sale|lab partner|final|match|tournament|rugby|football|swap|homework|driving|presentation|wrote (?:on|at|to|her|him)|group|hāngī)\b|\?",
    re.IGNORECASE,
)
_SETTLES = re.compile(
    r"(?:\b(?:now|can we say|how about|let'?s say|make it|edit|change[ds]?!*|new time|moved? to|took|chose|going with|so it'?s|yes|instead)|->|→|=>|!!)\W*$",
    re.IGNORECASE,
)
_CALLS_OFF = re.compile(
    r"\b(?:was(?: (?:gonna|going to|meant to|supposed to))?(?: be)?(?: on)?|not|scratch|forget|instead of|moved from|can'?t(?: do)?|cannot|couldn'?t|no longer|originally|missed|rather than|cancelled)\W*(?:the\s+)?$",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:newspaper|paper|article|news|podcast|posted|published|website|site|page|advert|ad|dated|as of|magazine|leaflet|story|issue|edition|updated|listed|accessed|blog|post)\b(?:,? by [\w'’ -]{2,24})?[\s,:(–—-]*$",
    re.IGNORECASE,
)
"""A date behind one of these is that of a source."""
_NOT_FREE = re.compile(r"\W{0,3}(?:can'?t|cannot|no good|not good|is out|is no|cancelled|doesn'?t|didn'?t|won'?t|i have|i work|i'?m at)\b", re.IGNORECASE)


def find_meeting_time(page: Page, people: People, thread: Thread) -> range | None:
    """The day and hour of the meeting: the best supported moment in the notes, None where there is none."""
    best, best_score = None, 2.5
    moments: list[range] = []
    for unit in (*page.units, *page.titles):
        for match in _MOMENT.finditer(page.flat, unit.start, unit.end):
            if (
                is_date_heading(page.flat[unit.start : unit.end])
                and unit.end - unit.start == match.end() - match.start()
                and not unit.label
                and len(page.units) > 3
            ):
                continue
            if match.start() <= unit.start + 2 and len(match[0].split()) == 1 and _DIARY.match(page.text, page.line_at(unit.start).start):
                continue
            score = _score_moment(page, unit, match, people, thread)
            place = range(match.start(), _end_of_moment(page, unit, match))
            moments.append(place)
            if score > best_score:
                best, best_score = place, score
    return _fuller(page, best, moments) if best else None


def _fuller(page: Page, best: range, moments: list[range]) -> range:
    """The moment itself, or the only one that names the same day with its hour where only the day is told: "thurs" at the head, "Thurs 8 October 6.45pm" below."""
    day = page.flat[best.start : best.stop]
    if len(day.split()) > 1 or not day.isalpha():
        return best
    same = re.compile(rf"(?:{re.escape(day[:3])})[a-z]*\b", re.IGNORECASE)
    fuller = [place for place in moments if same.match(text := page.flat[place.start : place.stop]) and _HAS_TIME.search(text)]
    return fuller[0] if len(fuller) == 1 else best


def _end_of_moment(page: Page, unit: Unit, match: re.Match[str]) -> int:
    """Where the moment ends: at an hour named a few words after the day, if the day stands alone."""
    end = match.end() - _loose_end(match[0])
    if _HAS_TIME.search(match[0]):
        return end
    later = _MOMENT.search(page.flat, match.end(), min(unit.end, match.end() + 40))
    near = later is not None and not re.search(r"[.;!?]\s|\b(?:or|until|to)\b", page.flat[match.end() : later.start()])
    return (
        later.end() - _loose_end(later[0])
        if later is not None
        and near
        and (_HAS_TIME.search(later[0]) or re.fullmatch(r"(?:the\s+)?\d{1,2}[.:]\d\d\.?", later[0]))
        and not _HAS_DAY.search(later[0])
        else end
    )


def _loose_end(text: str) -> int:
    tail = re.search(r"(?<![ap]\.m)\.$|[\s,@|/–-]+$|\s+(?:at|on|the|of|from)$", text)
    return len(tail[0]) if tail else 0


def _score_moment(page: Page, unit: Unit, match: re.Match[str], people: People, thread: Thread) -> float:
    text = page.flat[match.start() : _end_of_moment(page, unit, match)]
    day, hour = bool(_HAS_DAY.search(text)), bool(_HAS_TIME.search(text))
    if not day and not hour:
        return 0.0
    score = 3.0 if day and hour else 1.0 if day else 0.5
    score -= 1.5 * bool(re.fullmatch(r"(?:the\s+)?\d{1,2}(?:st|nd|rd|th)", text, re.IGNORECASE))
    score += 0.5 * bool(re.search(_MONTH, text, re.IGNORECASE))
    sentence = next((piece for piece in find_sentences(page, unit) if piece.start <= match.start() < piece.end), None)
    around = sentence.text if sentence else page.flat[unit.start : unit.end]
    author = thread.author_at(unit.start)
    hosted = bool(author) and author == thread.host
    near = page.flat[max(unit.start, match.start() - 70) : min(unit.end, match.end() + 70)]
    score += 2.5 * bool(_MEETING.search(near)) + 2.0 * bool(_AGREED.search(near))
    score += 3.0 * bool(unit.label and _LABEL.match(unit.label)) + 2.0 * bool(
        _LABEL.match(unit.heading) or re.search(r"\b(?:meeting|logistics|hui|appointment)\b", unit.heading, re.IGNORECASE)
    )
    score -= 3.0 * bool(
        not (unit.label and _LABEL.match(unit.label))
        and _NOT_IT.search(f"{unit.label} " + (around if len(around) < 160 else near).replace("?", "." if hosted else "?"))
    )
    score += 4.0 * any(answer.kind == TIME and answer.start <= match.start() < answer.line_end for answer in find_answers(page))
    lead, tail = page.flat[max(unit.start, match.start() - 30) : match.start()], page.flat[match.end() : min(unit.end, match.end() + 25)]
    score -= 3.0 * bool(_SOURCE.search(lead))
    score += 1.5 * bool(_SETTLES.search(lead)) - 3.0 * bool(_CALLS_OFF.search(lead) or _NOT_FREE.match(tail))
    score -= 2.0 * bool(not hour and match.start() == unit.start and re.match(r"\s*(?:[-–—:|]|\s)\s*[A-Z]", page.flat[match.end() : unit.end]))
    score += 1.5 * bool(
        match.start() == unit.start and len(text.split()) > 1 and len(page.flat[unit.start : unit.end].split()) < 11 and not re.search(r"20\d\d|\d\d\d\d", text)
    )
    score += 0.5 * bool(hour and (page.line_at(unit.start).own or unit.end >= len(page.flat.rstrip()) - 2))
    score -= 3.0 * bool(re.search(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b", text, re.IGNORECASE))
    if people.target is not None:
        score += 2.0 * any(re.search(rf"\b{re.escape(part)}\b", around + near, re.IGNORECASE) for part in people.target.parts)
        score -= (0.4 if day and hour else 2.0) * any(
            re.search(rf"\b{re.escape(someone.name.split()[0])}\b", around, re.IGNORECASE) for someone in people.others
        )
    if author:
        score += 2.0 if author == thread.host else -2.0
    deepest = max((line.depth for line in page.lines), default=0)
    score += 1.5 * bool(deepest and not unit.depth and hour)  # what stands above the quoted mail is newer
    return score
