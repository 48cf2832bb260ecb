"""Small releases of imported material for tests: invented occupations beside the corpus's beekeeper, in the forms in which they are published."""

from __future__ import annotations

from pathlib import Path

from coach.library import Library, open_library
from tests.library.imports.samples import CODE, ESCO, KEEPER, ONET, PROFILE, write_esco, write_onet, write_ooh

BEEKEEPER = "45-2093.00"
FOG = "45-9003.00"
LIGHT = "keeps the light burning and cleans the lens before dusk"
"""A description of the lighthouse keeper's work."""

FILES = ("onet.zip", "ooh.jsonl", "esco.csv")
KINDS = ("onet", "ooh", "esco")

WALLER = """# Dry stone waller

Walls stand for two hundred years without mortar.

## Skills
An eye for the stone that fits the gap.
"""

BEES = [BEEKEEPER, "Apiary Workers", "Look after bees for an owner of many hives."]


def first_onet(path: Path) -> Path:
    """A release with the corpus's beekeeper, a lighthouse keeper and an organ tuner."""
    tasks = [*ONET["Task Statements"], [BEEKEEPER, "21", "Feed sugar syrup to weak colonies in autumn.", "Core"]]
    titles = [*ONET["Alternate Titles"], [BEEKEEPER, "Hive Hand", "n/a", "02"]]
    return write_onet(path, {**ONET, "Occupation Data": [*ONET["Occupation Data"], BEES], "Task Statements": tasks, "Alternate Titles": titles})


def second_onet(path: Path) -> Path:
    """The release after it: the keeper has another title, the tuner is gone, a fog reader is new."""
    tables = {
        "Read Me": [["O*NET 30.2 Database"], ["February 2026 Release"]],
        "Occupation Data": [
            [CODE, "Title", "Description"],
            [KEEPER, "Light Station Keepers", "Keep the light burning by remote control."],
            [FOG, "Fog Readers", "Tell the thickness of fog by eye."],
            BEES,
        ],
        "Alternate Titles": [[CODE, "Alternate Title", "Short Title", "Source(s)"], [FOG, "Mist Gauger", "n/a", "02"]],
        "Task Statements": [[CODE, "Task ID", "Task", "Task Type"], [FOG, "31", "Read the fog from a tower at dawn.", "Core"]],
    }
    return write_onet(path, {**ONET, **tables}, folder="db_30_2_text/")


def write_all(folder: Path) -> None:
    """One release of each source; the handbook's profile is of the beekeeper too."""
    folder.mkdir(parents=True, exist_ok=True)
    first_onet(folder / "onet.zip")
    write_ooh(folder / "ooh.jsonl", PROFILE, {**PROFILE, "title": "Animal keepers", "soc_code": "45-2093", "onet_soc_codes": [BEEKEEPER]})
    (folder / "esco.csv").write_text(write_esco(ESCO), encoding="utf-8")
    write_folder(folder / "Mine")


def write_folder(folder: Path, *, text: str = WALLER) -> Path:
    """A folder of one's own with one occupation."""
    folder.mkdir()
    (folder / "waller.md").write_text(text, encoding="utf-8")
    return folder


def list_files(data: Path) -> dict[str, bytes]:
    """Every file of the library with its bytes, but Chroma's database, which changes when it is opened, and the lock."""
    home = data / "library"
    files = {path.relative_to(home).as_posix(): path for path in sorted(home.rglob("*")) if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if "sqlite3" not in name and name != "sources/.importing"}


def list_half_files(data: Path) -> list[str]:
    """What an import or a build that broke off has left."""
    return sorted(path.name for path in (data / "library").rglob("*") if ".new" in path.name or path.name.startswith(("building-", "dropped-")))


def answer(library: Library) -> list[object]:
    """What a library says on a few questions: enough to tell one release from another."""
    titles = [match.title for query in (LIGHT, "organ tuner", "fog reader", "beekeeper") for match in library.find_occupations(query, limit=2)]
    sources = [(source.name, source.version, source.occupations, source.passages) for source in library.status().sources]
    return [titles, sources, [passage.text for passage in library.find_passages(KEEPER, "cleaning the lens", limit=3)], library.digest]


def ask(data: Path, corpus: Path) -> list[object]:
    """What a fresh program answers."""
    library = open_library(data, corpus=corpus)
    try:
        return answer(library)
    finally:
        library.close()
