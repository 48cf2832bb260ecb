"""Clauses that tell of somebody's private life: what they are about, whom they speak of and who asked for silence are weighed together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.dossier.sensitive.topics import ANYBODY, AT_WORK, DISCLAIMER, KIN, KIN_STATE, LABEL, PAY, SECRECY, SELF, SYMPATHY, THIRD, TOPICS, TRADE, YOU

_ENOUGH, _ENOUGH_BESIDE, _FAINT = 3.5, 2.4, 0.75
"""What a clause must weigh to be private, what it must weigh beside one that is, and what a hint weighs."""

_KIN, _PERSON, _UNTOLD, _SELF, _ANYBODY = 2.5, 1.5, 0.5, -4.0, -2.0
_LONG_SENTENCE, _FEW = 24, 7
_PLAIN = str.maketrans("āēīōūĀĒĪŌŪ’‘`", "aeiouaeiou'''")
_CELL_CUT = re.compile(r"\s*\|\s*|\t+")
_STOP = re.compile(r"(?<!\bdr)(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bst)(?<!\bno)(?<!\d)[.!?;]+[)\"”]*\s+|(?<=\d)[.!?;]\s+(?=[a-z]{2})")
_CLAUSE_CUT = re.compile(
    r",\s+(?=(?:and |but |so |while |then )?(?:she|he|they|it|we|i|i'm|you|lots|then|who|which|because|there)\b)"
    r"|\s+(?=(?:because|since|so|but|and|while) (?:i|i'm|she|he|they|we|my|her|his|it|you)\b)|\s+[-–—]\s+|\s+(?=(?:lol|haha|tbh|idk)\b)|\)\s*"
    r"|\s*\((?=\w{3}[^()]{25,})"
)
_SMALL_CUT = re.compile(
    r"\s+(?=(?:idk|lol|hes|shes|he|she|you need|i wanna|meeting|its|theres|only text|(?:my )?(?:mum|mom|dad|gran|nan|nana|aunty?) says|and he"
    r"|and she|aunty? \w+ told"
    r"|(?!i said|(?:has|had|have|not|never)(?:n'?t)? told)[a-z]+ (?:says|said|reckons|told))\b)"
)
_LINK = re.compile(r"(?:and|but|because|coz|so|while|since)")
_REPORTER = re.compile(
    r"(?:\b(?:my |his |her )?[\w']+ (?:says?|said|reckons?|told (?:me|us|my \w+))(?: that)?|\bfrom my [^:]{2,40}:|\b(?:it is|it'?s) a secret that)\s+$"
)
_SAYS = re.compile(r"(?:^|[,:(]|\b(?:and|but|so|as)\b)\W*(?:my |his |her |the )?[\w']+ (?:says?|said|reckons?|thinks?|told (?:me|us))(?!\w)(?: that)?")
_ACTOR = re.compile(
    r"(?<!\w)(?!(?:it|this|that|there|here|what|which|who|where|how|work|job|pay|day|days|now|all|one)\b)[^\W\d]{2,}(?:'s| (?:is|was"
    r"|has|had|got|wants?|gets?|takes?|isn't|hasn't))(?!\w)"
)
_ELLIPSIS = re.compile(
    r"^\W*(?:and |but |nb |bit of |apparently |just |now |newly |still |recently )*(?:has|had|have|is|was|got|gets|been|being|going|recover\w+"
    r"|suffers?|wants?|owes?|lost|off|out|in|on|expecting|pregnant|diagnosed|due|separated|divorced|widow\w*|lives|living|\w{4,}ed)\b"
)
_SPEAKER = re.compile(
    r"^\W*(?:\[?\(?\d\d?:\d\d(?::\d\d)?\]?\)?\s*)?(?!(?:ME|MINE|I|NB|NOTE|TO[D]O|WHY|Q)\b)(?:[A-ZĀĒĪŌŪ]{2,}"
    r"|[A-ZĀĒĪŌŪ][\w'’-]+ ?\(\d\d:\d\d\))(?: [A-ZĀĒĪŌŪ]+)?\s*:\s"
)
_MAIL = re.compile(r"^[>\s]*(?:from|von|de)\s*:|^[>\s]*(?:on|am|le) .{6,90} (?:wrote|schrieb|a écrit)\b.*:", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“]([^\"”]*)[\"”]?")
_ASKS = re.compile(
    r"\?|\b(?:wonder|curious|whether|want to know|ask (?:if|how|about|whether)|how (?:do|does|did|to)|what (?:to|do|does)|why (?:do"
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
    for cell in _pieces(line, _CELL_CUT, 0, len(line)):
        yield from _in_cell(text, _clauses(text, *cell, small=small), strange=voices.strange, labelled=labelled)
        labelled = bool(LABEL.fullmatch(text[slice(*cell)]))


def _in_cell(text: str, sentences: list[list[tuple[int, int]]], *, strange: bool, labelled: bool) -> Iterator[tuple[int, int]]:
    """The private clauses among those of a cell, or of a line without cells; `labelled` where the cell before says that they are."""
    private: set[tuple[int, int]] = set()
    clauses = [clause for sentence in sentences for clause in sentence]
    for sentence in sentences:
        private |= _in_sentence(text, sentence, strange=strange, labelled=labelled or _is_labelled(text[sentence[0][0] : sentence[-1][1]]))
    for count, (start, end) in enumerate(clauses):
        if SECRECY.search(text[start:end]):
            private |= _meant_by(text, clauses, count)
    for start, end in private:
        yield _with_reporter(text, start), end


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
            if TRADE.match(clause, match.end()) or any(start < match.end() and match.start() < end for start, end in spans):
                continue
            spans.append(match.span())
            weight = level if level > 1 else _FAINT
            best = max(best, weight + _whose(clause, match.start(), strange=strange))
    if KIN_STATE.match(clause):
        best = max(best, _ENOUGH)
    if not best:
        return 0.0
    others = min(1.5, _FAINT * max(0, len(spans) - 1))
    kin = bool(KIN.search(clause))
    outside = any(not any(start < match.end() and match.start() < end for start, end in spans) for match in AT_WORK.finditer(clause))
    work = (1.0 if kin else 2.5) if outside else 0.0
    asks = 2.0 if _ASKS.search(clause) and not kin else 0.0
    return best + others - work - asks


def _whose(clause: str, at: int, *, strange: bool) -> float:
    """The weight of the one whom the words at a place speak of: the nearest named before them, else the first after."""
    own = _PERSON if strange or any(match.start() < at < match.end() for match in _QUOTED.finditer(clause)) else _SELF
    kinds = ((KIN, _KIN), (THIRD, _PERSON), (SELF, own), (YOU, _PERSON if strange else _ANYBODY), (ANYBODY, _ANYBODY))
    found = [(match.start(), match.end(), weight) for pattern, weight in kinds for match in pattern.finditer(clause)]
    kin = [(start, end) for start, end, weight in found if weight == _KIN]
    found = [item for item in found if item[2] == _KIN or not any(start <= item[0] and item[1] <= end for start, end in kin)]
    before = [item for item in found if item[0] <= at]
    if before:
        return max(before)[2]
    if _ACTOR.search(clause[: at + 1]) or _ACTOR.match(clause):
        return _PERSON
    if _ELLIPSIS.match(clause):
        return _PERSON
    return min(found)[2] if found else (_UNTOLD if len(clause.split()) <= _FEW else 0.0)


def _meant_by(text: str, clauses: list[tuple[int, int]], count: int) -> set[tuple[int, int]]:
    """What a bare wish for silence is about: the clause after "keep it under your hat but", else the one said just before."""
    start, end = clauses[count]
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
