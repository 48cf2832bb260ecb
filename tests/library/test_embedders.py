"""One contract for every embedding of the library, and what is particular to those that ask a server or download."""

from __future__ import annotations

import functools
import json
import logging
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from coach.coaching import open_coach
from coach.errors import LibraryError
from coach.library import open_library
from coach.library.embedding_onnx import ADDRESS, FILES, MODEL, SHA256, OnnxEmbedder, open_minilm
from coach.library.embedding_openai import BATCH, OpenAIEmbedder
from coach.library.embeddings import Embedder, StaticEmbedder, open_embedder
from coach.library.index import Document, Index, Kind
from coach.library.places import FolderPlace
from coach.settings import open_settings
from tests.library.conftest import find_free_port
from tests.library.tiny_onnx import write_archive
from tests.openai_server import OpenAIServer, Reply, hash_words

SECRET = "sk-secret-secret"
TEXT = "what the learner looks up"
REMOTE = "https://embeddings.example/v1"


def ask_server(server: OpenAIServer, **given: Any) -> OpenAIEmbedder:
    settings = open_settings(**{"embedding": "openai:tiny", "base_url": server.url, "OPENAI_API_KEY": SECRET} | given)
    return OpenAIEmbedder(settings, list_consents=tuple, retries=0)


def hash_texts(texts: list[str]) -> list[list[float]]:
    return [hash_words(text, size=32) for text in texts]


@pytest.fixture(params=["static", "openai", "onnx"])
def embedder(request: pytest.FixtureRequest, openai_server: OpenAIServer, tmp_path: Path) -> Embedder:
    if request.param == "openai":
        return ask_server(openai_server)
    if request.param == "onnx":
        return OnnxEmbedder(tmp_path, make=lambda folder, tell: hash_texts)
    return StaticEmbedder()


# --- the contract ---


def test_every_text_becomes_a_row_of_length_one_and_an_empty_text_a_row_of_zeros(embedder):
    rows = embedder.embed(["electrician", "", "a text of several words", "", "electrician"])
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), [1, 0, 1, 0, 1], atol=1e-5)
    assert np.array_equal(rows[0], rows[4])


@pytest.mark.parametrize("texts", [[], [""], ["", ""]])
def test_without_a_text_the_rows_are_as_long_as_any(embedder, texts):
    first = embedder.embed(texts)
    assert first.shape == (len(texts), embedder.embed(["nurse"]).shape[1])
    assert not first.any()
    assert embedder.embed(texts).shape == first.shape


def test_many_texts_keep_their_order_over_all_batches(embedder):
    texts = [f"text number {n} about wire{n % 700}" for n in range(1300)]
    rows = embedder.embed(texts)
    assert np.allclose(rows[[0, 255, 256, 1299]], embedder.embed([texts[0], texts[255], texts[256], texts[1299]]), atol=1e-6)


def test_texts_with_words_in_common_are_nearer(embedder):
    one, other, third = embedder.embed(["nurse on a hospital ward", "nurse in a hospital", "welder of steel"])
    assert one @ other > one @ third


def test_an_index_is_built_and_searched_and_says_how_far_it_is(embedder, tmp_path):
    texts = ["opening hives in spring", "measuring the boundary of a section", "laying bricks on a wall"]
    documents = [Document(id=str(n), kind=Kind.PASSAGE, code="c", text=text, leaning="work") for n, text in enumerate(texts)]
    told: list[float] = []
    index = Index(FolderPlace(tmp_path / "index"), embedder, documents, name="try")
    index.prepare(lambda done, what: told.append(done))
    assert [index.find(text, limit=1)[0].document.id for text in ("hives", "boundary", "bricks")] == ["0", "1", "2"]
    assert told == sorted(told)


def test_the_setting_chooses_the_embedding_and_each_has_a_name_of_its_own(tmp_path):
    chosen = [
        open_embedder(open_settings(**given), folder=tmp_path, list_consents=tuple)
        for given in (
            {},
            {"embedding": "onnx"},
            {"embedding": "openai"},
            {"embedding": "openai:other"},
            {"embedding": "openai", "base_url": "http://me:secret@localhost:1/v1"},
        )
    ]
    assert [type(embedder) for embedder in chosen] == [StaticEmbedder, OnnxEmbedder, OpenAIEmbedder, OpenAIEmbedder, OpenAIEmbedder]
    names = [embedder.name for embedder in chosen]
    assert len(set(names)) == len(names)
    assert names[2] == "text-embedding-3-small at api.openai.com"
    assert "secret" not in names[4]
    assert list(tmp_path.iterdir()) == []


