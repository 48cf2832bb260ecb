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
_NUMBERS = as_set("two three four five six seven eight nine ten twelve twenty")
_ADJECTIVES = as_set("integrated applied advanced certified registered chartered trained qualified licensed recognised published related required")
_OFFICES = as_set("boss head chair captain secretary treasurer president patron keeper guardian leader skipper editor manager owner spokesperson")
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
    r"many) (?:years|months|weeks|seasons|winters|summers|terms)|a decade|(?:a|one) (?:year|winter|summer|season)|a couple of years) (?:as|in|at|with|on|\w{2,}ing)\b",
    re.I,
)


_YEARS_DOING = re.compile(r"^(?:\w+ ){1,3}?(?:years?|months|seasons) \w{2,}ing\b", re.I)


class Opener(Record):
    """What stands between "you" and the scrap, and when the clause then plays."""

    tense: Tense
    before: tuple[str, ...] = ()


def find_opener(words: list[str], cast: Cast) -> Opener | None:
    """How a scrap that begins with its verb is opened; None where it begins with something else."""
    word, after = core(words[0]), core(words[1]) if len(words) > 1 else ""
    text = " ".join(words)
    if not after or (after == "since" and form_of(word) == "past"):
        return None
    return _from_state(words, word, after) or _from_time(text, word, after, cast=cast) or _from_verb(words, word, after, cast=cast)


def _from_state(words: list[str], word: str, after: str) -> Opener | None:
    """What somebody is: "responsible for ...", "also boss of ...", "on call ...", "promoted to ..."."""
    holds_office = (after in {"of", "for", "at"} and word in _OFFICES) or (word in {"on", "in"} and after in {"call", "charge"})
    if holds_office or (word in _STATES and not _is_role(words)):
        return Opener(tense=Tense.STATE, before=("are",))
    if word in _PASSIVES and (after in PARTICLES or after in DETERMINERS):
        return Opener(tense=Tense.PAST, before=("were",))
    return Opener(tense=Tense.PERFECT, before=("have",)) if word == "been" else None


def _from_time(text: str, word: str, after: str, *, cast: Cast) -> Opener | None:
    """How long something has gone on or went on: "at the board since 2013", "three years as a ..."."""
    if word in {"at", "with", "in", "on"} and not after[:1].isdigit() and _SINCE.search(text):
        return Opener(tense=Tense.PERFECT, before=("have", "been"))
    if _YEARS.match(text):
        told = cast.is_earlier or " weeks " in text or bool(_YEARS_DOING.match(text))
        return Opener(tense=Tense.PAST, before=("spent",)) if told else Opener(tense=Tense.PERFECT, before=("have", "spent"))
    if cast.is_earlier and form_of(word) == "ing" and word not in _NOUNS_IN_ING:
        return Opener(tense=Tense.PAST, before=("spent", "time"))
    return None


def _from_verb(words: list[str], word: str, after: str, *, cast: Cast) -> Opener | None:
    if word in MODALS or word in AUXILIARIES - {"was", "had", "did", "does", "has", "is"}:
        return None
    if word in {"has", "is"}:
        verb = next((core(w) for w in words[1:] if core(w) not in ADVERBS), after)
        perfect = word == "has" and form_of(verb) in {"participle", "past"}
        return Opener(tense=Tense.PERFECT if perfect else Tense.PRESENT if word == "has" else Tense.STATE)
    if word == "does":
        return Opener(tense=Tense.PRESENT) if form_of(after) not in {"base", "s"} and after != "not" else None
    form = form_of(word)
    closed_after = after in DETERMINERS or after in PARTICLES or after[:1].isdigit()
    if word in {"was", "had", "did"} or (form == "past" and not _is_role(words) and (closed_after or word not in _ADJECTIVES)):
        return Opener(tense=Tense.PAST)
    if form == "s" and _is_verb_in_s(words, word, after, cast=cast):
        return Opener(tense=Tense.PRESENT)
    if form == "ing" and word not in _NOUNS_IN_ING and (closed_after or cast.is_organisation or cast.tells_activity):
        return Opener(tense=Tense.PROGRESSIVE, before=("are",))
    opens = after in DETERMINERS | _NUMBERS or after[:1].isdigit() or word in _SURE_BASES or (word in SAME_IN_PAST and after in PARTICLES)
    if form == "base" and opens and not _is_role(words):
        return Opener(tense=Tense.PAST if word in SAME_IN_PAST else Tense.PRESENT)
    return None


def _is_verb_in_s(words: list[str], word: str, after: str, *, cast: Cast) -> bool:
    """Whether a first word in -s is a verb and no plural, by what follows."""
    closed_after = after in DETERMINERS or after in PARTICLES or after[:1].isdigit()
    return (
        word not in NOUNS_IN_S
        or after in DETERMINERS
        or (closed_after and (after not in {"for", "of", "in", "to"} or word in {"works", "runs", "leads", "studies"}))
        or (cast.tells_activity and not closed_after and len(words) > 3)
    )


def _is_role(words: list[str]) -> bool:
    """Whether the phrase up to its first preposition or comma ends in a noun for a person at work ("trained nurse")."""
    for i, word in enumerate(words[:6]):
        if core(word) in AGENTS and i > 0:
            return True
        if core(word) in PARTICLES or core(word) in DETERMINERS or word.endswith(","):
            return False
    return False
