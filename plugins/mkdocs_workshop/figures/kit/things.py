"""Things: what is worn, held, carried and set down."""

from .hands import arm
from .inks import (
    AMBER,
    AMBER_TINT,
    DETAIL,
    GLOVE_IN,
    HAIR,
    HINT,
    INK,
    LIGHT,
    LINE,
    MOSS_TINT,
    NAVY,
    NAVY_TINT,
    PAPER,
    PLUM,
    PLUM_TINT,
    SKIN,
    SOFT,
    YELLOW,
)  # fmt: skip
from .scene import Scene
from .shapes import Point, Shape, along, area, limb, move, polar, soft


def _put(at: Point, turn: float, scale: float, *shapes: Shape) -> list[Shape]:
    return move(shapes, at, turn, scale)


def syringe(s: Scene, at: Point, turn: float, scale: float = 1.0) -> None:
    """A used syringe, its needle towards +x."""

    def put(*shapes: Shape) -> list[Shape]:
        return _put(at, turn, scale, *shapes)

    s.path(put(limb((34, 0), (58, 0)))[0].points, w=DETAIL)
    s.path(put(limb((-30, 0), (-46, 0)))[0].points, w=DETAIL * 1.6)
    s.path(put(limb((-46, -7), (-46, 7)))[0].points)
    s.mass(put(area((-28, -5), (26, -5), (26, 5), (-28, 5), w=3)))
    s.path(put(limb((-30, -11), (-30, 11)))[0].points)
    s.mass(put(area((27, -2), (33, -1), (33, 1), (27, 2), w=2)), AMBER, 1)
    for k in range(4):
        s.path(put(limb((-16 + k * 10, -5), (-16 + k * 10, 0)))[0].points, w=HINT)


def container(s: Scene, x: float, ground: float, u: float = 1.0, *, shut: bool = False) -> None:
    """The container for sharps, with a thick dark lid, so that it reads in grey."""
    w, h = 62 * u, 78 * u
    if shut:
        s.mass([area((x - w / 2 - 2, ground - h - 4 * u), (x + w / 2 + 2, ground - h - 4 * u), w=13 * u)], INK, 1)
    else:
        s.mass([area((x + w / 2 - 2, ground - h - 6 * u), (x + w / 2 + 26 * u, ground - h - 34 * u), w=6 * u)], INK, 1)
        s.mass([limb((x - w * 0.36, ground - h - 3 * u), (x + w * 0.36, ground - h - 3 * u), w=9 * u)], INK, 1.5)
    body = area(
        (x - w / 2 + 3, ground - h + 5 * u), (x + w / 2 - 3, ground - h + 5 * u), (x + w / 2 - 8 * u, ground - 4),
        (x - w / 2 + 8 * u, ground - 4), w=7 * u,
    )  # fmt: skip
    s.mass([body], YELLOW)
    label = area(
        (x - 19 * u, ground - 54 * u),
        (x + 19 * u, ground - 54 * u),
        (x + 17 * u, ground - 18 * u),
        (x - 17 * u, ground - 18 * u),
        w=3,
    )
    s.mass([label], PAPER, DETAIL)
    for k in (-90, 30, 150):  # the sign for such waste, simplified: three open rings
        s.circle(polar((x, ground - 35 * u), 7 * u, k), 6 * u, "none", INK, DETAIL)
    s.circle((x, ground - 35 * u), 2.4 * u, INK, w=0)
    s.path([(x - w / 2 + 4, ground - 66 * u), (x + w / 2 - 4, ground - 66 * u)], w=HINT, dash="5 4")


_CRUMPLED: tuple[Point, ...] = (
    (-16, -6), (-6, -16), (6, -12), (17, -14), (18, 0), (24, 14), (12, 12), (10, 26), (0, 14), (-8, 24), (-12, 12), (-22, 10),
)  # fmt: skip


def crumpled(s: Scene, at: Point, scale: float = 1.0) -> None:
    """A glove inside out."""
    x, y = at
    s.mass([area(*soft([(x + a * scale, y + b * scale) for a, b in _CRUMPLED], 4), w=1)], GLOVE_IN)
    for (ax, ay), (bx, by) in (((-6, -4), (-8, 8)), ((4, -4), (5, 8))):
        s.path([(x + ax * scale, y + ay * scale), (x + bx * scale, y + by * scale)], w=HINT)


def spray(s: Scene, at: Point, turn: float, scale: float = 1.0) -> None:
    """A nasal spray of no maker: nozzle towards +x, two wings, a plunger."""
    s.mass(_put(at, turn, scale, area((6, -4), (40, -3), (40, 3), (6, 4), w=4)))
    s.mass(_put(at, turn, scale, area((-2, -17), (6, -13), (6, 13), (-2, 17), w=5)), PLUM_TINT)
    s.mass(_put(at, turn, scale, area((-28, -6), (-6, -6), (-6, 6), (-28, 6), w=4)), PLUM)


