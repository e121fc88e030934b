"""Drawings for pages of courses: inside a page for wide and narrow screens, and as files that bring their letters along."""

import re

from ..documents.emit.html_drawing import boxed, strip, with_style
from ..documents.tree.blocks import Picture
from ..edition import Edition
from ..figures import FigureWords, draw, flat
from ..ground.language_tags import untagged
from ..ground.own_letters import style_inside, with_neighbours
from ..model.figure import Figure, ImageFigure, StepsFigure, VideoFigure

WIDE, NARROW = 720, 360
"""Pixels."""
PANELS = "../../../assets/drawings/"
"""The way from a page to embed to the pictures of steps on the site."""


class Drawings:
    """Draws the figures of an edition inside of a page, in colours that follow the scheme of the page.

    A page that must stay small has the narrow drawing alone, which is readable on every screen. Pictures of steps are heavy: there
    they are the files of the site, and their words stand in the page, so that nothing but the pictures is missing without them.
    """

    def __init__(self, edition: Edition, *, small: bool = False) -> None:
        self._edition = edition
        self._small = small
        self._shown = 0

    def __call__(self, picture: Picture) -> str:
        """Both drawings of a figure. Shown again on a page it gets ids of its own."""
        self._shown += 1
        name = f"f{self._shown}"
        if _is_photo(self._edition, picture.id):
            # A picture scales by itself, and it is heavy: once is enough.
            return boxed({"photo": _drawn(self._edition, picture.id, name, WIDE)})
        if self._small:
            figure = _figure(self._edition, picture.id)
            if isinstance(figure, StepsFigure):
                return self._strip(figure)
            return boxed({"only": _drawn(self._edition, picture.id, name, NARROW)})
        widths = {"wide": WIDE, "narrow": NARROW}
        return boxed(
            {kind: _drawn(self._edition, picture.id, f"{name}-{kind}", width) for kind, width in widths.items()}
        )

    def _strip(self, figure: StepsFigure) -> str:
        plain = self._edition.plain
        return strip(plain(figure.alt), [(f"{PANELS}{step.picture}.svg", plain(step.text)) for step in figure.steps])


def drawn_alone(edition: Edition, id_: str) -> dict[str, str]:
    """A figure as files by their names: `kinds.svg`, and for narrow screens `kinds-narrow.svg` where it is drawn anew.

    A drawing in an `<img>` sees no style sheet and no font of the page around it, so it brings its letters.
    """
    widths = {f"{id_}.svg": WIDE} | ({} if _is_photo(edition, id_) else {f"{id_}-narrow.svg": NARROW})
    return {name: _with_letters(edition, flat(_drawn(edition, id_, id_, width))) for name, width in widths.items()}


def _with_letters(edition: Edition, svg: str) -> str:
    svg = untagged(svg)
    shown = with_neighbours(re.sub("<[^>]*>", "", svg))
    return with_style(svg, style_inside(edition.cache / "fonts", shown))


def _figure(edition: Edition, id_: str) -> Figure:
    return next(parts.figures[id_] for parts in edition.curriculum.modules.values() if id_ in parts.figures)


def _is_photo(edition: Edition, id_: str) -> bool:
    return isinstance(_figure(edition, id_), ImageFigure | VideoFigure)


def _drawn(edition: Edition, id_: str, name: str, width: int) -> str:
    """A drawing; several packages hold the same lesson."""
    answers = FigureWords(yes=edition.say("figure.yes"), no=edition.say("figure.no"))
    return edition.once_read(
        "figure in a lesson",
        (id_, name, width),
        lambda: draw(_figure(edition, id_), name, edition.plain, answers, width),
    )
