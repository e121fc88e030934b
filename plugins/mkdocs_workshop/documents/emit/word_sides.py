"""Two languages in Word: a table of two columns without lines, so that people can edit what stands side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from ..tree.sides import Other, SidePart, Sides
from .word_parts import element
from .word_table import bordered

if TYPE_CHECKING:
    from .word_layout import LayoutWriter

GUTTER = 0.04
"""Of the width, between the columns."""


def side_part(writer: LayoutWriter, part: SidePart) -> None:
    """Writes columns, or parts in another language."""
    match part:
        case Sides():
            _sides(writer, part)
        case Other(inner, language):
            before = set(_below(writer))
            writer.parts(inner)
            speak([one for one in _below(writer) if one not in before], language)


def _below(writer: LayoutWriter) -> list[Any]:
    """What stands in the document, or in the cell that is written, so far."""
    into: Any = writer.into
    # The element of a document holds its body alone.
    return list(into.element.body if into is writer.document else into._tc)  # noqa: SLF001  the library has no word for what was added last


def _sides(writer: LayoutWriter, part: Sides) -> None:
    outer, width = writer.into, writer.width
    table = writer.new_table(2)
    bordered(table._tbl)  # noqa: SLF001  the library has no word for hairlines
    half = int(width / 2)
    try:
        for row in part.rows:
            cells = table.add_row().cells
            for cell, parts in zip(cells, row, strict=True):
                cell.width = half
                writer.into, writer.width = cell, int(half * (1 - GUTTER) - 137160)
                writer.parts(parts)
                # A cell begins with an empty paragraph, and must not be left without any.
                if len(cell.paragraphs) > 1 and not cell.paragraphs[0].text:
                    cell._tc.remove(cell.paragraphs[0]._p)  # noqa: SLF001  the library takes nothing away
            speak([cells[1]._tc], part.language)  # noqa: SLF001  see above
    finally:
        writer.into, writer.width = outer, width
    for column in table.columns:
        column.width = half
    writer.paragraph("Small")


def speak(elements: Iterable[Any], language: str) -> None:
    """Says of all words below some elements in which language they stand, but of those that say so already."""
    for one in elements:
        for run in one.iter(qn("w:r")):
            properties = run.get_or_add_rPr()
            if properties.find(qn("w:lang")) is None:
                properties.append(element("w:lang", val=language))
