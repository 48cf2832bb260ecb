"""Placeholders: each name or number is written as a mark before a text leaves ("PERSON_1"), and put back in whatever comes, piece by piece where it streams."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from coach.records import Record

R = TypeVar("R", bound=Record)

KINDS = ("PERSON", "ORG", "NAME", "EMAIL", "PHONE", "ADDRESS", "LINK", "NUMBER")
_MARK = re.compile(rf"(?<![A-Za-z])(?P<spare>X*)(?P<kind>{'|'.join(KINDS)})[ _-]?(?P<number>\d+)(?P<part>[A-Z]{{0,2}})(?![A-Za-z\d])", re.IGNORECASE)
_PARTIAL = re.compile(rf"(?:X*(?:{'|'.join(kind[:n] for kind in KINDS for n in range(len(kind), 0, -1))})|X+)[ _-]?\d*[A-Z]{{0,2}}\Z", re.IGNORECASE)
_PARTS, _WAYS = "ABCDEFGH", "ZYXWVUT"
_GAP = r"\s+"


class Secret(NamedTuple):
    """Something that must not leave: of which `kind` (one of `KINDS`), its words, its parts that tell it by themselves, and whether small letters count as well."""

    kind: str
    text: str
    parts: tuple[str, ...] = ()
    any_case: bool = True


class Placeholders:
    """Marks for `secrets` in a text of their own: `taken` is all that is sent, so that no mark is one that stands there already."""

    def __init__(self, secrets: Iterable[Secret], *, taken: str = "") -> None:
        spare = "X" * next(n for n in range(9) if not re.search(rf"(?<![A-Za-z]){'X' * n}(?:{'|'.join(KINDS)})[ _-]?\d", taken, re.IGNORECASE))
        self._marks: dict[str, str] = {}
        self._originals: dict[str, str] = {}
        self._any_case: set[str] = set()
        self._ways: dict[str, list[str]] = {}
        numbers = dict.fromkeys(KINDS, 0)
        for secret in secrets:
            whole = " ".join(secret.text.split())
            if not whole or whole.casefold() in self._marks:
                continue
            numbers[secret.kind] += 1
            mark = f"{spare}{secret.kind}_{numbers[secret.kind]}"
            self._add(whole, mark, any_case=secret.any_case)
            for letter, part in zip(_PARTS, secret.parts, strict=False):
                self._add(part, mark + letter, any_case=False)

    def _add(self, text: str, mark: str, *, any_case: bool) -> None:
        key = text.casefold()
        if key not in self._marks:
            self._marks[key] = mark
            self._originals[mark.upper()] = text
            if any_case:
                self._any_case.add(key)

    def __len__(self) -> int:
        """How many names, parts of names and numbers have a mark."""
        return len(self._marks)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        texts = sorted(self._originals.values(), key=len, reverse=True)
        words = (f"(?{'i' if text.casefold() in self._any_case else '-i'}:{_GAP.join(re.escape(word) for word in text.split())})" for text in texts)
        return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")

    def hide(self, text: str) -> str:
        """The text with a mark for every secret; one that is written in several ways has a mark for each, so that each comes back as it was."""
        return self._pattern.sub(self._mark, text) if self._marks else text

    def _mark(self, match: re.Match[str]) -> str:
        mark = self._marks[" ".join(re.split(_GAP, match[0])).casefold()]
        ways = self._ways.setdefault(mark, [self._originals[mark.upper()]])
        if match[0] not in ways and len(ways) <= len(_WAYS):
            ways.append(match[0])
            self._originals[f"{mark}{_WAYS[len(ways) - 2]}".upper()] = match[0]
        place = ways.index(match[0]) if match[0] in ways else 0
        return f"{mark}{_WAYS[place - 1] if place else ''}"

    def restore(self, text: str) -> str:
        """The text with every mark's own words again, also where it was written a little differently ("Person 1")."""
        return _MARK.sub(self._find, text) if self._marks else text

    def _find(self, match: re.Match[str]) -> str:
        whole = f"{match['spare']}{match['kind']}_{match['number']}".upper()
        part = match["part"].upper()
        return next((found for known in (part, part[:1], "") if (found := self._originals.get(whole + known))), match[0])

    def restore_pieces(self, pieces: Iterable[str]) -> Iterator[str]:
        """The pieces of a stream with every mark's own words; what may yet become a mark waits for what follows."""
        waiting = ""
        for piece in pieces:
            waiting += piece
            open_ = _PARTIAL.search(waiting)
            ready, waiting = (waiting[: open_.start()], waiting[open_.start() :]) if open_ else (waiting, "")
            if ready:
                yield self.restore(ready)
        if waiting:
            yield self.restore(waiting)

    def restore_record(self, record: R) -> R:
        """The record with every mark's own words in its texts."""
        return type(record).model_validate(self._restore_value(record.model_dump())) if self._marks else record

    def _restore_value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.restore(value)
        if isinstance(value, dict):
            return {key: self._restore_value(item) for key, item in value.items()}
        return type(value)(self._restore_value(item) for item in value) if isinstance(value, list | tuple) else value
