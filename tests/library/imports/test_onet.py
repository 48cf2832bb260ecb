"""An O*NET release becomes one occupation a code, and whatever is missing in it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.errors import LibraryError
from coach.library.imports import Material, read_material, read_onet
from coach.library.imports.onet_wording import Answer, Product, name_degree, name_duration, say_answers, say_technology, say_zone
from coach.records import Topic
from tests.library.imports.samples import CODE, DATA, KEEPER, ONET, TUNER, check_whole, passages, texts, without, write_onet


@pytest.fixture
def material(tmp_path: Path) -> Material:
    return read_onet(write_onet(tmp_path / "db_30_1_text.zip"))


def test_a_release_says_its_number_licence_and_attribution(material: Material):
    assert (material.name, material.version, material.source.year, material.source.licence) == ("onet", "30.1", 2025, "CC BY 4.0")
    assert material.attribution.startswith("This product includes information from the O*NET 30.1 Database by the U.S. Department of Labor")
    assert material.attribution.endswith("USDOL/ETA has not approved, endorsed, or tested these modifications.")
    assert {passage.source for passage in passages(material)} == {material.source}
    check_whole(material)


def test_a_code_is_an_occupation_with_its_titles(material: Material):
    keeper, tuner = material.occupations
    assert (keeper.code, keeper.title, keeper.major_group, keeper.codes) == (KEEPER, "Lighthouse Keepers", "45", {"onet_soc": KEEPER})
    assert keeper.summary == "Keep the light burning and the log written."
    assert keeper.alternate_titles == (
        *("Chief Light Keeper", "CLK", "WO", "Watch Officer", "Wick Trimmer"),
        *("Fog Signal Operator", "FSO", "Boat Hand (Winter)"),
    )
    assert (tuner.title, tuner.alternate_titles) == ("Organ Tuners", ())


def test_a_task_is_a_passage_in_its_own_words(material: Material):
    found = {passage.id: passage for passage in passages(material) if "/task/" in passage.id}
    assert set(found) == {f"onet/{KEEPER}/task/11", f"onet/{KEEPER}/task/12", f"onet/{TUNER}/task/13"}
    assert found[f"onet/{KEEPER}/task/11"].text == "Clean the lens before dusk."
    assert found[f"onet/{KEEPER}/task/11"].topic is Topic.WORK


def test_the_other_tables_become_sentences_of_ours(material: Material):
    assert texts(material, KEEPER, "emerging") == [
        "Newly reported task of this occupation in O*NET: watch the light by camera.",
        "O*NET has worded a task of this occupation anew: write the weather into the database.",
    ]
    assert texts(material, KEEPER, "activities") == [
        "Put more generally, the tasks of the occupation in O*NET are these: clean equipment; record observations."
    ]
    assert texts(material, KEEPER, "technology")[0].endswith(
        "according to O*NET: spreadsheet software (LogSheet 4, LogSheet 1 and LogSheet 2); calendar software (Tide Tables)."
    )
    assert texts(material, KEEPER, "tools") == ["Tools and equipment used in the occupation, according to O*NET: wick scissors."]
    assert texts(material, KEEPER, "neighbours") == ["Neighbouring occupations in O*NET: Organ Tuners, Lighthouse Keepers."]
    assert "skill e (5.0), skill d (4.0), skill c (3.0), skill g (3.0), skill b (2.0) and skill f (2.0)" in texts(material, KEEPER, "skills")[0]
    assert "geography (4.2)" in texts(material, KEEPER, "knowledge")[0]
    assert "job zone 4 of 5, which stands for considerable preparation" in texts(material, KEEPER, "zone")[0]


def test_the_survey_is_told_in_whole_percents_and_not_where_its_main_answer_is_doubtful(material: Material):
    said = "In O*NET's survey 62 percent of people in the occupation said that the education needed is a bachelor's degree, "
    rest = "20 percent a high school diploma or the equivalent, and 14 percent less than a high school diploma."
    assert texts(material, KEEPER, "education") == [said + rest]
    assert texts(material, KEEPER, "experience") == [
        "Asked in O*NET's survey how much related work experience the occupation takes, 100 percent of experts on the occupation said over 1 and up to 4 years."
    ]
    assert texts(material, KEEPER, "training") == []


def test_topics_follow_the_tables(material: Material):
    topics = {passage.id.split("/")[2]: passage.topic for passage in passages(material)}
    assert topics == {
        **dict.fromkeys(("task", "activities"), Topic.WORK),
        **dict.fromkeys(("technology", "tools", "skills", "knowledge"), Topic.SKILL),
        **dict.fromkeys(("education", "experience", "zone"), Topic.ENTRY),
        "emerging": Topic.FIELD,
        "neighbours": Topic.LINKS,
    }


@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("folder", ["", "a/b/"])
def test_line_endings_a_byte_order_mark_and_the_folder_do_not_matter(tmp_path: Path, material: Material, ending: str, mark: str, folder: str):
    other = read_onet(write_onet(tmp_path / "db.zip", ending=ending, mark=mark, folder=folder))
    assert (other.occupations, other.version, other.notices) == (material.occupations, material.version, material.notices)


@pytest.mark.parametrize("table", sorted(set(ONET) - {"Read Me", "Occupation Data"}))
def test_every_other_table_may_be_missing_and_a_notice_says_so(tmp_path: Path, table: str):
    missing = read_onet(write_onet(tmp_path / "db.zip", without(table)))
    assert [notice for notice in missing.notices if f"“{table}” is not in this release, so " in notice]
    check_whole(missing)


@pytest.mark.parametrize("table", sorted(set(ONET) - {"Read Me", "Occupation Data"}))
def test_a_table_with_other_columns_or_none_is_passed_over_with_a_notice(tmp_path: Path, table: str):
    for rows, what in (([["One", "Two"], ["1", "2"]], "has no column “"), ([], "is empty")):
        wrong = read_onet(write_onet(tmp_path / "db.zip", {**ONET, table: rows}))
        assert [notice for notice in wrong.notices if f"The table {table} {what}" in notice]
        check_whole(wrong)


def test_rows_of_unknown_occupations_are_counted(material: Material):
    assert material.notices == ("Rows that name an occupation outside “Occupation Data” were passed over: 1.",)


def test_rows_without_a_code_or_with_a_taken_one_are_counted(tmp_path: Path):
    rows = [*ONET["Occupation Data"], [KEEPER, "Twice", ""], ["45-1", "Short", ""], [], ["11-1111.00"]]
    material = read_onet(write_onet(tmp_path / "db.zip", {**ONET, "Occupation Data": rows}))
    assert [occupation.title for occupation in material.occupations] == ["Lighthouse Keepers", "Organ Tuners"]
    assert material.notices[0] == "Rows of “Occupation Data” without a title, or without an O*NET-SOC code of their own, were passed over: 3."


@pytest.mark.parametrize(
    ("tables", "happened"),
    [
        (without("Occupation Data"), "db.zip is not a text release of O*NET: the table “Occupation Data” is not in it."),
        ({**ONET, "Occupation Data": [[CODE, "Name"]]}, "The table Occupation Data has no column “Title” and no column “Description”."),
        ({**ONET, "Occupation Data": [[CODE, "Title", "Description"]]}, "The table “Occupation Data” holds no occupation."),
        ({**ONET, "Occupation Data": []}, "The table Occupation Data is empty."),
        ({**ONET, "Occupation Data": [["\0"]]}, "Occupation Data is not a text file."),
    ],
)
def test_without_usable_occupation_data_there_is_one_clear_error(tmp_path: Path, tables: dict[str, list[list[str]]], happened: str):
    with pytest.raises(LibraryError) as caught:
        read_onet(write_onet(tmp_path / "db.zip", tables))
    assert caught.value.happened == happened
    assert caught.value.mend.endswith(".")


def test_the_release_is_told_by_the_folder_or_the_file_where_the_read_me_is_missing(tmp_path: Path):
    assert read_onet(write_onet(tmp_path / "x.zip", without("Read Me"), folder="db_29_0_text/")).version == "29.0"
    assert read_onet(write_onet(tmp_path / "db_28_3_text.zip", without("Read Me"), folder="")).version == "28.3"
    unknown = read_onet(write_onet(tmp_path / "y.zip", without("Read Me"), folder=""))
    assert unknown.version == unknown.digest[:8]
    assert "from the O*NET Database by" in unknown.attribution
    assert "does not say which release" in unknown.notices[0]


def test_progress_rises_to_the_end(tmp_path: Path):
    told: list[tuple[float, str]] = []
    read_material("onet", write_onet(tmp_path / "db.zip"), progress=lambda done, what: told.append((done, what)))
    shares = [done for done, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert all(what for _, what in told)


def test_an_unknown_kind_is_an_error():
    with pytest.raises(LibraryError, match="no kind of occupation material called onett"):
        read_material("onett", Path("x"))


def test_words_for_what_the_survey_offers():
    assert name_degree("High School Diploma - or the equivalent (for example, GED)") == "a high school diploma or the equivalent"
    assert name_degree("Night School (two terms)") == "night school"
    assert name_duration("Over 4 years, up to and including 6 years") == "over 4 and up to 6 years"
    assert name_duration("Over 1 year, up to and including 2 years") == "over 1 and up to 2 years"
    assert name_duration("Over 6 months, up to and including 1 year") == "over 6 months and up to 1 year"
    assert name_duration("Anything beyond short demonstration, up to and including 1 month") == "more than a short demonstration and up to 1 month"
    assert name_duration("None or short demonstration") == "none or a short demonstration"


def test_nothing_is_said_of_answers_that_hardly_anybody_gave():
    assert say_answers("RL", [Answer(1, 3.0, doubtful=False, asked="")], names={1: "a course"}) == ()
    assert say_answers("RL", [], names={1: "a course"}) == ()
    assert "those who were asked" in say_answers("OJ", [Answer(1, 50.0, doubtful=False, asked="")], names={1: "none"})[0]
    assert say_zone(9, name="") == ()


def test_technology_is_at_most_two_bounded_passages():
    products = [Product(f"Program {n}", f"Group {n % 80} of software for a purpose", weight=n % 2) for n in range(400)]
    found = say_technology(products)
    assert len(found) == 2
    assert all(len(text.split()) <= 110 for text in found)


def test_a_whole_release_is_read(tmp_path: Path):
    whole = DATA / "onet" / "db_30_1_text.zip"
    material = read_onet(whole if whole.is_file() else write_onet(tmp_path / "db.zip"))
    check_whole(material)
    assert material.version == "30.1"
    assert len(passages(material)) >= (27_000 if whole.is_file() else 10)
    assert sum(1 + len(occupation.alternate_titles) for occupation in material.occupations) >= (60_000 if whole.is_file() else 8)
    kinds = {passage.id.split("/")[2] for passage in passages(material)}
    assert kinds >= {"task", "activities", "emerging", "technology", "tools", "education", "experience", "zone", "neighbours"}
