"""The lines of a day that runs, under names that a device can remember for weeks."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from ...clock import TimedActivity
from ...ground.language_tags import untagged
from ...model.programme import PauseSlot
from . import paths
from .book import Book
from .slots import SlotView


class Line(NamedTuple):
    """One thing after another: an activity, a break, or what frames the day."""

    key: str
    """Its name on a device. It says what the line is and not where it stands, so that it stays when a slot comes before it."""
    view: SlotView
    timed: TimedActivity | None
    title: str
    session: str
    """The session that it is part of, where that has another name."""
    start: int
    minutes: int


def lines(views: Iterable[SlotView], plain: Callable[[str], str]) -> Iterator[Line]:
    """The lines of one day. No id has a dot in it, so that the three kinds of keys can not meet."""
    pauses: Counter[str] = Counter()
    for view in views:
        slot, start = view.timed.slot, view.timed.start
        if isinstance(slot, PauseSlot):
            pauses[slot.kind] += 1
            yield Line(f"{slot.kind}.{pauses[slot.kind]}", view, None, view.words(plain), "", start, slot.minutes)
        elif not view.timed.activities:
            yield Line(slot.id, view, None, view.words(plain), "", start, slot.minutes)
        else:
            for timed in view.timed.activities:
                key = f"{slot.id}.{timed.module}.{timed.activity.id}"
                title, session = plain(timed.activity.title), view.words(plain)
                part_of = "" if session == title else session
                yield Line(key, view, timed, title, part_of, timed.start, timed.minutes)


def on_now(book: Book, programme_id: str) -> str:
    """What the overview of a programme must know to say what is on, as JSON for a page."""
    plain = book.markup(paths.HOME).plain
    days = [
        [
            {"key": line.key, "title": line.title, "minutes": line.minutes, "slot": line.view.timed.index}
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