def torch(s: Scene, at: Point, turn: float, scale: float = 1.0, beam: float = 90) -> None:
    """A torch and its beam, towards +x."""
    if beam:
        light = _put(at, turn, scale, area((20, -9), (beam, -34), (beam, 34), (20, 9)))[0].points
        s.path(light, closed=True, fill=LIGHT, ink=AMBER, w=HINT, dash="5 4")
    s.mass(_put(at, turn, scale, area((-34, -6), (6, -6), (18, -11), (18, 11), (6, 6), (-34, 6), w=4)), INK, 1)
    s.mass(_put(at, turn, scale, area((-14, -2), (-6, -2), w=4)), AMBER, 0)


def mirror(s: Scene, at: Point, turn: float, scale: float = 1.0) -> None:
    """A mirror on a handle."""
    s.mass(_put(at, turn, scale, limb((0, 0), (66, 0), w=4)), SOFT, 1.5)
    c = _put(at, turn, scale, limb((84, 0), (85, 0)))[0].points[0]
    s.circle(c, 18 * scale, NAVY_TINT)
    for k in (-5, 3):
        s.path([(c[0] - 8 * scale + k, c[1] + 6 * scale), (c[0] + 4 * scale + k, c[1] - 8 * scale)], ink=SOFT, w=HINT)


def tongs(s: Scene, pivot: Point, tip_a: Point, tip_b: Point) -> None:
    """Long tongs."""
    for tip, k in ((tip_a, 1), (tip_b, -1)):
        mid, reach = along(pivot, tip, 0.55), ((tip[0] - pivot[0]) ** 2 + (tip[1] - pivot[1]) ** 2) ** 0.5
        nx, ny = -(tip[1] - pivot[1]) / reach, (tip[0] - pivot[0]) / reach
        s.mass([limb(pivot, (mid[0] + nx * 9 * k, mid[1] + ny * 9 * k), tip, w=4.5)], SOFT, 1.5)
    s.circle(pivot, 5, PAPER, INK, DETAIL)


def bag(s: Scene, x: float, ground: float, u: float = 1.0, fill: str = MOSS_TINT) -> None:
    """A bag, open at the top."""
    s.path(
        [
            (x - 26 * u, ground - 62 * u),
            (x - 20 * u, ground - 92 * u),
            (x + 20 * u, ground - 92 * u),
            (x + 26 * u, ground - 62 * u),
        ],
        w=LINE * 1.3,
    )
    s.mass(
        [
            area(
                (x - 46 * u, ground - 60 * u),
                (x + 46 * u, ground - 60 * u),
                (x + 50 * u, ground - 6),
                (x - 50 * u, ground - 6),
                w=10 * u,
            )
        ],
        fill,
    )
    s.mass([limb((x - 40 * u, ground - 62 * u), (x + 40 * u, ground - 62 * u), w=11 * u)], INK, 1)
    s.mass(
        [
            area(
                (x - 16 * u, ground - 38 * u),
                (x + 16 * u, ground - 38 * u),
                (x + 16 * u, ground - 16 * u),
                (x - 16 * u, ground - 16 * u),
                w=4,
            )
        ],
        fill,
        DETAIL,
    )


def phone(s: Scene, at: Point, turn: float = -20, u: float = 1.0) -> None:
    """A telephone in a hand."""
    s.mass(_put(at, turn, u, area((-4, -10), (4, -10), (4, 10), (-4, 10), w=4)), INK, 1)


def clock(s: Scene, at: Point, r: float, minutes: float = 10) -> None:
    """A clock on the wall."""
    s.circle(at, r)
    s.circle(at, r - 1, PAPER, w=0)
    for k in range(12):
        s.path([polar(at, r * 0.78, k * 30), polar(at, r * 0.88, k * 30)], w=DETAIL)
    s.path([polar(at, r * 0.68, -90), at, polar(at, r * 0.52, minutes * 6 - 90)], w=LINE * 1.2)


def leaf(s: Scene, at: Point, turn: float = 0, u: float = 1.0, lines: int = 3, fill: str = PAPER) -> None:
    """A sheet of paper with some lines on it."""
    s.mass(_put(at, turn, u, area((-22, -28), (22, -28), (22, 28), (-22, 28), w=3)), fill, DETAIL)
    for k in range(lines):
        s.path(
            _put(at, turn, u, limb((-14, -16 + k * 11), (14 - (k % 2) * 9, -16 + k * 11)))[0].points, ink=SOFT, w=DETAIL
        )


