"""Who is to be met, who else is named, and by which pronoun each is spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from coach.engines.offline.dossier.layout import Line, Page
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.names import Mention, find_mentions, find_small_name, find_small_name_before
from coach.engines.offline.dossier.places import has_organisation_word
from coach.engines.offline.dossier.profiles import find_entries
from coach.engines.offline.dossier.titles import find_role, is_role

_MEET = (
    r"(?:meet(?:ing)?(?: up)?(?: with)?|see(?:ing)?|visit(?:ing)?|interview(?:ing)?(?: of information)?(?: with)?|talk(?:ing)?(?: to| with)|speak(?:ing)?(?: to| with)|chat(?:ting)?(?: to| with| w/?| prep)?"
    r"|call(?:ing)?(?: with)?|ring(?:ing)?|phon(?:e|ing)|zoom(?:ing)?(?: with)?|coffee with|lunch with|appointment with|preparation for (?:the )?(?:talk|interview|meeting)(?: with)?|prep(?:aration)?(?: for)?"
    r"|notes (?:for|on|about)|background(?: on)?|hui ki|kōrero ki|kōrero me|hui me|put me on to|found|got|(?:paired|matched|put|set|linked|teamed)(?: me| us| you)?(?: up)? with|asked for|picked|chose|choosing|going with|go with|contact(?: is)?|his name is|her name is|name is|named|called"
    r"|name of|what i(?:'ve)? got on|find out about|w/|w)"
)
_MEETING_CUE = re.compile(rf"\b{_MEET}(?:\s+(?:is|to|with|a|an|the|my|whaea|matua|our|miss|on))?\s*[:,\-–—]?\s*$", re.IGNORECASE)
_LABEL_CUE = re.compile(
    r"^(?:(?:full |their |his |her )?name(?: of .*)?|tangata|who|whom?|interviewee|interviewing|person|contact(?: person)?|career model|host|guest|meeting(?: with)?|talking to|background|subject|for|with|re)$",
    re.IGNORECASE,
)
_GO_BETWEEN_CUE = re.compile(
    r"\b(?:through|via|(?<!reply )(?<!email )(?<!e-mail )(?<!message )(?<!text )(?<!answer )(?<!heard )(?<!back )from|thanks to|introduced by|referred by|recommended by|by|got (?:her|his|their|the) (?:name|number) (?:from|off)|knows|lent by|ask|cc|my (?:\w+ ){0,2}(?:mate|friend|tutor|teacher|boss|neighbour|neighbor|cousin|flatmate"
    r"|aunty?|auntie|uncle|mum|dad|brother|sister|partner)|with (?:my|me and)|and)\s*,?\s*$|(?:^|[.!?:]\s+|\b(?:my|our)\s+)(?:\w+ ){0,2}(?:tutor|teacher|friend|mate|boss|neighbou?r|cousin|flatmate|aunty?|auntie|uncle|mum|dad|brother|sister|lecturer|nephew|niece|son|daughter)\s*[(,:]?\s*$",
    re.IGNORECASE,
)
_KIN_TITLE = frozenset({"auntie", "aunty", "aunt", "uncle"})
_ROLE_AFTER = re.compile(
    r"(?:,?\s+who(?:'s|\s+is|\s+works\s+as)\b|\s*[,(|:]|\s+[-–—=](?=\s)|\s+(?:is|was)\b|\s+(?:is working|works?) (?:as|like)\b|(?:'s|s)(?=\s+an?\b)|\s*[.!]\s+(?:she|he|they)(?:'s| is|s| are)\b)"
    r"\s*[\"“]?(?:(?:currently|now|working (?:as|like))\s+)?(?P<article>(?:an?|the|our|my)\s+)?",
    re.IGNORECASE,
)
_CHOSEN = r"(?:so|going with|go with|gone with|chose|choosing|chosen|picked?|picking|decided (?:on|for|to (?:talk|meet|speak|see|go)(?: to| with)?)|talk to|talking to|meeting|meet|seeing|interviewing|it'?s|it is|->|=>|→|\*\*\*|>>>|only|asked for|i asked|interview is)"
_REFUSED = r"(?:hasn'?t|haven'?t|has not|have not|didn'?t|did not|never|said no|says no|too busy|is busy|'s too busy|'s busy|declined|can'?t|cannot|isn'?t|not free|away|only wants|turned (?:me|it) down|said (?:she|he|they)(?:'s| is|'re| are)? (?:too )?busy)"
_ACCEPTED = r"(?:is the one|said yes|says yes|replied yes|agreed|is free|can do|it is|is keen|is happy to|confirmed|offered(?! but)|got back)"
_INTRODUCES = re.compile(r",?\s+(?:shes|hes|she's|he's|she is|he is|who|is an?|runs|works|drives|does|owns|from)\b", re.IGNORECASE)
_JOINS_NAME = re.compile(
    r"\s*[,:(–—-]?\s*(?:(?:who is |who's |whose name is |his name is|her name is|their name is|called|named|name of)\s*)?(?:(?:mr|mrs|ms|miss|dr|prof|whaea|matua)\.?\s+)?",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"(?:'s|’s)?\s+(?:says?|said|told|tells|reckons?|hasn'?t|has not|isn'?t|will|won'?t|can'?t|knows?|thinks?|asked|answered|replied|exists|wants|hates|loves|likes|passed (?:on|me)|wrote back|texted|rang|called|calls|owes|"
    r"lent|gave|introduced|put me|is (?:an?|my|her|his|the one|busy|away|too|from|who)\b|was (?:an?|my|very|so)\b|who\b|and i\b|did\b|does\b|offered|lived|lives|works\b|studied|grew up|joined us|can do)\b",
    re.IGNORECASE,
)
_PERSONAL_START = re.compile(r"\b(?:she|he|her|his|hes|shes)\b", re.IGNORECASE)
_WEAK_ACT = re.compile(r"\b(?:is|was|did|does|will|can'?t|won'?t|can do)\b", re.IGNORECASE)
_FEMALE = re.compile(r"\b(?:she|she's|shes|she'll|her|hers|herself)\b", re.IGNORECASE)
_MALE = re.compile(r"\b(?:he|he's|hes|he'll|his|him|himself)\b", re.IGNORECASE)
_FEMALE_TITLES = frozenset({"mrs", "ms", "miss", "dame", "whaea", "kui", "kōkā", "auntie", "aunty", "aunt", "frau", "señora", "madame", "mme", "sister"})
_MALE_TITLES = frozenset({"mr", "sir", "matua", "koro", "papa", "pāpā", "uncle", "herr", "señor", "monsieur", "father"})
_PRONOUN_LINE = re.compile(r"^\W*(?:she|he|they|ia)\s*/\s*(?:her|him|them|hers|his|they)\b", re.IGNORECASE)
_DEGREE_LINE = re.compile(r"^\W*(?:1st|2nd|3rd\+?|follow|connect|message|degree connection|[A-Z][A-Za-z]{1,6}(?:[ ,/(][A-Z(].*)?|\(?(?:she|he|they)/.*)\W*$")
_ENOUGH = 3.0
_LEAST = 0.25


@dataclass(slots=True)
class Someone:
    """One person of the notes: the fullest form of the name, where it first stands, the evidence that this is the one to be met, job and pronoun if told.

    `roles` are ranges of the page's flat text; `card` is true where the name heads a block of its own, as on a page of staff; `acts` where somebody by this
    name does or says something, which no place and no firm does, `heads` where the name is a heading.
    """

    name: str
    start: int
    end: int
    score: float = 0.0
    roles: list[range] = field(default_factory=list)
    pronoun: str = ""
    card: bool = False
    acts: bool = False
    heads: bool = False
    mentions: list[Mention] = field(default_factory=list)

    @property
    def parts(self) -> frozenset[str]:
        """Every word of the name by which the person may be called, in lower case."""
        return frozenset(word.lower().strip(".") for word in self.name.split() if len(word) > 2) | {
            part.lower() for part in self.name.split()[0].split("-")[:1]
        }


@dataclass(frozen=True, slots=True)
class People:
    """The person to be met, None where the notes do not tell, and everybody else."""

    target: Someone | None = None
    others: tuple[Someone, ...] = ()

    def everybody(self) -> tuple[Someone, ...]:
        """The person to be met first, then the others."""
        return (*((self.target,) if self.target else ()), *self.others)


def without_firm(people: People, firm: str) -> People:
    """The people without those whose name turned out to be that of the organisation."""
    words = set(firm.lower().split())
    return People(people.target, tuple(someone for someone in people.others if not firm or not set(someone.name.lower().split()) <= words))


def find_people(page: Page, thread: Thread) -> People:
    """The people of the notes. The one to be met has the most evidence: a label, a verb of meeting, a heading, a job beside the name, a signature, or the learner's own word."""
    firms = {page.flat[entry.employer.start : entry.employer.stop].lower() for entry in find_entries(page) if entry.employer is not None}
    people = [someone for someone in _gather(page) if someone.name.lower() not in firms]
    if page.lower or not people:
        people += _gather_small(page, people)
    _weigh_thread(people, thread)
    _weigh_decisions(page, people)
    for someone in people:
        someone.pronoun = someone.pronoun or _pronoun(page, someone, people)
    named = sorted(people, key=lambda someone: (-someone.score, someone.start))
    target = named[0] if named and (named[0].score >= _ENOUGH or _stands_out(named)) else None
    if target is not None and not target.pronoun:
        target.pronoun = _only_pronoun(page.flat)
    return People(target, tuple(someone for someone in people if someone is not target and _is_person(someone)))


