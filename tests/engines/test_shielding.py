"""What leaves for a far server holds no name, employer, address or number of anybody in the notes; the answer has them again. Told by what came over the wire."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from coach import dossier, prompts
from coach.documents import read_note
from coach.engines.language_model import LanguageModelEngine
from coach.engines.scripted import ScriptedEngine
from coach.engines.shielding import ShieldingEngine, find_placeholders, hide
from coach.records import DossierDraft, Note, Person
from coach.settings import open_settings
from evals.notes import CASES, list_cases

EXAMPLE = Path(__file__).parents[2] / "corpus" / "examples" / "notes.md"
EASY = tuple(path for path in list_cases() if path.stem.startswith("dev-"))


def name_all(case: dict) -> set[str]:
    """The person, the employer and everybody else that a case's own annotation names, as far as they stand in its notes."""
    others = (one if isinstance(one, str) else one["name"] for one in case["other_people"])
    names = (case["person"]["name"], case["person"]["employer"], case["organisation"], *others)
    return {name for name in names if name and any(mark.isupper() for mark in name)}


@pytest.mark.parametrize("path", EASY, ids=lambda path: path.stem)
def test_no_name_of_a_set_of_notes_is_on_the_wire(path, openai_server, tmp_path):
    case = json.loads(path.read_text(encoding="utf-8"))
    note = read_note((CASES / case["file"]).read_bytes(), name=case["file"])
    openai_server.queue(DossierDraft().model_dump_json())
    far = LanguageModelEngine(open_settings(data=tmp_path, base_url=openai_server.url, model="openai:m"))
    dossier.draft_dossier(note, ShieldingEngine(far))
    sent = json.dumps(openai_server.requests, ensure_ascii=False)
    present = {name for name in name_all(case) if name in note.text}
    assert present or not name_all(case)
    assert not {name for name in present if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sent)}
    assert not re.findall(r"[\w.+-]+@[\w-]+\.[\w.]+", sent)


def test_the_example_that_comes_with_the_program_names_nobody_on_the_wire(openai_server, tmp_path):
    openai_server.queue(DossierDraft(person=Person(name="PERSON_1", role="electrician", employer="ORG_1")).model_dump_json())
    far = LanguageModelEngine(open_settings(data=tmp_path, base_url=openai_server.url, model="openai:m"))
    note = read_note(EXAMPLE.read_bytes(), name="notes.md")
    read = dossier.draft_dossier(note, ShieldingEngine(far))
    sent = json.dumps(openai_server.requests, ensure_ascii=False)
    for name in ("Hana", "Petrie", "Larchfield", "Jo's", "Durie", "Whanganui"):
        assert name in note.text
        assert name not in sent
    assert "electrician" in sent
    assert read.person == Person(name="Hana Petrie", role="electrician", employer="Larchfield Electrical")


def test_notes_with_every_way_to_reach_somebody_keep_them_all():
    text = "Meeting Tama Whitcombe at Bright Sparks Ltd\ntama@brightsparks.co.nz, ph 021 555 0187, lives at 14 Rimu Street\nwww.brightsparks.co.nz and @tamasparks\nHe said Mere Hohaia taught him."
    rendered = prompts.render("dossier/read", note=Note(text=text))
    placeholders = find_placeholders(rendered)
    hidden = hide(rendered, placeholders).user
    for secret in ("Tama", "Whitcombe", "Bright Sparks", "brightsparks", "021 555 0187", "Rimu", "tamasparks", "Mere", "Hohaia"):
        assert secret not in hidden
    assert placeholders.restore(hidden) == rendered.user


def test_a_stream_has_its_names_again_whatever_its_pieces():
    transcript = "LEARNER: I spoke with Mere Hohaia at Durie Hospital."
    prompt = prompts.render("feedback/reword", fault="leading question", sentence=transcript, heard="Yes.")
    hidden = hide(prompt, find_placeholders(prompt)).user
    mark = re.search(r"(?:PERSON|NAME|ORG)_\d+[A-Z]*", hidden)
    assert mark is not None
    engine = ShieldingEngine(ScriptedEngine([f"You spoke with {mark[0]}, then."], pieces=3))
    said = "".join(engine.stream(prompt))
    assert mark[0] not in said
    assert "Mere" in said or "Hohaia" in said or "Durie" in said


def test_what_the_invented_person_is_called_stays_so_that_they_may_say_it():
    prompt = prompts.render(
        "rehearsal/reply", career_model="You are Odalys Fenwick, plumber.", manner="", cue="", facts="", passages="", told="", turns="LEARNER: Thanks, Odalys Fenwick.", utterance="Do you know Mere Hohaia?"
    )  # fmt: skip
    hidden = hide(prompt, find_placeholders(prompt))
    assert "Odalys Fenwick" in hidden.user
    assert "Hohaia" not in hidden.user
