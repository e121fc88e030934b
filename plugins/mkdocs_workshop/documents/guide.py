"""The facilitator's guide of a programme: everything by the clock, then debriefs, answers and keys."""

from collections.abc import Iterator, Sequence

from ..clock import TimedActivity, clock, step_minutes
from ..edition import Edition
from ..figures.kit.catalogue import room_plan
from ..figures.kit.icons import icon
from ..figures.kit.inks import AMBER_TINT
from ..model.programme import FrameSlot, PauseSlot, Programme
from ..teaching.agenda import AgendaSlot, agenda
from ..teaching.materials import equipment, icons, materials, print_run
from .book import book, day_table, session_head
from .cues import cue_blocks, notes_of, short_line
from .guide_keys import keys
from .plan_sheet import notes
from .stations import station_blocks
from .texts import Texts
from .thumbs import thumbs_of
from .tree.books import Activity, Chapter, Given, Index, Kit, Notes, Step, Thumbs
from .tree.document import (
    Aside,
    Captioned,
    Columns,
    Counted,
    Document,
    Grid,
    Part,
    Titled,
    heading,
    listed,
    paragraph,
    text,
)


def guide(edition: Edition, programme_id: str) -> Document:
    """The guide. Raises KeyError for an unknown programme."""
    say, programme = edition.say, edition.curriculum.programmes[programme_id]
    slots = agenda(edition.curriculum, programme_id, say)
    parts = [*_before(edition, programme, slots)]
    for day in edition.curriculum.timetables[programme_id]:
        here = [slot for slot in slots if slot.day.index == day.index]
        parts += [Chapter(edition.plain(day.day.title)), day_table(edition, here)]
        taught = [slot for slot in here if not isinstance(slot.timed.slot, PauseSlot)]
        for index, slot in enumerate(taught):
            parts += _slot(edition, programme, slot, fresh=index > 0)
            parts.append(Notes(say("workbook.notes")))
    parts += [*keys(edition, slots), Index(say("guide.index"))]
    return book(edition, "guide", programme_id, tuple(parts), colour="navy", mark=say("role.facilitator-only"))


def _before(edition: Edition, programme: Programme, slots: Sequence[AgendaSlot]) -> Iterator[Part]:
    """What is done before the first day: notes, blanks of the country, what to bring, what to print."""
    say, plain, country = edition.say, edition.plain, edition.curriculum.country
    yield Chapter(say("guide.before"))
    if programme.notes:
        yield from Texts(edition).blocks(programme.notes)
    blanks = [entry for entry in country.entries if entry.value is None]
    if blanks:
        yield heading(2, say("nav.country", name=plain(country.name)))
        yield paragraph(say("guide.blanks", n=len(blanks)))
        head = tuple(say(key) for key in ("guide.blank", "guide.ask", "guide.answer"))
        rows = ((plain(entry.label), plain(entry.ask) if entry.ask else "") for entry in blanks)
        yield Grid((1.0, 1.3, 1.1), head, tuple(((text(label),), (text(ask),), ()) for label, ask in rows))
    timed = [slot.timed for slot in slots]
    things = equipment(edition.curriculum, programme) + materials(timed, programme)
    yield heading(2, say("session.bring", n=programme.participants))
    yield Kit("", _drawn(edition, things))
    papers = tuple(
        (plain(run.paper.title), say(f"guide.kind.{run.kind}"), run.size, str(run.copies))
        for run in print_run(edition.curriculum, timed, programme)
    )
    if papers:
        yield heading(2, say("guide.print"))
        yield Counted(tuple(say(f"guide.{key}") for key in ("paper", "kind", "size", "copies")), papers)


