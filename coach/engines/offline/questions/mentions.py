"""What a question can be built on: each fact of the dossier, each aim of the learner, in words that can be said to the host."""

from __future__ import annotations

import re

from coach.engines.offline.questions.aims import Aim, find_aims
from coach.engines.offline.questions.clauses import Clause, Tense, as_progressive
from coach.engines.offline.questions.kinds import WEIGHTS, find_kinds, is_past_key, is_study_key, kind_of_aim
from coach.engines.offline.questions.phrases import Phrase, find_occupation_phrase, find_phrase, find_size, find_thing_and_clause, is_founding, is_holding
from coach.engines.offline.questions.quotations import find_quotations
from coach.engines.offline.questions.roles import find_earlier_role
from coach.engines.offline.questions.scraps import find_scrap
from coach.engines.offline.questions.speech import find_clauses
from coach.engines.offline.questions.subjects import Cast
from coach.engines.offline.questions.tidy import is_private, is_unspeakable, is_unsure, protect_quotes, restore_quotes, split_pieces, straighten, tidy
from coach.engines.offline.questions.verbs import BASE_TO_PAST, as_set, core
from coach.records import About, Dossier, Fact, Record

PURPOSE_ID = "purpose"
"""The id by which a question cites what the learner wants to find out."""

_SKIPPED = as_set(
    """
    interest interests hobby hobbies origin location place arrangement hours pay salary contact email phone address pronouns languages language name
    role title employer organisation occupation previous_employer skill time meeting_time family age identity
    """
)
_ACTIVITY_KEYS = frozenset({"purpose", "work_focus", "volume", "workload", "project", "mission", "services", "focus"})
_AIM_KEYS = ("purpose", "aim", "question", "goal", "wants", "learner")
_LEANS = re.compile(r"^(?:whether|if|how|why) (?:that|this) ")
_PLANS = re.compile(
    r"^you (?:want to|would like to|plan to|hope to|are planning to|are hoping to|are thinking|are looking for|are considering|told|"
    r"hate|dislike|wrote down|dropped out|failed|flunked|have told|might|may|could|would)\b",
    re.I,
)
_IS_A_THING = re.compile(r"^you (?:are|were) (?!\d|a (?:\w+ )?(?:team|family|crew)\b|about|on|in|at|open|known|owned|part|\w+ing\b|\w+ed\b)", re.I)
_STUDIES = re.compile(r"^you (\w+ly )?(study|train|learn|do|go|take|make|attend|finish)\b", re.I)
_WAS = re.compile(r"^(?:from \d{4} to \d{4} )?you were an? \w+", re.I)
_DULL = re.compile(r"^you (?:work|worked|are|were) (?:as |)an? [\w-]+(?: [\w-]+)?$", re.I)
_LEFT_SCHOOL = re.compile(r"^you left (?:\w+ ){0,3}(?:high|school|college|uni|university)$", re.I)
_LIGHT = as_set(
    """
    you your yourself have been were with from then also still the and for was his her out who had has not are but did does too all one this that there
    here into onto over very just only more
    """
)


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
    for n, aim in enumerate(aims):
        said = aim.self_said or said
        if aim.self_said:
            phrase = Phrase(kind="self", slots={"s": said}, weight=4.5)
        elif aim.about:
            phrase = Phrase(kind="aim_about", slots={"n": aim.about}, weight=6.0)
        elif _LEANS.match(aim.clause):
            phrase = Phrase(kind="self_aim", slots={"s": said, "c": aim.clause} if said else {}, weight=7.0)
        else:
            phrase = Phrase(kind=kind_of_aim(aim.clause), slots={"c": aim.clause} if len(aim.clause.split()) >= 4 else {}, weight=7.0)
        if phrase.slots:
            found.append(_as_mention(source, phrase.model_copy(update={"weight": phrase.weight - 0.5 * n})))
    return found