def _stands_out(named: list[Someone]) -> bool:
    """With little evidence: whether the first of the ranking is the only full name, or the only one with a job, and nothing speaks against it."""
    full = [someone for someone in named if len(someone.name.split()) > 1 and someone.score >= _LEAST]
    jobs = [someone for someone in full if someone.roles]
    first = named[0]
    return first.score >= _LEAST and (full == [first] or jobs == [first] or (first in jobs and first.score > named[1].score))


def _is_person(someone: Someone) -> bool:
    return bool(someone.roles) or someone.card or someone.acts or (someone.heads and len(someone.mentions) > 1)


def _gather(page: Page) -> list[Someone]:
    people: list[Someone] = []
    first_line = next((line for line in page.lines if line.kind in {"text", "heading"}), None)
    for line in page.lines:
        if line.kind not in {"text", "heading"}:
            continue
        for mention in find_mentions(page.flat, line.body, line.end):
            someone = _same(people, mention)
            if someone is None:
                someone = Someone(mention.text, mention.start, mention.end)
                people.append(someone)
            elif len(mention.words) > len(someone.name.split()):
                someone.name, someone.start, someone.end = mention.text, mention.start, mention.end
            someone.mentions.append(mention)
            _weigh(page, line, mention, someone, first=line is first_line)
    return people


