"""A language model behind the coach: consent, names hidden, calls counted and limited, nothing asked twice, the rules in place of an unreadable answer."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from coach.clock import StoppedClock
from coach.coaching import Coach, open_coach
from coach.coaching.health import say_report
from coach.engines import EngineCard
from coach.engines.language_model.probing import find_servers
from coach.engines.scripted import ScriptedEngine
from coach.engines.standing_in import NOTE
from coach.errors import EngineRefused, EngineUnavailable, NotReady, SettingsError, UnreadableReply
from coach.pricing import FILE, read_prices
from coach.records import DossierDraft, Note, Person, ServerReport
from coach.settings import Settings, open_settings, read_key
from tests.cli.conftest import make_runner
from tests.openai_server import OpenAIServer, Reply

NOTE_TEXT = Note(text="Meeting Tama Whitcombe, electrician at Bright Sparks Ltd.\nHe rewired the old wharf in 2023.", name="n.md")
READ = DossierDraft(person=Person(name="PERSON_1", role="electrician", employer="ORG_1"), job_title="electrician")


class FarEngine(ScriptedEngine):
    """Scripted replies from a provider far away, under the name of a model."""

    @property
    def card(self) -> EngineCard:
        return EngineCard(name="openai:far", model_name="far", says="Language model far", leaves="Your text is sent to far away.", provider="far")


def hold(coach: Coach, library) -> Coach:
    coach.__dict__["library"] = library
    return coach


def open_far(library, settings: Settings, clock: StoppedClock, *replies, agreed: bool = True) -> tuple[Coach, FarEngine]:
    engine = FarEngine(replies)
    coach = hold(open_coach(settings, clock=clock, engine=engine), library)
    if agreed:
        coach.give_consent()
    return coach, engine


def test_without_consent_nothing_is_asked(library, settings, clock):
    coach, engine = open_far(library, settings, clock, READ, agreed=False)
    with pytest.raises(NotReady, match="Nothing has been sent"):
        coach.draft_dossier(NOTE_TEXT)
    assert engine.asked == []


def test_what_is_shown_beforehand_is_what_is_sent(library, settings, clock):
    coach, engine = open_far(library, settings, clock, READ)
    outgoing = coach.preview_reading(NOTE_TEXT)
    assert outgoing is not None
    assert engine.asked == []
    coach.draft_dossier(NOTE_TEXT)
    assert (engine.asked[0].system, engine.asked[0].user) == (outgoing.system, outgoing.user)
    assert "Whitcombe" not in outgoing.user
    assert outgoing.hidden >= 2


def test_the_questions_are_shown_beforehand_too_and_a_near_engine_has_nothing_to_show(library, settings, clock):
    coach, engine = open_far(library, settings, clock, READ)
    dossier = coach.draft_dossier(NOTE_TEXT)
    outgoing = coach.preview_questions(dossier)
    assert outgoing is not None
    assert outgoing.stage == "questions/draft"
    assert "Whitcombe" not in outgoing.user
    assert len(engine.asked) == 1
    near = hold(open_coach(settings, clock=clock), library)
    assert near.preview_reading(NOTE_TEXT) is None


def test_the_names_are_in_what_comes_back(library, settings, clock):
    coach, _ = open_far(library, settings, clock, READ)
    assert coach.draft_dossier(NOTE_TEXT).person.name == "Tama Whitcombe"


def test_the_same_notes_are_sent_once_and_again_after_consent_was_taken_back(library, settings, clock):
    coach, engine = open_far(library, settings, clock, READ, READ)
    first = coach.draft_dossier(NOTE_TEXT)
    assert coach.draft_dossier(NOTE_TEXT).person == first.person
    assert len(engine.asked) == 1
    coach.withdraw_consent()
    coach.give_consent()
    coach.draft_dossier(NOTE_TEXT)
    assert len(engine.asked) == 2


def test_an_unreadable_answer_is_made_good_by_the_rules_and_says_so(library, settings, clock):
    coach, _ = open_far(library, settings, clock, UnreadableReply("It could not be read.", mend="Try again."))
    dossier = coach.draft_dossier(NOTE_TEXT)
    assert dossier.person.name == "Tama Whitcombe"
    assert NOTE in dossier.warnings
    assert dossier.provenance is not None
    assert dossier.provenance.engine == "offline"


def test_a_server_that_is_away_is_told_and_never_made_good_in_its_name(library, settings, clock):
    coach, _ = open_far(library, settings, clock, EngineUnavailable("It is away.", mend="Try again."))
    with pytest.raises(EngineUnavailable):
        coach.draft_dossier(NOTE_TEXT)
    assert coach.summarise_spending().stages[0].failed == 1


def test_calls_are_counted_by_stage_and_priced_by_the_table(library, settings, clock):
    settings.data.mkdir(parents=True, exist_ok=True)
    (settings.data / FILE).write_text('["openai:far"]\nin = 1000.0\nout = 2000.0\ncached = 100.0\n', encoding="utf-8")
    coach, _ = open_far(library, settings, clock, READ, READ)
    coach.draft_dossier(NOTE_TEXT)
    other = NOTE_TEXT.model_copy(update={"text": NOTE_TEXT.text + "\nShe likes boats."})
    coach.draft_dossier(other)
    (stage,) = coach.summarise_spending().stages
    assert (stage.stage, stage.model_id, stage.calls, stage.failed) == ("dossier/read", "openai:far", 2, 0)
    assert 0.4 < stage.repeated_share < 0.5
    repeated = round(stage.repeated_share * stage.tokens_in)
    assert stage.cost == pytest.approx(((stage.tokens_in - repeated) * 1000 + repeated * 100 + stage.tokens_out * 2000) / 1e6)


def test_a_price_table_that_cannot_be_read_is_told(tmp_path):
    (tmp_path / FILE).write_text('["m"]\nin = "dear"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="price table"):
        read_prices(tmp_path)


@pytest.mark.parametrize(("limit", "word"), [({"daily_tokens": 10}, "tokens"), ({"daily_cost": 0.001, "price_in": 100.0, "price_out": 100.0}, "0.00")])
def test_the_days_limit_stops_the_next_call_and_ends_with_the_day(library, settings, clock, limit, word):
    coach, engine = open_far(library, settings.model_copy(update=limit), clock, READ, READ)
    coach.draft_dossier(NOTE_TEXT)
    other = NOTE_TEXT.model_copy(update={"text": NOTE_TEXT.text + "\nShe likes boats."})
    with pytest.raises(EngineRefused, match=f"Today's limit of .*{word}"):
        coach.draft_dossier(other)
    assert len(engine.asked) == 1
    clock.move(timedelta(days=1).total_seconds())
    coach.draft_dossier(other)
    assert len(engine.asked) == 2


def test_another_model_judges_where_the_settings_name_one(openai_server: OpenAIServer, library, tmp_path, clock):
    settings = open_settings(engine="language_model", data=tmp_path / "d", base_url=openai_server.url, model="openai:speaker", judge_model="openai:judge")
    coach = hold(open_coach(settings, clock=clock), library)
    openai_server.queue(READ.model_dump_json())
    coach.draft_dossier(NOTE_TEXT)
    talk = coach.read_transcripts(
        json.dumps({"id": "t", "planned_minutes": 20, "turns": [{"speaker": speaker, "text": text} for speaker, text in TALK]}).encode()
    )[0]
    coach.give_feedback_on(talk)
    assert {asked["model"] for asked in openai_server.requests[:1]} == {"speaker"}
    assert {asked["model"] for asked in openai_server.requests[1:]} == {"judge"}


TALK = [
    ("interviewer", "Hello, I'm Jo, a student, and I'd like to learn what your days are like."),
    ("career_model", "Hello Jo. Ask away."),
    ("interviewer", "What does a morning look like?"),
    ("career_model", "I check the vans and then the jobs."),
    ("interviewer", "What do you check the vans for?"),
    ("career_model", "Ladders, mostly."),
    ("interviewer", "Thank you, who else should I talk to?"),
    ("career_model", "Ask at the depot."),
    ("interviewer", "Thanks for your time."),
    ("career_model", "You're welcome."),
]


def test_trying_tells_what_a_server_does(openai_server: OpenAIServer, library, tmp_path, clock):
    coach = hold(open_coach(open_settings(engine="language_model", data=tmp_path / "d", base_url=openai_server.url, model="openai:m"), clock=clock), library)
    openai_server.queue("OK", '{"yes": true}')
    report = coach.try_model()
    assert report is not None
    assert (report.answers, report.streams, report.form, report.embeddings) == (True, True, "schema", True)
    assert "keeps to a JSON schema" in say_report(report)
    sent = json.dumps(openai_server.requests)
    assert len(sent) < 2000


def test_a_server_that_gives_no_form_is_told_as_that():
    assert "stands in" in say_report(ServerReport(answers=True, streams=False, form=""))


def test_a_server_on_this_machine_is_found_with_its_models(openai_server: OpenAIServer):
    openai_server.models = ["llama3.2", "qwen3"]
    (found,) = find_servers((("Nobody", "http://127.0.0.1:9/v1"), ("Somebody", openai_server.url)))
    assert (found.name, found.models) == ("Somebody", ("llama3.2", "qwen3"))


@pytest.mark.parametrize(
    ("given", "queued", "word"),
    [
        ({"model": "nobody:nothing"}, (), "provider 'nobody' is not known"),
        ({"model": "anthropic:claude"}, (), "package for the provider 'anthropic' is missing"),
        ({"base_url": "SERVER", "model": "openai:m"}, (Reply(status=401),), "refused the key"),
        ({"base_url": "SERVER", "model": "openai:m"}, (Reply(status=404),), "no language model called 'm'"),
        ({"base_url": "http://127.0.0.1:9/v1", "model": "openai:m"}, (), "cannot be reached"),
    ],
)
def test_the_doctor_tells_what_is_wrong_with_a_language_model_and_how_to_mend_it(openai_server, library, tmp_path, clock, given, queued, word):
    openai_server.queue(*queued)
    given = {key: openai_server.url if value == "SERVER" else value for key, value in given.items()}
    coach = hold(open_coach(open_settings(engine="language_model", data=tmp_path / "d", consent="nobody,anthropic", **given), clock=clock), library)
    check = next(check for check in coach.check_health() if check.name == "model")
    assert not check.ok
    assert word in check.detail
    assert check.mend.endswith((".", "'"))


class Pocket(KeyringBackend):
    """A keyring in memory."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service, username):
        return self.held.get((service, username))

    def set_password(self, service, username, password):
        self.held[service, username] = password

    def delete_password(self, service, username):
        del self.held[service, username]


@pytest.fixture
def pocket():
    before = keyring.get_keyring()
    keyring.set_keyring(Pocket())
    yield
    keyring.set_keyring(before)


def test_a_key_in_the_keyring_serves_and_is_nowhere_else(pocket, tmp_path: Path, monkeypatch, capsys):
    secret = "sk-kept-in-the-keyring"
    run = make_runner(tmp_path / "d", monkeypatch, capsys)
    assert run("key", "set", "--stdin", stdin=secret.encode() + b"\n")[0] == 0
    settings = open_settings(data=tmp_path)
    assert settings.api_key.get_secret_value() == secret
    assert secret not in repr(settings)
    assert open_settings(engine="offline").api_key.get_secret_value() == ""
    _, told, _ = run("key", "status")
    assert "holds a key" in told
    assert secret not in told
    run("key", "forget")
    assert read_key() == ""
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()]
