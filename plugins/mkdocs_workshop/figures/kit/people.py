"""People: a dress and a head for each, standing, or head and shoulders alone."""

import math
from typing import Literal, NamedTuple

from .inks import (
    AMBER,
    AMBER_TINT,
    DETAIL,
    HAIR,
    HINT,
    INK,
    LINE,
    MOSS_TINT,
    NAVY,
    PAPER,
    PLUM,
    PLUM_TINT,
    SKIN,
    SOFT,
    TEAL,
    TEAL_TINT,
    TROUSERS,
)  # fmt: skip
from .scene import Scene
from .shapes import Point, along, arc, area, bend, disc, limb, move, soft

Dress = Literal["officer", "worker", "woman", "man", "young", "nurse", "coat", "elder"]


class _Dress(NamedTuple):
    coat: str
    legs: str
    head: str
    pattern: str
    """Tells them apart in a grey copy."""
    long: bool = False


_DRESSES: dict[Dress, _Dress] = {
    "officer": _Dress(NAVY, TROUSERS, "cap", "uniform"),
    "worker": _Dress(TEAL, SOFT, "hair", "vest"),
    "woman": _Dress(PLUM, PLUM, "scarf", "dots", long=True),
    "man": _Dress(MOSS_TINT, SOFT, "short", "collar"),
    "young": _Dress(AMBER_TINT, SOFT, "hoodie", "stripes"),
    "nurse": _Dress(PAPER, TEAL_TINT, "bun", "collar", long=True),
    "coat": _Dress(HAIR, SOFT, "beanie", "plain"),
    "elder": _Dress(SOFT, HAIR, "felt", "collar"),
}
_DARK = frozenset({NAVY, TEAL, PLUM, SOFT})


def head(scene: Scene, at: Point, r: float, kind: str, skin: str, side: int = 1) -> None:
    """A head without a face: hair, cap or scarf say who it is. `side`: 1 looks right, -1 left, 0 towards us."""
    x, y = at
    if kind == "scarf":
        cloth = area((x - r * 0.9, y), (x + r * 0.9, y), (x + r * 1.25, y + r * 1.7), (x - r * 1.25, y + r * 1.7), w=4)
        scene.mass([disc((x, y), r), cloth], PLUM_TINT)
        scene.mass([disc((x + side * r * 0.22, y + r * 0.05), r * 0.68)], skin, DETAIL)
        return
    if kind == "hoodie":  # the hood lies on the shoulders
        scene.mass([limb((x - r * 0.95, y + r * 1.25), (x + r * 0.95, y + r * 1.25), w=r * 0.9)], AMBER_TINT)
    if kind == "bun":
        scene.mass([disc((x - side * r * 0.95, y - r * 0.55), r * 0.45)], INK)
    scene.mass([disc((x, y), r)], skin)
    if kind in ("hair", "bun", "short", "hoodie"):
        low = {"hair": 0.75, "bun": 0.1}.get(kind, -0.1)
        hair = [
            (x - 2 * r * side, y - 2 * r), (x + 2 * r * side, y - 2 * r), (x + side * r * 1.1, y - r * 0.25),
            (x + side * r * 0.55, y - r * 0.5), (x - side * r * 0.1, y - r * 0.42), (x - side * r * 0.5, y - r * 0.05),
            (x - side * r * 0.58, y + r * low), (x - side * r * 1.2, y + r * low),
        ]  # fmt: skip
        scene.inside_circle(at, r + 1, lambda s: s.path(hair, closed=True, fill=INK, w=1))
    if kind == "beanie":
        dome = [
            (x + r * 1.02 * math.cos(math.radians(q)), y - r * 0.3 + r * 0.95 * math.sin(math.radians(q)))
            for q in range(180, 361, 12)
        ]
        scene.mass([area(*dome, w=2)], SOFT)
        scene.mass([limb((x - r * 0.95, y - r * 0.3), (x + r * 0.95, y - r * 0.3), w=r * 0.32)], INK, 1)
    if kind == "felt":  # a felt cap with a dark rim
        crown = area(
            (x - r * 0.85, y - r * 0.5),
            (x + r * 0.85, y - r * 0.5),
            (x + r * 0.3, y - r * 1.55),
            (x - r * 0.3, y - r * 1.55),
            w=4,
        )
        scene.mass([crown], PAPER)
        scene.mass([limb((x - r, y - r * 0.42), (x + r, y - r * 0.42), w=4)], INK, 1.5)
    if kind == "cap":
        top = area(
            (x - r * 0.95, y - r * 0.45),
            (x + r * 0.95, y - r * 0.45),
            (x + r * 1.2, y - r * 1.25),
            (x - r * 1.2, y - r * 1.25),
            w=3,
        )
        scene.mass([top], NAVY)
        scene.path([(x - r * 0.95, y - r * 0.5), (x + r * 0.95, y - r * 0.5)], ink=PAPER, w=DETAIL)
        peak = limb(
            (x + (side or -0.6) * r * 0.1, y - r * 0.3),
            (x + (side or 0.6) * r * (1.3 if side else 1), y - r * 0.25),
            w=3,
        )
        scene.mass([peak], INK, 1.5)
        scene.circle((x + side * r * 0.45, y - r * 0.85), r * 0.16, AMBER, PAPER, 1.5)


