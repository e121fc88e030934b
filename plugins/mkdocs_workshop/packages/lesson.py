"""What a learner gets of a module, in parts: about it, the reading, the key messages, one case study, the knowledge check."""

from dataclasses import dataclass

from ..documents.texts import Texts, cited
from ..documents.tree.blocks import Cite
from ..documents.tree.document import Part
from ..documents.tree.forms import Words
from ..edition import Edition
from ..reading.curriculum import ModuleParts
from .learner_parts import case_parts, messages
from .lesson_check import Check, check_of


@dataclass(frozen=True)
class Section:
    """A part of a lesson that stands on the screen alone."""

    id: str
    """Its anchor, and the bookmark in the records of learners: never changes."""
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Lesson:
    """A module as learners read it, before any format."""

    title: str
    purpose: Words
    outcomes: tuple[Words, ...]
    sections: tuple[Section, ...]
    check: Check | None
    sources: tuple[Cite, ...]
    """All that the texts cite."""


def lesson_of(edition: Edition, parts: ModuleParts, *, case: bool) -> Lesson:
    """The lesson of a module; `case` says whether one of its case studies belongs to it."""
    texts = Texts(edition)
    sections = [
        Section(f"r-{section.id}", edition.plain(section.title), texts.blocks(section.text))
        for section in (parts.reading.sections if parts.reading else ())
    ]
    remember = messages(texts, parts.plan)
    sections.append(Section("messages", remember.title, (remember,)))
    first = next(iter(parts.cases.values()), None)
    if case and first:
        title = f"{edition.say('case.name')}: {edition.plain(first.title)}"
        sections.append(Section("case", title, case_parts(texts, first, edition.say("lesson.case"))))
    return Lesson(
        edition.plain(parts.plan.title),
        texts.line(parts.plan.purpose),
        tuple(texts.line(outcome.text) for outcome in parts.plan.outcomes),
        tuple(sections),
        check_of(edition, texts, parts.check, edition.version(parts)) if parts.check else None,
        tuple(cited(tuple(section.parts for section in sections)).values()),
    )
