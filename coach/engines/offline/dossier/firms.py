"""Everything in the notes that could be the name of the employer, each weighed by many small signs: what stands before it, its own words, whom its sentence speaks of, addresses, repeats.

No single sign decides: a name needs several that point the same way, and what speaks against it (studies, earlier jobs, somebody else's place, a street, a day) counts as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.engines.offline.dossier.candidates import Candidate
from coach.engines.offline.dossier.cards import find_small_firm
from coach.engines.offline.dossier.layout import Line, Page
from coach.engines.offline.dossier.lexicon import FUNCTION, is_english
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.places import find_organisation, has_organisation_word, is_moment_word
from coach.engines.offline.dossier.smallnames import is_caseless
from coach.engines.offline.dossier.someone import People
from coach.engines.offline.dossier.titles import is_role, is_role_head
from coach.engines.offline.dossier.words import KIN, ORG_WORDS

_KIND = (
    r"(?:company|firm|business|employer|organi[sz]ation|outfit|place|shop|studio|clinic|office|workshop|practice|agency|charity|trust|farm|garage|salon|bakery|kitchen"
    r"|restaurant|hotel|lab|laboratory|factory|yard|boat|co-?op(?:erative)?|centre|center|school|hospital|team|brand|label|gallery|theatre|nursery|kura|station|depot|union|shipyard|ship|port|mine|mill|plant|bank|council|museum|library|university|estate|group|venue|chain|band|club|network|service|department|dept)"
)
_NAMED = re.compile(
    rf"\b{_KIND}s?(?:\s+(?:of|for|that|where)\s+(?:her|him|his|them|s?he|they|hers)(?:\s+(?:works?|is|run|runs|owns?))?)?(?:\s+(?:in|near)\s+\w+)?"
    r"(?:\s*[=:,(–—-]|\s+(?:is|was|has|it)\b|['’]s)?(?:\s+(?:the\s+)?(?:called|named|name(?:\s+(?:is|of))?))?[\s\"“'*_:(]+$",
    re.IGNORECASE,
)
_OWNS = re.compile(
    r"\b(?:runs?|running|owns?|owner of|founded|founder of|co-?founded|set up|started(?: up)?|opened|manages?|own (?:business|company|firm|shop|studio|workshop|practice|thing)"
    r"|boss (?:of|at)|director (?:of|at)|trading as|t/a|joined|moved (?:on )?to|switched to|now (?:at|with|for|in)|employed by|hired by|belongs to|part of|signature (?:says|said|is))"
    r"[\s,:(\"“*_–—-]+(?:the\s+|a\s+)?$",
    re.IGNORECASE,
)
_AT = re.compile(
    rf"(?:@|\b(?:at|for|with|w/?|from|out of|chez|bei|kei|ki)\b)\s*(?:(?:the|a|an|her|his|their|this)\s+)?(?:[a-z]+\s+)?(?:{_KIND}\s+)?(?:called\s+)?[\"“*_]*$",
    re.IGNORECASE,
)
_LOOSE = re.compile(rf"\b(?:in|on|of|by|to)\s+(?:the\s+|a\s+)?(?:{_KIND}\s+)?[\"“*_]*$", re.IGNORECASE)
_WORKS = re.compile(r"\b(?:works?|working|worked for|employed|based|job|career|been|since|years|yrs|there|mahi)\b", re.IGNORECASE)
PRONOUN = re.compile(r"\b(?:s?he|s?he['’]?s|they|theyre|they['’]re|her|his|hers|him|who|we|our|us|ia)\b", re.IGNORECASE)
_STUDIES = re.compile(
    r"(?:\b(?:[A-Z]\.){2,}|\bhas an? [A-Z]|\b(?:stud(?:y|ied|ies|ying)|degrees?|diploma|trained|graduat\w+|bachelor\w*|master'?s?|phd|msc|bsc|ba|mba|b\.?eng|beng|cert\w*|course|apprentice\w*|qualif\w+|tohu|learn(?:ed|t)"
    r"|taught|attended|went to|uni\b|university|polytechnic|scholarship|exams?)\b)[^;\n]{0,40}$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:before(?: that| this)?|formerly|previous(?:ly)?|used to|was|were|ex|first|left|moved from|came (?:over |across )?(?:to us )?from|prior|earlier|until|till|once|started (?:out |off )?(?:at|as|in)"
    r"|came from|not|linkedin says|originally|retired from|after)\b[^.;\n]{0,45}$",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:meet(?:ing)?|coffee|lunch|see (?:her|him|them|you)|interview|chat|am|pm|o'?clock|\d)\b[^.;\n]{0,25}\b(?:at|in|outside|near|by|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NEAR = re.compile(r"\b(?:near|opposite|across from|next to|behind|past|outside|beside|off|between|above|over|under)\s+(?:the\s+|a\s+)?$", re.IGNORECASE)
_MINE = re.compile(r"\b(?:i|i['’]m|im|my|mum|dad|our (?:class|teacher|tutor|course)|assignment|homework)\b[^.;\n]{0,35}$", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:her|his|their|whose|[\w’']+s)\s+(?:\w+\s+)?(?:friend|mate|cousin|brother|sister|husband|wife|partner|dad|mum|father|mother|uncle|aunt\w*|son|daughter|flatmate|neighbou?r)s?\b[^.;\n]{0,35}$",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:article|podcast|interview|award|awards|prize|medal|conference|talk|speech|magazine|newspaper|book|customers?|clients?|contracts?|supplies|sold|sells|competitors?|rival|regulat\w+|members? of|registered with)\b[^.;\n]{0,30}$",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\b(?:st|street|rd|road|ave|avenue|lane|drive|dr|terrace|tce|place|pl|crescent|quay|parade|pde|square|hwy|highway|via|level|floor|platform|gate|room)\.?$",
    re.IGNORECASE,
)
NEVER = re.compile(
    r"^(?:full|part)[- ]time|\bhome\b.*\b(?:about|contact|services)\b|^(?:hi|hello|dear|hey|kia ora|thanks|to|from|cc|re|subject|date)\b|\b(?:certificate|certified|level \d|diploma|bachelor|award|awards|conference|conf|licen[cs]e|act|week|open day|expo|festival|exam|linkedin|facebook|instagram|google"
    r"|seek|youtube|zoom|teams|wikipedia|covid|english|māori|pdf|skip|menu|cookies?)\b",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:@|\bwww\.|https?://(?:www\.)?)(?P<host>[a-z0-9-]{4,}(?:\.[a-z0-9-]+)*)\.[a-z]{2,}\b", re.IGNORECASE)
_FREE_HOSTS = re.compile(
    r"gmail|hotmail|outlook|yahoo|icloud|proton|linkedin|facebook|instagram|google|student|school|\bstu\b|post\b|mail\b|teams|zoom|seek", re.IGNORECASE
)
_RUN = re.compile(r"(?<![\w'’.-])(?=[^\W\d_a-zà-öø-ÿāēīōū])")
_WITHIN = re.compile(r"[A-Z][\w'’-]+\s+(?:at|in|near)\s+(?:the\s+)?$")
"""A name behind another and "at" or "in" is that of the place where the first one is."""
_PARTLY = re.compile(r"\b(?:mostly|mainly|sometimes|also|often|days?(?: a week)?|once|weekends?|shifts?)\s+(?:at|in|for|with)\s+(?:the\s+)?$", re.IGNORECASE)
_FRAGMENT = re.compile(r"\S+ (?:for|to|of|in|at|w) \w+", re.IGNORECASE)
LEARNED = re.compile(r"\b(?:universit\w+|college|polytechnic|wānanga|institute of technology|tafe)\b", re.IGNORECASE)
_TRADES = frozenset(
    """
    ambulance solicitors lawyers barristers chambers accountants butchers meats bakers electricians plumbers florists opticians optometrists eyecare eyewear dentists
    physiotherapy podiatry orthodontics audiology radiology pathology diagnostics scans instruments forge smithy steel metals glazing bricks concrete quarry mining
    minerals drilling offshore marine boatbuilders salmon creamery cheese chocolate coffee roasters kitchen kitchens bistro diner grill pizzeria catering bookshop magazine
    herald times tribune gazette post news radio tv television broadcasting pictures animation comics interiors upholstery textiles fabrics fashion tailors
    clothing shoes leather jewellers jewellery salon spa barbers beauty cosmetics fitness gym sports racing outdoors travel cruises freight haulage couriers trucking
    taxis buses coaches trams metro helicopters aerospace drones satellite telecom telecoms broadband data analytics cyber biotech genomics pharma mutual credit ventures
    capital realty estates property lettings housing carpentry scaffolding surveys cartons packaging print printing bindery parish diocese cathedral rescue shelter aid
    relief mission outreach youth hub hauora aquarium safari hotel inn hostel motel holidays vineyard distillery cidery orchard landscapes landscaping arborists sawmill
    power solar wind hydro gas wastewater recycling environmental ecology conservation wildlife parks rangers customs courts probation prisons corrections sheriff defence
    army navy embassy ministry borough testing glassworks walling paving flooring tiling painting decorating cleaning laundry bridge crew line lines dynamics systems
    """.split()
)
"""Trades and things that often end the name of a firm; too many are family names to tell a person by them."""
_SITE = re.compile(r"\s+(?:plant|branch|site|depot|road|rd|way|street|river|campus|area|region|district|valley|coast)\b(?!\s+[A-Z])")
LEADS = {
    "at": _AT,
    "named": _NAMED,
    "owns": _OWNS,
    "works": re.compile(rf"(?:{_WORKS.pattern}).{{0,40}}$", re.IGNORECASE),
    "studies": _STUDIES,
    "past": _PAST,
    "meeting": _MEETING,
    "near": _NEAR,
    "mine": _MINE,
    "relative": _RELATIVE,
    "source": _SOURCE,
    "partly": _PARTLY,
    "within": _WITHIN,
}
"""What leads to a name, by what it says of it."""
_LEAST = 2.4
_MOST = 4.6


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of the notes while their names are weighed: words of the target and of others, hosts of addresses, the place of the role."""

    target: frozenset[str]
    family: str
    others: frozenset[str]
    hosts: tuple[str, ...]
    role: range | None


