"""The classic plain questions, how to recognise one, and what in the notes or the material answers it already."""

from __future__ import annotations

import re

from coach.records import About, Dossier, LookUpFirst, Passage, QuestionSource, Record, Topic


class Classic(Record):
    """A plain question that everybody asks: `asked` recognises it in any wording, `keys` and `about` the facts that answer it."""

    id: str
    text: str
    topic: Topic
    asked: str
    about: tuple[About, ...]
    keys: str
    says: str = ""


class Answer(Record):
    """A classic question with what answers it."""

    classic: Classic
    source: QuestionSource


_PERSON, _ORGANISATION, _OCCUPATION = About.PERSON, About.ORGANISATION, About.OCCUPATION

CLASSICS = (
    Classic(
        id="path",
        text="How did you get into this work?",
        topic=Topic.PATH,
        asked=(
            r"^(?:so |and )?(?:how|why) did you (?:first )?(?:get (?:in|into|started|here|to be)|come (?:to|into) (?:this|it|the (?:work|job|field|trade)|be|do this|your)|find your way|start (?:out|in)|end up|become|"
            r"choose (?:this|your|to)|go into|break into|fall into|decide to become)\b.{0,90}\??$|"
            r"what (?:led|brought|drew|got|attracted) you (?:to|into)\b.{0,40}$"
        ),
        about=(_PERSON,),
        keys=r"path|career_path|background|how_they|previous_role|previous_job|earlier_role",
        says=(
            r"\b(?:started|began|joined)\b.*\bas an? |\bcame (?:in)?to (?:it|the work|this)\b|\btalked (?:her|him|them) into\b|\bbefore doing\b|"
            r"\bfell into\b|\bretrained\b|\bleft school\b.*\bapprentice"
        ),
    ),
    Classic(
        id="study",
        text="Where did you study, and what?",
        topic=Topic.PATH,
        asked=(
            r"\b(?:where|what) did you (?:study|train|graduate|go to (?:university|uni|college|school))|\bwhat (?:is|was) your (?:degree|"
            r"qualification|education)|\bwhat qualifications do you have|^what did you do at uni"
        ),
        about=(_PERSON,),
        keys=r"education|study|degree|qualification|training",
    ),
    Classic(
        id="before",
        text="What did you do before this job?",
        topic=Topic.PATH,
        asked=(
            r"\bwhat (?:did you do|were you doing|was your (?:last|previous|earlier) (?:job|role)) ?(?:before|earlier|previously|$|\?)|"
            r"\bwhere did you work before|\bwhat jobs? (?:did|have) you (?:have|had|done) before"
        ),
        about=(_PERSON,),
        keys=r"previous_role|previous_job|earlier_role|previous_employer|past_role|career",
    ),
    Classic(
        id="tenure",
        text="How long have you been in this job?",
        topic=Topic.PATH,
        asked=r"\bhow long have you (?:been|worked|had)\b|\bwhen did you (?:start|join|begin)\b|\bhow many years\b.*\b(?:you|worked|been)\b",
        about=(_PERSON,),
        keys=r"start_year|tenure|since|years",
    ),
    Classic(
        id="work",
        text="What do you work on at the moment?",
        topic=Topic.WORK,
        asked=(
            r"\bwhat (?:do you work on|are you working on)\b(?:(?! (?:that|which|with)).){0,25}$|\bwhat do you do(?: (?:now|at work|all day|"
            r"in your job|at the moment|currently))?\??$|\bwhat is your (?:role|job|position|current (?:work|project))\b"
        ),
        about=(_PERSON,),
        keys=r"work_focus|current_work|focus|current_project",
    ),
    Classic(
        id="day",
        text="What does a typical day or week look like?",
        topic=Topic.WORK,
        asked=(
            r"\b(?:typical|normal|average|ordinary|usual) (?:working )?(?:day|week)\b.{0,40}\blook|\bwhat (?:is|does) (?:a|your|an) (?:typical |"
            r"normal |average |ordinary |usual )?(?:day|week)\b.{0,25}$|\bwhat do (?:people in this job|\w+s) do all day"
        ),
        about=(_OCCUPATION,),
        keys=r"tasks|day|routine|duties",
    ),
    Classic(
        id="hard",
        text="What is the hardest part of the job?",
        topic=Topic.HARD,
        asked=(
            r"\bwhat(?:'s| is| are) (?:the )?(?:hardest|toughest|most difficult|most challenging|worst) (?:part|thing|bit|aspect)s?(?: (?:of|"
            r"about|in) (?:the|your|this) (?:job|work|role))?\??$"
        ),
        about=(_PERSON, _OCCUPATION),
        keys=r"hard|hardest|challenge|difficulty|downside",
        says=r"\bhardest (?:bit|part|thing)\b|\bmost difficult\b|\btoughest\b",
    ),
    Classic(
        id="training",
        text="What training or qualification does someone need?",
        topic=Topic.ENTRY,
        asked=(
            r"\bwhat (?:training|qualifications?|degree|study|education|courses?|licen[cs]e)\b.{0,40}\b(?:need|require|necessary|have to|must|"
            r"take)|\b(?:do|does|would) (?:you|i|one|people|someone) need a (?:degree|diploma|licence|qualification)|\bwhat do (?:you|i|"
            r"people) need to (?:become|be|get in)"
        ),
        about=(_OCCUPATION,),
        keys=r"entry|entry_route|qualification|requirement|training",
    ),
    Classic(
        id="demand",
        text="How is demand for this work changing?",
        topic=Topic.FIELD,
        asked=(
            r"\b(?:how is|is|what is|what's) (?:the |there )?(?:demand|outlook|job market|future|a shortage)\b.{0,60}$|\bare there (?:many|"
            r"enough|lots of) jobs\b"
        ),
        about=(_OCCUPATION,),
        keys=r"outlook|demand|shortage|growth",
    ),
    Classic(
        id="pay",
        text="What does the job pay?",
        topic=Topic.FIELD,
        asked=r"\bwhat (?:does|do|is) .{0,40}\b(?:pay|earn|salary|salaries|wage)|\bhow much (?:does|do|can|would) .{0,40}\b(?:pay|earn|make)\b",
        about=(_OCCUPATION,),
        keys=r"pay|salary|wage|earnings",
    ),
    Classic(
        id="hours",
        text="What hours do you work?",
        topic=Topic.WORK,
        asked=r"\bwhat (?:hours|shifts)\b.{0,25}$|\bhow many hours\b|\bdo you work (?:weekends|nights|shifts)\b",
        about=(_PERSON, _OCCUPATION),
        keys=r"hours|shifts|roster|schedule|arrangement",
        says=r"\broster\b|\bshifts?\b|\bon-call\b|\bdays in\b",
    ),
    Classic(
        id="purpose",
        text="What does your organisation do?",
        topic=Topic.ORG,
        asked=(
            r"\bwhat (?:does|do) (?:your|the) (?:organisation|organization|company|firm|employer|team|business|office) (?:do|make|sell|"
            r"specialise in)\b.{0,15}$"
        ),
        about=(_ORGANISATION,),
        keys=r"purpose|mission|services|business|products",
    ),
    Classic(
        id="size",
        text="How big is your team or organisation?",
        topic=Topic.ORG,
        asked=r"\bhow (?:big|large) is\b|\bhow many (?:people|staff|employees|colleagues)\b",
        about=(_ORGANISATION, _PERSON),
        keys=r"size|team|staff|headcount",
    ),
)
"""Worded as careers services print them; a learner who reads the notes need not spend a stranger's minutes on them (pedagogy 6, items 6 and 7)."""

