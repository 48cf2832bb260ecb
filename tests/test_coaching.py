"""The whole coach: what is saved when, what is asked before anything leaves, and what a bad step says."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from coach.coaching import open_coach
from coach.engines import EngineCard
from coach.engines.offline import OfflineEngine
from coach.engines.scripted import ScriptedEngine
from coach.errors import EngineUnavailable, InputRejected, LibraryError, NotReady
from coach.records import ClockKind, EndReason, Note, Person, Speaker, Style

HELLO = "Kia ora, I'm Tia, in my last year at school. How did you get into this work?"


class RemoteEngine(OfflineEngine):
    """Speaks offline but says that text leaves, so that consent can be tested without a network."""

    @property
    def card(self) -> EngineCard:
        return EngineCard(name="far", says="Far away", leaves="Your text is sent to far.example.", provider="far.example")


class Stalling(ScriptedEngine):
    """Says one sentence (or, `silent`, none) and then nothing more until it is let go."""

    def __init__(self, *, silent: bool = False) -> None:
        super().__init__()
        self.silent = silent
        self.asked_now = threading.Event()
        self.go_on = threading.Event()

    def stream(self, prompt):
        self.asked_now.set()
        if not self.silent:
            yield "I began in a boat shed, sweeping up behind an old hand who said little and noticed everything that was done. And then"
        self.go_on.wait(10)
        yield " it rained."


def test_nothing_is_sent_before_the_learner_agreed(settings, clock):
    coach = open_coach(settings, clock=clock, engine=RemoteEngine())
    assert coach.needs_consent()
    with pytest.raises(NotReady, match="Nothing has been sent"):
        coach.draft_dossier(Note(text="Ana Reid, nurse"))
    coach.give_consent()
    assert coach.draft_dossier(Note(text="Ana Reid, registered nurse")).person.name == "Ana Reid"
    coach.withdraw_consent()
    assert coach.needs_consent()
    coach.store.close()


def test_a_learners_turn_is_saved_before_the_engine_is_asked(coach):
    rehearsal = coach.open_rehearsal(occupation="electrician")
    coach.__dict__["_engine"] = ScriptedEngine([EngineUnavailable("It is down.", mend="Try again.")])
    with pytest.raises(EngineUnavailable):
        list(coach.say(rehearsal.id, HELLO))
    kept = coach.get_rehearsal(rehearsal.id)
    assert [turn.text for turn in kept.turns] == [HELLO]
    coach.__dict__["_engine"] = OfflineEngine()
    assert list(coach.reply(rehearsal.id))
    assert len(coach.get_rehearsal(rehearsal.id).turns) == 2


def test_a_reply_that_is_stopped_is_kept_as_far_as_it_was_heard(coach):
    rehearsal = coach.open_rehearsal(occupation="electrician", style=Style.RAMBLING)
    coach.hear(rehearsal.id, HELLO)
    reply = coach.reply(rehearsal.id)
    first = next(reply)
    reply.close()
    assert coach.get_rehearsal(rehearsal.id).turns[-1].text == first


def test_a_reply_can_be_stopped_from_another_window_while_the_server_stalls(coach):
    coach.__dict__["_engine"] = stalling = Stalling()
    rehearsal = coach.open_rehearsal(occupation="electrician")
    coach.hear(rehearsal.id, HELLO)
    reply = coach.reply(rehearsal.id)
    first = next(reply)
    heard: list[str] = []
    reader = threading.Thread(target=lambda: heard.extend(reply))
    reader.start()
    coach.stop_reply(rehearsal.id)
    reader.join(5)
    stalling.go_on.set()
    assert heard == []
    assert coach.get_rehearsal(rehearsal.id).turns[-1].text == first


def test_a_reply_that_is_stopped_before_it_began_is_told_and_may_be_heard_later(coach):
    coach.__dict__["_engine"] = Stalling(silent=True)
    rehearsal = coach.open_rehearsal(occupation="electrician")
    coach.hear(rehearsal.id, HELLO)
    reader = threading.Thread(target=lambda: list(coach.reply(rehearsal.id)))
    reader.start()
    assert coach._engine.asked_now.wait(5)
    with pytest.raises(NotReady, match="before it began"):
        coach.stop_reply(rehearsal.id)
    reader.join(5)
    coach._engine.go_on.set()
    assert coach.get_rehearsal(rehearsal.id).reply_is_due
    coach.__dict__["_engine"] = OfflineEngine()
    assert list(coach.reply(rehearsal.id))


def test_two_windows_that_ask_for_one_reply_hear_it_once(coach):
    rehearsal = coach.open_rehearsal(occupation="electrician")
    coach.hear(rehearsal.id, HELLO)
    heard: list[list[str]] = []
    windows = [threading.Thread(target=lambda: heard.append(list(coach.reply(rehearsal.id)))) for _ in range(4)]
    for window in windows:
        window.start()
    for window in windows:
        window.join(10)
    assert sorted(bool(sentences) for sentences in heard) == [False, False, False, True]
    assert len(coach.get_rehearsal(rehearsal.id).turns) == 2


def test_there_is_no_reply_where_none_is_due(coach):
    rehearsal = coach.open_rehearsal(occupation="electrician")
    assert list(coach.reply(rehearsal.id)) == []
    list(coach.say(rehearsal.id, HELLO))
    assert list(coach.reply(rehearsal.id)) == []


def test_another_coach_goes_on_where_the_first_stopped(coach, settings, clock):
    rehearsal = coach.open_rehearsal(occupation="electrician", seed=3, clock=ClockKind.EXCHANGE)
    list(coach.say(rehearsal.id, HELLO))
    other = open_coach(settings, clock=clock, engine=OfflineEngine())
    other.__dict__["library"] = coach.library
    list(other.say(rehearsal.id, "What was hard about that at first?"))
    assert len(coach.get_rehearsal(rehearsal.id).turns) == 4
    other.store.close()


def test_what_is_said_after_the_end_is_kept_and_gets_no_reply(coach):
    rehearsal = coach.open_rehearsal(occupation="electrician")
    coach.end_rehearsal(rehearsal.id)
    said = "".join(coach.say(rehearsal.id, "Hello?"))
    kept = coach.get_rehearsal(rehearsal.id)
    assert said == ""
    assert kept.ended is EndReason.STOPPED
    assert kept.turns[0].text == "Hello?"


def test_a_learner_who_speaks_by_the_wall_is_timed_by_it(coach, clock):
    rehearsal = coach.open_rehearsal(occupation="electrician", clock=ClockKind.WALL)
    clock.move(120)
    list(coach.say(rehearsal.id, HELLO))
    assert coach.get_rehearsal(rehearsal.id).turns[0].at_s == pytest.approx(120)


def test_the_person_of_the_notes_is_never_the_persona(coach):
    dossier = coach.draft_dossier(coach.open_example())
    for seed in range(30):
        person = coach.open_rehearsal(dossier=dossier, seed=seed).career_model
        assert not set(person.name.split()) & set(dossier.person.name.split())
        assert person.employer != dossier.person.employer


def test_feedback_is_kept_with_the_rehearsal_and_stamped(coach):
    rehearsal = coach.open_rehearsal(occupation="electrician")
    for line in (HELLO, "What was hard about that?", "What does a week look like?", "Who else could I ask?", "Thank you, goodbye."):
        list(coach.say(rehearsal.id, line))
    given = coach.give_feedback(rehearsal.id)
    assert coach.get_feedback(rehearsal.id) == given
    assert given.provenance.made_at is not None
    assert given.provenance.corpus_digest == coach.library.digest


def test_an_unsure_occupation_is_asked_for_and_never_guessed(coach):
    dossier = coach.draft_dossier(coach.paste_note("Zed Quill, whatsit wrangler at Oddments Ltd"))
    assert not dossier.occupation.sure
    with pytest.raises(NotReady, match="which occupation"):
        coach.open_rehearsal(dossier=dossier)
    with pytest.raises(LibraryError):
        coach.open_rehearsal(occupation="whatsit wrangler")


def test_a_correction_of_the_role_looks_the_occupation_up_again(coach):
    dossier = coach.draft_dossier(coach.paste_note("Ana Reid works at Kauri Clinic"))
    corrected = coach.correct_dossier(dossier, person=Person(name="Ana Reid", role="registered nurse", employer="Kauri Clinic"))
    assert corrected.occupation.title == "Registered nurse"


def test_a_rehearsal_that_is_not_there_is_told(coach):
    with pytest.raises(NotReady):
        coach.get_rehearsal("nothing")


@pytest.mark.parametrize("minutes", [0, 5, 500, -3])
def test_impossible_lengths_are_told(coach, minutes):
    with pytest.raises(InputRejected):
        coach.open_rehearsal(occupation="electrician", minutes=minutes)


def test_a_missing_file_is_told(coach, tmp_path):
    with pytest.raises(InputRejected, match="no file"):
        coach.open_note(tmp_path / "none.md")
    with pytest.raises(InputRejected, match="cannot be opened"):
        coach.open_note(Path(tmp_path))


def test_speakers_alternate_and_turns_are_numbered(coach):
    rehearsal = coach.open_rehearsal(occupation="electrician")
    for line in (HELLO, "", "asdf qwer zxcv", "What does a day look like?"):
        list(coach.say(rehearsal.id, line))
    turns = coach.get_rehearsal(rehearsal.id).turns
    assert [turn.n for turn in turns] == list(range(1, len(turns) + 1))
    assert [turn.speaker for turn in turns] == [Speaker.INTERVIEWER, Speaker.CAREER_MODEL] * (len(turns) // 2)


def test_a_rehearsal_can_be_taken_along(coach, tmp_path):
    rehearsal = coach.open_rehearsal(occupation="electrician")
    for line in (HELLO, "What was hard about that?", "What does a week look like?", "Who else could I ask?", "Thank you, goodbye."):
        list(coach.say(rehearsal.id, line))
    coach.give_feedback(rehearsal.id)
    coach.export_rehearsal(rehearsal.id, tmp_path / "talk.md")
    written = (tmp_path / "talk.md").read_text(encoding="utf-8")
    assert "How did you get into this work?" in written
    assert "## Feedback" in written
    coach.export_rehearsal(rehearsal.id, tmp_path / "talk.json")
    (again,) = coach.read_transcripts((tmp_path / "talk.json").read_bytes())
    assert again == coach.get_rehearsal(rehearsal.id).as_transcript()
    with pytest.raises(InputRejected, match="cannot be written"):
        coach.export_rehearsal(rehearsal.id, tmp_path / "talk.exe")
