"""The run sheet: one page from which a trainer runs the day, with a plain table under it that needs no script."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ...clock import TimedDay, clock, span
from ...documents.calendar import PRODUCT, uid
from ...ground.artifact import Artifact
from ...model.module import Activity
from ...model.programme import PauseSlot
from . import paths
from .book import Book
from .run_days import day_script
from .running import Line, json_for_page, lines
from .slots import SlotView

WORDS = (
    "now", "then", "begins", "waits", "by-plan", "running", "day-over", "last", "undo", "no-memory", "if-short",
    "calendar-day", "calendar-file", "open-steps", "in-hand", "until", "step", "on-plan", "behind", "ahead", "next", "end",
    "leave-out", "plus-five", "open-day", "screen-on", "screen-off", "still-open", "go-on", "close-it", "which", "rehearsal",
    "other", "name", "when", "at-plan", "at-tap", "ask", "sure", "pieces", "shorter", "little", "breaks", "stays", "need",
    "safe", "win", "won", "not-now", "day-end", "did-more", "did-next", "did-leave", "did-start", "sound", "earlier", "export",
    "finish", "menu", "two-left", "begin-again", "again", "text", "text-how", "text-send", "text-copy", "text-copied", "text-close",
)  # fmt: skip
"""What the script says; the places of its numbers stay open."""
CUE_WORDS = ("care", "must", "say", "expect", "do", "never", "objection", "answer", "trap", "ours")


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
    page: str
    """Where it stands in full; empty for breaks."""


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
                    _item(line)
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
            scripts=(
                paths.RUN_CLOCK_SCRIPT,
                paths.RUN_LOG_SCRIPT,
                *(paths.run_day(id_, day.timed.index) for day in days),
                paths.RUN_SHEETS_SCRIPT,
                paths.RUN_SCRIPT,
            ),
            styles=(paths.RUN_STYLE,),
            programme=programme,
            programme_id=id_,
            days=days,
            held={"ws-run-data": json_for_page(_data(book, id_, title, days))},
        )
        for day in days:
            yield Artifact(paths.run_day(id_, day.timed.index), day_script(book, programme, day.timed), "facilitator")


def _item(line: Line) -> Item:
    activity = line.timed.activity if line.timed else None
    page = line.view.page or ""
    return Item(
        line.key,
        line.view,
        clock(line.start),
        line.minutes,
        _least(line),
        line.of_day.fixed,
        line.title,
        line.session,
        activity,
        f"{page}#{activity.id}" if activity and page else page,
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
    holes = {name: f"{{{name}}}" for name in ("n", "m", "time", "title", "now", "date")}
    return {
        "programme": programme_id,
        "title": title,
        "product": PRODUCT,
        "stamp": book.curriculum.changed.strftime("%Y%m%dT000000Z"),
        "events": [
            {
                "id": id_,
                "title": plain(parts.event.title),
                "from": f"{parts.event.first_day}",
                "to": f"{parts.event.last_day}",
            }
            for id_, parts in book.curriculum.events.items()
            if parts.event.programme == programme_id
        ],
        "days": [
            {
                "title": plain(day.timed.day.title),
                "start": day.timed.start,
                "items": [_item_data(item, plain) for item in day.items],
                "slots": [
                    {
                        "uid": uid(programme_id, day.timed.index + 1, view.timed.index + 1),
                        "title": view.words(plain),
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
        "cue": {word: book.say(f"cue.{word}") for word in CUE_WORDS},
    }


def _item_data(item: Item, plain: Callable[[str], str]) -> dict[str, Any]:
    """A line as the script computes with it; what is left out is false, empty or 0."""
    activity, short = item.activity, item.activity.shortcut if item.activity else None
    data: dict[str, Any] = {"key": item.key, "title": item.title, "minutes": item.minutes, "least": item.least}
    if item.fixed is not None:
        data["fixed"] = item.fixed
    if item.view.kind in ("break", "lunch"):
        data["rest"] = True
    if activity:
        data["steps"] = [step.minutes or 0 for step in activity.steps]
        if activity.droppable:
            data["drop"] = plain(activity.drop_note) if activity.drop_note else True
        if short:
            data["short"] = plain(short.text)
            data["saves"] = short.saves or 0
    return data