_ASKED = {classic.id: re.compile(classic.asked, re.I) for classic in CLASSICS}
_KEYS = {classic.id: re.compile(rf"(?:^|_)(?:{classic.keys})(?:_|$)", re.I) for classic in CLASSICS}
_SAYS = {classic.id: re.compile(classic.says, re.I) for classic in CLASSICS if classic.says}
_LAST = re.compile(r"[^.!?]*\?[\"']?\s*$")


def find_classic(text: str) -> str:
    """The id of the classic question that `text` asks plainly, empty where it is none or builds on something said before it."""
    match = _LAST.search(text.strip())
    asked = match.group().strip() if match else text.strip()
    if len(asked) < len(text.strip()) - 3:
        return ""
    return next((classic.id for classic in CLASSICS if _ASKED[classic.id].search(asked)), "")


def find_answers(dossier: Dossier, passages: tuple[Passage, ...] = ()) -> tuple[Answer, ...]:
    """The classic questions that are answered already, by a fact of the notes that nothing there contradicts, else by a passage of the library that states it."""
    found = []
    for classic in CLASSICS:
        source = _in_notes(classic, dossier) or _in_passages(classic, passages)
        if source is not None:
            found.append(Answer(classic=classic, source=source))
    return tuple(found)


def _in_notes(classic: Classic, dossier: Dossier) -> QuestionSource | None:
    disputed = [span for item in dossier.contradictions for span in item.spans]
    facts = [
        fact
        for fact in dossier.facts
        if fact.about in classic.about and not any(fact.source.start < span.end and span.start < fact.source.end for span in disputed)
    ]
    by_key = next((fact for fact in facts if _KEYS[classic.id].search(fact.key)), None)
    by_words = next((fact for fact in facts if classic.id in _SAYS and _SAYS[classic.id].search(fact.text)), None)
    fact = by_key or by_words
    return QuestionSource(kind="note", id=fact.id, text=fact.text) if fact else None


_FACTUAL = {
    "training": re.compile(r"\b(?:degree|diploma|licen[cs]e|certificat\w+|apprenticeship|registration|qualification)\b", re.I),
    "day": re.compile(r"\b(?:tasks?|week|day|duties)\b", re.I),
    "demand": re.compile(r"\b(?:percent|per cent|growth|demand|shortage|projected|forecast\w*)\b", re.I),
}


def _in_passages(classic: Classic, passages: tuple[Passage, ...]) -> QuestionSource | None:
    if classic.id not in _FACTUAL:
        return None
    passage = next((p for p in passages if p.topic is classic.topic and _FACTUAL[classic.id].search(p.text)), None)
    return QuestionSource(kind="passage", id=passage.id, text=passage.text, title=passage.source.title, licence=passage.source.licence) if passage else None


def as_look_ups(answers: tuple[Answer, ...], *, topics: frozenset[Topic], source_ids: frozenset[str]) -> tuple[LookUpFirst, ...]:
    """Those to show beside a list: each has a deeper question there, on the same source or the same topic; the nearest first."""
    near = [answer for answer in answers if answer.source.id in source_ids]
    rest = [answer for answer in answers if answer.source.id not in source_ids and answer.classic.topic in topics]
    return tuple(LookUpFirst(text=answer.classic.text, source=answer.source) for answer in [*near, *rest])
