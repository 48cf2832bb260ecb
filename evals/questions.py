"""How good question lists are: the offline engine and a plain baseline on annotated notes, `python -m evals.questions [--show NAME]`.

Cases: the annotated notes of `evals/cases/notes/` (see `evals.notes`). Lists are made twice: from dossiers built out of the annotation, which measures the
questions alone, and from dossiers that the program reads itself, which measures the whole way. The baseline is the same classic list for everybody.

What is counted, per list of 30 minutes. Hooks: the share of the annotated hooks that some question takes up (a figure, or two words of weight, or all of a
hook's words of weight where it has fewer). Barred: strings that may not appear, sensitive spans, names and facts of other people found in a question. Rules:
questions that pass every test, and lists with the right number, order, topics and minutes. Plain: questions asked although the notes answer them. Built on
notes: distinct things of the notes by the length of the list, at most what the notes hold. Overlap: shared words by all words of two lists for one occupation.
Sources: those that hold (a fact of the dossier whose words stand in the notes, the learner's wish, or a passage of the library with its text, title and licence),
and questions without any; the whole way, notes to list with the corpus at hand, is the one that has passages.
"""

from __future__ import annotations

import itertools
import json
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from coach.coaching import Coach
from coach.documents import read_note
from coach.dossier import draft_dossier
from coach.engines.offline import OfflineEngine
from coach.manner.questions import faults_of_question, find_questions, is_blunt_personal, is_job_request, is_referral_ask
from coach.questions import draft_questions
from coach.questions.candidates import PURPOSE_ID, find_stems
from coach.questions.classics import CLASSICS, find_classic
from coach.questions.plan import ASKING, PHASE_OF, plan_list
from coach.records import (
    About,
    Contradiction,
    Dossier,
    Fact,
    Note,
    OccupationChoice,
    Organisation,
    Person,
    Question,
    QuestionList,
    QuestionSource,
    Record,
    Span,
    Topic,
)
from coach.settings import Settings
from evals.notes import CASES, list_cases

MINUTES = 30
CLASSIC_LIST = (
    ("How did you get into this work?", Topic.PATH),
    ("What did you do before this job?", Topic.PATH),
    ("What does a typical day or week look like?", Topic.WORK),
    ("What is the hardest part of the job?", Topic.HARD),
    ("What do you like most about your job?", Topic.JOY),
    ("What training or qualification does someone need?", Topic.ENTRY),
    ("What advice would you give someone starting out?", Topic.ADVICE),
    ("Who else should I talk to?", Topic.LINKS),
)
"""What a plain list from the first page of a search looks like; the baseline."""


class Case(Record):
    """One annotated set of notes with the dossier that a list is made from."""

    name: str
    text: str = ""
    dossier: Dossier
    hooks: tuple[str, ...]
    barred: tuple[str, ...]
    answered: tuple[str, ...]


class ListScore(Record):
    """One list, or several together (means, and sums for what should be nought)."""

    hooks: float = 0.0
    built: float = 0.0
    barred: int = 0
    failed: int = 0
    misplaced: int = 0
    plain: int = 0
    near: int = 0
    open_share: float = 0.0
    topics: float = 0.0
    questions: int = 0
    sources: int = 0
    unsound: int = 0
    unsourced: int = 0
    seconds: float = 0.0


Maker = Callable[[Dossier, int], QuestionList]
Reader = Callable[[Note], Dossier]


def make_offline(dossier: Dossier, seed: int) -> QuestionList:
    """The list as the offline engine and the checks make it."""
    return draft_questions(dossier, OfflineEngine(), occupation=None, passages=(), minutes=MINUTES, seed=seed, reserve=OfflineEngine())


def make_classic(dossier: Dossier, seed: int) -> QuestionList:  # noqa: ARG001  (the baseline looks at nothing)
    """The baseline: the same eight questions for everybody."""
    questions = tuple(
        Question(id=f"q{n}", text=text, topic=topic, phase=PHASE_OF[topic], minutes=3.25, open=is_open(text), why="Everybody asks it.")
        for n, (text, topic) in enumerate(CLASSIC_LIST, start=1)
    )
    return QuestionList(general=True, minutes=MINUTES, questions=questions)