def _same(people: list[Someone], mention: Mention) -> Someone | None:
    """The person already known by this name: the same words, or some of them."""
    words = {word.lower() for word in mention.words}
    for someone in people:
        known = {word.lower() for word in someone.name.split()}
        if words <= known or (known <= words and len(known) > 0):
            return someone
    return None


def _weigh(page: Page, line: Line, mention: Mention, someone: Someone, *, first: bool) -> None:
    """Add what this mention says for the person being the one to be met, and note job and pronoun beside it."""
    before = page.flat[line.body : mention.start]
    whole = page.flat[line.body : line.end]
    bare = len(mention.words) > 1 or bool(mention.title)
    if mention.title in _FEMALE_TITLES | _MALE_TITLES:
        someone.pronoun = "she" if mention.title in _FEMALE_TITLES else "he"
    acts = _ACTS.match(page.flat, mention.end, line.end)
    someone.acts = someone.acts or bool(mention.title) or bool(acts and (bare or not _WEAK_ACT.search(acts[0])))
    if line.kind == "heading" and not before.strip(" *_#") and not page.flat[mention.end : line.end].strip(" *_#:"):
        someone.heads = True
    if not before.strip(" *_#-•") and page.flat[mention.end : mention.end + 3].lstrip("*_ ").startswith(":"):
        someone.heads = someone.heads or bool(_PERSONAL_START.search(page.flat[mention.end : min(line.end, mention.end + 50)])) or _has_job(page, mention, line)
    if _GO_BETWEEN_CUE.search(before) or mention.title in _KIN_TITLE:
        someone.score -= 4
        return
    colon = page.flat[mention.end : mention.end + 8].lstrip(" *_").startswith(":")
    role = _role_beside(page, line, mention) if bare or (not before.strip(" *_#") and not colon) else None
    if role is not None:
        someone.roles.append(role)
        someone.score += 2.5 if len(someone.roles) == 1 else 0.5
    before_role = _role_before(page, line, mention)
    if before_role is not None:
        someone.roles.append(before_role)
        someone.score += 2.5
    ends = mention.end >= line.end - 3 and len(whole.split()) <= 8
    card = _role_below(page, line) if bare and (ends or _heads_card(page, line, mention)) else None
    if bare and card is None and ((_heads_card(page, line, mention) and _is_entry(page, line)) or _heads_row(page, line, mention)):
        someone.card = True
    if card is not None:
        someone.card = True
        someone.roles.append(card)
        someone.score += 2 + 1.5 * (line.number < 8) + min(1.5, _length_of_block(page, line) / 200)
    if _LABEL_CUE.match(before.strip(" :*-–—#")) and bare:
        someone.score += 6
    elif _MEETING_CUE.search(_without_title(before, mention)):
        someone.score += 4 if bare else 2
    if bare and (first or (line.kind == "heading" and len(whole.split()) <= 9)):
        someone.score += 3 if first else 2
    someone.score += 0.25


