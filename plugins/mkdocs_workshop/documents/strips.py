"""Strips of drawn steps on paper: each panel by itself, so that its words are set as text in the size of the paper."""

from collections.abc import Callable

from ..figures.kit.catalogue import drawn
from ..model.figure import Figure, StepsFigure
from .tree.blocks import Panel


def panels(figure: Figure, id_: str, plain: Callable[[str], str]) -> tuple[Panel, ...]:
    """The panels of a strip of steps; none of any other figure."""
    if not isinstance(figure, StepsFigure):
        return ()
    return tuple(
        Panel(drawn(step.picture, f"{id_}-{number}").svg(), plain(step.text))
        for number, step in enumerate(figure.steps, 1)
    )
