"""What a scrap offers when no clause can be made of it: a study, a count, the kind of place, a speciality, a statement about something else, a thing."""

from __future__ import annotations

import re

from coach.engines.offline.questions.clauses import Clause, Tense
from coach.engines.offline.questions.kinds import is_study_key, says_study
from coach.engines.offline.questions.roles import find_study, is_role
from coach.engines.offline.questions.statements import find_count, find_statement, find_thing, has_finite_verb
from coach.engines.offline.questions.tasks import find_requirement, find_tasks
from coach.engines.offline.questions.tidy import is_cut_off
from coach.engines.offline.questions.verbs import core, form_of
from coach.engines.offline.questions.words import WORKPLACE_NOUNS, article
from coach.records import About, Fact, Record

_PLACES = "|".join(
    sorted((WORKPLACE_NOUNS | {"cooperative", "co-op", "home", "joinery", "foundry", "non-profit", "marae"}) - {"staff", "team", "crew", "group", "employer"})
)
_KIND_OF_PLACE = re.compile(rf"^(?:an? )?((?:[\w-]+ ){{0,3}}(?:{_PLACES})(?: (?:that|which|in|for|on|of|near) [^,]{{3,60}})?)$", re.I)
_FOUNDED = re.compile(r"^(?:was |were )?(founded|established|set up|started|opened|begun|built)(?: in)? ((?:18|19|20)\d\d(?: by [^,]{3,40})?)$", re.I)
_HOLDING = re.compile(r"^(?:(?:I|he|she|they|\w+) )?(?:have|has|holds?|got) (?:an?|the|his|her|my) ", re.I)
_MOSTLY = re.compile(r"^(?:mostly|mainly|lots of|a lot of|all) (?!about\b)(?:\w+[ -]){0,12}\w+$", re.I)
_PAPER = re.compile(r"\b(?:licen[cs]e|registration|ticket|permit)\b", re.I)
_CREW = re.compile(r"^(?:an? )?(?:small |good |great )?(?:team|crew|gang) of (?:\w+[ -]?){1,12}$", re.I)
_SINCE = re.compile(r"^([A-Za-z' -]{4,40}?),? (since (?:\w+ )?\d{4})$")
_SINCE_KEYS = frozenset({"start_year", "tenure", "since", "start", "path"})
_LETTERS = re.compile(r"^[A-Z]{2,4} at [A-Z][\w ]+$")
_EXPERIENCE = re.compile(r"^(?:over |about |nearly )?\w+ years(?: of)? experience in (?:\w+[ -]?){1,6}$", re.I)
_BY_TRAINING = re.compile(r"^an? ([\w -]{3,30}) by (training|trade)$", re.I)
_OURS = re.compile(r"\b(?:our|us)\b")
_NEWLY = re.compile(r"^(?:the |a )?(?:new|first|latest)\b", re.I)
_STINT = re.compile(r"^([a-z][\w' -]{3,40}), ((?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:years|seasons|winters|summers))$")
_THERE_ARE = re.compile(r"^there (?:are|is) (?:only |just |about )?([\w-]+) of (?:us|them)\b", re.I)
_TEAM_OF = re.compile(r"^(?:an? )?((?:small |large |tight |young )?(?:team|crew) of [\w-]+)(?: people)?$", re.I)
_SPECIALITY = re.compile(r"(?:specialist|expert) (?:for|in|on)\b", re.I)
_LEARNERS = re.compile(r"\b(?:apprentice|trainee|cadet|intern|graduate|placement)s?$")
_FOLK = re.compile(
    r"\b(?:of you|people|staff|personnel|crew|persons|kai\w+|rangatahi|aunties|volunteers|employees|vets|hands|partners|[a-z]+(?:er|or|ist|ian|ant|ee|man|nurse|cook|pilot|guide|"
    r"chef|mate|clerk)s|[a-z]+men|[a-z]+women)\b",
    re.I,
)
_HARD = re.compile(r"\b(hard|hardest|difficult|tough|worst|tiring|stress\w*|pressure)\b", re.I)
_RULE_KEYS = frozenset({"value", "rule", "values", "culture", "motto"})
_THING_KEYS = frozenset({"news", "project", "publication", "detail", "work_focus", "award"})
_SIZE_KEYS = frozenset({"size", "team", "staff", "detail", "sites"})
_WORK_KEYS = frozenset({"work_focus", "workload", "focus", "detail"})
_OUTLOOK_KEYS = ("outlook", "demand", "trend", "future", "change", "growth")
_ROUTE_KEYS = ("entry", "route", "qualif", "require")


