"""Slides as they are drawn on the web, for the page of slides and for previews."""

from collections.abc import Mapping
from typing import NamedTuple

from ...documents.emit.slide_page import frame, stage
from ...documents.slides import shown
from ...edition import Edition
from ...model.deck import layout_of


class Stage(NamedTuple):
    """A slide in HTML."""

    layout: str
    frame: str
    """The classes of what frames it."""
    html: str


def stages(edition: Edition) -> Mapping[tuple[str, str], Stage]:
    """All slides by module and id."""
    return {
        (id_, slide.id): Stage(
            slide.layout,
            frame(layout_of(slide)),
            stage(shown(edition, parts, slide, notes=False), number, edition.footer(parts), heading="p"),
        )
        for id_, parts in edition.curriculum.modules.items()
        if parts.deck
        for number, slide in enumerate(parts.deck.slides, 1)
    }
