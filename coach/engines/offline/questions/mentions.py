"""What a question can be built on: each fact of the dossier, each aim of the learner, in words that can be said to the host."""

from __future__ import annotations

import re

from coach.engines.offline.questions.aims import Aim, find_aims, say_aloud
from coach.engines.offline.questions.clauses import Clause, Tense, as_progressive
from coach.engines.offline.questions.kinds import WEIGHTS, find_kinds, is_past_key, is_study_key, kind_of_aim
from coach.engines.offline.questions.phrases import Phrase, find_occupation_phrase, find_phrase, find_size, find_thing_and_clause, is_founding, is_holding
from coach.engines.offline.questions.quotations import find_own_words, find_quotations
from coach.engines.offline.questions.roles import find_earlier_role, names_degree
from coach.engines.offline.questions.scraps import find_scrap
from coach.engines.offline.questions.speech import find_clauses
from coach.engines.offline.questions.subjects import Cast
from coach.engines.offline.questions.tasks import find_tasks
from coach.engines.offline.questions.tidy import is_private, is_unspeakable, is_unsure, protect_quotes, restore_quotes, split_pieces, straighten, tidy
from coach.engines.offline.questions.unsaid import is_advert, is_learners, is_unkind
from coach.engines.offline.questions.verbs import BASE_TO_PAST, NOUNS_IN_S, as_set, core, form_of
from coach.records import About, Dossier, Fact, Record

PURPOSE_ID = "purpose"
"""The id by which a question cites what the learner wants to find out."""

_SKIPPED = as_set(
    """
    interest interests hobby hobbies origin location place arrangement hours pay salary contact email phone address pronouns languages language name
    role title employer organisation occupation previous_employer time meeting_time family age identity
    """
)
_ACTIVITY_KEYS = frozenset({"purpose", "work_focus", "volume", "workload", "project", "mission", "services", "focus"})
_AIM_KEYS = ("purpose", "aim", "question", "goal", "wants", "learner")
_LEANS = re.compile(r"^(?:whether|if|how|why) (?:(?:that|this) |.*\bdo it$)")
_PLANS = re.compile(
    r"^you (?:are from|were from|grew up in (?!your)|want to|would like to|plan to|hope to|are planning to|are hoping to|are thinking|are looking for|are considering|told|"
    r"hate|dislike|wrote down|dropped out|failed|flunked|have told|might|may|could|would)\b",
    re.I,
)
_IS_A_THING = re.compile(
    r"^where you work, they (?:are|were) \d|^(?:you|where you work, they) (?:are|were) (?!\d|a (?:\w+ )?(?:team|family|crew)\b|about|on|in|at|open|known|owned|part|\w+ing\b|\w+ed\b)",
    re.I,
)
_OWNS = re.compile(r"\b(?:owner|founder|director|proprietor|partner|self-employed|sole trader|ceo|chief executive|chief|boss)\b", re.I)
_STUDIES = re.compile(r"^you (\w+ly )?(study|train|learn|do|go|take|make|attend|finish)\b", re.I)
_WAS = re.compile(r"^(?:from \d{4} to \d{4} )?you were an? \w+", re.I)
_DULL = re.compile(r"^you (?:work|worked|are|were) (?:as |)an? [\w-]+(?: [\w-]+)?$", re.I)
_LEFT_SCHOOL = re.compile(
    r"^you got into this work$|^where you work, they left|^you (?:finished|started|graduated|began) in \d{4}$|^you left (?:\w+ ){0,3}(?:high|school|college|uni|university)$",
    re.I,
)
_LIGHT = as_set(
    """
    you your yourself have been were with from then also still the and for was his her out who had has not are but did does too all one this that there
    here into onto over very just only more
    """
)


_TIMES = as_set("minutes years months weeks winters summers seasons hours nights times")
_WAY_IN = re.compile(
    r"\b(?:licen[cs]e|certificate|diploma|degree|apprenticeship|training|exam|shadowing|sea time|registration|ausbildung|come from|come in)\b", re.I
)
_LASTS = re.compile(r"\bsince\b|\bnow\b|\bhere\b")
_SCARE = re.compile(r'(?<!called )(?<!titled )(?<!named )(?<!said )(?<!says )(?<!saying )(?<=\w )"([a-z][\w\'-]*(?: [a-z][\w\'-]*){0,3})"(?!\w)')
"""A short quotation within a sentence; nobody says the marks."""

