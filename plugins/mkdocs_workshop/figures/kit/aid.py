"""Panels of first aid: wake, call, open the airway, breathe, press, spray, turn on the side, stay.

They show what the words beside them say. A medical person must have read them before anybody teaches with them.
"""

from .hands import arm
from .inks import (
    AMBER,
    AMBER_TINT,
    DETAIL,
    GLOVE,
    GROUND,
    INK,
    LINE,
    MOSS_TINT,
    NAVY,
    NAVY_TINT,
    PLUM,
    SKIN,
    SOFT,
    TEAL,
)
from .people import person, profile, speech, waves
from .scene import Scene
from .shapes import Point, along, area, disc, limb, polar
from .things import clock, phone, spray

_COAT = MOSS_TINT


def lying(s: Scene, step: int, coat: str = _COAT, legs: str = SOFT, skin: str = SKIN[1]) -> None:
    """A person on the ground: 1 on the back, 2 hand at the cheek and knee up, 3 on the side."""

    def leg(*p: Point) -> None:
        s.mass([limb(*p, w=21)], legs)
        s.mass([disc(p[-1], 10)], INK, 1)

    def reach(*p: Point) -> None:
        s.mass([disc(p[-1], 9.5)], skin)
        s.mass([limb(*p[:-1], along(p[-2], p[-1], 0.86), w=17)], coat)

    s.raw(f'<ellipse cx="160" cy="98" rx="150" ry="62" fill="{GROUND}"/>')
    if step < 3:
        leg((168, 106), (220, 108), (268, 110))
        if step == 1:
            leg((168, 84), (220, 82), (268, 80))
            reach((98, 68), (134, 56), (172, 62))
        else:
            leg((168, 84), (202, 50), (228, 88))
        s.mass([limb((70, 94), (92, 94), w=14)], skin)
        s.mass([area((98, 70), (98, 118), (166, 112), (166, 78), w=14)], coat)
        reach((100, 118), (106, 158), (64, 168))
        s.mass([disc((54, 94), 20)], skin)
        hair = [(20, 60), (46, 60), (40, 94), (46, 128), (20, 128)]
        s.inside_circle((54, 94), 21, lambda z: z.path(hair, closed=True, fill=INK, w=1))
        if step == 2:
            reach((100, 70), (136, 96), (70, 112))
    else:
        leg((168, 86), (222, 88), (268, 94))
        reach((104, 104), (112, 146), (70, 160))
        s.mass([limb((72, 90), (96, 92), w=14)], skin)
        s.mass([area((100, 84), (104, 108), (166, 102), (168, 82), w=20)], coat)
        leg((168, 96), (204, 142), (254, 136))
        profile(s, (58, 88), 118, skin, 0.78, flip=True)
        reach((104, 92), (122, 126), (70, 122))


def side_arm(s: Scene) -> None:
    """A person on the back; the nearer arm is laid out."""
    lying(s, 1)
    arm(s, (150, 262), (104, 208), "flat", sleeve=NAVY, scale=0.72, turn=-118)
    s.turn((104, 128), 52, 40, 108)


def side_roll(s: Scene) -> None:
    """The back of the other hand at the cheek, the far knee up; the person is rolled towards the helper."""
    lying(s, 2)
    arm(s, (36, 268), (60, 178), "flat", sleeve=NAVY, scale=0.72, flip=True, turn=-80)
    arm(s, (236, 284), (226, 126), "flat", sleeve=NAVY, scale=0.72, turn=-104, reach=0.7)
    s.turn((150, 92), 96, -64, -4)


def side_head(s: Scene) -> None:
    """The person lies on the side, head back."""
    lying(s, 3)
    s.turn((60, 88), 46, 216, 292)  # the head goes back: the mouth can drain
    s.path([(46, 124), (42, 140), (46, 156)], ink=NAVY, w=DETAIL, dash="5 4")


def _patient(s: Scene, tilt: float = -112) -> None:
    s.floor(176)
    s.mass([area((150, 152), (172, 122), (262, 126), (262, 168), (160, 170), w=10)], _COAT)
    s.mass([limb((110, 136), (156, 148), w=27)], SKIN[1])
    profile(s, (92, 124), tilt, SKIN[1], 1.18)


