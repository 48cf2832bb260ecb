"""Small releases of invented occupations, written by the tests, and the whole public data where it lies beside the project."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

from coach.library.imports import Material
from coach.library.paragraphs import MAX_PASSAGE_TOKENS
from coach.records import Passage
from coach.tokens import estimate_tokens

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
"""Where whole releases lie on some machines; a test that finds none there makes the same assertions on a small one."""

CODE = "O*NET-SOC Code"
KEEPER, TUNER = "45-9001.00", "49-9002.01"

ONET = {
    "Read Me": [["O*NET 30.1 Database"], ["December 2025 Release"]],
    "Occupation Data": [
        [CODE, "Title", "Description"],
        [KEEPER, "Lighthouse Keepers", "Keep the light burning and the log written."],
        [TUNER, "Organ Tuners", "Tune pipe organs."],
    ],
    "Alternate Titles": [
        [CODE, "Alternate Title", "Short Title", "Source(s)"],
        [KEEPER, "Chief Light Keeper (CLK)", "CLK", "08"],
        [KEEPER, "WO (Watch Officer)", "WO", "08"],
        [KEEPER, "lighthouse keepers", "n/a", "08"],
        [KEEPER, "Wick Trimmer", "n/a", "02"],
        ["99-9999.00", "Nobody", "n/a", "02"],
    ],
    "Sample of Reported Titles": [
        [CODE, "Reported Job Title", "Shown in My Next Move"],
        [KEEPER, "Wick trimmer", "Y"],
        [KEEPER, "Fog Signal Operator (FSO)", "Y"],
        [KEEPER, "Boat Hand (Winter)", "N"],
    ],
    "Task Statements": [
        [CODE, "Task ID", "Task", "Task Type"],
        [KEEPER, "11", "Clean the lens before dusk.", "Core"],
        [KEEPER, "12", "Write the weather into the log.", "Supplemental"],
        [TUNER, "13", "Listen to beats between two pipes.", "Core"],
        [TUNER, "x", "A task without a number.", "Core"],
    ],
    "Emerging Tasks": [
        [CODE, "Task", "Category", "Original Task ID"],
        [KEEPER, "Watch the light by camera.", "New", "n/a"],
        [KEEPER, "Write the weather into the database.", "Revision", "12"],
    ],
    "Tasks to DWAs": [[CODE, "Task ID", "DWA ID"], [KEEPER, "11", "D1"], [KEEPER, "12", "D2"], [KEEPER, "12", "D1"]],
    "DWA Reference": [["Element ID", "IWA ID", "DWA ID", "DWA Title"], ["4", "4.I", "D1", "Clean equipment."], ["4", "4.I", "D2", "Record observations."]],
    "Technology Skills": [
        [CODE, "Example", "Commodity Code", "Commodity Title", "Hot Technology", "In Demand"],
        [KEEPER, "Tide Tables", "1", "Calendar software", "N", "N"],
        *[[KEEPER, f"LogSheet {n}", "2", "Spreadsheet software", "Y", "Y" if n == 4 else "N"] for n in range(1, 5)],
    ],
    "Tools Used": [[CODE, "Example", "Commodity Code", "Commodity Title"], [KEEPER, "Wick scissors", "3", "Scissors"], [KEEPER, "Shears", "3", "Scissors"]],
    "Education, Training, and Experience": [
        [CODE, "Element ID", "Element Name", "Scale ID", "Category", "Data Value", "Recommend Suppress", "Domain Source"],
        *[
            [KEEPER, "2.D.1", "", "RL", category, value, "N", "Incumbent"]
            for category, value in [("2", "20.10"), ("6", "61.70"), ("8", "4.00"), ("1", "14.20")]
        ],
        [KEEPER, "2.D.4", "", "IM", "n/a", "3.0", "N", "Incumbent"],
        [KEEPER, "3.A.1", "", "RW", "7", "100.00", "N", "Occupational Expert"],
        [KEEPER, "3.A.3", "", "OJ", "2", "55.00", "Y", "Incumbent"],
        [KEEPER, "3.A.3", "", "OJ", "1", "45.00", "N", "Incumbent"],
    ],
    "Education, Training, and Experience Categories": [
        ["Element ID", "Element Name", "Scale ID", "Category", "Category Description"],
        ["2.D.1", "", "RL", "1", "Less than a High School Diploma"],
        ["2.D.1", "", "RL", "2", "High School Diploma - or the equivalent (for example, GED)"],
        ["2.D.1", "", "RL", "6", "Bachelor's Degree"],
        ["2.D.1", "", "RL", "8", "Master's Degree"],
        ["3.A.1", "", "RW", "7", "Over 1 year, up to and including 4 years"],
        ["3.A.3", "", "OJ", "1", "None or short demonstration"],
        ["3.A.3", "", "OJ", "2", "Up to and including 1 month"],
    ],
    "Job Zones": [[CODE, "Job Zone"], [KEEPER, "4"]],
    "Job Zone Reference": [["Job Zone", "Name"], ["4", "Job Zone Four: Considerable Preparation Needed"]],
    "Related Occupations": [
        [CODE, "Related O*NET-SOC Code", "Relatedness Tier", "Index"],
        [KEEPER, KEEPER, "Supplemental", "1"],
        [KEEPER, TUNER, "Primary-Short", "2"],
    ],
    "Skills": [
        [CODE, "Element ID", "Element Name", "Scale ID", "Data Value", "Recommend Suppress"],
        *[[KEEPER, "2.A", f"Skill {letter}", "IM", f"{value}.00", "N"] for letter, value in zip("ABCDEFG", (1, 2, 3, 4, 5, 2, 3), strict=True)],
        [KEEPER, "2.A", "Doubtful", "IM", "5.00", "Y"],
        [KEEPER, "2.A", "Skill A", "LV", "7.00", "N"],
    ],
    "Knowledge": [[CODE, "Element ID", "Element Name", "Scale ID", "Data Value"], [KEEPER, "2.C", "Geography", "IM", "4.25"]],
}
"""Every table that is read, with two invented occupations."""

PROFILE = {
    "title": "Kite makers and menders",
    "url": "https://www.bls.gov/ooh/kites.htm",
    "soc_code": "51-9001",
    "onet_soc_codes": ["51-9001.00", "51-9001.01"],
    "last_modified": "Thursday, August 28, 2025",
    "unknown": 1,
    "sections": {
        "summary": "## Summary\n2024 Median Pay | $31,000 per year $14.90 per hour\nTraining | See How to Become One\n## What Kite Makers Do\nThey make kites.",
        "what_they_do": "## What Kite Makers Do\nKite makers cut and sew.\n## Duties\nThey typically do the following:\n- Cut sails\n- Tie bridles\nSome fly them.",
        "work_environment": "## Work Environment\nThe largest employers were as follows:\nToy makers | 23%\nClubs | 8\n## Injuries and Illnesses\nFingers are cut.",
        "how_to_become": "## How to Become a Kite Maker or Mender\nMost learn at a bench.\n## Important Qualities\nPatience. Knots take time.",
        "pay": "## Pay\n$31,000\nNote: All Occupations includes all.\nThe median wage was $31,000.\nWages in the top industries were as follows:\nClubs | $33,000\nShops | 29,500",
        "job_outlook": "## Job Outlook\n5%\nEmployment is projected to grow.\n## empty heading\nTitle | Code\nKite makers | 51-9001",
        "similar_occupations": "## Similar Occupations\nThis table shows others.\n| Occupation | Job Duties\n| Sail Makers | They make sails.\n| Tent Makers | They make tents.",
        "more_information": "## Contacts for More Information\nFor more information about kites, visit\nThe Kite Club\n## O*NET\nKite Makers",
    },
}
"""One profile of the handbook in the form of a JSON line; the occupation is invented."""

ESCO = [
    {
        "preferredLabel": "cloud namer",
        "code": "2655.9",
        "iscoGroup": "2655",
        "altLabels": "namer of clouds\nCloud Namer\nsky clerk",
        "hiddenLabels": "nephologue",
    },
    {"preferredLabel": "IT bell ringer", "code": "2656.1", "iscoGroup": "2656", "definition": "Rings.", "scopeNote": "Not in churches."},
    {"preferredLabel": "cloud namer", "code": "2655.9", "iscoGroup": "2655"},
    {"preferredLabel": "gone", "code": "2657.1", "status": "obsolete"},
]
ESCO[0]["description"] = "Cloud namers name clouds,\nand file the names."
ESCO[0]["modifiedDate"] = "2024-01-25T11:28:50.295Z"


def without(*names: str) -> dict[str, list[list[str]]]:
    """The tables of O*NET but these."""
    return {name: rows for name, rows in ONET.items() if name not in names}


def write_onet(path: Path, tables: dict[str, list[list[str]]] | None = None, *, ending: str = "\r\n", mark: str = "", folder: str = "db_30_1_text/") -> Path:
    """An O*NET release as a zip file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in (ONET if tables is None else tables).items():
            archive.writestr(f"{folder}{name}.txt", (mark + "".join("\t".join(row) + ending for row in rows)).encode())
    return path


