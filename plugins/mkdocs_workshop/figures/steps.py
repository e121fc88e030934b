"""A strip of drawn steps: panels with their numbers, the words below them, or beside them where the canvas is narrow."""

from dataclasses import dataclass

from ..ground.lettering import STRONG, Block, Face, lay
from ..model.figure import DrawnStep, RoomFigure, StepsFigure
from .canvas import Canvas, Drawing
from .colours import INK, PAPER, filled
from .kit.catalogue import drawn, room_plan
from .kit.scene import Scene
from .svg import box, disc, element, text

_GAP = 16.0
_BADGE = 13.0
_WORDS = Face(15, 20, 600)
_MOST_ACROSS = 4
"""Panels in a row; narrower ones lose their thin lines on a copier."""


@dataclass(frozen=True)
class _Panel:
    number: str
    scene: Scene
    words: Block


def draw_steps(figure: StepsFigure, canvas: Canvas) -> Drawing:
    """Draw the panels row by row."""
    across = 1 if canvas.narrow else columns(len(figure.steps))
    width = (canvas.width - 3 - _GAP * (across - 1)) / across
    beside = across == 1
    picture = width * 0.46 if beside else width
    panels = [
        _Panel(
            str(number),
            drawn(step.picture, f"{canvas.name}-{number}"),
            _said(step, canvas, width - picture if beside else width),
        )
        for number, step in enumerate(figure.steps, 1)
    ]
    elements: list[str] = []
    top = 1.5
    for start in range(0, len(panels), across):
        row = panels[start : start + across]
        high = max(picture * panel.scene.height / panel.scene.width for panel in row)
        for place, panel in enumerate(row):
            left = 1.5 + place * (width + _GAP)
            elements += _panel(panel, left, top, picture, high)
            beside_at = (left + picture + _GAP, top + max(0, (high - panel.words.height) / 2))
            elements.append(text(panel.words, *(beside_at if beside else (left, top + high + 10)), INK))
        below = 0 if beside else 10 + max(panel.words.height for panel in row)
        top += max(high, *(panel.words.height for panel in row)) + _GAP if beside else high + below + _GAP * 1.4
    return Drawing(top - _GAP + 2, tuple(elements))


def columns(count: int) -> int:
    """How many panels stand side by side: 3 and 4 in one row, 5 and 6 in rows of three, 8 in rows of four."""
    if count <= _MOST_ACROSS:
        return count
    return 3 if count % 4 else _MOST_ACROSS


def _said(step: DrawnStep, canvas: Canvas, width: float) -> Block:
    return canvas.lay(step.text, _WORDS, width - _GAP if canvas.narrow else width)


def _panel(panel: _Panel, left: float, top: float, width: float, height: float) -> list[str]:
    """The panel in its frame. The ground stays white in the dark scheme too: it is a picture."""
    own = width * panel.scene.height / panel.scene.width
    badge = lay(panel.number, STRONG, 2 * _BADGE)
    centre = (left + 7 + _BADGE, top + 7 + _BADGE)
    clip = f"{panel.scene.name}-frame"
    frame = {"x": left, "y": top, "width": width, "height": height, "rx": 7.0}
    return [
        element("clipPath", element("rect", **frame), id=clip),
        box(left, top, width, height, filled("#FFFFFF", "#14212E", 2.4), 7),
        element("g", panel.scene.element(left, top + (height - own) / 2, width), clip_path=f"url(#{clip})"),
        box(left, top, width, height, "fill:none;stroke:#14212E;stroke-width:2.4", 7),
        disc(centre, _BADGE, filled("#14212E")),
        text(badge, centre[0], centre[1] - badge.height / 2, "#FFFFFF", "middle"),
    ]


def draw_room(figure: RoomFigure, canvas: Canvas) -> Drawing:
    """Draw the plan of a room, at most 480 wide: it is read at a glance."""
    width = min(canvas.width, 480.0)
    scene = room_plan(figure.plan, figure.people, canvas.name)
    height = width * scene.height / scene.width
    ground = box(0, 0, width, height, filled(PAPER), 4)
    return Drawing(height, (ground, scene.element(0, 0, width)))
