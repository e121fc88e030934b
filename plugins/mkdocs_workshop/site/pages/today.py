"""What is on today: the home page says it from the dates of the events, on the day on which somebody opens it."""

import json

from . import paths
from .book import Book
from .check_first import open_points
from .markup import Markup

_WORDS = ("days", "tomorrow", "today", "after", "prepare", "run", "send")


def planned(book: Book) -> str:
    """Words, and the events with their days and the pages that they need, as JSON for a script."""
    markup: Markup = book.markup(paths.HOME)
    events = [
        {
            "title": markup.plain(parts.event.title),
            "first": parts.event.first_day.isoformat(),
            "last": parts.event.last_day.isoformat(),
            "place": markup.plain(parts.event.place),
            "run": paths.run(parts.event.programme or book.curriculum.manual.programme),
            "page": paths.event(id_),
        }
        for id_, parts in book.curriculum.events.items()
        if parts.event.published
    ]
    say = {word: book.say(f"today.{word}", n="{n}", open=open_points(book)) for word in _WORDS}
    return json.dumps({"say": say, "events": events, "check": paths.CHECK_FIRST}, ensure_ascii=False)
