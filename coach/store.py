"""What is kept: preparations, rehearsals turn by turn, feedback and consents. SQLAlchemy Core, SQLite by default, PostgreSQL by URL.

Every write is one transaction, committed before the method returns, so what the screen shows as done survives a killed process. Records are kept as JSON in
one column beside the few columns that are searched; a record is validated again when it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa
from pydantic import ValidationError

from coach.errors import StoreError
from coach.records import CheckIn, Contact, Conversation, EndReason, Feedback, Preparation, Record, Rehearsal, SelfView, Spent, Turn

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

R = TypeVar("R", bound=Record)

BUSY_SECONDS = 5
"""How long a write waits for another program that holds the database."""

_meta = sa.MetaData()
_preparation = sa.Table(
    "preparation",
    _meta,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("updated_at", sa.DateTime(timezone=True)),
    sa.Column("record", sa.Text),
)
_rehearsal = sa.Table(
    "rehearsal",
    _meta,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("preparation_id", sa.String(40)),
    sa.Column("started_at", sa.DateTime(timezone=True)),
    sa.Column("ended", sa.String(20)),
    sa.Column("record", sa.Text),
)
_turn = sa.Table(
    "turn",
    _meta,
    sa.Column("rehearsal_id", sa.String(40), primary_key=True),
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("record", sa.Text),
)
_feedback = sa.Table(
    "feedback",
    _meta,
    sa.Column("rehearsal_id", sa.String(40), primary_key=True),
    sa.Column("made_at", sa.DateTime(timezone=True)),
    sa.Column("record", sa.Text),
)
_check_in, _conversation = (
    sa.Table(name, _meta, sa.Column("id", sa.String(40), primary_key=True), sa.Column("made_at", sa.DateTime(timezone=True)), sa.Column("record", sa.Text))
    for name in ("check_in", "conversation")
)
_self_view = sa.Table("self_view", _meta, sa.Column("rehearsal_id", sa.String(40), primary_key=True), sa.Column("record", sa.Text))
_consent = sa.Table("consent", _meta, sa.Column("provider", sa.String(200), primary_key=True), sa.Column("given_at", sa.DateTime(timezone=True)))
_spent = sa.Table("spent", _meta, sa.Column("id", sa.Integer, primary_key=True), sa.Column("made_at", sa.DateTime(timezone=True)), sa.Column("record", sa.Text))
_answer = sa.Table(
    "answer", _meta, sa.Column("digest", sa.String(64), primary_key=True), sa.Column("made_at", sa.DateTime(timezone=True)), sa.Column("record", sa.Text)
)
_contact = sa.Table(
    "contact", _meta, sa.Column("id", sa.String(40), primary_key=True), sa.Column("updated_at", sa.DateTime(timezone=True)), sa.Column("record", sa.Text)
)

MOST_ANSWERS = 500
"""So many answers of language models are kept for being asked the same again; older ones are forgotten."""


class Store:
    """The learner's data. Every method may raise `StoreError` with the step that mends it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def save_preparation(self, preparation: Preparation) -> None:
        """Keep this preparation; an older one of the same id is replaced. `updated_at` must be set."""
        values = {"updated_at": preparation.updated_at, "record": preparation.model_dump_json()}
        with self._writing() as connection:
            _put(connection, _preparation, {"id": preparation.id}, values)

    def get_preparation(self, preparation_id: str) -> Preparation | None:
        """The preparation of that id, or None."""
        with self._reading() as connection:
            raw = connection.scalar(sa.select(_preparation.c.record).where(_preparation.c.id == preparation_id))
        return None if raw is None else _read(Preparation, raw)

    def list_preparations(self) -> tuple[Preparation, ...]:
        """All preparations, the latest first."""
        with self._reading() as connection:
            raws = connection.scalars(sa.select(_preparation.c.record).order_by(_preparation.c.updated_at.desc(), _preparation.c.id)).all()
        return tuple(_read(Preparation, raw) for raw in raws)

    def save_rehearsal(self, rehearsal: Rehearsal, *, preparation_id: str | None = None) -> None:
        """Keep a new rehearsal with the turns it has. `started_at` must be set."""
        head = rehearsal.model_copy(update={"turns": ()})
        with self._writing() as connection:
            connection.execute(
                _rehearsal.insert().values(
                    id=rehearsal.id,
                    preparation_id=preparation_id,
                    started_at=rehearsal.started_at,
                    ended=rehearsal.ended,
                    record=head.model_dump_json(),
                )
            )
            for turn in rehearsal.turns:
                connection.execute(_turn.insert().values(rehearsal_id=rehearsal.id, n=turn.n, record=turn.model_dump_json()))

    def save_turn(self, rehearsal_id: str, turn: Turn, *, ended: EndReason | None = None) -> None:
        """Append one turn, and note the end of the rehearsal where it ends; both or neither.

        Raises `StoreError` where a turn of that number is there already: another window went on with the same rehearsal.
        """
        with self._writing() as connection:
            connection.execute(_turn.insert().values(rehearsal_id=rehearsal_id, n=turn.n, record=turn.model_dump_json()))
            if ended is not None:
                connection.execute(_rehearsal.update().where(_rehearsal.c.id == rehearsal_id).values(ended=ended.value))

    def save_pause(self, rehearsal_id: str, *, paused_at: datetime | None, paused_s: float) -> None:
        """Note that the meeting's clock stands still since then, or goes on (None), and how many seconds it has stood still in all."""
        with self._writing() as connection:
            raw = connection.scalar(sa.select(_rehearsal.c.record).where(_rehearsal.c.id == rehearsal_id))
            if raw is not None:
                head = _read(Rehearsal, raw).model_copy(update={"paused_at": paused_at, "paused_s": paused_s})
                connection.execute(_rehearsal.update().where(_rehearsal.c.id == rehearsal_id).values(record=head.model_dump_json()))

    def get_preparation_id(self, rehearsal_id: str) -> str | None:
        """The id of the preparation that a rehearsal belongs to, or None."""
        with self._reading() as connection:
            return connection.scalar(sa.select(_rehearsal.c.preparation_id).where(_rehearsal.c.id == rehearsal_id))

    def save_end(self, rehearsal_id: str, ended: EndReason) -> None:
        """Note that the rehearsal is over."""
        with self._writing() as connection:
            connection.execute(_rehearsal.update().where(_rehearsal.c.id == rehearsal_id).values(ended=ended.value))

    def get_rehearsal(self, rehearsal_id: str) -> Rehearsal | None:
        """The rehearsal of that id with all its turns in order, or None."""
        with self._reading() as connection:
            row = connection.execute(sa.select(_rehearsal.c.record, _rehearsal.c.ended).where(_rehearsal.c.id == rehearsal_id)).one_or_none()
            raws = connection.scalars(sa.select(_turn.c.record).where(_turn.c.rehearsal_id == rehearsal_id).order_by(_turn.c.n)).all()
        if row is None:
            return None
        turns = tuple(_read(Turn, raw) for raw in raws)
        ended = EndReason(row.ended) if row.ended else None
        return _read(Rehearsal, row.record).model_copy(update={"turns": turns, "ended": ended})

    def list_rehearsals(self, *, preparation_id: str | None = None) -> tuple[Rehearsal, ...]:
        """All rehearsals without their turns, the latest first; only those of one preparation where its id is given."""
        query = sa.select(_rehearsal.c.record, _rehearsal.c.ended).order_by(_rehearsal.c.started_at.desc(), _rehearsal.c.id)
        if preparation_id is not None:
            query = query.where(_rehearsal.c.preparation_id == preparation_id)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return tuple(_read(Rehearsal, row.record).model_copy(update={"ended": EndReason(row.ended) if row.ended else None}) for row in rows)

    def save_feedback(self, rehearsal_id: str, feedback: Feedback, *, made_at: datetime) -> None:
        """Keep the feedback on a rehearsal; a later one replaces it."""
        with self._writing() as connection:
            _put(connection, _feedback, {"rehearsal_id": rehearsal_id}, {"made_at": made_at, "record": feedback.model_dump_json()})

    def get_feedback(self, rehearsal_id: str) -> Feedback | None:
        """The feedback on that rehearsal, or None."""
        with self._reading() as connection:
            raw = connection.scalar(sa.select(_feedback.c.record).where(_feedback.c.rehearsal_id == rehearsal_id))
        return None if raw is None else _read(Feedback, raw)

    def list_feedback(self) -> dict[str, Feedback]:
        """The feedback on every rehearsal that has one, by the rehearsal's id."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(_feedback.c.rehearsal_id, _feedback.c.record)).all()
        return {row.rehearsal_id: _read(Feedback, row.record) for row in rows}

    def save_self_view(self, rehearsal_id: str, view: SelfView) -> None:
        """Keep the learner's own view of a rehearsal; a later one replaces it."""
        with self._writing() as connection:
            _put(connection, _self_view, {"rehearsal_id": rehearsal_id}, {"record": view.model_dump_json()})

    def get_self_view(self, rehearsal_id: str) -> SelfView | None:
        """The learner's own view of that rehearsal, or None."""
        with self._reading() as connection:
            raw = connection.scalar(sa.select(_self_view.c.record).where(_self_view.c.rehearsal_id == rehearsal_id))
        return None if raw is None else _read(SelfView, raw)

    def save_check_in(self, check_in: CheckIn) -> None:
        """Keep a confidence check-in."""
        with self._writing() as connection:
            _put(connection, _check_in, {"id": check_in.id}, {"made_at": check_in.made_at, "record": check_in.model_dump_json()})

    def list_check_ins(self) -> tuple[CheckIn, ...]:
        """All confidence check-ins, the earliest first."""
        with self._reading() as connection:
            raws = connection.scalars(sa.select(_check_in.c.record).order_by(_check_in.c.made_at, _check_in.c.id)).all()
        return tuple(_read(CheckIn, raw) for raw in raws)

    def save_conversation(self, conversation: Conversation) -> None:
        """Keep a conversation brought in from elsewhere, with its feedback."""
        with self._writing() as connection:
            _put(connection, _conversation, {"id": conversation.id}, {"made_at": conversation.made_at, "record": conversation.model_dump_json()})

    def list_conversations(self) -> tuple[Conversation, ...]:
        """All conversations brought in, the earliest first."""
        with self._reading() as connection:
            raws = connection.scalars(sa.select(_conversation.c.record).order_by(_conversation.c.made_at, _conversation.c.id)).all()
        return tuple(_read(Conversation, raw) for raw in raws)

    def remove_conversation(self, conversation_id: str) -> None:
        """Forget a conversation that was brought in."""
        with self._writing() as connection:
            connection.execute(_conversation.delete().where(_conversation.c.id == conversation_id))

    def save_consent(self, provider: str, *, given_at: datetime) -> None:
        """Keep that the learner agreed to send text to this provider."""
        with self._writing() as connection:
            _put(connection, _consent, {"provider": provider}, {"given_at": given_at})

    def remove_consent(self, provider: str) -> None:
        """Take the learner's consent back."""
        with self._writing() as connection:
            connection.execute(_consent.delete().where(_consent.c.provider == provider))

    def list_consents(self) -> tuple[str, ...]:
        """The providers the learner agreed to, sorted."""
        with self._reading() as connection:
            return tuple(connection.scalars(sa.select(_consent.c.provider).order_by(_consent.c.provider)).all())

    def save_contacts(self, contacts: Iterable[Contact]) -> None:
        """Keep these contacts, all or none; older ones of the same ids are replaced. `updated_at` must be set."""
        with self._writing() as connection:
            for contact in contacts:
                _put(connection, _contact, {"id": contact.id}, {"updated_at": contact.updated_at, "record": contact.model_dump_json()})

    def list_contacts(self) -> tuple[Contact, ...]:
        """All contacts."""
        with self._reading() as connection:
            raws = connection.scalars(sa.select(_contact.c.record).order_by(_contact.c.id)).all()
        return tuple(_read(Contact, raw) for raw in raws)

    def remove_contact(self, contact_id: str) -> None:
        """Forget a contact."""
        with self._writing() as connection:
            connection.execute(_contact.delete().where(_contact.c.id == contact_id))

    def save_spent(self, spent: Spent) -> None:
        """Write a language-model call down."""
        with self._writing() as connection:
            connection.execute(_spent.insert().values(made_at=spent.made_at, record=spent.model_dump_json()))

    def list_spent(self, *, since: datetime) -> tuple[Spent, ...]:
        """The language-model calls from this moment on, the earliest first."""
        with self._reading() as connection:
            raws = connection.scalars(sa.select(_spent.c.record).where(_spent.c.made_at >= since).order_by(_spent.c.made_at, _spent.c.id)).all()
        return tuple(_read(Spent, raw) for raw in raws)

    def save_answer(self, digest: str, answer: str, *, made_at: datetime) -> None:
        """Keep a language model's answer for the digest of what was asked; the oldest make room."""
        with self._writing() as connection:
            _put(connection, _answer, {"digest": digest}, {"made_at": made_at, "record": answer})
            kept = sa.select(_answer.c.digest).order_by(_answer.c.made_at.desc(), _answer.c.digest).limit(MOST_ANSWERS).scalar_subquery()
            connection.execute(_answer.delete().where(_answer.c.digest.not_in(kept)))

    def get_answer(self, digest: str) -> str | None:
        """The answer kept for this digest, or None."""
        with self._reading() as connection:
            return connection.scalar(sa.select(_answer.c.record).where(_answer.c.digest == digest))

    def forget_answers(self) -> None:
        """Forget every answer kept."""
        with self._writing() as connection:
            connection.execute(_answer.delete())

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with _told(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _told(), self._engine.connect() as connection:
            yield connection


def open_store(data: Path, *, url: str = "") -> Store:
    """The store in this folder (made where missing), or at this database URL, brought to the newest form. Raises `StoreError`."""
    with _told():
        if url:
            engine = sa.create_engine(url, pool_pre_ping=True)
        else:
            _make_private_folder(data)
            engine = sa.create_engine(f"sqlite:///{data / 'coach.db'}", connect_args={"timeout": BUSY_SECONDS})
            sa.event.listen(engine, "connect", _prepare_sqlite)
        _migrate(engine)
    return Store(engine)


def _make_private_folder(data: Path) -> None:
    data.mkdir(parents=True, exist_ok=True, mode=0o700)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _migrate(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "coach:migrations")
    config.set_main_option("path_separator", "os")
    newest = ScriptDirectory.from_config(config).get_current_head()
    with engine.begin() as connection:
        present = MigrationContext.configure(connection).get_current_revision()
        if present == newest:
            return
        if present is not None and present > str(newest):
            raise StoreError(
                "Your data were written by a newer version of the coach.", mend="Install that version again, or choose another folder with --data."
            )
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _put(connection: Connection, table: sa.Table, key: dict[str, Any], values: dict[str, Any]) -> None:
    """Update the row of this key, or insert it; the same on every database."""
    where = [table.c[name] == value for name, value in key.items()]
    if connection.execute(table.update().where(*where).values(**values)).rowcount == 0:
        connection.execute(table.insert().values(**key, **values))


def _read(kind: type[R], raw: str) -> R:
    try:
        return kind.model_validate_json(raw)
    except ValidationError as error:
        raise StoreError(f"A stored {kind.__name__.lower()} cannot be read.", mend="Restore your last backup, or start a new one.") from error


@contextmanager
def _told() -> Iterator[None]:
    """Turn what the database or the disk says into one sentence and its mending step."""
    try:
        yield
    except sa.exc.IntegrityError as error:
        raise StoreError("This was saved already from another window.", mend="Reload the page to see where it stands.") from error
    except sa.exc.DBAPIError as error:
        raise _as_store_error(str(error.orig)) from error
    except (sa.exc.ArgumentError, ModuleNotFoundError) as error:
        raise StoreError("The database address is not usable.", mend="Correct COACH_DATABASE_URL, or unset it to use the built-in database.") from error
    except OSError as error:
        raise StoreError("Your data folder cannot be written.", mend="Free some space, or choose another folder with --data or COACH_DATA.") from error


def _as_store_error(said: str) -> StoreError:
    lowered = said.lower()
    if "locked" in lowered or "busy" in lowered:
        return StoreError("Another program holds your data.", mend="Close other windows of the coach and try again; nothing was lost.")
    if "full" in lowered or "disk i/o" in lowered:
        return StoreError("The disk is full.", mend="Free some space and try again; what was saved before is still there.")
    if "not a database" in lowered or "malformed" in lowered:
        return StoreError("The data file is damaged.", mend="Restore your last backup, or move coach.db away and start afresh.")
    if "readonly" in lowered or "unable to open" in lowered or "read-only" in lowered:
        return StoreError("Your data folder cannot be written.", mend="Choose another folder with --data or COACH_DATA.")
    return StoreError("The database did not answer.", mend="Check that it runs and that COACH_DATABASE_URL is right, then try again.")
