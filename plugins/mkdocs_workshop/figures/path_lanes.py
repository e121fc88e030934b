"""The lanes of a decision path: ways that pass boxes run on the left of the column.

Ways to the same box share a lane. Short lanes lie inside long ones, and the places where ways touch a box are
ordered so that lanes that lie in each other do not cross.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .path_plan import Leg, Plan


@dataclass(frozen=True)
class Lane:
    """A way that passes boxes."""

    leg: Leg
    place: int
    """0 is next to the boxes."""
    leaves: float
    """How far down the left side of its source it begins, from 0 to 1."""
    arrives: float
    """How far down the left side of its target it ends."""


@dataclass(frozen=True)
class _Port:
    """A place on the left side of a box; ways that arrive from the same direction share one."""

    owner: str
    target: str
    upwards: bool
    """The lane lies above this place."""


def lanes(ways: Sequence[Leg], plan: Plan) -> tuple[Lane, ...]:
    """Give a lane to every way within the column that does not lead to the next box."""
    row = {name: number for number, name in enumerate(plan.column)}
    passing = [
        leg for leg in ways if leg.target in row and leg.source in row and row[leg.target] != row[leg.source] + 1
    ]
    places = _places(passing, row)
    ports = {port for leg in passing for port in (_start(leg, row), _end(leg, row))}
    shares = {port: _share(port, ports, places) for port in ports}
    return tuple(Lane(leg, places[leg.target], shares[_start(leg, row)], shares[_end(leg, row)]) for leg in passing)


def touched(found: Sequence[Lane], name: str) -> int:
    """Count the places at which lanes touch a box."""
    places = {lane.leaves for lane in found if lane.leg.source == name}
    return len(places | {lane.arrives for lane in found if lane.leg.target == name})


def _places(passing: Sequence[Leg], row: Mapping[str, int]) -> dict[str, int]:
    """Put each target's lane as near to the boxes as those already there allow, the shortest first."""
    spans: dict[str, tuple[int, int]] = {}
    for leg in passing:
        ends = (row[leg.source], row[leg.target], *spans.get(leg.target, ()))
        spans[leg.target] = (min(ends), max(ends))
    places: dict[str, int] = {}
    for target in sorted(spans, key=lambda name: (spans[name][1] - spans[name][0], row[name])):
        low, high = spans[target]
        used = {place for other, place in places.items() if spans[other][0] < high and low < spans[other][1]}
        places[target] = next(place for place in range(len(spans)) if place not in used)
    return places


def _start(leg: Leg, row: Mapping[str, int]) -> _Port:
    return _Port(leg.source, leg.target, upwards=row[leg.target] < row[leg.source])


def _end(leg: Leg, row: Mapping[str, int]) -> _Port:
    return _Port(leg.target, leg.target, upwards=row[leg.target] > row[leg.source])


def _share(port: _Port, ports: set[_Port], places: Mapping[str, int]) -> float:
    """Order the ports of a box: upward ones first, inner before outer; then downward ones, reversed."""

    def key(one: _Port) -> tuple[bool, int]:
        return not one.upwards, places[one.target] if one.upwards else -places[one.target]

    own = sorted((one for one in ports if one.owner == port.owner), key=key)
    return (own.index(port) + 1) / (len(own) + 1)
