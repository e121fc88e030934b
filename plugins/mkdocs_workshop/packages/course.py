"""The manual as a course: what platforms call it, and the order in which it is taught."""

import re

from ..edition import Edition
from ..language.wording import Wording
from ..model.programme import SessionSlot
from ..reading.curriculum import ModuleParts


def manual_id(edition: Edition) -> str:
    """The title of the manual in small letters and hyphens, for the short name of a course; at most 100 letters of it.

    "Side by Side" is `side-by-side`.
    """
    title = Wording(edition.curriculum, edition.say).plain(edition.curriculum.manual.title)
    return re.sub(r"\W+", "-", title.lower()).strip("-")[:100].rstrip("-")


def section_numbers(edition: Edition) -> dict[str, int]:
    """The section of each module, from 1.

    It is the same in a backup of one module, so that several of them can be restored into one course without ending in one section.

    For example `{"getting-started": 1, "first-aid": 2}`.
    """
    return {parts.id: number for number, parts in enumerate(course_modules(edition), 1)}


def course_modules(edition: Edition) -> list[ModuleParts]:
    """All modules in the order of the programme that the manual shows first; after them those that it leaves out."""
    curriculum = edition.curriculum
    programme = curriculum.programmes.get(curriculum.manual.programme)
    taught = [
        module
        for day in (programme.days if programme else ())
        for slot in day.slots
        if isinstance(slot, SessionSlot)
        for module, _ in curriculum.activities_of(slot)
    ]
    return [curriculum.modules[id_] for id_ in dict.fromkeys([*taught, *curriculum.modules])]
