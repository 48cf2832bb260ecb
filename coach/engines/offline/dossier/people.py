"""Who is to be met, who else is named, and by which pronoun each is spoken of."""

from __future__ import annotations

import re

from coach.engines.offline.dossier.beside import find_role_below, heads_card, heads_entry, heads_row, measure_block
from coach.engines.offline.dossier.cards import Card, read_card, read_firm
from coach.engines.offline.dossier.deciding import says_yes, weigh_decisions
from coach.engines.offline.dossier.forms import NAME, find_answers
from coach.engines.offline.dossier.layout import Line, Page
from coach.engines.offline.dossier.lexicon import FUNCTION, GIVEN, could_be_family, could_be_given, is_english
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.names import Mention, find_mentions
from coach.engines.offline.dossier.nicknames import may_be_short_for
from coach.engines.offline.dossier.places import has_organisation_word, is_moment_word
from coach.engines.offline.dossier.profiles import find_entries
from coach.engines.offline.dossier.pronouns import find_only_pronoun, find_pronoun
from coach.engines.offline.dossier.smallnames import find_small_mentions, is_caseless
from coach.engines.offline.dossier.someone import People, Someone
from coach.engines.offline.dossier.titles import is_role, is_role_head
from coach.engines.offline.dossier.words import KIN

_MEET = (
    r"(?:meet(?:ing)?(?: up)?(?: with)?|see(?:ing)?|visit(?:ing)?|interview(?:ing)?(?: of information)?(?: with)?|talk(?:ing)?(?: to| with)"
    r"|speak(?:ing)?(?: to| with)|chat(?:ting)?(?: to| with| w/?| prep)?"
    r"|call(?:ing)?(?: with)?|ring(?:ing)?|phon(?:e|ing)|zoom(?:ing)?(?: with)?|coffee with|lunch with|appointment with|preparation for (?:the )?(?:talk"
    r"|interview|meeting)(?: with)?|prep(?:aration)?(?: for)?"
    r"|notes (?:for|on|about)|background(?: on)?|hui ki|kōrero ki|kōrero me|hui me|put me on to|found|find|got|(?:paired|matched|put|set|linked|teamed)(?: me| us"
    r"| you)?(?: up)? with|asked for|picked|chose|choosing|going with|go with|contact(?: is)?|his name is|her name is|name is|named|called"
    r"|name of|what i(?:'ve)? got on|find out about|w/|w)"
)
_MEETING_CUE = re.compile(
    rf"\b{_MEET}(?:\s+(?:is|to|with|a|an|the|my|whaea|matua|our|miss|on|there|will be|up|this|lovely|nice|called|named)){{0,3}}\s*[:,\-–—]?\s*$", re.IGNORECASE
)
_LABEL_CUE = re.compile(
    r"^(?:(?:full |their |his |her )?name(?: of .*)?|tangata|who|whom?|interviewee|interviewing|person|contact(?: person)?|career model|host|guest"
    r"|meeting(?: with)?|talking to|background|her|him|she|he|them|my (?:person|contact|host)|subject|for|with|re)$",
    re.IGNORECASE,
)
_GO_BETWEEN_CUE = re.compile(
    r"\b(?:through|via|from|thanks to|introduced by|referred by"
    r"|recommended by|by|got (?:her|his|their|the) (?:name|number) (?:from|off)|(?:careers?|guidance|school) (?:advis[eo]r|counsell?or|lady|teacher|tutor|coach)|lent by|cc|my (?:\w+ ){0,2}(?:mate|friend|tutor|teacher|boss"
    r"|neighbour|neighbor|cousin|flatmate"
    r"|aunty?|auntie|uncle|mum|dad|brother|sister|partner)|with (?:my|me and)|and)\s*,?\s*$|(?:^|[.!?:]\s+|\b(?:my|our)\s+)(?!(?:her|his|their|whose|who)\b)(?:\w+ ){0,2}(?:tutor|teacher"
    r"|friend|mate|boss|neighbou?r|cousin|flatmate|aunty?|auntie|uncle|mum|dad|brother|sister|lecturer|nephew|niece|son|daughter)\s*[(,:]?\s*$",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?:an?|one|another|some|our|her|his|their) (?:\w+ )?(?:listener|caller|reader|viewer|follower|customer|client|patient|pupil|student|resident|guest|shopper|diner),?\s*$",
    re.IGNORECASE,
)
"""What makes the name behind it somebody the story is about: "a listener, Dympna in Birr"."""
_AUTHORED = re.compile(
    r"\b(?:blog|post|article|column|story|report|paper|book|podcast|piece|talk|video|newsletter|interview|words|text|photos?|written|told|led|run|founded|started|designed|made|built|owned|managed|headed),? by\s*$",
    re.IGNORECASE,
)
"""What somebody wrote, leads or made makes them no go-between."""
_ANSWERED = re.compile(
    r"\b(?:yes|ok|okay|no|reply|replied|e-?mail|mail|message|msg|dm|text|answer|heard|back|word|news|call|letter|confirmation|invite|invitation)\s+from\s*$",
    re.IGNORECASE,
)
_HIRES = re.compile(
    r"[\w\s]{0,30}[,(–—|-]?\s*(?:\b(?:in|from)\s+)?\b(?:HR\b|human resources|people (?:&|and) culture|talent (?:team|acquisition|partner)|recruit(?:er|ment|ing)\b|hiring (?:manager|team))",
    re.IGNORECASE,
)
"""Behind the name of one who takes applications for a job."""
_GOES_ON = re.compile(r"(?: (?:&|and|\+) [A-Z]\w+| [A-Z][\w&]+){1,3}(?!\w)")
_OWNED = re.compile(r"\b(?:who|s?he|they)\s+(?:owns?|runs|opened|founded|started)\s+$", re.IGNORECASE)
"""A name behind one of these is that of a firm."""
_PLACE_CUE = re.compile(r"(?:[,(]|\b(?:in|at|near|from|of|kei|nō))\s+$", re.IGNORECASE)
"""A single name behind one of these is more likely to be that of a place."""
_AT_CUE = re.compile(r"(?:@|\b(?:at|for))\s*(?:the\s+)?$", re.IGNORECASE)
_FIRM_CUE = re.compile(r"(?:@|\b(?:at|for|with|from))\s*(?:the\s+)?$", re.IGNORECASE)
_MY_OWN = re.compile(
    r"\s*[,(]\s*(?:my|our)\s+(?:\w+\s+)?(?:tutor|teacher|boss|lecturer|flatmate|neighbou?r|mate|friend|classmate|mum|dad|brother|sister|partner|husband|wife)\b",
    re.IGNORECASE,
)
_KIN_TITLE = frozenset({"auntie", "aunty", "aunt", "uncle"})
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
_BOLD_END = re.compile(r"\*\*\s*[·|,–—-]\s*\S")
"""Behind a name in bold that heads its entry, with a job that need not be known: "**Ana Ruiz** · Celebrant"."""
_ENOUGH = 3.0
_NEAR = 120
_LONGEST_CARD = 400
_LEAST, _LOWEST = 0.25, -2.0
_FULL = 2.0
"""How much more likely somebody with given and family name is the one to be met than somebody with one of them."""
_SPOKEN_OF = re.compile(r"\b(?:she|he|her|his|they|who|shes|hes)\b", re.IGNORECASE)


