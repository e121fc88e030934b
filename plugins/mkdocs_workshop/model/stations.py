"""Stations: groups go round, and everybody practises everything."""

from typing import Annotated, Literal

from pydantic import Field

from .base import FACILITATOR_ONLY, Id, Line, Many, Part, WholeMinutes
from .drawings import IconId

Per = Literal["person", "pair", "group", "room"]


class Material(Part):
    """A thing to have in the room."""

    item: Line
    """What it is, as you would ask for it in a shop: "Bucket, 10 litres"."""
    quantity: Annotated[int, Field(ge=1)] = 1
    """How many for each person, pair, group or room."""
    per: Per = "room"
    """What the quantity is counted for."""
    icon: IconId | None = None
    """A small drawing beside it in the guide, so that the eye finds it in the box: `gloves`, `flipchart`."""


class Station(Part):
    """A place in the room at which one skill is practised."""

    id: Id
    """Stays for ever."""
    title: Line
    """What is practised there."""
    minutes: WholeMinutes
    """How long a group is there. All change together, so the longest station sets the round."""
    helper: Annotated[Line | None, FACILITATOR_ONLY] = None
    """For the facilitator only: who stands there, and what they watch for."""
    materials: Many[Material] = ()
    """Things at this station; `per: group` is counted for each group that comes by."""
    handouts: Many[Id] = ()
    """Handouts that lie there."""


class Rotation(Part):
    """How the groups go round."""

    change: Annotated[int, Field(ge=0, le=10)] = 1
    """Minutes that one change takes."""
    most: Annotated[int, Field(ge=1, le=30)] | None = None
    """The most people who can practise at a station at a time."""
