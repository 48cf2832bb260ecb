"""The corpus folder: one Markdown file per occupation, read strictly into `Occupation` records.

The format is described in `corpus/README.md`. What is read here is its structure: front matter, ten sections in order, paragraphs with their source, private
facts with their tier. Rules of style (lengths, tone) are held by `evals.check_corpus`. Whatever does not fit is a fault with file, line and what to mend; the
reader collects all faults of a file, `read_corpus` raises the first.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field, ValidationError

from coach.errors import LibraryError
from coach.library.paragraphs import BELOW, cut, list_items, list_paragraphs
from coach.records import CareerPath, FactDetail, Figure, Occupation, Passage, PrivateFact, Record, Source, Text, Tier, Topic

OWN_SOURCE = Source(id="coach", title="Interview coach corpus", publisher="Interview coach", licence="CC BY 4.0")
"""The source of a paragraph that names none: it was written for this project."""

_SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
_HEADING = re.compile(r"^## +(?P<code>[A-Z]+)\b *(?P<title>.*)$")
_FACTS_HEADING = "### Private facts"
_ASKS_HEADING = "### Questions"
_ASK = re.compile(r"^- (?P<passage>(?:figure )?\d+): +(?P<text>\S.*)$")
_DETAIL = re.compile(r"^  - [^?]{3,}\? +\S")
_FACT = re.compile(r"^- (?P<tier>T[0-3]): +(?P<text>\S.*)$")
_CITED = re.compile(r"\s*\[(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\]$")
_ANY_CITED = re.compile(r"\[[a-z0-9-]+\]")


class Fault(Record):
    """Something in a corpus file that does not fit the format: where, what, and how to mend it. `line` counts from 1."""

    file: str
    line: int
    what: str
    mend: str

    def as_error(self) -> LibraryError:
        """The fault as an error for the two front doors."""
        return LibraryError(f"The occupation file {self.file}, line {self.line}, does not fit the format: {self.what}", mend=self.mend)


class OccupationFile(Record):
    """What one file came to: the occupation, or None where faults prevent it. `slug` is the file's name without its ending."""

    slug: str
    occupation: Occupation | None
    faults: tuple[Fault, ...]


class Corpus(Record):
    """All occupations of a folder in the order of their slugs; `digest` identifies every byte of the files."""

    occupations: dict[str, Occupation]
    digest: str


class _SourceEntry(Source):
    publisher: Text
    url: Text = Field(pattern=r"^https?://\S+$")
    year: int = Field(ge=1900, le=2100)
    retrieved: date
    licence: Text


class _FigureEntry(Figure):
    country: str = Field(pattern="^(US|NZ)$")
    year: int = Field(ge=1900, le=2100)


class _Codes(Record):
    onet_soc: str = Field(pattern=r"^\d{2}-\d{4}\.\d{2}$", strict=True)
    anzsco: str = Field(pattern=r"^\d{6}$", strict=True)
    isco08: str = Field(pattern=r"^\d{4}$", strict=True)


class _FrontMatter(Record):
    title: Text
    alternate_titles: Annotated[tuple[Text, ...], Field(min_length=1)]
    codes: _Codes
    major_group: str = Field(pattern=r"^\d{2}$", strict=True)
    summary: Text
    sources: tuple[_SourceEntry, ...]
    figures: tuple[_FigureEntry, ...]
    career_paths: Annotated[tuple[CareerPath, ...], Field(min_length=3, max_length=3)]
    answers: dict[str, Text] = {}  # noqa: RUF012  (pydantic copies it)


class _Section(Record):
    """The passages and private facts of one section, and the questions that build on its passages, with line and passage id."""

    topic: Topic
    passages: tuple[Passage, ...]
    asks: tuple[tuple[int, str, str], ...]
    facts: tuple[PrivateFact, ...]


def corpus_folder() -> Path:
    """Where the corpus is: beside the package in a checkout, inside it when installed from a wheel."""
    beside = Path(__file__).resolve().parents[2] / "corpus"
    return beside if beside.is_dir() else Path(__file__).resolve().parents[1] / "material" / "corpus"


