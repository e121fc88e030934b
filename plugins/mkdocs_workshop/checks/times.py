"""Rules about time: what must add up, what does not fit."""

from collections.abc import Iterator

from ..clock import Cut, TimedDay, clock, cuts, span
from ..model.module import Activity
from ..model.programme import PauseSlot, SessionSlot
from ..reading.curriculum import Curriculum
from ..reading.kinds import Loaded
from ..reading.yaml import Loc
from ..teaching.stations import rotation_of
from .finding import Finding

LONGEST_WITHOUT_BREAK = 150
"""Minutes. Two hours and a half is what the programmes of this field ask of people at the most."""
UNIFORM_FROM = 4
"""So many equal timings and no other are no accident."""


def _activities(curriculum: Curriculum) -> Iterator[tuple[Loaded, Loc, Activity]]:
    for file in curriculum.files:
        if file.kind == "module":
            for index, activity in enumerate(file.model.activities):
                yield file, ("activities", index), activity


def _days(curriculum: Curriculum) -> Iterator[tuple[Loaded, TimedDay]]:
    for file in curriculum.files:
        if file.kind == "programme":
            for day in curriculum.timetables[file.ids[0]]:
                yield file, day


def _spoken(least: int, most: int) -> str:
    return f"{least} minutes" if least == most else f"{least} to {most} minutes"


def steps_add_up(curriculum: Curriculum) -> Iterator[Finding]:
    """The minutes of the steps against the minutes of the activity."""
    for file, loc, activity in _activities(curriculum):
        minutes = [step.minutes for step in activity.steps if step.minutes is not None]
        whole, given = sum(minutes), span(activity.minutes)
        if len(minutes) == len(activity.steps) and not given.least <= whole <= given.most:
            message = f"the steps take {whole} minutes, the activity has {_spoken(given.least, given.most)}"
            yield Finding(file, (*loc, "minutes"), message)


def steps_all_or_none(curriculum: Curriculum) -> Iterator[Finding]:
    """Minutes on some steps only can not be checked."""
    for file, loc, activity in _activities(curriculum):
        without = [place for place, step in enumerate(activity.steps) if step.minutes is None]
        if without and len(without) < len(activity.steps):
            yield Finding(file, (*loc, "steps", without[0]), "this step has no minutes, others have")


def session_over(curriculum: Curriculum) -> Iterator[Finding]:
    """Sessions whose activities need more than they get."""
    for file, day in _days(curriculum):
        for slot in day.slots:
            if slot.over:
                needs = _spoken(slot.needs.least, slot.needs.most)
                message = f"the activities need {needs}, the session has {slot.minutes}: {slot.over} too few"
                yield Finding(file, ("days", day.index, "slots", slot.index, "minutes"), message)


def session_under(curriculum: Curriculum) -> Iterator[Finding]:
    """Sessions whose activities can not fill them."""
    for file, day in _days(curriculum):
        for slot in day.slots:
            if slot.under:
                needs = _spoken(slot.needs.least, slot.needs.most)
                message = f"the activities fill {needs}, the session has {slot.minutes}: {slot.under} too many"
                yield Finding(file, ("days", day.index, "slots", slot.index, "minutes"), message)


def _name(cut: Cut) -> str:
    if cut.activity is not None:
        return f"{cut.minutes} from `{cut.activity.module}/{cut.activity.activity.id}`"
    return f"{cut.minutes} from the {cut.slot.slot.kind} at {clock(cut.slot.start)}"


def day_over(curriculum: Curriculum) -> Iterator[Finding]:
    """Days that run past `end_by`, with the cheapest cuts."""
    for file, day in _days(curriculum):
        if day.over:
            chosen = cuts(day, day.over)
            won = sum(cut.minutes for cut in chosen)
            advice = (
                "Cheapest cuts: " + ", ".join(map(_name, chosen)) + "."
                if chosen
                else "No range and no break gives way."
            )
            if won < day.over:
                advice += f" {day.over - won} minutes remain: leave something out."
            message = f"the day ends at {clock(day.end)}, {day.over} minutes after {day.day.end_by}"
            yield Finding(file, ("days", day.index, "end_by"), message, advice)


