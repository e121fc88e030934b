"""Stations to groups, rounds and minutes. Nothing here knows files or texts."""

import math
from dataclasses import dataclass

from ..model.module import Activity
from ..model.stations import Material, Rotation, Station


@dataclass(frozen=True)
class Round:
    """How one activity with stations runs."""

    groups: int
    """As many as stations; each group begins at another one."""
    rounds: int
    """As many as stations, so that everybody has been everywhere."""
    minutes: int
    """One round, without the change."""
    change: int
    """Minutes between two rounds."""

    @property
    def whole(self) -> int:
        """Minutes of all rounds, and of the changes between them.

        Four stations of 5 minutes and changes of 1 take 23.
        """
        return self.rounds * self.minutes + (self.rounds - 1) * self.change

    def people(self, participants: int) -> tuple[int, int]:
        """The smallest and the largest group: 23 people at 4 stations are 5 to 6."""
        return participants // self.groups, math.ceil(participants / self.groups)


def rotation_of(activity: Activity) -> Round | None:
    """How the stations of an activity run: 4 stations of 5 minutes, 1 to change, are 4 rounds and 23 minutes in all."""
    if not activity.stations:
        return None
    count = len(activity.stations)
    change = (activity.rotation or Rotation()).change
    return Round(count, count, max(station.minutes for station in activity.stations), change)


def kit_at(activity: Activity, station: Station) -> tuple[Material, ...]:
    """The materials of a station. What each group needs is counted here: the programme's small groups are others.

    Two gloves for each group at one of four stations are eight.
    """
    groups = len(activity.stations)
    return tuple(
        Material(item=thing.item, quantity=thing.quantity * groups) if thing.per == "group" else thing
        for thing in station.materials
    )


def materials_of(activity: Activity) -> tuple[Material, ...]:
    """Everything to bring for an activity, with the kit of its stations."""
    return (*activity.materials, *(thing for station in activity.stations for thing in kit_at(activity, station)))