def is_open(text: str) -> bool:
    """Whether a question is open by our own rules."""
    return any(asked.open for asked in find_questions(text)) or is_referral_ask(text)


# --- cases -----------------------------------------------------------------------------------------


def read_alone(note: Note) -> Dossier:
    """The dossier as the offline engine reads it, without any occupation material."""
    return draft_dossier(note, OfflineEngine())


def load_cases(reader: Reader | None = None) -> tuple[Case, ...]:
    """Every annotated case, with the dossier of the annotation or, given a reader, the one that it makes of the notes."""
    found = []
    for path in list_cases():
        case = json.loads(path.read_text(encoding="utf-8"))
        note = read_note((CASES / case["file"]).read_bytes(), name=case["file"])
        dossier = reader(note) if reader else as_dossier(case, (CASES / case["file"]).read_bytes().decode())
        others = [name for other in case["other_people"] for name in (other["name"], *other["facts"])]
        found.append(
            Case(
                name=path.stem,
                text=note.text,
                dossier=dossier,
                hooks=tuple(case.get("hooks", ())),
                barred=(*case["must_not_appear"], *case["sensitive"], *others),
                answered=tuple(sorted({find_classic(item["question"]) for item in case.get("already_answered", ())} - {""})),
            )
        )
    return tuple(found)


def as_dossier(case: dict[str, Any], text: str) -> Dossier:
    """The dossier that the annotation describes."""

    def span(words: str) -> Span:
        start = max(0, text.find(words))
        return Span(text=words, line=text.count("\n", 0, start) + 1, start=start, end=start + len(words))

    person, meeting = case["person"], case["meeting"]
    return Dossier(
        person=Person(**{key: person[key] or "" for key in ("name", "role", "employer")}),
        organisation=Organisation(name=case["organisation"] or ""),
        occupation=OccupationChoice(title=case["occupation_title"] or ""),
        meeting_time=meeting["time"] or "",
        meeting_purpose=meeting["purpose"] or "",
        facts=tuple(
            Fact(id=f"f{n}", text=fact["text"], about=About(fact["about"]), key=fact["key"], source=span(fact["text"]))
            for n, fact in enumerate(case["facts"], start=1)
        ),
        contradictions=tuple(Contradiction(about=c["about"], key=c["key"], spans=tuple(map(span, c["spans"]))) for c in case["contradictions"]),
        sensitive=tuple(map(span, case["sensitive"])),
        other_people=tuple(other["name"] for other in case["other_people"]),
    )


# --- measures --------------------------------------------------------------------------------------


Sound = Callable[[Case, QuestionSource], bool]


def is_sound_note(case: Case, source: QuestionSource) -> bool:
    """Whether a source is the learner's wish, or a fact of the dossier with words that stand in the notes."""
    if source.kind != "note":
        return False
    wish = source.id == PURPOSE_ID and source.text == case.dossier.meeting_purpose
    return wish or any(fact.id == source.id and fact.text == source.text and fact.source.text in case.text for fact in case.dossier.facts)


def holds_source(coach: Coach) -> Sound:
    """The same, and whether a source is a passage that the library holds, with its text, its title and its licence."""

    def is_sound(case: Case, source: QuestionSource) -> bool:
        if source.kind == "note":
            return is_sound_note(case, source)
        passages = coach.library.find_passages(case.dossier.occupation.code, source.text, limit=8)
        kept = next((passage for passage in passages if passage.id == source.id), None)
        return kept is not None and bool(source.licence) and (source.text, source.title, source.licence) == (kept.text, kept.source.title, kept.source.licence)

    return is_sound


