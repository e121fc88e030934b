"""A programme as a calendar file (iCalendar, RFC 5545): one entry a slot, in the time of the place where it is opened."""

import datetime as dt

from .edition import Edition
from .model.programme import PauseSlot, SessionSlot
from .schedule import TimedSlot

PRODUCT = "-//mkdocs-workshop//calendar//EN"


def stamp(edition: Edition) -> dt.datetime:
    """When the entries were last changed: the day of the newest module, so that the same input gives the same bytes."""
    return dt.datetime.combine(edition.changed(), dt.time(), dt.UTC)


def uid(programme_id: str, day: int, slot: int) -> str:
    """The name of an entry without its day; days and slots count from 1."""
    return f"{programme_id}-{day}-{slot}"


def slot_title(edition: Edition, timed: TimedSlot) -> str:
    """What a slot is called in a list."""
    slot = timed.slot
    if isinstance(slot, PauseSlot):
        return edition.say(f"slot.{slot.kind}")
    if slot.title:
        return edition.plain(slot.title)
    if isinstance(slot, SessionSlot) and slot.module:
        return edition.plain(edition.curriculum.modules[slot.module].plan.title)
    return edition.plain(timed.activities[0].activity.title)


def calendar_file(edition: Edition, programme_id: str, start: dt.date) -> bytes:
    """The entries of a programme that begins on a day; its days follow each other. Raises KeyError for an unknown programme."""
    # Imported when used: only this command needs it.
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    for day in edition.curriculum.timetables[programme_id]:
        midnight = dt.datetime.combine(start + dt.timedelta(days=day.index), dt.time())
        for timed in day.slots:
            event = Event()
            event.add("uid", f"{uid(programme_id, day.index + 1, timed.index + 1)}-{start:%Y%m%d}@mkdocs-workshop")
            event.add("dtstamp", stamp(edition))
            event.add("dtstart", midnight + dt.timedelta(minutes=timed.start))
            event.add("dtend", midnight + dt.timedelta(minutes=timed.end))
            event.add("summary", slot_title(edition, timed))
            calendar.add_component(event)
    return bytes(calendar.to_ical())
