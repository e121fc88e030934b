"""Icons of 48 units with lines of 3: ways to work, things to bring, services. One accent, in the tint of a theme."""

from collections.abc import Callable, Mapping

from .inks import INK, PAPER
from .scene import Scene
from .shapes import Point, polar

Draw = Callable[[Scene, str], None]


def icon(id_: str, accent: str) -> Scene:
    """An icon by its id. Raises KeyError for an unknown id."""
    scene = Scene(id_, 48, 48)
    ICONS[id_](scene, accent)
    return scene


def _line(s: Scene, *points: Point, closed: bool = False, fill: str = "none", w: float = 3) -> None:
    s.path(points, closed=closed, fill=fill, w=w)


def _head(s: Scene, x: float, y: float, fill: str, r: float = 4.6) -> None:
    s.circle((x, y), r, fill, INK, 2.6)
    shoulders = ((-1.7, 3.6), (-1.5, 2.0), (0, 1.55), (1.5, 2.0), (1.7, 3.6))
    s.path([(x + a * r, y + b * r) for a, b in shoulders], closed=True, fill=fill, w=2.6)


def _presentation(s: Scene, a: str) -> None:
    s.box(5, 7, 38, 24, 2, fill=a, line=3)
    _line(s, (24, 31), (24, 42))
    _line(s, (15, 43), (33, 43))
    _line(s, (12, 24), (19, 17), (25, 22), (35, 13))


def _case(s: Scene, a: str) -> None:
    s.box(8, 12, 32, 30, 3, fill=a, line=3)
    _line(s, (8, 20), (40, 20))
    s.box(17, 6, 14, 7, 2, line=3)
    _line(s, (15, 28), (33, 28))
    _line(s, (15, 35), (26, 35))


def _discussion(s: Scene, a: str) -> None:
    s.circle((24, 24), 9, a, INK, 3)
    for q in (45, 135, 225, 315):
        s.circle(polar((24, 24), 17, q), 4.4, INK if q % 180 == 45 else PAPER, INK, 2.6)


def _questions(s: Scene, a: str) -> None:
    _line(s, (6, 8), (32, 8), (32, 26), (18, 26), (11, 33), (11, 26), (6, 26), closed=True, fill=a)
    _line(s, (37, 20), (43, 20), (43, 36), (38, 36), (38, 43), (30, 36), (20, 36), (20, 31))
    _line(s, (14, 17), (24, 17))


def _brainstorming(s: Scene, a: str) -> None:
    _line(s, (20, 15), (26, 13), w=2)
    _line(s, (22, 32), (28, 32), w=2)
    _line(s, (14, 20), (14, 27), w=2)
    for k, (x, y) in enumerate(((5, 7), (26, 5), (7, 27), (28, 26))):
        s.box(x, y, 15, 13, 1.5, fill=a if k % 2 else PAPER, line=2.6)


def _demonstration(s: Scene, a: str) -> None:
    _line(
        s,
        (14, 42),
        (14, 28),
        (9, 21),
        (13, 18),
        (18, 23),
        (18, 8),
        (23, 8),
        (23, 20),
        (38, 23),
        (37, 42),
        closed=True,
        fill=a,
    )
    _line(s, (5, 5), (8, 9))
    _line(s, (31, 5), (29, 9))
    _line(s, (36, 13), (32, 14))


def _role_play(s: Scene, a: str) -> None:
    _head(s, 14, 14, INK)
    _head(s, 34, 14, a)
    _line(s, (10, 41), (38, 41))
    _line(s, (14, 37), (10, 41), (14, 45), w=2.6)
    _line(s, (34, 37), (38, 41), (34, 45), w=2.6)


def _test(s: Scene, a: str) -> None:
    s.box(9, 5, 30, 38, 3, line=3)
    for k, y in enumerate((11, 21, 31)):
        s.box(14, y, 6, 6, 1, fill=a if k else INK, line=2)
        _line(s, (25, y + 3), (33, y + 3), w=2.6)


