"""Posters in Word: panels two side by side where none is wide, and a path as stations in letters that are read on the wall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.shared import Emu, Pt, RGBColor

from ..tree.blocks import Picture, Table
from ..tree.document import Section, text
from ..tree.walk import nodes
from .typst_genres import pages_of
from .word_form import AMBER, COLOURS
from .word_parts import border, element
from .word_table import edged

if TYPE_CHECKING:
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    from .word_layout import LayoutWriter
    from .word_writer import Writer

ACROSS = 3
"""Stations in a row."""


def rows_of(sections: Sequence[Section]) -> list[list[tuple[int, Section]]]:
    """Sections with their numbers, two in a row; one with a picture or a table has a row of its own."""
    rows: list[list[tuple[int, Section]]] = []
    alone = True
    for number, section in enumerate(sections, 1):
        wide = any(isinstance(node, Picture | Table) for node in nodes(section.blocks))
        if wide or alone or len(rows[-1]) == 2:
            rows.append([])
        rows[-1].append((number, section))
        alone = wide
    return rows


def panels(writer: LayoutWriter, colour: str, sections: Sequence[Section]) -> None:
    """The sections of a poster as panels in frames, every second one on a tint."""
    dark, tint = COLOURS[colour]
    table = writer.new_table(2)
    edged(table._tbl, "18", dark)  # noqa: SLF001  the library has no word for lines
    half = writer.width // 2
    for column in table.columns:
        column.width = Emu(half)
    for row in rows_of(sections):
        made = table.add_row()
        made._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001  nor for whole rows
        for cell in made.cells:
            cell.width = Emu(half)
        cells = [made.cells[0].merge(made.cells[1])] if len(row) == 1 else list(made.cells)
        for cell, (number, section) in zip(cells, row, strict=True):
            if number % 2 == 0:
                ground = element("w:shd", val="clear", color="auto", fill=tint)
                cell._tc.get_or_add_tcPr().append(ground)  # noqa: SLF001  the library colours no cells
            _panel(writer, cell, half * (2 if len(row) == 1 else 1), number, section, dark)


def _panel(writer: LayoutWriter, cell: _Cell, width: int, number: int, section: Section, dark: str) -> None:
    into, wide = writer.into, writer.width
    writer.into, writer.width = cell, width - 190500
    try:
        heading = cell.paragraphs[0]
        writer.dress(heading, "Heading 1")
        _numbered(heading, number, dark)
        writer.line(heading, text(section.title))
        writer.parts([block for blocks in pages_of(section) for block in blocks])
    finally:
        writer.into, writer.width = into, wide


def _numbered(paragraph: Paragraph, number: int, dark: str) -> None:
    """A number in white on a dark ground before some words."""
    run = paragraph.add_run(f"\u2002{number}\u2002")
    run.font.bold, run.font.color.rgb = True, RGBColor(255, 255, 255)
    run._r.get_or_add_rPr().append(element("w:shd", val="clear", color="auto", fill=dark))  # noqa: SLF001  see above
    paragraph.add_run("\u2002")


def road(writer: Writer, picture: Picture) -> None:
    """The stations of a path, three in a row, each with its number; who leaves the path has a frame."""
    dark, _ = COLOURS[writer.made.colour]
    table = writer.new_table(ACROSS)
    edged(table._tbl, "8", dark, sides=("top", "bottom", "insideH"))  # noqa: SLF001  see above
    width = Emu(writer.width // ACROSS)
    for column in table.columns:
        column.width = width
    numbered = list(enumerate(picture.stations, 1))
    for first in range(0, len(numbered), ACROSS):
        row = table.add_row()
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001  see above
        for cell in row.cells:
            cell.width = width
        for cell, (number, (said, answer, aside)) in zip(row.cells, numbered[first : first + ACROSS], strict=False):
            station = cell.paragraphs[0]
            _numbered(station, number, dark)
            writer.line(station, text(said), bold=True)
            station.paragraph_format.space_after = Pt(4)
            if answer:
                leaves = cell.add_paragraph()
                box = ("single", 8, AMBER)
                border(leaves._p.get_or_add_pPr(), top=box, left=box, bottom=box, right=box)  # noqa: SLF001  see above
                leaves.paragraph_format.left_indent = leaves.paragraph_format.right_indent = Pt(6)
                writer.line(leaves, text(f"{answer} "), bold=True)
                writer.line(leaves, text(aside))
    writer.paragraph("Gap")
    if picture.caption:
        writer.line(writer.paragraph("Small"), picture.caption)
