"""A document to PDF: its frame, its paper, and the way of setting it that takes the fewest pages."""

from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from ...ground import column_widths as tables
from ...language.tables import parts_words
from ..tree.blocks import Heading
from ..tree.books import Activity, Chapter, Cover, Index, SessionHead
from ..tree.document import Document, Frame
from ..tree.proof import Expected
from .footnotes import noted
from .narrow import with_breaks
from .press import THEME, pdf
from .spreads import TURNED
from .typeset import literal, string
from .typst_genres import PLACED, function_of, genre_of, placed
from .typst_genres import THEME as GENRES
from .typst_parts import Typst

MOST_COLUMNS = {**tables.MOST_COLUMNS, "booklet": 4, "large-print": 2}
"""A table with more columns is set row by row."""
ANY_COLUMNS = 99
LAYOUTS = {
    "A3": ("A3-large", "A3", "A3-close", "A3-tight"),
    "A4": ("A4-large", "A4", "A4-wide", "A4-close", "A4-tight", "A4-snug", "A4-dense"),
    "A5": ("A5-large", "A5", "A5-close", "A5-tight", "A5-snug"),
    "A6": ("A6-large", "A6", "A6-close"),
    "booklet": ("booklet", "booklet-close"),
}
"""Ways to set a paper, from large to small letters; typst takes the first of those with the fewest pages (`fit.typ`)."""
OF_A_FRAME = {"form": ("A4-large", "A4-wide", "A4-close"), "plan": ("A4-wide", "A4-close")}
"""The same for frames that are not set as other papers are."""
FRAMES: dict[Frame, str] = {
    "sheet": "sheet", "list": "sheet", "form": "form-sheet", "plan": "plan-sheet", "book": "book", "poster": "programme-poster",
    "bare": "bare", "report": "report-sheet",
}  # fmt: skip
"""The function of the theme that sets each frame."""
# Most documents need the first two files alone, and reading what nobody calls takes time.
THEMES: dict[Frame, tuple[str, ...]] = {"sheet": THEME[:2], "report": (*THEME[:2], "report.typ")}
"""Files of the theme for the frames that do not need all of them."""


def document_pdf(document: Document, cache: Path, expected: Sequence[Expected] = (), on: str = "") -> bytes:
    """The PDF of a document, on its own paper or as a `booklet` or in `large-print`.

    Raises PressError when it can not be set or has lost something that is expected, and TooManyPages for a card that has more
    text than its sides.
    """
    name = f"{document.name}-{on}" if on else document.name
    theme = GENRES if genre_of(document, on) else THEMES.get(document.frame, THEME)
    return pdf(name, typst_source(document, on), cache, expected, document.most_pages, theme)


def typst_source(document: Document, on: str = "") -> str:
    """The document as typst code; it names every way in which it may be set."""
    size = on or document.size
    symbol = (files("mkdocs_workshop") / "site" / "theme" / "mark.svg").read_text("utf-8")
    columns = ANY_COLUMNS if document.frame == "report" else MOST_COLUMNS[size]
    parts = noted(document.parts) if document.frame == "book" else document.parts
    parts = with_breaks(parts, document.language)
    genre = genre_of(document, on)
    written = Typst(columns, symbol).parts
    body = placed(replace(document, parts=tuple(parts)), genre, written) if genre in PLACED else written(parts)
    if parts_words(document.language):
        body = f"#show: carry.with((hyphens: true))\n\n{body}"
    # What is placed chooses the size of its letters itself.
    layouts = (size,) if genre in PLACED else _layouts(document, size)
    return f"{_head(document, layouts, symbol, genre)}\n\n{body}"


def _layouts(document: Document, size: str) -> Sequence[str]:
    if document.frame == "sheet":
        layouts = LAYOUTS.get(size, (size,))
        return layouts[2:] if document.written_on and size == "A4" else layouts
    return OF_A_FRAME.get(document.frame, (size,))


def _head(document: Document, layouts: Sequence[str], symbol: str, genre: str = "") -> str:
    """The typst call that puts what follows on paper."""
    values = {
        "title": document.title,
        "kind": document.what,
        "mark": document.mark,
        "use": document.use,
        "colour": document.colour,
        "language": document.language,
        "author": document.manual,
        "subject": document.subject,
        "foot": document.foot,
    }
    if document.frame in ("book", "poster"):
        values["symbol"] = symbol
    given = [f"{key}: {string(value) if key in _STRINGS else literal(value)}" for key, value in values.items()]
    several = len(layouts) > 1
    given.append(f"size: ({', '.join(map(string, layouts))})" if several else f"size: {string(layouts[0])}")
    if genre:
        given.append(f"form: {string(genre)}")
    if document.cover:
        given += _cover(document.cover)
        given.append(f"listed: ({_chapters(document)}, {_sessions(document)})")
    day = document.day
    given.append(f"date: datetime(year: {day.year}, month: {day.month}, day: {day.day})")
    # Before the frame: a page that is turned later begins anew.
    turned = "#set page(flipped: true)\n" if document.turned else ""
    function = function_of(genre) if genre else FRAMES[document.frame]
    # First: nothing that somebody wrote stands before it.
    left = TURNED if any(isinstance(part, Activity | SessionHead) and part.notes for part in document.parts) else ""
    return f"{left}{turned}#show: {function}.with({', '.join(given)})"


def _chapters(document: Document) -> int:
    """How many lines of the highest level the list of contents will have."""
    return sum(isinstance(part, Chapter | Index) for part in document.parts)


def _sessions(document: Document) -> int:
    """How many of the next one, near enough to know how many pages they take."""
    return sum(isinstance(part, SessionHead) or (isinstance(part, Heading) and part.level == 2) for part in document.parts)  # fmt: skip


_STRINGS = frozenset({"author", "subject", "colour", "language", "symbol"})
"""What typst takes as text alone."""


def _cover(cover: Cover) -> list[str]:
    facts = "".join(f"({literal(number)}, {literal(label)}), " for number, label in cover.facts)
    return [
        f"subtitle: {literal(cover.subtitle)}",
        f"contents: {literal(cover.contents)}",
        f"picture: {literal(cover.picture)}",
        f"facts: ({facts})",
    ]
