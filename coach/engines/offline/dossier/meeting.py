"""When the meeting is and what the learner wants from it, each as it stands in the notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.engines.offline.dossier.clauses import find_sentences
from coach.engines.offline.dossier.layout import Page, Unit, is_date_heading
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.someone import People
from coach.engines.offline.dossier.words import DAYS, MONTHS

_DAY = "(?:" + "|".join(sorted(DAYS, key=lambda word: (-len(word), word))) + r")\b\.?"
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=lambda word: (-len(word), word))) + r")\b\.?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:of\s+|o\s+|de\s+)?{_MONTH}(?:,?\s+20\d\d)?|{_MONTH}\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\b(?![:.]\d)(?:,?\s+20\d\d)?|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?(?![\d:])|\d{{1,2}}\.\d{{1,2}}\.(?:\d{{2,4}})?(?!\d)|20\d\d-\d\d-\d\d"
    r"|(?:the\s+)?\d{1,2}(?:st|nd|rd|th)\b|tomorrow|today|tonight|āpōpō)"
)
_TIME = (
    r"(?:(?:i te )?\d{1,2} karaka|\d{1,2}(?:[.:]\d\d)? in the (?:morning|afternoon|evening)|\d{1,2}(?:[.:]\d\d)?\s?i te (?:ata|ahiahi|pō)"
    r"|\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|a\.m\.?|p\.m\.?)\b\.?|(?:\d{1,2}[:h]|(?:(?<=at )|(?<=, )|(?<=@ )|(?<=day )"
    r"|(?<=[a-z] ))\d{1,2}\.)\d{2}\b(?!\d)(?:\s?(?:hrs|uhr|o'?clock|h)\b)?|\d{1,2}\s?(?:o'?clock|uhr|hours|hrs)\b|half (?:past )?\d{1,2}\b"
    r"|half (?:past )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|quarter (?:past|to) \w+|noon\b|midday\b|midnight\b|lunch ?time\b|arvo\b|morning\b|afternoon\b|evening\b|12 noon)"
)
_ZONE = (
    r"(?:WAT|IST|NZ[SD]?T|AE[SD]T|AW[S]T|AC[SD]T|GMT|BST|UTC|E[SD]?T|C[SD]T|CT|P[SD]?T|CET|CEST|SAST|SGT|HKT|JST|EAT|eastern|central|pacific"
    r"|mountain)(?:\s+time)?\b"
)
_PART = rf"(?:{_DAY}|{_DATE}|{_TIME}|{_ZONE})"
_SEPARATOR = r"(?:\s*(?:\([^()\n]{3,12}\)\s*)?[,@|/–-]?\s*(?:(?:at|the|on|of|from|around|about|ā te|i te|kl|is fine|works|um|a las|à|i)\b,?\s*){0,2}(?:at\s+)?)"
_BARE_HOUR = r"(?:\s+(?:at|about|around)\s+(?:about\s+)?\d{1,2}(?:\.\d\d)?\b(?!\s*(?:-|–|%|st|nd|rd|th|years|people))|\s+[01]\d[0-5]\d\b|\s+2[0-3][0-5]\d\b)"
_MOMENT = re.compile(rf"(?<![\w.:/-])(?:the\s+)?{_PART}(?:{_SEPARATOR}(?:{_PART}|\d{{1,2}}\.\d\d\b(?!\d)))*(?:{_BARE_HOUR})?(?:\s?{_ZONE})?", re.IGNORECASE)
_DIARY = re.compile(rf"\s*[*_#-]*\s*{_DAY}\s*(?:[*_:–—-]|$)", re.IGNORECASE)
_HAS_DAY = re.compile(rf"\b{_DAY}|{_DATE}", re.IGNORECASE)
_HAS_TIME = re.compile(rf"{_TIME}|{_BARE_HOUR}|\s\d{{1,2}}\.\d\d\b", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:meet(?:ing)?|call\b|hui|kōrero|appointment|interview|chat|talk is|talk\b|is my interview|see (?:her|him|them)|said yes|says|lunch|zoom|video"
    r"|visit|coffee|tea room|come (?:to|at|by)|ring(?:ing)?|phone|offered|at the (?:gate|caf)|in (?:the|her|his) (?:reading room|workshop|office|break room)"
    r"|i go to|talk to|kei te hui|tūtaki|tutaki|seeing|lobby)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:when|time|date|meeting|hui|appointment|logistics|when/where|where/when|when and where|meeting time|interview|call|day)\b", re.IGNORECASE
)
_AGREED = re.compile(
    r"\b(?:works|is fine|fine\b|let'?s say|all good|confirmed|see you|suits|booked|offered|said yes|says|agreed|good for|can do|settled|it is|done)\b",
    re.IGNORECASE,
)
_NOT_IT = re.compile(
    r"\b(?:due|deadline|exam|lecture|lab\b|tutorial|bus (?:is|at|leaves|stop|\d)|practice|rego|shift|landlord|until|since|posted|published|by friday"
    r"|assignment|essay|opening hours|open (?:seven|mon)|closed (?:on|for|until|over)|office hours|weekend|would .{0,30} suit|could i come"
    r"|or .{0,12} (?:suit|work)|movie|rent|netball|test\b|birthday|funeral|last (?:week|month|year|bus|day)|joined|started|open(?:s|ed|ing)|fundrais\w+"
    r"|class|swap|homework|driving|presentation|wrote|group|hāngī)\b|\?",
    re.IGNORECASE,
)
_WANT = re.compile(
    r"\b(?:(?:i|we|i'd|id|i would|i'm|im|i am|i've|me)\s+(?:\w+\s+){0,2}?)?(?:(?:want|wanna|wana|wanted|wish|need|hope|hoping|(?:would |'d )?(?:really )?(?:like"
    r"|love)|trying|keen|curious|wondering|wonder)(?:\s+(?:most|really|also|just))*\s*(?:to\s+)?"
    r"(?:know|no|knw|find out|hear|understand|learn|ask|see (?:if|whether|how|what)|work out|figure out|get (?:a|an) (?:idea|sense|feel|picture)|whether|if|how|what|about|decide"
    r"|talk about)|(?:wanna|wana|want to)\b|find out (?:whether|if|how|what)|(?:most|really) like to understand)",
    re.IGNORECASE,
)
_PURPOSE_LABEL = re.compile(
    r"^(?:(?:my )?(?:purpose|goal|aim|reason)s?(?: of .*)?|why(?: (?:her|him|them|this|i'm .*|i am .*|me|talk))?|to work out|(?:what )?i want(?: to (?:know"
    r"|find out|ask))?(?: out of it)?|what i want.*|(?:my )?(?:big |main |own )?questions?(?: .*)?|question i keep having|to find out|i wonder|wondering"
    r"|curious|taku pātai(?: nui)?|pātai|ngā pātai.*"
    r"|āwhina mai|want to (?:know|ask|find out)|what i(?:'m| am) after|he pātai|main thing|q|my (?:big )?(?:question|doubt)s?|what i (?:really|most) .*"
    r"|i want to ask (?:her|him|them)|the thing i want.*)$",
    re.IGNORECASE,
)
_PURPOSE_HEADING = re.compile(
    r"\b(?:questions?|(?<!who )to ask|find out|want to know|want from|want out|pātai|wondering|curious|purpose|goal|why|what i(?:'m| am) after)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"^(?:and|or|also|plus|but)\b", re.IGNORECASE)
_STOPS_SMALL = re.compile(r"\s+(?:also ask|(?:n|and) (?:its|it's|he|she|they)|dont be|don't be|lol|haha|remember|bring)\b")
_MINE = re.compile(r"\b(?:i|me|my|i'm|im|i'd|we|mine)\b", re.IGNORECASE)


def find_meeting_time(page: Page, people: People, thread: Thread) -> range | None:
    """The day and hour of the meeting: the best supported moment in the notes, None where there is none."""
    best, best_score = None, 2.5
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
            if score > best_score:
                best, best_score = range(match.start(), _end_of_moment(page, unit, match)), score
    return best


def _end_of_moment(page: Page, unit: Unit, match: re.Match[str]) -> int:
    """Where the moment ends: at an hour named a few words after the day, if the day stands alone."""
    end = match.end() - _loose_end(match[0])
    if _HAS_TIME.search(match[0]):
        return end
    later = _MOMENT.search(page.flat, match.end(), min(unit.end, match.end() + 40))
    near = later is not None and not re.search(r"[.;!?]\s|\b(?:or|until|to)\b", page.flat[match.end() : later.start()])
    return later.end() - _loose_end(later[0]) if later is not None and near and _HAS_TIME.search(later[0]) and not _HAS_DAY.search(later[0]) else end


def _loose_end(text: str) -> int:
    tail = re.search(r"(?<![ap]\.m)\.$|[\s,@|/–-]+$|\s+(?:at|on|the|of|from)$", text)
    return len(tail[0]) if tail else 0


def _score_moment(page: Page, unit: Unit, match: re.Match[str], people: People, thread: Thread) -> float:
    text = match[0]
    day, hour = bool(_HAS_DAY.search(text)), bool(_HAS_TIME.search(text))
    if not day and not hour:
        return 0.0
    score = 3.0 if day and hour else 1.0 if day else 0.5
    score += 0.5 * bool(re.search(_MONTH, text, re.IGNORECASE))
    sentence = next((piece for piece in find_sentences(page, unit) if piece.start <= match.start() < piece.end), None)
    around = sentence.text if sentence else page.flat[unit.start : unit.end]
    near = page.flat[max(unit.start, match.start() - 70) : min(unit.end, match.end() + 70)]
    score += 2.5 * bool(_MEETING.search(near)) + 2.0 * bool(_AGREED.search(near))
    score += 3.0 * bool(unit.label and _LABEL.match(unit.label)) + 2.0 * bool(
        _LABEL.match(unit.heading) or re.search(r"\b(?:meeting|logistics|hui|appointment)\b", unit.heading, re.IGNORECASE)
    )
    score -= 3.0 * bool(not (unit.label and _LABEL.match(unit.label)) and _NOT_IT.search(around if len(around) < 160 else near))
    score -= 3.0 * bool(re.search(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b", text, re.IGNORECASE))
    if people.target is not None:
        score += 1.0 * any(re.search(rf"\b{re.escape(part)}\b", around, re.IGNORECASE) for part in people.target.parts)
        score -= 2.0 * any(re.search(rf"\b{re.escape(someone.name.split()[0])}\b", around, re.IGNORECASE) for someone in people.others)
    author = thread.author_at(unit.start)
    if author:
        score += 2.0 if author == thread.host else -2.0
    return score


def find_meeting_purpose(page: Page, thread: Thread) -> range | None:
    """What the learner wants to find out: a sentence that says so, else what stands under a label or heading of questions."""
    found = [(score, -start, range(start, end)) for score, start, end in _purposes(page, thread) if end - start > 7]
    return max(found, key=lambda item: item[:2])[2] if found else None


def _purposes(page: Page, thread: Thread) -> Iterator[tuple[float, int, int]]:
    for unit in page.units:
        author = thread.author_at(unit.start)
        if author and author != thread.learner:
            continue
        if unit.label and _PURPOSE_LABEL.match(unit.label.strip("* ")):
            yield 6.0, unit.content, _trim_end(page, unit.content, unit.end)
            continue
        yield from _said(page, unit)
        if _PURPOSE_HEADING.search(unit.heading) and not re.match(r"^\W*\d*\W*$", page.flat[unit.content : unit.end]):
            mine = bool(_MINE.search(page.flat[unit.content : unit.end]))
            yield 3.0 + mine, unit.content, _trim_end(page, unit.content, unit.end)


def _said(page: Page, unit: Unit) -> Iterator[tuple[float, int, int]]:
    sentences = find_sentences(page, unit)
    own = page.line_at(unit.start).own
    for count, sentence in enumerate(sentences):
        want = _WANT.search(page.flat, sentence.start, sentence.end)
        if want is None:
            if own and _MINE.search(sentence.text) and len(sentence.text.split()) > 5:
                yield 1.2, sentence.start, sentence.end
            elif sentence.text.endswith("?") and _MINE.search(sentence.text) and len(sentence.text.split()) > 4:
                yield 1.5, sentence.start, sentence.end
            continue
        before = page.flat[sentence.start : want.start()]
        if re.search(
            r"\b(?:she|he|they|you|who|people|tutor|teacher|mum|dad|doesn'?t|don'?t|never|everybody)\W*(?:\w+\W+)?$", before, re.IGNORECASE
        ) or re.match(r"(?:she|he|they|you)\b", want[0], re.IGNORECASE):
            continue
        mine = bool(_MINE.search(page.flat[sentence.start : sentence.end]))
        if not mine and before.strip() and not re.search(r"[-–*>:(]\s*$|\b(?:to|out)\s*$", before):
            continue
        start = want.start() if page.lower or re.search(r"[-–:(]\s*$", before) or len(before.split()) > 16 else sentence.start
        label = re.match(r"[^:?]{2,60}:\s+", page.flat[sentence.start : want.start()])
        start = sentence.start + label.end() if label and start == sentence.start else start
        end = sentence.end
        if count + 1 < len(sentences) and _GOES_ON.match(sentences[count + 1].text):
            end = sentences[count + 1].end
        yield 5.0 + 0.5 * mine, start, _trim_end(page, start, end)


def _trim_end(page: Page, start: int, end: int) -> int:
    """Without a closing bracket or full stop; in notes without capitals without what no longer belongs to it."""
    text = page.flat[start:end]
    if page.lower:
        stop = _STOPS_SMALL.search(text)
        text = text[: stop.start()] if stop else text
    while text and (text[-1] in " .*" or (text[-1] == ")" and text.count("(") < text.count(")"))):
        text = text[:-1]
    return start + len(text)
