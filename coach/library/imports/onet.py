"""The text release of the O*NET database, read into one occupation for each O*NET-SOC code.

Only the table "Occupation Data" is indispensable. Each other table adds what it has; a release without it, or with other columns in it, is read all the same, and
a notice says what is missing. Layout of the tables: https://www.onetcenter.org/dictionary/30.1/text/. The tasks stand in their own words; everything else is put
into sentences by `coach.library.imports.onet_wording`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from coach.errors import LibraryError
from coach.library.imports import onet_wording as wording
from coach.library.imports.material import Material, Progress, be_silent
from coach.library.imports.onet_wording import Answer, Product
from coach.library.imports.safely import Archive, Row, decode, hash_files, open_archive, read_rows
from coach.library.imports.wording import keep_once
from coach.library.paragraphs import cut
from coach.records import Occupation, Passage, Source, Topic

_CODE = re.compile(r"^\d{2}-\d{4}\.\d{2}$")
_RELEASE = re.compile(r"O\*NET (\d+\.\d+) Database")
_RELEASE_NAME = re.compile(r"db_(\d+)_(\d+)")
_YEAR = re.compile(r"\b(20\d\d) Release")
_TAIL = re.compile(r"^(?P<head>\S.*\S|\S) \((?P<tail>[^()]+)\)$")
_SOC = "O*NET-SOC Code"
_TIERS = ("primary-short", "primary-long", "supplemental")

_TELLS = {
    "Alternate Titles": "most other titles of the occupations are missing",
    "Sample of Reported Titles": "the titles that people gave themselves are missing",
    "Task Statements": "there are no tasks",
    "Emerging Tasks": "there are no newly reported tasks",
    "Tasks to DWAs": "tasks are not summed up",
    "DWA Reference": "tasks are not summed up",
    "Technology Skills": "software is not named",
    "Tools Used": "tools are not named",
    "Education, Training, and Experience": "there is nothing on the education and training that people needed",
    "Education, Training, and Experience Categories": "there is nothing on how long training and experience take",
    "Job Zones": "there is nothing on how much preparation an occupation takes",
    "Job Zone Reference": "job zones are described in our own words alone",
    "Related Occupations": "neighbouring occupations are not named",
    "Skills": "skills are not rated",
    "Knowledge": "fields of knowledge are not rated",
}
"""What a learner goes without where a table is missing or cannot be used."""

_ATTRIBUTION = (
    "This product includes information from the O*NET{release} Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). "
    "Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. This project has modified all or some of this information. "
    "USDOL/ETA has not approved, endorsed, or tested these modifications."
)


class _Release(NamedTuple):
    """`version` is "" where the release nowhere says its number."""

    version: str
    year: int | None


def read_onet(path: Path, *, progress: Progress | None = None) -> Material:
    """All occupations of an O*NET text release (the zip file as published).

    Passage ids are onet/<code>/<kind>/<number>. Raises `LibraryError` where the file is no sound zip, or has no usable table "Occupation Data".
    """
    tell = progress or be_silent
    tell(0.0, "Opening the O*NET release")
    with open_archive(path) as archive:
        release = _find_release(archive, path)
        digest = hash_files([path])
        version = release.version or digest[:8]
        source = Source(
            id=f"onet-{version.replace('.', '-')}",
            title=f"O*NET {release.version} Database" if release.version else "O*NET Database",
            publisher="U.S. Department of Labor, Employment and Training Administration",
            url="https://www.onetcenter.org/database.html",
            year=release.year,
            licence="CC BY 4.0",
        )
        reader = _Reader(archive, source=source, progress=tell)
        occupations = reader.read()
    tell(1.0, "O*NET is read")
    if not release.version:
        reader.notices.insert(0, "The file does not say which release of O*NET it is, so its attribution names none.")
    return Material(
        name="onet",
        version=version,
        source=source,
        attribution=_ATTRIBUTION.format(release=f" {release.version}" if release.version else ""),
        occupations=occupations,
        notices=tuple(reader.notices),
        digest=digest,
    )


def _find_release(archive: Archive, path: Path) -> _Release:
    raw = archive.read("Read Me.txt")
    text = decode(raw, name="Read Me.txt") if raw else ""
    said, year = _RELEASE.search(text), _YEAR.search(text)
    named = next((found for name in (*archive.folders, path.name) if (found := _RELEASE_NAME.search(name))), None)
    version = said[1] if said else f"{named[1]}.{named[2]}" if named else ""
    return _Release(version=version, year=int(year[1]) if year else None)


class _Reader:
    """Reads table after table and gathers what each says under its occupation."""

    def __init__(self, archive: Archive, *, source: Source, progress: Progress) -> None:
        self.notices: list[str] = []
        self._archive = archive
        self._source = source
        self._progress = progress
        self._titles: dict[str, str] = {}
        self._summaries: dict[str, str] = {}
        self._others: dict[str, list[str]] = defaultdict(list)
        self._passages: dict[str, list[Passage]] = defaultdict(list)
        self._counts: dict[tuple[str, str], int] = defaultdict(int)
        self._unknown = 0

    def read(self) -> tuple[Occupation, ...]:
        self._read_occupations()
        steps = {
            "titles": self._read_titles,
            "tasks": self._read_tasks,
            "activities": self._read_activities,
            "emerging tasks": self._read_emerging,
            "technology": self._read_products,
            "skills and knowledge": self._read_ratings,
            "education and training": self._read_answers,
            "job zones": self._read_zones,
            "related occupations": self._read_neighbours,
        }
        for n, (what, step) in enumerate(steps.items(), start=1):
            self._progress(n / (len(steps) + 1), f"Reading {what}")
            step()
        if self._unknown:
            self.notices.append(f"Rows that name an occupation outside “Occupation Data” were passed over: {self._unknown:,}.")
        return tuple(self._build(code) for code in self._titles)

    def _build(self, code: str) -> Occupation:
        return Occupation(
            code=code,
            title=self._titles[code],
            alternate_titles=keep_once(self._others[code], but=self._titles[code]),
            codes={"onet_soc": code},
            major_group=code[:2],
            summary=self._summaries[code],
            sources=(self._source,),
            passages=tuple(self._passages[code]),
        )

    def _rows(self, table: str, columns: Sequence[str], *, optional: Sequence[str] = ()) -> list[Row]:
        """The rows of a table that need not be there; the first column is the code, and rows of unknown occupations are left out."""
        rows = self._any_rows(table, columns, optional=optional)
        known = [row for row in rows if row[0] in self._titles]
        self._unknown += len(rows) - len(known)
        return known

    def _any_rows(self, table: str, columns: Sequence[str], *, optional: Sequence[str] = ()) -> list[Row]:
        raw = self._archive.read(f"{table}.txt")
        if raw is None:
            self.notices.append(f"The table “{table}” is not in this release, so {_TELLS[table]}.")
            return []
        try:
            return read_rows(decode(raw, name=table), name=table, columns=columns, optional=optional)
        except LibraryError as error:
            self.notices.append(f"{error.happened.rstrip('.')}, so {_TELLS[table]}.")
            return []

    def _names(self, table: str, columns: Sequence[str]) -> dict[str, str]:
        return {row[0]: row[1] for row in self._any_rows(table, columns)}

    def _add(self, code: str, kind: str, texts: Iterable[str], *, topic: Topic) -> None:
        """Texts as passages with running numbers."""
        for text in texts:
            self._counts[code, kind] += 1
            name = f"onet/{code}/{kind}/{self._counts[code, kind]}"
            self._passages[code].append(Passage(id=name, occupation=code, text=text, topic=topic, source=self._source))

    # --- the tables ---

    def _read_occupations(self) -> None:
        table = "Occupation Data"
        raw = self._archive.read(f"{table}.txt")
        if raw is None:
            happened = f"{self._archive.name} is not a text release of O*NET: the table “{table}” is not in it."
            raise LibraryError(happened, mend="Download the text files of the whole O*NET database from www.onetcenter.org/database.html.")
        passed = 0
        for code, title, description in read_rows(decode(raw, name=table), name=table, columns=(_SOC, "Title", "Description")):
            if not _CODE.match(code) or not title or code in self._titles:
                passed += 1
                continue
            self._titles[code] = title
            self._summaries[code] = description
        if not self._titles:
            raise LibraryError(f"The table “{table}” holds no occupation.", mend="Download the release again, then import it anew.")
        if passed:
            self.notices.append(f"Rows of “{table}” without a title, or without an O*NET-SOC code of their own, were passed over: {passed:,}.")

    def _read_titles(self) -> None:
        known: dict[str, set[str]] = defaultdict(set)
        for code, title, short in self._rows("Alternate Titles", (_SOC, "Alternate Title"), optional=("Short Title",)):
            found = _TAIL.match(title) if _given(short) else None
            names = (found["head"], short, found["tail"]) if found else (title, _given(short))
            self._others[code].extend(names)
            known[code].update(name.casefold() for name in names)
        for code, title in self._rows("Sample of Reported Titles", (_SOC, "Reported Job Title")):
            found = _TAIL.match(title)
            apart = found and _are_two_titles(found["head"], found["tail"], known=known[code])
            self._others[code].extend((found["head"], found["tail"]) if found and apart else (title,))

    def _read_tasks(self) -> None:
        taken: set[str] = set()
        for code, number, task in self._rows("Task Statements", (_SOC, "Task ID", "Task")):
            name = f"onet/{code}/task/{number}"
            if not task or not number.isdecimal() or name in taken:
                continue
            taken.add(name)
            pieces = cut(task)
            self._passages[code].append(Passage(id=name, occupation=code, text=pieces[0], topic=Topic.WORK, source=self._source))
            self._add(code, "task-continued", pieces[1:], topic=Topic.WORK)

    def _read_activities(self) -> None:
        links = self._rows("Tasks to DWAs", (_SOC, "DWA ID"))
        names = self._names("DWA Reference", ("DWA ID", "DWA Title"))
        activities: dict[str, list[str]] = defaultdict(list)
        for code, activity in links:
            if names.get(activity):
                activities[code].append(names[activity])
        for code, titles in activities.items():
            self._add(code, "activities", wording.say_task_group(titles), topic=Topic.WORK)

    def _read_emerging(self) -> None:
        for code, task, category in self._rows("Emerging Tasks", (_SOC, "Task"), optional=("Category",)):
            if task:
                self._add(code, "emerging", wording.say_newly_reported(task, category=category), topic=Topic.FIELD)

    def _read_products(self) -> None:
        software: dict[str, list[Product]] = defaultdict(list)
        for code, name, group, hot, wanted in self._rows("Technology Skills", (_SOC, "Example", "Commodity Title"), optional=("Hot Technology", "In Demand")):
            software[code].append(Product(name=name, group=group, weight=2 * (wanted == "Y") + (hot == "Y")))
        for code, products in software.items():
            self._add(code, "technology", wording.say_technology(products), topic=Topic.SKILL)
        tools: dict[str, list[Product]] = defaultdict(list)
        for code, name, group in self._rows("Tools Used", (_SOC, "Example", "Commodity Title")):
            tools[code].append(Product(name=name, group=group, weight=0))
        for code, products in tools.items():
            self._add(code, "tools", wording.say_tools(products), topic=Topic.SKILL)

    def _read_ratings(self) -> None:
        for table, what in (("Skills", "The skills"), ("Knowledge", "The fields of knowledge")):
            ratings: dict[str, list[tuple[str, float]]] = defaultdict(list)
            columns = (_SOC, "Element Name", "Scale ID", "Data Value")
            for code, name, scale, value, doubtful in self._rows(table, columns, optional=("Recommend Suppress",)):
                rating = _number(value)
                if scale == "IM" and rating is not None and doubtful != "Y" and name:
                    ratings[code].append((name, rating))
            for code, found in ratings.items():
                self._add(code, table.lower(), wording.say_ratings(what, found), topic=Topic.SKILL)

    def _read_answers(self) -> None:
        table = "Education, Training, and Experience"
        answers: dict[tuple[str, str], list[Answer]] = defaultdict(list)
        columns = (_SOC, "Scale ID", "Category", "Data Value")
        for code, scale, category, value, doubtful, asked in self._rows(table, columns, optional=("Recommend Suppress", "Domain Source")):
            percent = _number(value)
            if percent is not None and category.isdecimal():
                answers[code, scale].append(Answer(category=int(category), percent=percent, doubtful=doubtful == "Y", asked=asked))
        names: dict[str, dict[int, str]] = {"RL": {}, "RW": {}, "PT": {}, "OJ": {}}
        for scale, category, description in self._any_rows(f"{table} Categories", ("Scale ID", "Category", "Category Description")):
            if scale in names and category.isdecimal() and description:
                name = wording.name_degree if scale == "RL" else wording.name_duration
                names[scale][int(category)] = name(description)
        names["RL"] = names["RL"] or wording.list_degrees()
        for (code, scale), found in answers.items():
            if scale in names:
                kind = {"RL": "education", "RW": "experience"}.get(scale, "training")
                self._add(code, kind, wording.say_answers(scale, found, names=names[scale]), topic=Topic.ENTRY)

    def _read_zones(self) -> None:
        zones = self._rows("Job Zones", (_SOC, "Job Zone"))
        names = self._names("Job Zone Reference", ("Job Zone", "Name"))
        for code, zone in zones:
            if zone.isdecimal() and not self._counts[code, "zone"]:
                self._add(code, "zone", wording.say_zone(int(zone), name=names.get(zone, "")), topic=Topic.ENTRY)

    def _read_neighbours(self) -> None:
        neighbours: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for code, other, tier, index in self._rows("Related Occupations", (_SOC, "Related O*NET-SOC Code"), optional=("Relatedness Tier", "Index")):
            rank = _TIERS.index(tier.casefold()) if tier.casefold() in _TIERS else len(_TIERS)
            if other in self._titles:
                neighbours[code].append((rank, int(index) if index.isdecimal() else 0, self._titles[other]))
        for code, found in neighbours.items():
            ordered = sorted(found, key=lambda entry: entry[:2])
            self._add(code, "neighbours", wording.say_neighbours([title for _, _, title in ordered]), topic=Topic.LINKS)


def _given(cell: str) -> str:
    return "" if cell.casefold() == "n/a" else cell


def _are_two_titles(head: str, tail: str, *, known: set[str]) -> bool:
    """The words in brackets are the title over again and no specialty, as in Registered Nurse (RN)."""
    return {head.casefold(), tail.casefold()} <= known or _is_short_for(tail, head) or _is_short_for(head, tail)


def _is_short_for(short: str, title: str) -> bool:
    """The short form is made of the first letters of the title's words, as RN of Registered Nurse."""
    letters = "".join(word[0] for word in re.findall(r"[A-Za-z]+", title))
    return len(short) > 1 and short.casefold() == letters.casefold()


def _number(cell: str) -> float | None:
    return float(cell) if re.fullmatch(r"\d+(\.\d+)?", cell) else None
