"""Two languages in Word: a table of two columns without lines, so that people can edit what stands side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from docx.oxml.ns import qn

from ..tree.blocks import List
from ..tree.blocks import Paragraph as Words
from ..tree.document import Part, Section
from ..tree.sides import Other, SidePart, Sides
from .word_parts import element
from .word_table import bordered

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

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
    hold: Hold = "as it comes"
    staying = writer.document.styles.element.xpath("w:style[w:pPr/w:keepNext]/@w:styleId")
    try:
        for row, hold in _rows(part.rows):
            made = table.add_row()
            if hold == "whole":
                made._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001  nor for whole rows
            cells, first = made.cells, writer.sections
            for cell, parts in zip(cells, row, strict=True):
                # What says the same has the same number.
                writer.sections = first
                cell.width = half
                writer.into, writer.width = cell, int(half * (1 - GUTTER) - 137160)
                writer.parts(parts)
                # A cell begins with an empty paragraph, and must not be left without any.
                if len(cell.paragraphs) > 1 and not cell.paragraphs[0].text:
                    cell._tc.remove(cell.paragraphs[0]._p)  # noqa: SLF001  the library takes nothing away
                if hold != "with next":
                    _let_go(cell.paragraphs, staying)
            speak([cells[1]._tc], part.language)  # noqa: SLF001  see above
    finally:
        writer.into, writer.width = outer, width
    for column in table.columns:
        column.width = half
    after = writer.paragraph("Small")
    if hold == "with next":
        after.paragraph_format.keep_with_next = True


def _let_go(paragraphs: Iterable[Paragraph], staying: Collection[str]) -> None:
    """Lets titles go from what follows: one of them keeps its whole row with the next, and so would keep all of the table on one page."""
    for paragraph in paragraphs:
        form = paragraph.paragraph_format
        if form.keep_with_next or paragraph._p.style in staying:  # noqa: SLF001  the library reads all styles for it
            form.keep_with_next = False


Row = tuple[Sequence[Part], Sequence[Part]]
Hold = Literal["whole", "with next", "as it comes"]
"""How a row stands on pages: never parted, or never without what follows it."""


def _rows(rows: Iterable[Row]) -> Iterator[tuple[Row, Hold]]:
    """Rows of the table: titles with what comes first below them, then the rest of a section, which may be parted."""
    for left, right in rows:
        begun, more = _parted(left), _parted(right)
        if begun is None or more is None:
            yield (left, right), "with next" if _is_title(left) and _is_title(right) else "as it comes"
            continue
        yield (begun[0], more[0]), "whole"
        if begun[1] or more[1]:
            yield (begun[1], more[1]), "as it comes"


def _parted(parts: Sequence[Part]) -> tuple[Sequence[Part], Sequence[Part]] | None:
    """A section with the lines that come first in it, and the rest; None for anything else."""
    match parts:
        case [Section(blocks=[List(items=[one, *others]) as first, *more]) as section]:
            begun = replace(section, blocks=(replace(first, items=(one,)),))
            left = (replace(first, items=tuple(others), first=first.first + 1),) if others else ()
            return (begun,), (*left, *more)
        case [Section(blocks=[Words() as first, *more]) as section]:
            return (replace(section, blocks=(first,)),), more
    return None


def _is_title(parts: Sequence[Part]) -> bool:
    return len(parts) == 1 and isinstance(parts[0], Section) and not parts[0].blocks


def speak(elements: Iterable[Any], language: str) -> None:
    """Says of all words below some elements in which language they stand, but of those that say so already."""
    for one in elements:
        for run in one.iter(qn("w:r")):
            properties = run.get_or_add_rPr()
            if properties.find(qn("w:lang")) is None:
                properties.append(element("w:lang", val=language))
