"""The run sheet: one page from which a trainer runs the day, with a plain table under it that needs no script."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from ...clock import TimedDay, TimedSlot, clock, minutes_of, span
from ...documents.calendar import PRODUCT, uid
from ...ground.artifact import Artifact
from ...model.module import Activity
from ...model.programme import FrameSlot, PauseSlot, Programme
from ...teaching.materials import needed
from ...teaching.stations import materials_of
from . import paths
from .book import Book
from .running import Line, json_for_page, lines
from .sessions import Paper, TimedStep, papers_of, timed_steps
from .slots import SlotView
from .stations import StationsView, stations_view

WORDS = (
    "now", "then", "left", "begins", "done", "back", "more", "mend", "by-plan", "running", "day-over", "last",
    "start-now", "start-at", "late", "cut", "fewest", "shared", "undo", "not-enough", "on-time", "forget",
    "changed", "no-memory", "open-steps", "if-short", "calendar-day", "calendar-file",
    "waits", "shorter", "take",
)  # fmt: skip
"""What the script says; the places of its numbers stay open."""


class Item(NamedTuple):
    """One line of the run sheet: an activity, a break, or what frames the day."""

    key: str
    view: SlotView
    start: str
    minutes: int
    least: int
    fixed: int | None
    """Minutes after midnight at which it must begin."""
    title: str
    session: str
    activity: Activity | None
    steps: list[TimedStep]
    papers: list[Paper]
    materials: list[tuple[str, int]]
    notes: str | None
    stations: StationsView | None


class RunDay(NamedTuple):
    """A day of the run sheet."""

    timed: TimedDay
    start: str
    end: str
    items: list[Item]


def run_pages(book: Book) -> Iterator[Artifact]:
    """A run sheet for each programme."""
    plain = book.markup(paths.HOME).plain
    for id_, programme in book.curriculum.programmes.items():
        days = [
            RunDay(
                day,
                clock(day.start),
                clock(day.end),
                [
                    _item(book, line, programme)
                    for line in lines([view for view in book.views[id_] if view.day.index == day.index], plain)
                ],
            )
            for day in book.curriculum.timetables[id_]
        ]
        title = plain(programme.title)
        yield book.page(
            paths.run(id_),
            "run.md.j2",
            book.say("run.title", title=title),
            book.curriculum.file("programme", id_).source.path,
            role="facilitator",
            description=book.say("run.lead"),
            scripts=(paths.RUN_CLOCK_SCRIPT, paths.RUN_SCRIPT),
            programme=programme,
            programme_id=id_,
            days=days,
            held={"ws-run-data": json_for_page(_data(book, id_, title, days))},
        )


def _item(book: Book, line: Line, programme: Programme) -> Item:
    activity = line.timed.activity if line.timed else None
    slot = line.view.timed.slot
    if line.timed:
        steps = timed_steps(line.timed)
        papers = papers_of(book, _part(line), programme)
    else:
        steps = [TimedStep("", text, None, (), None) for text in slot.steps] if isinstance(slot, FrameSlot) else []
        papers = papers_of(book, line.view.timed, programme)
    return Item(
        line.key,
        line.view,
        clock(line.start),
        line.minutes,
        _least(line),
        minutes_of(slot.fixed) if slot.fixed and line.start == line.view.timed.start else None,
        line.title,
        line.session,
        activity,
        steps,
        papers,
        [(material.item, needed(material, programme)) for material in materials_of(activity)] if activity else [],
        activity.notes if activity else slot.notes if isinstance(slot, FrameSlot) else None,
        stations_view(book.curriculum, activity, programme) if activity else None,
    )


def _part(line: Line) -> TimedSlot:
    """The slot of an activity with nothing but this activity; papers of the slot itself are given out with its first one."""
    timed, slot = line.view.timed, line.view.timed.slot
    if line.timed != timed.activities[0]:
        slot = slot.model_copy(update={"handouts": (), "instruments": ()})
    return replace(timed, slot=slot, activities=(line.timed,) if line.timed else ())


def _least(line: Line) -> int:
    """The minutes that nothing may be cut below."""
    slot = line.view.timed.slot
    if line.timed:
        return span(line.timed.activity.minutes).least
    return slot.min if isinstance(slot, PauseSlot) and slot.min else line.minutes


def _data(book: Book, programme_id: str, title: str, days: list[RunDay]) -> dict[str, Any]:
    """What the script computes with: minutes, and words for what it says."""
    plain = book.markup(paths.HOME).plain
    holes = {"n": "{n}", "time": "{time}", "title": "{title}", "version": "{version}"}
    return {
        "programme": programme_id,
        "title": title,
        "product": PRODUCT,
        "stamp": book.curriculum.changed.strftime("%Y%m%dT000000Z"),
        "days": [
            {
                "title": plain(day.timed.day.title),
                "start": day.timed.start,
                "items": [
                    {
                        "key": item.key,
                        "title": item.title,
                        "minutes": item.minutes,
                        "least": item.least,
                        "fixed": item.fixed,
                        "steps": [step.minutes or 0 for step in item.activity.steps] if item.activity else [],
                        "short": plain(item.activity.shortcut.text) if item.activity and item.activity.shortcut else "",
                    }
                    for item in day.items
                ],
                "slots": [
                    {
                        "uid": uid(programme_id, day.timed.index + 1, view.timed.index + 1),
                        "title": plain(view.title) if view.page else view.title,
                        "start": view.timed.start,
                        "minutes": view.minutes,
                    }
                    for view in book.views[programme_id]
                    if view.day.index == day.timed.index
                ],
            }
            for day in days
        ],
        "say": {word: book.say(f"run.{word}", **holes) for word in WORDS},
    }
