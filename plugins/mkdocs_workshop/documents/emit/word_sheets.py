"""The paper of a Word file by its genre: size, margins, letters, and how high a place to write is.

sheet_of(card)  ->  Sheet(width=105, height=148, left=6, ..., points=9.0, genre="card")
"""

from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.shared import Mm

from ..tree.document import Document
from .typst_genres import FLOWING, genre_of
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
    "poster": (10, 10, 8, 12),
    "canvas": (14, 14, 14, 18),
    "badges": (10, 10, 16.5, 8),
    "tents": (14, 14, 10, 8),
    "certificate": (24, 24, 20, 16),
}
"""Left, right, top and bottom in millimetres, where a genre has others than its paper."""
_OBJECTS = {"A6": (6, 6, 6, 9), "A5": (9, 9, 9, 13)}
"""The same for cards by their paper."""
NEAR = {"A3": 11, "A4": 11, "A5": 8}
"""Millimetres at the sides of a paper that takes a page less then, about those of the densest setting of the PDF."""
NEARER = 3
"""Millimetres that a genre with margins of its own gives up on each side for that."""
BAR = 9
"""Millimetres that the bar at the left of a role card takes besides."""
CARDS = frozenset({"card", "role-card"})
"""Genres whose margins hang on their paper."""
NEARABLE = FLOWING | {"", "canvas", "card"}
"""Genres whose edges may be nearer. A poster has near ones, cards to cut out and role cards have their measures."""
LOW_ROW = {"log": 11.0, "canvas": 10.0}
"""Millimetres of a row for a hand on a sheet with nearer edges, where a genre asks for more than others."""
FOR_PEOPLE = frozenset({"badges", "tents", "certificate"})
"""Kinds of documents that are things for a person: nothing stands around them."""
HEADLESS = frozenset({"letter", "card", "role-card", "deck", "poster", "canvas", *FOR_PEOPLE})
"""Genres without a line of their own at the head of each page."""
LETTERS = {
    "A3": (18.0, 12.0),
    "A4": (13.0, 9.0),
    "A5": (13.0, 8.5),
    "A6": (12.0, 8.0),
    LARGE: (20.0, 16.0),
    "card": (13.5, 8.0),
    "role-card": (18.0, 9.0),
    "poster": (30.0, 12.0),
    "canvas": (18.0, 12.0),
    "deck": (10.5, 10.5),
    **dict.fromkeys(FOR_PEOPLE, (10.5, 10.5)),
}
"""Largest and smallest letters by paper, and of genres that have others, in points. Which of them is taken, `word_fit.py` says."""


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
    near: bool = False
    """Whether its edges are nearer than usual."""


def sheet_of(made: Document, points: float = 0, *, near: bool = False) -> Sheet:
    """The sheet of a document, with letters of so many points or those of its paper; large print is read as text, whatever it is on paper.

    `near` is for what `may_be_near` allows.
    """
    width, height, margin, usual = PAPERS[made.size]
    # A certificate lies, but for two languages.
    if made.turned or (made.kind == "certificate" and not any(getattr(part, "upright", False) for part in made.parts)):
        width, height = height, width
    genre = "" if made.size == LARGE else genre_of(made, "") or (made.kind if made.kind in FOR_PEOPLE else "")
    edge, low = float(margin), float(margin + 4)
    left, right, top, bottom = edge, edge, low, low
    if genre in CARDS:
        left, right, top, bottom = _OBJECTS[made.size] if made.size in _OBJECTS else _MARGINS["form"]
        left += BAR if genre == "role-card" else 0
    elif genre in _MARGINS:
        left, right, top, bottom = _MARGINS[genre]
    if near:
        side = NEAR[made.size]
        own = tuple(min(one, max(side, one - NEARER)) for one in (left, right, top, bottom))
        left, right, top, bottom = own if genre in _MARGINS or genre in CARDS else (side, side, side + 1, side + 2)
    row = {"canvas": 11.5, "log": 11.0, "poster": 10.5}.get(genre, 8.0 if made.size == "A6" else 9.0)
    cell = {"canvas": 20.0, "template": 13.5, "form": 13.5, "poster": 12.0}.get(
        genre, 11.5 if made.size in ("A5", "A6") else 14.0
    )
    if near:
        row, cell = min(row, LOW_ROW.get(genre, 8.3)), max(min(cell, 11.5), cell * 0.9)
    return Sheet(genre, width, height, left, right, top, bottom, points or usual, row, cell, near)


def may_be_near(made: Document) -> bool:
    """Whether a document may have nearer edges: a sheet that the PDF sets more densely too when that saves a page."""
    return made.frame == "sheet" and made.size in NEAR and genre_of(made, "") in NEARABLE


def letters_of(sheet: Sheet, made: Document) -> tuple[float, float]:
    """The largest and the smallest letters that a sheet may have."""
    return LETTERS.get(sheet.genre) or LETTERS[made.size]


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
    if sheet.genre in CARDS:
        _cut_frame(section, colour, bar=sheet.genre == "role-card")


def text_room(sheet: Sheet) -> int:
    """The width of the text, in Word's own units."""
    return int(Mm(sheet.width - sheet.left - sheet.right))


def holds_more(near: Sheet, usual: Sheet) -> float:
    """How many times as much the nearer of two sheets holds at most: text fills its area, and rows for a hand are lower on it."""
    areas = [(one.width - one.left - one.right) * (one.height - one.top - one.bottom) for one in (near, usual)]
    return areas[0] / areas[1] * max(usual.row / near.row, usual.cell / near.cell)


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
