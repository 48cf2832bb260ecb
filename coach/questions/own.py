"""A question that the learner wrote: which tests it fails, a better wording that passes them, and what of the notes it takes up."""

from __future__ import annotations

import re

from coach.documents import clean_note
from coach.errors import InputRejected
from coach.manner.questions import faults_of_question, find_questions, find_topic, is_referral_ask
from coach.questions.candidates import find_stems, shares_content, tidy_text
from coach.questions.classics import find_answers, find_classic
from coach.questions.plan import PHASE_OF
from coach.questions.shield import Shield
from coach.records import Dossier, Question, QuestionCheck, QuestionSource, Topic

LONGEST_TEXT = 400
"""Characters of the longest question that is taken on a list: twice what can be said in one breath."""

OWN_WHY = "You want to know this."
"""The reason that stands beside a question of the learner's own."""

ALREADY_ANSWERED = "already_answered"
"""The id of the fault that the notes answer the question already."""

TOUCHES_PRIVATE = "touches_private_notes"
"""The id of the fault that the question takes up something about other people, or something sensitive, from the notes."""

FAULT_WORDS = {
    "not_a_question": "This does not ask anything yet.",
    "closed": "This can be answered with yes, no or one word.",
    "double_barrelled": "These are two questions at once; people answer one and forget the other.",
    "leading": "The question carries its answer already.",
    "answerable_by_search": "A minute of searching would tell you this.",
    "asks_for_job": "Asking for a job puts the other person on the spot.",
    "intrusive": "This is theirs to tell, not yours to ask.",
    "ungrounded": "This names something that does not stand in your notes; check that it is right.",
    "too_long": "This is long to keep in one's head; a shorter one is easier to answer.",
    "unprofessional_language": "These words can hurt or put people off.",
    ALREADY_ANSWERED: "Your notes answer this already; ask one step deeper.",
    TOUCHES_PRIVATE: "This takes up something private from your notes.",
}
"""Fault id -> what the test has against the question, in the learner's words."""

_MOST_SOURCES = 2
_SECOND = re.compile(
    r",? (?:and|or|also|plus) (?:also )?(?=(?:how|what|why|where|when|who|which|do|did|does|is|are|was|were|have|has|can|could|would)\b)", re.I
)
_TAG = re.compile(r",? (?:isn't it|aren't you|don't you(?: think)?|right|correct|eh|no|doesn't it|wasn't it|am i right)\s*\?*$", re.I)
_OPENED = (
    (re.compile(r"^(?:so |and )?(?:do|did) you (like|enjoy|love|miss|dislike|find hard) (.+?)\?*$", re.I), r"What do you \1 about \2?"),
    (re.compile(r"^(?:so |and )?(?:is|was) there (?:anything|something|any) (.+?)\?*$", re.I), r"What is there \1?"),
    (re.compile(r"^(?:so |and )?(?:do|did) you have (?:any|some) (.+?)\?*$", re.I), r"What \1 do you have?"),
    (
        re.compile(r"^(?:so |and )?(?:can|could|would|will) you (?:please )?(?:tell|explain|say) (?:me )?(?:if|whether) (.+?)\?*$", re.I),
        r"What can you tell me about whether \1?",
    ),
    (re.compile(r"^(?:so |and )?have you (?:ever )?(?:regretted|thought about) (.+?)\?*$", re.I), r"What have you thought about \1?"),
)
_DEEPER = {
    "path": "What part of your way into this work could easily have gone another way?",
    "study": "What did the work teach you that your training could not?",
    "before": "How do you draw on your earlier work in what you do now?",
    "tenure": "What has kept you in this work, and how has that changed?",
    "work": "What in your present work would surprise somebody who only knows it from outside?",
    "day": "What did yesterday look like, from the first thing to the last?",
    "hard": "What helps you on the days when the hard part gets too much?",
    "training": "What do you look for beyond the paper when somebody new starts?",
    "demand": "How do you notice in your own work that the need for it is changing?",
    "pay": "What would you want somebody to know about pay and conditions before they choose this work?",
    "hours": "How do the hours shape the rest of your week?",
    "purpose": "What does your own part in all that look like?",
    "size": "How does somebody new find out whom to ask where you work?",
}
_INSTEAD = {
    "asks_for_job": "How do people usually find their first job in this work?",
    "intrusive": "What would you want somebody to know about how this work fits with the rest of life?",
}
_BY_TOPIC = {
    Topic.PATH: "What turned out differently on your way into this work from what you had expected?",
    Topic.WORK: "What did yesterday look like, from the first thing to the last?",
    Topic.SKILL: "What did nobody teach you that you turned out to need every week?",
    Topic.HARD: "What part of the work stays hard, however long one does it?",
    Topic.JOY: "What still makes you glad to start the day?",
    Topic.ORG: "How are decisions made where you work when people see things differently?",
    Topic.FIELD: "What is changing in this work faster than people outside notice?",
    Topic.ENTRY: "How have the people who joined you lately come into this work?",
    Topic.ADVICE: "What would you try first in my place to find out whether this work suits me?",
    Topic.LINKS: "Who else would be good for me to talk to, perhaps somebody who sees it differently from you?",
}
_PAY = re.compile(r"\b(?:pay|paid|earn|earning|salary|wage|money)\b", re.I)


