"""Printer's order: which page stands where, on sheets that a copier takes."""

import contextlib
import io
from dataclasses import replace

import pypdfium2
import pytest
import typst
from pypdf import PdfReader

from mkdocs_workshop.documents.emit.impose import (
    Side,
    back_places,
    booklet_sides,
    card_sides,
    imposed,
    padded,
    spreads,
    ways,
)
from mkdocs_workshop.documents.emit.page_ink import rows_of_ink, seam
from mkdocs_workshop.documents.emit.typst_document import document_pdf
from mkdocs_workshop.documents.papers import handout
from mkdocs_workshop.documents.tree.blocks import Paragraph, Table, Text
from mkdocs_workshop.documents.tree.document import Document, Section
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.language_tags import seen
from tests.conftest import ROOT

CACHE = ROOT / ".cache" / "workshop"
A4 = (595, 842)
WORDS = ("50 mm", "Own notes")


def pages(count: int, width: int, height: int) -> bytes:
    """A PDF whose pages say their numbers."""
    body = "#pagebreak()\n".join(f"#text(size: 30pt)[page{number}]\n" for number in range(1, count + 1))
    made = typst.compile(f"#set page(width: {width}mm, height: {height}mm)\n{body}".encode())
    assert isinstance(made, bytes)
    return made


def shown(document: bytes) -> list[tuple[tuple[int, int], list[str]]]:
    """For each side its size in points, and the words with their places from left to right."""
    found = []
    with contextlib.closing(pypdfium2.PdfDocument(document)) as opened:
        for page in opened:
            width, height = page.get_size()
            text = page.get_textpage()
            places = [text.get_rect(index) for index in range(text.count_rects())]
            said = sorted((left, text.get_text_bounded(left, low, right, high)) for left, low, right, high in places)
            found.append(((round(width), round(height)), [word.strip() for _, word in said if word.startswith("page")]))
    return found


@pytest.fixture(scope="module")
def paper(example: Edition) -> Document:
    module = example.curriculum.modules["occupational-safety"]
    return handout(example, module, "exposure-card")


def test_a_booklet_of_eight_pages_in_printers_order() -> None:
    # Folded by hand: the outer sheet carries 8 and 1, on its back 2 and 7.
    assert spreads(8) == [(8, 1), (2, 7), (6, 3), (4, 5)]


def test_a_booklet_is_filled_up_to_four() -> None:
    assert [padded(count) for count in (1, 4, 5)] == [4, 4, 8]
    assert [side.places for side in booklet_sides(5)] == [(None, 1), (2, None), (None, 3), (4, 5)]


def test_the_back_of_a_booklet_stands_on_its_head_so_that_sheets_are_flipped_on_the_long_edge() -> None:
    assert [side.turned for side in booklet_sides(4)] == [False, True]


def test_faces_of_a_card_lie_back_to_back() -> None:
    assert card_sides(2, 4, sequential=False) == [Side((1, 1, 1, 1)), Side((2, 2, 2, 2))]


def test_different_cards_stand_side_by_side() -> None:
    assert card_sides(3, 2, sequential=True) == [Side((1, 2)), Side((3, None))]


def test_four_cards_on_a_sheet(paper: Document) -> None:
    made = imposed(paper, pages(2, 105, 148), "cards-on-a4", WORDS, CACHE)
    assert shown(made) == [(A4, ["page1"] * 4), (A4, ["page2"] * 4)]


def test_sheets_have_the_title_and_the_language_of_their_paper(paper: Document) -> None:
    """Also where the title and the name of the manual are marked as texts in another language."""
    russian = replace(paper, language="ru", title=f"Карточка: {seen('exposure', 'en')}", manual=seen("Manual", "en"))
    made = PdfReader(io.BytesIO(imposed(russian, pages(1, 105, 148), "cards-on-a4", WORDS, CACHE)))
    assert str(made.root_object["/Lang"]) == "ru"
    assert made.metadata is not None
    assert made.metadata.title == "Карточка: [EN]\u00a0exposure"
    assert made.metadata.author == "[EN]\u00a0Manual"


