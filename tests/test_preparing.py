"""Notes and dossier through the coach: read, corrected, answered, taken back, and kept."""

from __future__ import annotations

import io
import json
import sqlite3
import sys

import pytest

from coach.cli import main
from coach.cli.shapes import shape_dossier
from coach.coaching import open_coach
from coach.documents import read_note
from coach.engines import EngineCard
from coach.engines.offline import OfflineEngine
from coach.engines.scripted import ScriptedEngine
from coach.errors import EngineUnavailable, InputRejected, LibraryError, NotReady
from coach.records import About, AddedFact, Corrections, DossierDraft, DraftContradiction, DraftFact, Mark, MovedFact, Person, Preparation
from evals.notes import CASES

TEXT = """Meeting Ana Reid, registered nurse at Kauri Clinic, Thursday 3 pm
- started there in 2015, trained in Dunedin
- runs the wound clinic on Tuesdays
- her husband has cancer
- I want to find out whether I would cope with shift work"""
CASE_NAMES = ("dev-01.md", "dev-04.txt", "dev-06.md", "own-03.md", "own-09.md", "own-27.md", "own-54.txt")


class RemoteEngine(OfflineEngine):
    @property
    def card(self) -> EngineCard:
        return EngineCard(name="far", says="Far away", leaves="Your text is sent to far.example.", provider="far.example")


def texts(preparation: Preparation) -> list[str]:
    return [fact.text for fact in preparation.dossier.facts]


def ids(preparation: Preparation) -> set[str]:
    return {gap.id for gap in preparation.dossier.gaps}


def use(coach, *replies) -> ScriptedEngine:
    engine = ScriptedEngine(replies)
    coach.__dict__["_engine"] = engine
    return engine


@pytest.fixture
def kept(coach) -> Preparation:
    return coach.read_notes(coach.paste_note(TEXT))


def read_case(coach, name: str) -> Preparation:
    path = next(path for path in CASES.iterdir() if path.stem == name.split(".", maxsplit=1)[0] and path.suffix in {".md", ".txt"})
    return coach.read_notes(read_note(path.read_bytes(), name=path.name))


# --- reading --------------------------------------------------------------------------------------


def test_notes_are_read_kept_and_named(coach, kept):
    assert coach.get_preparation(kept.id) == kept
    assert kept.dossier == kept.read == coach.draft_dossier(coach.paste_note(TEXT))
    assert kept.title == "Ana Reid, registered nurse"
    assert kept.dossier.occupation.title == "Registered nurse"
    assert kept.dossier.provenance.made_at is not None


def test_what_the_learner_said_and_the_questions_outlive_another_reading(coach, kept):
    with_questions = coach.make_questions(kept.id)
    coach.correct(kept.id, Corrections(name="Ana Reed", struck=("runs the wound clinic on Tuesdays",)))
    held = {fact.text: fact.id for fact in kept.dossier.facts}
    again = coach.read_notes(coach.paste_note("- Kauri Clinic has 40 staff\n" + TEXT), preparation_id=kept.id)
    assert again.id == kept.id
    assert again.questions == with_questions.questions
    assert again.dossier.person.name == "Ana Reed"
    assert "runs the wound clinic on Tuesdays" not in texts(again)
    assert any("40 staff" in text for text in texts(again))
    assert all(fact.id == held[fact.text] for fact in again.dossier.facts if fact.text in held)
    assert coach.list_preparations() == (again,)


def test_answers_outlive_notes_handed_in_anew(coach, kept):
    coach.answer(kept.id, "person_path", "was a baker first")
    again = coach.read_notes(coach.paste_note(TEXT), preparation_id=kept.id)
    assert again.note.text.endswith("Added by me:\n- was a baker first")
    assert "was a baker first" in texts(again)


