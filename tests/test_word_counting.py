"""How Word papers are counted: widths of letters, lines, rows and pages, each with numbers that a person can add up."""

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as WordDocument
from docx.shared import Emu, Pt
from fontTools.ttLib import TTFont
from lxml import etree

from mkdocs_workshop.documents.emit.word import fitted, in_best_letters, in_letters, written
from mkdocs_workshop.documents.emit.word_fit import (
    SURE,
    could_lose_a_page,
    fills,
    line_count,
    pages_in,
    points_for,
    row_height,
)
from mkdocs_workshop.documents.emit.word_flow import NEW_LINE, Item, Lines, Row, flow_of, page_room
from mkdocs_workshop.documents.emit.word_letters import advance
from mkdocs_workshop.documents.tree.document import Document, Section
from tests import one_of_each as each
from tests.conftest import ROOT
from tests.golden_files import assert_golden

CACHE = ROOT / ".cache" / "workshop"
CARLITO = ROOT / "tests" / "node_modules" / "@fontsource" / "carlito" / "files"
LETTERS = (
    "".join(map(chr, [*range(0x20, 0x7F), *range(0xA1, 0x180), *range(0x400, 0x530)]))
    + "\u2002–—‘’‚“”„†•…‹›₸€™←↑→↓−№\u0483\u0488"
)


@pytest.mark.parametrize(("weight", "bold"), [(400, False), (700, True)])
def test_letters_are_as_wide_as_those_of_the_face(weight: int, bold: bool) -> None:
    """Of Carlito, which is as wide as Calibri, rounded up to twenty thousandths; checked for every letter that a language of the manual has."""
    widths: dict[str, int] = {}
    for path in sorted(CARLITO.glob(f"carlito-*-{weight}-normal.woff2")):
        with TTFont(path, lazy=True) as font:
            unit, known = font["head"].unitsPerEm, font["hmtx"].metrics
            for code, name in font.getBestCmap().items():
                widths[chr(code)] = math.ceil(known[name][0] * 1000 / unit / 20) * 20
    shown = [letter for letter in LETTERS if letter in widths]
    assert len(shown) > 550
    assert {letter: advance(letter, bold) for letter in shown} == {letter: widths[letter] for letter in shown}


def test_letters_that_the_table_has_not() -> None:
    # A letter with a mark is as wide as without; marks of their own take no room; what another face stands in for is an em wide.
    assert advance("ẹ", bold=False) == advance("e", bold=False) == 500
    assert advance("e\u0323\u200b\u20dd", bold=False) == 500
    assert advance("☐", bold=False) == advance("漢", bold=True) == 1000
    assert [advance(letter, bold=False) for letter in "\u202f‡≈≤≥―\u2003‰"] == [
        240,
        500,
        500,
        500,
        500,
        920,
        1000,
        1040,
    ]
    assert [advance(letter, bold=True) for letter in "\u202f‡≈≤≥―\u2003‰"] == [240, 500, 500, 500, 500, 920, 1000, 1080]


def lines(count: int, **more: Any) -> Lines:
    """A paragraph of so many lines, each 10 points high, in a column of 100 points."""
    usual = Lines("Normal", ((100.0, 0.0),) * count, 100, 0, 10, 0, 0)
    return replace(usual, **more)


@pytest.mark.parametrize(
    ("flow", "filled"),
    [
        ([lines(3), lines(3)], [0.6]),
        # Parted, but never so that the first or the last line stands alone.
        ([lines(12)], [1.0, 0.2]),
        ([lines(8), lines(4)], [1.0, 0.2]),
        ([lines(9), lines(4)], [0.9, 0.4]),
        ([lines(8), lines(3)], [0.8, 0.3]),
        ([lines(7), lines(3)], [1.0]),
        # What is higher than a page stands alone on it.
        ([Row((), 150, whole=True)], [1.5]),
        ([lines(3, new_page=True)], [0.3]),
        ([lines(3), lines(3, new_page=True)], [0.3, 0.3]),
        # A title goes with what comes after it, and what must begin a page leaves it behind.
        ([lines(8), lines(1, with_next=True), lines(3)], [0.8, 0.4]),
        ([lines(5), lines(1, with_next=True), lines(1, with_next=True), lines(3)], [1.0]),
        ([lines(5), lines(1, with_next=True), lines(3), lines(1)], [1.0]),
        ([lines(1, with_next=True), lines(3, new_page=True)], [0.1, 0.3]),
        ([lines(4), lines(1, with_next=True)], [0.5]),
        ([], [0.0]),
        # Space above and below; none between two of one style that wants none there.
        ([lines(1, before=5, after=7)], [0.22]),
        ([lines(1, before=5, after=7, close=True)] * 2, [0.25]),
        ([lines(1, before=5, after=7, close=True), lines(1, before=5, after=7, close=True, style="Other")], [0.3]),
        ([lines(1, fixed=4)], [0.14]),
        # A picture takes its own height; the words beside it take lines.
        ([lines(1, fixed=40, picture=True)], [0.4]),
        ([lines(6, fixed=40, picture=True), lines(2)], [0.9, 0.2]),
        ([lines(6), Row(((lines(3),), (lines(6),)), 20, whole=True)], [0.6, 0.6075]),
        ([lines(6), Row(((lines(3),), (lines(6),)), 20, whole=False)], [1.0, 0.2]),
        ([lines(6), Row(((lines(1),),), 50, whole=False)], [0.6, 0.5]),
        ([Row(((lines(6),),), 20, whole=False, exact=True)], [0.2]),
    ],
)  # fmt: skip
def test_pages_are_filled_from_the_top(flow: list[Item], filled: list[float]) -> None:
    assert fills(flow, 100, 1) == pytest.approx(filled)


