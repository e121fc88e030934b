"""How a room stands, as a small drawing: two kinds of people, tables, a screen.

The drawing has no words but the numbers of stations; a sentence stands beside it wherever it is shown.
"""

import math
from collections.abc import Callable, Iterator, Mapping

from .colours import LINE, NAVY, PAPER, SOFT, TEAL, drawn, filled
from .svg import box, disc, element, line

WIDTH, HEIGHT = 132.0, 88.0
_SEAT = 3.2
_GROUP = 4


def room_plan(plan: str, people: int | None = None) -> str:
    """A room as SVG, 132 by 88: `islands` with 6 people at each, and so on.

    Raises KeyError for a plan that `Room` does not know.
    """
    shapes = _PLANS[plan](min(people or _GROUP, 10))
    ground = box(0.5, 0.5, WIDTH - 1, HEIGHT - 1, filled(PAPER, LINE), radius=6)
    return element(
        "svg",
        ground + "".join(shapes),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        width=WIDTH,
        height=HEIGHT,
        font_family="sans-serif",
    )


def _seat(x: float, y: float, number: int) -> str:
    """A person; both sides take turns."""
    return disc((x, y), _SEAT, filled(TEAL if number % 2 else NAVY))


def _screen() -> str:
    return box(36, 7, 60, 4, filled(SOFT), radius=2)


def _ring(x: float, y: float, across: float, down: float, count: int) -> Iterator[str]:
    for number in range(count):
        angle = 2 * math.pi * number / count - math.pi / 2
        yield _seat(x + across * math.cos(angle), y + down * math.sin(angle), number)


def _plenary(_: int) -> Iterator[str]:
    yield _screen()
    for row in range(3):
        for place in range(8):
            yield _seat(20 + place * 13.2, 34 + row * 18, place + row)


def _islands(people: int) -> Iterator[str]:
    yield _screen()
    for table in range(6):
        x, y = 25 + table % 3 * 41, 33 + table // 3 * 34
        yield box(x - 7, y - 6, 14, 12, filled(PAPER, SOFT), radius=3)
        yield from _ring(x, y, 13, 11.5, people)


def _stations(_: int) -> Iterator[str]:
    corners = ((20, 20), (112, 20), (112, 68), (20, 68))
    for number, ((x, y), (to_x, to_y)) in enumerate(zip(corners, corners[1:] + corners[:1], strict=True), 1):
        across, down = (to_x > x) - (to_x < x), (to_y > y) - (to_y < y)
        start = (x + across * 18, y + down * 15)
        end = (to_x - across * 18, to_y - down * 15)
        yield line(start, end, drawn(SOFT))
        for side in (-1, 1):
            back = (end[0] - across * 5 + down * side * 4, end[1] - down * 5 + across * side * 4)
            yield line(end, back, drawn(SOFT))
        yield box(x - 11, y - 10, 22, 20, filled(TEAL if number % 2 else NAVY), radius=4)
        yield element(
            "text", str(number), x=x, y=y + 5, text_anchor="middle", style=f"fill:{PAPER};font-size:14;font-weight:700"
        )


def _circle(_: int) -> Iterator[str]:
    yield from _ring(66, 44, 46, 31, 18)


def _fishbowl(_: int) -> Iterator[str]:
    yield from _ring(66, 44, 17, 13, 5)
    yield from _ring(66, 44, 50, 34, 18)


def _pairs(_: int) -> Iterator[str]:
    for place in range(8):
        x, y = 23 + place % 4 * 29, 27 + place // 4 * 34
        yield line((x - 5, y), (x + 5, y), drawn(LINE))
        yield _seat(x - 6.5, y, 0)
        yield _seat(x + 6.5, y, 1)


_PLANS: Mapping[str, Callable[[int], Iterator[str]]] = {
    "plenary": _plenary,
    "islands": _islands,
    "stations": _stations,
    "circle": _circle,
    "fishbowl": _fishbowl,
    "pairs": _pairs,
}
