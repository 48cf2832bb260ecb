"""The report as a Word file."""

from __future__ import annotations

import io
from typing import Any

from coach.documents.reports.building import Block, Report
from coach.documents.sheets.wording import clean

_LONGEST_PROPERTY = 255
"""Characters of a core property, by the format."""


def write_word(report: Report) -> bytes:
    """The report as .docx: A4, with headings and lists as styles, in British English, without an author."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Mm

    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    properties = document.core_properties
    properties.title, properties.author, properties.comments = clean(report.title)[:_LONGEST_PROPERTY], "", ""
    document.add_heading(clean(report.title), level=0)
    document.add_paragraph().add_run(clean(report.about)).italic = True
    for block in report.blocks:
        _write(document, block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _write(document: Any, block: Block) -> None:
    if block.kind == "heading":
        document.add_heading(clean(block.text), level=1)
        return
    paragraph = document.add_paragraph(style="List Bullet" if block.kind == "item" else None)
    if block.first:
        paragraph.add_run(clean(block.first)).bold = True
        paragraph.add_run(f" ({block.when}): " if block.when else ". ")
    words = paragraph.add_run(clean(block.text))
    if block.kind == "small":
        from docx.shared import Pt

        words.font.size = Pt(8.5)