def tap(s: Scene, dx: float = 0, dy: float = 0) -> None:
    """A tap and two hands below it."""

    def q(*points: Point) -> list[Point]:
        return [(x + dx, y + dy) for x, y in points]

    s.mass([limb(*q((206, 8), (206, 38), (166, 38), (166, 52)), w=13)], HAIR)
    s.mass([limb(*q((196, 6), (216, 6)), w=5)], INK, 1)
    for k in (-5, 0, 5):
        s.path(q((166 + k, 64), (166 + k * 1.4, 92)), ink=NAVY, w=DETAIL, dash="7 5")
    low, high = q((276, 150), (212, 128)), q((270, 108), (206, 108))
    arm(s, low[0], low[1], "flat", scale=0.8, flip=True, reach=0.4, skin=SKIN[1])
    arm(s, high[0], high[1], "flat", scale=0.8, reach=0.3, turn=172, skin=SKIN[1])
    for x, y, r in ((138, 92, 5), (128, 104, 7), (146, 142, 4), (158, 150, 6)):
        s.circle((x + dx, y + dy), r, PAPER, NAVY, DETAIL)


def waste(s: Scene, x: float, ground: float) -> None:
    """A waste bin, open."""
    s.mass(
        [area((x - 34, ground - 60), (x + 34, ground - 60), (x + 26, ground - 4), (x - 26, ground - 4), w=8)],
        AMBER_TINT,
    )
    s.mass([limb((x - 38, ground - 62), (x + 38, ground - 62), w=6)], INK, 1)


def case(s: Scene, x: float, ground: float, u: float = 1.0) -> None:
    """A first-aid case with a cross in a ring, no emblem."""
    s.path(
        [
            (x - 12 * u, ground - 52 * u),
            (x - 10 * u, ground - 64 * u),
            (x + 10 * u, ground - 64 * u),
            (x + 12 * u, ground - 52 * u),
        ],
        w=LINE * 1.2,
    )
    s.mass(
        [
            area(
                (x - 36 * u, ground - 48 * u),
                (x + 36 * u, ground - 48 * u),
                (x + 36 * u, ground - 6),
                (x - 36 * u, ground - 6),
                w=7 * u,
            )
        ],
        MOSS_TINT,
    )
    for a, b in (((-10, 0), (10, 0)), ((0, -10), (0, 10))):
        s.path([(x + a[0] * u, ground - 27 * u + a[1] * u), (x + b[0] * u, ground - 27 * u + b[1] * u)], w=5 * u)


def van(s: Scene, x: float, ground: float, u: float = 1.0) -> None:
    """An outreach van with its side window open."""
    s.mass(
        [
            area(
                (x - 70 * u, ground - 70 * u),
                (x + 34 * u, ground - 70 * u),
                (x + 66 * u, ground - 40 * u),
                (x + 70 * u, ground - 16 * u),
                (x - 70 * u, ground - 16 * u),
                w=10 * u,
            )
        ],
        NAVY_TINT,
    )
    s.box(x - 58 * u, ground - 64 * u, 52 * u, 26 * u, 3, fill=PAPER, line=DETAIL)
    s.path(
        [
            (x - 62 * u, ground - 66 * u),
            (x - 70 * u, ground - 84 * u),
            (x + 2 * u, ground - 84 * u),
            (x - 2 * u, ground - 66 * u),
        ],
        closed=True,
        fill=AMBER_TINT,
        w=DETAIL,
    )
    s.path([(x + 32 * u, ground - 66 * u), (x + 32 * u, ground - 42 * u), (x + 58 * u, ground - 42 * u)], w=DETAIL)
    for k in (-40, 42):
        s.circle((x + k * u, ground - 12 * u), 12 * u, INK, w=0)
        s.circle((x + k * u, ground - 12 * u), 5 * u, PAPER, w=0)


def house(s: Scene, x: float, ground: float, u: float = 1.0, fill: str = PAPER, door: str = AMBER_TINT) -> None:
    """A house with an open door and a sign of light above it."""
    s.mass(
        [
            area(
                (x - 50 * u, ground - 76 * u),
                (x, ground - 112 * u),
                (x + 50 * u, ground - 76 * u),
                (x + 50 * u, ground - 4),
                (x - 50 * u, ground - 4),
                w=5 * u,
            )
        ],
        fill,
    )
    s.box(x - 14 * u, ground - 52 * u, 28 * u, 52 * u - 2, 2, fill=door, line=DETAIL)
    for k in (-36, 22):
        s.box(x + k * u, ground - 62 * u, 14 * u, 18 * u, 2, fill=NAVY_TINT, line=DETAIL)
