"""What the person to be met does and for whom: role, occupation, employer and place, each as it stands in the notes."""

from __future__ import annotations

from dataclasses import dataclass

from coach.engines.offline.dossier.choosing import Choice, choose, list_employers, list_roles
from coach.engines.offline.dossier.employers import find_employer, list_candidates
from coach.engines.offline.dossier.firms import read_signs
from coach.engines.offline.dossier.layout import Page
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.roles import find_lone_title, find_roles
from coach.engines.offline.dossier.someone import People
from coach.engines.offline.dossier.surroundings import read_setting
from coach.engines.offline.dossier.titles import split_title
from coach.engines.offline.dossier.whereabouts import find_place_of_organisation, find_place_of_person

FEW_WORDS = 40
"""Notes shorter than this hold too few candidates to weigh."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Role, employer and place as ranges of the page's flat text, None where the notes do not tell; `title` is the occupation within the role."""

    role: range | None = None
    employer: range | None = None
    place: range | None = None
    place_of_person: bool = False
    title: str = ""


def list_choices(page: Page, people: People, thread: Thread) -> dict[str, tuple[Choice, ...]]:
    """The candidates for "role" and "employer"; what the older rules would choose is among their signs."""
    roles = find_roles(page, people, thread)
    ruled = max(roles, key=lambda candidate: candidate.weight).place if roles else find_lone_title(page)
    setting = read_setting(page, people, read_signs(page, people, thread, ruled), ruled)
    employer = find_employer(page, people, thread, role=ruled, roles=roles)
    return {"role": list_roles(setting, roles, ruled), "employer": list_employers(setting, tuple(list_candidates(page, people, ruled, roles)), employer)}


def _rule(page: Page, people: People, thread: Thread) -> tuple[range | None, range | None]:
    """Role and employer as the older rules have them."""
    roles = find_roles(page, people, thread)
    role = max(roles, key=lambda candidate: candidate.weight).place if roles else find_lone_title(page)
    return role, find_employer(page, people, thread, role=role, roles=roles)


def find_identity(page: Page, people: People, thread: Thread) -> Identity:
    """Who the person is in the world of work; the likeliest reading of each part. In a few words there is nothing to weigh, the rules decide."""
    if len(page.flat.split()) < FEW_WORDS:
        role, employer = _rule(page, people, thread)
    else:
        choices = list_choices(page, people, thread)
        role, employer = choose("role", choices["role"]) or find_lone_title(page), choose("employer", choices["employer"])
    place = find_place_of_organisation(page, people, employer=employer, role=role)
    own = find_place_of_person(page, people) if place is None else None
    text = page.flat[role.start : role.stop] if role is not None else ""
    return Identity(role, employer, place or own, place_of_person=place is None and own is not None, title=split_title(text) if text else "")
