"""The boxes of a decision path: how large they are, and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..ground.lettering import STRONG, TEXT, Block
from ..model.figure import PathFigure
from .canvas import Canvas
from .path_lanes import Lane, touched
from .path_plan import Leg, Plan

PAD = 18.0
PILL = 12.0
"""What stands on both sides of an answer, together."""
LANE = 14.0
_LEAST = 52.0
_PORT = 26.0
_AFTER, _AFTER_QUESTION, _AFTER_EXIT = 34.0, 50.0, 28.0

Kind = Literal["step", "question", "end"]


@dataclass(frozen=True)
class Box:
    """A box where it stands."""

    name: str
    kind: Kind
    block: Block
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def foot(self) -> float:
        """The lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """The centre."""
        return self.left + self.width / 2, self.top + self.height / 2


@dataclass(frozen=True)
class Measures:
    """Where the column and the exits beside it stand."""

    left: float
    width: float
    aside: float
    """The left side of the exits."""
    aside_width: float
    stub: float
    """From the column to the first lane."""
    spine: float
    """Where ways lead down."""


def measures(canvas: Canvas, plan: Plan, found: Sequence[Lane], answer: float) -> Measures:
    """Share the width between lanes, column and exits; `answer` is the width of the wider answer."""
    said = any(lane.leg.answer is not None for lane in found)
    stub = answer + PILL + 22 if said else 24.0
    gutter = stub + LANE * max(lane.place for lane in found) + 2 if found else 1.0
    room = canvas.width - 1 - gutter
    if canvas.narrow:
        spine = gutter + max(26.0, answer / 2 + PILL)
        aside = spine + answer / 2 + PILL + 10
        return Measures(gutter, room, aside, canvas.width - 1 - aside, stub, spine)
    if not plan.aside:
        width = min(room, 460.0)
        left = gutter + (room - width) / 2
        return Measures(left, width, 0.0, 0.0, stub, left + width / 2)
    between = answer + PILL + 48
    width = (room - between) * 0.57
    aside = gutter + width + between
    return Measures(gutter, width, aside, canvas.width - 1 - aside, stub, gutter + width / 2)


def place(
    figure: PathFigure, canvas: Canvas, plan: Plan, ways: Sequence[Leg], found: Sequence[Lane], at: Measures
) -> dict[str, Box]:
    """Stand the boxes below each other, and the exits beside or, on a narrow canvas, below their questions."""
    step = {step.id: step for step in figure.steps}
    exits = {sources[-1]: name for name, sources in plan.aside.items()}
    boxes: dict[str, Box] = {}

    def stand(name: str, left: float, top: float, width: float) -> Box:
        kind = _kind(name, ways)
        block = canvas.lay(step[name].text, STRONG if kind == "question" else TEXT, width - 2 * PAD)
        ports = touched(found, name)
        height = max(block.height + 2 * PAD - 4, _LEAST, _PORT * ports + 26 if ports > 1 else 0)
        return Box(name, kind, block, left, top, width, height)

    top = 1.0
    for name in plan.column:
        box = stand(name, at.left, top, at.width)
        after = _AFTER_QUESTION if box.kind == "question" else _AFTER
        boxes[name] = box
        foot = box.foot
        if name in exits and canvas.narrow:
            exit_ = stand(exits[name], at.aside, box.foot + after, at.aside_width)
            boxes[exits[name]] = exit_
            foot, after = exit_.foot, _AFTER_EXIT
        elif name in exits:
            first = boxes[plan.aside[exits[name]][0]].top
            exit_ = stand(exits[name], at.aside, first, at.aside_width)
            foot = max(box.foot, exit_.foot)
            boxes[name] = replace(box, height=foot - top)
            boxes[exits[name]] = replace(exit_, height=foot - first)
        top = foot + after
    return boxes


def _kind(name: str, ways: Sequence[Leg]) -> Kind:
    leaving = [leg for leg in ways if leg.source == name]
    if not leaving:
        return "end"
    return "question" if any(leg.answer is not None for leg in leaving) else "step"
