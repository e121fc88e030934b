"""What workshops took, beside what was planned: a line for the session page, a table for the page of a workshop."""

from typing import NamedTuple

from ...model.delivered import DeliveredLine
from ...model.module import Activity
from ...reading.events import EventParts
from ...teaching.delivered import Took
from .book import Book


class DeliveredRow(NamedTuple):
    """A part of a day, in words."""

    title: str
    planned: str
    actual: str
    off: bool
    """Whether it took another time than planned, or was left out."""


def took_words(book: Book, activity: Activity, one: Took | None) -> str:
    """What an activity took so far, in a sentence; empty where nobody measured it."""
    if one is None:
        return ""
    minutes = ", ".join(map(str, one.minutes))
    parts = [
        book.say("delivered.took", minutes=minutes, planned=book.minutes(activity.minutes)) if minutes else "",
        book.say("delivered.left", n=one.left_out, m=one.held) if one.left_out else "",
    ]
    return " ".join(filter(None, parts))


def delivered_days(book: Book, parts: EventParts) -> list[tuple[str, list[DeliveredRow]]]:
    """The days of a workshop that was measured, each with its date and its parts."""
    return [
        (book.date(day.date), [_row(book, line) for line in day.lines])
        for day in (parts.delivered.days if parts.delivered else ())
    ]


def _row(book: Book, line: DeliveredLine) -> DeliveredRow:
    actual = book.say("delivered.unknown") if line.minutes is None else str(line.minutes)
    if line.left_out:
        actual = book.say("delivered.left-out")
    off = line.left_out or line.minutes not in (None, line.planned)
    return DeliveredRow(_title(book, line), str(line.planned), actual, off)


def _title(book: Book, line: DeliveredLine) -> str:
    if line.activity:
        module, _, id_ = line.activity.partition("/")
        activities = book.curriculum.modules[module].plan.activities
        return book.edition.plain(next(one.title for one in activities if one.id == id_))
    kind = (line.slot or "").partition(".")[0]
    if kind in ("break", "lunch"):
        return book.say(f"slot.{kind}")
    slots = (view for views in book.views.values() for view in views)
    return next((view.words(book.edition.plain) for view in slots if getattr(view.timed.slot, "id", "") == kind), kind)
