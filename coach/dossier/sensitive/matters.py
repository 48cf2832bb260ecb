"""Clauses that tell of somebody's private life: what they are about, whom they speak of and who asked for silence are weighed together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from coach.dossier.sensitive.topics import (
    ANYBODY,
    AT_WORK,
    ATTRIBUTE,
    DISCLAIMER,
    FIRM,
    KIN,
    KIN_STATE,
    LABEL,
    OF_A_THING,
    PAY,
    SECRECY,
    SELF,
    SYMPATHY,
    THIRD,
    TOPICS,
    TRADE,
    WORK_TROUBLE,
    YOU,
)

_ENOUGH, _ENOUGH_BESIDE, _FAINT = 3.5, 2.4, 0.75
"""What a clause must weigh to be private, what it must weigh beside one that is, and what a hint weighs."""

_KIN, _PERSON, _UNTOLD, _SELF, _ANYBODY = 2.5, 1.5, 0.5, -4.0, -2.0
_LONG_SENTENCE, _FEW, _JUST_SAID, _CLOSE, _LEAD = 24, 7, 90, 12, 2
_PLAIN = str.maketrans("āēīōūĀĒĪŌŪ’‘`", "aeiouaeiou'''")
_CELL_CUT = re.compile(r"\s*\|\s*|\t+")
_STOP = re.compile(r"(?<!\bdr)(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bst)(?<!\bno)(?<!\d)[.!?;]+[)\"”]*\s+|(?<=\d)[.!?;]\s+(?=[a-z]{2})")
_CLAUSE_CUT = re.compile(
    r",\s+(?=(?:and |but |so |while |then )?(?:she|he|they|it|we|i|i'm|you|lots|then|who|which|because|there)\b)"
    r"|\s+(?=(?:because|since|so|but|and|while) (?:i|i'm|she|he|they|we|my|her(?! \w+ each| don'?t| are| [a-z]+n'?t)|his|it|you)\b)|\s+[-–—]\s+|\s+(?=(?:lol|haha|tbh|idk)\b)|\)\s*"
    r"|\s*\((?=\w{3}[^()]{25,})"
)
_SMALL_CUT = re.compile(
    r"(?<!fears)(?<!feels)(?<!thinks)(?<!where)(?<!that)(?<!when)(?<!if)(?<!what)(?<!how)(?<!why)\s+(?=(?:idk|lol|hes|shes|he|she|you need|i wanna|meeting|its|theres|only text|(?:my )?(?:mum|mom|dad|gran|nan|nana|aunty?) says|and he"
    r"|and she|aunty? \w+ told"
    r"|(?!i said|(?:has|had|have|not|never|been|was|were|is|got)(?:n'?t)? told)[a-z]+ (?:says|said|reckons|told))\b)"
)
_LINK = re.compile(r"(?:and|but|because|coz|so|while|since)")
_REPORTER = re.compile(
    r"(?:\b(?:my |his |her )?[\w']+ (?:says?|said|reckons?|told (?:me|us|my \w+))(?: that)?|\bfrom my [^:]{2,40}:|\b(?:it is|it'?s) a secret that)\s+$"
)
_TOLD = re.compile(r" (?:[\w']+ )?(?:says?|said|reckons?|told (?:me|us|mum|dad))(?= *$|[.,;!?)])")
_SAYS = re.compile(r"(?:^|[,:(]|\b(?:and|but|so|as)\b)\W*(?:my |his |her |the )?[\w']+ (?:says?|said|reckons?|thinks?|told (?:me|us))(?!\w)(?: that)?")
_ACTOR = re.compile(
    r"(?<!\w)(?!(?:it|this|that|there|here|what|which|who|where|how|work|job|pay|day|days|now|all|one|noise|dust|nobody|noone|everyone|everybody|someone|somebody|anyone)\b)[^\W\d]{2,}(?:'s| (?:is(?! (?:the|what|where|why|when|how)\b)|was"
    r"|has|had|got|used to|wants?|gets?|takes?|isn't|hasn't))(?!\w)"
)
_ELLIPSIS = re.compile(
    r"^\W*(?:and |but |nb |bit of a(?= temper)|bit of |apparently |just |now |newly |still |recently )*(?:has|had|have|is|was|got|gets| temper|been|being|going|recover\w+"
    r"|suffers?|wants?|owes?|lost|off|out|in|on|expecting|earns|clears|pregnant|diagnosed|due|separated|divorced|widow\w*|lives|living|split|broke|fell|walked|(?!works|runs|teaches|treats|helps|deals|handles|looks|supports|makes|builds|fixes|cares|talks|meets|visits|listens|opens|serves|sits)\w{2,}[^s\W]s (?:a|an|the|her|his|in|at|on|with|to)|\w{4,}ed)\b"
)
_SPEAKER = re.compile(
    r"^\W*(?:\[?\(?\d\d?:\d\d(?::\d\d)?\]?\)?\s*)?(?!(?:ME|MINE|I|NB|NOTE|WHY|Q)\b)(?:[A-ZĀĒĪŌŪ]{2,}"
    r"|[A-ZĀĒĪŌŪ][\w'’-]+ ?\(\d\d:\d\d\))(?: [A-ZĀĒĪŌŪ]+)?\s*:\s"
)
_MAIL = re.compile(r"^[>\s]*(?:from|von|de)\s*:|^[>\s]*(?:on|am|le) .{6,90} (?:wrote|schrieb|a écrit)\b.*:", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“]([^\"”]*)[\"”]?")
_SPEAKING = re.compile(
    r" (?:as an?|(?:with|of) (?:ideas|possibilities|enthusiasm)|spots?|about|to (?:it|the)|about the|of (?:emails|meetings|it|this)|in (?:the (?!left|right|eyes?|ears?)\w+|court)|ears)\b"
)
_PAST_YEAR = re.compile(r"\b(?:19[5-9]\d|20[01]\d|202[0-4])\b")
_TELLS = re.compile(r"\b(?:is|are|was|were|means|makes|goes|can|could|will|get|have)\b|\?")
_ASKS = re.compile(
    r"^\W*(?:is|are|do|does|did|can|could|will|would|has|have) (?:she|he|they|you|it|u|people|any\w+)\b|\b(?:wonder|curious|whether|want to know|ask (?:if|how|about|whether)|how (?:do|does|did|to)|what (?:to|do|does)|why (?:do"
    r"|did|does)|is it|would (?:they|it|you)|can (?:i|you))\b"
)


class Voices:
    """Whose words a line holds: after the head of a mail, or behind the name of a speaker, "I" is somebody else than the learner."""

    def __init__(self) -> None:
        self._mail = self._speaker = False

    def hear(self, line: str) -> None:
        """Take in the next line."""
        self._mail = self._mail or bool(_MAIL.match(line))
        self._speaker = bool(_SPEAKER.match(line)) and not line.isupper()

    @property
    def strange(self) -> bool:
        """Whether the line is in the words of somebody else."""
        return self._mail or self._speaker


def find_matters(line: str, voices: Voices) -> Iterator[tuple[int, int]]:
    """The clauses of a line that are private, each as far as its matter goes."""
    text = line.translate(_PLAIN)
    text = "".join(mark.lower() if len(mark.lower()) == 1 else mark for mark in text)
    if DISCLAIMER.search(text):
        return
    small = sum(mark.isupper() for mark in line) < max(2, len(line) * 0.012)
    labelled = False
    speaker = _SPEAKER.match(line)
    for cell in _pieces(line, _CELL_CUT, speaker.end() if speaker else 0, len(line)):
        yield from _in_cell(text, _clauses(text, *cell, small=small), strange=voices.strange, labelled=labelled)
        labelled = bool(LABEL.fullmatch(text[slice(*cell)]))


def read_clauses(line: str) -> tuple[str, list[list[tuple[int, int]]]]:
    """The line in small letters without macrons, and its sentences with their clauses as places."""
    text = line.translate(_PLAIN)
    text = "".join(mark.lower() if len(mark.lower()) == 1 else mark for mark in text)
    small = sum(mark.isupper() for mark in line) < max(2, len(line) * 0.012)
    speaker = _SPEAKER.match(line)
    cells = _pieces(line, _CELL_CUT, speaker.end() if speaker else 0, len(line))
    return text, [sentence for cell in cells for sentence in _clauses(text, *cell, small=small)]


def weigh_clause(clause: str, *, strange: bool) -> float:
    """How private the rules hold a clause to be, in small letters without macrons."""
    return _weigh(clause, strange=strange)


def _in_cell(text: str, sentences: list[list[tuple[int, int]]], *, strange: bool, labelled: bool) -> Iterator[tuple[int, int]]:
    """The private clauses among those of a cell, or of a line without cells; `labelled` where the cell before says that they are."""
    private: set[tuple[int, int]] = set()
    clauses = [clause for sentence in sentences for clause in sentence]
    for sentence in sentences:
        private |= _in_sentence(text, sentence, strange=strange, labelled=labelled or _is_labelled(text[sentence[0][0] : sentence[-1][1]]))
    for count, (start, end) in enumerate(clauses):
        if SECRECY.search(text[start:end]):
            private |= _meant_by(text, clauses, count, private=any(low < start and start - high < _JUST_SAID for low, high in private))
    for start, end in private:
        told = _TOLD.match(text, end)
        yield _with_reporter(text, start), told.end() if told else end


def _is_labelled(words: str) -> bool:
    """Whether a sentence is called private by the word before its colon."""
    label = LABEL.match(words)
    return label is not None and label.end() < len(words)


def _in_sentence(text: str, clauses: list[tuple[int, int]], *, strange: bool, labelled: bool) -> set[tuple[int, int]]:
    weights = [
        _ENOUGH_BESIDE
        if _LINK.fullmatch(text[start:end].strip())
        else 9.0
        if labelled or SECRECY.search(text[start:end])
        else _weigh(text[start:end], strange=strange)
        for start, end in clauses
    ]
    private = {count for count, weight in enumerate(weights) if weight >= _ENOUGH}
    whole = text[clauses[0][0] : clauses[-1][1]]
    if not private and len(clauses) > 1 and len(whole.split()) <= _LONG_SENTENCE and _weigh(whole, strange=strange) >= _ENOUGH:
        return set(clauses)
    beside = {other for count in private for other in (count - 1, count + 1) if 0 <= other < len(clauses) and weights[other] >= _ENOUGH_BESIDE}
    for count in range(1, len(clauses)):  # "she's expecting - due feb"
        if count - 1 in private | beside and _goes_on(text, clauses[count - 1], clauses[count]):
            beside.add(count)
    return set(_runs(clauses, private | beside))


def _runs(clauses: list[tuple[int, int]], chosen: set[int]) -> Iterator[tuple[int, int]]:
    """The chosen clauses, those next to each other as one."""
    for count in sorted(chosen):
        if count - 1 not in chosen:
            last = count
            while last + 1 in chosen:
                last += 1
            yield clauses[count][0], clauses[last][1]


def _goes_on(text: str, before: tuple[int, int], clause: tuple[int, int]) -> bool:
    """Whether a few words behind a dash have nobody of their own that they speak of."""
    words = text[slice(*clause)]
    return (
        bool(re.search(r"[-–—]", text[before[1] : clause[0]]))
        and len(words.split()) <= 10
        and not re.match(
            r"(?:i|she|he|they|we|it)\b"
            r"|[a-z]+ (?:is|has|says)\b",
            words,
        )
    )


@lru_cache(maxsize=8192)
def _weigh(clause: str, *, strange: bool) -> float:
    """How private a clause is: its topics, who is meant by them, less what shows that it is somebody's work or a question."""
    if SYMPATHY.search(clause):
        return 9.0
    clause = _SAYS.sub(lambda match: " " * len(match[0]), clause)
    if PAY.search(clause):
        return _whose(clause, PAY.search(clause).start(), strange=strange) * 2 + 2.0  # type: ignore[union-attr]
    best = 0.0
    spans: list[tuple[int, int]] = []
    for level, pattern in TOPICS:
        for match in pattern.finditer(clause):
            if _is_trade(clause, match) or _is_setting(clause, match) or any(start < match.end() and match.start() < end for start, end in spans):
                continue
            spans.append(match.span())
            weight = (level if level > 1 else _FAINT) + _whose(clause, match.start(), strange=strange, end=match.end())
            best = max(best, weight - _told_openly(clause, match))
    if KIN_STATE.match(clause):
        best = max(best, _ENOUGH)
    if not best:
        return 0.0
    others = min(1.5, _FAINT * max(0, len(spans) - 1))
    kin = bool(KIN.search(clause))
    outside = [match.start() for match in AT_WORK.finditer(clause) if not any(start < match.end() and match.start() < end for start, end in spans)]
    first = min((start for start, _ in spans), default=0)
    work = (1.0 if kin or first < min(outside) else 2.5) if outside else 0.0
    asks = 2.0 if not kin and (_ASKS.search(clause, 0, first + 1) or (clause.rstrip().endswith("?") and best < _ENOUGH + 1)) else 0.0
    return best + others - work - asks