def score_list(case: Case, made: QuestionList, *, seconds: float, is_sound: Sound = is_sound_note) -> ListScore:
    """One list on one case."""
    texts = [question.text for question in made.questions]
    groups = {source.id for question in made.questions for source in question.sources if source.kind == "note"}
    possible = min(-(-len(texts) // 2), len(case.dossier.facts) + bool(case.dossier.meeting_purpose))
    return ListScore(
        hooks=sum(any(takes_up(text, hook) for text in texts) for hook in case.hooks) / len(case.hooks) if case.hooks else 1.0,
        built=min(1.0, len(groups) / possible) if possible else 1.0,
        barred=sum(bool(re.search(rf"(?<!\w){re.escape(string)}(?!\w)", " ".join(texts), re.IGNORECASE)) for string in case.barred),
        failed=sum(bool(faults_of_question(q.text, grounded_in=tuple(source.text for source in q.sources))) for q in made.questions),
        misplaced=int(not is_well_laid_out(made)),
        plain=sum(find_classic(text) in case.answered for text in texts),
        near=sum(is_nearly_same(one, other) for one, other in itertools.combinations(texts, 2)),
        open_share=statistics.fmean(question.open for question in made.questions),
        topics=len({question.topic for question in made.questions}),
        questions=len(texts),
        sources=sum(len(question.sources) for question in made.questions),
        unsound=sum(not is_sound(case, source) for question in made.questions for source in question.sources),
        unsourced=sum(not question.sources for question in made.questions),
        seconds=seconds,
    )


def takes_up(question: str, hook: str) -> bool:
    """Whether a question builds on a hook: a figure of it, two of its words of weight, or all of them where there are fewer."""
    figures = {figure for figure in re.findall(r"\d[\d.,]*\d|\d", hook) if len(figure) > 1}
    if figures & set(re.findall(r"\d[\d.,]*\d|\d", question)):
        return True
    wanted = find_stems(hook)
    return bool(wanted) and len(wanted & find_stems(question)) >= min(2, len(wanted))


def is_nearly_same(one: str, other: str) -> bool:
    """Whether two questions of one list share most of their words of weight."""
    a, b = find_stems(one), find_stems(other)
    return bool(a and b) and len(a & b) / len(a | b) >= 0.5


def is_well_laid_out(made: QuestionList) -> bool:
    """Whether a list has 6 to 10 questions over five topics with advice and links, in order, with minutes that add up to the phase budgets."""
    plan = plan_list(made.minutes)
    topics = {question.topic for question in made.questions}
    phases = [ASKING.index(question.phase) for question in made.questions]
    sums = {phase: sum(q.minutes for q in made.questions if q.phase is phase) for phase in ASKING}
    adds_up = all(abs(sums[phase] - plan.minutes[phase]) < 0.01 for phase in ASKING)
    return 6 <= len(made.questions) <= 10 and len(topics) >= 5 and {Topic.ADVICE, Topic.LINKS} <= topics and phases == sorted(phases) and adds_up


def score(maker: Maker, cases: Iterable[Case], *, seed: int = 0, is_sound: Sound = is_sound_note) -> ListScore:
    """One way of making lists over all cases; hooks only where the notes hold any."""
    rows = []
    for case in cases:
        began = time.perf_counter()
        made = maker(case.dossier, seed)
        rows.append((bool(case.hooks), score_list(case, made, seconds=time.perf_counter() - began, is_sound=is_sound)))
    every = [row for _, row in rows]
    return ListScore(
        hooks=statistics.fmean(row.hooks for has_hooks, row in rows if has_hooks),
        built=statistics.fmean(row.built for row in every),
        barred=sum(row.barred for row in every),
        failed=sum(row.failed for row in every),
        misplaced=sum(row.misplaced for row in every),
        plain=sum(row.plain for row in every),
        near=sum(row.near for row in every),
        open_share=statistics.fmean(row.open_share for row in every),
        topics=statistics.fmean(row.topics for row in every),
        questions=sum(row.questions for row in every),
        sources=sum(row.sources for row in every),
        unsound=sum(row.unsound for row in every),
        unsourced=sum(row.unsourced for row in every),
        seconds=statistics.median(row.seconds for row in every),
    )


def score_whole_way() -> ListScore:
    """Notes to list as a learner has it made: read, the occupation chosen, its passages gathered from the corpus, offline."""
    with tempfile.TemporaryDirectory(prefix="coach-questions-") as folder:
        coach = Coach(Settings(data=Path(folder)), engine=OfflineEngine())
        try:
            cases = load_cases(coach.draft_dossier)
            return score(lambda dossier, seed: coach.draft_questions(dossier, minutes=MINUTES, seed=seed), cases, is_sound=holds_source(coach))
        finally:
            coach.close()


def measure_overlap(maker: Maker, cases: Iterable[Case]) -> tuple[float, ...]:
    """For every pair of neighbouring cases with facts: the words shared by two learners who both meet a nurse, by all their words."""
    rich = [case for case in cases if len(case.dossier.facts) > 3]
    role = {"person": Person(role="nurse"), "occupation": OccupationChoice(title="nurse")}
    words = [set(re.findall(r"\w+", " ".join(q.text.lower() for q in maker(case.dossier.model_copy(update=role), 0).questions))) for case in rich]
    return tuple(len(one & other) / len(one | other) for one, other in itertools.pairwise(words))


def count_trespasses(cases: Iterable[Case], *, at_least: int = 1000) -> tuple[int, int]:
    """How many of at least 1,000 generated questions ask for a job or for something private, and how many there were."""
    made: list[str] = []
    kept = tuple(cases)
    for seed in itertools.count(1):
        for case in kept:
            made += [question.text for question in make_offline(case.dossier, seed).questions]
        if len(made) >= at_least:
            break
    return sum(is_job_request(text) or is_blunt_personal(text) for text in made), len(made)


# --- the report ------------------------------------------------------------------------------------


def render_report(rows: dict[str, ListScore]) -> str:
    """A table, one column a way of making lists."""
    parts: tuple[tuple[str, Callable[[ListScore], float]], ...] = (
        ("hooks taken up", lambda row: row.hooks),
        ("built on notes, of half a list", lambda row: row.built),
        ("questions that fail a test", lambda row: float(row.failed)),
        ("lists badly laid out", lambda row: float(row.misplaced)),
        ("barred strings in questions", lambda row: float(row.barred)),
        ("plain questions already answered", lambda row: float(row.plain)),
        ("near-duplicates in one list", lambda row: float(row.near)),
        ("open share", lambda row: row.open_share),
        ("topics a list", lambda row: row.topics),
        ("questions", lambda row: float(row.questions)),
        ("sources named", lambda row: float(row.sources)),
        ("sources that do not hold", lambda row: float(row.unsound)),
        ("questions without a source", lambda row: float(row.unsourced)),
        ("seconds a list, median", lambda row: row.seconds),
    )
    lines = [f"{'':34}" + "".join(f"{name:>12}" for name in rows)]
    return "\n".join([*lines, *(f"{label:34}" + "".join(f"{measure(row):12.2f}" for row in rows.values()) for label, measure in parts)])


def main(arguments: list[str]) -> int:
    """Print the report, or with `--show NAME` the list of one case."""
    annotated = load_cases()
    if "--show" in arguments:
        wanted = arguments[arguments.index("--show") + 1]
        for case in annotated:
            if case.name == wanted:
                print("\n".join(f"{q.topic:6} {q.minutes:4g} min  {q.text}" for q in make_offline(case.dossier, 0).questions))
        return 0
    rows = {"annotated": score(make_offline, annotated), "read": score(make_offline, load_cases(read_alone)), "whole way": score_whole_way()}
    rows["classic"] = score(make_classic, annotated)
    print(f"Questions, {len(annotated)} cases of {MINUTES} minutes, {len(CLASSICS)} classic questions known\n{render_report(rows)}")
    overlap, plain_overlap = measure_overlap(make_offline, annotated), measure_overlap(make_classic, annotated)
    print(f"{'overlap of two learners, mean':34}{statistics.fmean(overlap):12.2f}{'':12}{statistics.fmean(plain_overlap):12.2f}")
    print(f"{'overlap of two learners, highest':34}{max(overlap):12.2f}{'':12}{max(plain_overlap):12.2f}")
    trespasses, total = count_trespasses(annotated)
    print(f"job requests or private questions: {trespasses} of {total} generated")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
