"""ESCO beside the other sources: which of its occupations are theirs, what comes of one that is, and that what it alone has pushes nobody down."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from coach.library import Library, open_library
from coach.library import bridging as subject
from coach.library.bridging import HELD_BACK, Bridge, hold_back, identify_bridge, list_titles, make_bridge, open_bridge
from coach.library.corpus import corpus_folder, read_corpus
from coach.library.holdings import Holdings
from coach.library.imports import Material, read_esco, read_folder, read_onet, read_ooh
from coach.records import Occupation, Topic
from tests.library.imports.samples import CODE, DATA, KEEPER, ONET, PROFILE, TUNER, write_esco, write_onet, write_ooh
from tests.library.releases import BEEKEEPER, answer, first_onet, list_half_files, write_folder
from tests.library.samples import write_corpus

WARDEN = {
    "preferredLabel": "lighthouse keeper",
    "code": "3153.9",
    "iscoGroup": "3153",
    "altLabels": "lamp warden\nwick-trimmer\npipe organ tuner",
    "scopeNote": "Excludes people who paint lighthouses.",
    "description": "Lighthouse keepers polish the brass of the lantern room. They row out to the bell buoy in a calm.",
    "modifiedDate": "2024-01-25T11:28:50.295Z",
}
NAMER = {
    "preferredLabel": "cloud namer",
    "code": "2655.9",
    "altLabels": "sky clerk\nwick trimmer",
    "description": "Cloud namers name clouds and file the names.",
}
NOVICE = {"preferredLabel": "Wick Trimmer", "code": "3153.8", "altLabels": "lamp novice", "description": "Wick trimmers learn to trim wicks."}
ROWS = [WARDEN, NAMER, NOVICE]
JOINED = "esco:3153.9"


def hold(folder: Path, *materials: Material) -> Holdings:
    """What a data folder holds after these imports."""
    folder.mkdir(parents=True, exist_ok=True)
    for material in materials:
        holdings = Holdings(folder)
        holdings.take(holdings.write(material))
    return Holdings(folder)


def make_esco(folder: Path, *rows: dict[str, str]) -> Material:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "occupations_en.csv").write_text(write_esco([{"altLabels": "", **row} for row in rows]), encoding="utf-8")
    return read_esco(folder / "occupations_en.csv")


def make_onet(path: Path, *titles: tuple[str, str]) -> Material:
    """O*NET with a lighthouse keeper, an organ tuner, and further titles of theirs."""
    table = [[CODE, "Alternate Title", "Short Title", "Source(s)"], *([code, title, "n/a", "02"] for code, title in titles)]
    return read_onet(write_onet(path, {**ONET, "Alternate Titles": table, "Sample of Reported Titles": [[CODE, "Reported Job Title"]]}))


# --- the rule ---

TITLES = (
    (KEEPER, "Beam Minder"),
    (KEEPER, "Light Watcher"),
    (KEEPER, "Lantern Hands"),
    (KEEPER, "Fog Horn Blower"),
    (KEEPER, "Night Watch"),
    (TUNER, "Night Watch"),
    (TUNER, "Reed Voicer"),
    (TUNER, "Pipe Fettler"),
    (TUNER, "Bellows Hand"),
)


@pytest.mark.parametrize(
    ("labels", "code"),
    [
        ("Lighthouse-keeper", KEEPER),  # the main title
        ("light house keeper", ""),  # nearly is not the same
        ("beam minder / light watchers", KEEPER),  # the preferred label and one more
        ("beam minder", ""),  # one alone may be chance
        ("beam minder / lamp lad / light watcher", KEEPER),
        ("lamp lad / beam minder / light watcher", ""),  # the preferred label is nobody's
        ("beam minder / light watcher / reed voicer", KEEPER),  # twice as many as of the tuner
        ("beam minder / light watcher / reed voicer / pipe fettler", ""),
        ("beam minder / light watcher / lantern hand / reed voicer / pipe fettler", ""),
        ("night watch / beam minder / light watcher", ""),  # the preferred label is a title of both
        ("lamp lad / beam minder / light watcher / lantern hand / fog-horn blower", KEEPER),  # four that are its alone
        ("lamp lad / beam minder / light watcher / lantern hand / night watch", ""),
        ("lamp lad / beam minder / light watcher / lantern hand / fog horn blower / reed voicer / pipe fettler / bellows hand", ""),
        ("lamp lad / wick boy", ""),
    ],
)
def test_an_occupation_is_bridged_where_its_labels_agree_clearly(tmp_path, labels, code):
    preferred, *others = labels.split(" / ")
    esco = make_esco(tmp_path / "esco", {"preferredLabel": preferred, "code": "1.1", "altLabels": "\n".join(others)})
    holdings = hold(tmp_path / "held", make_onet(tmp_path / "onet.zip", *TITLES), esco)
    bridge = make_bridge({}, holdings)
    assert bridge.codes == ({"esco:1.1": code} if code else {})
    added = {held for name, held in list_titles(holdings, bridge) if name == "esco"}
    known = {title.casefold() for _, title in TITLES} | {"lighthouse-keeper", "light watchers", "lantern hand", "fog-horn blower"}
    unknown = [label for label in labels.split(" / ") if label.casefold() not in known]
    assert {held.title.casefold() for held in added} == set(unknown)
    assert all(held.code == (code or "esco:1.1") and held.main == (not code and held.title.casefold() == preferred) for held in added)


def test_titles_without_a_latin_letter_are_not_taken_for_the_same(tmp_path):
    esco = make_esco(tmp_path / "esco", {"preferredLabel": "守灯人", "code": "1.1"})
    holdings = hold(tmp_path / "held", make_onet(tmp_path / "onet.zip", (KEEPER, "Фонарщик"), (KEEPER, "灯台守")), esco)
    assert make_bridge({}, holdings) == Bridge(codes={}, taken=frozenset())


def test_the_corpus_and_a_folder_of_ones_own_are_bridged_to_as_well(tmp_path):
    corpus = {BEEKEEPER: Occupation(code=BEEKEEPER, title="Beekeeper", alternate_titles=("Apiarist",))}
    rows = [{"preferredLabel": "beekeepers", "code": "1.1"}, {"preferredLabel": "dry-stone waller", "code": "1.2"}]
    esco = make_esco(tmp_path / "esco", *rows)
    own = read_folder(write_folder(tmp_path / "Mine"))
    assert make_bridge(corpus, hold(tmp_path / "alone", esco)).codes == {"esco:1.1": BEEKEEPER}
    assert make_bridge({}, hold(tmp_path / "both", esco, own)).codes == {"esco:1.2": "own:dry-stone-waller"}
    two = {KEEPER: Occupation(code=KEEPER, title="Dry stone wallers")}
    assert make_bridge(two, Holdings(tmp_path / "both")).codes == {}


def test_the_title_of_a_group_of_the_handbook_is_no_title_of_an_occupation_that_another_source_has(tmp_path):
    group = {**PROFILE, "title": "Tuners", "onet_soc_codes": [TUNER]}
    esco = make_esco(tmp_path / "esco", {"preferredLabel": "tuner", "code": "1.1"})
    ooh = read_ooh(write_ooh(tmp_path / "ooh.jsonl", group))
    assert make_bridge({}, hold(tmp_path / "without", ooh, esco)).codes == {"esco:1.1": TUNER}
    assert make_bridge({}, hold(tmp_path / "with", ooh, esco, make_onet(tmp_path / "onet.zip"))).codes == {}


def read_crosswalk() -> list[tuple[str, str]]:
    """ESCO's and O*NET's code of every occupation that people have compared."""
    with (DATA / "esco" / "occupations_en.csv").open(encoding="utf-8-sig", newline="") as file:
        codes = {row["conceptUri"]: f"esco:{row['code']}" for row in csv.DictReader(file)}
    with (DATA / "crosswalks" / "esco_onet_crosswalk_Nov2020.csv").open(encoding="utf-8-sig", newline="") as file:
        return [(codes[row["concept_uri"]], row["onet_code"]) for row in csv.DictReader(file) if row["concept_uri"] in codes]


def test_nine_in_ten_that_are_bridged_are_the_same_to_those_who_compared_them(tmp_path):
    if DATA.is_dir():
        onet, esco, truth = read_onet(DATA / "onet" / "db_30_1_text.zip"), read_esco(DATA / "esco"), read_crosswalk()
        corpus = {occupation.code: occupation for occupation in read_corpus(corpus_folder()).occupations.values()}
    else:
        onet, esco, corpus = make_onet(tmp_path / "onet.zip", *TITLES), make_esco(tmp_path / "esco", *ROWS), {}
        truth = [(JOINED, KEEPER), ("esco:2655.9", TUNER), ("esco:3153.8", TUNER), ("esco:1.1", TUNER)]
    held = {occupation.code for occupation in onet.occupations}
    truth = [(code, same) for code, same in truth if same in held]
    codes = make_bridge(corpus, hold(tmp_path / "held", onet, esco)).codes
    right = [codes[code] == same for code, same in truth if code in codes]
    assert sum(right) / len(right) >= 0.9
    assert len(right) / len(truth) >= 0.2


# --- what comes of it ---


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a corpus, both releases, and a data folder into which they were imported; nobody writes to it."""
    folder = tmp_path_factory.mktemp("bridged")
    write_corpus(folder)
    first_onet(folder / "onet.zip")
    (folder / "esco.csv").write_text(write_esco([{"iscoGroup": "", "scopeNote": "", "modifiedDate": "", **row} for row in ROWS]), encoding="utf-8")
    add(folder, "data", "esco", "onet")
    return folder


