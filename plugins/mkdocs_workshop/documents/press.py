"""Typst source to PDF: fonts from installed packages alone, tagged for screen readers, the same bytes for the same source."""

import functools
from collections.abc import Callable
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import typst

from ..fonts import print_fonts
from ..keep import keep
from .refusal import PressError


@functools.cache
def _fonts(cache: Path) -> typst.Fonts:
    folder = print_fonts(cache / "fonts")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


@functools.cache
def _theme() -> str:
    return (files(__package__) / "paper.typ").read_text("utf-8")


def pdf(name: str, body: str, cache: Path) -> bytes:
    """The PDF of a document; `body` is written with the functions of `paper.typ`.

    What has been made once is kept in `cache`. Raises PressError, with `name` in its message, when it can not be set.
    """
    source = f"{_theme()}\n{body}".encode()
    ingredients = version("typst").encode() + source
    # PDF/UA-1: typst refuses a missing title, a picture without words, a heading that skips a level.
    return keep(
        cache / "documents",
        f"{name}.pdf",
        ingredients,
        lambda: _compiled(name, lambda: typst.compile(source, font_paths=_fonts(cache), pdf_standards="ua-1")),
    )


ON_PAPER, ON_SCREEN = 200.0, 130.0
"""Pixels per inch: enough for a printer; enough for a projector, in half the bytes."""


def png(name: str, svg: str, width: int, cache: Path, pixels_per_inch: float = ON_PAPER) -> bytes:
    """A drawing as PNG, for formats that show no SVG; `width` in points."""
    data = svg.replace("\\", "\\\\").replace('"', '\\"')
    source = (
        f"#set page(width: {width}pt, height: auto, margin: 0pt)\n"
        f'#image(bytes("{data}"), format: "svg", width: {width}pt)'
    ).encode()
    return keep(
        cache / "documents",
        f"{name}.png",
        f"{version('typst')} {pixels_per_inch} ".encode() + source,
        lambda: _compiled(
            name, lambda: typst.compile(source, font_paths=_fonts(cache), format="png", ppi=pixels_per_inch)
        ),
    )


def _compiled(name: str, compile_: Callable[[], bytes | list[bytes]]) -> bytes:
    try:
        made = compile_()
    except typst.TypstError as error:
        raise PressError(f"{name} can not be set: {error}") from error
    return made if isinstance(made, bytes) else made[0]
