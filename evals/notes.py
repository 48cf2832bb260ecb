"""How well notes are read: the offline dossier and a plain baseline on annotated notes, `python -m evals.notes [--cases]`.

Cases: `evals/cases/notes/` holds twelve annotated sets made for development (`dev-`) and sets of our own (`own-`), of the same kinds; the annotations
mark spans character for character. Our own were written in batches by people who did not know the rules; each was scored before anybody looked at what was missed, then used to better
the rules. So their present score flatters; the last ones (from `LATEST` on) were scored first and
tell most; but since then mends were drawn from them too. What was read off each batch at first sight stands in docs/decisions/0007.

What counts as right. Name, role, employer and title: the same words, ignoring case, a title before a name, "the" and a legal form; one may be longer
than the other as long as the shorter lies wholly inside it and they share half of their words. A fact is recalled where a found fact of the same kind covers
half of its characters and is at most four times as long (short spans of up to 30 characters: at most 120). A sensitive span is recalled where nine tenths of it
are covered. Gaps: ids of the closed list, those in `gaps_either` ignored. A contradiction is found where two of its spans are touched by two spans of
one found contradiction.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from coach.documents import read_note
from coach.dossier import draft_dossier, find_gaps
from coach.engines.offline import OfflineEngine
from coach.library import open_library
from coach.records import About, Dossier, Fact, Note, OccupationChoice, OccupationMatch, Organisation, Person, Record, Span

CASES = Path(__file__).parent / "cases" / "notes"
ONET = Path(__file__).resolve().parents[2] / "shared" / "data" / "onet" / "db_30_1_text.zip"
Reader = Callable[[Note], Dossier]


class Tally(Record):
    """Hits out of a number; `wrong` counts what was found and should not have been."""

    hits: int = 0
    of: int = 0
    wrong: int = 0

    def plus(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(hits=self.hits + other.hits, of=self.of + other.of, wrong=self.wrong + other.wrong)

    @property
    def recall(self) -> float:
        """Hits by what was to be found; 1 where nothing was."""
        return self.hits / self.of if self.of else 1.0

    @property
    def precision(self) -> float:
        """Hits by what was found; 1 where nothing was."""
        return self.hits / (self.hits + self.wrong) if self.hits + self.wrong else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class NotesScore(Record):
    """One reader on one or more cases; each part a tally, `seconds` the longest time for one set of notes."""

    name: Tally = Tally()
    role: Tally = Tally()
    employer: Tally = Tally()
    title: Tally = Tally()
    time: Tally = Tally()
    purpose: Tally = Tally()
    facts: Tally = Tally()
    verbatim: Tally = Tally()
    gaps: Tally = Tally()
    sensitive: Tally = Tally()
    contradictions: Tally = Tally()
    leaks: int = 0
    seconds: float = 0.0

    def plus(self, other: NotesScore) -> NotesScore:
        """Both together."""
        parts = {key: getattr(self, key).plus(getattr(other, key)) for key in TALLIES}
        return NotesScore(**parts, leaks=self.leaks + other.leaks, seconds=max(self.seconds, other.seconds))


TALLIES = ("name", "role", "employer", "title", "time", "purpose", "facts", "verbatim", "gaps", "sensitive", "contradictions")


LATEST = 106
"""From this one on our own sets were written after the rules; what was read off them at first sight stands in docs/decisions/0007."""


def is_later(annotation: Path) -> bool:
    """Whether a set of notes was written after the rules."""
    return annotation.stem.startswith("own-") and int(annotation.stem.removeprefix("own-")) >= LATEST


def list_cases(start: str = "") -> tuple[Path, ...]:
    """The annotation files whose names begin with `start`, sorted."""
    return tuple(sorted(path for path in CASES.glob("*.json") if path.name.startswith(start)))


def score_case(annotation: Path, reader: Reader) -> NotesScore:
    """One reader on one annotated set of notes."""
    case = json.loads(annotation.read_text(encoding="utf-8"))
    note = read_note((CASES / case["file"]).read_bytes(), name=case["file"])
    began = time.perf_counter()
    dossier = reader(note)
    seconds = time.perf_counter() - began
    person, meeting = case["person"], case["meeting"]
    return NotesScore(
        name=match_words(person["name"], dossier.person.name),
        role=match_words(person["role"], dossier.person.role),
        employer=match_words(person["employer"], dossier.person.employer),
        title=match_words(case["occupation_title"], dossier.occupation.title),
        time=match_words(meeting["time"], dossier.meeting_time),
        purpose=_touches(meeting["purpose"], dossier.meeting_purpose),
        facts=_score_facts(case, note, dossier),
        verbatim=_count(note.text[fact.source.start : fact.source.end] == fact.text == fact.source.text and "\n" not in fact.text for fact in dossier.facts),
        gaps=_score_gaps(case, dossier),
        sensitive=_score_sensitive(case, note, dossier),
        contradictions=_score_contradictions(case, note, dossier),
        leaks=_count_leaks(case, dossier),
        seconds=seconds,
    )


def score(reader: Reader, cases: Iterable[Path]) -> NotesScore:
    """One reader on several cases together."""
    total = NotesScore()
    for case in cases:
        total = total.plus(score_case(case, reader))
    return total


def read_offline(note: Note) -> Dossier:
    """The dossier as the offline engine makes it."""
    return draft_dossier(note, OfflineEngine())


def read_plainly(note: Note) -> Dossier:
    """The baseline: every line is a fact about the person, the first two capitalised words are the name, gaps are the list items whose word is missing."""
    lines = [(n, line) for n, line in enumerate(note.text.split("\n"), start=1) if len(line.split()) > 2]
    facts = []
    offset = 0
    starts = {}
    for n, line in enumerate(note.text.split("\n"), start=1):
        starts[n] = offset
        offset += len(line) + 1
    for count, (n, line) in enumerate(lines, start=1):
        about = (
            About.ORGANISATION
            if re.search(r"\b(?:staff|company|founded)\b", line)
            else About.OCCUPATION
            if re.search(r"\b(?:need|job|degree)\b", line)
            else About.PERSON
        )
        facts.append(Fact(id=f"f{count}", text=line, about=about, source=Span(text=line, line=n, start=starts[n], end=starts[n] + len(line))))
    name = re.search(r"\b[A-Z]\w+ [A-Z][\w-]+", note.text)
    role = re.search(r"\bas? (\w+) (?:at|for|in)\b", note.text)
    employer = re.search(r"\b(?:at|for) ((?:[A-Z]\w+ ?)+)", note.text)
    words = {
        "person_path": "before",
        "person_education": "degree",
        "org_purpose": "company",
        "org_recent_news": "new",
        "org_size": "staff",
        "occ_tasks": "do",
        "occ_outlook": "demand",
    }
    words |= {"occ_entry_route": "need", "person_work_focus": "work", "meeting_purpose": "want", "meeting_time": "meet"}
    person = Person(name=name[0] if name else "", role=role[1] if role else "", employer=employer[1].strip() if employer else "")
    empty = find_gaps((), person=person, organisation=Organisation(), meeting_time="", meeting_purpose="")
    private = [Span(text=m[0], line=1, start=m.start(), end=m.end()) for m in re.finditer(r"\S+@\S+|\+?\d[\d ()-]{7,}\d", note.text)]
    return Dossier(
        person=person,
        organisation=Organisation(name=person.employer),
        occupation=OccupationChoice(title=person.role),
        facts=tuple(facts),
        gaps=tuple(gap for gap in empty if words.get(gap.id, "\0") not in note.text.lower()),
        sensitive=tuple(private),
    )


# --- one part each ---------------------------------------------------------------------------------


def _count(checks: Iterable[bool]) -> Tally:
    found = list(checks)
    return Tally(hits=sum(found), of=len(found))


def _plain(text: str) -> list[str]:
    text = re.sub(r"\b(?:mr|mrs|ms|miss|dr|prof|the|ltd|limited|inc)\b\.?", " ", text.lower())
    return re.findall(r"\w+", text)


def match_words(wanted: str | None, found: str) -> Tally:
    """Right where both are empty, or one lies inside the other with half of the words in common."""
    if not wanted:
        return Tally(hits=0, of=0, wrong=int(bool(found)))
    one, other = _plain(wanted), _plain(found)
    inside = " ".join(one) in " ".join(other) or (bool(other) and " ".join(other) in " ".join(one))
    right = inside and min(len(one), len(other)) * 2 >= max(len(one), len(other))
    return Tally(hits=int(right), of=1, wrong=int(bool(found) and not right))


def _touches(wanted: str | None, found: str) -> Tally:
    """Right where half of the words of the one wanted are found and the finding is at most four times as long."""
    if not wanted:
        return Tally(wrong=int(bool(found)))
    one, other = _plain(wanted), _plain(found)
    shared = sum(word in other for word in one)
    right = shared * 2 >= len(one) and len(other) <= max(4 * len(one), 30)
    return Tally(hits=int(right), of=1, wrong=int(bool(found) and not right))


def _places(text: str, span: str) -> list[tuple[int, int]]:
    return [(match.start(), match.end()) for match in re.finditer(re.escape(span), text)]


def _score_facts(case: dict[str, Any], note: Note, dossier: Dossier) -> Tally:
    hits = 0
    for wanted in case["facts"]:
        longest = max(4 * len(wanted["text"]), 120 if len(wanted["text"]) <= 30 else 0)
        hits += any(
            fact.about == wanted["about"] and len(fact.text) <= longest and _covered(start, end, [fact.source]) * 2 >= end - start
            for start, end in _places(note.text, wanted["text"])
            for fact in dossier.facts
        )
    marked = [place for wanted in case["facts"] for place in _places(note.text, wanted["text"])]
    wrong = sum(not any(start < fact.source.end and fact.source.start < end for start, end in marked) for fact in dossier.facts)
    return Tally(hits=hits, of=len(case["facts"]), wrong=wrong)


def _covered(start: int, end: int, spans: Iterable[Span]) -> int:
    marks = {at for span in spans for at in range(max(start, span.start), min(end, span.end))}
    return len(marks)


def _score_gaps(case: dict[str, Any], dossier: Dossier) -> Tally:
    wanted, ignored = set(case["gaps"]), set(case["gaps_either"])
    found = {gap.id for gap in dossier.gaps} - ignored
    return Tally(hits=len(found & wanted), of=len(wanted), wrong=len(found - wanted))


def _score_sensitive(case: dict[str, Any], note: Note, dossier: Dossier) -> Tally:
    places = [place for text in case["sensitive"] for place in _places(note.text, text)[:1]]
    hits = sum(_covered(start, end, dossier.sensitive) >= 0.9 * (end - start) for start, end in places)
    wrong = sum(not any(start < span.end and span.start < end for start, end in places) for span in dossier.sensitive)
    return Tally(hits=hits, of=len(places), wrong=wrong)


def _score_contradictions(case: dict[str, Any], note: Note, dossier: Dossier) -> Tally:
    hits, matched = 0, set()
    for wanted in case["contradictions"]:
        places = [_places(note.text, text)[0] for text in wanted["spans"]]
        for n, found in enumerate(dossier.contradictions):
            touched = {count for count, (start, end) in enumerate(places) for span in found.spans if span.start < end and start < span.end}
            if len(touched) >= 2:
                hits += 1
                matched.add(n)
                break
    return Tally(hits=hits, of=len(case["contradictions"]), wrong=len(dossier.contradictions) - len(matched))


def _count_leaks(case: dict[str, Any], dossier: Dossier) -> int:
    """Facts, or parts of the identity, that hold a string which may not appear, a fact of another person, or a sensitive span."""
    texts = [fact.text for fact in dossier.facts] + [dossier.person.name, dossier.person.role, dossier.person.employer, dossier.meeting_time]
    barred = [*case["must_not_appear"], *case["sensitive"], *(fact for other in case["other_people"] for fact in other["facts"])]
    return sum(any(re.search(rf"(?<!\w){re.escape(string)}(?!\w)", text, re.IGNORECASE) for text in texts) for string in barred)


# --- the report ------------------------------------------------------------------------------------


def render_report(rows: dict[str, NotesScore]) -> str:
    """A table, one column a reader."""
    lines = [f"{'':36}" + "".join(f"{name:>12}" for name in rows)]
    keys = ("name", "role", "employer", "title", "time", "purpose")
    lines += [f"{key + ' right':36}" + "".join(f"{getattr(row, key).recall:12.2f}" for row in rows.values()) for key in keys]
    parts: tuple[tuple[str, Callable[[NotesScore], float]], ...] = (
        ("identity (name, role, employer)", lambda row: row.name.plus(row.role).plus(row.employer).recall),
        ("facts recalled", lambda row: row.facts.recall),
        ("facts outside the annotation, share", lambda row: row.facts.wrong / max(1, row.verbatim.of)),
        ("facts verbatim on their line", lambda row: row.verbatim.recall),
        ("gaps precision", lambda row: row.gaps.precision),
        ("gaps recall", lambda row: row.gaps.recall),
        ("gaps F1", lambda row: row.gaps.f1),
        ("sensitive recall", lambda row: row.sensitive.recall),
        ("sensitive precision", lambda row: row.sensitive.precision),
        ("contradictions found", lambda row: row.contradictions.recall),
        ("contradictions made up", lambda row: float(row.contradictions.wrong)),
        ("barred strings in facts", lambda row: float(row.leaks)),
        ("longest reading, seconds", lambda row: row.seconds),
    )
    lines += [f"{label:36}" + "".join(f"{measure(row):12.2f}" for row in rows.values()) for label, measure in parts]
    return "\n".join(lines)


def score_occupations(find: Callable[[str], tuple[OccupationMatch, ...]], held: frozenset[str], cases: Iterable[Path]) -> Tally:
    """Notes that name an occupation which is held: whether an acceptable code comes first for the title the offline reader found."""
    total = Tally()
    for annotation in cases:
        case = json.loads(annotation.read_text(encoding="utf-8"))
        right = set(case.get("onet_soc", ())) & held
        if right:
            dossier = read_offline(read_note((CASES / case["file"]).read_bytes(), name=case["file"]))
            title = dossier.occupation.title or dossier.person.role
            first = [match.code for match in (find(title) if title else ())][:1]
            total = total.plus(Tally(hits=int(bool(set(first) & right)), of=1, wrong=int(bool(first) and not set(first) & right)))
    return total


def main(arguments: list[str]) -> int:
    """Print the report for the development cases, for our own that the rules were made with, and for those written afterwards."""
    readers = {"offline": read_offline, "baseline": read_plainly}
    groups = {
        "for development": list_cases("dev-"),
        "ours, seen while the rules were made": tuple(case for case in list_cases("own-") if not is_later(case)),
        "ours, written afterwards": tuple(filter(is_later, list_cases("own-"))),
    }
    for name, cases in groups.items():
        rows = {reader: score(read, cases) for reader, read in readers.items()}
        print(f"Notes {name}, {len(cases)} cases\n{render_report(rows)}\n")
    print("\n".join(report_occupations()))
    if "--cases" in arguments:
        for case in list_cases():
            row = score_case(case, read_offline)
            parts = " ".join(f"{key}={getattr(row, key).hits}/{getattr(row, key).of}+{getattr(row, key).wrong}" for key in TALLIES)
            print(f"{case.stem}: {parts} leaks={row.leaks}")
    return 0


def report_occupations() -> list[str]:
    """The occupation of the notes by the corpus alone and, where the public data lie beside the project, with O*NET imported."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        library = open_library(Path(folder))
        for name in ("corpus alone", "with O*NET"):
            if name != "corpus alone":
                if not ONET.is_file():
                    lines.append(f"occupation first, {name}: not measured, there is no {ONET.name} beside the project")
                    break
                library.add("onet", str(ONET))
            held = frozenset(match.code for match in library.list_occupations()) if name == "corpus alone" else frozenset(_list_codes(ONET))
            tally = score_occupations(lambda title: library.find_occupations(title, limit=1), held, list_cases())
            lines.append(f"{'occupation first, ' + name:36}{tally.recall:12.2f} of {tally.of} notes")
        library.close()
    return lines


def _list_codes(release: Path) -> set[str]:
    with zipfile.ZipFile(release) as archive:
        table = next(name for name in archive.namelist() if name.endswith("Occupation Data.txt"))
        return {line.split("\t", maxsplit=1)[0] for line in archive.read(table).decode("utf-8").splitlines()[1:]}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
