"""The paper of a Word file by its genre: size, margins, letters, and how high a place to write is.

sheet_of(card)  ->  Sheet(width=105, height=148, left=6, ..., points=9.0, genre="card")
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from docx.document import Document as WordDocument
from docx.shared import Mm

from ..tree.blocks import Inline, Lines, Paragraph, Picture, Table
from ..tree.document import Document, Part, Section
from ..tree.proof import inline_words
from ..tree.walk import nodes
from .typst_genres import genre_of, pages_of
from .word_blanks import asked_in
from .word_parts import border, element

LARGE = "A4-large-print"
"""A4 with letters of 16 points."""
PAPERS = {
    "A3": (297, 420, 18, 15.0),
    "A4": (210, 297, 18, 10.5),
    "A5": (148, 210, 12, 9.5),
    "A6": (105, 148, 8, 8.0),
    LARGE: (210, 297, 18, 16.0),
}
"""Width, height and margin in millimetres, and the size of the text in points."""
_MARGINS = {
    "letter": (25, 20, 20, 18),
    "procedure": (28, 14, 15, 16),
    "form": (16, 16, 16, 16),
    "log": (14, 14, 14, 15),
    "template": (14, 14, 13, 15),
    "deck": (10.5, 10.5, 11, 14),
    "poster": (14, 14, 14, 18),
    "canvas": (14, 14, 14, 18),
}
"""Left, right, top and bottom in millimetres, where a genre has others than its paper."""
_OBJECTS = {"A6": (6, 6, 6, 9), "A5": (9, 9, 9, 13)}
"""The same for cards by their paper."""
BAR = 9
"""Millimetres that the bar at the left of a role card takes besides."""
HEADLESS = frozenset({"letter", "card", "role-card", "deck", "poster", "canvas"})
"""Genres without a line of their own at the head of each page."""
_FITTED = {
    "card": (13.0, 8.0),
    "role-card": (15.0, 9.0),
    "poster": (30.0, 12.0),
    "canvas": (18.0, 12.0),
}
"""Largest and smallest letters of genres whose text fills the paper, in points."""


@dataclass(frozen=True)
class Sheet:
    """All measures in millimetres, but for the letters."""

    genre: str
    """As on paper; empty for what is read as text."""
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    points: float
    """The size of the text."""
    row: float = 9
    """How high a line is on which a hand writes."""
    cell: float = 14
    """How high a frame is with a label above what is written."""


def sheet_of(made: Document) -> Sheet:
    """The sheet of a document; large print is read as text, whatever it is on paper."""
    width, height, margin, points = PAPERS[made.size]
    if made.turned:
        width, height = height, width
    genre = "" if made.size == LARGE else genre_of(made, "")
    edge, low = float(margin), float(margin + 4)
    left, right, top, bottom = edge, edge, low, low
    if genre in ("card", "role-card"):
        left, right, top, bottom = _OBJECTS[made.size] if made.size in _OBJECTS else _MARGINS["form"]
        left += BAR if genre == "role-card" else 0
    elif genre in _MARGINS:
        left, right, top, bottom = _MARGINS[genre]
    row = {"canvas": 11.5, "log": 11.0, "poster": 12.0}.get(genre, 8.0 if made.size == "A6" else 9.0)
    cell = {"canvas": 20.0, "template": 16.0, "form": 15.0, "poster": 14.0}.get(
        genre, 12.0 if made.size == "A6" else 14.0
    )
    sheet = Sheet(genre, width, height, left, right, top, bottom, points, row, cell)
    if genre in _FITTED:
        most, least = _FITTED[genre]
        return replace(sheet, points=fitting(made, sheet, most, least))
    return sheet


_HEADS = {"card": 0.17, "poster": 0.21, "canvas": 0.2, "role-card": 0.1}
"""The share of a page inside of its margins that the title of a genre takes."""
_TITLES = {"card": 0.6, "poster": 2.3, "canvas": 2.8, "role-card": 3.4}
"""What the title of a section takes, in letters; the titles of a card stand beside its text."""
_RAILS = {"card": 0.76, "poster": 0.86}
"""The share of the width that is left beside a rail."""
_LETTER = 0.48
"""Width of a letter, as a share of its size."""
_LINE, _AFTER = 1.34, 0.4
"""Height of a line, and the space after a paragraph, in the same way."""
_VIEW = re.compile(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"')


def fitting(made: Document, sheet: Sheet, most: float, least: float) -> float:
    """The largest letters, in half points, in which the text should fill its page: counted, as Word can not be asked.

    A pocket card that would need smaller letters than half a point above the least goes on to its back.
    """
    faces = _faces(made, sheet.genre)
    wide = (sheet.width - sheet.left - sheet.right) * _RAILS.get(sheet.genre, 1.0)
    for sides in (1, 2) if made.size == "A6" and len(faces) == 1 else (1,):
        room = (sheet.height - sheet.top - sheet.bottom) * (sides - _HEADS[sheet.genre])
        points = most
        while points > least and any(_height(face, wide, points * 25.4 / 72, sheet) > room for face in faces):
            points -= 0.5
        if points > least + 0.5:
            break
    return points


def _faces(made: Document, genre: str) -> list[list[tuple[Part, ...]]]:
    """The texts of sections that must stand on one page together."""
    sections = [part for part in made.parts if isinstance(part, Section)]
    if genre == "role-card":
        return [[part.blocks] for part in sections]
    faces: list[list[tuple[Part, ...]]] = [[]]
    for section in sections:
        for index, blocks in enumerate(pages_of(section)):
            if index and genre == "card":
                faces.append([])
            if blocks:
                faces[-1].append(tuple(blocks))
    return [face for face in faces if face]


def _height(face: list[tuple[Part, ...]], wide: float, size: float, sheet: Sheet) -> float:
    """Millimetres that some sections take with letters so large."""
    across = max(1.0, wide / (size * _LETTER))
    high = size * _TITLES[sheet.genre] * len(face)
    # A label with a blank is a frame, but in a list, where the blank stands in its line.
    frames = [block for part in face for block in part if isinstance(block, Paragraph) and asked_in(block.children)]
    high += len(frames) * (sheet.cell + size * 0.4)
    for node in nodes(tuple(face)):
        if isinstance(node, Lines):
            high += node.count * sheet.row
        elif isinstance(node, Table):
            high += sum(_row(row, across) for row in (node.head, *node.rows)) * size
        elif isinstance(node, Picture):
            seen = _VIEW.search(node.svg)
            high += wide * (float(seen[2]) / float(seen[1]) if seen else 0.4) + 4 * size
        elif isinstance(node, Paragraph):
            high += (len(inline_words(node.children)) // across + 1) * size * _LINE + size * _AFTER
    return high


def _row(row: tuple[tuple[Inline, ...], ...], across: float) -> float:
    """How high a row of a table is, in letters."""
    share = across / max(1, len(row))
    return max((len(inline_words(cell)) // share + 1 for cell in row), default=1.0) * _LINE + _AFTER


def put_on(document: WordDocument, sheet: Sheet, colour: str) -> None:
    """Gives the one section of a document its paper and its margins; cards have a line to cut along, role cards a bar."""
    section: Any = document.sections[0]
    section.page_width, section.page_height = Mm(sheet.width), Mm(sheet.height)
    section.left_margin, section.right_margin = Mm(sheet.left), Mm(sheet.right)
    section.top_margin, section.bottom_margin = Mm(sheet.top), Mm(sheet.bottom)
    if sheet.genre == "":
        section.header_distance = section.footer_distance = Mm(sheet.left * 0.55)
    else:
        section.header_distance, section.footer_distance = Mm(min(8.0, sheet.top * 0.55)), Mm(sheet.bottom * 0.38)
    if sheet.genre in ("card", "role-card"):
        _cut_frame(section, colour, bar=sheet.genre == "role-card")


def text_room(sheet: Sheet) -> int:
    """The width of the text, in Word's own units."""
    return int(Mm(sheet.width - sheet.left - sheet.right))


