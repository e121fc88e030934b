"""Every deck as a file: by module and by day, for participants and, with notes, for facilitators."""

from collections.abc import Iterator
from dataclasses import replace

from ..edition import Edition
from ..ground.artifact import Artifact, Label, Role
from .places import path_of
from .powerpoint import powerpoint
from .slide_page import slide_page
from .slides import ShownDeck, day_deck, module_deck


def decks(edition: Edition) -> Iterator[Artifact]:
    """Slides of each module and of each day of each programme. Raises PressError when a word is lost."""
    for parts in edition.curriculum.modules.values():
        for notes in (False, True):
            deck = module_deck(edition, parts, notes)
            if deck is not None:
                label = _label(edition, "slides", deck, edition.version(parts), parts.id, parts.id, notes)
                yield from _files(edition, deck, label, notes)
    for id_, programme in edition.curriculum.programmes.items():
        for day in range(len(programme.days)):
            for notes in (False, True):
                deck = day_deck(edition, id_, day, notes)
                label = _label(edition, "day-slides", deck, edition.version(), "", id_, notes, f"day-{day + 1}")
                yield from _files(edition, deck, label, notes)


def _label(
    edition: Edition, kind: str, deck: ShownDeck, version: str, module: str, subject: str, notes: bool, day: str = ""
) -> Label:
    variant = "-".join(filter(None, (day, "notes" if notes else "")))
    return Label(kind, "pptx", deck.title, edition.language, version, module, subject, variant)


def _files(edition: Edition, deck: ShownDeck, label: Label, notes: bool) -> Iterator[Artifact]:
    role: Role = "facilitator" if notes else "participant"
    path = path_of(edition.language, label.kind, label.subject, "pptx", label.variant)
    yield Artifact(path, powerpoint(deck, edition.cache), role, label=label)
    page = path_of(edition.language, label.kind, label.subject, "html", label.variant)
    yield Artifact(page, slide_page(deck, edition.say), role, label=replace(label, format="html"))