def write_esco(rows: list[dict[str, str]], *, ending: str = "\r\n") -> str:
    """ESCO's table as text."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator=ending, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def write_ooh(path: Path, *profiles: dict[str, object]) -> Path:
    """The handbook as JSON lines."""
    path.write_text("".join(json.dumps(profile) + "\n" for profile in profiles), encoding="utf-8")
    return path


def texts(material: Material, code: str, kind: str) -> list[str]:
    """The texts of one occupation's passages of a kind."""
    return [passage.text for passage in passages(material) if passage.occupation == code and passage.id.split("/")[-2] == kind]


def passages(material: Material) -> list[Passage]:
    """All passages."""
    return [passage for occupation in material.occupations for passage in occupation.passages]


def check_whole(material: Material) -> None:
    """What holds of every material: codes and passage ids are unique, ids end in a number, every passage is bounded and says whose it is."""
    found = passages(material)
    codes = [occupation.code for occupation in material.occupations]
    assert len(codes) == len(set(codes)) > 0
    assert len({passage.id for passage in found}) == len(found)
    assert all(passage.id.rpartition("/")[2].isdecimal() for passage in found)
    assert max((estimate_tokens(passage.text) for passage in found), default=0) <= MAX_PASSAGE_TOKENS
    assert {passage.occupation for passage in found} <= set(codes)
    assert all(len({title.casefold() for title in (one.title, *one.alternate_titles)}) == 1 + len(one.alternate_titles) for one in material.occupations)
    assert len(material.digest) == 16
