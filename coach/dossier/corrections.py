"""The learner's word over the reading: the occupation chosen, a name put right, a fact struck out."""

from __future__ import annotations

from collections.abc import Collection

from coach.dossier.gaps import find_gaps
from coach.records import Dossier, OccupationChoice, Organisation, Person


def with_occupation(dossier: Dossier, choice: OccupationChoice) -> Dossier:
    """The dossier with its occupation taken from the library or from the learner."""
    return dossier.model_copy(update={"occupation": choice})


def with_correction(
    dossier: Dossier,
    *,
    person: Person | None = None,
    organisation: Organisation | None = None,
    meeting_time: str | None = None,
    meeting_purpose: str | None = None,
    drop_facts: Collection[str] = (),
) -> Dossier:
    """The dossier as the learner put it right: what is given wins over what was read, facts with the ids in `drop_facts` are gone, gaps are found anew.

    A contradiction goes when a fact it rests on is struck out. None leaves a part as it is, an empty text clears it.
    """
    struck = {fact.source.start for fact in dossier.facts if fact.id in set(drop_facts)}
    facts = tuple(fact for fact in dossier.facts if fact.id not in set(drop_facts))
    contradictions = tuple(item for item in dossier.contradictions if not any(span.start in struck for span in item.spans))
    person = person or dossier.person
    if organisation is None:
        renamed = person.employer != dossier.person.employer
        organisation = Organisation(name=person.employer) if renamed and person.employer else dossier.organisation
    time = dossier.meeting_time if meeting_time is None else meeting_time.strip()
    purpose = dossier.meeting_purpose if meeting_purpose is None else meeting_purpose.strip()
    return dossier.model_copy(
        update={
            "person": person,
            "organisation": organisation,
            "meeting_time": time,
            "meeting_purpose": purpose,
            "facts": facts,
            "contradictions": contradictions,
            "gaps": find_gaps(facts, person=person, organisation=organisation, meeting_time=time, meeting_purpose=purpose),
        }
    )
