"""Settings: where they come from, and what a wrong one says."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.engines import open_engine
from coach.engines.offline import OfflineEngine
from coach.errors import SettingsError
from coach.settings import child_environment, is_local_address, open_settings


def test_an_argument_wins_over_the_environment_and_that_over_the_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("COACH_ENGINE=language_model\nCOACH_MODEL=openai:from-file\n")
    assert open_settings().model == "openai:from-file"
    monkeypatch.setenv("COACH_MODEL", "openai:from-environment")
    assert open_settings().model == "openai:from-environment"
    assert open_settings(model="openai:given").model == "openai:given"
    assert open_settings(engine="offline").engine == "offline"


def test_without_a_key_the_engine_is_offline(tmp_path):
    assert isinstance(open_engine(open_settings(data=tmp_path)), OfflineEngine)


def test_offline_is_kept_to_even_with_a_key(tmp_path, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-x")
    assert isinstance(open_engine(open_settings(data=tmp_path, engine="offline")), OfflineEngine)


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"engine": "magic"}, "magic"),
        ({"base_url": "localhost:11434"}, "COACH_BASE_URL"),
        ({"base_url": "http://example.com/v1"}, "open line"),
        ({"timeout_s": -1}, "timeout_s"),
        ({"embedding": "magic"}, "magic"),
        ({"embedding": "openai:"}, "embedding"),
        ({"embedding": "static:x"}, "embedding"),
    ],
)
def test_a_wrong_setting_is_one_sentence_and_a_step(given, word):
    with pytest.raises(SettingsError, match=word) as caught:
        open_settings(**given)
    assert caught.value.mend


def test_a_key_is_never_shown(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-secret")
    monkeypatch.setenv("COACH_TIMEOUT_S", "soon")
    with pytest.raises(SettingsError) as caught:
        open_settings()
    assert "sk-secret" not in str(caught.value)
    monkeypatch.delenv("COACH_TIMEOUT_S")
    assert "sk-secret" not in repr(open_settings())


@pytest.mark.parametrize("url", ["http://localhost:1/v1", "http://127.0.0.1:1", "http://[::1]:1", "http://192.168.1.5/v1", "http://ollama.local/v1"])
def test_own_machines_count_as_local(url):
    assert is_local_address(url)


@pytest.mark.parametrize("url", ["https://api.openai.com/v1", "http://8.8.8.8", "https://localhost.example.com"])
def test_others_do_not(url):
    assert not is_local_address(url)


def test_a_model_without_provider_is_openai_and_a_slash_is_no_provider():
    assert open_settings(model="gpt-x").model_id == "openai:gpt-x"
    assert open_settings(model="meta/llama:8b").model_id == "openai:meta/llama:8b"
    assert open_settings(model="anthropic:c").model_id == "anthropic:c"


def test_an_embedding_is_named_with_or_without_its_model(monkeypatch):
    assert open_settings().embedding == "static"
    assert open_settings(embedding="openai").embedding_model == "text-embedding-3-small"
    assert open_settings(embedding="onnx").embedding_model == ""
    monkeypatch.setenv("COACH_EMBEDDING", "openai:nomic-embed-text:v1.5")
    assert open_settings().embedding_model == "nomic-embed-text:v1.5"


def test_consent_is_a_list_in_the_environment(monkeypatch):
    monkeypatch.setenv("COACH_CONSENT", "openai, example.com")
    assert open_settings().consent == ("openai", "example.com")


def test_a_process_of_ours_sends_no_telemetry():
    environment = child_environment(engine="offline", data=Path("x"))
    assert environment["ANONYMIZED_TELEMETRY"] == "False"
    assert environment["STREAMLIT_BROWSER_GATHER_USAGE_STATS"] == "false"
    assert environment["LANGSMITH_TRACING"] == "false"
    assert environment["COACH_ENGINE"] == "offline"
    assert Path(environment["COACH_DATA"]).is_absolute()
