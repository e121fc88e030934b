"""Tables in Word: columns by what stands in them, and hairlines between the rows."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from docx.shared import Emu, Length, Mm, Pt

from ..tree.blocks import Field, Inline, ToFill
from ..tree.proof import inline_words
from .word_parts import element

LETTER = 0.56
"""Width of a letter of our face, as a share of its size: rather too much than too little."""
CELL_MARGINS = 11
"""Points, left and right together."""
_ORDER = (
    "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc",
    "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook",
)  # fmt: skip
"""Word refuses the properties of a table in any other order."""


def column_widths(
    head: Sequence[Sequence[Inline]], rows: Sequence[Sequence[Sequence[Inline]]], width: int, points: float
) -> list[Length]:
    """The width of each column of a table that is `width` wide, with text of so many points.

    The longest word always fits, as long as the table has room for it; a long text gets more, but not all.
    """
    least, weights = [], []
    for column in zip(head, *rows, strict=True):
        texts = [inline_words(cell) for cell in column]
        longest = max((len(part) for text in texts for part in text.split()), default=1)
        least.append(Pt(longest * points * LETTER + CELL_MARGINS))
        # A long head over short cells breaks into lines; what stands below decides.
        weights.append(max((len(text) for text in texts[1:]), default=0) ** 0.75 + 1)
    room = width - sum(least)
    if room < 0:
        return [Emu(int(width * part / sum(least))) for part in least]
    return [Emu(int(part + room * weight / sum(weights))) for part, weight in zip(least, weights, strict=True)]


class Columns(NamedTuple):
    """A table whose columns are as wide as its texts ask, in the letters of the document."""

    table: Any
    """Its `w:tbl`."""
    head: Sequence[Sequence[Inline]]
    rows: Sequence[Sequence[Sequence[Inline]]]
    width: int
    """Of all columns together, in Word's own units."""


def put_widths(columns: Columns, points: float) -> None:
    """Makes the columns of a table as wide as letters of so many points ask."""
    set_widths(columns.table, column_widths(columns.head, columns.rows, columns.width, points))


def set_widths(table: Any, widths: Sequence[Length]) -> None:
    """Gives the columns of a `w:tbl`, and each of its cells, their widths."""
    for row in table.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = width
    for column, width in zip(table.tblGrid.gridCol_lst, widths, strict=True):
        column.w = width


WRITING_ROW = Mm(9)
"""A row in which a hand writes."""


def ruled(table: Any, written: bool = False) -> None:
    """Hairlines above, below and between the rows; where people write, around each cell."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV") if written else ("top", "bottom", "insideH")
    lines = element("w:tblBorders")
    for side in sides:
        lines.append(
            element(
                f"w:{side}",
                val="single",
                sz="6" if written else "4",
                space="0",
                color="7A8896" if written else "9AA7B3",
            )
        )
    table.tblPr.append(lines)
    table.tblPr[:] = sorted(table.tblPr, key=lambda part: _ORDER.index(part.tag.rpartition("}")[2]))


def deep(row: Any, height: Length = WRITING_ROW) -> None:
    """Give a row at least the height that a hand needs."""
    row.get_or_add_trPr().append(element("w:trHeight", val=str(int(height.twips)), hRule="atLeast"))


def is_written_in(lines: Sequence[Sequence[Inline]]) -> bool:
    """Whether a cell is one to write in: empty, or with a blank."""
    words = [word for line in lines for word in line]
    return not words or any(isinstance(word, Field | ToFill) for word in words)


def edged(
    table: Any, size: str, colour: str, *, inside: bool = True, kind: str = "single", sides: Sequence[str] = ()
) -> None:
    """Lines of one kind around a table and, `inside`, between its cells; or at some `sides` alone. `size` in eighths of a point."""
    lines = element("w:tblBorders")
    every = ("top", "left", "bottom", "right", *(("insideH", "insideV") if inside else ()))
    for side in sides or every:
        lines.append(element(f"w:{side}", val=kind, sz=size, space="0", color=colour))
    table.tblPr.append(lines)
    table.tblPr[:] = sorted(table.tblPr, key=lambda part: _ORDER.index(part.tag.rpartition("}")[2]))


def bordered(table: Any) -> None:
    """One hairline, between the two columns of a table."""
    lines = element("w:tblBorders")
    lines.append(element("w:insideV", val="single", sz="4", space="0", color="9AA7B3"))
    table.tblPr.append(lines)
    table.tblPr[:] = sorted(table.tblPr, key=lambda part: _ORDER.index(part.tag.rpartition("}")[2]))
