"""A profile of the handbook becomes an occupation for each code it covers, from JSON lines and from XML alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.errors import LibraryError
from coach.library.imports import Material, read_material, read_ooh
from coach.library.imports.ooh_sections import read_html, read_section
from coach.records import Topic
from tests.library.imports.samples import DATA, PROFILE, check_whole, passages, texts, write_ooh

XML = """<?xml version="1.0" encoding="utf-8"?>
<ooh>
  <last_updated>9/29/2025</last_updated>
  <occupation>
    <title>Kite Makers</title>
    <description>Kite makers make kites.</description>
    <occupation_code>B047</occupation_code>
    <soc_coverage><soc_code>51-9001</soc_code><soc_code>51-9002</soc_code></soc_coverage>
    <occupation_name_short_singular>Kite Maker</occupation_name_short_singular>
    <quick_facts>
      <qf_median_pay_annual><value>31000</value></qf_median_pay_annual>
      <qf_entry_level_education><value>None</value></qf_entry_level_education>
    </quick_facts>
    <what_they_do><section_title>What They Do</section_title><section_body><![CDATA[<h3>Duties</h3><p>They typically do the following:</p>
      <ul><li>Cut <em>sails</em></li><li><p>Tie bridles</p></li></ul><p>Some&nbsp;fly<br/>them.</p>]]></section_body></what_they_do>
    <summary_work_environment><![CDATA[<p>They work in barns.</p>]]></summary_work_environment>
    <how_to_become_one><section_body><![CDATA[<h2>Important Qualities</h2><p><strong>Patience.</strong> Knots take time.</p>]]></section_body></how_to_become_one>
    <similar_occupations><section_body><![CDATA[<table><tr><th></th><th>Occupation</th></tr>
      <tr><td><img src="x"/></td><td><h4>Sail Makers</h4><p>They make sails.</p></td></tr></table>]]></section_body></similar_occupations>
  </occupation>
  <occupation><title>Military Careers</title></occupation>
  <occupation/>
