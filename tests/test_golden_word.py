"""What Word gets, element by element: each part of the tree, each genre, and the styles of each."""

import functools
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from mkdocs_workshop.documents.emit.word import document_word, written
from mkdocs_workshop.documents.emit.word_layout import LayoutWriter
from mkdocs_workshop.documents.emit.word_rows import rows_word
from mkdocs_workshop.documents.tree.blocks import Heading
from mkdocs_workshop.documents.tree.document import Document, Part, listed, text
from mkdocs_workshop.documents.tree.people import Person
from mkdocs_workshop.documents.tree.rows import NumberedRow, NumberedRows, Run
from tests import one_of_each as each
from tests.conftest import ROOT
from tests.golden_files import assert_golden
from tests.outline import flat, outline

CACHE = ROOT / ".cache" / "workshop"
"""Fonts for drawings, which take seconds to make."""
TREES: dict[str, tuple[Part, ...]] = {
    "words": (*each.INLINES, *each.ASKED),
    "lists": each.LISTS,
    "tables": each.TABLES,
    "pictures": (*each.PICTURES, each.STRIP, each.ROAD),
    "others": each.OTHERS,
    "layout": (*each.LAYOUT, each.CLOSING),
    "book": each.BOOK,
    "forms": each.FORMS,
    "sides": each.SIDES,
}
PAGES: dict[str, Document] = {
    "badges": each.document((each.BADGES,), kind="badges", frame="bare"),
    "tents": each.document((each.TENTS,), kind="tents", frame="bare"),
    "certificate": each.document(
        (each.certificate(), each.certificate(Person("Ada Berg", "City"))), kind="certificate", frame="bare"
    ),
    "certificate-upright": each.document((each.certificate(upright=True),), kind="certificate", frame="bare"),
    "attendance": each.document((each.SIGNED,), kind="attendance", frame="list", turned=True),
    "seats": each.document((each.SEATS, each.EASY), kind="seats", frame="list"),
    "poster-of-days": each.document((each.WALL,), kind="poster", frame="poster", size="A3", what="", use=""),
}


def _body(writer: LayoutWriter) -> Iterator[str]:
    return (line for child in writer.document.element.body for line in outline(child))


def _words(writer: LayoutWriter) -> Iterator[str]:
    """The same without the title and the paper."""
    return (line for child in writer.document.element.body[3:-1] for line in outline(child))


def _written(made: Document, **more: Any) -> LayoutWriter:
    return written(made, CACHE, **more)


@pytest.mark.parametrize("name", TREES)
def test_each_part_of_the_tree(name: str, request: pytest.FixtureRequest) -> None:
    assert_golden(request, f"word/{name}.txt", _words(_written(each.document(TREES[name]))))


@pytest.mark.parametrize("name", each.SHEETS)
def test_each_genre(name: str, request: pytest.FixtureRequest) -> None:
    assert_golden(request, f"word/{name}.txt", _body(_written(each.genre(name))))


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_their_own(name: str, request: pytest.FixtureRequest) -> None:
    assert_golden(request, f"word/{name}.txt", _body(_written(PAGES[name])))


@functools.cache
def _of_the_library() -> frozenset[str]:
    return frozenset(flat(style) for style in docx.Document().styles.element)


def _styles(made: Document, **more: Any) -> dict[str, str]:
    """The styles of a document by their names, without those that the library brings."""
    styles = _written(made, **more).document.styles.element
    found = {style.get(qn("w:styleId"), "defaults"): flat(style) for style in styles if not _is_latent(style)}
    return {name: style for name, style in found.items() if style not in _of_the_library()}


def _is_latent(style: Any) -> bool:
    return bool(style.tag == qn("w:latentStyles"))


def _changed(made: Document, usual: dict[str, str], **more: Any) -> Iterator[str]:
    """The styles that are other ones than usual."""
    found = _styles(made, **more)
    return (style for name, style in found.items() if style != usual.get(name))


@pytest.fixture(scope="module")
def usual() -> dict[str, str]:
    """The styles of a sheet without a genre, in the letters of A4."""
    return _styles(each.document(()))


