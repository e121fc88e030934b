"""Genres of papers in Word: titles in frames, cards in panels, paths of stations, cards to cut out.

What a genre needs beyond its styles (`word_dress.py`). The words are those of the tree, in the same order as on paper.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Emu, Mm, Pt, RGBColor

from ..tree.blocks import Block, Break, Inline, Table
from ..tree.document import Document, Part, Section, text
from ..tree.proof import inline_words
from .typst_genres import pages_of
from .word_form import COLOURS
from .word_parts import border, element
from .word_poster import panels
from .word_table import edged

if TYPE_CHECKING:
    from docx.table import _Cell

    from .word_layout import LayoutWriter

CARD = (63, 88)
"""Width and height of a card to cut out, in millimetres."""
CARD_LETTERS = ((45, 16.0), (85, 14.0), (140, 12.0), (10_000, 10.0))
"""The most letters of a card for each size."""
ACROSS = 3
"""Cards in a row."""
PADDING = 190500
"""What a cell takes at its left and right, and a little more, in Word's own units."""


def genre_title(writer: LayoutWriter, document: Document) -> bool:
    """Writes the title of a genre that has one of its own; False where the common one is right."""
    genre = writer.sheet.genre
    about = " · ".join(filter(None, (document.what, document.mark)))
    if genre in ("form", "log"):
        _boxed_title(writer, document)
    elif genre == "fact-sheet":
        _lines(writer, about, document)
        _bar(writer, document, 48, Mm(34))
    elif genre == "poster":
        _lines(writer, about, document)
        _bar(writer, document, 72, writer.width)
    elif genre in ("template", "canvas"):
        _lines(writer, about, document)
        writer.paragraph("Gap")
    else:
        return False
    return True


def _lines(writer: LayoutWriter, about: str, document: Document) -> None:
    if about:
        writer.paragraph("Kind", about)
    writer.paragraph("Title", document.title)
    if document.use and document.use != document.title:
        writer.paragraph("Subtitle", document.use)


def _bar(writer: LayoutWriter, document: Document, thick: int, wide: int) -> None:
    """A bar in the colour of the theme; `thick` in eighths of a point."""
    bar = writer.paragraph("Gap")
    bar.paragraph_format.right_indent = Emu(writer.width - wide)
    border(bar._p.get_or_add_pPr(), top=("single", thick, COLOURS[document.colour][0]))  # noqa: SLF001  the library has no word for lines


def _boxed_title(writer: LayoutWriter, document: Document) -> None:
    """A frame with the title at its left, and where the paper belongs at its right."""
    _, tint = COLOURS[document.colour]
    table = writer.new_table(2)
    widths = (writer.width - Mm(42), Mm(42))
    cells = _row(table, widths)
    edged(table._tbl, "12", "14212E", inside=False)  # noqa: SLF001  the library has no word for lines
    with within(writer, cells[0], widths[0]):
        _lines(writer, document.what, document)
    _ground(cells[1], tint)
    with within(writer, cells[1], widths[1]):
        writer.paragraph("Cell label", document.mark)
    writer.paragraph("Gap")


def put_sections(writer: LayoutWriter, document: Document, parts: Sequence[Part]) -> bool:
    """Writes the parts of a genre whose sections are placed; False where they follow each other as text."""
    genre = writer.sheet.genre
    sections = [part for part in parts if isinstance(part, Section)]
    rest = [part for part in parts if not isinstance(part, Section)]
    if genre == "card":
        _panels(writer, document, sections)
    elif genre == "role-card":
        _role_cards(writer, sections)
    elif genre == "poster":
        panels(writer, document.colour, sections)
    elif genre == "deck":
        _deck(writer, document, sections, rest)
        return True
    elif genre == "decision-path" and len(sections) + 1 >= len(parts):
        _stations(writer, document, sections)
    else:
        return False
    writer.parts(rest)
    return True


@contextlib.contextmanager
def within(writer: LayoutWriter, cell: _Cell, width: int) -> Iterator[None]:
    """What is written meanwhile goes into a cell."""
    into, wide = writer.into, writer.width
    writer.into, writer.width = cell, int(width - PADDING)
    try:
        yield
    finally:
        writer.into, writer.width = into, wide
        # A cell begins with an empty paragraph, and must not be left without one at its end.
        if len(cell.paragraphs) > 1 and not cell.paragraphs[0].text:
            cell._tc.remove(cell.paragraphs[0]._p)  # noqa: SLF001  the library takes nothing away


def _row(table: Any, widths: Sequence[int], *, whole: bool = True) -> Sequence[_Cell]:
    """The cells of a new row with their widths; a `whole` one stays on one page."""
    row = table.add_row()
    if whole:
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001  the library has no word for whole rows
    cells: Sequence[_Cell] = row.cells
    for cell, column, width in zip(cells, table.columns, widths, strict=True):
        cell.width = column.width = Emu(int(width))
    return cells


def _ground(cell: _Cell, fill: str) -> None:
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=fill))  # noqa: SLF001  the library colours no cells