def test_a_booklet_on_sheets_that_lie_on_their_side(paper: Document) -> None:
    made = imposed(paper, pages(4, 148, 210), "booklet-for-copier", WORDS, CACHE)
    # The back stands on its head: seen from the front, its left page is on the right.
    assert shown(made) == [(A4[::-1], ["page4", "page1"]), (A4[::-1], ["page3", "page2"])]


def test_a_poster_on_two_sheets(paper: Document) -> None:
    made = imposed(paper, pages(1, 297, 420), "tiles-on-a4", WORDS, CACHE)
    assert [size for size, _ in shown(made)] == [A4[::-1]] * 2


def test_the_seam_runs_where_nothing_stands() -> None:
    assert seam([9, 9, 0, 9, 9, 9], 3, 2) == 2
    assert seam([0] * 9, 4, 3) == 4


def test_ink_is_found_where_it_stands() -> None:
    made = typst.compile(
        b"#set page(width: 50mm, height: 40mm, margin: 0mm)\n#place(dy: 10mm, rect(width: 20mm, height: 5mm, fill: black))"
    )
    assert isinstance(made, bytes)
    (rows,) = rows_of_ink(made)
    assert [row for row, dark in enumerate(rows) if dark] == [10, 11, 12, 13, 14]


def test_backs_of_a_deck_are_mirrored() -> None:
    # Ten cards: on the second sheet one alone, at the left of its front and so at the right of its back.
    assert back_places(10) == [tuple(range(9)), (2,)]
    assert back_places(5) == [(0, 1, 2, 4, 5)]


def test_each_back_of_a_deck_lies_behind_its_card(paper: Document) -> None:
    cell = (Text("Look around you. " * 3),)
    cards = Table(((Text("A"),), (Text("B"),), (Text("C"),)), ((cell,) * 3, (cell, cell, ())))
    deck = replace(paper, form="deck", size="A4", name="d", parts=(Section("Cards", (cards,)), Section("Use", (Paragraph(cell),))))  # fmt: skip
    made = document_pdf(deck, CACHE)
    sheets = imposed(deck, made, "cards-on-a4", WORDS, CACHE)
    front, back, said = (_cards(sheets, page) for page in range(3))
    assert front == [True] * 5 + [False] * 4
    assert [back[row * 3 + 2 - column] for row in range(3) for column in range(3)] == front
    assert said[0]
    with contextlib.closing(pypdfium2.PdfDocument(sheets)) as opened:
        # The marks along which it is cut stand in the same places on both sides.
        assert _marks(opened[0]) == _marks(opened[1]) != []


def _cards(document: bytes, page: int) -> list[bool]:
    """Whether ink stands in the middle of each of the nine cards of a sheet."""
    with contextlib.closing(pypdfium2.PdfDocument(document)) as opened:
        grey = opened[page].render(scale=72 / 25.4, grayscale=True).to_pil()
    ratio = grey.width / 210
    boxes = [(10.5 + 63 * (i % 3) + 12, 16.5 + 88 * (i // 3) + 12) for i in range(9)]
    return [
        min(grey.crop((int(x * ratio), int(y * ratio), int((x + 39) * ratio), int((y + 64) * ratio))).tobytes()) < 128
        for x, y in boxes
    ]


def _marks(page: pypdfium2.PdfPage) -> list[int]:
    """Where ink stands in a row of pixels just above the cards, in half millimetres."""
    grey = page.render(scale=72 / 25.4 * 2, grayscale=True).to_pil()
    ratio = grey.width / 210
    row = grey.crop((0, int(13.8 * ratio), grey.width, int(14.6 * ratio)))
    return sorted(
        {round(x / ratio * 2) for x in range(grey.width) if min(row.crop((x, 0, x + 1, row.height)).tobytes()) < 170}
    )


def test_what_a_copier_is_offered(paper: Document, example: Edition) -> None:
    assert ways(paper) == ("cards-on-a4",)
    modules = example.curriculum.modules
    sizes = {
        made.paper: ways(handout(example, module, id_))
        for module in modules.values()
        for id_, made in module.handouts.items()
    }
    assert sizes["A3"] == ("tiles-on-a4",)
    # A deck has backs; whatever else is A4 is printed as it is.
    assert {
        ways(handout(example, module, id_))
        for module in modules.values()
        for id_, made in module.handouts.items()
        if made.paper == "A4" and made.form != "deck"
    } == {()}
