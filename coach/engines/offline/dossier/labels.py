"""Labels and headings that say of what kind the facts behind them are: "before:", "iwi:", "Education"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.engines.offline.dossier.headings import OCCUPATION, ORGANISATION, PERSON
from coach.engines.offline.dossier.layout import Unit

NEWS = "news?"
"""The key under a heading of news: each item must still show that it is new."""

_LABELS = r"""
person previous_role = before|earlier|previous(?:ly)?(?: job| role| work)?|past|ex|i mua
person education = studied|education|(?:her |his )?stud(?:y|ies)|degree|tohu|training|trained|school|uni|qualifications?(?: held)?
person origin = iwi|hapū|from|born|nō hea|whānau
person interest = hobbies|interests?|outside work|activities|likes|free time|fun fact
person work_focus = now|currently|present(?:ly)?|focus|working on|current (?:work|project)|these days|mahi ia(?: ināianei)?|ināianei|speciality|specialises in
person quote = (?:her |his |their )?(?:motto|quote|whakataukī|saying|favourite saying)|(?:she |he |they )?(?:said|says|wrote|writes)\b.*
person workload = hours|shifts|roster
person start_year = (?:i )?tīmata.*|started|joined|since|start(?:ed)? (?:here|there)|in (?:the |this )?(?:job|role) since
person talk = (?:her |his )?(?:talk|lecture|podcast|webinar)\b.*
person publication = (?:her |his )?(?:article|essay|paper|blog|book|post)\b.*
organisation size = size|staff|team size|employees|how big
organisation news = news|latest|new|recent(?:ly)?
organisation purpose = kaupapa|purpose|mission|what (?:they|it) do(?:es)?
organisation founded = founded|established|est
occupation entry_route = entry|requirements?|how to (?:get in|become)|routes? in|to become .*|to be an? .*|getting in|what you need|you need
occupation tasks = tasks|duties|(?:a )?(?:typical )?day|day to day|what (?!i\b|you)[\w' ]{2,30} (?:do(?:es)?|is|are)|what is this job|the (?:job|work|mahi)|the profession|responsibilities
occupation outlook = outlook|demand|future|prospects|job market
occupation pay = pay|salary|wages?
"""

_HEADINGS = r"""
education = education|studies|academic background
qualification = licen[cs]es?.*|certifications?|qualifications
skill = (?:top )?skills
interest = volunteer\w*(?: experience)?|interests|hobbies
publication = publications
award = honou?rs?.*|awards
project = projects
quote = activity|posts|featured
"""
_NEWS_HEADING = re.compile(r"\b(?:news|latest|blog|what'?s new|updates)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LabelKey:
    """What a label says of the facts behind it: whom they are about and their key."""

    subject: str
    key: str


def _table(text: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = (line.split(" = ", 1) for line in text.strip().splitlines())
    return tuple((name, re.compile(rf"^(?:{pattern})$", re.IGNORECASE)) for name, pattern in rows)


_LABEL_TABLE, _HEADING_TABLE = _table(_LABELS), _table(_HEADINGS)
assert {name.split()[0] for name, _ in _LABEL_TABLE} == {PERSON, ORGANISATION, OCCUPATION}


def find_label_key(unit: Unit) -> LabelKey | None:
    """What the label of a unit, or a heading of news above it, says of its facts."""
    label = re.sub(r"\s*\(.*\)?$", "", unit.label).strip(" *_")
    name = next((name for name, pattern in _LABEL_TABLE if label and pattern.match(label)), "")
    if name:
        return LabelKey(*name.split())
    return LabelKey(ORGANISATION, NEWS) if unit.heading and _NEWS_HEADING.search(unit.heading) else None


def find_heading_key(unit: Unit) -> str:
    """The key of a line under a heading of a profile, where each line says one thing (Education, Skills); else empty."""
    return next((name for name, pattern in _HEADING_TABLE if unit.heading and pattern.match(unit.heading.strip())), "")
