"""Whom or what a clause of the notes speaks of: the person to be met, somebody else, the learner, the organisation or the occupation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.engines.offline.dossier.cues import find_key
from coach.engines.offline.dossier.identity import Identity
from coach.engines.offline.dossier.layout import Page, Unit
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.names import UPPER
from coach.engines.offline.dossier.people import People, Someone
from coach.engines.offline.dossier.titles import is_role_plural
from coach.engines.offline.dossier.words import COMMON, DAYS, HEADWORDS, KIN, MONTHS, ORG_WORDS
from coach.records import About

PERSON, OTHER, LEARNER, ORGANISATION, OCCUPATION, MEETING, NOBODY = "person", "other", "learner", "organisation", "occupation", "meeting", ""

_OCCUPATION_HEAD = re.compile(
    r"\b(?:(?:the|this|that) (?:job|work|role|occupation|profession|trade|career|field|industry)\b|about (?:the|this) (?:job|work|role|occupation|profession|trade)|(?:job|work|role|occupation|profession|trade|career) (?:in general|generally|overall|itself|info\w*|profile|description)|occupation|profession\b|what (?!i\b|the (?:company|firm))[\w' -]{2,30} (?:do(?:es)?|is|are|involves)\b"
    r"|te mahi|what the mahi|tasks|duties|day to day|a (?:typical )?day|entry|how to (?:become|get in)|getting in|training|qualification|outlook|demand|job site|jobs? (?:ad|site|page)|careers? (?:site|page)|to be (?:an? )?|job ad|similar role|(?:job |the )?ad\b|advert\w*|vacancy|requirements?|typical day|pay)\b",
    re.IGNORECASE,
)
_ORGANISATION_HEAD = re.compile(
    r"\b(?:company|employer|organi[sz]ation|firm|business|workplace|agency|bureau|clinic|hospital|trust|studio|practice|council|museum|archive|institute|centre|center|charity|lab|school|office|farm|shop|factory|te rōpū|rōpū|te puna|te wāhi|whare|about us|who we are|our (?:story|work|history|mission)|where (?:she|he|they) works?|news|latest|blog|what'?s new|the place|their work)\b",
    re.IGNORECASE,
)
_MEETING_HEAD = re.compile(
    r"\b(?:meeting|logistics|when|where and when|when/where|hui|appointment|arrangements?|practical|plan|time|interview details|date|to ?do|to bring|reminders?|questions?|(?<!who )to ask|ask (?:her|him|them)|to work out|pātai|find out|want to know|want out|wondering|curious|purpose|goal|aim|why (?:her|him|them|this|i))\b",
    re.IGNORECASE,
)
_PERSON_HEAD = re.compile(
    r"\b(?:who (?:she|he|they) (?:is|are)|about (?:her|him|them)|the person|person|interviewee|background|bio|career(?: so far)?|profile|path|her|his|ko wai|mō|before|previously|studied|education|studies|experience|licen[cs]es|certifications|skills|volunteer\w*|interests|publications|awards|honou?rs|projects|activity|work history|employment)\b|^(?:about|summary)$",
    re.IGNORECASE,
)
_REPORT = re.compile(
    rf"^(?:(?:and|but|so|also)\s+)?(?:(?:my\s+|his\s+|her\s+)?(?P<who>[^\W\d_][\w'-]*)(?:\s[{UPPER}][\w'-]*)?(?:\s(?:on|from|at|in) [\w']+)?)\s+(?:says?|said|reckons?|told (?:me|us|my \w+)|tells? me|thinks|mentioned|heard|wrote|writes|claims|according)\s+(?:that\s+)?(?=\S)",
    re.IGNORECASE,
)
_NOT_UNDERSTOOD = re.compile(r"^(?:things? i|what i|i) (?:do not|don'?t|dont|didn'?t) (?:get|understand|know)|^(?:to look up|to do|check|look up)\b", re.IGNORECASE)
_ONLY_REPORT = re.compile(r"(?:and |but |so )?(?:(?:my |the )?[\w'-]+ ){0,2}[\w'-]+ (?:says?|said|reckons?|thinks|told me)(?: that)?", re.IGNORECASE)
_ASKS_ABOUT_JOB = re.compile(r"^(?:idk|i (?:don'?t|dont|do not) (?:really )?know|no idea|not sure|dunno) what an? [\w' -]{3,40} (?:do(?:es)?|is)\b", re.IGNORECASE)
_OF_THE_JOB = re.compile(r"^(?:about|for|in|of) (?:the|this) (?:job|profession|work|trade|occupation|career|role|mahi)\b", re.IGNORECASE)
_SOURCE = re.compile(r"^(?:according to|per|from|on|in|as per|it says (?:on|in)|the)\s+[^,:;]{3,60}?(?:\s(?:stands(?: that)?|says?(?: that)?|it (?:says|is written)(?: that)?|they (?:say|write)|wrote|claims?|has|writes)|[,:])\s+(?=\S)", re.IGNORECASE)
_LEAD = re.compile(r"^(?:\W|(?:and|but|so|then|also|plus|because|coz|bc|cos|since|while|ok|okay|well|apparently|actually|afterwards|after that|now|today|here|there|where|who|which|that|this year|last year|at the moment|right now|these days|currently|before that|before|in \d{4}|lol)\b)+", re.IGNORECASE)
_LEARNER_WORDS = re.compile(r"^(?:i(?! (?:tipu|tupu|pakeke|tīmata|ako|noho|whānau|te|a|ahu|haere|roto|runga|kuraina|mahi)\b)|i'm|im|i've|ive|i'd|i'll|ill|me|my|we|we're|our|us|idk|tbh|mine)\b", re.IGNORECASE)
_REMINDER = re.compile(r"^(?:ask|find out|look up|check|remember|need to|want to|maybe ask|don'?t|dont|bring|take|print|wear|todo|to ?do|no idea|not sure|wonder|meeting|seeing|talk to|ring|call|email)\b", re.IGNORECASE)
_SHE = re.compile(r"^(?:she|she's|shes|she'll|she'd|her|hers)\b", re.IGNORECASE)
_HE = re.compile(r"^(?:he|he's|hes|he'll|he'd|his|him)\b", re.IGNORECASE)
_INNER = re.compile(r"^(?:\w[\w'-]*,?\s){1,5}(she|he|she's|he's|shes|hes)\b", re.IGNORECASE)
_PLURAL = re.compile(r"^(?:they|they're|theyre|they've|their)\b", re.IGNORECASE)
_THEY = re.compile(r"^(?:they|they're|theyre|they've|their|them|it|its|it's|there'?s|there are|there is|theres|both)\b", re.IGNORECASE)
_YOU = re.compile(r"^(?:you|you're|you'll|your|yours|u|if you|let me know)\b", re.IGNORECASE)
_WE = re.compile(r"^(?:we|we're|we've|our|us)\b", re.IGNORECASE)
_I = re.compile(r"^(?:i(?! (?:tipu|tupu|pakeke|tīmata|ako|noho|whānau|te|a|ahu|haere|roto|runga|kuraina|mahi)\b)|i'm|im|i've|ive|my|me)\b", re.IGNORECASE)
_GENERAL = re.compile(
    r"^(?:(?:most |some |many |usually |often )?(?:(?:people|places|employers) (?:who|need|come|go|start|get|have|do|are|must|usually|often|hire|want|look|train|with)\b|you|u|ya|one (?:has|must|can|needs|is|\w+s)\b|newcomers|beginners|everybody|everyone)\b|(?:for|to) (?:becom(?:ing|e)|be|get(?:ting)? into)\b|(?:the |main |daily |usual )*(?:duties|tasks|responsibilities)\b|they (?:train|teach|pay|take|show|give) you\b|(?:the|this) (?:job|work|role|profession|trade|mahi|career|field)\b|to (?:be|become) |it is (?:necessary|needed)|it takes|(?:the )?(?:pay|salary|salaries|wages|hours|training|demand)\b|(?:its|it's|it is) (?:all|mostly|mainly|just|basically|really|a lot of)\b|usually (?:an?|need)|no (?:degree|tohu|experience)|need\b|needs\b)",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"^(?:the|their|his|her|this|that)\s+(?:\w+\s)?(?:company|firm|clinic|centre|center|trust|hospital|studio|practice|agency|council|school|lab|bureau|museum|archive|place|shop|business|team|organisation|organization|institute|charity|workshop|yard|office|farm|department|unit|branch|group|crew|county|gang|depot|works|lodge|bakery|force|service|district|board|authority|university|college|puna|rōpū|website|homepage|site)\b"
    r"|^(?:clinic|company|firm|bureau|team|office|the crew|staff|shop)\b",
    re.IGNORECASE,
)
_SIZES = re.compile(r"^(?:(?:like|about|around|only|roughly)\s+)?\d+\s?(?:ish)?\s?(?:staff|people|employees|tamariki|kaimahi)\b|^(?:theres|there's|there are|its like|it's like) \d+", re.IGNORECASE)


_PROFILE = re.compile(r"^(?:about|summary|experience|work history|education|studies|skills|activity|licen[cs]es.*|volunteer.*|publications)$", re.IGNORECASE)


_DETERMINERS = frozenset({"most", "all", "the", "many", "some", "usually", "often", "other", "senior", "junior", "these", "good"})
_WOMEN = frozenset({"mum", "mom", "mam", "mother", "sister", "daughter", "aunt", "aunty", "auntie", "nan", "nana", "gran", "grandma", "granny", "oma", "kui", "niece", "wife", "girlfriend", "stepmum"})
_MEN = frozenset({"dad", "father", "brother", "bro", "son", "uncle", "grandpa", "grandad", "granddad", "opa", "koro", "nephew", "husband", "hubby", "boyfriend", "stepdad"})
_RANKS = frozenset({"senior", "junior", "chief", "head", "lead", "deputy", "principal", "assistant", "manager", "officer", "trainee"})
_VERBAL = re.compile(r"(?:are|do|have|need|must|can|usually|often|work|spend|make|help|use|get|start|run|look|keep|plan|also|mostly|sometimes)$", re.IGNORECASE)


@dataclass(slots=True)
class Scene:
    """What is known while reading on: who was spoken of last, the gender of somebody else if known ("she" or "he"), and by whom a list was introduced."""

    last: str = NOBODY
    gender: str = ""
    intro: str = NOBODY
    speaker: str = NOBODY
    paragraph: int = -1
    section: int = -1


class Subjects:
    """Tells whom a clause speaks of. Made once for a page; `long` is true where most of the notes are likely to be about other things."""

    def __init__(self, page: Page, people: People, identity: Identity, thread: Thread) -> None:
        self.page, self.people, self.identity, self.thread = page, people, identity, thread
        self.long = len(page.text.split()) > 380
        self._target = _callings(people.target) if people.target else frozenset()
        self._names = _aliases(page, identity)
        self._others = frozenset(name for someone in people.others for name in _callings(someone)) - self._target - self._names
        self._trade = frozenset(word.lower().strip("(),.") for word in page.flat[identity.role.start : identity.role.stop].split()) if identity.role else frozenset()
        self._blocks = _person_blocks(page, people)
        self._relevant = self._relevant_sections()
        self._copied_until = _end_of_copy(page)

    def _relevant_sections(self) -> frozenset[int]:
        names = self._target | {name for name in self._names if name not in ORG_WORDS}
        kinds = self._names & ORG_WORDS
        found = set()
        for unit in self.page.units:
            words = self.page.flat[unit.start : unit.end]
            tokens = {token.strip(".,:;()*\"'’").removesuffix("'s").removesuffix("’s").lower() for token in words.split()}
            if tokens & names or any(re.search(rf"\bthe {kind}\b", words, re.IGNORECASE) for kind in kinds):
                found.add(unit.section)
        return frozenset(found)

    def speaks_of_person(self, unit: Unit) -> bool:
        """Whether a unit names the person to be met."""
        tokens = {token.strip(".,:;()*\"'’").removesuffix("'s").lower() for token in self.page.flat[unit.start : unit.end].split()}
        return bool(tokens & self._target)

    def _is_relevant(self, section: int) -> bool:
        """Whether a section of long notes names the person or the organisation."""
        return section in self._relevant

    def page_is_copied(self, unit: Unit) -> bool:
        """Whether the unit stands on a copied page or profile, where "I" and "we" are not the learner's."""
        return unit.start < self._copied_until

    def of_unit(self, unit: Unit) -> str:
        """The subject that a unit has by its place: its label, its heading, the block of a person it stands in."""
        block = NOBODY if self.thread.author_at(unit.start) else next((who for start, end, who in self._blocks if start <= unit.start < end), NOBODY)
        if self.page.line_at(unit.start).own and not unit.label:
            return NOBODY
        label = "" if re.match(r"(?:from|according to|per|source|on|via|in|read up|looked)\b", unit.label, re.IGNORECASE) else self._of_heading(unit.label)
        if label:
            return OTHER if block == OTHER and label == PERSON else label
        return block or self._of_heading(unit.heading)

    def _of_heading(self, words: str) -> str:
        """What a heading or label announces; a person's or the organisation's own name first, then the words that are most telling."""
        if not words:
            return NOBODY
        tokens = {token.strip("'’s.,()*").lower() for token in words.split()}
        if tokens & self._others:
            return OTHER
        if _NOT_UNDERSTOOD.match(words) or (_MEETING_HEAD.search(words) and not _PERSON_HEAD.match(words)):
            return MEETING
        if _OCCUPATION_HEAD.search(words) and not (tokens & self._target):
            return OCCUPATION
        if tokens & self._names and not tokens & self._target or _ORGANISATION_HEAD.search(words):
            return ORGANISATION
        if tokens & self._target or _PERSON_HEAD.search(words):
            return PERSON
        trade = {word for word in self._trade if len(word) > 3 and word not in _RANKS}
        return OCCUPATION if any(is_role_plural(token) for token in tokens) or (tokens & trade and len(words.split()) <= 6) else NOBODY

    def of_clause(self, clause: str, *, unit: Unit, scene: Scene, placed: str) -> str:
        """The subject a clause names at its beginning; empty where it names none and goes on with what was before."""
        author = self.thread.author_at(unit.start)
        words = clause.strip()
        if _ONLY_REPORT.fullmatch(words):
            return NOBODY
        if words[:1] in "\"“" and _I.match(words[1:]):
            return PERSON
        if _OF_THE_JOB.match(words):
            return OCCUPATION
        if _ASKS_ABOUT_JOB.match(words):
            scene.last = OCCUPATION
            return LEARNER
        for _ in range(3):
            report = _REPORT.match(words)
            if report and self._is_reporter(report["who"]):
                words = words[report.end() :]
                continue
            lead = _LEAD.match(words) or _SOURCE.match(words)
            if not lead or lead.end() >= len(words):
                break
            words = words[lead.end() :]
        return self._named(words, clause, author=author, scene=scene, placed=placed)

    def _is_reporter(self, word: str) -> bool:
        plain = word.lower()
        return plain in KIN or (plain not in self._target and plain not in COMMON and plain not in {"she", "he", "they", "i"})

    def _named(self, words: str, clause: str, *, author: str, scene: Scene, placed: str) -> str:
        spoken = self._first_person(words, author, scene, placed=placed)
        if spoken is not None:
            return spoken
        named = self._by_name(words, clause, scene)
        if named:
            return named
        for pattern, gender in ((_SHE, "she"), (_HE, "he")):
            if pattern.match(words):
                found = self._by_pronoun(gender, scene)
                return OCCUPATION if found == PERSON and placed == OCCUPATION else found
        if self.long and not placed and scene.last not in {PERSON, ORGANISATION, OCCUPATION}:
            return NOBODY
        if _SIZES.match(words) or _FIRM.match(words):
            return ORGANISATION
        if _GENERAL.match(words) or self._is_one_of_the_trade(words):
            return OCCUPATION
        if _THEY.match(words) and placed in {ORGANISATION, OCCUPATION}:
            return placed
        target = self.people.target
        if _PLURAL.match(words) and not placed and target is not None and target.pronoun in {"she", "he"} and scene.last in {PERSON, NOBODY, OTHER} and not self.long and find_key(words, About.ORGANISATION):
            return ORGANISATION
        if _THEY.match(words):
            return scene.last if scene.last in {ORGANISATION, OCCUPATION, OTHER} else NOBODY
        return NOBODY

    def _first_person(self, words: str, author: str, scene: Scene, *, placed: str) -> str | None:
        """Who "I" and "we" are: the host in the host's own mail or profile, else the learner."""
        host = author == self.thread.host and bool(author)
        if host and _YOU.match(words):
            return LEARNER
        if host or scene.speaker == PERSON:
            if _WE.match(words):
                return ORGANISATION if host and find_key(words, About.ORGANISATION) in {"size", "news", "founded", "history", "volume"} else PERSON
            return PERSON if _I.match(words) else None
        if scene.speaker == ORGANISATION and _WE.match(words):
            return ORGANISATION
        return LEARNER if _LEARNER_WORDS.match(words) or (not placed and _REMINDER.match(words)) else None

    def _by_name(self, words: str, clause: str, scene: Scene) -> str:
        """A name among the first words, or one that is spoken of anywhere in a short clause."""
        first = [token.strip("'’.,:;()*\"").removesuffix("'s").removesuffix("’s") for token in words.split()[:4]]
        for count, written in enumerate(first):
            token = written.lower()
            proper = self.page.lower or written[:1].isupper()
            if token in self._target and proper:
                return PERSON
            if (token in self._others and proper) or (token in KIN and count < 2 and not (written.isupper() and len(written) > 1)):
                scene.gender = self._gender_of(token)
                return OTHER
            if token in self._names and proper and (count == 0 or (count == 1 and first[0].lower() in {"the", "both"})) and not self._goes_on(first, count):
                return ORGANISATION
            if self._is_trade(token, first, count):
                return OCCUPATION
        inner = _INNER.match(words)
        if inner:
            return self._by_pronoun("she" if inner[1].lower().startswith("s") else "he", scene)
        tokens = {token.strip("'’.,:;()*\"").removesuffix("'s").lower() for token in clause.split()}
        if tokens & self._others and not tokens & self._target:
            return OTHER
        return NOBODY

    def _goes_on(self, words: list[str], count: int) -> bool:
        """Whether a kind of organisation stands before another name: "the Legal Executive Diploma" is not the firm."""
        return words[count].lower() in ORG_WORDS and count + 1 < len(words) and words[count + 1][:1].isupper() and not self.page.lower

    def _is_trade(self, token: str, words: list[str], count: int) -> bool:
        """Whether a plural names the people of the occupation ("agronomists advise"): the person's own job, or another at the head of a sentence with a verb."""
        if not is_role_plural(token) or count > 2 or any(word.lower() not in self._trade | _DETERMINERS for word in words[:count]):
            return False
        return any(token.startswith(word[:-1]) for word in self._trade if len(word) > 4) or bool(count == 0 and words[1:2] and _VERBAL.match(words[1]))

    def _is_one_of_the_trade(self, words: str) -> bool:
        """Whether a clause speaks of anybody with the person's job: "a bridge inspector has to ..."."""
        match = re.match(r"an? ((?:[\w-]+ ){1,4})(?:has|have|needs?|must|does|is|usually|spends?|works?|can|gets?)\b", words, re.IGNORECASE)
        return match is not None and bool({word.lower() for word in match[1].split()} & self._trade)

    def _by_pronoun(self, gender: str, scene: Scene) -> str:
        target = self.people.target
        known = target.pronoun if target else ""
        if (known and known != gender) or (self.long and scene.last != PERSON and not (scene.last == NOBODY and known and self._is_relevant(scene.section))):
            return OTHER
        if scene.last == OTHER and scene.gender in {gender, ""} and (not known or any(someone.pronoun in {gender, ""} for someone in self.people.others)):
            return OTHER
        return PERSON

    def _gender_of(self, token: str) -> str:
        if token in _WOMEN or token in _MEN:
            return "she" if token in _WOMEN else "he"
        return next((someone.pronoun for someone in self.people.others if token in _callings(someone)), "")


