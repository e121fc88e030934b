"""The lines of a day that runs, with their names, for the run sheet and the overview."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from ...clock import TimedActivity
from ...ground.language_tags import untagged
from ...teaching.day_lines import DayLine, day_lines
from . import paths
from .book import Book
from .slots import SlotView


class Line(NamedTuple):
    """A line of the day with its names."""

    of_day: DayLine
    view: SlotView
    title: str
    session: str
    """The session that it is part of, where that has another name."""

    @property
    def key(self) -> str:
        """Its name on a device."""
        return self.of_day.key

    @property
    def timed(self) -> TimedActivity | None:
        """The activity; None for a break and for what frames the day."""
        return self.of_day.timed

    @property
    def start(self) -> int:
        """Minutes after midnight."""
        return self.of_day.start

    @property
    def minutes(self) -> int:
        """What the plan gives."""
        return self.of_day.minutes


def lines(views: Iterable[SlotView], plain: Callable[[str], str]) -> Iterator[Line]:
    """The lines of one day."""
    view_of = {view.timed.index: view for view in views}
    for line in day_lines(view.timed for view in view_of.values()):
        view = view_of[line.slot.index]
        session = view.words(plain)
        title = plain(line.timed.activity.title) if line.timed else session
        yield Line(line, view, title, "" if session == title else session)


def on_now(book: Book, programme_id: str) -> str:
    """What the overview of a programme must know to say what is on, as JSON for a page."""
    plain = book.markup(paths.HOME).plain
    days = [
        [
            {**line.of_day.on_clock, "title": line.title, "slot": line.view.timed.index}
            for line in lines(_of_day(book, programme_id, day.index), plain)
        ]
        for day in book.curriculum.timetables[programme_id]
    ]
    say = {"now": book.say("run.now"), "link": book.say("run.on-now", title="{title}")}
    return json_for_page({"programme": programme_id, "days": [{"items": day} for day in days], "say": say})


def _of_day(book: Book, programme_id: str, day: int) -> list[SlotView]:
    return [view for view in book.views[programme_id] if view.day.index == day]


def json_for_page(data: dict[str, Any]) -> str:
    """Data for a page, in which nothing can end the script that holds it."""
    text = untagged(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    return text.replace("<", "\\u003c").replace("&", "\\u0026")