def _panels(writer: LayoutWriter, document: Document, sections: Sequence[Section]) -> None:
    """A card: framed panels, their names in a tinted rail; a new face where its author wants one."""
    _, tint = COLOURS[document.colour]
    small = writer.sheet.width < 120
    rail = Mm(19 if small else 29)
    widths = (int(rail), writer.width - int(rail))
    faces: list[list[tuple[str, list[Part]]]] = [[]]
    for section in sections:
        for index, blocks in enumerate(pages_of(section)):
            if index:
                faces.append([])
            if blocks or not index:
                faces[-1].append((section.title if index == 0 else "", blocks))
    for number, face in enumerate(face for face in faces if face):
        if number:
            writer.fresh = True
        table = writer.new_table(2)
        edged(table._tbl, "8", "14212E")  # noqa: SLF001  the library has no word for lines
        for title, blocks in face:
            cells = _row(table, widths)
            _ground(cells[0], tint)
            with within(writer, cells[0], widths[0]):
                if title:
                    writer.heading(2, text(title))
            with within(writer, cells[1], widths[1]):
                writer.parts(blocks)


def _role_cards(writer: LayoutWriter, sections: Sequence[Section]) -> None:
    """A page for each part: the name large, the text as large as the card allows."""
    for index, section in enumerate(sections):
        heading = writer.paragraph("Heading 1")
        writer.line(heading, text(section.title))
        heading.paragraph_format.page_break_before = index > 0
        writer.parts([block for blocks in pages_of(section) for block in blocks])


def _number(cell: _Cell, number: str, fill: str, points: float) -> None:
    """A number in white on a dark ground."""
    _ground(cell, fill)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.TOP
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = Pt(3)
    run = paragraph.add_run(number)
    run.font.size, run.font.bold, run.font.color.rgb = Pt(round(points * 2) / 2), True, RGBColor(255, 255, 255)
    paragraph.alignment = 1


def _stations(writer: LayoutWriter, document: Document, sections: Sequence[Section]) -> None:
    """A path: a dark lane at the left with a number for each station, what is done there beside it."""
    dark, _ = COLOURS[document.colour]
    lane = int(Mm(12))
    widths = (lane, writer.width - lane)
    table = writer.new_table(2)
    edged(table._tbl, "6", "9AA7B3", sides=("bottom", "insideH"))  # noqa: SLF001  the library has no word for lines
    for index, section in enumerate(sections):
        # A station may be longer than a page.
        cells = _row(table, widths, whole=False)
        _number(cells[0], str(index + 1), dark, writer.sheet.points * 1.5)
        with within(writer, cells[1], widths[1]):
            writer.heading(2, text(section.title))
            writer.parts([block for blocks in pages_of(section) for block in blocks])
    writer.paragraph("Gap")


def _deck(writer: LayoutWriter, document: Document, sections: Sequence[Section], rest: Sequence[Part]) -> None:
    """What is said about the cards, then the cards: nine on a page, with lines to cut along."""
    cards: list[tuple[str, tuple[Inline, ...]]] = []
    suits: list[str] = []
    for section in sections:
        tables = [block for block in section.blocks if isinstance(block, Table)]
        others = [block for block in section.blocks if not isinstance(block, Table | Break)]
        here = [
            (inline_words(head), cell)
            for table in tables
            for row in table.rows
            for head, cell in zip(table.head, row, strict=False)
            if cell
        ]
        if others or not here:
            writer.heading(2, text(section.title))
            writer.parts([block for block in others if isinstance(block, Block)])
        else:
            suits.append(section.title)
        cards += here
    # A title with nothing below it looks like something lost.
    if suits:
        writer.paragraph("Normal", " · ".join(suits))
    writer.parts(rest)
    if cards:
        _sheets(writer, document, cards)


def _sheets(writer: LayoutWriter, document: Document, cards: Sequence[tuple[str, tuple[Inline, ...]]]) -> None:
    dark, _ = COLOURS[document.colour]
    writer.fresh = True
    table = writer.new_table(ACROSS)
    edged(table._tbl, "6", "7A8896", kind="dashed")  # noqa: SLF001  the library has no word for lines
    padded = [*cards, *([None] * (-len(cards) % ACROSS))]
    for first in range(0, len(padded), ACROSS):
        cells = _row(table, [int(Mm(CARD[0]))] * ACROSS)
        row = table.rows[-1]._tr  # noqa: SLF001  the library has no word for rows of a fixed height
        row.get_or_add_trPr().append(element("w:trHeight", val=str(int(Mm(CARD[1] - 0.4).twips)), hRule="exact"))
        for cell, card in zip(cells, padded[first : first + ACROSS], strict=True):
            if card is not None:
                _card(writer, cell, card, dark)


def _card(writer: LayoutWriter, cell: _Cell, card: tuple[str, tuple[Inline, ...]], dark: str) -> None:
    label, words = card
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    named = cell.paragraphs[0]
    writer.dress(named, "Cell label")
    named.add_run(label)
    named.paragraph_format.space_after = Pt(10)
    # LibreOffice would keep the whole table together.
    named.paragraph_format.keep_with_next = False
    border(named._p.get_or_add_pPr(), bottom=("single", 18, dark))  # noqa: SLF001  the library has no word for lines
    paragraph = cell.add_paragraph()
    writer.line(paragraph, words)
    size = next(size for most, size in CARD_LETTERS if len(inline_words(words)) <= most)
    for run in paragraph.runs:
        run.font.size = Pt(size)
