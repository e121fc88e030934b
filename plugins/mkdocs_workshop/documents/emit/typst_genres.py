"""What a genre of handout needs in typst: its frame, and for papers that are objects its sections as things to place."""

from collections.abc import Callable, Sequence

from ..tree.blocks import Break, Picture, Table
from ..tree.document import Closing, Document, Part, Section
from ..tree.forms import FormPart
from ..tree.proof import inline_words
from .typeset import inlines, literal

FLOWING = frozenset({"checklist", "decision-path", "fact-sheet", "form", "letter", "log", "procedure", "template"})
"""Genres whose text flows from page to page."""
PLACED = frozenset({"canvas", "card", "deck", "poster", "role-card"})
"""Genres whose sections are placed, in the largest letters that fit."""
THEME = ("fit.typ", "paper.typ", "genres.typ", "objects.typ")


def genre_of(document: Document, on: str) -> str:
    """How a document is set; empty for the common sheet, and for booklets and large print, which are read as text."""
    if on or document.frame != "sheet":
        return ""
    # Whatever else stands on a paper flows: two languages side by side, for example.
    placeable = all(isinstance(part, Section | Closing) for part in document.parts)
    if document.size == "A3":
        return ("canvas" if document.form == "template" else "poster") if placeable else ""
    return document.form if document.form in FLOWING or (document.form in PLACED and placeable) else ""


def function_of(genre: str) -> str:
    """The frame of a genre. `function_of("letter")` gives `"genre-sheet"`; `function_of("poster")` gives `"object"`."""
    return "genre-sheet" if genre in FLOWING else "object"


def placed(document: Document, genre: str, written: Callable[[Sequence[Part]], str]) -> str:
    """The sections of a paper that is an object, as a call of its genre; `written` writes some parts."""
    sections = [part for part in document.parts if isinstance(part, Section)]
    rest = [part for part in document.parts if not isinstance(part, Section)]
    head = ", ".join(map(literal, (document.what, document.mark, document.title, document.use)))
    below = f"[{written(rest)}]"
    if genre == "deck":
        return _deck(document, sections, written, below)
    if genre == "card":
        faces: list[list[str]] = [[]]
        for section in sections:
            for index, blocks in enumerate(pages_of(section)):
                if index:
                    faces.append([])
                if blocks or not index:
                    faces[-1].append(_part(section, blocks, written, titled=index == 0))
        shown = _listed([_listed(face) for face in faces if face])
        colour = f"colours.at({literal(document.colour)}).first()"
        return f"#panels-card(card-head({head}, {colour}), {shown})\n\n{written(rest)}"
    parts = [
        _part(section, [block for blocks in pages_of(section) for block in blocks], written, titled=True)
        for section in sections
    ]
    function = "role-cards" if genre == "role-card" else "wall-poster"
    given = ", canvas: true" if genre == "canvas" else ""
    return f"#{function}({head}, {_listed(parts)}, {below}{given})"


def _listed(entries: Sequence[str]) -> str:
    """An array of typst."""
    return f"({', '.join(entries)},)" if entries else "()"


def pages_of(section: Section) -> list[list[Part]]:
    """The blocks of a section, parted where its author wants a new page."""
    pages: list[list[Part]] = [[]]
    for block in section.blocks:
        if isinstance(block, Break):
            pages.append([])
        else:
            pages[-1].append(block)
    return pages


def _part(section: Section, blocks: Sequence[Part], written: Callable[[Sequence[Part]], str], *, titled: bool) -> str:
    wide = any(isinstance(block, Picture | Table | FormPart) for block in blocks)
    title = literal(section.title) if titled else "none"
    picture = literal(section.picture) if section.picture and titled else "none"
    return f"(title: {title}, body: [{written(blocks)}], picture: {picture}, wide: {'true' if wide else 'false'})"


def _deck(document: Document, sections: Sequence[Section], written: Callable[[Sequence[Part]], str], below: str) -> str:
    """What is said about the cards comes first, then a sheet of cards for each table: each cell is a card.

    The head of its column stands on it.
    """
    suits, said = [], []
    for section in sections:
        tables = [block for block in section.blocks if isinstance(block, Table)]
        others = [block for block in section.blocks if not isinstance(block, Table | Break)]
        cells = [
            (inline_words(head), cell)
            for table in tables
            for row in table.rows
            for head, cell in zip(table.head, row, strict=False)
            if cell
        ]
        if others or not cells:
            said.append(f"#plain-section({literal(section.title)}, [{written(others)}])")
        if cells:
            cards = _listed([f"({literal(head)}, [{inlines(cell)}])" for head, cell in cells])
            suits.append(f"(title: {literal(section.title)}, cards: {cards})")
    title = f"#title-of({literal(document.title)}, 24pt)\n#block(below: 4mm, {literal(document.use)})"
    kicker = f"#kicker({literal(document.what)}, {literal(document.mark)}, ink)"
    sheets = f"#deck-sheets({_listed(suits)})" if suits else ""
    return "\n".join((kicker, title, *said, below[1:-1], sheets))
