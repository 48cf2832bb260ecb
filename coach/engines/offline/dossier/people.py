"""Who is to be met, who else is named, and by which pronoun each is spoken of."""

from __future__ import annotations

import re

from coach.engines.offline.dossier.beside import (
    find_role_before,
    find_role_below,
    find_role_beside,
    has_job_after,
    heads_card,
    heads_entry,
    heads_row,
    measure_block,
)
from coach.engines.offline.dossier.layout import Line, Page
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.names import Mention, find_mentions, find_small_name, find_small_name_before
from coach.engines.offline.dossier.profiles import find_entries
from coach.engines.offline.dossier.pronouns import find_only_pronoun, find_pronoun
from coach.engines.offline.dossier.someone import People, Someone
from coach.engines.offline.dossier.titles import find_role

_MEET = (
    r"(?:meet(?:ing)?(?: up)?(?: with)?|see(?:ing)?|visit(?:ing)?|interview(?:ing)?(?: of information)?(?: with)?|talk(?:ing)?(?: to| with)"
    r"|speak(?:ing)?(?: to| with)|chat(?:ting)?(?: to| with| w/?| prep)?"
    r"|call(?:ing)?(?: with)?|ring(?:ing)?|phon(?:e|ing)|zoom(?:ing)?(?: with)?|coffee with|lunch with|appointment with|preparation for (?:the )?(?:talk"
    r"|interview|meeting)(?: with)?|prep(?:aration)?(?: for)?"
    r"|notes (?:for|on|about)|background(?: on)?|hui ki|kōrero ki|kōrero me|hui me|put me on to|found|got|(?:paired|matched|put|set|linked|teamed)(?: me| us"
    r"| you)?(?: up)? with|asked for|picked|chose|choosing|going with|go with|contact(?: is)?|his name is|her name is|name is|named|called"
    r"|name of|what i(?:'ve)? got on|find out about|w/|w)"
)
_MEETING_CUE = re.compile(rf"\b{_MEET}(?:\s+(?:is|to|with|a|an|the|my|whaea|matua|our|miss|on))?\s*[:,\-–—]?\s*$", re.IGNORECASE)
_LABEL_CUE = re.compile(
    r"^(?:(?:full |their |his |her )?name(?: of .*)?|tangata|who|whom?|interviewee|interviewing|person|contact(?: person)?|career model|host|guest"
    r"|meeting(?: with)?|talking to|background|subject|for|with|re)$",
    re.IGNORECASE,
)
_GO_BETWEEN_CUE = re.compile(
    r"\b(?:through|via|(?<!reply )(?<!email )(?<!e-mail )(?<!message )(?<!text )(?<!answer )(?<!heard )(?<!back )from|thanks to|introduced by|referred by"
    r"|recommended by|by|got (?:her|his|their|the) (?:name|number) (?:from|off)|knows|lent by|ask|cc|my (?:\w+ ){0,2}(?:mate|friend|tutor|teacher|boss"
    r"|neighbour|neighbor|cousin|flatmate"
    r"|aunty?|auntie|uncle|mum|dad|brother|sister|partner)|with (?:my|me and)|and)\s*,?\s*$|(?:^|[.!?:]\s+|\b(?:my|our)\s+)(?:\w+ ){0,2}(?:tutor|teacher"
    r"|friend|mate|boss|neighbou?r|cousin|flatmate|aunty?|auntie|uncle|mum|dad|brother|sister|lecturer|nephew|niece|son|daughter)\s*[(,:]?\s*$",
    re.IGNORECASE,
)
_KIN_TITLE = frozenset({"auntie", "aunty", "aunt", "uncle"})
_CHOSEN = (
    r"(?:so|going with|go with|gone with|chose|choosing|chosen|picked?|picking|decided (?:on|for|to (?:talk|meet|speak|see|go)(?: to| with)?)|talk to"
    r"|talking to|meeting|meet|seeing|interviewing|it'?s|it is|->|=>|→|\*\*\*|>>>|only|asked for|i asked|interview is)"
)
_REFUSED = (
    r"(?:hasn'?t|haven'?t|has not|have not|didn'?t|did not|never|said no|says no|too busy|is busy|'s too busy|'s busy|declined|can'?t|cannot|isn'?t|not free"
    r"|away|only wants|turned (?:me|it) down|said (?:she|he|they)(?:'s| is|'re| are)? (?:too )?busy)"
)
_ACCEPTED = r"(?:is the one|said yes|says yes|replied yes|agreed|is free|can do|it is|is keen|is happy to|confirmed|offered(?! but)|got back)"
_INTRODUCES = re.compile(r",?\s+(?:shes|hes|she's|he's|she is|he is|who|is an?|runs|works|drives|does|owns|from)\b", re.IGNORECASE)
_ACTS = re.compile(
    r"(?:'s|’s)?\s+(?:says?|said|told|tells|reckons?|hasn'?t|has not|isn'?t|will|won'?t|can'?t|knows?|thinks?|asked|answered|replied|exists|wants|hates"
    r"|loves|likes|passed (?:on|me)|wrote back|texted|rang|called|calls|owes|"
    r"lent|gave|introduced|put me|is (?:an?|my|her|his|the one|busy|away|too|from|who)\b|was (?:an?|my|very|so)\b|who\b|and i\b|did\b|does\b|offered|lived|runs\b|has\b|had\b|came\b|went\b|keeps\b|makes\b|teaches\b|leads\b"
    r"|lives|works\b|studied|grew up|joined us|can do)\b",
    re.IGNORECASE,
)
_PERSONAL_START = re.compile(r"\b(?:she|he|her|his|hes|shes)\b", re.IGNORECASE)
_WEAK_ACT = re.compile(r"\b(?:is|was|did|does|will|can'?t|won'?t|can do)\b", re.IGNORECASE)
_FEMALE_TITLES = frozenset({"mrs", "ms", "miss", "dame", "whaea", "kui", "kōkā", "auntie", "aunty", "aunt", "frau", "señora", "madame", "mme", "sister"})
_MALE_TITLES = frozenset({"mr", "sir", "matua", "koro", "papa", "pāpā", "uncle", "herr", "señor", "monsieur", "father"})
_DEGREE_LINE = re.compile(r"^\W*(?:1st|2nd|3rd\+?|follow|connect|message|degree connection|[A-Z][A-Za-z]{1,6}(?:[ ,/(][A-Z(].*)?|\(?(?:she|he|they)/.*)\W*$")
_ENOUGH = 3.0
_NEAR = 120
_LONGEST_CARD = 400
_LEAST = 0.25


