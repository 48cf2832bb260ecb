"""One contract for every place of an index: a folder of this machine, and a real Chroma server."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coach.errors import LibraryError
from coach.library.embeddings import StaticEmbedder
from coach.library.index import Document, Index, Kind
from coach.library.places import FolderPlace, Place, ServerPlace

EMBEDDER = StaticEmbedder()
TEXTS = {
    "bees/WORK/1": ("bees", "WORK", "opening hives and reading the frames for disease"),
    "bees/ENTRY/1": ("bees", "ENTRY", "a short course before the first season"),
    "maps/WORK/1": ("maps", "WORK", "measuring the boundary of a section with a satellite receiver"),
    "maps/ENTRY/1": ("maps", "ENTRY", "a four-year degree and supervised practice before the licence"),
}
Open = Callable[[], Place]


@pytest.fixture(params=["folder", "server"])
def open_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Opens the same place again and again, as several programs would."""
    opened: list[Place] = []

    def open_one() -> Place:
        place = FolderPlace(tmp_path / "library") if request.param == "folder" else ServerPlace(request.getfixturevalue("chroma_url"))
        opened.append(place)
        return place

    yield open_one
    for place in opened:
        place.close()


@pytest.fixture
def name() -> str:
    """A name that no other test uses, because all share one server."""
    return f"test{uuid.uuid4().hex[:8]}"


def make_index(place: Place, name: str, *, more: int = 0) -> Index:
    documents = [Document(id=id_, kind=Kind.PASSAGE, code=code, topic=topic, text=text) for id_, (code, topic, text) in TEXTS.items()]
    documents += [Document(id=f"more/{n}", kind=Kind.TITLE, code="more", text=f"filler number {n}") for n in range(more)]
    return Index(place, EMBEDDER, documents, name=name)


def test_what_is_nearest_in_meaning_comes_first_with_its_document(open_place, name):
    found = make_index(open_place(), name).find("boundary measuring", limit=4)
    assert found[0].document.id == "maps/WORK/1"
    assert found[0].document.code == "maps"
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert all(score <= 1.0001 for _, score in found)
    assert len(found) == 4


def test_a_document_is_its_own_nearest_neighbour(open_place, name):
    index = make_index(open_place(), name)
    for id_, (_, _, text) in TEXTS.items():
        best = index.find(text, limit=1)[0]
        assert best.document.id == id_
        assert best.score == pytest.approx(1.0, abs=1e-3)


def test_a_search_keeps_to_one_occupation_and_one_topic(open_place, name):
    index = make_index(open_place(), name)
    assert {document.id for document, _ in index.find("licence", limit=9, code="bees")} == {"bees/WORK/1", "bees/ENTRY/1"}
    assert [document.id for document, _ in index.find("licence", limit=9, code="bees", topic="WORK")] == ["bees/WORK/1"]
    assert index.find("licence", limit=9, code="nobody") == ()


def test_all_documents_of_an_occupation_are_found_among_very_many_others(open_place, name):
    index = make_index(open_place(), name, more=2500)
    assert {document.id for document, _ in index.find("anything at all", limit=2, code="maps")} == {"maps/WORK/1", "maps/ENTRY/1"}
    assert len(index.find("anything at all", limit=200)) == 200


def test_an_index_is_built_once_and_then_opened(open_place, name):
    told: list[float] = []
    make_index(open_place(), name).prepare(lambda done, what: told.append(done))
    assert told[0] < told[-1] == 1.0
    assert told == sorted(told)
    again: list[float] = []
    index = make_index(open_place(), name)
    index.prepare(lambda done, what: again.append(done))
    assert again == []
    assert index.find("hives", limit=1)[0].document.id == "bees/WORK/1"


def test_other_documents_are_another_index(open_place, name):
    first, second = make_index(open_place(), name), make_index(open_place(), name, more=3)
    assert first.digest != second.digest
    assert len(first.find("filler", limit=50)) == 4
    assert len(second.find("filler", limit=50)) == 7


def test_a_dropped_index_is_built_anew_at_the_next_look_up(open_place, name):
    index = make_index(open_place(), name)
    index.prepare()
    index.drop()
    assert open_place().open(f"occupations-{name}-{index.digest}") is None
    assert index.find("hives", limit=1)[0].document.id == "bees/WORK/1"


def test_an_index_dropped_by_another_program_is_built_anew(open_place, name):
    index = make_index(open_place(), name)
    index.prepare()
    open_place().drop(f"occupations-{name}-{index.digest}")
    assert make_index(open_place(), name).find("hives", limit=1)[0].document.id == "bees/WORK/1"
    assert index.find("hives", limit=1)[0].document.id == "bees/WORK/1"


def test_a_half_filled_index_counts_as_missing(open_place, name):
    place = open_place()
    index = make_index(place, name)

    def fill_half(collection):
        collection.add(ids=["bees/WORK/1"], embeddings=EMBEDDER.embed(["hives"]), metadatas=[{"code": "bees", "topic": ""}])
        collection.modify(metadata={"documents": 4, "mean": "[]"})

    place.build(f"occupations-{name}-{index.digest}", fill_half, size=4)
    assert open_place().open(f"occupations-{name}-{index.digest}") is None
    assert len(index.find("hives", limit=9)) == 4


def test_a_build_that_breaks_off_leaves_nothing_behind(open_place, name):
    place = open_place()

    def break_off(collection):
        raise OSError("no space left")

    with pytest.raises(LibraryError):
        place.build(f"occupations-{name}-broken", break_off, size=4)
    assert open_place().open(f"occupations-{name}-broken") is None
    assert make_index(place, name).find("hives", limit=1)[0].document.id == "bees/WORK/1"


def test_of_two_builds_at_once_one_wins_and_both_can_go_on(open_place, name):
    other = make_index(open_place(), name)
    index = make_index(open_place(), name)

    def while_building(done: float, what: str) -> None:
        if done == 1.0:
            other.prepare()

    index.prepare(while_building)
    assert index.find("hives", limit=9) == other.find("hives", limit=9)


def test_the_backend_is_named_without_secrets(open_place):
    assert "Chroma" in open_place().backend
    assert "secret" not in ServerPlace("http://me:secret@localhost:8000").backend
