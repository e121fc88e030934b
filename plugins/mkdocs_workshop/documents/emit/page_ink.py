"""Where ink stands on the pages of a finished PDF, row by row: for seams between words, and for pages that are left half empty."""

import contextlib
from collections.abc import Iterator

import pypdfium2

DARK = 200
"""A grey below this counts as ink; tints do not."""
_INK = bytes(value < DARK for value in range(256))
"""1 for each grey that counts as ink, 0 for the others."""
STEP = 1.0
"""Millimetres that a row is high."""


def rows_of_ink(document: bytes, left: int = 0) -> Iterator[list[int]]:
    """For each page the number of dark points in each row of one millimetre, from top to bottom.

    What stands in the first `left` millimetres of a row is not counted.
    """
    with contextlib.closing(pypdfium2.PdfDocument(document)) as opened:
        for page in opened:
            bitmap = page.render(scale=25.4 / 72 / STEP * 2, grayscale=True)
            data, width, stride = bytes(bitmap.buffer), bitmap.width, bitmap.stride
            lines = [
                data[y * stride + 2 * left : y * stride + width].translate(_INK).count(1) for y in range(bitmap.height)
            ]
            yield [sum(lines[start : start + 2]) for start in range(0, len(lines), 2)]


def seam(rows: list[int], middle: int, reach: int) -> int:
    """The row with the least ink near the middle, and of several the one nearest to it.

    `seam([5, 0, 3, 0, 9], 2, 1)` gives `1`.
    """
    return min(range(middle - reach, middle + reach + 1), key=lambda row: (rows[row], abs(row - middle)))