def _is_trade(clause: str, match: re.Match[str]) -> bool:
    """Whether the word for a matter is the first half of a job, a place or a thing ("divorce lawyer", "blind baking"), or a manner of speaking."""
    return bool(
        TRADE.match(clause, match.end()) or (ATTRIBUTE.search(match[0]) and (OF_A_THING.match(clause, match.end()) or _SPEAKING.match(clause, match.end())))
    )


_SETTINGS = re.compile(
    r"(?:in (?:the |a )?|at (?:the |a )?)?(?:hospice|palliative|bereave\w*|terminal|dialysis|diabet\w*|dying|funeral|grief|rehab\w*|disabilit\w*|dementia|addict\w*|refugee\w*|probation|social (?:work\w*|services)|counsell\w+|psych\w+)",
    re.IGNORECASE,
)
_FEW_WORDS = 12
_NO_MATTER = re.compile(
    r"\bit (?:was|is|'s|gets|got) dead\b|\bdead (?:easy|quiet|slow|good|keen|simple|line|stock)\b|\brecovering (?!from|at|after|well|now|but|and|addict|alcoholic|drug|gambl|drink|patient)[a-z]+",
    re.IGNORECASE,
)


_JOB = re.compile(
    r"(?:ologist|iatrist|ician|therapist|bailiff|handicapper|keeper|registrar|analyst|investigator|secretary|consultant|officer|practitioner|orderly|nanny|coordinator"
    r"|assistant|operator|technician|manager|nurse|supervisor|worker|director|lawyer|adviser|advisor|physicist|coxswain|police|teacher|specialist|carer)s?\b"
)


