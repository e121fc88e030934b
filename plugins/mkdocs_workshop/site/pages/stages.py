"""Slides as they are drawn on the web, for the page of slides and for previews."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...documents.emit.slide_page import frame, stage
from ...documents.slides import shown
from ...edition import Edition
from ...model.deck import Slide, layout_of
from ...reading.curriculum import ModuleParts


class Stage(NamedTuple):
    """A slide in HTML."""

    layout: str
    frame: str
    """The classes of what frames it."""
    html: str


class Stages(Mapping[tuple[str, str], Stage]):
    """All slides by module and id. Each is drawn when it is asked for, once for all parts of an edition."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._slides = {
            (id_, slide.id): (parts, number, slide)
            for id_, parts in edition.curriculum.modules.items()
            if parts.deck
            for number, slide in enumerate(parts.deck.slides, 1)
        }

    def __getitem__(self, key: tuple[str, str]) -> Stage:
        """Raises KeyError for a slide that is not there."""
        parts, number, slide = self._slides[key]
        return self._edition.once_read("stage", key, lambda: _stage(self._edition, parts, slide, number))

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._slides)

    def __len__(self) -> int:
        return len(self._slides)


def _stage(edition: Edition, parts: ModuleParts, slide: Slide, number: int) -> Stage:
    html = stage(shown(edition, parts, slide, notes=False), number, edition.footer(parts), heading="p")
    return Stage(slide.layout, frame(layout_of(slide)), html)