def find_people(page: Page, thread: Thread) -> People:
    """The people of the notes. The one to be met has the most evidence: a label, a verb of meeting, a heading, a job beside the name, a signature, or the learner's own word."""
    firms = {page.flat[entry.employer.start : entry.employer.stop].lower() for entry in find_entries(page) if entry.employer is not None}
    people = [someone for someone in _gather(page) if someone.name.lower() not in firms]
    if page.lower or not people:
        people += _gather_small(page, people)
    _weigh_thread(people, thread)
    _weigh_decisions(page, people)
    for someone in people:
        someone.pronoun = someone.pronoun or find_pronoun(page, someone, people)
    named = sorted(people, key=lambda someone: (-someone.score, someone.start))
    target = named[0] if named and (named[0].score >= _ENOUGH or _stands_out(named)) else None
    if target is not None and not target.pronoun:
        target.pronoun = find_only_pronoun(page.flat)
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
    before = page.flat[max(line.body, mention.start - _NEAR) : mention.start]
    full = len(mention.words) > 1 or bool(mention.title)
    _note_signs(page, line, mention, someone)
    if _GO_BETWEEN_CUE.search(before) or mention.title in _KIN_TITLE:
        someone.score -= 4
        return
    _weigh_job(page, line, mention, someone)
    if full:
        _weigh_card(page, line, mention, someone)
    if full and _LABEL_CUE.match(before.strip(" :*-–—#")):
        someone.score += 6
    elif _MEETING_CUE.search(_without_title(before, mention)):
        someone.score += 4 if full else 2
    if full and (first or (line.kind == "heading" and len(page.flat[line.body : line.end].split()) <= 9)):
        someone.score += 3 if first else 2
    someone.score += 0.25


