"""ESCO beside the other sources: which of its occupations another source has too, under a code that holds, and which of its labels are titles there already.

Two are one where their names agree, letter by letter but for case, punctuation, plural and British or American spelling:

1. ESCO's preferred label is the main title of one occupation, and of no other; or
2. the preferred label is a title of one occupation alone, and at least `AGREEING` labels, it among them, are titles of that one, `CLEARLY` times as many as of
   any other; or
3. at least `ALONE` labels are titles of one occupation alone, `CLEARLY` times as many as of any other.

The numbers were chosen on Nesta's crosswalk (Kanders et al. 2020, Mapping Career Causeways), and what they come to is in docs/decisions/0006: nine in ten of
those that are bridged to O*NET are the same to the crosswalk too.
"""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from coach.library.holdings import GROUPING, HeldTitle, Holdings, leave_out_groups
from coach.library.paragraphs import cut
from coach.library.words import title_words
from coach.records import Occupation, Passage, Record, Topic

BRIDGED = "esco"
"""The source whose occupations may be another source's."""

RULING = frozenset({"onet", GROUPING})
"""The sources whose occupations come first where a query fits one of theirs and one that only ESCO has."""

AGREEING, ALONE, CLEARLY = 2, 4, 2
"""See above."""

HELD_BACK = 0.02
"""What the likelihood of an occupation that ESCO alone has counts beside those of `RULING`, where a title is asked for that is not its own.

ESCO has three times as many occupations as O*NET, most of them narrow. Of 312 of O*NET's titles that were taken out of it and that ESCO has not, 0.70 found
their code first without ESCO, 0.56 with ESCO counted in full, and 0.67 so; of 300 of ESCO's own labels, written with a slip or with a word of rank, 0.90
found theirs first with ESCO counted in full, and 0.74 so.
"""

_RULE = 1
"""Goes into every digest, so that what another rule has made is not taken for what this one makes."""

_NAME = ".bridge-{digest}.json"
_KEPT = 2

Words = tuple[str, ...]


class Bridge(Record):
    """ESCO's occupations that are another source's: ESCO's code -> the code that holds. `taken` are ESCO's labels that another source has among its titles."""

    codes: dict[str, str]
    taken: frozenset[str]

    def find(self, code: str) -> str:
        """The code under which an occupation is held: ESCO's own only where nobody else has it."""
        return self.codes.get(code, code)

    def list_joined(self, code: str) -> tuple[str, ...]:
        """ESCO's codes of the occupation of this code."""
        return tuple(own for own, held in self.codes.items() if held == code)


def identify_bridge(corpus_digest: str, holdings: Holdings) -> str:
    """Identifies the bridge over this material, without making it; empty where ESCO is not held. Raises `LibraryError` where a source is damaged."""
    if holdings.find(BRIDGED) is None:
        return ""
    return hashlib.sha256(f"{_RULE} {corpus_digest} {holdings.digest}".encode()).hexdigest()[:16]


def open_bridge(corpus: Mapping[str, Occupation], holdings: Holdings, *, digest: str) -> Bridge:
    """The bridge that was kept under the digest, else a new one, kept from now on where the folder can be written. Raises `LibraryError`."""
    if not digest:
        return Bridge(codes={}, taken=frozenset())
    path = holdings.folder / _NAME.format(digest=digest)
    try:
        return Bridge.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        bridge = make_bridge(corpus, holdings)
    with suppress(OSError):
        _keep(bridge, path)
    return bridge


def _keep(bridge: Bridge, path: Path) -> None:
    new = path.with_name(f"{path.stem}-{uuid.uuid4().hex[:8]}.new")
    new.write_text(bridge.model_dump_json(), encoding="utf-8")
    new.replace(path)
    earlier = sorted((other for other in path.parent.glob(_NAME.format(digest="*")) if other != path), key=lambda other: other.stat().st_mtime, reverse=True)
    for other in earlier[_KEPT - 1 :]:
        other.unlink(missing_ok=True)