def find_people(page: Page, thread: Thread) -> People:
    """The people of the notes. The one to be met has the most evidence: a label, a verb of meeting, a heading, a job beside the name, a signature, or the learner's own word."""
    people = _gather(page)
    if not any(" " in someone.name and someone.score >= 1.5 for someone in people):
        people = _gather(page, small=True)
    firms = _firms(page, people)
    people = [someone for someone in people if not _is_firm(someone, firms)]
    _weigh_answers(page, people)
    _weigh_thread(people, thread)
    weigh_decisions(page, people)
    for someone in people:
        someone.pronoun = someone.pronoun or find_pronoun(page, someone, people)
    named = sorted(people, key=lambda someone: (-someone.score - _FULL * _has_full_name(someone), someone.start))
    target = named[0] if named and (named[0].score >= _ENOUGH or _stands_out(named)) else _last_choice(page, people)
    if target is not None and not target.pronoun:
        target.pronoun = find_only_pronoun(page.flat)
    return People(target, tuple(someone for someone in people if someone is not target and _is_person(someone)))


def find_names(page: Page) -> list[Someone]:
    """Everybody and everything whose name looks like a person's, with what speaks for it."""
    return _gather(page)


def _firms(page: Page, people: list[Someone]) -> set[str]:
    """Names of employers: those of a profile, and those that stand beside the job of somebody."""
    places = [entry.employer for entry in find_entries(page) if entry.employer is not None]
    places += [card.employer for someone in people for card in someone.cards if card.employer is not None and card.role is not None]
    return {page.flat[place.start : place.stop].lower() for place in places} | {name for someone in people if (name := _fuller_firm(page, someone))}


