"""What else the learner wrote down to ask or to find out, beside the purpose of the meeting: questions of their own to build on."""

from __future__ import annotations

import re

from coach.engines.offline.dossier.layout import Page
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.purpose import ASKS_OUTRIGHT, LONGEST, ask_weight, find_purposes

_WISHED, _FEWEST, _MOST = 2.5, 4, 6
"""From what weight on a sentence beside the purpose counts as another thing the learner wants to know, its fewest words, and how many are kept."""
_OUTRIGHT = re.compile(rf"[^\"“]{{0,90}}{ASKS_OUTRIGHT.pattern}", re.IGNORECASE)
_SAID_BY_SOMEBODY = re.compile(r"^\W*(?:she|he|they|mum|mom|dad|\w+) (?:says?|said|told|reckons?|thinks?)\b", re.IGNORECASE)
_OPENS_QUESTION = re.compile(
    r"\W*(?:(?:and|but|also|so|or|then)[\s,:]+)*(?:how|what|why|where|when|who|which|(?:does|do|did|is|are|am|can|could|would|will|should) (?!not\b))[^\"“]*\?*$",
    re.IGNORECASE,
)
_YOU = re.compile(r"\byou(?:r|rs)?\b", re.IGNORECASE)
_ANSWER = re.compile(r"\W*(?:[A-Z][\w .]{0,30}:\s*)?\W*(?:[^.?!\n]{0,80}\b(?:I|[Mm]y|[Ww]e)\b)")
_AFTER = 160
"""Characters behind a question in which its answer would begin."""
_OF_THE_MEETING = re.compile(
    r"\b(?:is (?:it|that) ok|(?:are|is) (?:you|u|she|he) (?:free|around|about)|should i (?:bring|wear|ring|email|call|take|dress|say)|what (?:do|should) i (?:wear|bring|say)|(?:meet|coffee|parking|zoom|teams|link)\b.*\?$)",
    re.IGNORECASE,
)
"""What the learner asks themselves about the meeting, not about the work."""


def find_wishes(page: Page, thread: Thread, *, taken: tuple[range, ...]) -> tuple[range, ...]:
    """The learner's other wishes and questions in the order of the notes; each on one line, none of it in a place that is `taken`."""
    kept: list[range] = []
    for score, start, end in sorted(find_purposes(page, thread), key=lambda item: (-item[0], item[1])):
        place = range(start, min(end, page.line_at(start).end))
        free = not any(place.start < other.stop and other.start < place.stop for other in (*taken, *kept))
        if score >= _WISHED and free and len(kept) < _MOST and _is_wish(page.flat[place.start : place.stop], page.flat[place.stop : place.stop + _AFTER]):
            kept.append(place)
    return tuple(sorted(kept, key=lambda place: place.start))


def _is_wish(words: str, after: str) -> bool:
    """Whether words are a wish said outright, or a question about the work that the learner asks and nobody answers."""
    if _SAID_BY_SOMEBODY.search(words) or _OF_THE_MEETING.search(words) or not _FEWEST <= len(words.split()) <= LONGEST:
        return False
    if _OUTRIGHT.match(words):
        return True
    return "?" in words[-4:] + after[:1] and bool(_OPENS_QUESTION.match(words)) and ask_weight(words) > 0 and not _is_answered(words, after)


def _is_answered(question: str, after: str) -> bool:
    """Whether a question to a "you" is followed by what somebody says of themselves: it was asked in an interview that is pasted here."""
    return bool(_YOU.search(question)) and bool(_ANSWER.match(after))