def list_files(folder: Path) -> tuple[Path, ...]:
    """The occupation files of a corpus folder, sorted. Raises `LibraryError` where there are none."""
    try:
        paths = sorted(path for path in (folder / "occupations").glob("*.md") if not path.name.startswith("."))
    except OSError:
        paths = []
    if not paths:
        raise LibraryError(f"There is no occupation material in {folder / 'occupations'}.", mend="Restore the corpus folder, or install the program again.")
    return tuple(paths)


def read_corpus(folder: Path) -> Corpus:
    """Every occupation of the folder. Raises `LibraryError` for the first fault, and where there is no file at all."""
    occupations: dict[str, Occupation] = {}
    digest = hashlib.sha256()
    holders: dict[str, str] = {}
    for path in list_files(folder):
        raw = _read_bytes(path)
        digest.update(f"{path.name} {len(raw)}\n".encode() + raw)
        found = read_file(raw, name=path.name)
        if found.occupation is None or found.faults:
            raise found.faults[0].as_error()
        first = holders.setdefault(found.occupation.code, path.name)
        if first != path.name:
            what = f"the code {found.occupation.code} is taken by {first}."
            raise Fault(file=path.name, line=1, what=what, mend="Give each occupation file its own onet_soc code.").as_error()
        occupations[found.slug] = found.occupation
    return Corpus(occupations=occupations, digest=digest.hexdigest()[:16])


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LibraryError(f"The occupation file {path.name} cannot be read.", mend="Check that the file may be read, or restore it.") from error


def read_file(raw: bytes, *, name: str) -> OccupationFile:
    """One occupation file with all its faults, in the order of their lines."""
    return _Reader(name).read(raw)


