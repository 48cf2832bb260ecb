"""Facts read off notes in many shapes: the made-up notes the weights were fitted on, those kept aside, and changes of form that must not matter."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence

import pytest

from coach.documents import read_note
from coach.records import Dossier
from evals.fit_clauses import KEPT, MADE, Mark, read_markup
from evals.notes import CASES, read_offline

NOTES, ASIDE = read_markup(MADE), read_markup(KEPT)


def read(text: str) -> Dossier:
    return read_offline(read_note(text.encode(), name="notes.txt"))


def facts(text: str) -> set[tuple[str, str]]:
    return {(fact.about.value, fact.text) for fact in read(text).facts}


def recalled(text: str, marks: Iterable[Mark]) -> list[bool]:
    """For each fact whether one of the same kind covers half of it and is at most four times as long."""
    found = read(text).facts
    return [
        any(
            fact.about.value == mark.kind.split(":")[0]
            and 2 * (min(fact.source.end, mark.end) - max(fact.source.start, mark.start)) >= mark.end - mark.start
            and len(fact.text) <= max(4 * (mark.end - mark.start), 120)
            for fact in found
        )
        for mark in marks
    ]


def share(notes: Sequence[tuple[str, tuple[Mark, ...]]]) -> float:
    hits = [hit for text, marks in notes for hit in recalled(text, marks)]
    return sum(hits) / len(hits)


def test_there_are_enough_notes_to_learn_from_and_to_measure_by():
    assert len(NOTES) >= 60
    assert len(ASIDE) >= 30


@pytest.mark.parametrize("text", [text for text, _ in (*NOTES, *ASIDE)], ids=lambda text: text.strip()[:30])
def test_every_fact_stands_word_for_word_on_one_line(text):
    note = read_note(text.encode(), name="notes.txt")
    for fact in read_offline(note).facts:
        assert note.text[fact.source.start : fact.source.end] == fact.text
        assert "\n" not in fact.text


def test_most_facts_of_the_notes_learned_from_are_found():
    assert share(NOTES) >= 0.78


def test_most_facts_of_the_notes_kept_aside_are_found():
    assert share(ASIDE) >= 0.6


@pytest.mark.parametrize(
    "line",
    [
        "nothing on whether there are jobs",
        "no idea what she studied",
        "didn't find how big the firm is",
        "demand: ?",
        "do i need a degree, yes or no",
        "want to know if you need a licence",
        "Apply by 3 March to jobs@lift.example",
        "private: he is in hospital on Tuesdays",
    ],
)
def test_what_is_not_known_or_asked_or_private_is_no_fact(line):
    head = "Meeting Tane Hohepa, lift mechanic at Plumbline Lifts\n- Tane was a fitter at a sugar mill for six years\n"
    assert not [text for _, text in facts(f"{head}- {line}\n") if text in line]


def test_a_row_of_a_table_is_read_without_the_column_of_sources():
    table = (
        "| item | got | from |\n|---|---|---|\n| name | Priya Lokuge | Jules |\n| job | loss adjuster | Jules |\n| firm | Wakapuaka Adjusting | web |\n"
        "| before | building inspector in Porirua, 5 yrs | Jules |\n| size | 14 people in Nelson | web |\n| firm does | checks claims for 9 insurers | web |\n"
    )
    found = facts(table)
    assert ("person", "building inspector in Porirua, 5 yrs") in found
    assert ("organisation", "14 people in Nelson") in found
    assert not [text for _, text in found if "Jules" in text or "web" in text]


def test_in_a_transcript_i_is_the_one_who_speaks():
    text = (
        "I'm meeting Morven Strachan, activities coordinator at Craigowl Lodge\n[00:01] ISLA: welcome, who are you\n"
        "[00:12] MORVEN: I was a hairdresser for eleven years\n[00:20] FRASER: I was an army chef for sixteen years\n[00:31] FRASER: we've sixty staff in all\n"
    )
    found = facts(text)
    assert any(about == "person" and "hairdresser" in text for about, text in found)
    assert any(about == "organisation" and "sixty staff" in text for about, text in found)
    assert not any("army chef" in text for _, text in found)


def test_in_a_broadcast_the_one_who_answers_is_the_person_though_nobody_says_so():
    text = (
        "morning show\n[00:01] PIP: on the line we have a lift manager from Snowfold, what did you do before?\n[00:09] HEMI: I was a carpenter for nine years in Twizel\n"
        "[00:15] PIP: and what are you on now?\n[00:20] HEMI: I'm putting a new rope on our old double chair\n"
    )
    assert any("carpenter" in fact for about, fact in facts(text) if about == "person")


def test_in_a_chat_about_somebody_what_the_friend_writes_is_told_of_the_person():
    text = (
        "[14:02, 9/3] Uncle: your man is Ngaio Petrov, rope trainer at Highpoint School\n[14:03, 9/3] Uncle: she was a postie before that\n[14:04, 9/3] Me: lol i was a postie once\n"
        "[14:05, 9/3] Uncle: she did the level 3 rope certificate\n[14:06, 9/3] Me: ok\n"
    )
    found = facts(text)
    assert any("postie before" in fact for about, fact in found if about == "person")
    assert not any("once" in fact for _, fact in found)


@pytest.mark.parametrize(
    "line", ["was a fitter at a sugar mill for six years", "did the national diploma while working", "was the cook on a trawler, four years"]
)
def test_a_statement_without_a_subject_is_no_question(line):
    assert any(line in fact for _, fact in facts(f"tane hohepa, lift mechanic at plumbline lifts\n{line}\n"))


def test_a_bare_figure_keeps_its_label():
    table = "Meeting Tane Hohepa, lift mechanic at Plumbline Lifts\n## Plumbline Lifts\n| what | figure |\n|---|---|\n| founded | 1987 |\n| people | 64 |\n"
    assert {("organisation", "founded | 1987"), ("organisation", "people | 64")} <= facts(table)


CHANGES: dict[str, Callable[[str], str]] = {
    "small letters": str.lower,
    "no full stops": lambda text: re.sub(r"\.(?=\s)", " ", text),
    "bars for dashes": lambda text: re.sub(r"(?<=\S) - (?=\S)", " | ", text),
    "commas for dashes": lambda text: re.sub(r"(?<=\S) - (?=\S)", " , ", text),
    "junk around": lambda text: f"milk, bread\nring the garage\n\n{text}\n\nbin day moved\nbuy stamps\n",
}


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_changes_of_form_cost_few_facts(change):
    kept = total = 0
    for path in (CASES / f"{name}.json" for name in ("dev-02", "dev-04", "own-03", "own-17", "own-26", "own-94", "own-98", "own-100")):
        case = json.loads(path.read_text(encoding="utf-8"))
        text = CHANGES[change]((CASES / case["file"]).read_text(encoding="utf-8"))
        wanted = [(fact["about"], CHANGES[change](fact["text"]).strip()) for fact in case["facts"]] if change != "junk around" else []
        wanted = wanted or [(fact["about"], fact["text"]) for fact in case["facts"]]
        marks = [Mark(start=at, end=at + len(words), kind=f"{about}:") for about, words in wanted if (at := text.find(words)) >= 0]
        hits = recalled(text, marks)
        kept, total = kept + sum(hits), total + len(hits)
    assert kept / total >= 0.7
