"""The room on a slide: where each part stands, and the largest letters with which it fits. In points; a slide is 960 by 540."""

from collections.abc import Sequence
from typing import NamedTuple

from .lettering import wrap

WIDTH, HEIGHT = 960, 540
LINE = 1.2
"""Height of a line, as a share of the letters."""
SMALLEST_LABEL = 11.0
"""Points. Smaller words in a drawing can not be read from the third row."""
FIGURE_WIDTHS = (720, 900, 1000, 560)
"""Pixels for which a drawing is tried; a wide one has fewer lines, but smaller letters."""


class Space(NamedTuple):
    """A place for words."""

    left: float
    top: float
    width: float
    height: float
    sizes: tuple[int, ...]
    """Sizes of letters to try, the largest first."""
    gap: float = 0
    """Between paragraphs."""
    indent: float = 0
    """What the bullets take."""


_TITLE = Space(54, 30, 852, 88, (42, 40, 38, 36, 34, 32, 30, 28))
_BODY = (36, 34, 32, 30, 28, 26, 24, 22, 20, 18)
_COLUMN = (30, 28, 26, 24, 22, 20, 18)
SPACES: dict[str, dict[str, Space]] = {
    "title": {
        "title": Space(84, 150, 780, 170, (58, 52, 48, 44, 40, 36)),
        "subtitle": Space(84, 340, 760, 90, (28, 26, 24, 22, 20)),
    },
    "section": {
        "title": Space(84, 160, 780, 150, (50, 46, 42, 38, 34)),
        "subtitle": Space(84, 330, 760, 80, (26, 24, 22, 20)),
    },
    "content": {"title": _TITLE, "points": Space(54, 140, 852, 334, _BODY, 16, 30)},
    "two-columns": {
        "title": _TITLE,
        "left-title": Space(54, 134, 404, 46, _COLUMN),
        "left": Space(54, 186, 404, 288, _COLUMN, 12, 24),
        "right-title": Space(502, 134, 404, 46, _COLUMN),
        "right": Space(502, 186, 404, 288, _COLUMN, 12, 24),
    },
    "figure": {"title": _TITLE._replace(top=26, height=72), "figure": Space(54, 106, 852, 384, ())},
    "big-number": {
        "title": _TITLE,
        "number": Space(54, 140, 852, 180, (150, 130, 110, 96, 80, 66, 54, 44, 36)),
        "caption": Space(54, 334, 800, 140, _BODY[2:]),
    },
    "case": {
        "title": _TITLE,
        "case": Space(84, 168, 318, 274, (44, 40, 36, 34, 32, 30, 28, 26, 24, 22)),
        "text": Space(462, 150, 444, 310, _BODY, 10),
    },
    "question": {
        "title": Space(84, 64, 780, 64, (30, 28, 26, 24, 22, 20)),
        "text": Space(84, 150, 792, 300, (56, 52, 48, 44, 40, 36, 32, 28, 26)),
    },
}
"""By layout and part. Every format keeps to them."""


def size_for(space: Space, paragraphs: Sequence[str]) -> int | None:
    """The largest letters with which the paragraphs fit; None when even the smallest do not."""
    for size in space.sizes:
        lines = sum(len(wrap(text, size, space.width - space.indent)) or 1 for text in paragraphs)
        if lines * size * LINE + (len(paragraphs) - 1) * space.gap <= space.height:
            return size
    return None


def scale_for(space: Space, width: float, height: float) -> float:
    """How much a drawing is made smaller or larger to fit."""
    return min(space.width / width, space.height / height)
