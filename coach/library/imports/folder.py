"""A learner's own texts on occupations: a folder of Markdown, plain text and PDF files, one occupation a file.

A file names its occupation by `title:` in its front matter, by a first line "# Title", or, a PDF, by its title among its properties. A heading that is a topic's
code or one of its plain names (`NAMES`) sorts what stands below it; everything else has no topic. Private facts of a corpus file are left out: here they would be
open to everybody.
"""

from __future__ import annotations

import hashlib
import io
import logging
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ValidationError

from coach.errors import LibraryError
from coach.library.imports.material import Material, Progress, Release, be_silent
from coach.library.imports.safely import MOST_BYTES, decode, hash_files, read_bytes
from coach.library.imports.wording import keep_once, make_slug, tidy
from coach.library.paragraphs import cut, list_paragraphs
from coach.records import Occupation, Passage, Source, Topic

KINDS = (".md", ".txt", ".pdf")
MOST_FILES = 500
MOST_PAGES = 400

NAMES = {
    Topic.PATH: ("career path", "career paths", "background", "how people get there", "career change"),
    Topic.WORK: ("the work", "daily work", "a typical day", "typical day", "tasks", "duties", "day to day", "what they do"),
    Topic.SKILL: ("skills", "skills and qualities", "qualities", "knowledge", "tools"),
    Topic.HARD: ("challenges", "hard parts", "difficulties", "strain", "stress", "risks", "hours", "downsides"),
    Topic.JOY: ("satisfaction", "rewards", "the best part", "best parts", "upsides", "what people enjoy"),
    Topic.ORG: ("organisation", "organisations", "organizations", "employers", "workplace", "work environment", "team", "culture"),
    Topic.FIELD: ("the field", "industry", "outlook", "job outlook", "trends", "pay", "salary", "future", "market"),
    Topic.ENTRY: ("entry", "ways in", "how to become one", "training", "education", "qualifications", "requirements", "getting in"),
    Topic.ADVICE: ("advice", "tips", "advice for beginners", "first steps"),
    Topic.LINKS: ("links", "contacts", "people to talk to", "associations", "related occupations", "more information", "further reading"),
}
"""The plain names of each topic, in small letters."""

_TOPICS = {name: topic for topic, names in NAMES.items() for name in (topic.value.lower(), *names)}
_CORPUS_HEADING = re.compile(r"^(?P<code>[A-Z]+)\b")
_HEADING = re.compile(r"^(?P<marks>#{1,6})\s+(?P<text>.*?)\s*#*$")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_FACTS = "private facts"
_LONGEST_FRONT = 20_000
_BROKEN_PDF = (ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, RecursionError, OverflowError, ImportError, RuntimeError, OSError)
"""What pypdf raises in files that it was not written for, beside its own errors."""


class _Front(BaseModel):
    """The keys of the front matter that are used; others are passed over."""

    title: Annotated[str, BeforeValidator(tidy)] = ""
    alternate_titles: tuple[str, ...] = ()
    summary: str = ""


class _Text(BaseModel):
    """A file's front matter and its lines; `start` is the number of lines before the first of them."""

    front: _Front
    lines: list[str]
    start: int = 0


def read_folder(path: Path, *, progress: Progress | None = None) -> Material:
    """Every file of a folder and its folders that names an occupation; passage ids are own/<title>/<number>.

    A file that cannot be read, or names none, is passed over with a notice. Raises `LibraryError` where no file is left.
    """
    tell = progress or be_silent
    paths = _list_files(path)
    name = _name_folder(path)
    source = Source(id=f"folder-{make_slug(name)}", title=f"Your files in {name}", licence="your own")
    notices: list[str] = []
    occupations: dict[str, Occupation] = {}
    for n, file in enumerate(paths):
        tell(n / len(paths), f"Reading {file.name}")
        try:
            text = _read_text(file)
        except LibraryError as error:
            notices.append(f"{error.happened.rstrip('.')}, so it was passed over.")
            continue
        if not text.front.title:
            notices.append(f"{file.name} names no occupation in its first line (# Title), so it was passed over.")
            continue
        occupation = _build(text, source=source, taken=occupations)
        occupations[occupation.code] = occupation
    if not occupations:
        raise LibraryError(
            f"No file in the folder {name} could be read as an occupation.",
            mend="Begin each file with a line “# ” and the occupation's title, then import again.",
        )
    tell(1.0, "Your files are read")
    digest = _hash_all(paths, path)
    return Material(name=f"folder-{name}", version=digest[:8], source=source, occupations=tuple(occupations.values()), notices=tuple(notices), digest=digest)


def identify_folder(path: Path) -> Release:
    """Name of a folder's material, and the digest of all its files. Raises `LibraryError` where there is no file, or far too much."""
    return Release(name=f"folder-{_name_folder(path)}", digest=_hash_all(_list_files(path), path))


def _name_folder(path: Path) -> str:
    return path.resolve().name or "files"


def _hash_all(paths: Sequence[Path], folder: Path) -> str:
    """Names and bytes of all files, those too that are passed over when they are read; of one that cannot be read the name alone."""
    digest = hashlib.sha256()
    for path in paths:
        try:
            content = hash_files([path])
        except LibraryError:
            content = ""
        digest.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return digest.hexdigest()[:16]


