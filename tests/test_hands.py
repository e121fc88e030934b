"""Room for a hand: above every line that somebody writes on, measured on the finished PDF."""

import contextlib
from pathlib import Path

import pypdfium2
import pytest

from mkdocs_workshop.documents.emit.typst_document import document_pdf
from mkdocs_workshop.documents.framed import framed
from mkdocs_workshop.documents.tree.blocks import Block, Field, Item, Lines, List, Paragraph, Table, Text, ToFill
from mkdocs_workshop.documents.tree.document import Section
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import load
from tests.conftest import ROOT

SCALE = 4
"""Points of the picture in a millimetre."""
LEAST = 7.7
"""Millimetres: eight, but for the line itself and the rounding of the picture."""
LINE = 20
"""Millimetres from which on a thin dark row is a line to write on."""

ASKED = Paragraph((Text("Name and first name: "), Field("as in the passport"), Text(" Unit: "), Field("unit")))
LONG = Paragraph((Text("What have you seen, and what did you do then? "), Field("in your own words")))
PLACES = List(
    ordered=False,
    items=tuple(Item((Paragraph((Text(f"{word}: "), ToFill(f"to be filled in: {word}"))),)) for word in ("Doctor", "Van")),
)  # fmt: skip
SENTENCE = Paragraph((Text("We met on "), Field("day"), Text(" at "), Field("hour"), Text(" in the office.")))
CELLS = Table(
    ((Text("What"),), (Text("Who"),)), (((Text("Call"),), (Field("post"),)), ((Text("Wait"),), (Field("post"),)))
)


@pytest.fixture(scope="module")
def edition(small_source: Path) -> Edition:
    """The small curriculum."""
    whole, _, complete = load(small_source, small_source.parent)
    assert complete
    assert whole is not None
    return Edition(whole, catalogue("en"), ROOT / ".cache" / "workshop")


def rooms(data: bytes) -> list[float]:
    """For each line on the pages of a PDF the free millimetres above it."""
    found: list[float] = []
    with contextlib.closing(pypdfium2.PdfDocument(data)) as opened:
        for page in opened:
            picture = page.render(scale=SCALE * 25.4 / 72, grayscale=True)
            rows, stride = bytes(picture.buffer), picture.stride
            # What stands below the last tenth of a page is its foot.
            for y in range(10 * SCALE, int(picture.height * 0.9)):
                row, above = rows[y * stride : y * stride + picture.width], rows[(y - 1) * stride : y * stride]
                for start, end in _runs(row):
                    if end - start >= LINE * SCALE and max(above[start:end]) > 200:
                        found.append(_free(rows, stride, y - 1, start + 2, end - 2) / SCALE)
    return found


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Where a row of points is dark without a gap."""
    runs, start = [], None
    for x, value in enumerate((*row, 255)):
        if value < 170 and start is None:
            start = x
        elif value >= 170 and start is not None:
            runs.append((start, x))
            start = None
    return runs


def _free(rows: bytes, stride: int, y: int, start: int, end: int) -> int:
    """Rows without ink above a row, between two columns."""
    top = y
    while top > 0 and min(rows[top * stride + start : top * stride + end]) > 170:
        top -= 1
    return y - top


@pytest.mark.parametrize("size", ["A4", "A5", "A6"])
@pytest.mark.parametrize(
    ("block", "lines"), [(ASKED, 2), (LONG, 1), (PLACES, 2), (SENTENCE, 2), (CELLS, 2), (Lines(3), 3)],
    ids=["two questions", "a long question", "places to fill in", "a sentence", "a table", "lines"],
)  # fmt: skip
def test_a_hand_has_eight_millimetres(edition: Edition, block: Block, lines: int, size: str) -> None:
    said = Paragraph((Text("Take your time. Nobody else reads this paper."),))
    parts = (Section("Write", (said, block)),)
    made = framed(edition, None, "handout", f"hand-{size}", parts, title="A title", what="-", size=size, form="reading")
    # What comes before are the frame and the lines around the title.
    found = rooms(document_pdf(made, edition.cache))[-lines:]
    assert len(found) == lines
    assert min(found) >= LEAST, found
