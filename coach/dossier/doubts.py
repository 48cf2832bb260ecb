"""What the learner should know about a reading of the notes that came to little: not words, another language, two people."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coach.manner.talk import is_english, is_gibberish
from coach.records import Fact, Note

FEW_FACTS = 2
"""Up to so many facts a reading has come to little, and the language of the notes may be why."""

ENOUGH_WORDS = 25
"""From so many words on the language of notes can be told; scraps hold few of the small words by which it is known."""

_TITLED = r"[\s*_]*(?:[-–—,:(|/=]|\b(?:is|who is|works as|as)\b)[\s*_]*(?:an? |the )?(?-i:[a-zāēīōū]{3,})"
_GO_BETWEEN = re.compile(
    r"\b(?:my|our|mum|dad|aunt\w*|uncle|nan\w*|gran\w*|cousin|friend|mate|neighbour|tutor|teacher|lecturer|adviser|advisor|coach|introduc\w*|put me|referred|suggest\w*"
    r"|told me|says?|said|via|through|knows)\b",
    re.IGNORECASE,
)


def find_doubts(note: Note, *, facts: tuple[Fact, ...], met: str, others: Iterable[str]) -> tuple[str, ...]:
    """Sentences for the learner; `met` is the name of the person to be met, `others` are the other people in the notes. Empty where all is plain."""
    found = []
    lines = [line for line in note.text.splitlines() if len(line.split()) > 2]
    if lines and len(facts) <= FEW_FACTS:
        words = [line for line in lines if not is_gibberish(line)]
        if len(words) * 2 < len(lines):
            found.append("Most of these notes hold no words that can be read, so little was found in them. Check that the right text was pasted.")
        elif len(" ".join(words).split()) >= ENOUGH_WORDS and not is_english(" ".join(words)):
            found.append(
                "Most of these notes are not in English, the language the coach reads best, so much may be missing. Correct what is wrong, or add the main points in English."
            )
    second = next((name for name in others if is_presented(name, note.text)), "")
    if met and second:
        found.append(f"Your notes speak of {met} and of {second}. The coach took {met} to be the one you meet; if it is {second}, correct the name.")
    return tuple(found)


def is_presented(name: str, text: str) -> bool:
    """Whether a line gives this person a role of their own ("Tom Briggs, plumber"), and does not bring them in as a go-between."""
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w){_TITLED}", re.IGNORECASE)
    return len(name.split()) > 1 and any(pattern.search(line) and not _GO_BETWEEN.search(line) for line in text.splitlines())