class Phrase(Record):
    """What was found, with its kind, its wordings by slot and its weight."""

    kind: str
    slots: dict[str, str]
    weight: float
    tense: Tense | None = None


def find_phrase(fact: Fact, piece: str) -> Phrase | None:
    """What a piece without a clause offers; None where it is nothing that can be said."""
    if _FOUNDED.match(piece) and fact.about is About.ORGANISATION:
        return _from_place(fact, piece)
    if fact.about is About.ORGANISATION:
        return _from_place(fact, piece) or _from_rest(fact, piece)
    return _from_person(fact, piece) or _from_rest(fact, piece)


def is_founding(piece: str) -> bool:
    """Whether a piece says when a place began ("founded 1987 by two brothers")."""
    return bool(_FOUNDED.match(piece))


def is_holding(piece: str) -> bool:
    """Whether a piece says that somebody has a degree or a licence ("has a PhD on lichens"), which is better named than told."""
    return bool(_HOLDING.match(piece)) and bool(find_study(piece))


def find_size(fact: Fact, piece: str) -> Phrase | None:
    """A count of people or places, where the fact is about a team or an organisation."""
    about_people = fact.about is About.ORGANISATION or "team" in fact.key or "size" in fact.key
    count = find_count(piece) if about_people else ""
    kind = "learners" if _LEARNERS.search(count) else "size" if _FOLK.search(count) else "sites"
    return Phrase(kind=kind, slots={"n": count}, weight=1.5) if count else None


def find_thing_and_clause(piece: str, clause: Clause) -> str:
    """A thing with the clause that leans on it: "3 outages, they publish every one of them" -> "3 outages, and that you publish every one of them"."""
    head = find_thing(piece.split(", ", maxsplit=1)[0])
    leans = {"them", "it", "those"} & {core(word) for word in clause.text.split()}
    return f"{head}, and that {clause.text}" if head and leans and ", " in piece else ""


def find_occupation_phrase(fact: Fact, piece: str) -> Phrase | None:
    """What a piece about the occupation in general offers: its tasks, the way in, how demand changes."""
    key = fact.key.lower()
    if any(word in key for word in _ROUTE_KEYS):
        needed = find_requirement(piece)
        return Phrase(kind="route", slots={"n": needed}, weight=1.5) if needed else None
    statement = find_statement(piece)
    if any(word in key for word in _OUTLOOK_KEYS):
        return Phrase(kind="outlook", slots={"i": statement}, weight=4.5) if statement else None
    tasks = find_tasks(piece)
    if tasks:
        return Phrase(kind="tasks", slots={"n": tasks}, weight=2.0)
    if statement and not _HARD.search(statement):
        return Phrase(kind="outlook" if "chang" in statement else "read_work", slots={"i": statement}, weight=3.5)
    return None


def _from_person(fact: Fact, piece: str) -> Phrase | None:
    if (is_study_key(fact.key.lower()) or says_study(piece)) and (study := find_study(piece)):
        return Phrase(kind="paper" if _PAPER.search(study) else "study", slots={"n": study}, weight=2.0)
    if there := _THERE_ARE.match(piece):
        return _sentence("team", f"there are {there[1].lower()} of you", 4.0, Tense.STATE)
    if _CREW.match(piece):
        return _sentence("team", f"you have {piece[:1].lower() + piece[1:]}", 4.0, Tense.STATE)
    return _from_time(fact, piece) or _from_work(fact, piece)


