"""A photograph, and below it whose it is."""

import base64

from ..ground.lettering import Face, lay
from ..model.figure import ImageFigure, VideoFigure
from .canvas import Canvas, Drawing
from .colours import SOFT
from .svg import element, text

_SMALL = Face(12, 16, 400)
_MOST = 1.2
"""Height as a share of the width; a taller picture becomes narrower."""


def draw_photo(figure: ImageFigure | VideoFigure, canvas: Canvas) -> Drawing:
    """Draw the picture as wide as the canvas, or as high as may be, with credit and licence below it.

    The picture is part of the drawing, so every format that shows drawings shows it.
    """
    found = figure.photo
    width = min(canvas.width, canvas.width * _MOST * found.width / found.height)
    height = width * found.height / found.width
    data = base64.b64encode(found.data).decode()
    credit = lay(f"{canvas.say(figure.credit)} · {canvas.say(figure.licence)}", _SMALL, canvas.width)
    shown = element("image", x=0.0, y=0.0, width=width, height=height, href=f"data:{found.mime};base64,{data}")
    return Drawing(height + 6 + credit.height, (shown, text(credit, 0, height + 6, SOFT)))