def add(folder: Path, data: str, *kinds: str) -> None:
    with closing(open_library(folder / data, corpus=folder / "corpus")) as library:
        for kind in kinds:
            library.add(kind, str(folder / {"onet": "onet.zip", "esco": "esco.csv"}[kind]))


@pytest.fixture
def library(built: Path) -> Iterator[Library]:
    with closing(open_library(built / "data", corpus=built / "corpus")) as opened:
        yield opened


def test_one_occupation_has_the_code_of_onet_and_the_material_of_both(library):
    keeper = library.get_occupation(KEEPER)
    assert (keeper.code, keeper.title, keeper.summary) == (KEEPER, "Lighthouse Keepers", "Keep the light burning and the log written.")
    assert {"Wick Trimmer", "lamp warden", "Lighthouse keeper"} <= set(keeper.alternate_titles)
    assert keeper.codes == {"onet_soc": KEEPER, "esco": "3153.9", "isco08": "3153"}
    assert {source.id for source in keeper.sources} == {"onet-30-1", "esco"}
    assert {passage.occupation for passage in keeper.passages} == {KEEPER}
    assert len({passage.id for passage in keeper.passages}) == len(keeper.passages)


def test_the_description_and_the_passages_of_esco_come_with_their_own_source(library):
    passages = [passage for passage in library.get_occupation(KEEPER).passages if passage.source.id == "esco"]
    assert [(passage.id, passage.topic) for passage in passages] == [("esco/3153.9/description/1", Topic.WORK), ("esco/3153.9/scope/1", None)]
    assert passages[0].text == WARDEN["description"]
    assert all(passage.source.publisher == "European Commission" and passage.source.licence == "CC BY 4.0" for passage in passages)
    assert library.find_passages(KEEPER, "polishing brass and rowing to the buoy", limit=1)[0].id == "esco/3153.9/description/1"


