"""Minutes to clock: sums, ranges, breaks, what runs over and what could be cut.

All times are whole minutes; clock times are minutes after midnight. Nothing here knows files or texts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .model.base import Minutes, MinutesRange
from .model.module import Activity
from .model.programme import Day, FrameSlot, PauseSlot, Programme, SessionSlot


@dataclass(frozen=True)
class Span:
    """The least and the most minutes of something."""

    least: int
    most: int

    def __add__(self, other: "Span") -> "Span":
        return Span(self.least + other.least, self.most + other.most)


def span(minutes: Minutes) -> Span:
    """A number or a range as a span. `span(15)` gives `Span(least=15, most=15)`."""
    if isinstance(minutes, MinutesRange):
        return Span(minutes.min, minutes.max)
    return Span(minutes, minutes)


def total(spans: Sequence[Span]) -> Span:
    """Ranges add as ranges. `total([Span(10, 20), Span(5, 5)])` gives `Span(least=15, most=25)`."""
    return sum(spans, Span(0, 0))


def fit(spans: Sequence[Span], minutes: int) -> tuple[int, ...]:
    """Shares out minutes: nobody gets less than the least or more than the most.

    The room that is left above the least is shared in proportion to what each one can take (Sainte-Lague), so that a day which
    runs late takes a little from everybody, and one more minute for the session never takes one from an activity. If the
    minutes are too few or too many, all get their least or their most.

    `fit([Span(10, 20), Span(5, 15)], 25)` gives `(15, 10)`.
    """
    room = max(0, minutes - total(spans).least)
    slack = [item.most - item.least for item in spans]
    more = [0] * len(spans)
    for _ in range(min(room, sum(slack))):
        open_ = [index for index, limit in enumerate(slack) if more[index] < limit]
        more[min(open_, key=lambda index: (2 * more[index] + 1) / slack[index])] += 1
    return tuple(item.least + extra for item, extra in zip(spans, more, strict=True))


def clock(minutes: int) -> str:
    """Minutes after midnight as `08:45`; a day that runs past midnight goes on counting."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def minutes_of(time: str) -> int:
    """`08:45` as minutes after midnight."""
    hours, _, rest = time.partition(":")
    return int(hours) * 60 + int(rest)


@dataclass(frozen=True)
class TimedActivity:
    """An activity with its place on the clock."""

    module: str
    activity: Activity
    start: int
    minutes: int

    @property
    def end(self) -> int:
        """When it is over. In minutes after midnight: 540 for 09:00."""
        return self.start + self.minutes


@dataclass(frozen=True)
class TimedSlot:
    """A slot of a day with its place on the clock."""

    slot: SessionSlot | PauseSlot | FrameSlot
    index: int
    """Its position among the slots of its day, from 0."""
    start: int
    activities: tuple[TimedActivity, ...]
    needs: Span
    """What its activities need; its own minutes if it has none."""

    @property
    def minutes(self) -> int:
        """What the programme gives."""
        return self.slot.minutes

    @property
    def end(self) -> int:
        """When it is over. In minutes after midnight: 540 for 09:00."""
        return self.start + self.minutes

    @property
    def over(self) -> int:
        """Minutes missing, even if everything takes its least."""
        return max(0, self.needs.least - self.minutes)

    @property
    def under(self) -> int:
        """Minutes left, even if everything takes its most."""
        return max(0, self.minutes - self.needs.most)

    @property
    def works(self) -> bool:
        """Whether people work here, rather than rest."""
        return not isinstance(self.slot, PauseSlot)


@dataclass(frozen=True)
class TimedDay:
    """A day with its place on the clock."""

    day: Day
    index: int
    slots: tuple[TimedSlot, ...]

    @property
    def start(self) -> int:
        """When it begins. In minutes after midnight: 540 for 09:00."""
        return minutes_of(self.day.start)

    @property
    def end(self) -> int:
        """When its last slot is over. In minutes after midnight: 1020 for 17:00."""
        return self.slots[-1].end

    @property
    def net(self) -> int:
        """Working minutes, breaks and lunch left out."""
        return sum(slot.minutes for slot in self.slots if slot.works)

    @property
    def over(self) -> int:
        """Minutes after `end_by`."""
        return max(0, self.end - minutes_of(self.day.end_by)) if self.day.end_by else 0


FindActivities = Callable[[SessionSlot], Sequence[tuple[str, Activity]]]
"""Gives the activities of a session with the ids of their modules; unknown ones are left out."""


def timetable(programme: Programme, activities_of: FindActivities) -> tuple[TimedDay, ...]:
    """Gives every slot and every activity of a programme its time.

    Times are minutes after midnight, so a day that starts at 08:45 has its first slot at 525.
    """
    return tuple(_timed_day(day, index, activities_of) for index, day in enumerate(programme.days))


def _timed_day(day: Day, index: int, activities_of: FindActivities) -> TimedDay:
    now = minutes_of(day.start)
    slots = []
    for position, slot in enumerate(day.slots):
        taught = activities_of(slot) if isinstance(slot, SessionSlot) else ()
        spans = [span(activity.minutes) for _, activity in taught]
        needs = total(spans) if taught else Span(slot.minutes, slot.minutes)
        timed, start = [], now
        for (module, activity), minutes in zip(taught, fit(spans, slot.minutes), strict=True):
            timed.append(TimedActivity(module, activity, start, minutes))
            start += minutes
        slots.append(TimedSlot(slot, position, now, tuple(timed), needs))
        now += slot.minutes
    return TimedDay(day, index, tuple(slots))


@dataclass(frozen=True)
class Cut:
    """Minutes that can be taken from somewhere without leaving it out."""

    slot: TimedSlot
    activity: TimedActivity | None
    """None when a break is shortened."""
    minutes: int


def cuts(day: TimedDay, needed: int) -> tuple[Cut, ...]:
    """The fewest cuts that win the minutes: the largest first, the last one only as far as needed.

    Wins less than needed when the ranges and breaks give no more.
    """
    chosen = []
    for cut in sorted(_possible_cuts(day), key=lambda cut: -cut.minutes):
        if needed <= 0:
            break
        taken = min(cut.minutes, needed)
        chosen.append(Cut(cut.slot, cut.activity, taken))
        needed -= taken
    return tuple(chosen)


def _possible_cuts(day: TimedDay) -> list[Cut]:
    possible = []
    for slot in day.slots:
        if isinstance(slot.slot, PauseSlot) and slot.slot.min is not None:
            possible.append(Cut(slot, None, slot.minutes - slot.slot.min))
        possible += [Cut(slot, timed, timed.minutes - span(timed.activity.minutes).least) for timed in slot.activities]
    return [cut for cut in possible if cut.minutes > 0]


def step_minutes(timed: TimedActivity) -> tuple[int | None, ...]:
    """Minutes of the steps, scaled to the minutes that the activity got; None where the author gave none.

    Each step keeps a minute where there are enough of them: a step of no time would not be a step.

    Steps of 5 and 10 minutes in an activity that got 30 are `(10, 20)`.
    """
    given = [step.minutes for step in timed.activity.steps]
    if any(minutes is None for minutes in given):
        return tuple(None for _ in given)
    whole, upto, shares = sum(minutes or 0 for minutes in given), 0, []
    asked, enough = 0, timed.minutes >= len(given)
    for after, minutes in zip(range(len(given) - 1, -1, -1), given, strict=True):
        asked += minutes or 0
        reached = round(timed.minutes * asked / whole)
        if enough:
            reached = min(max(reached, upto + 1), timed.minutes - after)
        shares.append(reached - upto)
        upto = reached
    return tuple(shares)