def test_styles_of_a_text(usual: dict[str, str], request: pytest.FixtureRequest) -> None:
    assert_golden(request, "word/styles/text.txt", usual.values())


@pytest.mark.parametrize("name", each.SHEETS)
def test_styles_of_a_genre(name: str, usual: dict[str, str], request: pytest.FixtureRequest) -> None:
    """Those that differ from a text; in the letters of A4 too, so that what stays is not listed."""
    assert_golden(request, f"word/styles/{name}.txt", _changed(each.genre(name), usual, points=10.5))


@pytest.mark.parametrize("name", ["checklist", "canvas", "card-a5"])
def test_styles_of_a_sheet_with_nearer_edges(name: str, request: pytest.FixtureRequest) -> None:
    made = each.genre(name)
    assert_golden(request, f"word/styles/{name}-near.txt", _changed(made, _styles(made), near=True))


def test_styles_of_other_letters_and_languages(usual: dict[str, str], request: pytest.FixtureRequest) -> None:
    made = each.document(())
    assert_golden(request, "word/styles/text-16.txt", _changed(made, usual, points=16))
    assert_golden(request, "word/styles/poster-24.txt", _changed(each.genre("poster"), usual, points=24))


def test_styles_of_a_language_whose_words_are_parted(usual: dict[str, str], request: pytest.FixtureRequest) -> None:
    assert_golden(request, "word/styles/text-ru.txt", _changed(each.document((), language="ru"), usual))


def test_what_stands_around_a_text(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The parts of the file but the body, the styles and what comes from the library."""
    data = document_word(each.document((*each.INLINES, *each.LISTS[:2])), tmp_path)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    lines = sorted(files)
    for name in (
        "word/header1.xml", "word/footer1.xml", "word/fontTable.xml", "docProps/core.xml", "customXml/item2.xml",
        "customXml/itemProps2.xml", "customXml/_rels/item2.xml.rels", "word/_rels/document.xml.rels",
    ):  # fmt: skip
        lines += ["", name, *outline(etree.fromstring(files[name]))]
    numbers = etree.fromstring(files["word/numbering.xml"]).findall(qn("w:num"))
    lines += ["", "word/numbering.xml", *map(flat, numbers)]
    assert_golden(request, "word/around.txt", lines)


def test_settings(request: pytest.FixtureRequest) -> None:
    """In their order, which Word asks for; in Russian long words may be parted."""
    settings = _written(each.document((), language="ru")).document.settings.element
    assert_golden(request, "word/settings.txt", (flat(one) for one in settings if one.tag not in _LONG))


_LONG = {qn(f"w:{name}") for name in ("rsids", "clrSchemeMapping", "shapeDefaults")} | {qn("m:mathPr")}
"""Settings of the library that say nothing to a reader."""


@pytest.mark.parametrize("name", ["letter", "log", "card", "role-card", "deck", "procedure", "canvas", "poster"])
def test_head_and_foot_of_a_genre(name: str, request: pytest.FixtureRequest) -> None:
    section = _written(replace(each.genre(name), parts=())).document.sections[0]
    parts = (section.header._element, section.footer._element)  # noqa: SLF001  the library shows no words of their form
    assert_golden(request, f"word/around-{name}.txt", (line for part in parts for line in outline(part)))


def test_rows_to_fill_in(request: pytest.FixtureRequest) -> None:
    rows = (
        NumberedRow(1, "tag_one", "module", (((Run("Words "), Run("{term}", mark=True)),), ((Run("Слова"),), ())), 2),
        NumberedRow(2, "tag_two", "", (((),), ((Run("x"),),))),
    )
    parts = (
        Heading(2, text("How")),
        listed([text("Read"), text("Write")], ordered=True),
        listed([text("or not")]),
        NumberedRows(("No.", "English", "Russian"), (10, 45, 45), rows),
    )
    document = docx.Document(io.BytesIO(rows_word(each.document(()), parts, "key")))
    lines = (line for child in document.element.body for line in outline(child))
    assert_golden(request, "word/rows.txt", [document.core_properties.keywords, *lines])
