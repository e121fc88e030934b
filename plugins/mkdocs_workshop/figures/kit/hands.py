"""Hands in five poses, bare or gloved, and arms with sleeves."""

import itertools
from collections.abc import Callable
from math import cos, radians, sin
from typing import Literal

from .inks import AMBER, DETAIL, INK, MOSS, NAVY, PAPER, PLUM, SKIN, SOFT, TEAL
from .scene import Scene
from .shapes import Point, Shape, along, angle, area, disc, limb, move

Pose = Literal["open", "flat", "point", "pinch", "fist"]
_DARK = frozenset({NAVY, TEAL, PLUM, MOSS, AMBER, SOFT})


def _pose(pose: Pose) -> tuple[Shape, list[Shape], Shape]:
    """Palm, four fingers (index first) and thumb around the wrist at (0, 0), fingers towards +x, thumb at -y."""
    palm = area((7, -8), (28, -11), (30, 10), (7, 8), w=15)
    match pose:
        case "open":
            return (
                palm,
                [
                    limb((30, -13), (50, -18), (65, -21), w=11),
                    limb((32, -5), (54, -6), (73, -7), w=11.5),
                    limb((32, 5), (54, 6), (70, 8), w=11),
                    limb((29, 13), (46, 18), (59, 21), w=9.5),
                ],
                limb((9, -10), (26, -26), (41, -33), w=12),
            )
        case "flat":
            return (
                palm,
                [
                    limb((30, -14), (48, -15), (63, -15), w=10.5),
                    limb((32, -5), (52, -5), (69, -5), w=11),
                    limb((32, 5), (52, 5), (66, 5), w=10.5),
                    limb((29, 13), (46, 14), (57, 14), w=9.5),
                ],
                limb((9, -10), (27, -25), (44, -27), w=11.5),
            )
        case "point":
            return (
                palm,
                [
                    limb((30, -14), (54, -15), (78, -15), w=11),
                    limb((30, -5), (42, -5), (36, -4), w=12),
                    limb((30, 5), (41, 5), (35, 5), w=12),
                    limb((29, 14), (38, 14), (33, 14), w=11),
                ],
                limb((9, -8), (28, -20), (40, -6), w=12),
            )
        case "pinch":
            return (
                palm,
                [
                    limb((28, -12), (50, -17), (66, 0), w=11.5),
                    limb((29, -3), (47, -5), (52, 8), w=11.5),
                    limb((28, 4), (42, 5), (45, 14), w=11),
                    limb((26, 10), (36, 13), (37, 19), w=10),
                ],
                limb((9, 8), (32, 22), (62, 8), w=12),
            )
        case "fist":
            return (
                palm,
                [
                    limb((28, -14), (45, -14), (38, -13), w=11.5),
                    limb((29, -5), (48, -5), (40, -4), w=11.5),
                    limb((29, 5), (47, 5), (39, 5), w=11.5),
                    limb((27, 14), (42, 14), (35, 14), w=11),
                ],
                limb((9, -8), (27, -22), (45, -20), w=12),
            )


def hand(
    scene: Scene,
    wrist: Point,
    turn: float,
    pose: Pose = "open",
    fill: str = SKIN[0],
    scale: float = 1.0,
    *,
    flip: bool = False,
    cuff: bool = False,
    held: Callable[[Scene], object] | None = None,
) -> None:
    """A hand; `cuff` makes it a glove; `held` draws what lies between palm and fingers."""
    palm, fingers, thumb = _pose(pose)

    def put(*shapes: Shape) -> list[Shape]:
        return move(shapes, wrist, turn, scale, flip=flip)

    sleeve = (
        area((-20, -15), (8, -13), (8, 13), (-20, 15), w=7) if cuff else area((-6, -9), (8, -9), (8, 9), (-6, 9), w=8)
    )
    closed = pose in ("fist", "pinch", "point")
    if held:
        scene.mass(put(palm, thumb, sleeve), fill)
        held(scene)
        scene.mass(put(*fingers), fill)
    else:
        scene.mass(put(palm, *fingers, thumb, sleeve), fill)
    if pose != "open":
        for place, (one, other) in enumerate(itertools.pairwise(fingers)):
            between = [along(p, q, 0.5) for p, q in zip(one.points, other.points, strict=True)]
            if pose == "point" and place == 0:
                between = [between[0], (46, -9.5)]
            scene.path(put(limb(*(between[:2] if closed else between)))[0].points, w=DETAIL)
    if closed and pose != "pinch":  # the thumb lies over the fingers
        scene.mass(put(thumb), fill, DETAIL)
        scene.mass(put(disc(thumb.points[0], 5)), fill, 0)
    if cuff:
        scene.path(put(limb((-15, -17), (-15, 17)))[0].points, w=DETAIL)


def arm(
    scene: Scene,
    elbow: Point,
    wrist: Point,
    pose: Pose = "open",
    *,
    sleeve: str = NAVY,
    skin: str = SKIN[0],
    glove: str | None = None,
    reach: float = 0.62,
    turn: float | None = None,
    scale: float = 1.0,
    flip: bool = False,
    held: Callable[[Scene], object] | None = None,
    w: float = 27,
) -> None:
    """A forearm with its hand. `reach` is how far the sleeve comes down; `glove` is its colour."""
    scene.mass([limb(elbow, wrist, w=w * scale)], skin)
    end = along(elbow, wrist, reach)
    scene.mass([limb(elbow, end, w=(w + 7) * scale)], sleeve)
    t, half = radians(angle(elbow, wrist)), (w + 7) * scale / 2
    edge = [(end[0] + cos(t) * 6 + k * sin(t) * half, end[1] + sin(t) * 6 - k * cos(t) * half) for k in (-0.9, 0.9)]
    scene.path(edge, ink=PAPER if sleeve in _DARK else INK, w=DETAIL)
    facing = angle(elbow, wrist) if turn is None else turn
    hand(scene, wrist, facing, pose, glove or skin, scale, flip=flip, cuff=bool(glove), held=held)