_KAIMAHI = re.compile(r"\b(?:kai|pou)[a-zāēīōū]{3,}\s+$", re.IGNORECASE)
"""The name of one who does a work, in te reo Māori, right before what it is about."""


def _is_setting(clause: str, match: re.Match[str]) -> bool:
    """Whether the word names a kind of work or place of which nobody in the clause has the matter ("hospice social worker", "Fraud Analyst at Kōwhai Trust"), or is a manner of speaking."""
    if any(other.start() <= match.start() < other.end() for other in _NO_MATTER.finditer(clause)):
        return True
    if KIN.search(clause) or THIRD.search(clause):
        return False
    if _KAIMAHI.search(clause[: match.start()]):
        return True
    return bool(_SETTINGS.fullmatch(match[0].strip()) or (_JOB.search(clause, match.start()) and len(clause.split()) <= _FEW_WORDS))


def _told_openly(clause: str, match: re.Match[str]) -> float:
    """What a matter loses where a firm has it, or where it is a dated step of somebody's working life."""
    past = bool(_PAST_YEAR.search(clause)) and not KIN.search(clause)
    if WORK_TROUBLE.search(match[0]):
        return 2.5 if past else 0.0
    firm = FIRM.search(clause[: match.start()]) is not None and not THIRD.search(clause[: match.start()])
    return 3.0 if firm else 1.5 if past and match[0].startswith("moved") else 0.0


