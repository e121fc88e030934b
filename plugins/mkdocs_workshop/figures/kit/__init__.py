"""A drawing kit of our own: people, hands, things, rooms and icons, made of a few primitives. No hand-made SVG anywhere.

    drawn("gloves-pinch", "p1")   ->  Scene of 240 by 190 units; `p1` begins the ids inside of it
    icon("flipchart", "#FBEBD9")  ->  Scene of 48 by 48 units

Rules of the kit: no words in a picture (captions stay live text), no faces, no blood, no needle towards a person, no weapons
or handcuffs, nobody from above in an encounter. People differ by dress, and everybody stands upright and in order.
"""

from .catalogue import drawn
from .icons import icon

__all__ = ["drawn", "icon"]
