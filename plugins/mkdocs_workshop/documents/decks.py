"""Every deck as a file: by module and by day, for participants and, with notes, for facilitators.

Each slide stands in the deck of its module and in those of all days on which it is shown, so days are what fills a site.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from ..edition import Edition
from ..ground.artifact import Artifact, Label, Role
from ..ground.filed import filed
from ..language.interface import catalogue
from .emit.powerpoint import powerpoint
from .emit.slide_page import slide_page
from .must_appear import slides_must_show
from .places import path_of
from .slides import day_deck, module_deck, slides_of_day
from .tree.proof import Expected
from .tree.slides import ShownDeck


class Show(NamedTuple):
    """A deck, and all that decides its files: a process of its own can make them."""

    deck: ShownDeck
    label: Label
    """That of the presentation."""
    role: Role
    expected: tuple[Expected, ...]
    """What must be found in it again."""
    cache: Path
    filed_in: Path | None = None
    """See `Edition`."""


def decks(edition: Edition) -> Iterable[Artifact]:
    """Slides of each module and of each day of each programme; see `every_day`. They are begun at once.

    Raises PressError when a word is lost.
    """
    return chain.from_iterable(edition.workers.begin(files_of, _shows(edition)))


def files_of(show: Show) -> list[Artifact]:
    """The presentation and the page of a deck. Raises PressError when a word is lost."""
    deck, label = show.deck, show.label
    made = powerpoint(deck, show.cache, show.expected)
    page = slide_page(deck, catalogue(deck.language), show.cache)
    files = [
        Artifact(
            path_of(label.language, label.kind, label.subject, "pptx", label.variant), made, show.role, label=label
        ),
        Artifact(
            path_of(label.language, label.kind, label.subject, "html", label.variant),
            page,
            show.role,
            label=replace(label, format="html"),
        ),
    ]
    return [filed(file, show.filed_in) for file in files]


def _shows(edition: Edition) -> Iterator[Show]:
    for parts in edition.asked:
        for notes in (False, True):
            deck = module_deck(edition, parts, notes)
            if deck is not None:
                label = _label(edition, "slides", deck, edition.version(parts), parts.id, parts.id, notes)
                yield _show(edition, deck, label, notes, {(parts.id, slide.id) for slide in deck.slides})
    if edition.only:
        return
    own = edition.curriculum.manual.programme
    for id_, programme in edition.curriculum.programmes.items():
        if id_ != own and not edition.every_day:
            continue
        for day in range(len(programme.days)):
            for notes in (False, True):
                deck = day_deck(edition, id_, day, notes)
                used = set(slides_of_day(edition, id_, day))
                label = _label(edition, "day-slides", deck, edition.version(), "", id_, notes, f"day-{day + 1}")
                yield _show(edition, deck, label, notes, used)


def _label(
    edition: Edition, kind: str, deck: ShownDeck, version: str, module: str, subject: str, notes: bool, day: str = ""
) -> Label:
    variant = "-".join(filter(None, (day, "notes" if notes else "")))
    return Label(kind, "pptx", deck.title, edition.language, version, module, subject, variant)


def _show(edition: Edition, deck: ShownDeck, label: Label, notes: bool, slides: set[tuple[str, str]]) -> Show:
    role: Role = "facilitator" if notes else "participant"
    return Show(deck, label, role, slides_must_show(edition, slides, notes=notes), edition.cache, edition.filed_in)
