"""Drawings of the kit on pages: strips whose words are live text, and scenes.

They are files: a browser fetches each once, when it comes into view.
"""

from collections.abc import Callable, Iterator

from ...documents.emit import html_site
from ...figures.kit.catalogue import drawn
from ...ground.artifact import Artifact
from ...model.drawings import SceneId
from ...model.figure import StepsFigure
from ...reading.curriculum import Curriculum
from ..literal import literal
from . import paths

Link = Callable[[str], str]
"""The way from a page to a path."""


def used(curriculum: Curriculum) -> Iterator[Artifact]:
    """The panels and scenes that a curriculum shows, as files."""
    manual = curriculum.manual
    ids: set[str] = {id_ for id_ in (manual.picture, *(theme.picture for theme in manual.themes)) if id_}
    for parts in curriculum.modules.values():
        for figure in parts.figures.values():
            if isinstance(figure, StepsFigure):
                ids |= {step.picture for step in figure.steps}
    for id_ in sorted(ids):
        yield Artifact(paths.drawing(id_), drawn(id_, id_).svg())


def strip(figure: StepsFigure, plain: Callable[[str], str], link: Link) -> str:
    """A strip of steps as a list that flows with the width of the page.

    The words beside a panel tell what is in it, so a reader of the screen passes over the picture.
    """
    steps = [(_image(step.picture, link), literal(plain(step.text))) for step in figure.steps]
    return html_site.strip(plain(figure.alt), steps)


def scene(id_: SceneId, link: Link) -> str:
    """A wide picture. It adorns a head whose words say all, so a reader of the screen passes over it."""
    return html_site.scene(_image(id_, link))


def _image(id_: str, link: Link) -> str:
    made = drawn(id_, id_)
    size = f'width="{made.width:g}" height="{made.height:g}"'
    # Markdown, so that the way is right wherever the page is served.
    return f'![]({link(paths.drawing(id_))}){{ {size} loading="lazy" }}'