_TELLING = {
    "news": 1.5,
    "quote": 1.0,
    "project": 1.0,
    "previous_role": 1.5,
    "path": 1.0,
    "value": 0.5,
    "education": -1.0,
    "qualification": -0.5,
    "start_year": -1.5,
    "tenure": -1.5,
    "size": -1.5,
    "team": -0.5,
    "purpose": -1.0,
    "tasks": -1.0,
    "entry_route": -1.0,
}
"""How much more or less than others a kind of fact tells of this one person, by how often annotators of 54 sets of notes named such a fact as worth building on."""

_SCRAPS = {About.PERSON: "noted", About.ORGANISATION: "noted_place", About.OCCUPATION: "noted_work"}


class Mention(Record):
    """One thing a question can be built on.

    `kinds` say which patterns fit; `slots` are its wordings: `s` a whole sentence without full stop, `i` the same inside another sentence, `w` after "when",
    `g` an activity, `n` a noun phrase, `q` a quotation, `c` an indirect question, `a` a thing with a clause. `weight` is how much there is to build on.
    """

    source: str
    kinds: tuple[str, ...]
    tense: Tense | None = None
    slots: dict[str, str]
    weight: float = 1.0


def find_mentions(dossier: Dossier) -> tuple[Mention, ...]:
    """Everything in the dossier that can be said cleanly, in the dossier's order; facts that contradict each other, guesses and private things left out."""
    disputed = [(span.start, span.end) for contradiction in dossier.contradictions for span in contradiction.spans if span.end > span.start]
    found: list[Mention] = []
    for fact in dossier.facts:
        if not any(fact.source.start < end and start < fact.source.end for start, end in disputed):
            found += _from_fact(fact, dossier)
    found += _from_purpose(dossier)
    unique: list[Mention] = []
    for mention in found:
        if all(mention.slots != other.slots for other in unique):
            unique.append(mention)
    return tuple(unique)


def _from_purpose(dossier: Dossier) -> list[Mention]:
    found = _from_aims(find_aims(dossier.meeting_purpose), PURPOSE_ID)
    for fact in dossier.facts:
        if fact.about is About.MEETING and any(word in fact.key for word in _AIM_KEYS) and fact.text not in dossier.meeting_purpose:
            found += _from_aims(find_aims(fact.text), fact.id)
    return found


def _from_aims(aims: tuple[Aim, ...], source: str) -> list[Mention]:
    """What the learner wants to know; a clause that leans on the sentence before it ("whether that is enough") is said together with it."""
    found: list[Mention] = []
    said = ""
    for n, aim in enumerate(one.model_copy(update={"clause": say_aloud(one.clause)}) for one in aims):
        said = aim.self_said or said
        if aim.self_said:
            phrase = Phrase(kind="self", slots={"s": said}, weight=4.5)
        elif aim.about:
            phrase = Phrase(kind="aim_about", slots={"n": aim.about}, weight=6.0)
        elif _LEANS.match(aim.clause):
            phrase = Phrase(kind="self_aim", slots={"s": said, "c": aim.clause} if said else {}, weight=7.0)
        else:
            phrase = Phrase(
                kind=kind_of_aim(aim.clause, is_general=aim.is_general), slots={"c": aim.clause} if len(aim.clause.split()) >= 4 else {}, weight=7.0
            )
        if phrase.slots:
            found.append(_as_mention(source, phrase.model_copy(update={"weight": phrase.weight - 0.5 * n})))
    return found


def _as_mention(source: str, phrase: Phrase) -> Mention:
    return Mention(source=source, kinds=(phrase.kind,), tense=phrase.tense, slots={k: v for k, v in phrase.slots.items() if v}, weight=phrase.weight)


def _from_fact(fact: Fact, dossier: Dossier) -> list[Mention]:
    if fact.about is About.MEETING or fact.key.lower() in _SKIPPED or is_unspeakable(fact.text) or is_advert(fact.text) or is_learners(fact.text):
        return []
    protected, *quotes = protect_quotes(straighten(fact.text)) if fact.about is not About.OCCUPATION else (straighten(fact.text).replace('"', ""),)
    names = {core(word) for word in dossier.person.name.split() if len(word) > 2}
    quoted = (p for p in find_quotations(fact, protected, tuple(quotes)) if not names & {core(word) for value in p.slots.values() for word in value.split()})
    found = [_as_mention(fact.id, phrase) for phrase in quoted]
    if not any(mention.kinds[0].startswith("quote") for mention in found):
        for piece in split_pieces(tidy(protected)):
            found += _from_piece(fact, piece, dossier, unsure=is_unsure(protected))
    more = _TELLING.get(fact.key.lower(), 0.0)
    spoken = [
        mention.model_copy(
            update={"weight": mention.weight + more, "slots": {k: _SCARE.sub(r"\1", restore_quotes(v, tuple(quotes))) for k, v in mention.slots.items()}}
        )
        for mention in found
    ]
    return [mention for mention in spoken if not any(map(_stumbles, mention.slots.values()))] or _from_scrap(fact, dossier)