def find_firms(page: Page, people: People, thread: Thread, role: range | None) -> Iterator[Candidate]:
    """Every name that could be the employer's and has enough that speaks for it."""
    signs = read_signs(page, people, thread, role)
    for line in page.lines:
        if line.kind not in {"text", "heading", "furniture"}:
            continue
        for found in names_on(page, line):
            weight = weigh_firm(page, line, found, signs)
            if weight >= _LEAST:
                yield Candidate(found, min(_MOST, weight), weighed=True)


def speaks_against(page: Page, place: range) -> float:
    """How much the words of a name and what stands before and behind it speak against it being an employer's."""
    words, line = page.flat[place.start : place.stop], page.line_at(place.start)
    before = page.flat[max(line.body, place.start - 60) : place.start]
    last = words.lower().split()[-1]
    return (
        5.0 * (_tells_moment(words) or bool(NEVER.search(words)))
        + 3.0 * bool(ADDRESS.search(words))
        + 3.0 * (bool(_FRAGMENT.fullmatch(words)) and not has_organisation_word(words))
        + 2.0 * bool(_NEAR.search(before))
        + 2.0 * (words.islower() and " " not in words and words in ORG_WORDS)
        + 1.5 * bool(_WITHIN.search(before) and last not in ORG_WORDS)
        + 1.0 * bool(_PARTLY.search(before))
        + 2.0 * _does_something(words)
        + 1.5 * bool(_SITE.match(page.flat, place.stop))
    )