def check_question(text: str, dossier: Dossier, *, grounded_in: tuple[str, ...] = ()) -> QuestionCheck:
    """How the learner's own question stands: the ids of the tests it fails, and a wording that passes them all (empty for a good question).

    Ids are those of `faults_of_question`, and `already_answered` and `touches_private_notes`; `FAULT_WORDS` says them. Figures and names may stand in the notes
    or in `grounded_in`.
    """
    asked = tidy_text(text)
    faults = _find_faults(asked, dossier, grounded_in)
    return QuestionCheck(faults=faults, better=_find_better(asked, faults, dossier) if faults else "")


def read_own_text(text: str) -> str:
    """The learner's words on one line, cleaned as notes are, else untouched. Raises `InputRejected` where nothing is left, or far too much."""
    words = " ".join(clean_note(text, name="question").text.split())
    if not words:
        raise InputRejected("There is no question yet.", mend="Write what you would like to ask.")
    if len(words) > LONGEST_TEXT:
        raise InputRejected("This is too long to be asked in one go.", mend=f"Keep a question under {LONGEST_TEXT} characters.")
    return words


def write_own(words: str, dossier: Dossier, *, topic: Topic, id_: str, before: tuple[QuestionSource, ...] = ()) -> Question:
    """A question in the learner's words with what the tests have against it; its sources are those of `before` it still takes up, and facts of the notes."""
    sources = _find_sources(words, dossier, before)
    check = check_question(words, dossier, grounded_in=tuple(source.text for source in sources))
    return Question(
        id=id_,
        text=words,
        topic=topic,
        phase=PHASE_OF[topic],
        open=any(asked.open for asked in find_questions(words)) or is_referral_ask(words),
        minutes=1,
        why=OWN_WHY,
        sources=sources,
        own=True,
        check=check if check.faults else None,
    )


def _find_sources(words: str, dossier: Dossier, before: tuple[QuestionSource, ...]) -> tuple[QuestionSource, ...]:
    """What the words take up: of a fact two words of weight, for one alone may stand there by chance."""
    kept = tuple(source for source in before if shares_content(words, source.text))
    shield = Shield(dossier)
    stems = find_stems(words)
    near = [fact for fact in dossier.facts if len(stems & find_stems(fact.text)) > 1 and not shield.blocks_fact(fact)]
    near.sort(key=lambda fact: -len(stems & find_stems(fact.text)))
    known = {source.id for source in kept}
    found = (QuestionSource(kind="note", id=fact.id, text=fact.text) for fact in near if fact.id not in known)
    return (*kept, *found)[: max(_MOST_SOURCES, len(kept))]


def _find_faults(text: str, dossier: Dossier, grounded_in: tuple[str, ...] = ()) -> tuple[str, ...]:
    known = (
        *grounded_in,
        *(fact.text for fact in dossier.facts),
        dossier.meeting_purpose,
        dossier.meeting_time,
        dossier.person.name,
        dossier.person.role,
        dossier.person.employer,
        dossier.organisation.name,
        dossier.occupation.title,
    )
    faults = list(faults_of_question(text, grounded_in=known))
    if find_classic(text) in {answer.classic.id for answer in find_answers(dossier)} - {""}:
        faults.append(ALREADY_ANSWERED)
    if Shield(dossier).blocks(text):
        faults.append(TOUCHES_PRIVATE)
    return tuple(faults)


def _find_better(text: str, faults: tuple[str, ...], dossier: Dossier) -> str:
    """The first wording that passes: the learner's own, mended; then the same matter asked another way; then another question on the topic."""
    tries = [*_mend(text), *(_INSTEAD[fault] for fault in faults if fault in _INSTEAD)]
    if "intrusive" in faults and _PAY.search(text):
        tries.insert(0, _DEEPER["pay"])
    if ALREADY_ANSWERED in faults:
        tries.append(_DEEPER[find_classic(text)])
    tries.append(_BY_TOPIC[find_topic(text) or Topic.WORK])
    tries += _BY_TOPIC.values()
    return next((wording for wording in tries if wording != text and not _find_faults(wording, dossier)), "")


def _mend(text: str) -> list[str]:
    """The learner's own words with the fault taken out: one question of several, no tag, an open beginning."""
    first = text.split("?", maxsplit=1)[0].strip() + "?"
    last = text.rstrip("?").split("? ")[-1].strip() + "?"
    alone = text.rsplit(". ", maxsplit=1)[-1]
    found = [first, _SECOND.split(first.rstrip("?"))[0].strip() + "?", last, alone, _TAG.sub("?", text)]
    found += [pattern.sub(opened, candidate) for candidate in (first, _TAG.sub("", text)) for pattern, opened in _OPENED if pattern.match(candidate)]
    return [wording for wording in dict.fromkeys(found) if len(wording.split()) > 2 and wording != text]
