"""What one person with an occupation is called: lists name occupations in the plural and turned round ("Cooks, Fast Food"), a person is a fast food cook."""

from __future__ import annotations

import re

_LEFT_OUT = re.compile(r",? (?:except|including|all other|not elsewhere)\b.*$|\s*\([^)]*\)|\bother (?=[a-z])", re.IGNORECASE)
_AGENT = re.compile(
    r"(?:er|or|ar|ist|ian|yst|ant|ent|ee|man|woman|person|clerk|aide|nurse|wife|chef|cook|guard|pilot|judge|host|steward|mechanic|chief|hand|expert|poet|vet|athlete|model|coach|smith|wright|maid|page|usher"
    r"|surgeon|physician|analyst|athletes?|official|professional|executive|representative|operative|crew|staff|monk|priest|rabbi|deejay|guide|magistrate|dean|broker|captain|mate|sailor|detective|cashier|architect|actuary|medic|orderly|bailiff|warden|barista|jockey|nanny|mason|roustabout|concierge)$",
    re.IGNORECASE,
)
_IRREGULAR = {"men": "man", "women": "woman", "persons": "person", "people": "person", "midwives": "midwife", "wives": "wife"}
_MOST_QUALIFYING = 3


def name_job(title: str) -> str:
    """The job of one person who does this work: "Roofers" gives "Roofer", "Cooks, Fast Food" gives "Fast Food Cook"; as it is where nobody is named in it."""
    plain = " ".join(_LEFT_OUT.sub(" ", title).replace(" ,", ",").split()).strip(" ,")
    words = plain.split()
    for count, word in enumerate(words):
        one = _singular(word.rstrip(","))
        if one and _AGENT.search(one):
            return f"{_qualifier(words, count)}{_before(words, count)}{one}{_after(words, count)}"
    return title


def _singular(word: str) -> str:
    """A plural in the singular, its capital kept; empty where the word is none."""
    low = word.lower()
    for many, one in _IRREGULAR.items():
        if low.endswith(many):
            return word[: len(word) - len(many)] + (one.capitalize() if word[: len(word) - len(many)] == "" and word[:1].isupper() else one)
    if low.endswith("ies"):
        return f"{word[:-3]}y"
    if low.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else ""


def _before(words: list[str], count: int) -> str:
    """The words before the job that belong to it: after the last comma or "and" where those before are no list of one kind with it."""
    kept = words[:count]
    lists = [n for n, word in enumerate(kept) if word.endswith(",")]
    if lists:
        kept = [word for word in kept[lists[-1] + 1 :] if word.lower() not in {"and", "or"}]
    return f"{' '.join(kept)} " if kept else ""


def _qualifier(words: list[str], count: int) -> str:
    """What stands behind a comma and says of which kind: "Fast Food" in "Cooks, Fast Food"; nothing where more jobs follow."""
    rest = " ".join(words[count:])
    tail = rest.rsplit(", ", 1)[-1] if ", " in rest else ""
    parts = tail.split()
    jobs = any(_AGENT.search(one) for part in parts if (one := _singular(part)))
    return f"{tail} " if parts and len(parts) <= _MOST_QUALIFYING and not jobs and parts[0].lower() not in {"and", "or"} else ""


def _after(words: list[str], count: int) -> str:
    """What goes on with "of" or "for"; nothing else."""
    rest = words[count + 1 :]
    return f" {' '.join(rest)}" if rest[:1] in (["of"], ["for"]) and not words[count].endswith(",") else ""
