"""What stands around a name: a card under it, a row of a table, the next member of a list."""

from __future__ import annotations

import re

from coach.engines.offline.dossier.layout import Line, Page
from coach.engines.offline.dossier.names import Mention
from coach.engines.offline.dossier.places import has_organisation_word
from coach.engines.offline.dossier.titles import is_department, is_role

_PRONOUN_LINE = re.compile(r"^\W*(?:she|he|they|ia)\s*/\s*(?:her|him|them|hers|his|they)\b", re.IGNORECASE)


def heads_row(page: Page, line: Line, mention: Mention) -> bool:
    """Whether the name is the first cell of a row in a table."""
    return mention.start <= line.body + 2 and page.flat[mention.end : line.end].count(" | ") >= 2


def measure_block(page: Page, line: Line) -> int:
    """How many characters stand under a name up to the next blank line but one: the person to be met is usually the one copied in full."""
    blanks, length = 0, 0
    for following in page.lines[line.number : line.number + 14]:
        blanks += following.kind == "blank"
        if following.kind in {"rule", "furniture"} or (blanks > 1 and following.end - following.body < 40 and following.kind != "blank"):
            break
        length += following.end - following.body
    return length


def heads_entry(page: Page, line: Line) -> bool:
    """Whether the line below a name shows another member of a network: "Product at Mintleaf", "1st"."""
    following = next((other for other in page.lines[line.number : line.number + 3] if other.kind in {"text", "furniture"}), None)
    words = page.flat[following.body : following.end] if following is not None else ""
    return bool(re.match(r"(?:[\w&,]+ ){1,5}at [A-Z]|(?:1st|2nd|3rd)\b", words)) and len(words.split()) <= 10


def heads_card(page: Page, line: Line, mention: Mention) -> bool:
    """Whether the line is the name and nothing else but letters after it (degrees, a rank)."""
    rest = (page.flat[line.body : mention.start] + page.flat[mention.end : line.end]).strip(" *_#:,.-–—·")
    rest = re.sub(r"[\s·*]*(?:1st|2nd|3rd)\+?$", "", rest)
    rest = re.sub(r"^(?:dr|mr|mrs|ms|miss|prof|professor)\.?\s*$", "", rest, flags=re.IGNORECASE)
    return (
        not rest
        or (mention.start <= line.body + 12 and bool(re.fullmatch(r"(?:[A-Z][A-Za-z.]{0,7}(?:/[A-Z][A-Za-z.]*)?[,\s()]*){1,5}", rest)))
        or bool(re.fullmatch(r"\(?(?:she|he|they)/\w+(?:/\w+)?\)?", rest, re.IGNORECASE))
    )


def find_role_below(page: Page, line: Line) -> range | None:
    """The line under a name, where it is a job title; lines of pronouns and buttons are stepped over."""
    for following in page.lines[line.number : line.number + 7]:
        words = page.flat[following.body : following.end].strip()
        if (
            following.kind in {"blank", "furniture"}
            or (following.kind == "heading" and not is_role(words))
            or _PRONOUN_LINE.match(words)
            or re.fullmatch(r"(?:1st|2nd|3rd)\+?", words)
        ):
            continue
        return _role_line(page, following)
    return None


def _role_line(page: Page, line: Line) -> range | None:
    """The job in a line of its own: all of it ("Legal Executive, Residential Property"), or what stands before the employer, a bracket or a bar."""
    words = page.flat[line.body : line.end].rstrip()
    told = re.split(r"\s*[|·•]\s*|\s@\s", words, maxsplit=1)[0]
    if (
        re.search(r"[.!?]$|^\W*[^\W\d_][\w ]{1,20}:\**\s", words)
        or len(told.split()) > 16
        or re.search(r"\s(?:is|was|are|has|works?|worked)\s", told, re.IGNORECASE)
    ):
        return None
    segments = [(segment.start(), segment[0]) for segment in re.finditer(r"(?:(?!\s[–—=/]\s)[^|·•\t])+", words)]
    heads = [
        (at + len(segment) - len(segment.lstrip()), re.split(r"\s+(?:at|for|with)\s+|\s+@\s*", segment, maxsplit=1)[0].strip(" ,-–"))
        for at, segment in segments
    ]
    at, head = next(((at, head) for at, head in heads if is_role(head)), (0, heads[0][1] if heads else ""))
    parts = re.split(r",\s+", head)
    named = (
        len(parts) > 1 and re.search(r"\s[a-z]", parts[0]) and parts[1].istitle()
    )  # "Puppet maker, Copperline Puppets": only the firm is written with capitals
    foreign = len(parts) > 1 and not is_department(parts[1])
    if (
        len(parts) > 2
        or named
        or foreign
        or (len(parts) > 1 and ((has_organisation_word(", ".join(parts[1:])) and not is_department(parts[1])) or len(head.split()) > 8))
    ):
        head = parts[0]
    head = re.sub(r"\s*\((?![A-Z][\w/&-]{0,8}\)).*\).*$", "", head)
    return range(line.body + at, line.body + at + len(head)) if head and is_role(head) else None