def head_back(s: Scene) -> None:
    """One hand on the forehead, two fingers lift the chin."""
    _patient(s)
    arm(s, (-34, 0), (30, 60), "flat", sleeve=NAVY, scale=0.78, turn=58)
    arm(s, (248, 14), (182, 56), "point", sleeve=NAVY, scale=0.8, turn=152)
    s.turn((92, 124), 68, 190, 148)


def breathe(s: Scene) -> None:
    """A helper breathes into a person's mouth through a face shield; the chest rises."""
    _patient(s)
    arm(s, (-34, 52), (42, 72), "pinch", sleeve=NAVY, scale=0.74, turn=8)
    s.mass([limb((152, 40), (236, -8), w=58)], NAVY)
    s.mass([limb((112, 44), (150, 40), w=25)], SKIN[0])
    profile(s, (94, 38), 100, SKIN[0], 1.06, flip=True)
    s.mass([area((88, 78), (122, 82), (122, 88), (88, 84), w=2)], NAVY_TINT, DETAIL)
    s.arrow((200, 114), (200, 86))
    s.arrow((226, 116), (226, 92))


def naloxone(s: Scene) -> None:
    """A nasal spray is put to the nose of a person whose head lies back."""
    _patient(s)
    tip, turn = (99.0, 88.0), 152.0
    aim = polar(tip, -40, turn)
    arm(s, (-34, 0), (30, 60), "flat", sleeve=NAVY, scale=0.78, turn=58)
    arm(
        s, (266, -18), (202, 32), "pinch", sleeve=NAVY, scale=0.86, turn=156, flip=True, glove=GLOVE,
        held=lambda z: spray(z, aim, turn, 1.1),
    )  # fmt: skip
    s.arrow((214, 84), (184, 98))


def stay(s: Scene) -> None:
    """The person lies on the side and breathes; a clock runs."""
    s.placed(6, 62, 0.76, lambda z: lying(z, 3))
    clock(s, (196, 44), 32)
    waves(s, (48, 146), 92, 151, (22, 32, 42), NAVY, DETAIL, "6 5")


def press(s: Scene) -> None:
    """Straight arms press in the middle of the chest, shoulders above the hands."""
    s.floor(176)
    s.mass([limb((214, 160), (262, 166), w=26)], SOFT)
    s.mass([area((70, 140), (94, 128), (206, 130), (226, 146), (218, 168), (80, 168), w=10)], _COAT)
    s.mass([limb((58, 152), (78, 152), w=22)], SKIN[1])
    profile(s, (36, 150), -92, SKIN[1], 0.78)
    s.mass([limb((166, 66), (196, 118), (184, 170), w=34)], NAVY)
    s.mass([limb((146, 52), (172, 78), w=42)], NAVY)
    for x in (134, 150):
        s.mass([limb((x, 52), (136, 102), w=17)], NAVY)
    s.mass([limb((136, 98), (136, 116), w=15), limb((122, 122), (150, 122), w=14)], SKIN[0])
    s.path([(124, 122), (148, 122)], w=DETAIL)
    s.mass([limb((134, 34), (142, 44), w=14)], SKIN[0])
    profile(s, (122, 24), 28, SKIN[0], 0.62, flip=True)
    s.arrow((92, 84), (92, 116))
    s.arrow((72, 84), (72, 112))


def wake(s: Scene) -> None:
    """A helper kneels, hands on the shoulders of a person on the ground, and speaks loudly."""
    s.floor(176)
    s.mass([limb((196, 160), (262, 166), w=26)], SOFT)
    s.mass([area((96, 146), (112, 136), (196, 138), (212, 150), (204, 168), (102, 168), w=10)], _COAT)
    s.mass([limb((84, 154), (100, 154), w=20)], SKIN[1])
    profile(s, (62, 152), -92, SKIN[1], 0.78)
    s.mass([limb((176, 76), (208, 120), (190, 172), w=34)], TEAL)
    s.mass([limb((168, 60), (180, 84), w=42)], TEAL)
    for target in ((112, 136), (126, 140)):
        s.mass([disc(target, 9)], SKIN[0])
        s.mass([limb((164, 66), (150, 104), along((150, 104), target, 0.8), w=17)], TEAL)
    s.mass([disc((158, 32), 20)], SKIN[0])
    s.inside_circle(
        (158, 32),
        21,
        lambda z: z.path(
            [(150, 6), (200, 6), (200, 60), (174, 46), (166, 26), (140, 22), (136, 6)], closed=True, fill=INK, w=1
        ),
    )
    waves(s, (140, 42), 120, 190, (14, 24, 34), AMBER)