_AFTER_BORDERS = (
    "w:lnNumType", "w:pgNumType", "w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection",
    "w:bidi", "w:rtlGutter", "w:docGrid", "w:printerSettings",
)  # fmt: skip


def _cut_frame(section: Any, colour: str, *, bar: bool) -> None:
    """A dashed line around the page, so that a card that is printed on larger paper is cut straight."""
    lines = element("w:pgBorders", offsetFrom="page")
    for side in ("top", "left", "bottom", "right"):
        if side == "left" and bar:
            lines.append(element("w:left", val="single", sz="96", space="8", color=colour))
        else:
            lines.append(element(f"w:{side}", val="dashed", sz="4", space="3", color="9AA7B3"))
    section._sectPr.insert_element_before(lines, *_AFTER_BORDERS)  # noqa: SLF001  the library has no word for borders of pages


FOLDS = (105, 210)
"""Millimetres from the head of a letter at which it is folded for its envelope."""


def fold_marks(document: WordDocument) -> None:
    """Two short lines at the left edge of a letter, where it is folded."""
    header: Any = document.sections[0].header
    for high in FOLDS:
        # Before the line of the head: a frame hangs on what comes after it.
        paragraph = header.paragraphs[-1].insert_paragraph_before()
        frame = element(
            "w:framePr", w=str(int(Mm(5).twips)), h="40", hRule="exact", wrap="around", vAnchor="page", hAnchor="page",
            x=str(int(Mm(6).twips)), y=str(int(Mm(high).twips)),
        )  # fmt: skip
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  the library has no word for frames
        properties.append(frame)
        border(properties, top=("single", 4, "4A5B6C"))