# --- a server ---


def test_each_text_is_sent_once_in_batches_and_an_empty_one_never(openai_server):
    told: list[tuple[float, str]] = []
    ask_server(openai_server).embed([*(f"text {n}" for n in range(BATCH + 5)), "", "  \n", "text 1", "text 2"], lambda done, what: told.append((done, what)))
    assert [len(ask["input"]) for ask in openai_server.requests] == [BATCH, 5]
    assert [ask["model"] for ask in openai_server.requests] == ["tiny", "tiny"]
    assert openai_server.keys[0] == f"Bearer {SECRET}"
    assert told[1] == (pytest.approx(BATCH / (BATCH + 5)), f"Embedding the texts, {BATCH} of {BATCH + 5}")


@pytest.mark.parametrize(
    ("reply", "word"),
    [
        (Reply(status=401), "refused the key"),
        (Reply(status=403), "refused the key"),
        (Reply(status=404), "no embedding model called 'tiny'"),
        (Reply(status=429), "too busy"),
        (Reply(status=429, code="insufficient_quota"), "used up"),
        (Reply(status=400), "did not accept"),
        (Reply(status=307), "another address"),
        (Reply(status=500), "has a problem"),
        (Reply(wait_s=1.0), "in time"),
        (Reply(text="[]"), "does not fit"),
        (Reply(text="{}"), "does not fit"),
        (Reply(text='"hello"'), "does not fit"),
        (Reply(text='{"data": []}'), "does not fit"),
        (Reply(text='{"data": [{"index": 0, "embedding": []}]}'), "does not fit"),
        (Reply(text='{"data": [{"index": 0, "embedding": [1e999]}]}'), "does not fit"),
        (Reply(text='{"data": [{"index": 0, "embedding": "AACAPw=="}]}'), "does not fit"),
        (Reply(text='{"data": [{"index": 0}]}'), "does not fit"),
    ],
)
def test_what_goes_wrong_is_one_sentence_and_a_step_without_key_or_text(openai_server, caplog, reply, word):
    caplog.set_level(logging.DEBUG)
    openai_server.queue(reply)
    with pytest.raises(LibraryError, match=word) as caught:
        ask_server(openai_server, timeout_s=0.5).embed([TEXT])
    assert "COACH_EMBEDDING=static" in caught.value.mend
    assert caught.value.happened.count(".") == 1
    for told in (str(caught.value), caplog.text):
        assert SECRET not in told
        assert TEXT not in told


def test_a_busy_server_is_asked_again(openai_server):
    openai_server.queue(Reply(status=429), Reply(status=500))
    settings = open_settings(embedding="openai", base_url=openai_server.url)
    assert OpenAIEmbedder(settings, list_consents=tuple).embed([TEXT]).shape == (1, 64)


def test_a_server_that_is_not_there_is_told():
    settings = open_settings(embedding="openai", base_url=f"http://127.0.0.1:{find_free_port()}/v1")
    with pytest.raises(LibraryError, match="cannot be reached"):
        OpenAIEmbedder(settings, list_consents=tuple, retries=0).embed([TEXT])


@pytest.mark.parametrize("vectors", [lambda texts: hash_texts(texts)[1:], lambda texts: [[1.0], *([1.0, 2.0] for _ in texts[1:])]])
def test_vectors_too_few_or_of_several_sizes_are_refused(openai_server, vectors):
    openai_server.vectors = vectors
    with pytest.raises(LibraryError, match="does not fit"):
        ask_server(openai_server).embed(["one", "two"])


def test_another_size_than_before_is_refused(openai_server):
    embedder = ask_server(openai_server)
    embedder.embed(["one"])
    openai_server.vectors = hash_texts
    with pytest.raises(LibraryError, match="another size"):
        embedder.embed(["two"])


