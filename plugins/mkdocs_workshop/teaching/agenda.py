"""The slots of a programme as everybody names them: number, title, purpose, theme."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..clock import TimedDay, TimedSlot
from ..model.base import Id
from ..model.manual import Theme
from ..model.module import Outcome
from ..model.programme import FrameSlot, PauseSlot, SessionSlot
from ..reading.curriculum import Curriculum, ModuleParts
from ..reading.session_titles import session_title


@dataclass(frozen=True)
class AgendaSlot:
    """A slot with its names."""

    timed: TimedSlot
    day: TimedDay
    number: int | None
    """Counts sessions through the programme; None for what is no session."""
    title: str
    short: str
    purpose: str
    theme: Theme | None
    modules: tuple[ModuleParts, ...]

    @property
    def id(self) -> str:
        """The id of a session or a frame; empty for a break."""
        return "" if isinstance(self.timed.slot, PauseSlot) else self.timed.slot.id

    def words(self, plain: Callable[[str], str]) -> str:
        """Its title without marks. `plain` takes them out of an author's text; a break has words of the interface, without marks."""
        return plain(self.title) if self.id else self.title

    @property
    def outcomes(self) -> list[Outcome]:
        """The outcomes that its activities serve, in the order of their modules."""
        served = {(timed.module, id_) for timed in self.timed.activities for id_ in timed.activity.outcomes}
        return [
            outcome for parts in self.modules for outcome in parts.plan.outcomes if (parts.id, outcome.id) in served
        ]


def agenda(curriculum: Curriculum, programme_id: str, say: Callable[[str], str]) -> list[AgendaSlot]:
    """All slots of a programme in order; `say` names breaks and lunch."""
    slots, number = [], 0
    for day in curriculum.timetables[programme_id]:
        for timed in day.slots:
            number += isinstance(timed.slot, SessionSlot)
            slots.append(_named(curriculum, day, timed, number, say))
    return slots


def session_titles(curriculum: Curriculum, programme_id: Id) -> Mapping[Id, str]:
    """The author's words for each session of a programme, by its id, in the order of the days; none for an unknown programme.

    For example `{"opening": "Why we are here", ...}`.
    """
    if programme_id not in curriculum.programmes:
        return {}
    slots = agenda(curriculum, programme_id, str)
    return {slot.id: slot.title for slot in slots if isinstance(slot.timed.slot, SessionSlot)}


def as_taught(curriculum: Curriculum) -> list[ModuleParts]:
    """All modules: as the manual's own programme teaches them, then those of other programmes, then the rest by id."""
    main = curriculum.manual.programme
    programmes = sorted(curriculum.programmes, key=lambda id_: id_ != main)
    taught = [
        activity.module
        for id_ in programmes
        for day in curriculum.timetables[id_]
        for slot in day.slots
        for activity in slot.activities
    ]
    return [curriculum.modules[id_] for id_ in dict.fromkeys([*taught, *curriculum.modules])]


def _named(
    curriculum: Curriculum, day: TimedDay, timed: TimedSlot, number: int, say: Callable[[str], str]
) -> AgendaSlot:
    slot = timed.slot
    if isinstance(slot, PauseSlot):
        name = say(f"slot.{slot.kind}")
        return AgendaSlot(timed, day, None, name, name, "", None, ())
    if isinstance(slot, FrameSlot):
        return AgendaSlot(timed, day, None, slot.title, slot.short or slot.title, "", None, ())
    modules = tuple(curriculum.modules[id_] for id_ in dict.fromkeys(item.module for item in timed.activities))
    main = modules[0].plan
    title = session_title(curriculum.modules, slot)
    short = slot.short or slot.title or (main.short if slot.module else title)
    theme = next(theme for theme in curriculum.manual.themes if theme.id == main.theme)
    return AgendaSlot(timed, day, number, title, short, slot.purpose or main.purpose, theme, modules)
