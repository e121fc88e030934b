"""Shapes: lines with round ends and areas with round corners, and the few sums that put them in place."""

import math
from collections.abc import Sequence
from typing import NamedTuple

Point = tuple[float, float]


class Shape(NamedTuple):
    """A line of a width, or an area with round corners when it is closed."""

    points: list[Point]
    width: float
    closed: bool = False


def limb(*points: Point, w: float = 14.0) -> Shape:
    """A line with round ends: an arm, a leg, a finger."""
    return Shape(list(points), w)


def area(*points: Point, w: float = 4.0) -> Shape:
    """A filled area; `w` rounds its corners."""
    return Shape(list(points), w, closed=True)


def disc(at: Point, r: float) -> Shape:
    """A filled circle."""
    return Shape([at, (at[0] + 0.2, at[1])], 2 * r)


def along(a: Point, b: Point, t: float) -> Point:
    """The point at a share of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def angle(a: Point, b: Point) -> float:
    """The direction from a to b in degrees; 0 is to the right, 90 is down."""
    return math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))


def polar(centre: Point, r: float, degrees: float) -> Point:
    """The point at a distance and in a direction from a centre."""
    return (centre[0] + r * math.cos(math.radians(degrees)), centre[1] + r * math.sin(math.radians(degrees)))


def arc(centre: Point, r: float, start: float, end: float, steps: int = 14) -> list[Point]:
    """Points on a circle from one direction to another."""
    return [polar(centre, r, start + (end - start) * index / steps) for index in range(steps + 1)]


def move(
    shapes: Sequence[Shape], at: Point = (0, 0), turn: float = 0.0, scale: float = 1.0, *, flip: bool = False
) -> list[Shape]:
    """Shapes drawn around (0, 0), put where they belong; `flip` mirrors them before they are turned."""
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def one(p: Point) -> Point:
        x, y = p[0] * scale, p[1] * scale * (-1 if flip else 1)
        return (at[0] + x * c - y * s, at[1] + x * s + y * c)

    return [Shape([one(p) for p in shape.points], shape.width * scale, shape.closed) for shape in shapes]


def soft(points: Sequence[Point], steps: int = 5) -> list[Point]:
    """A closed curve through points (Catmull-Rom), as points."""
    out: list[Point] = []
    n = len(points)
    for i in range(n):
        p0, p1, p2, p3 = (points[(i + k - 1) % n] for k in range(4))
        for k in range(steps):
            t = k / steps
            x, y = (
                0.5
                * (
                    2 * p1[d]
                    + (p2[d] - p0[d]) * t
                    + (2 * p0[d] - 5 * p1[d] + 4 * p2[d] - p3[d]) * t * t
                    + (3 * p1[d] - p0[d] - 3 * p2[d] + p3[d]) * t**3
                )
                for d in (0, 1)
            )
            out.append((x, y))
    return out


def bend(a: Point, b: Point, first: float, second: float, side: float = 1) -> Point:
    """The joint between a and b for two bones, an elbow or a knee; the sign of `side` says to which side it bends."""
    whole = math.dist(a, b) or 0.01
    d = min(whole, (first + second) * 0.999)
    x = (first**2 - second**2 + d * d) / (2 * d)
    h = math.sqrt(max(first**2 - x * x, 0)) * (1 if side > 0 else -1)
    ux, uy = (b[0] - a[0]) / whole, (b[1] - a[1]) / whole
    return (a[0] + ux * x - uy * h, a[1] + uy * x + ux * h)
