"""Wide scenes of 480 by 210 units: for themes, openers and covers. A street, a service, a table, a room."""

from .aid import wake
from .hands import arm
from .inks import (
    AMBER,
    AMBER_TINT,
    DETAIL,
    GROUND,
    HAIR,
    INK,
    LIGHT,
    MOSS_TINT,
    NAVY_TINT,
    PAPER,
    PLUM,
    SKIN,
    SOFT,
    TEAL,
    TEAL_TINT,
)  # fmt: skip
from .people import person, waves
from .scene import Scene
from .shapes import area, limb, polar
from .things import bag, case, clock, container, house, leaf, phone, torch, van

WIDE, HIGH = 480.0, 210.0


def _lamp(s: Scene, x: float, ground: float) -> None:
    s.path([(x, ground), (x, ground - 168), (x + 26, ground - 168)], w=5)
    s.path(
        [(x + 16, ground - 164), (x + 44, ground - 164), (x + 74, ground - 4), (x - 14, ground - 4)],
        closed=True,
        fill=LIGHT,
        w=0,
    )
    s.mass([limb((x + 18, ground - 166), (x + 42, ground - 166), w=8)], INK, 1)


def _tree(s: Scene, x: float, ground: float, u: float = 1.0) -> None:
    s.mass([limb((x, ground), (x, ground - 40 * u), w=7 * u)], SOFT, 2)
    s.mass([limb((x, ground - 46 * u), (x, ground - 66 * u), w=44 * u)], MOSS_TINT)


def _roofs(s: Scene, ground: float) -> None:
    """Roofs far behind: a light band, without outlines that would compete."""
    skyline = [
        (0, ground), (0, 92), (40, 92), (40, 70), (92, 70), (92, 104), (134, 104), (134, 60), (182, 60), (182, 96), (238, 96), (238, 76),
        (286, 76), (286, 108), (338, 108), (338, 66), (392, 66), (392, 94), (440, 94), (440, 80), (480, 80), (480, ground),
    ]  # fmt: skip
    s.path([(float(x), float(y)) for x, y in skyline], closed=True, fill=GROUND, w=0)


def on_duty(s: Scene) -> None:
    """At night, under a lamp: an officer and an outreach worker with a torch, tongs and a container for sharps."""
    _roofs(s, 196)
    _lamp(s, 60, 196)
    s.floor(196, 6)
    person(s, 142, 195, 160, "officer", 1, near=(190, 106), skin=SKIN[1])
    torch(s, (206, 100), 24, 0.7, 104)
    bag(s, 300, 195, 0.78)
    person(s, 378, 195, 156, "worker", -1, near=(334, 116), skin=SKIN[0])
    container(s, 432, 194, 0.62)


def service(s: Scene) -> None:
    """A van of an outreach team and a small clinic; people come and go."""
    _roofs(s, 196)
    s.floor(196, 6)
    house(s, 78, 195, 1.25, TEAL_TINT, PAPER)
    person(s, 158, 195, 150, "nurse", 1, near=(200, 112), skin=SKIN[2])
    person(s, 232, 195, 152, "man", -1, near=(200, 118), skin=SKIN[1])
    van(s, 382, 195, 1.15)
    person(s, 294, 195, 146, "young", 1, skin=SKIN[0])


def street(s: Scene) -> None:
    """People of one street, side by side, all at one height."""
    _roofs(s, 196)
    _tree(s, 30, 196, 1.1)
    s.floor(196, 6)
    person(s, 92, 195, 152, "elder", 1, skin=SKIN[1])
    person(s, 158, 195, 148, "woman", 1, near=(198, 118), skin=SKIN[0])
    person(s, 232, 195, 156, "officer", -1, near=(200, 114), skin=SKIN[2])
    person(s, 304, 195, 150, "young", 1, skin=SKIN[1])
    person(s, 368, 195, 148, "nurse", -1, skin=SKIN[2])
    person(s, 430, 195, 152, "coat", -1, skin=SKIN[0])


def law(s: Scene) -> None:
    """A desk with papers between an officer and a lawyer; a balance behind them."""
    s.floor(196, 6)
    s.path([(240, 26), (240, 96)], w=5).path([(196, 42), (284, 42)], w=5)
    for x in (196, 284):
        s.path([(x - 18, 80), (x, 42), (x + 18, 80)], w=DETAIL)
        s.mass([area((x - 20, 82), (x + 20, 82), (x + 12, 90), (x - 12, 90), w=4)], HAIR)
    person(s, 118, 195, 158, "officer", 1, near=(162, 112), skin=SKIN[0])
    person(s, 362, 195, 154, "man", -1, near=(318, 112), skin=SKIN[2])
    s.mass([area((142, 138), (338, 138), (338, 150), (142, 150), w=6)], NAVY_TINT)
    for x in (160, 320):
        s.path([(x, 154), (x, 195)], w=4)
    leaf(s, (212, 130), 90, 0.62, 2)
    leaf(s, (268, 130), 90, 0.62, 2, AMBER_TINT)