def test_notes_are_kept_before_the_engine_is_asked(coach, kept):
    use(coach, EngineUnavailable("It is down.", mend="Try again."), EngineUnavailable("It is down.", mend="Try again."))
    coach.correct(kept.id, Corrections(name="Ana Reed"))
    with pytest.raises(EngineUnavailable):
        coach.read_notes(coach.paste_note(TEXT), preparation_id=kept.id)
    assert coach.get_preparation(kept.id).dossier.person.name == "Ana Reed"
    with pytest.raises(EngineUnavailable):
        coach.read_notes(coach.paste_note("Tama, electrician"), preparation_id=kept.id)
    now = coach.get_preparation(kept.id)
    assert (now.note.text, now.dossier, now.corrections.name) == ("Tama, electrician", None, "Ana Reed")
    with pytest.raises(NotReady, match="not been read"):
        coach.correct(kept.id, Corrections(name="Tama"))


def test_nothing_is_sent_before_the_learner_agreed(settings, clock, library):
    coach = open_coach(settings, clock=clock, engine=RemoteEngine())
    coach.__dict__["library"] = library
    with pytest.raises(NotReady, match="Nothing has been sent"):
        coach.read_notes(coach.paste_note(TEXT))
    assert [held.note.text for held in coach.list_preparations()] == [TEXT]
    coach.store.close()


def test_what_is_private_is_not_sent_when_the_notes_are_read_again(coach, kept):
    coach.correct(kept.id, Corrections(private=("trained in Dunedin",)))
    coach.answer(kept.id, "org_size", "about forty people")
    engine = use(coach, DossierDraft())
    coach.read_notes(coach.get_preparation(kept.id).note, preparation_id=kept.id)
    assert "Dunedin" not in engine.asked[0].user
    assert "forty" not in engine.asked[0].user


def test_an_answer_given_in_another_window_while_the_engine_reads_is_not_lost(coach, kept):
    class Slow(OfflineEngine):
        def draft(self, prompt, returns):
            coach.answer(kept.id, "person_path", "was a baker first")
            return super().draft(prompt, returns)

    coach.__dict__["_engine"] = Slow()
    again = coach.read_notes(coach.paste_note(TEXT), preparation_id=kept.id)
    assert "was a baker first" in texts(again)
    assert again.note.text.endswith("- was a baker first")


# --- correcting -----------------------------------------------------------------------------------


def test_a_correction_asks_no_engine_and_is_kept(coach, kept):
    engine = use(coach)
    changed = coach.correct(kept.id, Corrections(name="Ana Reed", meeting_time="", private=("trained in Dunedin",)))
    assert engine.asked == []
    assert coach.get_preparation(kept.id) == changed
    assert changed.title == "Ana Reed, registered nurse"
    assert "meeting_time" in ids(changed)
    assert not any("Dunedin" in text for text in texts(changed))
    assert changed.read == kept.read


def test_the_occupation_is_chosen_anew_with_the_role_unless_the_learner_chose_it(coach, kept):
    assert coach.correct(kept.id, Corrections(role="electrician")).dossier.occupation.title == "Electrician"
    chosen = coach.correct(kept.id, Corrections(occupation="carpenter"))
    assert (chosen.dossier.occupation.title, chosen.dossier.occupation.sure) == ("Carpenter", True)
    assert chosen.corrections.occupation == coach.find_occupation("carpenter").code
    assert coach.correct(kept.id, Corrections(role="baker")).dossier.occupation.title == "Carpenter"
    assert coach.take_back(kept.id, Corrections(occupation="carpenter")).dossier.occupation.title == "Baker"
    assert coach.take_back(kept.id, Corrections(role="baker")).dossier == kept.dossier
    with pytest.raises(LibraryError):
        coach.correct(kept.id, Corrections(occupation="whatsit wrangler"))


def test_an_occupation_given_with_the_notes_counts_as_chosen(coach):
    chosen = coach.read_notes(coach.paste_note(TEXT), occupation="electrician")
    assert chosen.dossier.occupation.title == "Electrician"
    assert coach.correct(chosen.id, Corrections(role="baker")).dossier.occupation.title == "Electrician"


