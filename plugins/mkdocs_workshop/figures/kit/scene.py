"""A scene: what is drawn, in the order in which it is drawn, as elements of SVG."""

from collections.abc import Callable, Sequence
from math import cos, pi, radians, sin

from .inks import AMBER, DETAIL, INK, LINE, MOVE, PAPER, SOFT
from .shapes import Point, Shape, angle, arc


def number(value: float) -> str:
    """A length with one decimal at most: a drawing is sent over slow lines. `number(3.14159)` gives `"3.1"`."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def way(points: Sequence[Point], *, closed: bool = False) -> str:
    """Straight lines through points, as the `d` of a path."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + ("Z" if closed else "")


class Scene:
    """A picture of a width and a height in units. `name` begins the ids inside, so that two pictures never share one."""

    def __init__(self, name: str, width: float = 240, height: float = 190) -> None:
        self.name = name
        self.width = width
        self.height = height
        self.parts: list[str] = []
        self._clips = 0

    def raw(self, *elements: str) -> "Scene":
        """Elements as they are."""
        self.parts += elements
        return self

    def path(
        self,
        points: Sequence[Point],
        *,
        closed: bool = False,
        fill: str = "none",
        ink: str = INK,
        w: float = LINE,
        dash: str = "",
    ) -> "Scene":
        """A line through points, or an area."""
        stroke = f' stroke="{ink}" stroke-width="{number(w)}"' if w else ""
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        return self.raw(f'<path d="{way(points, closed=closed)}" fill="{fill}"{stroke}{dashed}/>')

    def mass(self, shapes: Sequence[Shape], fill: str = PAPER, line: float = LINE, ink: str = INK) -> "Scene":
        """Several shapes as one body: all of them in ink, a line wider, then all of them in the fill.

        That gives one clean contour around any union of limbs.
        """
        if line:
            for points, w, closed in shapes:
                self.path(points, closed=closed, fill=ink if closed else "none", ink=ink, w=w + 2 * line)
        for points, w, closed in shapes:
            self.path(points, closed=closed, fill=fill if closed else "none", ink=fill, w=w)
        return self

    def circle(self, at: Point, r: float, fill: str = "none", ink: str = INK, w: float = LINE) -> "Scene":
        """A circle; without an outline when `w` is 0."""
        stroke = f' stroke="{ink}" stroke-width="{number(w)}"' if w else ""
        return self.raw(f'<circle cx="{number(at[0])}" cy="{number(at[1])}" r="{number(r)}" fill="{fill}"{stroke}/>')

    def box(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        r: float = 4,
        *,
        fill: str = PAPER,
        ink: str = INK,
        line: float = LINE,
        dash: str = "",
    ) -> "Scene":
        """A rectangle with round corners."""
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        stroke = f' stroke="{ink}" stroke-width="{number(line)}"' if line else ""
        place = f'x="{number(x)}" y="{number(y)}" width="{number(w)}" height="{number(h)}" rx="{number(r)}"'
        return self.raw(f'<rect {place} fill="{fill}"{stroke}{dashed}/>')

    def arrow(self, *points: Point, ink: str = AMBER, w: float = MOVE) -> "Scene":
        """Movement: always amber and thick, with a white edge, so that it reads over anything."""
        (x, y), t = points[-1], radians(angle(points[-2], points[-1]))
        head = [(x + 15 * cos(t + a), y + 15 * sin(t + a)) for a in (pi * 0.8, -pi * 0.8)]
        for colour, width in ((PAPER, w + 5), (ink, w)):
            self.path(points, ink=colour, w=width)
            self.path([head[0], (x, y), head[1]], ink=colour, w=width)
        return self

    def turn(self, centre: Point, r: float, start: float, end: float) -> "Scene":
        """A movement around a centre."""
        return self.arrow(*arc(centre, r, start, end))

    def inside(self, shape: str, draw: Callable[["Scene"], object]) -> "Scene":
        """What `draw` draws, only inside of a shape: hair on a head, stripes on a seat. `shape` is an element of SVG."""
        self._clips += 1
        id_ = f"{self.name}-{self._clips}"
        self.raw(f'<clipPath id="{id_}">{shape}</clipPath><g clip-path="url(#{id_})">')
        draw(self)
        return self.raw("</g>")

    def inside_circle(self, at: Point, r: float, draw: Callable[["Scene"], object]) -> "Scene":
        """The same inside of a circle."""
        return self.inside(f'<circle cx="{number(at[0])}" cy="{number(at[1])}" r="{number(r)}"/>', draw)

    def inside_path(self, points: Sequence[Point], draw: Callable[["Scene"], object]) -> "Scene":
        """The same inside of an area."""
        return self.inside(f'<path d="{way(points, closed=True)}"/>', draw)

    def placed(self, x: float, y: float, scale: float, draw: Callable[["Scene"], object]) -> "Scene":
        """What `draw` draws, moved and scaled."""
        self.raw(f'<g transform="translate({number(x)} {number(y)}) scale({scale:g})">')
        draw(self)
        return self.raw("</g>")

    def floor(self, y: float, x0: float = 10, x1: float | None = None) -> "Scene":
        """A line to stand on."""
        return self.path([(x0, y), (self.width - 10 if x1 is None else x1, y)], ink=SOFT, w=DETAIL)

    def element(self, x: float, y: float, width: float) -> str:
        """The picture as a group at a place of a larger drawing, `width` wide."""
        place = f'transform="translate({number(x)} {number(y)}) scale({width / self.width:.4g})"'
        return f'<g {place} stroke-linecap="round" stroke-linejoin="round">{"".join(self.parts)}</g>'

    def svg(self, alt: str = "") -> str:
        """The picture as an SVG of its own; hidden from readers of the screen where the words stand beside it."""
        role = f'role="img" aria-label="{alt}"' if alt else 'aria-hidden="true"'
        size = f'viewBox="0 0 {number(self.width)} {number(self.height)}"'
        body = "".join(self.parts)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {role} {size}>'
            f'<g stroke-linecap="round" stroke-linejoin="round">{body}</g></svg>'
        )