def _from_time(fact: Fact, piece: str) -> Phrase | None:
    """How long somebody has been what, or was: "pilot since 2019", "Harrow Fen since 2017", "lock keeper on the Trent, two years"."""
    if since := _SINCE.match(piece):
        job = _LETTERS.match(since[1])
        if job or is_role(since[1], named=True):
            return _sentence("tenure", f"you have been {article(job[0] if job else since[1][:1].lower() + since[1][1:])} {since[2]}", 2.0, Tense.PERFECT)
        if since[1][:1].isupper() and fact.key.lower() in _SINCE_KEYS:
            place = f"the {since[1]}" if core(since[1]) in WORKPLACE_NOUNS else since[1]
            return _sentence("tenure", f"you have been at {place} {since[2]}", 2.0, Tense.PERFECT)
    if years := _EXPERIENCE.match(piece):
        return _sentence("tenure", f"you have {years[0]}", 2.0, Tense.PERFECT)
    if (stint := _STINT.match(piece)) and is_role(stint[1], named=True):
        return _sentence("past_role", f"you were {article(stint[1][:1].lower() + stint[1][1:])} for {stint[2]}", 4.5, Tense.PAST)
    return None


def _from_work(fact: Fact, piece: str) -> Phrase | None:
    """What somebody is by training, what the work mostly is, a speciality."""
    if trade := _BY_TRAINING.match(piece):
        return _sentence("being", f"you are {article(trade[1][:1].lower() + trade[1][1:])} by {trade[2]}", 5.0, Tense.STATE)
    if fact.key.lower() in _WORK_KEYS and _MOSTLY.match(piece) and not has_finite_verb(piece) and not is_cut_off(piece):
        return _sentence("being", f"your work is {piece[:1].lower() + piece[1:]}", 5.0, Tense.STATE)
    if _SPECIALITY.match(piece) and is_role(piece):
        plain = re.sub(r"\bby (?=children)", "for ", re.sub(r"^(\w+) for\b", r"\1 in", piece[:1].lower() + piece[1:]))
        return _sentence("being", f"you are {article(plain)}", 5.5, Tense.STATE)
    return None


def _from_place(fact: Fact, piece: str) -> Phrase | None:
    first = piece.split(", ", maxsplit=1)[0]
    if fact.key.lower() in _SIZE_KEYS and (size := find_size(fact, piece)):
        return size
    if there := _THERE_ARE.match(piece):
        return _sentence("team", f"there are {there[1].lower()} of you", 4.0, Tense.STATE)
    if founded := _FOUNDED.match(piece):
        began = "founded" if founded[1].lower() in {"started", "begun"} else founded[1].lower()
        return _sentence("history", f"your workplace was {began} in {founded[2]}", 4.0, Tense.PAST)
    if team := _TEAM_OF.match(piece):
        return _sentence("team", f"you are a {team[1].lower()}", 4.0, Tense.STATE)
    listed = bool(re.match(r"(?:an? |the )?(?:\d|second|third)", first, re.I)) or (", " in piece and first.lower() == first and len(first.split()) == 1)
    if (
        not listed
        and form_of(first.split()[0]) != "base"
        and (place := _KIND_OF_PLACE.match(first.removeprefix("the ")))
        and not has_finite_verb(first.split(" that ")[0])
        and (core(first.split()[0]) != "the" or fact.key.lower() == "purpose")
    ):
        return _sentence("character", f"yours is {article(place[1][:1].lower() + place[1][1:])}", 4.0, None)
    if fact.key.lower() in _RULE_KEYS and 4 <= len(first.split()) <= 10:
        return Phrase(kind="rule", slots={"q": f'"{first}"'}, weight=4.5)
    return None


def _from_rest(fact: Fact, piece: str) -> Phrase | None:
    """A statement or a thing. A statement about a person must not begin with a name: it may be somebody else's."""
    organisation = fact.about is About.ORGANISATION
    statement = find_statement(_OURS.sub(lambda match: "your" if match[0] == "our" else "you", piece) if organisation else piece, spoken=organisation)
    begins_with_name = statement[:1].isupper() and statement.split()[0][1:].islower()
    if statement and (organisation or not (begins_with_name or is_study_key(fact.key.lower()))):
        return Phrase(kind="read_news" if organisation else "read_work", slots={"i": statement}, weight=4.0)
    thing = find_thing(piece) if fact.key.lower() in _THING_KEYS and (organisation or _NEWLY.match(piece)) and not piece[:1].isdigit() else ""
    return Phrase(kind="thing", slots={"n": thing}, weight=3.0) if thing else None


def _sentence(kind: str, text: str, weight: float, tense: Tense | None) -> Phrase:
    return Phrase(kind=kind, slots={"s": text[:1].upper() + text[1:], "i": text}, weight=weight, tense=tense)
