"""Stretches of a page that belong together: what stands under one person's name, and what was copied from somewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.engines.offline.dossier.headings import OTHER, PERSON, is_personal
from coach.engines.offline.dossier.layout import Line, Page
from coach.engines.offline.dossier.someone import People

FIRM = re.compile(
    r"^(?:the|their|his|her|this|that)\s+(?:\w+\s)?(?:company|firm|clinic|centre|center|trust|hospital|studio|practice|agency|council|school|lab|bureau"
    r"|museum|archive|place|shop|business|team|organisation|organization|institute|charity|workshop|yard|office|farm|department|unit|branch|group|crew"
    r"|county|gang|depot|works|lodge|bakery|force|service|district|board|authority|university|college|puna|rōpū|website|homepage|site)\b"
    r"|^(?:clinic|company|firm|bureau|team|office|the crew|staff|shop) (?:is|are|has|have|was|opened|moved|\w+ed|gets?|does)\b",
    re.IGNORECASE,
)
"""An organisation spoken of by its kind at the beginning of a sentence."""

_PROFILE = re.compile(r"^(?:about|summary|experience|work history|education|studies|skills|activity|licen[cs]es.*|volunteer.*|publications)$", re.IGNORECASE)


_OURS = re.compile(r"(?:we|our)(?:'ve|'re)? [a-z]|\w+ of us\b", re.IGNORECASE)
"""How a page speaks of the organisation again after its people."""
_OPTION = re.compile(r"(?:option |person |number |no\.? )?[a-c1-3]\s*[:.)]|(?:first|second|other|plan [ab])\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page from `start` to `end` that is about the person to be met or about somebody else."""

    start: int
    end: int
    subject: str


def find_end_of_copy(page: Page) -> int:
    """Where a copied page or profile ends and the learner's own words begin again; 0 where nothing was copied."""
    frame = [line.start for line in page.lines if line.kind == "furniture" or (line.kind == "heading" and _PROFILE.match(line.title))]
    if len(frame) < 2 or len(frame) * 25 < len(page.lines):
        return 0
    own = [line.start for line in page.lines if line.start > frame[0] and (line.kind == "rule" or line.own)]
    return next((start for start in own if start > frame[-1]), len(page.text))


def find_blocks(page: Page, people: People, *, firm: str = "") -> tuple[Block, ...]:
    """Stretches that stand under one person's name: a block of a staff page, or the lines after "Moira - controller" up to a blank line or the next bullet.

    A new paragraph that begins with the organisation (`firm` is its name) ends them too.
    """
    starts: dict[int, tuple[str, bool]] = {}
    for someone in people.everybody():
        subject = PERSON if someone is people.target else OTHER
        for mention in someone.mentions:
            line = page.line_at(mention.start)
            lead = page.flat[line.body : mention.start].strip(" *_#")
            lead = "" if lead.lower().rstrip(".") == mention.title or _OPTION.fullmatch(lead) else lead
            tail = page.flat[mention.end : line.end].strip(" *_:")
            alone = not lead and len(tail.split()) <= 3 and not tail.endswith((".", "!"))
            if not lead and (alone or any(line.start <= role.start <= line.end for role in someone.roles)):
                starts[line.start] = (subject, alone)
    return tuple(Block(start, _end_of_block(page, start, starts, alone=alone, firm=firm), subject) for start, (subject, alone) in starts.items())


def _end_of_block(page: Page, start: int, starts: dict[int, tuple[str, bool]], *, alone: bool, firm: str) -> int:
    following = min((other for other in starts if other > start), default=len(page.text))
    first = page.line_at(start)
    for line in page.lines[first.number :]:
        if line.start >= following:
            break
        if _ends(page, first, line, alone=alone, firm=firm):
            return line.start
    return following


def _ends(page: Page, first: Line, line: Line, *, alone: bool, firm: str) -> bool:
    """Whether a line ends the block that `first` began: a rule, a heading about something else, the next bullet, a blank line after a short entry."""
    if line.kind == "rule" or (line.kind == "heading" and not is_personal(line.title)) or (line.kind == "blank" and not alone):
        return True
    if first.bullet and line.bullet and line.indent <= first.indent:
        return True
    words = page.flat[line.body : line.end]
    if alone and _OURS.match(words):
        return True
    fresh = page.lines[line.number - 2].kind in {"blank", "furniture"}
    return alone and fresh and bool(FIRM.match(words) or (firm and words.startswith(firm)) or re.match(r"(?:latest|about us|our)\b", words, re.IGNORECASE))
