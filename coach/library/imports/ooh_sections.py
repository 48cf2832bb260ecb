"""The sections of an Occupational Outlook Handbook profile, line by line, as texts with their topic.

A section comes as lines: "## " begins a heading, "- " a list item, " | " parts the cells of a table; every other line is a paragraph, or the caption of a chart,
which is left out. Lists and tables are put into a sentence behind the line that leads to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from coach.library.imports.wording import lower_first, pack, tidy
from coach.library.paragraphs import cut
from coach.records import Topic

TOPICS = {
    "what_they_do": Topic.WORK,
    "work_environment": Topic.ORG,
    "how_to_become": Topic.ENTRY,
    "pay": Topic.FIELD,
    "job_outlook": Topic.FIELD,
    "similar_occupations": Topic.LINKS,
    "more_information": Topic.LINKS,
}
"""The sections that are read, in the handbook's order, with the topic of what has no heading of its own."""

_STRAIN = re.compile(r"injur|illness|hazard|schedule|hours", re.IGNORECASE)
_QUALITIES = re.compile(r"important qualities", re.IGNORECASE)
_LEFT_OUT = re.compile(r"^(O\*NET|Occupational Requirements Survey|CareerOneStop|Related BLS articles)$", re.IGNORECASE)
_BESIDE = re.compile(r"^((note|source):?\s|the following are examples of )", re.IGNORECASE)
_ENDS = re.compile(r"[.?!][\"”’')\]]*$")
_LEADS = re.compile(r"(:|\b(visit|see|contact))$", re.IGNORECASE)
_LONGEST_ITEM = 400
_NUMBER = re.compile(r"^\d[\d,.]*$")


class Piece(NamedTuple):
    """A text of at most a passage's length, with its topic."""

    text: str
    topic: Topic


def read_section(name: str, text: str) -> Iterator[Piece]:
    """The pieces of one section, in order."""
    if name == "similar_occupations":
        titles = [title for line in text.splitlines() if "|" in line and (title := _first_cell(line)) and title.casefold() != "occupation"]
        for sentence in pack("Similar occupations in the handbook:", titles):
            yield Piece(sentence, TOPICS[name])
        return
    heading = ""
    lines: list[str] = []
    for line in [*text.splitlines(), "## "]:
        if line.startswith("##"):
            topic = _find_topic(name, heading)
            for sentence in [] if _LEFT_OUT.match(heading) else _say(lines):
                yield Piece(sentence, topic)
            heading, lines = line.lstrip("# ").strip(), []
        elif tidy(line):
            lines.append(tidy(line))


def _find_topic(name: str, heading: str) -> Topic:
    if name == "work_environment" and _STRAIN.search(heading):
        return Topic.HARD
    if name == "how_to_become" and _QUALITIES.search(heading):
        return Topic.SKILL
    return TOPICS[name]


def _first_cell(line: str) -> str:
    return next((cell for cell in map(tidy, line.split("|")) if cell), "")


def _say(lines: list[str]) -> Iterator[str]:
    """The lines below one heading as sentences: a lead with what is listed below it, or a paragraph; a lead without a list and a list without a lead fall away."""
    lead = ""
    listed: list[str] = []
    for line in [*lines, ""]:
        if lead and _is_listed(line):
            listed.append(line)
            continue
        if lead and listed:
            yield from pack(lead, _list_items(listed))
        lead, listed = "", []
        if _LEADS.search(line):
            lead = line
        elif _ENDS.search(line) and not _is_listed(line) and not _BESIDE.match(line):
            yield from cut(line)


def _is_listed(line: str) -> bool:
    return bool(line) and (line.startswith("- ") or " | " in line or not (_ENDS.search(line) or _LEADS.search(line)))


def _list_items(lines: list[str]) -> Iterator[str]:
    """List items as they are; rows of a table as "name (figure)", in the unit that only the first row shows."""
    unit = ""
    for line in lines:
        if line.startswith("- "):
            yield lower_first(line[2:].strip().rstrip(".;"))[:_LONGEST_ITEM]
        elif "|" in line:
            first, *rest = [cell for cell in map(tidy, line.split("|")) if cell] or [""]
            figure = rest[0] if rest else ""
            unit = unit or ("$" if figure.startswith("$") else "%" if figure.endswith("%") else "")
            if figure:
                yield f"{first} ({_with_unit(figure, unit)})"
        else:
            yield line[:_LONGEST_ITEM]


def _with_unit(figure: str, unit: str) -> str:
    plain = figure.strip("$% ")
    if not unit or not _NUMBER.match(plain):
        return figure
    return f"${plain}" if unit == "$" else f"{plain} percent"


def say_quick_facts(facts: dict[str, str]) -> tuple[str, ...]:
    """The box of quick facts in one sentence: label and value; a value that only points to another page is left out."""
    items = [f"{label.lower()}: {lower_first(value.replace('per year $', 'per year, $'))}" for label, value in facts.items() if not value.startswith("See ")]
    return pack("In short, by the handbook's quick facts:", items)


def read_html(html: str) -> str:
    """The text of a section's HTML, in the lines that `read_section` takes."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(html, "lxml")
    for element in soup.find_all(["script", "style", "caption"]):
        element.decompose()
    for element in soup.find_all("br"):
        element.replace_with(" ")
    lines: list[str] = []
    for element in soup.find_all(["h1", "h2", "h3", "h4", "h5", "p", "li", "tr"]):
        if element.find_parent(["p", "li", "tr"]):
            continue
        if element.name == "tr":
            for name in element.find_all(["h3", "h4", "h5"]):
                name.append(" | ")  # a name above its description is a cell of its own
            lines.append(" | ".join(tidy(cell.get_text(" ")) for cell in element.find_all(["td", "th"])))
            continue
        mark = {"li": "- ", "p": ""}.get(element.name, "## ")
        lines.append(mark + tidy(element.get_text()))
    return "\n".join(line for line in lines or [tidy(soup.get_text(" "))] if line.strip(" |-#"))