class _Reader:
    """Reads one file and collects its faults."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._slug = name.removesuffix(".md")
        self._faults: list[Fault] = []
        self._sources: dict[str, Source] = {}
        self._code = ""

    def read(self, raw: bytes) -> OccupationFile:
        if not _SLUG.match(self._slug):
            self._add(1, "the file name is not in kebab case.", "Name the file like registered-nurse.md.")
        try:
            lines = raw.decode("utf-8-sig").splitlines()
        except UnicodeDecodeError as error:
            self._add(raw[: error.start].count(b"\n") + 1, "a byte here is not UTF-8.", "Save the file as UTF-8.")
            return self._result(None)
        end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), None)
        if not lines or lines[0].rstrip() != "---" or end is None:
            self._add(1, "the front matter is not closed in.", "Put one line of three hyphens before it and one after it.")
            return self._result(None)
        front = self._front_matter("\n".join(lines[1:end]))
        if front is None:
            return self._result(None)
        sections = self._sections(lines, start=end + 1)
        return self._result(self._occupation(front, sections))

    def _add(self, line: int, what: str, mend: str) -> None:
        self._faults.append(Fault(file=self._name, line=line, what=what, mend=mend))

    def _result(self, occupation: Occupation | None) -> OccupationFile:
        faults = tuple(sorted(self._faults, key=lambda fault: fault.line))
        return OccupationFile(slug=self._slug, occupation=occupation, faults=faults)

    # --- front matter ---

    def _front_matter(self, text: str) -> _FrontMatter | None:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        try:
            node = loader.get_single_node() or yaml.ScalarNode("", "")
            if not isinstance(node, yaml.MappingNode):
                self._add(2, "the front matter is not a list of keys and values.", "Compare it with corpus/README.md.")
                return None
            self._check_twice(node)
            front = _FrontMatter.model_validate(loader.construct_document(node))
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 2 if error.problem_mark else 2
            self._add(line, f"the front matter is not YAML ({error.problem}).", "Quote a text that holds a colon or starts with a special character.")
            return None
        except yaml.YAMLError:
            self._add(2, "the front matter holds a character that YAML refuses.", "Take out invisible characters.")
            return None
        except ValidationError as error:
            for item in error.errors():
                where = ".".join(str(part) for part in item["loc"])
                self._add(_line_of(node, item["loc"]), f"{where}: {_plain(item['msg'])}.", "Compare the key with corpus/README.md.")
            return None
        self._check_front_matter(front, node)
        self._figure_lines = [_line_of(node, ("figures", n, "text")) for n in range(len(front.figures))]
        return front

    def _check_twice(self, node: yaml.Node) -> None:
        """Keys given twice, which YAML would let pass."""
        if isinstance(node, yaml.SequenceNode):
            for item in node.value:
                self._check_twice(item)
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                if key.value in seen:
                    self._add(key.start_mark.line + 2, f"the key {key.value} stands twice.", "Keep one of them.")
                seen.add(key.value)
                self._check_twice(value)

    def _check_front_matter(self, front: _FrontMatter, node: yaml.Node) -> None:
        self._code = front.codes.onet_soc
        if front.major_group != self._code[:2]:
            self._add(_line_of(node, ("major_group",)), "major_group does not begin the onet_soc code.", "Give the first two digits of onet_soc.")
        for n, entry in enumerate(front.sources):
            line = _line_of(node, ("sources", n, "id"))
            if not _SLUG.match(entry.id) or entry.id in self._sources or entry.id == OWN_SOURCE.id:
                self._add(line, f"the source id {entry.id} is not in kebab case, is taken, or is reserved.", "Give each source an id of its own.")
            self._sources[entry.id] = Source.model_validate(entry.model_dump())
        for n, figure in enumerate(front.figures):
            if figure.source not in self._sources:
                self._add(_line_of(node, ("figures", n, "source")), f"there is no source {figure.source}.", "List the source in the front matter.")

    # --- sections ---

    def _sections(self, lines: list[str], *, start: int) -> tuple[_Section, ...]:
        heads: list[tuple[int, Topic]] = []
        expected = list(Topic)
        for n in range(start, len(lines)):
            if not lines[n].startswith("## "):
                continue
            head = _HEADING.match(lines[n].rstrip())
            if head is None or head["code"] not in Topic.__members__ or not head["title"]:
                self._add(n + 1, "this is not a section heading.", "Write it as ## CODE Title, with one of the ten codes.")
            elif len(heads) < len(expected) and head["code"] == expected[len(heads)]:
                heads.append((n, Topic(head["code"])))
            else:
                self._add(n + 1, f"the section {head['code']} is out of order.", f"Keep the ten sections in the order {', '.join(expected)}.")
        first = heads[0][0] if heads else len(lines)
        if any(line.strip() for line in lines[start:first]):
            self._add(start + 1, "there is text before the first section.", "Begin with ## PATH.")
        for topic in expected[len(heads) :]:
            self._add(len(lines), f"the section {topic} is missing.", "Add it in its place.")
        ends = [n for n, _ in heads[1:]] + [len(lines)]
        return tuple(self._section(topic, lines, start=n + 1, end=end) for (n, topic), end in zip(heads, ends, strict=True))

    def _section(self, topic: Topic, lines: list[str], *, start: int, end: int) -> _Section:
        split = next((n for n in range(start, end) if lines[n].rstrip() == _FACTS_HEADING), None)
        if split is None:
            self._add(start, f"the section {topic} has no line {_FACTS_HEADING}.", "Add it, and the list of private facts below it.")
            split = end
        asking = next((n for n in range(start, split) if lines[n].rstrip() == _ASKS_HEADING), split)
        passages = tuple(self._passages(topic, lines, start=start, end=asking))
        if not passages:
            self._add(start, f"the section {topic} has no paragraph.", "Write two or three paragraphs below its heading.")
        asks = tuple(self._asks(topic, lines, start=asking + 1, end=split))
        return _Section(topic=topic, passages=passages, asks=asks, facts=tuple(self._facts(topic, lines, start=split + 1, end=end)))

    def _passages(self, topic: Topic, lines: list[str], *, start: int, end: int) -> Iterator[Passage]:
        count = 0
        for line, text in list_paragraphs(lines, start=start, end=end):
            cited = _CITED.search(text)
            source = OWN_SOURCE
            if cited:
                text = text[: cited.start()]  # noqa: PLW2901  (the paragraph without its mark)
                source = self._sources.get(cited["id"], OWN_SOURCE)
                if cited["id"] not in self._sources:
                    self._add(line, f"there is no source {cited['id']}.", "List the source in the front matter.")
            if not text or text.startswith(("#", "- ", "* ")) or _ANY_CITED.search(text):
                self._add(line, "this is not a plain paragraph with at most one source id at its end.", "Write whole sentences, then one [source-id].")
                continue
            for piece in cut(text):
                count += 1
                yield Passage(id=f"{self._slug}/{topic}/{count}", occupation=self._code, text=piece, topic=topic, source=source, line=line)

    def _asks(self, topic: Topic, lines: list[str], *, start: int, end: int) -> Iterator[tuple[int, str, str]]:
        for line, text in list_items(lines, start=start, end=end):
            ask = _ASK.match(text)
            if ask is None:
                self._add(line, "this is not a question on a passage.", "Write it as - 2: and the question, 2 being the passage's number in its section.")
                continue
            yield line, f"{self._slug}/{topic}/{ask['passage'].replace(' ', '/')}", ask["text"]

    def _facts(self, topic: Topic, lines: list[str], *, start: int, end: int) -> Iterator[PrivateFact]:
        counts = dict.fromkeys(Tier, 0)
        details: dict[str, list[FactDetail]] = {}
        facts: list[PrivateFact] = []
        for line, text in list_items(lines, start=start, end=end):
            found = _FACT.match(text)
            if found is not None:
                tier = Tier(found["tier"])
                counts[tier] += 1
                facts.append(PrivateFact(id=f"{self._slug}/{topic}/{tier}/{counts[tier]}", tier=tier, topic=topic, text=found["text"]))
            elif text.startswith(BELOW) and facts and _DETAIL.match(text):
                details.setdefault(facts[-1].id, []).append(FactDetail.model_validate(text.removeprefix(BELOW)))
            else:
                self._add(
                    line, "this is not a private fact, nor a detail of one.", "Write it as - T1: followed by what is said, below it a question and its answer."
                )
        for fact in facts:
            yield fact.model_copy(update={"details": tuple(details.get(fact.id, ()))})

    # --- the whole ---

    def _occupation(self, front: _FrontMatter, sections: tuple[_Section, ...]) -> Occupation:
        passages = [passage for section in sections for passage in section.passages]
        counts = dict.fromkeys(Topic, 0)
        for figure, line in zip(front.figures, self._figure_lines, strict=True):
            counts[figure.topic] += 1
            name = f"{self._slug}/{figure.topic}/figure/{counts[figure.topic]}"
            source = self._sources.get(figure.source, OWN_SOURCE)
            passages.append(Passage(id=name, occupation=self._code, text=figure.text, topic=figure.topic, source=source, line=line))
        passages = self._with_asks(passages, [ask for section in sections for ask in section.asks])
        return Occupation(
            code=self._code,
            title=front.title,
            alternate_titles=front.alternate_titles,
            codes=front.codes.model_dump(),
            major_group=front.major_group,
            summary=front.summary,
            sources=tuple(self._sources.values()),
            figures=tuple(Figure.model_validate(figure.model_dump()) for figure in front.figures),
            passages=tuple(passages),
            career_paths=front.career_paths,
            private_facts=tuple(fact for section in sections for fact in section.facts),
            answers=front.answers,
        )

    def _with_asks(self, passages: list[Passage], asks: list[tuple[int, str, str]]) -> list[Passage]:
        known = {passage.id for passage in passages}
        for line, passage_id, _ in asks:
            if passage_id not in known:
                self._add(line, f"there is no passage {passage_id}.", "Give the number of a passage of this section, or figure and its number.")
        return [passage.model_copy(update={"asks": tuple(text for _, on, text in asks if on == passage.id)}) for passage in passages]


def _line_of(node: yaml.Node, path: tuple[int | str, ...]) -> int:
    """The line in the file of the deepest node along the path; the front matter begins on line 2."""
    line = node.start_mark.line
    for part in path:
        if isinstance(node, yaml.MappingNode):
            found = next((pair for pair in node.value if pair[0].value == part), None)
            if found is None:
                break
            line, node = found[0].start_mark.line, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line
    return int(line) + 2


def _plain(message: str) -> str:
    """A validation message in the words of somebody who writes, not programs."""
    if message == "Field required":
        return "the key is missing"
    if message.startswith("Extra inputs"):
        return "there is no such key"
    return message[:1].lower() + message[1:]