def test_a_chosen_occupation_the_library_does_not_have_any_more_is_no_stumbling_block(coach, kept):
    coach.store.save_preparation(kept.model_copy(update={"corrections": Corrections(occupation="99-9999.99")}))
    assert coach.correct(kept.id, Corrections(name="Ana Reed")).dossier.occupation.title == "Registered nurse"


def test_every_correction_can_be_taken_back(coach, kept):
    change = Corrections(
        name="Ana Reed",
        employer="",
        meeting_purpose="what nights are like",
        struck=("runs the wound clinic on Tuesdays",),
        private=("trained in Dunedin",),
        open=("her husband has cancer",),
        moved=(MovedFact(text="started there in 2015", about=About.ORGANISATION),),
        added=(AddedFact(text="was a baker first", about=About.PERSON, key="path"),),
    )
    changed = coach.correct(kept.id, change)
    assert changed.note.text.endswith("Added by me:\n- was a baker first")
    assert "was a baker first" in texts(changed)
    back = coach.take_back(kept.id, change)
    assert (back.note, back.corrections) == (kept.note, Corrections())
    assert back.dossier.sensitive == kept.dossier.sensitive
    assert [(fact.id, fact.text, fact.about, fact.key) for fact in back.dossier.facts] == [
        (fact.id, fact.text, fact.about, fact.key) for fact in kept.dossier.facts
    ]
    assert back.dossier.person == kept.dossier.person


def test_what_is_opened_is_read_by_rule_though_a_language_model_read_the_rest(coach):
    note = coach.paste_note("Ana Reid, registered nurse\n- she ran a bakery before\n- likes owls")
    draft = DossierDraft(
        person=Person(name="Ana Reid", role="registered nurse"),
        facts=(DraftFact(quote="likes owls", about=About.PERSON, key="interest"),),
        sensitive=("she ran a bakery before",),
    )
    engine = use(coach, draft)
    kept = coach.read_notes(note)
    assert texts(kept) == ["likes owls"]
    opened = coach.correct(kept.id, Corrections(open=("she ran a bakery before",)))
    assert texts(opened) == ["she ran a bakery before", "likes owls"]
    assert opened.dossier.provenance == kept.dossier.provenance
    assert len({fact.id for fact in opened.dossier.facts}) == 2
    assert texts(coach.take_back(kept.id, Corrections(open=("she ran a bakery before",)))) == ["likes owls"]
    assert len(engine.asked) == 1


def test_a_contradiction_is_settled_for_good(coach):
    note = coach.paste_note("Ana Reid, nurse at Kauri Clinic\n- joined in 2015\n- the website says since 2012")
    draft = DossierDraft(
        person=Person(name="Ana Reid", role="nurse"),
        facts=tuple(DraftFact(quote=quote, about=About.PERSON, key="start_year") for quote in ("joined in 2015", "since 2012")),
        contradictions=(DraftContradiction(quotes=("joined in 2015", "since 2012"), about=About.PERSON, key="start_year"),),
    )
    use(coach, draft, draft)
    kept = coach.read_notes(note)
    assert kept.dossier.contradictions
    settled = coach.correct(kept.id, Corrections(settled=("joined in 2015",), struck=("since 2012",)))
    assert settled.dossier.contradictions == ()
    assert [step.when for step in settled.dossier.path] == ["2015"]
    assert coach.read_notes(note, preparation_id=kept.id).dossier.contradictions == ()


@pytest.mark.parametrize("verb", ["correct", "take_back", "answer", "read_notes"])
def test_an_unknown_preparation_is_told_with_a_mend(coach, verb):
    call = {
        "correct": lambda: coach.correct("nobody", Corrections(name="x")),
        "take_back": lambda: coach.take_back("nobody", Corrections(name="x")),
        "answer": lambda: coach.answer("nobody", "person_name", "x"),
        "read_notes": lambda: coach.read_notes(coach.paste_note(TEXT), preparation_id="nobody"),
    }[verb]
    with pytest.raises(NotReady) as told:
        call()
    assert told.value.mend


