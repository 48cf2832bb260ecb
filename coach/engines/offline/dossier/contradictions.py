"""Statements that cannot both be right: two years for one beginning, two sizes of one organisation, two places of work, two moments for one meeting.

Every two statements of one attribute are weighed: how seldom the attribute has two values, whether each side names its source, whether one is set against the
other ("but", "no, she is"); a change over time, a part of a whole, another person or another employer speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from coach.engines.offline.dossier.attributes import EXPLANATIONS, KEYS
from coach.engines.offline.dossier.layout import Page
from coach.engines.offline.dossier.statements import Statement, find_statements
from coach.engines.offline.dossier.titles import is_role
from coach.engines.offline.dossier.trimming import Finding
from coach.engines.offline.dossier.values import differ
from coach.records import About, DraftContradiction

_ENOUGH, _SOURCE_NAMED, _SET_AGAINST = 1.0, 0.35, 0.4
_ONE_VALUE = {
    "start_year": 0.8,
    "age": 0.65,
    "count": 0.3,
    "founded": 1.0,
    "trained_since": 1.0,
    "size": 0.7,
    "sites": 0.65,
    "tenure": 0.65,
    "training": 0.65,
    "credential": 0.65,
    "owner": 0.65,
    "role": 0.5,
    "meeting_time": 0.65,
    "meeting_day": 0.5,
    "meeting_place": 0.65,
}
_MANY_VALUES = 0.4
"""How far two values of one attribute are a contradiction by themselves."""

_SOURCE = re.compile(
    r"\b(?:e ai ki|web ?sites?|sites?|web ?pages?|home ?page|page|pg|linked ?in|fb|facebook|insta\w*|bio|profile|ad|advert|brochure|leaflet|articles?"
    r"|(?:news)?paper|journal|magazine|radio|podcast|video|blog|post|plaque|plate|guide ?books?|van|card|sign|signature"
    r"|sig|newsletter|calendar|diary|invite|e-?mail|mail|text|letter|truck|letterhead|intranet|note|message|pae tukutuku|seek|indeed|careers|stuff"
    r"|google|yelp|glassdoor|xing|wiki\w*|shows?"
    r"|lists?|booklet|flyer|poster|caption|report|at the gate|web|internet|online|forum|twitter|youtube|recruiter|agency|phone|herald"
    r"|register|directory|wikipedia|says?|say me|said|saying|footer|label|guardian|swears?|insists?|remembers?|reckons?|told|tells|thinks?|according|acc\.? to|per|stands|written|claims?|talks? of|herself"
    r"|himself|themselves|(?:her|his|own) words)\b"
    r"|^\W*(?!(?:the |our |my )?(?:she|he|they|firm|company|business|place|shop|role|job|work|before|now|start\w*|joined|meet\w*|when|where|time"
    r"|staff|size|team|pay|study|training|name|age|news|why|who|what|history|founded|previous\w*|path)\b)[a-zāēīōū'’]+(?: [a-z]+)?:|\((?:the |my "
    r"|from |via )?[a-zāēīōū'’]+(?: [\w'’]+){0,2}\)",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\b(?:came|come|since|from|join\w*|start\w*|began|begin|there|here|found\w*|establish\w*|est|opened|te tau|years?)\b", re.IGNORECASE)
_LINE_HEAD = re.compile(r"[^:.;|]{3,40}:(?=\s)")
_CONTRAST = re.compile(
    r"\b(?:but|though|however|nah|no(?=[,: ]+(?:wait|she|shes|he|hes|they|it|its|not)\b)|actually|not what|whereas|while|vs|versus|another"
    r"|different(?:ly)?|or is it|don'?t know (?:which|what)|not sure which|which is (?:right|true|correct)|two pages|disagree\w*|depends"
    r"|contradict\w*|or maybe|or was it)\b|\bv\.? |\?\?|\bor (?=\d)",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"\b(?:senior|promoted|head|manager|partner|qualified|registered|finished|graduated|moved (?:on|in|to|up)|became|made|then|later|now|nowadays"
    r"|volunteer\w*|intern\w*|student|temp\w*|casual|permanent|full[- ]time|left|until|till|ex|former\w*|before|own (?:firm|business|company)"
    r"|the staff(?! page)|again|back)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:then|now|today|nowadays|later|grew|grown|growing|used to|from \d+ to|by 20\d\d|in (?:19|20)\d\d|ago|last year|next year"
    r"|will|soon|plans?|in (?:summer|winter|season)|was|were|had|moved)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:(?:her|his|my|their) (?:team|crew|lot|gang|section|shift)|of them|of which|including|plus|at (?:the|this|our|each) \w+|here|volunteers?|apprentices?|per|each|another|other|alone|as well|more"
    r"|only in|nationwide|worldwide|globally|in the (?:office|field|shop|shed|team))\b(?!\s+page)",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:moved|now|instead|changed?|scratch|rather|edit|make it|or|can'?t|cannot|bus|train|finish\w*|start\w*|opens?|until|till|leave\w*|arriv\w*"
    r"|school|shift|works? for|suits?|how about|back at|by|ring|call|confirm|reminder|due|was|new time|book(?:ed)?|after|before)\b|->|→",
    re.IGNORECASE,
)
_MEETS = re.compile(r"\b(?:meet\w*|see you|times?|when|calendar|invite|zoom|teams|coffee|interview|appointment|talk|hui|chat|kōrero|visit)\b", re.IGNORECASE)
_SELF = re.compile(
    r"(?<!\w)(?:i(?! (?:te|t[iī]mata|tana|tōna|mahi|reira|roto|runga|konei|tipu|whānau)\b)|i'?m|i'?ve|my (?:class|school|course|job"
    r"|work)|ive|im)(?!\w)",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"^(?!.*\b(?:apprentic\w+|training|course|degree|takes?)\b).*\b(?:been|there|here|with|since|at|works?|working|experience|exp|for)\b", re.IGNORECASE
)
_RECENT = re.compile(r"\b202[4-9]\b")
_SHE_SAID = re.compile(r"\b(?:she|he|they)\b[^.;]{0,15}\b(?:says?|said|told|writes|wrote|written)\b[^.;:]{0,12}:\s*i\b", re.IGNORECASE)
_SOMEBODY_ELSE = re.compile(
    r"(?<!told )(?<!told to )\b(?:my|her|his|their|the)\s+(?:\w+\s)?(?:brother|sister|husband|wife|partner|son|daughter|mum|mom|dad|father|mother|cousin|aunt\w*|uncle|boss"
    r"|colleague|friend|mate|co-?founder)\b(?!\s*:|.{0,25}\b(?:says?|said|reckons?|told|thinks?|heard|seen?|saw|thought)\b)",
    re.IGNORECASE,
)
_ORG_NAME = re.compile(
    r"\b(?:join(?:ed|s)?|entered(?: in)?|came to|at|with|for)\s+(?:the |this |our )?(?!(?:us|them|it|in|on|as|a|an|present|firm"
    r"|company|team|house|business|staff|present|now|here|there|website|site|page|same|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|early|late"
    r"|mid)[a-z]*\b)([^\W\d][\w'’&-]+)",
    re.IGNORECASE,
)
_WILD_VERB = re.compile(r"\b(?:came|arrived|entered)\b", re.IGNORECASE)
_OBJECT = re.compile(
    r"\b(?:start(?:ed|s)?|began|begin)\s+(?!(?:in|there|here|at|with|as|on|training|working|work|off|out|back|around|about|from"
    r"|her training|his training|the job|this job|since|mid|early|late|\W|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\w+",
    re.IGNORECASE,
)
_DIRECTLY = re.compile(r"\b(?:directly|straight)\b", re.IGNORECASE)
_JUST_BEFORE = re.compile(r"\bbefore this\b", re.IGNORECASE)
_NAMED = re.compile(r"^\W*((?:[^\W\d]+\s+){1,2})(?:only |first |really )?(?:joined|started|began|came|works?|worked|is|was|trained|studied)\b", re.IGNORECASE)
_NO_NAMES = frozenset(
    "she he they who it and but only also has had i we that which this no so where when then there site page website magazine article company firm".split()
)
_HE, _SHE = (re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for words in ("he|his|him|he's|hes", "she|her|hers|she's|shes"))
_NEAR = 150
_BARE = frozenset({"year_bare", "length_bare"})
"""Values without a verb of their own ("or 2012", "4 years her mail says"): they belong to the attribute that was told just before or after."""

_BARE_FOR = {
    "start_year": ("year_bare", {"start_year", "start_label", "start_bare", "start_range"}),
    "founded": ("year_bare", {"founded"}),
    "tenure": ("length_bare", {"tenure"}),
    "training": ("length_bare", {"training"}),
}
_OF_FIRM = re.compile(r"\b(?:gate|plaque|van|firm|company|business|sign)\b", re.IGNORECASE)
_NEXT_STEP = re.compile(r"\b(?:then|also|later|plus|afterwards|moved|again|too|days?|part[- ]time)\b", re.IGNORECASE)
_PERSONAL = re.compile(r"\b(?:she|he|i|did|was|(?:her|his|my) (?:apprentic\w+|training|degree|course|cert\w*|diploma))\b", re.IGNORECASE)
_LEVELS = re.compile(
    r"\b(?:senior\w*|junior\w*|start\w*|trainee\w*|apprentice\w*|after|experienced|manager\w*|head|top|london|graduates?|qualified)\b", re.IGNORECASE
)
_ADJACENT = frozenset({"count", "any_year", "any_length", "any_money"})
"""Values of whatever attribute: a contradiction only where both stand close together, each with its source."""

_OTHER_EVENT = re.compile(
    rf"{_STEP.pattern}|\b(?:born|degree|education|b\.?a|b\.?sc|class of|cert\w*|diploma|licen[cs]e|stud\w+|won|awards?|opened|built|published|posted|trained|updated|pasted|dated?|renovat\w+|bought"
    rf"|sold)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"(?!)")
_SPEAKS_AGAINST = {
    "start_year": _STEP,
    "trained_since": _NEVER,
    "founded": re.compile(r"\b(?:she|he)(?::|\s+(?:joined|came|is|has)\b)", re.IGNORECASE),
    "tenure": re.compile(rf"{_STEP.pattern}|\b(?:was|were|worked|did|spent|after|first|as an?)\b", re.IGNORECASE),
    "size": _PART,
    "sites": _PART,
    "count": _PART,
    "training": _PERSONAL,
    "any_year": _OTHER_EVENT,
    "any_length": re.compile(rf"{_OTHER_EVENT.pattern}|\b(?:was|were|had|after|did|worked|spent|for)\b", re.IGNORECASE),
    "any_money": re.compile(r"\b(?:senior\w*|junior\w*|after|experienced|manager\w*|head|then|was|now|plus)\b", re.IGNORECASE),
    "pay": _LEVELS,
    "credential": _NEVER,
}
"""What shows that a clause tells of a step, a part, one person's training or one level, so that its value is no rival of another."""


