"""The default embedding works without download, gives unit vectors, and puts like with like."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import subprocess
import sys

import numpy as np
import pytest

from coach.errors import LibraryError
from coach.library.embeddings import StaticEmbedder


@pytest.fixture(scope="module")
def embedder() -> StaticEmbedder:
    return StaticEmbedder()


def test_every_text_becomes_a_row_of_length_one_and_an_empty_text_a_row_of_zeros(embedder):
    rows = embedder.embed(["electrician", "", "a text of several words, with a comma", "蜂"])
    assert rows.shape == (4, 256)
    assert np.allclose(np.linalg.norm(rows, axis=1), [1, 0, 1, 1], atol=1e-5)


def test_no_texts_become_no_rows(embedder):
    assert embedder.embed([]).shape == (0, 256)


def test_a_text_has_the_same_vector_alone_and_among_others(embedder):
    texts = [f"text number {n} about wiring" for n in range(1500)]
    assert np.array_equal(embedder.embed(texts)[1400], embedder.embed([texts[1400]])[0])


def test_what_is_alike_in_meaning_is_nearer_than_what_is_not(embedder):
    nurse, midwife, welder = embedder.embed(["nurse on a hospital ward", "midwife in a birthing unit", "welder in a steel yard"])
    assert nurse @ midwife > nurse @ welder


def test_the_name_carries_the_version(embedder):
    assert importlib.metadata.version("wordllama") in embedder.name


def test_the_package_that_carries_the_vectors_is_never_imported():
    code = "import sys; from coach.library.embeddings import StaticEmbedder; StaticEmbedder().embed(['a']); sys.exit('wordllama' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_missing_vectors_are_one_clear_error(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(LibraryError, match="word vectors") as caught:
        StaticEmbedder().embed(["a"])
    assert caught.value.mend == "Install the program again."