def test_an_index_of_another_size_is_told_and_built_anew_by_a_rebuild(openai_server, tmp_path, corpus):
    settings = open_settings(embedding="openai", base_url=openai_server.url)
    first = open_library(tmp_path / "data", corpus=corpus, settings=settings)
    first.prepare()
    first.close()
    openai_server.vectors = hash_texts
    library = open_library(tmp_path / "data", corpus=corpus, settings=settings)
    with pytest.raises(LibraryError, match="another size") as caught:
        library.find_occupations("opening hives and frames")
    assert "coach library rebuild" in caught.value.mend
    library.rebuild()
    assert library.find_occupations("opening hives and frames")[0].title == "Beekeeper"


def test_a_whole_library_is_found_with_a_server(openai_server, tmp_path, corpus):
    settings = open_settings(embedding="openai:tiny", base_url=openai_server.url)
    library = open_library(tmp_path / "data", corpus=corpus, settings=settings)
    assert library.find_occupations("somebody who lifts frames and reads hives for eggs and disease")[0].title == "Beekeeper"
    assert "boundary marks" in library.find_passages("Land surveyor", "finding old boundary marks in the field")[0].text
    assert library.status().embedding == f"tiny at {openai_server.url.split('/')[2]}"
    sent = len(openai_server.requests)
    again = open_library(tmp_path / "data", corpus=corpus, settings=settings)
    again.prepare()
    assert len(openai_server.requests) == sent
    assert again.digest == library.digest != open_library(tmp_path / "data", corpus=corpus).digest


# --- consent ---


@pytest.fixture
def dead_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The way out of this machine ends at a port where nobody listens."""
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{find_free_port()}")


def test_nothing_leaves_before_consent(socket_disabled, tmp_path):
    for given in ({}, {"base_url": REMOTE}):
        settings = open_settings(embedding="openai", engine="offline", OPENAI_API_KEY=SECRET, **given)
        with pytest.raises(LibraryError, match="Nothing has been sent") as caught:
            OpenAIEmbedder(settings, list_consents=tuple).embed([TEXT])
        assert ("embeddings.example" if given else "Add openai to COACH_CONSENT") in str(caught.value)
        assert TEXT not in str(caught.value)


@pytest.mark.parametrize("given", [{"consent": "openai"}, {"consents": ["openai"]}])
def test_with_consent_the_server_is_asked(dead_proxy, given):
    settings = open_settings(embedding="openai", OPENAI_API_KEY=SECRET, consent=given.get("consent"))
    with pytest.raises(LibraryError, match="cannot be reached"):
        OpenAIEmbedder(settings, list_consents=lambda: given.get("consents", ()), retries=0).embed([TEXT])


def test_a_server_nearby_is_asked_directly_and_without_consent(openai_server, dead_proxy, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{find_free_port()}")
    assert ask_server(openai_server).embed([TEXT]).shape == (1, 64)


def test_consent_for_one_provider_is_none_for_another(socket_disabled):
    settings = open_settings(embedding="openai", base_url=REMOTE, consent="openai,elsewhere.example")
    with pytest.raises(LibraryError, match="Nothing has been sent"):
        OpenAIEmbedder(settings, list_consents=lambda: ("openai",)).embed([TEXT])


def test_the_coach_hands_its_consents_on_and_each_request_asks_for_them_anew(dead_proxy, clock, tmp_path):
    coach = open_coach(open_settings(embedding="openai", OPENAI_API_KEY=SECRET, data=tmp_path, timeout_s=1), clock=clock)
    with pytest.raises(LibraryError, match="Nothing has been sent") as caught:
        coach.find_occupations("somebody who lifts frames out of hives")
    assert "coach consent give" in caught.value.mend
    assert coach.find_occupation("Electrician").title  # a title needs no embedding
    assert [check.name for check in coach.check_health() if not check.ok] == ["consent", "library"]
    coach.give_consent()
    with pytest.raises(LibraryError, match="cannot be reached"):
        coach.find_occupations("somebody who lifts frames out of hives")
    coach.withdraw_consent()
    with pytest.raises(LibraryError, match="Nothing has been sent"):
        coach.find_occupations("somebody who lifts frames out of hives")
    coach.close()


def test_without_a_key_openai_is_not_asked(socket_disabled):
    with pytest.raises(LibraryError, match="no key") as caught:
        OpenAIEmbedder(open_settings(embedding="openai", consent="openai"), list_consents=tuple).embed([TEXT])
    assert "OPENAI_API_KEY" in caught.value.mend


# --- Chroma's own ---


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder that is served, and its address."""

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            """Say nothing."""

    folder = tmp_path / "served"
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield folder, f"http://127.0.0.1:{server.server_port}/onnx.tar.gz"
        server.shutdown()
        thread.join()


