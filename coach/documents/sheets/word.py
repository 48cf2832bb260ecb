"""The sheet as a Word file, for those who want to change it before they print it."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from typing import Any

from coach.documents.sheets.wording import BLANK, BOX, GOALS, LOOK_UP, WHEN, WHERE, clean, say_clock, say_length, say_look_up
from coach.records import Phase, Record, Sheet, SheetPhase

_PAGE_MM = (210.0, 297.0)
_MARGINS_MM = (18.0, 13.0)
_POINTS_A_MM = 72 / 25.4
_INDENT_MM = 6.0

_WIDTH_OF_A_SIGN = 0.45
"""Of the type size: the mean width of a letter in running English, set in Calibri or its metric twin."""

_LINE = 1.22
"""Of the type size: the height of a line of Calibri set solid."""

_SIZES = (10.5, 10.0, 9.5, 9.0)
_ROOMS = ((3, 7.0), (2, 7.0), (1, 8.0), (1, 7.0), (1, 6.0))
"""Lines for the notes on one question, and millimetres from line to line: handwriting needs seven, a small hand six."""

_RESERVE = 0.98
"""How much of the page is planned for; word processors differ a little."""


_LONGEST_PROPERTY = 255
"""Characters of a core property, by the format."""


class Fit(Record):
    """Type size in points, how many lines for notes a question gets, and how many millimetres each takes."""

    size: float
    lines: int
    pitch: float


def write_word(sheet: Sheet) -> bytes:
    """The sheet as .docx: A4, with headings, lists and lines for notes as styles, in British English, without an author."""
    import docx

    document = docx.Document()
    fit = find_fit(sheet)
    _set_up(document, sheet, fit)
    _write_head(document, sheet)
    for phase in sheet.phases:
        _write_phase(document, sheet, phase, fit)
    for notice in sheet.notices:
        document.add_paragraph(clean(notice), style="Sheet small")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def find_fit(sheet: Sheet) -> Fit:
    """What fits on one page by estimate: less room for notes first, then smaller type; where nothing does, the usual size with two lines each, on two pages."""
    high = (_PAGE_MM[1] - 2 * _MARGINS_MM[1]) * _POINTS_A_MM * _RESERVE
    fits = (Fit(size=size, lines=lines, pitch=pitch) for size in _SIZES for lines, pitch in _ROOMS)
    return next((fit for fit in fits if estimate_height(sheet, fit) <= high), Fit(size=_SIZES[0], lines=2, pitch=_ROOMS[0][1]))


def estimate_height(sheet: Sheet, fit: Fit) -> float:
    """Points from the top of the sheet to its end, as if all letters were of the mean width."""
    wide = (_PAGE_MM[0] - 2 * _MARGINS_MM[0]) * _POINTS_A_MM
    indent = _INDENT_MM * _POINTS_A_MM
    a_line = fit.size * _LINE

    def block(texts: Sequence[str], width: float) -> float:
        return sum(max(1, math.ceil(len(clean(text)) * fit.size * _WIDTH_OF_A_SIGN / width)) * a_line + 2 for text in texts)

    asked = [text for phase in sheet.phases for text in phase.questions]
    half = (len(sheet.checklist) + 1) // 2
    look_ups = [f"{one.text} {one.where}" for one in sheet.look_up_first]
    goals = block(sheet.goals, wide - indent)
    if look_ups:
        goals = max(block(part, wide / 2 - 2 * indent) for part in (sheet.goals, look_ups))
    checks = max(block(part, wide / 2 - 2 * indent) for part in (sheet.checklist[:half], sheet.checklist[half:]))
    text = goals + checks + block(asked, wide - indent) + block(sheet.opening, wide) + block(sheet.notices, wide)
    head = 1.9 * a_line + (1.05 * a_line + 4 if sheet.about else 0) + a_line + 2
    headings = (len(sheet.phases) + 1) * (1.1 * a_line + 11)
    return head + headings + text + len(asked) * (fit.lines * fit.pitch * _POINTS_A_MM + 1)


# --- styles -----------------------------------------------------------------------------------------


def _set_up(document: Any, sheet: Sheet, fit: Fit) -> None:
    from docx.shared import Mm

    page = document.sections[0]
    page.page_width, page.page_height = Mm(_PAGE_MM[0]), Mm(_PAGE_MM[1])
    page.left_margin = page.right_margin = Mm(_MARGINS_MM[0])
    page.top_margin = page.bottom_margin = Mm(_MARGINS_MM[1])
    page.header_distance = page.footer_distance = Mm(6)
    core = document.core_properties
    core.title, core.language = clean(sheet.title)[:_LONGEST_PROPERTY], "en-GB"
    core.author = core.last_modified_by = core.comments = ""
    package = document.part.package
    for key in [key for key, link in package.rels.items() if link.reltype.endswith("/thumbnail")]:
        package.rels.pop(key)  # the picture of the empty template, which a file manager would show
    _set_styles(document, fit)


def _set_styles(document: Any, fit: Fit) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Mm, Pt

    styles, size = document.styles, fit.size
    _speak_british(styles)
    _style(styles["Normal"], size=size, after=2)
    _style(styles["Title"], size=size * 1.9, bold=True, after=0)
    _style(styles["Subtitle"], size=size * 1.05, italic=True, after=4)
    _style(styles["Heading 1"], size=size * 1.1, bold=True, before=9, after=2)
    _style(styles["List Bullet"], size=size, after=2)
    _style(styles["List Number"], size=size, before=3, after=0)
    checks = styles.add_style("Sheet check", WD_STYLE_TYPE.PARAGRAPH)
    checks.base_style = styles["Normal"]
    checks.paragraph_format.left_indent, checks.paragraph_format.first_line_indent = Mm(_INDENT_MM), Mm(-_INDENT_MM)
    checks.paragraph_format.tab_stops.add_tab_stop(Mm(_INDENT_MM))
    said = styles.add_style("Sheet said", WD_STYLE_TYPE.PARAGRAPH)
    said.base_style = styles["Normal"]
    said.font.italic = True
    small = styles.add_style("Sheet small", WD_STYLE_TYPE.PARAGRAPH)
    small.base_style = styles["Normal"]
    small.font.size = Pt(max(8.5, size * 0.9))
    notes = styles.add_style("Sheet notes", WD_STYLE_TYPE.PARAGRAPH)
    notes.base_style = styles["Normal"]
    notes.paragraph_format.left_indent = Mm(_INDENT_MM)
    notes.paragraph_format.space_after = Pt(0)
    notes.paragraph_format.line_spacing_rule, notes.paragraph_format.line_spacing = WD_LINE_SPACING.EXACTLY, Mm(fit.pitch)
    notes.element.get_or_add_pPr().append(_note_lines())


def _style(style: Any, *, size: float, bold: bool = False, italic: bool = False, before: float = 0, after: float = 0) -> None:
    """Gives a style plain black Calibri without the colours and lines of the template."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold, style.font.italic = "Calibri", Pt(round(size * 2) / 2), bold, italic
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.0
    for part, name in ((style.element.get_or_add_pPr(), "w:pBdr"), (style.element.get_or_add_rPr(), "w:spacing"), (style.element.get_or_add_rPr(), "w:kern")):
        for unwanted in part.findall(qn(name)):
            part.remove(unwanted)