def _whose(clause: str, at: int, *, strange: bool, end: int = 0) -> float:
    """The weight of the one whom the words at a place speak of: the nearest named before them, else the first after."""
    own = _PERSON if strange or any(match.start() < at < match.end() for match in _QUOTED.finditer(clause)) else _SELF
    kinds = ((KIN, _KIN), (THIRD, _PERSON), (FIRM, _PERSON), (SELF, own), (YOU, _PERSON if strange else _ANYBODY), (ANYBODY, _ANYBODY))
    found = [(match.start(), match.end(), weight) for pattern, weight in kinds for match in pattern.finditer(clause)]
    whole = [(start, end, weight) for start, end, weight in found if weight == _KIN or (weight == _ANYBODY and " " in clause[start:end])]
    found = [item for item in found if item in whole or not any(start <= item[0] and item[1] <= end for start, end, _ in whole)]
    before = [item for item in found if item[0] <= at] or [item for item in found if item[0] < end and item[2] > 0]
    if before:
        return max(before)[2]
    if _ACTOR.search(clause[: max(at + 1, end)]) or _ACTOR.match(clause):
        return _PERSON
    if _ELLIPSIS.match(clause):
        return _PERSON
    return _named_after(clause, at, found)


def _named_after(clause: str, at: int, found: list[tuple[int, int, float]]) -> float:
    """The weight of the one who is named only behind the words for a matter; a few words that begin with them tell of somebody nearly always."""
    first = min(found) if found else (0, 0, 0.0)
    if first[2] == _KIN or (first[2] < 0 and first[0] - at < _CLOSE):
        return first[2]
    if any(weight > 0 for _, _, weight in found) and len(clause[:at].split()) <= 1:
        return _UNTOLD
    if first[2] < 0:
        return first[2]
    return _UNTOLD if len(clause.split()) <= _FEW and len(clause[:at].split()) <= _LEAD and not _TELLS.search(clause) else 0.0