def _has_job(page: Page, mention: Mention, line: Line) -> bool:
    """Whether a job is told within a few words after a name and a colon."""
    starts = re.finditer(r"[:,]\s+(?:(?:her|his|the|an?)\s+)?(?=\w)", page.flat[mention.end : min(line.end, mention.end + 50)])
    return any(find_role(page.flat[: line.end], mention.end + match.end()) is not None for match in starts)


def _without_title(before: str, mention: Mention) -> str:
    return re.sub(rf"(?i)\b{re.escape(mention.title)}\.?\s*$", "", before) if mention.title else before


def _role_beside(page: Page, line: Line, mention: Mention) -> range | None:
    """The job that stands right after a name ("Ines, sonographer"; "Tane is a ranger"; "**Geraint** - engineer"), on the same line."""
    end = line.end
    tail = page.flat[mention.end : end].lstrip("*_")
    at = mention.end + len(page.flat[mention.end : end]) - len(tail)
    cue = _ROLE_AFTER.match(page.flat, at, end)
    if cue is None or cue.end() >= end:
        return None
    role = find_role(page.flat[:end], cue.end())
    return role if role is not None and (cue["article"] or role.start == cue.end()) else None


def _role_before(page: Page, line: Line, mention: Mention) -> range | None:
    """The job that stands before a name: "knows a fire analyst, his name is Anton", "a vet called Mere", "the ranger, Tane Hohepa"."""
    for article in re.finditer(r"\b(?:an?|the|our|this)\s+", page.flat[max(line.body, mention.start - 70) : mention.start], re.IGNORECASE):
        role = find_role(page.flat[: mention.start], max(line.body, mention.start - 70) + article.end())
        if role is not None and _JOINS_NAME.fullmatch(page.flat[role.stop : mention.start]):
            return role
    return None


def _heads_row(page: Page, line: Line, mention: Mention) -> bool:
    """Whether the name is the first cell of a row in a table."""
    return mention.start <= line.body + 2 and page.flat[mention.end : line.end].count(" | ") >= 2


def _length_of_block(page: Page, line: Line) -> int:
    """How many characters stand under a name up to the next blank line but one: the person to be met is usually the one copied in full."""
    blanks, length = 0, 0
    for following in page.lines[line.number : line.number + 14]:
        blanks += following.kind == "blank"
        if following.kind in {"rule", "furniture"} or (blanks > 1 and following.end - following.body < 40 and following.kind != "blank"):
            break
        length += following.end - following.body
    return length


def _is_entry(page: Page, line: Line) -> bool:
    """Whether the line below a name shows another member of a network: "Product at Mintleaf", "1st"."""
    following = next((other for other in page.lines[line.number : line.number + 3] if other.kind in {"text", "furniture"}), None)
    words = page.flat[following.body : following.end] if following is not None else ""
    return bool(re.match(r"(?:[\w&,]+ ){1,5}at [A-Z]|(?:1st|2nd|3rd)\b", words)) and len(words.split()) <= 10


