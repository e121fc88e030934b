"""A decision path as a road: stations in order, and what leaves the road at each of them. For posters, which are wide."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ..model.figure import Figure, PathFigure, PathStep
from .canvas import FigureWords


class Station(NamedTuple):
    """A stop on the road."""

    text: str
    answer: str
    """What is answered by those who leave the road here: "No"; empty where nobody does."""
    aside: str
    """What they do."""


def road(figure: Figure, plain: Callable[[str], str], words: FigureWords) -> tuple[Station, ...]:
    """The stations of a path; none of any other figure.

    The road goes where more is left to do; what is shorter leaves it. A way back is told by the number of its station.
    """
    if not isinstance(figure, PathFigure):
        return ()
    steps = {step.id: step for step in figure.steps}
    following = {step.id: after.id for step, after in zip(figure.steps, figure.steps[1:], strict=False)}
    way: list[str] = []
    at: str | None = figure.steps[0].id
    while at is not None and at not in way:
        way.append(at)
        at = _ahead(steps[at], steps, following, way)
    return tuple(_station(steps[id_], steps, following, way, plain, words) for id_ in way)


def _next(step: PathStep, following: Mapping[str, str]) -> str | None:
    return None if step.end else step.next or following.get(step.id)


def _length(id_: str | None, steps: Mapping[str, PathStep], following: Mapping[str, str], seen: frozenset[str]) -> int:
    """How many stations the longest way from a step has."""
    if id_ is None or id_ in seen:
        return 0
    step, seen = steps[id_], seen | {id_}
    ways = [step.yes, step.no] if step.yes and step.no else [_next(step, following)]
    return 1 + max(_length(way, steps, following, seen) for way in ways)


def _ahead(step: PathStep, steps: Mapping[str, PathStep], following: Mapping[str, str], way: list[str]) -> str | None:
    if step.yes and step.no:
        seen = frozenset(way)
        return max((step.yes, step.no), key=lambda id_: _length(id_, steps, following, seen))
    return _next(step, following)


def _station(
    step: PathStep,
    steps: Mapping[str, PathStep],
    following: Mapping[str, str],
    way: list[str],
    plain: Callable[[str], str],
    words: FigureWords,
) -> Station:
    if not (step.yes and step.no):
        return Station(plain(step.text), "", "")
    place = way.index(step.id)
    ahead = way[place + 1] if place + 1 < len(way) else step.yes
    leaves, answer = (step.no, words.no) if ahead == step.yes else (step.yes, words.yes)
    told: list[str] = []
    at: str | None = leaves
    while at is not None and at not in way and len(told) < len(steps):
        told.append(plain(steps[at].text))
        at = _next(steps[at], following)
    if at in way:
        told.append(f"→ {way.index(at) + 1}")
    return Station(plain(step.text), answer, " ".join(told))
