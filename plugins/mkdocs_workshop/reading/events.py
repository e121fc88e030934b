"""Workshops that took place, each with the sums of its forms."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..model.base import Id
from ..model.delivered import Delivered
from ..model.event import Event, Results
from .references import File


@dataclass(frozen=True)
class EventParts:
    """A workshop that took place, and the sums of its forms if they are kept."""

    id: Id
    event: Event
    results: Results | None
    delivered: Delivered | None = None
    """What each part took, if it was measured."""


def events_of(files: Iterable[File]) -> dict[Id, EventParts]:
    """All workshops by id, the newest first. Sums without their `event.yml` are left out; a rule reports them."""
    models = {(file.kind, file.ids[0]): file.model for file in files if file.kind in {"event", "results", "delivered"}}
    found = [
        EventParts(id_, event, models.get(("results", id_)), models.get(("delivered", id_)))
        for (kind, id_), event in models.items()
        if kind == "event"
    ]
    return {
        parts.id: parts for parts in sorted(found, key=lambda parts: (-parts.event.first_day.toordinal(), parts.id))
    }