def _heads_card(page: Page, line: Line, mention: Mention) -> bool:
    """Whether the line is the name and nothing else but letters after it (degrees, a rank)."""
    rest = (page.flat[line.body : mention.start] + page.flat[mention.end : line.end]).strip(" *_#:,.-–—·")
    rest = re.sub(r"[\s·*]*(?:1st|2nd|3rd)\+?$", "", rest)
    rest = re.sub(r"^(?:dr|mr|mrs|ms|miss|prof|professor)\.?\s*$", "", rest, flags=re.IGNORECASE)
    return (
        not rest
        or bool(re.fullmatch(r"(?:[A-Z][A-Za-z.]{0,7}(?:/[A-Z][A-Za-z.]*)?[,\s()]*){1,5}", rest))
        or bool(re.fullmatch(r"\(?(?:she|he|they)/\w+(?:/\w+)?\)?", rest, re.IGNORECASE))
    )


def _role_below(page: Page, line: Line) -> range | None:
    """The line under a name, where it is a job title; lines of pronouns and buttons are stepped over."""
    for following in page.lines[line.number : line.number + 7]:
        words = page.flat[following.body : following.end].strip()
        if following.kind in {"blank", "furniture"} or (following.kind == "heading" and not is_role(words)) or _PRONOUN_LINE.match(words) or re.fullmatch(r"(?:1st|2nd|3rd)\+?", words):
            continue
        return _role_line(page, following)
    return None


def _role_line(page: Page, line: Line) -> range | None:
    """The job in a line of its own: all of it ("Legal Executive, Residential Property"), or what stands before the employer, a bracket or a bar."""
    words = page.flat[line.body : line.end].rstrip()
    if re.search(r"[.!?]$|^[^\W\d_][\w ]{1,20}:\s", words) or len(words.split()) > 16:
        return None
    head = re.split(r"\s+(?:at|for|with)\s+|\s*\|\s*|\s+@\s*", words, maxsplit=1)[0].rstrip(" ,-–")
    parts = re.split(r",\s+", head)
    named = (
        len(parts) > 1 and re.search(r"\s[a-z]", parts[0]) and parts[1].istitle()
    )  # "Puppet maker, Copperline Puppets": only the firm is written with capitals
    if len(parts) > 2 or named or (len(parts) > 1 and (has_organisation_word(", ".join(parts[1:])) or len(head.split()) > 8)):
        head = parts[0]
    head = re.sub(r"\s*\((?![A-Z][\w/&-]{0,8}\)).*\).*$", "", head)
    return range(line.body, line.body + len(head)) if head and is_role(head) else None


def _gather_small(page: Page, known: list[Someone]) -> list[Someone]:
    """People in notes without capitals: who is met, rung or talked to, and who is said to be something."""
    people: list[Someone] = []
    pattern = re.compile(rf"\b{_MEET}(?<!called)(?<!named)(?:\s+(?:with|up with|a|an|the|this|my|whaea|matua|miss|mr|mrs|ms|dr))*\s+(?=[^\W\d_])", re.IGNORECASE)
    for unit in page.units:
        starts = [match.end() for match in pattern.finditer(page.flat, unit.start, unit.end)]
        starts += [at for match in _INTRODUCES.finditer(page.flat, unit.start, unit.end) if (at := find_small_name_before(page.flat, match.start())) is not None]
        for at in starts:
            mention = find_small_name(page.flat[: unit.end], at)
            earlier = _same(known, mention) if mention is not None else None
            if earlier is not None and mention is not None and len(mention.words) > len(earlier.name.split()):
                earlier.name, earlier.score = mention.text, earlier.score + 2
            if mention is None or earlier is not None:
                continue
            someone = _same(people, mention)
            if someone is None:
                someone = Someone(mention.text, mention.start, mention.end, score=3 + (len(mention.words) > 1), mentions=[mention])
                people.append(someone)
            near = _role_near(page, mention, unit.end)
            someone.roles += [near] if near is not None else []
    return people


