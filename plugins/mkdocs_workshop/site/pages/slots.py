"""Slots of a programme as pages show them: number, names, theme, times."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...clock import clock
from ...ground.artifact import Role
from ...reading.curriculum import Curriculum
from ...teaching.agenda import AgendaSlot, agenda
from . import paths


@dataclass(frozen=True)
class SlotView(AgendaSlot):
    """A slot with everything that lists and timelines say of it."""

    page: str | None
    """Where it stands, for participants with an anchor; None for breaks."""

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

    def at(self, activity: str) -> str:
        """Where one of its activities stands."""
        page = self.page or ""
        return page if "#" in page else f"{page}#{activity}"

    @property
    def methods(self) -> tuple[str, ...]:
        """The methods in it, in order and each once."""
        return tuple(dict.fromkeys(timed.activity.method for timed in self.timed.activities))


def slot_views(curriculum: Curriculum, programme_id: str, say: Callable[[str], str], role: Role) -> list[SlotView]:
    """All slots of a programme in order. `say` names breaks and lunch."""
    return [_view(programme_id, slot, role) for slot in agenda(curriculum, programme_id, say)]


def _view(programme_id: str, slot: AgendaSlot, role: Role) -> SlotView:
    page = paths.session_for(role, programme_id, slot.id) if slot.id else None
    return SlotView(**vars(slot), page=page)


def taught_in(views_of: dict[str, list[SlotView]], module: str) -> Iterator[tuple[str, SlotView]]:
    """The sessions of all programmes in which a module is taught."""
    for programme_id, views in views_of.items():
        for view in views:
            if any(parts.id == module for parts in view.modules):
                yield programme_id, view
