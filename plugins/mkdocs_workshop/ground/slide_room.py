"""The room on a slide: where each part stands, and the largest letters with which it fits. In points; a slide is 960 by 540."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .slide_letters import widest
from .slide_shapes import columns_for, grid, vote_cells

WIDTH, HEIGHT = 960, 540
LINE = 1.26
"""Height of a line, as a share of the letters: that of Source Sans 3, the tallest of the fonts that a slide may meet."""
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
    bold: bool = False
    """Bold letters are wider."""
    light: bool = False
    """White on the colour of the theme."""


_TITLE = Space(54, 26, 852, 94, (42, 40, 38, 36, 34, 32, 30, 28, 26, 24), bold=True)
_BODY = (36, 34, 32, 30, 28, 26, 24, 22, 20, 18)
_COLUMN = (30, 28, 26, 24, 22, 20, 18)
_HEAD = _COLUMN[1:]
_LARGE = (52, 48, 44, 40, 36, 34, 32, 30, 28, 26, 24)


def _fixed() -> dict[str, dict[str, Space]]:
    return {
        "title": {
            "title": Space(84, 150, 780, 170, (58, 52, 48, 44, 40, 36, 32), bold=True, light=True),
            "subtitle": Space(84, 340, 760, 90, (28, 26, 24, 22, 20), light=True),
        },
        "section": {
            "title": Space(84, 150, 780, 160, (50, 46, 42, 38, 34, 30), bold=True, light=True),
            "subtitle": Space(84, 330, 760, 80, (26, 24, 22, 20), light=True),
        },
        "opener": {
            "title": Space(84, 150, 500, 220, (46, 42, 38, 34, 30, 28, 26, 24), bold=True, light=True),
            "subtitle": Space(84, 390, 500, 60, (32, 28, 26, 24), light=True),
        },
        "content": {"title": _TITLE, "points": Space(54, 140, 852, 334, _BODY, 16, 30)},
        "two-columns": {
            "title": _TITLE,
            "left-title": Space(54, 134, 404, 46, _COLUMN[1:], bold=True),
            "left": Space(54, 186, 404, 288, _COLUMN, 12, 24),
            "right-title": Space(502, 134, 404, 46, _COLUMN[1:], bold=True),
            "right": Space(502, 186, 404, 288, _COLUMN, 12, 24),
        },
        "contrast": {
            "title": _TITLE,
            "left-title": Space(122, 146, 336, 58, _HEAD, bold=True),
            "left": Space(74, 214, 380, 256, _BODY, 14),
            "right-title": Space(557, 146, 336, 58, _HEAD, bold=True, light=True),
            "right": Space(509, 214, 380, 256, _BODY, 14, light=True),
        },
        "pair": {
            "title": _TITLE,
            "left-title": Space(74, 138, 380, 58, _HEAD, bold=True, light=True),
            "left": Space(74, 214, 380, 256, _BODY, 14),
            "right-title": Space(509, 138, 380, 58, _HEAD, bold=True, light=True),
            "right": Space(509, 214, 380, 256, _BODY, 14),
        },
        "voices": {
            "title": _TITLE,
            "left-title": Space(78, 148, 370, 56, _HEAD, bold=True),
            "left": Space(78, 210, 370, 190, _BODY, 12),
            "right-title": Space(513, 148, 370, 56, _HEAD, bold=True, light=True),
            "right": Space(513, 210, 370, 190, _BODY, 12, light=True),
        },
        "figure": {"title": _TITLE._replace(top=22, height=78), "figure": Space(54, 102, 852, 378, ())},
        "figure-words": {
            "title": _TITLE,
            "figure": Space(54, 130, 530, 344, ()),
            "points": Space(622, 134, 284, 340, _COLUMN, 18),
        },
        "big-number": {
            "title": _TITLE,
            "number": Space(54, 140, 852, 180, (150, 130, 110, 96, 80, 66, 54, 44, 36), bold=True),
            "caption": Space(54, 334, 800, 140, _BODY[2:]),
        },
        "number-pair": {
            "title": _TITLE,
            "left-number": Space(54, 150, 404, 150, (110, 96, 80, 66, 54, 44, 36, 30), bold=True),
            "left-caption": Space(54, 314, 404, 160, _COLUMN),
            "right-number": Space(502, 150, 404, 150, (110, 96, 80, 66, 54, 44, 36, 30), bold=True),
            "right-caption": Space(502, 314, 404, 160, _COLUMN),
        },
        "case": {
            "title": _TITLE,
            "case": Space(84, 168, 318, 274, (44, 40, 36, 34, 32, 30, 28, 26, 24, 22, 20, 18), bold=True),
            "text": Space(462, 150, 444, 310, _BODY, 10),
        },
        "question": {
            "title": Space(232, 46, 674, 84, (30, 28, 26, 24, 22, 20), bold=True),
            "text": Space(232, 150, 674, 320, (*_LARGE, 22, 20)),
        },
    }


def _points(count: int) -> dict[str, dict[str, Space]]:
    """The layouts in which each of so many points has a place of its own."""
    made: dict[str, list[Space]] = {}
    if count > 4:
        cells = grid(count, 3, 14)
        made["steps"] = [Space(c.left + 60, c.top + 14, c.width - 70, c.height - 24, _COLUMN) for c in cells]
    else:
        cells = grid(count, count, 20, top=206)
        made["steps"] = [Space(c.left + 14, c.top + 14, c.width - 26, c.height - 26, _COLUMN) for c in cells]
    cells = grid(count, columns_for(count), 18)
    made["cards"] = [Space(c.left + 18, c.top + 24, c.width - 34, c.height - 36, _BODY) for c in cells]
    rows = grid(count, 1, 0)
    made["timeline"] = [Space(c.left + 56, c.top + 3, c.width - 56, c.height - 6, _BODY[2:]) for c in rows]
    made["checklist"] = [Space(c.left + 56, c.top + 3, c.width - 56, c.height - 8, _BODY[2:]) for c in rows]
    bars = grid(count, 1, 12)
    made["board"] = [Space(c.left + 30, c.top + 2, c.width - 44, c.height - 4, _BODY[2:]) for c in bars]
    boxes = vote_cells(count)
    made["vote"] = [Space(c.left + 76, c.top + 6, c.width - 90, c.height - 12, _BODY[1:]) for c in boxes]
    spaces = {name: _numbered(places) for name, places in made.items()}
    lines = grid(count, 1, 0, top=140)
    large = [Space(112, c.top + 4, 790, c.height - 8, _LARGE, light=True) for c in lines]
    small = Space(84, 40, 800, 84, (30, 28, 26, 24, 22, 20), bold=True, light=True)
    return spaces | {"statement": {**_numbered(large), "title": small}}


def _numbered(places: Sequence[Space]) -> dict[str, Space]:
    return {"title": _TITLE, **{f"point-{number}": place for number, place in enumerate(places, 1)}}


SPACES = _fixed() | {
    f"{name}-{count}": spaces
    for count in range(1, 7)
    for name, spaces in _points(count).items()
    if (count > 1 or name == "statement") and (count <= 4 or name != "statement")
}
"""By layout and part. Every format keeps to them. A layout with places for points has an entry a count, as `steps-4`."""
DIAL = Space(640, 130, 250, 250, ())
"""The clock on the slide that opens a session."""
_SIDE = re.compile(r"^(left|right)|\d$")
"""What differs in the names of parts that look alike."""
_MAY_END = re.compile(r"(?<=[-–—/])(?=\w)|[ \t\n]+")  # not the no-break spaces, which hold "10 mg" together


def size_for(space: Space, paragraphs: Sequence[str]) -> int | None:
    """The largest letters with which the paragraphs fit in each of the fonts; None when even the smallest do not."""
    for size in space.sizes:
        room = (space.width - space.indent) * 1000 / size
        counts = [_lines(text, room, space.bold) for text in paragraphs]
        height = sum(count or 0 for count in counts) * size * LINE + (len(paragraphs) - 1) * space.gap
        if None not in counts and height <= space.height:
            return size
    return None


def sizes_for(layout: str, parts: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The size of each part. Parts of one kind, as the points of a slide or its two sides, have the same.

    What fits with no size gets the smallest; a rule has refused it before.

    `sizes_for("title", {"title": ["First aid"]})` gives `{"title": 58}`.
    """
    sizes = {
        part: size_for(SPACES[layout][part], paragraphs) or SPACES[layout][part].sizes[-1]
        for part, paragraphs in parts.items()
        if paragraphs
    }
    kinds = {part: _SIDE.sub("", part) for part in sizes}
    return {part: min(sizes[other] for other in sizes if kinds[other] == kinds[part]) for part in sizes}


def _lines(text: str, room: float, bold: bool) -> int | None:
    """In how many lines Office sets a text: as much as fits in each. None when a word alone is wider than the room."""
    lines, used = 1, 0
    gap = widest(" ", bold)
    for word in filter(None, _MAY_END.split(text.replace("\u00ad", ""))):
        width = widest(word, bold)
        if width > room:
            return None
        if used and used + gap + width > room:
            lines, used = lines + 1, width
        else:
            used += width + (gap if used else 0)
    return lines


def scale_for(space: Space, width: float, height: float) -> float:
    """How much a drawing is made smaller or larger to fit."""
    return min(space.width / width, space.height / height)
