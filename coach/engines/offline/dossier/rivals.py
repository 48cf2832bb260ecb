"""Pairs of statements anywhere in the notes that could be two tellings of one thing, each with the signs by which that is weighed.

A statement is a figure with what it counts (a year, a length of time, a sum, a number of something, an hour) or a place of learning. Whether two of them cannot both be right is told by a
logistic regression fitted by `evals.fit_choices`: what the clauses are about (the kinds of `weighing`), how far the figures are apart,
who is spoken of, whether sources are named, and what speaks for two things and not one (a part, a step, a change).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from coach.engines.offline.dossier.attributes import VALUES
from coach.engines.offline.dossier.clauses import find_sentences
from coach.engines.offline.dossier.headings import LEARNER, OTHER
from coach.engines.offline.dossier.layout import Page
from coach.engines.offline.dossier.scan import Scanner
from coach.engines.offline.dossier.signs import content_words, find_signs, heading_words
from coach.engines.offline.dossier.subjects import Subjects
from coach.engines.offline.dossier.sums import open_sums
from coach.engines.offline.dossier.weighing import NONE, open_weights
from coach.records import About

YEAR, LENGTH, MONEY, COUNT, CLOCK, SCHOOL = "year", "length", "money", "count", "clock", "school"

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: n for n, word in enumerate(_ONES, start=1)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)} | {"hundred": 100, "dozen": 12}
_WORDS |= {word: int(value) for word, value in VALUES.items() if word not in _WORDS and word.isalpha()}
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|(?:a )?(?:{_WORD})(?:[ -](?:and )?(?:{_WORD})){{0,3}})"
_YEAR = re.compile(
    r"(?<![\d.,$£€/-])(?:19[5-9]\d|20[0-4]\d)(?![\d%,.]\d|\d)|(?<=\s)['’]\d\d\b|\btwenty[- ](?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[- ]\w+)?)\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(rf"(?<![\w$£€.,:])({_NUMBER})[ -]?(?:odd )?(?:years?|yrs?|tau|jahre?|ans)\b(?!(?: old|-old| ago| of age))['’]?", re.IGNORECASE)
_MONEY = re.compile(
    r"(?:[$£€]|\b(?:rs|ksh|nzd|usd|eur|r)\.?\s?)\s?(\d[\d,]*(?:\.\d+)?\s?k?)\b|(?<![\w$£€.,:])(\d[\d,.]*\d\s?k?|\d+k)\s?(?:euros?|pounds|dollars|an hour|per hour|/h|a year|per month|a month|the hour)\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:years?|yrs?|months?|mos|weeks?|wks?|days?|hours?|hrs?|mins?|minutes?|times|percent|per|pct|am|pm|o'?clock|km|m|kg|level|st|nd|rd|th|of|to|and|or|in|at|on|for|with|is|was|by|from|a|an|the"
    r"|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?<![\w$£€.,:/'’-])({_NUMBER})(?:[- ](?:ish|odd|or so|or more))?(?=[ -]+(?:of (?:the |their |our |her |his |my |them )?)?((?:[^\W\d_][\w'’-]*[ ]+){{0,3}}[^\W\d_][\w'’-]*))",
    re.IGNORECASE,
)
_HEADCOUNT = re.compile(
    rf"\b(?:workforce|team|staff|crew|headcount|payroll)\s*(?:of|is|=|:)?\s*(?:over |about |around |some |just |only |now )*({_NUMBER})(?![\w-])", re.IGNORECASE
)
_CLOCK = re.compile(
    r"\b(?:(?:half|quarter) (?:past |to )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|(?:ten|five|twenty) (?:past|to) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"|\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]\.?m\.?\b|o'?clock|uhr)|(?<![:\d\[])\d{1,2}[:.h]\d\d(?!\d|%|:\d)|noon|midday|(?<=at )\d{1,2}(?=\W*$|[,;]| (?:on|in|before|after|at)\b)|(?<=@ )\d{1,2}\b)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\d{1,2})\b|\bthe (\d{1,2})(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"\b(?:at|in|from|of|with|through|by|to)\s+(?:the )?((?-i:[A-ZĀĒĪŌŪ])[\w'’&-]+(?:[ ](?:of |and |& )?(?-i:[A-ZĀĒĪŌŪ])[\w'’&-]+){0,3})|((?-i:[A-ZĀĒĪŌŪ])[\w'’-]+(?:[ ](?-i:[A-ZĀĒĪŌŪ])[\w'’-]+){0,2} (?:College|University|Poly\w*|School|Institute|Academy|class of))",
    re.IGNORECASE,
)
_LEARNS = re.compile(
    r"\b(?:trained|training|studied|study|degree|diploma|certificate|cert|college|university|poly\w*|apprentic\w+|qualified|graduat\w+|class of|course|school|intake|learned|learnt|education|master|bachelor|b\.?sc|b\.?a|units)\b",
    re.IGNORECASE,
)

_TELLING = {
    "source": re.compile(
        r"\b(?:web ?site|site|page|linked ?in|fb|facebook|insta\w*|profile|ad|advert|brochure|leaflet|article|paper|newsletter|magazine|podcast|blog|post|plaque|sign|calendar|invite|e-?mail|text|letter|poster|says?|said|told|reckons?|according|acc|swears|insists|list|report|video|caption|herald|times)\b",
        re.IGNORECASE,
    ),
    "but": re.compile(r"\b(?:but|though|however|nah|no|actually|whereas|while|vs|versus|or is it|not sure|disagree\w*|or was it|wait)\b|\?\?", re.IGNORECASE),
    "part": re.compile(
        r"\b(?:of them|of which|of whom|including|plus|each|another|other|alone|only in|on nights|in (?:the )?(?:team|office|kitchen|shop|crew)|here|per|every)\b",
        re.IGNORECASE,
    ),
    "step": re.compile(
        r"\b(?:senior|promoted|head|manager|partner|qualified|registered|finished|graduated|became|made|then|later|moved|left|until|till|ex|former\w*|before|again|back|first|since)\b",
        re.IGNORECASE,
    ),
    "change": re.compile(
        r"\b(?:now|today|later|grew|grown|used to|ago|last year|next year|will|soon|plans?|was|were|had|new|this (?:year|spring|summer|winter|autumn)|opened|expect\w*)\b",
        re.IGNORECASE,
    ),
    "level": re.compile(r"\b(?:senior\w*|junior\w*|start\w*|trainee\w*|apprentic\w*|experienced|top|graduates?|qualified|grade|after)\b", re.IGNORECASE),
    "joins": re.compile(r"\b(?:join\w*|came|come|start\w*|began|since|been|walked|here|there|with us|entered|took|set up|opened|with|at)\b", re.IGNORECASE),
    "meets": re.compile(r"\b(?:meet\w*|see you|when|time|zoom|teams|coffee|interview|talk|visit|reception|call|works|start|start?s|lobby)\b|@", re.IGNORECASE),
    "total": re.compile(
        r"\b(?:all|total|altogether|about|around|some|over|more than|nearly|almost|in a (?:good )?year|a year|every year|last year|this year|workforce|staff)\b",
        re.IGNORECASE,
    ),
}
_LIKELY = 0.4
"""From which probability on two statements are said to contradict each other."""
_NOW = 2026
"""The year that lengths of time are counted to where the notes name no later one."""
_ALIKE, _FAR, _SLACK, _LONGEST_SERVICE, _EARLIEST, _SHORT = 0.03, 0.6, 1.0, 50.0, 7.0, 3
_STAFF = frozenset("staff people persons employees workers us them kaimahi souls hands men ppl".split())
_CROWDS = _STAFF | frozenset("children sheep cattle fish deer tamariki whānau men women kids crew".split())
_RANGE_OF_HOURS = re.compile(r"\b(?:open|opens|shifts?|hours|closed|start(?:s|ed)? (?:work|at)|\d(?:[ap]m)? ?(?:-|–|to|till|until) ?\d)", re.IGNORECASE)
_MY = re.compile(r"\b(?:my|i|i'm|mum|dad|class|homework)\b", re.IGNORECASE)
_LIGHT = frozenset(
    "the a an of in on at for to and or with by from is are was were has have had her his their our my she he they it we i you this that its".split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """A statement: its clause and place, what sort of figure it holds and how much, what it counts, whom it speaks of, and the kinds its clause is likely to be of."""

    start: int
    end: int
    text: str
    sentence: str
    line: int
    sort: str
    value: float
    thing: str = ""
    subject: str = ""
    heading: str = ""
    kinds: Mapping[str, float] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements that may be of one thing, in the order of the notes, with their signs."""

    first: Told
    second: Told
    signs: dict[str, float] = field(hash=False)

    @property
    def about(self) -> About:
        """Whom both speak of, by the likeliest kind."""
        shared = {kind: odds * self.second.kinds.get(kind, 0.0) for kind, odds in self.first.kinds.items() if kind != NONE}
        kind = max(shared, key=lambda name: shared[name], default="")
        return About(kind.split(":")[0]) if ":" in kind else About.MEETING if self.first.sort == CLOCK else About.PERSON


