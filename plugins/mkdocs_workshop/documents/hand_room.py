"""How much room a hand has above each line on which it writes, measured on the finished PDF.

low_blanks(paper)  ->  [LowBlank(page=1, millimetres=6.2, label="Day")]
"""

import contextlib
import ctypes
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

LEAST = 8.0
"""Millimetres from a line to what stands above it, as from line to line in an exercise book."""
_SLACK = 0.1
"""Millimetres of that, which nobody sees."""
_MM = 72 / 25.4
_LINES = {((0x14, 0x21, 0x2E), 0.7), ((0x4A, 0x5B, 0x6C), 0.6)}
"""Colour and thickness in points of the lines on which somebody writes: those of `blank` and of `writing-lines` in `paper.typ`."""
_SHORTEST = 4.0
"""Millimetres; a shorter line is no blank."""
_CAPTION = 5.0
"""Millimetres below a line in which its label stands."""


class LowBlank(NamedTuple):
    """A line above which a hand has too little room."""

    page: int
    millimetres: float
    label: str
    """What stands below the line; empty for none."""


class _Line(NamedTuple):
    left: float
    right: float
    height: float
    """Above the foot of the page; of a letter, that of the line on which it stands."""


def low_blanks(document: bytes) -> list[LowBlank]:
    """The lines of a PDF with too little room above, from page to page."""
    found = []
    with contextlib.closing(pypdfium2.PdfDocument(document)) as opened:
        for number, page in enumerate(opened, 1):
            written, others = _lines(page)
            if not written:
                continue
            text = page.get_textpage()
            above = [*written, *others, *_letters(text)]
            for line in written:
                room = _room(line, above, page.get_height())
                if room < LEAST - _SLACK:
                    below = text.get_text_bounded(line.left, line.height - _CAPTION * _MM, line.right, line.height)
                    found.append(LowBlank(number, round(room, 1), " ".join(below.split())))
    return found


def _room(line: _Line, above: Sequence[_Line], top: float) -> float:
    """Millimetres from a line to the next thing above it, or to the edge of the page."""
    heights = (
        other.height
        for other in above
        if other.height > line.height + 1 and other.left < line.right > line.left < other.right
    )
    return (min(heights, default=top) - line.height) / _MM


def _lines(page: pypdfium2.PdfPage) -> tuple[list[_Line], list[_Line]]:
    """The lines on which somebody writes, and all others."""
    written: list[_Line] = []
    others: list[_Line] = []
    for shape in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=4):
        left, low, right, high = shape.get_bounds()
        if high - low > 2:
            continue
        parts = [ctypes.c_uint() for _ in range(4)]
        raw.FPDFPageObj_GetFillColor(shape.raw, *parts)
        colour = tuple(part.value for part in parts[:3])
        line = _Line(left, right, (low + high) / 2)
        writes = (colour, round(high - low, 1)) in _LINES and right - left > _SHORTEST * _MM
        (written if writes else others).append(line)
    return written, others


def _letters(text: pypdfium2.PdfTextPage) -> Iterator[_Line]:
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        if not chr(raw.FPDFText_GetUnicode(text, index)).isspace():
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            left, _, right, _ = text.get_charbox(index)
            yield _Line(left, right, y.value)
