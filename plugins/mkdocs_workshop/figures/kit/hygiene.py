"""Panels: gloves, sharps, searching. One action a panel; the same hand comes from the same side in a whole strip."""

from .hands import arm
from .inks import AMBER_TINT, DETAIL, GLOVE, INK, NAVY, NAVY_TINT, PAPER, SKIN, SOFT
from .people import person, speech
from .scene import Scene
from .shapes import area, disc, limb
from .things import bag, container, crumpled, leaf, mirror, phone, syringe, tap, tongs, torch, waste


def gloves_pinch(s: Scene) -> None:
    """The outside of a glove is pinched at the wrist and pulled off."""
    arm(s, (-30, 128), (88, 122), "flat", glove=GLOVE)
    s.mass([area((74, 104), (92, 86), (100, 104), w=3)], GLOVE)
    arm(s, (262, -26), (150, 46), "pinch", glove=GLOVE, scale=0.96)
    s.arrow((112, 168), (196, 168))


def gloves_hold(s: Scene) -> None:
    """The first glove, inside out, lies in the gloved hand."""
    arm(s, (-30, 150), (70, 116), "open", flip=True, skin=SKIN[1])
    crumpled(s, (150, 104), 1.25)
    arm(s, (290, 66), (196, 88), "fist", glove=GLOVE, flip=True)


def gloves_slide(s: Scene) -> None:
    """A bare finger slides under the cuff of the other glove."""
    arm(s, (280, 132), (158, 128), "fist", glove=GLOVE, flip=True)
    crumpled(s, (108, 136), 0.9)
    arm(s, (104, -46), (150, 42), "point", turn=64, scale=0.95, skin=SKIN[1])
    s.mass([area((170, 104), (200, 100), (202, 116), (170, 118), w=4)], GLOVE, DETAIL)
    s.arrow((206, 172), (124, 172))


def gloves_wash(s: Scene) -> None:
    """Both gloves into the waste, hands under running water."""
    s.floor(176)
    crumpled(s, (70, 38), 0.95)
    s.arrow((70, 70), (70, 102))
    waste(s, 70, 176)
    tap(s)


def wash(s: Scene) -> None:
    """Hands under running water."""
    tap(s, -46, 8)


def sharp_container(s: Scene) -> None:
    """The open container stands on the ground beside the syringe."""
    s.floor(172)
    container(s, 168, 170)
    syringe(s, (66, 160), 176)
    arm(s, (256, -16), (206, 46), "flat", glove=GLOVE, scale=0.8, turn=112)
    s.arrow((128, 116), (84, 136))


def sharp_drop(s: Scene) -> None:
    """Tongs hold the syringe by its barrel, point down, over the open container."""
    s.floor(172)
    container(s, 92, 170)
    syringe(s, (92, 50), 90, 0.86)
    tongs(s, (160, 38), (98, 36), (98, 50))
    arm(s, (272, 2), (204, 28), "fist", glove=GLOVE, scale=0.8, flip=True)
    s.arrow((46, 34), (46, 74))


def sharp_close(s: Scene) -> None:
    """The container is closed, with a label beside it."""
    s.floor(172)
    container(s, 108, 170, shut=True)
    arm(s, (232, -10), (172, 46), "flat", glove=GLOVE, scale=0.84, turn=134, flip=True)
    s.arrow((60, 40), (60, 72))
    s.mass([area((176, 132), (222, 132), (222, 164), (176, 164), w=4)], PAPER, DETAIL)
    for k in range(3):
        s.path([(184, 140 + k * 8), (214 - k * 7, 140 + k * 8)], ink=SOFT, w=DETAIL)


def search_ask(s: Scene) -> None:
    """An officer asks a person about sharp things; the hands of both are in view."""
    s.floor(178)
    person(s, 62, 177, 142, "officer", 1, near=(106, 98))
    person(s, 188, 177, 142, "young", -1, near=(150, 92), far=(222, 86), skin=SKIN[1])
    speech(s, 96, 8, 62, 36, (84, 46))
    syringe(s, (124, 26), 0, 0.44)


def search_look(s: Scene) -> None:
    """Torch and mirror look into an open bag; no hand reaches in."""
    s.floor(178)
    s.mass([limb((150, 177), (230, 177), w=2)], SOFT, 0)
    torch(s, (60, 64), 38, 1.0, beam=118)
    bag(s, 152, 176)
    arm(s, (-30, 12), (26, 40), "fist", sleeve=NAVY, scale=0.78, turn=38)
    mirror(s, (226, 34), 128, 0.78)
    s.mass([limb((246, 8), (230, 28), w=18)], SKIN[0])


def search_reach(s: Scene) -> None:
    """What was in the bag lies on a table; tongs take the syringe by its barrel."""
    s.floor(178)
    s.mass([area((20, 132), (220, 132), w=8)], NAVY_TINT)
    for x in (36, 204):
        s.path([(x, 138), (x, 176)])
    syringe(s, (92, 122), 180, 0.7)
    s.mass([area((140, 112), (168, 112), (168, 126), (140, 126), w=3)], AMBER_TINT, DETAIL)
    s.circle((192, 118), 8, PAPER, INK, DETAIL)
    s.mass([area((32, 118), (46, 118), w=9)], SOFT, DETAIL)
    tongs(s, (150, 58), (88, 114), (100, 118))
    arm(s, (252, -14), (188, 38), "fist", glove=GLOVE, scale=0.82, flip=True)


def step_away(s: Scene) -> None:
    """A person in gloves steps back from a syringe on the ground."""
    s.floor(178)
    syringe(s, (54, 168), 180, 0.8)
    person(s, 156, 177, 150, "worker", -1, near=(112, 84), far=(196, 96), skin=SKIN[1])
    s.arrow((182, 152), (222, 152))


def tell(s: Scene) -> None:
    """Somebody telephones a supervisor, and the time is noted."""
    s.floor(178)
    person(s, 66, 177, 150, "officer", 1, near=(86, 46), skin=SKIN[0])
    phone(s, (87, 40))
    for r in (12, 22, 32):
        s.path([(104 + r * x, 40 + r * y) for x, y in ((0.8, -0.6), (1, 0), (0.8, 0.6))], ink="#A34A06")
    leaf(s, (186, 120), -4, 1.25, 4)
    s.mass([limb((196, 132), (224, 104), w=5)], INK, 1)


def doctor(s: Scene) -> None:
    """A nurse receives an officer at a table with the door open."""
    s.floor(178)
    person(s, 68, 177, 148, "officer", 1, near=(110, 96), skin=SKIN[1])
    person(s, 184, 177, 146, "nurse", -1, near=(140, 92), skin=SKIN[2])
    s.mass([disc((126, 32), 20)], PAPER, DETAIL)
    for a, b in (((116, 32), (136, 32)), ((126, 22), (126, 42))):
        s.path([a, b], w=6)
