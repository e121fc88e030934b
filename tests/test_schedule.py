"""The clock: sums, ranges, cuts. Properties that hold for every programme."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_workshop.clock import (
    Span,
    TimedActivity,
    TimedDay,
    clock,
    cuts,
    fit,
    minutes_of,
    span,
    step_minutes,
    timetable,
    total,
)
from mkdocs_workshop.model.base import MinutesRange
from mkdocs_workshop.model.module import Activity, Step
from mkdocs_workshop.model.programme import Day, PauseSlot, Programme, SessionSlot

spans = st.tuples(st.integers(1, 60), st.integers(0, 60)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(spans, min_size=1, max_size=8), st.data())
def test_minutes_that_fit_are_given_out_to_the_last(parts: list[Span], data: st.DataObject) -> None:
    whole = total(parts)
    minutes = data.draw(st.integers(whole.least, whole.most))
    shares = fit(parts, minutes)
    assert sum(shares) == minutes
    assert all(part.least <= share <= part.most for part, share in zip(parts, shares, strict=True))


@given(st.lists(spans, min_size=1, max_size=8), st.integers(1, 1000))
def test_nobody_leaves_the_range(parts: list[Span], minutes: int) -> None:
    assert all(part.least <= share <= part.most for part, share in zip(parts, fit(parts, minutes), strict=True))


@given(st.lists(spans, min_size=1, max_size=6), st.integers(0, 400))
def test_more_minutes_take_from_nobody(parts: list[Span], minutes: int) -> None:
    assert all(less <= more for less, more in zip(fit(parts, minutes), fit(parts, minutes + 1), strict=True))


@given(st.integers(0, 24 * 60 - 1))
def test_clock_goes_both_ways(minutes: int) -> None:
    assert minutes_of(clock(minutes)) == minutes


def _activity(id_: str, least: int, most: int) -> Activity:
    minutes = least if least == most else MinutesRange(min=least, max=most)
    return Activity.model_validate(
        {
            "id": id_,
            "title": "T",
            "method": "test",
            "minutes": minutes,
            "steps": [{"text": "S", "minutes": least}],
            "notes": "N",
        }
    )


_slot = st.one_of(
    st.tuples(spans, st.integers(0, 60)).map(lambda pair: ("session", pair[0], pair[1])),
    st.integers(5, 90).map(lambda minutes: ("break", Span(minutes, minutes), 0)),
)


@st.composite
def days(draw: st.DrawFn) -> tuple[TimedDay, dict[str, Activity]]:
    activities: dict[str, Activity] = {}
    slots: list[SessionSlot | PauseSlot] = []
    for index, (kind, part, more) in enumerate(draw(st.lists(_slot, min_size=1, max_size=8))):
        if kind == "session":
            activities[f"a{index}"] = _activity(f"a{index}", part.least, part.most)
            minutes = min(part.least + more, part.most)
            slots.append(SessionSlot(kind="session", id=f"s{index}", activities=(f"m/a{index}",), minutes=minutes))
        else:
            least = draw(st.none() | st.integers(1, part.least - 1))
            slots.append(PauseSlot(kind="break", minutes=part.least, min=least))
    day = Day(title="D", start="08:45", slots=tuple(slots))
    programme = Programme(title="P", purpose="P", audiences=("a",), days=(day,))
    timed = timetable(programme, lambda slot: [("m", activities[ref.partition("/")[2]]) for ref in slot.activities])
    return timed[0], activities


@given(days())
def test_slots_follow_each_other_without_a_gap(made: tuple[TimedDay, dict[str, Activity]]) -> None:
    day, _ = made
    assert day.slots[0].start == day.start
    assert all(before.end == after.start for before, after in pairwise(day.slots))
    assert day.end == day.start + sum(slot.minutes for slot in day.slots)


@given(days())
def test_activities_fill_their_session(made: tuple[TimedDay, dict[str, Activity]]) -> None:
    day, _ = made
    for slot in day.slots:
        if slot.activities:
            assert slot.activities[0].start == slot.start
            assert all(before.end == after.start for before, after in pairwise(slot.activities))
            assert slot.activities[-1].end == slot.end


@given(days(), st.integers(1, 300))
def test_cuts_win_what_is_asked_or_all_there_is(made: tuple[TimedDay, dict[str, Activity]], needed: int) -> None:
    day, _ = made
    chosen = cuts(day, needed)
    room = sum(item.minutes - span(item.activity.minutes).least for slot in day.slots for item in slot.activities)
    room += sum(
        slot.minutes - slot.slot.min for slot in day.slots if isinstance(slot.slot, PauseSlot) and slot.slot.min
    )
    assert sum(cut.minutes for cut in chosen) == min(needed, room)
    for cut in chosen:
        left = (cut.activity.minutes if cut.activity else cut.slot.minutes) - cut.minutes
        least = span(cut.activity.activity.minutes).least if cut.activity else getattr(cut.slot.slot, "min", 0)
        assert left >= least


@given(days(), st.integers(1, 300))
def test_cuts_are_as_few_as_possible(made: tuple[TimedDay, dict[str, Activity]], needed: int) -> None:
    day, _ = made
    chosen = cuts(day, needed)
    assert sum(cut.minutes for cut in chosen[:-1]) < needed


@given(st.lists(st.integers(1, 20), min_size=1, max_size=8), st.integers(1, 120))
def test_steps_share_the_minutes_of_their_activity(minutes: list[int], given_minutes: int) -> None:
    activity = Activity.model_validate(
        {
            "id": "a",
            "title": "T",
            "method": "test",
            "minutes": 10,
            "steps": [{"text": "S", "minutes": count} for count in minutes],
            "notes": "N",
        }
    )
    slot = SessionSlot(kind="session", id="s", activities=("m/a",), minutes=given_minutes)
    day = Day(title="D", start="09:00", slots=(slot,))
    programme = Programme(title="P", purpose="P", audiences=("a",), days=(day,))
    timed = timetable(programme, lambda _: [("m", activity)])[0].slots[0].activities[0]
    shares = step_minutes(timed)
    assert sum(share or 0 for share in shares) == timed.minutes
    assert all(share is not None and share >= 0 for share in shares)


def test_a_day_past_midnight_goes_on_counting() -> None:
    slot = PauseSlot(kind="break", minutes=120)
    programme = Programme(
        title="P", purpose="P", audiences=("a",), days=(Day(title="D", start="23:30", slots=(slot,)),)
    )
    assert clock(timetable(programme, lambda _: [])[0].end) == "25:30"


def test_dates_of_facts_are_dates() -> None:
    from mkdocs_workshop.model.evidence import Fact

    fact = Fact.model_validate({"id": "a", "text": "T", "sources": ["s"], "confidence": "A", "review_by": "2027-01-01"})
    assert fact.review_by == dt.date(2027, 1, 1)


def test_every_step_keeps_a_minute_where_there_are_enough() -> None:
    activity = Activity(
        id="a",
        title="A",
        method="test",
        minutes=12,
        steps=tuple(Step(text="Do it.", minutes=minutes) for minutes in (1, 1, 20, 1)),
        notes="For you.",
    )
    assert step_minutes(TimedActivity("m", activity, 540, 4)) == (1, 1, 1, 1)
    assert step_minutes(TimedActivity("m", activity, 540, 9)) == (1, 1, 6, 1)
    assert sum(minutes or 0 for minutes in step_minutes(TimedActivity("m", activity, 540, 3))) == 3