def list_pairs(page: Page, subjects: Subjects, *, ruled: frozenset[tuple[int, ...]] = frozenset()) -> tuple[Pair, ...]:
    """Every two statements that could be rivals, with their signs; `ruled` are the starts of the pairs that the older rules found."""
    told = list(find_told(page, subjects))
    now = max([_NOW, *(int(item.value) for item in told if item.sort == YEAR and _NOW < item.value <= _NOW + 3)])
    pairs = []
    for first, second in combinations(sorted(told, key=lambda item: item.start), 2):
        apart = how_far_apart(first, second, now)
        if apart > 0 and not (first.start < second.end and second.start < first.end):
            pairs.append(Pair(first, second, dict(_signs(first, second, apart, ruled))))
    return tuple(pairs)


def find_told(page: Page, subjects: Subjects) -> Iterator[Told]:
    """The statements of the notes, the hours of the meeting among them."""
    weights = open_weights()
    before, line = "", -1
    scanned: list[tuple[int, int]] = []
    for clause in Scanner(page, subjects).scan():
        signs = find_signs(clause, page, subjects, before=before if clause.unit.line == line else "")
        kinds = weights.weigh(signs, content_words(clause, subjects), heading_words(clause, subjects))
        before, line = max(kinds, key=lambda kind: kinds[kind]), clause.unit.line
        scanned.append((clause.start, clause.end))
        for sort, value, thing in _figures(clause.text, clause.sentence or clause.text):
            yield Told(
                clause.start,
                clause.end,
                clause.text,
                clause.sentence,
                line,
                sort,
                value,
                thing,
                clause.subject,
                clause.unit.heading or clause.unit.label,
                kinds,
            )
    yield from _told_beside(page, scanned)
    yield from _hours(page)


