"""The reader takes what keeps the format, and says of everything else where it is and how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.errors import LibraryError
from coach.library.corpus import OWN_SOURCE, Fault, corpus_folder, list_files, read_corpus, read_file
from coach.library.paragraphs import MAX_PASSAGE_TOKENS, cut
from coach.records import Occupation, Tier, Topic
from coach.tokens import estimate_tokens
from tests.library.samples import beekeeper_file, write_corpus


def read(text: str) -> Occupation:
    found = read_file(text.encode(), name="beekeeper.md")
    assert found.faults == ()
    assert found.occupation is not None
    return found.occupation


def faults_of(text: str) -> tuple[Fault, ...]:
    return read_file(text.encode(), name="beekeeper.md").faults


def test_a_file_becomes_an_occupation_with_everything_in_it():
    occupation = read(beekeeper_file())
    assert (occupation.code, occupation.title, occupation.major_group) == ("45-2093.00", "Beekeeper", "45")
    assert occupation.codes == {"onet_soc": "45-2093.00", "anzsco": "121311", "isco08": "6123"}
    assert "Apiarist" in occupation.alternate_titles
    assert len(occupation.career_paths) == 3
    assert [source.id for source in occupation.sources] == ["bee-register"]


def test_every_paragraph_is_a_passage_with_id_topic_line_and_source():
    text = beekeeper_file()
    passages = {passage.id: passage for passage in read(text).passages}
    entry = passages["beekeeper/ENTRY/1"]
    assert entry.topic is Topic.ENTRY
    assert entry.text.endswith("before the first season.")
    assert entry.source.title == "The register"
    assert text.splitlines()[entry.line - 1].startswith("Every hive has to be registered")
    assert passages["beekeeper/WORK/1"].source == OWN_SOURCE
    assert {passage.occupation for passage in passages.values()} == {"45-2093.00"}


def test_a_figure_is_a_passage_with_its_own_line():
    text = beekeeper_file()
    figure = next(passage for passage in read(text).passages if "/figure/" in passage.id)
    assert figure.id == "beekeeper/FIELD/figure/1"
    assert figure.source.id == "bee-register"
    assert "900 people" in text.splitlines()[figure.line - 1]


def asking(line: str) -> str:
    """The beekeeper with one question in the section on entry."""
    head, tail = beekeeper_file().split("## ENTRY", 1)
    return head + "## ENTRY" + tail.replace("### Private facts", f"### Questions\n\n{line}\n\n### Private facts", 1)


def test_a_question_belongs_to_the_passage_it_builds_on():
    passages = {passage.id: passage for passage in read(asking("- 1: How did you choose where your first hive stood?")).passages}
    assert passages["beekeeper/ENTRY/1"].asks == ("How did you choose where your first hive stood?",)
    assert not any(passage.asks for passage in passages.values() if passage.id != "beekeeper/ENTRY/1")


@pytest.mark.parametrize(
    ("line", "says"),
    [("- 9: How did it go?", "no passage beekeeper/ENTRY/9"), ("- How did it go?", "not a question on a passage"), ("- figure 1: How?", "no passage")],
)
def test_a_question_on_nothing_is_told_with_its_line(line, says):
    text = asking(line)
    fault = next(fault for fault in faults_of(text) if says in fault.what)
    assert text.splitlines()[fault.line - 1] == line


def test_private_facts_have_ids_by_topic_tier_and_number():
    facts = read(beekeeper_file()).private_facts
    assert len(facts) == 30
    assert facts[3 * 3].id == "beekeeper/HARD/T0/1"
    assert {fact.tier for fact in facts} == {Tier.T0, Tier.T1, Tier.T2}


def test_wrapped_lines_and_several_paragraphs_are_joined_and_counted():
    text = beekeeper_file().replace("Hives are opened every nine days in spring, and", "Hives are opened\nevery nine days in spring.\n\nThen")
    text = text.replace("- T1: I like the work best in the morning.", "- T1: I like the work\n  best in the morning.")
    occupation = read(text)
    work = [passage for passage in occupation.passages if passage.topic is Topic.WORK]
    assert [passage.id for passage in work] == ["beekeeper/WORK/1", "beekeeper/WORK/2"]
    assert work[0].text == "Hives are opened every nine days in spring."
    assert "I like the work best in the morning." in [fact.text for fact in occupation.private_facts]


def test_windows_line_ends_and_a_byte_order_mark_change_nothing():
    plain = read(beekeeper_file())
    windows = read_file(b"\xef\xbb\xbf" + beekeeper_file().replace("\n", "\r\n").encode(), name="beekeeper.md")
    assert windows.faults == ()
    assert windows.occupation == plain


@pytest.mark.parametrize(
    ("old", "new", "begins", "says"),
    [
        ("title: Beekeeper\n", "titel: Beekeeper\n", "titel", "no such key"),
        ("summary: The work of a beekeeper", "summary: The work: of a beekeeper", "summary", "not YAML"),
        ("years: 6\n", "years: six\n", "    years", "valid integer"),
        ('onet_soc: "45-2093.00"', 'onet_soc: "45-2093"', "  onet_soc", "should match pattern"),
        ('anzsco: "121311"', "anzsco: 121311", "  anzsco", "valid string"),
        ('major_group: "45"', 'major_group: "17"', "major_group", "does not begin"),
        ("    licence: CC BY 4.0\n", "", "  - id", "licence: the key is missing"),
        ("    retrieved: 2026-11-23", "    retrieved: yesterday", "    retrieved", "valid date"),
        ("  - id: bee-register", "  - id: Bee register", "  - id", "kebab case"),
        ("    source: bee-register", "    source: hive-register", "    source", "no source hive-register"),
        ("country: NZ", "country: AU", "    country", "should match pattern"),
        ("summary: The", "title: Twice\nsummary: The", "title: Twice", "stands twice"),
        ("## WORK About the work", "## WORKING About", "## WORKING", "not a section heading"),
        ("## WORK About the work", "## SKILL About the work", "## SKILL", "out of order"),
        ("Hives are opened", "Hives are [bee-register] opened", "Hives are [", "not a plain paragraph"),
        ("first season. [bee-register]", "first season. [bee-registry]", "Every hive", "no source bee-registry"),
        ("- T2: Once the joy", "- T4: Once the joy", "- T4", "not a private fact"),
        ("- T2: Once the joy", "* T2: Once the joy", "* T2", "not a private fact"),
    ],
)
def test_a_fault_names_its_line_and_what_is_wrong(old, new, begins, says):
    text = beekeeper_file()
    assert old in text
    spoilt = text.replace(old, new, 1)
    fault = next(fault for fault in faults_of(spoilt) if says in fault.what)
    assert spoilt.splitlines()[fault.line - 1].startswith(begins)
    assert fault.mend.endswith(".")


def test_a_missing_section_and_a_missing_list_of_facts_are_faults():
    text = beekeeper_file()
    short = text[: text.index("## LINKS")]
    assert any("LINKS is missing" in fault.what for fault in faults_of(short))
    bare = text.replace("### Private facts", "### Facts", 1)
    assert any("PATH has no line ### Private facts" in fault.what for fault in faults_of(bare))


@pytest.mark.parametrize("text", ["", "no front matter", "---\ntitle: Half", "---\n- a list\n---\n", "---\n---\n", "---\n\x00\n---\n"])
def test_text_that_is_no_occupation_file_is_a_fault_and_never_a_crash(text):
    found = read_file(text.encode(), name="beekeeper.md")
    assert found.occupation is None
    assert found.faults


def test_a_byte_that_is_not_utf_8_is_a_fault_on_its_line():
    found = read_file(b"---\ntitle: Caf\xe9\n---\n", name="beekeeper.md")
    assert [(fault.line, fault.what) for fault in found.faults] == [(2, "a byte here is not UTF-8.")]


def test_a_file_name_must_be_in_kebab_case():
    found = read_file(beekeeper_file().encode(), name="Bee Keeper.md")
    assert "kebab case" in found.faults[0].what


def test_a_faulty_file_stops_the_corpus_with_file_and_line(tmp_path: Path):
    corpus = write_corpus(tmp_path)
    path = corpus / "occupations" / "beekeeper.md"
    path.write_text(path.read_text(encoding="utf-8").replace("- T2: Once the joy", "- T9: Once the joy"), encoding="utf-8")
    with pytest.raises(LibraryError, match=r"beekeeper\.md, line \d+, .* not a private fact") as caught:
        read_corpus(corpus)
    assert caught.value.mend.startswith("Write it as")


def test_two_files_with_one_code_are_refused(tmp_path: Path):
    corpus = write_corpus(tmp_path)
    (corpus / "occupations" / "honey.md").write_text(beekeeper_file(), encoding="utf-8")
    with pytest.raises(LibraryError, match=r"honey\.md.*taken by beekeeper\.md"):
        read_corpus(corpus)


@pytest.mark.parametrize("make", [lambda folder: folder / "nowhere", lambda folder: folder])
def test_an_empty_or_missing_folder_is_one_clear_error(tmp_path: Path, make):
    with pytest.raises(LibraryError, match="no occupation material"):
        read_corpus(make(tmp_path))


def test_hidden_files_are_passed_over(tmp_path: Path):
    corpus = write_corpus(tmp_path)
    (corpus / "occupations" / ".beekeeper.md.swp.md").write_text("half written", encoding="utf-8")
    assert [path.name for path in list_files(corpus)] == ["beekeeper.md", "land-surveyor.md"]


def test_the_digest_changes_with_every_byte(tmp_path: Path):
    corpus = write_corpus(tmp_path)
    before = read_corpus(corpus).digest
    assert read_corpus(corpus).digest == before
    path = corpus / "occupations" / "beekeeper.md"
    path.write_text(path.read_text(encoding="utf-8").replace("nearly made me leave", "almost made me leave"), encoding="utf-8")
    assert read_corpus(corpus).digest != before


def test_a_long_paragraph_is_cut_between_sentences_into_bounded_pieces_that_lose_nothing():
    text = " ".join(f"Sentence number {n} says something about hives and weather." for n in range(40))
    pieces = cut(text)
    assert len(pieces) > 1
    assert all(estimate_tokens(piece) <= MAX_PASSAGE_TOKENS for piece in pieces)
    assert " ".join(pieces) == text
    assert all(piece.endswith(".") for piece in pieces)


def test_a_sentence_without_end_is_cut_between_words():
    pieces = cut("word " * 500)
    assert all(estimate_tokens(piece) <= MAX_PASSAGE_TOKENS for piece in pieces)
    assert " ".join(pieces).split() == ["word"] * 500


def test_the_projects_own_corpus_is_read_whole():
    corpus = read_corpus(corpus_folder())
    assert len(corpus.occupations) >= 12
    for slug, occupation in corpus.occupations.items():
        assert {passage.topic for passage in occupation.passages} == set(Topic), slug
        assert all(estimate_tokens(passage.text) <= MAX_PASSAGE_TOKENS for passage in occupation.passages)
        ids = [passage.id for passage in occupation.passages] + [fact.id for fact in occupation.private_facts]
        assert len(ids) == len(set(ids))