def _energiser(s: Scene, a: str) -> None:
    s.circle((28, 8), 5, a, INK, 3)
    _line(s, (27, 16), (22, 27), (31, 33), (28, 44))
    _line(s, (22, 27), (16, 36), (7, 36))
    _line(s, (12, 24), (17, 17), (27, 16), (34, 23), (41, 20))


def _practice(s: Scene, a: str) -> None:
    s.circle((24, 24), 17, a, INK, 3)
    _line(s, (24, 13), (24, 24), (32, 28))
    _line(s, (38, 6), (41, 13), (34, 15))


def _drill(s: Scene, a: str) -> None:
    s.circle((24, 28), 15, a, INK, 3)
    _line(s, (24, 28), (24, 19))
    _line(s, (19, 5), (29, 5), w=4)
    _line(s, (24, 6), (24, 12))
    _line(s, (37, 13), (40, 10))


def _simulation(s: Scene, a: str) -> None:
    s.box(5, 9, 38, 30, 4, fill=a, line=3)
    _head(s, 17, 19, PAPER, 4)
    _head(s, 31, 19, INK, 4)


def _skills_station(s: Scene, a: str) -> None:
    for x, y in ((12, 12), (36, 12), (36, 36), (12, 36)):
        s.box(x - 7, y - 7, 14, 14, 2, fill=a, line=2.6)
    _line(s, (21, 12), (27, 12), w=2.4)
    _line(s, (36, 21), (36, 27), w=2.4)
    _line(s, (27, 36), (21, 36), w=2.4)


def _projector(s: Scene, a: str) -> None:
    s.box(5, 17, 38, 18, 4, fill=a, line=3)
    s.circle((32, 26), 5.5, PAPER, INK, 3)
    _line(s, (11, 23), (19, 23))
    _line(s, (11, 39), (14, 35))
    _line(s, (37, 39), (34, 35))


def _flipchart(s: Scene, a: str) -> None:
    _line(s, (14, 36), (9, 45))
    _line(s, (34, 36), (39, 45))
    s.box(9, 7, 30, 28, 1, fill=a, line=3)
    _line(s, (6, 7), (42, 7))
    _line(s, (15, 16), (32, 16))
    _line(s, (15, 24), (26, 24))


def _markers(s: Scene, a: str) -> None:
    for x, fill in ((8, INK), (21, a), (34, PAPER)):
        _line(s, (x, 42), (x, 20), (x + 3, 10), (x + 6, 20), (x + 6, 42), closed=True, fill=fill, w=2.6)


def _cards(s: Scene, a: str) -> None:
    s.box(14, 7, 28, 20, 2, line=3)
    s.box(9, 14, 28, 20, 2, fill=a, line=3)
    s.box(5, 21, 28, 20, 2, line=3)
    _line(s, (11, 29), (26, 29))
    _line(s, (11, 35), (20, 35))


def _pens(s: Scene, a: str) -> None:
    _line(s, (8, 40), (11, 30), (34, 7), (41, 14), (18, 37), closed=True, fill=a)
    _line(s, (29, 12), (36, 19))
    _line(s, (5, 44), (26, 44))


def _tape(s: Scene, a: str) -> None:
    s.circle((22, 22), 16, a, INK, 3)
    s.circle((22, 22), 6.5, PAPER, INK, 3)
    _line(s, (22, 38), (43, 38), (43, 32))


def _clock(s: Scene, a: str) -> None:
    s.circle((24, 24), 18, PAPER, INK, 3)
    quarter = [polar((24, 24), 18, q) for q in range(30, -91, -15)]
    _line(s, (24, 6), (24, 24), (39.6, 33), *quarter, closed=True, fill=a)


def _bell(s: Scene, a: str) -> None:
    _line(
        s, (8, 34), (12, 28), (12, 20), (17, 12), (24, 10), (31, 12), (36, 20), (36, 28), (40, 34), closed=True, fill=a
    )
    _line(s, (24, 10), (24, 6))
    _line(s, (20, 40), (28, 40), w=4)


def _gloves(s: Scene, a: str) -> None:
    _line(
        s, (14, 43), (14, 32), (7, 23), (10, 19), (16, 24), (16, 10), (20, 10), (21, 20), (23, 6), (27, 6), (28, 20), (30, 9),
        (34, 9), (34, 22), (37, 16), (40, 17), (37, 32), (34, 36), (34, 43), closed=True, fill=a,
    )  # fmt: skip
    _line(s, (14, 38), (34, 38), w=2.2)