def find_contradictions(page: Page, findings: list[Finding]) -> tuple[DraftContradiction, ...]:
    """The pairs of statements that disagree, each with a sentence that says on what; no statement stands on more than one pair of its attribute."""
    statements = list(find_statements(page))
    statements += [read for read in _from_findings(page, findings) if all(item.at != read.at for item in statements)]
    statements += [read for read in _from_moves(page) if all(item.at != read.at or item.key != read.key for item in statements)]
    thread = bool(re.search(r"^[>\s]*(?:from|sent|date)\s*:|\bwrote\s*:", page.text, re.IGNORECASE | re.MULTILINE))
    pairs = []
    for first, second in combinations(sorted(statements, key=lambda item: item.at), 2):
        key = _shared_key(first, second)
        if not key or _overlap(first, second) or (key in _ADJACENT and _told_apart(statements, first, second)) or (key.startswith("meeting") and thread):
            continue
        weight = _weigh(page, key, first, second) + _told_of_person(findings, key, first, second)
        if weight >= _ENOUGH:
            pairs.append((weight, key, first, second))
    found: list[DraftContradiction] = []
    used: set[tuple[str, int]] = set()
    quoted: list[set[int]] = []
    for _, key, first, second in sorted(pairs, key=lambda pair: (pair[1] in _ADJACENT, -pair[0], pair[2].at, pair[3].at)):
        if {(key, first.at), (key, second.at)} & used or (key in _ADJACENT and {first.at, second.at} & {at for _, at in used}):
            continue
        used |= {(key, first.at), (key, second.at)}
        if any({first.start, second.start} == ends for ends in quoted):
            continue
        quoted.append({first.start, second.start})
        quotes = (page.text[first.start : first.end], page.text[second.start : second.end])
        found.append(DraftContradiction(quotes=quotes, about=first.about, key=KEYS.get(key, key), explanation=EXPLANATIONS[key]))
    return tuple(found)


