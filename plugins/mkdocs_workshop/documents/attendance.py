"""The list in which people sign that they are here, with names or without."""

from collections.abc import Sequence
from dataclasses import replace

from ..edition import Edition
from ..model.programme import PauseSlot
from .framed import framed
from .tree.document import Document
from .tree.pages import SignList

_PORTRAIT = 4
"""Half days whose signatures fit on upright paper."""


def half_days(edition: Edition, programme_id: str) -> list[str]:
    """What a signature stands for: each day, in two halves if it has a lunch."""
    halves = []
    for day in edition.curriculum.timetables[programme_id]:
        title = edition.plain(day.day.title)
        lunch = any(isinstance(timed.slot, PauseSlot) and timed.slot.kind == "lunch" for timed in day.slots)
        parts = (edition.say("people.morning"), edition.say("people.afternoon")) if lunch else ()
        halves += [f"{title}\n{part}" for part in parts] or [title]
    return halves


def sign_list(edition: Edition, programme_id: str, rows: Sequence[tuple[str, str, str]]) -> Document:
    """A row for each number, name and organisation, with room to sign for each half day. Raises KeyError for an unknown programme."""
    say = edition.say
    halves = half_days(edition, programme_id)
    heads = ("", say("badges.name"), say("badges.organisation"))
    part = SignList(heads, tuple(rows), tuple(halves), say("people.attendance.keep"))
    document = framed(
        edition, None, "attendance", programme_id, (part,), title=say("people.attendance"),
        what=edition.plain(edition.curriculum.programmes[programme_id].title), use=say("people.attendance.use"), named=False,
        frame="list",
    )  # fmt: skip
    return replace(document, name="attendance", turned=len(halves) > _PORTRAIT)


def blank_list(edition: Edition, programme_id: str) -> Document:
    """The same without names: a row for each person that the programme is made for. Raises KeyError for an unknown programme."""
    count = edition.curriculum.programmes[programme_id].participants
    made = sign_list(edition, programme_id, [(str(number), "", "") for number in range(1, count + 1)])
    title = f"{made.title}: {made.what}"
    return replace(made, name=f"attendance-{programme_id}", listed=title)