def make_bridge(corpus: Mapping[str, Occupation], holdings: Holdings) -> Bridge:
    """The bridge between ESCO and all the rest, by the rule above. Raises `LibraryError` where a source is damaged."""
    owners: dict[Words, set[str]] = defaultdict(set)
    mains: dict[Words, set[str]] = defaultdict(set)
    for held in _list_others(corpus, holdings):
        words = title_words(held.title)
        if words:
            owners[words].add(held.code)
        if words and held.main:
            mains[words].add(held.code)
    labels: dict[str, dict[Words, None]] = defaultdict(dict)
    taken: set[str] = set()
    source = holdings.find(BRIDGED)
    for held in source.list_titles() if source else ():
        words = title_words(held.title)
        labels[held.code][words] = None
        if words in owners:
            taken.add(held.title)
    codes = {code: same for code, some in labels.items() if (same := _choose(tuple(some), owners=owners, mains=mains))}
    return Bridge(codes=codes, taken=frozenset(taken))


def _list_others(corpus: Mapping[str, Occupation], holdings: Holdings) -> Iterator[HeldTitle]:
    for code, occupation in corpus.items():
        for title in (occupation.title, *occupation.alternate_titles):
            yield HeldTitle(code, title, main=title == occupation.title)
    yield from (held for name, held in leave_out_groups(holdings.list_titles()) if name != BRIDGED)


def _choose(labels: Sequence[Words], *, owners: Mapping[Words, set[str]], mains: Mapping[Words, set[str]]) -> str:
    """The code of the occupation whose labels these are, the preferred one first; empty where that is not clear."""
    called = mains.get(labels[0], set())
    if len(called) == 1:
        return next(iter(called))
    found = [owners[words] for words in labels if words in owners]
    best, count = _find_clear(Counter(code for some in found for code in some))
    if count >= AGREEING and owners.get(labels[0]) == {best}:
        return best
    best, count = _find_clear(Counter(code for some in found if len(some) == 1 for code in some))
    return best if count >= ALONE else ""


def _find_clear(counts: Counter[str]) -> tuple[str, int]:
    """The code that is named `CLEARLY` times as often as any other, and how often; no code where there is none."""
    (best, count), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return (best, count) if count >= CLEARLY * second else ("", 0)


def list_titles(holdings: Holdings, bridge: Bridge) -> Iterator[tuple[str, HeldTitle]]:
    """Source and title of everything imported that a look-up should know, under the codes that hold.

    A label of ESCO's that is another source's title is that one's alone.
    """
    for name, held in holdings.list_titles():
        if name != BRIDGED:
            yield name, held
        elif held.title not in bridge.taken:
            code = bridge.find(held.code)
            yield name, HeldTitle(code, held.title, main=held.main and code == held.code)


def join_occupation(occupation: Occupation, code: str) -> Occupation:
    """ESCO's occupation as material of the occupation of another code: its description a passage, its own code among its codes."""
    number = occupation.code.partition(":")[2]
    source = occupation.sources[0]
    pieces = cut(occupation.summary) if occupation.summary else ()
    described = [
        Passage(id=f"{BRIDGED}/{number}/description/{n}", occupation=code, text=piece, topic=Topic.WORK, source=source)
        for n, piece in enumerate(pieces, start=1)
    ]
    passages = [passage.model_copy(update={"occupation": code}) for passage in occupation.passages]
    return occupation.model_copy(update={"code": code, "codes": {**occupation.codes, BRIDGED: number}, "passages": (*described, *passages)})


def hold_back(likely: Mapping[str, float], holdings: Holdings) -> dict[str, float]:
    """The likelihoods for a title, best first, with `HELD_BACK` where a source of `RULING` is held beside ESCO; all together as likely as before."""
    if not any(holdings.find(name) for name in RULING):
        return dict(likely)
    weighed = {code: share * (HELD_BACK if code.startswith(f"{BRIDGED}:") else 1.0) for code, share in likely.items()}
    scale = sum(likely.values()) / (sum(weighed.values()) or 1.0)
    return {code: share * scale for code, share in sorted(weighed.items(), key=lambda item: -item[1])}