def _told_apart(statements: list[Statement], first: Statement, second: Statement) -> bool:
    """Whether two values are known to belong to attributes of their own that differ."""
    one, other = ({state.key for state in statements if state.at == item.at} - _ADJACENT - _BARE for item in (first, second))
    return bool(one and other and not one & other)


def _told_of_person(findings: list[Finding], key: str, first: Statement, second: Statement) -> float:
    """A little more where both beginnings lie in facts about the person to be met; nobody else's beginnings are meant then."""
    facts = [finding for finding in findings if finding.about is About.PERSON]
    return 0.2 if key == "start_year" and all(any(fact.start <= item.at < fact.end for fact in facts) for item in (first, second)) else 0.0


def _from_findings(page: Page, findings: list[Finding]) -> Iterator[Statement]:
    """Beginnings that were read off the place they stand in ("began here: 2013", "trainee from 2010")."""
    for finding in findings:
        text = page.text[finding.start : finding.end]
        year = re.match(r"\W*(?:\w+ ){0,3}(?:from |since |in )?((?:19|20)\d\d)(?=\W*$|\s*\(|(?<=[a-z] \d{4}),)", text)
        if finding.key == "start_year" and finding.about is About.PERSON and year and not re.search(r"\b(?:has|have|had|its?|they)\b", text, re.IGNORECASE):
            yield Statement(finding.start, finding.end, "start_year", finding.about, year[1], "", text, text, finding.start + year.start(1))