def person(
    scene: Scene,
    x: float,
    ground: float,
    h: float = 150,
    dress: Dress = "officer",
    side: int = 1,
    *,
    near: Point | None = None,
    far: Point | None = None,
    skin: str = SKIN[0],
    bust: bool = False,
) -> None:
    """A standing person. `near` and `far` say where the two hands are; at ease if left out. `bust`: head and shoulders."""
    d, u = _DRESSES[dress], h / 150
    hip, shoulder = ground - 66 * u, ground - 112 * u

    def reached(from_x: float, target: Point, which: int) -> None:
        start = (from_x, shoulder)
        elbow = bend(start, target, 28 * u, 26 * u, side if target[1] < ground - 80 * u else which * side)
        end = along(start, target, min(1.0, 53 * u / max(math.dist(start, target), 0.1)))
        scene.mass([disc(end, 6.2 * u)], skin)
        scene.mass([limb(start, elbow, along(elbow, end, 0.82), w=10.5 * u)], d.coat)

    if bust:
        torso = area(
            (x - 9 * u, ground - 113 * u), (x + 9 * u, ground - 113 * u), (x + 24 * u, ground - 107 * u), (x + 27 * u, ground - 60 * u),
            (x - 27 * u, ground - 60 * u), (x - 24 * u, ground - 107 * u), w=7 * u,
        )  # fmt: skip
    else:
        torso = area(
            (x - 17 * u + 2, shoulder), (x + 17 * u - 2, shoulder), (x + 15 * u, hip), (x - 15 * u, hip), w=10 * u
        )
        for k in (-1, 1):
            leg = limb(
                (x + k * 8 * u, hip), (x + k * 9 * u, ground - 34 * u), (x + k * 10 * u, ground - 5 * u), w=14 * u
            )
            scene.mass([leg], d.legs)
            scene.mass(
                [limb((x + k * 9 * u, ground - 3 * u), (x + k * 9 * u + side * 8 * u, ground - 3 * u), w=6.5 * u)],
                INK,
                1,
            )
        if d.long:
            skirt = area(
                (x - 14 * u, hip - 6 * u),
                (x + 14 * u, hip - 6 * u),
                (x + 20 * u, ground - 30 * u),
                (x - 20 * u, ground - 30 * u),
                w=8 * u,
            )
            scene.mass([skirt], d.coat)
        reached(x - side * 17 * u, far or (x - side * 23 * u, ground - 59.5 * u), -1)
    scene.mass([limb((x, ground - 118 * u), (x, ground - 126 * u), w=11 * u)], skin)
    scene.mass([torso], d.coat)
    _pattern(scene, x, ground, u, d, side, bust=bust)
    if not bust:
        reached(x + side * 17 * u, near or (x + side * 23 * u, ground - 59.5 * u), 1)
    head(scene, (x, ground - 138 * u), 13 * u, d.head, skin, side)


