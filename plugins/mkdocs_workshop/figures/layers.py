"""Layers around a core: rounded boxes in each other, the core darkest."""

from dataclasses import dataclass

from ..ground.lettering import STRONG, TEXT, Block
from ..model.figure import LayersFigure
from .canvas import Canvas, Drawing
from .colours import INK, NAVY, NAVY_TINT, PAPER, filled
from .svg import box, text

_PAD = 16.0


@dataclass(frozen=True)
class _Ring:
    title: Block
    text: Block
    inset: float

    @property
    def height(self) -> float:
        """The height of the words of the layer."""
        return self.title.height + 2 + self.text.height


def draw_layers(figure: LayersFigure, canvas: Canvas) -> Drawing:
    """Draw the outermost layer first; each holds its words at its top and the layer within it below."""
    step = 9.0 if canvas.narrow else 18.0
    rings = _rings(figure, canvas, step)
    foot = sum(ring.height + _PAD * 2 for ring in rings) + step * (len(rings) - 1) + 2
    elements: list[str] = []
    top = 1.0
    for place, ring in enumerate(rings):
        core = place == len(rings) - 1
        left, width = 1 + ring.inset, canvas.width - 2 - 2 * ring.inset
        height = foot - 1 - step * place - top
        style = filled(NAVY, NAVY) + ("" if core else ";fill-opacity:0.06;stroke-opacity:0.5")
        if place == 0 and not core:  # the ground of all layers; each one inside is a shade darker
            elements += [box(left, top, width, height, filled(NAVY_TINT))]
            style = filled("none", NAVY) + ";stroke-opacity:0.5"
        elements += [
            box(left, top, width, height, style),
            text(ring.title, left + _PAD, top + _PAD, PAPER if core else INK),
            text(ring.text, left + _PAD, top + _PAD + ring.title.height + 2, PAPER if core else INK),
        ]
        top += ring.height + _PAD * 2
    return Drawing(foot, tuple(elements))


def _rings(figure: LayersFigure, canvas: Canvas, step: float) -> tuple[_Ring, ...]:
    """Set the words of each layer, from the outermost to the core."""
    rings = []
    for place, layer in enumerate(reversed(figure.layers)):
        room = canvas.width - 2 - 2 * (place * step + _PAD)
        rings.append(_Ring(canvas.lay(layer.title, STRONG, room), canvas.lay(layer.text, TEXT, room), place * step))
    return tuple(rings)