_MOVE = re.compile(r"\bmoved (?:over |across )?to (?:the )?(?P<firm>[^\W\d][\w'’&-]+)(?: [\w&]+){0,2} (?:in|around|about) (?P<year>(?:19|20)\d\d)\b")


def _from_moves(page: Page) -> Iterator[Statement]:
    """Beginnings told as a move to a firm that the notes elsewhere say somebody is at, with or for; a move to a town is none."""
    for move in _MOVE.finditer(page.text):
        if re.search(rf"\b(?:at|with|for|@)\s+(?:the )?{re.escape(move['firm'])}\b", page.text, re.IGNORECASE):
            line = page.text[page.text.rfind("\n", 0, move.start()) + 1 :].partition("\n")[0]
            clause = move[0].replace("moved", "came", 1)
            yield Statement(move.start(), move.end(), "start_year", About.PERSON, move["year"], "", clause, line, move.start("year"))


def _shared_key(first: Statement, second: Statement) -> str:
    """The attribute that two statements share, empty where they share none."""
    keys = {first.key, second.key}
    if keys & _BARE:
        full = keys - _BARE
        near = len(full) == 1 and abs(second.at - first.at) < _NEAR
        return next((key for key, (bare, fuller) in _BARE_FOR.items() if bare in keys and full <= fuller), "") if near else ""
    if keys == {"start_range"}:
        return ""
    plain = {"start_year" if key.startswith("start_") else key for key in keys}
    if plain in ({"source_says"}, {"source_says", "role"}):
        return "role" if is_role(first.value) and is_role(second.value) else ""
    if "since" in plain:
        return _since_what(plain, first, second)
    if len(plain) == 1:
        return plain.pop()
    served = all(_SERVICE.search(item.clause) for item in (first, second) if item.key == "tenure")
    return "tenure" if served and plain in ({"tenure", "start_year"}, {"tenure", "since_lately"}) else ""