def open_onnx(tmp_path: Path, address: str, sha256: str = SHA256) -> OnnxEmbedder:
    return OnnxEmbedder(tmp_path / "library", make=functools.partial(open_minilm, address=address, sha256=sha256))


def list_files(tmp_path: Path) -> set[str]:
    return {path.name for path in (tmp_path / "library").rglob("*") if path.is_file() and not path.name.startswith(".")}


def test_the_download_is_what_chroma_says():
    from chromadb.utils.embedding_functions.onnx_mini_lm_l6_v2 import ONNXMiniLM_L6_V2

    assert (ADDRESS, SHA256, MODEL) == (ONNXMiniLM_L6_V2.MODEL_DOWNLOAD_URL, ONNXMiniLM_L6_V2._MODEL_SHA256, ONNXMiniLM_L6_V2.MODEL_NAME)


def test_chromas_function_is_downloaded_once_and_computes(served, tmp_path):
    folder, address = served
    sha256 = write_archive(folder / "onnx.tar.gz")
    told: list[tuple[float, str]] = []
    rows = open_onnx(tmp_path, address, sha256).embed(["nurse", "midwife on the ward", "welder", ""], lambda done, what: told.append((done, what)))
    assert rows.shape == (4, 4)
    assert rows[0] @ rows[1] > rows[0] @ rows[2]
    assert np.allclose(np.linalg.norm(rows, axis=1), [1, 1, 1, 0], atol=1e-5)
    assert told[0] == (0.0, "Downloading the ONNX embedding, about 80 MB")
    assert list_files(tmp_path) == set(FILES)
    (folder / "onnx.tar.gz").unlink()
    assert np.array_equal(open_onnx(tmp_path, address, sha256).embed(["nurse"])[0], rows[0])


def test_a_download_that_cannot_be_had_is_told_and_leaves_nothing(tmp_path):
    with pytest.raises(LibraryError, match="could not be downloaded") as caught:
        open_onnx(tmp_path, f"http://127.0.0.1:{find_free_port()}/onnx.tar.gz").embed(["nurse"])
    assert "COACH_EMBEDDING=static" in caught.value.mend
    assert list_files(tmp_path) == set()


@pytest.mark.parametrize("wrong", ["missing", "other", "cut", "incomplete", "no archive"])
def test_a_wrong_download_leaves_nothing(served, tmp_path, wrong):
    folder, address = served
    archive = folder / "onnx.tar.gz"
    sha256 = write_archive(archive, without="vocab.txt" if wrong == "incomplete" else "")
    if wrong == "missing":
        archive.unlink()
    if wrong == "other":
        sha256 = SHA256
    if wrong == "cut":
        archive.write_bytes(archive.read_bytes()[:300])
    if wrong == "no archive":
        archive.write_text("<html>Sign in to this network</html>")
    with pytest.raises(LibraryError) as caught:
        open_onnx(tmp_path, address, sha256).embed(["nurse"])
    assert "COACH_EMBEDDING=static" in caught.value.mend
    assert list_files(tmp_path) == set()


def test_a_damaged_embedding_is_thrown_away_and_downloaded_anew(served, tmp_path):
    folder, address = served
    sha256 = write_archive(folder / "onnx.tar.gz")
    open_onnx(tmp_path, address, sha256).embed(["nurse"])
    for name in ("model.onnx", "tokenizer.json"):
        (tmp_path / "library" / MODEL / "onnx" / name).write_bytes(b"\x00damaged")
        with pytest.raises(LibraryError, match="damaged"):
            open_onnx(tmp_path, address, sha256).embed(["nurse"])
        assert open_onnx(tmp_path, address, sha256).embed(["nurse"]).shape == (1, 4)


def test_a_computation_that_fails_is_told(tmp_path):
    def fail(texts: list[str]) -> list[list[float]]:
        return [[float(json.loads(text))] for text in texts]

    with pytest.raises(LibraryError, match="could not be computed"):
        OnnxEmbedder(tmp_path, make=lambda folder, tell: fail).embed(["no number"])