def _stumbles(text: str) -> bool:
    return is_unspeakable(text) or is_private(text) or is_unkind(text) or "[q" in text


def _from_scrap(fact: Fact, dossier: Dossier) -> list[Mention]:
    """What the notes say in words that make no sentence: read out as the learner has it."""
    own_words = [_as_mention(fact.id, phrase) for phrase in find_own_words(fact) if not any(map(_stumbles, phrase.slots.values()))]
    if own_words:
        return own_words
    scrap = find_scrap(fact.text)
    if tasks := _find_listed(fact):
        return [_as_mention(fact.id, Phrase(kind="tasks", slots={"n": tasks}, weight=2.0))]
    if {core(word) for word in scrap.split()} & {core(word) for word in dossier.person.name.split() if len(word) > 2}:
        return []
    if scrap and fact.about is About.PERSON and ", " in scrap and form_of(scrap.split(maxsplit=1)[0]) == "base":
        return []
    if scrap and fact.about is About.ORGANISATION and names_degree(scrap):
        return []
    kind = _kind_of_scrap(fact, scrap)
    return [_as_mention(fact.id, Phrase(kind=kind, slots={"q": f'"{scrap}"'}, weight=WEIGHTS["noted"]))] if scrap else []


def _kind_of_scrap(fact: Fact, scrap: str) -> str:
    """What a scrap is about: the person, the place, the work, the way in, where things are going."""
    key = fact.key.lower()
    if fact.about is not About.OCCUPATION:
        return _SCRAPS[fact.about]
    if any(word in key for word in ("entry", "route")) or _WAY_IN.search(scrap):
        return "noted_route"
    return "noted_outlook" if any(word in key for word in ("outlook", "demand", "trend")) else _SCRAPS[fact.about]


def _find_listed(fact: Fact) -> str:
    """The activities of a bare list ("clean, walk, watch the birth"), whomever the fact is about."""
    bare = next(iter(split_pieces(tidy(fact.text.replace('"', "")))), "")
    return find_tasks(bare) if ", " in bare and form_of(bare.split()[0]) == "base" and core(bare.split()[0]) not in {"need", "set", "put", "work"} else ""


def _from_piece(fact: Fact, piece: str, dossier: Dossier, *, unsure: bool) -> list[Mention]:
    """What one piece of a fact offers. Of a guess only a count is used, since a count does no harm when it is out by a few."""
    if unsure:
        phrase = find_size(fact, piece)
    elif fact.about is About.ORGANISATION and fact.key.lower() in {"size", "staff"} and (size := find_size(fact, piece)):
        phrase = size
    elif fact.about is About.OCCUPATION:
        phrase = find_occupation_phrase(fact, piece)
    elif is_founding(piece) or (is_study_key(fact.key.lower()) and is_holding(piece)):
        phrase = find_phrase(fact, piece)
    else:
        clauses = _find_clauses(fact, piece, dossier)
        clauses = tuple(c for c in clauses if not (fact.about is About.ORGANISATION and _IS_A_THING.match(c.text)))
        clauses = tuple(c for c in clauses if fact.key.lower() != "skill" or c.tense is Tense.PAST)
        found = [_from_clause(fact, c) for c in clauses if _is_rich(c) or (is_past_key(fact.key.lower()) and _WAS.match(c.text))]
        if found:
            return found
        together = find_thing_and_clause(piece, clauses[0]) if clauses else ""
        kind = "read_news" if fact.about is About.ORGANISATION else "read_work"
        phrase = Phrase(kind=kind, slots={"a": together}, weight=5.0) if together else find_phrase(fact, piece)
    return [_as_mention(fact.id, phrase)] if phrase else []