def _since_what(plain: set[str], first: Statement, second: Statement) -> str:
    """Whether "since 1981" alone tells when the firm or when the person began, beside a statement that says so."""
    bare = (first if first.key == "since" else second).line
    if plain == {"founded", "since"}:
        return "" if any(pattern.search(text) for pattern in (_HE, _SHE) for text in (bare, first.clause, second.clause)) else "founded"
    return "start_year" if plain == {"start_year", "since"} and not _OF_FIRM.search(bare) else ""


def _overlap(first: Statement, second: Statement) -> bool:
    return first.at == second.at or (first.start, first.end) == (second.start, second.end)


def _weigh(page: Page, key: str, first: Statement, second: Statement) -> float:
    """How far two statements are a contradiction; 0 where they speak of different things or agree."""
    if (
        _spoken_of_others(first)
        or _spoken_of_others(second)
        or _other_person(first, second)
        or not _same_thing(page, key, first, second)
        or not differ(page.text, first, second)
    ):
        return 0.0
    between = page.flat[first.end : second.start] + second.clause if second.start - first.end < 200 else second.clause
    weight = _ONE_VALUE.get(key, _MANY_VALUES)
    if {first.key, second.key} & _BARE:
        weight = 0.45
    if key == "location" and first.subject and second.subject:
        weight = 0.65
    if key == "previous" and _DIRECTLY.search(first.clause) and _DIRECTLY.search(second.clause):
        weight = _ENOUGH
    if "start_role" in {first.key, second.key}:
        weight = _MANY_VALUES
    if key == "previous" and _JUST_BEFORE.search(first.clause) and _JUST_BEFORE.search(second.clause):
        weight = 0.65
    if {first.key, second.key} & {"start_year"} and "tenure" in {first.key, second.key}:
        weight = 0.9 if _RECENT.search(page.text) else 0.35
    named = _sources(page, first, second)
    if key.startswith("any_"):
        shared = set(re.findall(r"[^\W\d]{5,}", first.clause.lower())) & set(re.findall(r"[^\W\d]{5,}", second.clause.lower()))
        alike = shared or all(_BEGINS.search(item.clause) for item in (first, second))
        return _ENOUGH if alike and (named > 1 or (named and shared and _CONTRAST.search(between))) else 0.0
    weight += _SOURCE_NAMED * named
    return weight + (_SET_AGAINST if _CONTRAST.search(between) or _CONTRAST.search(_sentence(page, second)) else 0.0)


def _sources(page: Page, first: Statement, second: Statement) -> int:
    """How many of two statements name their source; one that both stand beside in a sentence counts once, one before a colon counts for its whole line."""
    sentences = [_sentence(page, item) for item in (first, second)]
    if sentences[0] == sentences[1]:
        return min(2, len(list(_SOURCE.finditer(sentences[0]))))
    heads = [_LINE_HEAD.match(item.line) for item in (first, second)]
    return sum(bool(_SOURCE.search(words) or (head and _SOURCE.search(head[0]))) for words, head in zip(sentences, heads, strict=True))


def _sentence(page: Page, item: Statement) -> str:
    """The sentence around a statement, with what stands in brackets behind it."""
    line = page.line_at(item.at)
    before = max((match.end() for match in re.finditer(r"[.!?;]\s|\s/\s", page.text[line.body : item.at])), default=0) + line.body
    after = re.search(r"[.!?;](?:\s|$)|\s/\s", page.text[item.at : line.end])
    return page.text[before : item.at + after.start() if after else line.end]