def partners(s: Scene) -> None:
    """Two sides at one table with one plan between them."""
    s.floor(196, 6)
    for x, dress, side, skin in (
        (70, "officer", 1, 1),
        (150, "woman", 1, 0),
        (330, "elder", -1, 1),
        (410, "worker", -1, 0),
    ):
        person(s, x, 252, 186, dress, side, skin=SKIN[skin], bust=True)  # type: ignore[arg-type]
    s.mass([area((30, 156), (450, 156), (430, 190), (50, 190), w=8)], MOSS_TINT)
    s.mass([area((196, 150), (284, 150), (300, 180), (180, 180), w=3)], PAPER, DETAIL)
    for k in range(3):
        s.path([(206 - k * 4, 158 + k * 8), (262 - k * 10, 158 + k * 8)], ink=SOFT, w=DETAIL)
    s.circle((240, 70), 40, PAPER, INK).path([(222, 70), (235, 84), (260, 54)], ink=TEAL, w=8)


def guide_cover(s: Scene) -> None:
    """Two trainers, one of each side, at a flip chart in front of mixed tables."""
    s.floor(196, 6)
    s.path([(196, 195), (214, 44)], w=4).path([(284, 195), (266, 44)], w=4)
    s.box(184, 30, 112, 92, 3, fill=PAPER)
    s.mass([limb((180, 32), (300, 32), w=7)], INK, 1)
    clock(s, (240, 76), 32, 22)
    person(s, 142, 195, 166, "officer", 1, near=(182, 88), skin=SKIN[1])
    person(s, 340, 195, 162, "worker", -1, near=(300, 88), skin=SKIN[0])
    for x, dress, side, skin in ((40, "young", 1, 2), (438, "nurse", -1, 2)):
        person(s, x, 240, 150, dress, side, skin=SKIN[skin], bust=True)  # type: ignore[arg-type]
    for x in (8, 392):
        s.mass([area((x, 182), (x + 80, 182), (x + 80, 196), (x, 196), w=5)], NAVY_TINT)


def workbook_cover(s: Scene) -> None:
    """A hand writes in an open workbook; a card and a cup lie beside it."""
    s.mass([area((90, 50), (236, 62), (236, 190), (82, 178), w=5)], PAPER)
    s.mass([area((244, 62), (392, 50), (400, 178), (244, 190), w=5)], PAPER)
    for k in range(6):
        s.path([(108 - k, 78 + k * 16), (218, 86 + k * 16)], ink=HAIR, w=DETAIL)
    s.path([(262, 86), (330, 80)], ink=TEAL, w=5)
    for k in range(3):
        s.box(262, 100 + k * 24, 13, 13, 2, fill=TEAL_TINT if k else TEAL, line=DETAIL)
        s.path([(284, 107 + k * 24), (372 - k * 16, 104 + k * 24)], ink=HAIR, w=DETAIL * 1.4)

    def pen(z: Scene) -> None:
        z.mass([limb((300, 148), (352, 96), w=9)], AMBER, 2)
        z.path([(300, 148), (292, 156)], w=4)

    arm(s, (470, 232), (376, 158), "pinch", sleeve=PLUM, skin=SKIN[1], turn=206, scale=0.95, held=pen)
    s.circle((40, 72), 30, PAPER).circle((40, 72), 22, "#BC8A63", w=DETAIL)
    s.path([polar((40, 72), 38, 20), polar((40, 72), 46, 0), polar((40, 72), 38, -20)], w=4)
    s.mass([area((14, 140), (66, 132), (72, 186), (20, 194), w=4)], AMBER_TINT)
    s.path([(26, 152), (54, 148)], ink=AMBER, w=4).path([(28, 164), (58, 160)], ink=SOFT, w=DETAIL).path(
        [(30, 174), (50, 171)], ink=SOFT, w=DETAIL
    )


def home_cover(s: Scene) -> None:
    """One street: an officer and an outreach worker side by side, a clinic, a van, people of all ages."""
    _roofs(s, 196)
    s.floor(196, 4, 476)
    house(s, 66, 195, 0.95, TEAL_TINT, PAPER)
    _tree(s, 366, 196, 0.7)
    person(s, 134, 195, 146, "nurse", 1, skin=SKIN[2])
    person(s, 204, 195, 160, "officer", 1, near=(234, 124), skin=SKIN[1])
    person(s, 266, 195, 156, "worker", -1, near=(236, 126), skin=SKIN[0])
    person(s, 326, 195, 148, "woman", -1, skin=SKIN[0])
    van(s, 420, 195, 0.68)


def ready(s: Scene) -> None:
    """Help is called and comes: somebody telephones, somebody stays with a person on the ground, the ambulance is near."""
    _roofs(s, 196)
    s.floor(196, 6)
    person(s, 52, 195, 156, "officer", 1, near=(74, 56), skin=SKIN[0])
    phone(s, (75, 50))
    waves(s, (88, 48), -40, 40, (12, 22, 32), AMBER)
    s.placed(96, 50, 0.8, wake)
    case(s, 318, 195, 0.8)
    s.mass([area((372, 126), (436, 126), (458, 154), (458, 180), (370, 180), w=8)], PAPER)
    s.path([(390, 152), (420, 152)], ink=PLUM, w=8).path([(405, 137), (405, 167)], ink=PLUM, w=8)
    s.mass([limb((398, 116), (416, 116), w=8)], AMBER, 1)
    for x in (390, 438):
        s.circle((x, 184), 11, INK, w=0)