def _callings(someone: Someone) -> frozenset[str]:
    parts = {word.lower().strip(".,") for word in someone.name.split()}
    first = someone.name.split()[0].lower()
    return frozenset(part for part in parts | {first.split("-")[0]} if len(part) > 1 and part not in {"de", "van", "von", "te", "mac", "al", "bin"})


def _aliases(page: Page, identity: Identity) -> frozenset[str]:
    """The words by which the organisation may be called: those of its name that are not everyday words, and its kind ("the Authority")."""
    if identity.employer is None:
        return frozenset()
    name = page.flat[identity.employer.start : identity.employer.stop]
    words = [word.strip(".,'’()").lower() for word in name.split()]
    kinds = {word for word in words[-2:] if word in ORG_WORDS}
    return frozenset(word for word in words if len(word) > 3 and word not in COMMON | DAYS | MONTHS | HEADWORDS and word not in ORG_WORDS) | kinds


def _end_of_copy(page: Page) -> int:
    """Where a copied page or profile ends and the learner's own words begin again; 0 where nothing was copied."""
    frame = [line.start for line in page.lines if line.kind == "furniture" or (line.kind == "heading" and _PROFILE.match(line.title))]
    if len(frame) < 2:
        return 0
    own = [line.start for line in page.lines if line.start > frame[0] and (line.kind == "rule" or line.own)]
    return next((start for start in own if start > frame[-1]), len(page.text))


