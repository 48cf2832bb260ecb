"""A learner's own files become occupations, and whatever cannot be read is passed over with a notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.errors import LibraryError
from coach.library.imports import folder as module
from coach.library.imports import read_folder, read_material
from coach.library.imports.folder import find_topic
from coach.records import Occupation, Topic
from tests.documents.files import lock_pdf, make_pdf
from tests.library.imports.samples import check_whole

MARKDOWN = """---
title: Dry stone waller
alternate_titles: [Waller, "Stone Waller", waller]
summary: Builds walls without mortar.
other: 1
---
Walls stand for two hundred years.

## Skills and qualities
An eye for the stone
that fits.

### At the quarry
- Sort the stones.
- Load the cart.

## WORK A day in the rain
One lays courses.

### Private facts
- T2: My back hurts.

## Weather
It rains.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "Mine"
    path.mkdir()
    return path


def read_one(folder: Path, name: str, raw: bytes) -> Occupation:
    (folder / name).write_bytes(raw)
    return read_folder(folder).occupations[0]


def error_of(path: Path) -> str:
    with pytest.raises(LibraryError) as caught:
        read_folder(path)
    assert caught.value.mend
    return caught.value.happened


def test_front_matter_names_the_occupation(folder: Path):
    occupation = read_one(folder, "wall.md", MARKDOWN.encode())
    assert (occupation.code, occupation.title, occupation.summary) == ("own:dry-stone-waller", "Dry stone waller", "Builds walls without mortar.")
    assert occupation.alternate_titles == ("Waller", "Stone Waller")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_paragraphs_are_passages_with_topic_and_line(folder: Path, ending: str, mark: str):
    occupation = read_one(folder, "wall.md", (mark + MARKDOWN.replace("\n", ending)).encode())
    assert [(passage.id, passage.line, passage.topic, passage.text) for passage in occupation.passages] == [
        ("own/dry-stone-waller/1", 7, None, "Walls stand for two hundred years."),
        ("own/dry-stone-waller/2", 10, Topic.SKILL, "An eye for the stone that fits."),
        ("own/dry-stone-waller/3", 14, Topic.SKILL, "Sort the stones. Load the cart."),
        ("own/dry-stone-waller/4", 18, Topic.WORK, "One lays courses."),
        ("own/dry-stone-waller/5", 24, None, "It rains."),
    ]


def test_the_first_line_names_the_occupation(folder: Path):
    occupation = read_one(folder, "bell.txt", b"\n# Bell founder #\n\nBells are cast in loam.\n")
    assert (occupation.code, occupation.title, occupation.summary) == ("own:bell-founder", "Bell founder", "Bells are cast in loam.")
    assert occupation.passages[0].line == 4


def test_a_pdf_is_read(folder: Path):
    occupation = read_one(folder, "a.pdf", make_pdf("# Reed cutter", "Reed is cut in frost."))
    assert (occupation.title, [passage.text for passage in occupation.passages]) == ("Reed cutter", ["Reed is cut in frost."])


def test_material_of_a_folder(folder: Path):
    (folder / "sub").mkdir()
    (folder / "sub" / "wall.md").write_text(MARKDOWN, encoding="utf-8")
    (folder / "b.md").write_text("# Dry stone waller\n\nAnother one.", encoding="utf-8")
    (folder / "c.txt").write_text("# 石工\n\nStone.", encoding="utf-8")
    (folder / "picture.png").write_bytes(b"1")
    (folder / ".hidden.md").write_text("# Hidden\n\nText.", encoding="utf-8")
    material = read_material("folder", folder)
    assert (material.name, material.version, material.source.title) == ("folder-Mine", material.digest[:8], "Your files in Mine")
    codes = [occupation.code for occupation in material.occupations]
    assert (codes[0], codes[2]) == ("own:dry-stone-waller", "own:dry-stone-waller-2")
    assert (len(codes), material.notices) == (3, ())
    check_whole(material)
    before = material.digest
    (folder / "b.md").write_text("# Dry stone waller\n\nAnother two.", encoding="utf-8")
    assert read_folder(folder).digest != before


def test_what_cannot_be_read_is_passed_over_with_a_notice(folder: Path):
    files = {
        "a.md": b"no title here",
        "b.md": b"---\ntitle: [x\n---\nText.",
        "c.md": b"---\n- a list\n---\nText.",
        "d.txt": b"\x00\x01",
        "e.pdf": b"%PDF-1.4 broken",
        "f.pdf": make_pdf(),
        "g.pdf": lock_pdf(make_pdf("# Reed cutter"), "secret"),
        "h.md": b"",
        "i.md": b"---\ntitle: 7\n---\nText.",
        "j.md": b"---\nx: " + b"y" * 30_000 + b"\n---\nText.",
        "k.md": b"---\ntitle: never closed\nText.",
        "z.md": b"# Good one\n\nText.",
    }
    for name, raw in files.items():
        (folder / name).write_bytes(raw)
    material = read_folder(folder)
    assert [occupation.title for occupation in material.occupations] == ["Good one"]
    assert material.notices == (
        "a.md names no occupation in its first line (# Title), so it was passed over.",
        "The front matter of b.md is not YAML with a title, so it was passed over.",
        "The front matter of c.md is not YAML with a title, so it was passed over.",
        "d.txt is not a text file, so it was passed over.",
        "e.pdf is damaged and cannot be read, so it was passed over.",
        "f.pdf holds pictures of text and no text, so it was passed over.",
        "g.pdf is locked with a password, so it was passed over.",
        "The file h.md is empty, so it was passed over.",
        "The front matter of i.md is not YAML with a title, so it was passed over.",
        "The front matter of j.md is too long, so it was passed over.",
        "k.md names no occupation in its first line (# Title), so it was passed over.",
    )


def test_a_link_to_a_file_outside_is_passed_over(folder: Path, tmp_path: Path):
    (tmp_path / "secret.md").write_text("# Secret\n\nText.", encoding="utf-8")
    (folder / "link.md").symlink_to(tmp_path / "secret.md")
    assert error_of(folder) == "There is no .md, .txt or .pdf file in the folder Mine."


def test_an_empty_folder_a_missing_one_and_one_without_an_occupation_are_errors(folder: Path, tmp_path: Path):
    assert error_of(folder) == "There is no .md, .txt or .pdf file in the folder Mine."
    assert error_of(tmp_path / "none") == "There is no folder none."
    (folder / "a.md").write_text("no title", encoding="utf-8")
    assert error_of(folder) == "No file in the folder Mine could be read as an occupation."


def test_a_folder_of_everything_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MOST_FILES", 2)
    for n in range(3):
        (folder / f"{n}.md").write_text("# One\n\nText.", encoding="utf-8")
    assert error_of(folder) == "The folder Mine holds more than 2 files or 400 MB."


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("WORK", Topic.WORK),
        ("work", Topic.WORK),
        ("LINKS Who else to hear", Topic.LINKS),
        ("Tips!", Topic.ADVICE),
        ("Joyful", None),
        ("", None),
        ("I AM", None),
    ],
)
def test_a_heading_is_a_topic_by_its_code_or_a_plain_name(heading: str, topic: Topic | None):
    assert find_topic(heading) is topic
