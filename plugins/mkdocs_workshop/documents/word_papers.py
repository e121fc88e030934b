"""Every paper in Word, for those who edit it, put their contacts in and print it."""

from collections.abc import Iterator
from typing import Literal

from ..edition import Edition
from ..ground.artifact import Artifact, Label
from ..reading.curriculum import ModuleParts
from .form_sheet import form_sheet
from .places import path_of
from .plan_sheet import plan_sheet
from .sheet import Sheet
from .sheets import case_sheet, check_sheet, debrief_sheet, handout_sheet
from .word import word


def word_papers(edition: Edition) -> Iterator[Artifact]:
    """Handouts, case studies, debriefs, knowledge checks, lesson plans and forms. Raises PressError when a word is lost."""
    for parts in edition.curriculum.modules.values():
        for id_, handout in parts.handouts.items():
            yield _file(edition, "handout", handout_sheet(edition, parts, id_, handout), parts)
        for id_, case in parts.cases.items():
            yield _file(edition, "case", case_sheet(edition, parts, id_, case), parts)
            yield _file(edition, "debrief", debrief_sheet(edition, parts, id_, case), parts, "facilitator")
        if parts.check:
            yield _file(edition, "check", check_sheet(edition, parts), parts)
        yield _file(edition, "lesson-plan", plan_sheet(edition, parts), parts, "facilitator")
    for id_, form in edition.curriculum.instruments.items():
        yield _file(edition, "form", form_sheet(edition, id_, form), None)


def _file(
    edition: Edition,
    kind: str,
    made: Sheet,
    parts: ModuleParts | None,
    role: Literal["participant", "facilitator"] = "participant",
) -> Artifact:
    module = parts.id if parts else ""
    label = Label(kind, "docx", made.title, edition.language, edition.version(parts), module, made.name)
    return Artifact(path_of(edition.language, kind, made.name, "docx"), word(made, edition.cache), role, label=label)