def test_larger_letters_take_more_room_but_pictures_do_not() -> None:
    assert fills([lines(1, before=5, after=7)], 100, 1.5) == pytest.approx([1.5 * 0.12 + 0.30])
    assert fills([lines(0, fixed=40, picture=True)], 100, 3) == pytest.approx([0.4])
    # The one line of a hundred points is a hundred and fifty now, and breaks.
    assert line_count(lines(1), 1.5) == 2
    assert row_height(Row(((lines(1),),), 50, whole=True, exact=True), 9) == 50
    assert row_height(Row(((lines(1),),), 5, whole=True), 1) == 10.75
    assert row_height(Row((), 5, whole=True), 1) == 5


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ((), 1),
        (((60, 10), (30, 10)), 1),
        (((60, 10), (31, 10)), 2),
        (((100, 0), (100, 0)), 2),
        # A word that is too long is broken, and one that ends a line ends it.
        (((250, 10),), 3),
        (((250, 10), (10, 0)), 4),
        (((10, NEW_LINE), (10, 0)), 2),
        (((10, NEW_LINE), (10, NEW_LINE), (10, 0)), 3),
        (((50, NEW_LINE), (60, 10), (30, 0)), 2),
    ],
)
def test_lines_break_where_the_next_word_does_not_fit(words: tuple[tuple[float, float], ...], count: int) -> None:
    assert line_count(replace(lines(1), words=words), 1) == count


def test_an_indent_grows_with_the_letters() -> None:
    words = ((40.0, 0.0), (40.0, 0.0))
    assert line_count(replace(lines(1), words=words, indent=20), 1) == 1
    assert line_count(replace(lines(1), words=words, indent=21), 1) == 2
    assert line_count(replace(lines(1), words=((19.0, 0.0), (19.0, 0.0)), indent=20), 2) == 2


TREES = {
    "words": each.document((*each.INLINES, *each.ASKED, *each.LISTS)),
    "others": each.document((*each.OTHERS, *each.PICTURES, *each.TABLES)),
    "checklist": each.genre("checklist"),
    "letter": each.genre("letter"),
    "badges": each.document((each.BADGES,), kind="badges", frame="bare"),
    "certificate": each.document((each.certificate(),), kind="certificate", frame="bare"),
}


@pytest.mark.parametrize("name", TREES)
def test_what_is_counted_of_a_document(name: str, request: pytest.FixtureRequest) -> None:
    """Each paragraph with its measures in points, and each row with what stands in its cells."""
    document = written(TREES[name], CACHE).document
    assert_golden(request, f"word/flow/{name}.txt", [f"page {page_room(document):.1f}", *_shown(flow_of(document))])


def _shown(flow: list[Item], depth: int = 0) -> Iterator[str]:
    pad = "  " * depth
    for item in flow:
        if isinstance(item, Row):
            marks = [name for name in ("whole", "exact") if getattr(item, name)]
            yield f"{pad}row least={item.least:.2f} {' '.join(marks)}"
            for cell in item.cells:
                yield f"{pad}  cell"
                yield from _shown(list(cell), depth + 2)
            continue
        measures = [f"{name}={getattr(item, name):.2f}" for name in ("room", "indent", "height", "before", "after", "fixed")]  # fmt: skip
        marks = [name for name in ("close", "with_next", "new_page", "picture") if getattr(item, name)]
        words = " ".join(f"{word:.1f}{'/' if space == NEW_LINE else f'+{space:.1f}'}" for word, space in item.words)
        yield f"{pad}{' '.join([item.style, *measures, *marks])} | {words}"


def plain() -> WordDocument:
    """The document of the library, in which every style is as Word brings it."""
    return docx.Document()


def test_what_word_says_otherwise_than_we_do_is_understood() -> None:
    """Files are counted again after people changed them: spaces, edges and switches that we never write."""
    document = plain()
    said = document.add_paragraph("x")
    form = said.paragraph_format
    form.left_indent, form.right_indent, form.space_before, form.line_spacing = Pt(-9), Pt(12), Pt(3), Pt(30)
    form.keep_with_next, form.page_break_before = True, False
    said.add_run("large").font.size = Pt(40)
    (counted,) = flow_of(document)
    assert isinstance(counted, Lines)
    assert (counted.indent, counted.before, counted.height, counted.with_next, counted.new_page) == (12, 3, 30, True, False)  # fmt: skip
    form.line_spacing = 2.0
    (counted,) = flow_of(document)
    assert isinstance(counted, Lines)
    assert counted.height == pytest.approx(40 * 1.2207 * 2)
    assert page_room(document) == pytest.approx(648)
    # What a paragraph does not say, its style says.
    document.add_paragraph("x", style="List Continue").paragraph_format.right_indent = Pt(12)
    last = flow_of(document)[-1]
    assert isinstance(last, Lines)
    assert last.indent == 18 + 12


