"""What activities took, over all workshops that were measured."""

from statistics import median
from typing import NamedTuple

from ..clock import span
from ..model.module import Activity
from ..reading.curriculum import Curriculum


class Took(NamedTuple):
    """What an activity took, the oldest workshop first."""

    minutes: tuple[int, ...]
    """Where it was measured."""
    left_out: int
    """In how many workshops it was left out."""
    held: int
    """In how many workshops it was planned."""


ENOUGH = 2
"""Workshops. One bad day is no reason to change a plan."""
NEAR = 2
"""Minutes that a plan may be wrong."""


def took(curriculum: Curriculum) -> dict[tuple[str, str], Took]:
    """Activities with what they took, by module and id; what was never measured and never left out is not there.

    For example `{("first-aid", "ask"): Took((18, 25), 0, 2)}` for an activity that took 18 and 25 minutes in two workshops.
    """
    found: dict[tuple[str, str], Took] = {}
    for parts in reversed(list(curriculum.events.values())):
        for day in parts.delivered.days if parts.delivered else ():
            for line in day.lines:
                if line.activity is None:
                    continue
                module, _, id_ = line.activity.partition("/")
                before = found.get((module, id_), Took((), 0, 0))
                measured = () if line.minutes is None or line.left_out else (line.minutes,)
                found[module, id_] = Took(
                    (*before.minutes, *measured), before.left_out + line.left_out, before.held + 1
                )
    return {key: one for key, one in found.items() if one.minutes or one.left_out}


def off_plan(activity: Activity, one: Took) -> float | None:
    """By how many minutes an activity usually misses its range; None where it keeps to it, or nobody can tell yet.

    The median counts: a range of 17 to 28 and 31, 33, 60 minutes give 5.
    """
    if len(one.minutes) < ENOUGH:
        return None
    planned, middle = span(activity.minutes), median(one.minutes)
    missed = max(0, middle - planned.most) - max(0, planned.least - middle)
    return missed if abs(missed) > NEAR else None


def often_left_out(one: Took) -> bool:
    """Whether it is left out at least every second time. Once of two workshops is; once of one tells nothing yet."""
    return one.held >= ENOUGH and 2 * one.left_out >= one.held