def _find_clauses(fact: Fact, piece: str, dossier: Dossier) -> tuple[Clause, ...]:
    """The clauses of a piece; where it has none as a whole, those of the first part between commas that has."""
    earlier = is_past_key(fact.key.lower())
    if fact.about is About.PERSON and (role := find_earlier_role(piece, previous=earlier)):
        return (Clause(text=role, tense=Tense.PAST, lead=role.startswith("from")),)
    employer = dossier.organisation.name or dossier.person.employer
    cast = Cast(
        names=frozenset(core(word) for word in dossier.person.name.split() if len(word) > 2),
        organisation=tuple(core(word) for word in employer.removeprefix("the ").removeprefix("The ").split()),
        is_organisation=fact.about is About.ORGANISATION,
        is_theirs=bool(_OWNS.search(dossier.person.role)),
        is_earlier=earlier,
        tells_activity=fact.key.lower() in _ACTIVITY_KEYS,
    )
    clauses = find_clauses(piece, cast)
    if clauses:
        return clauses
    parts = ((find_clauses(part, cast), part) for part in piece.split(", ")[1:])
    return next(
        (found for found, part in parts if found and _is_rich(found[0]) and _tells(found[0], part) and not found[0].text.startswith("you spent time")), ()
    )


def _tells(clause: Clause, part: str) -> bool:
    """Whether a clause out of the middle of a piece is surely one: told in the past, or begun with a verb in -s."""
    return clause.tense is Tense.PAST or (
        clause.tense is Tense.PRESENT and form_of(part.split(maxsplit=1)[0]) == "s" and core(part.split(maxsplit=1)[0]) not in NOUNS_IN_S
    )


def _is_rich(clause: Clause) -> bool:
    """Whether the clause says enough to be recognised: figures, names or at least three words of weight; nothing that points nowhere, no private plans."""
    if _PLANS.match(clause.text) or _LEFT_SCHOOL.match(clause.text) or (_DULL.match(clause.text) and clause.tense is not Tense.PAST):
        return False
    words = clause.text.replace("where you work, they", "you").replace(" where you work", "").split()
    tokens = [core(word) for word in words]
    if _points_nowhere(tokens) or tokens[-1] in {"rest", "others", "same", "one", "ones"}:
        return False
    if clause.tense is Tense.PERFECT and re.search(r"\b(?:since (?:\w+ )?\d{4}|\w+ years)$", clause.text):
        return True
    heavy = sum(1 for token in tokens if len(token) >= 3 and token not in _LIGHT)
    special = any(token[:1].isdigit() or word[:1] in '"[' or (n > 0 and word[:1].isupper()) for n, (word, token) in enumerate(zip(words, tokens, strict=True)))
    return heavy >= 3 or (heavy >= 2 and (special or len(tokens) >= 5) and tokens[-1] != "yourself")


def _points_nowhere(tokens: list[str]) -> bool:
    """Whether "it", "this" or "them" stands there with no plural before it that could be meant."""
    if "so" in tokens and tokens[tokens.index("so") - 1] in {"done", "do", "did"}:
        return True
    pointers = [i for i, token in enumerate(tokens) if token in {"it", "this", "them"} and tokens[i : i + 2] != ["this", "work"]]
    return bool(pointers) and not any(token.endswith("s") and len(token) > 4 and token not in _TIMES for token in tokens[: pointers[-1]])


def _from_clause(fact: Fact, clause: Clause) -> Mention:
    if "news" in fact.key and clause.tense is Tense.PRESENT:
        clause = as_progressive(clause)
    elif is_study_key(fact.key.lower()) and clause.tense is Tense.PRESENT and _STUDIES.match(clause.text):
        told = _STUDIES.sub(lambda m: f"you {m[1] or ''}{BASE_TO_PAST[m[2].lower()]}", clause.text)
        clause = clause.model_copy(update={"text": told.split(", and ")[0], "tense": Tense.PAST})
    if is_past_key(fact.key.lower()) and clause.tense is Tense.PERFECT and not _LASTS.search(clause.text):
        told = re.sub(r"^you have (?:been (?=an? )|(?=worked|spent))", lambda match: "you were " if "been" in match[0] else "you ", clause.text)
        clause = clause.model_copy(update={"text": told, "tense": Tense.PAST if told != clause.text else clause.tense})
    kinds = find_kinds(clause, key=fact.key.lower(), about=fact.about)
    text = clause.text
    goes_after_when = not clause.lead and clause.tense in {Tense.PAST, Tense.PRESENT} and text.startswith("you ")
    when = re.sub(r" (?:these days|nowadays|at the moment)$", "", re.sub(r"^you (?:currently|now|also) ", "you ", text))
    slots = {
        "s": text[:1].upper() + text[1:],
        "i": "" if clause.lead else text,
        "w": when if goes_after_when and "plus or minus" not in when else "",
        "g": clause.gerund,
    }
    figure = 0.5 if any(character.isdigit() for character in text) else 0.0
    phrase = Phrase(kind=kinds[0], slots=slots, weight=WEIGHTS.get(kinds[0], 3.5) + figure, tense=clause.tense)
    return _as_mention(fact.id, phrase).model_copy(update={"kinds": kinds})
