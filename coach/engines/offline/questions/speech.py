"""From a scrap about somebody to clauses spoken to them: "Looks after 38 farms" -> "you look after 38 farms".

The grammar is small and careful. It finds the subject (he, she, a name, we, the firm, or none at all), brings the verb into line, turns his, her and my into
your, and gives up, without a clause, wherever it is not sure. A question that stumbles is worse than a general one.
"""

from __future__ import annotations

import re

from coach.engines.offline.questions.clauses import Clause, Tense, agree, pronouns_for, speak_to, tense_of
from coach.engines.offline.questions.finishing import finish
from coach.engines.offline.questions.headless import find_opener
from coach.engines.offline.questions.subjects import Cast, Subject, find_start, find_subjects, find_verb
from coach.engines.offline.questions.verbs import BASE_TO_PAST, as_set, core, form_of
from coach.engines.offline.questions.words import ADVERBS

_ONCE = as_set("start begin come take finish leave join become win move go wait stay")
"""Verbs of which a bare "she start", "he begin" means what happened once."""


def find_clauses(piece: str, cast: Cast) -> tuple[Clause, ...]:
    """The clauses of one piece of a scrap, each addressed to the host, in order; none where the grammar is not sure."""
    words = _without_preface(re.sub(r",? (?:before (?:that|this|then)|in between)(?=$|,)| before(?=,|$)| in between to pay for it$", "", piece).split())
    subjects = find_subjects(words, cast)
    if not subjects:
        clause = _from_headless(words, cast)
        return (clause,) if clause else ()
    found = []
    starts = [find_start(words, subject.start) for subject in subjects]
    if all(start is None for start in starts):
        clause = _from_headless(words, cast)
        return (clause,) if clause else ()
    first_start = next((start for start in starts if start is not None), None)
    if first_start:
        opening = _from_headless(_without_joint(words[:first_start]), cast)
        found += [opening] if opening else []
    for n, subject in enumerate(subjects):
        start = starts[n]
        if start is None:
            continue
        start = subject.start if n and start == starts[n - 1] else start
        stop = next((later for later in starts[n + 1 :] if later is not None), len(words))
        clause = _from_subject(_without_joint(words[start:stop]), subject, offset=subject.start - start, cast=cast)
        found += [clause] if clause else []
    return tuple(found)


def _without_preface(words: list[str]) -> list[str]:
    """The words without "and", "so" or a bare "before" at their head."""
    while len(words) > 2 and core(words[0]) in {"and", "but", "so", "then", "also", "ok", "plus", "well"}:
        words = words[1:]
    if (
        len(words) > 2
        and core(words[0]) == "before"
        and core(words[1]) in {"he", "she", "they", "that", "that,"}
        and core(words[2]) in {"has", "have", "had", "he", "she", "they"}
    ):
        words = words[2:] if core(words[1]) == "that" else words[1:]
    return words


def _without_joint(words: list[str]) -> list[str]:
    while words and core(words[-1]) in {"and", "but", "so", "then", "or", "that"}:
        words = words[:-1]
    return words


def _from_subject(words: list[str], subject: Subject, *, offset: int, cast: Cast) -> Clause | None:
    verb = find_verb(words, offset + subject.length, subject.kind)
    speaks_to_reader = subject.kind not in {"i", "we"} and {"you", "your"} & set(map(core, words))
    if verb is None or verb == len(words) - 1 or speaks_to_reader:
        return None
    lead, rest = words[:offset], words[offset + subject.length :]
    at = verb - offset - subject.length
    tense = tense_of(rest, at)
    if subject.kind in {"he", "she"} and core(rest[at]) in _ONCE:
        rest, tense = [*rest[:at], BASE_TO_PAST[core(rest[at])], *rest[at + 1 :]], Tense.PAST
        joint = next((i for i in range(at + 1, len(rest) - 1) if core(rest[i]) == "and" and form_of(rest[i + 1]) == "base"), len(rest))
        rest = rest[:joint]
    if subject.kind != "thing":
        rest = agree(rest, at)
    apart = cast.is_organisation and not cast.is_theirs and subject.kind in {"they", "name"}
    swap = {} if apart or (cast.is_organisation and subject.said[:1].isupper()) else pronouns_for(subject.kind, words=words, organisation=cast.is_organisation)
    spoken_lead = [word.lower() if n == 0 else word for n, word in enumerate(speak_to(lead, swap))]
    clause = finish([*spoken_lead, subject.said, *speak_to(rest, swap)], tense, lead=bool(lead))
    return _said_of_the_place(clause) if clause and apart else clause


def _from_headless(words: list[str], cast: Cast) -> Clause | None:
    """A clause from a scrap that begins with its verb."""
    at = 0
    while at < len(words) - 1 and core(words[at]) in ADVERBS:
        at += 1
    rest = words[at:]
    if len(rest) < 2:
        return None
    opener = find_opener(rest, cast)
    if opener is None:
        return None
    first = rest[0].lower() if core(rest[0]) != rest[0] and (form_of(rest[0]) or rest[0].istitle()) else rest[0]
    rest = agree([first, *rest[1:]], 0) if not opener.before else [first, *rest[1:]]
    apart = cast.is_organisation and not cast.is_theirs
    swap = {} if apart else pronouns_for("", words=words, organisation=cast.is_organisation)
    adverbs = [word.lower() for word in words[:at]]
    clause = finish(["you", *opener.before, *adverbs, *speak_to(rest, swap)], opener.tense, lead=False)
    return _said_of_the_place(clause) if clause and apart else clause


def _said_of_the_place(clause: Clause) -> Clause | None:
    """What an employer does, told of the employer and not of the host: "you buy seed" -> "where you work, they buy seed"."""
    head, found, rest = clause.text.partition("you ")
    if not found or " you" in f" {rest}":
        return None
    return clause.model_copy(update={"text": f"where you work, {head}they {rest}", "lead": True, "gerund": ""})


__all__ = ["Cast", "Clause", "Tense", "find_clauses"]
