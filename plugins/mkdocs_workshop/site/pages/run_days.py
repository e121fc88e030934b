"""What the run sheet shows of a day beyond its times: steps, cues, papers and things, as data that its script reads.

A script of its own, not a part of the page, so that the page is light and the same data serves from a stick, where nothing can be fetched.
"""

import json
from dataclasses import replace
from typing import Any

from ...clock import TimedDay, TimedSlot
from ...ground.language_tags import untagged
from ...model.cues import CUE_KINDS
from ...model.module import Activity
from ...model.programme import FrameSlot, Programme
from ...teaching.materials import needed
from ...teaching.stations import materials_of
from . import paths
from .book import Book
from .markup import Markup
from .running import Line, lines
from .sessions import papers_of

HOLDER = "workshopRunDays"


def day_script(book: Book, programme: Programme, day: TimedDay) -> str:
    """The script of a day: `workshopRunDays[0] = {key of a line: what to show}`. Words stand in it as plain text."""
    m = book.markup(paths.HOME)
    id_ = next(id_ for id_, one in book.curriculum.programmes.items() if one is programme)
    views = [view for view in book.views[id_] if view.day.index == day.index]
    shown = {line.key: _shown(book, m, line, programme) for line in lines(views, m.plain)}
    data = json.dumps({key: value for key, value in shown.items() if value}, ensure_ascii=False, separators=(",", ":"))
    return f"(window.{HOLDER}=window.{HOLDER}||[])[{day.index}]={untagged(data)}\n"


def _shown(book: Book, m: Markup, line: Line, programme: Programme) -> dict[str, Any]:
    """One line; what it has not is left out."""
    slot = line.view.timed.slot
    activity = line.timed.activity if line.timed else None
    parts: dict[str, Any] = {
        "papers": [[m.plain(paper.title), paper.copies] for paper in papers_of(book, _part(line), programme)],
    }
    if activity:
        parts |= _of_activity(m, activity)
        things = materials_of(activity)
        parts["things"] = [[m.plain(thing.item), needed(thing, programme)] for thing in things]
    elif isinstance(slot, FrameSlot):
        parts["steps"] = [m.plain(text) for text in slot.steps]
        parts["notes"] = _paragraphs(m, slot.notes)
    return {name: value for name, value in parts.items() if value}


def _of_activity(m: Markup, activity: Activity) -> dict[str, Any]:
    places = {id_: place for place, id_ in enumerate(activity.step_ids)}
    cues = sorted(activity.cues, key=lambda cue: CUE_KINDS.index(cue.kind))
    room = activity.room
    return {
        "steps": [m.plain(step.text) for step in activity.steps],
        # Where it belongs (-1 for the whole activity), its kind, its words, and what to answer or to do.
        "cues": [
            [
                places.get(cue.at or "", -1),
                cue.kind,
                m.plain(cue.text),
                *([m.plain(cue.more)] if cue.more else []),
            ]
            for cue in cues
        ],
        "room": [m.say(f"room.{room.plan}"), m.plain(room.note) if room.note else ""] if room else [],
        "notes": _paragraphs(m, activity.notes),
        "drop": m.plain(activity.drop_note) if activity.drop_note else "",
    }


def _paragraphs(m: Markup, text: str | None) -> list[str]:
    return [part.strip() for part in m.plain(text).split("\n\n") if part.strip()] if text else []


def _part(line: Line) -> TimedSlot:
    """The slot of an activity with nothing but this activity; papers of the slot itself are given out with its first one."""
    timed, slot = line.view.timed, line.view.timed.slot
    if line.timed is None:
        return timed
    if line.timed != timed.activities[0]:
        slot = slot.model_copy(update={"handouts": (), "instruments": ()})
    return replace(timed, slot=slot, activities=(line.timed,))