def _meant_by(text: str, clauses: list[tuple[int, int]], count: int, *, private: bool) -> set[tuple[int, int]]:
    """What a bare wish for silence is about, if not what was just said and is private anyhow: the clause after "keep it under your hat but", else the one said just before."""
    start, end = clauses[count]
    if private:
        return set()
    if len(re.findall(r"\w+", SECRECY.sub(" ", text[start:end]))) > 5:
        return set()
    if count + 1 < len(clauses) and (count == 0 or re.match(r"\s*(?:,?\s*(?:but|that|:)\s)", text[end:])):
        return {clauses[count + 1]}
    return {clauses[count - 1]} if count else set()


def _with_reporter(text: str, start: int) -> int:
    """Where the clause begins if who said it ("lee says") is counted in."""
    told = _REPORTER.search(text[max(0, start - 60) : start])
    return max(0, start - 60) + told.start() if told else start


def _clauses(text: str, start: int, end: int, *, small: bool) -> list[list[tuple[int, int]]]:
    """The sentences between two places, each as its clauses; where the writer does without capitals a new subject begins a clause too."""
    sentences = [_pieces(text, _CLAUSE_CUT, *sentence) for sentence in _pieces(text, _STOP, start, end)]
    if small:
        sentences = [[piece for clause in sentence for piece in _pieces(text, _SMALL_CUT, *clause)] for sentence in sentences]
    return [sentence for sentence in sentences if sentence]


def _pieces(text: str, cut: re.Pattern[str], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a text between its cuts, without the marks at their beginnings; parts without a word are left out."""
    pieces, at = [], start
    for low, high in [*((match.start(), match.end()) for match in cut.finditer(text, start, end)), (end, end)]:
        part = text[at:low]
        lead = len(part) - len(part.lstrip(" >*-•\t|#→+~"))
        if any(mark.isalnum() for mark in part):
            pieces.append((at + lead, low))
        at = high
    return pieces