def _told_beside(page: Page, scanned: list[tuple[int, int]]) -> Iterator[Told]:
    """Statements in sentences that the reader of facts leaves out, such as those of somebody else's mail."""
    for unit in page.units:
        for sentence in find_sentences(page, unit):
            if not any(start < sentence.end and sentence.start < end for start, end in scanned):
                for sort, value, thing in _figures(sentence.text, sentence.text):
                    yield Told(sentence.start, sentence.end, sentence.text, sentence.text, unit.line, sort, value, thing, "", unit.heading or unit.label)


def _hours(page: Page) -> Iterator[Told]:
    """The hours named anywhere, each with its sentence on the line."""
    for number, row in enumerate(page.lines):
        for match in _CLOCK.finditer(page.flat, row.body, row.end) if row.kind in {"text", "heading"} else ():
            cuts = [cut.end() for cut in re.finditer(r"[.!?;]\s", page.flat[row.body : match.start()])]
            start = row.body + (cuts[-1] if cuts else 0)
            stop = re.compile(r"[.!?;](?:\s|$)").search(page.flat, match.end(), row.end)
            end = stop.start() if stop is not None else row.end
            text = page.flat[start:end]
            if not _RANGE_OF_HOURS.search(text):
                yield Told(start, end, text, text, number, CLOCK, _as_hour(match[0]), _day_of(text))


