"""A programme as a calendar file (iCalendar, RFC 5545): one entry a slot, in the time of the place where it is opened."""

import datetime as dt

from ..edition import Edition
from ..teaching.agenda import agenda

PRODUCT = "-//mkdocs-workshop//calendar//EN"


def stamp(edition: Edition) -> dt.datetime:
    """When the entries were last changed: the day of the newest module, so that the same input gives the same bytes."""
    return dt.datetime.combine(edition.changed(), dt.time(), dt.UTC)


def uid(programme_id: str, day: int, slot: int) -> str:
    """The name of an entry without its day; days and slots count from 1."""
    return f"{programme_id}-{day}-{slot}"


def calendar_file(edition: Edition, programme_id: str, start: dt.date) -> bytes:
    """The entries of a programme that begins on a day; its days follow each other. Raises KeyError for an unknown programme."""
    # Imported when used: only this command needs it.
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    for slot in agenda(edition.curriculum, programme_id, edition.say):
        midnight = dt.datetime.combine(start + dt.timedelta(days=slot.day.index), dt.time())
        event = Event()
        event.add(
            "uid", f"{uid(programme_id, slot.day.index + 1, slot.timed.index + 1)}-{start:%Y%m%d}@mkdocs-workshop"
        )
        event.add("dtstamp", stamp(edition))
        event.add("dtstart", midnight + dt.timedelta(minutes=slot.timed.start))
        event.add("dtend", midnight + dt.timedelta(minutes=slot.timed.end))
        event.add("summary", slot.words(edition.plain))
        calendar.add_component(event)
    return bytes(calendar.to_ical())