def _speak_british(styles: Any) -> None:
    from docx.oxml.ns import qn

    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _note_lines() -> Any:
    """A dotted line under each paragraph, also between two of them, which Word would else draw together."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:pBdr")
    for side in ("bottom", "between"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "dotted"), ("sz", "4"), ("space", "0"), ("color", "969696")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    return borders


# --- content ----------------------------------------------------------------------------------------


def _write_head(document: Any, sheet: Sheet) -> None:
    document.add_paragraph(clean(sheet.title), style="Title")
    if sheet.about:
        document.add_paragraph(clean(sheet.about), style="Subtitle")
    document.add_paragraph(f"{WHEN} {clean(sheet.when) or BLANK}     {WHERE} {clean(sheet.where) or BLANK}     {say_length(sheet.minutes)}")
    goals, look_ups = _add_columns(document) if sheet.look_up_first else (document, document)
    goals.add_paragraph(GOALS, style="Heading 1")
    for goal in sheet.goals:
        goals.add_paragraph(clean(goal), style="List Bullet")
    if sheet.look_up_first:
        look_ups.add_paragraph(LOOK_UP, style="Heading 1")
    for one in sheet.look_up_first:
        _write_check(look_ups, say_look_up(one)).add_run(f" {clean(one.where)}").italic = True


def _write_phase(document: Any, sheet: Sheet, phase: SheetPhase, fit: Fit) -> None:
    """The questions are numbered by the list style, which counts on from phase to phase."""
    _add_on_the_right(document.add_paragraph(phase.title, style="Heading 1"), say_clock(phase), size=fit.size)
    if phase.phase is Phase.OPEN:
        for line in sheet.opening:
            document.add_paragraph(clean(line), style="Sheet said")
    for question in phase.questions:
        document.add_paragraph(clean(question), style="List Number").paragraph_format.keep_with_next = True
        for left in reversed(range(fit.lines)):
            document.add_paragraph(style="Sheet notes").paragraph_format.keep_with_next = left > 0
    if phase.phase is Phase.CLOSE:
        half = (len(sheet.checklist) + 1) // 2
        for column, checks in zip(_add_columns(document), (sheet.checklist[:half], sheet.checklist[half:]), strict=True):
            for check in checks:
                _write_check(column, check)


class _Column:
    """One of two cells side by side, written into like a document: the paragraph that every new cell holds is taken away with the first."""

    def __init__(self, cell: Any) -> None:
        self._cell = cell

    def add_paragraph(self, text: str = "", style: str | None = None) -> Any:
        """A paragraph at the end of the cell."""
        added = self._cell.add_paragraph(text, style)
        first = self._cell.paragraphs[0]
        if not first.text and first is not added and len(self._cell.paragraphs) > 1:
            first._p.getparent().remove(first._p)  # noqa: SLF001  (python-docx has no public way to remove a paragraph)
        return added


def _add_columns(document: Any) -> tuple[_Column, _Column]:
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    left, right = table.rows[0].cells
    return _Column(left), _Column(right)


def _write_check(where: Any, text: str) -> Any:
    return where.add_paragraph(f"{BOX}\t{clean(text)}", style="Sheet check")


def _add_on_the_right(heading: Any, text: str, *, size: float) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm, Pt, RGBColor

    heading.paragraph_format.tab_stops.add_tab_stop(Mm(_PAGE_MM[0] - 2 * _MARGINS_MM[0]), WD_TAB_ALIGNMENT.RIGHT)
    run = heading.add_run(f"\t{text}")
    run.bold, run.font.size, run.font.color.rgb = False, Pt(size), RGBColor(85, 85, 85)