def _sharps_box(s: Scene, a: str) -> None:
    _line(s, (9, 15), (39, 15), (36, 43), (12, 43), closed=True, fill=a)
    _line(s, (7, 13), (41, 13), w=5)
    _line(s, (24, 21), (24, 31))
    s.circle((24, 37), 2, INK, w=0)


def _torch(s: Scene, a: str) -> None:
    _line(s, (5, 28), (21, 28), (27, 33), (27, 15), (21, 20), (5, 20), closed=True, fill=a)
    _line(s, (33, 24), (43, 24))
    _line(s, (32, 16), (40, 10))
    _line(s, (32, 32), (40, 38))


def _mask(s: Scene, a: str) -> None:
    _line(s, (11, 17), (24, 13), (37, 17), (37, 30), (24, 38), (11, 30), closed=True, fill=a)
    for start, end in (((11, 19), (4, 16)), ((37, 19), (44, 16)), ((11, 28), (5, 33)), ((37, 28), (43, 33))):
        _line(s, start, end)
    _line(s, (16, 22), (32, 22), w=2.2)
    _line(s, (16, 28), (32, 28), w=2.2)


def _box(s: Scene, a: str) -> None:
    s.box(6, 18, 36, 24, 2, fill=a, line=3)
    _line(s, (6, 18), (12, 9), (36, 9), (42, 18))
    _line(s, (18, 26), (30, 26), w=4)


def _paper(s: Scene, a: str) -> None:
    _line(s, (11, 5), (30, 5), (38, 13), (38, 43), (11, 43), closed=True, fill=a)
    _line(s, (30, 5), (30, 13), (38, 13), w=2.4)
    for y, end in ((21, 31), (28, 31), (35, 25)):
        _line(s, (17, y), (end, y), w=2.4)


def _phone(s: Scene, a: str) -> None:
    s.box(13, 4, 22, 40, 4, fill=a, line=3)
    _line(s, (21, 38), (27, 38))


def _spray(s: Scene, a: str) -> None:
    _line(s, (21, 5), (27, 5), (28, 19), (20, 19), closed=True, fill=PAPER)
    _line(s, (10, 21), (38, 21), (35, 27), (13, 27), closed=True, fill=a)
    _line(s, (18, 27), (30, 27), (30, 43), (18, 43), closed=True, fill=INK)


def _scissors(s: Scene, a: str) -> None:
    s.circle((12, 36), 6, a, INK, 3)
    s.circle((36, 36), 6, a, INK, 3)
    _line(s, (15, 31), (33, 6))
    _line(s, (33, 31), (15, 6))


def _chair(s: Scene, a: str) -> None:
    _line(s, (14, 5), (14, 43))
    _line(s, (14, 27), (34, 27), (34, 43))
    s.box(14, 8, 6, 14, 2, fill=a, line=2.6)


METHODS: Mapping[str, Draw] = {
    "presentation": _presentation,
    "case-study": _case,
    "group-discussion": _discussion,
    "questions-and-answers": _questions,
    "brainstorming": _brainstorming,
    "demonstration": _demonstration,
    "role-play": _role_play,
    "test": _test,
    "energiser": _energiser,
    "practice": _practice,
    "drill": _drill,
    "simulation": _simulation,
    "skills-station": _skills_station,
}
"""By the ids of the ways to work."""
MATERIALS: Mapping[str, Draw] = {
    "projector": _projector,
    "flipchart": _flipchart,
    "markers": _markers,
    "cards": _cards,
    "pens": _pens,
    "tape": _tape,
    "clock": _clock,
    "bell": _bell,
    "gloves": _gloves,
    "sharps-box": _sharps_box,
    "torch": _torch,
    "mask": _mask,
    "box": _box,
    "paper": _paper,
    "phone": _phone,
    "spray": _spray,
    "scissors": _scissors,
    "chair": _chair,
}
ICONS: Mapping[str, Draw] = {**METHODS, **MATERIALS}
