"""The plan of a decision path: which step leads where, and which boxes stand beside the way."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model.figure import PathStep


@dataclass(frozen=True)
class Leg:
    """A way from one box to another."""

    source: str
    target: str
    answer: bool | None = None
    """The answer that leads this way; none after a step that asks nothing."""


@dataclass(frozen=True)
class Plan:
    """Boxes below each other, and exits to their right."""

    column: tuple[str, ...]
    aside: Mapping[str, tuple[str, ...]]
    """An exit, and the questions that lead to it."""


def every_leg(steps: Sequence[PathStep]) -> Iterator[Leg]:
    """List every way as it is written, from top to bottom."""
    below = {step.id: after.id for step, after in itertools.pairwise(steps)}
    return (leg for step in steps if not step.end for leg in _from(step, step.next or below.get(step.id)))


def legs(steps: Sequence[PathStep]) -> tuple[Leg, ...]:
    """List every way, from top to bottom; what leads nowhere or to itself is left out."""
    known = {step.id for step in steps}
    return tuple(leg for leg in every_leg(steps) if leg.target in known and leg.target != leg.source)


def plan(steps: Sequence[PathStep], ways: Sequence[Leg], wide: bool) -> Plan:
    """Decide where the boxes stand.

    An exit, a box after which nothing follows, stands beside the question that leads to it if the other
    answer goes on below. On a wide canvas it may serve several questions, and stands beside all of them. An
    exit of several questions that finds no such place comes last: the ways to it pass all other boxes.
    """
    order = [step.id for step in steps]
    into = {name: [leg for leg in ways if leg.target == name] for name in order}
    leaving = {leg.source for leg in ways}
    exits = [
        name
        for name in order[1:]
        if name not in leaving and into[name] and all(leg.answer is not None for leg in into[name])
    ]
    single = [name for name in exits if len(into[name]) == 1]
    shared = [name for name in exits if len(into[name]) > 1]
    others = {into[name][0].source for name in single}
    aside: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for name in shared if wide else []:
        sources = [leg.source for leg in into[name]]
        between = order[order.index(sources[0]) : order.index(sources[-1]) + 1]
        if not others.intersection(set(between) - set(sources)) and not taken.intersection(between):
            aside[name] = tuple(sources)
            taken.update(between)
    for name in single:
        source = into[name][0].source
        goes_on = any(leg.source == source and leg.target not in {name, *aside} for leg in ways)
        if goes_on and source not in taken:
            aside[name] = (source,)
    last = [name for name in shared if name not in aside]
    column = [name for name in order if name not in aside and name not in last]
    return Plan((*column, *last), aside)


def _from(step: PathStep, onward: str | None) -> Iterable[Leg]:
    """List the ways out of a step; an answer without a goal goes on like a step without a question."""
    goals: list[tuple[str | None, bool | None]]
    if step.yes is None and step.no is None:
        goals = [(onward, None)]
    elif (step.yes or onward) == (step.no or onward):
        goals = [(step.yes or onward, None)]
    else:
        goals = [(step.yes or onward, True), (step.no or onward, False)]
    return [Leg(step.id, goal, answer) for goal, answer in goals if goal is not None]