def _note_signs(page: Page, line: Line, mention: Mention, someone: Someone) -> None:
    """What shows that this is a person at all: a title, doing or saying something, heading a stretch of the notes."""
    if mention.title in _FEMALE_TITLES | _MALE_TITLES:
        someone.pronoun = "she" if mention.title in _FEMALE_TITLES else "he"
    acts = _ACTS.match(page.flat, mention.end, line.end)
    someone.acts = someone.acts or bool(mention.title) or bool(acts and (len(mention.words) > 1 or not _WEAK_ACT.search(acts[0])))
    if page.flat[line.body : mention.start].strip(" *_#-•"):
        return
    tail = page.flat[mention.end : line.end].lstrip("*_ ")
    alone = line.kind == "heading" and not tail.strip(" *_#:")
    labelled = tail.startswith(":") and (bool(_PERSONAL_START.search(tail[:50])) or has_job_after(page, mention, line))
    someone.heads = someone.heads or alone or labelled


def _weigh_job(page: Page, line: Line, mention: Mention, someone: Someone) -> None:
    """A job right after the name or right before it."""
    full = len(mention.words) > 1 or bool(mention.title)
    colon = page.flat[mention.end : mention.end + 8].lstrip(" *_").startswith(":")
    leads = not page.flat[line.body : mention.start].strip(" *_#")
    after = find_role_beside(page, line, mention) if full or (leads and not colon) else None
    before = find_role_before(page, line, mention)
    if after is not None:
        someone.score += 0.5 if someone.roles else 2.5
        someone.roles.append(after)
    if before is not None:
        someone.score += 2.5
        someone.roles.append(before)


def _weigh_card(page: Page, line: Line, mention: Mention, someone: Someone) -> None:
    """A name that heads a block of a staff page, a profile or a row of a table."""
    heads = heads_card(page, line, mention)
    if line.end - line.start > _LONGEST_CARD:
        return
    ends = mention.end >= line.end - 3 and len(page.flat[line.body : line.end].split()) <= 8
    job = find_role_below(page, line) if ends or heads else None
    if job is not None:
        someone.card = True
        someone.roles.append(job)
        someone.score += 2 + 1.5 * (line.number < 8) + min(1.5, measure_block(page, line) / 200)
    elif (heads and heads_entry(page, line)) or heads_row(page, line, mention):
        someone.card = True


def _without_title(before: str, mention: Mention) -> str:
    return re.sub(rf"(?i)\b{re.escape(mention.title)}\.?\s*$", "", before) if mention.title else before


def _gather_small(page: Page, known: list[Someone]) -> list[Someone]:
    """People in notes without capitals: who is met, rung or talked to, and who is said to be something."""
    people: list[Someone] = []
    pattern = re.compile(
        rf"\b{_MEET}(?<!called)(?<!named)(?:\s+(?:with|up with|a|an|the|this|my|whaea|matua|miss|mr|mrs|ms|dr))*\s+(?=[^\W\d_])", re.IGNORECASE
    )
    for unit in page.units:
        starts = [match.end() for match in pattern.finditer(page.flat, unit.start, unit.end)]
        starts += [
            at for match in _INTRODUCES.finditer(page.flat, unit.start, unit.end) if (at := find_small_name_before(page.flat, match.start())) is not None
        ]
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
