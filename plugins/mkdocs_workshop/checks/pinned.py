"""Rules about times that a programme promises: what begins at a fixed time, how long a day may be, what it can give back."""

from collections.abc import Iterator

from ..clock import TimedDay, TimedSlot, clock, cuts, minutes_of, span
from ..model.programme import PauseSlot
from ..reading.curriculum import Curriculum
from ..reading.kinds import Loaded
from .finding import Finding


def _days(curriculum: Curriculum) -> Iterator[tuple[Loaded, TimedDay]]:
    for file in curriculum.files:
        if file.kind == "programme":
            for day in curriculum.timetables[file.ids[0]]:
                yield file, day


def fixed_holds(curriculum: Curriculum) -> Iterator[Finding]:
    """Lunch and guests that wait, or that come too early."""
    for file, day in _days(curriculum):
        for place, slot in enumerate(day.slots):
            fixed = slot.slot.fixed
            if fixed is None or slot.start == minutes_of(fixed):
                continue
            late = slot.start - minutes_of(fixed)
            name = slot.slot.kind if isinstance(slot.slot, PauseSlot) else f"`{slot.slot.id}`"
            message = (
                f"{name} begins at {clock(slot.start)}, {abs(late)} minutes {'after' if late > 0 else 'before'} {fixed}"
            )
            advice = (
                _earlier(day, day.slots[:place], late)
                if late > 0
                else f"Give {-late} minutes more to what comes before."
            )
            yield Finding(file, ("days", day.index, "slots", slot.index, "fixed"), message, advice)


def _earlier(day: TimedDay, before: tuple[TimedSlot, ...], late: int) -> str:
    """What to cut before a fixed time."""
    if not before:
        return "Begin the day earlier."
    won = sum(cut.minutes for cut in cuts(TimedDay(day.day, day.index, before), late))
    if won >= late:
        return f"What comes before can be made {late} minutes shorter without leaving anything out."
    return f"What comes before can be made {won} minutes shorter; leave something out that takes {late - won} more."


def net_most(curriculum: Curriculum) -> Iterator[Finding]:
    """Days that ask more of people than was agreed."""
    for file, day in _days(curriculum):
        most = file.model.net_max
        if most is not None and day.net > most:
            message = f"{day.day.title} has {day.net} working minutes, {most} are the most"
            yield Finding(file, ("days", day.index), message)


def slack_left(curriculum: Curriculum) -> Iterator[Finding]:
    """Half days that can give nothing back when they run late. Lunch parts the day."""
    for file, day in _days(curriculum):
        wanted = file.model.slack
        if wanted is None:
            continue
        for half in _halves(day):
            gives = sum(map(_gives, half))
            if gives < wanted:
                message = f"the half day from {clock(half[0].start)} to {clock(half[-1].end)} can give back {gives} minutes, {wanted} are wanted"
                yield Finding(file, ("days", day.index, "slots", half[0].index), message)


def _halves(day: TimedDay) -> Iterator[tuple[TimedSlot, ...]]:
    half: list[TimedSlot] = []
    for slot in day.slots:
        if slot.slot.kind != "lunch":
            half.append(slot)
        elif half:
            yield tuple(half)
            half = []
    if half:
        yield tuple(half)


def _gives(slot: TimedSlot) -> int:
    """Minutes that a slot can be shorter without leaving anything out."""
    if slot.activities:
        return sum(timed.minutes - span(timed.activity.minutes).least for timed in slot.activities)
    if isinstance(slot.slot, PauseSlot) and slot.slot.min is not None:
        return slot.minutes - slot.slot.min
    return 0