def _spoken_of_others(item: Statement) -> bool:
    """Whether the learner or somebody's relative is the one whom the statement is about."""
    lead = item.clause
    return (item.about is About.PERSON and bool(_SOMEBODY_ELSE.search(lead))) or (
        bool(_SELF.search(lead)) and item.key != "credential" and not re.search(r'["“]', item.line) and not _SHE_SAID.search(item.line)
    )


def _other_person(first: Statement, second: Statement) -> bool:
    """Whether the one speaks of a man, the other of a woman, or each of somebody by another name."""
    if first.about is not About.PERSON:
        return False
    he, she = ([bool(pattern.search(item.clause)) for item in (first, second)] for pattern in (_HE, _SHE))
    if (he[0] and she[1] and not she[0] and not he[1]) or (she[0] and he[1] and not he[0] and not she[1]):
        return True
    named = [{name.lower() for names in _NAMED.findall(item.clause) for name in names.split()} - _NO_NAMES for item in (first, second)]
    return all(named) and not named[0] & named[1]


def _same_thing(page: Page, key: str, first: Statement, second: Statement) -> bool:
    """Whether two statements of one attribute are about one thing at one time, as far as their words show."""
    both = (first, second)
    if key.startswith("meeting"):
        meets = any if key == "meeting_time" else all
        return (
            meets(_MEETS.search(item.line) for item in both)
            and not any(_MOVED.search(_sentence(page, item)) for item in both)
            and not _other_day(key, first, second)
        )
    if any(_SPEAKS_AGAINST.get(key, _NEXT_STEP).search(_sentence(page, item) if key.startswith("any_") else item.clause) for item in both):
        return False
    if "year_bare" in {first.key, second.key} and any(_OTHER_EVENT.search(item.line) for item in both if item.key == "year_bare"):
        return False
    if key == "start_year" and any(item.key == "start_label" and _OF_FIRM.search(item.line) for item in both):
        return False
    if key == "start_year":
        return not any(_OBJECT.search(item.clause) for item in both) and _same_employer(page, first, second)
    if key in _ADJACENT and abs(second.at - first.at) > _NEAR:
        return False
    if key in {"size", "sites", "count"} and any(_CHANGED.search(item.clause) for item in both):
        return False
    return bool({first.key, second.key} & _BARE) or _same_subject(key, first, second)


def _same_subject(key: str, first: Statement, second: Statement) -> bool:
    """Whether what was counted, learned or licensed has one name; a degree needs none."""
    if key == "location" and {first.subject, second.subject} & {"", "one"}:
        return True
    if key == "credential":
        return (first.subject or "degree")[:5] == (second.subject or "degree")[:5]
    singular = [re.sub(r"(?:es|s)$", "", item.subject) for item in (first, second)]
    return singular[0] == singular[1]


def _other_day(key: str, first: Statement, second: Statement) -> bool:
    """Whether the two name different days, so that the one is likely to have taken the place of the other."""
    days = [
        set(
            re.findall(
                r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
                r"|dec)",
                item.line.lower(),
            )
        )
        for item in (first, second)
    ]
    return key == "meeting_time" and first.line != second.line and all(days) and not {day[:3] for day in days[0]} & {day[:3] for day in days[1]}


def _same_employer(page: Page, first: Statement, second: Statement) -> bool:
    """Whether two beginnings may be with one employer: the same name, or a name that the notes bear out against none."""
    names = [{name.lower() for name in _ORG_NAME.findall(item.clause)} for item in (first, second)]
    if all(names):
        return bool({name[:5] for name in names[0]} & {name[:5] for name in names[1]})
    named = names[0] | names[1]
    wild = any(
        _WILD_VERB.search(item.clause)
        and not re.search(
            r"\b(?:company|firm|team|house|us|here|there|on board|aboard|crew"
            r"|business)\b",
            item.clause,
        )
        for item in (first, second)
    )
    if not named:
        return not wild or not re.search(r"\bcame\b", first.clause + second.clause)
    return any(len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", page.text, re.IGNORECASE)) >= 2 for name in named)