def test_the_code_of_esco_leads_to_it(library):
    assert library.get_occupation(JOINED) == library.get_occupation(KEEPER)
    assert library.find_passages(JOINED, "") == library.find_passages(KEEPER, "")
    found = library.find_occupations(JOINED)
    assert (found[0].code, found[0].title, found[0].source, found[0].score) == (KEEPER, "Lighthouse Keepers", "onet", 1.0)
    assert JOINED not in {match.code for match in found}


@pytest.mark.parametrize("query", ["lamp warden", "LAMP WARDENS", "lighthouse keeper", "polishes the brass of the lantern room and rows out to the bell buoy"])
def test_its_labels_and_its_description_find_it(library, query):
    assert library.find_occupations(query)[0].code == KEEPER
    assert JOINED not in {match.code for match in library.find_occupations(query, limit=20)}


def test_a_label_of_it_that_is_the_title_of_another_occupation_stays_that_ones(tmp_path, built):
    tables = {**ONET, "Alternate Titles": [*ONET["Alternate Titles"], [TUNER, "Pipe Organ Tuner", "n/a", "02"]]}
    with closing(open_library(tmp_path / "data", corpus=built / "corpus")) as library:
        library.add("onet", str(write_onet(tmp_path / "onet.zip", tables)))
        library.add("esco", str(built / "esco.csv"))
        choice = library.choose_occupation("pipe organ tuner")
        assert (choice.sure, choice.code) == (True, TUNER)
        assert library.get_occupation(JOINED).code == KEEPER


