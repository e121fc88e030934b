"""A document to Word: its frame, what stands at its end, and the proof that nothing is lost."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from ...ground.cache import keep
from ..tree.document import Document
from ..tree.proof import Expected, in_words, not_found
from .narrow import with_breaks
from .press import made_by
from .refusal import PressError
from .word_fit import Fit, could_lose_a_page, fit_of, pages_in, points_for
from .word_form import dress_again
from .word_genres import genre_title, put_sections
from .word_layout import LayoutWriter
from .word_sheets import LARGE, holds_more, letters_of, may_be_near, sheet_of
from .word_table import put_widths
from .word_template import saved

TRIES = 2
"""Times that a document is given other letters: titles and columns do not grow with the text, so the first count is near, not exact."""


def document_word(document: Document, cache: Path, expected: Sequence[Expected] = (), variant: str = "") -> bytes:
    """The Word file of a document, or its `large-print`.

    Raises PressError when something that is expected is not found again in what was made.
    """
    if variant == "large-print":
        document = replace(document, name=f"{document.name}-{variant}", size=LARGE)
    ingredients = repr((document, [item.words for item in expected])).encode()
    name = f"{document.name}.docx"
    return keep(
        cache / "documents", name, ingredients, made_by("python-docx"), lambda: _made(document, cache, expected)
    )


def _made(document: Document, cache: Path, expected: Sequence[Expected]) -> bytes:
    writer = fitted(document, cache)
    writer.contacts.put_into(writer.document)
    data = saved(writer.document)
    gone = not_found(expected, read_again(data))
    if gone:
        raise PressError(f"{document.name}.docx has lost words on the way to Word: {in_words(gone)}")
    return data


def fitted(document: Document, cache: Path) -> LayoutWriter:
    """The document in the letters that fill its pages, and with nearer edges where that saves a page."""
    usual = in_best_letters(written(document, cache), document, cache)
    if not may_be_near(document):
        return usual
    _, least = letters_of(usual.sheet, document)
    near = sheet_of(document, least, near=True)
    if not could_lose_a_page(usual.document, least / usual.sheet.points, holds_more(near, usual.sheet)):
        return usual
    # Columns and frames are as wide as the text, so other edges need a document that is written anew.
    # Larger letters are counted from smaller ones, and may need a page more after all: then the smallest are tried.
    pages = pages_in(usual.document)
    for best in (True, False):
        closer = written(document, cache, least, near=True)
        closer = in_best_letters(closer, document, cache) if best else closer
        if pages_in(closer.document) < pages:
            return closer
    return usual


def in_best_letters(writer: LayoutWriter, document: Document, cache: Path) -> LayoutWriter:
    """The document in the letters that fill its pages: counted, and given other letters where they are better."""
    largest, least = letters_of(writer.sheet, document)
    seen: dict[float, Fit] = {}
    # A poster that is counted wrong by a line has a second sheet.
    tries = TRIES + (writer.sheet.genre == "poster")
    for number in range(tries + 1):
        now = writer.sheet.points
        points = points_for(writer.document, now, largest, least)
        if points == now:
            return writer
        if number:
            seen[now] = fit_of(writer.document, now)
        if number < tries:
            writer = in_letters(writer, document, cache, points)
    # Sizes that ask for one another, from counts that are a line wrong: what each of them holds itself is surer.
    best = min(seen, key=seen.__getitem__)
    return writer if best == writer.sheet.points else in_letters(writer, document, cache, best)


def in_letters(writer: LayoutWriter, document: Document, cache: Path, points: float) -> LayoutWriter:
    """The document in other letters: with other styles and columns, which takes a tenth of the time of writing it again."""
    # A path has its numbers in the body.
    near = writer.sheet.near
    if writer.sheet.genre == "decision-path" or not dress_again(writer.document, document, points, near=near):
        return written(document, cache, points, near=near)
    writer.sheet = sheet_of(document, points, near=near)
    for columns in writer.columns:
        put_widths(columns, points)
    return writer


def written(document: Document, cache: Path, points: float = 0, *, near: bool = False) -> LayoutWriter:
    """A document in letters of so many points, or in those of its paper; `near` as in `sheet_of`."""
    writer = LayoutWriter(document, cache, points, near=near)
    parts = with_breaks(document.parts, document.language)
    if document.frame != "bare" and not genre_title(writer, document):
        _title(writer, document)
    if not put_sections(writer, document, parts):
        writer.parts(parts)
    return writer


def _title(writer: LayoutWriter, document: Document) -> None:
    """What stands above the first part, as on paper."""
    about = " · ".join(filter(None, (document.what, document.mark)))
    if about:
        writer.paragraph("Kind", about)
    writer.paragraph("Title", document.title)
    if document.use and document.use != document.title:
        writer.paragraph("Subtitle", document.use)
    if document.cover:
        writer.paragraph("Normal", document.cover.subtitle)
        writer.facts([(label, number) for number, label in document.cover.facts])


_WITH_WORDS = re.compile(r"word/(document|header\d+|footer\d+)\.xml")


def read_again(data: bytes) -> str:
    """All words of a document, its heads and its feet, as they stand in the file.

    Paragraphs are parted by a blank, and a tab is one too: "Name Date".
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [etree.fromstring(archive.read(name)) for name in archive.namelist() if _WITH_WORDS.fullmatch(name)]
    return " ".join(_paragraph(paragraph) for part in parts for paragraph in part.iter(qn("w:p")))


def _paragraph(paragraph: Any) -> str:
    """The words of a paragraph; a tab parts them."""
    shown = (" " if node.tag == qn("w:tab") else node.text or "" for node in paragraph.iter(qn("w:t"), qn("w:tab")))
    return "".join(shown)
