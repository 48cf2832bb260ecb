"""Practice through the whole coach: hints, pauses, second tries, and what a language model took."""

from __future__ import annotations

import base64
import hashlib

import pytest

from coach import tokens
from coach.coaching import open_coach
from coach.engines import EngineCard
from coach.engines.scripted import ScriptedEngine
from coach.errors import NotReady
from coach.records import ClockKind, Mode, Speaker, Usage
from coach.settings import open_settings

HELLO = "Hello, I'm Tia, thank you for seeing me."
ASK = "How did you come to this work?"


class Counted(ScriptedEngine):
    """A scripted engine that says it is a language model."""

    @property
    def card(self) -> EngineCard:
        return EngineCard(name="far", model_name="far-1", says="Far", leaves="Nothing leaves this machine.")


def _say(coach, rehearsal, *texts):
    for text in texts:
        list(coach.say(rehearsal.id, text))
    return coach.get_rehearsal(rehearsal.id)


# --- hints ---


def test_without_a_list_hints_come_from_the_occupation_material(coach):
    rehearsal = coach.open_rehearsal(occupation="electrician")
    before = coach.list_unasked(rehearsal.id)
    assert 6 <= len(before) <= 10
    _say(coach, rehearsal, HELLO)
    hint = coach.give_hint(rehearsal.id)
    assert hint.question in [question.text for question in before]
    _say(coach, rehearsal, hint.question)
    assert hint.question not in [question.text for question in coach.list_unasked(rehearsal.id)]


def test_real_mode_gives_no_hint_and_an_ended_meeting_none_either(coach):
    real = coach.open_rehearsal(occupation="electrician", mode=Mode.REAL)
    with pytest.raises(NotReady, match="real meeting"):
        coach.give_hint(real.id)
    over = coach.open_rehearsal(occupation="electrician")
    coach.end_rehearsal(over.id)
    with pytest.raises(NotReady, match="over"):
        coach.give_hint(over.id)


def test_mode_and_scores_are_kept(coach):
    opened = coach.open_rehearsal(occupation="electrician", mode=Mode.REAL, scored=False)
    kept = coach.get_rehearsal(opened.id)
    assert (kept.mode, kept.scored) == (Mode.REAL, False)


# --- the clock on the wall ---


def _on_the_wall(coach, clock):
    rehearsal = coach.open_rehearsal(occupation="electrician", clock=ClockKind.WALL)
    clock.move(60)
    return _say(coach, rehearsal, HELLO)


def test_the_wall_clock_stands_still_in_a_pause(coach, clock):
    rehearsal = _on_the_wall(coach, clock)
    assert coach.measure_wall(rehearsal.id) == 60
    coach.pause_rehearsal(rehearsal.id)
    clock.move(3600)
    assert coach.measure_wall(rehearsal.id) == 60
    coach.pause_rehearsal(rehearsal.id)
    coach.resume_rehearsal(rehearsal.id)
    coach.resume_rehearsal(rehearsal.id)
    clock.move(30)
    assert coach.measure_wall(rehearsal.id) == 90
    assert _say(coach, rehearsal, ASK).turns[2].at_s == 90


def test_saying_something_ends_a_pause(coach, clock):
    rehearsal = _on_the_wall(coach, clock)
    coach.pause_rehearsal(rehearsal.id)
    clock.move(7200)
    after = _say(coach, rehearsal, ASK)
    assert after.turns[2].at_s == 60
    assert after.paused_at is None
    clock.move(10)
    assert coach.measure_wall(rehearsal.id) == 70


def test_a_meeting_left_and_come_back_to_is_not_over(coach, clock):
    """A refresh after lunch: nobody pressed pause."""
    rehearsal = _on_the_wall(coach, clock)
    clock.move(5 * 3600)
    after = _say(coach, rehearsal, ASK)
    assert after.ended is None
    assert after.turns[2].at_s == 60


def test_a_short_silence_takes_its_time(coach, clock):
    rehearsal = _on_the_wall(coach, clock)
    clock.move(200)
    assert _say(coach, rehearsal, ASK).turns[2].at_s == 260


# --- trying again ---


