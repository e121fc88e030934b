"""Typst source to PDF: fonts from installed packages alone, tagged for screen readers, the same bytes for the same source."""

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path

from ...ground import column_widths, fonts, language_tags, languages, slide_letters, slide_room, slide_shapes, zips
from ...ground.cache import code_of, keep
from ..tree import proof
from ..tree.proof import Expected, in_words, not_found
from . import compiler, few_colours, packed, spreads
from .compiler import compiled, compiled_with, draft, theme_text
from .refusal import PressError, TooManyPages

THEME = ("fit.typ", "paper.typ", "form.typ", "book.typ", "poster.typ")
"""The functions that documents are written with."""


def pdf(
    name: str,
    body: str,
    cache: Path,
    expected: Sequence[Expected] = (),
    most_pages: int = 0,
    theme: tuple[str, ...] = THEME,
) -> bytes:
    """The PDF of a document; `body` is written with the functions of the `.typ` files that `theme` names.

    typst sets it once: in which of several sizes is chosen while it is set (`fit.typ`). What has been made once is kept in
    `cache`. Raises PressError, with `name` in its message, when it can not be set and when something that is
    expected is not found again, and TooManyPages when it takes more than `most_pages` (0 for any number).
    """
    # What must appear belongs to it: a word that is asked for only now must be looked for in what was made before.
    words = (str(most_pages), theme_text(theme), body, *(item.words for item in expected))
    ingredients = b"\0".join(map(str.encode, words))
    return keep(
        cache / "documents",
        f"{name}.pdf",
        ingredients,
        _made_by(),
        lambda: _proven(name, body, theme, cache, expected, most_pages),
    )


def _made_by() -> str:
    """What decides a PDF or a picture besides its typst source, in which all words and forms are."""
    return (
        code_of(
            sys.modules[__name__],
            compiler,
            few_colours,
            packed,
            proof,
            spreads,
            libraries=("typst", "pypdfium2", "pillow"),
        )
        + fonts.made_by()
    )


def made_by(*libraries: str) -> str:
    """What decides a document for Word or PowerPoint besides its words: this room, what it leans on, and some libraries."""
    room = code_of(
        sys.modules[__package__ or ""],
        slide_room,
        slide_shapes,
        slide_letters,
        column_widths,
        language_tags,
        zips,
        languages,
        libraries=("lxml", *libraries),
    )
    return room + _made_by()


ON_PAPER, ON_SCREEN = 200.0, 130.0
"""Pixels per inch: enough for a printer; enough for a projector, in half the bytes."""


def _proven(
    name: str, body: str, theme: tuple[str, ...], cache: Path, expected: Sequence[Expected], most_pages: int
) -> bytes:
    # What is proven is what people get.
    made = packed.packed(_set(name, body, theme, cache))
    if most_pages and page_count(made) > most_pages:
        raise TooManyPages(name, page_count(made), most_pages)
    gone = not_found(expected, read(made)) if expected else []
    if gone:
        raise PressError(f"{name} has lost words on the way to paper: {in_words(gone)}")
    return made


def _set(name: str, body: str, theme: tuple[str, ...], cache: Path) -> bytes:
    """The PDF of a document, by the standard PDF/UA-1: typst refuses a missing title, a picture without words, a heading that skips a level."""
    if not spreads.may_turn(body):
        return compiled(name, body, cache, theme, standard="ua-1")
    body = body.removeprefix(spreads.TURNED)
    with draft(name, body, cache, theme) as book:
        best = spreads.spread(lambda numbers: book.told(spreads.line_of(numbers), "edges"))
        return book.pdf(spreads.line_of(best), "ua-1")


def set_with(name: str, source: str, made: bytes, cache: Path) -> bytes:
    """A PDF of `source`, in which the PDF `made` is known as `pages.pdf`. Raises PressError when it can not be set."""
    return packed.packed(compiled_with(name, source, made, cache))


def page_count(document: bytes) -> int:
    """The number of pages of a PDF. For a handout of one sheet, printed on both sides, 2."""
    import pypdfium2

    with contextlib.closing(pypdfium2.PdfDocument(document)) as opened:
        return len(opened)


def read(document: bytes) -> str:
    """All words of a PDF, as a reader that did not make it finds them.

    A word that is parted at the end of a line has a plain hyphen there: "reduc-" and "tion".
    """
    # PDFium is five times as quick as a reader in Python; a build can afford to read everything that it has made.
    import pypdfium2

    with contextlib.closing(pypdfium2.PdfDocument(document)) as opened:
        found = "\n".join(page.get_textpage().get_text_bounded() for page in opened)
    # It has its own sign for a hyphen at the end of a line.
    return found.replace("\ufffe", "-").replace("\x02", "-")


def png(name: str, svg: str, width: int, cache: Path, pixels_per_inch: float = ON_PAPER) -> bytes:
    """A drawing as PNG, for formats that show no SVG; `width` in points."""
    data = svg.replace("\\", "\\\\").replace('"', '\\"')
    source = (
        f"#set page(width: {width}pt, height: auto, margin: 0pt)\n"
        f'#image(bytes("{data}"), format: "svg", width: {width}pt)'
    )
    return _drawn(name, source, cache, pixels_per_inch)


def picture(name: str, body: str, cache: Path) -> bytes:
    """A page as PNG, a pixel for each point; `body` is written with the functions of `card.typ`."""
    return _drawn(name, body, cache, 72.0, ("fit.typ", "paper.typ", "card.typ"))


def _drawn(name: str, source: str, cache: Path, pixels_per_inch: float, theme: tuple[str, ...] = ()) -> bytes:
    return keep(
        cache / "documents",
        f"{name}.png",
        f"{pixels_per_inch} {theme_text(theme)}\0{source}".encode(),
        _made_by(),
        lambda: few_colours.few_colours(compiled(name, source, cache, theme, ppi=pixels_per_inch)),
    )