def net_minutes(curriculum: Curriculum) -> Iterator[Finding]:
    """Working minutes of each day against the plan."""
    for file in curriculum.files:
        if file.kind != "programme":
            continue
        days, planned = curriculum.timetables[file.ids[0]], file.model.net_minutes
        if planned and len(planned) != len(days):
            yield Finding(file, ("net_minutes",), f"{len(planned)} numbers for {len(days)} days")
        for day, minutes in zip(days, planned, strict=False):
            if day.net != minutes:
                message = f"{day.day.title} has {day.net} working minutes, {minutes} are planned"
                yield Finding(file, ("net_minutes", day.index), message)


def pause_range(curriculum: Curriculum) -> Iterator[Finding]:
    """Breaks that would grow when cut."""
    for file, day in _days(curriculum):
        for slot in day.slots:
            if isinstance(slot.slot, PauseSlot) and slot.slot.min is not None and slot.slot.min > slot.minutes:
                yield Finding(file, ("days", day.index, "slots", slot.index, "min"), "`min` is above `minutes`")


def uniform(curriculum: Curriculum) -> Iterator[Finding]:
    """Parts that all take the same time were hardly timed."""
    for file in curriculum.files:
        if file.kind == "module":
            minutes = [span(activity.minutes) for activity in file.model.activities]
            if len(minutes) >= UNIFORM_FROM and len(set(minutes)) == 1:
                yield Finding(file, ("activities",), f"all {len(minutes)} activities take the same time")
    for file, day in _days(curriculum):
        sessions = [slot.minutes for slot in day.slots if isinstance(slot.slot, SessionSlot)]
        if len(sessions) >= UNIFORM_FROM and len(set(sessions)) == 1:
            yield Finding(
                file, ("days", day.index, "slots"), f"all {len(sessions)} sessions take {sessions[0]} minutes"
            )


def no_break(curriculum: Curriculum) -> Iterator[Finding]:
    """Long stretches of work."""
    for file, day in _days(curriculum):
        since = day.start
        for slot in day.slots:
            if not slot.works:
                since = slot.end
            elif slot.end - since > LONGEST_WITHOUT_BREAK:
                message = f"{slot.end - since} minutes without a break by {clock(slot.end)}"
                yield Finding(file, ("days", day.index, "slots", slot.index), message)
                since = slot.end


def stations_fit(curriculum: Curriculum) -> Iterator[Finding]:
    """All rounds and changes against the minutes of the activity."""
    for file, loc, activity in _activities(curriculum):
        turn, most = rotation_of(activity), span(activity.minutes).most
        if turn and turn.whole > most:
            message = (
                f"{turn.rounds} rounds of {turn.minutes} minutes and {turn.rounds - 1} changes of {turn.change} take "
                f"{turn.whole} minutes, the activity has {most}"
            )
            yield Finding(file, (*loc, "minutes"), message)


def people_at_stations(curriculum: Curriculum) -> Iterator[Finding]:
    """Groups that are too large to practise, and stations at which nobody stands."""
    for file, day in _days(curriculum):
        people = file.model.participants
        for slot in day.slots:
            for timed in slot.activities:
                turn, rotation = rotation_of(timed.activity), timed.activity.rotation
                if turn is None:
                    continue
                name = f"{timed.module}/{timed.activity.id}"
                loc = ("days", day.index, "slots", slot.index)
                least, largest = turn.people(people)
                if rotation and rotation.most and largest > rotation.most:
                    message = f"{people} people at the {turn.groups} stations of `{name}` are {largest} at one, {rotation.most} are the most"
                    yield Finding(file, loc, message)
                elif not least:
                    yield Finding(file, loc, f"`{name}` has {turn.groups} stations for {people} people")


def case_fits(curriculum: Curriculum) -> Iterator[Finding]:
    """Case studies against the activities that use them; several cases in one activity run side by side."""
    for file, loc, activity in _activities(curriculum):
        cases = curriculum.modules[file.ids[0]].cases
        for place, id_ in enumerate(activity.cases):
            if id_ in cases and span(cases[id_].minutes).least > span(activity.minutes).most:
                needs = span(cases[id_].minutes).least
                message = f"the case needs {needs} minutes, the activity has {span(activity.minutes).most}"
                yield Finding(file, (*loc, "cases", place), message)
