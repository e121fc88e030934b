"""The lines of a day that runs, under names that a device can remember for weeks: one thing after another on the clock."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..clock import TimedActivity, TimedSlot, minutes_of
from ..model.programme import PauseSlot


class DayLine(NamedTuple):
    """One thing after another: an activity, a break, or what frames the day."""

    key: str
    """Its name on a device. It says what the line is and not where it stands, so that it stays when a slot comes before it."""
    slot: TimedSlot
    timed: TimedActivity | None
    start: int
    minutes: int

    @property
    def fixed(self) -> int | None:
        """Minutes after midnight at which it must begin: what the programme fixes, and lunch; None for what may move."""
        slot = self.slot.slot
        if self.start != self.slot.start:
            return None
        if slot.fixed:
            return minutes_of(slot.fixed)
        return self.start if slot.kind == "lunch" else None

    @property
    def on_clock(self) -> dict[str, str | int]:
        """What a script needs to tell when it begins and ends: `{"key": "lunch.1", "minutes": 60, "fixed": 780}`."""
        known: dict[str, str | int] = {"key": self.key, "minutes": self.minutes}
        return known if self.fixed is None else known | {"fixed": self.fixed}


def day_lines(slots: Iterable[TimedSlot]) -> Iterator[DayLine]:
    """The lines of the slots of one day. No id has a dot in it, so that the three kinds of keys can not meet."""
    pauses: Counter[str] = Counter()
    for timed in slots:
        slot = timed.slot
        if isinstance(slot, PauseSlot):
            pauses[slot.kind] += 1
            yield DayLine(f"{slot.kind}.{pauses[slot.kind]}", timed, None, timed.start, slot.minutes)
        elif not timed.activities:
            yield DayLine(slot.id, timed, None, timed.start, slot.minutes)
        else:
            for activity in timed.activities:
                key = f"{slot.id}.{activity.module}.{activity.activity.id}"
                yield DayLine(key, timed, activity, activity.start, activity.minutes)
