"""The seven verbs of the library, over the small corpus and over the project's own."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.errors import LibraryError
from coach.library import Library, open_library
from coach.records import Topic


@pytest.fixture
def small(tmp_path: Path, corpus: Path) -> Iterator[Library]:
    """A library of a beekeeper and a land surveyor."""
    library = open_library(tmp_path, corpus=corpus)
    yield library
    library.close()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The library over the project's own corpus."""
    opened = open_library(tmp_path_factory.mktemp("own"))
    opened.prepare()
    yield opened
    opened.close()


# --- occupations ---


@pytest.mark.parametrize("key", ["45-2093.00", "beekeeper", "Beekeeper", "APIARIST", " honey farmers ", "Kaitiaki pi"])
def test_an_occupation_is_got_by_code_file_name_and_exact_title(small, key):
    assert small.get_occupation(key).code == "45-2093.00"


@pytest.mark.parametrize("key", ["", "45-2093", "beekeepr", "senior beekeeper", "plumber", "bee"])
def test_an_unknown_occupation_is_an_error_that_names_the_nearest(small, key):
    with pytest.raises(LibraryError, match="has no occupation") as caught:
        small.get_occupation(key)
    assert "Beekeeper" in caught.value.mend


def test_all_occupations_are_listed_by_title(small):
    assert [occupation.title for occupation in small.list_occupations()] == ["Beekeeper", "Land surveyor"]


@pytest.mark.parametrize("query", ["beekeeper", "45-2093.00", "Senior Apiarist", "honey farmr", "somebody who opens hives and looks for mites", "bee keeping"])
def test_a_title_or_a_description_finds_its_occupation_first(small, query):
    best = small.find_occupations(query)[0]
    assert (best.code, best.title, best.source) == ("45-2093.00", "Beekeeper", "coach")
    assert 0 < best.score <= 1


def test_scores_run_from_best_to_worst_and_share_one_certainty(library):
    for query in ("engineer", "somebody who helps people", "court interpreter", "teacher of young children"):
        scores = [match.score for match in library.find_occupations(query, limit=50)]
        assert scores == sorted(scores, reverse=True)
        assert sum(scores) <= 1.001


def test_a_limit_is_kept(library):
    assert len(library.find_occupations("engineer", limit=2)) == 2
    assert library.find_occupations("engineer", limit=0) == ()
    assert len(library.choose_occupation("engineer", limit=1).candidates) == 1


@pytest.mark.parametrize("query", ["", "   ", "\n"])
def test_an_empty_query_finds_nothing(library, query):
    assert library.find_occupations(query) == ()
    assert not library.choose_occupation(query).sure


@pytest.mark.parametrize(
    "query", ["asdf qwer zxcv", "!!!", "🐝🐝🐝", "12345", "x" * 10_000, "the of and to", "<script>alert(1)</script>", "'; DROP TABLE occupations; --"]
)
def test_nonsense_is_never_taken_for_an_occupation(library, query):
    choice = library.choose_occupation(query)
    assert not choice.sure
    assert choice.code == ""


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("sparky", "Electrician"),
        ("Snr Registered Nurse (ED)", "Registered nurse"),
        ("civil enginer", "Civil engineer"),
        ("paralegal at a law firm", "Legal executive"),
    ],
)
def test_a_role_that_names_an_occupation_is_taken(library, query, title):
    choice = library.choose_occupation(query)
    assert choice.sure
    assert choice.title == title
    assert choice.candidates[0].code == choice.code


def test_a_role_that_names_none_is_left_open_with_candidates_at_hand(small):
    choice = small.choose_occupation("surveyor of buildings")
    assert not choice.sure
    assert (choice.code, choice.title) == ("", "")
    assert choice.candidates[0].title == "Land surveyor"


def test_a_title_shared_by_two_occupations_is_left_open(tmp_path, corpus):
    file = corpus / "occupations" / "beekeeper.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Apiarist", "Site surveyor"), encoding="utf-8")
    choice = open_library(tmp_path, corpus=corpus).choose_occupation("site surveyor")
    assert not choice.sure
    assert {match.title for match in choice.candidates} == {"Beekeeper", "Land surveyor"}


def test_a_main_title_that_is_another_title_elsewhere_belongs_to_its_own_occupation(tmp_path, corpus):
    file = corpus / "occupations" / "beekeeper.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Apiarist", "Land surveyor"), encoding="utf-8")
    library = open_library(tmp_path, corpus=corpus)
    assert library.choose_occupation("land surveyor").code == "17-1022.00"
    assert library.get_occupation("Land surveyor").code == "17-1022.00"


# --- passages ---


def test_a_question_finds_the_passage_that_answers_it_with_its_source(small):
    best = small.find_passages("beekeeper", "Do I have to register my hives?")[0]
    assert best.id == "beekeeper/ENTRY/1"
    assert best.source.title == "The register"
    assert best.occupation == "45-2093.00"
    assert best.line > 0


def test_passages_come_best_first_with_scores_between_0_and_1(library):
    for occupation in library.list_occupations():
        scores = [passage.score for passage in library.find_passages(occupation.code, "What wears people down?", limit=50)]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)


def test_passages_keep_to_their_occupation_their_topic_and_the_limit(library):
    found = library.find_passages("electrician", "tools and technology", limit=3, topic=Topic.FIELD)
    assert 0 < len(found) <= 3
    assert {passage.topic for passage in found} == {Topic.FIELD}
    assert {passage.id.split("/")[0] for passage in found} == {"electrician"}
    assert library.find_passages("electrician", "anything", limit=0) == ()