def look_breath(s: Scene) -> None:
    """Eyes on the chest, head back, and a clock: not longer than ten seconds."""
    _patient(s)
    arm(s, (-34, 0), (30, 60), "flat", sleeve=TEAL, scale=0.78, turn=58)
    s.path([(132, 66), (150, 52), (172, 52), (190, 66), (172, 80), (150, 80)], closed=True, fill="#FFFFFF", w=LINE)
    s.circle((161, 66), 9, INK, w=0)
    s.path([(176, 92), (196, 108)], w=DETAIL, dash="6 5")
    clock(s, (212, 36), 24, 10)


def call(s: Scene) -> None:
    """One person telephones and shows another where the help will come from."""
    s.floor(178)
    person(s, 70, 177, 150, "worker", 1, near=(90, 44), far=(38, 100), skin=SKIN[0])
    phone(s, (91, 38))
    waves(s, (100, 40), -40, 40, (10, 20, 30), AMBER)
    s.mass([area((152, 120), (206, 120), (222, 142), (222, 164), (150, 164), w=6)], "#FFFFFF")
    s.path([(166, 140), (190, 140)], ink=PLUM, w=7)
    s.path([(178, 128), (178, 152)], ink=PLUM, w=7)
    for x in (168, 206):
        s.circle((x, 168), 9, INK, w=0)
    s.mass([limb((176, 112), (190, 112), w=7)], AMBER, 1)


def hand_over(s: Scene) -> None:
    """A helper tells a nurse what was seen and done."""
    s.floor(178)
    person(s, 64, 177, 148, "officer", 1, near=(104, 100), skin=SKIN[1])
    person(s, 186, 177, 146, "nurse", -1, near=(150, 104), skin=SKIN[2])
    speech(s, 90, 10, 72, 44, (82, 52))
    for k, end in enumerate((148, 138, 144)):
        s.path([(102, 22 + k * 10), (end, 22 + k * 10)], ink=SOFT, w=DETAIL * 1.3)


def cool(s: Scene) -> None:
    """A person sits in the shade, a wet cloth is offered, one helper speaks with open hands."""
    s.floor(178)
    s.mass([area((126, 22), (232, 22), (222, 46), (136, 46), w=8)], NAVY_TINT)
    s.path([(180, 46), (180, 176)], ink=SOFT, w=LINE)
    person(s, 60, 177, 146, "worker", 1, near=(102, 104), far=(22, 100), skin=SKIN[0])
    s.mass([area((112, 96), (130, 92), (134, 108), (114, 112), w=4)], NAVY_TINT, DETAIL)
    s.box(182, 156, 30, 20, 3, fill=NAVY_TINT, line=DETAIL)
    s.mass([limb((196, 150), (158, 148), (154, 170), w=17)], SOFT)
    s.mass([limb((150, 173), (162, 173), w=7)], INK, 1)
    s.mass([area((182, 104), (208, 104), (206, 148), (182, 148), w=10)], AMBER_TINT)
    s.mass([limb((188, 106), (172, 124), (164, 140), w=11)], AMBER_TINT)
    s.mass([disc((162, 143), 6)], SKIN[1])
    s.mass([limb((194, 92), (194, 100), w=11)], SKIN[1])
    s.mass([disc((194, 80), 15)], SKIN[1])
    s.inside_circle(
        (194, 80),
        16,
        lambda z: z.path(
            [(170, 56), (220, 56), (220, 90), (206, 86), (200, 74), (176, 72)], closed=True, fill=INK, w=1
        ),
    )
    for x in (150, 168):
        s.path([(x, 60), (x, 72)], ink=NAVY, w=DETAIL, dash="4 4")