def _tells_moment(words: str) -> bool:
    """Whether a day or an hour is among the words."""
    first, *rest = words.split()
    dated = any(is_moment_word(word) and not word[0].isdigit() for word in rest) and bool(re.search(r"\d", words))
    return is_moment_word(first) or dated or bool(re.search(r"\b\d{1,2}(?:[.:]\d\d)?\s?[ap]m\b", words, re.IGNORECASE))


def is_family_firm(words: list[str]) -> bool:
    """Whether the words end like "& sons", "and daughters"."""
    return (
        len(words) > 2
        and words[-2].lower() in {"&", "and", "+"}
        and words[-1].lower() in {"sons", "son", "daughters", "daughter", "bros", "brothers", "sisters", "co", "partners"}
    )


def _does_something(words: str) -> bool:
    """Whether two words without capitals are rather a verb and its object: "blows glass"."""
    first, _, rest = words.partition(" ")
    return words.islower() and " " not in rest and bool(rest) and first.endswith("s") and is_english(first[:-1]) and is_english(rest)


def sounds_like_firm(text: str) -> bool:
    """Whether the last word, or a word of an organisation's, tells a firm."""
    words = text.lower().split()
    return has_organisation_word(text) or (len(words) > 1 and words[-1].strip(".,'’()") in _TRADES)