def _fuller_firm(page: Page, someone: Someone) -> str:
    """The name of a firm that begins with what looked like a person's: "Reefgate Clearing & Freight", "Copperlow Lifts"; empty where there is none."""
    if someone.roles and any(mention.title for mention in someone.mentions):
        return ""
    for at in (mention.end for mention in someone.mentions if mention.text == someone.name):
        rest = _GOES_ON.match(page.flat, at)
        if rest is None:
            continue
        firm = any(has_organisation_word(word) and not is_role_head(word) for word in rest[0].split())
        if firm or (_AT_CUE.search(page.flat[max(0, at - len(someone.name) - 10) : at - len(someone.name)]) and re.match(r" (?:&|and) ", rest[0])):
            return (someone.name + rest[0]).lower()
    return ""


def _is_firm(someone: Someone, firms: set[str]) -> bool:
    """Whether what looked like a name is that of an employer, or its first words, and nothing personal is said of it."""
    name = someone.name.lower()
    beside = any(role.start > mention.end and role.start - mention.end < 4 for role in someone.roles for mention in someone.mentions)
    return any(name == firm or (firm.startswith(name + " ") and not beside and not someone.acts) for firm in firms)


def _stands_out(named: list[Someone]) -> bool:
    """With little evidence: whether the first of the ranking is the only full name, or the only one with a job, and nothing speaks against it."""
    full = [someone for someone in named if len(someone.name.split()) > 1 and someone.score >= _LEAST]
    jobs = [someone for someone in named if someone.roles and someone.score >= _LEAST]
    first = named[0]
    return first.score >= _LEAST and (
        full == [first] or jobs == [first] or (first in jobs and first.score > named[1].score) or (full[:1] == [first] and first.score >= full[1].score + 0.9)
    )


def _has_full_name(someone: Someone) -> bool:
    """Whether given and family name are told, and nothing of an organisation."""
    words = someone.name.split()
    return len(words) > 1 and could_be_given(words[0]) and could_be_family(words[-1]) and not has_organisation_word(someone.name)


def _last_choice(page: Page, people: list[Someone]) -> Someone | None:
    """Where nothing stands out: the only full name that nobody shows to be a go-between's, if the notes speak of somebody as she, he or they."""
    full = [someone for someone in people if someone.score > _LOWEST and _has_full_name(someone)]
    return full[0] if len(full) == 1 and _SPOKEN_OF.search(page.flat) else None


def _is_person(someone: Someone) -> bool:
    return bool(someone.roles) or someone.card or someone.acts or (someone.heads and len(someone.mentions) > 1)


def _gather(page: Page, *, small: bool = False) -> list[Someone]:
    """Everybody named; with `small` also where a line without capitals stands in notes that have them."""
    people: list[Someone] = []
    first_line = next((line for line in page.lines if line.kind in {"text", "heading"}), None)
    last_line = next((line for line in reversed(page.lines) if line.kind in {"text", "heading"}), None)
    asked = {page.line_at(answer.start).number for answer in find_answers(page) if answer.kind == NAME}
    told = [line for line in page.lines if line.kind in {"text", "heading"} or (line.kind == "furniture" and line.number in asked)]
    spots = [(line, mention) for line in told for mention in _mentions_on(page, line, small=small)]
    starts = frozenset(mention.start for _, mention in spots if len(mention.words) > 1)
    for number, (line, mention) in enumerate(spots):
        someone = _same(people, mention)
        if someone is None:
            someone = Someone(mention.text, mention.start, mention.end)
            people.append(someone)
        elif len(mention.words) > len(someone.name.split()) or may_be_short_for(someone.name, mention.text):
            someone.name, someone.start, someone.end = mention.text, mention.start, mention.end
        someone.mentions.append(mention)
        card = read_card(page, line, mention, after=_end_before(page, spots[:number]), others=starts)
        _weigh(page, line, mention, someone, card, first=line is first_line, last=line is last_line)
    return people


def _end_before(page: Page, spots: list[tuple[Line, Mention]]) -> int:
    """Where the name before ends, leaving out those that "at" and the like show to be an employer's."""
    return next((mention.end for line, mention in reversed(spots) if not _FIRM_CUE.search(page.flat[line.body : mention.start])), 0)


def _mentions_on(page: Page, line: Line, *, small: bool) -> list[Mention]:
    bare = small and not any(sign.isupper() for sign in re.split(r"\s[-–—|/=]\s|[,:;(]|\s(?:at|for|with)\s", page.text[line.body : line.end])[0])
    find = find_small_mentions if bare or is_caseless(page, line) else find_mentions
    return [mention for mention in find(page.flat, line.body, line.end) if not _is_numbered(page, mention)]


