"""The report as Word: real headings, lists and tables, so that a team can go on writing in it."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import Any

from ..documents.blocks import (
    Block,
    Cite,
    Emphasis,
    Field,
    Heading,
    Inline,
    Link,
    List,
    Note,
    Paragraph,
    Picture,
    Quote,
    Strong,
    Table,
    Text,
    ToFill,
    Value,
)
from ..documents.press import png
from ..edition import Edition
from .document import Report

PICTURE_POINTS = 480
"""How wide a chart is, in points: the text of an A4 page."""
_FIXED = (1980, 1, 1, 0, 0, 0)


def report_docx(edition: Edition, report: Report) -> bytes:
    """The Word file of a report. Raises PressError when a chart can not be drawn."""
    return _Writer(edition, report).written()


class _Writer:
    """Writes one document."""

    def __init__(self, edition: Edition, report: Report) -> None:
        import docx
        from docx.shared import Mm, Pt, RGBColor

        self.edition = edition
        self.report = report
        self.points = Pt
        self.doc: Any = docx.Document()
        page = self.doc.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(20)
        for name, size in (("Normal", 10.5), ("Title", 22), ("Heading 1", 15), ("Heading 2", 12.5), ("Heading 3", 11)):
            style = self.doc.styles[name]
            style.font.name, style.font.size = "Calibri", Pt(size)
            style.font.color.rgb = RGBColor(0x14, 0x21, 0x2E)
        properties = self.doc.core_properties
        properties.title, properties.author = report.title, edition.plain(edition.curriculum.manual.title)
        properties.language, properties.comments = edition.language, ""
        properties.created = properties.modified = dt.datetime.combine(edition.changed(), dt.time(), dt.UTC)

    def written(self) -> bytes:
        """The bytes of the document."""
        self.doc.add_paragraph(self.report.kind)
        self.doc.add_paragraph(self.report.title, style="Title")
        self.doc.add_paragraph(self.report.lead)
        for number, section in enumerate(self.report.sections, 1):
            self.doc.add_heading(f"{number}. {section.title}", 1)
            self.blocks(section.blocks)
        for line in self.report.references:
            self.doc.add_paragraph(line)
        self.doc.sections[0].footer.paragraphs[0].text = self.edition.footer()
        made = io.BytesIO()
        self.doc.save(made)
        return _with_fixed_dates(made.getvalue())

    def blocks(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            self.block(block)

    def block(self, block: Block) -> None:
        match block:
            case Heading(level, children):
                self.inlines(self.doc.add_heading("", level - 1), children)
            case Paragraph(children):
                self.inlines(self.doc.add_paragraph(), children)
            case List(ordered, items):
                for item in items:
                    for inner in item.blocks:
                        if isinstance(inner, Paragraph):
                            style = "List Number" if ordered else "List Bullet"
                            self.inlines(self.doc.add_paragraph(style=style), inner.children)
                        else:
                            self.block(inner)
            case Table(head, rows):
                self.table(head, rows)
            case Quote(inner) | Note(_, inner):
                self.blocks(inner)
            case Picture(id_, title, svg, alt, _):
                above = self.doc.add_paragraph()
                above.add_run(title).bold = True
                above.paragraph_format.keep_with_next = True
                data = png(id_, svg, PICTURE_POINTS, self.edition.cache)
                shape = self.doc.add_picture(io.BytesIO(data), width=self.points(PICTURE_POINTS))
                shape._inline.docPr.set("descr", alt)  # noqa: SLF001  the library has no other way to a text for the blind
            case _:
                pass

    def table(self, head: Sequence[Sequence[Inline]], rows: Sequence[Sequence[Sequence[Inline]]]) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        grid = self.doc.add_table(rows=0, cols=len(head), style="Table Grid")
        first = 130 if len(head) == 2 else 170
        for place, column in enumerate(grid.columns):
            rest = (PICTURE_POINTS - first) / (len(head) - 1) if len(head) > 1 else 0
            column.width = self.points(first if place == 0 else rest)
        for number, row in enumerate((head, *rows)):
            line = grid.add_row()
            for place, (cell, children) in enumerate(zip(line.cells, row, strict=True)):
                cell.width = grid.columns[place].width
                self.inlines(cell.paragraphs[0], children, bold=number == 0)
                cell.paragraphs[0].paragraph_format.space_after = self.points(1)
                for run in cell.paragraphs[0].runs:
                    run.font.size = self.points(9 if len(head) < 6 else 8)
        # The first row is repeated on each page and read out as a head; no row is torn apart.
        for number, line in enumerate(grid.rows):
            settings = line._tr.get_or_add_trPr()  # noqa: SLF001  no other way
            settings.append(OxmlElement("w:cantSplit"))
            if number == 0:
                repeated = OxmlElement("w:tblHeader")
                repeated.set(qn("w:val"), "true")
                settings.append(repeated)
        self.doc.add_paragraph()

    def inlines(self, paragraph: Any, children: Sequence[Inline], *, bold: bool = False, italic: bool = False) -> None:
        for child in children:
            match child:
                case Strong(inner):
                    self.inlines(paragraph, inner, bold=True, italic=italic)
                case Emphasis(inner):
                    self.inlines(paragraph, inner, bold=bold, italic=True)
                case Link(inner, _):
                    self.inlines(paragraph, inner, bold=bold, italic=italic)
                case Text(text) | Value(text, _, _):
                    run = paragraph.add_run(text)
                    run.bold, run.italic = bold or None, italic or None
                case Cite(label, _, _):
                    paragraph.add_run(f"[{label}]")
                case ToFill(label) | Field(label):
                    paragraph.add_run(f"{label} ______")
                case _:
                    pass


def _with_fixed_dates(data: bytes) -> bytes:
    """The same archive with sorted names and one date for all, so that the same report has the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        # Word wants this one first.
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return made.getvalue()