def read_signs(page: Page, people: People, thread: Thread, role: range | None) -> Signs:
    """What is known of the notes before their names are weighed."""
    target = people.target
    hosts = tuple(
        host
        for match in _HOST.finditer(page.text)
        if not _FREE_HOSTS.search(host := re.sub(r"[^a-z0-9]", "", match["host"].lower())) and not _is_learners(page, match.start(), thread)
    )
    return Signs(
        target=target.parts if target is not None else frozenset(),
        family=target.name.split()[-1].lower() if target is not None and " " in target.name else "",
        others=frozenset(part for someone in people.others if someone.acts or someone.heads or someone.roles for part in someone.parts),
        hosts=hosts,
        role=role,
    )


def _is_learners(page: Page, at: int, thread: Thread) -> bool:
    local = page.text[max(0, at - 40) : at].lower()
    return bool(thread.learner) and any(len(part) > 2 and part.lower() in local for part in thread.learner.split())


def names_on(page: Page, line: Line) -> Iterator[range]:
    """The names on a line: with capitals wherever they stand, without them behind the words that lead to one."""
    if not is_caseless(page, line):
        at = line.body
        while (start := _RUN.search(page.flat, at, line.end)) is not None:
            found = find_organisation(page.flat, start.start(), line.end)
            if found is not None:
                yield found
            at = max(start.start() + 1, found.stop if found is not None else 0)
        small = re.compile(r"(?:@|\b(?:at|for|w/?|with|out of|called)\b)\s*(?:the\s+)?(?=[a-z])")
    else:
        small = re.compile(
            r"(?:(?:@|\b(?:at|for|w/?|with|out of|is called|is named?|called|named|name|says|from|in the|on the|runs|owns|joined)\b)\s*(?:the\s+)?|(?:is|,|[-–—|/])\s+|^\W*)(?=[^\W\d_])",
            re.IGNORECASE,
        )
    for match in small.finditer(page.flat, line.body, line.end):
        found = find_small_firm(page.flat, match.end(), line.end)
        words = page.flat[found.start : found.stop].split() if found is not None else []
        if (
            found is not None
            and len(words) > 1
            and words[0].lower() not in FUNCTION | {"works", "work", "working", "worked", "runs", "has", "employed"}
            and (
                has_organisation_word(" ".join(words[1:]))
                or sounds_like_firm(" ".join(words))
                or is_family_firm(words)
                or _NAMED.search(page.flat, line.body, match.end())
            )
            and not any(word.lower() in KIN for word in words)
        ):
            yield found


def weigh_firm(page: Page, line: Line, place: range, signs: Signs) -> float:
    """What speaks for a name, less what speaks against it."""
    words = page.flat[place.start : place.stop]
    plain = [word.lower().strip(".,'’()") for word in words.split()]
    core = [word for word in plain if word not in FUNCTION and word not in {"&", "ko", "he", "nō", "kei"}]
    foreign = set(core) <= signs.others and not sounds_like_firm(words)
    if not core or set(core) <= signs.target | {signs.family} or foreign or (is_role_head(plain[-1]) and not sounds_like_firm(words)):
        return 0.0
    if is_role(words) and not sounds_like_firm(words):
        return 0.0
    before, after, clause = find_around(page, line, place)
    return (
        _own_words(words, core, signs)
        + _before(before, after)
        + _whom(page, line, place, clause, signs)
        + _repeats(page, core, signs)
        - speaks_against(page, place)
        - _elsewhere(before, clause, frozenset(core), signs)
    )


def find_around(page: Page, line: Line, place: range) -> tuple[str, str, str]:
    """What stands before a name and behind it in its sentence, and the sentence."""
    start = max((match.end() for match in re.finditer(r"(?<!\b[A-Z])[.!?]\s+(?=\S)|\n", page.flat[line.body : place.start])), default=0) + line.body
    stop = re.compile(r"[.!?](?:\s|$)|\n").search(page.flat, place.stop, line.end)
    end = stop.start() if stop is not None else line.end
    return page.flat[start : place.start], page.flat[place.stop : end], page.flat[start:end]