def test_an_occupation_that_nobody_else_has_stays_one_of_its_own(library):
    assert library.get_occupation("esco:2655.9").title == "Cloud namer"
    for query in ("cloud namer", "sky clerk", "sky clerks", "names clouds and files the names."):
        best = library.find_occupations(query)[0]
        assert (best.code, best.source) == ("esco:2655.9", "esco")


def test_an_occupation_of_esco_alone_that_has_a_title_of_onet_does_not_push_it_down(library):
    found = library.find_occupations("wick trimmer")
    assert (found[0].code, library.choose_occupation("Wick Trimmer").code) == (KEEPER, KEEPER)
    assert library.choose_occupation("wick trimmer").sure
    assert library.get_occupation("Wick trimmer").code == KEEPER
    assert library.get_occupation("esco:3153.8").title == "Wick Trimmer"
    assert library.find_occupations("lamp novice")[0].code == "esco:3153.8"


def test_either_order_of_import_comes_to_the_same_and_leaves_nothing_to_build(built, monkeypatch):
    add(built, "other", "onet", "esco")
    monkeypatch.setattr("coach.library.shelf.gather_content", lambda *_: pytest.fail("built again"))
    with closing(open_library(built / "data", corpus=built / "corpus")) as one, closing(open_library(built / "other", corpus=built / "corpus")) as other:
        assert answer(other) == answer(one)
        assert other.get_occupation(JOINED) == one.get_occupation(KEEPER)
        assert list_half_files(built / "other") == []


def test_esco_is_whole_again_where_onet_is_taken_out(tmp_path, built):
    shutil.copytree(built / "data", tmp_path / "data")
    with closing(open_library(tmp_path / "data", corpus=built / "corpus")) as library:
        before = library.digest
        library.remove("onet")
        keeper = library.get_occupation(JOINED)
        assert (keeper.code, keeper.title, keeper.summary) == (JOINED, "Lighthouse keeper", WARDEN["description"])
        assert [passage.id for passage in keeper.passages] == ["esco/3153.9/scope/1"]
        assert library.choose_occupation("wick trimmer").code == "esco:3153.8"
        assert library.find_occupations("polishes the brass of the lantern room")[0].code == JOINED
        assert library.digest != before


# --- what is kept ---


def test_the_bridge_is_made_once_and_kept(built, library, monkeypatch):
    monkeypatch.setattr(subject, "make_bridge", lambda *_: pytest.fail("made again"))
    assert library.get_occupation(JOINED).code == KEEPER
    assert library.find_occupations("lamp warden")[0].code == KEEPER


