"""The run sheet: one page from which a trainer runs the day, with a plain table under it that needs no script."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from ..artifacts import Artifact
from ..calendars import PRODUCT, uid
from ..materials import needed
from ..model.module import Activity
from ..model.programme import FrameSlot, PauseSlot, Programme
from ..schedule import TimedDay, clock, span, step_minutes
from . import paths
from .book import Book
from .running import Line, json_for_page, lines
from .sessions import Paper, papers_of
from .slots import SlotView

WORDS = (
    "now", "then", "left", "begins", "done", "back", "more", "mend", "by-plan", "running", "day-over", "last",
    "start-now", "start-at", "late", "cut", "fewest", "shared", "undo", "not-enough", "on-time", "forget",
    "changed", "no-memory", "open-steps", "if-short", "calendar-day", "calendar-file",
    "waits", "shorter", "take",
)  # fmt: skip
"""What the script says; the places of its numbers stay open."""


class Step(NamedTuple):
    """A line of what to do."""

    text: str
    minutes: int | None


class Item(NamedTuple):
    """One line of the run sheet: an activity, a break, or what frames the day."""

    key: str
    view: SlotView
    start: str
    minutes: int
    least: int
    title: str
    session: str
    activity: Activity | None
    steps: list[Step]
    papers: list[Paper]
    materials: list[tuple[str, int]]
    notes: str | None
    if_short: str | None


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
            numbers=json_for_page(_data(book, id_, title, days)),
        )


def _item(book: Book, line: Line, programme: Programme) -> Item:
    activity = line.timed.activity if line.timed else None
    slot = line.view.timed.slot
    if line.timed:
        shares = step_minutes(line.timed)
        steps = [Step(step.text, minutes) for step, minutes in zip(line.timed.activity.steps, shares, strict=True)]
        papers = papers_of(book, replace(line.view.timed, activities=(line.timed,)), programme)
    else:
        steps = [Step(text, None) for text in slot.steps] if isinstance(slot, FrameSlot) else []
        papers = []
    return Item(
        line.key,
        line.view,
        clock(line.start),
        line.minutes,
        _least(line),
        line.title,
        line.session,
        activity,
        steps,
        papers,
        [(material.item, needed(material, programme)) for material in activity.materials] if activity else [],
        activity.notes if activity else slot.notes if isinstance(slot, FrameSlot) else None,
        activity.if_short if activity else None,
    )


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
                        "steps": [step.minutes or 0 for step in item.activity.steps] if item.activity else [],
                        "short": plain(item.if_short) if item.if_short else "",
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
