"""Panels of two people and what passes between them: speaking, listening, explaining, calling, handing on. Both stand at one height."""

from .hands import arm
from .inks import AMBER, DETAIL, HAIR, INK, NAVY, PAPER, PLUM, SKIN, SOFT, TEAL, TEAL_TINT
from .people import Dress, person, speech, waves
from .scene import Scene
from .shapes import area, limb
from .things import clock, house, leaf, phone


def _lines(s: Scene, x: float, y: float, *widths: float) -> None:
    for k, width in enumerate(widths):
        s.path([(x, y + k * 11), (x + width, y + k * 11)], ink=SOFT, w=DETAIL * 1.4)


def greet(s: Scene) -> None:
    """An officer and a person greet each other at a distance."""
    s.floor(178)
    person(s, 58, 177, 146, "officer", 1, near=(106, 92), skin=SKIN[1])
    person(s, 184, 177, 146, "woman", -1, near=(138, 100), skin=SKIN[0])
    speech(s, 84, 12, 46, 30, (74, 42))
    s.path([(98, 27), (116, 27)], ink=SOFT, w=DETAIL * 1.4)


def listen(s: Scene) -> None:
    """One person speaks, the other listens with open hands."""
    s.floor(178)
    person(s, 58, 177, 146, "worker", 1, near=(104, 104), far=(22, 104), skin=SKIN[0])
    person(s, 184, 177, 146, "coat", -1, near=(146, 96), skin=SKIN[2])
    speech(s, 96, 10, 72, 42, (164, 50))
    _lines(s, 108, 20, 48, 40, 28)


def explain(s: Scene) -> None:
    """An officer explains in plain words, with a card in the hand."""
    s.floor(178)
    person(s, 58, 177, 146, "officer", 1, near=(108, 92), skin=SKIN[0])
    s.mass([area((108, 76), (130, 72), (134, 92), (112, 96), w=4)], PAPER, DETAIL)
    person(s, 190, 177, 146, "young", -1, near=(154, 104), skin=SKIN[1])
    speech(s, 90, 8, 76, 40, (82, 46))
    _lines(s, 102, 18, 52, 44, 30)


def phone_call(s: Scene) -> None:
    """An officer calls an outreach worker."""
    s.floor(178)
    person(s, 56, 177, 146, "officer", 1, near=(76, 50), skin=SKIN[1])
    phone(s, (77, 44))
    waves(s, (90, 42), -34, 34, (14, 24, 34), AMBER)
    person(s, 186, 177, 146, "worker", -1, near=(166, 50), skin=SKIN[0])
    phone(s, (165, 44), 20)
    waves(s, (152, 42), 146, 214, (14, 24), AMBER)


def give(s: Scene) -> None:
    """One hand gives a slip of paper to another."""

    def slip(z: Scene) -> None:
        z.mass([area((88, 78), (146, 72), (150, 112), (92, 118), w=4)], PAPER)
        z.path([(102, 90), (134, 87)], ink=SOFT).path([(104, 103), (124, 101)], ink=SOFT)

    arm(s, (-40, 130), (38, 110), "pinch", sleeve=NAVY, flip=True, held=slip)
    arm(s, (282, 138), (206, 110), "open", sleeve=PLUM, skin=SKIN[1], turn=188)


def walk(s: Scene) -> None:
    """An outreach worker goes with a person to a door."""
    s.floor(178)
    house(s, 182, 177, 1.0, TEAL_TINT)
    person(s, 40, 177, 140, "worker", 1, near=(66, 116), skin=SKIN[1])
    person(s, 100, 177, 138, "man", 1, skin=SKIN[2])
    s.arrow((122, 160), (154, 160))


def thanks(s: Scene) -> None:
    """A worker tells what came of it: a tick, no name."""
    s.floor(178)
    person(s, 58, 177, 146, "worker", 1, near=(102, 98), skin=SKIN[2])
    person(s, 184, 177, 146, "officer", -1, near=(140, 98), skin=SKIN[0])
    s.circle((121, 38), 24, PAPER, INK, DETAIL).path([(109, 38), (118, 48), (135, 28)], ink=TEAL, w=6)


def read_paper(s: Scene) -> None:
    """A paper with its end marked, a clock beside it: first read, then sign."""
    leaf(s, (92, 96), 0, 2.4, 5)
    s.path([(62, 152), (104, 152)], ink=AMBER, w=4)
    s.mass([limb((116, 142), (152, 96), w=9)], INK, 1)
    clock(s, (190, 54), 30, 15)


def table_talk(s: Scene) -> None:
    """Four people of both sides sit around one table."""
    seats: tuple[tuple[float, Dress, int, str], ...] = (
        (40, "officer", 1, SKIN[1]), (92, "woman", 1, SKIN[0]), (148, "elder", -1, SKIN[2]), (200, "worker", -1, SKIN[0]),
    )  # fmt: skip
    for x, dress, side, skin in seats:
        person(s, x, 214, 150, dress, side, skin=skin, bust=True)
    s.mass([area((14, 146), (226, 146), (214, 172), (26, 172), w=8)], HAIR)
    leaf(s, (120, 148), 90, 0.6, 2)


def door(s: Scene) -> None:
    """A health service with its door open, somebody waves in."""
    s.floor(178)
    house(s, 84, 177, 1.3, PAPER)
    person(s, 190, 177, 140, "nurse", -1, near=(150, 96), skin=SKIN[2])
