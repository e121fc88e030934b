"""Rules about what a programme teaches: all that belongs together, and in an order that can be followed."""

import itertools
from collections.abc import Iterator

from ..model.programme import SessionSlot
from ..reading.curriculum import Curriculum
from .finding import Finding


def _scheduled(curriculum: Curriculum, programme: str) -> dict[tuple[str, str], int]:
    """Module and activity of everything that a programme teaches, with its place in the order."""
    found: dict[tuple[str, str], int] = {}
    for day in curriculum.programmes[programme].days:
        for slot in day.slots:
            if isinstance(slot, SessionSlot):
                for module, activity in curriculum.activities_of(slot):
                    found.setdefault((module, activity.id), len(found))
    return found


def _whole(curriculum: Curriculum) -> str | None:
    """The programme that must teach its modules whole: the one that covers all topics, or else the manual's own."""
    wanted = curriculum.manual.covers_topics or curriculum.manual.programme
    return wanted if wanted in curriculum.programmes else None


def activity_scheduled(curriculum: Curriculum) -> Iterator[Finding]:
    """Activities of a module that is taught in part. A module that nobody teaches at all is another matter (W511)."""
    main = _whole(curriculum)
    if main is None:
        return
    here = _scheduled(curriculum, main)
    anywhere = {key for programme in curriculum.programmes for key in _scheduled(curriculum, programme)}
    for file in curriculum.files:
        if file.kind != "module":
            continue
        id_ = file.ids[0]
        taught_here = any(module == id_ for module, _ in here)
        taught = any(module == id_ for module, _ in anywhere)
        for index, activity in enumerate(file.model.activities):
            if taught_here and (id_, activity.id) not in here:
                yield Finding(file, ("activities", index), f"`{main}` teaches this module without `{activity.id}`")
            elif taught and (id_, activity.id) not in anywhere:
                yield Finding(file, ("activities", index), f"no programme schedules `{activity.id}`")


def outcome_taught(curriculum: Curriculum) -> Iterator[Finding]:
    """Outcomes of a module that its sessions do not serve."""
    main = _whole(curriculum)
    if main is None:
        return
    here = _scheduled(curriculum, main)
    for file in curriculum.files:
        if file.kind != "module" or not any(module == file.ids[0] for module, _ in here):
            continue
        activities = file.model.activities
        promised = {id_ for activity in activities for id_ in activity.outcomes}
        served = {id_ for activity in activities if (file.ids[0], activity.id) in here for id_ in activity.outcomes}
        for index, outcome in enumerate(file.model.outcomes):
            # That no activity at all serves it is said already (W501).
            if outcome.id in promised - served:
                yield Finding(file, ("outcomes", index), f"no session of `{main}` serves the outcome `{outcome.id}`")


def prerequisite_first(curriculum: Curriculum) -> Iterator[Finding]:
    """Modules that a programme teaches before what they build on."""
    for file in curriculum.files:
        if file.kind != "programme":
            continue
        begins: dict[str, tuple[int, int]] = {}
        meant: set[tuple[int, int]] = set()
        for number, day in enumerate(file.model.days):
            for index, slot in enumerate(day.slots):
                if isinstance(slot, SessionSlot) and slot.early is not None:
                    meant.add((number, index))
                for module, _ in curriculum.activities_of(slot) if isinstance(slot, SessionSlot) else ():
                    begins.setdefault(module, (number, index))
        for module, place in begins.items():
            for needed in curriculum.modules[module].plan.prerequisites:
                if place not in meant and begins.get(needed, place) > place:
                    loc = ("days", place[0], "slots", place[1])
                    yield Finding(file, loc, f"`{module}` begins before `{needed}`, on which it builds")


def newest_first(curriculum: Curriculum) -> Iterator[Finding]:
    """The first change names the version that papers print, so the newest one stands first."""
    for file in curriculum.files:
        if file.kind != "module":
            continue
        numbers = [tuple(map(int, change.version.split("."))) for change in file.model.changes]
        for index, (above, number) in enumerate(itertools.pairwise(numbers), start=1):
            if number > above:
                newer, older = file.model.changes[index].version, file.model.changes[index - 1].version
                yield Finding(file, ("changes", index, "version"), f"version {newer} stands below {older}")
