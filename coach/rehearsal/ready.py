"""What a person has ready to say: a detail of something told when a question takes that up, a short answer to a usual question, an everyday fact where little else is left."""

from __future__ import annotations

from collections.abc import Iterator

from coach.manner.wording import COMMON_STEMS, any_of, plain, split_sentences
from coach.records import Move, Occupation, PrivateFact, Rehearsal, Speaker, Tier, Topic
from coach.rehearsal.checks import normal
from coach.rehearsal.cues import ANSWERS, Moment
from coach.rehearsal.details import find_detail
from coach.rehearsal.hearing import LOW_PATIENCE
from coach.rehearsal.matching import find_keywords, rank
from coach.rehearsal.people import get_people
from coach.rehearsal.topics import find_question_topic
from coach.rehearsal.usual import USUAL, find_usual

DETAIL, ANSWER = "ready/detail", "ready/answer"
"""Ids of what is ready: of a detail of something told, of a short answer to a usual question."""
_BACK = 4
"""So many replies back a story can still be asked about."""
_SPARE, _STILL_HEARD = 2, 3
_VERY_SHORT, _NOT_MUCH = 4, 40
_FEW_WORDS = 6
_POINTS_BACK = any_of(
    r"\b(?:is|was|would|will|could|might|does|do) (?:that|this|it|they)\b[^?]{0,12}\b(?:problem|matter|okay|ok|allowed|enough|count|bad|issue|hold|rule|hurt|put|bother|worry|stop|get in)\b"
)
_INSTRUCTION = " The first of your facts answers it: say that."


def add_ready(rehearsal: Rehearsal, occupation: Occupation, *, moment: Moment) -> Moment:
    """The moment with a detail or a short answer before its other facts where one fits the question, else with everyday facts where few are left.

    What is ready stands first among the facts, and the cue then wants "ready", with a detail "detail" too.
    """
    cue = moment.cue
    if cue.move not in ANSWERS or cue.close:
        return moment
    found = _find_ready(rehearsal, occupation, moment)
    if found is None:
        return _add_spare(rehearsal, occupation, moment=moment)
    spared = _add_spare(rehearsal, occupation, moment=moment) if cue.open else moment
    return spared.model_copy(
        update={
            "facts": (found, *spared.facts),
            "cue": cue.model_copy(
                update={
                    "topic": found.topic,
                    "wants": (*cue.wants, "ready", *(("detail",) if found.id == DETAIL else ())),
                    "instruction": cue.instruction + _INSTRUCTION,
                }
            ),
            "bearing": moment.bearing.model_copy(update={"min_words": min(moment.bearing.min_words, _FEW_WORDS)}),
        }
    )


def find_answers(occupation: Occupation) -> dict[str, str]:
    """The answers to the usual questions by their names: the occupation's own, else those that fit any work."""
    return occupation.answers or get_people().general.answers


def _find_ready(rehearsal: Rehearsal, occupation: Occupation, moment: Moment) -> PrivateFact | None:
    said = " ".join(normal(turn.text) for turn in rehearsal.turns if turn.speaker is Speaker.CAREER_MODEL)
    topic = moment.cue.topic or Topic.WORK
    if moment.cue.move is Move.QUESTION and moment.bearing.patience >= LOW_PATIENCE:
        told = tuple(_list_told(rehearsal, occupation))
        unsaid = (detail.text for _, fact in told for detail in fact.details if not _is_said(detail.text, said))
        detail = find_detail(moment.question, told, unsaid=unsaid, going_on=moment.cue.follow_up or _takes_up(rehearsal), around=_clip(rehearsal))
        if detail is not None:
            return PrivateFact(id=DETAIL, tier=Tier.T0, topic=detail[0].topic, text=detail[1].text)
    name = {Move.PAY: "money", Move.PEOPLE: "whom_next"}.get(moment.cue.move) or _find_usual(rehearsal, moment)
    answers = find_answers(occupation)
    if name not in answers or _is_said(answers[name], said):
        return None
    return PrivateFact(id=ANSWER, tier=Tier.T0, topic=USUAL.get(name, topic), text=answers[name])


def _takes_up(rehearsal: Rehearsal) -> bool:
    """Whether what the learner said last shares a word of weight with one of the last replies."""
    replies = [turn.text for turn in reversed(rehearsal.turns) if turn.speaker is Speaker.CAREER_MODEL][:_STILL_HEARD]
    return bool((set(find_keywords(_clip(rehearsal))) & set(find_keywords(" ".join(replies)))) - COMMON_STEMS)


def _clip(rehearsal: Rehearsal) -> str:
    """What the learner said last, where it is short enough to be about one thing."""
    said = rehearsal.turns[-1].text
    return said if len(said.split()) <= _NOT_MUCH else ""


def _find_usual(rehearsal: Rehearsal, moment: Moment) -> str:
    """Which usual question this is; one that is very short or points back is read with what was said around it ("Does it hurt? My back isn't great.")."""
    said = rehearsal.turns[-1].text
    points_back = len(moment.question.split()) <= _VERY_SHORT or _POINTS_BACK.search(plain(moment.question)) is not None
    asked = said if points_back and len(said.split()) <= _NOT_MUCH else moment.question
    return find_usual(asked, find_question_topic(asked))


def _list_told(rehearsal: Rehearsal, occupation: Occupation) -> Iterator[tuple[int, PrivateFact]]:
    """The facts of which the last replies spoke, latest first, each with how many replies ago that was: told there, or gone into.

    Everyday facts of the occupation that are not on the sheet are known by their first sentence.
    """
    replies = [turn for turn in reversed(rehearsal.turns) if turn.speaker is Speaker.CAREER_MODEL][:_BACK]
    told = rehearsal.fact_sheet.only(rehearsal.state.told)
    own = {fact.text for fact in told}
    everyday = [fact for fact in occupation.private_facts if fact.tier is Tier.T0 and fact.details and fact.text not in own]
    seen: set[str] = set()
    for ago, turn in enumerate(replies):
        text = normal(turn.text)
        for fact in (*told, *everyday):
            here = fact.id in turn.disclosed or _is_said(fact.text, text) or any(_is_said(detail.text, text) for detail in fact.details)
            if here and fact.id not in seen:
                seen.add(fact.id)
                yield ago, fact


def _is_said(text: str, said: str) -> bool:
    return normal(split_sentences(text)[0].text) in said


def _add_spare(rehearsal: Rehearsal, occupation: Occupation, *, moment: Moment) -> Moment:
    """The moment with everyday facts (T0) of the occupation that are not on the sheet, where the sheet has little left for this reply: anybody in the work could tell them."""
    cue = moment.cue
    if cue.topic is None or cue.move is Move.PAY or len(moment.facts) > 1:
        return moment
    own = {fact.text for fact in rehearsal.fact_sheet.facts}
    spare = [fact for fact in occupation.private_facts if fact.tier is Tier.T0 and fact.topic is cue.topic and fact.text not in own]
    return moment.model_copy(update={"facts": (*moment.facts, *rank(spare, moment.keywords)[:_SPARE])})
