"""Figure to SVG: the frame around every drawing."""

from collections.abc import Callable
from typing import assert_never

from ..model.figure import (
    BarsFigure,
    BlocksFigure,
    CompareFigure,
    Figure,
    ImageFigure,
    LayersFigure,
    PathFigure,
    RoomFigure,
    StepsFigure,
    TimelineFigure,
    VideoFigure,
)
from .bars import draw_bars
from .blocks import draw_blocks
from .canvas import Canvas, Drawing, FigureWords
from .colours import FONT
from .compare import draw_compare
from .layers import draw_layers
from .path import draw_path
from .photo import draw_photo
from .steps import draw_room, draw_steps
from .svg import element, number
from .svg import words as written
from .timeline import draw_timeline


def draw(figure: Figure, figure_id: str, say: Callable[[str], str], words: FigureWords, width: int = 720) -> str:
    """Draw a figure as one self-contained SVG element, `width` pixels wide and as high as it needs.

    `say` turns an author's text into plain text. Ids inside begin with `figure_id` and the width, so that a
    page can hold a wide and a narrow drawing of the same figure. The title is not drawn: the page prints it.
    """
    canvas = Canvas(f"{figure_id}-{width}", float(width), say, words)
    return framed(_drawn(figure, canvas), canvas.name, width, say(figure.title), say(figure.alt))


def framed(drawing: Drawing, name: str, width: int, title: str, alt: str) -> str:
    """One self-contained SVG element around a drawing; `name` begins the ids of its title and description."""
    height = number(drawing.height)
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-title {name}-alt"'
        f' viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' font-family="{FONT}">',
        element("title", _one_line(title), id=f"{name}-title"),
        element("desc", _one_line(alt), id=f"{name}-alt"),
        *filter(None, drawing.elements),
        "</svg>",
    )
    return "\n".join(lines)


def _one_line(text: str) -> str:
    return written(" ".join(text.split()))


def _drawn(figure: Figure, canvas: Canvas) -> Drawing:
    match figure:
        case BarsFigure():
            return draw_bars(figure, canvas)
        case PathFigure():
            return draw_path(figure, canvas)
        case TimelineFigure():
            return draw_timeline(figure, canvas)
        case LayersFigure():
            return draw_layers(figure, canvas)
        case BlocksFigure():
            return draw_blocks(figure, canvas)
        case CompareFigure():
            return draw_compare(figure, canvas)
        case StepsFigure():
            return draw_steps(figure, canvas)
        case RoomFigure():
            return draw_room(figure, canvas)
        case ImageFigure() | VideoFigure():
            return draw_photo(figure, canvas)
        case _:
            assert_never(figure)