# --- asking and marking ---------------------------------------------------------------------------


def test_asks_are_answered_until_nothing_is_missing(coach):
    prepared = coach.read_notes(coach.paste_note(""))
    answers = {"person_role": "Registered nurse", "meeting_purpose": "whether I would like nights", "person_name": "Ana Reid", "meeting_time": "Friday 2 pm"}
    asked = []
    while asks := coach.find_asks(prepared):
        asked.append(asks[0].id)
        prepared = coach.answer(prepared.id, asks[0].id, answers.get(asks[0].id, f"something about {asks[0].id.replace('_', ' ')}"))
    assert asked[0] == "person_role"
    assert len(asked) == len(set(asked)) == 14
    assert prepared.dossier.occupation.title == "Registered nurse"
    assert prepared.dossier.gaps == ()
    assert prepared.dossier.warnings == ()
    assert prepared.title == "Ana Reid, Registered nurse"
    assert all(prepared.note.text[fact.source.start : fact.source.end] == fact.text for fact in prepared.dossier.facts)
    assert coach.get_preparation(prepared.id) == prepared


def test_a_preparation_without_notes_is_called_by_what_is_known_of_it(coach):
    prepared = coach.read_notes(coach.paste_note(""))
    assert prepared.title == "Untitled notes"
    assert coach.answer(prepared.id, "person_path", "was a baker first").title == "was a baker first"
    unsure = coach.answer(prepared.id, "person_role", "whatsit wrangler")
    assert not unsure.dossier.occupation.sure
    assert unsure.title == "whatsit wrangler"


def test_an_answer_that_cannot_be_taken_over_changes_nothing(coach, kept):
    with pytest.raises(InputRejected):
        coach.answer(kept.id, "person_path", "  ")
    with pytest.raises(LibraryError):
        coach.answer(kept.id, "occupation", "whatsit wrangler")
    assert coach.get_preparation(kept.id) == kept


def test_before_the_notes_are_read_nothing_is_asked_or_marked(coach):
    unread = coach.save_preparation(coach.paste_note(TEXT))
    assert coach.find_asks(unread) == ()
    assert {piece.mark for line in coach.mark_note(unread) for piece in line.pieces} == {Mark.PLAIN}


def test_the_marks_show_what_is_kept_apart_now(coach, kept):
    def private(preparation: Preparation) -> list[str]:
        return [piece.text for line in coach.mark_note(preparation) for piece in line.pieces if piece.mark is Mark.PRIVATE]

    assert private(kept) == ["her husband has cancer"]
    assert private(coach.correct(kept.id, Corrections(private=("Dunedin",)))) == ["Dunedin", "her husband has cancer"]


@pytest.mark.parametrize("name", CASE_NAMES)
def test_notes_of_many_kinds_go_the_whole_way_and_back(coach, name):
    kept = read_case(coach, name)
    for fact in kept.dossier.facts[:3]:
        assert fact.text not in texts(coach.correct(kept.id, Corrections(struck=(fact.text,))))
        back = coach.take_back(kept.id, Corrections(struck=(fact.text,)))
        assert back.dossier == kept.dossier
    for gap in kept.dossier.gaps[:3]:
        told = "first in a bakery in 2009, then here"
        answered = coach.answer(kept.id, gap.id, told)
        assert gap.id not in ids(answered)
        lines = coach.mark_note(answered)
        assert "\n".join("".join(piece.text for piece in line.pieces) for line in lines) == answered.note.text
        change = Corrections.model_validate({field: getattr(answered.corrections, field) for field in Corrections.model_fields})
        assert coach.take_back(kept.id, change).dossier == kept.dossier
    assert coach.get_preparation(kept.id).note == kept.note


# --- beside the older ways --------------------------------------------------------------------------