@pytest.mark.parametrize("kept", ["", "{}", '{"codes": {}}', '{"codes": {"esco:3153.9": 1}, "taken": []}', "\0"])
def test_a_damaged_bridge_is_made_anew(tmp_path, kept):
    holdings = hold(tmp_path, make_onet(tmp_path / "onet.zip"), make_esco(tmp_path / "esco", *ROWS))
    digest = identify_bridge("corpus", holdings)
    expected = open_bridge({}, holdings, digest=digest)
    assert expected.codes == {JOINED: KEEPER}
    path = next(tmp_path.glob(".bridge-*.json"))
    whole = path.read_bytes()
    path.write_text(kept, encoding="utf-8")
    assert open_bridge({}, holdings, digest=digest) == expected
    assert path.read_bytes() == whole


def test_a_bridge_that_cannot_be_kept_is_no_error(tmp_path):
    holdings = hold(tmp_path, make_onet(tmp_path / "onet.zip"), make_esco(tmp_path / "esco", *ROWS))
    digest = identify_bridge("corpus", holdings)
    (tmp_path / f".bridge-{digest}.json").mkdir()
    assert open_bridge({}, holdings, digest=digest).codes == {JOINED: KEEPER}


def test_another_rule_is_another_bridge_catalogue_and_digest(built, library, monkeypatch):
    before = library.digest, library._open().catalogue.digest
    monkeypatch.setattr(subject, "_RULE", 0)
    with closing(open_library(built / "data", corpus=built / "corpus")) as other:
        assert other.digest != before[0]
        assert other._open().catalogue.digest != before[1]


def test_other_material_has_another_bridge_and_without_esco_there_is_none(tmp_path):
    onet, esco = make_onet(tmp_path / "onet.zip"), make_esco(tmp_path / "esco", *ROWS)
    assert identify_bridge("corpus", hold(tmp_path / "onet", onet)) == ""
    assert open_bridge({}, Holdings(tmp_path / "none"), digest="") == Bridge(codes={}, taken=frozenset())
    alone, both = hold(tmp_path / "alone", esco), hold(tmp_path / "both", esco, onet)
    digests = {identify_bridge("corpus", alone), identify_bridge("corpus", both), identify_bridge("another", both)}
    assert len(digests) == 3
    for n in range(4):
        open_bridge({}, both, digest=f"{n}")
    assert len(list((tmp_path / "both").glob(".bridge-*"))) == 2


# --- what ESCO alone has ---


def test_what_esco_alone_has_is_held_back_beside_onet(tmp_path):
    both = hold(tmp_path / "both", make_onet(tmp_path / "onet.zip"), make_esco(tmp_path / "esco", *ROWS))
    held = hold_back({"esco:2655.9": 0.6, KEEPER: 0.3}, both)
    assert list(held) == [KEEPER, "esco:2655.9"]
    assert sum(held.values()) == pytest.approx(0.9)
    assert held["esco:2655.9"] / held[KEEPER] == pytest.approx(2 * HELD_BACK)
    assert hold_back({}, both) == {}


def test_what_esco_has_is_not_held_back_where_nobody_else_has_more(tmp_path):
    alone = hold(tmp_path / "alone", make_esco(tmp_path / "esco", *ROWS))
    assert hold_back({"esco:2655.9": 0.6, KEEPER: 0.3}, alone) == {"esco:2655.9": 0.6, KEEPER: 0.3}


def test_titles_are_held_back_and_descriptions_are_not(library, monkeypatch):
    monkeypatch.setattr("coach.library.library.hold_back", lambda likely, _: dict.fromkeys(likely, 0.5))
    assert {match.score for match in library.find_occupations("keeper of skies")} == {0.5}
    assert {match.score for match in library.find_occupations("Names clouds all day and files the names.")} != {0.5}
