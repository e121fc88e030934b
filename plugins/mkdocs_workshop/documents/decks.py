"""Every deck as a file: by module and by day, for participants and, with notes, for facilitators.

Each slide stands in the deck of its module and in those of all days on which it is shown, so days are what fills a site.
"""

from collections.abc import Iterator
from dataclasses import replace

from ..edition import Edition
from ..ground.artifact import Artifact, Label, Role
from .emit.powerpoint import powerpoint
from .emit.slide_page import slide_page
from .must_appear import slides_must_show
from .places import path_of
from .slides import day_deck, module_deck, slides_of_day
from .tree.slides import ShownDeck


def decks(edition: Edition) -> Iterator[Artifact]:
    """Slides of each module and of each day of each programme; see `every_day`. Raises PressError when a word is lost."""
    for parts in edition.curriculum.modules.values():
        for notes in (False, True):
            deck = module_deck(edition, parts, notes)
            if deck is not None:
                label = _label(edition, "slides", deck, edition.version(parts), parts.id, parts.id, notes)
                yield from _files(edition, deck, label, notes, {(parts.id, slide.id) for slide in deck.slides})
    own = edition.curriculum.manual.programme
    for id_, programme in edition.curriculum.programmes.items():
        if id_ != own and not edition.every_day:
            continue
        for day in range(len(programme.days)):
            for notes in (False, True):
                deck = day_deck(edition, id_, day, notes)
                used = set(slides_of_day(edition, id_, day))
                label = _label(edition, "day-slides", deck, edition.version(), "", id_, notes, f"day-{day + 1}")
                yield from _files(edition, deck, label, notes, used)


def _label(
    edition: Edition, kind: str, deck: ShownDeck, version: str, module: str, subject: str, notes: bool, day: str = ""
) -> Label:
    variant = "-".join(filter(None, (day, "notes" if notes else "")))
    return Label(kind, "pptx", deck.title, edition.language, version, module, subject, variant)


def _files(
    edition: Edition, deck: ShownDeck, label: Label, notes: bool, slides: set[tuple[str, str]]
) -> Iterator[Artifact]:
    role: Role = "facilitator" if notes else "participant"
    path = path_of(edition.language, label.kind, label.subject, "pptx", label.variant)
    expected = slides_must_show(edition, slides, notes=notes)
    yield Artifact(path, powerpoint(deck, edition.cache, expected), role, label=label)
    page = path_of(edition.language, label.kind, label.subject, "html", label.variant)
    yield Artifact(page, slide_page(deck, edition.say, edition.cache), role, label=replace(label, format="html"))
