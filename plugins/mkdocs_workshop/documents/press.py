"""Typst source to PDF: fonts from installed packages alone, tagged for screen readers, the same bytes for the same source."""

import functools
import hashlib
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import typst

from ..fonts import print_fonts
from .refusal import PressError


@functools.cache
def _fonts(cache: Path) -> typst.Fonts:
    folder = print_fonts(cache / "fonts")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


@functools.cache
def _theme() -> str:
    return (files(__package__) / "paper.typ").read_text("utf-8")


def pdf(body: str, cache: Path) -> bytes:
    """The PDF of a document. What has been made once is kept in `cache`, by the hash of all that goes into it."""
    source = f"{_theme()}\n{body}".encode()
    key = hashlib.sha256(version("typst").encode() + source).hexdigest()[:32]
    kept = cache / "documents" / f"{key}.pdf"
    if kept.is_file():
        return kept.read_bytes()
    try:
        # PDF/UA-1: typst refuses a missing title, a picture without words, a heading that skips a level.
        made = typst.compile(source, font_paths=_fonts(cache), pdf_standards="ua-1")
    except typst.TypstError as error:
        raise PressError(str(error)) from error
    kept.parent.mkdir(parents=True, exist_ok=True)
    beside = kept.with_suffix(".part")
    beside.write_bytes(made)
    beside.replace(kept)
    return made