def test_a_preparation_of_an_older_version_is_read_corrected_and_given_back(coach, kept):
    old = json.loads(kept.model_dump_json(exclude={"corrections", "read", "earlier"}))
    del old["dossier"]["path"]
    with sqlite3.connect(coach.settings.data / "coach.db") as connection:
        connection.execute("insert into preparation (id, updated_at, record) values ('old', '2026-01-01 00:00:00', ?)", (json.dumps(old | {"id": "old"}),))
    connection.close()
    found = coach.get_preparation("old")
    assert (found.corrections, found.read, found.earlier, found.dossier.path) == (Corrections(), None, (), ())
    changed = coach.correct("old", Corrections(struck=("runs the wound clinic on Tuesdays",), role="electrician"))
    assert changed.dossier.occupation.title == "Electrician"
    assert [step.text for step in changed.dossier.path] == [step.text for step in kept.dossier.path]
    back = coach.take_back("old", Corrections(struck=("runs the wound clinic on Tuesdays",), role=""))
    assert (back.dossier.facts, back.dossier.person, back.dossier.occupation) == (found.dossier.facts, found.dossier.person, found.dossier.occupation)


def test_saving_by_hand_keeps_corrections_and_earlier_lists(coach, kept):
    coach.make_questions(kept.id)
    coach.make_questions(kept.id)
    changed = coach.correct(kept.id, Corrections(name="Ana Reed"))
    same = coach.save_preparation(changed.note, preparation_id=kept.id, dossier=changed.dossier, questions=changed.questions)
    assert (same.corrections, same.read, same.earlier) == (changed.corrections, changed.read, changed.earlier)
    assert same.earlier
    other = coach.paste_note("Tama Hale is an electrician at Wel Power")
    saved = coach.save_preparation(other, preparation_id=kept.id, dossier=coach.draft_dossier(other))
    assert (saved.read, saved.questions, saved.title) == (None, None, "Tama Hale, electrician")


def test_a_dossier_by_itself_can_still_be_corrected(coach):
    dossier = coach.draft_dossier(coach.paste_note(TEXT))
    changed = coach.correct_dossier(dossier, person=Person(name="Ana Reed", role="electrician", employer=""), meeting_purpose="nights")
    assert (changed.person.name, changed.person.employer, changed.meeting_purpose) == ("Ana Reed", "", "nights")
    assert changed.occupation.title == "Electrician"
    assert (changed.facts, changed.path, changed.sensitive) == (dossier.facts, dossier.path, dossier.sensitive)
    assert coach.correct_dossier(dossier, person=dossier.person, meeting_purpose=dossier.meeting_purpose) == dossier
    profile = coach.draft_dossier(coach.paste_note("Ana Reid, registered nurse\n\nExperience\nChef\nNew Zealand Army\n2007 - 2016\n"))
    assert [(step.when, step.text) for step in profile.path] == [("2007 - 2016", "Chef, New Zealand Army")]
    assert coach.correct_dossier(profile, person=Person(name="Ana Reed")).path == profile.path
    assert coach.correct_dossier(dossier, occupation="carpenter").occupation.title == "Carpenter"


def test_the_command_line_tells_the_path(coach, tmp_path, library, library_data, monkeypatch, capsys):
    data = tmp_path / "cli-data"
    data.mkdir()
    (data / "library").symlink_to(library_data / "library")
    monkeypatch.setattr(sys, "argv", ["coach", "--data", str(data), "--json", "--engine", "offline", "dossier", "-"])
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Ana Reid, registered nurse\n- BSc from Otago, 2012\n- joined Kauri Clinic in 2015"), encoding="utf-8")
    )
    with pytest.raises(SystemExit) as stop:
        main()
    assert not stop.value.code
    told = json.loads(capsys.readouterr().out)["path"]
    assert [(step["when"], step["text"], step["source"]["line"]) for step in told] == [
        ("2012", "BSc from Otago", 2),
        ("2015", "joined Kauri Clinic in 2015", 3),
    ]
    assert told[0]["source"]["span"] == "BSc from Otago, 2012"
    assert shape_dossier(coach.draft_dossier(coach.paste_note("owls")))["path"] == []
