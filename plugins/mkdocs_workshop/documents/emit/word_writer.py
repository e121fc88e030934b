"""Blocks to Word: real styles, boxes to click, places to type, heads of tables that repeat."""

import functools
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Emu, Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from ...ground.language_tags import runs, untagged
from ..tree.blocks import (
    Block,
    Box,
    Break,
    Cite,
    Emphasis,
    Field,
    Figure,
    Heading,
    Inline,
    Item,
    Lines,
    Link,
    List,
    Mark,
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
from ..tree.document import Cell, Document
from ..tree.proof import inline_words
from ..tree.sides import Both
from .press import png
from .word_blanks import MOST_BESIDE, asked_in, framed, to_write
from .word_contacts import Contacts
from .word_form import COLOURS, new_document
from .word_lists import in_frame, keep_indents
from .word_parts import check_box, element, entry, link, styled, worded
from .word_poster import road
from .word_sheets import sheet_of, text_room
from .word_sides import speak
from .word_table import Columns, deep, is_written_in, put_widths, ruled

EMPTY = "\u2003"
"""A space as wide as the letters are high."""
HIGH = {"decision-path": 0.5, "poster": 0.42}
"""How high a drawing may be, as a share of the page, in genres in which other parts stand beside it on the same page."""
HELD = "\u2007" * 2
"""The same of spaces at which no line ends: a blank that is parted looks like two."""
ROOM_INLINE, ROOM_IN_CELL = 8, 1
"""Such spaces in a blank: as much as a word takes, or, in a cell, nothing but a place for the cursor."""
WHOLE = 28
"""Letters of a label that stays in one line with its blank."""


class Writer:
    """Writes one document, from the top down."""

    def __init__(self, made: Document, cache: Path, points: float = 0, *, near: bool = False) -> None:
        """`points` is the size of the letters, 0 for that of the paper; `near` as in `sheet_of`."""
        self.made = made
        self.cache = cache
        self.document: WordDocument = new_document(made, points, near=near)
        self.into: Any = self.document
        """Where new paragraphs go: the document, or a cell of it."""
        self.sheet = sheet_of(made, points, near=near)
        self.width = text_room(self.sheet)
        self.contacts = Contacts()
        self.columns: list[Columns] = []
        self.fresh = False
        """Whether what comes next begins a new page: a break that stood in a line of its own would fill a page of its own."""
        self.sections = 0
        """How many sections have a number so far."""
        self.styles = {str(style.name): style.style_id for style in self.document.styles}

    def paragraph(self, style: str, text: str = "") -> WordParagraph:
        """A new paragraph at the end of the document."""
        paragraph: WordParagraph = self.into.add_paragraph()
        if self.fresh and self.into is self.document:
            paragraph.paragraph_format.page_break_before, self.fresh = True, False
        if text:
            _run(paragraph, text)
        self.dress(paragraph, style)
        return paragraph

    def dress(self, paragraph: WordParagraph, style: str) -> None:
        """Give a paragraph a style."""
        # To compare each style with the default one, as the library does, takes half of the time that a document takes.
        if style != "Normal":
            styled(paragraph._p, self.styles[style])  # noqa: SLF001  see above

    def blocks(self, tree: Sequence[Block], style: str = "Normal", depth: int = 0) -> None:
        """Some blocks, one below the other. Raises ValueError for what has not been put in words."""
        for block in tree:
            self._block(block, style, depth)

    def _block(self, block: Block, style: str, depth: int) -> None:
        match block:
            case Paragraph(children) if asked := asked_in(children):
                for first in range(0, len(asked), MOST_BESIDE):
                    to_write(self, asked[first : first + MOST_BESIDE])
            case Paragraph(children):
                self.line(self.paragraph(style), children)
            case Heading(level, children):
                self.line(self.paragraph(f"Heading {min(level - 1, 3)}"), children)
            case List(ordered, items):
                self._list(ordered, items, style, depth, block.first)
            case Table(head, rows):
                self.table(head, [[(cell,) for cell in row] for row in rows])
            case Quote(inner):
                self.blocks(inner, "Quote", depth)
            case Note(title, inner):
                if title:
                    _run(self.paragraph("Note"), title, bold=True)
                self.blocks(inner, "Note", depth)
            case Picture(stations=stations) if stations and self.sheet.genre == "poster":
                road(self, block)
            case Picture():
                self._picture(block)
            case Lines(count):
                framed(self, count, 1, Mm(self.sheet.row))
            case Break():
                self.fresh = True
            case Figure(id_):
                raise ValueError(f"figure {id_} has not been drawn")

    def _list(self, ordered: bool, items: Sequence[Item], around: str, depth: int, first_number: int) -> None:
        number = self._restarted(first_number) if ordered else None
        suffix = " 2" if depth else ""
        for item in items:
            style = "Check" if item.box else f"List {'Number' if ordered else 'Bullet'}{suffix}"
            paragraph = self.paragraph(in_frame(style, around))
            if number is not None and not item.box:
                element_: Any = paragraph._p  # noqa: SLF001  the library has no word for restarting a list
                properties = element_.get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = number
                if in_frame(style, around) != style:
                    keep_indents(paragraph, self.document.styles[in_frame(style, around)])
            first, *more = item.blocks or (Paragraph(()),)
            words = first.children if isinstance(first, Paragraph) else ()
            if item.box:
                paragraph._p.append(check_box(inline_words(words).strip()[:60]))  # noqa: SLF001  see above
                paragraph.add_run("\t")
            self.line(paragraph, words)
            rest = more if isinstance(first, Paragraph) else item.blocks
            self.blocks(rest, in_frame("List Continue", around), depth + 1)

    def _restarted(self, first: int) -> int:
        """A numbering of its own for a list; without it, each list goes on counting where the last one ended."""
        numbering = self.document.part.numbering_part.element
        style = self.document.styles["List Number"].element
        used = style.pPr.numPr.numId.val
        abstract = numbering.num_having_numId(used).abstractNumId.val
        made = numbering.add_num(abstract)
        made.add_lvlOverride(ilvl=0).add_startOverride(first)
        return int(made.numId)

    def table(self, head: Sequence[Sequence[Inline]], rows: Sequence[Sequence[Cell]]) -> None:
        """A table whose cells have one or several lines."""
        table = self.new_table(len(head))
        written = any(is_written_in(cell) for row in rows for cell in row)
        ruled(table._tbl, written)  # noqa: SLF001  the library has no word for hairlines
        joined = [[tuple(word for line in cell for word in (*line, Text(" "))) for cell in row] for row in rows]
        for number, row in enumerate(([(cell,) for cell in head], *rows)):
            made = table.add_row()
            properties = made._tr.get_or_add_trPr()  # noqa: SLF001  nor for rows that stay whole and heads that repeat
            properties.append(element("w:cantSplit"))
            if number == 0:
                properties.append(element("w:tblHeader"))
            elif any(is_written_in(cell) for cell in row):
                deep(made._tr, Mm(self.sheet.row))  # noqa: SLF001  see above
            for index, (cell, lines) in enumerate(zip(made.cells, row, strict=True)):
                if number == 0:
                    ground = element("w:shd", val="clear", color="auto", fill=COLOURS[self.made.colour][1])
                    cell._tc.get_or_add_tcPr().append(ground)  # noqa: SLF001  the library colours no cells
                self._cell(cell, lines, is_head=number == 0, centred=index > 0 and tuple(lines) == ((Box(),),))
        self.columns.append(Columns(table._tbl, head, joined, self.width))  # noqa: SLF001  see above
        put_widths(self.columns[-1], self.sheet.points)
        self.paragraph("Small")

    def new_table(self, columns: int) -> Any:
        """An empty table as wide as the text."""
        if self.fresh and self.into is self.document:
            self.paragraph("Gap")
        table = self.into.add_table(rows=0, cols=columns)
        if isinstance(self.into, _Cell):
            # The library puts an empty line after a table in a cell; whoever writes one ends it with a lower one.
            table._tbl.getnext().getparent().remove(table._tbl.getnext())  # noqa: SLF001  it takes nothing away
        table.autofit = False
        return table

    def _cell(self, cell: _Cell, lines: Sequence[Sequence[Inline]], is_head: bool, centred: bool) -> None:
        for index, words in enumerate(lines or ((),)):
            paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
            self.dress(paragraph, "Cell head" if is_head else "Cell")
            if centred:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            self.line(paragraph, words)

    def _picture(self, picture: Picture) -> None:
        self.paragraph("Figure title", picture.title)
        points = self.width / 12700
        data = png(picture.id, picture.svg, round(points), self.cache)
        run = self.into.add_paragraph().add_run()
        shape = run.add_picture(io.BytesIO(data), width=Emu(self.width))
        room = int(self.document.sections[0].page_height or 0) * HIGH.get(self.sheet.genre, 0.62)
        if shape.height > room:
            shape.width, shape.height = Emu(int(shape.width * room / shape.height)), Emu(int(room))
        described = shape._inline.docPr  # noqa: SLF001  the library has no word for the text of those who can not see it
        described.set("descr", untagged(picture.alt))
        described.set("title", untagged(picture.title))
        if picture.caption:
            self.line(self.paragraph("Caption"), picture.caption)

    def line(
        self, paragraph: WordParagraph, children: Sequence[Inline], bold: bool = False, italic: bool = False
    ) -> None:
        """Words in a row."""
        for child in children:
            self._inline(paragraph, child, bold, italic)

    def _inline(self, paragraph: WordParagraph, child: Inline, bold: bool, italic: bool) -> None:
        run = functools.partial(_run, paragraph, bold=bold, italic=italic)
        match child:
            case Text(text):
                if text:
                    run(text)
            case Both(first, second, language):
                self.line(paragraph, first, bold, italic)
                before = len(paragraph._p)  # noqa: SLF001  the library has no word for what was added last
                paragraph.add_run().add_break()
                self.line(paragraph, second, italic=italic)
                speak(list(paragraph._p)[before:], language)  # noqa: SLF001  see above
            case Strong(inner):
                self.line(paragraph, inner, bold=True, italic=italic)
            case Emphasis(inner):
                self.line(paragraph, inner, bold=bold, italic=True)
            case Link(inner, address):
                relation = self.document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                paragraph._p.append(link(relation, inline_words(inner)))  # noqa: SLF001  the library has no word for links
            case Cite(label):
                run(f"[{label}]", style=self.styles["Citation"])
            case Value(text, strong, badge):
                _run(paragraph, text, bold=bold or strong, italic=italic)
                if badge:
                    run(" ")
                    run(badge, style=self.styles["Unverified"])
            case ToFill(label) | Field(label):
                self.entry(paragraph, label, child)
            case Box():
                paragraph._p.append(check_box(""))  # noqa: SLF001  see above
            case Mark(piece):
                raise ValueError(f"{piece} has not been put in words")

    def entry(self, paragraph: WordParagraph, label: str, blank: Field | ToFill) -> None:
        """A blank that one fills in by hand or by typing; its label stays until then.

        What is filled in locally is the same in all places of the file; what a person writes is not.
        """
        label = untagged(label)
        if isinstance(blank, ToFill):
            local = untagged(blank.label)
            # LibreOffice shows bound words without their form; the mark before them is there in each programme.
            _run(paragraph, EMPTY, style=self.styles["To fill"])
            made = entry(local[:60] or "…", local, "Tofill", self.contacts.bound(local))
        else:
            in_cell = isinstance(paragraph._parent, _Cell)  # noqa: SLF001  the library does not say where a paragraph stands
            room = HELD * (ROOM_IN_CELL if in_cell else ROOM_INLINE)
            held = label.replace(" ", "\u2007") if len(label) <= WHOLE else label
            made = entry(label[:60] or "…", f"{room}{held}{HELD}" if label else room, "Incell" if in_cell else "Blank")
        paragraph._p.append(made)  # noqa: SLF001  see above


def _run(
    paragraph: WordParagraph, text: str, style: str | None = None, bold: bool = False, italic: bool = False
) -> None:
    for words, language in runs(text):
        paragraph._p.append(worded(words, style, bold=bold, italic=italic, language=language))  # noqa: SLF001  the library takes five times as long