</ooh>
"""


@pytest.fixture
def material(tmp_path: Path) -> Material:
    return read_ooh(write_ooh(tmp_path / "ooh.jsonl", PROFILE, {"title": "Military careers"}))


def error_of(path: Path) -> LibraryError:
    with pytest.raises(LibraryError) as caught:
        read_ooh(path)
    assert caught.value.mend
    return caught.value


def test_each_code_of_a_profile_is_an_occupation(material: Material):
    first, second = material.occupations
    assert (first.code, second.code) == ("51-9001.00", "51-9001.01")
    assert {occupation.title for occupation in material.occupations} == {"Kite makers and menders"}
    assert (first.alternate_titles, first.summary, first.major_group) == (("Kite Maker or Mender",), "They make kites.", "51")
    assert first.codes == {"onet_soc": "51-9001.00"}
    assert first.sources[0].url == "https://www.bls.gov/ooh/kites.htm"
    check_whole(material)


def test_the_handbook_is_cited_with_its_day(material: Material):
    assert (material.name, material.version, material.source.year) == ("ooh", "2025-08-28", 2025)
    assert material.attribution == (
        "Source: Bureau of Labor Statistics, U.S. Department of Labor, Occupational Outlook Handbook (pages last modified 2025-08-28)."
    )
    assert material.notices == ("The profile “Military careers” has no code of an occupation, and was passed over.",)


def test_sections_become_sentences_with_their_topic(material: Material):
    found = [(passage.text, passage.topic) for passage in material.occupations[0].passages]
    assert found == [
        ("In short, by the handbook's quick facts: 2024 median pay: $31,000 per year, $14.90 per hour.", Topic.FIELD),
        ("Kite makers cut and sew.", Topic.WORK),
        ("They typically do the following: cut sails; tie bridles.", Topic.WORK),
        ("Some fly them.", Topic.WORK),
        ("The largest employers were as follows: Toy makers (23 percent); Clubs (8 percent).", Topic.ORG),
        ("Fingers are cut.", Topic.HARD),
        ("Most learn at a bench.", Topic.ENTRY),
        ("Patience. Knots take time.", Topic.SKILL),
        ("The median wage was $31,000.", Topic.FIELD),
        ("Wages in the top industries were as follows: Clubs ($33,000); Shops ($29,500).", Topic.FIELD),
        ("Employment is projected to grow.", Topic.FIELD),
        ("Similar occupations in the handbook: Sail Makers; Tent Makers.", Topic.LINKS),
        ("For more information about kites, visit The Kite Club.", Topic.LINKS),
    ]
    assert material.occupations[1].passages[1].id == "ooh/51-9001.01/what_they_do/1"


def test_the_xml_compilation_is_read_alike(tmp_path: Path):
    (tmp_path / "ooh.xml").write_text(XML, encoding="utf-8")
    material = read_material("ooh", tmp_path / "ooh.xml")
    assert [occupation.code for occupation in material.occupations] == ["51-9001.00", "51-9002.00"]
    assert (material.version, material.occupations[0].title, material.occupations[0].alternate_titles) == ("2025-09-29", "Kite Makers", ("Kite Maker",))
    assert material.occupations[0].summary == "Kite makers make kites."
    assert [(passage.text, passage.topic) for passage in material.occupations[0].passages] == [
        ("In short, by the handbook's quick facts: median pay in dollars a year: 31000; typical entry-level education: none.", Topic.FIELD),
        ("They typically do the following: cut sails; tie bridles.", Topic.WORK),
        ("Some fly them.", Topic.WORK),
        ("They work in barns.", Topic.ORG),
        ("Patience. Knots take time.", Topic.SKILL),
        ("Similar occupations in the handbook: Sail Makers.", Topic.LINKS),
    ]
    check_whole(material)


BOMB = '<!DOCTYPE ooh [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE ooh [<!ENTITY b SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE, '<!DOCTYPE ooh SYSTEM "https://example.org/ooh.dtd">', "<!DOCTYPE ooh>"])
@pytest.mark.parametrize("title", ["Kite Makers", "&b;"])
def test_a_document_type_is_refused(tmp_path: Path, declared: str, title: str):
    path = tmp_path / "ooh.xml"
    path.write_text(XML.replace("<ooh>", f"{declared}<ooh>").replace("Kite Makers", title), encoding="utf-8")
    assert "declares a document type" in error_of(path).happened


@pytest.mark.parametrize("kept", [300, 900])
def test_cut_xml_is_an_error(tmp_path: Path, kept: int):
    (tmp_path / "ooh.xml").write_text(XML[:kept], encoding="utf-8")
    assert error_of(tmp_path / "ooh.xml").happened == "ooh.xml is not sound XML, or is cut short."


def test_xml_of_something_else_is_an_error(tmp_path: Path):
    (tmp_path / "feed.xml").write_text("<rss><item/></rss>", encoding="utf-8")
    assert error_of(tmp_path / "feed.xml").happened == "feed.xml holds no profile of the Occupational Outlook Handbook."


@pytest.mark.parametrize(
    ("line", "happened"),
    [
        ('{"title": "Kite', "Line 2 of ooh.jsonl is not JSON, or is cut short."),
        ("[" * 100_000, "Line 2 of ooh.jsonl is not JSON, or is cut short."),
        ("[1]", "Line 2 of ooh.jsonl is not a profile."),
        ('{"title": 7}', "Line 2 of ooh.jsonl is not a profile."),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, happened: str):
    path = write_ooh(tmp_path / "ooh.jsonl", PROFILE)
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
    assert error_of(path).happened == happened


def test_a_file_without_a_profile_and_an_empty_one_are_errors(tmp_path: Path):
    assert "holds no profile" in error_of(write_ooh(tmp_path / "a.jsonl", {"other": 1})).happened
    (tmp_path / "b.jsonl").touch()
    assert error_of(tmp_path / "b.jsonl").happened == "The file b.jsonl is empty."
    (tmp_path / "c.jsonl").write_text("\n\n", encoding="utf-8")
    assert "holds no profile" in error_of(tmp_path / "c.jsonl").happened


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_endings_and_a_byte_order_mark_do_not_matter(tmp_path: Path, material: Material, ending: str, mark: str):
    path = write_ooh(tmp_path / "other.jsonl", PROFILE, PROFILE)
    path.write_bytes((mark + path.read_text(encoding="utf-8").replace("\n", ending)).encode())
    other = read_ooh(path)
    assert other.occupations == material.occupations
    assert [notice.startswith("The profile “Kite makers and menders” names the code 51-9001.0") for notice in other.notices] == [True, True]


def test_a_profile_without_onet_codes_goes_by_its_soc_code(tmp_path: Path):
    path = write_ooh(tmp_path / "ooh.jsonl", {**PROFILE, "onet_soc_codes": [], "sections": {"what_they_do": "They fly."}, "url": "javascript:1"})
    occupation = read_ooh(path).occupations[0]
    assert (occupation.code, occupation.summary, occupation.sources[0].url) == ("51-9001.00", "They fly.", "https://www.bls.gov/ooh/")


def test_a_long_list_is_parted_and_each_part_has_its_lead():
    lines = "\n".join(["They do the following:", *[f"- Mend kite number {n} with a patch of its own colour" for n in range(40)]])
    found = list(read_section("what_they_do", lines))
    assert len(found) > 2
    assert all(piece.text.startswith("They do the following: mend kite") for piece in found)


def test_html_without_paragraphs_is_text_all_the_same():
    assert read_html("<div>They <b>work</b> in barns.</div><script>x()</script>") == "They work in barns."
    assert read_html("") == ""


def test_the_whole_handbook_is_read(tmp_path: Path):
    whole = DATA / "bls" / "ooh_2024_34.jsonl"
    material = read_ooh(whole if whole.is_file() else write_ooh(tmp_path / "ooh.jsonl", PROFILE))
    check_whole(material)
    assert len(material.occupations) >= (700 if whole.is_file() else 2)
    assert len(passages(material)) >= (25_000 if whole.is_file() else 20)
    assert all(len(occupation.passages) >= 12 for occupation in material.occupations)
    assert all(texts(material, occupation.code, "similar_occupations") and occupation.summary for occupation in material.occupations)
