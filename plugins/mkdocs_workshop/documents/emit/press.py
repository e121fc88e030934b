"""Typst source to PDF: fonts from installed packages alone, tagged for screen readers, the same bytes for the same source."""

import contextlib
import functools
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

import typst

from ...ground import column_widths, fonts, language_tags, languages, slide_letters, slide_room, slide_shapes, zips
from ...ground.cache import code_of, keep
from ...ground.fonts import print_fonts
from ..tree import proof
from ..tree.proof import Expected, in_words, not_found
from . import apart, few_colours, packed
from .refusal import PressError, TooManyPages

THEME = ("paper.typ", "form.typ", "book.typ", "poster.typ")
"""The functions that documents are written with."""

OTHER_SCRIPTS = "names"
"""A folder of fonts for scripts that the fonts of the manual do not have."""


@functools.cache
def _fonts(cache: Path) -> typst.Fonts:
    # Fonts for names in other scripts lie beside those of the manual, where somebody prints names.
    others = cache / "fonts" / OTHER_SCRIPTS
    folders = [print_fonts(cache / "fonts"), *([others] if others.is_dir() else [])]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@functools.cache
def _theme(names: tuple[str, ...]) -> str:
    return "\n".join((files(__package__) / name).read_text("utf-8") for name in names)


def pdf(
    name: str,
    body: str | Sequence[str],
    cache: Path,
    expected: Sequence[Expected] = (),
    most_pages: int = 0,
    theme: tuple[str, ...] = THEME,
) -> bytes:
    """The PDF of a document; `body` is written with the functions of the `.typ` files that `theme` names.

    Of several bodies, from large to small letters, the first of those with the fewest pages is taken. What has been made once
    is kept in `cache`. Raises PressError, with `name` in its message, when it can not be set and when something that is
    expected is not found again, and TooManyPages when it takes more than `most_pages` (0 for any number).
    """
    bodies = [body] if isinstance(body, str) else body
    sources = [f"{_theme(theme)}\n{text}".encode() for text in bodies]
    # What must appear belongs to it: a word that is asked for only now must be looked for in what was made before.
    ingredients = b"\0".join([f"{most_pages}".encode(), *sources, *(item.words.encode() for item in expected)])
    return keep(
        cache / "documents",
        f"{name}.pdf",
        ingredients,
        _made_by(),
        lambda: _proven(name, sources, cache, expected, most_pages),
    )


def _made_by() -> str:
    """What decides a PDF or a picture besides its typst source, in which all words and forms are."""
    return (
        code_of(sys.modules[__name__], apart, few_colours, packed, proof, libraries=("typst", "pypdfium2", "pillow"))
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


def _proven(name: str, sources: Sequence[bytes], cache: Path, expected: Sequence[Expected], most_pages: int) -> bytes:
    # What is proven is what people get.
    made = packed.packed(_fewest_pages(name, sources, cache))
    if most_pages and page_count(made) > most_pages:
        raise TooManyPages(name, page_count(made), most_pages)
    gone = not_found(expected, read(made)) if expected else []
    if gone:
        raise PressError(f"{name} has lost words on the way to paper: {in_words(gone)}")
    return made


def _fewest_pages(name: str, sources: Sequence[bytes], cache: Path) -> bytes:
    """Smaller letters never take more pages, so the first of those with the fewest is found by halving."""
    best = _set(name, sources[0], cache)
    if len(sources) == 1 or page_count(best) == 1:
        return best
    smallest = _set(name, sources[-1], cache)
    fewest = page_count(smallest)
    if page_count(best) == fewest:
        return best
    low, high, best = 0, len(sources) - 1, smallest
    while high - low > 1:
        middle = (low + high) // 2
        made = _set(name, sources[middle], cache)
        if page_count(made) == fewest:
            high, best = middle, made
        else:
            low = middle
    return best


BOOK = 150_000
"""Bytes. What is larger is set in a process of its own, which gives its memory back: typst keeps all that it has laid out."""


def _set(name: str, source: bytes, cache: Path) -> bytes:
    """Sets one source. PDF/UA-1: typst refuses a missing title, a picture without words, a heading that skips a level."""
    if len(source) < BOOK:
        return _compiled(name, lambda: typst.compile(source, font_paths=_fonts(cache), pdf_standards="ua-1"))
    folder = print_fonts(cache / "fonts")
    command = [sys.executable, "-m", "mkdocs_workshop.documents.emit.apart", str(folder)]
    done = subprocess.run(command, input=source, capture_output=True, check=False)
    if done.returncode != 0:
        raise PressError(f"{name} can not be set: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout


def set_with(name: str, source: str, made: bytes, cache: Path) -> bytes:
    """A PDF of `source`, in which the PDF `made` is known as `pages.pdf`. Raises PressError when it can not be set."""
    with tempfile.TemporaryDirectory() as folder:
        main = Path(folder) / "main.typ"
        main.write_text(source, "utf-8")
        main.with_name("pages.pdf").write_bytes(made)
        return packed.packed(_compiled(name, lambda: typst.compile(str(main), root=folder, font_paths=_fonts(cache))))


def page_count(document: bytes) -> int:
    """The number of pages of a PDF."""
    import pypdfium2

    with contextlib.closing(pypdfium2.PdfDocument(document)) as opened:
        return len(opened)


def read(document: bytes) -> str:
    """All words of a PDF, as a reader that did not make it finds them."""
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
    ).encode()
    return _drawn(name, source, cache, pixels_per_inch)


def picture(name: str, body: str, cache: Path) -> bytes:
    """A page as PNG, a pixel for each point; `body` is written with the functions of `card.typ`."""
    theme = "\n".join((files(__package__) / part).read_text("utf-8") for part in ("paper.typ", "card.typ"))
    return _drawn(name, f"{theme}\n{body}".encode(), cache, 72.0)


def _drawn(name: str, source: bytes, cache: Path, pixels_per_inch: float) -> bytes:
    return keep(
        cache / "documents",
        f"{name}.png",
        f"{pixels_per_inch} ".encode() + source,
        _made_by(),
        lambda: few_colours.few_colours(
            _compiled(name, lambda: typst.compile(source, font_paths=_fonts(cache), format="png", ppi=pixels_per_inch))
        ),
    )


def _compiled(name: str, compile_: Callable[[], bytes | list[bytes]]) -> bytes:
    try:
        made = compile_()
    except typst.TypstError as error:
        raise PressError(f"{name} can not be set: {error}") from error
    return made if isinstance(made, bytes) else made[0]