def _role_near(page: Page, mention: Mention, end: int) -> range | None:
    """The job told after a name without capitals ("meeting tama whitcombe hes a sparky"), within a few words."""
    cue = re.compile(r"(?:,|\(|\s-|\bhe'?s|\bshe'?s|\bis|\bwho'?s|\bwho is|\bthe|\bdoes|\ban?)\s+(?:an?\s+|the\s+)?", re.IGNORECASE)
    for match in cue.finditer(page.flat, mention.end, min(end, mention.end + 60)):
        role = find_role(page.flat[:end], match.end())
        if role is not None:
            return role
    return None


def _weigh_thread(people: list[Someone], thread: Thread) -> None:
    for message in thread.messages:
        for name in (message.author, message.to):
            if name and not any(_shares(name, someone.name) for someone in people) and len(name.split()) > 1:
                people.append(Someone(name, 0, 0))
    for someone in people:
        if thread.host and _shares(thread.host, someone.name):
            someone.score += 8
            someone.name = thread.host if len(thread.host.split()) > len(someone.name.split()) else someone.name
        elif any(_shares(name, someone.name) for message in thread.messages for name in (message.author, message.to) if name):
            someone.score -= 8


def _shares(one: str, other: str) -> bool:
    first, second = {word.lower() for word in one.split()}, {word.lower() for word in other.split()}
    return first <= second or second <= first


def _weigh_decisions(page: Page, people: list[Someone]) -> None:
    """What the learner says about whom it is going to be: "so it's Ines", "going with Nurul", "Ravi hasn't answered"."""
    for someone in people:
        names = "|".join(sorted(map(re.escape, _callings(someone)), key=len, reverse=True))
        chosen = re.compile(rf"(?:^|[\s*.!;:(]){_CHOSEN}\s+(?:with\s+|to\s+)?\**(?:{names})\b", re.IGNORECASE)
        accepted = re.compile(rf"\b(?:{names})\b\**,?\s+{_ACCEPTED}", re.IGNORECASE)
        refused = re.compile(rf"\b(?:{names})\b\**,?\s+(?:\w+\s+)?{_REFUSED}|\bnot\s+(?:{names})\b", re.IGNORECASE)
        around = "\n".join(page.flat[max(0, mention.start - 40) : mention.end + 60] for mention in someone.mentions)
        someone.score += 5 * bool(chosen.search(around)) + 2 * bool(accepted.search(around)) - 5 * bool(refused.search(around))


def _callings(someone: Someone) -> set[str]:
    words = someone.name.split()
    return {someone.name, words[0], *(word for word in words[-1:] if len(word) > 3)}


def _pronoun(page: Page, someone: Someone, people: list[Someone]) -> str:
    """How the notes speak of somebody: the pronoun at the head of the next sentence counts most, one in the same sentence less, after a comma hardly."""
    others = sorted(mention.start for other in people if other is not someone for mention in other.mentions)
    counts = {"she": 0.0, "he": 0.0}
    for mention in someone.mentions:
        line = page.line_at(mention.start)
        limit = min([start for start in others if start > mention.end] + [line.end])
        below = page.lines[line.number] if someone.card and line.number < len(page.lines) and mention.end >= line.end - 2 else None
        reach = page.flat[mention.end : limit] + (". " + page.flat[below.body : below.end] if below is not None else "")
        for found in _pronouns_in(reach):
            counts[found.word] += found.weight
            break
    if counts["she"] == counts["he"]:
        return ""
    return "she" if counts["she"] > counts["he"] else "he"


def _only_pronoun(text: str) -> str:
    """The pronoun of notes that hardly use the other one: it is most likely the person's."""
    she, he = len(_FEMALE.findall(text)), len(_MALE.findall(text))
    if she >= 2 and she > 3 * he:
        return "she"
    return "he" if he >= 2 and he > 3 * she else ""


@dataclass(frozen=True, slots=True)
class _Pronoun:
    word: str
    weight: float
    at: int


def _pronouns_in(text: str) -> list[_Pronoun]:
    """The pronouns of a stretch, those that head a sentence first."""
    found = []
    for word, pattern in (("she", _FEMALE), ("he", _MALE)):
        for match in pattern.finditer(text):
            before = text[: match.start()].rstrip(" \"“'")
            weight = 2.0 if before.endswith((".", "!", "?", ":")) else 0.4 if before.endswith(",") else 1.0
            found.append(_Pronoun(word, weight, match.start()))
    return sorted(found, key=lambda pronoun: (-pronoun.weight, pronoun.at))