def test_a_passage_asked_for_in_its_own_words_comes_first(library):
    for occupation in library.list_occupations():
        for passage in occupation.passages[::7]:
            assert library.find_passages(occupation.code, passage.text)[0].id == passage.id


def test_an_empty_question_gives_the_first_passage_of_every_topic(small):
    assert {passage.topic for passage in small.find_passages("beekeeper", " ", limit=10)} == set(Topic)
    assert [passage.topic for passage in small.find_passages("beekeeper", "", topic=Topic.JOY)] == [Topic.JOY]


def test_two_passages_that_say_the_same_are_shown_once(tmp_path, corpus):
    file = corpus / "occupations" / "beekeeper.md"
    text = file.read_text(encoding="utf-8")
    line = "Orchards pay more for pollination than shops pay for honey, and that share is growing."
    assert line in text
    file.write_text(text.replace(line, f"{line}\n\n{line.replace('growing', 'growing fast')}"), encoding="utf-8")
    library = open_library(tmp_path, corpus=corpus)
    found = [passage.id for passage in library.find_passages("beekeeper", "pollination of orchards", limit=20)]
    library.close()
    assert found[0] == "beekeeper/FIELD/1"
    assert "beekeeper/FIELD/2" not in found


def test_private_facts_are_never_found(small):
    found = small.find_passages("beekeeper", "Once the hard nearly made me leave", limit=99)
    assert found
    assert not any("nearly made me leave" in passage.text for passage in found)
    assert not any("/T" in passage.id for passage in found)


@pytest.mark.parametrize("query", ["🐝", "???", "the of and", "x" * 10_000, "\x00"])
def test_a_strange_question_is_no_error(library, query):
    assert all(0 <= passage.score <= 1 for passage in library.find_passages("electrician", query))


def test_passages_of_an_unknown_occupation_are_an_error(small):
    with pytest.raises(LibraryError, match="has no occupation"):
        small.find_passages("99-9999.00", "anything")


def test_a_langchain_retriever_finds_what_the_library_finds(library):
    from langchain_core.retrievers import BaseRetriever

    retriever = library.as_retriever("electrician", limit=4, topic=Topic.ENTRY)
    assert isinstance(retriever, BaseRetriever)
    documents = retriever.invoke("How long does the apprenticeship take?")
    passages = library.find_passages("electrician", "How long does the apprenticeship take?", limit=4, topic=Topic.ENTRY)
    assert [document.id for document in documents] == [passage.id for passage in passages]
    assert documents[0].page_content == passages[0].text
    assert documents[0].metadata["source"]["licence"]


# --- the whole ---


def test_the_status_counts_what_is_there_and_builds_nothing(tmp_path, small):
    status = small.status()
    assert [(source.name, source.occupations, source.titles, source.licence) for source in status.sources] == [("coach", 2, 10, "CC BY 4.0")]
    assert status.sources[0].passages == 22
    assert "wordllama" in status.embedding
    assert not (tmp_path / "library").exists()


def test_the_digest_follows_the_material(small, corpus):
    before = small.digest
    file = corpus / "occupations" / "beekeeper.md"
    file.write_text(file.read_text(encoding="utf-8").replace("willow", "gorse"), encoding="utf-8")
    assert small.digest == before
    small.rebuild()
    assert small.digest != before


def test_a_rebuild_reads_the_material_anew_and_tells_how_far_it_is(small, corpus):
    assert small.find_passages("beekeeper", "gorse honey")[0].score < 0.5
    file = corpus / "occupations" / "beekeeper.md"
    file.write_text(file.read_text(encoding="utf-8").replace("smells of willow", "smells of gorse honey"), encoding="utf-8")
    told: list[tuple[float, str]] = []
    status = small.rebuild(lambda done, what: told.append((done, what)))
    assert small.find_passages("beekeeper", "gorse honey")[0].id == "beekeeper/JOY/1"
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1] == (1.0, "The occupation material is ready")
    assert status.sources[0].occupations == 2


def test_a_closed_library_opens_again(small):
    small.find_occupations("someone with hives and honey")
    small.close()
    assert small.find_occupations("someone with hives and honey")[0].title == "Beekeeper"


def test_many_threads_share_one_library(tmp_path, corpus):
    library = open_library(tmp_path, corpus=corpus)
    found: list[str] = []

    def look() -> None:
        found.append(library.find_occupations("somebody with hives and honey")[0].title)
        found.append(library.find_passages("land-surveyor", "old boundary marks")[0].id)

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    library.close()
    assert sorted(found) == ["Beekeeper"] * 8 + ["land-surveyor/WORK/1"] * 8


def test_importing_and_exact_look_ups_load_nothing_slow(tmp_path):
    code = (
        "import sys; from pathlib import Path; from coach.library import open_library\n"
        "library = open_library(Path(sys.argv[1])); library.status(); library.digest\n"
        "assert library.choose_occupation('Sparky').sure; library.get_occupation('47-2111.00'); library.find_passages('electrician', '')\n"
        "print([name for name in ('chromadb', 'langchain', 'langchain_core', 'numpy', 'bm25s', 'tokenizers', 'httpx') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert list(tmp_path.iterdir()) == []