def _is_numbered(page: Page, mention: Mention) -> bool:
    """A thing with its number is no person (Plot 14), nor is the second half of a firm's name (Locked & Loaded)."""
    joined = re.search(r"(?P<first>[A-Z][\w'’-]+) [&+] $", page.flat[max(0, mention.start - 30) : mention.start])
    if joined is not None and joined["first"].lower() not in GIVEN and len(mention.words) == 1:
        return True
    return len(mention.words) == 1 and not mention.title and bool(re.match(r"[ ]\d", page.flat[mention.end : mention.end + 2]))


def _same(people: list[Someone], mention: Mention) -> Someone | None:
    """The person already known by this name: the same words, some of them, or the only one for whose name this is short."""
    words = {word.lower() for word in mention.words}
    for someone in people:
        known = {word.lower() for word in someone.name.split()}
        if words <= known or (known <= words and len(known) > 0):
            return someone
    called = [someone for someone in people if may_be_short_for(mention.text, someone.name) or may_be_short_for(someone.name, mention.text)]
    return called[0] if len(called) == 1 else None


def _weigh(page: Page, line: Line, mention: Mention, someone: Someone, card: Card, *, first: bool, last: bool) -> None:
    """Add what this mention says for the person being the one to be met, and note job and pronoun beside it."""
    before = page.flat[max(line.body, mention.start - _NEAR) : mention.start]
    told = _without_title(before, mention)
    full = len(mention.words) > 1 or bool(mention.title)
    _note_signs(page, line, mention, someone, card)
    apart = (
        _is_possessive(page, mention)
        or (not full and not mention.small and bool(_PLACE_CUE.search(before)))
        or (not mention.title and bool(_AT_CUE.search(before)))
    )
    if not mention.title and _OWNED.search(before):
        someone.score -= 3
        return
    someone.cards += [card] if (card.role or card.employer) and not apart else []
    if _HIRES.match(page.flat, mention.end, line.end):
        someone.score -= 6
        return
    if not says_yes(page.flat, mention.end) and (
        (_GO_BETWEEN_CUE.search(told) and not _ANSWERED.search(told) and not _AUTHORED.search(told))
        or mention.title in _KIN_TITLE
        or _MY_OWN.match(page.flat, mention.end, line.end)
    ):
        someone.score -= 4
        return
    if not apart:
        _weigh_job(line, mention, someone, card)
    someone.score += 0.25 * (1 < len(someone.mentions) < 6) + 1.0 * (first or last) * (not mention.small or bool(card.role))
    someone.score += 1.0 * (full and card.firm >= 3.0 and card.role is None)
    if full or (line.kind == "heading" and heads_card(page, line, mention)):
        _weigh_card(page, line, mention, someone)
    if full and _LABEL_CUE.match(before.strip(" :*-–—#|=>→\t")):
        someone.score += 6
    elif _ANSWERED.search(told) or _MEETING_CUE.search(told):
        someone.score += 4 if full else 2
    if full and not mention.small and (first or (line.kind == "heading" and len(page.flat[line.body : line.end].split()) <= 9)):
        someone.score += 2
    someone.score += 0.25 if full and not mention.small else 0.1
    leads = full and len(someone.mentions) == 1 and not page.flat[line.body : mention.start].strip(" *_") and _leads_block(page, line)
    someone.score += leads * (0.2 if mention.small else 1.0)
    someone.score += 1.5 * _is_dated(page, line) + 1.0 * (bool(mention.title) and full)
    someone.score -= 0.6 * bool(_FIRM_CUE.search(before))


def _leads_block(page: Page, line: Line) -> bool:
    """Whether a line is the first under a heading, a rule or a blank one; in a few words any line may be."""
    if len(page.flat.split()) < 40:
        return True
    before = next((other for other in reversed(page.lines[: line.number - 1]) if other.kind != "blank"), None)
    return before is None or before.kind in {"heading", "rule"} or page.lines[line.number - 2].kind == "blank"


def _is_possessive(page: Page, mention: Mention) -> bool:
    return bool(re.match(r"['’]s\b(?!\s+(?:an?|the|our|at|with|been|got|not)\b)", page.flat[mention.end : mention.end + 12]))


def _is_dated(page: Page, line: Line) -> bool:
    """Whether a day and an hour stand on the line: the meeting is told there."""
    words = page.flat[line.body : line.end].split()
    return sum(is_moment_word(word) for word in words) > 1 and any(not word[0].isdigit() and is_moment_word(word) for word in words)


