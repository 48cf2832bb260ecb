"""A small corpus for tests: two occupations in the format of `corpus/README.md`, made up for this purpose."""

from __future__ import annotations

from pathlib import Path

from coach.records import Topic

BEEKEEPER = {
    Topic.PATH: "Many beekeepers begin with one hive behind a shed and a neighbour who shows them how to hold a frame.",
    Topic.WORK: "Hives are opened every nine days in spring, and frames are lifted and read for eggs, food and disease.",
    Topic.SKILL: "A steady hand matters, and so does an ear for the pitch of a colony before it turns.",
    Topic.HARD: "Stings are the small part. Losing whole colonies to mites in a wet winter is what makes people stop.",
    Topic.JOY: "There is the first warm morning, when the whole yard flies at once and the air smells of willow.",
    Topic.ORG: "Most work alone or for a family firm that moves a few hundred hives between orchards.",
    Topic.FIELD: "Orchards pay more for pollination than shops pay for honey, and that share is growing.",
    Topic.ENTRY: "Every hive has to be registered, and a short course in bee diseases comes before the first season. [bee-register]",
    Topic.ADVICE: "Beginners are told to join a club and to stand beside somebody else's open hive for a summer.",
    Topic.LINKS: "Orchardists, mead makers and shepherds share the same gates and are good company.",
}

SURVEYOR = {
    Topic.PATH: "Surveyors often come from a love of maps, or from a holiday job carrying pegs for somebody else.",
    Topic.WORK: "A day in the field is spent finding old boundary marks and measuring between them.",
    Topic.SKILL: "Trigonometry is used daily, and so is the reading of old handwriting on title plans.",
    Topic.HARD: "Bad weather, steep country and neighbours who quarrel over a metre of fence are the common strains.",
    Topic.JOY: "It is a pleasure when a measurement made a century ago agrees with today's to the width of a thumb.",
    Topic.ORG: "Small firms do the boundaries, and larger ones the roads and towers.",
    Topic.FIELD: "Satellite receivers and drones have taken the chain and most of the walking away.",
    Topic.ENTRY: "A four-year degree and some supervised years come before the licence. [survey-board]",
    Topic.ADVICE: "Those who are tempted should try to find the pegs of their own section.",
    Topic.LINKS: "Planners, lawyers who deal in land and digger drivers each see one side of it.",
}


def make_file(*, title: str, code: str, alternate_titles: tuple[str, ...], source: str, texts: dict[Topic, str]) -> str:
    """One occupation file."""
    titles = "\n".join(f"  - {other}" for other in alternate_titles)
    path = """  - role: {role}
    employer_kind: a small firm
    team: four of us
    training: a short course
    years: 6
    before: two years in a shop
    steps:
      - two years as a helper
      - four years on my own
    works_with:
      - growers
      - drivers
    story: I began on a Saturday and stayed.
    turning_point: One spring it all made sense.
    doubt: I once lost a whole season by being careless.
    pride: A yard that I laid out is still in use.
"""
    paths = "".join(path.format(role=f"{title} {n}") for n in (1, 2, 3))
    sections = "\n\n".join(
        f"## {topic} About the {topic.lower()}\n\n{texts[topic]}\n\n### Private facts\n\n"
        f"- T0: The {topic.lower()} of a {title.lower()} is plain enough.\n- T1: I like the {topic.lower()} best in the morning.\n"
        f"- T2: Once the {topic.lower()} nearly made me leave."
        for topic in Topic
    )
    return f"""---
title: {title}
alternate_titles:
{titles}
codes:
  onet_soc: "{code}"
  anzsco: "121311"
  isco08: "6123"
major_group: "{code[:2]}"
summary: The work of a {title.lower()}, told in one sentence.
sources:
  - id: {source}
    title: The register
    publisher: A public body
    url: https://example.org/register
    year: 2024
    retrieved: 2026-11-23
    licence: CC BY 4.0
figures:
  - text: In New Zealand there were 900 people in the work of a {title.lower()} in 2024.
    topic: FIELD
    country: NZ
    year: 2024
    source: {source}
career_paths:
{paths}---

{sections}
"""


def write_corpus(folder: Path) -> Path:
    """A corpus folder with both occupations."""
    home = folder / "corpus" / "occupations"
    home.mkdir(parents=True)
    (home / "beekeeper.md").write_text(beekeeper_file(), encoding="utf-8")
    surveyor = make_file(
        title="Land surveyor",
        code="17-1022.00",
        alternate_titles=("Cadastral surveyor", "Boundary surveyor", "Licensed surveyor", "Site surveyor"),
        source="survey-board",
        texts=SURVEYOR,
    )
    (home / "land-surveyor.md").write_text(surveyor, encoding="utf-8")
    return folder / "corpus"


def beekeeper_file() -> str:
    """The beekeeper's file."""
    return make_file(
        title="Beekeeper",
        code="45-2093.00",
        alternate_titles=("Apiarist", "Commercial beekeeper", "Honey farmer", "Kaitiaki pī"),
        source="bee-register",
        texts=BEEKEEPER,
    )
