"""What O*NET's tables say of an occupation, in sentences of ours. Pure functions: rows in, texts out; an empty tuple where there is nothing to say.

What the columns mean: the O*NET data dictionary (https://www.onetcenter.org/dictionary/30.1/text/).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from coach.library.imports.wording import join_words, lower_first, pack
from coach.library.paragraphs import cut

LEAST_PERCENT = 5
"""Answers of fewer people than this, in percent, are not worth a learner's time."""

_WHO = {"incumbent": "people in the occupation", "occupational expert": "experts on the occupation"}
_DEGREES = {
    "less than a high school diploma": "less than a high school diploma",
    "high school diploma": "a high school diploma or the equivalent",
    "post-secondary certificate": "a certificate from a course after high school",
    "some college courses": "some college courses",
    "associate's degree": "an associate's degree or another two-year degree",
    "bachelor's degree": "a bachelor's degree",
    "post-baccalaureate certificate": "a certificate after a bachelor's degree",
    "master's degree": "a master's degree",
    "post-master's certificate": "a certificate after a master's degree",
    "first professional degree": "a first professional degree",
    "doctoral degree": "a doctoral degree",
    "post-doctoral training": "training after a doctorate",
}
_QUESTIONS = {
    "RW": "how much related work experience the occupation takes",
    "PT": "how much organised training at the employer it takes",
    "OJ": "how much on-the-job training it takes",
}
_ZONES = {
    1: "little or no preparation: often school alone, and a few days to a few months of being shown how",
    2: "some preparation: usually a high school diploma, and a few months to a year beside experienced people",
    3: "medium preparation: usually a vocational course, an associate's degree or an apprenticeship, and a year or two of training at work",
    4: "considerable preparation: mostly a four-year bachelor's degree, and several years of experience or training",
    5: "extensive preparation: mostly graduate school, and often more than five years of experience",
}


class Answer(NamedTuple):
    """One answer of O*NET's survey: its category from 1, the percent who gave it, whether O*NET advises against using it, and who was asked."""

    category: int
    percent: float
    doubtful: bool
    asked: str


class Product(NamedTuple):
    """A piece of software or a tool with the group it belongs to; `weight` is higher where employers ask for it."""

    name: str
    group: str
    weight: int


def say_task_group(titles: Iterable[str]) -> tuple[str, ...]:
    """The detailed work activities that most tasks belong to, most frequent first, at most eight."""
    counts: dict[str, int] = {}
    for title in titles:
        counts[title] = counts.get(title, 0) + 1
    first = sorted(counts, key=lambda title: -counts[title])[:8]
    return pack("Put more generally, the tasks of the occupation in O*NET are these:", [lower_first(title.rstrip(".")) for title in first], most=1)


def say_newly_reported(task: str, *, category: str) -> tuple[str, ...]:
    """A task that people in the occupation have named of late, or that was worded anew."""
    revised = category.casefold() == "revision"
    lead = "O*NET has worded a task of this occupation anew" if revised else "Newly reported task of this occupation in O*NET"
    return cut(f"{lead}: {lower_first(task)}")


def say_technology(products: Iterable[Product]) -> tuple[str, ...]:
    """Software by group, those in demand first, at most two passages with up to three names a group."""
    groups: dict[str, list[Product]] = {}
    for product in products:
        groups.setdefault(product.group, []).append(product)
    order = sorted(groups.values(), key=lambda found: (-max(product.weight for product in found), -len(found), found[0].group))
    items = [f"{lower_first(found[0].group)} ({join_words(_best(found))})" for found in order]
    return pack("Software and technology used in the occupation, according to O*NET:", items, most=2)


def _best(products: list[Product]) -> list[str]:
    return [product.name for product in sorted(products, key=lambda product: -product.weight)[:3]]


def say_tools(products: Iterable[Product]) -> tuple[str, ...]:
    """Tools and equipment, one of each group, in one passage."""
    groups: dict[str, str] = {}
    for product in products:
        groups.setdefault(product.group, product.name)
    return pack("Tools and equipment used in the occupation, according to O*NET:", [lower_first(name) for name in groups.values()], most=1)


def name_degree(description: str) -> str:
    """A level of education of O*NET's survey in a few words of ours; one we do not know in its own first words."""
    head = re.split(r" - | \(|\.", description.strip(), maxsplit=1)[0].lower()
    return _DEGREES.get(head, head)


def name_duration(description: str) -> str:
    """A length of experience or training of O*NET's survey in plainer words."""
    text = lower_first(description.strip())
    text = re.sub(r"^over (\d+) (\w+?)s?, up to and including (\d+) (\2s?)$", r"over \1 and up to \3 \4", text)
    text = text.replace(", up to and including", " and up to").replace("up to and including", "up to")
    return text.replace("anything beyond short", "more than a short").replace("none or short", "none or a short")


def list_degrees() -> dict[int, str]:
    """The levels of education by number, for releases without the table that names them; the numbers are the same since O*NET 5."""
    return dict(enumerate(_DEGREES.values(), start=1))


def say_answers(scale: str, answers: Sequence[Answer], *, names: Mapping[int, str]) -> tuple[str, ...]:
    """How the answers to one question were spread: the three most frequent in whole percents.

    Nothing where O*NET advises against using the most frequent one, since the rest would mislead.
    """
    most = sorted((answer for answer in answers if answer.category in names), key=lambda answer: (-answer.percent, answer.category))
    if not most or most[0].doubtful:
        return ()
    said = [answer for answer in most if answer.percent >= LEAST_PERCENT and not answer.doubtful][:3]
    if not said:
        return ()
    who = _WHO.get(said[0].asked.casefold(), "those who were asked")
    parts = [f"{answer.percent:.0f} percent {names[answer.category]}" for answer in said]
    head, _, rest = parts[0].partition(" percent ")
    if scale == "RL":
        parts[0] = f"In O*NET's survey {head} percent of {who} said that the education needed is {rest}"
    else:
        parts[0] = f"Asked in O*NET's survey {_QUESTIONS[scale]}, {head} percent of {who} said {rest}"
    return cut(f"{', '.join(parts[:-1])}, and {parts[-1]}." if parts[1:] else f"{parts[0]}.")


def say_zone(zone: int, *, name: str) -> tuple[str, ...]:
    """How much preparation the occupation takes, by O*NET's five job zones; `name` is the zone's own name, for one that we do not know."""
    what = _ZONES.get(zone, lower_first(name.rpartition(": ")[2]))
    return cut(f"O*NET puts the occupation in job zone {zone} of 5, which stands for {what}.") if what else ()


def say_neighbours(titles: Sequence[str]) -> tuple[str, ...]:
    """The occupations that O*NET finds most alike, nearest first, at most ten."""
    apart = "; " if any("," in title for title in titles[:10]) else ", "
    return cut(f"Neighbouring occupations in O*NET: {apart.join(titles[:10])}.") if titles else ()


def say_ratings(what: str, ratings: Iterable[tuple[str, float]]) -> tuple[str, ...]:
    """The six skills or fields of knowledge that are rated most important, with the rating."""
    most = sorted(ratings, key=lambda rating: (-rating[1], rating[0]))[:6]
    items = [f"{name.lower().replace('english', 'English')} ({value:.1f})" for name, value in most]
    return cut(f"{what} that matter most in the occupation, with O*NET's rating of importance from 1 to 5: {join_words(items)}.") if items else ()
