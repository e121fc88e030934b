"""Things for a person in Word: badges to cut out, cards that stand on a table, certificates. Who types a name finds its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor

from ...ground.language_tags import runs, untagged
from ..tree.blocks import Field
from ..tree.pages import Badge, Badges, Certificate, Tents
from .word_form import COLOURS
from .word_parts import border, element
from .word_table import edged

if TYPE_CHECKING:
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    from .word_layout import LayoutWriter

INK, SOFT = "14212E", "4A5B6C"
BADGE = (95, 66)
"""Width and height in millimetres; two across."""
HALVES = (138.5, 131.0)
"""Millimetres of the two halves of a table card inside of its margins: the fold is in the middle of the paper."""
SIGN_ROW = 8.6
"""Millimetres of a row in which people sign, so that two dozen stand on a page."""


def badge_sheets(writer: LayoutWriter, part: Badges) -> None:
    """Badges, eight on a page, with lines to cut along."""
    table = writer.new_table(2)
    edged(table._tbl, "4", "7A8896", kind="dashed")  # noqa: SLF001  the library has no word for lines
    for first in range(0, len(part.badges), 2):
        cells = _row(table, [int(Mm(BADGE[0]))] * 2, BADGE[1])
        for cell, badge in zip(cells, part.badges[first : first + 2], strict=False):
            _side(cell, "left", 96, COLOURS[badge.colour][0])
            _inset(cell)
            _said(_first(cell), badge.person.group, 11, COLOURS[badge.colour][0], bold=True, before=8, after=8)
            sizes = (36.0, 18.0)
            words = (badge.person.name, badge.person.organisation)
            for label, size, known in zip(part.labels, sizes, words, strict=False):
                _place(writer, cell, label, size, known, filled=bool(badge.person.name))
            _said(cell.add_paragraph(), f"{part.manual} · {part.programme}", 7, SOFT)
    _end(writer)


def table_cards(writer: LayoutWriter, part: Tents) -> None:
    """Cards that stand on a table, a page each: what is read stands below the fold."""
    for number, tent in enumerate(part.tents):
        table = writer.new_table(1)
        edged(table._tbl, "6", SOFT, kind="dotted", sides=("insideH",))  # noqa: SLF001  see above
        (upper,), (lower,) = (_row(table, [writer.width], high) for high in HALVES)
        upper.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
        _said(_first(upper), part.twice, 9, SOFT)
        _said(upper.add_paragraph(), part.fold, 9, SOFT)
        _table_card(writer, lower, tent, part)
        # What ends this page begins the next one.
        _end(writer).paragraph_format.page_break_before = number < len(part.tents) - 1


def _table_card(writer: LayoutWriter, cell: _Cell, tent: Badge, part: Tents) -> None:
    dark, _ = COLOURS[tent.colour]
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
    _side(cell, "bottom", 96, dark)
    head = _first(cell)
    _said(head, part.manual, 12, SOFT)
    if tent.person.group:
        _said(cell.add_paragraph(), tent.person.group, 20, dark, bold=True, after=30)
    _place(writer, cell, part.label, 64.0, tent.person.name, filled=bool(tent.person.name), centred=True)
    if tent.person.organisation:
        paragraph = cell.add_paragraph()
        _said(paragraph, tent.person.organisation, 22, INK, after=40)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def certificate_page(writer: LayoutWriter, page: Certificate) -> None:
    """A page for one person, lying, in a double frame; the name and the signatures have lines."""
    navy, teal = COLOURS["navy"][0], COLOURS["teal"][0]
    _frame(writer, navy)
    writer.fresh = True
    _said(writer.paragraph("Normal"), page.manual, 12, teal, bold=True, after=0)
    _said(writer.paragraph("Normal"), page.subtitle, 10, SOFT, after=22)
    title = writer.paragraph("Heading 1")
    _said(title, page.title, 40, navy, bold=True, after=22)
    border(title._p.get_or_add_pPr(), bottom=("nil", 0, navy))  # noqa: SLF001  see above
    _place(writer, writer.into, page.name_label, 26.0, page.person.name, filled=bool(page.person.name))
    if page.person.organisation:
        _said(writer.paragraph("Normal"), page.person.organisation, 12, SOFT)
    _said(writer.paragraph("Normal"), page.took_part, 14, INK, before=14, after=2)
    _said(writer.paragraph("Normal"), page.programme, 21, INK, bold=True, after=4)
    _said(writer.paragraph("Normal"), page.purpose, 11.5, INK, after=6)
    _said(writer.paragraph("Normal"), page.facts, 13, teal, bold=True, after=6)
    _said(writer.paragraph("Normal"), f"{page.contents_label} {page.contents}", 9, SOFT, after=84)
    table = writer.new_table(len(page.signatures))
    cells = _row(table, [writer.width // len(page.signatures)] * len(page.signatures), 0)
    for cell, label in zip(cells, page.signatures, strict=True):
        paragraph = _first(cell)
        border(paragraph._p.get_or_add_pPr(), top=("single", 6, INK))  # noqa: SLF001  see above
        _said(paragraph, label, 9, SOFT)
    _said(writer.paragraph("Small"), page.foot, 7, SOFT, before=8)


def sign_rows(writer: LayoutWriter, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A row for each person with a field for each signature; names have more room than signatures."""
    table = writer.new_table(len(heads))
    edged(table._tbl, "6", "7A8896")  # noqa: SLF001  see above
    shares = [0.0, 1.5, 1.3, *[1.0] * (len(heads) - 3)]
    room = writer.width - int(Mm(9))
    widths = [int(Mm(9)), *(int(room * share / sum(shares)) for share in shares[1:])]
    for number, cells in enumerate((heads, *rows)):
        made = _row(table, widths, SIGN_ROW if number else 0)
        if number == 0:
            table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))  # noqa: SLF001  see above
        for cell, words in zip(made, cells, strict=False):
            writer.dress(_first(cell), "Cell" if number else "Cell head")
            _first(cell).add_run(" ".join(untagged(words).split()))
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _frame(writer: LayoutWriter, colour: str) -> None:
    """A double line around every page."""
    section: Any = writer.document.sections[0]._sectPr  # noqa: SLF001  the library has no word for borders of pages
    if section.find(qn("w:pgBorders")) is not None:
        return
    lines = element("w:pgBorders", offsetFrom="page")
    for side in ("top", "left", "bottom", "right"):
        lines.append(element(f"w:{side}", val="thinThickSmallGap", sz="24", space="24", color=colour))
    section.insert_element_before(lines, "w:lnNumType", "w:pgNumType", "w:cols", "w:titlePg", "w:docGrid")