def test_both_tries_are_kept_and_found_from_either_side(coach):
    first = _say(coach, coach.open_rehearsal(occupation="electrician"), HELLO, ASK, "Is it hard?")
    assert coach.compare_attempts(first.id) is None
    second = coach.retry_moment(first.id, 5)
    second = _say(coach, second, "What wears you out, and how do you notice?")
    assert coach.get_rehearsal(first.id) == first
    comparison = coach.compare_attempts(first.id)
    assert comparison.at == 5
    assert [attempt.rehearsal_id for attempt in comparison.attempts] == [first.id, second.id]
    assert coach.compare_attempts(second.id) == comparison
    assert {one.id for one in coach.list_rehearsals()} == {first.id, second.id}


def test_a_second_try_stays_with_its_preparation(coach):
    prepared = coach.read_notes(coach.open_example())
    first = _say(coach, coach.open_rehearsal(dossier=prepared.dossier, preparation_id=prepared.id), HELLO, ASK)
    second = coach.retry_moment(first.id, 3)
    assert second.id in {one.id for one in coach.list_rehearsals(preparation_id=prepared.id)}


def test_the_second_of_two_second_tries_is_compared(coach):
    first = _say(coach, coach.open_rehearsal(occupation="electrician"), HELLO, ASK)
    coach.retry_moment(first.id, 3)
    latest = _say(coach, coach.retry_moment(first.id, 3), "Who taught you the most?")
    assert coach.compare_attempts(latest.id).attempts[1].rehearsal_id == latest.id


# --- what it took ---


REPLY = "I swept a boat shed for an old hand who noticed everything, and one day he handed me the pliers and went for his lunch."


def test_tokens_are_counted_for_a_language_model_and_not_for_the_built_in_coach(coach, settings, clock, library):
    offline = _say(coach, coach.open_rehearsal(occupation="electrician"), HELLO)
    assert coach.measure_usage(offline.id) is None
    counting = open_coach(settings, clock=clock, engine=Counted([REPLY, REPLY.replace("pliers", "torch")]))
    counting.__dict__["library"] = library
    talk = _say(counting, counting.open_rehearsal(occupation="electrician"), ASK)
    usage = counting.measure_usage(talk.id)
    assert usage.calls == sum(turn.usage.calls for turn in talk.turns if turn.speaker is Speaker.CAREER_MODEL) >= 1
    assert usage.tokens_in > 500
    assert usage.tokens_out > 20
    assert usage.estimated
    assert counting.find_cost(usage) is None
    counting.store.close()


def test_the_cost_is_by_the_prices_of_the_settings(tmp_path):
    priced = open_coach(open_settings(engine="offline", data=tmp_path, price_in=0.4, price_out=1.6))
    assert priced.find_cost(Usage(calls=3, tokens_in=500_000, tokens_out=250_000)) == pytest.approx(0.6)


def test_with_the_encoding_at_hand_tokens_are_real(coach, clock, library, tmp_path, monkeypatch):
    """A tiny encoding of single bytes in the folder that the settings name, and nowhere else."""
    import tiktoken
    import tiktoken_ext.openai_public as public

    folder = tmp_path / "encodings"
    folder.mkdir()
    content = b"".join(base64.b64encode(bytes([byte])) + f" {byte}\n".encode() for byte in range(256))
    (folder / tokens._CACHE_NAME).write_bytes(content)
    monkeypatch.setattr(tokens, "_DIGEST", hashlib.sha256(content).hexdigest())

    def single_bytes():
        ranks = tiktoken.load.load_tiktoken_bpe(tokens._ADDRESS, expected_hash=tokens._DIGEST)
        return {"name": "o200k_base", "pat_str": r"\S+|\s+", "mergeable_ranks": ranks, "special_tokens": {}}

    monkeypatch.setattr(public, "ENCODING_CONSTRUCTORS", {"o200k_base": single_bytes})
    monkeypatch.setattr("tiktoken.registry.ENCODING_CONSTRUCTORS", {"o200k_base": single_bytes})
    monkeypatch.setattr("tiktoken.registry.ENCODINGS", {})
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", "nowhere")
    tokens._open_encoding.cache_clear()
    counting = open_coach(open_settings(engine="offline", data=tmp_path / "data", TIKTOKEN_CACHE_DIR=folder), clock=clock, engine=Counted([REPLY, REPLY]))
    counting.__dict__["library"] = library
    talk = _say(counting, counting.open_rehearsal(occupation="electrician"), ASK)
    usage = counting.measure_usage(talk.id)
    assert not usage.estimated
    assert usage.tokens_out >= len(REPLY)
    counting.store.close()
    tokens._open_encoding.cache_clear()
