"""Whom or what a clause of the notes speaks of: the person to be met, somebody else, the learner, the organisation or the occupation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.engines.offline.dossier.blocks import FIRM, find_blocks, find_end_of_copy
from coach.engines.offline.dossier.cues import find_default_key, find_key
from coach.engines.offline.dossier.headings import LEARNER, NOBODY, OCCUPATION, ORGANISATION, OTHER, PERSON, read_heading
from coach.engines.offline.dossier.identity import Identity
from coach.engines.offline.dossier.layout import OF_DAY as _OF_DAY
from coach.engines.offline.dossier.layout import Page, Unit
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.names import UPPER
from coach.engines.offline.dossier.someone import People, Someone
from coach.engines.offline.dossier.titles import is_role_plural
from coach.engines.offline.dossier.words import COMMON, DAYS, HEADWORDS, HONORIFICS, KIN, MEN, MONTHS, ORG_WORDS, WOMEN
from coach.records import About

_REPORT = re.compile(
    rf"^(?:(?:and|but|so|also)\s+)?(?:(?:my\s+|his\s+|her\s+)?(?P<who>[^\W\d_][\w'-]*)(?:\s[{UPPER}][\w'-]*)?(?:\s(?:on|from|at|in) [\w']+)?)\s+(?:says?"
    rf"|said|reckons?|told(?: (?:me|us|my \w+))?|tells? me|thinks|mentioned|heard|wrote|writes|claims|according)\s+(?:that\s+)?(?=\S)",
    re.IGNORECASE,
)
_ONLY_REPORT = re.compile(r"(?:and |but |so )?(?:(?:my |the )?[\w'-]+ ){0,2}[\w'-]+ (?:says?|said|reckons?|thinks|told me)(?: that)?", re.IGNORECASE)
_ASKS_ABOUT_JOB = re.compile(
    r"^(?:idk|i (?:don'?t|dont|do not) (?:really )?know|no idea|not sure|dunno) what an? [\w' -]{3,40} (?:do(?:es)?|is)\b", re.IGNORECASE
)
_SAYS = re.compile(r"\b(?:says?|said|reckons?|told (?:me|us)|thinks)\W*$", re.IGNORECASE)
_OF_THE_JOB = re.compile(r"^(?:about|for|in|of) (?:the|this) (?:job|profession|work|trade|occupation|career|role|mahi)\b", re.IGNORECASE)
_SOURCE = re.compile(
    r"^(?:according to|per|from|on|in|as per|it says (?:on|in)|the)\s+[^,:;]{3,60}?(?:\s(?:stands(?: that)?|says?(?: that)?|it (?:says|is written)(?: that)?"
    r"|they (?:say|write)|wrote|claims?|has|writes|is (?:saying|telling|writing))|[,:])\s+(?=\S)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:\W|(?:and|but|so|then|also|plus|because|coz|bc|cos|since|while|ok|okay|well|apparently|actually|afterwards|after that|now|today|here|there|where"
    r"|who|which|that|this year|last year|at the moment|right now|these days|currently|before that|before|in \d{4}|lol|aye|yeah|yep|yes|no|um|oh|look|see)\b)+",
    re.IGNORECASE,
)
_LEARNER_WORDS = re.compile(
    r"^(?:i(?! (?:tipu|tupu|pakeke|tīmata|ako|noho|whānau|te|a|ahu|haere|roto|runga|kuraina|mahi)\b)|i'm|im|i've|ive|i'd|i'll|ill|me|my|we|we're|our|us|idk"
    r"|tbh|mine)\b",
    re.IGNORECASE,
)
_REMINDER = re.compile(
    r"^(?:ask|find out|look up|check|remember|need to|want to|maybe ask|don'?t|dont|bring|take|print|wear|todo|to ?do|no idea|not sure|wonder|meeting|seeing"
    r"|talk to|ring|call|email)\b",
    re.IGNORECASE,
)
_SHE = re.compile(r"^(?:she|she's|shes|she'll|she'd|her|hers)\b", re.IGNORECASE)
_HE = re.compile(r"^(?:he|he's|hes|he'll|he'd|his|him)\b", re.IGNORECASE)
_INNER = re.compile(r"^(?:\w[\w'-]*,?\s){1,5}(she|he|she's|he's|shes|hes)\b", re.IGNORECASE)
_PLURAL = re.compile(r"^(?:they|they're|theyre|they've|their)\b", re.IGNORECASE)
_THEY = re.compile(r"^(?:they|they're|theyre|they've|their|them|it|its|it's|there'?s|there are|there is|theres|both)\b", re.IGNORECASE)
_YOU = re.compile(r"^(?:you|you're|you'll|your|yours|u|if you|let me know)\b", re.IGNORECASE)
_YOU_MUST = re.compile(r"^(?:you|u)(?:'d| would| will|'ll)? (?:usually |really |basically )?(?:need|must|have to|want an?|sit|train)\b", re.IGNORECASE)
_WE = re.compile(r"^(?:we|we're|we've|our|us)\b", re.IGNORECASE)
_I = re.compile(r"^(?:i(?! (?:tipu|tupu|pakeke|tīmata|ako|noho|whānau|te|a|ahu|haere|roto|runga|kuraina|mahi)\b)|i'm|im|i've|ive|my|me)\b", re.IGNORECASE)
_GENERAL = re.compile(
    r"^(?:(?:most |some |many |usually |often )?(?:(?:people|places|employers) (?:who|need|come|go|start|get|have|do|are|must|usually|often|hire|want|look"
    r"|train|with)\b|you|u|ya|ye|one (?:has|must|can|needs|is|\w+s)\b|newcomers|beginners|everybody|everyone)\b|(?:for|to) (?:becom(?:ing|e)|be"
    r"|get(?:ting)? into)\b|(?:the |main |daily |usual )*(?:duties|tasks|responsibilities)\b|they (?:train|teach|pay|take|show|give) you\b|(?:the "
    r"|this )?(?:job|work) (?:is|means|needs)\b|(?:the|this) (?:job|work|role|profession|trade|mahi|career|field)\b|to (?:be|become) |it is (?:necessary"
    r"|needed)|it takes|(?:the )?(?:pay|salary|salaries|wages|hours|demand)\b|(?:the )?training (?:is|takes|lasts|costs)\b|(?:its|it's|it is) (?:all|mostly"
    r"|mainly|just|basically|really|a lot of)\b|usually (?:an?|need)|no (?:degree|tohu|experience)|need\b|needs\b)",
    re.IGNORECASE,
)
_SIZES = re.compile(
    r"^(?:(?:like|about|around|only|roughly)\s+)?\d+\s?(?:ish)?\s?(?:staff|people|employees|tamariki|kaimahi)\b|^(?:theres|there's|there are|its like"
    r"|it's like) \d+",
    re.IGNORECASE,
)


_LONG, _LONG_OF_ONE = 380, 700
"""Words of notes above which most of them are likely to be about other things: with others told of who have jobs, and written about one person alone."""
_COMMENT = re.compile(r"\[\d\d?:\d\d|\d+ comments?\b|[A-Za-z]\w*_\w*:")
"""How a line of a recording or under a page begins that is nobody's own note."""
_A_CHAT = "*"
_QUOTES = frozenset('"“')
_DETERMINERS = frozenset({"most", "all", "the", "many", "some", "usually", "often", "other", "senior", "junior", "these", "good"})
_BEFORE_NAMES = HONORIFICS | {"my", "her", "his", "the", "then", "and"}
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
    """Tells whom a clause speaks of. Made once for a page; `long` is true where most of the notes are likely to be about other things; `tokens` keeps words once read."""

    def __init__(self, page: Page, people: People, identity: Identity, thread: Thread) -> None:
        self.page, self.people, self.identity, self.thread = page, people, identity, thread
        alone = not self.has_rival and not any(_COMMENT.match(line) for line in page.text.split("\n"))
        self.long = (
            len(page.text.split()) > (_LONG_OF_ONE if alone else _LONG)
            or sum(_OF_DAY.match(page.flat[unit.start : unit.end]) is not None for unit in page.titles) > 2
        )
        self._target = _callings(people.target) if people.target else frozenset()
        self._names = _aliases(page, identity)
        name = page.flat[identity.employer.start : identity.employer.stop] if identity.employer is not None else ""
        self._wording = frozenset(word.strip(".,'’()").lower() for word in name.split() if len(word) > 3)
        self._own_wording = frozenset(word for word in self._wording if word not in COMMON | ORG_WORDS | DAYS | MONTHS)
        self._others = frozenset(name for someone in people.others for name in _callings(someone)) - self._target - self._names
        self._trade = (
            frozenset(word.lower().strip("(),.") for word in page.flat[identity.role.start : identity.role.stop].split()) if identity.role else frozenset()
        )
        self._blocks = find_blocks(page, people, firm=page.flat[identity.employer.start : identity.employer.stop] if identity.employer is not None else "")
        self._relevant = self._relevant_sections()
        self._copied_until = find_end_of_copy(page)
        self._answers: str | None = None
        self.tokens: dict[str, list[str]] = {}

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

    def kind_of_name(self, word: str) -> str:
        """NAME, ORG, OTHER or ROLE where a word in lower case belongs to the person's name, the organisation's, somebody else's or the job title."""
        if word in self._target:
            return "NAME"
        if word in self._names or word in self._own_wording:
            return "ORG"
        if word in self._others:
            return "OTHER"
        return "ROLE" if word in self._trade and len(word) > 3 else ""

    @property
    def has_rival(self) -> bool:
        """Whether somebody else is told of with a job or in a block of their own, so that a pronoun may be theirs."""
        return any(someone.roles or someone.card for someone in self.people.others)

    def speaks_of_person(self, unit: Unit) -> bool:
        """Whether a unit names the person to be met."""
        tokens = {token.strip(".,:;()*\"'’").removesuffix("'s").lower() for token in self.page.flat[unit.start : unit.end].split()}
        return bool(tokens & self._target)

    def is_relevant(self, unit: Unit) -> bool:
        """Whether the section of long notes in which a unit stands names the person or the organisation."""
        return unit.section in self._relevant

    def page_is_copied(self, unit: Unit) -> bool:
        """Whether the unit stands on a copied page or profile, where "I" and "we" are not the learner's."""
        return unit.start < self._copied_until

    def speaker_of(self, unit: Unit) -> str:
        """Whose words a line of a transcript holds: the person's, or those of somebody else, whose "we" is the organisation; empty where nobody is said to speak."""
        if not unit.speaker:
            return NOBODY
        if self._answers is None:
            self._answers = self._find_answers()
        if self._answers == NOBODY:
            return PERSON if self._tokens(unit.speaker) & self._target else OTHER
        if self._answers == _A_CHAT:
            return OTHER if unit.speaker.lower() in {"me", "i", "myself"} else NOBODY
        return PERSON if unit.speaker == self._answers else OTHER

    def is_between(self, unit: Unit) -> bool:
        """Whether a unit stands in the mail of somebody who is neither the host nor the learner."""
        author = self.thread.author_at(unit.start)
        return bool(author) and author not in {self.thread.host, self.thread.learner}

    def _find_answers(self) -> str:
        """Where the person to be met is none of the speakers: the one who says most of themselves and does not ask; `_A_CHAT` where nobody does, and others are told of."""
        said: dict[str, list[str]] = {}
        for unit in self.page.units:
            if unit.speaker:
                said.setdefault(unit.speaker, []).append(self.page.flat[unit.content : unit.end].lower())
        if any(self._tokens(speaker) & self._target for speaker in said):
            return NOBODY
        mine = {speaker: len(re.findall(r"\b(?:i|i'm|i've|my|we|we've)\b", " ".join(words))) for speaker, words in said.items()}
        theirs = {speaker: len(re.findall(r"\b(?:she|he|her|his|she's|he's|they)\b", " ".join(words))) for speaker, words in said.items()}
        asked = {speaker: sum("?" in line for line in words) for speaker, words in said.items()}
        best = max(said, key=lambda speaker: mine[speaker] - asked[speaker])
        if mine[best] >= 2 and mine[best] > theirs[best] and asked[best] * 2 < len(said[best]):
            return best
        return _A_CHAT if sum(theirs.values()) >= 2 else NOBODY

    def _tokens(self, words: str) -> set[str]:
        return {token.strip("'’.,:;()*\"").removesuffix("'s").removesuffix("’s").lower() for token in words.split()}

    def of_unit(self, unit: Unit) -> str:
        """The subject that a unit has by its place: its label, its heading, the block of a person it stands in."""
        if self.thread.author_at(unit.start) or unit.speaker:
            return NOBODY
        inside = (block.subject for block in self._blocks if block.start <= unit.start < block.end)
        block = next(inside, NOBODY)
        if self.page.line_at(unit.start).own and not unit.label:
            return NOBODY
        label = "" if re.match(r"(?:from|according to|per|source|on|via|in|read up|looked)\b", unit.label, re.IGNORECASE) else self._read(unit.label)
        if label:
            if label == OTHER and block != OTHER and self._is_teller(unit):
                return self._read(unit.heading)
            return OTHER if block == OTHER and label == PERSON else label
        return block or self._read(unit.heading)

    def _is_teller(self, unit: Unit) -> bool:
        """Whether a name before a colon says who told it: somebody without a job or an entry of their own, and what follows is of "he" or "she"."""
        known = self._tokens(unit.label)
        named = [someone for someone in self.people.others if known & _callings(someone)]
        content = self.page.flat[unit.content : unit.end]
        return not any(someone.roles or someone.card for someone in named) and bool(_SHE.match(content) or _HE.match(content) or _PLURAL.match(content))

    def _read(self, words: str) -> str:
        if _SAYS.search(words):
            return NOBODY  # "Ross says:" tells who told it, not of whom
        words = re.sub(r"\s*\([^)]*\)?", "", words) or words
        return read_heading(words, target=self._target, others=self._others, firm=self._names, trade=self._trade, wording=self._wording, kinds=not self.long)

    def of_clause(self, clause: str, *, unit: Unit, scene: Scene, placed: str) -> str:
        """The subject a clause names at its beginning; empty where it names none and goes on with what was before."""
        author = self.thread.author_at(unit.start)
        words = clause.strip()
        if _ONLY_REPORT.fullmatch(words.rstrip(".!,")):
            return NOBODY
        if words[:1] in _QUOTES and _I.match(words[1:]):
            return PERSON
        if words[:1] in _QUOTES and placed not in {ORGANISATION, OCCUPATION}:
            return NOBODY  # "you" and "we" in a saying are nobody's
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
        gender = "she" if _SHE.match(words) else "he" if _HE.match(words) else ""
        if gender:
            found = self._by_pronoun(gender, scene)
            return OCCUPATION if found == PERSON and placed == OCCUPATION else found
        if self.long and not placed and scene.last not in {PERSON, ORGANISATION, OCCUPATION}:
            return NOBODY
        return self._by_kind(words, scene, placed=placed)

    def _by_kind(self, words: str, scene: Scene, *, placed: str) -> str:
        """The organisation by its kind or size, the occupation by a general "you" or "people", and "they" by what was spoken of before."""
        if _SIZES.match(words) or FIRM.match(words):
            return ORGANISATION
        if _GENERAL.match(words) or self._is_one_of_the_trade(words):
            return OCCUPATION
        if not _THEY.match(words):
            return NOBODY
        if placed in {ORGANISATION, OCCUPATION}:
            return placed
        if not placed and not self.long and _PLURAL.match(words) and self._means_firm(words, scene):
            return ORGANISATION
        return scene.last if scene.last in {ORGANISATION, OCCUPATION, OTHER} else NOBODY

    def _means_firm(self, words: str, scene: Scene) -> bool:
        """Whether "they" after a person spoken of as she or he is the firm: it does something, and no other group was named."""
        target = self.people.target
        single = target is not None and target.pronoun in {"she", "he"} and scene.last in {PERSON, NOBODY, OTHER}
        return single and bool(find_key(words, About.ORGANISATION) or find_default_key(words, About.ORGANISATION))

    def _first_person(self, words: str, author: str, scene: Scene, *, placed: str) -> str | None:
        """Who "I" and "we" are: the host in the host's own mail or profile, else the learner."""
        host = author == self.thread.host and bool(author)
        if host and _YOU.match(words):
            return OCCUPATION if _YOU_MUST.match(words) else LEARNER
        if host or scene.speaker == PERSON:
            if _WE.match(words):
                return ORGANISATION if host and find_key(words, About.ORGANISATION) in {"size", "news", "founded", "history", "volume"} else PERSON
            return PERSON if _I.match(words) else None
        if scene.speaker in {ORGANISATION, OTHER} and _WE.match(words):
            return ORGANISATION
        if scene.speaker == OTHER and _I.match(words):
            return OTHER
        return LEARNER if _LEARNER_WORDS.match(words) or (not placed and _REMINDER.match(words)) else None

    def _by_name(self, words: str, clause: str, scene: Scene) -> str:
        """A name among the first words, or one that is spoken of anywhere in a short clause."""
        first = [token.strip("'’.,:;()*\"").removesuffix("'s").removesuffix("’s") for token in words.split()[:4]]
        for count, written in enumerate(first):
            token = written.lower()
            proper = self.page.lower or written[:1].isupper()
            if token in self._target and proper:
                return PERSON
            if self._is_somebody_else(written, first, count, proper=proper):
                scene.gender = self._gender_of(token)
                return OTHER
            after_the = count == 1 and first[0].lower() in {"the", "both"}
            leads = count == 0 or after_the
            if token in self._names and (proper or (after_the and token in ORG_WORDS)) and leads and not self._goes_on(first, count):
                return ORGANISATION
            if self._is_trade(token, first, count):
                return OCCUPATION
        inner = _INNER.match(words)
        if inner:
            return self._by_pronoun("she" if inner[1].lower().startswith("s") else "he", scene)
        tokens = {token.strip("'’.,:;()*\"").removesuffix("'s").lower() for token in clause.split()}
        return OTHER if self.long and tokens & self._others and not tokens & self._target else NOBODY

    def _is_somebody_else(self, written: str, words: list[str], count: int, *, proper: bool) -> bool:
        token = written.lower()
        if token in self._others and proper:
            return count == 0 or (count == 1 and words[0].lower() in _BEFORE_NAMES)
        return token in KIN and count < 2 and not (written.isupper() and len(written) > 1)

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
        match = re.match(
            r"(?:an? )?((?:[\w-]+ ){1,4})(?:has to|must|needs?|should)\b|an? ((?:[\w-]+ ){1,4})(?:has|have|needs?|must|does|is|usually|spends?|works?|can"
            r"|gets?)\b",
            words,
            re.IGNORECASE,
        )
        return match is not None and bool({word.lower() for word in (match[1] or match[2]).split()} & self._trade)

    def _by_pronoun(self, gender: str, scene: Scene) -> str:
        target = self.people.target
        known = target.pronoun if target else ""
        if (known and known != gender) or (self.long and not self._may_continue(scene, known)):
            return OTHER
        if scene.last == OTHER and scene.gender in {gender, ""} and (not known or any(someone.pronoun in {gender, ""} for someone in self.people.others)):
            return OTHER
        return PERSON

    def _may_continue(self, scene: Scene, known: str) -> bool:
        """In long notes: whether a pronoun may stand for the person: just named, or nobody else in a section that names them or the organisation."""
        if scene.last in {PERSON, OTHER}:
            return scene.last == PERSON
        return scene.section in self._relevant and bool(known or scene.last != NOBODY)

    def _gender_of(self, token: str) -> str:
        if token in WOMEN or token in MEN:
            return "she" if token in WOMEN else "he"
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
    own = words[: words.index("of")] if "of" in words[1:] else words  # in "Museum of Cloth" cloth is no name for it
    kinds |= {word for word in own[-1:] if word in ORG_WORDS or len(own) > 1}
    return frozenset(word for word in own if len(word) > 3 and word not in COMMON | DAYS | MONTHS | HEADWORDS and word not in ORG_WORDS) | kinds
