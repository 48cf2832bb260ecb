"""The person's working life as the notes tell it, step by step in the order of time."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from itertools import pairwise

from coach.dossier.places import cover
from coach.records import About, Fact, Note, Record, Span, Step

EARLIER = frozenset({"previous_role", "previous_employer", "path", "education", "qualification", "history", "volunteering"})
"""Keys of facts that tell of what came before the present post, or beside it at its own time."""

PRESENT = frozenset({"start_year", "tenure", "current_role", "role"})
"""Keys of facts that tell of the present post."""

_YEAR = r"(?:19|20)\d\d\b"
_MONTH = r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? )?"
_TO = r"\s*(?:-|–|—|to|until|till)\s*"
_COUNT = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty)"
_ENDLESS = r"(?:present|now|current|today|date)\b"
_DATED = re.compile(
    rf"(?:\b(?:from|since|between)\s+)?{_MONTH}\b{_YEAR}(?:{_TO}|\s+and\s+)(?:{_MONTH}{_YEAR}|{_ENDLESS}|['’]?\d\d\b(?![\d:.]))"
    rf"|\b(?:since|from|until|till)\s+(?:(?:about|around|early|late|mid|the end of)[ -])?{_MONTH}\b{_YEAR}|{_MONTH}\b{_YEAR}|['’]\d\d\b(?! ?(?:s|yrs|years))",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    rf"(?<!with )\b(?:(?:over|about|around|nearly|almost|more than) )?(?:{_COUNT}(?: odd|\+)?|a (?:couple of|few)|several|many)"
    r" ?(?:years?|yrs?|months|seasons|winters|summers)\b(?![ -]old)(?: ago\b)?|\b(?:a|over a|nearly a) decade\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"[,;]\s+(?:(?:and|then|but)\s+)*|\.\s+|\s+(?:and then|and|then|but)\s+", re.IGNORECASE)
_LINE_OF_DATES = re.compile(rf"^\W{{0,2}}(?P<dates>{_MONTH}{_YEAR}(?:{_TO}(?:{_MONTH}{_YEAR}|{_ENDLESS}))?)\W*(?:[·|(].*)?$", re.IGNORECASE)
_BEFORE_DATES = re.compile(rf"^[\s,(|·:–—-]*(?P<dates>{_MONTH}{_YEAR}(?:{_TO}(?:{_MONTH}{_YEAR}|{_ENDLESS}))?)", re.IGNORECASE)
_SINCE = re.compile(r"since\b", re.IGNORECASE)
_NO_HEAD = re.compile(
    r"^(?:(?:full|part)[ -]time|contract|freelance|permanent|internship|casual|seasonal|self-employed|remote|hybrid)\b(?! \w+)|^\d+ (?:yrs?|years?|mos?|months?)\b"
    r"|^(?:(?:work )?experience|(?:work|employment|career) history|employment|career|education|studies|profile|about|summary)$",
    re.IGNORECASE,
)
_MARKS = " *_•>:·|-"

_FEW = 3
"""Words at most of a last piece that is a step of its own ("ski patroller for 6 seasons, forecasting since 2018"), and of what stands beside a station in its line."""

_LONGEST_HEAD = 10
"""Words of a line of a profile; a longer one is a sentence."""


class _Found(Record):
    """A step with what puts it in its place: the first year it names, whether it tells of the present post, and where its dates stand (-1 within its own words)."""

    step: Step
    key: str
    year: int | None
    dates_at: int = -1


def find_path(facts: Iterable[Fact], note: Note | None = None) -> tuple[Step, ...]:
    """The steps of the person's working life, by the first year they name; a step without a year stands behind the one told before it, and before the present post.

    A fact that names two times gives two steps. With the notes at hand, dates that stand beside or under the lines of a profile are found too, and job and employer
    of one station are one step. Where the notes give different years for one thing, each is a step: no side is taken.
    """
    told = sorted((fact for fact in facts if fact.about is About.PERSON and fact.key in EARLIER | PRESENT), key=lambda fact: fact.source.start)
    found = [step for fact in told for step in _find_steps(fact, told, note)]
    return tuple(item.step for item in _in_order(_join_stations(found, note)))


# --- one fact -----------------------------------------------------------------------------------------


def _find_steps(fact: Fact, told: list[Fact], note: Note | None) -> list[_Found]:
    pieces = _split(fact.source)
    if len(pieces) == 1 and _DATED.search(fact.source.text) is None and note is not None and (dates := _dates_beside(fact, told, note)) is not None:
        return [_found(fact, fact.source, when=dates.text, text=fact.source.text, dates_at=dates.start)]
    if len(pieces) == 1 and note is not None and _LINE_OF_DATES.match(fact.source.text):
        heads = _heads_over(fact, note) or [fact.source]
        when = _find_when(fact.source.text)
        return [_found(fact, heads[0], when=when, text=", ".join(head.text for head in heads), dates_at=fact.source.start)]
    return [_found(fact, piece, when=_find_when(piece.text), text=_without_when(piece.text, _find_when(piece.text))) for piece in pieces]


def _found(fact: Fact, span: Span, *, when: str, text: str, dates_at: int = -1) -> _Found:
    return _Found(step=Step(when=when, text=text, source=span), key=fact.key, year=_first_year(when), dates_at=dates_at)


def _split(span: Span) -> list[Span]:
    """The parts of a fact that have a time of their own; the whole where it names one time at most."""
    dates = list(_DATED.finditer(span.text))
    cuts = [cut for one, other in pairwise(dates) if (cut := _CUT.search(span.text, one.end(), other.start())) is not None]
    if not cuts and len(dates) == 1 and _SINCE.match(dates[0][0]):
        before = list(_CUT.finditer(span.text, 0, dates[0].start()))[-1:]
        cuts = [cut for cut in before if 1 <= len(span.text[cut.end() : dates[0].start()].split()) <= _FEW]
    edges = [0, *(edge for cut in cuts for edge in cut.span()), len(span.text)]
    pieces = [_part(span, start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [span] if not cuts or any(piece is None for piece in pieces) else [piece for piece in pieces if piece is not None]


def _part(span: Span, start: int, end: int) -> Span | None:
    piece = cover(span.text, start, end)
    return None if piece is None else Span(text=piece.text, line=span.line, start=span.start + piece.start, end=span.start + piece.end)


def _find_when(text: str) -> str:
    found = _DATED.search(text) or _LENGTH.search(text)
    return found[0].strip() if found else ""


def _without_when(text: str, when: str) -> str:
    """The words of a step without its years, where these stand before the words, or behind them and apart: after a mark, as a range, with "since"."""
    bare = text.strip(" .,;")
    if when and bare.startswith(when):
        rest = bare.removeprefix(when).lstrip(" ,:;–—-")
    elif when and bare.endswith(when):
        rest = bare.removesuffix(when).rstrip()
        alone = _SINCE.match(when) or len(re.findall(_YEAR, when)) > 1 or rest.endswith((",", ":", ";", "(", "–", "—"))
        rest = rest.rstrip(" ,:;–—-(") if alone else ""
    else:
        rest = ""
    return rest if rest.strip(" .,;") and rest.count("(") == rest.count(")") else text


def _first_year(when: str) -> int | None:
    full = re.search(_YEAR, when)
    if full:
        return int(full[0])
    short = re.search(r"['’](\d\d)", when)
    return None if short is None else int(short[1]) + (1900 if int(short[1]) > 40 else 2000)


# --- the lines of a profile ---------------------------------------------------------------------------


def _dates_beside(fact: Fact, told: list[Fact], note: Note) -> Span | None:
    """The dates of a station whose words are this fact: behind it on its line, or on one of the three short lines under it."""
    start, line = _line_at(note, fact.source.start)
    behind = _BEFORE_DATES.match(_blank(line, start, told)[fact.source.end - start :])
    if behind is not None:
        at = fact.source.end + behind.start("dates")
        return Span(text=behind["dates"], line=fact.source.line, start=at, end=at + len(behind["dates"]))
    if not _is_head(line) or len(_blank(line, start, told).replace("·", " ").split()) > _FEW:
        return None
    at = start + len(line) + 1
    for count, under in enumerate(note.text[at:].split("\n")[:3], start=1):
        dates = _LINE_OF_DATES.match(under.strip())
        if dates is not None:
            place = at + under.index(dates["dates"])
            return Span(text=dates["dates"], line=fact.source.line + count, start=place, end=place + len(dates["dates"]))
        if not _is_head(under):
            return None
        at += len(under) + 1
    return None


def _heads_over(fact: Fact, note: Note) -> list[Span]:
    """The words that dates standing by themselves belong to: those before them on their line, else the one or two short lines just above."""
    start, _ = _line_at(note, fact.source.start)
    before = cover(note.text, start, fact.source.start)
    if before is not None and not _NO_HEAD.match(before.text.strip(_MARKS)):
        bare = before.text.strip(_MARKS)
        at = before.start + before.text.index(bare)
        return [Span(text=bare, line=fact.source.line, start=at, end=at + len(bare))]
    heads: list[Span] = []
    for count, over in enumerate(reversed(note.text[: max(0, start - 1)].split("\n")[-2:]), start=1):
        start -= len(over) + 1
        if not _is_head(over) or _LINE_OF_DATES.match(over.strip()) or _NO_HEAD.match(over.strip()):
            break
        bare = re.split(r"\s+[·|]", over.strip())[0]
        at = start + over.index(bare)
        heads.insert(0, Span(text=bare, line=fact.source.line - count, start=at, end=at + len(bare)))
    return heads


def _is_head(line: str) -> bool:
    words = line.strip()
    return bool(words) and not words.startswith(("-", "*", "•", "#", ">", "–")) and len(words.split()) <= _LONGEST_HEAD and not words.endswith((".", ":", "?"))


def _line_at(note: Note, at: int) -> tuple[int, str]:
    start = note.text.rfind("\n", 0, at) + 1
    end = note.text.find("\n", at)
    return start, note.text[start : len(note.text) if end < 0 else end]


def _blank(line: str, start: int, told: list[Fact]) -> str:
    """A line with the facts on it blotted out, so that dates are seen to stand right behind them."""
    for fact in told:
        if start <= fact.source.start < start + len(line) and _DATED.search(fact.source.text) is None:
            begin, end = fact.source.start - start, fact.source.end - start
            line = line[:begin] + " " * (end - begin) + line[end:]
    return line


def _join_stations(found: list[_Found], note: Note | None) -> list[_Found]:
    """The steps with what belongs to one station made one: what shares its dates, and an employer on the line next to an undated job."""
    joined: list[_Found] = []
    for item in found:
        last = joined[-1] if joined else None
        if last is None or not _is_one_station(last, item, note):
            joined.append(item)
            continue
        words = (item.step.text, last.step.text) if last.key == "previous_employer" else (last.step.text, item.step.text)
        source = item.step.source if last.key == "previous_employer" else last.step.source
        step = Step(when=last.step.when, text=", ".join(words), source=source)
        joined[-1] = last.model_copy(update={"step": step, "key": "previous_role" if last.key == "previous_employer" else last.key})
    return joined


def _is_one_station(last: _Found, item: _Found, note: Note | None) -> bool:
    if last.dates_at >= 0 and last.dates_at == item.dates_at:
        return True
    kinds = {last.key, item.key} == {"previous_role", "previous_employer"}
    return kinds and note is not None and not last.step.when and not item.step.when and item.step.source.line - last.step.source.line <= 1


# --- the order ----------------------------------------------------------------------------------------


def _in_order(found: list[_Found]) -> list[_Found]:
    """By the first year; a step of earlier times without one keeps behind the dated one told before it, and never comes after the present post begins."""
    present = min((item.year for item in found if item.year is not None and item.key in PRESENT), default=math.inf)
    placed: list[tuple[float, int, int]] = []
    reached = -math.inf
    for count, item in enumerate(found):
        if item.year is not None:
            placed.append((item.year, 1, count))
            reached = item.year if item.key in EARLIER else reached
        elif item.key in PRESENT:
            placed.append((math.inf, 3, count))
        else:
            placed.append((present, 0, count) if reached >= present else (reached, 2, count))
    return [found[count] for *_, count in sorted(placed)]
