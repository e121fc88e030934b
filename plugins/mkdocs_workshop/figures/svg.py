"""Elements of SVG as single lines of text, always with the same digits."""

import re
from collections.abc import Sequence
from html import escape

from ..ground.lettering import Block
from .colours import RADIUS

Point = tuple[float, float]

# XML can not hold them, not even escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BEND = 10.0


def number(value: float) -> str:
    """Write a length with two decimals at most. `number(3.14159)` gives `"3.14"`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def words(text: str) -> str:
    """Write a text so that no letter of it is read as markup. `words("Tom & Ann")` gives `"Tom &amp; Ann"`."""
    return escape(_FORBIDDEN.sub("", text))


def element(name: str, content: str | None = None, /, **attributes: str | float) -> str:
    """Write an element; `data_step` becomes `data-step`.

    The declarations of `style` become attributes of their own, `fill:none` becomes `fill="none"`: a site can then forbid styles
    inside of pages, and with them those that somebody has smuggled in.
    """
    style = str(attributes.pop("style", ""))
    for declaration in filter(None, style.split(";")):
        key, _, value = declaration.partition(":")
        attributes[key.strip()] = value.strip()
    parts = [
        f'{key.replace("_", "-")}="{words(given) if isinstance(given, str) else number(given)}"'
        for key, given in attributes.items()
    ]
    opening = " ".join([name, *parts])
    return f"<{opening}/>" if content is None else f"<{opening}>{content}</{name}>"


def box(left: float, top: float, width: float, height: float, style: str, radius: float = RADIUS) -> str:
    """Draw a rounded rectangle.

    `box(0, 0, 10, 5, "fill:none", 2)` gives `'<rect x="0" y="0" width="10" height="5" rx="2" fill="none"/>'`.
    """
    return element("rect", x=left, y=top, width=width, height=height, rx=radius, style=style)


def line(start: Point, end: Point, style: str) -> str:
    """Draw a straight line."""
    return element("line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], style=style)


def disc(centre: Point, radius: float, style: str) -> str:
    """Draw a filled circle."""
    return element("circle", cx=centre[0], cy=centre[1], r=radius, style=style)


def text(block: Block, x: float, top: float, colour: str, anchor: str = "start") -> str:
    """Draw the lines of a text, the first one below `top`; empty if there are none."""
    if not block.lines:
        return ""
    face = block.face
    # The middle of a capital letter, a third of the size above its foot, stands in the middle of its line.
    foot = top + face.leading / 2 + face.size * 0.33
    spans = "".join(
        element("tspan", words(content), x=x, y=foot + row * face.leading) for row, content in enumerate(block.lines)
    )
    style = f"font-size:{number(face.size)}px;font-weight:{face.weight};fill:{colour};text-anchor:{anchor}"
    return element("text", spans, style=style)


def route(points: Sequence[Point]) -> str:
    """Describe a way through points, with rounded bends."""
    parts = [f"M{_pair(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        bend = min(_BEND, _distance(before, corner) / 2, _distance(corner, after) / 2)
        parts.append(f"L{_pair(_towards(corner, before, bend))}")
        parts.append(f"Q{_pair(corner)} {_pair(_towards(corner, after, bend))}")
    parts.append(f"L{_pair(points[-1])}")
    return " ".join(parts)


def head(before: Point, tip: Point, size: float = 6.0) -> str:
    """Describe an open arrow head at `tip`, for one who comes from `before`."""
    back = _towards(tip, before, size)
    across, along = back[0] - tip[0], back[1] - tip[1]
    sides = ((back[0] - along * 0.8, back[1] + across * 0.8), (back[0] + along * 0.8, back[1] - across * 0.8))
    return f"M{_pair(sides[0])} L{_pair(tip)} L{_pair(sides[1])}"


def _pair(point: Point) -> str:
    return f"{number(point[0])},{number(point[1])}"


def _distance(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(start: Point, goal: Point, length: float) -> Point:
    whole = _distance(start, goal) or 1.0
    return start[0] + (goal[0] - start[0]) * length / whole, start[1] + (goal[1] - start[1]) * length / whole