def _list_files(path: Path) -> tuple[Path, ...]:
    if not path.is_dir():
        raise LibraryError(f"There is no folder {path.name}.", mend="Give the path of a folder with .md, .txt or .pdf files.")
    try:
        found = sorted(file for file in path.rglob("*") if file.suffix.lower() in KINDS and _is_own(file, path))
        size = sum(file.stat().st_size for file in found)
    except OSError as error:
        raise LibraryError(f"The folder {path.name} cannot be read.", mend="Check that you may read it, or copy it to another place.") from error
    if not found:
        raise LibraryError(f"There is no .md, .txt or .pdf file in the folder {path.name}.", mend="Put your files into it, one occupation a file.")
    if len(found) > MOST_FILES or size > MOST_BYTES:
        happened = f"The folder {path.name} holds more than {MOST_FILES} files or {MOST_BYTES // 1_000_000} MB."
        raise LibraryError(happened, mend="Import a folder that holds your files on occupations alone.")
    return tuple(found)


def _is_own(file: Path, folder: Path) -> bool:
    """A real file inside the folder, not hidden, and not a link to somewhere else."""
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and file.is_file() and file.resolve().is_relative_to(folder.resolve())


def _read_text(file: Path) -> _Text:
    raw = read_bytes(file)
    if file.suffix.lower() == ".pdf":
        return _read_pdf(raw, name=file.name)
    lines = decode(raw, name=file.name).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), None) if lines[0].rstrip() == "---" else None
    front = _read_front("\n".join(lines[1:end]), name=file.name) if end else _Front()
    return _find_title(_Text(front=front, lines=lines[end + 1 :] if end else lines, start=end + 1 if end else 0))


def _read_front(text: str, *, name: str) -> _Front:
    if len(text) > _LONGEST_FRONT:
        raise LibraryError(f"The front matter of {name} is too long.", mend="Keep the title and a few other keys.")
    try:
        return _Front.model_validate(yaml.safe_load(text) or {})
    except (yaml.YAMLError, ValidationError, ValueError, AttributeError, RecursionError) as error:
        raise LibraryError(f"The front matter of {name} is not YAML with a title.", mend="Write title: and the title between its two lines ---.") from error


def _find_title(text: _Text) -> _Text:
    """The text with its first line "# Title" as its title, where the front matter has none; that line is no heading any more."""
    first = next((n for n, line in enumerate(text.lines) if line.strip()), None)
    heading = re.match(r"^#\s+(.+?)\s*#*$", text.lines[first].strip()) if first is not None else None
    if heading is None or first is None:
        return text
    front = text.front if text.front.title else text.front.model_copy(update={"title": tidy(heading[1])})
    return _Text(front=front, lines=text.lines[first + 1 :], start=text.start + first + 1)


def _read_pdf(raw: bytes, *, name: str) -> _Text:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings speak of the file's inside and mean nothing to a learner
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise LibraryError(f"{name} is locked with a password.", mend="Save a copy without the password.")
        pages = [page.extract_text() for page in reader.pages[:MOST_PAGES]]
        title = str((reader.metadata.title if reader.metadata else "") or "")
    except (PyPdfError, *_BROKEN_PDF) as error:
        raise LibraryError(f"{name} is damaged and cannot be read.", mend="Open it elsewhere and save its text as a .txt file.") from error
    lines = "\n\n".join(pages).split("\n")
    if not any(line.strip() for line in lines):
        raise LibraryError(f"{name} holds pictures of text and no text.", mend="Type what you need into a .txt file.")
    found = _find_title(_Text(front=_Front(), lines=lines))
    return found if found.front.title else _Text(front=_Front(title=title), lines=lines)


def _build(text: _Text, *, source: Source, taken: dict[str, Occupation]) -> Occupation:
    slug = make_slug(text.front.title)
    number = 1
    while f"own:{slug}" in taken:
        number += 1
        slug = f"{make_slug(text.front.title)}-{number}"
    code = f"own:{slug}"
    passages = tuple(
        Passage(id=f"own/{slug}/{n}", occupation=code, text=passage.text, topic=passage.topic, source=source, line=passage.line)
        for n, passage in enumerate(_list_passages(text), start=1)
    )
    summary = tidy(text.front.summary) or (passages[0].text if passages else "")
    others = keep_once((tidy(title) for title in text.front.alternate_titles), but=text.front.title)
    return Occupation(code=code, title=text.front.title, alternate_titles=others, summary=summary, sources=(source,), passages=passages)


class _Piece(BaseModel):
    text: str
    topic: Topic | None
    line: int


def _list_passages(text: _Text) -> Iterator[_Piece]:
    """Paragraphs and lists below each heading, cut to passages. A deeper heading that names no topic stays with the one above it."""
    topic: Topic | None = None
    level = 0
    heading = ""
    start = 0
    for n, line in [*enumerate(text.lines), (len(text.lines), "# ")]:
        found = _HEADING.match(line)
        if not found:
            continue
        if heading.casefold() != _FACTS:
            for number, paragraph in list_paragraphs([_ITEM.sub("", item) for item in text.lines[start:n]], start=0, end=n - start):
                for piece in cut(paragraph):
                    yield _Piece(text=piece, topic=topic, line=text.start + start + number)
        heading, start = found["text"], n + 1
        named, deep = find_topic(heading), len(found["marks"])
        if named or deep <= level:
            topic, level = named, deep


def find_topic(heading: str) -> Topic | None:
    """The topic of a heading that is its code, begins with it in capitals, or is one of its plain names; None for any other heading."""
    plain = re.sub(r"[^\w\s]", " ", heading).strip()
    code = _CORPUS_HEADING.match(heading)
    if code and code["code"] in Topic.__members__:
        return Topic(code["code"])
    return _TOPICS.get(tidy(plain).lower())
