"""The sheet as a file: the same in every form, on one page, and the learner's words as they stand."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from pypdf import PdfReader

from coach.documents import read_note, write_sheet
from coach.documents.sheets import FORMS
from coach.documents.sheets.word import estimate_height, find_fit
from coach.dossier import draft_dossier, find_gaps
from coach.engines.offline import OfflineEngine
from coach.errors import InputRejected
from coach.questions import draft_questions, draw_sheet
from coach.records import Dossier, Organisation, Person, Phase, Sheet, SheetLookUp, SheetPhase
from tests.questions.given import BAKERY, make_dossier, make_occupation, make_passages

CASES = Path(__file__).resolve().parents[2] / "evals" / "cases" / "notes"
PAPER = ("pdf", "docx", "md")
A4_POINTS = (595, 842)


def draw(dossier: Dossier, *, minutes: int = 30) -> Sheet:
    engine = OfflineEngine()
    questions = draft_questions(dossier, engine, occupation=make_occupation(), passages=make_passages(), minutes=minutes, reserve=engine)
    return draw_sheet(dossier, questions)


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    gaps = find_gaps((), person=Person(), organisation=Organisation(), meeting_time="", meeting_purpose="")
    return draw(make_dossier().model_copy(update={"meeting_time": "Rāhina 9 am", "gaps": gaps}))


def with_texts(*questions: str, title: str = "Ada Brough", goal: str = "Find out more.") -> Sheet:
    """A small sheet with these questions."""
    return Sheet(
        title=title,
        minutes=30,
        goals=(goal,),
        look_up_first=(SheetLookUp(text="What is new", where="the news page"),),
        opening=("Kia ora.",),
        phases=(
            SheetPhase(phase=Phase.OPEN, title="Opening", starts=0, minutes=2.5),
            SheetPhase(phase=Phase.STORY, title="Their story", starts=2.5, minutes=27.5, questions=questions),
        ),
        checklist=("Thank them.",),
    )


def straight(text: str) -> str:
    """The text on one line with straight marks, so that line ends and typographic marks make no difference."""
    plain = unicodedata.normalize("NFC", text).replace("\u200b", "").translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
    return " ".join(plain.split())


def read_markdown(raw: bytes) -> str:
    """What a Markdown reader shows; markup that is still markup would be missing."""
    shown = (token.content if not token.children else "".join(child.content for child in token.children) for token in MarkdownIt().parse(raw.decode()))
    return "\n".join(text for text in shown if text)


def read_text(raw: bytes, form: str) -> str:
    if form == "pdf":
        return straight("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(raw)).pages))
    return straight(read_markdown(raw) if form == "md" else "\n".join(read_word(raw)))


def read_word(raw: bytes) -> Iterator[str]:
    """The paragraphs of a Word file in reading order, those in the cells of tables included."""
    for part in docx.Document(io.BytesIO(raw)).iter_inner_content():
        inner = [part] if isinstance(part, Paragraph) else [paragraph for cell in part.rows[0].cells for paragraph in cell.paragraphs]
        yield from (paragraph.text for paragraph in inner)


def list_texts(sheet: Sheet) -> Iterator[str]:
    yield from (sheet.title, sheet.about, sheet.when, sheet.where, *sheet.goals, *sheet.opening, *sheet.checklist, *sheet.notices)
    for one in sheet.look_up_first:
        yield from (one.text, one.where)
    for phase in sheet.phases:
        yield from (phase.title, *phase.questions)


# --- the same in every form -------------------------------------------------------------------------


@pytest.mark.parametrize("form", PAPER)
def test_every_form_holds_every_word_and_all_minutes(sheet, form):
    shown = read_text(write_sheet(sheet, form), form)
    assert [text for text in list_texts(sheet) if straight(text) not in shown] == []
    assert "30 minutes" in shown
    at = 0
    for phase in sheet.phases:
        starts, length = f"{phase.starts:g}", "1 minute" if phase.minutes == 1 else f"{phase.minutes:g} minutes"
        wanted = f"{starts} {phase.title} {length}" if form == "pdf" else f"from minute {starts}, {length}"
        at = shown.index(wanted, at)


@pytest.mark.parametrize("form", PAPER)
def test_questions_stand_in_order_and_are_numbered_through(sheet, form):
    raw = write_sheet(sheet, form)
    shown = read_text(raw, form)
    asked = [straight(text) for phase in sheet.phases for text in phase.questions]
    assert [shown.index(text) for text in asked] == sorted(shown.index(text) for text in asked)
    if form == "docx":
        assert [paragraph.text for paragraph in docx.Document(io.BytesIO(raw)).paragraphs if paragraph.style.name == "List Number"] == [
            text for phase in sheet.phases for text in phase.questions
        ]
    else:
        numbered = raw.decode() if form == "md" else shown
        assert all(re.search(rf"(?<!\d){n}\. {re.escape(text[:20])}", straight(numbered)) for n, text in enumerate(asked, start=1))


def test_json_is_the_record_itself(sheet):
    assert Sheet.model_validate(json.loads(write_sheet(sheet, "json"))) == sheet


def test_the_form_may_be_named_like_an_ending(sheet):
    assert write_sheet(sheet, ".MD") == write_sheet(sheet, "md")
    assert set(FORMS) == {"pdf", "docx", "md", "json"}


@pytest.mark.parametrize(("form", "named"), [("odt", ".odt"), (".ics", ".ics"), ("", "without ending")])
def test_another_form_is_refused_with_the_forms_there_are(sheet, form, named):
    with pytest.raises(InputRejected) as refused:
        write_sheet(sheet, form)
    assert named in refused.value.happened
    assert ".pdf, .docx, .md or .json" in refused.value.mend


def test_half_minutes_are_written_as_one_writes_them():
    sheet = with_texts("How did you start?")
    assert "2½ Their story 27½ minutes" in read_text(write_sheet(sheet, "pdf"), "pdf")
    assert "from minute 2½, 27½ minutes" in read_text(write_sheet(sheet, "md"), "md")


def test_what_is_not_known_is_a_blank_to_fill_in():
    assert "When: ____" in write_sheet(with_texts("How?"), "md").decode()
    assert "Where: ____" in read_text(write_sheet(with_texts("How?"), "docx"), "docx")


# --- on paper ---------------------------------------------------------------------------------------


def texts_of_usual_length(count: int) -> tuple[str, ...]:
    """The mean question of the annotated notes has 90 characters, the longest 203."""
    return tuple(f"You look after {n} farms, mostly wheat and barley. What gives way first when it gets too much?" for n in range(1, count + 1))


@pytest.mark.parametrize("count", [6, 8, 10])
def test_a_list_of_usual_length_fits_on_one_a4_page(sheet, count):
    asked = texts_of_usual_length(count)
    phases = tuple(phase.model_copy(update={"questions": asked if phase.phase is Phase.WORK else ()}) for phase in sheet.phases)
    usual = sheet.model_copy(update={"phases": phases})
    (page,) = PdfReader(io.BytesIO(write_sheet(usual, "pdf"))).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == A4_POINTS
    assert find_sizes(page)[0] >= 9 * 0.85 - 0.01
    assert estimate_height(usual, find_fit(usual)) <= A4_POINTS[1] - 74


def find_sizes(page: Any) -> list[float]:
    """The type sizes on a page, the smallest first."""
    sizes: set[float] = set()
    page.extract_text(visitor_text=lambda text, _cm, matrix, _font, size: sizes.add(round(abs(size * matrix[3]), 2)) if text.strip() else None)
    return sorted(sizes)


def test_room_for_notes_shrinks_before_the_type_and_a_long_list_takes_a_second_page():
    few, many, most = (with_texts(*texts_of_usual_length(count)) for count in (4, 12, 30))
    pages = [PdfReader(io.BytesIO(write_sheet(one, "pdf"))).pages for one in (few, many, most)]
    assert [len(part) for part in pages[:2]] == [1, 1]
    assert len(pages[2]) >= 2
    assert 10.5 in find_sizes(pages[0][0])
    assert find_fit(few).lines > find_fit(many).lines
    assert find_fit(few).size == 10.5


def test_the_pdf_is_tagged_titled_and_in_british_english(sheet):
    reader = PdfReader(io.BytesIO(write_sheet(sheet, "pdf")))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert "pdfuaid" in root["/Metadata"].get_object().get_data().decode()
    assert reader.metadata["/Title"] == sheet.title
    assert "/Author" not in reader.metadata


def test_the_word_file_has_styles_a_language_and_no_author(sheet):
    raw = write_sheet(sheet, "docx")
    document = docx.Document(io.BytesIO(raw))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") == len(sheet.phases)
    assert "Sheet notes" in styles
    core = document.core_properties
    assert (core.title, core.language, core.author, core.last_modified_by, core.comments) == (sheet.title, "en-GB", "", "", "")
    assert not any("thumbnail" in name for name in zipfile.ZipFile(io.BytesIO(raw)).namelist())
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert (round(document.sections[0].page_width.mm), round(document.sections[0].page_height.mm)) == (210, 297)
    cells = [paragraph.text for table in document.tables for cell in table.rows[0].cells for paragraph in cell.paragraphs]
    assert [text for text in cells if text.startswith("\u2610")][-len(sheet.checklist) :] == [f"\u2610\t{text}" for text in sheet.checklist]


# --- learner text is data ---------------------------------------------------------------------------

HOSTILE = (
    '#panic("x") #import "a.typ" @ref <label> = heading',
    "*bold* _it_ **b** __u__ `code` ~~gone~~ # no heading",
    "$x$ costs $6.2m \\ back \\n \\u{41}",
    "\"quoted\" it's 'single' «angles»",
    "[link](http://a.example) ![p](q) <b>tag</b> &amp; &lt; | cell |",
    "1. not a list - nor this + that > quoted",
    "Ngā mihi ki a koutou, Ōtautahi ĀĒĪŌŪ āēīōū",
    "]]> <?xml?> </w:t> {{field}} {=formula}",
)


@pytest.mark.parametrize("form", PAPER)
@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_markup_stays_text(form, text):
    for sheet in (with_texts(text), with_texts("How?", title=text, goal=text)):
        assert straight(text) in read_text(write_sheet(sheet, form), form)


@pytest.mark.parametrize("form", PAPER)
def test_a_line_without_end_is_kept_whole(form):
    words, endless = "a dull day " * 280, "x" * 3000
    shown = read_text(write_sheet(with_texts(words.strip(), endless), form), form)
    assert straight(words) in shown
    runs = [len(run) for run in re.findall("x{20,}", shown)]
    assert sum(runs) == 3000
    assert form != "pdf" or max(runs) < 120  # broken into lines, which do not run off the paper


@pytest.mark.parametrize("text", ["名字是李", "a fox 🦊 and 👩\u200d🌾", "Ключ", "عربي", "e\u0301\u0323 \u1e7d"])
def test_letters_that_no_font_may_have_are_kept(text):
    sheet = with_texts(f"What does {text} mean?", title=f"Talk {text}")
    for form in ("docx", "md"):
        assert straight(f"What does {text} mean?") in read_text(write_sheet(sheet, form), form)
    raw = write_sheet(sheet, "pdf")
    kept = read_text(raw, "pdf") + "".join(find_alternatives(PdfReader(io.BytesIO(raw)).trailer["/Root"]["/StructTreeRoot"]))
    assert [sign for sign in straight(text) if not sign.isspace() and sign not in unicodedata.normalize("NFC", kept)] == []
    assert "\0" not in kept


def find_alternatives(node: Any) -> Iterator[str]:
    """The texts that stand in a PDF for what is drawn without letters."""
    node = node.get_object() if hasattr(node, "get_object") else node
    for part in node if isinstance(node, list) else [node.get("/K", [])] if isinstance(node, dict) else []:
        yield from find_alternatives(part)
    if isinstance(node, dict) and "/Alt" in node:
        yield str(node["/Alt"])


@pytest.mark.parametrize("form", FORMS)
def test_nothing_that_can_be_typed_stops_a_sheet_from_being_written(form):
    strange = "".join(map(chr, [*range(32), 127, 0xAD, 0x200B, 0x202E, 0xE000, 0xFFFE, 0x10FFFF])) + "\u0301\u0489 \U0001f9ff\u0bcd a\u20dd\u1ab0"
    assert write_sheet(with_texts(f"How {strange} so?", title=f"T{strange}", goal="g" * 400), form)


# --- nothing private --------------------------------------------------------------------------------


def list_barred(case: dict[str, Any], name: str) -> list[str]:
    """What must not be on the sheet: sensitive spans, and what may not appear where the notes were read as being about the right person."""
    right = case["person"]["name"] and straight(case["person"]["name"]).lower() == straight(name).lower()
    return [*case["sensitive"], *(case["must_not_appear"] if right or not case["person"]["name"] else [])]


MISREAD = {"own-90": {"RAF", "foundation degree"}, "own-123": {"rooftop"}, "own-125": {"beanbag"}}
"""What still reaches the sheet: facts of another person that the reader takes for the one who is met. Nothing may be added to these."""


@pytest.mark.parametrize("annotation", sorted(CASES.glob("*.json")), ids=lambda path: path.stem)
def test_nothing_private_of_the_annotated_notes_is_on_any_form(annotation):
    case = json.loads(annotation.read_text(encoding="utf-8"))
    engine = OfflineEngine()
    dossier = draft_dossier(read_note((CASES / case["file"]).read_bytes(), name=case["file"]), engine)
    sheet = draw_sheet(dossier, draft_questions(dossier, engine, occupation=None, passages=(), minutes=30, reserve=engine))
    for form in PAPER:
        shown = read_text(write_sheet(sheet, form), form)
        found = {text for text in list_barred(case, dossier.person.name) if re.search(rf"(?<!\w){re.escape(straight(text))}(?!\w)", shown, re.IGNORECASE)}
        assert found <= MISREAD.get(annotation.stem, set()), form


def test_a_sheet_of_private_notes_is_clean_down_to_the_bytes():
    dossier = make_dossier(BAKERY, name="Joost Hale", sensitive=("thinks bread should take two days",), other_people=("Rosalind Quaife",))
    sheet = draw(dossier)
    packed = zipfile.ZipFile(io.BytesIO(write_sheet(sheet, "docx")))
    everything = "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist() if name.endswith(".xml"))
    assert "Joost" in everything
    assert "two days" not in everything
    assert "Rosalind" not in everything
