"""Drawings inside a page: one for wide and one for narrow screens, in colours that follow the scheme of the page."""

from ..documents.blocks import Picture
from ..edition import Edition
from ..figures import FigureWords, draw
from ..model.figure import ImageFigure, VideoFigure

WIDE, NARROW = 720, 360
"""Pixels."""


class Drawings:
    """Draws the figures of an edition."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._words = FigureWords(yes=edition.say("figure.yes"), no=edition.say("figure.no"))
        modules = edition.curriculum.modules.values()
        self._figures = {id_: figure for parts in modules for id_, figure in parts.figures.items()}
        self._shown = 0

    def __call__(self, picture: Picture) -> str:
        """Both drawings of a figure. Shown again on a page it gets ids of its own."""
        self._shown += 1
        if isinstance(self._figures[picture.id], ImageFigure | VideoFigure):
            # A picture scales by itself, and it is heavy: once is enough.
            return f'<div class="photo">{self._drawn(picture.id, f"f{self._shown}", WIDE)}</div>'
        return "".join(
            f'<div class="{kind}">{self._drawn(picture.id, f"f{self._shown}-{kind}", width)}</div>'
            for kind, width in (("wide", WIDE), ("narrow", NARROW))
        )

    def _drawn(self, id_: str, name: str, width: int) -> str:
        """A drawing; several packages hold the same lesson."""
        figure, plain = self._figures[id_], self._edition.plain
        return self._edition.once(
            "figure in a lesson", (id_, name), lambda: draw(figure, name, plain, self._words, width)
        )
