"""Slots of a programme as pages show them: number, names, theme, times."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from ..curriculum import Curriculum, ModuleParts
from ..model.manual import Theme
from ..model.module import Material
from ..model.programme import FrameSlot, PauseSlot, Programme, SessionSlot
from ..schedule import TimedDay, TimedSlot, clock
from . import paths


@dataclass(frozen=True)
class SlotView:
    """A slot with everything that lists and timelines say of it."""

    timed: TimedSlot
    day: TimedDay
    number: int | None
    """Counts sessions through the programme; None for what is no session."""
    title: str
    short: str
    purpose: str
    theme: Theme | None
    page: str | None
    """None for breaks."""
    modules: tuple[ModuleParts, ...]

    @property
    def colour(self) -> str:
        """The colour of its theme; `plain` for what has none."""
        return self.theme.colour if self.theme else "plain"

    @property
    def start(self) -> str:
        """Clock time."""
        return clock(self.timed.start)

    @property
    def end(self) -> str:
        """Clock time."""
        return clock(self.timed.end)

    @property
    def minutes(self) -> int:
        """What the programme gives."""
        return self.timed.minutes

    @property
    def kind(self) -> str:
        """`session`, `break`, `lunch`, `opening` or `wrap-up`."""
        return self.timed.slot.kind

    @property
    def methods(self) -> tuple[str, ...]:
        """The methods in it, in order and each once."""
        return tuple(dict.fromkeys(timed.activity.method for timed in self.timed.activities))


def slot_views(curriculum: Curriculum, programme_id: str, pause_names: dict[str, str]) -> list[SlotView]:
    """All slots of a programme in order. `pause_names` names breaks and lunch."""
    views, number = [], 0
    for day in curriculum.timetables[programme_id]:
        for timed in day.slots:
            if isinstance(timed.slot, SessionSlot):
                number += 1
            views.append(_view(curriculum, programme_id, day, timed, number, pause_names))
    return views


def _view(
    curriculum: Curriculum, programme_id: str, day: TimedDay, timed: TimedSlot, number: int, pause_names: dict[str, str]
) -> SlotView:
    slot = timed.slot
    if isinstance(slot, PauseSlot):
        name = pause_names[slot.kind]
        return SlotView(timed, day, None, name, name, "", None, None, ())
    page = paths.session(programme_id, slot.id)
    if isinstance(slot, FrameSlot):
        return SlotView(timed, day, None, slot.title, slot.short or slot.title, "", None, page, ())
    modules = tuple(curriculum.modules[id_] for id_ in dict.fromkeys(item.module for item in timed.activities))
    main = modules[0].plan
    title = slot.title or (main.title if slot.module else timed.activities[0].activity.title)
    short = slot.short or slot.title or (main.short if slot.module else title)
    theme = next(theme for theme in curriculum.manual.themes if theme.id == main.theme)
    return SlotView(timed, day, number, title, short, slot.purpose or main.purpose, theme, page, modules)


def needed(material: Material, programme: Programme) -> int:
    """How many pieces of a material the group of a programme needs."""
    return material.quantity * count_for(material.per, programme)


def count_for(per: str, programme: Programme) -> int:
    """How many persons, pairs, groups or rooms there are."""
    people = programme.participants
    return {
        "person": people,
        "pair": math.ceil(people / 2),
        "group": math.ceil(people / programme.group_size),
        "room": 1,
    }[per]


def materials(views: list[SlotView], programme: Programme) -> list[tuple[str, int]]:
    """What to bring for some slots, each thing once with the largest number that is needed at a time."""
    most: dict[str, int] = {}
    for view in views:
        here: dict[str, int] = {}
        for timed in view.timed.activities:
            for material in timed.activity.materials:
                here[material.item] = here.get(material.item, 0) + needed(material, programme)
        for item, count in here.items():
            most[item] = max(most.get(item, 0), count)
    return sorted(most.items(), key=lambda entry: entry[0].lower())


def taught_in(views_of: dict[str, list[SlotView]], module: str) -> Iterator[tuple[str, SlotView]]:
    """The sessions of all programmes in which a module is taught."""
    for programme_id, views in views_of.items():
        for view in views:
            if any(parts.id == module for parts in view.modules):
                yield programme_id, view
