"""The offline rule for `dossier/read`: layout, names and everyday wordings read off the notes, no language model.

The parts, in the order in which they build on each other: `layout` (lines, headings, quoted mail), `mails` (who wrote what), `forms` (labels and their answers), `people` (who is to be met), `identity`
(role, employer, place), `subjects` (whom a clause speaks of), `facts` (clauses with their keys), `meeting` and `purpose`, `contradictions`.
"""

from __future__ import annotations

from coach.engines.offline.dossier.contradictions import find_contradictions
from coach.engines.offline.dossier.disagreeing import find_rivals
from coach.engines.offline.dossier.facts import find_facts
from coach.engines.offline.dossier.identity import FEW_WORDS, find_identity
from coach.engines.offline.dossier.layout import Page, open_page
from coach.engines.offline.dossier.lexicon import is_gibberish
from coach.engines.offline.dossier.mails import read_thread
from coach.engines.offline.dossier.meeting import find_meeting_time
from coach.engines.offline.dossier.people import find_people
from coach.engines.offline.dossier.purpose import find_meeting_purpose
from coach.engines.offline.dossier.someone import without_firm
from coach.engines.offline.dossier.subjects import Subjects
from coach.engines.offline.dossier.trimming import Finding
from coach.engines.offline.dossier.wishes import find_wishes
from coach.records import About, DossierDraft, DraftFact, Note, Person


def read_notes(*, note: Note) -> DossierDraft:
    """What the notes say of the person, the job and the place; every text is quoted from them."""
    if is_gibberish(note.text):
        return DossierDraft()
    page = open_page(note.text)
    thread = read_thread(page)
    people = find_people(page, thread)
    identity = find_identity(page, people, thread)
    time, purpose = find_meeting_time(page, people, thread), find_meeting_purpose(page, thread)
    people = without_firm(people, _words(page, identity.employer))
    taken = tuple(place for place in (time, purpose) if place is not None)
    wishes = find_wishes(page, thread, taken=taken)
    findings = find_facts(page, people, identity, thread, taken=(*taken, *wishes))
    employer = _words(page, identity.employer)
    ruled = find_contradictions(page, findings)
    rivals = find_rivals(page, Subjects(page, people, identity, thread), ruled) if len(page.flat.split()) >= FEW_WORDS else ()
    return DossierDraft(
        person=Person(name=people.target.name if people.target else "", role=_words(page, identity.role), employer=employer),
        job_title=identity.title,
        organisation=employer,
        meeting_time=_words(page, time),
        meeting_purpose=_words(page, purpose),
        facts=tuple(
            DraftFact(quote=page.text[finding.start : finding.end], line=page.line_at(finding.start).number, about=finding.about, key=finding.key)
            for finding in (*findings, *(Finding(wish.start, wish.stop, About.MEETING, "question") for wish in wishes))
        ),
        contradictions=(*ruled, *rivals),
        other_people=tuple(someone.name for someone in people.others),
    )


def _words(page: Page, place: range | None) -> str:
    """The words at a place, with line ends and quote marks of mail inside them as single spaces."""
    return " ".join(page.flat[place.start : place.stop].split()) if place is not None else ""


RULES = {"dossier/read": read_notes}
