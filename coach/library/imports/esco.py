"""The occupations of ESCO, the European Commission's classification, from its CSV download in English.

Columns: https://esco.ec.europa.eu/en/use-esco/download (occupations_en.csv, ISCOGroups_en.csv). ESCO is under CC BY 4.0; the sentence it asks for is in `Material`.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from coach.errors import LibraryError
from coach.library.imports.material import Material, Progress, Release, be_silent
from coach.library.imports.safely import decode, hash_files, open_archive, read_bytes, read_rows
from coach.library.imports.wording import keep_once, raise_first, tidy
from coach.library.paragraphs import cut
from coach.records import Occupation, Passage, Source, Topic

OCCUPATIONS = "occupations_en.csv"
GROUPS = "ISCOGroups_en.csv"
ATTRIBUTION = "This service uses the ESCO classification of the European Commission. Only its occupations are used here, and their texts are rearranged."

_NEEDED = ("preferredLabel",)
_OPTIONAL = ("iscoGroup", "code", "conceptUri", "altLabels", "hiddenLabels", "status", "modifiedDate", "scopeNote", "definition", "description")


class _Files(NamedTuple):
    """The texts of the tables; `groups` is None where that table is not there."""

    occupations: str
    groups: str | None


class _Entry(NamedTuple):
    """One row of occupations_en.csv; the names are those of its columns."""

    label: str
    group: str
    code: str
    uri: str
    other_labels: str
    hidden_labels: str
    status: str
    modified: str
    scope: str
    definition: str
    description: str


class _Group(NamedTuple):
    label: str
    description: str


def read_esco(path: Path, *, progress: Progress | None = None) -> Material:
    """All released occupations of ESCO, from its CSV file, or a folder or zip file that holds it.

    The version is the day of the latest change in the table. Raises `LibraryError` where the table is not there, is damaged, or holds no occupation.
    """
    tell = progress or be_silent
    tell(0.0, "Reading ESCO")
    files = _read_files(path)
    digest = identify_esco(path).digest
    rows = read_rows(files.occupations, name=OCCUPATIONS, columns=_NEEDED, optional=_OPTIONAL, separator=",")
    entries = [_Entry(*row) for row in rows]
    notices: list[str] = []
    groups = _read_groups(files.groups, notices)
    modified = max((entry.modified[:10] for entry in entries), default="")
    source = Source(
        id="esco",
        title="ESCO, the European classification of skills, competences and occupations",
        publisher="European Commission",
        url="https://esco.ec.europa.eu",
        year=int(modified[:4]) if modified[:4].isdecimal() else None,
        licence="CC BY 4.0",
    )
    tell(0.4, "Gathering the occupations of ESCO")
    occupations = _build_all(entries, groups, source, notices)
    if not occupations:
        raise LibraryError(
            f"The table {OCCUPATIONS} holds no occupation.", mend="Download the English CSV files from esco.ec.europa.eu, then import them anew."
        )
    tell(1.0, "ESCO is read")
    return Material(
        name="esco",
        version=modified or digest[:8],
        source=source,
        attribution=ATTRIBUTION,
        occupations=occupations,
        notices=tuple(notices),
        digest=digest,
    )


def identify_esco(path: Path) -> Release:
    """Name and digest of the ESCO tables there. Raises `LibraryError` where the path is a folder without them."""
    return Release(name="esco", digest=hash_files(_find_tables(path) if path.is_dir() else [path]))


def _find_tables(folder: Path) -> tuple[Path, ...]:
    """The table of occupations, and that of groups where it is there."""
    found = {file.name.casefold(): file for file in sorted(folder.rglob("*.csv"), reverse=True)}
    if OCCUPATIONS.casefold() not in found:
        raise _not_there(f"The folder {folder.name}")
    return tuple(found[name.casefold()] for name in (OCCUPATIONS, GROUPS) if name.casefold() in found)


def _read_files(path: Path) -> _Files:
    if path.is_dir():
        table, *groups = _find_tables(path)
        return _Files(_read(table), _read(groups[0]) if groups else None)
    if path.suffix.casefold() == ".zip":
        with open_archive(path) as archive:
            raw, beside = archive.read(OCCUPATIONS), archive.read(GROUPS)
        if raw is None:
            raise _not_there(f"The zip file {path.name}")
        return _Files(decode(raw, name=OCCUPATIONS), decode(beside, name=GROUPS) if beside else None)
    return _Files(_read(path), None)


def _not_there(where: str) -> LibraryError:
    return LibraryError(f"{where} does not hold {OCCUPATIONS}.", mend="Download the English CSV files from esco.ec.europa.eu, and import those.")


def _read(path: Path) -> str:
    return decode(read_bytes(path), name=path.name)


def _read_groups(text: str | None, notices: list[str]) -> dict[str, _Group]:
    if text is None:
        notices.append(f"The table {GROUPS} is not there, so the groups of occupations are not described.")
        return {}
    try:
        rows = read_rows(text, name=GROUPS, columns=("code", "preferredLabel"), optional=("description",), separator=",")
    except LibraryError as error:
        notices.append(f"{error.happened.rstrip('.')}, so the groups of occupations are not described.")
        return {}
    return {code: _Group(label, description.partition("\n")[0]) for code, label, description in rows}


def _build_all(entries: list[_Entry], groups: dict[str, _Group], source: Source, notices: list[str]) -> tuple[Occupation, ...]:
    occupations: dict[str, Occupation] = {}
    passed = doubled = 0
    for entry in entries:
        number = entry.code or entry.uri.rpartition("/")[2]
        if not entry.label or not number or entry.status not in {"", "released"}:
            passed += 1
            continue
        code = f"esco:{number}"
        if code in occupations and occupations[code].title == raise_first(entry.label):
            doubled += 1
            continue
        code = _find_free(code, occupations)
        occupations[code] = _build(entry, code, groups, source)
    if passed:
        notices.append(f"Rows of {OCCUPATIONS} without a name or a code, or no longer in use, were passed over: {passed:,}.")
    if doubled:
        notices.append(f"Occupations that stand twice in {OCCUPATIONS} were read once: {doubled:,}.")
    return tuple(occupations.values())


def _find_free(code: str, taken: dict[str, Occupation]) -> str:
    """The code, or where another occupation has it, the code with a number behind it."""
    number = 1
    free = code
    while free in taken:
        number += 1
        free = f"{code}-{number}"
    return free


def _build(entry: _Entry, code: str, groups: dict[str, _Group], source: Source) -> Occupation:
    labels = [*entry.other_labels.splitlines(), *entry.hidden_labels.splitlines()]
    group = entry.group.removeprefix("C")
    texts: list[tuple[str, Topic | None, str]] = [("scope", None, tidy(entry.scope))]
    if group in groups:
        label, description = groups[group]
        lead = f"In the international classification ISCO-08 the occupation belongs to the group {group}, {label}."
        texts.append(("group", Topic.FIELD, tidy(f"{lead} {description}")))
    return Occupation(
        code=code,
        title=raise_first(entry.label),
        alternate_titles=keep_once((label.strip() for label in labels), but=entry.label),
        codes={"isco08": group} if group else {},
        summary=tidy(entry.description or entry.definition),
        sources=(source,),
        passages=tuple(
            Passage(id=f"{code.replace(':', '/')}/{kind}/{n}", occupation=code, text=piece, topic=topic, source=source)
            for kind, topic, text in texts
            if text
            for n, piece in enumerate(cut(text), start=1)
        ),
    )
