"""ESCO's table becomes one occupation a row, from the file, a folder or a zip file."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from coach.errors import LibraryError
from coach.library.imports import Material, read_esco, read_material
from coach.records import Topic
from tests.library.imports.samples import DATA, ESCO, check_whole, passages, write_esco

GROUPS = 'code,preferredLabel,description\n2655,Sky workers,"Sky workers work.\nTasks include -\n(a) looking up."\n'


def write_folder(path: Path) -> Path:
    path.mkdir()
    (path / "occupations_en.csv").write_text(write_esco(ESCO), encoding="utf-8")
    (path / "ISCOGroups_en.csv").write_text(GROUPS, encoding="utf-8")
    return path


@pytest.fixture
def material(tmp_path: Path) -> Material:
    return read_esco(write_folder(tmp_path / "esco"))


def error_of(path: Path) -> str:
    with pytest.raises(LibraryError) as caught:
        read_esco(path)
    assert caught.value.mend
    return caught.value.happened


def test_a_row_is_an_occupation(material: Material):
    namer, ringer = material.occupations
    assert (namer.code, namer.title, namer.codes) == ("esco:2655.9", "Cloud namer", {"isco08": "2655"})
    assert namer.alternate_titles == ("namer of clouds", "sky clerk", "nephologue")
    assert namer.summary == "Cloud namers name clouds, and file the names."
    assert (ringer.title, ringer.summary) == ("IT bell ringer", "Rings.")
    check_whole(material)


def test_the_group_and_the_scope_are_passages(material: Material):
    assert [(passage.id, passage.text, passage.topic) for passage in passages(material)] == [
        (
            "esco/2655.9/group/1",
            "In the international classification ISCO-08 the occupation belongs to the group 2655, Sky workers. Sky workers work.",
            Topic.FIELD,
        ),
        ("esco/2656.1/scope/1", "Not in churches.", None),
    ]


def test_licence_version_and_notices(material: Material):
    assert (material.name, material.version, material.source.licence, material.source.year) == ("esco", "2024-01-25", "CC BY 4.0", 2024)
    assert material.attribution.startswith("This service uses the ESCO classification of the European Commission.")
    assert material.notices == (
        "Rows of occupations_en.csv without a name or a code, or no longer in use, were passed over: 1.",
        "Occupations that stand twice in occupations_en.csv were read once: 1.",
    )


def test_a_zip_file_and_the_bare_table_are_read_alike(tmp_path: Path, material: Material):
    with zipfile.ZipFile(tmp_path / "esco.zip", "w") as archive:
        for path in (tmp_path / "esco").iterdir():
            archive.write(path, f"ESCO dataset/{path.name}")
    assert read_esco(tmp_path / "esco.zip").occupations == material.occupations
    bare = read_material("esco", tmp_path / "esco" / "occupations_en.csv")
    assert [occupation.title for occupation in bare.occupations] == [occupation.title for occupation in material.occupations]
    assert bare.notices[0] == "The table ISCOGroups_en.csv is not there, so the groups of occupations are not described."


@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_endings_and_a_byte_order_mark_do_not_matter(tmp_path: Path, material: Material, ending: str, mark: str):
    table = tmp_path / "esco" / "occupations_en.csv"
    table.write_bytes((mark + write_esco(ESCO, ending=ending)).encode())
    assert read_esco(tmp_path / "esco").occupations == material.occupations


def test_a_code_that_two_occupations_have_gets_a_number(tmp_path: Path):
    table = tmp_path / "occupations_en.csv"
    rows = [{"preferredLabel": name, "code": "1.1", "conceptUri": "http://x/abc"} for name in ("one", "two", "three")]
    table.write_text(write_esco([*rows, {**rows[0], "code": ""}]), encoding="utf-8")
    assert [occupation.code for occupation in read_esco(table).occupations] == ["esco:1.1", "esco:1.1-2", "esco:1.1-3", "esco:abc"]


def test_a_wrong_table_of_groups_is_passed_over(tmp_path: Path):
    folder = write_folder(tmp_path / "esco")
    (folder / "ISCOGroups_en.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert "has no column “code” and no column “preferredLabel”, so the groups" in read_esco(folder).notices[0]


def test_what_is_missing_or_damaged_is_said(tmp_path: Path):
    (tmp_path / "empty").mkdir()
    assert error_of(tmp_path / "empty") == "The folder empty does not hold occupations_en.csv."
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("a.txt", "1")
    assert error_of(tmp_path / "other.zip") == "The zip file other.zip does not hold occupations_en.csv."
    table = tmp_path / "occupations_en.csv"
    for text, happened in [
        ("", "The file occupations_en.csv is empty."),
        ("label,code\nx,1\n", "The table occupations_en.csv has no column “preferredLabel”."),
        ("preferredLabel,code\n", "The table occupations_en.csv holds no occupation."),
        ('preferredLabel,code\n"x,1', "The table occupations_en.csv is damaged: a cell is not closed or far too long."),
    ]:
        table.write_text(text, encoding="utf-8")
        assert error_of(table) == happened
    assert error_of(tmp_path / "none.csv") == "There is no file none.csv."


def test_all_of_esco_is_read(tmp_path: Path):
    whole = DATA / "esco"
    material = read_esco(whole if whole.is_dir() else write_folder(tmp_path / "esco"))
    check_whole(material)
    assert len(material.occupations) >= (3_039 if whole.is_dir() else 2)
    assert all(occupation.summary and occupation.title[0] == occupation.title[0].upper() for occupation in material.occupations)
    assert all(len(occupation.codes["isco08"]) == 4 for occupation in material.occupations)
