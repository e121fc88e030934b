"""What a session is called: the one place that says so."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..model.base import Id
from ..model.programme import SessionSlot

if TYPE_CHECKING:
    from .curriculum import ModuleParts


def session_title(modules: "Mapping[Id, ModuleParts]", slot: SessionSlot) -> str:
    """The author's words: its own title, or that of its module, or that of its first activity.

    Its id where these are not there: `workshop check` reports that.
    """
    if slot.title:
        return slot.title
    module, _, activity = (slot.module or slot.activities[0]).partition("/")
    if module not in modules:
        return slot.id
    plan = modules[module].plan
    if not activity:
        return plan.title
    return next((one.title for one in plan.activities if one.id == activity), slot.id)
