"""What a name stands beside: the job and the employer in the fields after it or before it, however the fields are parted.

A card is a stretch of text that begins with a name and ends with the next one, the next sentence but one, or the block of short lines. Its fields are parted by
marks (comma, dash, bar, tab, arrow, bracket, a new short line) or by link words ("is a", "works as", "at", "for").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.engines.offline.dossier.forms import read_label
from coach.engines.offline.dossier.layout import Line, Page
from coach.engines.offline.dossier.lexicon import FUNCTION, GIVEN, is_english
from coach.engines.offline.dossier.names import Mention
from coach.engines.offline.dossier.places import find_organisation, has_organisation_word, is_moment_word
from coach.engines.offline.dossier.smallnames import is_caseless
from coach.engines.offline.dossier.titles import could_be_doer, find_role, is_department, is_role, is_role_head
from coach.engines.offline.dossier.words import COMMON, KIN

MARK = (
    r"(?:\s*(?:->|=>|→|➔|⇒)\s*|\s*[|=•·>~]+\s*|\t+\s*|\s+[-–—/*]+\s+|\s*[—–]\s*|[;:,]\s+|\s*[()\[\]]+[,.;:]?\s*|[.!?]+[*_\"”]*(?:\s+|$)|\s{2,}"
    r"|\s*\n[\s>*•·_#-]*(?:\d{1,2}[.)]\s+)?|\*+)"
)
_LEAD = (
    r"(?:(?:and |also |now |currently )?(?:(?:s?he|they|who|which|wich|that|ia|it)(?:\s+(?:is|was|are|'s)|['’]?s|\s+has been)?|is|['’]s|has been|has worked|who)\s+)?"
    r"(?:(?:now|currently|also|actually|working|employed|works?|worked|work|makes? the work|does the work|do the work|job is|has a job)\s+)*"
    r"(?:(?:as|like|of|is|=|:)\s+)?(?:(?:an?|the|our|their|one)\s+)?"
)
_STEP = re.compile(rf"(?P<mark>(?:{MARK})+|(?=['’]s\s)|\s+)(?P<lead>{_LEAD})", re.IGNORECASE)
_NEXT_MARK = re.compile(rf"{MARK}|\s(?=(?:as|is|was|['’]s)\s+(?:an?|the|our)\s)|\s(?=(?:works?|working)\s+(?:as|like)\s)", re.IGNORECASE)
_FIRM = re.compile(
    rf"(?:{MARK}|\s)+(?:(?:(?:and|he|she|they|who|ia|works?|working|worked|employed|now|there|here|based|business is|place is|firm is|shop is)\s+)*"
    r"(?:at|for|@|with|w/?|from|bei|chez|ki|kei|i(?=\s+(?-i:[A-Z]))|of|in)\s+|@\s*)(?:(?:the|his|her)\s+)?(?:(?:company|firm|organisation|organization|business)\s+)?",
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"(?:{MARK})+(?:the\s+(?=[A-Z]))?", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|former|formerly|ex|before|used to|previously|once|trained|studied|wants?|hopes?|until)\b", re.IGNORECASE)
_JOINING = frozenset("of and the te o ngā nga for to".split())
_OVER = re.compile(r"[^.\n]{0,30}\b(?:till|until|before|by training)\b|[^.\n]{0,20}\b(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d", re.IGNORECASE)
_STUDIES = re.compile(r"\b(?:stud(?:y|ied|ies)|degree|trained|graduat\w+|diploma|course|apprentice\w*|qualified|school)\b", re.IGNORECASE)
_MY = re.compile(r"(?:tōku|taku|tāku|toku)\b")
_KINDS = frozenset("city school house home class street family country".split())
_REACH = 150
_SHORT = 7
_SURE = 4.0


@dataclass(frozen=True, slots=True)
class Card:
    """The job and the employer beside a name, ranges of the page, None where not told; `weight` says how plainly."""

    role: range | None = None
    employer: range | None = None
    weight: float = 0.0
    firm: float = 0.0


def read_card(page: Page, line: Line, mention: Mention, *, after: int = 0, others: frozenset[int] = frozenset()) -> Card:
    """The card that a name heads, or the one that it ends ("bus driver - Hemi"); `after` is the end of the name before, `others` where full names begin."""
    limit, end = after, min(_end_of_card(page, line, mention), mention.end + _REACH)
    whole = len(mention.words) > 1 or bool(mention.title) or mention.text.lower() in GIVEN
    after_name = _read_after(page, line, mention.end, end, others, whole=whole)
    if after_name.role is not None:
        firm = _firm_before(page, line, mention) if after_name.employer is None else None
        return after_name if firm is None else Card(after_name.role, firm[0], after_name.weight, firm[1])
    before = _read_before(page, line, mention, limit)
    if before.role is None:
        return after_name
    behind = _firm_at(page, line, mention.end, end, after_role=True) if after_name.employer is None and before.employer is None else None
    if behind is not None:
        return Card(before.role, behind[0], before.weight, behind[1])
    return Card(before.role, after_name.employer or before.employer, before.weight, max(after_name.firm, before.firm))


def _end_of_card(page: Page, line: Line, mention: Mention) -> int:
    """The end of the line with what runs on from it; behind a name that ends a short line also the short lines below, up to a blank one."""
    end = page.flat.find("\n", mention.end)
    end = len(page.flat) if end < 0 else end
    if len(page.flat[line.body : line.end].split()) > _SHORT:
        return end
    for following in page.lines[line.number : line.number + 4]:
        words = page.flat[following.body : following.end].split()
        if following.kind not in {"text", "heading"} or len(words) > _SHORT:
            break
        end = following.end
    return end


def _read_after(page: Page, line: Line, at: int, end: int, others: frozenset[int], *, whole: bool) -> Card:
    """Field by field behind the name; a job found first counts most. Behind a whole name a job may follow with nothing between."""
    role, firm, weight, sure, begin = None, None, 0.0, 0.0, at
    for step in range(3):
        cue = _STEP.match(page.flat, at, end)
        if cue is None or cue.end() >= end:
            break
        if role is None and _begins_name(page, cue.end("mark"), others):
            return _read_bracketed(page, line, cue.end("mark"), end) if step == 0 else Card()
        named = _firm_at(page, line, at, end, after_role=role is not None) if firm is None else None
        found = _job_at(page, cue, end, begin, step=step, whole=whole) if role is None else None
        if named is not None and (found is None or named[1] >= _SURE):
            firm, sure = named
            at = firm.stop
        elif found is not None:
            role, weight = found
            at = role.stop
        else:
            following = _NEXT_MARK.search(page.flat, max(cue.end(), at + 1), end)
            if following is None or (role is None and any(at < other < following.start() for other in others)):
                break
            inside = re.compile(r"\s(?=(?:at|for)\s)").search(page.flat, at + 1, following.start()) if firm is None else None
            studied = inside is not None and bool(_STUDIES.search(page.flat[at : inside.start()]))
            named = _firm_at(page, line, inside.start(), following.start(), after_role=False) if inside is not None and not studied else None
            if named is not None and (" " in (words := page.flat[named[0].start : named[0].stop]) or has_organisation_word(words)):
                firm, sure = named[0], min(named[1], 3.0)
            at = following.start()
        if role is not None and firm is not None:
            break
    return Card(role, firm, weight, sure)


def _job_at(page: Page, cue: re.Match[str], end: int, begin: int, *, step: int, whole: bool) -> tuple[range, float] | None:
    """The job behind a cue with its weight: the nearer to the name the more, less where it is told to be over."""
    found, apart = find_role(page.flat[:end], cue.end()), _begins_job(cue)
    if found is None:
        doer = _lone_doer(page, cue.end(), end) if apart and not step else None
        return (doer, 2.0) if doer is not None else None
    words = page.flat[found.start : found.stop]
    if not apart and not (whole and not step and found.start == cue.end() and words.islower() and not _MY.match(words)):
        return None
    over = _PAST.search(page.flat[max(begin, found.start - 25) : found.start]) or _OVER.match(page.flat, found.stop, end)
    return found, 3.5 - 0.7 * step - 1.5 * bool(over)


def _lone_doer(page: Page, at: int, end: int) -> range | None:
    """A field of two or three words that ends like one who does something, though no job title is known by it: "piano mover"."""
    stop = _NEXT_MARK.search(page.flat, at, end)
    words = page.flat[at : stop.start() if stop is not None else end].rstrip(" .,")
    return range(at, at + len(words)) if 2 <= len(words.split()) <= 3 and could_be_doer(words) else None


def _read_bracketed(page: Page, line: Line, at: int, end: int) -> Card:
    """What looks like a second name is the employer where the job follows in brackets and ends the line: "Abdi Warsame, Maison Verte (tattoo artist)"."""
    firm = _organisation(page, line, at, end)
    bracket = re.compile(r"\s*\(\s*").match(page.flat, firm.stop, end) if firm is not None else None
    role = find_role(page.flat[:end], bracket.end()) if bracket is not None else None
    closes = role is not None and re.compile(r"\s*\)[\s.]*(?:\n|$)").match(page.flat, role.stop) is not None
    return Card(role, firm, 3.5, 2.5) if closes and not re.search(r",| and | \+ ", page.flat[line.body : at - 2]) else Card()


def _begins_name(page: Page, at: int, others: frozenset[int]) -> bool:
    """Whether a full name begins at a place, or behind an honorific there."""
    title = re.compile(r"(?:[A-Z][a-z]{1,3}\.?[ ])?").match(page.flat, at)
    return at in others or (title is not None and title.end() in others)


def _begins_job(cue: re.Match[str]) -> bool:
    """A job may begin after a mark, or after words that lead to one; a bare space leads to none."""
    return bool(cue["mark"].strip() or "\n" in cue["mark"] or "\t" in cue["mark"] or cue["mark"].count(" ") > 1 or cue["lead"].strip())


def read_firm(page: Page, line: Line, at: int) -> tuple[range, float] | None:
    """The employer behind a job on its line, with what speaks for it."""
    return _firm_at(page, line, at, line.end, after_role=True)


def _firm_at(page: Page, line: Line, at: int, end: int, *, after_role: bool) -> tuple[range, float] | None:
    """An employer after "at" and the like, or, where a job went before or its words show it, after a mark."""
    cue = _FIRM.match(page.flat, at, end)
    found = _organisation(page, line, cue.end(), end) if cue is not None else None
    if cue is not None and found is not None:
        words = page.flat[found.start : found.stop]
        loosely = re.search(r"\b(of|in)\s+(?:the\s+)?$", cue[0], re.IGNORECASE)
        if loosely is None or has_organisation_word(words):
            return found, _SURE
        return found, 3.0 if loosely[1].lower() == "of" and len(words.split()) > 1 else 1.5
    mark = _PLAIN.match(page.flat, at, end)
    if mark is None and after_role and page.flat[at : at + 1] == " ":
        return _firm_behind_space(page, line, at + 1, end)
    found = _organisation(page, line, mark.end(), end) if mark is not None else None
    if mark is None or found is None:
        return None
    words = page.flat[found.start : found.stop]
    known = has_organisation_word(words)
    if is_role(words) and not known:
        return None
    loose = not mark[0].strip(" ")
    if known:
        return (found, 3.5) if len(words.split()) > 1 or words[:1].isupper() else None
    several, told = len(words.split()) > 1, not is_department(words)
    if loose or not after_role or not (several or not is_english(words)):
        return None
    return found, 2.5 if several and told else 1.4


def _firm_behind_space(page: Page, line: Line, at: int, end: int) -> tuple[range, float] | None:
    """An employer that nothing parts from the job, where it ends the line: "youth worker Te Ara Hou"."""
    found = _organisation(page, line, at, min(end, page.line_at(at).end))
    if found is None or page.flat[found.stop : page.line_at(at).end].strip(" .,;!"):
        return None
    words = page.flat[found.start : found.stop]
    return (
        (found, 2.5)
        if len(words.split()) > 1 and (has_organisation_word(words) or not is_caseless(page, line))
        else (found, 1.8)
        if len(words) > 3 and not is_english(words)
        else None
    )


def _organisation(page: Page, line: Line, at: int, end: int) -> range | None:
    """The organisation that begins at a place; where capitals tell nothing, the words up to the next mark that are no function words."""
    if not is_caseless(page, page.line_at(min(at, len(page.flat) - 1))) and not is_caseless(page, line):
        found = find_organisation(page.flat, at, end)
    elif page.flat[at : at + 1].isupper() and not page.flat[at : at + 2].isupper():
        found = find_organisation(page.flat, at, end) or find_small_firm(page.flat, at, end)
    else:
        found = find_small_firm(page.flat, at, end)
    if found is None:
        return None
    words = page.flat[found.start : found.stop].lower().split()
    words[0] = re.sub(r"['’]", "", words[0])
    bad = (
        is_moment_word(words[0])
        or any(word in KIN for word in words)
        or all(word in FUNCTION for word in words)
        or (words[0] in FUNCTION and words[0] not in {"the", "of"})
    )
    return None if bad or len(words) > 8 else found


def find_small_firm(text: str, at: int, end: int) -> range | None:
    """Where capitals tell nothing: the words up to a mark or a function word, as far as the last that names a kind of organisation, else to the first everyday one."""
    mark = _NEXT_MARK.search(text, at + 1, end)
    words = list(re.finditer(r"\S+", text[at : mark.start() if mark is not None else end]))
    field: list[re.Match[str]] = []
    for word in words[:6]:
        plain = word[0].lower().strip(".,!?'’")
        if (plain in FUNCTION and plain not in _JOINING) or is_moment_word(plain) or not any(sign.isalpha() or sign == "&" for sign in plain):
            break
        field.append(word)
    while field and field[-1][0].lower() in _JOINING | {"&"}:
        field.pop()
    known = [n for n, word in enumerate(field) if has_organisation_word(word[0]) and not is_role_head(word[0])]
    everyday = [n for n, word in enumerate(field) if word[0].lower() in COMMON - _JOINING - _KINDS]
    if len(field) > 2 and field[1][0].lower() in {"of", "for"} and field[0][0].lower() not in FUNCTION:
        return range(at, at + field[-1].end())
    count = known[-1] + 1 if known and (known[-1] or len(field) == 1) else everyday[0] if everyday else len(field)
    return range(at, at + field[count - 1].end()) if count and field else None


def _firm_before(page: Page, line: Line, mention: Mention) -> tuple[range, float] | None:
    """An organisation at the head of the line that the name stands on: named by its kind, or the only field before the name."""
    found = _organisation(page, line, line.body, mention.start)
    known = found is not None and has_organisation_word(page.flat[found.start : found.stop]) and len(page.flat[found.start : found.stop].split()) > 1
    mark = _PLAIN.match(page.flat, found.stop, mention.start) if found is not None else None
    if found is None or mark is None:
        return None
    words = page.flat[found.start : found.stop]
    alone = mark.end() >= mention.start - len(mention.title) - 2 and not read_label(words) and not is_role(words)
    plain = [word.lower() for word in words.split()]
    fit = alone and len(plain) > 1 and not any(word in (COMMON | KIN) - _JOINING - _KINDS for word in plain)
    return (found, 3.0) if known else (found, 1.7) if fit else None


def _read_before(page: Page, line: Line, mention: Mention, limit: int) -> Card:
    """The job in the field before the name, "a vet called Mere", "the ranger, Tane Hohepa", "plumber - kev"; employer between the two."""
    start = max(limit, _start_of_card(page, line, mention))
    stretch = page.flat[start : mention.start]
    for piece in re.finditer(rf"(?:^|{MARK}|\b(?:an?|the|our|this|is|w/?|=)\s+)(?=[^\W_])", stretch, re.IGNORECASE):
        at = start + piece.end()
        role = find_role(page.flat[: mention.start], at)
        if role is None or role.start > at + 6:
            continue
        if limit and limit >= start and _STEP.fullmatch(page.flat, limit, role.start):
            continue  # it belongs to the name before
        between = page.flat[role.stop : mention.start]
        fields = len(re.findall(MARK, between.strip()))
        called = bool(re.fullmatch(_CALLED, between, re.IGNORECASE))
        firm = _firm_at(page, line, role.stop, mention.start, after_role=True)
        if not called and len(mention.words) < 2 and not (mention.title or mention.small) and (firm is None or mention.text.lower() not in GIVEN):
            continue
        rest = page.flat[firm[0].stop if firm else role.stop : mention.start]
        if (
            called
            or (firm is not None and len(rest.split()) <= 2)
            or (len(between.split()) <= 2 and fields <= 1 and (between.strip() or "\n" in between) and not between.strip(" \n-–—,|:;=/*•·>("))
        ):
            return Card(role, firm[0] if firm else None, 2.5 if called or firm else 2.2, firm[1] if firm else 0.0)
    return Card()


_CALLED = (
    r"\s*[,:(–—-]?\s*(?:(?:who(?:['’]?s| is)?|his|her|their|whose)?\s*(?:name)?\s*(?:is\s+)?(?:called|named|name of)?)\s*"
    r"(?:(?:mr|mrs|ms|miss|dr|prof|whaea|matua|sgt|insp|capt|ratu)\.?\s+)?"
)


def _start_of_card(page: Page, line: Line, mention: Mention) -> int:
    """Where the fields before a name begin: at the head of its line, or of the short lines above it."""
    start = line.body
    if page.flat[line.body : mention.start].strip(" *_#-") or len(page.flat[line.body : line.end].split()) > _SHORT:
        return max(start, mention.start - _REACH)
    for above in reversed(page.lines[max(0, line.number - 4) : line.number - 1]):
        if above.kind not in {"text", "heading"} or len(page.flat[above.body : above.end].split()) > _SHORT:
            break
        start = above.body
    return start


def overlaps_name(role: range, mention: Mention) -> bool:
    """Whether a job takes in the name."""
    return role.start < mention.end and mention.start < role.stop
