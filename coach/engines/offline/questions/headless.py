"""Scraps without a subject: which of them begin with a verb, and what to put before it to say them to the host.

"Joined Tarnfell in 2016" -> you joined; "Looks after 38 farms" -> you look after; "Building a new whare" -> you are building;
"Currently obsessed with forecasts" -> you are currently obsessed; "At the Authority since 2013" -> you have been at.
"""

from __future__ import annotations

import re

from coach.engines.offline.questions.clauses import SAME_IN_PAST, Tense
from coach.engines.offline.questions.subjects import Cast
from coach.engines.offline.questions.verbs import NOUNS_IN_S, as_set, core, form_of
from coach.engines.offline.questions.words import ADVERBS, AGENTS, AUXILIARIES, DETERMINERS, MODALS, PARTICLES
from coach.records import Record

_PASSIVES = as_set(
    """
    promoted appointed elected seconded awarded named hired headhunted recruited picked chosen nominated selected commissioned invited sponsored
    """
)
_STATES = as_set(
    """
    based obsessed responsible keen interested involved passionate busy proud known registered certified licensed short fascinated fond good great able
    active
    """
)
_NOUNS_IN_ING = as_set(
    """
    training teaching nursing engineering accounting marketing funding housing nothing something everything evening morning catering banking printing
    publishing advertising consulting counselling shipping plumbing scaffolding lighting mining meeting setting ceiling clothing
    """
)
_SURE_BASES = as_set(
    """
    own manage run build write make maintain develop oversee teach sell deliver create handle coordinate analyse advise organise keep take give assess
    prepare install operate provide look mentor negotiate recruit supervise deal bring
    """
)
_SINCE = re.compile(r"\b(?:since|for)\s+(?:\w+\s+)?(?:(?:19|20)\d\d|(?:about |over |nearly )?\d+ years|\w+ years)\b", re.I)
_YEARS = re.compile(
    r"^(?:about |over |nearly |almost )?(?:(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|several|some|"
    r"many) (?:years|months|seasons|winters|summers|terms)|a decade|a year|a couple of years) (?:as|in|at|with|on)\b",
    re.I,
)


class Opener(Record):
    """What stands between "you" and the scrap, and when the clause then plays."""

    tense: Tense
    before: tuple[str, ...] = ()


def find_opener(words: list[str], cast: Cast) -> Opener | None:
    """How a scrap that begins with its verb is opened; None where it begins with something else."""
    word, after = core(words[0]), core(words[1]) if len(words) > 1 else ""
    text = " ".join(words)
    if not after:
        return None
    if word in _STATES and not _is_role(words):
        return Opener(tense=Tense.STATE, before=("are",))
    if word in _PASSIVES and (after in PARTICLES or after in DETERMINERS):
        return Opener(tense=Tense.PAST, before=("were",))
    if word in {"at", "with", "in", "on"} and _SINCE.search(text):
        return Opener(tense=Tense.PERFECT, before=("have", "been"))
    if _YEARS.match(text):
        return Opener(tense=Tense.PAST, before=("spent",)) if cast.is_earlier else Opener(tense=Tense.PERFECT, before=("have", "spent"))
    if word == "been":
        return Opener(tense=Tense.PERFECT, before=("have",))
    if cast.is_earlier and form_of(word) == "ing" and word not in _NOUNS_IN_ING:
        return Opener(tense=Tense.PAST, before=("spent", "time"))
    return _from_verb(words, word, after, cast=cast)


def _from_verb(words: list[str], word: str, after: str, *, cast: Cast) -> Opener | None:
    form = form_of(word)
    if word in {"was", "had", "did"} or (form == "past" and not _is_role(words)):
        return Opener(tense=Tense.PAST)
    if word == "does" and form_of(after) not in {"base", "s"} and after != "not":
        return Opener(tense=Tense.PRESENT)
    if word in {"has", "is"}:
        verb = next((core(w) for w in words[1:] if core(w) not in ADVERBS), after)
        perfect = word == "has" and form_of(verb) in {"participle", "past"}
        return Opener(tense=Tense.PERFECT if perfect else Tense.PRESENT if word == "has" else Tense.STATE)
    if word in MODALS or word in AUXILIARIES:
        return None
    closed_after = after in DETERMINERS or after in PARTICLES or after[:1].isdigit()
    if form == "s" and (
        word not in NOUNS_IN_S
        or after in DETERMINERS
        or (closed_after and after not in {"for", "of", "in", "to"})
        or (word in {"works", "runs", "leads", "studies"} and closed_after)
        or (cast.tells_activity and not closed_after and len(words) > 3)
    ):
        return Opener(tense=Tense.PRESENT)
    if form == "ing" and word not in _NOUNS_IN_ING and (closed_after or cast.is_organisation):
        return Opener(tense=Tense.PROGRESSIVE, before=("are",))
    if form == "base" and not _is_role(words) and (after in DETERMINERS or after[:1].isdigit() or word in _SURE_BASES):
        return Opener(tense=Tense.PAST if word in SAME_IN_PAST else Tense.PRESENT)
    return None


def _is_role(words: list[str]) -> bool:
    """Whether the phrase up to its first preposition or comma ends in a noun for a person at work ("trained nurse")."""
    for i, word in enumerate(words[:6]):
        if core(word) in AGENTS and i > 0:
            return True
        if core(word) in PARTICLES or core(word) in DETERMINERS or word.endswith(","):
            return False
    return False