def _figures(text: str, sentence: str) -> Iterator[tuple[str, float, str]]:
    """What a clause states: the sort, the value and what is counted."""
    taken: list[tuple[int, int]] = []
    for sort, pattern in ((LENGTH, _LENGTH), (MONEY, _MONEY), (YEAR, _YEAR)):
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield sort, _as_year(match[0]) if sort == YEAR else as_amount(next((group for group in match.groups() if group), match[0])), ""
    for match in _COUNT.finditer(text):
        thing = _thing_counted(match[2])
        if thing and not any(start < match.end(1) and match.start(1) < end for start, end in taken):
            yield COUNT, as_amount(match[1]), thing
    for match in _HEADCOUNT.finditer(text):
        yield COUNT, as_amount(match[1]), "staff"
    if _LEARNS.search(sentence):
        for match in _SCHOOL.finditer(text):
            yield SCHOOL, 1.0, next(group for group in match.groups() if group).lower()


def as_amount(figure: str) -> float:
    """A number in figures or words ("2,400", "a hundred and eighty", "seventy-five", "16k"); 0 where there is none."""
    plain = figure.lower().replace(" ", "")
    digits = re.match(r"\d[\d,]*(?:\.\d+)?", plain)
    if digits is not None:
        return float(digits[0].replace(",", "")) * (1000 if plain.endswith("k") else 1)
    total = part = 0.0
    for word in re.split(r"[\s-]+", figure.lower()):
        value = _WORDS.get(word, 0)
        if value == _WORDS["hundred"] or word == "dozen":
            part = max(1.0, part) * value
        else:
            part += value
    return total + part


def _as_year(text: str) -> float:
    plain = text.lower().strip("'’ ")
    if plain.isdigit():
        return float(plain) if len(plain) == 4 else float(2000 + int(plain) if int(plain) < 40 else 1900 + int(plain))
    return 2000.0 + as_amount(re.sub(r"^twenty[- ]", "", plain))


def _as_hour(text: str) -> float:
    """Hours since midnight; small hours without "am" are those of the afternoon."""
    plain = text.lower().replace(".", ":").replace("h", ":") if "half" not in text.lower() else text.lower()
    if plain in {"noon", "midday"}:
        return 12.0
    said = re.match(r"(half|quarter|ten|five|twenty) (past |to )?(\w+)", text.lower())
    if said is not None:
        hour = float(said[3]) if said[3].isdigit() else float(_WORDS.get(said[3], 0))
        share = {"half": 0.5, "quarter": 0.25, "ten": 1 / 6, "five": 1 / 12, "twenty": 1 / 3}[said[1]]
        hour = hour - share if (said[2] or "").startswith("to") else hour + share
        return hour + 12 if hour < _EARLIEST else hour
    figures = [int(figure) for figure in re.findall(r"\d+", plain)]
    hour = figures[0] + (figures[1] / 60 if len(figures) > 1 else 0)
    late = ("p" in plain and hour < 12) or ("a" not in plain and ":" not in plain[:1] and hour < _EARLIEST)
    return hour + 12 if late else hour


def _day_of(text: str) -> str:
    found = _DAY.search(text)
    return next((group for group in found.groups() if group), "") if found is not None else ""


def _thing_counted(words: str) -> str:
    """The noun of a count, without its plural; empty for a unit or a word with a task in the sentence."""
    for word in words.lower().split():
        if _UNIT.fullmatch(word):
            return ""
        if (word.endswith("s") and not word.endswith("ss") and len(word) > _SHORT) or word in _CROWDS:
            return _singular(word)
    return ""


def _singular(word: str) -> str:
    word = word.strip("'’")
    return "staff" if word in _STAFF else word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")


def how_far_apart(first: Told, second: Told, now: int) -> float:
    """How far two values exclude each other, as the logarithm of their ratio or in years or hours; 0 where both can be right or are not of a sort."""
    sorts = {first.sort, second.sort}
    if sorts == {YEAR, LENGTH}:
        year, length = sorted((first, second), key=lambda item: item.sort != YEAR)
        off = abs(now - year.value - length.value)
        return off / 5 if off > _SLACK and length.value < _LONGEST_SERVICE else 0.0
    if len(sorts) > 1 or not first.value or not second.value:
        return 0.0
    if first.sort == SCHOOL:
        return 0.0 if set(first.thing.split()) & set(second.thing.split()) else 1.0
    if first.sort == YEAR:
        return abs(first.value - second.value) / 5
    if first.sort == CLOCK:
        days = {item.thing for item in (first, second)} - {""}
        return max(abs(first.value - second.value) / 2, 0.5 * (len(days) > 1))
    if first.sort == COUNT and first.thing != second.thing:
        return 0.0
    ratio = abs(math.log(first.value / second.value))
    return ratio if ratio > _ALIKE else 0.0


