"""Blanks in Word: what is a label with a blank becomes a frame to write in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.shared import Emu, Length, Mm

from ..tree.blocks import Field, Inline, Text, ToFill
from ..tree.proof import inline_words
from .word_parts import element
from .word_table import deep, ruled

if TYPE_CHECKING:
    from docx.table import _Cell

    from .word_writer import Writer

Asked = tuple[tuple[Inline, ...], Field | ToFill]
"""A label and its blank."""
MOST_BESIDE = 2
"""Frames side by side."""
LONGEST_LABEL = 70
"""Letters. What is longer is a sentence, and its blank stands in it."""


def asked_in(children: Sequence[Inline]) -> list[Asked]:
    """The labels and blanks of a paragraph that is nothing else: "Name: ____ Unit: ____". None for a sentence with blanks in it."""
    found: list[Asked] = []
    label: list[Inline] = []
    for child in children:
        if isinstance(child, Field | ToFill):
            found.append((tuple(label), child))
            label = []
        else:
            label.append(child)
    if inline_words(label).strip(" .,;") or not found:
        return []
    labels = [inline_words(label).strip() for label, _ in found]
    # The words between two blanks of a sentence end in no colon.
    is_sentence = len(found) > 1 and not all(label.endswith(":") for label in labels)
    return [] if is_sentence or max(map(len, labels)) > LONGEST_LABEL else found


def to_write(writer: Writer, asked: Sequence[Asked]) -> None:
    """Frames side by side, each with a small label at its top and room for a hand below it."""
    row = framed(writer, 1, len(asked), Mm(writer.sheet.cell))[0]
    for cell, (label, blank) in zip(row, asked, strict=True):
        named = _named(label, blank.label if isinstance(blank, Field) else "")
        paragraph = cell.paragraphs[0]
        if named:
            writer.dress(paragraph, "Cell label")
            writer.line(paragraph, named)
            paragraph = cell.add_paragraph()
        writer.dress(paragraph, "Cell")
        writer.entry(paragraph, "", blank)


def _named(label: Sequence[Inline], name: str) -> tuple[Inline, ...]:
    """A label with the name of its blank, without the space that is left over from the blank before it."""
    words = [
        Text(one.text.lstrip()) if number == 0 and isinstance(one, Text) else one for number, one in enumerate(label)
    ]
    if name:
        between = " " if label and not inline_words(label).endswith(" ") else ""
        words.append(Text(f"{between}{name}"))
    return tuple(words)


def framed(writer: Writer, rows: int, columns: int, height: Length) -> list[tuple[_Cell, ...]]:
    """The cells of a table with a line around each; some room below it."""
    table = writer.new_table(columns)
    for _ in range(rows):
        table.add_row()
    # A letter has lines to write on and no frames.
    ruled(table._tbl, written=writer.sheet.genre != "letter")  # noqa: SLF001  the library has no word for lines
    width = Emu(writer.width // columns)
    for column in table.columns:
        column.width = width
    made = []
    for row in table.rows:
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001  nor for whole rows
        deep(row._tr, height)  # noqa: SLF001  see above
        made.append(row.cells)
        for cell in row.cells:
            cell.width = width
            writer.dress(cell.paragraphs[0], "Cell")
    writer.paragraph("Gap")
    return made
