"""Running text cut into sentences and clauses, with their places kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.engines.offline.dossier.layout import Page, Unit

_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|co|ltd|inc|jr|sr|no|nr|approx|ca|vs|etc|dept|e\.g|i\.e|a\.m|p\.m|u\.k|u\.s|b\.a|m\.a|b\.sc|ph\.d|est|incl|esp)|\b[A-Z]"
    r"|\b[ABM]\.[A-Z]\w*)\.$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"\s*\[left out\]\s*[.!?,;]*|[.!?]+[\"”')\]]*(?=\s|$)|\s{3,}(?=\S)")
_CLAUSE_END = re.compile(
    r"(?P<mark>[;:]\s+|,\s+|\s+[-–—/|]\s+|\s+[-–—]{2,}\s*|\s*(?:[-=]+>|→|⇒|\t+)\s*|\.\.+\s*|\s*\?+\s+)|\s+(?=(?:and|then|but|plus|although|while|though|which is|who is|coz|because"
    r"|bc|so(?=\s(?:i|he|she|it|they|we|you|that's|hes|shes|its|there|no|now|then)\b))\s)",
    re.IGNORECASE,
)
_SMALL_START = re.compile(
    r"\s+(?=(?:hes|he's|shes|she's|he (?!can\b)|she (?!can\b)|its|it's|theres|there's|theyve|they|works (?:for|at|in)|did (?:his|her|an?|the)|left|mostly"
    r"|mainly|been|used to|you need|u need|u can|u sit|you can|i wanna|i want|want to|wanna|idk|also|dont|don't|meeting|born|grew up|right now|"
    r"these days|[a-z]+ (?:says|reckons|said)\b|lol)\b)"
)
_STUB = re.compile(
    r"(?:\w+\s)?(?:and|but|so|then|plus|also|he|she|hes|shes|they|it|its|i|theres|because|coz|bc|while|although|[a-z]+ (?:says|reckons|said))", re.IGNORECASE
)
_LONGEST_JOINED, _LONGEST_SAYING = 130, 90
_VERBS = frozenset("has had have is was are were does did will would can could may might must loves likes hates".split())
_ASIDE = re.compile(r"\([^()\n]{2,30}\)")
_QUOTED = re.compile(r"[\"“][^\"“”\n]{2,300}[\"”]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the page: `start` to `end`, and its words."""

    start: int
    end: int
    text: str


def find_sentences(page: Page, unit: Unit) -> list[Piece]:
    """The sentences of a unit, after its label."""
    text = page.flat
    pieces = []
    start = unit.content
    for match in _SENTENCE_END.finditer(text, unit.content, unit.end):
        if match[0].strip() and match[0][0] == "." and _ABBREVIATION.search(text[start : match.start() + 1]) and match.end() < unit.end:
            continue
        if match[0].strip() and _is_in_quote(text, start, match.end() - 1, unit.end, most=_LONGEST_SAYING) and text[match.end() - 1] not in '"”':
            continue
        if match[0].strip() and _is_in_bracket(text, start, match.end() - 1, unit.end):
            continue
        if not match[0].strip() and ("\n" in page.text[match.start() : match.end()] or _is_in_quote(text, start, match.start(), unit.end)):
            continue
        pieces.append(_piece(text, start, match.start() if "left out" in match[0] else match.end()))
        start = match.end()
    pieces.append(_piece(text, start, unit.end))
    return [piece for piece in pieces if piece.text]


def find_clauses(page: Page, sentence: Piece) -> list[Piece]:
    """The clauses of a sentence: at marks and conjunctions outside quotations and short brackets, in notes without capitals also where a new subject begins."""
    text = page.flat
    kept = [(match.start(), match.end()) for whole in (_QUOTED, _ASIDE) for match in whole.finditer(text, sentence.start, sentence.end)]
    cuts: list[tuple[int, int]] = []
    for pattern in (_CLAUSE_END, _SMALL_START) if page.lower else (_CLAUSE_END,):
        cuts += [
            (match.start(), match.end())
            for match in pattern.finditer(text, sentence.start, sentence.end)
            if not any(start < match.start() < end - 1 for start, end in kept) and not _is_number(text, match)
        ]
    cuts.sort()
    pieces = []
    start = sentence.start
    for cut_start, cut_end in cuts:
        if cut_start > start:
            pieces.append(_piece(text, start, cut_start))
        start = max(start, cut_end)
    pieces.append(_piece(text, start, sentence.end))
    return _join_scraps(text, _join_stubs(text, [piece for piece in pieces if re.search(r"\w", piece.text)]))


def _join_scraps(text: str, pieces: list[Piece]) -> list[Piece]:
    """A word or two without a figure, after a comma or a slash, are an item of a list and belong to what stands before them, or at the head to what follows."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        between = text[last.end : piece.start].strip() if last is not None else ""
        if (
            last is not None
            and between in {",", "/", "", "+", "&"}
            and piece.end - last.start <= _LONGEST_JOINED
            and (_is_scrap(piece) or (_is_scrap(last) and len(joined) == 1))
        ):
            joined[-1] = _piece(text, last.start, piece.end)
        else:
            joined.append(piece)
    return joined


def _is_scrap(piece: Piece) -> bool:
    words = re.findall(r"[^\W_]+", piece.text)
    if words[0].lower() in _VERBS:
        return False
    return (len(words) < 3 or (words[0].lower() == "and" and len(words) < 5)) and not re.search(r"\d", piece.text)


def _join_stubs(text: str, pieces: list[Piece]) -> list[Piece]:
    """A lone pronoun or conjunction belongs to what follows it."""
    joined: list[Piece] = []
    stub: Piece | None = None
    for piece in pieces:
        if stub is not None and not text[stub.end : piece.start].strip():
            piece = _piece(text, stub.start, piece.end)  # noqa: PLW2901  (the stub is its head)
        elif stub is not None:
            joined.append(stub)
        following = text[piece.end : piece.end + 5]
        stub = piece if _STUB.fullmatch(piece.text) or (len(piece.text.split()) < 3 and following == " and ") else None
        if stub is None:
            joined.append(piece)
    return joined + ([stub] if stub is not None else [])


def _is_number(text: str, match: re.Match[str]) -> bool:
    """A mark between digits belongs to a number or a range: 10:15, 2016 - 2019, 1,204."""
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    return before.isdigit() and after.isdigit() and bool(re.match(r"\s*[-–/:]\s*", match[0]))


def _is_in_quote(text: str, start: int, at: int, end: int, *, most: int = 300) -> bool:
    """Whether a place lies inside a quotation of at most so many characters."""
    return any(match.start() < at < match.end() and match.end() - match.start() <= most for match in _QUOTED.finditer(text, start, end))


def _is_in_bracket(text: str, start: int, at: int, end: int) -> bool:
    """Whether a place lies inside a bracket of at most 120 characters that was opened after `start`."""
    opened = text.rfind("(", start, at)
    closed = text.find(")", opened, min(end, opened + 120)) if opened >= 0 else -1
    return closed > at


def _piece(text: str, start: int, end: int) -> Piece:
    """Trimmed of white space at both ends."""
    words = text[start:end]
    left, right = len(words) - len(words.lstrip()), len(words.rstrip())
    return Piece(start + left, start + max(left, right), words.strip())
