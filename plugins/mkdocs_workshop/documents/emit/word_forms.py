"""Parts on which people write, to Word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..tree.blocks import Box, Field, Paragraph, Strong, Text
from ..tree.document import Part, listed, paragraph, text
from ..tree.forms import (
    Asked,
    FormPart,
    Match,
    Option,
    Options,
    Order,
    Pairs,
    ScaleRow,
    ScaleTable,
    ScaleTitle,
    SheetBox,
    SheetBoxes,
    TestQuestion,
    TickRow,
    Words,
)

if TYPE_CHECKING:
    from .word_layout import LayoutWriter

RIGHT = "✓ "
"""Before a right answer, as on paper."""


def form_part(writer: LayoutWriter, part: FormPart) -> None:
    """Writes a part of a form."""
    match part:
        case SheetBoxes(boxes):
            for box in boxes:
                _sheet_box(writer, box)
        case ScaleTable():
            _scale(writer, part)
        case TickRow(answers):
            writer.parts((listed(answers, box=True),))
        case Asked(number, asked, answer, title):
            if title:
                writer.heading(2, text(title))
            writer.lead((Text(f"{number} "), *asked))
            writer.parts((answer,))
        case Options(options):
            _options(writer, options)
        case Match(left, right):
            named = [(Text(f"{letter}. "), *line) for letter, line in zip(_letters(len(right)), right, strict=True)]
            writer.parts((listed([(*line, Text(" "), Field("")) for line in left]), listed(named)))
        case Pairs(pairs):
            writer.parts([Paragraph((Strong(left), Text(" → "), *right)) for left, right in pairs])
        case Order(items, right):
            lines = list(items) if right else [(Field(""), Text(" "), *item) for item in items]
            writer.parts((listed(lines, ordered=right),))
        case TestQuestion(number, asked, how, answer, feedback, tests):
            writer.heading(3, (Text(f"{number} "), *asked))
            below: list[Part] = [Paragraph(feedback)] if feedback else []
            below += [paragraph(tests)] if tests else []
            writer.parts((paragraph(how), answer, *below))


def _letters(count: int) -> str:
    return "".join(chr(ord("A") + index) for index in range(count))


def _sheet_box(writer: LayoutWriter, box: SheetBox) -> None:
    if box.ticks:
        writer.lead(text(box.label))
        writer.parts((listed([text(tick) for tick in box.ticks], box=True),))
    else:
        writer.parts((Paragraph((Strong(text(box.label)), Text(" "), Field(""))),))


def _scale(writer: LayoutWriter, table: ScaleTable) -> None:
    """Each group of rows below its title, with the whole scale above it."""
    rows: list[ScaleRow] = []
    for row in (*table.rows, None):
        if isinstance(row, ScaleRow):
            rows.append(row)
            continue
        if rows:
            _scale_rows(writer, table, rows)
        rows = []
        if row is not None:
            _scale_title(writer, row)


def _scale_title(writer: LayoutWriter, title: ScaleTitle) -> None:
    if title.section:
        writer.heading(2, title.words)
    else:
        writer.lead(title.words)


def _scale_rows(writer: LayoutWriter, table: ScaleTable, rows: Sequence[ScaleRow]) -> None:
    head = [text(table.what), *(text(f"{point.value} {point.label}") for point in table.points)]
    boxes = tuple(((Box(),),) for _ in table.points)
    writer.table(head, [((_numbered(row),), *boxes) for row in rows])


def _numbered(row: ScaleRow) -> Words:
    return (Text(f"{row.number} "), *row.words) if row.number else row.words


def _options(writer: LayoutWriter, options: Sequence[Option]) -> None:
    if not any(option.right for option in options):
        writer.parts((listed([option.words for option in options], box=True),))
        return
    for option in options:
        shown: Words = (Strong((Text(RIGHT), *option.words)),) if option.right else option.words
        writer.parts((listed([shown]),))
        if option.feedback:
            writer.parts((Paragraph(option.feedback),), "List Continue")
