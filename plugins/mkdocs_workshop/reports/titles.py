"""What the sessions of a workshop are called on its forms."""

from collections.abc import Mapping

from ..model.base import Id
from ..model.event import Event
from ..model.programme import SessionSlot
from ..reading.curriculum import Curriculum
from ..teaching.agenda import agenda


def session_titles(curriculum: Curriculum, event: Event) -> Mapping[Id, str]:
    """The author's words for each session of the programme that was taught, by its id; none without a programme."""
    if event.programme is None or event.programme not in curriculum.programmes:
        return {}
    slots = agenda(curriculum, event.programme, lambda key: key)
    return {slot.timed.slot.id: slot.title for slot in slots if isinstance(slot.timed.slot, SessionSlot)}
