"""The overview of a programme, and the home page with its timeline."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from ...clock import TimedDay, clock
from ...ground.artifact import Artifact
from ...language.tables import order_of
from ...model.programme import SessionSlot
from ...teaching.hours import academic_hours
from ...teaching.materials import equipment, materials
from . import linked, paths
from .book import Book
from .check_first import open_points
from .finder import finder_groups
from .running import on_now
from .slots import SlotView
from .today import planned

POCKET_WORDS = (
    "lead", "keep", "size", "yes", "working", "progress", "kept", "newer", "others", "failed", "forget",
)  # fmt: skip
"""What the script says that keeps the manual on a phone."""
UPRIGHT_BELOW = 0.07
"""Share of the day. The name of a shorter slot stands upright in the timeline; across, it would be cut."""


class DayView(NamedTuple):
    """A day with its slots."""

    timed: TimedDay
    start: str
    end: str
    views: list[SlotView]
    academic_hours: str | None
    """The working time in academic hours, if the programme counts them."""


def _days(book: Book, programme_id: str) -> list[DayView]:
    hour = book.curriculum.programmes[programme_id].academic_hour
    return [
        DayView(
            day,
            clock(day.start),
            clock(day.end),
            [view for view in book.views[programme_id] if view.day.index == day.index],
            academic_hours(day.net, hour) if hour else None,
        )
        for day in book.curriculum.timetables[programme_id]
    ]


def _mix(views: list[SlotView]) -> list[tuple[str, int, int]]:
    """Minutes by method, with the share of the largest in per cent."""
    minutes: dict[str, int] = {}
    for view in views:
        for timed in view.timed.activities:
            minutes[timed.activity.method] = minutes.get(timed.activity.method, 0) + timed.minutes
    most = max(minutes.values(), default=1)
    return [
        (method, count, round(100 * count / most))
        for method, count in sorted(minutes.items(), key=lambda item: -item[1])
    ]


def programme_pages(book: Book) -> Iterator[Artifact]:
    """An overview for each programme."""
    names = book.edition.audiences
    plain = book.markup(paths.HOME).plain
    for id_, programme in book.curriculum.programmes.items():
        views = book.views[id_]
        yield book.page(
            paths.programme(id_),
            "programme.md.j2",
            plain(programme.title),
            book.curriculum.file("programme", id_).source.path,
            role=book.role,
            description=plain(programme.purpose),
            scripts=(paths.RUN_CLOCK_SCRIPT, paths.RUN_LOG_SCRIPT, paths.ON_NOW_SCRIPT)
            if book.shows("facilitator")
            else (),
            id=id_,
            programme=programme,
            data=linked.course(book, id_, programme),
            held={"ws-on-now-data": on_now(book, id_)} if book.shows("facilitator") else None,
            days=_days(book, id_),
            net=sum(day.net for day in book.curriculum.timetables[id_]),
            audiences=[names[audience] for audience in programme.audiences],
            mix=_mix(views),
            materials=equipment(book.curriculum, programme)
            + sorted(
                materials((view.timed for view in views), programme),
                key=lambda entry: order_of(book.say.language)(entry[0]),
            ),
        )


def home_page(book: Book) -> Artifact:
    """Three doors and the timeline."""
    curriculum = book.curriculum
    manual, id_ = curriculum.manual, curriculum.manual.programme
    days = _days(book, id_)
    plain = book.markup(paths.HOME).plain
    first = min(day.timed.start for day in days)
    last = max(day.timed.end for day in days)
    spans = [parts.minutes for parts in curriculum.modules.values()]
    shortest = min((item.least for item in spans), default=0)
    return book.page(
        paths.HOME,
        "home.md.j2",
        plain(manual.title),
        book.curriculum.file("curriculum").source.path,
        description=plain(manual.summary),
        data=linked.site(book),
        scripts=(paths.TODAY_SCRIPT, paths.POCKET_SCRIPT),
        styles=(paths.TIMELINE_STYLE,),
        held={"ws-today-data": planned(book)} if book.shows("facilitator") else None,
        moments=finder_groups(book)[:5] if curriculum.manual.moments else [],
        pocket=json.dumps(
            {word: book.say(f"pocket.{word}", size="{size}") for word in POCKET_WORDS}, ensure_ascii=False
        ),
        manual=manual,
        programme=curriculum.programmes[id_],
        programme_page=paths.programme(id_),
        others=[(other, programme) for other, programme in curriculum.programmes.items() if other != id_],
        days=days,
        sessions=sum(isinstance(view.timed.slot, SessionSlot) for view in book.views[id_]),
        start=clock(days[0].timed.start),
        net=sum(day.timed.net for day in days),
        first=first,
        last=last,
        upright=(last - first) * UPRIGHT_BELOW,
        hours=range(-(-first // 60), last // 60 + 1),
        modules=curriculum.modules,
        module_minutes=book.say("modules.from", least=shortest),
        questions=sum(len(parts.check.questions) for parts in curriculum.modules.values() if parts.check),
        source_count=len(book.usage.sources),
        handouts=sum(len(parts.handouts) for parts in curriculum.modules.values()),
        cases=sum(len(parts.cases) for parts in curriculum.modules.values()),
        country=curriculum.country,
        changed=book.date(curriculum.changed),
        open_points=open_points(book),
        guide=book.files("guide", id_),
        papers=book.files("all-handouts"),
    )
