"""Rows to fill in, to Word: below the guide a table with numbers that can neither be changed nor deleted."""

from collections.abc import Iterator, Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu

from ..tree.blocks import Heading, List, Paragraph
from ..tree.document import Document
from ..tree.proof import inline_words
from ..tree.rows import CellLines, NumberedRow, NumberedRows, Run
from .word_form import GROUND, new_document, text_width
from .word_parts import element, run
from .word_table import ruled, set_widths
from .word_template import saved

RowsPart = Heading | List | NumberedRows


def rows_word(made: Document, parts: Sequence[RowsPart], keywords: str) -> bytes:
    """The Word file of a document whose content is `parts`; `keywords` stand in its properties. The same input gives the same bytes.

    Headings and entries of lists are plain lines.
    """
    document = new_document(made)
    document.core_properties.keywords = keywords
    document.add_paragraph(made.what, style="Kind")
    document.add_paragraph(made.title, style="Title")
    for part in parts:
        if isinstance(part, NumberedRows):
            _table(document, part, text_width(made))
        else:
            for style, line in _styled(part):
                document.add_paragraph(line, style=style)
    return saved(document)


def lines_outside(made: Document, parts: Sequence[RowsPart]) -> list[str]:
    """Every line of the file outside of its tables, in order."""
    frames = [part for part in parts if not isinstance(part, NumberedRows)]
    return [made.what, made.title, *(line for part in frames for _, line in _styled(part))]


def _styled(part: Heading | List) -> Iterator[tuple[str, str]]:
    if isinstance(part, Heading):
        yield "Heading 1", inline_words(part.children)
        return
    style = "List Number" if part.ordered else "List Bullet"
    for item in part.items:
        for block in item.blocks:
            if isinstance(block, Paragraph):
                yield style, inline_words(block.children)


def _table(document: WordDocument, rows: NumberedRows, width: int) -> None:
    count = len(rows.heads)
    table = document.add_table(rows=1, cols=count)
    ruled(table._tbl)  # noqa: SLF001  the library has no word for its properties
    table.autofit = False
    widths = [Emu(int(width * share / 100)) for share in rows.shares]
    head = table.rows[0]
    head._tr.get_or_add_trPr().append(element("w:tblHeader"))  # noqa: SLF001  the library has no word for it
    for cell, words in zip(head.cells, rows.heads, strict=True):
        cell.paragraphs[0].text = words
        cell.paragraphs[0].style = "Cell head"
    for row in rows.rows:
        # Cells of a table are sought anew each time they are asked for; a module has six hundred rows.
        tr: Any = parse_xml(f"<w:tr {nsdecls('w')}>{'<w:tc><w:tcPr/></w:tc>' * count}</w:tr>")
        table._tbl.append(tr)  # noqa: SLF001
        _row(list(tr), row)
    set_widths(table._tbl, widths)  # noqa: SLF001


def _row(cells: list[Any], row: NumberedRow) -> None:
    _number(cells[0], row)
    for cell, lines in zip(cells[1:], row.cells, strict=True):
        _lines(cell, lines)
    for cell in cells[: row.grey]:
        cell.tcPr.append(element("w:shd", val="clear", color="auto", fill=GROUND))


def _number(cell: Any, row: NumberedRow) -> None:
    """The number in a control that can be neither changed nor deleted, and what stands below it.

    The tag stands in a bookmark too: some programmes drop controls.
    """
    cell.append(
        parse_xml(
            f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="Cell"/></w:pPr>'
            f'<w:bookmarkStart w:id="{row.number}" w:name="{row.tag}"/><w:sdt><w:sdtPr><w:alias w:val="{row.number}"/>'
            f'<w:tag w:val="{row.tag}"/><w:lock w:val="sdtContentLocked"/></w:sdtPr>'
            f"<w:sdtContent><w:r><w:t>{row.number}</w:t></w:r></w:sdtContent></w:sdt>"
            f'<w:bookmarkEnd w:id="{row.number}"/></w:p>'
        )
    )
    if row.below:
        _paragraph(cell, (Run(row.below),), "Small")


def _lines(cell: Any, lines: CellLines) -> None:
    for line in lines:
        _paragraph(cell, line, "Cell")


def _paragraph(cell: Any, line: tuple[Run, ...], style: str) -> None:
    paragraph = element("w:p")
    properties = element("w:pPr")
    properties.append(element("w:pStyle", val=style))
    paragraph.append(properties)
    for part in line:
        paragraph.append(run(part.text, "Citation" if part.mark else ""))
    cell.append(paragraph)