def _person_blocks(page: Page, people: People) -> list[tuple[int, int, str]]:
    """Stretches that stand under one person's name: a block of a staff page, or the lines after "Moira - controller" up to a blank line or the next bullet."""
    starts: list[tuple[int, str, bool]] = []
    for someone in people.everybody():
        who = PERSON if someone is people.target else OTHER
        for mention in someone.mentions:
            line = page.line_at(mention.start)
            lead = page.flat[line.body : mention.start].strip(" *_#")
            lead = "" if lead.lower().rstrip(".") == mention.title else lead
            tail = page.flat[mention.end : line.end].strip(" *_:")
            alone = not lead and len(tail.split()) <= 3 and not tail.endswith((".", "!"))
            if not lead and (alone or any(line.start <= role.start <= line.end for role in someone.roles)):
                starts.append((line.start, who, alone))
    return [(start, _block_end(page, start, starts, alone=alone), who) for start, who, alone in starts]


def _block_end(page: Page, start: int, starts: list[tuple[int, str, bool]], *, alone: bool) -> int:
    following = min((other for other, _, _ in starts if other > start), default=len(page.text))
    first = page.line_at(start)
    for line in page.lines:
        if line.start <= start:
            continue
        if first.bullet and line.bullet and line.indent <= first.indent:
            return line.start
        if line.start >= following:
            return following
        if line.kind == "rule" or (line.kind == "heading" and not _PERSON_HEAD.search(line.title)) or (line.kind == "blank" and not alone):
            return line.start
        if alone and _FIRM.match(page.flat[line.body : line.end]) and page.lines[line.number - 2].kind in {"blank", "furniture"}:
            return line.start
    return following
