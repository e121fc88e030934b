"""A page for each session: what, why, minute by minute, what to hand out, what comes next."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ...clock import TimedActivity, TimedSlot, clock, step_minutes
from ...figures.kit.catalogue import room_plan
from ...ground.artifact import Artifact
from ...model.base import Id
from ...model.cues import Cue
from ...model.module import Activity
from ...model.programme import FrameSlot, Programme
from ...teaching.materials import materials, print_run
from . import paths
from .book import Book
from .delivered import took_words
from .slots import SlotView
from .stages import Stage
from .stations import StationsView, stations_view


class TimedStep(NamedTuple):
    """A step with the minutes that it has in this session, and its cues."""

    text: str
    minutes: int | None
    cues: tuple[Cue, ...]
    figure: str | None
    start: str = ""
    """Clock time; empty where the author gave no minutes."""
    slides: tuple[str, ...] = ()
    handouts: tuple[str, ...] = ()


class SlideHere(NamedTuple):
    """A slide where it is shown."""

    number: int
    title: str
    page: str
    stage: Stage | None
    """How it looks, small; None for drawings, which would weigh too much."""
    spare: bool
    """Whether it is shown only if somebody asks."""


class ActivityView(NamedTuple):
    """An activity with its times in this session."""

    activity: Activity
    start: str
    minutes: int
    steps: list[TimedStep]
    stations: StationsView | None
    cues: tuple[Cue, ...]
    """What holds for the whole activity."""
    room: str
    """Where the drawing of the room is; empty where nobody said how it stands."""
    slides: dict[str, SlideHere]
    """All slides of its module that it shows, by id."""
    unplaced: tuple[str, ...]
    """Those that no step shows."""
    handouts: tuple[str, ...]
    """Those that no step hands out."""
    took: str
    """What it took in earlier workshops; empty where nobody measured it."""


class RoomHere(NamedTuple):
    """How the room stands from a time on."""

    start: str
    drawing: str
    """Where it is."""
    activity: Activity


class Neighbour(NamedTuple):
    """The slot before or after."""

    view: SlotView
    arrow: str
    page: str | None


class Paper(NamedTuple):
    """A paper to hand out, with the number of copies."""

    title: str
    page: str
    copies: int


def modules_of_sessions(views: Mapping[str, Sequence[SlotView]]) -> list[frozenset[Id]]:
    """The modules of each session, in the order of the programmes; each row of modules once."""
    return list(dict.fromkeys(_modules(view) for slots in views.values() for view in slots if view.page))


def _modules(view: SlotView) -> frozenset[Id]:
    return frozenset(parts.id for parts in view.modules)


def session_pages(book: Book, modules: frozenset[Id]) -> Iterator[Artifact]:
    """The sessions of all programmes in which these modules are taught, and no others."""
    for id_, programme in book.curriculum.programmes.items():
        views = book.views[id_]
        for index, view in enumerate(views):
            if view.page is not None and _modules(view) == modules:
                yield _session_page(book, id_, programme, views, index)


def room_drawings(book: Book) -> Iterator[Artifact]:
    """Each way in which a room stands somewhere, once: many pages show it, and a browser keeps it."""
    rooms = [one.room for parts in book.curriculum.modules.values() for one in parts.plan.activities if one.room]
    for plan, people in sorted({(room.plan, room.people or 0) for room in rooms}):
        yield Artifact(paths.room(plan, people), room_plan(plan, people, f"room-{plan}").svg(), "facilitator")


def _session_page(book: Book, programme_id: str, programme: Programme, views: list[SlotView], index: int) -> Artifact:
    view = views[index]
    slot = view.timed.slot
    frame = slot if isinstance(slot, FrameSlot) else None
    title = book.markup(paths.HOME).plain(view.title)
    activities = [_activity_view(book, timed, programme) for timed in view.timed.activities]
    return book.page(
        view.page or "",
        "session.md.j2",
        title,
        _made_from(book, programme_id, view),
        role="facilitator",
        scripts=(paths.SESSION_SCRIPT,),
        quiet=True,
        arrows=False,
        description=book.markup(paths.HOME).plain(view.purpose) if view.purpose else "",
        # The same activities in other programmes would fill the results with near copies; their overviews lead to them.
        found=programme_id == book.curriculum.manual.programme,
        view=view,
        programme=programme,
        programme_page=paths.programme(programme_id),
        outcomes=_outcomes(view),
        before=[line for parts in view.modules for line in parts.plan.before_you_teach],
        activities=activities,
        rooms=_rooms(activities),
        run_page=f"{paths.run(programme_id)}#day-{view.day.index + 1}",
        handouts={id_: paper for parts in book.curriculum.modules.values() for id_, paper in parts.handouts.items()},
        cases={id_: paper for parts in book.curriculum.modules.values() for id_, paper in parts.cases.items()},
        frame_steps=frame.steps if frame else (),
        frame_notes=frame.notes if frame else None,
        papers=papers_of(book, view.timed, programme),
        materials=materials([view.timed], programme),
        checks=[parts for parts in view.modules if parts.check],
        neighbours=_neighbours(views, index),
        decks=[file for parts in view.modules for file in book.files("slides", module=parts.id)],
    )


def _made_from(book: Book, programme_id: str, view: SlotView) -> str:
    file = (
        book.curriculum.file("module", view.modules[0].id)
        if view.modules
        else book.curriculum.file("programme", programme_id)
    )
    return file.source.path


def _outcomes(view: SlotView) -> list[object]:
    """The outcomes that the activities of this session serve, in the order of their modules."""
    served = {(timed.module, id_) for timed in view.timed.activities for id_ in timed.activity.outcomes}
    return [outcome for parts in view.modules for outcome in parts.plan.outcomes if (parts.id, outcome.id) in served]


def _activity_view(book: Book, timed: TimedActivity, programme: Programme) -> ActivityView:
    activity = timed.activity
    at_steps = {id_ for step in activity.steps for id_ in step.slides}
    given = {id_ for step in activity.steps for id_ in step.handouts}
    return ActivityView(
        activity,
        clock(timed.start),
        timed.minutes,
        timed_steps(timed),
        stations_view(book.curriculum, activity, programme),
        activity.cues_at(None),
        paths.room(activity.room.plan, activity.room.people) if activity.room else "",
        _slides(book, timed),
        tuple(id_ for id_ in activity.slides if id_ not in at_steps),
        tuple(id_ for id_ in activity.all_handouts if id_ not in given),
        took_words(book, timed.activity, book.took.get((timed.module, activity.id))),
    )


def _slides(book: Book, timed: TimedActivity) -> dict[str, SlideHere]:
    deck = book.curriculum.modules[timed.module].deck
    wanted = timed.activity.all_slides
    page = paths.slides(timed.module)
    return {
        slide.id: SlideHere(
            number, slide.title, f"{page}#{slide.id}", _drawn(book.stages[timed.module, slide.id]), slide.spare
        )
        for number, slide in enumerate(deck.slides if deck else (), 1)
        if slide.id in wanted
    }


_TOO_SMALL = re.compile(r'<p class="ws-stage-(?:foot|number|sources)">.*?</p>', re.DOTALL)
"""What nobody can read on a slide as wide as a thumb."""


def _drawn(stage: Stage) -> Stage | None:
    return None if "<svg" in stage.html else stage._replace(html=_TOO_SMALL.sub("", stage.html))


def _rooms(activities: list[ActivityView]) -> list[RoomHere]:
    """How the room stands through the session: one entry for each change."""
    found: list[RoomHere] = []
    for view in activities:
        room = view.activity.room
        if room is not None and (not found or found[-1].activity.room != room):
            found.append(RoomHere(view.start, view.room, view.activity))
    return found


def timed_steps(timed: TimedActivity) -> list[TimedStep]:
    """The steps of an activity with their minutes and their cues."""
    activity = timed.activity
    now, steps = timed.start, []
    for id_, step, minutes in zip(activity.step_ids, activity.steps, step_minutes(timed), strict=True):
        start = "" if minutes is None else clock(now)
        steps.append(
            TimedStep(step.text, minutes, activity.cues_at(id_), step.figure, start, step.slides, step.handouts)
        )
        now += minutes or 0
    return steps


def papers_of(book: Book, timed: TimedSlot, programme: Programme) -> list[Paper]:
    """Handouts, case studies and forms of a slot, with the copies that its group needs."""
    pages = {"handout": paths.handout, "case": paths.case, "form": paths.form}
    run = print_run(book.curriculum, [timed], programme)
    return [Paper(given.paper.title, pages[given.kind](given.id), given.copies) for given in run]


def _neighbours(views: list[SlotView], index: int) -> list[Neighbour]:
    """The page before and the page after, and the breaks on the way."""
    before = next((view for view in reversed(views[:index]) if view.page), None)
    found = [Neighbour(before, "←", before.page)] if before else []
    for view in views[index + 1 :]:
        found.append(Neighbour(view, "→", view.page))
        if view.page:
            break
    return found
