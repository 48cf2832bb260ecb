"""The few things most worth asking the learner before the meeting, and their answers taken into the notes."""

from __future__ import annotations

from collections.abc import Mapping

from coach.documents.cleaning import EMPTY
from coach.dossier.added import add_line
from coach.dossier.corrections import clean_words
from coach.dossier.gaps import RULES, GapRule
from coach.errors import InputRejected
from coach.records import AddedFact, Ask, Corrections, Dossier, Note, Record


class AskRule(Record):
    """How one thing is asked: `question` and `why` may hold {who}, {place} and {work}; an empty `why` is that of the gap. `key` is that of the fact an answer becomes.

    `part` is the part of the dossier an answer goes to; then it is no fact.
    """

    id: str
    question: str
    example: str
    why: str = ""
    part: str = ""
    key: str = ""


RULES_OF_ASKING = (
    AskRule(id="person_role", part="role", question="What work does {who} do?", example="Primary school teacher"),
    AskRule(
        id="occupation",
        part="occupation",
        question="Which occupation comes nearest to the work of {who}, {work}?",
        why="The questions and the rehearsal draw on what is known about one occupation, and it is not clear yet which one this is.",
        example="Electrician",
    ),
    AskRule(
        id="meeting_purpose", part="meeting_purpose", question="What would you most like to find out?", example="Whether I would like working outside all year"
    ),
    AskRule(id="org_name", part="employer", question="Where does {who} work?", example="Kauri Street Clinic"),
    AskRule(
        id="person_name",
        part="name",
        question="What is the name of the person you will meet?",
        why="You greet them by name, and you say why it is this person you wanted to ask.",
        example="Ana Reid",
    ),
    AskRule(id="meeting_time", part="meeting_time", question="When do you meet?", example="Thursday 15 October, 4 pm"),
    AskRule(
        id="person_path",
        key="path",
        question="How did {who} come to this work, as far as you know?",
        example="Worked in a bakery first, then trained at the polytechnic",
    ),
    AskRule(
        id="person_work_focus",
        key="work_focus",
        question="What is {who} working on these days?",
        example="Looks after the booking system of two hospitals",
    ),
    AskRule(id="org_recent_news", key="news", question="Is anything new at {place}?", example="Opened a second workshop in March"),
    AskRule(id="person_education", key="education", question="What did {who} study or train for?", example="Did an apprenticeship, finished in 2015"),
    AskRule(id="org_purpose", key="purpose", question="What does {place} do, and for whom?", example="Repairs ferries for the islands"),
    AskRule(id="occ_tasks", key="tasks", question="What do people in this work do in a usual week?", example="Visit patients at home and plan their exercises"),
    AskRule(id="occ_entry_route", key="entry_route", question="How do people usually get into this work?", example="A three-year degree, then registration"),
    AskRule(
        id="occ_outlook", key="outlook", question="Is this work growing, shrinking or changing?", example="There is a shortage of them in the South Island"
    ),
    AskRule(id="org_size", key="size", question="How many people work at {place}?", example="About 40 people, half of them in the workshop"),
)
"""Everything that may be asked, what matters most first.

The order follows pedagogy 1.3 and 1.4. Without the work there is no material to draw on and nobody to rehearse with. Next comes what the first three turns must hold:
the purpose (D2), whom one speaks to and where (D1), the agreed time (phase 0). Then what two questions of one's own can be built on (D3), in the order of the phases:
their story, their work, the organisation; last what can be looked up by anybody.
"""

_GAPS: Mapping[str, GapRule] = {rule.id: rule for rule in RULES}


class Answered(Record):
    """What an answer comes to: the notes, with a line more where it became one, and what the learner said."""

    note: Note
    change: Corrections


def find_asks(dossier: Dossier, *, most: int = 3) -> tuple[Ask, ...]:
    """What matters most to ask the learner now, at most `most` things, each only where the dossier does not have it.

    The role is asked first where neither it nor the occupation is known; where the role is known and the library not sure, the occupation is.
    """
    missing = {gap.id for gap in dossier.gaps}
    if not dossier.person.name:
        missing.add("person_name")
    if dossier.occupation.sure:
        missing.discard("person_role")
    elif "person_role" not in missing:
        missing.add("occupation")
    return tuple(_ask(rule, dossier) for rule in RULES_OF_ASKING if rule.id in missing)[:most]


def as_correction(ask_id: str, answer: str, note: Note) -> Answered:
    """What the learner's answer to an ask says. Name, role, employer, time, purpose and occupation are parts; all else becomes a line of the notes and a fact that rests on it.

    The answer is cleaned as pasted notes are. Raises `InputRejected` for an empty or overlong answer, one that gives orders to a program, or an ask there is none of.
    """
    rule = next((rule for rule in RULES_OF_ASKING if rule.id == ask_id), None)
    if rule is None:
        raise InputRejected(f"Nothing is asked under the name {ask_id[:40]!r}.", mend=f"Answer one of these: {', '.join(rule.id for rule in RULES_OF_ASKING)}.")
    words = clean_words(answer).strip(" -*•")
    if not any(mark.isalnum() for mark in words):
        raise InputRejected("There is nothing in this answer.", mend="Write a few words, or leave it for later.")
    if rule.part:
        return Answered(note=note, change=Corrections.model_validate({rule.part: words}))
    about = _GAPS[rule.id].about
    told = AddedFact.model_validate({"text": words, "about": about, "key": rule.key})
    longer = add_line(note, words)
    return Answered(
        note=longer.model_copy(update={"warnings": tuple(warning for warning in note.warnings if warning != EMPTY)}), change=Corrections(added=(told,))
    )


def _ask(rule: AskRule, dossier: Dossier) -> Ask:
    person = dossier.person
    words = {
        "who": person.name or "the person you will meet",
        "place": person.employer or dossier.organisation.name or "the place where they work",
        "work": person.role or dossier.occupation.title,
    }
    nearest = dossier.occupation.candidates
    example = nearest[0].title if rule.part == "occupation" and nearest else rule.example
    why = rule.why or _GAPS[rule.id].why
    return Ask(id=rule.id, question=rule.question.format(**words), why=why, example=example)
