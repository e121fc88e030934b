"""Typst source to PDF: fonts from installed packages alone, tagged for screen readers, the same bytes for the same source."""

import contextlib
import functools
from collections.abc import Callable, Sequence
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import typst

from ..fonts import print_fonts
from ..keep import keep
from .proof import lost
from .refusal import PressError

THEME = ("paper.typ", "form.typ", "book.typ", "poster.typ")
"""The functions that documents are written with."""


@functools.cache
def _fonts(cache: Path) -> typst.Fonts:
    folder = print_fonts(cache / "fonts")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


@functools.cache
def _theme() -> str:
    return "\n".join((files(__package__) / name).read_text("utf-8") for name in THEME)


def pdf(name: str, body: str | Sequence[str], cache: Path, wanted: Sequence[str] = ()) -> bytes:
    """The PDF of a document; `body` is written with the functions of the `.typ` files.

    Of several bodies the one with the fewest pages is taken, of equals the first. What has been made once is kept in `cache`.
    Raises PressError, with `name` in its message, when it can not be set, and when a word of `wanted` is not found again.
    """
    bodies = [body] if isinstance(body, str) else body
    sources = [f"{_theme()}\n{text}".encode() for text in bodies]
    ingredients = version("typst").encode() + b"\0".join(sources)
    return keep(cache / "documents", f"{name}.pdf", ingredients, lambda: _best(name, sources, cache, wanted))


def _best(name: str, sources: Sequence[bytes], cache: Path, wanted: Sequence[str]) -> bytes:
    best, fewest = b"", 0
    for source in sources:
        # PDF/UA-1: typst refuses a missing title, a picture without words, a heading that skips a level.
        made = _set(name, source, cache)
        pages, found = read(made)
        gone = lost(wanted, found)
        if gone:
            raise PressError(f"{name} has lost words on the way to paper: {', '.join(gone[:8])}")
        if not best or pages < fewest:
            best, fewest = made, pages
        if fewest == 1:
            break
    return best


def _set(name: str, source: bytes, cache: Path) -> bytes:
    return _compiled(name, lambda: typst.compile(source, font_paths=_fonts(cache), pdf_standards="ua-1"))


def read(document: bytes) -> tuple[int, str]:
    """The number of pages and all words of a PDF, as a reader that did not make it finds them."""
    # PDFium is five times as quick as a reader in Python; a build can afford to read everything that it has made.
    import pypdfium2

    with contextlib.closing(pypdfium2.PdfDocument(document)) as opened:
        pages, found = len(opened), "".join(page.get_textpage().get_text_bounded() for page in opened)
    # It has its own sign for a hyphen at the end of a line.
    return pages, found.replace("\ufffe", "-").replace("\x02", "-")


PIXELS_PER_INCH = 200.0


def png(name: str, svg: str, width: int, cache: Path) -> bytes:
    """A drawing as PNG, for formats that show no SVG; `width` in points."""
    data = svg.replace("\\", "\\\\").replace('"', '\\"')
    source = (
        f"#set page(width: {width}pt, height: auto, margin: 0pt)\n"
        f'#image(bytes("{data}"), format: "svg", width: {width}pt)'
    ).encode()
    return keep(
        cache / "documents",
        f"{name}.png",
        version("typst").encode() + source,
        lambda: _compiled(
            name, lambda: typst.compile(source, font_paths=_fonts(cache), format="png", ppi=PIXELS_PER_INCH)
        ),
    )


def _compiled(name: str, compile_: Callable[[], bytes | list[bytes]]) -> bytes:
    try:
        made = compile_()
    except typst.TypstError as error:
        raise PressError(f"{name} can not be set: {error}") from error
    return made if isinstance(made, bytes) else made[0]