def _row(table: Any, widths: Sequence[int], height: float) -> Sequence[_Cell]:
    """The cells of a new row, of a fixed height in millimetres unless that is 0."""
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  the library has no word for whole rows
    properties.append(element("w:cantSplit"))
    if height:
        properties.append(element("w:trHeight", val=str(int(Mm(height).twips)), hRule="exact"))
    cells: Sequence[_Cell] = row.cells
    for cell, column, width in zip(cells, table.columns, widths, strict=True):
        cell.width = column.width = Emu(int(width))
    return cells


def _side(cell: _Cell, side: str, size: int, colour: str) -> None:
    """A thick line at one side of a cell; `size` in eighths of a point."""
    lines = element("w:tcBorders")
    lines.append(element(f"w:{side}", val="single", sz=str(size), space="0", color=colour))
    properties: Any = cell._tc.get_or_add_tcPr()  # noqa: SLF001  the library has no word for lines
    properties.insert_element_before(
        lines, "w:shd", "w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign"
    )


def _inset(cell: _Cell) -> None:
    """Room between the thick line at the left of a cell and its words."""
    margins = element("w:tcMar")
    margins.append(element("w:left", w=str(int(Mm(5).twips)), type="dxa"))
    properties: Any = cell._tc.get_or_add_tcPr()  # noqa: SLF001  the library has no word for margins of cells
    properties.insert_element_before(margins, "w:textDirection", "w:tcFitText", "w:vAlign")


def _first(cell: _Cell) -> Paragraph:
    first: Paragraph = cell.paragraphs[0]
    return first


def _said(
    paragraph: Paragraph,
    words: str,
    points: float,
    colour: str,
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 2,
) -> None:
    for text, language in runs(words):
        run = paragraph.add_run(text)
        run.font.size, run.font.bold, run.font.color.rgb = Pt(points), bold, RGBColor.from_string(colour)
        if language:
            run._r.get_or_add_rPr().append(element("w:lang", val=language))  # noqa: SLF001  the library has no word for languages
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
    # A table of which all rows stay together would go to the next page as a whole.
    paragraph.paragraph_format.keep_with_next = False


def _place(
    writer: LayoutWriter, into: Any, label: str, points: float, known: str, *, filled: bool, centred: bool = False
) -> None:
    """A place for words in large letters with a line below it and what it is for below the line; the words where they are known."""
    paragraph: Paragraph = into.add_paragraph()
    if filled:
        _said(paragraph, known, points, INK, bold=True, after=4)
    else:
        paragraph.paragraph_format.line_spacing = Pt(max(24.0, points * 1.15))
        paragraph.paragraph_format.space_after = Pt(0)
        before = len(paragraph._p)  # noqa: SLF001  the library has no word for what was added last
        writer.entry(paragraph, "", Field(""))
        for properties in list(paragraph._p)[before].iter(qn("w:rPr")):  # noqa: SLF001  see above
            _enlarge(properties, points)
        line: Paragraph = into.add_paragraph()
        border(line._p.get_or_add_pPr(), top=("single", 6, INK))  # noqa: SLF001  see above
        _said(line, label, 9, SOFT, after=4)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _enlarge(properties: Any, points: float) -> None:
    """Large letters without a frame for what is typed in a place."""
    for part in list(properties):
        if part.tag == qn("w:rStyle"):
            part.set(qn("w:val"), "Incell")
        else:
            properties.remove(part)
    properties.append(element("w:sz", val=str(int(points * 2))))


def _end(writer: LayoutWriter) -> Paragraph:
    """The paragraph that Word wants after a table, as low as it can be."""
    end = writer.paragraph("Gap")
    end.paragraph_format.line_spacing = Pt(1)
    return end
