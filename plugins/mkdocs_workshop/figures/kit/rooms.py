"""The room from above, as it stands for an activity. A filled seat is of one side, a striped one of the other; tables are mixed."""

from math import ceil
from typing import Literal

from .inks import AMBER, AMBER_TINT, DETAIL, GROUND, HAIR, HINT, INK, NAVY, PAPER, SOFT, TEAL
from .scene import Scene
from .shapes import Point, polar

Plan = Literal["plenary", "islands", "stations", "circle", "fishbowl", "pairs"]
WIDE, HIGH = 360.0, 250.0
MOST_SEATS = 8
"""More people at one table are drawn as this many."""


def room(s: Scene, plan: Plan, people: int | None = None) -> None:
    """How people sit or stand; `people` at each table or station, if the author says so."""
    s.box(6, 6, WIDE - 12, HIGH - 12, 2, fill=PAPER, line=5)
    match plan:
        case "plenary":
            _screen(s)
            for row in range(4):
                for column in range(6):
                    _seat(s, (80 + column * 40 + (row % 2) * 4, 104 + row * 36), row + column, 10)
        case "islands":
            _screen(s)
            _islands(s, min(people or 4, MOST_SEATS))
        case "stations":
            _stations(s, min(people or 6, MOST_SEATS))
        case "circle":
            for k in range(16):
                _seat(s, (180 + 96 * _unit(k * 22.5)[0], 128 + 88 * _unit(k * 22.5)[1]), k, 10)
            s.raw(f'<ellipse cx="180" cy="128" rx="58" ry="52" fill="{GROUND}"/>')
        case "fishbowl":
            s.raw(f'<ellipse cx="180" cy="128" rx="60" ry="54" fill="{GROUND}"/>')
            for k in range(5):
                at = (180 + 38 * _unit(k * 72 - 90)[0], 128 + 34 * _unit(k * 72 - 90)[1])
                if k == 4:
                    s.circle(at, 10, PAPER, INK, DETAIL)  # the chair that stays free
                else:
                    _seat(s, at, k, 10)
            for k in range(18):
                _seat(s, (180 + 128 * _unit(k * 20)[0], 128 + 96 * _unit(k * 20)[1]), k, 9)
        case "pairs":
            for k in range(12):
                x, y = 62 + (k % 4) * 80, 60 + (k // 4) * 66
                _seat(s, (x - 13, y - 8), 0, 10)
                _seat(s, (x + 13, y + 8), 1, 10)
    _door(s)


def _unit(degrees: float) -> Point:
    return polar((0, 0), 1, degrees)


def _seat(s: Scene, at: Point, side: int, r: float) -> None:
    if side % 2:
        s.circle(at, r, NAVY, INK, DETAIL)
        return
    s.circle(at, r, PAPER, INK, DETAIL)
    for k in (-0.45, 0.0, 0.45):
        half = r * (0.72 if k else 0.86)
        # Three strokes, short enough to stay inside: no clip for each of sixty seats.
        s.path(
            [
                (at[0] - half * 0.8, at[1] + k * r * 1.4 + half * 0.24),
                (at[0] + half * 0.8, at[1] + k * r * 1.4 - half * 0.24),
            ],
            ink=TEAL,
            w=DETAIL,
        )


def _screen(s: Scene) -> None:
    s.box(WIDE / 2 - 62, 5, 124, 6, 1, fill=INK, line=1)
    for k in (-1, 1):
        s.path([(WIDE / 2 + k * 62, 14), (WIDE / 2 + k * 96, 70)], ink=HAIR, w=HINT, dash="4 5")
    s.box(30, 28, 62, 20, 3, fill=AMBER_TINT)
    for x in (46, 76):
        s.circle((x, 20), 6.5, AMBER, INK, DETAIL)
    for k in (0, 1):
        s.path([(WIDE - 92 + k * 44, 22), (WIDE - 60 + k * 44, 32)], w=6)


def _door(s: Scene) -> None:
    s.box(3, HIGH - 64, 6, 38, 0, fill=PAPER, line=0)
    s.path([(6, HIGH - 26), (40, HIGH - 36)], w=DETAIL)
    s.path([polar((6, HIGH - 26), 36, q) for q in range(-90, -13, 12)], ink=SOFT, w=HINT, dash="4 4")


def _islands(s: Scene, seats: int) -> None:
    tables = 6
    across = ceil(tables / 2)
    for i in range(tables):
        x, y = 78 + (i % across) * (WIDE - 156) / (across - 1), 112 + (i // across) * 82
        for k in range(seats):
            dx, dy = _unit(45 + k * 360 / seats)
            _seat(s, (x + 34 * dx, y + 29 * dy), k, 9)
        s.box(x - 26, y - 19, 52, 38, 6, fill=GROUND)


def _stations(s: Scene, people: int) -> None:
    corners = [(82.0, 70.0), (WIDE - 82, 70.0), (WIDE - 82, HIGH - 66), (82.0, HIGH - 66)]
    for x, y in corners:
        for k in range(people):
            dx, dy = _unit(30 + k * 360 / people)
            _seat(s, (x + 44 * dx, y + 36 * dy), k, 8)
        s.box(x - 24, y - 17, 48, 34, 6, fill=AMBER_TINT)
    a, b, c, d = corners
    s.arrow((a[0] + 68, a[1]), (b[0] - 62, b[1]), w=4).arrow((c[0] - 68, c[1]), (d[0] + 62, d[1]), w=4)
    s.arrow((b[0], b[1] + 52), (b[0], c[1] - 50), w=4).arrow((d[0], d[1] - 52), (d[0], a[1] + 50), w=4)