def test_columns_are_as_wide_as_they_say_or_share_the_room() -> None:
    document = plain()
    table = document.add_table(1, 2)
    table.rows[0].cells[0].width = Pt(100)
    properties = table.rows[0].cells[1]._tc.tcPr  # noqa: SLF001  the library has no word for a cell without a width
    properties.remove(properties.tcW)
    (row,) = flow_of(document)
    assert isinstance(row, Row)
    rooms = [item.room for cell in row.cells for item in cell if isinstance(item, Lines)]
    section = document.sections[0]
    whole = (Emu(section.page_width or 0) - Emu(section.left_margin or 0) - Emu(section.right_margin or 0)) / 12700
    assert rooms == pytest.approx([100 - 10.8, whole / 2 - 10.8])
    assert (row.least, row.whole, row.exact) == (0.75, False, False)


def prose(paragraphs: int, form: str = "reading", size: str = "A4") -> Document:
    """A paper of so many paragraphs of a hundred and sixty letters."""
    words = "Look around you, speak slowly and say what you are going to do before you do it. " * 2
    said = Section("What to do", tuple(each.said(words) for _ in range(paragraphs)))
    return each.document((said, *each.TABLES), form=form, size=size)


def test_of_all_sizes_with_the_fewest_pages_the_largest_is_taken() -> None:
    document = written(prose(8), CACHE).document
    assert points_for(document, 10.5, 13, 9) == 13
    assert points_for(document, 10.5, 10, 10) == 10
    longer = written(prose(30), CACHE).document
    flow, room = flow_of(longer), page_room(longer) * SURE
    counted = {half / 2: len(fills(flow, room, half / 2 / 10.5)) for half in range(18, 27)}
    assert set(counted.values()) == {2, 3}
    assert points_for(longer, 10.5, 13, 9) == max(size for size, pages in counted.items() if pages == 2)
    assert pages_in(longer) == counted[10.5]


def test_a_document_could_lose_a_page_where_all_of_it_is_less_than_the_other_pages() -> None:
    document = written(prose(30), CACHE).document
    filled = fills(flow_of(document), page_room(document) * SURE, 1)
    assert len(filled) == 2
    least = sum(filled)
    assert could_lose_a_page(document, 1, least * 1.01)
    assert not could_lose_a_page(document, 1, least * 0.99)
    assert could_lose_a_page(document, 0.5, 1)
    assert not could_lose_a_page(written(prose(2), CACHE).document, 0.5, 9)


@pytest.mark.parametrize("form", ["", "decision-path", "checklist"])
def test_a_paper_in_other_letters_is_as_if_written_with_them(form: str) -> None:
    made = each.genre("checklist", form=form)
    again, anew = in_letters(written(made, CACHE), made, CACHE, 8.5), written(made, CACHE, 8.5)
    assert again.sheet == anew.sheet
    assert etree.tostring(again.document.element) == etree.tostring(anew.document.element)
    assert etree.tostring(again.document.styles.element) == etree.tostring(anew.document.styles.element)


def test_a_poster_is_counted_once_more_than_other_papers() -> None:
    """Its titles keep their size, so that half a point may still be won at the third count."""
    words = "Look around you, speak slowly and say what you are going to do before you do it. "
    parts = [Section(f"Part {number}", (each.said(words * (1 + number % 3)),)) for number in range(7)]
    made = each.document(parts, form="poster", size="A3")
    assert in_best_letters(written(made, CACHE), made, CACHE).sheet.points == 25


@pytest.mark.parametrize(("parts", "longer", "points", "pages"), [(13, 0, 9, 2), (6, 0, 13, 2), (14, 1, 11.5, 3)])
def test_of_sizes_that_ask_for_one_another_the_one_stays_that_holds_most_itself(
    parts: int, longer: int, points: float, pages: int
) -> None:
    words = "Look around you, speak slowly and say what you are going to do before you do it. "
    sections = [
        Section(
            f"Part {number}",
            (each.said(words * (3 + (number + longer) % 3)), *(each.TABLES if number == 1 else ())),
        )
        for number in range(parts)
    ]
    made = each.document(sections, form="checklist", size="A4")
    best = in_best_letters(written(made, CACHE), made, CACHE)
    assert (best.sheet.points, pages_in(best.document)) == (points, pages)


def test_edges_come_nearer_just_where_a_page_is_saved(tmp_path: Path) -> None:
    taken = {count: fitted(prose(count), tmp_path) for count in (38, 40, 48)}
    shown = {count: (one.sheet.near, one.sheet.points, pages_in(one.document)) for count, one in taken.items()}
    assert shown == {38: (False, 9, 2), 40: (True, 10.5, 2), 48: (True, 9, 2)}
