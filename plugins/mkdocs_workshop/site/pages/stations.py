"""The stations of an activity for the session page and the run sheet."""

from typing import NamedTuple

from ...model.module import Activity
from ...model.programme import Programme
from ...model.stations import Station
from ...reading.curriculum import Curriculum
from ...teaching.materials import needed, papers_of
from ...teaching.stations import Round, kit_at, rotation_of
from . import paths


class StationView(NamedTuple):
    """A station with what lies there, counted for the group of a programme."""

    station: Station
    things: list[tuple[str, int]]
    papers: list[tuple[str, str]]
    """Title and page."""


class StationsView(NamedTuple):
    """All stations of an activity, and how the groups go round."""

    turn: Round
    people: str
    """How many people a group has: `5–6`."""
    all: list[StationView]


def stations_view(curriculum: Curriculum, activity: Activity, programme: Programme) -> StationsView | None:
    """The stations of an activity; None where it has none."""
    turn = rotation_of(activity)
    if turn is None:
        return None
    known = papers_of(curriculum)
    least, most = turn.people(programme.participants)
    return StationsView(
        turn,
        str(least) if least == most else f"{least}–{most}",
        [
            StationView(
                station,
                [(thing.item, needed(thing, programme)) for thing in kit_at(activity, station)],
                [(known["handout", id_].title, paths.handout(id_)) for id_ in station.handouts],
            )
            for station in activity.stations
        ],
    )