def _as_mention(source: str, phrase: Phrase) -> Mention:
    return Mention(source=source, kinds=(phrase.kind,), tense=phrase.tense, slots={k: v for k, v in phrase.slots.items() if v}, weight=phrase.weight)


def _from_fact(fact: Fact, dossier: Dossier) -> list[Mention]:
    if fact.about is About.MEETING or fact.key.lower() in _SKIPPED or is_unspeakable(fact.text):
        return []
    protected, *quotes = protect_quotes(straighten(fact.text)) if fact.about is not About.OCCUPATION else (straighten(fact.text).replace('"', ""),)
    found = [_as_mention(fact.id, phrase) for phrase in find_quotations(fact, protected, tuple(quotes))]
    if not any(mention.kinds[0].startswith("quote") for mention in found):
        for piece in split_pieces(tidy(protected)):
            found += _from_piece(fact, piece, dossier, unsure=is_unsure(protected))
    spoken = [mention.model_copy(update={"slots": {k: restore_quotes(v, tuple(quotes)) for k, v in mention.slots.items()}}) for mention in found]
    clean = [mention for mention in spoken if not any(is_unspeakable(text) or is_private(text) or "[q" in text for text in mention.slots.values())]
    return clean or _from_scrap(fact)


def _from_scrap(fact: Fact) -> list[Mention]:
    """What the notes say in words that make no sentence: read out as the learner has it."""
    scrap = find_scrap(fact.text)
    return [_as_mention(fact.id, Phrase(kind=_SCRAPS[fact.about], slots={"q": f'"{scrap}"'}, weight=WEIGHTS["noted"]))] if scrap else []


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
        is_earlier=earlier,
        tells_activity=fact.key.lower() in _ACTIVITY_KEYS,
    )
    clauses = find_clauses(piece, cast)
    if clauses:
        return clauses
    parts = (find_clauses(part, cast) for part in piece.split(", ")[1:])
    return next(
        (found for found in parts if found and _is_rich(found[0]) and found[0].tense is Tense.PAST and not found[0].text.startswith("you spent time")), ()
    )


def _is_rich(clause: Clause) -> bool:
    """Whether the clause says enough to be recognised: figures, names or at least three words of weight; nothing that points nowhere, no private plans."""
    if _PLANS.match(clause.text) or _LEFT_SCHOOL.match(clause.text) or (_DULL.match(clause.text) and clause.tense is not Tense.PAST):
        return False
    words = clause.text.split()
    tokens = [core(word) for word in words]
    if _points_nowhere(tokens):
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
    return bool(pointers) and not any(token.endswith("s") and len(token) > 4 for token in tokens[: pointers[-1]])


def _from_clause(fact: Fact, clause: Clause) -> Mention:
    if "news" in fact.key and clause.tense is Tense.PRESENT:
        clause = as_progressive(clause)
    elif is_study_key(fact.key.lower()) and clause.tense is Tense.PRESENT and _STUDIES.match(clause.text):
        told = _STUDIES.sub(lambda m: f"you {m[1] or ''}{BASE_TO_PAST[m[2].lower()]}", clause.text)
        clause = clause.model_copy(update={"text": told.split(", and ")[0], "tense": Tense.PAST})
    kinds = find_kinds(clause, key=fact.key.lower(), about=fact.about)
    text = clause.text
    goes_after_when = not clause.lead and clause.tense in {Tense.PAST, Tense.PRESENT} and text.startswith("you ")
    slots = {"s": text[:1].upper() + text[1:], "i": "" if clause.lead else text, "w": text if goes_after_when else "", "g": clause.gerund}
    figure = 0.5 if any(character.isdigit() for character in text) else 0.0
    phrase = Phrase(kind=kinds[0], slots=slots, weight=WEIGHTS.get(kinds[0], 3.5) + figure, tense=clause.tense)
    return _as_mention(fact.id, phrase).model_copy(update={"kinds": kinds})