def _own_words(words: str, core: list[str], signs: Signs) -> float:
    """The words of the name: a kind of organisation in it, several words, the family name of the person, the host of an address."""
    known = core[-1] in ORG_WORDS or (sounds_like_firm(words) and not is_role_head(core[-1]))
    joined = re.sub(r"[^a-z0-9]", "", words.lower())
    hosted = any(len(host) > 4 and (joined.startswith(host[:12]) or host.startswith(joined[:12])) for host in signs.hosts) and len(joined) > 4
    family = (
        bool(signs.family) and signs.family.rstrip("s") in {word.removesuffix("'s").removesuffix("’s").rstrip("s") for word in core} and len(words.split()) > 1
    )
    kin = bool(re.search(r"(?:&|\band|\+) (?:sons?|daughters?|bros|brothers|sisters?|co|partners|associates|family)\b", words, re.IGNORECASE))
    odd = any(not is_english(word) for word in core)
    return -0.9 * bool(LEARNED.search(words)) + 1.1 * known + 0.4 * (len(core) > 1) + 2.6 * hosted + 1.2 * family + 1.4 * kin + 0.3 * odd


def _before(before: str, after: str) -> float:
    """The words that lead to the name, or what is said of it behind."""
    lead = 1.9 if _NAMED.search(before) or _OWNS.search(before) else 1.2 if _AT.search(before) else 0.4 if _LOOSE.search(before) else 0.0
    alone = not before.strip(' *_#-•|"“') and not after.strip(' *_#.|"”:,')
    owner = bool(re.search(r"©|\(c\)|copyright", before + after, re.IGNORECASE))
    tells = (
        re.match(r"\s+(?:is an?|has (?:about )?\d|was (?:founded|started|set up)|employs|makes|runs|helps|builds|provides|carries|looks after|sells)\b", after)
        is not None
    )
    return lead + 0.5 * alone + 0.8 * owner + 0.7 * tells + 0.4 * (lead > 1 and bool(_WORKS.search(before)))


def _whom(page: Page, line: Line, place: range, clause: str, signs: Signs) -> float:
    """Whether its sentence, or the line before, speaks of the person or of the job; a name that heads the whole page is that of its owner."""
    named = bool(set(re.findall(r"[^\W_]+", clause.lower())) & signs.target)
    top = not page.flat[: place.start].strip(" \n#*_=-") and sounds_like_firm(page.flat[place.start : place.stop])
    return max(0.9 * named, 1.4 * top, _beside_job(page, line, place, clause, signs.role), 0.5 * bool(PRONOUN.search(clause)))


def _beside_job(page: Page, line: Line, place: range, clause: str, role: range | None) -> float:
    """How near the job stands: parted by one mark, on the line or one of the two above, or named in the line above."""
    if role is None:
        return 0.0
    job = page.flat[role.start : role.stop].lower()
    above = next((other for other in reversed(page.lines[max(0, line.number - 3) : line.number - 1]) if other.kind != "blank"), None)
    begins = not page.flat[line.body : place.start].strip(" *_")
    under = above is not None and begins and job in page.flat[above.body : above.end].lower()
    near = page.line_at(role.start).number in {line.number, line.number - 1, line.number - 2} or job in clause.lower()
    parted = 0 <= place.start - role.stop < 60 and bool(re.fullmatch(r"\s*(?:\([^)\n]*\))?\s*[,|/–—-]\s*", page.flat[role.stop : place.start]))
    return max(1.2 * under, (0.7 + 0.6 * begins) * (near + parted))


def _repeats(page: Page, core: list[str], signs: Signs) -> float:
    """How often the notes come back to its telling word."""
    telling = next((word for word in core if not is_english(word) and len(word) > 3 and word not in signs.target), "")
    count = len(re.findall(rf"(?<!\w){re.escape(telling)}", page.flat, re.IGNORECASE)) if telling else 0
    return min(0.9, 0.3 * max(0, count - 1))


def _elsewhere(before: str, clause: str, core: frozenset[str], signs: Signs) -> float:
    """Signs that it is another place: of study, of an earlier job, of the meeting, of somebody else, of the learner."""
    tokens = set(re.findall(r"[^\W_]+", clause.lower()))
    foreign = bool(tokens & (signs.others - core)) and not tokens & signs.target
    return (
        2.5 * bool(_STUDIES.search(before))
        + 1.6 * bool(_PAST.search(before))
        + 1.2 * bool(_MEETING.search(before))
        + 2.0 * foreign
        + 2.0 * bool(_MINE.search(before) or _RELATIVE.search(before))
        + 1.5 * bool(_SOURCE.search(before))
    )