def _pattern(scene: Scene, x: float, ground: float, u: float, d: _Dress, side: int, *, bust: bool) -> None:
    inner = PAPER if d.coat in _DARK else INK
    if d.pattern == "dots":
        for r in range(3 if bust else 7):
            for c in range(3):
                scene.circle((x + (c - 1) * 10 * u + (r % 2) * 5 * u, ground - (102 - r * 11) * u), 1.7 * u, PAPER, w=0)
    if d.pattern == "stripes":
        for r in range(4):
            y = ground - (104 - r * 10) * u
            scene.path([(x - 17 * u, y), (x + 17 * u, y)], ink=AMBER, w=DETAIL * 1.4 * u)
    if d.pattern == "vest":  # outreach: light bands
        for k in (-1, 1):
            scene.path([(x + k * 10 * u, ground - 116 * u), (x + k * 10 * u, ground - 64 * u)], ink=PAPER, w=5 * u)
        scene.path([(x - 18 * u, ground - 84 * u), (x + 18 * u, ground - 84 * u)], ink=PAPER, w=5 * u)
    if d.pattern == "uniform":  # of no real service
        scene.path([(x, ground - 112 * u), (x, ground - 70 * u)], ink=inner, w=HINT)
        scene.path([(x - 16 * u, ground - 69 * u), (x + 16 * u, ground - 69 * u)], ink=inner, w=DETAIL)
        b = x - side * 9.5 * u
        scene.mass(
            [area((b - 2.5 * u, ground - 102 * u), (b + 2.5 * u, ground - 102 * u), (b, ground - 96 * u), w=2)],
            AMBER,
            1,
            PAPER,
        )
    if d.pattern == "collar":
        scene.path(
            [(x - 6 * u, ground - 117 * u), (x, ground - 100 * u), (x + 6 * u, ground - 117 * u)], ink=inner, w=DETAIL
        )
        scene.path([(x, ground - 100 * u), (x, ground - 68 * u)], ink=inner, w=HINT)


_PROFILE: tuple[Point, ...] = (
    (2, -27), (17, -22), (24, -10), (23, -2), (25, 2), (34, 12), (32, 15), (25, 16), (27, 20), (25, 23), (26, 26), (23, 33),
    (13, 37), (3, 34), (-6, 33), (-18, 22), (-26, 6), (-25, -12), (-14, -23),
)  # fmt: skip
_WIG: tuple[Point, ...] = ((24, -40), (19, -17), (8, -14), (2, -4), (-5, 0), (-8, 12), (-14, 24), (-40, 24), (-40, -40))


def profile(scene: Scene, at: Point, turn: float, skin: str, scale: float = 1.0, *, flip: bool = False) -> None:
    """A head from the side, only where the airway matters: forehead, nose, chin; no eye, no mouth."""
    outline = soft(_PROFILE, 4)

    def put(points: "list[Point] | tuple[Point, ...]") -> list[Point]:
        return move([limb(*points)], at, turn, scale, flip=flip)[0].points

    scene.mass([area(*put(outline), w=1)], skin)
    wig, grown = put(_WIG), put([(x * 1.04, y * 1.04) for x, y in outline])
    scene.inside_path(grown, lambda s: s.path(wig, closed=True, fill=INK, w=1))
    scene.circle(put([(-4, 2)])[0], 4.5 * scale, skin, INK, DETAIL)


def bust(scene: Scene, at: Point, r: float, dress: Dress, side: int, skin: str, ground: str) -> None:
    """Head and shoulders in a circle."""
    scene.circle(at, r, ground, INK, DETAIL)
    scene.inside_circle(
        at, r - 1, lambda s: person(s, at[0], at[1] + r * 3.03, r * 3.83, dress, side, skin=skin, bust=True)
    )


def speech(scene: Scene, x: float, y: float, w: float, h: float, tail: Point) -> None:
    """An empty speech bubble; what is said stands beside the picture."""
    around = [(x, y), (x + w, y), (x + w, y + h), (x + w * 0.55, y + h), tail, (x + w * 0.38, y + h), (x, y + h)]
    scene.mass([area(*around, w=8)], PAPER, DETAIL)


def waves(
    scene: Scene, at: Point, start: float, end: float, radii: tuple[int, ...], ink: str, w: float = LINE, dash: str = ""
) -> None:
    """Sound or breath: arcs around a place."""
    for r in radii:
        scene.path(arc(at, r, start, end, 8), ink=ink, w=w, dash=dash)