def _slot(edition: Edition, programme: Programme, slot: AgendaSlot, *, fresh: bool) -> Iterator[Part]:
    say, texts = edition.say, Texts(edition)
    yield session_head(edition, slot, fresh=fresh, notes=say("workbook.notes"))
    frame = slot.timed.slot
    if isinstance(frame, FrameSlot):
        yield listed([texts.line(step) for step in frame.steps], ordered=True)
        given = [
            f"{edition.plain(run.paper.title)} ({say('copies', n=run.copies)})"
            for run in print_run(edition.curriculum, [slot.timed], programme)
        ]
        if given:
            yield Captioned(say("session.hand-out"), text(" · ".join(given)))
        if frame.notes:
            yield Aside(say("role.facilitator"), texts.blocks(frame.notes))
        return
    outcomes = [texts.line(outcome.text) for outcome in slot.outcomes]
    if outcomes:
        yield Titled(say("session.outcomes"), (listed(outcomes),))
    before = [texts.line(line) for module in slot.modules for line in module.plan.before_you_teach]
    if before:
        yield Aside(say("session.before-you-teach"), (listed(before),))
    yield from _things(edition, programme, slot)
    for timed in slot.timed.activities:
        yield _activity(edition, programme, timed)


MANY = 8
"""Things to bring that stand beside the papers; more of them take the whole width."""


def _things(edition: Edition, programme: Programme, slot: AgendaSlot) -> Iterator[Part]:
    """What to hand out and what to bring, side by side; many things stand below the papers."""
    say, plain = edition.say, edition.plain
    papers = [
        f"{plain(run.paper.title)} ({run.size}): {say('copies', n=run.copies)}"
        for run in print_run(edition.curriculum, [slot.timed], programme)
    ]
    things = _drawn(edition, materials([slot.timed], programme))
    columns: list[tuple[Part, ...]] = []
    if papers:
        columns.append((Titled(say("session.hand-out"), (listed([text(line) for line in papers], box=True),)),))
    if things:
        columns.append((Kit(say("session.bring", n=programme.participants), things),))
    if len(things) > MANY:
        yield from (part for column in columns for part in column)
    elif columns:
        yield Columns(*columns)


def _drawn(edition: Edition, things: Sequence[tuple[str, int]]) -> tuple[tuple[str, str], ...]:
    """Things with their numbers, each with the drawing that its author named."""
    known = icons(edition.curriculum)
    return tuple(
        (icon(known[item], AMBER_TINT).svg() if item in known else "", f"{edition.plain(item)}: {count}")
        for item, count in things
    )


def _activity(edition: Edition, programme: Programme, timed: TimedActivity) -> Activity:
    say, texts, activity = edition.say, Texts(edition), timed.activity
    counts = step_minutes(timed)
    known = all(counts)
    steps = (
        Step(
            texts.line(step.text),
            say("minutes.short", n=count) if count else "",
            cue_blocks(texts, activity.cues_at(id_)),
            clock(timed.start + sum(filter(None, counts[:index]))) if known else "",
        )
        for index, (id_, step, count) in enumerate(zip(activity.step_ids, activity.steps, counts, strict=True))
    )
    below: list[Part] = [*_shown(edition, timed)]
    short = short_line(texts, activity)
    if short:
        below.append(Captioned(say("session.if-short"), short))
    how = f"{edition.method(activity.method)} · {say(f'grouping.{activity.grouping}')}"
    return Activity(
        clock(timed.start),
        say("minutes.short", n=timed.minutes),
        edition.plain(activity.title),
        f"{how} · {clock(timed.start)}–{clock(timed.end)}",
        tuple(steps),
        (*below, *notes(edition, (*station_blocks(texts, activity, programme), *notes_of(texts, activity)))),
        icon(activity.method, AMBER_TINT).svg(),
        room_plan(activity.room.plan, activity.room.people, f"room-{timed.start}").svg() if activity.room else "",
        say("workbook.notes"),
    )


def _shown(edition: Edition, timed: TimedActivity) -> Iterator[Part]:
    """The slides of an activity, small, and its papers."""
    plain, say = edition.plain, edition.say
    slides = thumbs_of(edition, timed)
    if slides:
        yield Thumbs(say("guide.slides"), slides)
    given = tuple(
        plain(paper.title)
        for other in edition.curriculum.modules.values()
        for ids, papers in ((timed.activity.all_handouts, other.handouts), (timed.activity.cases, other.cases))
        for id_, paper in papers.items()
        if id_ in ids
    )
    if given:
        yield Given(say("session.hand-out"), given)