def _signs(first: Told, second: Told, apart: float, ruled: frozenset[tuple[int, ...]]) -> Iterator[tuple[str, float]]:
    """What speaks for two statements being of one thing, and what against; most of it for each sort apart."""
    sort = first.sort if first.sort == second.sort else "service"
    yield f"sort:{sort}", 1.0
    yield f"{sort} apart", min(2.0, apart)
    yield f"{sort} far", float(apart > _FAR)
    shared = {kind: odds * second.kinds.get(kind, 0.0) for kind, odds in first.kinds.items()}
    same = sum(odds for kind, odds in shared.items() if kind != NONE)
    yield f"{sort} same kind", same
    yield "same kind", same
    best = max((kind for kind in shared if kind != NONE), key=lambda kind: shared[kind], default="")
    if best:
        yield f"kind:{best}", shared[best]
        yield f"{sort} kind:{best}", shared[best]
    yield f"{sort} none", first.kinds.get(NONE, 0.0) * second.kinds.get(NONE, 0.0)
    words = [_words(item.text) for item in (first, second)]
    yield f"{sort} words", len(words[0] & words[1]) / max(1, min(len(words[0]), len(words[1])))
    yield from ((f"{name}", 1.0) for name in _yes_or_no(first, second, sort))
    if first.sort == COUNT:
        yield ("staff", 1.0) if first.thing == "staff" else ("things", 1.0)
    if any(low in range(first.start - 3, first.end + 1) and high in range(second.start - 3, second.end + 1) for low, high in ruled):
        yield "ruled pair", 1.0


def _yes_or_no(first: Told, second: Told, sort: str) -> Iterator[str]:
    for name, pattern in _TELLING.items():
        found = sum(bool(pattern.search(item.text)) for item in (first, second))
        if found:
            yield f"{name} {found}"
            yield f"{sort} {name} {found}"
    apart = second.line - first.line
    yield f"lines {0 if apart == 0 else 1 if apart <= 1 else 2 if apart <= 5 else 3}"
    yield f"{sort} lines {0 if apart == 0 else 1 if apart <= 1 else 2}"
    if first.subject == second.subject:
        yield f"{sort} subject same"
    yield from (f"subject:{item.subject}" for item in (first, second) if item.subject in {OTHER, LEARNER})
    if first.heading and first.heading == second.heading:
        yield "heading same"
    if first.sentence and first.sentence == second.sentence:
        yield f"{sort} sentence same"
    if first.sort == CLOCK:
        days = {item.thing for item in (first, second)} - {""}
        yield f"days {len(days)}"
    if _MY.search(first.text) or _MY.search(second.text):
        yield "mine"


def _words(text: str) -> set[str]:
    return {_singular(word) for word in re.findall(r"[^\W\d_]{3,}", text.lower()) if word not in _LIGHT and word not in _WORDS}


def weigh_pair(pair: Pair, weights: Mapping[str, float]) -> float:
    """The probability that a pair cannot both be right."""
    total = weights.get("bias", 0.0) + sum(weights.get(sign, 0.0) * strength for sign, strength in pair.signs.items())
    return 1 / (1 + math.exp(-total))


def likeliest_rivals(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The pairs that are likely enough to contradict each other, the likeliest first, no statement in two of them."""
    weights = open_sums()["rivals"]
    found: list[Pair] = []
    for odds, pair in sorted(((weigh_pair(pair, weights), pair) for pair in pairs), key=lambda item: -item[0]):
        sides = {pair.first.start, pair.second.start}
        if odds >= _LIKELY and not any(sides & {other.first.start, other.second.start} for other in found):
            found.append(pair)
    return tuple(found)