def _note_signs(page: Page, line: Line, mention: Mention, someone: Someone, card: Card) -> None:
    """What shows that this is a person at all: a title, doing or saying something, heading a stretch of the notes."""
    if mention.title in _FEMALE_TITLES | _MALE_TITLES:
        someone.pronoun = "she" if mention.title in _FEMALE_TITLES else "he"
    if _SOMEBODY.search(page.flat[max(line.body, mention.start - 30) : mention.start]):
        someone.acts, someone.score = True, someone.score - 3
    acts = _ACTS.match(page.flat, mention.end, line.end)
    someone.acts = someone.acts or bool(mention.title) or bool(acts and (len(mention.words) > 1 or not _WEAK_ACT.search(acts[0])))
    if re.sub(r"^[\[(]?[\d:.,]+[\])]?", "", page.flat[line.body : mention.start].strip(" *_#-•")).strip():
        return
    someone.turns += bool(re.match(r"[\s*_]*(?:\[[\d:]+\]\s*)?:\s", page.flat[mention.end : line.end]))
    someone.acts = someone.acts or someone.turns > 1
    tail = page.flat[mention.end : line.end].lstrip("*_ ")
    alone = line.kind == "heading" and not tail.strip(" *_#:")
    labelled = tail.startswith(":") and (bool(_PERSONAL_START.search(tail[:50])) or card.role is not None)
    bold = page.flat[line.body : mention.start].lstrip().startswith("**") and bool(_BOLD_END.match(page.flat, mention.end, line.end)) and len(mention.words) > 1
    someone.heads = someone.heads or alone or labelled or bold


def _weigh_job(line: Line, mention: Mention, someone: Someone, card: Card) -> None:
    """A job beside the name, and an employer beside that."""
    if card.role is None:
        return
    full = len(mention.words) > 1 or bool(mention.title)
    below = card.role.start >= line.end  # what a card of several lines weighs is told in `_weigh_card`
    told = 0.5 if below and full else card.weight * (1.0 if full else 0.8) + (card.employer is not None)
    someone.score += 0.5 if someone.roles else told
    someone.roles.append(card.role)


def _weigh_card(page: Page, line: Line, mention: Mention, someone: Someone) -> None:
    """A name that heads a block of a staff page, a profile or a row of a table."""
    heads = heads_card(page, line, mention)
    if line.end - line.start > _LONGEST_CARD:
        return
    ends = mention.end >= line.end - 3 and len(page.flat[line.body : line.end].split()) <= 8
    job = find_role_below(page, line) if ends or heads else None
    if job is not None:
        below = page.line_at(job.start)
        firm = read_firm(page, below, job.stop)
        if firm is not None:
            someone.cards.append(Card(job, firm[0], 2.0, firm[1]))
        someone.card = True
        someone.roles.append(job)
        someone.score += 2 + 1.5 * (line.number < 8) + min(1.5, measure_block(page, line) / 200)
    elif (heads and heads_entry(page, line)) or heads_row(page, line, mention):
        someone.card = True


def _without_title(before: str, mention: Mention) -> str:
    return re.sub(rf"(?i)\b{re.escape(mention.title)}\.?\s*$", "", before) if mention.title else before


def _weigh_answers(page: Page, people: list[Someone]) -> None:
    """The name under a label that asks for it: whoever stands there, and in an answer of a few words also a name that nothing else shows to be one."""
    for answer in find_answers(page):
        if answer.kind != NAME or _HIRES.search(page.flat, answer.start, answer.line_end):
            continue
        text = page.flat[answer.start : answer.end].strip(" *_.,")
        known = next((someone for someone in people if any(answer.start <= mention.start < answer.end for mention in someone.mentions)), None)
        if known is not None:
            known.score += 2 if answer.below and page.flat[answer.start : answer.line_end].count(" ") > 3 else 6
        elif text and _could_be_answer(text):
            start = page.flat.index(text, answer.start)
            mention = Mention(text, start, start + len(text))
            people.append(Someone(text, start, start + len(text), score=5.0, mentions=[mention]))


def _could_be_answer(text: str) -> bool:
    """Whether the words under a label could be a name: few, none with a task in the sentence, no job, no firm, no moment."""
    words = text.split()
    if words[0].islower() and is_english(words[0]) and words[0] not in GIVEN:
        return False
    plain = all(mark.isalpha() or mark in " .'’-" for mark in text)
    everyday = any(word.lower() in FUNCTION | KIN or is_moment_word(word) for word in words)
    return plain and len(words) <= 4 and not everyday and not is_role(text) and not has_organisation_word(text)


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
